import Foundation
import Testing

/// One thing that is wrong with a workspace, and what is said of it.
struct BadInput: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Where the first diagnostic points: `series.csv:2`.
  let place: String
  /// What it names.
  let words: [String]
  /// Makes the small workspace wrong.
  let spoil: @Sendable (Folder) throws -> Void

  private init(
    _ what: String, at place: String, says words: [String], spoil: @escaping @Sendable (Folder) throws -> Void
  ) {
    testDescription = what
    self.place = place
    self.words = words
    self.spoil = spoil
  }

  /// A text in a file replaced by another.
  private static func edited(
    _ what: String, _ file: String, _ old: String, _ new: String, at place: String, says words: String...
  ) -> BadInput {
    BadInput(what, at: place, says: words) { folder in
      let text = try folder.text("W/\(file)")
      precondition(text.contains(old), "\(file) has no \(old)")
      try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: "W/\(file)")
    }
  }

  /// A file added or replaced.
  private static func file(
    _ what: String, _ name: String, _ text: String, at place: String, says words: String...
  ) -> BadInput {
    BadInput(what, at: place, says: words) { try $0.write(text, to: "W/\(name)") }
  }

  static let all: [BadInput] = [
    BadInput("a missing file", at: "periods.csv", says: ["no such file"]) {
      try FileManager.default.removeItem(at: $0["W/periods.csv"])
    },
    BadInput("a missing folder", at: "W", says: ["cannot be read"]) {
      try FileManager.default.removeItem(at: $0["W"])
    },
    .edited("a missing column", "leaders.csv", "standards,", "skills,", at: "leaders.csv:1", says: "standards"),
    .edited("a number in words", "series.csv", ",20,", ",twenty,", at: "series.csv:2:", says: "twenty"),
    .edited("an unknown key", "series.csv", "S1,Fractions,A", "S1,Fractions,AA", at: "series.csv:2:14", says: "AA"),
    .edited(
      "an unknown standard", "coaching.csv", "CCSS-M/6-8", "CCSS-M/6-18", at: "coaching.csv:2:6",
      says: "CCSS-M/6-18",
      "CCSS-M/6-8"),
    .edited("a key twice", "series.csv", "\nS2,", "\nS1,", at: "series.csv:3:1", says: "S1"),
    .edited(
      "a date out of the school year", "series.csv", "2027-03-26,20", "2028-03-26,20", at: "series.csv:2:",
      says: "2028-03-26", "2027-06-04"),
    .edited(
      "an end before its start", "coaching.csv", "2026-12-11", "2026-09-01", at: "coaching.csv:2:",
      says: "2026-09-01"),
    .edited("coordinates out of range", "schools.csv", "36.98,", "136.98,", at: "schools.csv:3:", says: "136.98"),
    .edited("periods that overlap", "periods.csv", "12:30", "11:00", at: "periods.csv:3:", says: "PM", "AM"),
    .edited("a gap that cannot be", "series.csv", "14,42", "42,14", at: "series.csv:2:", says: "42", "14"),
    .edited(
      "gaps that do not fit the window", "series.csv", "2027-03-26,20", "2026-09-14,20", at: "series.csv:2:",
      says: "2026-09-14"),
    .file(
      "a pin that contradicts another", "pins.csv", "what,field,value\nC1,coach,L1\nC1,coach,L2\n",
      at: "pins.csv:3:", says: "C1"),
    .file(
      "a pin on a holiday", "pins.csv", "what,field,value\nS1,session 1,2026-11-26 AM\n", at: "pins.csv:2:",
      says: "2026-11-26"),
    .file(
      "a pin of nobody", "pins.csv", "what,field,value\nS1,team,L7\n", at: "pins.csv:2:", says: "L7"),
    BadInput("text that is not UTF-8", at: "schools.csv:2:", says: ["UTF-8", "0xE9"]) { folder in
      var data = try folder.data("W/schools.csv")
      data.replace(Data("Alder".utf8), with: Data("Ald\u{0}r".utf8))
      data[data.firstIndex(of: 0)!] = 0xE9
      try data.write(to: folder["W/schools.csv"])
    },
    BadInput("a file of 200 MB", at: "series.csv", says: ["200 MiB"]) { folder in
      let file = try FileHandle(forWritingTo: folder["W/series.csv"])
      try file.truncate(atOffset: 200 << 20)
    },
    BadInput("ten million commas in a line", at: "series.csv:4", says: ["fields"]) { folder in
      let text = try folder.text("W/series.csv") + String(repeating: ",", count: 10_000_000) + "\n"
      try folder.write(text, to: "W/series.csv")
    },
    .edited(
      "a code without its leading zero", "schools.csv", "\nA,", "\n1611190106401,", at: "schools.csv:2:1",
      says: "1611190106401", "zero"),
    .edited(
      "a code as a spreadsheet shows it", "schools.csv", "\nA,", "\n1.1E+12,", at: "schools.csv:2:1",
      says: "1.1E+12", "text"),
    .edited(
      "a date with its day first", "series.csv", "2026-09-07", "14/9/2026", at: "series.csv:2:",
      says: "14/9/2026", "2026-09-14"),
    .edited(
      "a date with two readings", "series.csv", "2026-09-07", "9/14/26", at: "series.csv:2:", says: "9/14/26"),
    .edited("a quote that never ends", "schools.csv", "Alder", "\"Alder", at: "schools.csv:2:", says: "quote"),
    .edited(
      "a field too many", "venues.csv", "2027-06-04,", "2027-06-04,,x", at: "venues.csv:2:", says: "9 fields"),
    .edited(
      "a setting that there is not", "region.yaml", "seed: 7", "sead: 7", at: "region.yaml:4", says: "sead", "seed"),
    .edited("region.yaml that is none", "region.yaml", "{from", "{{from", at: "region.yaml:4", says: "YAML"),
  ]
}
