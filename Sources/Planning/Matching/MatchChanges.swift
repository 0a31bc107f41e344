extension ResolvedPlan {
  /// How many requests have another coach than in the published plan, have one and had none, or have none and had
  /// one; 0 where no plan is published. Requests that are no longer asked for do not count.
  ///
  /// - Complexity: O(requests).
  public var changesOfMatch: Int {
    guard let published = scenario.published else { return 0 }
    let before = Dictionary(published.match.map { ($0.request, $0.coach) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(uniqueKeysWithValues: match.map { ($0.request.id, $0.coach.id) })
    return scenario.requests.count { now[$0.id] != before[$0.id] }
  }
}
