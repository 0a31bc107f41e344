internal import Planning

extension SchoolDirectory {
  /// Reads a school directory of California's Department of Education, or a table made of it.
  ///
  /// Columns are recognised by their names, so that every year's layout is read; what separates them, commas or
  /// tabs, is seen from the header. `No Data` counts as blank. Closed, merged and pending schools are left out,
  /// and the lines of districts themselves.
  ///
  /// - Parameter path: The file.
  /// - Throws: Everything that is wrong with it, by line and column.
  /// - Complexity: O(bytes).
  public init(reading path: String) throws(InputError) {
    let bytes: [UInt8]
    do throws(InputFile.Failure) {
      bytes = try InputFile.read(path, limit: CSVLimits().fileBytes)
    } catch {
      throw InputError([error.diagnostic(file: path)])
    }
    try self.init(bytes, file: path)
  }

  /// Reads what is in such a file.
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let table = try CSVTable(bytes, file: file, dialect: header.contains(UInt8(ascii: "\t")) ? .tabs : .commas)
    var reader = try DirectoryReader(table)
    reader.read()
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    guard !reader.schools.isEmpty else {
      throw InputError([Diagnostic(file: file, message: "there is no active school in it")])
    }
    self.init(
      districts: reader.districts, schools: reader.schools, leftOut: reader.leftOut, closed: reader.closed)
  }
}

/// What the columns of a directory are called.
private enum DirectoryColumn: String, CaseIterable {
  case code = "CDSCode"
  case county = "County"
  case district = "District"
  case school = "School"
  case latitude = "Latitude"
  case longitude = "Longitude"
  case status = "StatusType"
  case grades = "GSoffered"
  case gradesServed = "GSserved"
  case enrollment = "Enrollment"
  case mealsPercent = "FRPMPct"
  case disadvantagedPercent = "SEDPct"

  /// Whether a directory cannot be without it.
  var isRequired: Bool {
    switch self {
    case .code, .county, .district, .school, .latitude, .longitude: true
    case .status, .grades, .gradesServed, .enrollment, .mealsPercent, .disadvantagedPercent: false
    }
  }
}

/// Reads the rows of a directory.
private struct DirectoryReader {
  private(set) var districts: [District] = []
  private(set) var schools: [School] = []
  private(set) var leftOut: [SchoolDirectory.LeftOut] = []
  private(set) var closed = 0
  private(set) var diagnostics: [Diagnostic]

  /// More than this, and it is one error: the wrong file.
  private static let mostDiagnostics = 100

  private let table: CSVTable
  private let positions: [DirectoryColumn: Int]
  private var lines: [School.ID: Int] = [:]
  private var countyCounts: [District.ID: [String: Int]] = [:]

