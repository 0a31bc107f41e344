import Foundation
import Testing

/// What the command says of itself, and what it says of a command line that cannot be meant.
@Suite struct UsageTests {
  static let commands = [
    "new", "import", "import cde", "check", "match", "schedule", "plan", "verify", "report", "solve",
  ]

  let cadre = Cadre(folder: FileManager.default.temporaryDirectory)

  @Test func helpListsEveryCommand() throws {
    let run = try cadre("--help")
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
    for command in Self.commands where !command.contains(" ") {
      #expect(run.output.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test(arguments: commands)
  func helpExplainsEveryOption(command: String) throws {
    let run = try cadre(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: cadre \(command)"))
    let options = run.output.split(separator: "\n").filter { $0.hasPrefix("  -") || $0.hasPrefix("  <") }
    #expect(!options.isEmpty)
    // An option without an explanation is a name alone: its line ends where the name ends, and the next
    // line is not the explanation's continuation.
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  -") || line.hasPrefix("  <") {
      let explained = line.dropFirst(2).contains("  ") || next.hasPrefix("              ")
      #expect(explained, "\(line)")
    }
  }

  @Test func versionIsTheReleasedOne() throws {
    let run = try cadre("--version")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  @Test(
    arguments: [
      ["plam", "W"], ["plan"], ["plan", "W", "--effort", "0"], ["plan", "W", "--effort", "much"],
      ["plan", "W", "--threads", "0"], ["plan", "W", "--time-limit", "-1"], ["plan", "W", "--time-limit", "nan"],
      ["plan", "W", "--seed", "-1"], ["plan", "W", "--wish", "x"], ["report", "p.json", "--format", "pdf"],
      ["report", "p.json", "--format", "text", "--for", "somebody"], ["new", "W", "--pattern", "village"],
      ["new", "W"], ["import", "cde", "schools.csv"], ["verify"], ["solve", "d05100"],
      ["solve", "comp01.ctt", "--maximize"], ["solve", "x", "--format", "qap"],
    ])
  func aCommandLineThatCannotBeMeantIsRefused(arguments: [String]) throws {
    let folder = try Folder()
    let run = try folder.cadre(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.diagnostics.hasPrefix("Error: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path()) == [])
  }

  @Test func anUnknownFormatIsAnsweredWithThoseThereAre() throws {
    let run = try cadre("report", "p.json", "--format", "pdf")
    for format in ["text", "html", "ics", "csv", "svg", "json"] { #expect(run.diagnostics.contains(format)) }
  }
}
