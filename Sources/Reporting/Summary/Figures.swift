internal import Planning

/// A plan in figures: what is served, reached and spent.
struct Figures: Sendable {
  /// How many were asked for and how many are served.
  struct Share: Sendable {
    let served: Int
    let asked: Int
  }

  let series: Share
  let requests: Share
  let sessions: Int
  let visits: Int
  /// Places taken by educators in the series served, by the way of delivery.
  let reach: [(delivery: Series.Delivery, educators: Int)]
  /// Contact time over all educators of the series that are no conference.
  let contact: Minutes
  /// Educators of those series, each counted once a series.
  let educators: Int
  /// Series, no conference, whose sessions together reach the region's threshold, and all such series.
  let sustained: Share
  /// What substitutes cost.
  let substitutes: Cents
  /// What mileage costs; coaching as it was asked for, missed visits not taken out.
  let mileage: Cents
  /// Leaders with at least one event, and all.
  let leaders: Share
}

extension Report {
  /// The plan in figures. O(plan).
  var figures: Figures {
    var reach: [Series.Delivery: Int] = [:]
    var contact = Minutes.zero
    var educators = 0
    var sustained = 0
    var lasting = 0
    for scheduled in resolved.timetable {
      let series = scheduled.series
      reach[series.delivery, default: 0] += series.educators
      guard series.delivery != .conference else { continue }
      let minutes = scheduled.sessions.reduce(Minutes.zero) { $0 + scenario.length(of: $1.span) }
      contact += minutes * series.educators
      educators += series.educators
      lasting += 1
      if minutes >= scenario.region.limits.contact { sustained += 1 }
    }
    func cents(_ term: Term) -> Cents {
      Cents(plan.score.lines.reduce(0) { $0 + ($1.term == term ? $1.amount : 0) })
    }
    let sessions = agenda.events.count(where: \.isSession)
    return Figures(
      series: .init(served: resolved.timetable.count, asked: scenario.series.count),
      requests: .init(served: resolved.match.count, asked: scenario.requests.count),
      sessions: sessions, visits: agenda.events.count - sessions,
      reach: Series.Delivery.allCases.compactMap { kind in reach[kind].map { (kind, $0) } },
      contact: contact, educators: educators, sustained: .init(served: sustained, asked: lasting),
      substitutes: cents(.substitutes), mileage: cents(.travel),
      leaders: .init(served: loads.count { $0.events > 0 }, asked: loads.count))
  }
}

extension Series.Delivery {
  /// What it is called in sentences.
  var title: String {
    switch self {
    case .ongoing: "ongoing learning"
    case .conference: "conferences"
    case .trainTheTrainer: "training of trainers"
    }
  }
}
