import Testing

@testable import Solving

/// Problems that fall apart, against the enumeration of each part.
@Suite struct MatchComponentTests {
  /// Problems side by side: agents and jobs of one cannot meet those of another.
  private func union(_ problems: [MatchProblem]) -> MatchProblem {
    var agents: [MatchProblem.Agent] = []
    var jobs: [MatchProblem.Job] = []
    var arcs: [MatchProblem.Arc] = []
    for problem in problems {
      arcs += problem.arcs.map { arc in
        .init(
          agent: agents.count + Int(arc.agent), job: jobs.count + Int(arc.job), load: Int(arc.load), cost: arc.cost,
          isPinned: arc.isPinned)
      }
      agents += problem.agents.map { agent in
        .init(
          capacity: problem.capacities[agent],
          counts: (0..<problem.kinds).map { problem.counts(ofAgent: agent, kind: $0) })
      }
      jobs += problem.jobs
    }
    return MatchProblem(
      kinds: problems[0].kinds, agents: agents, jobs: jobs, arcs: arcs,
      constant: problems.reduce(0) { $0 + $1.constant })
  }

  @Test(arguments: 0..<MatchFeatures.all)
  func agreeWithEnumeration(features: Int) {
    for seed in 0..<4 as Range<UInt64> {
      let parts = (0..<3).map {
        MatchProblem.random(seed: 3 * seed + $0, features: MatchFeatures(rawValue: features))
      }
      let problem = union(parts)
      let costs = parts.compactMap { $0.cheapestByEnumeration() }
      let least = costs.count == parts.count ? costs.reduce(0, +) : nil
      do {
        let result = try problem.solve(SearchSettings(effort: Effort(1), seed: seed, threads: 2))
        #expect(problem.violations(of: result.match).isEmpty)
        #expect(problem.cost(of: result.match) == result.cost)
        #expect(result.cost == least, "seed \(seed)")
        #expect(result.bound == least, "seed \(seed)")
        #expect(result.provenByMultipliers <= result.cost)
      } catch {
        guard case .infeasible = error else {
          Issue.record("seed \(seed): \(error), and the least cost is \(String(describing: least))")
          continue
        }
        #expect(least == nil, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func areAllOfTheProblemAndNotJoined(seed: UInt64) {
    let problem = union(
      (0..<4).map { MatchProblem.random(seed: 4 * seed + $0, features: [.optional, .sparse, .kinds]) })
    let components = MatchComponent.all(of: problem)
    #expect(components.flatMap(\.arcs).sorted() == problem.arcs.indices.map(Int32.init))
    #expect(components.flatMap(\.jobs).sorted() == Array(problem.jobs.indices))
    #expect(components.reduce(0) { $0 + $1.problem.agentCount } == problem.agentCount)
    var componentOfAgent: [Int32: Int] = [:]
    for (number, component) in components.enumerated() {
      #expect(component.arcs.count <= components[0].arcs.count)
      for (own, position) in component.arcs.enumerated() {
        let (arc, copy) = (problem.arcs[Int(position)], component.problem.arcs[own])
        #expect(component.jobs[Int(copy.job)] == Int(arc.job))
        #expect(copy.load == arc.load && copy.cost == arc.cost)
        #expect(componentOfAgent.updateValue(number, forKey: arc.agent) ?? number == number)
      }
    }
  }
}
