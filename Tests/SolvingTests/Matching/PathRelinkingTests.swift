import Testing

@testable import Solving

/// Ejection chains and path relinking, against the definition of cost and the enumeration of all matches.
@Suite struct PathRelinkingTests {
  private func bestArcs(of problem: MatchProblem) -> MatchCore? {
    guard
      var root = RootBound(
        problem, denominator: MultiplierRange(problem).denominator, incumbent: nil, work: 10_000_000, stop: .never)
    else { return nil }
    return MatchCore(problem, multipliers: root.multipliers, rises: root.rises())
  }

  private func relinking(of problem: MatchProblem) -> PathRelinking? {
    guard
      let root = RootBound(
        problem, denominator: MultiplierRange(problem).denominator, incumbent: nil, work: 10_000_000, stop: .never),
      let core = bestArcs(of: problem)
    else { return nil }
    return PathRelinking(problem, core: core, multipliers: root.multipliers)
  }

  /// Agents with room for about all, so that matches differ in cost more than in whether they are allowed.
  private func generalisedAssignment(seed: UInt64, agents: Int, jobs: Int) -> MatchProblem {
    var random = Randomness(seed: seed, task: 77)
    var arcs: [MatchProblem.Arc] = []
    var loads = Array(repeating: 0, count: agents)
    for job in 0..<jobs {
      for agent in 0..<agents {
        let load = 1 + random.below(100)
        loads[agent] += load
        arcs.append(.init(agent: agent, job: job, load: load, cost: 111 - load + random.below(21) - 10))
      }
    }
    return MatchProblem(
      agents: loads.map { .init(capacity: $0 * 8 / (10 * agents), counts: [0...jobs]) },
      jobs: Array(repeating: .init(), count: jobs), arcs: arcs)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func descentsEndWhereTheyClaim(seed: UInt64) throws {
    let problem = generalisedAssignment(seed: seed, agents: 4, jobs: 30)
    let core = try #require(bestArcs(of: problem))
    var random = Randomness(seed: seed)
    let start = problem.jobs.indices.map { job in
      core.arcsOfJobStart[job] + Int32(random.below(Int(core.arcsOfJobStart[job + 1] - core.arcsOfJobStart[job])))
    }
    var chains = EjectionChains(
      core, of: problem, countPrice: 1000, isCounted: Array(repeating: false, count: problem.agentCount))
    chains.setOverloadPrices(core.capacityPrices.map { 100 * $0 + 1000 })
    let before = chains.penalizedCost(taking: start)
    chains.enqueueAll()
    chains.descend(stop: .never)
    let after = chains.penalizedCost
    #expect(after <= before)
    let end = chains.assignment
    #expect(chains.penalizedCost(taking: end) == after)
    // Once more: nothing is left to improve.
    chains.enqueueAll()
    chains.descend(stop: .never)
    #expect(chains.assignment == end)
    // No single shift improves it either.
    for unit in end.indices {
      for arc in core.arcsOfJobStart[unit]..<core.arcsOfJobStart[unit + 1] {
        #expect((chains.deltaOfShift(unit, to: arc) ?? 0) >= 0 || arc == end[unit])
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func shiftsCostWhatIsPredicted(seed: UInt64) throws {
    let given = MatchProblem.random(
      seed: seed, features: [.optional, .several, .counts, .kinds], agents: 4, jobs: 9)
    let problem = try MatchReduction.make(given).get().problem
    guard let core = bestArcs(of: problem) else { return }
    guard
      problem.jobs.indices.allSatisfy({
        core.arcsOfJobStart[$0 + 1] - core.arcsOfJobStart[$0] >= problem.jobs[$0].demand
      })
    else { return }
    var chains = EjectionChains(
      core, of: problem, countPrice: 5000, isCounted: Array(repeating: true, count: problem.agentCount))
    chains.setOverloadPrices(core.capacityPrices.map { $0 + 700 })
    let start = problem.jobs.indices.flatMap { job in
      (0..<problem.jobs[job].demand).map { core.arcsOfJobStart[job] + Int32($0) }
    }
    chains.take(start)
    var random = Randomness(seed: seed)
    for _ in 0..<100 where !start.isEmpty {
      let unit = random.below(start.count)
      let job = Int(core.jobs[Int(start[unit])])
      let target =
        core.arcsOfJobStart[job] + Int32(random.below(Int(core.arcsOfJobStart[job + 1] - core.arcsOfJobStart[job])))
      guard target != chains.arc(of: unit), let delta = chains.deltaOfShift(unit, to: target) else { continue }
      let before = chains.penalizedCost
      chains.shift(unit, to: target)
      #expect(chains.penalizedCost == before + delta)
    }
  }

  @Test(arguments: 0..<MatchFeatures.all)
  func findsTheCheapestOfTinyProblems(features: Int) throws {
    for seed in 200..<202 as Range<UInt64> {
      let given = MatchProblem.random(seed: seed, features: MatchFeatures(rawValue: features).subtracting(.pins))
      guard let least = given.cheapestByEnumeration() else { continue }
      let problem = try MatchReduction.make(given).get().problem
      guard var search = relinking(of: problem) else { continue }
      let ends = [
        search.searched(Randomness(seed: seed), work: 4_000_000, floor: least, stop: .never)
      ]
      search.merge(ends, stop: .never)
      let best = try #require(search.best)
      #expect(problem.violations(of: best).isEmpty)
      #expect(problem.cost(of: best) == search.bestCost)
      #expect(search.bestCost == least, "seed \(seed)")
    }
  }

  /// From about the dearest match on: where all jobs may be freed at once, nothing is left to gain in the end.
  @Test func jobsAreDecidedForTheBest() throws {
    var improved = 0
    for seed in 0..<10 as Range<UInt64> {
      let problem = generalisedAssignment(seed: seed, agents: 4, jobs: 12)
      let dearest = MatchProblem(
        agents: problem.agents.map { .init(capacity: problem.capacities[$0], counts: [0...12]) },
        jobs: problem.jobs,
        arcs: problem.arcs.map { .init(agent: Int($0.agent), job: Int($0.job), load: Int($0.load), cost: -$0.cost) }
      )
      guard let core = bestArcs(of: problem) else { continue }
      var match = try dearest.solve(SearchSettings(effort: Effort(1), seed: 1, threads: 1)).match
      let optimum = try problem.solve(SearchSettings(effort: Effort(2), seed: 1, threads: 1))
      #expect(optimum.bound == optimum.cost)
      let multipliers = Multipliers(numerators: Array(repeating: 0, count: problem.jobs.count), denominator: 1)
      var neighbourhoods = JobNeighbourhoods(problem, core: core, multipliers: multipliers)
      var random = Randomness(seed: seed)
      var work = 0
      let elites = [problem.jobs.indices.map { job in core.arcsOfJobStart[job + 1] - 1 }]
      for _ in 0..<60 {
        let cost = problem.cost(of: match)
        let better = neighbourhoods.improvement(
          of: match, elites: elites, random: &random, work: &work, stop: .never)
        guard let better else { continue }
        improved += 1
        #expect(problem.violations(of: better).isEmpty)
        #expect(problem.cost(of: better) < cost)
        match = better
      }
      #expect(problem.cost(of: match) == optimum.cost, "seed \(seed)")
    }
    #expect(improved > 0)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let problem = generalisedAssignment(seed: 5, agents: 8, jobs: 50)
    let results = try [1, 2, 3].map { threads in
      try problem.solve(SearchSettings(effort: Effort(2), seed: 4, threads: threads))
    }
    #expect(results.allSatisfy { $0.match == results[0].match && $0.bound == results[0].bound })
    #expect(problem.violations(of: results[0].match).isEmpty)
  }
}
