public import Planning

/// The schools of California's Department of Education, or those of some districts and counties.
public struct SchoolDirectory: Sendable {
  /// A school that cannot be used, and why.
  public struct LeftOut: Hashable, Sendable {
    /// Its name and code.
    public let name: String
    /// What is missing.
    public let reason: String
  }

  /// The districts that have a school, in the order of the file. They say nothing of substitutes.
  public let districts: [District]
  /// The active schools, in the order of the file.
  public let schools: [School]
  /// Active schools that cannot be used.
  public let leftOut: [LeftOut]
  /// Schools and districts that are closed, merged or not open yet.
  public let closed: Int

  init(districts: [District], schools: [School], leftOut: [LeftOut] = [], closed: Int = 0) {
    self.districts = districts
    self.schools = schools
    self.leftOut = leftOut
    self.closed = closed
  }
}

/// Why a selection of schools cannot be made.
public enum DirectorySelectionError: Error, Hashable, Sendable {
  /// No district has that name or code.
  case unknownDistrict(String, suggestion: String?)
  /// Several districts have that name.
  case ambiguousDistrict(String, [District])
  /// No county has that name.
  case unknownCounty(String, suggestion: String?)
}

extension DirectorySelectionError: CustomStringConvertible {
  /// The sentence that is shown.
  public var description: String {
    func advice(_ suggestion: String?) -> String { suggestion.map { "; did you mean `\($0)`?" } ?? "." }
    switch self {
    case .unknownDistrict(let name, let suggestion):
      return "No district `\(name)` in the directory\(advice(suggestion))"
    case .ambiguousDistrict(let name, let districts):
      let list = districts.map { "\($0.id) (\($0.county) County)" }.joined(separator: ", ")
      return "\(districts.count) districts are called `\(name)`: \(list). Give the code of the one you mean."
    case .unknownCounty(let name, let suggestion):
      return "No county `\(name)` in the directory\(advice(suggestion))"
    }
  }
}

extension SchoolDirectory {
  /// The schools of some districts and of some counties, both together; all of them where neither is named.
  ///
  /// - Parameters:
  ///   - districts: Names or codes of 14 or 7 digits; case does not count.
  ///   - counties: Names, with or without `County`; a school belongs to the county that it lies in.
  /// - Throws: The first name that is unknown, or that several districts have.
  /// - Complexity: O(schools + names · districts).
  public func selecting(districts names: [String], counties: [String]) throws(DirectorySelectionError)
    -> SchoolDirectory
  {
    if names.isEmpty, counties.isEmpty { return self }
    var wantedDistricts: Set<District.ID> = []
    for name in names { wantedDistricts.insert(try district(named: name).id) }
    var wantedCounties: Set<String> = []
    for name in counties { wantedCounties.insert(try county(named: name)) }
    let kept = schools.filter { wantedDistricts.contains($0.district) || wantedCounties.contains($0.county) }
    let used = Set(kept.map(\.district))
    return SchoolDirectory(districts: self.districts.filter { used.contains($0.id) }, schools: kept)
  }

  private func district(named name: String) throws(DirectorySelectionError) -> District {
    let folded = Self.folded(name)
    let found = districts.filter {
      Self.folded($0.name) == folded || $0.id == folded || $0.id == folded + "0000000" && folded.utf8.count == 7
    }
    if found.count > 1 { throw .ambiguousDistrict(name, found) }
    if let only = found.first { return only }
    throw .unknownDistrict(name, suggestion: Self.suggestion(for: name, among: districts.map(\.name)))
  }

  private func county(named name: String) throws(DirectorySelectionError) -> String {
    var folded = Self.folded(name)
    if folded.hasSuffix(" county") { folded.removeLast(" county".count) }
    var seen: Set<String> = []
    let counties = schools.map(\.county).filter { seen.insert($0).inserted }
    if let found = counties.first(where: { Self.folded($0) == folded }) { return found }
    throw .unknownCounty(name, suggestion: Self.suggestion(for: name, among: counties))
  }

  /// The closest name, or one that begins with or contains what was written: `Madera` for `Madera Unified`.
  private static func suggestion(for name: String, among names: [String]) -> String? {
    if let close = Suggestion.closest(to: name, among: names) { return close }
    let folded = folded(name)
    guard !folded.isEmpty else { return nil }
    return names.first { Self.folded($0).hasPrefix(folded) } ?? names.first { Self.folded($0).contains(folded) }
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().split(separator: " ").joined(separator: " ")
  }
}
