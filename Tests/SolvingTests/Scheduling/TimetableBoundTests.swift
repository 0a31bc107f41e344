import Planning
import Testing

@testable import Solving

/// The bound computed again from a certificate's prices.
@Suite struct TimetableBoundTests {
  private typealias Prices = Certificate.Prices

  /// Random prices of a relaxation as a certificate holds them, with the value of the relaxation.
  private struct Priced {
    let scenario: Scenario
    let problem: TimetableProblem
    var prices: Prices

    /// - Parameter seed: Of scenario and prices.
    init?(seed: UInt64) throws {
      var generator = RandomScenario(seed: seed)
      (scenario, _) = generator.make(leaders: 3 + Int(seed % 2), series: 2 + Int(seed % 2), requests: 0, days: 6)
      let compiled = TimetableCompiler(scenario: scenario, match: [])
      problem = compiled.problem
      let spaces = PlacementSpaces(of: problem, threads: 1)
      let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
      let knapsacks = KnapsackCuts(problem, spaces: spaces, relaxation: relaxation)
      var randomness = Randomness(seed: seed)
      let use = Dictionary(
        uniqueKeysWithValues: problem.leaderOptions.indices.map { ($0, Double(randomness.below(400)) / 100) })
      let cuts = try knapsacks.violated(by: use).map { ($0, 1 + randomness.below(2_000)) }
      let sums = SubsetRowCut.random(of: cuts.map(\.0), in: problem, &randomness)
      let whole = ResourcePrices(
        byResource: relaxation.resources.capacity.map { capacity in
          capacity == nil || randomness.below(3) > 0 ? 0 : randomness.below(1 << (10 + randomness.below(14)))
        }, cuts: Dictionary(uniqueKeysWithValues: cuts), subsetRows: sums, options: problem.leaderOptions.count)
      guard let value = relaxation.value(at: whole) else { return nil }
      prices = PriceNames(compiled, resources: relaxation.resources).certified(whole, bound: value.bound)
    }

    var again: PricedBound { timetableBound(of: scenario, match: [], at: prices, threads: 1) }

    /// Why the prices prove nothing; empty where they prove something.
    var flaw: String { if case .flawed(let reason) = again { reason } else { "" } }
  }

