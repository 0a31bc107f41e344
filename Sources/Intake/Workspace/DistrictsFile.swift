internal import Planning

/// The columns of districts.csv.
enum DistrictColumn: Int, TableColumn {
  case district, name, county, substitutesPerDay

  static let file = "districts.csv"
  static let about = """
    A school district. Where the file is there, it has every district that schools.csv names; without it, \
    the districts are those of schools.csv.
    """

  var column: FileFormat.Column {
    switch self {
    case .district: .required("district", "its key: the CDS code, 14 digits as text, or any text without spaces")
    case .name: .optional("name", "what calendars call it", whenEmpty: "its key")
    case .county: .optional("county", "the county it lies in", whenEmpty: "not given")
    case .substitutesPerDay:
      .optional(
        "substitutes_per_day", "how many substitute teachers it can send out on one date",
        whenEmpty: "as many as are needed")
    }
  }
}

extension WorkspaceReader {
  mutating func readDistricts() {
    guard let table = table(DistrictColumn.self, keys: \.districtKeys) else { return }
    for row in table.rows {
      let substitutes = row.integer(ifAny: .substitutesPerDay, in: 0...100_000)
      guard let id = row.key(.district, isCDS: true) else {
        districtKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .district, into: &districtKeys), row.isSound else { continue }
      districts.append(
        District(
          id: id, name: row.text(.name) ?? id, county: row.text(.county) ?? "", substitutesPerDay: substitutes))
    }
  }
}
