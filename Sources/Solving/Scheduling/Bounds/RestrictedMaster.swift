internal import MIP

/// Dantzig-Wolfe decomposition of the relaxation: a linear program over the columns found so far gives prices at
/// which new ones are looked for (Desaulniers, Desrosiers and Solomon 2005).
///
///     min  Σ c_P λ_P + Σ p_s u_s
///          Σ_P λ_P + u_s = 1                 every series
///          Σ_P a_rP λ_P ≤ b_r                every resource, once it is overdrawn
///          Σ_P w_cP λ_P ≤ 1                  every inequality of ``KnapsackCuts`` and ``SubsetRowCut`` that was broken
///
/// Its optimum over all columns is the best Lagrangian bound. Inequalities are added once it is nearly reached,
/// and then it goes on. Prices are smoothed towards those of the best bound
/// (Wentges 1997): duals of a young master jump. The bound itself is the relaxation's own value at the prices
/// rounded to integers; the program in floating point only proposes them.
struct RestrictedMaster: Sendable {
  let problem: TimetableProblem
  let relaxation: TimetableRelaxation
  private let knapsacks: KnapsackCuts

  private static let smoothing = 0.5
  /// Inequalities are added when bound and master are so near to one another.
  private static let tolerance = 0.0005
  /// By what share inequalities have to raise the master, once in so many rounds.
  private static let leastRise = 0.0001
  private static let patience = 3
  /// Where rounds of new rows within one round of new columns end.
  static let rowRounds = 8

  init(_ problem: TimetableProblem, relaxation: TimetableRelaxation, knapsacks: KnapsackCuts) {
    self.problem = problem
    self.relaxation = relaxation
    self.knapsacks = knapsacks
  }

  /// The columns and inequalities that a master needed.
  struct Restriction: Sendable {
    var columns: [TimetableRelaxation.Column] = []
    var cuts: [KnapsackCuts.Cut] = []
    /// The inequalities on columns that the best bound needed.
    var subsetRows: [SubsetRowCut] = []
  }

  /// What column generation leaves.
  struct Result: Sendable {
    /// What leads searches: found before what ``PoolWeeks`` rounds was counted. That raises the bound, but what the
    /// master takes then leads a search worse.
    var leading = Restriction()
    /// What the last master needed.
    var all = Restriction()
    /// Whole columns that the leading master leads to, or no more than its likeliest where there was no time.
    var dive = ColumnPool.Dive()
  }

  /// A pool without columns.
  ///
  /// - Parameters:
  ///   - capacity: By resource: half days, `nil` for no cap; those of the relaxation where left out.
  ///   - program: Gets its first variables and rows; has nothing else.
  func emptyPool(capacity: [Double?]? = nil, in program: inout Program) -> ColumnPool {
    ColumnPool(
      problem, capacity: capacity ?? relaxation.resources.capacity.map { $0.map(Double.init) },
      rounded: relaxation.resources.rounded, knapsacks: knapsacks, threads: relaxation.threads, in: &program)
  }

