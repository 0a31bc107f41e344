internal import Planning

/// The columns of preferences.csv.
enum PreferenceColumn: Int, TableColumn {
  case who, whom, rank

  static let file = "preferences.csv"
  static let about = "Whom somebody would have, best first, on either side."

  var column: FileFormat.Column {
    switch self {
    case .who: .required("who", "the key of a leader or of a coaching request")
    case .whom: .required("whom", "a coaching request or series for a leader, a leader for a request")
    case .rank: .required("rank", "1 for the first choice, to 10,000; equals share a rank")
    }
  }
}

extension WorkspaceReader {
  mutating func readPreferences() {
    guard let table = table(PreferenceColumn.self) else { return }
    var lines: [[String]: Int] = [:]
    for row in table.rows {
      let who = row.required(.who).flatMap { row.reference($0, to: leaderKeys, requestKeys) }
      let whom = row.required(.whom).flatMap { field -> String? in
        guard let who else { return nil }
        return leaderKeys.contains(who)
          ? row.reference(field, to: requestKeys, seriesKeys) : row.reference(field, to: leaderKeys)
      }
      let rank = row.integer(.rank, in: 1...10_000)
      guard row.isSound, let who, let whom, let rank else { continue }
      if leaderKeys.contains(who), requestKeys.contains(who) {
        row.complain(.who, "`\(who)` is a leader and a coaching request; they need keys of their own")
        continue
      }
      if let first = lines.updateValue(row.line, forKey: [who, whom]) {
        row.complain(.whom, "`\(who)` has ranked `\(whom)` before, on line \(first)")
        continue
      }
      preferences.append(Preference(who: who, whom: whom, rank: rank))
    }
  }
}
