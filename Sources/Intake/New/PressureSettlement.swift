internal import Planning

/// Settles how many days leaders can be released, so that what is asked for is the given multiple of it:
/// by role, as far as days stay usual, so that no role alone is the bottleneck.
struct PressureSettlement {
  /// Half days of leaders that the series take.
  private(set) var asked = 0
  /// Half days that the leaders can be released.
  private(set) var given = 0

  /// Half days of one leader: nobody is released for more than twenty days, and few for more than ten.
  private static let most = 40

  /// - Parameters:
  ///   - leaders: Those who lead series.
  ///   - proposals: The series; who is in the team that one was made around can give as much as it takes.
  ///   - periods: The workspace's.
  init(
    leaders: inout [LeaderDraft], proposals: [InventedSeries.Proposal], periods: [Period], pressurePermille: Int,
    seed: UInt64
  ) {
    var draws = Draws(seed: seed, topic: "release")
    var byRole: [Group: Int] = [:]
    for proposal in proposals {
      let series = proposal.series
      asked += InventedSeries.halfDays(of: series, in: periods)
      let times = Self.times(of: series, in: periods)
      let team = InventedTeam.shares(of: series.team)
      byRole[.teachers, default: 0] += team.teachers * times
      byRole[.sites, default: 0] += team.sites * times
      byRole[.highered, default: 0] += team.highered * times
    }
    var left = asked * 1000 / pressurePermille
    let least = Self.least(of: leaders, proposals: proposals, periods: periods, within: left)
    var open = Group.allCases.filter { group in leaders.contains { group.roles.contains($0.role) } }
    // Partners of universities are asked for least: the others share what they leave.
    open.reverse()
    while let group = open.popLast() {
      func leastOf(_ groups: [Group]) -> Int {
        leaders.indices.reduce(0) { sum, leader in
          sum + (groups.contains { $0.roles.contains(leaders[leader].role) } ? least[leader] : 0)
        }
      }
      let members = leaders.indices.filter { group.roles.contains(leaders[$0].role) }
      let rest = open.reduce(0) { $0 + byRole[$1, default: 0] } + byRole[group, default: 0]
      let wish = open.isEmpty ? left : rest == 0 ? 0 : left * byRole[group, default: 0] / rest
      let shares = Apportionment.shares(
        of: max(0, min(wish, left - leastOf(open))), weights: members.map { _ in draws.number(in: 75...130) },
        least: members.map { least[$0] }, most: Self.most)
      for (member, halfDays) in zip(members, shares) {
        leaders[member].releaseHalfDays = halfDays
        if group == .teachers, halfDays >= 12, draws.chance(40) {
          leaders[member].releaseHalfDaysPerMonth = draws.chance(50) ? 4 : 6
        }
        left = max(0, left - halfDays)
        given += halfDays
      }
    }
  }

  /// The least of each leader, so that the team that a series was made around can give it; not of every
  /// series, where that would be more than the pressure leaves.
  private static func least(
    of leaders: [LeaderDraft], proposals: [InventedSeries.Proposal], periods: [Period], within total: Int
  ) -> [Int] {
    var least = Array(repeating: 1, count: leaders.count)
    var sum = least.count
    for proposal in proposals {
      let times = times(of: proposal.series, in: periods)
      let more = proposal.team.reduce(0) { $0 + max(0, times - least[$1]) }
      guard sum + more <= total else { continue }
      for member in proposal.team { least[member] = max(least[member], times) }
      sum += more
    }
    return least
  }

  /// Half days that a series takes of each member of its team.
  private static func times(of series: Series, in periods: [Period]) -> Int {
    InventedSeries.halfDays(of: series, in: periods) > 0 ? series.sessions * series.periodsPerSession : 0
  }

  /// Roles that stand in for one another in a team.
  private enum Group: CaseIterable {
    case highered, sites, teachers

    var roles: [Role] {
      switch self {
      case .highered: [.highered]
      case .sites: [.site, .admin]
      case .teachers: [.teacher]
      }
    }
  }
}
