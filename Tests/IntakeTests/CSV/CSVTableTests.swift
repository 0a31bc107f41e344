import Testing

@testable import Intake

struct CSVTableTests {
  private func read(_ text: String, dialect: CSVTable.Dialect = .commas) throws -> CSVTable {
    try CSVTable(Array(text.utf8), file: "a.csv", dialect: dialect)
  }

  private func rows(_ table: CSVTable) -> [[String]] {
    table.rows.map { row in table.header.indices.map { row[$0].text } }
  }

  /// The first message of a table that cannot be read.
  private func failure(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> String? {
    do {
      _ = try CSVTable(bytes, file: "a.csv", limits: limits)
      return nil
    } catch { return error.diagnostics[0].description }
  }

  private func failure(_ text: String) -> String? { failure(Array(text.utf8)) }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "\u{FEFF}a,b\n1,2\n\n3,4\n\n", "a,b,,\n1,2,,\n3,4\n,,,\n",
  ])
  func readsWhatSpreadsheetsWrite(text: String) throws {
    let table = try read(text)
    #expect(table.header.map(\.text) == ["a", "b"])
    #expect(rows(table) == [["1", "2"], ["3", "4"]])
    #expect(table.diagnostics.isEmpty)
  }

  @Test func readsQuotedFields() throws {
    let table = try read("a,b,c\n\"x, y\",\"two\r\nlines\",\"say \"\"hi\"\"\"\n1,5\" pipe,\n")
    #expect(rows(table) == [["x, y", "two\r\nlines", "say \"hi\""], ["1", "5\" pipe", ""]])
    #expect(table.rows[1].line == 4)
  }

  @Test func leavesQuotesAloneBetweenTabs() throws {
    let table = try read("a\tb\n\"x\t1,2\n", dialect: .tabs)
    #expect(rows(table) == [["\"x", "1,2"]])
  }

  @Test func knowsWhereAFieldStands() throws {
    let table = try read("\u{FEFF}é,b,\"c\"\n1,\"x\ny\",z\n,é,\"q\"\n")
    #expect(table.header.map(\.column) == [1, 3, 5])
    let places = table.rows.flatMap { row in (0..<3).map { [row[$0].line, row[$0].column] } }
    #expect(places == [[2, 1], [2, 3], [3, 4], [4, 1], [4, 2], [4, 4]])
  }

  @Test func fillsRowsThatAreCutShort() throws {
    let table = try read("a,b,c\n1\n\"2\"\n")
    #expect(rows(table) == [["1", "", ""], ["2", "", ""]])
    #expect(table.rows[1][2].line == 3)
    #expect(table.rows[1][2].column == 4)
  }

  @Test func namesAFieldTooMany() throws {
    let table = try read("a,b\n1,2,,3\n4,5,,\n")
    #expect(
      table.diagnostics.map(\.description) == [
        "a.csv:2:6: this row has 4 fields, the header 2; a field with a comma in it stands in quotes"
      ])
    #expect(rows(table) == [["1", "2"], ["4", "5"]])
  }

  @Test func namesAFieldUnderNoName() throws {
    let table = try read("a,,b\n1,,2\n1,x,2\n")
    #expect(
      table.diagnostics.map(\.description) == [
        "a.csv:3:3: this field stands in column 2, which has no name in the header"
      ])
  }

  @Test func namesAColumnThatIsThereTwice() throws {
    #expect(
      try read("a,b,a\n1,2,3\n").diagnostics.map(\.description) == [
        "a.csv:1:5: the column `a` stands in the header twice, first as column 1"
      ])
  }

  @Test func namesAQuoteThatIsNotClosed() {
    #expect(failure("a,b\n1,\"x\n2,3\n") == "a.csv:2:3: the quote that opens this field is never closed")
  }

  @Test func namesTextBehindAQuote() {
    #expect(
      failure("a,b\n1,\"x\"y\n")
        == "a.csv:2:6: text follows the quote that closes the field begun on line 2; a quote inside a quoted field "
        + "is doubled")
  }

  @Test func namesOtherSeparators() {
    #expect(
      failure("a;b\n1;2\n")
        == "a.csv:1:1: the columns are separated by semicolons; save the file with commas between them")
    #expect(
      failure("a\tb\n1\t2\n")
        == "a.csv:1:1: the columns are separated by tabs; save the file with commas between them")
  }

  @Test(arguments: ["", "\n\n", ",,\n", "\u{FEFF}"])
  func namesAnEmptyFile(text: String) {
    #expect(failure(text) == "a.csv: the file is empty; its first line must name the columns")
  }

  @Test func namesBytesThatAreNotText() {
    #expect(
      failure([0x61, 0x2C, 0x62, 0x0A, 0x31, 0xE9, 0x2C])
        == "a.csv:2:2: byte 0xE9 at offset 5 is not UTF-8; save the file as UTF-8 (in Excel: `CSV UTF-8`)")
    #expect(failure("a\u{0}b") == "a.csv:1:2: byte 0x00 at offset 1 is a control character; a text file has none")
    #expect(
      failure("a\rb") == "a.csv:1:2: byte 0x0D at offset 1 is a carriage return alone; a line ends with LF or CRLF")
    #expect(
      failure([0xFF, 0xFE, 0x61, 0x00])
        == "a.csv: the file is UTF-16, as its first bytes say; save it as UTF-8 (in Excel: `CSV UTF-8`)")
  }

  /// The bounds of table 3-7 of the Unicode Standard, from both sides.
  @Test(
    arguments: [
      ([0xC2, 0x80], nil), ([0xC1, 0x80], 0), ([0xE0, 0xA0, 0x80], nil), ([0xE0, 0x9F, 0x80], 0),
      ([0xED, 0x9F, 0xBF], nil), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x8F, 0xBF, 0xBF], nil),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0x41, 0xE2, 0x82], 1), ([0xF0, 0x90, 0x80, 0x41], 0), ([0x80], 0),
    ] as [([UInt8], Int?)])
  func findsTheFirstFault(bytes: [UInt8], fault: Int?) {
    #expect(UTF8Bytes.firstFault(in: bytes) == fault)
  }

  @Test func refusesWhatIsTooLarge() {
    let small = CSVLimits(fileBytes: 40, rowBytes: 10, fields: 4, rows: 2)
    func message(_ text: String) -> String? { failure(Array(text.utf8), limits: small) }
    #expect(message("a,b\n1,2\n3,4\n") == nil)
    #expect(
      message(String(repeating: "a", count: 41))
        == "a.csv: the file has 41 bytes; the limit is 40 bytes. Is it the right file?")
    #expect(message("a\n,,,,,,\n") == "a.csv:2:1: this row has more than 4 fields. Is it the right file?")
    #expect(
      message("a\n12345678901\n")
        == "a.csv:2:1: this row has more than 10 bytes. Is it the right file, and is every quote closed?")
    #expect(message("a\n1\n2\n3\n") == "a.csv:4:1: the file has more than 2 rows. Is it the right file?")
  }

  @Test func refusesTenMillionCommasInALine() {
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: 10_000_000)
    #expect(failure(commas) == "a.csv:1:1: this row has more than 1000 fields. Is it the right file?")
  }
}
