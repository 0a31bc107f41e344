internal import Planning

extension Report {
  /// `Ben Cho, new this year, goes along with Ana Ruiz at Lincoln on Sep 10, Sep 17`, one each.
  var shadowingSentences: [String] {
    resolved.shadowing.map { entry in
      let match = resolved.match[entry.match]
      let dates = entry.visits.isEmpty ? "" : " on \(compact(entry.visits))"
      return "\(entry.leader.name), new this year, shadows \(match.coach.name) at \(match.school.name)\(dates)."
    }
  }

  /// Who goes along on visits for a matched request, and when: `Ben Cho on Sep 10, Sep 17`.
  func shadow(ofMatch position: Int) -> String? {
    resolved.shadowing(ofMatch: position).map { entry in
      entry.leader.name + (entry.visits.isEmpty ? "" : " on \(compact(entry.visits))")
    }
  }
}
