/// What an independent check of a plan found: rules, score and certificate, re-derived from the scenario
/// and the plan alone.
public struct Verification: Sendable {
  /// Every breach of a rule.
  public let violations: [Violation]
  /// Where the plan's own score or certificate differs from what was derived, a sentence each.
  public let disagreements: [String]
  /// The score as derived.
  public let score: Score
  /// No match costs less, computed anew from the certificate's multipliers; `nil` where it has none.
  public let matchBound: Int?
  /// No timetable costs less, computed anew from the certificate's prices; `nil` where it was not.
  public let timetableBound: Int?

  /// Coaches and requests who would both rather have one another, a sentence each, in the order of coaching.csv;
  /// none where nobody has preferences. They break no rule.
  public let blockingPairs: [String]

  /// What good practice advises against. It breaks no rule.
  public let advice: [Advice]

  /// Whether the plan is what it says it is.
  public var isValid: Bool { violations.isEmpty && disagreements.isEmpty }

  /// Checks a plan against the scenario it was made from. O(plan · log plan).
  ///
  /// - Parameter priced: The timetable's bound at the prices of the certificate, where somebody has computed it: that
  ///   takes what `Planning` does not know of.
  public init(of plan: Plan, in scenario: Scenario, timetable priced: PricedBound? = nil) {
    let resolved = ResolvedPlan(plan, in: scenario)
    violations = Rules.violations(of: resolved)
    score = Score(of: resolved)
    advice = resolved.advice
    blockingPairs = resolved.blockingPairs.map { $0.sentence(in: scenario) }
    let proof = plan.certificate.match?.proof
    let proven = proof.map { MatchBound(of: scenario, at: $0) }
    matchBound = proven?.value
    if case .proven(let value) = priced { timetableBound = value } else { timetableBound = nil }
    disagreements =
      Self.doubts(about: plan.certificate.match, proven: proven)
      + Self.doubts(about: plan.certificate.timetable, priced: priced)
      + Self.doubts(about: plan, blockingPairs: blockingPairs.count)
      + Self.doubts(about: plan.certificate.match, changes: resolved.changesOfMatch)
      + Self.differences(between: plan.score, and: score)
      + Self.doubts(about: plan, score: score) + Self.unaccounted(in: plan, of: scenario)
      + Self.mislabelled(in: resolved, plan: plan)
      + (plan.revision == scenario.nextRevision
        ? [] : ["The revision is given as \(plan.revision); it is \(scenario.nextRevision)."])
  }

  private static func differences(between claimed: Score, and derived: Score) -> [String] {
    var found: [String] = []
    for line in derived.lines {
      guard let own = claimed.lines.first(where: { $0.part == line.part && $0.term == line.term }) else {
        found.append(
          "The score has no line for \(line.part.rawValue) \(line.term.rawValue), which is \(line.amount).")
        continue
      }
      if own != line {
        found.append(
          """
          The score says \(own.amount) x \(own.weight) = \(own.product) for \(line.part.rawValue) \
          \(line.term.rawValue); it is \(line.amount) x \(line.weight) = \(line.product).
          """)
      }
    }
    if claimed.lines.count != derived.lines.count {
      found.append("The score has \(claimed.lines.count) lines; there are \(derived.lines.count).")
    }
    if claimed.total != derived.total {
      found.append("The total is given as \(claimed.total); it is \(derived.total).")
    }
    return found
  }

  private static func doubts(about plan: Plan, score: Score) -> [String] {
    let parts: [(Score.Part, Certificate.Part?)] = [
      (.match, plan.certificate.match), (.timetable, plan.certificate.timetable),
    ]
    return parts.flatMap { part, certified -> [String] in
      guard let certified else { return [] }
      var found: [String] = []
      if certified.objective != score.total(of: part) {
        found.append(
          "The certificate's \(part.rawValue) objective is \(certified.objective); it is \(score.total(of: part)).")
      }
      if certified.bound > certified.objective {
        found.append(
          "The certificate's \(part.rawValue) bound \(certified.bound) is above the objective \(certified.objective)."
        )
      }
      return found
    }
  }

  /// Whether the multipliers prove what the certificate says they do.
  private static func doubts(about part: Certificate.Part?, proven: MatchBound?) -> [String] {
    guard let part, let proof = part.proof, let proven else { return [] }
    guard let value = proven.value else { return ["The match's multipliers prove nothing: \(proven.flaw ?? "")."] }
    var found: [String] = []
    if proof.bound > value {
      found.append("The match's multipliers are said to prove the bound \(proof.bound); they prove \(value).")
    }
    if proof.bound > part.bound {
      found.append("The match's bound \(part.bound) is below \(proof.bound), which its multipliers prove.")
    }
    return found
  }

