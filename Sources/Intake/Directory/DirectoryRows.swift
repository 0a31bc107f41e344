internal import Planning

/// A row of schools.csv.
enum SchoolRow {
  /// The columns, in the order in which they are written.
  static let columns = [
    "school", "name", "district", "county", "latitude", "longitude", "grades", "enrollment", "need_percent",
  ]

  /// The fields of a school.
  static func fields(of school: School) -> [String] {
    [
      school.id, school.name, school.district, school.county, "\(school.coordinate.latitude)",
      "\(school.coordinate.longitude)", school.grades?.description ?? "", school.enrollment.map(String.init) ?? "",
      school.needPercent.map(String.init) ?? "",
    ]
  }
}

/// A row of districts.csv.
enum DistrictRow {
  /// The columns, in the order in which they are written.
  static let columns = ["district", "name", "county", "substitutes_per_day"]

  /// The fields of a district.
  static func fields(of district: District) -> [String] {
    [district.id, district.name, district.county, district.substitutesPerDay.map(String.init) ?? ""]
  }
}
