public import Planning

/// A folder that a planner edits, read and checked.
public struct Workspace: Sendable {
  /// The folder's path, as it was given.
  public let path: String
  /// What the files say.
  public let scenario: Scenario
  /// What the files are, so that a later change is seen.
  public let digest: InputDigest

  /// Reads a workspace: region.yaml, its tables, and the plans that region.yaml names.
  ///
  /// - Throws: Everything that is wrong, in the order of the files, each with line and column.
  /// - Complexity: O(bytes), and the distances to suggestions where keys are unknown.
  public init(reading path: String) throws(InputError) {
    var reader = WorkspaceReader(folder: path)
    reader.read()
    if let region = reader.region {
      let scenario = reader.scenario(of: region)
      if reader.knowsEveryPeriod { PinCheck(scenario: scenario, pins: reader.pins, log: reader.log).run() }
      ScoreRangeCheck(scenario: scenario, place: reader.weightsPlace, log: reader.log).run()
      if reader.log.isEmpty {
        self.path = path
        self.scenario = scenario
        digest = InputDigest(reader.digests)
        return
      }
    }
    throw InputError(reader.log.sorted(byFiles: [path] + WorkspaceFormat.files.map(\.name)))
  }
}
