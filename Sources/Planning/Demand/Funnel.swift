/// From all that might serve something to those who can, step by step.
///
/// Each step looks at one rule and at one leader, venue or date alone, so a funnel that ends below what is
/// needed proves that nobody can serve, and one that does not promises nothing.
public struct Funnel: Hashable, Sendable {
  /// The first names what is counted (`leaders`); the others say what those that are left do
  /// (`hold NGSS/6-8/PS at lead`).
  public let steps: [Unserved.Step]
  /// How many must be left in the end, 1 or more.
  public let needed: Int

  /// - Parameters:
  ///   - steps: At least one.
  ///   - needed: 1 or more.
  public init(steps: [Unserved.Step], needed: Int = 1) {
    precondition(!steps.isEmpty && needed >= 1, "a funnel starts with something and needs something")
    self.steps = steps
    self.needed = needed
  }

  /// Whether too few are left.
  public var isEmpty: Bool { steps[steps.count - 1].count < needed }

  /// The first step that leaves too few, in one sentence; `nil` where enough are left.
  public var reason: String? {
    guard let failing = steps.firstIndex(where: { $0.count < needed }) else { return nil }
    let noun = steps[0].what
    let asked = needed == 1 ? "" : "; \(needed) are needed"
    guard failing > 0 else { return "There are \(steps[0].count) \(noun)\(asked)." }
    let left = steps[failing].count
    let before = failing == 1 ? "the \(steps[0].count) \(noun)" : "the \(noun) left (\(steps[failing - 1].count))"
    return "\(left == 0 ? "None" : "Only \(left)") of \(before) \(steps[failing].what)\(asked)."
  }
}

/// Filters candidates step by step and keeps the counts.
struct FunnelBuilder<Candidate> {
  private(set) var left: [Candidate]
  private var steps: [Unserved.Step]

  init(_ candidates: some Sequence<Candidate>, called noun: String) {
    left = Array(candidates)
    steps = [.init(count: left.count, what: noun)]
  }

  mutating func keep(_ what: String, where condition: (Candidate) -> Bool) {
    left = left.filter(condition)
    steps.append(.init(count: left.count, what: what))
  }

  func funnel(needed: Int = 1) -> Funnel { Funnel(steps: steps, needed: needed) }
}
