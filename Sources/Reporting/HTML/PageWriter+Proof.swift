internal import Planning

/// How good the plan is: the score term by term, and the certificate.
extension PageWriter {
  var scoreTables: Markup {
    let score = report.plan.score
    var markup: Markup = "<p class=\"quiet\">Amount times weight is cost; less is better. Money is in cents.</p>\n"
    for part in Score.Part.allCases where score.lines.contains(where: { $0.part == part }) {
      var table = MarkupTable(
        "The \(part.title)",
        [("Term", .text), ("What it counts", .text), ("Amount", .number), ("Weight", .number), ("Cost", .number)])
      for line in score.lines where line.part == part {
        table.row([
          Markup(line.term.title), Markup("\(line.term.text) (\(line.unit))"), Markup(line.amount),
          Markup(line.weight),
          Markup(line.product),
        ])
      }
      table.sum(["Total", "", "", "", Markup(score.total(of: part))])
      markup += table.markup
    }
    markup += "<p><strong>All together: \(score.total.grouped)</strong></p>\n"
    return markup
  }

  /// Who would rather have one another; nothing where nobody has preferences.
  var blockingPairs: Markup {
    guard let pairs = report.blockingPairs else { return "" }
    guard !pairs.isEmpty else {
      return
        "<p>Nobody: no coach and request would both rather have one another than what the plan gives them.</p>\n"
    }
    let items = pairs.map { "<li>\($0.sentence(in: report.scenario))</li>\n" as Markup }
    return "<ul>\n\(items.joined())</ul>\n"
  }

  var certificate: Markup {
    let plan = report.plan
    var markup: Markup = ""
    var facts: [(String, String)] = []
    for (part, certificate) in plan.certified {
      for statement in certificate.statements(on: part) { markup += "<p>\(statement)</p>\n" }
      facts += [
        ("Objective of the \(part.rawValue)", certificate.objective.grouped),
        ("Proven bound of the \(part.rawValue)", "\(certificate.bound.grouped) (\(certificate.boundMethod))"),
        ("Gap of the \(part.rawValue)", certificate.gapInPercent),
      ]
      if let aim = certificate.aim {
        facts += [
          ("Objective that was asked for", aim.objective.rawValue), ("Its price", aim.price.grouped),
          ("The best fit that was found", aim.bestFit.grouped),
        ]
      }
      if let changes = certificate.changes {
        facts += [
          ("Requests that change", changes.made.grouped), ("Proven fewest", changes.fewest.grouped),
          ("Proven bound at so few", changes.bound.grouped),
        ]
      }
    }
    facts += [("Seed", "\(plan.certificate.seed)"), ("Effort", plan.certificate.effort.grouped)]
    facts += plan.certificate.versions.sorted { $0.key < $1.key }.map { ("Version of \($0.key)", $0.value) }
    markup += "<dl>"
    for (name, value) in facts { markup += "<dt>\(name)</dt><dd>\(value)</dd>" }
    markup += "<dt>SHA-256 of the input</dt><dd class=\"digest\">\(plan.input.sha256)</dd></dl>\n"
    return markup
  }
}
