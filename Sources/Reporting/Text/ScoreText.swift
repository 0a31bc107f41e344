internal import Planning

extension TextPage {
  /// The score's tables: a part's products add up to its total, the totals to the plan's. Amounts of money are
  /// in cents, as in the score itself.
  mutating func write(_ score: Score) {
    let parts = Score.Part.allCases.filter { part in score.lines.contains { $0.part == part } }
    for part in parts {
      var table = TextTable([.left("term"), .right("amount"), .right("weight"), .right("cost")])
      for line in score.lines where line.part == part {
        table.row([line.term.title, line.amount.grouped, line.weight.grouped, line.product.grouped])
      }
      table.sum(["total", "", "", score.total(of: part).grouped])
      paragraph("The \(part.title):")
      self.table(table, indent: 2)
      space()
    }
    if parts.count > 1 { line("Both together: \(score.total.grouped)") }
    space()
    paragraph("Amounts are counted as follows:")
    for term in Term.allCases where score.lines.contains(where: { $0.term == term }) {
      bullet("\(term.title): \(term.text) (\(term.unit)).", indent: 2)
    }
  }
}

extension Term {
  /// Its name as words: `unserved need`.
  var title: String { rawValue.split(separator: "-").joined(separator: " ") }
}
