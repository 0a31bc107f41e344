public import Planning

/// Everything that is printed of one plan: calendars, agendas, tables, maps.
///
/// A report is a function of the plan and its scenario and of nothing else (no clock, no machine), so that
/// printing twice gives the same bytes. What the plan names and the scenario does not have is left out and
/// said (``Verification`` names each).
public struct Report: Sendable {
  /// The plan.
  public let plan: Plan
  /// What it was made from.
  public let scenario: Scenario

  let resolved: ResolvedPlan
  let agenda: Agenda
  let loads: [LeaderLoad]
  /// Who would rather have one another; `nil` where the plan has no match or nobody has preferences.
  let blockingPairs: [BlockingPair]?

  /// Looks up every name and sorts every event once. O(plan · log plan + leaders).
  public init(plan: Plan, scenario: Scenario) {
    self.plan = plan
    self.scenario = scenario
    resolved = ResolvedPlan(plan, in: scenario)
    agenda = Agenda(of: resolved)
    loads = LeaderLoad.all(in: resolved)
    blockingPairs =
      plan.parts.contains(.match) && scenario.hasMatchPreferences ? resolved.blockingPairs : nil
  }

  /// What is missing from the report because the scenario does not have it; `nil` where nothing is.
  var omission: String? {
    let count = resolved.unresolved.count
    return count == 0
      ? nil
      : "\(counted(count, "entry", "entries")) of the plan cannot be looked up in the workspace and "
        + "\(count == 1 ? "is" : "are") left out here; `cadre verify` names \(count == 1 ? "it" : "each")."
  }
}
