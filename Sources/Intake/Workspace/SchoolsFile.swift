internal import Planning

/// The columns of schools.csv.
enum SchoolColumn: Int, TableColumn {
  case school, name, district, county, latitude, longitude, grades, enrollment, needPercent

  static let file = "schools.csv"
  static let about = "A school."
  static let isRequired = true

  var column: FileFormat.Column {
    switch self {
    case .school: .required("school", "its key: the CDS code, 14 digits as text, or any text without spaces")
    case .name: .optional("name", "what calendars call it", whenEmpty: "its key")
    case .district: .required("district", "the key of its district")
    case .county: .optional("county", "the county it lies in", whenEmpty: "that of its district")
    case .latitude: .required("latitude", "degrees north, from -90 to 90")
    case .longitude: .required("longitude", "degrees east, from -180 to 180; negative in America")
    case .grades: .optional("grades", "the grades it offers: K-5, 6-8, TK-12", whenEmpty: "not published")
    case .enrollment: .optional("enrollment", "pupils", whenEmpty: "not published")
    case .needPercent:
      .optional(
        "need_percent", "the share of pupils in need, 0 to 100, rounded to a whole number",
        whenEmpty: "not published")
    }
  }
}

extension WorkspaceReader {
  mutating func readSchools() {
    let givesDistricts = !districtKeys.keys.isEmpty || !districtKeys.isComplete
    let counties = Dictionary(districts.map { ($0.id, $0.county) }, uniquingKeysWith: { first, _ in first })
    guard let table = table(SchoolColumn.self, keys: \.schoolKeys) else {
      districtKeys.isComplete = false
      return
    }
    for row in table.rows {
      _ = row.required(.latitude)
      _ = row.required(.longitude)
      let coordinate =
        row.field(.latitude) == nil || row.field(.longitude) == nil
        ? nil : row.coordinate(.latitude, .longitude)
      let district = district(of: row, mustBeKnown: givesDistricts)
      let grades = grades(of: row)
      let enrollment = row.integer(ifAny: .enrollment, in: 0...100_000)
      let need = needPercent(of: row)
      guard let id = row.key(.school, isCDS: true) else {
        schoolKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .school, into: &schoolKeys) else { continue }
      row.refuse(id, at: .school, takenIn: districtKeys)
      guard row.isSound, let coordinate, let district else { continue }
      schoolPositions[id] = schools.count
      schoolsByDistrict[district, default: []].append(schools.count)
      schools.append(
        School(
          id: id, name: row.text(.name) ?? id, district: district,
          county: row.text(.county) ?? counties[district] ?? "", coordinate: coordinate, grades: grades,
          enrollment: enrollment, needPercent: need))
    }
    if schoolKeys.keys.isEmpty, schoolKeys.isComplete {
      log.add(Diagnostic(file: SchoolColumn.file, message: "there is no school; a workspace has one at least"))
      schoolKeys.isComplete = false
    }
  }

  /// The district of a school; one that only schools.csv names becomes known here.
  private mutating func district(of row: InputRow<SchoolColumn>, mustBeKnown: Bool) -> String? {
    guard let field = row.required(.district) else {
      if !mustBeKnown { districtKeys.isComplete = false }
      return nil
    }
    if mustBeKnown { return row.reference(field, to: districtKeys, isCDS: true) }
    let key = field.text
    if districtKeys.contains(key) { return key }
    if let fault = KeyText.fault(of: key, isCDS: true) {
      log.add(field.diagnostic(fault))
      districtKeys.isComplete = false
      return nil
    }
    _ = districtKeys.insert(key, line: row.line)
    return key
  }

  private func grades(of row: InputRow<SchoolColumn>) -> GradeBand? {
    guard let field = row.field(.grades) else { return nil }
    if let band = GradeBand(field.text) { return band }
    log.add(field.diagnostic("`\(field.text)` is no range of grades; write it like K-5, 6-8 or TK-12"))
    return nil
  }

  private func needPercent(of row: InputRow<SchoolColumn>) -> Int? {
    row.decimal(ifAny: .needPercent, places: 6, in: 0...100).map { ($0 + 500_000) / 1_000_000 }
  }

  /// Where a school or a district is; a district is in the middle of its schools.
  func coordinate(ofHost key: String) -> Coordinate? {
    if let position = schoolPositions[key] { return schools[position].coordinate }
    guard let own = schoolsByDistrict[key] else { return nil }
    let sum = own.reduce(into: (0.0, 0.0)) { sum, position in
      sum.0 += schools[position].coordinate.latitude
      sum.1 += schools[position].coordinate.longitude
    }
    return Coordinate(latitude: sum.0 / Double(own.count), longitude: sum.1 / Double(own.count))
  }
}
