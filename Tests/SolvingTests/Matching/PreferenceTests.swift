import Planning
import Testing

@testable import Solving

@Suite struct PreferenceTests {
  /// Pairs that block, against the definition: try everything an agent might give up.
  @Test(arguments: 0..<MatchFeatures.all)
  func blockingPairsAgreeWithTheDefinition(features: Int) {
    for seed in 0..<8 as Range<UInt64> {
      let problem = MatchProblem.ranked(seed: seed, features: MatchFeatures(rawValue: features), hasLoads: true)
      var random = Randomness(seed: seed, task: 99)
      for _ in 0..<5 {
        let match = problem.someMatch(&random)
        #expect(problem.blockingPairs(of: match).map(\.arc) == problem.blockingArcsByDefinition(of: match))
      }
    }
  }

  /// Without loads, least counts and demands that must be met, either side's proposals give a stable match, and with
  /// strict preferences no stable match is better for any job than the one that jobs propose.
  @Test(arguments: 0..<400 as Range<UInt64>)
  func deferredAcceptanceIsStable(seed: UInt64) {
    let features: MatchFeatures = seed % 2 == 0 ? [.optional, .counts, .sparse] : [.optional, .counts, .several]
    let problem = MatchProblem.ranked(seed: seed, features: features, hasLoads: false, hasPrices: true)
    for side in DeferredAcceptance.Side.allCases {
      var acceptance = DeferredAcceptance(problem)
      let match = acceptance.run(proposing: side)
      #expect(problem.violations(of: match).isEmpty)
      #expect(problem.blockingPairs(of: match).isEmpty)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func deferredAcceptanceIsBestForTheSideThatProposes(seed: UInt64) {
    let problem = MatchProblem.ranked(
      seed: seed, features: [.optional, .counts, .sparse], hasLoads: false, hasPrices: true, hasTies: false)
    let stable = problem.matchesByEnumeration().filter { problem.blockingPairs(of: $0).isEmpty }
    var (byJobs, byAgents) = (DeferredAcceptance(problem), DeferredAcceptance(problem))
    let (forJobs, forAgents) = (byJobs.run(proposing: .jobs), byAgents.run(proposing: .agents))
    #expect(stable.contains(forJobs) && stable.contains(forAgents))
    for match in stable {
      for job in problem.jobs.indices {
        // Every stable match serves the same jobs (Roth's rural hospitals theorem).
        let ranks = [forJobs, match, forAgents].map { problem.rank(ofJob: job, in: $0) }
        #expect(ranks[0] <= ranks[1] && ranks[1] <= ranks[2])
      }
    }
  }

  @Test(arguments: 0..<MatchFeatures.all)
  func theStableObjectiveKeepsAllConstraints(features: Int) throws {
    for seed in 0..<2 as Range<UInt64> {
      let problem = MatchProblem.ranked(seed: seed, features: MatchFeatures(rawValue: features), hasLoads: true)
      let matches = problem.matchesByEnumeration()
      do {
        let choice = try problem.solve(.stable, SearchSettings(effort: Effort(1), seed: seed))
        #expect(problem.violations(of: choice.result.match).isEmpty)
        #expect(choice.result.cost == problem.cost(of: choice.result.match))
        #expect(choice.blocking == problem.blockingPairs(of: choice.result.match))
        #expect(choice.blocking.count <= problem.blockingPairs(of: choice.bestFit.match).count)
        #expect(choice.result.bound <= matches.map { problem.cost(of: $0) }.min()!)
      } catch {
        #expect(matches.isEmpty)
      }
    }
  }

  /// Need, units, hardships sorted from the worst, cost: nothing is lexicographically less.
  @Test(arguments: 0..<MatchFeatures.all, [false, true])
  func theFairObjectiveAgreesWithEnumeration(features: Int, hasLoads: Bool) throws {
    for seed in 0..<4 as Range<UInt64> {
      let problem = MatchProblem.ranked(
        seed: seed, features: MatchFeatures(rawValue: features), hasLoads: hasLoads, hasPrices: seed >= 2,
        hasRanks: seed % 2 == 0)
      let fairest = problem.matchesByEnumeration().map { problem.fairness(of: $0) }.min {
        $0.lexicographicallyPrecedes($1)
      }
      do {
        let choice = try problem.solve(.fair, SearchSettings(effort: Effort(10), seed: seed))
        #expect(problem.violations(of: choice.result.match).isEmpty)
        #expect(problem.fairness(of: choice.result.match) == fairest)
        #expect(choice.isProven && !choice.result.cutShort)
      } catch {
        #expect(fairest == nil)
      }
    }
  }

  /// Where loads cannot bind the match is a flow, and the multipliers alone prove it.
  @Test(arguments: 0..<MatchFeatures.all)
  func flowsAreProvenByTheirMultipliers(features: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      let features = MatchFeatures(rawValue: features).subtracting(.pins)
      let problem = MatchProblem.ranked(seed: seed, features: features, hasLoads: false)
      let least = problem.matchesByEnumeration().map { problem.cost(of: $0) }.min()
      do {
        let result = try #require(try TransportationRelaxation(problem).solved(stop: .never))
        #expect(result.cost == least && problem.cost(of: result.match) == least)
        let relaxation = MatchRelaxation(problem)
        #expect(relaxation.value(at: result.multipliers) == least)
      } catch is MatchInfeasibility {
        #expect(least == nil)
      }
    }
  }

