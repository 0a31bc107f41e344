internal import Planning

/// Last year's plan of a new workspace: who coached whom. It claims no score and no bound.
enum LastYearText {
  static func text(of draft: WorkspaceDraft) -> String {
    let region = Region(title: draft.title, year: InventedCalendars.year, isIllustrative: true)
    let nothing = Scenario(region: region, periods: [], schools: [], leaders: [])
    let plan = Plan(
      title: "\(draft.title), last year", illustrative: true, workspace: ".",
      input: InputDigest(sha256: "", files: []), match: draft.lastYear, timetable: [], unserved: [],
      score: Score(of: ResolvedPlan(match: [], timetable: [], parts: [], in: nothing)),
      certificate: Certificate(match: nil, timetable: nil, seed: draft.seed, effort: 0, versions: [:]))
    return PlanFile.text(of: plan)
  }
}
