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
    var least = Array(repeating: 1, count: leaders.count)
    for proposal in proposals {
      let series = proposal.series
      let halfDays = InventedSeries.halfDays(of: series, in: periods)
      guard halfDays > 0 else { continue }
      asked += halfDays
      let times = series.sessions * series.periodsPerSession
      let team = InventedTeam.shares(of: series.team)
      byRole[.teachers, default: 0] += team.teachers * times
      byRole[.sites, default: 0] += team.sites * times
      byRole[.highered, default: 0] += team.highered * times
      for member in proposal.team { least[member] = max(least[member], times) }
    }
    var left = asked * 1000 / pressurePermille
    var open = Group.allCases.filter { group in leaders.contains { group.roles.contains($0.role) } }
    // Partners of universities are asked for least: the others share what they leave.
    open.reverse()
    while let group = open.popLast() {
      let members = leaders.indices.filter { group.roles.contains(leaders[$0].role) }
      let rest = open.reduce(0) { $0 + byRole[$1, default: 0] } + byRole[group, default: 0]
      let wish = open.isEmpty ? left : rest == 0 ? 0 : left * byRole[group, default: 0] / rest
      let shares = Apportionment.shares(
        of: wish, weights: members.map { _ in draws.number(in: 75...130) }, least: members.map { least[$0] },
        most: Self.most)
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
