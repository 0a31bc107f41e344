/// A published instance of generalised assignment: each job goes to one agent, agents have capacities.
public struct GeneralisedAssignmentInstance: Hashable, Sendable {
  /// How many agents.
  public let agents: Int
  /// How many jobs.
  public let jobs: Int
  /// By agent and job, row by row.
  public let costs: [Int]
  /// By agent and job, row by row; not negative.
  public let loads: [Int]
  /// By agent; not negative.
  public let capacities: [Int]

  /// Reads OR-Library's layout: `m n`, then m x n costs, m x n loads and m capacities, row after row and broken
  /// into lines anyhow.
  ///
  /// - Throws: ``NumberFileError``, at the first line that is wrong.
  public init(reading file: [UInt8]) throws(NumberFileError) {
    let (numbers, lines) = try NumberScanner.all(in: file)
    guard numbers.count >= 2 else {
      throw NumberFileError(line: nil, message: "the file begins with the number of agents and of jobs")
    }
    let (agents, jobs) = (numbers[0], numbers[1])
    for (what, number, line) in [("agents", agents, lines[0]), ("jobs", jobs, lines[1])]
    where !(0...Self.largestSize).contains(number) {
      throw NumberFileError(
        line: Int(line), message: "the number of \(what) is \(number), outside 0...\(Self.largestSize)")
    }
    let pairs = agents * jobs
    guard numbers.count == 2 + 2 * pairs + agents else {
      throw NumberFileError(
        line: nil,
        message: """
          \(numbers.count - 2) numbers follow `\(agents) \(jobs)`; costs, loads and capacities are \
          \(2 * pairs + agents)
          """)
    }
    for position in (2 + pairs)..<numbers.count where !(0...Self.largestLoad).contains(numbers[position]) {
      let what = position < 2 + 2 * pairs ? "load" : "capacity"
      throw NumberFileError(
        line: Int(lines[position]),
        message: "the \(what) \(numbers[position]) is outside 0...\(Self.largestLoad)")
    }
    self.agents = agents
    self.jobs = jobs
    costs = Array(numbers[2..<(2 + pairs)])
    loads = Array(numbers[(2 + pairs)..<(2 + 2 * pairs)])
    capacities = Array(numbers[(2 + 2 * pairs)...])
  }

  /// Beyond any instance that has been published.
  static let largestSize = 1_000_000
  /// Loads are kept in 32 bits.
  static let largestLoad = Int(Int32.max)
}
