/// The word that somebody may have meant.
enum Suggestion {
  /// How many words one reading of a workspace compares at most: about half a second.
  static let mostComparisons = 5_000_000

  /// The closest of some words: the fewest slips, the first of equals; `nil` where none is close.
  ///
  /// A slip is a character that is missing, too many or another one, or two that changed places (optimal
  /// string alignment; Wagner and Fischer 1974, Damerau 1964); case does not count. No slip is close in a
  /// word of one or two characters, one in a word of up to five, two in one of up to nine, three in a longer one.
  /// Where none is close, it is the only one that goes on from the word.
  ///
  /// - Complexity: O(words · length).
  static func closest(to word: String, among words: some Sequence<String>) -> String? {
    let asked = folded(word)
    guard asked.count <= longest else { return nil }
    var best: String?
    var limit = asked.count <= 2 ? 0 : asked.count <= 5 ? 1 : asked.count <= 9 ? 2 : 3
    for candidate in words {
      guard abs(candidate.utf8.count - asked.count) <= limit else { continue }
      guard let slips = slips(from: asked, to: folded(candidate), atMost: limit) else { continue }
      best = candidate
      if slips == 0 { break }
      limit = slips - 1
    }
    return best ?? onlyContinuation(of: asked, among: words)
  }

  /// The word that begins with another one of four characters or more, if there is just one.
  private static func onlyContinuation(of asked: [UInt8], among words: some Sequence<String>) -> String? {
    guard asked.count >= 4 else { return nil }
    var found: String?
    for word in words where word.utf8.count > asked.count && folded(word).starts(with: asked) {
      if found != nil { return nil }
      found = word
    }
    return found
  }

  private static let longest = 100

  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// The number of slips between two words; `nil` where there are more than `limit`.
  static func slips(from first: [UInt8], to second: [UInt8], atMost limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    if first == second { return 0 }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    let far = limit + 1
    var beforeLast = [Int](repeating: far, count: second.count + 1)
    var last = Array(0...second.count)
    var row = last
    for i in 1...first.count {
      row[0] = i
      var least = i
      for j in 1...second.count {
        var cost = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
        cost = min(cost, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row[j] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
