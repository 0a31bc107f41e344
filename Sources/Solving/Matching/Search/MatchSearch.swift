/// Iterated local search on a match whose breaches have prices (Yagiura, Ibaraki and Glover 2004, after which
/// the moves and the adaptive prices are made).
///
/// Moves of a unit: a *shift* to another agent or to none; a *swap* with a unit of that agent; an *ejection*,
/// in which the unit takes another one's place and that one goes where it costs least. Each descent starts at
/// the units whose agents have changed and ends where none of them can improve. Then a few units are moved at
/// random; what that leads to is kept where it is not worse. Prices of overload rise while the search stays
/// outside of what is allowed and fall while it stays inside, so that it follows the border.
struct MatchSearch {
  /// The match as it is.
  private(set) var state: MatchState
  /// The best match that keeps all constraints.
  private(set) var best: Match?
  private(set) var bestCost = 0
  /// Moves priced so far.
  private(set) var work = 0

  private var random: Randomness
  private var queue: [Int32] = []
  private var isQueued: [Bool]
  private var journal: [(unit: Int32, arc: Int32)] = []
  private var outside = 0
  private var inside = 0

  init(_ state: MatchState, random: Randomness) {
    self.state = state
    self.random = random
    isQueued = Array(repeating: false, count: state.arcOfUnit.count)
  }

  private var problem: MatchProblem { state.problem }

  /// Descends from a match and then searches around it until so many moves are priced.
  ///
  /// - Parameters:
  ///   - limit: Moves priced at most, one round apart.
  ///   - floor: A cost that none is below: there it ends.
  ///   - stop: Looked at each round.
  mutating func run(work limit: Int, floor: Int, stop: StopSignal) {
    let end = work + limit
    note()
    for unit in state.arcOfUnit.indices { enqueue(Int32(unit)) }
    descend()
    note()
    var current = state.penalizedCost
    while work < end, best == nil || bestCost > floor, !stop.isRaised, !state.arcOfUnit.isEmpty {
      journal.removeAll(keepingCapacity: true)
      work += 1
      kick()
      descend()
      note()
      let reached = state.penalizedCost
      if reached <= current {
        current = reached
      } else {
        for entry in journal.reversed() { state.shift(Int(entry.unit), to: entry.arc) }
      }
      if adaptPrices() { current = state.penalizedCost }
    }
  }

  private mutating func note() {
    guard state.isFeasible, best == nil || state.cost < bestCost else { return }
    best = state.match
    bestCost = state.cost
  }

  /// Moves a few units of a random job's neighbourhood at random.
  private mutating func kick() {
    let units = state.arcOfUnit.count
    for _ in 0..<(2 + random.below(3)) {
      let unit = random.below(units)
      let arcs = problem.arcs(ofJob: Int(state.jobOfUnit[unit]))
      guard !arcs.isEmpty else { continue }
      let arc = Int32(arcs.lowerBound + random.below(arcs.count))
      guard arc != state.arcOfUnit[unit], !state.isTaken(arc, by: unit) else { continue }
      apply(unit, arc)
    }
  }

  private mutating func adaptPrices() -> Bool {
    if state.overload > 0 { outside += 1; inside = 0 } else { inside += 1; outside = 0 }
    if outside >= 10 {
      outside = 0
      for agent in problem.agents where state.load[agent] > problem.capacities[agent] {
        let price = state.overloadPrice[agent]
        state.overloadPrice[agent] = min(price + max(1, price / 5), state.missingPrice)
      }
      return true
    }
    if inside >= 20 {
      inside = 0
      for agent in problem.agents { state.overloadPrice[agent] -= state.overloadPrice[agent] / 10 }
      return true
    }
    return false
  }

  private mutating func enqueue(_ unit: Int32) {
    guard !isQueued[Int(unit)] else { return }
    isQueued[Int(unit)] = true
    queue.append(unit)
  }

  private mutating func apply(_ unit: Int, _ arc: Int32) {
    let old = state.arcOfUnit[unit]
    journal.append((Int32(unit), old))
    state.shift(unit, to: arc)
    for changed in [old, arc] where changed != MatchState.none {
      for other in state.unitsOfAgent[Int(problem.arcs[Int(changed)].agent)] { enqueue(other) }
    }
    enqueue(Int32(unit))
  }

  private mutating func descend() {
    var head = 0
    while head < queue.count {
      let unit = Int(queue[head])
      head += 1
      isQueued[unit] = false
      if head > 4096 {
        queue.removeFirst(head)
        head = 0
      }
      improve(unit)
    }
    queue.removeAll(keepingCapacity: true)
  }

  /// The best of the moves of a unit, applied where it lowers cost and penalties.
  private mutating func improve(_ unit: Int) {
    let own = state.arcOfUnit[unit]
    let leaving = state.change(of: own, sign: -1) - state.price(unit, own)
    var best = 0
    var move = Move.none
    let owner: Int32? = own == MatchState.none ? nil : problem.arcs[Int(own)].agent
    if own != MatchState.none {
      let delta = leaving + state.price(unit, MatchState.none)
      if delta < best {
        best = delta
        move = .shift(MatchState.none)
      }
    }
    for position in problem.arcs(ofJob: Int(state.jobOfUnit[unit])) {
      let arc = Int32(position)
      guard arc != own, !state.isTaken(arc, by: unit) else { continue }
      let entering = state.price(unit, arc) + state.change(of: arc, sign: 1)
      let delta = leaving + entering
      work += 1
      if delta < best {
        best = delta
        move = .shift(arc)
      }
      // Somebody has to make room only where there is none.
      guard state.change(of: arc, sign: 1) > 0 else { continue }
      let agent = problem.arcs[position].agent
      for other in state.unitsOfAgent[Int(agent)] {
        let other = Int(other)
        if let owner, let otherArc = problem.arc(from: Int(owner), to: Int(state.jobOfUnit[other])),
          !state.isTaken(Int32(otherArc), by: other), state.jobOfUnit[other] != state.jobOfUnit[unit]
        {
          work += 1
          let delta = state.deltaOfSwap(unit, to: arc, other, to: Int32(otherArc))
          if delta < best {
            best = delta
            move = .swap(arc, other, Int32(otherArc))
          }
        }
        // What is saved where the other one leaves and this one comes, before the other one goes anywhere.
        let saved = state.changeOfExchange(at: Int(agent), loses: state.arcOfUnit[other], gains: arc)
        let base = leaving + state.price(unit, arc) + saved - state.price(other, state.arcOfUnit[other])
        guard base < best else { continue }
        let delta = base + state.price(other, MatchState.none)
        if delta < best {
          best = delta
          move = .ejection(arc, other, MatchState.none)
        }
        for target in problem.arcs(ofJob: Int(state.jobOfUnit[other])) {
          let third = problem.arcs[target].agent
          guard third != agent, third != owner else { continue }
          work += 1
          let delta = base + state.price(other, Int32(target)) + state.change(of: Int32(target), sign: 1)
          if delta < best, !state.isTaken(Int32(target), by: other) {
            best = delta
            move = .ejection(arc, other, Int32(target))
          }
        }
      }
    }
    switch move {
    case .none: break
    case .shift(let arc): apply(unit, arc)
    case .swap(let arc, let other, let otherArc), .ejection(let arc, let other, let otherArc):
      apply(other, otherArc)
      apply(unit, arc)
    }
  }

  private enum Move {
    case none
    case shift(Int32)
    case swap(Int32, Int, Int32)
    case ejection(Int32, Int, Int32)
  }
}