  /// Whether the prices prove what the certificate says they do: both are whole numbers of one definition, so that
  /// they are equal where nothing was changed.
  private static func doubts(about part: Certificate.Part?, priced: PricedBound?) -> [String] {
    guard let part, let prices = part.prices else { return [] }
    var found: [String] = []
    switch priced {
    case nil: break
    case .flawed(let reason): found.append("The timetable's prices prove nothing: \(reason).")
    case .proven(let value):
      if prices.bound != value {
        found.append("The timetable's prices are said to prove the bound \(prices.bound); they prove \(value).")
      }
    }
    if prices.bound > part.bound {
      found.append("The timetable's bound \(part.bound) is below \(prices.bound), which its prices prove.")
    }
    return found
  }

  /// Whether the match is as stable as the certificate says, at the price that it says.
  private static func doubts(about plan: Plan, blockingPairs: Int) -> [String] {
    guard let part = plan.certificate.match, let aim = part.aim else { return [] }
    var found: [String] = []
    if aim.objective == .stable, aim.isReached != (blockingPairs == 0) {
      found.append(
        "The match is said to be \(aim.isReached ? "" : "not ")stable; \(blockingPairs) pairs block it.")
    }
    if aim.price < 0 || aim.bestFit < part.bound {
      found.append(
        """
        The best fit is given as \(aim.bestFit) and the price of \(aim.objective.rawValue) as \(aim.price); the bound \
        is \(part.bound), and a price is not below 0.
        """)
    }
    // Where visits found no place, requests were left unserved afterwards and the match costs something else.
    if !plan.parts.contains(.timetable), aim.bestFit + aim.price != part.objective {
      found.append(
        "The best fit \(aim.bestFit) and the price \(aim.price) do not add up to the objective \(part.objective).")
    }
    return found
  }

  /// Whether the match changes as much as the certificate says.
  private static func doubts(about part: Certificate.Part?, changes: Int) -> [String] {
    guard let claimed = part?.changes else { return [] }
    var found: [String] = []
    if claimed.made != changes {
      found.append("\(claimed.made) requests are said to change; \(changes) do.")
    }
    if claimed.fewest > claimed.made {
      found.append(
        "No match is said to change fewer than \(claimed.fewest) requests; this one changes \(claimed.made).")
    }
    return found
  }

  /// Everything asked for is either served or listed as unserved, once.
  private static func unaccounted(in plan: Plan, of scenario: Scenario) -> [String] {
    var found: [String] = []
    func compare(_ kind: Unserved.Kind, asked: [String], served: [String]) {
      let served = Set(served)
      let listed = plan.unserved.filter { $0.kind == kind }.map(\.id)
      let expected = asked.filter { !served.contains($0) }
      if listed == expected { return }
      let missing = expected.filter { !listed.contains($0) }
      let wrong = listed.filter { !expected.contains($0) }
      if !missing.isEmpty {
        found.append("Not served and not listed as unserved: \(missing.joined(separator: ", ")).")
      }
      if !wrong.isEmpty { found.append("Listed as unserved without need: \(wrong.joined(separator: ", ")).") }
      if missing.isEmpty, wrong.isEmpty {
        found.append("The unserved \(kind.rawValue) entries are not in the order of the file, or not once each.")
      }
    }
    if plan.parts.contains(.match) {
      compare(.request, asked: scenario.requests.map(\.id), served: plan.match.map(\.request))
    }
    if plan.parts.contains(.timetable) {
      compare(.series, asked: scenario.series.map(\.id), served: plan.timetable.map(\.series))
    }
    return found
  }

  /// A member's part follows from what the leader holds.
  private static func mislabelled(in resolved: ResolvedPlan, plan: Plan) -> [String] {
    let entries = Dictionary(plan.timetable.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
    return resolved.timetable.flatMap { scheduled in
      (entries[scheduled.series.id]?.team ?? []).compactMap { member in
        guard let leader = resolved.scenario.leaders[id: member.leader] else { return nil }
        let part = leader.part(in: scheduled.series)
        return member.part == part
          ? nil
          : "`\(leader.id)` is given as \(member.part.rawValue) in `\(scheduled.series.id)`; it is \(part.rawValue)."
      }
    }
  }
}

extension Leader {
  /// The part a leader has in a team: `lead` where one of the series' standards is held at that level.
  public func part(in series: Series) -> Level {
    series.standards.contains { level(of: $0) == .lead } ? .lead : .support
  }
}
