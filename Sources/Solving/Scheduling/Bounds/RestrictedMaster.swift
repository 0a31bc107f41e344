internal import MIP

/// Dantzig-Wolfe decomposition of the relaxation: a linear program over the columns found so far gives prices at
/// which new ones are looked for (Desaulniers, Desrosiers and Solomon 2005).
///
///     min  Σ c_P λ_P + Σ p_s u_s
///          Σ_P λ_P + u_s = 1                 every series (and every coach at a school, at a penalty)
///          Σ_P a_rP λ_P ≤ b_r                every resource, once it is overdrawn
///
/// Its optimum over all columns is the best Lagrangian bound. Prices are smoothed towards those of the best bound
/// (Wentges 1997): duals of a young master jump. The bound itself is the relaxation's own value at the prices
/// rounded to integers; the program in floating point only proposes them.
struct RestrictedMaster: Sendable {
  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  private let knapsacks: KnapsackCuts

  private static let smoothing = 0.5
  /// Where rounds of new rows within one round of new columns end.
  private static let rowRounds = 8

  init(_ problem: TimetableProblem, relaxation: TimetableRelaxation, knapsacks: KnapsackCuts) {
    self.problem = problem
    self.relaxation = relaxation
    self.knapsacks = knapsacks
  }

  /// Generates columns for some rounds, offering each value of the relaxation to an ascent.
  ///
  /// - Parameters:
  ///   - columns: Columns to begin with.
  ///   - iterations: Simplex iterations allowed in each solve.
  /// - Throws: A broken solver.
  func generate(
    _ ascent: inout PriceAscent, from columns: [TimetableRelaxation.Column], rounds: Int, iterations: Int,
    target: Int, stop: StopSignal
  ) throws(MIPError) {
    guard rounds > 0, relaxation.items > 0 else { return }
    let scale = Double(max(1, problem.series.compactMap(\.unservedPrice).max() ?? 1)) / 1000
    var program = Program(.minimize)
    var convexity: [Constraint.Index] = []
    for item in 0..<relaxation.items {
      let price = item < problem.series.count ? problem.series[item].unservedPrice : nil
      let left = program.add(.continuous, objective: price.map { Double($0) / scale } ?? 1e5)
      convexity.append(program.require(left.expression == 1.0))
    }
    try program.withLiveProblem { (live) throws(MIPError) in
      var pool = ColumnPool(problem: problem, scale: scale, convexity: convexity, knapsacks: knapsacks)
      for column in columns { try pool.add(column, to: &live) }
      for _ in 0..<rounds {
        if stop.isRaised || (ascent.best?.bound ?? .min) >= target { break }
        guard
          let (duals, isCut) = try pool.solve(&live, iterations: iterations, rowRounds: Self.rowRounds)
        else { break }
        let prices = smoothed(pool.prices(duals), towards: ascent.best?.prices)
        guard let value = relaxation.value(at: prices) else { break }
        ascent.offer(value, at: prices)
        var isNew = try pool.addImproving(value.columns, duals: duals, to: &live)
        if !isNew {
          // Nothing at the smoothed prices: the master's own decide.
          let own = pool.prices(duals)
          guard let value = relaxation.value(at: own) else { break }
          ascent.offer(value, at: own)
          isNew = try pool.addImproving(value.columns, duals: duals, to: &live)
        }
        if !isNew, !isCut { break }
      }
    }
  }

  private func smoothed(_ prices: ResourcePrices, towards best: ResourcePrices?) -> ResourcePrices {
    guard let best else { return prices }
    func mix(_ new: [Int], _ old: [Int]) -> [Int] {
      zip(new, old).map { Int((Double($0) * (1 - Self.smoothing) + Double($1) * Self.smoothing).rounded()) }
    }
    let cuts = Set(prices.cuts.keys).union(best.cuts.keys).map { cut in
      (cut, mix([prices.cuts[cut] ?? 0], [best.cuts[cut] ?? 0])[0])
    }
    return ResourcePrices(
      yearly: mix(prices.yearly, best.yearly), monthly: mix(prices.monthly, best.monthly),
      pool: mix(prices.pool, best.pool), cuts: Dictionary(uniqueKeysWithValues: cuts), of: knapsacks,
      options: problem.leaderOptions.count)
  }
}
