internal import MIP

/// The textbook program of a match, for GLPK.
struct MatchFormulation {
  let problem: MatchProblem
  private(set) var program = Program(.minimize)
  /// By arc.
  private(set) var isChosen: [Variable] = []
  private var unserved: [Variable?] = []

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - cost: What costs are counted from: near 0, the solver's tolerance is far below a unit of cost.
  init(_ problem: MatchProblem, above cost: Int = 0) {
    self.problem = problem
    program.objectiveConstant = Double(problem.constant - cost)
    for arc in problem.arcs { isChosen.append(program.add(.binary, objective: Double(arc.cost))) }
    everyJobIsServedOrPriced()
    everyAgentKeepsCapacity()
    everyAgentKeepsCounts()
  }

  private mutating func everyJobIsServedOrPriced() {
    for (job, properties) in problem.jobs.enumerated() where properties.demand > 0 {
      var served = problem.arcs(ofJob: job).map { isChosen[$0] }.sum()
      if let price = properties.unservedPrice {
        let left = program.add(
          .continuous, in: .between(0, Double(properties.demand)), objective: Double(price))
        served = served + left
      }
      program.require(served == properties.demand, named: "job \(job)")
    }
  }

  private mutating func everyAgentKeepsCapacity() {
    for agent in problem.agents {
      let arcs = problem.arcs(ofAgent: agent)
      let load = arcs.sum { Double(problem.arcs[Int($0)].load) * isChosen[Int($0)] }
      guard arcs.reduce(0, { $0 + Int(problem.arcs[Int($1)].load) }) > problem.capacities[agent] else { continue }
      program.require(load <= problem.capacities[agent], named: "capacity of agent \(agent)")
    }
  }

  private mutating func everyAgentKeepsCounts() {
    for agent in problem.agents {
      for kind in 0..<problem.kinds {
        let arcs = problem.arcs(ofAgent: agent).filter { problem.jobs[Int(problem.arcs[Int($0)].job)].kind == kind }
        let range = problem.counts(ofAgent: agent, kind: kind)
        guard range.lowerBound > 0 || range.upperBound < arcs.count else { continue }
        program.require(
          Constraint(
            arcs.map { isChosen[Int($0)] }.sum(),
            in: .between(Double(range.lowerBound), Double(min(range.upperBound, max(arcs.count, range.lowerBound))))
          ),
          named: "count of agent \(agent), kind \(kind)")
      }
    }
  }

  /// The match of a solution.
  func match(of solution: Solution) -> Match {
    Match(problem.arcs.indices.filter { solution.value(of: isChosen[$0]) > 0.5 }.map(Int32.init))
  }
}
