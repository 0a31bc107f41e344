internal import Planning

/// The columns of travel.csv.
enum TravelColumn: Int, TableColumn {
  case from, to, minutes, miles

  static let file = "travel.csv"
  static let about = """
    How far it is from one place to another, in both directions unless the way back has a row of its own. \
    Where there is no row, it is the distance over the ground times a road factor (region.yaml).
    """

  var column: FileFormat.Column {
    switch self {
    case .from: .required("from", "the key of a school, district, venue or leader with coordinates")
    case .to: .required("to", "the key of another one")
    case .minutes: .required("minutes", "how long the drive takes, 0 to 1,440")
    case .miles: .required("miles", "how far it is, at most three decimals")
    }
  }
}

/// A row of travel.csv.
struct WrittenLeg {
  let from: String
  let to: String
  let leg: Travel.Leg
}

extension WorkspaceReader {
  mutating func readTravel() {
    guard let table = table(TravelColumn.self) else { return }
    var lines: [[String]: Int] = [:]
    for row in table.rows {
      let from = row.required(.from).flatMap { place($0, of: row) }
      let to = row.required(.to).flatMap { place($0, of: row) }
      let minutes = row.integer(.minutes, in: 0...1440)
      _ = row.required(.miles)
      let miles = row.miles(ifAny: .miles)
      guard row.isSound, let from, let to, let minutes, let miles else { continue }
      if from == to {
        row.complain(.to, "`\(from)` is both `from` and `to`")
        continue
      }
      if let first = lines.updateValue(row.line, forKey: [from, to]) {
        row.complain(.to, "the way from `\(from)` to `\(to)` stands on line \(first) already")
        continue
      }
      legs.append(WrittenLeg(from: from, to: to, leg: .init(time: Minutes(minutes), distance: miles)))
    }
  }

  private func place(_ field: CSVField, of row: InputRow<TravelColumn>) -> String? {
    row.reference(field, to: schoolKeys, venueKeys, leaderKeys, districtKeys, isCDS: true)
  }
}
