internal import Planning

/// One thing that stands in a calendar: a session or a visit.
struct Event: Sendable {
  /// What it is, as a position in the resolved plan.
  enum Subject: Hashable, Sendable {
    case session(Int)
    case visit(Int)
  }

  /// What it is.
  let subject: Subject
  /// Which of its kind, 1 being the first.
  let number: Int
  /// How many there are.
  let count: Int
  /// The date.
  let day: Day
  /// From when to when.
  let clock: Clock
  /// The positions of its periods.
  let span: [Int]

  var isSession: Bool {
    if case .session = subject { true } else { false }
  }
}

/// From when to when on one date.
struct Clock: Hashable, Sendable {
  let start: Minutes
  let end: Minutes

  /// `8:30-11:30 am`, `11:30 am-1:00 pm`.
  var text: String {
    let isOneHalf = Self.half(start) == Self.half(end)
    return Self.time(start) + (isOneHalf ? "" : " " + Self.half(start)) + "-" + Self.time(end) + " "
      + Self.half(end)
  }

  private static func half(_ time: Minutes) -> String { time.value / 60 % 24 < 12 ? "am" : "pm" }

  private static func time(_ time: Minutes) -> String {
    let hour = time.value / 60 % 12
    let minute = time.value % 60
    return "\(hour == 0 ? 12 : hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

extension ResolvedPlan {
  /// The series of a session or the request of a visit, by its key: the order of events that share a time.
  func key(of subject: Event.Subject) -> String {
    switch subject {
    case .session(let position): timetable[position].series.id
    case .visit(let position): match[position].request.id
    }
  }
}