  /// Generates columns for some rounds, offering each value of the relaxation to an ascent, and dives for whole
  /// ones.
  ///
  /// - Parameters:
  ///   - columns: Columns to begin with.
  ///   - iterations: Simplex iterations allowed in each solve.
  /// - Throws: A broken solver.
  func generate(
    _ ascent: inout PriceAscent, from columns: [TimetableRelaxation.Column], rounds: Int, iterations: Int,
    target: Int, stop: StopSignal
  ) throws(MIPError) -> Result {
    guard rounds > 0, !problem.series.isEmpty else { return Result() }
    var program = Program(.minimize)
    var pool = emptyPool(in: &program)
    let result = try program.withLiveProblem { (live) throws(MIPError) -> Result? in
      for column in columns { try pool.add(column, to: &live) }
      var raised = 0.0
      var stalled = 0
      var result: Result?
      for _ in 0..<rounds {
        if stop.isRaised || (ascent.best?.bound ?? .min) >= target { break }
        guard
          let duals = try pool.solve(&live, iterations: iterations, rowRounds: Self.rowRounds, stop: stop)
        else { break }
        let own = pool.prices(duals)
        var isNew = false
        for prices in [smoothed(own, towards: ascent.best?.prices), own] {
          guard let value = relaxation.value(at: prices) else { return nil }
          ascent.offer(value, at: prices)
          if try pool.addImproving(value.columns, duals: duals, to: &live) { isNew = true }
        }
        let bound = Double(ascent.best?.bound ?? 0)
        let isConverged = !isNew || pool.optimum + Double(relaxation.fixed) - bound < gap(Int(bound))
        guard isConverged else { continue }
        // Sums of inequalities come when these alone hardly raise the master; and an end when sums do not either.
        stalled = pool.optimum > raised * (1 + Self.leastRise) ? 0 : stalled + 1
        raised = max(raised, pool.optimum)
        // Once substitutes are rounded, sums are looked for as long as they help at once: they were exhausted before.
        if stalled < (pool.countsRounded ? 1 : Self.patience) {
          if try pool.cut(&live, withSums: stalled > 0 || !pool.subsetRows.cuts.isEmpty) { continue }
          if stalled == 0, pool.subsetRows.cuts.isEmpty, try pool.cut(&live, withSums: true) { continue }
        }
        guard result == nil else { break }
        result = leading(pool, ascent)
        pool.countsRounded = true
        stalled = 0
      }
      var found = result ?? leading(pool, ascent)
      found.all = restriction(of: pool, ascent)
      return found
    }
    guard var result else { return Result() }
    if let dive = try dive(from: result.leading, iterations: iterations, stop: stop) { result.dive = dive }
    return result
  }

  private func restriction(of pool: ColumnPool, _ ascent: PriceAscent) -> Restriction {
    let needed = pool.subsetRows.cuts.filter { ascent.best?.prices.subsetRows.byCut[$0] != nil }
    return Restriction(columns: pool.inUse, cuts: pool.cuts, subsetRows: needed)
  }

  private func leading(_ pool: ColumnPool, _ ascent: PriceAscent) -> Result {
    Result(leading: restriction(of: pool, ascent), dive: .init(likeliest: pool.likeliest))
  }

  /// Dives from what was found, without sums that turned out to be of no use.
  private func dive(
    from found: Restriction, iterations: Int, stop: StopSignal
  ) throws(MIPError) -> ColumnPool.Dive? {
    var program = Program(.minimize)
    var pool = emptyPool(in: &program)
    return try program.withLiveProblem { (live) throws(MIPError) in
      for column in found.columns { try pool.add(column, to: &live) }
      try pool.add(found.cuts, to: &live)
      try pool.add(found.subsetRows, to: &live)
      return try pool.dive(&live, relaxation: relaxation, iterations: iterations, stop: stop)
    }
  }

  /// How near bound and master must be for inequalities to be added.
  func gap(_ bound: Int) -> Double { Self.tolerance * Double(bound) }

  /// Prices between those of a master and the best ones known.
  func smoothed(_ prices: ResourcePrices, towards best: ResourcePrices?) -> ResourcePrices {
    guard let best else { return prices }
    func mix(_ new: Int, _ old: Int) -> Int {
      Int((Double(new) * (1 - Self.smoothing) + Double(old) * Self.smoothing).rounded())
    }
    var cuts = prices.cuts.mapValues { mix($0, 0) }
    for (cut, price) in best.cuts { cuts[cut] = mix(prices.cuts[cut] ?? 0, price) }
    var sums = prices.subsetRows.byCut.mapValues { mix($0, 0) }
    for (cut, price) in best.subsetRows.byCut { sums[cut] = mix(prices.subsetRows.byCut[cut] ?? 0, price) }
    return ResourcePrices(
      byResource: zip(prices.byResource, best.byResource).map { mix($0, $1) }, cuts: cuts, subsetRows: sums,
      options: problem.leaderOptions.count)
  }
}
