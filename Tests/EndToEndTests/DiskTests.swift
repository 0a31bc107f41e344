import Foundation
import Testing

/// Disks that are full and folders that may not be written.
@Suite(.serialized) struct DiskTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
    try #require(try folder.cadre("plan", "W", "--effort", "1").status == 0)
  }

  @Test func aFullDiskLeavesTheOldPlan() throws {
    let before = try folder.contents(of: "W")
    // A limit on the size of files fails in the same call as a full disk does; SIGXFSZ ignored, it is an error.
    let run = try folder.cadre.shell("trap '' XFSZ; ulimit -f 1; exec $CADRE plan W --effort 1 --seed 5")
    #expect(run.status == 74, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("cannot write W/plans/plan.json"))
    #expect(try folder.contents(of: "W") == before)
  }

  @Test func fullStandardOutputIsSaid() throws {
    let run = try folder.cadre.shell("$CADRE report W/plans/plan.json --format json > /dev/full")
    #expect(run.status == 74)
    #expect(run.diagnostics.contains("No space left on device"))
  }

  @Test func aReaderThatGoesAwayIsNoDefect() throws {
    let run = try folder.cadre.shell("$CADRE report W/plans/plan.json --format json | head -n 1")
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidBeforeTheWork() throws {
    for (output, reason) in [
      ("/proc/none/p.json", "cannot write"), ("W", "it is a folder"), ("W/region.yaml/p", "cannot write"),
    ] {
      let run = try folder.cadre("plan", "W", "--effort", "1000000", "--output", output)
      #expect(run.status == 74)
      #expect(run.diagnostics.contains(reason))
    }
  }
}
