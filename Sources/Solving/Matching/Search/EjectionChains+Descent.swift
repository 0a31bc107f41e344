extension EjectionChains {
  /// Looks at all units in the next descent.
  mutating func enqueueAll() {
    for unit in 0..<arcOfUnit.count { enqueue(unit) }
  }

  private mutating func enqueue(_ unit: Int) {
    guard !isQueued[unit] else { return }
    isQueued[unit] = true
    let end = queueStart + queueCount
    queue[end < queue.count ? end : end - queue.count] = Int32(unit)
    queueCount += 1
  }

  private mutating func enqueueUnits(of agent: Int) {
    guard agent != nobody else { return }
    for index in Int(arcsOfAgentStart[agent])..<Int(arcsOfAgentStart[agent + 1]) {
      let (position, job) = (entries[index].arc, Int(entries[index].job))
      for unit in Int(firstUnit[job])..<Int(firstUnit[job + 1]) where arcOfUnit[unit] == position { enqueue(unit) }
    }
  }

  /// Applies the best chain of each unit that is looked at, and looks again at the units of agents that changed,
  /// until no chain improves the match.
  mutating func descend(stop: StopSignal) {
    var looked = 0
    var isStopped = false
    greatestCost = 0
    greatestPaid = 0
    for unit in 0..<places.count { greatestCost = max(greatestCost, places[unit].reducedCost) }
    for agent in 0..<nobody { greatestPaid = max(greatestPaid, paid[agent]) }
    while queueCount > 0 {
      let unit = Int(queue[queueStart])
      queueStart = queueStart + 1 < queue.count ? queueStart + 1 : 0
      queueCount -= 1
      isQueued[unit] = false
      looked += 1
      // The queue is emptied all the same, so that the next descent starts with an empty one.
      if !isStopped, looked.isMultiple(of: 64) { isStopped = stop.isRaised }
      if !isStopped { improve(unit) }
    }
  }

  private mutating func improve(_ unit: Int) {
    let own = arcOfUnit[unit]
    let arc = arcs[Int(own)]
    let agent = Int(arc.agent)
    bestGain = 0
    bestLength = 0
    let gain = arc.reducedCost + paid[agent] - countChange(own, agent, -1)
    occupy(own, sign: -1)
    isMoved[unit] = true
    pending = unit
    extend(depth: 0, unit, hole: agent, gain: gain)
    pending = nil
    isMoved[unit] = false
    occupy(own, sign: 1)
    for index in 0..<bestLength {
      let step = bestPath[index]
      let left = Int(arcs[Int(arcOfUnit[Int(step.unit)])].agent)
      shift(Int(step.unit), to: step.arc)
      greatestCost = max(greatestCost, places[Int(step.unit)].reducedCost)
      greatestPaid = max(greatestPaid, paid[left], paid[Int(arcs[Int(step.arc)].agent)])
      // The hole that is left last is that of the next step, or stays.
      enqueueUnits(of: left)
    }
    if bestLength > 0 { enqueueUnits(of: Int(arcs[Int(bestPath[bestLength - 1].arc)].agent)) }
  }

  /// Ends a chain in the best way, and follows it further.
  ///
  /// - Parameters:
  ///   - depth: How many units have moved into holes.
  ///   - pending: The unit that was taken out.
  ///   - hole: The agent whose room is not paid for yet.
  ///   - gain: What is saved so far.
  private mutating func extend(depth: Int, _ pending: Int, hole: Int, gain: Int) {
    close(depth: depth, pending, hole: hole, gain: gain)
    guard depth < breadths.count, hole != nobody else { return }
    let first = depth * Self.widest
    let found = collect(into: first, limit: breadths[depth], hole: hole, gain: gain)
    for index in first..<(first + found) {
      let step = candidates[index]
      guard step.gain > bestGain else { break }
      let unit = Int(step.unit)
      let own = arcOfUnit[unit]
      shift(unit, to: step.arc)
      isMoved[unit] = true
      path[depth] = step
      extend(depth: depth + 1, pending, hole: Int(arcs[Int(own)].agent), gain: step.gain)
      isMoved[unit] = false
      shift(unit, to: own)
    }
  }

  @inline(__always)
  private mutating func close(depth: Int, _ pending: Int, hole: Int, gain: Int) {
    let job = Int(jobOfUnit[pending])
    let open = gain - paid[hole]
    let own = arcOfUnit[pending]
    for index in Int(arcsOfJobStart[job])..<Int(arcsOfJobStart[job + 1]) {
      let position = Int32(index)
      if depth == 0, position == own { continue }
      let arc = arcs[index]
      let agent = Int(arc.agent)
      work &+= 1
      var reached = agent == hole ? gain : open &+ paid[agent]
      reached = reached &- arc.reducedCost &- penalty(agent, load[agent] &+ Int(arc.load))
      reached = reached &- countChange(position, agent, 1)
      guard reached > bestGain, !isTaken(position) else { continue }
      bestGain = reached
      bestLength = depth + 1
      for index in 0..<depth { bestPath[index] = path[index] }
      bestPath[depth] = Step(gain: reached, unit: Int32(pending), arc: position)
    }
  }

  /// The units that fill a hole with the greatest gains.
  @inline(__always)
  private mutating func collect(into first: Int, limit: Int, hole: Int, gain: Int) -> Int {
    var found = 0
    // Where counts can bind, more may be saved.
    let isBound = isCounted[hole]
    let saved = isBound ? Int.max / 4 : greatestCost + greatestPaid
    for index in Int(arcsOfAgentStart[hole])..<Int(arcsOfAgentStart[hole + 1]) {
      let entry = entries[index]
      guard gain &- entry.reducedCost &+ saved > bestGain else { break }
      let base = gain &- entry.reducedCost &- penalty(hole, load[hole] &+ Int(entry.load))
      let position = entry.arc
      work &+= 1
      guard base &+ saved > bestGain else { continue }
      for unit in Int(firstUnit[Int(entry.job)])..<Int(firstUnit[Int(entry.job) + 1]) where !isMoved[unit] {
        let place = places[unit]
        let agent = Int(place.agent)
        guard agent != hole else { continue }
        var reached = base &+ place.reducedCost &+ paid[agent]
        if isBound || isCounted[agent] {
          reached -= countChange(position, hole, 1) + countChange(arcOfUnit[unit], agent, -1)
        }
        guard reached > bestGain, found < limit || reached > candidates[first + found - 1].gain,
          !isTaken(position)
        else { continue }
        var slot = found < limit ? found : limit - 1
        if found < limit { found += 1 }
        while slot > 0, candidates[first + slot - 1].gain < reached {
          candidates[first + slot] = candidates[first + slot - 1]
          slot -= 1
        }
        candidates[first + slot] = Step(gain: reached, unit: Int32(unit), arc: position)
      }
    }
    return found
  }
}
