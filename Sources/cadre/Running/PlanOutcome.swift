internal import FoundationEssentials
internal import Planning

/// What came of planning, for programs: where the plan is, what is served, and how good it is.
struct PlanOutcome: Encodable {
  /// One of the two problems.
  struct Part: Encodable {
    let asked: Int
    let served: Int
    let objective: Int
    let bound: Int
    /// In percent of the objective, rounded down to hundredths.
    let gap: Double
    let cutShort: Bool
    let aim: Certificate.Aim?
    let changes: Certificate.Changes?
  }

  let schema = "cadre-outcome/1"
  let plan: String
  let title: String
  let illustrative: Bool
  let input: String
  let seed: UInt64
  let effort: Int
  let objective: Int
  let match: Part?
  let timetable: Part?
  let unserved: [Unserved]
  /// Coaches and requests who would both rather have one another, a sentence each; left out where nobody has
  /// preferences.
  let blockingPairs: [String]?

  init(of plan: Plan, and scenario: Scenario, in path: String) {
    func part(_ certified: Certificate.Part?, _ kind: Unserved.Kind, served: Int) -> Part? {
      certified.map {
        Part(
          asked: served + plan.unserved.count { $0.kind == kind }, served: served, objective: $0.objective,
          bound: $0.bound, gap: Double($0.gap) / 100, cutShort: $0.cutShort, aim: $0.aim,
          changes: $0.changes)
      }
    }
    self.plan = path
    title = plan.title
    illustrative = plan.illustrative
    input = plan.input.sha256
    seed = plan.certificate.seed
    effort = plan.certificate.effort
    objective = plan.score.total
    match = part(plan.certificate.match, .request, served: plan.match.count)
    timetable = part(plan.certificate.timetable, .series, served: plan.timetable.count)
    unserved = plan.unserved
    blockingPairs =
      plan.parts.contains(.match) && scenario.hasMatchPreferences
      ? ResolvedPlan(plan, in: scenario).blockingPairs.map { $0.sentence(in: scenario) } : nil
  }

  /// With sorted keys, and a line feed at its end.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Nothing in it can fail to be encoded: no number is other than finite.
    return String(decoding: try! encoder.encode(self), as: UTF8.self) + "\n"
  }
}
