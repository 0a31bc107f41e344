internal import Planning

/// A table with header cells, in a box that scrolls where it is wider than the page.
struct MarkupTable {
  /// What a column holds.
  enum Kind: String {
    case text = ""
    case time = "t"
    case number = "n"
  }

  private let caption: String?
  private let columns: [(title: String, kind: Kind)]
  private var rows: Markup = ""
  private var foot: Markup = ""
  private(set) var isEmpty = true

  init(_ caption: String? = nil, _ columns: [(title: String, kind: Kind)]) {
    self.caption = caption
    self.columns = columns
  }

  /// - Parameter cells: As many as there are columns; the first is the row's header.
  mutating func row(_ cells: [Markup]) {
    isEmpty = false
    rows += line(cells)
  }

  /// A last row that sums up.
  mutating func sum(_ cells: [Markup]) { foot = line(cells) }

  private func line(_ cells: [Markup]) -> Markup {
    var markup: Markup = "<tr>"
    for (position, cell) in cells.enumerated() {
      let kind = columns[position].kind
      let style: Markup = kind == .text ? "" : " class=\"\(kind.rawValue)\""
      markup += position == 0 ? "<th scope=\"row\"\(style)>\(cell)</th>" : "<td\(style)>\(cell)</td>"
    }
    markup += "</tr>\n"
    return markup
  }

  var markup: Markup {
    if isEmpty { return "" }
    var markup: Markup = "<div class=\"scroll\"><table>"
    if let caption { markup += "<caption>\(caption)</caption>" }
    markup += "<thead><tr>"
    for column in columns {
      let style: Markup = column.kind == .text ? "" : " class=\"\(column.kind.rawValue)\""
      markup += "<th scope=\"col\"\(style)>\(column.title)</th>"
    }
    markup += "</tr></thead>\n<tbody>\n\(rows)</tbody>"
    if !foot.text.isEmpty { markup += "<tfoot>\(foot)</tfoot>" }
    markup += "</table></div>\n"
    return markup
  }
}

extension Markup {
  /// Plain text.
  init(_ text: String) { self = "\(text)" }

  /// A number with commas between thousands.
  init(_ number: Int) { self.init(number.grouped) }
}