  init(_ table: CSVTable) throws(InputError) {
    self.table = table
    diagnostics = table.diagnostics
    var positions: [DirectoryColumn: Int] = [:]
    for column in DirectoryColumn.allCases { positions[column] = table.position(of: column.rawValue) }
    self.positions = positions
    let missing = DirectoryColumn.allCases.filter { $0.isRequired && positions[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw InputError([
        Diagnostic(
          file: table.file, line: 1, column: 1,
          message: """
            no school directory: the \(missing.count == 1 ? "column" : "columns") \(names) \
            \(missing.count == 1 ? "is" : "are") missing from its first line
            """)
      ])
    }
  }

  mutating func read() {
    for row in table.rows where diagnostics.count < Self.mostDiagnostics { read(row) }
    if diagnostics.count >= Self.mostDiagnostics {
      diagnostics.append(
        Diagnostic(
          file: table.file, message: "reading stopped after \(diagnostics.count) errors; is it the right file?"))
    }
    // A district lies in the county in which most of its schools are.
    districts = districts.map { district in
      let counts = (countyCounts[district.id] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return District(
        id: district.id, name: district.name, county: counts.first?.key ?? district.county, substitutesPerDay: nil)
    }
  }

  private mutating func read(_ row: CSVRow) {
    let before = diagnostics.count
    if positions[.status] != nil, let status = text(.status, of: row), status.lowercased() != "active" {
      closed += 1
      return
    }
    guard let code = code(of: row) else { return }
    // The line of a district itself.
    guard !code.hasSuffix("0000000") else { return }
    if let line = lines.updateValue(row.line, forKey: code) {
      complain(.code, of: row, "`\(code)` is the code of line \(line) already")
    }
    let name = required(.school, of: row)
    let districtName = required(.district, of: row)
    let county = required(.county, of: row)
    let latitude = degrees(.latitude, 90, of: row)
    let longitude = degrees(.longitude, 180, of: row)
    let grades = grades(of: row)
    let enrollment = enrollment(of: row)
    let need = percent(.mealsPercent, of: row) ?? percent(.disadvantagedPercent, of: row)
    guard diagnostics.count == before, let name, let districtName, let county else { return }
    guard let latitude, let longitude else {
      leftOut.append(.init(name: "\(name) (\(code))", reason: "the directory has no coordinates"))
      return
    }
    let district = String(code.prefix(7)) + "0000000"
    if countyCounts[district] == nil {
      districts.append(District(id: district, name: districtName, county: county, substitutesPerDay: nil))
    }
    countyCounts[district, default: [:]][county, default: 0] += 1
    schools.append(
      School(
        id: code, name: name, district: district, county: county,
        coordinate: Coordinate(latitude: latitude, longitude: longitude), grades: grades, enrollment: enrollment,
        needPercent: need))
  }

  /// The content of a field; `nil` where it is blank or its column is missing.
  private func text(_ column: DirectoryColumn, of row: CSVRow) -> String? {
    guard let position = positions[column] else { return nil }
    let text = row[position].text
    return text.isEmpty || text.lowercased() == "no data" ? nil : text
  }

  private mutating func required(_ column: DirectoryColumn, of row: CSVRow) -> String? {
    if let text = text(column, of: row) { return text }
    complain(column, of: row, "`\(column.rawValue)` is blank; every active school has one")
    return nil
  }

  private mutating func code(of row: CSVRow) -> School.ID? {
    guard let code = required(.code, of: row) else { return nil }
    if let fault = KeyText.fault(of: code, isCDS: true) {
      complain(.code, of: row, fault)
      return nil
    }
    guard code.utf8.count == 14, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      complain(
        .code, of: row,
        "`\(code)` is no CDS code: 14 digits, 2 for the county, 5 for the district, 7 for the school")
      return nil
    }
    return code
  }

  private mutating func degrees(_ column: DirectoryColumn, _ limit: Double, of row: CSVRow) -> Double? {
    guard let text = text(column, of: row) else { return nil }
    guard let degrees = NumberText.degrees(text), abs(degrees) <= limit else {
      complain(
        column, of: row,
        "`\(text)` is no \(column.rawValue.lowercased()) in degrees, -\(Int(limit)) to \(Int(limit))")
      return nil
    }
    return degrees
  }

  /// Preschool before other grades is read as transitional kindergarten; grades after the twelfth and adults
  /// are no grade, nor is preschool alone.
  private mutating func grades(of row: CSVRow) -> GradeBand? {
    let column = text(.grades, of: row) == nil ? DirectoryColumn.gradesServed : .grades
    guard let text = text(column, of: row) else { return nil }
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let isPreschool = Self.preschool.contains(parts[0])
    let isBeyond = Self.beyond.contains(parts[parts.count - 1])
    if parts.count == 1, isPreschool || isBeyond { return nil }
    let first = isPreschool ? "TK" : parts[0]
    let last = isBeyond ? "12" : parts[parts.count - 1]
    if let band = GradeBand(parts.count == 1 ? first : "\(first)-\(last)") { return band }
    complain(column, of: row, "`\(text)` is no range of grades; they are written like K-5, PK-8, 9-12 or 9-Adult")
    return nil
  }

  private static let preschool: Set<String> = ["P", "PK", "PS"]
  private static let beyond: Set<String> = ["AD", "Adult", "Post Secondary", "13", "UG"]

  private mutating func enrollment(of row: CSVRow) -> Int? {
    guard let text = text(.enrollment, of: row) else { return nil }
    if let count = NumberText.integer(text), (0...100_000).contains(count) { return count }
    complain(.enrollment, of: row, "`\(text)` is no number of pupils from 0 to 100,000")
    return nil
  }

  private mutating func percent(_ column: DirectoryColumn, of row: CSVRow) -> Int? {
    guard let text = text(column, of: row) else { return nil }
    if let millionths = NumberText.decimal(text, places: 6), (0...100_000_000).contains(millionths) {
      return (millionths + 500_000) / 1_000_000
    }
    complain(column, of: row, "`\(text)` is no percentage from 0 to 100")
    return nil
  }

  private mutating func complain(_ column: DirectoryColumn, of row: CSVRow, _ message: String) {
    guard let position = positions[column] else { return }
    diagnostics.append(row[position].diagnostic(message))
  }
}
