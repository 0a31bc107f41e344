import MIP
import Testing

@testable import Solving

/// Column generation, against the linear program over all columns there are and the enumeration of all matches.
@Suite struct ColumnGenerationTests {
  /// What an agent may carry: every set of its arcs that keeps capacity and counts.
  private func columns(of agent: Int, in problem: MatchProblem) -> [[Int32]] {
    let arcs = Array(problem.arcs(ofAgent: agent))
    return (0..<(1 << arcs.count)).map { chosen in
      arcs.indices.filter { chosen >> $0 & 1 == 1 }.map { arcs[$0] }
    }.filter { column in
      let kinds = column.map { problem.jobs[Int(problem.arcs[Int($0)].job)].kind }
      return column.reduce(0) { $0 + Int(problem.arcs[Int($1)].load) } <= problem.capacities[agent]
        && (0..<problem.kinds).allSatisfy { kind in
          problem.counts(ofAgent: agent, kind: kind).contains(kinds.count { $0 == kind })
        }
    }
  }

  /// The limit of the decomposition; `nil` where the master has no solution.
  private func optimumOverAllColumns(of problem: MatchProblem) throws -> Double? {
    var program = Program(.minimize)
    program.objectiveConstant = Double(problem.constant)
    var served = problem.jobs.map { job -> Expression in
      let most = job.unservedPrice == nil ? 0 : Double(job.demand)
      return program.add(.continuous, in: .between(0, most), objective: Double(job.unservedPrice ?? 0)).expression
    }
    for agent in problem.agents {
      var chosen = Expression()
      for column in columns(of: agent, in: problem) {
        let cost = column.reduce(0) { $0 + problem.arcs[Int($1)].cost }
        let share = program.add(.continuous, objective: Double(cost))
        chosen += share
        for arc in column { served[Int(problem.arcs[Int(arc)].job)] += share }
      }
      program.require(chosen == 1)
    }
    for (job, row) in served.enumerated() { program.require(row == problem.jobs[job].demand) }
    let outcome = try program.solve()
    return outcome.termination == .optimal ? outcome.solution?.objective : nil
  }

  @Test(arguments: 0..<64 as Range<Int>, [1, 2] as [UInt64])
  func reachesTheLimitOfTheDecomposition(feature: Int, seed: UInt64) throws {
    // One of these features from each bit; neither least counts, which the master relaxes, nor pins.
    let choices: [MatchFeatures] = [.optional, .several, .counts, .kinds, .sparse, .negativeCosts]
    let features = choices.indices.filter { feature >> $0 & 1 == 1 }.reduce(into: MatchFeatures()) {
      $0.insert(choices[$1])
    }
    let problem = MatchProblem.random(seed: seed, features: features)
    guard let limit = try optimumOverAllColumns(of: problem) else { return }
    let start = Multipliers(numerators: problem.jobs.map { _ in 0 }, denominator: 4096)
    let value = try #require(MatchRelaxation(problem).value(at: start))
    var columns = ColumnGeneration(problem, from: start, value: value)
    let end = try columns.run(from: nil, iterations: 100_000, stop: .never)
    #expect(end.value >= value)
    #expect(MatchRelaxation(problem).value(at: end.multipliers) == end.value)
    #expect(abs(Double(end.value) / 4096 - limit) < 0.01)
    if let cost = problem.cheapestByEnumeration() { #expect(end.value.dividedRoundingUp(by: 4096) <= cost) }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func staysBelowEveryMatchWhereCountsHaveLeasts(seed: UInt64) throws {
    let problem = MatchProblem.random(seed: seed, features: [.optional, .counts, .leastCounts])
    guard let cost = problem.cheapestByEnumeration() else { return }
    let start = Multipliers(numerators: problem.jobs.map { _ in 0 }, denominator: 4096)
    let value = try #require(MatchRelaxation(problem).value(at: start))
    var columns = ColumnGeneration(problem, from: start, value: value)
    let end = try columns.run(from: nil, iterations: 100_000, stop: .never)
    #expect(end.value >= value)
    #expect(end.value.dividedRoundingUp(by: 4096) <= cost)
  }
}
