import Foundation
import Testing

/// Input that cannot be used: one clear message, nothing written, nothing lost.
@Suite(.serialized) struct BadInputTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
  }

  @Test(arguments: BadInput.all)
  func itIsNamedAndNothingIsLost(bad: BadInput) throws {
    try FileManager.default.createDirectory(at: folder["W/plans"], withIntermediateDirectories: true)
    try folder.write("a plan of before", to: "W/plans/plan.json")
    try bad.spoil(folder)
    let there = FileManager.default.fileExists(atPath: folder["W"].path())
    let before = there ? try folder.contents(of: "W") : [:]

    let run = try folder.cadre("plan", "W", "--effort", "1")
    #expect(run.status == 65)
    #expect(run.output == "")
    let first = try #require(run.diagnostics.split(separator: "\n").first)
    #expect(first.hasPrefix(bad.place), "\(run.diagnostics.prefix(2000))")
    for word in bad.words { #expect(run.diagnostics.contains(word), "\(run.diagnostics.prefix(2000))") }
    #expect(run.diagnostics.utf8.count < 20_000)
    #expect(try there ? folder.contents(of: "W") == before : folder.contents(of: ".").isEmpty)
  }

  @Test func everythingIsNamedInOnePass() throws {
    try folder.write(
      try folder.text("W/series.csv").replacing(",20,", with: ",twenty,").replacing("\nS2,", with: "\nS1,"),
      to: "W/series.csv")
    try folder.write(
      try folder.text("W/schools.csv").replacing("36.98,", with: "136.98,"), to: "W/schools.csv")
    let run = try folder.cadre("check", "W")
    #expect(run.status == 65)
    for word in ["twenty", "S1", "136.98"] { #expect(run.diagnostics.contains(word)) }
  }

  @Test func aFolderWithoutPermissionIsSaid() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: folder["W"].path())
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder["W"].path()) }
    // The superuser may read everything: step down to somebody who may not.
    let run = try folder.cadre.shell(
      """
      if [ "$(id -u)" -ne 0 ]; then exec "$CADRE" check W; fi
      cp "$CADRE" command && chmod 755 . command
      exec setpriv --reuid=65534 --regid=65534 --clear-groups ./command check W
      """)
    #expect(run.status == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("Permission denied"))
  }

  /// A BOM, CRLF, a quoted line feed, and empty columns and rows at the end change nothing.
  @Test func whatSpreadsheetsWriteIsRead() throws {
    try folder.write(
      "\u{FEFF}"
        + SmallWorkspace.files["schools.csv"]!.replacing("Alder Elementary", with: "\"Alder\nElementary\"")
        .replacing("\n", with: "\r\n").replacing(",60\r\n", with: ",60,,\r\n").replacing(
          "\"Alder\r\n", with: "\"Alder\n")
        + ",,,,,,,,,\r\n,,,,,,,,,\r\n", to: "W/schools.csv")
    let run = try folder.cadre("check", "W")
    #expect(run.status == 0, "\(run.diagnostics)")
  }

  @Test func aDateWithItsMonthFirstIsRead() throws {
    try folder.write(
      try folder.text("W/series.csv").replacing("2026-09-07", with: "9/14/2026"), to: "W/series.csv")
    #expect(try folder.cadre("check", "W").status == 0)
  }
}
