public import Planning

/// What can be known of a workspace before solving: demand against capacity, and each request and series that
/// nobody can serve, with the way from all to none.
public struct CheckReport: Sendable {
  /// Something that cannot be served, whatever the plan.
  struct Hopeless: Sendable {
    let kind: Unserved.Kind
    let id: String
    let title: String
    let funnel: Funnel
  }

  let scenario: Scenario
  let demand: Demand
  let hopeless: [Hopeless]

  /// Whether everything asked for could be served if it were alone.
  public var isServable: Bool { hopeless.isEmpty }

  /// How many requests and series nobody can serve.
  public var unservableCount: Int { hopeless.count }

  /// Counts demand and follows every funnel.
  ///
  /// - Complexity: that of ``Demand`` and of one ``Funnel`` for each request and series.
  public init(of scenario: Scenario) {
    self.scenario = scenario
    demand = Demand(of: scenario)
    let requests = scenario.requests.map { (Unserved.Kind.request, $0.id, scenario.funnel(of: $0)) }
    let series = scenario.series.map { (Unserved.Kind.series, $0.id, scenario.funnel(of: $0)) }
    hopeless = (requests + series).compactMap { kind, id, funnel in
      funnel.isEmpty ? Hopeless(kind: kind, id: id, title: scenario.title(of: kind, id), funnel: funnel) : nil
    }
  }
}