  /// Loads of 3 and a capacity of 7 are two jobs.
  @Test func equalLoadsAreACount() throws {
    let problem = MatchProblem(
      agents: [.init(capacity: 7, counts: [0...9]), .init(capacity: 3, counts: [0...9])],
      jobs: (0..<3).map { _ in .init() },
      arcs: (0..<3).flatMap { job in
        [.init(agent: 0, job: job, load: 3, cost: job), .init(agent: 1, job: job, load: 3, cost: 10)]
      })
    let relaxation = try TransportationRelaxation(problem)
    #expect(relaxation.transportation.counts == [0...2, 0...1])
    let result = try #require(try relaxation.solved(stop: .never))
    #expect(result.cost == 11 && result.method == "network flow")
  }

  @Test func competitionIsNamed() {
    let problem = MatchProblem(
      agents: [.init(capacity: 9, counts: [0...1]), .init(capacity: 9, counts: [0...1])],
      jobs: [.init(), .init(), .init(unservedPrice: 5)],
      arcs: [
        .init(agent: 0, job: 0, load: 1, cost: 1), .init(agent: 0, job: 1, load: 1, cost: 1),
        .init(agent: 1, job: 2, load: 1, cost: 1),
      ])
    #expect(throws: MatchFailure.self) { try problem.solve(.fit, SearchSettings()) }
    do {
      _ = try problem.solve(.fit, SearchSettings())
    } catch .infeasible(.competition(let jobs, let agents)) {
      #expect(jobs == [0, 1] && agents == [0])
    } catch {
      Issue.record("\(error)")
    }
  }
}

extension MatchProblem {
  /// A random problem with preferences; without loads, agents have room for all.
  static func ranked(
    seed: UInt64, features: MatchFeatures, hasLoads: Bool, hasPrices: Bool = false, hasTies: Bool = true,
    hasRanks: Bool = true
  ) -> MatchProblem {
    let plain = MatchProblem.random(seed: seed, features: features)
    var random = Randomness(seed: seed, task: 7)
    // Strict ranks: the positions of a shuffled list.
    let order = plain.arcs.indices.shuffled(using: &random)
    return MatchProblem(
      kinds: plain.kinds,
      agents: plain.agents.map { agent in
        Agent(
          capacity: hasLoads ? plain.capacities[agent] : 1000,
          counts: (0..<plain.kinds).map { plain.counts(ofAgent: agent, kind: $0) })
      },
      jobs: plain.jobs.map { job in
        Job(demand: job.demand, unservedPrice: job.unservedPrice ?? (hasPrices ? 30 : nil), kind: job.kind)
      }, arcs: plain.arcs,
      ranks: hasRanks
        ? plain.arcs.indices.map { arc in
          hasTies
            ? Ranks(byAgent: random.below(3), byJob: random.below(3))
            : Ranks(byAgent: order[arc], byJob: (order[arc] * 7 + 3) % 13)
        } : nil, constant: plain.constant)
  }

  /// Every match that keeps all constraints.
  func matchesByEnumeration() -> [Match] {
    (0..<(1 << arcs.count)).lazy
      .map { chosen in Match(arcs.indices.filter { chosen >> $0 & 1 == 1 }.map(Int32.init)) }
      .filter { violations(of: $0).isEmpty }
  }

  /// Arcs in random order, as long as they fit.
  func someMatch(_ random: inout Randomness) -> Match {
    var match = Match(arcs.indices.filter { arcs[$0].isPinned }.map(Int32.init))
    for arc in arcs.indices.shuffled(using: &random) where !arcs[arc].isPinned {
      let next = Match(match.arcs + [Int32(arc)])
      let isKept = violations(of: next).allSatisfy { violation in
        switch violation {
        case .overserved, .overloaded: false
        case .count(_, _, let jobs, let allowed): jobs <= allowed.upperBound
        case .underserved, .pin: true
        }
      }
      if isKept { match = next }
    }
    return match
  }

  func blockingArcsByDefinition(of match: Match) -> [Int32] {
    arcs.indices.map(Int32.init).filter { arc in
      guard !match.arcs.contains(arc) else { return false }
      let (job, agent) = (arcs[Int(arc)].job, arcs[Int(arc)].agent)
      let own = match.arcs.filter { arcs[Int($0)].job == job }
      let jobWants =
        own.count < jobs[Int(job)].demand
        || own.contains { !arcs[Int($0)].isPinned && ranks![Int($0)].byJob > ranks![Int(arc)].byJob }
      guard jobWants, jobs[Int(job)].demand > 0 else { return false }
      let held = match.arcs.filter { arcs[Int($0)].agent == agent }
      let less = held.filter { !arcs[Int($0)].isPinned && ranks![Int($0)].byAgent > ranks![Int(arc)].byAgent }
      return (0..<(1 << less.count)).contains { choice in
        let dropped = less.indices.filter { choice >> $0 & 1 == 1 }.map { less[$0] }
        let left = held.filter { !dropped.contains($0) } + [arc]
        let kind = jobs[Int(job)].kind
        return left.reduce(0) { $0 + Int(arcs[Int($1)].load) } <= capacities[Int(agent)]
          && left.count { jobs[Int(arcs[Int($0)].job)].kind == kind }
            <= counts(ofAgent: Int(agent), kind: kind).upperBound
      }
    }
  }

  /// The rank of a job's agent; a large number where it has none.
  func rank(ofJob job: Int, in match: Match) -> Int {
    match.arcs.first { arcs[Int($0)].job == job }.map { Int(rankByJob($0)) } ?? 1_000_000
  }

  /// Unserved need, unserved units, hardships from the worst on, cost.
  func fairness(of match: Match) -> [Int] {
    let unserved = match.unserved(in: self)
    let need = zip(jobs, unserved).reduce(0) { $0 + ($1.0.unservedPrice ?? 0) * $1.1 }
    // Pinned arcs are no choice.
    let hardships = match.arcs.filter { !arcs[Int($0)].isPinned }.map { hardship(Int($0)) }.sorted(by: >)
    return [need, unserved.reduce(0, +)] + hardships + [cost(of: match)]
  }
}
