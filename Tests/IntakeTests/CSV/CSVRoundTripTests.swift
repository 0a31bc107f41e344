import TestSupport
import Testing

@testable import Intake

struct CSVRoundTripTests {
  private static let pieces = [
    "a", "é", "🎓", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\t", ";", "0", "\u{FEFF}", "=", "日本",
  ]

  @Test(arguments: 0..<300 as Range<UInt64>)
  func whatIsWrittenIsRead(seed: UInt64) throws {
    var randomness = SplitMix(seed: seed)
    let columns = Int.random(in: 1...5, using: &randomness)
    let header = (0..<columns).map { "column \($0)" }
    let rows = (0..<Int.random(in: 0...6, using: &randomness)).map { _ in
      (0..<columns).map { column in
        let length = Int.random(in: 0...4, using: &randomness)
        let text = (0..<length).compactMap { _ in Self.pieces.randomElement(using: &randomness) }.joined()
        // A row without content is not a row.
        return column == 0 ? "x" + text : text
      }
    }
    var text = CSVText(header: header)
    for row in rows { text.append(row) }

    let table = try CSVTable(Array(text.text.utf8), file: "a.csv")
    #expect(table.header.map(\.text) == header)
    #expect(
      table.rows.map { row in header.indices.map { Array(row[$0].verbatim.utf8) } }
        == rows.map { $0.map { Array($0.utf8) } })
    #expect(table.diagnostics.isEmpty)
  }

  /// Bytes changed, dropped and doubled at random give a table or a message, and every place lies in the file.
  @Test(arguments: 0..<400 as Range<UInt64>)
  func noBytesAreTooStrange(seed: UInt64) {
    var randomness = SplitMix(seed: seed)
    var bytes = Array("\u{FEFF}school,name\r\nS1,\"A, \"\"B\"\"\"\r\nS2,\"é\nf\",,\r\n".utf8)
    for _ in 0..<Int.random(in: 1...6, using: &randomness) {
      guard !bytes.isEmpty else { break }
      let position = Int.random(in: bytes.indices, using: &randomness)
      switch Int.random(in: 0..<4, using: &randomness) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &randomness)
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(bytes[position], at: position)
      default: bytes[position] = [0x22, 0x2C, 0x0A, 0x0D].randomElement(using: &randomness) ?? 0x22
      }
    }
    let lines = bytes.count { $0 == 0x0A } + 1
    let diagnostics: [Diagnostic]
    do {
      let table = try CSVTable(bytes, file: "a.csv")
      diagnostics = table.diagnostics
      for row in table.rows {
        for position in table.header.indices {
          #expect((1...lines).contains(row[position].line))
          #expect(row[position].text.utf8.count <= bytes.count)
        }
      }
    } catch {
      diagnostics = error.diagnostics
      #expect(!diagnostics.isEmpty)
    }
    for diagnostic in diagnostics { #expect(diagnostic.line.map { (1...lines).contains($0) } ?? true) }
  }
}
