/// How good a plan is, and what it was made with.
public struct Certificate: Codable, Hashable, Sendable {
  /// One of the two problems.
  public struct Part: Codable, Hashable, Sendable {
    /// The weighted score of this part.
    public var objective: Int
    /// No solution of this part costs less.
    public var bound: Int
    /// Where the bound comes from.
    public var boundMethod: String
    /// Whether a clock or an interrupt ended the search before its effort was spent.
    public var cutShort: Bool
    /// What lets the bound of a match, or a lower one, be computed again without a solver.
    public var proof: Proof?
    /// What lets the bound of a timetable, or a lower one, be computed again without a solver.
    public var prices: Prices?
    /// What the match was to be best at, where that is not the least cost; `nil` elsewhere.
    public var aim: Aim?
    /// How much the match changes the published one, where it was to change as little as possible; `nil` elsewhere.
    public var changes: Changes?

    /// See the properties.
    public init(
      objective: Int, bound: Int, boundMethod: String, cutShort: Bool, proof: Proof? = nil,
      prices: Prices? = nil, aim: Aim? = nil, changes: Changes? = nil
    ) {
      self.objective = objective
      self.bound = bound
      self.boundMethod = boundMethod
      self.cutShort = cutShort
      self.proof = proof
      self.prices = prices
      self.aim = aim
      self.changes = changes
    }

    /// How far the objective may be from the best, in hundredths of a percent of the objective.
    public var gap: Int {
      guard objective > bound else { return 0 }
      guard objective > 0 else { return 10_000 }
      let (product, overflow) = (objective - bound).multipliedReportingOverflow(by: 10_000)
      return overflow ? (objective - bound) / (objective / 10_000) : product / objective
    }

    /// `0.42 %`.
    public var gapInPercent: String { Certificate.percent(gap) }
  }

  /// How much a match changes the published one: requests that have another coach than they had, have one and had
  /// none, or have none and had one.
  public struct Changes: Codable, Hashable, Sendable {
    /// How many there are.
    public var made: Int
    /// No match has fewer.
    public var fewest: Int
    /// No match that has so few costs less.
    public var bound: Int

    /// See the properties.
    public init(made: Int, fewest: Int, bound: Int) {
      self.made = made
      self.fewest = fewest
      self.bound = bound
    }
  }

  /// What a match was to be best at besides its cost, what that costs, and whether it was reached.
  public struct Aim: Codable, Hashable, Sendable {
    /// `stable` or `fair`.
    public var objective: MatchObjective
    /// What the cheapest match costs that was found.
    public var bestFit: Int
    /// What the match that was chosen costs more, visits not yet placed.
    public var price: Int
    /// Of `stable`: nothing blocks the match. Of `fair`: it is proven that no match is fairer.
    public var isReached: Bool

    /// See the properties.
    public init(objective: MatchObjective, bestFit: Int, price: Int, isReached: Bool) {
      self.objective = objective
      self.bestFit = bestFit
      self.price = price
      self.isReached = isReached
    }

    /// The price, in percent of the best fit: `0.42 %`; `nil` where that costs nothing.
    public var priceInPercent: String? {
      guard bestFit > 0 else { return nil }
      let (product, overflow) = price.multipliedReportingOverflow(by: 10_000)
      return Certificate.percent(overflow ? price / max(1, bestFit / 10_000) : product / bestFit)
    }
  }

  /// Hundredths of a percent: `0.42 %`.
  private static func percent(_ hundredths: Int) -> String {
    "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }

  /// Multipliers of the requests and the bound that they prove: see ``MatchBound``. Branch and bound may prove a
  /// higher one.
  public struct Proof: Codable, Hashable, Sendable {
    /// The Lagrangian value at the multipliers, rounded up.
    public var bound: Int
    /// The denominator of all multipliers.
    public var denominator: Int
    /// By request, in the order of coaching.csv: the numerator of its multiplier.
    public var numerators: [Int]

    /// See the properties.
    public init(bound: Int, denominator: Int, numerators: [Int]) {
      self.bound = bound
      self.denominator = denominator
      self.numerators = numerators
    }
  }

  /// The match; `nil` in a plan made by `schedule`.
  public var match: Part?
  /// The timetable; `nil` in a plan made by `match`.
  public var timetable: Part?
  /// The seed of every random choice.
  public var seed: UInt64
  /// How much work was allowed, in units of effort.
  public var effort: Int
  /// Names and versions of the programs that made the plan.
  public var versions: [String: String]

  /// See the properties.
  public init(match: Part?, timetable: Part?, seed: UInt64, effort: Int, versions: [String: String]) {
    self.match = match
    self.timetable = timetable
    self.seed = seed
    self.effort = effort
    self.versions = versions
  }
}
