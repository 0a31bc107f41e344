/// What came of solving a published instance, whatever its family: what `cadre solve` prints.
public struct InstanceRun: Hashable, Sendable {
  /// How it ended.
  public enum Status: String, Hashable, Sendable {
    /// The cost is proven least (or most).
    case optimal
    /// There is a solution, not proven best.
    case feasible
    /// There is none, and that is proven.
    case infeasible
    /// Neither was found.
    case unknown
  }

  /// A number that only some families have.
  public struct Figure: Hashable, Sendable {
    /// Its key in JSON.
    public var name: String
    /// Its value.
    public var value: Int

    /// See the properties.
    public init(_ name: String, _ value: Int) {
      self.name = name
      self.value = value
    }
  }

  /// How it ended.
  public var status: Status
  /// What the best solution costs.
  public var cost: Int?
  /// No solution is better.
  public var bound: Int?
  /// Why there is none.
  public var reason: String?
  /// What else there is to count, in the order of printing.
  public var figures: [Figure] = []
  /// Whether a clock or an interrupt ended it before its effort was spent.
  public var isCutShort = false
  /// Whether it ended because the solver broke.
  public var isDefect = false
  /// How long solving took, reading and writing apart.
  public var time: Duration
  /// The seed of every random choice.
  public var seed: UInt64
  /// How many threads shared the work.
  public var threads: Int
  /// The best solution in the family's own format.
  public var solution: String?

  /// See the properties.
  public init(
    status: Status, cost: Int? = nil, bound: Int? = nil, reason: String? = nil, time: Duration, seed: UInt64,
    threads: Int, solution: String? = nil
  ) {
    self.status = status
    self.cost = cost
    self.bound = bound
    self.reason = reason
    self.time = time
    self.seed = seed
    self.threads = threads
    self.solution = solution
  }

  /// One line of JSON: `cost`, `bound` (`null` where there is none), `status`, `reason` where there is one,
  /// the figures, `cut_short` where it was, `seconds`, `seed`, `threads`.
  public var json: String {
    var fields = [
      "\"cost\":\(cost.map(String.init) ?? "null")", "\"bound\":\(bound.map(String.init) ?? "null")",
      "\"status\":\"\(status.rawValue)\"",
    ]
    if let reason { fields.append("\"reason\":\"\(Self.escaped(reason))\"") }
    fields += figures.map { "\"\($0.name)\":\($0.value)" }
    if isCutShort { fields.append("\"cut_short\":true") }
    fields += ["\"seconds\":\(seconds)", "\"seed\":\(seed)", "\"threads\":\(threads)"]
    return "{\(fields.joined(separator: ","))}"
  }

  /// With six decimals.
  private var seconds: String {
    let (whole, attoseconds) = time.components
    let decimals = String(attoseconds / 1_000_000_000_000)
    return "\(whole)." + String(repeating: "0", count: 6 - decimals.count) + decimals
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
