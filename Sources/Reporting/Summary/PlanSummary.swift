public import Planning

/// What a planner pastes into an e-mail: what is served, what is not and why, who is busiest, contact hours,
/// cost, and how good the plan is.
public struct PlanSummary: Sendable {
  private let report: Report
  private let figures: Figures

  /// How many entries a list shows before it counts the rest.
  private static let longest = 12

  /// - Complexity: O(plan).
  public init(plan: Plan, scenario: Scenario) { self.init(of: Report(plan: plan, scenario: scenario)) }

  init(of report: Report) {
    self.report = report
    figures = report.figures
  }

  /// Plain text, no line wider than 80 columns.
  public var text: String {
    var page = TextPage(color: false)
    let region = report.scenario.region
    page.title("\(region.title): plan of professional learning \(region.year.schoolYear)")
    if report.plan.illustrative || region.isIllustrative { page.paragraph(Report.illustrativeNotice) }
    if let omission = report.omission { page.paragraph(omission) }
    page.space()
    write(on: &page, isForEmail: true)
    return page.text
  }

  /// The summary's sections; the list of what is not served only where the page does not have it in full.
  func write(on page: inout TextPage, isForEmail: Bool) {
    writeServed(on: &page)
    if isForEmail { writeUnserved(on: &page) }
    writeBlockingPairs(on: &page, all: !isForEmail)
    writeSentences(shadowing, titled: "New coaches beside experienced ones", on: &page, all: !isForEmail)
    writeSentences(advice, titled: "What practice advises otherwise", on: &page, all: !isForEmail)
    writeBusiest(on: &page)
    page.heading("What it costs")
    for fact in costs { page.bullet(fact) }
    page.heading("How good the plan is")
    for (part, certificate) in report.plan.certified {
      for statement in certificate.statements(on: part) { page.bullet(statement) }
    }
    if isForEmail {
      page.bullet(
        """
        Costs count substitutes and mileage in cents and everything else (need that is not served, unfair \
        loads, changes and so on) by the weights of the region.
        """)
    }
  }

  private func writeServed(on page: inout TextPage) {
    page.heading("What is served")
    for fact in served { page.bullet(fact) }
  }

  /// What is served, a sentence each.
  var served: [String] {
    var facts: [String] = []
    if report.plan.parts.contains(.timetable), figures.series.asked > 0 {
      facts.append(
        "\(figures.series.served.grouped) of \(counted(figures.series.asked, "series", "series")), in "
          + "\(counted(figures.sessions, "session")).")
    }
    if report.plan.parts.contains(.match), figures.requests.asked > 0 {
      let visits = figures.visits > 0 ? ", with \(counted(figures.visits, "visit"))" : ""
      facts.append(
        "\(figures.requests.served.grouped) of "
          + "\(counted(figures.requests.asked, "coaching or mentoring request"))\(visits).")
    }
    if !figures.reach.isEmpty {
      let groups = figures.reach.map { "\(counted($0.educators, "educator")) by \($0.delivery.title)" }
      facts.append("Reach, counted apart (once a series): \(listed(groups)).")
    }
    if figures.educators > 0 {
      let threshold = report.scenario.region.limits.contact
      facts.append(
        """
        Contact time: \(Minutes(figures.contact.value / figures.educators).asDuration) on average for an educator \
        in a series, conferences apart; \(figures.sustained.served.grouped) of \
        \(counted(figures.sustained.asked, "series", "series")) \(figures.sustained.asked == 1 ? "reaches" : "reach") \
        \(threshold.asDuration), below which research has found no effect.
        """)
    }
    facts.append(
      "\(figures.leaders.served.grouped) of \(counted(figures.leaders.asked, "leader")) lead or coach.")
    return facts
  }

  /// What it costs, a sentence each.
  var costs: [String] {
    [
      "Substitutes for educators and leaders: \(figures.substitutes.inDollars).",
      "Mileage of leaders and coaches: \(figures.mileage.inDollars).",
      "Together: \((figures.substitutes + figures.mileage).inDollars).",
    ]
  }

  private func writeUnserved(on page: inout TextPage) {
    page.heading("What is not served, and why")
    let unserved = report.plan.unserved
    if unserved.isEmpty { page.bullet("Everything that was asked for is served.") }
    for entry in unserved.prefix(Self.longest) {
      page.bullet(report.title(of: entry))
      page.paragraph(entry.reason, indent: 2)
    }
    if unserved.count > Self.longest {
      page.bullet("and \(counted(unserved.count - Self.longest, "more", "more")), listed in the full report.")
    }
  }

  /// Whom new coaches shadow, a sentence each.
  var shadowing: [String] { report.shadowingSentences }

  /// What practice advises against, a sentence each.
  var advice: [String] { report.resolved.advice.map(\.message) }

  /// A list under its heading; nothing of none.
  private func writeSentences(
    _ sentences: [String], titled title: String, on page: inout TextPage, all: Bool
  ) {
    guard !sentences.isEmpty else { return }
    page.heading(title)
    let shown = all ? sentences.count : Self.longest
    for sentence in sentences.prefix(shown) { page.bullet(sentence) }
    if sentences.count > shown {
      page.bullet("and \(counted(sentences.count - shown, "more", "more")), listed in the full report.")
    }
  }

  private func writeBlockingPairs(on page: inout TextPage, all: Bool) {
    guard let pairs = report.blockingPairs else { return }
    let nobody = "Nobody: no coach and request would both rather have one another than what the plan gives them."
    writeSentences(
      pairs.isEmpty ? [nobody] : pairs.map { $0.sentence(in: report.scenario) },
      titled: "Who would rather have one another", on: &page, all: all)
  }

  private func writeBusiest(on page: inout TextPage) {
    let busiest = report.loads.busiestFirst.filter { $0.events > 0 }.prefix(5)
    guard !busiest.isEmpty else { return }
    page.heading("Who is busiest")
    for load in busiest {
      let cap = load.leader.releaseHalfDays.map { " of \(days(ofHalfDays: $0))" } ?? ""
      page.bullet(
        """
        \(report.scenario.title(of: load.leader)): \(counted(load.sessions, "session")), \
        \(counted(load.visits, "visit")), \(days(ofHalfDays: load.halfDays))\(cap) release days.
        """)
    }
  }
}

extension Report {
  /// The summary to paste into an e-mail.
  public var summary: PlanSummary { PlanSummary(of: self) }
}
