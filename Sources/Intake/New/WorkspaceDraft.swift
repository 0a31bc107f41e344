internal import Planning

/// Everything that a new workspace says, before it is written as text.
struct WorkspaceDraft {
  /// A line of pins.csv.
  struct PinLine {
    let what: String
    let field: String
    let value: String
  }

  var title = ""
  var seed: UInt64 = 1
  /// Whether the schools are invented too.
  var schoolsAreInvented = true
  var periods: [Period] = []
  var calendar: [CalendarEntry] = []
  var districts: [District] = []
  var schools: [School] = []
  var venues: [Venue] = []
  var leaders: [Leader] = []
  var absences: [Absence] = []
  var requests: [CoachingRequest] = []
  var series: [Series] = []
  var preferences: [Preference] = []
  var pins: [PinLine] = []
  var lastYear: [MatchedRequest] = []
}
