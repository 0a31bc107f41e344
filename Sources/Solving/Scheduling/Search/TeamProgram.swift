internal import MIP

/// Which teams a few series get, exactly, with dates left out: what decides in a region whose release days are
/// short is which series fill which leaders' days.
///
///     max  Σ_s v_s z_s - Σ_sl c_sl x_sl
///          least_s z_s ≤ Σ_l x_sl ≤ most_s z_s             the size, and each clause on roles
///          Σ_(l leads d) x_sl ≥ z_s                        every standard d of s
///          Σ_s w_s x_sl ≤ left_l                           every leader's release half days
///          z, x binary
///
/// v_s is what serving s saves, c_sl the travel and price of a leader. Dates are found for the teams afterwards; a
/// team without dates costs the series its place in this attempt.
struct TeamProgram: Sendable {
  private let problem: TimetableProblem
  private let spaces: PlacementSpaces
  /// By series: what serving it saves where nothing is scarce; `nil` where it cannot be placed.
  private let savings: [Int?]

  init(_ problem: TimetableProblem, spaces: PlacementSpaces, savings: [Int?]) {
    self.problem = problem
    self.spaces = spaces
    self.savings = savings
  }

  /// The best teams found; series that are best left unserved have none.
  ///
  /// - Parameters:
  ///   - chosen: Series that the state does not hold.
  ///   - limits: Nodes and iterations.
  /// - Throws: A broken solver.
  func teams(
    for chosen: [Int], in state: TimetableState, limits: Limits
  ) throws(MIPError) -> [(series: Int, team: [Int32])] {
    var program = Program(.maximize)
    var loads: [Int: [Term]] = [:]
    var members: [[(option: Int, variable: Variable)]] = []
    // In thousands of cents, so that tolerances fit.
    let unit = 1000.0
    for index in chosen {
      let series = problem.series[index]
      let served = program.add(.binary, objective: Double(savings[index] ?? 0) / unit)
      let space = spaces[index]
      let halfDays = space.release.contains(.nobody) ? 0 : space.sessions * space.span
      var own: [(option: Int, variable: Variable)] = []
      for kind in space.kinds {
        for option in kind.members.map(Int.init) {
          let leader = Int(problem.leaderOptions[option].leader)
          if let left = state.supply.yearly[leader], left < halfDays { continue }
          let price = space.sessions * space.leastPrice[option - series.leaders.lowerBound]
          let variable = program.add(.binary, objective: -Double(price) / unit)
          own.append((option, variable))
          if halfDays > 0, state.supply.yearly[leader] != nil {
            loads[leader, default: []].append(Term(Double(halfDays), variable))
          }
          if problem.leaderOptions[option].isPinned {
            program.require(variable.expression - served.expression == 0.0)
          }
        }
      }
      members.append(own)
      let all = own.map(\.variable).sum()
      program.require(all - series.team.size.lowerBound * served >= 0.0)
      program.require(all - series.team.size.upperBound * served <= 0.0)
      for clause in problem.clauses[series.team.clauses] {
        let some = own.filter { problem.leaderOptions[$0.option].role & clause.roles != 0 }.map(\.variable).sum()
        program.require(some - clause.count.lowerBound * served >= 0.0)
        program.require(some - clause.count.upperBound * served <= 0.0)
      }
      for bit in 0..<64 where series.team.standards >> UInt64(bit) & 1 == 1 {
        let those = own.filter { problem.leaderOptions[$0.option].leads >> UInt64(bit) & 1 == 1 }.map(\.variable)
        program.require(those.sum() - served.expression >= 0.0)
      }
    }
    for (leader, terms) in loads.sorted(by: { $0.key < $1.key }) {
      program.require(Constraint(Expression(terms), in: .atMost(Double(state.supply.yearly[leader] ?? 0))))
    }
    guard let solution = try program.solve(limits, tactics: Tactics(presolve: true, cuts: true)).solution else {
      return []
    }
    return zip(chosen, members).compactMap { index, own in
      let team = own.filter { solution.value(of: $0.variable) > 0.5 }.map { Int32($0.option) }.sorted()
      return team.isEmpty ? nil : (index, team)
    }
  }
}
