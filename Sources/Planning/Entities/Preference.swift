/// One line of preferences.csv: whom somebody would have, 1 being the first choice.
public struct Preference: Hashable, Sendable {
  /// A leader, or a coaching request.
  public let who: String
  /// A coaching request or a series, or a leader.
  public let whom: String
  /// 1 for the first choice.
  public let rank: Int

  /// See the properties.
  public init(who: String, whom: String, rank: Int) {
    self.who = who
    self.whom = whom
    self.rank = rank
  }
}

/// Who prefers whom, by rank.
public struct Preferences: Sendable {
  struct Pair: Hashable, Sendable {
    let who: String
    let whom: String
  }

  /// The lines, in the order of the file.
  public let lines: [Preference]
  private let ranks: [Pair: Int]
  private let last: [String: Int]

  /// - Parameter lines: One rank a pair.
  public init(_ lines: [Preference] = []) {
    self.lines = lines
    ranks = Dictionary(lines.map { (Pair(who: $0.who, whom: $0.whom), $0.rank) }, uniquingKeysWith: min)
    last = Dictionary(lines.map { ($0.who, $0.rank) }, uniquingKeysWith: max)
  }

  /// How far from the first choice somebody is with somebody: 0 for the first choice, the length of the
  /// list where it is not on it, and 0 where there is no list. O(1).
  public func distance(who: String, whom: String) -> Int {
    guard let length = last[who] else { return 0 }
    return ranks[Pair(who: who, whom: whom)].map { $0 - 1 } ?? length
  }

  /// Whether somebody has named anybody.
  public func hasList(_ who: String) -> Bool { last[who] != nil }

  /// The rank that was given; `nil` where none was.
  public func rank(who: String, whom: String) -> Int? { ranks[Pair(who: who, whom: whom)] }
}
