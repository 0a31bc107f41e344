/// A table of at most 80 columns. One column, the widest text, gives way and wraps.
struct TextTable {
  /// Where a column's text stands.
  enum Alignment { case left, right }

  /// A column.
  struct Column {
    let title: String
    let alignment: Alignment

    static func left(_ title: String) -> Column { Column(title: title, alignment: .left) }
    static func right(_ title: String) -> Column { Column(title: title, alignment: .right) }
  }

  private let columns: [Column]
  private let flexible: Int
  private var rows: [[String]] = []
  private var summary: [String]?

  /// - Parameters:
  ///   - columns: From left to right.
  ///   - flexible: The position of the column that wraps.
  init(_ columns: [Column], flexible: Int = 0) {
    self.columns = columns
    self.flexible = flexible
  }

  var isEmpty: Bool { rows.isEmpty }

  /// - Parameter cells: As many as there are columns.
  mutating func row(_ cells: [String]) { rows.append(cells.map(\.onOneLine)) }

  /// A last row, under a rule.
  mutating func sum(_ cells: [String]) { summary = cells }

  /// The table's lines. Should the other columns leave it less than ten, the flexible one has its own lines.
  func lines(indent: Int = 0) -> [String] {
    var widths = columns.map { displayWidth(of: $0.title) }
    for row in rows + (summary.map { [$0] } ?? []) {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], displayWidth(of: cell)) }
    }
    let gaps = 2 * (columns.count - 1)
    let others = widths.enumerated().reduce(0) { $0 + ($1.offset == flexible ? 0 : $1.element) }
    widths[flexible] = min(widths[flexible], max(10, TextPage.width - indent - gaps - others))
    let margin = String(repeating: " ", count: indent)
    let rule = margin + widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    var lines = [margin + line(columns.map(\.title), widths), rule]
    for row in rows {
      let wrappedCells = wrapped(row[flexible], to: widths[flexible])
      for (number, part) in wrappedCells.enumerated() {
        var cells = number == 0 ? row : Array(repeating: "", count: row.count)
        cells[flexible] = part
        lines.append(margin + line(cells, widths))
      }
    }
    if let summary { lines += [rule, margin + line(summary, widths)] }
    return lines
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { text += "  " }
      text +=
        columns[column].alignment == .left ? cell.padded(to: widths[column]) : cell.aligned(to: widths[column])
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension TextPage {
  /// A table, unless it has no rows.
  mutating func table(_ table: TextTable, indent: Int = 0) {
    guard !table.isEmpty else { return }
    for text in table.lines(indent: indent) { line(text) }
  }
}
