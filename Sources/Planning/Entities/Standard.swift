/// A key of a set of standards, `FRAMEWORK/BAND/DOMAIN`; a shorter key stands for all below it.
public struct Standard: Hashable, Comparable, Sendable {
  /// For example `CCSS-M`.
  public let framework: String
  /// The grades, or `nil` for all.
  public let band: GradeBand?
  /// For example `NF`, or `nil` for all.
  public let domain: String?

  /// See the properties. A domain needs a band.
  public init(framework: String, band: GradeBand? = nil, domain: String? = nil) {
    precondition(domain == nil || band != nil, "a domain stands below a band")
    self.framework = framework
    self.band = band
    self.domain = domain
  }

  /// Reads `CCSS-M/3-5/NF`; `nil` where the form or the band is wrong.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    var band: GradeBand?
    if parts.count > 1 {
      guard let read = GradeBand(parts[1]) else { return nil }
      band = read
    }
    self.init(
      framework: String(parts[0]), band: band, domain: parts.count > 2 ? String(parts[2]) : nil)
  }

  /// Whether whoever holds this standard holds the other one too: same framework, all its grades, and
  /// the same domain or all of them.
  public func covers(_ other: Standard) -> Bool {
    guard framework == other.framework else { return false }
    guard let band else { return true }
    guard let otherBand = other.band, band.covers(otherBand) else { return false }
    return domain == nil || domain == other.domain
  }

  public static func < (left: Standard, right: Standard) -> Bool { left.description < right.description }
}

extension Standard: CustomStringConvertible {
  /// `CCSS-M/3-5/NF`.
  public var description: String {
    [framework, band?.description, domain].compactMap { $0 }.joined(separator: "/")
  }
}

/// A range of grades, from transitional kindergarten (-1) over kindergarten (0) to 12.
public struct GradeBand: Hashable, Sendable {
  /// The lowest grade: -1 for TK, 0 for K.
  public let lowest: Int
  /// The highest grade.
  public let highest: Int

  /// - Parameters:
  ///   - lowest: -1 for TK, 0 for K, to 12.
  ///   - highest: Not below `lowest`.
  public init?(lowest: Int, highest: Int) {
    guard (-1...12).contains(lowest), (lowest...12).contains(highest) else { return nil }
    self.lowest = lowest
    self.highest = highest
  }

  /// Reads `3-5`, `K-12`, `TK-2` or a single grade.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let lowest = Self.grade(parts[0]),
      let highest = Self.grade(parts[parts.count - 1])
    else { return nil }
    self.init(lowest: lowest, highest: highest)
  }

  /// Whether every grade of the other one lies in it; kindergarten takes TK with it.
  public func covers(_ other: GradeBand) -> Bool {
    (lowest <= other.lowest || lowest == 0 && other.lowest == -1) && other.highest <= highest
  }

  private static func grade(_ text: some StringProtocol) -> Int? {
    switch text {
    case "TK": -1
    case "K": 0
    default: text.utf8.count <= 2 && text.utf8.allSatisfy({ (48...57).contains($0) }) ? Int(text) : nil
    }
  }
}

extension GradeBand: CustomStringConvertible {
  /// `3-5`.
  public var description: String {
    lowest == highest ? Self.name(lowest) : "\(Self.name(lowest))-\(Self.name(highest))"
  }

  private static func name(_ grade: Int) -> String { grade == -1 ? "TK" : grade == 0 ? "K" : "\(grade)" }
}

/// What a leader may do with a standard.
public enum Level: String, CaseIterable, Codable, Hashable, Sendable, Comparable {
  /// Co-leads while learning.
  case support
  /// Leads.
  case lead

  public static func < (left: Level, right: Level) -> Bool { left == .support && right == .lead }
}
