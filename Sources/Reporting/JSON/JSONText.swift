internal import FoundationEssentials

/// JSON that is the same for the same value: keys sorted, indented, ended by a line break.
enum JSONText {
  /// - Precondition: The value has no number that JSON lacks, which no report has.
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("every value of a report can be written as JSON")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
