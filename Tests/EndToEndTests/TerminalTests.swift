import Foundation
import Testing

private let canPlayATerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

/// What is different on a terminal, which `script` plays.
@Suite(.serialized, .enabled(if: canPlayATerminal, "needs `script` of util-linux"))
struct TerminalTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
    try #require(try folder.cadre("plan", "W", "--effort", "1").status == 0)
  }

  private func onTerminal(_ command: String, _ environment: [String: String] = [:]) throws -> Cadre.Run {
    var cadre = folder.cadre
    cadre.environment = ["TERM": "xterm-256color", "NO_COLOR": ""].merging(environment) { $1 }
    return try cadre.shell("script --quiet --return --command '\(command)' /dev/null")
  }

  @Test func colourIsOnATerminalOnly() throws {
    #expect(try onTerminal("$CADRE report W/plans/plan.json").output.contains("\u{1B}["))
    #expect(!(try folder.cadre("report", "W/plans/plan.json").output.contains("\u{1B}")))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func colourCanBeDeclined(environment: [String: String]) throws {
    #expect(!(try onTerminal("$CADRE report W/plans/plan.json", environment).output.contains("\u{1B}")))
  }

  @Test func progressIsOneLineThatIsRefreshed() throws {
    try folder.copySample("alliance", as: "A")
    let run = try onTerminal("$CADRE plan A --effort 1000000 --time-limit 4")
    #expect(run.status == 0)
    #expect(run.output.contains(#/\r2 s · [^\r\n]*\x1B\[K\r/#))
  }
}