  /// Prices survive being written by name and read again, whatever they are, and what they prove then is no more
  /// than the best timetable costs.
  @Test func whateverThePricesAreTheirBoundIsTheSameAndHolds() throws {
    var kinds = (release: 0, daysOff: 0, substitutes: 0, packings: 0, sums: 0, leaders: 0, cohorts: 0, rounded: 0)
    for seed in 0..<150 as Range<UInt64> {
      guard let priced = try Priced(seed: seed) else { continue }
      #expect(priced.again == .proven(priced.prices.bound))
      kinds.release += priced.prices.release.count
      kinds.daysOff += priced.prices.daysOff.count
      kinds.substitutes += priced.prices.substitutes.count
      kinds.rounded += priced.prices.substitutes.count { $0.multiplier != nil }
      kinds.packings += priced.prices.packings.count
      kinds.sums += priced.prices.sums?.count ?? 0
      kinds.leaders += priced.prices.fixedDays?.count { $0.leader != nil } ?? 0
      kinds.cohorts += priced.prices.fixedDays?.count { $0.cohort != nil } ?? 0
      var oracle = TimetableOracle(priced.problem)
      if let optimum = oracle.optimum() { #expect(priced.prices.bound <= optimum) }
    }
    #expect(kinds.release > 0 && kinds.daysOff > 0 && kinds.substitutes > 0 && kinds.packings > 0 && kinds.sums > 0)
    #expect(kinds.leaders > 0 && kinds.cohorts > 0 && kinds.rounded > 0)
  }

  /// The search's own prices, with a match whose visits take release.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func theEnginesBoundIsComputedAgain(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, match) = generator.make(
      leaders: 3 + Int(seed % 4), series: 2 + Int(seed % 7), requests: Int(seed % 3), days: 12 + Int(seed % 30))
    let solution: TimetableSolution
    do {
      solution = try solveTimetable(scenario, match: match, settings: SearchSettings(effort: Effort(3), seed: seed))
    } catch {
      // Only a pin can make a timetable impossible.
      #expect(scenario.pins.contains { $0.decision == .seriesServed(series: "T0", true) })
      return
    }
    let prices = try #require(solution.part.prices)
    #expect(prices.bound <= solution.part.bound)
    for threads in [1, 3] {
      let again = timetableBound(of: scenario, match: solution.match, at: prices, threads: threads)
      #expect(again == .proven(prices.bound))
    }
  }

  /// The first random prices that have an inequality.
  private func withPacking() throws -> Priced {
    for seed in 0..<200 as Range<UInt64> {
      if let priced = try Priced(seed: seed), !priced.prices.packings.isEmpty { return priced }
    }
    throw NotFound()
  }

  private struct NotFound: Error {}

  @Test func aLevelThatSomePackingExceedsIsRefused() throws {
    var priced = try withPacking()
    let level = priced.prices.packings[0].level
    let weights = priced.prices.packings[0].weights.map(\.weight)
    // The search's levels are what the heaviest packing weighs, or more where weights were lifted.
    priced.prices.packings[0].level = (weights.max() ?? 0) - 1
    #expect(priced.flaw.contains("has the level"))
    #expect(priced.flaw.contains("it does not hold"))
    priced.prices.packings[0].level = level + 1
    #expect(priced.again != .proven(priced.prices.bound))
    #expect(priced.flaw == "")
  }

  @Test func levelsOfTheSearchAreTheHeaviestPackings() throws {
    var priced = try withPacking()
    priced.prices.packings[0].level -= 1
    #expect(priced.flaw.contains("has the level \(priced.prices.packings[0].level); series"))
    #expect(priced.flaw.contains("weigh \(priced.prices.packings[0].level + 1)"))
  }

  @Test func pricesThatProveNothingAreRefused() throws {
    let priced = try withPacking()
    let leader = priced.prices.packings[0].leader
    let first = priced.scenario.region.year.lowerBound
    func flaw(_ change: (inout Prices) -> Void) -> String {
      var changed = priced
      changed.prices.release = []
      changed.prices.daysOff = []
      changed.prices.substitutes = []
      changed.prices.fixedDays = nil
      change(&changed.prices)
      return changed.flaw
    }
    #expect(flaw { _ in } == "")
    #expect(flaw { $0.release = [.init(leader: leader, price: -1)] }.contains("no price is below 0"))
    #expect(flaw { $0.release = [.init(leader: leader, price: .max)] }.contains("brings more than"))
    #expect(flaw { $0.release = [.init(leader: "nobody", price: 1)] } == "there is no leader `nobody`")
    #expect(
      flaw { $0.release = [.init(leader: leader, price: 1), .init(leader: leader, price: 1)] }.contains("twice"))
    #expect(
      flaw { $0.daysOff = [.init(leader: leader, week: first.advanced(by: 1), price: 1)] }.hasPrefix("no week"))
    #expect(
      flaw { $0.daysOff = [.init(leader: leader, week: first.advanced(by: 7_000), price: 1)] }.hasPrefix("no week"))
    #expect(
      flaw { $0.substitutes = [.init(district: "nowhere", week: first, price: 1)] }.contains("no number of"))
    #expect(
      flaw { $0.fixedDays = [.init(leader: leader, day: first, periods: ["noon"], price: 1)] }
        == "the time of leader `\(leader)` on \(first) (noon) suffices for all sessions that have to be then, and has a price"
    )
    #expect(flaw { $0.fixedDays = [.init(day: first, periods: ["AM"], price: 1)] }.contains("of cohort ``"))
    #expect(
      flaw { $0.substitutes = [.init(district: "D0", week: first, multiplier: 1, price: 1)] }.contains(
        priced.scenario.districts[0].substitutesPerDay == nil ? "no number of" : "are not counted"))
    #expect(flaw { $0.packings[0].price = -1 }.contains("no price is below 0"))
    #expect(flaw { $0.packings[0].weights[0].weight = 0 }.contains("outside 1..."))
    #expect(flaw { $0.packings[0].weights[0].weight = .max }.contains("outside 1..."))
    #expect(flaw { $0.packings[0].weights[0].series = "none" }.contains("there is no such series"))
    #expect(flaw { $0.packings[0].weights.append($0.packings[0].weights[0]) }.contains("twice"))
    #expect(flaw { $0.packings.append($0.packings[0]) }.contains("given twice"))
  }

  @Test func sumsThatDoNotHoldAreRefused() throws {
    var first: Priced?
    for seed in 0..<200 as Range<UInt64> where first == nil {
      if let priced = try Priced(seed: seed), priced.prices.sums != nil { first = priced }
    }
    let priced = try #require(first)
    let packings = priced.prices.packings.count
    let series = priced.scenario.series[0].id
    func flaw(_ change: (inout Prices.RoundedSum) -> Void) -> String {
      var changed = priced
      changed.prices.sums = priced.prices.sums?.prefix(1).map { sum in
        var sum = sum
        change(&sum)
        return sum
      }
      return changed.flaw
    }
    #expect(flaw { _ in } == "")
    #expect(flaw { $0.level += 1 }.contains("its packings and series come to"))
    #expect(flaw { $0.level -= 1 }.contains("its packings and series come to"))
    #expect(flaw { $0.divisor = 1 }.contains("which has to be 2 or more"))
    #expect(flaw { $0.price = -1 }.contains("no price is below 0"))
    #expect(flaw { $0.price = .max }.contains("brings more than"))
    #expect(flaw { $0.terms[0].multiplier = 0 }.contains("which has to be 1 or more"))
    #expect(flaw { $0.terms[0].multiplier = .max }.contains("more than can be counted with"))
    #expect(flaw { $0.terms[0].packing = packings }.contains("positions ascend and are below \(packings)"))
    #expect(flaw { $0.terms.append($0.terms[0]) }.contains("positions ascend"))
    #expect(flaw { $0.services = [.init(series: "none", multiplier: 1)] }.contains("which there is not"))
    #expect(
      flaw { $0.services = Array(repeating: .init(series: series, multiplier: 1), count: 2) }.contains("order"))
    var twice = priced
    twice.prices.sums?.append(priced.prices.sums![0])
    #expect(twice.flaw.contains("given twice"))
  }

  /// A price on release that has no cap would be charged and never given back.
  @Test func aPriceOnWhatHasNoCapIsRefused() throws {
    for seed in 0..<200 as Range<UInt64> {
      guard var priced = try Priced(seed: seed) else { continue }
      guard
        let leader = priced.scenario.leaders.first(where: {
          $0.releaseHalfDays == nil && $0.releaseHalfDaysPerMonth == nil
        })
      else { continue }
      priced.prices.release.append(.init(leader: leader.id, price: 5))
      #expect(priced.flaw == "the release of leader `\(leader.id)` has no cap, and a price of 5")
      return
    }
    Issue.record("no scenario has release without a cap")
  }

  /// By hand: six and eight half days fill fourteen, and thirteen only with one of them.
  @Test func theHeaviestPackingTakesOneNumberOfHalfDaysASeries() {
    let six = PackingLevels.Item(option: 0, halfDays: [6])
    let eight = PackingLevels.Item(option: 1, halfDays: [5, 8])
    #expect(PackingLevels.heaviest([(six, 3), (eight, 2)], capacity: 14) == 34)
    #expect(PackingLevels.heaviest([(six, 3), (eight, 2)], capacity: 13) == 28)
    #expect(PackingLevels.heaviest([(six, 3), (eight, 2)], capacity: 10) == 18)
    #expect(PackingLevels.heaviest([(six, 3), (eight, 2)], capacity: 5) == 10)
    #expect(PackingLevels.heaviest([(six, 3)], capacity: 100) == 18)
    #expect(PackingLevels.heaviest([], capacity: 3) == 0)
  }

  /// What the verification makes of a bound computed again.
  @Test func theVerificationSaysWhatDiffers() throws {
    var generator = RandomScenario(seed: 12)
    let (scenario, match) = generator.make(leaders: 6, series: 12, requests: 2, days: 60)
    let solution = try solveTimetable(scenario, match: match, settings: SearchSettings(effort: Effort(2)))
    let resolved = ResolvedPlan(
      match: solution.match, timetable: solution.timetable, parts: [.timetable], in: scenario)
    let plan = Plan(
      title: "", illustrative: true, workspace: "..", input: InputDigest(sha256: "", files: []),
      match: solution.match, timetable: solution.timetable, unserved: solution.unserved, score: Score(of: resolved),
      certificate: Certificate(match: nil, timetable: solution.part, seed: 0, effort: 1, versions: [:]))
    let bound = try #require(solution.part.prices).bound

    func disagreements(_ change: (inout Certificate.Part) -> Void) -> [String] {
      var changed = plan
      change(&changed.certificate.timetable!)
      let priced = changed.certificate.timetable?.prices.map {
        timetableBound(of: scenario, match: changed.match, at: $0, threads: 1)
      }
      return Verification(of: changed, in: scenario, timetable: priced).disagreements
    }
    #expect(disagreements { _ in } == [])
    // Branch and bound may prove more than the prices.
    #expect(disagreements { $0.bound = $0.objective } == [])
    #expect(
      disagreements {
        $0.prices!.bound += 1
        $0.bound += 1
      } == ["The timetable's prices are said to prove the bound \(bound + 1); they prove \(bound)."])
    #expect(
      disagreements { $0.bound = bound - 1 } == [
        "The timetable's bound \(bound - 1) is below \(bound), which its prices prove."
      ])
    #expect(
      disagreements { $0.prices!.release.append(.init(leader: "nobody", price: 1)) } == [
        "The timetable's prices prove nothing: there is no leader `nobody`."
      ])
  }
}
