internal import Intake
internal import MIP
internal import Planning
internal import Solving

/// Makes a plan of a workspace: match, then visits and timetable, then score and certificate.
struct Planner {
  /// What is planned.
  let workspace: Workspace
  /// The problems to answer.
  let parts: Set<Score.Part>
  /// What the match is to be best at.
  let objective: MatchObjective
  /// Whether it changes the published one as little as possible instead.
  let changesLeast: Bool
  /// Effort, seed and threads.
  let search: SearchOptions
  /// When the command began.
  let start: ContinuousClock.Instant
  /// What may end it early.
  let interrupt: Interrupt
  /// Who is told how far it is.
  let progress: Progress.Handler

  /// The share of a time limit that the match may take where a timetable follows, in percent. What it leaves
  /// is the timetable's.
  private static let matchShare = 30

  /// Solves, and checks the result by the rules alone.
  ///
  /// - Parameter workspacePath: The workspace as it is reached from the plan's folder.
  /// - Throws: `SolvingError` where there is no plan; ``PlanDefect`` where the plan does not verify.
  func plan(seenFrom workspacePath: String) throws -> Plan {
    let scenario = workspace.scenario
    let match = parts.contains(.match) ? try self.match() : nil
    var timetable: TimetableSolution?
    if parts.contains(.timetable) {
      timetable = try solveTimetable(
        scenario, match: match?.matched ?? [], settings: settings(within: search.limit))
    }
    let plan = try compose(match, timetable, workspacePath: workspacePath)
    progress(Progress(phase: "verifying"))
    let verification = Verification(of: plan, in: scenario)
    guard verification.isValid else { throw PlanDefect(verification: verification) }
    return plan
  }

  /// What a match came to.
  private struct Matching {
    let matched: [MatchedRequest]
    let unserved: [Unserved]
    let part: Certificate.Part
    /// `nil` where it changes the published one as little as possible.
    let solution: MatchSolution?
  }

  private func match() throws -> Matching {
    let scenario = workspace.scenario
    let settings = settings(
      within: search.limit.map { parts.contains(.timetable) ? $0 * Self.matchShare / 100 : $0 })
    if changesLeast, let published = scenario.published {
      let again = try rematch(
        scenario, from: published.match, proof: published.certificate.match?.proof, settings: settings)
      return Matching(matched: again.matched, unserved: again.unserved, part: again.part, solution: nil)
    }
    let solution = try solveMatch(scenario, settings: settings, objective: objective)
    return Matching(
      matched: solution.matched, unserved: solution.unserved, part: solution.part, solution: solution)
  }

  private func settings(within limit: Duration?) -> SearchSettings {
    SearchSettings(
      effort: effort, seed: seed, threads: search.threadsInUse,
      stop: interrupt.stop(at: limit.map { start + $0 }), progress: progress)
  }

  /// A search for a match uses all the time that it is given; one for a timetable has to know before how long it
  /// cools.
  private var effort: Effort {
    if let effort = search.effort { return effort }
    guard parts == [.match], let seconds = search.timeLimit else { return .standard }
    // About what fits, and not less than without a limit.
    return Effort(max(Effort.standard.units, Int(seconds * Self.unitsPerSecond)))
  }

  private static let unitsPerSecond = 10.0

  private var seed: UInt64 { search.seed ?? workspace.scenario.region.seed }

  private func compose(
    _ match: Matching?, _ timetable: TimetableSolution?, workspacePath: String
  ) throws -> Plan {
    let scenario = workspace.scenario
    let matched = timetable.map { parts.contains(.match) ? $0.match : [] } ?? match?.matched ?? []
    let scheduled = timetable?.timetable ?? []
    let shadowing = try assignShadows(
      in: ResolvedPlan(match: matched, timetable: scheduled, parts: parts, in: scenario))
    let resolved = ResolvedPlan(
      match: matched, timetable: scheduled, shadowing: shadowing, parts: parts, in: scenario)
    let score = Score(of: resolved)
    return Plan(
      title: scenario.region.title, illustrative: scenario.region.isIllustrative, workspace: workspacePath,
      input: workspace.digest, match: matched, timetable: scheduled,
      shadowing: shadowing.isEmpty ? nil : shadowing,
      unserved: unserved(match?.unserved ?? [], timetable?.unserved ?? []), score: score,
      certificate: Certificate(
        // A request that found no place for its visits has become dearer than the match thought.
        match: match.map { match in
          var part = certified(match.part, objective: score.total(of: .match))
          part.aim = match.solution.flatMap { aim(of: $0, in: resolved) }
          part.changes?.made = resolved.changesOfMatch
          return part
        },
        timetable: timetable.map { certified($0.part, objective: score.total(of: .timetable)) },
        seed: seed, effort: effort.units,
        versions: [
          "cadre": Cadre.version, Solver.name: Solver.version, "schema": String(Plan.schema),
        ]),
      revision: scenario.nextRevision)
  }

  /// What the match was to be best at besides its cost, judged by the plan: requests whose visits found no place
  /// are not served, so that what was proven of the match is proven no more.
  private func aim(of match: MatchSolution, in plan: ResolvedPlan) -> Certificate.Aim? {
    let isReached: Bool
    switch match.objective {
    case .fit: return nil
    case .stable: isReached = plan.blockingPairs.isEmpty
    case .fair: isReached = match.isProven && plan.match.count == match.matched.count
    }
    return Certificate.Aim(
      objective: match.objective, bestFit: match.bestFitCost, price: match.part.objective - match.bestFitCost,
      isReached: isReached)
  }

  private func certified(_ part: Certificate.Part, objective: Int) -> Certificate.Part {
    var part = part
    part.objective = objective
    return part
  }

  /// In the order of the files, requests first.
  private func unserved(_ lists: [Unserved]...) -> [Unserved] {
    let scenario = workspace.scenario
    func position(_ entry: Unserved) -> (Int, Int) {
      switch entry.kind {
      case .request: (0, scenario.requests.position(of: entry.id) ?? .max)
      case .series: (1, scenario.series.position(of: entry.id) ?? .max)
      }
    }
    return lists.flatMap { $0 }.sorted { position($0) < position($1) }
  }
}
