/// What sort of programme a new workspace is laid out for: the models of the Instructional Leadership Corps.
public enum Pattern: String, CaseIterable, Sendable {
  /// A district-wide programme of series, with some coaching.
  case district
  /// Induction: mentors for new teachers, and a few seminars.
  case mentoring
  /// A high-school district and its feeders, with a calendar each.
  case alliance
  /// Conference days with a university partner and parallel strands, and series that follow them up.
  case conference
  /// Local teams all over a state, each carrying its learning to its neighbours.
  case state

  /// What it is, in a line.
  public var text: String {
    switch self {
    case .district: "a district-wide programme of series, with some coaching"
    case .mentoring: "induction: mentors for new teachers, and a few seminars"
    case .alliance: "a high-school district and its feeders, with a calendar each"
    case .conference: "conference days with a university partner, and series that follow them up"
    case .state: "local teams all over a state, each reaching its neighbours"
    }
  }

  /// How many of a hundred series bring educators of several districts together, where there are several.
  var sharedSeriesPercent: Int {
    switch self {
    case .district: 15
    case .mentoring, .state: 25
    case .alliance: 65
    case .conference: 50
    }
  }
}
