// A conformance of a public type is public, and so are the imports that it needs.
public import ArgumentParser
public import Intake
public import Planning
public import Reporting

extension MatchObjective: ExpressibleByArgument {}

extension Pattern: ExpressibleByArgument {}

extension ReportFormat: ExpressibleByArgument {}

extension Audience: ExpressibleByArgument {
  /// Reads `leader:L12`.
  public init?(argument: String) { self.init(argument) }
  /// For help.
  public var defaultValueDescription: String { description }
}
