internal import Planning

/// Plans of before that region.yaml names.
extension WorkspaceReader {
  /// Reads last year's plan for its coaches, and the plan that was handed out.
  mutating func readPlans(_ file: YAMLMapping) {
    if let plan = plan("last_year", of: file) {
      lastYear = Dictionary(plan.match.map { ($0.request, $0.coach) }, uniquingKeysWith: { first, _ in first })
    }
    published = plan("published", of: file)
  }

  private mutating func plan(_ key: String, of file: YAMLMapping) -> Plan? {
    guard let value = file.value(key) else { return nil }
    let path = Path.join(folder, value.text)
    do {
      let bytes = try InputFile.read(path, limit: PlanFile.largest)
      let plan = try PlanFile.plan(from: bytes, file: value.text)
      if !digests.contains(where: { $0.name == value.text }) {
        digests.append(InputDigest.File(name: value.text, bytes: bytes))
      }
      for message in Self.repetitions(in: plan) { log.add(Diagnostic(file: value.text, message: message)) }
      return plan
    } catch let failure as InputFile.Failure {
      file.complain(value.place, "`\(key)` is `\(value.text)`: \(failure.diagnostic(file: value.text).message)")
    } catch let error as InputError {
      for diagnostic in error.diagnostics { log.add(diagnostic) }
    } catch {
      preconditionFailure("\(error) is no error of reading a plan")
    }
    return nil
  }

  /// A plan to compare with decides each thing once.
  private static func repetitions(in plan: Plan) -> [String] {
    func repeated(_ keys: [String]) -> [String] {
      var seen: Set<String> = []
      return keys.filter { !seen.insert($0).inserted }
    }
    return repeated(plan.match.map(\.request)).map { "the request `\($0)` is matched more than once" }
      + repeated(plan.timetable.map(\.series)).map { "the series `\($0)` is scheduled more than once" }
  }
}
