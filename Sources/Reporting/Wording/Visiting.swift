internal import Planning

extension MatchedRequest.Visiting {
  /// `every Thursday`, `every second Thursday`, `every 3 weeks on Thursday`.
  var rhythm: String {
    switch everyWeeks {
    case 1: "every \(weekday.name)"
    case 2: "every second \(weekday.name)"
    default: "every \(everyWeeks) weeks on \(weekday.name)"
    }
  }
}

extension CoachingRequest {
  /// For whom the coach comes: the mentee, or the school.
  var purpose: String { mentee.map { "mentoring \($0)" } ?? "coaching" }
}
