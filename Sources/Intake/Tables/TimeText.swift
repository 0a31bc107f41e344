internal import Planning

/// Times of day as planners and spreadsheets write them.
enum TimeText {
  /// Reads `8:30`, `16:00`, `16:00:00` and `4:00 PM`; `nil` for anything else.
  static func read(_ text: String) -> Minutes? {
    var clock = text.uppercased()
    var half: Int?
    for (suffix, hours) in [("AM", 0), ("PM", 12)] where clock.hasSuffix(suffix) {
      half = hours
      clock.removeLast(2)
      while clock.hasSuffix(" ") { clock.removeLast() }
    }
    let parts = clock.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.count == 2 || parts[2].allSatisfy({ $0 == 0x30 }),
      var hour = Int(String(decoding: Array(parts[0]), as: UTF8.self)),
      let minute = Int(String(decoding: Array(parts[1]), as: UTF8.self)), minute < 60
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard hour < 24 else { return nil }
    return Minutes(hour * 60 + minute)
  }
}
