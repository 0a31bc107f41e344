/// Who must be in the team of a series: `teacher>=2 site|admin>=1 highered<=1 size<=4`.
public struct TeamRequirement: Hashable, Sendable {
  /// Bounds on how many members have one of some roles.
  public struct Clause: Hashable, Sendable {
    /// The roles, in the order of ``Role``.
    public let roles: [Role]
    /// The least and the greatest number of members with one of them.
    public let count: ClosedRange<Int>

    /// See the properties.
    public init(roles: [Role], count: ClosedRange<Int>) {
      self.roles = roles
      self.count = count
    }
  }

  /// Bounds by role.
  public let clauses: [Clause]
  /// Bounds on the number of members.
  public let size: ClosedRange<Int>
  /// The size of the smallest team that meets every bound.
  public let leastSize: Int

  /// No team is larger.
  public static let largestSize = 12

  /// What is wrong with a requirement's text.
  public enum Problem: Error, Hashable {
    /// A word that is no bound.
    case unreadable(String)
    /// A role that does not exist.
    case unknownRole(String)
    /// Bounds that no team meets.
    case impossible(String)
  }

  /// Reads the text of the column `team`.
  public init(parsing text: some StringProtocol) throws(Problem) {
    var bounds: [(roles: [Role], least: Int, most: Int)] = []
    var least = 1
    var most = Self.largestSize
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }) {
      guard let operatorStart = word.firstIndex(where: { $0 == "<" || $0 == ">" || $0 == "=" }) else {
        throw .unreadable(String(word))
      }
      let subject = word[..<operatorStart]
      let rest = word[operatorStart...]
      let sign = rest.prefix { $0 == "<" || $0 == ">" || $0 == "=" }
      guard ["<=", ">=", "="].contains(sign), let number = Int(rest.dropFirst(sign.count)),
        (0...Self.largestSize).contains(number)
      else { throw .unreadable(String(word)) }
      let low = sign == "<=" ? 0 : number
      let high = sign == ">=" ? Self.largestSize : number
      if subject == "size" {
        least = max(least, low)
        most = min(most, high)
      } else {
        var roles: [Role] = []
        for name in subject.split(separator: "|", omittingEmptySubsequences: false) {
          guard let role = Role(rawValue: String(name)) else { throw .unknownRole(String(name)) }
          roles.append(role)
        }
        roles = Role.allCases.filter(roles.contains)
        if let known = bounds.firstIndex(where: { $0.roles == roles }) {
          bounds[known].least = max(bounds[known].least, low)
          bounds[known].most = min(bounds[known].most, high)
        } else {
          bounds.append((roles, low, high))
        }
      }
    }
    for bound in bounds where bound.least > bound.most {
      let names = bound.roles.map(\.rawValue).joined(separator: "|")
      throw .impossible("\(names) at least \(bound.least) and at most \(bound.most)")
    }
    guard least <= most else { throw .impossible("size at least \(least) and at most \(most)") }
    clauses = bounds.map { Clause(roles: $0.roles, count: $0.least...$0.most) }
    size = least...most
    guard let smallest = Self.leastSize(of: clauses, within: size) else { throw .impossible(String(text)) }
    leastSize = smallest
  }

  /// The size of the smallest team that meets every bound; `nil` where none does. O(size⁴).
  private static func leastSize(of clauses: [Clause], within size: ClosedRange<Int>) -> Int? {
    func exists(_ counts: [Int], _ left: Int) -> Bool {
      if counts.count == Role.allCases.count - 1 { return isMet(clauses, by: counts + [left]) }
      return (0...left).contains { exists(counts + [$0], left - $0) }
    }
    return size.first { exists([], $0) }
  }

  private static func isMet(_ clauses: [Clause], by counts: [Int]) -> Bool {
    clauses.allSatisfy { clause in
      clause.count.contains(
        zip(Role.allCases, counts).reduce(0) { $0 + (clause.roles.contains($1.0) ? $1.1 : 0) })
    }
  }

  /// Whether the numbers of members by role, in the order of ``Role``, meet the clauses.
  public func isMet(byRoleCounts counts: [Int]) -> Bool { Self.isMet(clauses, by: counts) }

  /// Whether somebody of a role counts towards a lower bound.
  public func asks(for role: Role) -> Bool {
    clauses.contains { $0.roles.contains(role) && $0.count.lowerBound > 0 }
  }
}

extension TeamRequirement: CustomStringConvertible {
  /// The text of the column `team`.
  public var description: String {
    var words: [String] = []
    func add(_ subject: String, _ range: ClosedRange<Int>, least: Int) {
      if range.lowerBound == range.upperBound {
        words.append("\(subject)=\(range.lowerBound)")
        return
      }
      if range.lowerBound > least { words.append("\(subject)>=\(range.lowerBound)") }
      if range.upperBound < Self.largestSize { words.append("\(subject)<=\(range.upperBound)") }
    }
    for clause in clauses { add(clause.roles.map(\.rawValue).joined(separator: "|"), clause.count, least: 0) }
    add("size", size, least: 1)
    return words.joined(separator: " ")
  }
}
