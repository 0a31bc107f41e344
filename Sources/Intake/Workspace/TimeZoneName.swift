/// Names of the IANA time zone database.
enum TimeZoneName {
  /// Those of the United States, for suggestions.
  static let unitedStates = [
    "America/Los_Angeles", "America/Denver", "America/Phoenix", "America/Chicago", "America/New_York",
    "America/Anchorage", "Pacific/Honolulu", "America/Boise", "America/Detroit", "America/Puerto_Rico",
  ]

  /// The database of the system.
  private static let database = "/usr/share/zoneinfo"

  /// Whether there is a zone of that name. Where the system has no database, the names of the United States
  /// and `UTC` are known.
  static func isKnown(_ name: String) -> Bool {
    if unitedStates.contains(name) || name == "UTC" { return true }
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2F, 0x5F, 0x2D, 0x2B].contains($0)
    }
    guard isPlain, !name.hasPrefix("/"), let bytes = try? InputFile.read(Path.join(database, name), limit: 1 << 20)
    else { return false }
    return bytes.starts(with: Array("TZif".utf8))
  }
}
