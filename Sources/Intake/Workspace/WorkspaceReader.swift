internal import Planning

/// Reads one workspace file by file, later files against earlier ones, and keeps everything that is wrong.
///
/// Each file has a Swift file of its own: its columns as planners are told of them, and how its rows are
/// read. A row with something wrong in it is left out and its key kept, so that one error does not make
/// others; there is no scenario then.
struct WorkspaceReader {
  /// The folder's path.
  let folder: String
  /// What is wrong so far.
  let log = DiagnosticLog()
  /// The files that were read.
  var digests: [InputDigest.File] = []

  var region: Region?
  var lastYear: [CoachingRequest.ID: Leader.ID] = [:]
  var published: Plan?
  /// Where region.yaml gives weights, for messages.
  var weightsPlace: (line: Int?, column: Int?) = (nil, nil)

  var periods: [Period] = []
  var districts: [District] = []
  var schools: [School] = []
  var calendarEntries: [CalendarEntry] = []
  var venues: [Venue] = []
  var leaders: [Leader] = []
  var absences: [Absence] = []
  var requests: [CoachingRequest] = []
  var series: [Series] = []
  var preferences: [Preference] = []
  var legs: [WrittenLeg] = []
  var pins: [WrittenPin] = []

  var periodKeys = KeyTable(PeriodColumn.self, kind: "period")
  var districtKeys = KeyTable(DistrictColumn.self, kind: "district")
  var schoolKeys = KeyTable(SchoolColumn.self, kind: "school")
  var venueKeys = KeyTable(VenueColumn.self, kind: "venue")
  var leaderKeys = KeyTable(LeaderColumn.self, kind: "leader")
  var requestKeys = KeyTable(CoachingColumn.self, kind: "coaching request")
  var seriesKeys = KeyTable(SeriesColumn.self, kind: "series")

  /// Positions by key, of the rows that are sound.
  var schoolPositions: [School.ID: Int] = [:]
  /// The schools of each district, in the order of the file.
  var schoolsByDistrict: [District.ID: [Int]] = [:]
  /// Standards in the order in which they are first met; suggestions come from them.
  var standards = StandardTexts()

  init(folder: String) { self.folder = folder }

  /// The school year; any date where region.yaml does not say it, which is an error of its own.
  var year: ClosedRange<Day> { region?.year ?? Self.anyDay }
  static let anyDay = Day(number: -719_162)...Day(number: 2_932_896)

  /// Thresholds and limits; the defaults where region.yaml cannot be read.
  var limits: Region.Limits { region?.limits ?? Region.Limits() }

  /// Whether every row of periods.csv is sound. If not, nothing is said of what fits into periods.
  var knowsEveryPeriod: Bool { periodKeys.isComplete && periods.count == periodKeys.keys.count }

  /// Reads every file.
  mutating func read() {
    guard checkFolder() else { return }
    readRegion()
    readPeriods()
    readDistricts()
    readSchools()
    readCalendars()
    readVenues()
    readLeaders()
    readUnavailable()
    readCoaching()
    readSeries()
    readPreferences()
    readTravel()
    readPins()
  }

  /// The table of a file; `nil` where there is none or it cannot be read.
  ///
  /// - Parameter keys: The keys that the file gives, if it gives any.
  mutating func table<Column: TableColumn>(
    _ type: Column.Type, keys: WritableKeyPath<WorkspaceReader, KeyTable>? = nil
  ) -> InputTable<Column>? {
    let faultsBefore = log.count
    if let bytes = bytes(of: Column.file, isRequired: Column.isRequired, limit: CSVLimits().fileBytes) {
      do {
        return InputTable(try CSVTable(bytes, file: Column.file), log: log)
      } catch {
        for diagnostic in error.diagnostics { log.add(diagnostic) }
      }
    }
    if log.count > faultsBefore, let keys { self[keyPath: keys].isComplete = false }
    return nil
  }

  /// The bytes of a file of the workspace, which are entered into the digest.
  mutating func bytes(of file: String, isRequired: Bool, limit: Int) -> [UInt8]? {
    do {
      let bytes = try InputFile.read(Path.join(folder, file), limit: limit)
      digests.append(InputDigest.File(name: file, bytes: bytes))
      return bytes
    } catch .missing where !isRequired {
      return nil
    } catch {
      log.add(error.diagnostic(file: file))
      return nil
    }
  }

  /// What the files say together.
  ///
  /// - Precondition: region.yaml could be read.
  func scenario(of region: Region) -> Scenario {
    var travel = Travel(
      roadFactorPercent: region.limits.roadFactorPercent, milesPerHour: region.limits.milesPerHour)
    for leg in legs { travel.set(leg.leg, from: leg.from, to: leg.to) }
    return Scenario(
      region: region, periods: periods, districts: districts, schools: schools, venues: venues,
      leaders: leaders, absences: absences, requests: requests, series: series,
      preferences: Preferences(preferences), travel: travel, pins: pins.map(\.pin),
      calendarEntries: calendarEntries, lastYear: lastYear, published: published)
  }
}

extension KeyTable {
  init<Column: TableColumn>(_ type: Column.Type, kind: String) { self.init(kind: kind, file: Column.file) }
}
