/// Lines of at most 80 columns, written from top to bottom.
struct TextPage {
  /// No line is wider.
  static let width = 80

  let ink: Ink
  private var lines: [String] = []

  init(color: Bool) { ink = Ink(isOn: color) }

  /// The page, every line ended.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// An empty line, never two.
  mutating func space() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A line that is known to fit.
  mutating func line(_ text: String) { lines.append(text) }

  /// The page's own title.
  mutating func title(_ text: String) {
    let own = wrapped(text, to: Self.width)
    lines += own.map { ink(.heading, $0) }
    lines.append(String(repeating: "=", count: own.map { displayWidth(of: $0) }.max() ?? 0))
  }

  /// The title of a section.
  mutating func heading(_ text: String) {
    space()
    let own = wrapped(text, to: Self.width)
    lines += own.map { ink(.heading, $0) }
    lines.append(String(repeating: "-", count: own.map { displayWidth(of: $0) }.max() ?? 0))
  }

  /// A paragraph.
  mutating func paragraph(_ text: String, indent: Int = 0, style: Ink.Style? = nil) {
    for line in wrapped(text, to: Self.width - indent) {
      lines.append(String(repeating: " ", count: indent) + (style.map { ink($0, line) } ?? line))
    }
  }

  /// A line of a list, what follows hanging under its text.
  mutating func bullet(_ text: String, indent: Int = 0) {
    item(String(repeating: " ", count: indent) + "-", text, column: indent + 2)
  }

  /// A label and, from a column on, a text that hangs under itself. A label that is too long has its own lines.
  mutating func item(_ label: String, _ text: String, column: Int, style: Ink.Style? = nil) {
    var first = label
    if displayWidth(of: label) >= column, column > 0 {
      lines += wrapped(label, to: Self.width)
      first = ""
    }
    let margin = String(repeating: " ", count: column)
    for (number, line) in wrapped(text, to: Self.width - column).enumerated() {
      let body = style.map { ink($0, line) } ?? line
      let whole = (number == 0 ? first.padded(to: column) : margin) + body
      lines.append(whole)
    }
  }
}
