internal import Planning

/// A plan of ours that does not stand up to the independent check. It is never written.
struct PlanDefect: Error, CustomStringConvertible {
  /// What was found.
  let verification: Verification

  var description: String {
    let found = verification.violations.map { "\($0.rule): \($0.message)" } + verification.disagreements
    return """
      the plan that was made does not verify, so nothing was written. This is a defect of Cadre.
      \(found.joined(separator: "\n"))
      """
  }
}
