internal import Planning

/// The columns of venues.csv.
enum VenueColumn: Int, TableColumn {
  case venue, name, latitude, longitude, capacity, openFrom, openTo, periods

  static let file = "venues.csv"
  static let about = "A place to meet. A school is one where its key stands here."

  var column: FileFormat.Column {
    switch self {
    case .venue: .required("venue", "its key: that of a school, or any text without spaces")
    case .name: .optional("name", "what calendars call it", whenEmpty: "the name of the school, or its key")
    case .latitude: .optional("latitude", "degrees north", whenEmpty: "that of the school with its key")
    case .longitude: .optional("longitude", "degrees east", whenEmpty: "that of the school with its key")
    case .capacity: .required("capacity", "how many educators it holds, 1 to 100,000")
    case .openFrom: .optional("open_from", "the first date it can be booked", whenEmpty: "start of the school year")
    case .openTo: .optional("open_to", "the last date it can be booked", whenEmpty: "end of the school year")
    case .periods: .optional("periods", "a list of the periods it can be booked in", whenEmpty: "all periods")
    }
  }
}

extension WorkspaceReader {
  mutating func readVenues() {
    guard let table = table(VenueColumn.self, keys: \.venueKeys) else { return }
    for row in table.rows {
      let id = row.key(.venue, isCDS: true)
      let school = id.flatMap { schoolPositions[$0] }.map { schools[$0] }
      let coordinate = coordinate(of: row, key: id, school: school)
      let capacity = row.integer(.capacity, in: 1...100_000)
      let open = row.days(.openFrom, .openTo, in: year)
      let held = row.periods(.periods, of: periods, keys: periodKeys)
      guard let id else {
        venueKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .venue, into: &venueKeys) else { continue }
      row.refuse(id, at: .venue, takenIn: districtKeys)
      guard row.isSound, let coordinate, let capacity, let open else { continue }
      venues.append(
        Venue(
          id: id, name: row.text(.name) ?? school?.name ?? id, coordinate: coordinate, capacity: capacity,
          open: open, periods: held))
    }
  }

  /// A venue with the key of a school is that school, and so is where the school is.
  private func coordinate(of row: InputRow<VenueColumn>, key: String?, school: School?) -> Coordinate? {
    if row.field(.latitude) != nil || row.field(.longitude) != nil {
      let own = row.coordinate(.latitude, .longitude)
      if let own, let school, own != school.coordinate {
        row.complain(
          .latitude,
          """
          `\(school.id)` is the key of a school, which schools.csv has at \(school.coordinate.latitude), \
          \(school.coordinate.longitude); leave both coordinates empty, or give the venue a key of its own
          """)
      }
      return own
    }
    if let school { return school.coordinate }
    // A school that is wrong in schools.csv has had its message there.
    if let key, !schoolKeys.contains(key), schoolKeys.isComplete {
      row.complainOfEmpty(.latitude, "a venue that is no school needs its coordinates")
    }
    return nil
  }
}
