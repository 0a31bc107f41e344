internal import Planning

extension VisitPlanner {
  /// The matched requests for which no visits could be placed, in the order of coaching.csv.
  ///
  /// - Throws: Where one of them must be served, or a coach is left with too few schools.
  func unserved() throws(SolvingError) -> [Unserved] {
    let mandatory = Set(
      scenario.pins.compactMap { pin in
        if case .requestServed(let request, true) = pin.decision { request } else { nil }
      })
    var found: [(position: Int, unserved: Unserved)] = []
    var broken: [String] = []
    for (entry, job) in jobs.enumerated() where patterns[entry] == nil {
      guard let job, let position = scenario.requests.position(of: job.request.id) else { continue }
      let reason = reason(for: job)
      if mandatory.contains(job.request.id) { broken.append("`\(job.request.id)` must be served. \(reason)") }
      found.append(
        (
          position,
          Unserved(
            kind: .request, id: job.request.id, reason: reason, funnel: scenario.funnel(of: job.request).steps)
        ))
    }
    broken += coachesWithTooFewSchools
    if !broken.isEmpty { throw .noneFound(reasons: broken) }
    return found.sorted { $0.position < $1.position }.map(\.unserved)
  }

  /// Those who must have so many requests of schools, and for whom too few visits found a place.
  private var coachesWithTooFewSchools: [String] {
    let schools = zip(jobs, patterns).compactMap { job, pattern in
      job.flatMap { $0.request.mentee == nil ? (job: $0, isPlaced: pattern != nil) : nil }
    }
    let byLeader = Dictionary(grouping: schools, by: \.job.leader)
    return byLeader.sorted { $0.key < $1.key }.compactMap { leader, own in
      let coach = scenario.leaders[leader]
      let placed = own.count(where: \.isPlaced)
      guard placed < coach.minSchools else { return nil }
      return """
        `\(coach.id)` must have \(coach.minSchools) requests of schools (`min_schools`); the visits of only \
        \(placed) find a place.
        """
    }
  }

  private func reason(for job: VisitJob) -> String {
    let visit = "visits of \(job.request.visitLength.value) minutes to \(job.school.name)"
    if job.patterns.isEmpty {
      return "\(job.coach.name) has no weekday and period for \(visit)."
    }
    return """
      None of the \(job.patterns.count) weekdays and periods for \(visit) is left to \(job.coach.name) beside the \
      other visits, within the release days and the substitutes.
      """
  }
}
