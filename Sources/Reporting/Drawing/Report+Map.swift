internal import Planning

extension Report {
  /// The map of an audience: where it meets and visits, and the ways of its leaders there, all other schools of
  /// the neighbourhood small. O(plan + schools).
  func map(for audience: Audience) -> MapDrawing {
    var venues: [Venue.ID: Venue] = [:]
    var schools: [School.ID: School] = [:]
    var ways: Set<Way> = []
    var homes: Set<Leader.ID> = []
    for event in agenda.events(for: audience) {
      guard case .session(let position) = event.subject,
        let venue = resolved.timetable[position].sessions[event.number - 1].venue
      else { continue }
      venues[venue.id] = venue
      for leader in resolved.timetable[position].team {
        if case .leader(let id) = audience, id != leader.id { continue }
        homes.insert(leader.id)
        ways.insert(Way(leader: leader.id, place: venue.place))
      }
    }
    for position in matchPositions(of: audience) {
      let match = resolved.match[position]
      schools[match.school.id] = match.school
      homes.insert(match.coach.id)
      ways.insert(Way(leader: match.coach.id, place: match.school.place))
    }
    if case .school(let id) = audience { schools[id] = scenario.schools[id: id] }
    let leaders = scenario.leaders.filter { homes.contains($0.id) }
    let spots =
      scenario.venues.compactMap { venues[$0.id] }.map {
        MapDrawing.Spot(name: $0.name, coordinate: $0.coordinate, style: .venue)
      }
      + scenario.schools.compactMap { schools[$0.id] }.map {
        MapDrawing.Spot(name: $0.name, coordinate: $0.coordinate, style: .school)
      } + leaders.map { MapDrawing.Spot(name: $0.name, coordinate: $0.home.coordinate, style: .home) }
    let journeys = ways.compactMap { way in
      scenario.leaders[id: way.leader].map { (from: $0.home.coordinate, to: way.place.coordinate, way: way) }
    }.sorted { ($0.way.leader, $0.way.place.id) < ($1.way.leader, $1.way.place.id) }
    return MapDrawing(
      background: scenario.schools.map(\.coordinate), spots: spots, journeys: journeys.map { ($0.from, $0.to) },
      description: """
        Map: \(counted(venues.count, "venue")), \(counted(schools.count, "school")) visited, \
        \(counted(leaders.count, "leader")), \(counted(journeys.count, "way")) from home to where they lead or coach.
        """)
  }
}

private struct Way: Hashable {
  let leader: Leader.ID
  let place: Place
}
