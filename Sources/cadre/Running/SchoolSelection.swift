internal import ArgumentParser
internal import Intake

/// Which schools of a directory to take.
struct SchoolSelection: ParsableArguments {
  @Option(
    name: .customLong("district"),
    help: ArgumentHelp(
      "Only schools of this district, by name or code; may be given again. (default: all)", valueName: "name"))
  var districts: [String] = []

  @Option(
    name: .customLong("county"),
    help: ArgumentHelp("Only schools in this county; may be given again. (default: all)", valueName: "name"))
  var counties: [String] = []

  /// Whether it takes all.
  var isEmpty: Bool { districts.isEmpty && counties.isEmpty }

  /// Reads a directory and selects; says on standard error how many schools cannot be used, and why.
  func schools(of file: String) throws -> SchoolDirectory {
    try SchoolDirectory(reading: file).selecting(districts: districts, counties: counties)
  }
}
