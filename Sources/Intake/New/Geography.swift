internal import Planning

/// The schools of a new workspace on the map, found by nearness.
///
/// Every answer is sorted by distance, then by the order of the file.
struct Geography {
  private struct Cell: Hashable {
    let north: Int
    let east: Int
  }

  /// The schools, in the order of schools.csv.
  let schools: [School]
  /// Their districts.
  let districts: [District]
  /// By district: positions of its schools.
  let schoolsByDistrict: [District.ID: [Int]]
  /// Over the road, as region.yaml has it.
  let travel: Travel

  private let cells: [Cell: [Int]]

  /// - Parameters:
  ///   - schools: At least one.
  ///   - districts: Theirs.
  init(schools: [School], districts: [District]) {
    self.schools = schools
    self.districts = districts
    schoolsByDistrict = Dictionary(grouping: schools.indices) { schools[$0].district }
    let limits = Region.Limits()
    travel = Travel(roadFactorPercent: limits.roadFactorPercent, milesPerHour: limits.milesPerHour)
    cells = Dictionary(grouping: schools.indices) { Self.cell(of: schools[$0].coordinate) }
  }

  /// Road distance from one point to another.
  func road(from: Coordinate, to: Coordinate) -> Metres {
    travel.leg(from: Place(id: "from", coordinate: from), to: Place(id: "to", coordinate: to)).distance
  }

  /// Schools within so many miles by road. O(schools near).
  func schools(within miles: Int, of center: Coordinate) -> [Int] {
    let limit = Metres(miles: miles)
    // A cell is more than 4 miles wide up to 50° north, and the road is no shorter than the ground.
    let rings = miles / 4 + 1
    let middle = Self.cell(of: center)
    var found: [(road: Metres, school: Int)] = []
    for north in (middle.north - rings)...(middle.north + rings) {
      for east in (middle.east - rings)...(middle.east + rings) {
        for school in cells[Cell(north: north, east: east)] ?? [] {
          let road = road(from: center, to: schools[school].coordinate)
          if road <= limit { found.append((road, school)) }
        }
      }
    }
    return found.sorted { ($0.road, $0.school) < ($1.road, $1.school) }.map(\.school)
  }

  /// The nearest schools, at least so many where there are so many within 80 miles.
  func nearest(_ count: Int, to center: Coordinate) -> [Int] {
    for miles in [4, 10, 25] {
      let found = schools(within: miles, of: center)
      if found.count >= count { return Array(found.prefix(count)) }
    }
    return Array(schools(within: 80, of: center).prefix(count))
  }

  /// The middle of a district's schools, where a series is that the district itself hosts.
  func middle(of district: District.ID) -> Coordinate? {
    guard let own = schoolsByDistrict[district] else { return nil }
    let sum = own.reduce(into: (0.0, 0.0)) { sum, school in
      sum.0 += schools[school].coordinate.latitude
      sum.1 += schools[school].coordinate.longitude
    }
    return Coordinate(latitude: sum.0 / Double(own.count), longitude: sum.1 / Double(own.count))
  }

  /// The school of a district that lies most in its middle.
  func center(of district: District.ID) -> Int? {
    guard let own = schoolsByDistrict[district], let middle = middle(of: district) else { return nil }
    return own.min { left, right in
      (road(from: middle, to: schools[left].coordinate), left)
        < (road(from: middle, to: schools[right].coordinate), right)
    }
  }

  private static func cell(of point: Coordinate) -> Cell {
    Cell(north: Int((point.latitude * 10).rounded(.down)), east: Int((point.longitude * 10).rounded(.down)))
  }
}
