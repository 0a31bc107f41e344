internal import Planning

extension Score.Part {
  /// What it is called in sentences.
  var title: String {
    switch self {
    case .match: "match of coaches"
    case .timetable: "timetable of sessions and visits"
    }
  }
}

extension Plan {
  /// The certificate of each problem that the plan answers.
  var certified: [(part: Score.Part, certificate: Certificate.Part)] {
    [(.match, certificate.match), (.timetable, certificate.timetable)].compactMap { part, certificate in
      certificate.map { (part, $0) }
    }
  }
}

extension Certificate.Part {
  /// What the proven gap means, for somebody who has to defend the plan.
  func words(for part: Score.Part) -> String {
    let proof: String
    if objective <= bound {
      proof =
        "The \(part.title) is proven best: under these rules and weights none costs less than \(objective.grouped)."
    } else {
      proof = """
        The \(part.title) costs \(objective.grouped); it is proven that none under these rules and weights costs \
        less than \(bound.grouped). So at most \(gapInPercent) of its cost could still be saved by any plan at all.
        """
    }
    guard cutShort, objective > bound else { return proof }
    return proof + " The search was stopped by a time limit or by hand before its effort was spent: "
      + "a longer run may find a better one."
  }
}
