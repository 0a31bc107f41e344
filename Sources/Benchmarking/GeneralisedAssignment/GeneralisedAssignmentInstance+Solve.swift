public import Solving

extension GeneralisedAssignmentInstance {
  /// Solves it; `cadre solve --format gap`.
  ///
  /// - Parameters:
  ///   - settings: Effort, seed, threads, and when to stop.
  ///   - maximize: Whether the sum is to be greatest.
  /// - Returns: What was found and proven; its solution has the agent of each job, from 0, one a line.
  public func solved(settings: SearchSettings, maximize: Bool = false) -> InstanceRun {
    let clock = ContinuousClock()
    let start = clock.now
    let sign = maximize ? -1 : 1
    var run = InstanceRun(status: .unknown, time: .zero, seed: settings.seed, threads: settings.threads)
    let problem = problem(sign: sign)
    do {
      let result = try problem.solve(settings)
      run.status = result.isOptimal ? .optimal : .feasible
      run.cost = sign * result.cost
      run.bound = sign * result.bound
      run.isCutShort = result.cutShort
      run.figures = [.init("effort", settings.effort.units)]
      run.solution = result.match.agentsByJob(in: problem).map { "\($0[0])\n" }.joined()
    } catch {
      switch error {
      case .infeasible(let reason):
        run.status = .infeasible
        run.reason = "\(reason)"
      case .noneFound: run.reason = "no solution was found, and none was proven not to exist"
      case .brokenSolver(let text):
        run.reason = text
        run.isDefect = true
      }
    }
    run.time = clock.now - start
    return run
  }

  /// The same as a match problem, costs times a sign.
  package func problem(sign: Int) -> MatchProblem {
    var arcs: [MatchProblem.Arc] = []
    arcs.reserveCapacity(agents * jobs)
    for job in 0..<jobs {
      for agent in 0..<agents {
        let cell = agent * jobs + job
        arcs.append(.init(agent: agent, job: job, load: loads[cell], cost: sign * costs[cell]))
      }
    }
    return MatchProblem(
      agents: capacities.map { .init(capacity: $0, counts: [0...jobs]) },
      jobs: Array(repeating: .init(), count: jobs), arcs: arcs)
  }
}
