/// A hard rule: its name, its text as a planner reads it, and its check.
///
/// A check is written from the text and never from a formulation, so that it judges every solver alike.
public protocol Rule: Sendable {
  /// A short name for messages and files.
  var name: String { get }
  /// The rule in full.
  var text: String { get }
  /// Every breach in a plan, in the order of the plan.
  func violations(of plan: ResolvedPlan) -> [Violation]
}

extension Rule {
  func violation(_ subjects: String..., message: String) -> Violation {
    Violation(rule: name, subjects: subjects, message: message)
  }
}

/// One breach of a rule.
public struct Violation: Codable, Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// The keys of what is concerned.
  public let subjects: [String]
  /// What is wrong, with the values and what would be right.
  public let message: String

  /// See the properties.
  public init(rule: String, subjects: [String], message: String) {
    self.rule = rule
    self.subjects = subjects
    self.message = message
  }
}

/// The rules that every plan keeps.
public enum Rules {
  /// Of a match.
  public static let match: [any Rule] = [
    CoachExpertiseRule(), CoachCapacityRule(), LeastSchoolsRule(), CoachReachRule(), EvaluatorRule(),
    MenteeLimitRule(), FirstVisitRule(), ShadowingRule(),
  ]

  /// Of a timetable, in the order of the design, visits included.
  public static let timetable: [any Rule] = [
    WindowRule(), GapRule(), TeamRule(), OnePlaceRule(), ReleaseRule(), VenueRule(), CohortRule(),
    SubstituteRule(), LeaderReachRule(), PinRule(), VisitRule(),
  ]

  /// Every breach of every rule.
  public static func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.unresolved + (match + timetable).flatMap { $0.violations(of: plan) }
  }
}
