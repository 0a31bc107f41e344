import Foundation
import Testing

/// Plans that are stopped half-way.
@Suite(.serialized) struct InterruptTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.copySample("alliance")
  }

  /// A plan that would take hours, seen at work.
  private func startLongPlan() throws -> Cadre.Running {
    let running = try folder.cadre.start("plan", "W", "--effort", "1000000")
    let deadline = Date.now + 60
    while running.diagnosticsSoFar.isEmpty, running.process.isRunning, Date.now < deadline {
      Thread.sleep(forTimeInterval: 0.05)
    }
    #expect(running.process.isRunning)
    return running
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func thePlanSoFarIsSavedAndVerifies(signal: Int32) throws {
    let running = try startLongPlan()
    running.send(signal)
    let run = try running.end()
    #expect(run.status == 130, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("Interrupted"))
    #expect(run.output.contains("W/plans/plan.json"))
    #expect(try folder.text("W/plans/plan.json").contains(#""cutShort" : true"#))
    let verify = try folder.cadre("verify", "W/plans/plan.json")
    #expect(verify.status == 0, "\(verify.output)\(verify.diagnostics)")
  }

  @Test func aTimeLimitCutsItAndSaysSo() throws {
    let run = try folder.cadre("plan", "W", "--effort", "1000000", "--time-limit", "2")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try folder.text("W/plans/plan.json").contains(#""cutShort" : true"#))
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 0)
  }

  @Test func aKilledProcessLeavesTheOldPlan() throws {
    #expect(try folder.cadre("plan", "W", "--effort", "1").status == 0)
    let before = try folder.contents(of: "W")
    let running = try startLongPlan()
    running.send(SIGKILL)
    #expect(try running.end().status == 128 + SIGKILL)
    #expect(try folder.contents(of: "W") == before)
  }

  @Test func progressIsPlainLinesWhereThereIsNoTerminal() throws {
    let running = try startLongPlan()
    running.send(SIGKILL)
    let said = try running.end().diagnostics
    #expect(!said.contains("\u{1B}") && !said.contains("\r"))
    #expect(said.contains(#/^\d+ s · [a-z][^\n]*\n/#))
  }
}
