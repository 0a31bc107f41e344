public import Solving

extension AssignmentInstance {
  /// Solves it; `cadre solve --format assign`.
  ///
  /// - Parameters:
  ///   - settings: The seed and the number of threads are reported; the method has no use for them.
  ///   - maximize: Whether the sum is to be greatest.
  /// - Returns: An optimum, its bound being the sum of potentials that prove it; its solution has the column of
  ///   each row, from 0, one a line. Or why there is none.
  public func solved(settings: SearchSettings, maximize: Bool = false) -> InstanceRun {
    let clock = ContinuousClock()
    let start = clock.now
    let sign = maximize ? -1 : 1
    var run = InstanceRun(status: .unknown, time: .zero, seed: settings.seed, threads: settings.threads)
    switch costs {
    case .dense(let costs):
      let solution = LinearAssignment(size: size, costs: maximize ? costs.map { -$0 } : costs).solved()
      run.status = .optimal
      run.cost = sign * solution.cost
      run.bound = sign * (solution.rowPotentials.reduce(0, +) + solution.columnPotentials.reduce(0, +))
      run.solution = Self.text(solution.columnOfRow)
    case .sparse(let entries):
      let problem = transportation(entries, sign: sign)
      switch problem.solved(stop: settings.stop) {
      case .optimal(let plan):
        run.status = .optimal
        run.cost = sign * plan.cost
        run.bound = sign * (plan.jobPotentials.reduce(0, +) - plan.agentPotentials.reduce(0, +))
        run.solution = Self.text(plan.arcs.map { Int(problem.agentOfArc[Int($0)]) })
      case .infeasible(let shortage):
        run.status = .infeasible
        run.reason = Self.sentence(shortage)
      case .interrupted: run.isCutShort = true
      }
    }
    run.time = clock.now - start
    return run
  }

  private func transportation(_ entries: [Entry], sign: Int) -> Transportation {
    var starts = Array(repeating: 0, count: size + 1)
    for entry in entries { starts[Int(entry.row) + 1] += 1 }
    for row in 0..<size { starts[row + 1] += starts[row] }
    return Transportation(
      demands: Array(repeating: 1, count: size), unservedPrices: Array(repeating: nil, count: size),
      counts: Array(repeating: 0...1, count: size), arcsOfJobStart: starts, agentOfArc: entries.map(\.column),
      costOfArc: entries.map { sign * $0.cost })
  }

  private static func text(_ columns: [Int]) -> String { columns.map { "\($0)\n" }.joined() }

  private static func sentence(_ shortage: Transportation.Shortage) -> String {
    switch shortage {
    case .jobs(let rows, let columns): competition("row", rows, "column", columns)
    case .agents(let columns, let rows): competition("column", columns, "row", rows)
    }
  }

  private static func competition(_ many: String, _ these: [Int], _ few: String, _ those: [Int]) -> String {
    let (one, other) = (these.count == 1 ? many : many + "s", those.count == 1 ? few : few + "s")
    return """
      \(these.count) \(one) may only have \(those.count) \(other): \(one) \(list(these)), \(other) \(list(those))
      """
  }

  /// Counted from 1, as in the file.
  private static func list(_ positions: [Int]) -> String {
    guard !positions.isEmpty else { return "none" }
    let shown = positions.prefix(20).map { "\($0 + 1)" }.joined(separator: " ")
    return positions.count > 20 ? shown + " ..." : shown
  }
}
