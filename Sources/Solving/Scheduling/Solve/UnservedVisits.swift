internal import Planning

extension VisitPlanner {
  /// The matched requests for which no visits could be placed, in the order of coaching.csv.
  ///
  /// - Throws: Where one of them must be served.
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
    if !broken.isEmpty { throw .noneFound(reasons: broken) }
    return found.sorted { $0.position < $1.position }.map(\.unserved)
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
