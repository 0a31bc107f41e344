public import Planning

/// What a verification found: violations by rule, the score recomputed, the certificate.
public struct VerificationReport: Sendable {
  /// The plan that was verified.
  public let plan: Plan
  /// What was found.
  public let verification: Verification

  /// - Parameters:
  ///   - verification: Of this plan.
  ///   - plan: The plan.
  public init(_ verification: Verification, of plan: Plan) {
    self.verification = verification
    self.plan = plan
  }

  /// A rule and its breaches; `names` is what cannot be looked up.
  struct Finding {
    let name: String
    let text: String
    let violations: [Violation]
  }

  /// Every rule that the plan is held to, in order, with its breaches.
  var findings: [Finding] {
    let byRule = Dictionary(grouping: verification.violations, by: \.rule)
    let names = Finding(
      name: "names", text: "Everything that the plan names is in the workspace, once.",
      violations: byRule["names"] ?? [])
    return [names]
      + (Rules.match + Rules.timetable).map {
        Finding(name: $0.name, text: $0.text, violations: byRule[$0.name] ?? [])
      }
  }
}
