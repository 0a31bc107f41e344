internal import Planning

/// How large a new workspace is asked to be; what is `nil` follows from the pattern and the schools.
public struct WorkspaceSizes: Hashable, Sendable {
  /// Leaders, mentors included.
  public var leaders: Int?
  /// Series.
  public var series: Int?
  /// Coaching requests; new teachers in the pattern `mentoring`.
  public var coaching: Int?
  /// What is asked for over what leaders can give.
  public var pressure: Double

  /// See the properties.
  public init(leaders: Int? = nil, series: Int? = nil, coaching: Int? = nil, pressure: Double = 1.3) {
    self.leaders = leaders
    self.series = series
    self.coaching = coaching
    self.pressure = pressure
  }

  /// The sizes that can be asked for.
  public static let counts = 0...100_000
  /// The pressures that can be asked for.
  public static let pressures = 0.1...10.0
}

/// How large a new workspace becomes.
struct ResolvedSizes {
  /// Leaders, mentors included.
  let leaders: Int
  /// Series, talks of conferences included.
  let series: Int
  /// Coaching requests or new teachers.
  let coaching: Int
  /// Thousandths of what is asked for over what leaders can give.
  let pressurePermille: Int

  /// - Parameter schools: At least one.
  init(_ asked: WorkspaceSizes, pattern: Pattern, schools: [School]) throws(NewWorkspaceError) {
    for (option, count) in [("leaders", asked.leaders), ("series", asked.series), ("coaching", asked.coaching)] {
      guard let count else { continue }
      // Nobody asks for a workspace without leaders: it could serve nothing.
      let least = option == "leaders" ? 1 : WorkspaceSizes.counts.lowerBound
      guard (least...WorkspaceSizes.counts.upperBound).contains(count) else {
        throw .sizeOutOfRange(option: option, count: count, range: least...WorkspaceSizes.counts.upperBound)
      }
    }
    guard WorkspaceSizes.pressures.contains(asked.pressure) else { throw .pressureOutOfRange(asked.pressure) }
    let permille = Int((asked.pressure * 1000).rounded())
    pressurePermille = permille

    let count = schools.count
    switch pattern {
    case .district, .alliance, .conference, .state:
      leaders = asked.leaders ?? Self.value(at: count, on: [(0, 6), (32, 40), (350, 120), (9946, 300)])
      series = asked.series ?? Self.value(at: count, on: [(0, 8), (32, 60), (350, 250), (9946, 800)])
      coaching = asked.coaching ?? Self.value(at: count, on: [(0, 4), (32, 30), (350, 120), (9946, 400)])
    case .mentoring:
      // One in nine teachers is in the first two years.
      let newTeachers = asked.coaching ?? max(4, schools.reduce(0) { $0 + $1.teachers } / 9)
      coaching = newTeachers
      series = asked.series ?? Self.value(at: count, on: [(0, 3), (32, 8), (350, 24), (9946, 60)])
      let mentors = Mentor.count(forPlaces: newTeachers * 1000 / permille)
      let leading = series == 0 ? 0 : max(3, series * 2 / 3)
      leaders = asked.leaders ?? min(WorkspaceSizes.counts.upperBound, max(6, mentors + leading))
    }
  }

  /// The value at a point of a line through some points; beyond the last one the line goes on level.
  private static func value(at point: Int, on line: [(at: Int, value: Int)]) -> Int {
    for (from, to) in zip(line, line.dropFirst()) where point <= to.at {
      return from.value + (to.value - from.value) * (point - from.at) / (to.at - from.at)
    }
    return line.last?.value ?? 0
  }
}

extension School {
  /// About how many teachers work at it: one for 22 pupils; 18 where the pupils are not published.
  var teachers: Int { max(3, enrollment.map { $0 / 22 } ?? 18) }
}
