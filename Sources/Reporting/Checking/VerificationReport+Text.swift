internal import Planning

extension VerificationReport {
  /// For a terminal; no line is wider than 80 columns.
  ///
  /// - Parameter color: Whether to emphasise for a terminal. Whether one wants it is the caller's to know.
  public func text(color: Bool = false) -> String {
    var page = TextPage(color: color)
    page.title("\(plan.title): verification")
    if plan.illustrative { page.paragraph(Report.illustrativeNotice, style: .warning) }
    page.space()
    page.paragraph(verdict, style: verification.isValid ? .heading : .warning)
    writeRules(on: &page)
    if !verification.disagreements.isEmpty {
      page.heading("Where the plan says something else than what was derived")
      for sentence in verification.disagreements { page.bullet(sentence) }
    }
    if !verification.blockingPairs.isEmpty {
      page.heading("Who would rather have one another (no rule forbids it)")
      for sentence in verification.blockingPairs { page.bullet(sentence) }
    }
    if !verification.advice.isEmpty {
      page.heading("What practice advises otherwise (no rule forbids it)")
      for advice in verification.advice { page.bullet(advice.message) }
    }
    page.heading("Score, as derived from the workspace and the plan")
    page.write(verification.score)
    page.heading("Certificate")
    for (part, certificate) in plan.certified {
      for statement in certificate.statements(on: part) { page.bullet(statement) }
      page.bullet("The bound comes from \(certificate.boundMethod). \(recomputed(part, certificate))")
    }
    return page.text
  }

  /// What of a bound was computed again here, and what was not.
  private func recomputed(_ part: Score.Part, _ certificate: Certificate.Part) -> String {
    let (again, multipliers) =
      switch part {
      case .match: (verification.matchBound, "multipliers")
      case .timetable: (verification.timetableBound, "prices")
      }
    guard let again else { return "It was not computed again here." }
    // No score is below zero.
    let bound = max(0, again)
    if bound >= certificate.bound { return "Its \(multipliers) prove it: it was computed again here." }
    return """
      Its \(multipliers) prove \(bound.grouped), as was computed again here; what is above that is the search's word.
      """
  }

  private var verdict: String {
    if verification.isValid { return "VALID: every rule is kept, and score and certificate are what was derived." }
    let parts = [
      verification.violations.isEmpty ? nil : counted(verification.violations.count, "violation"),
      verification.disagreements.isEmpty ? nil : counted(verification.disagreements.count, "disagreement"),
    ].compactMap { $0 }
    return "NOT VALID: \(listed(parts))."
  }

  private func writeRules(on page: inout TextPage) {
    page.heading("Rules")
    for finding in findings {
      let count = finding.violations.count
      let mark = count == 0 ? "kept" : counted(count, "violation")
      page.item("  " + mark, finding.name, column: 18, style: count == 0 ? nil : .warning)
    }
    for finding in findings where !finding.violations.isEmpty {
      page.heading("Broken: \(finding.name)")
      page.paragraph(finding.text)
      page.space()
      for violation in finding.violations { page.bullet(violation.message) }
    }
  }
}
