extension Scenario {
  /// Who could coach a request, by the rules of the match and of its visits.
  ///
  /// - Complexity: O(leaders x standards + leaders left x days of the window).
  public func funnel(of request: CoachingRequest) -> Funnel {
    var builder = FunnelBuilder(leaders, called: "leaders")
    let standards = request.standards.map(\.description).joined(separator: ", ")
    builder.keep("hold \(standards) at lead") { leader in
      request.standards.allSatisfy { leader.level(of: $0) == .lead }
    }
    if let school = schools[id: request.school] {
      builder.keep("travel as far as \(school.name)") { leader in
        travel.leg(from: leader.home, to: school.place).distance <= leader.reach
      }
      if request.mentee != nil {
        builder.keep("do not evaluate there") { !$0.evaluates.contains(school.id) }
      }
      builder.keep("have \(request.perWeek.value) minutes a week and the way there") { leader in
        let limit = request.mentee == nil ? leader.maxSchools : leader.maxMentees
        return load(of: request, on: leader) <= leader.coachingPerWeek && (limit ?? 1) > 0
      }
      let latest = latestFirstVisit(of: request)
      builder.keep(latest.map { "can first visit by \($0)" } ?? "can visit in the window") { leader in
        !visitings(of: request, by: leader, upTo: 1).isEmpty
      }
    }
    let pins = pins.map(\.decision)
    if pins.contains(where: { $0.isAboutCoach(of: request.id) }) {
      builder.keep("are not ruled out by a pin") { leader in
        pins.allSatisfy { pin in
          switch pin {
          case .coach(request.id, let other): other == leader.id
          case .notCoach(request.id, let other): other != leader.id
          case .requestServed(request.id, let isServed): isServed
          default: true
          }
        }
      }
    }
    return builder.funnel()
  }
}

extension Pin.Decision {
  fileprivate func isAboutCoach(of id: CoachingRequest.ID) -> Bool {
    switch self {
    case .coach(id, _), .notCoach(id, _), .requestServed(id, false): true
    default: false
    }
  }
}
