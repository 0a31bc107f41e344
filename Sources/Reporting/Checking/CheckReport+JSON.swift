internal import Planning

extension CheckReport {
  /// The same as JSON (`schema` is `cadre-check/1`): `halfDays` of leaders, `minutesPerWeek` of coaching, each
  /// `asked` and `given` (left out where nobody has a cap); `advice` on practice; `unservable` with each funnel, first step to last.
  public var json: String { JSONText.of(document) }

  private var document: Document {
    Document(
      title: scenario.region.title, illustrative: scenario.region.isIllustrative,
      halfDays: .init(asked: demand.halfDays, given: demand.halfDaysGiven),
      coachingMinutesPerWeek: .init(asked: demand.coaching.value, given: demand.coachingGiven.value),
      standards: demand.byStandard.map { row in
        Document.ByStandard(
          key: row.standard.description, title: row.standard.title, series: row.series, leaders: row.leaders,
          halfDays: .init(asked: row.halfDays, given: row.halfDaysGiven), requests: row.requests,
          coachingMinutesPerWeek: .init(asked: row.coaching.value, given: row.coachingGiven.value))
      },
      months: demand.byMonth.map { row in
        Document.ByMonth(month: row.month.key, halfDays: .init(asked: row.halfDays, given: row.halfDaysGiven))
      },
      advice: scenario.advice,
      unservable: hopeless.map { entry in
        Document.Unservable(
          kind: entry.kind, id: entry.id, title: entry.title, reason: entry.funnel.reason,
          needed: entry.funnel.needed, funnel: entry.funnel.steps)
      })
  }

  private struct Document: Encodable {
    struct Balance: Encodable {
      let asked: Int
      let given: Int?
    }

    struct ByStandard: Encodable {
      let key: String
      let title: String
      let series: Int
      let leaders: Int
      let halfDays: Balance
      let requests: Int
      let coachingMinutesPerWeek: Balance
    }

    struct ByMonth: Encodable {
      let month: String
      let halfDays: Balance
    }

    struct Unservable: Encodable {
      let kind: Unserved.Kind
      let id: String
      let title: String
      let reason: String?
      let needed: Int
      let funnel: [Unserved.Step]
    }

    let schema = "cadre-check/1"
    let title: String
    let illustrative: Bool
    let halfDays: Balance
    let coachingMinutesPerWeek: Balance
    let standards: [ByStandard]
    let months: [ByMonth]
    let advice: [Advice]
    let unservable: [Unservable]
  }
}
