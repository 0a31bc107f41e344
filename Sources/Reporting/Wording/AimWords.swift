internal import Planning

extension Certificate.Aim {
  /// What came of stability or fairness and what it costs, and what of that is proven.
  var words: String {
    let percent = priceInPercent.map { ", or \($0)," } ?? ""
    let cost = """
      That costs \(Cents(price).inDollars)\(percent) more than the best fit that was found, which costs \
      \(bestFit.grouped) by the weights of the region.
      """
    switch (objective, isReached) {
    case (.fit, _): return "The match was to cost the least. \(cost)"
    case (.stable, true):
      return """
        The match is stable: no coach and request would both rather have one another. \(cost) It is not proven that \
        no stable match costs less.
        """
    case (.stable, false):
      return """
        The match is not stable: it is the one with the fewest coaches and requests who would rather have one another \
        that was found, and it is not proven that there is none without. \(cost)
        """
    case (.fair, true):
      return """
        The match is proven by its search to be the fairest: none serves more need, nor as much with fewer requests at \
        the worst choice, then at the next worst, and so on. \(cost)
        """
    case (.fair, false):
      return """
        The match was made as fair as was found: need first, then the number of requests, then those at the worst \
        choice, at the next worst, and so on; it is not proven that none is fairer. \(cost)
        """
    }
  }
}

extension Certificate.Changes {
  /// How many requests have another coach than before, and what of that is proven, at a cost of the match.
  func words(objective: Int) -> String {
    let made = "Of the published match \(counted(made, "request")) \(made == 1 ? "changes" : "change")"
    guard self.made == fewest else {
      return "\(made); it is proven that no match changes fewer than \(fewest.grouped)."
    }
    let cost =
      bound >= objective
      ? "none of those that change as few costs less"
      : "none of those that change as few costs less than \(bound.grouped)"
    return "\(made); it is proven that no match changes fewer, and that \(cost)."
  }
}

extension Certificate.Part {
  /// All that is to be said of how good a part is, a paragraph each.
  func statements(on part: Score.Part) -> [String] {
    [words(for: part)] + [aim?.words, changes?.words(objective: objective)].compactMap { $0 }
  }
}
