internal import Planning

extension VerificationReport {
  /// The same as JSON (`schema` is `cadre-verification/1`): `valid`, every rule with its violations, the
  /// disagreements, who would rather have one another, the score as derived, the certificate as given, and the bounds
  /// of the match and of the timetable as their multipliers and prices prove them.
  public var json: String {
    JSONText.of(
      Document(
        title: plan.title, illustrative: plan.illustrative, valid: verification.isValid,
        rules: findings.map { .init(name: $0.name, text: $0.text, violations: $0.violations) },
        disagreements: verification.disagreements, blockingPairs: verification.blockingPairs,
        advice: verification.advice,
        score: verification.score, certificate: plan.certificate, matchBound: verification.matchBound,
        timetableBound: verification.timetableBound))
  }

  private struct Document: Encodable {
    struct Rule: Encodable {
      let name: String
      let text: String
      let violations: [Violation]
    }

    let schema = "cadre-verification/1"
    let title: String
    let illustrative: Bool
    let valid: Bool
    let rules: [Rule]
    let disagreements: [String]
    let blockingPairs: [String]
    let advice: [Advice]
    let score: Score
    let certificate: Certificate
    /// Left out where the certificate has no multipliers.
    let matchBound: Int?
    /// Left out where the certificate has no prices.
    let timetableBound: Int?
  }
}
