internal import Planning

/// Places to meet: a hall at each district's office, and libraries of schools that host.
struct InventedVenues {
  /// The venues, in the order in which they were first needed.
  private(set) var venues: [Venue] = []

  private let geography: Geography
  private let calendars: InventedCalendars
  private let periods: [Period]
  private var positions: [Venue.ID: Int] = [:]
  private var draws: Draws

  init(in geography: Geography, calendars: InventedCalendars, periods: [Period], seed: UInt64) {
    self.geography = geography
    self.calendars = calendars
    self.periods = periods
    draws = Draws(seed: seed, topic: "venues")
  }

  /// A venue near a school that holds so many educators: the school's own library, or its district's hall
  /// where that is within ten miles.
  mutating func venue(near school: Int, seats: Int) -> Venue {
    let library = positions[geography.schools[school].id].map { venues[$0] }
    if let library, library.capacity >= seats { return library }
    let hall = hall(of: geography.schools[school].district)
    let road = geography.road(from: geography.schools[school].coordinate, to: hall.coordinate)
    if road <= Metres(miles: 10), hall.capacity >= seats, library != nil || draws.chance(45) { return hall }
    return addLibrary(of: school, seats: seats)
  }

  private mutating func hall(of district: District.ID) -> Venue {
    let id = "hall-\(district)"
    if let known = positions[id] { return venues[known] }
    let center = geography.center(of: district)!
    let name = geography.districts.first { $0.id == district }?.name ?? district
    return add(
      Venue(
        id: id, name: "\(name) training hall", coordinate: geography.schools[center].coordinate,
        capacity: draws.pick([60, 75, 90, 120]), open: InventedCalendars.year, periods: Array(periods.indices)))
  }

  private mutating func addLibrary(of school: Int, seats: Int) -> Venue {
    let host = geography.schools[school]
    let usual = draws.pick([32, 36, 40, 45])
    let capacity = max(usual, (seats + 9) / 5 * 5)
    if let known = positions[host.id] {
      // A larger room of the same school.
      let old = venues[known]
      venues[known] = Venue(
        id: old.id, name: old.name, coordinate: old.coordinate, capacity: capacity, open: old.open,
        periods: old.periods)
      return venues[known]
    }
    // A school is open while its pupils come, and on no Saturday but where somebody unlocks it.
    let days = InventedCalendars.year.filter(calendars.calendar(of: host.district).isInSession)
    let usable = periods.indices.filter { periods[$0].weekdays != [.saturday] || draws.chance(40) }
    return add(
      Venue(
        id: host.id, name: "\(host.name) library", coordinate: host.coordinate, capacity: capacity,
        open: days[0]...days[days.count - 1], periods: usable))
  }

  /// Adds a venue that a pattern brings itself.
  @discardableResult
  mutating func add(_ venue: Venue) -> Venue {
    positions[venue.id] = venues.count
    venues.append(venue)
    return venue
  }
}
