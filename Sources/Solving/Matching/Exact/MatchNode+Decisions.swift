extension MatchNode {
  /// How many decisions are made.
  var mark: Int { trail.count }

  /// Chooses an arc and all that follows from it; `false` where something cannot be any more.
  mutating func take(_ arc: Int32) -> Bool { decide(arc, isTaken: true) && propagate() }

  /// Does without an arc and draws what follows from it; `false` where something cannot be any more.
  mutating func leaveOut(_ arc: Int32) -> Bool { decide(arc, isTaken: false) && propagate() }

  /// Takes decisions back.
  mutating func undo(to mark: Int) {
    pending.removeAll(keepingCapacity: true)
    while trail.count > mark {
      let decision = trail.removeLast()
      let position = Int(decision.arc)
      let arc = problem.arcs[position]
      let (agent, job) = (Int(arc.agent), Int(arc.job))
      isFree[position] = true
      freeArcs[job] += 1
      if !isListed[position] {
        isListed[position] = true
        arcsOfAgent[agent].append(decision.arc)
      }
      guard decision.isTaken else { continue }
      capacity[agent] += Int(arc.load)
      count[agent * problem.kinds + problem.jobs[job].kind] += 1
      least[agent * problem.kinds + problem.jobs[job].kind] += 1
      demand[job] += 1
      base -= arc.cost
    }
  }

  /// Drops decided arcs from the lists of agents, so that bounds look at free ones only.
  mutating func list() {
    for agent in problem.agents {
      arcsOfAgent[agent].removeAll { position in
        if !isFree[Int(position)] { isListed[Int(position)] = false }
        return !isFree[Int(position)]
      }
    }
  }

  /// Makes one decision. What may follow is for ``propagate``.
  mutating func decide(_ position: Int32, isTaken: Bool) -> Bool {
    guard isFree[Int(position)] else { return !isTaken }
    let arc = problem.arcs[Int(position)]
    let (agent, job) = (Int(arc.agent), Int(arc.job))
    isFree[Int(position)] = false
    freeArcs[job] -= 1
    trail.append(Decision(arc: position, isTaken: isTaken))
    pending.append(Decision(arc: position, isTaken: isTaken))
    if isTaken {
      let cell = agent * problem.kinds + problem.jobs[job].kind
      capacity[agent] -= Int(arc.load)
      count[cell] -= 1
      least[cell] -= 1
      demand[job] -= 1
      base += arc.cost
      if capacity[agent] < 0 || count[cell] < 0 || demand[job] < 0 { return false }
    }
    return problem.jobs[job].unservedPrice != nil || freeArcs[job] >= demand[job]
  }

  /// Draws what follows from decisions: arcs that no longer fit go, and so do the arcs of jobs that have all they
  /// want; the last arcs of a job that has to be served are taken.
  mutating func propagate() -> Bool {
    defer { pending.removeAll(keepingCapacity: true) }
    while let decision = pending.popLast() {
      let arc = problem.arcs[Int(decision.arc)]
      let (agent, job) = (Int(arc.agent), Int(arc.job))
      let isFull = demand[job] == 0
      let isForced = !isFull && problem.jobs[job].unservedPrice == nil && freeArcs[job] == demand[job]
      if isFull || isForced {
        for other in problem.arcs(ofJob: job) where isFree[other] {
          guard decide(Int32(other), isTaken: isForced) else { return false }
        }
      }
      guard decision.isTaken else { continue }
      for other in arcsOfAgent[agent] where isFree[Int(other)] {
        let fits =
          Int(problem.arcs[Int(other)].load) <= capacity[agent]
          && count[agent * problem.kinds + problem.jobs[Int(problem.arcs[Int(other)].job)].kind] > 0
        if !fits, !decide(other, isTaken: false) { return false }
      }
    }
    return true
  }
}
