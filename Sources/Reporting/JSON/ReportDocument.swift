internal import Planning

/// What ``Report/json(for:)`` writes: `docs/report.schema.json` describes it. A change that could break a
/// reader raises `schema`.
struct ReportDocument: Encodable {
  struct Named: Encodable {
    let key: String
    let name: String
  }

  struct Year: Encodable {
    let from: Day
    let to: Day
  }

  struct Member: Encodable {
    let key: String
    let name: String
    let part: Level
  }

  struct Attendance: Encodable {
    let key: String
    let name: String
    let educators: Int
  }

  struct Described: Encodable {
    let key: String
    let title: String

    init(_ standard: Standard) {
      key = standard.description
      title = standard.title
    }
  }

  struct Session: Encodable {
    let number: Int
    let date: Day
    let weekday: Weekday
    let start: String
    let end: String
    let periods: [String]
    let venue: Named?
  }

  struct SeriesEntry: Encodable {
    let key: String
    let title: String
    let delivery: String
    let setting: String
    let host: Named
    let standards: [Described]
    let educators: Int
    let attendance: [Attendance]
    let cohorts: [String]
    let team: [Member]
    let sessions: [Session]
  }

  struct Coaching: Encodable {
    let key: String
    let school: Named
    let mentee: String?
    let coach: Named
    let standards: [Described]
    let minutesPerWeek: Int
    let visits: Visits?
    let shadow: Shadow?
  }

  struct Shadow: Encodable {
    let leader: Named
    let dates: [Day]
  }

  struct Visits: Encodable {
    let weekday: Weekday
    let period: String
    let everyWeeks: Int
    let start: String
    let end: String
    let dates: [Day]
    let missed: [MatchedRequest.Missed]
  }

  struct Pair: Encodable {
    let request: String
    let coach: Named
    let current: Named?
    let givenUp: [String]
    let text: String
  }

  struct Load: Encodable {
    let leader: Named
    let sessions: Int
    let visits: Int
    let releaseHalfDays: Int
    let releaseHalfDaysCap: Int?
    let releaseHalfDaysByMonth: [MonthCount]
    let metres: Int
  }

  struct MonthCount: Encodable {
    let month: String
    let count: Int
  }

  struct Summary: Encodable {
    let seriesAsked: Int
    let seriesServed: Int
    let requestsAsked: Int
    let requestsServed: Int
    let sessions: Int
    let visits: Int
    let reach: [String: Int]
    let contactMinutes: Int
    let substitutesCents: Int
    let mileageCents: Int
  }

  let schema = "cadre-report/1"
  let title: String
  let illustrative: Bool
  let audience: Named
  let year: Year
  let timeZone: String
  let summary: Summary?
  let series: [SeriesEntry]
  let coaching: [Coaching]
  let unserved: [Unserved]
  let blockingPairs: [Pair]?
  let advice: [Advice]?
  let loads: [Load]
  let score: Score
  let certificate: Certificate
  let input: InputDigest
  let leftOut: [Violation]
}
