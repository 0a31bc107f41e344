import Foundation
import Planning
import Testing

@testable import Intake

/// What stands in the folder, apart from what the files say.
struct FolderTests {
  @Test func namesAMissingFolder() throws {
    #expect(
      throws: InputError([
        Diagnostic(file: "nowhere/W", message: "the workspace cannot be read: No such file or directory")
      ])
    ) {
      try Workspace(reading: "nowhere/W")
    }
  }

  @Test func namesAFileInPlaceOfAFolder() throws {
    try WorkspaceText().inFolder { folder in
      let path = folder + "/region.yaml"
      #expect(
        throws: InputError([Diagnostic(file: path, message: "the workspace cannot be read: Not a directory")])
      ) {
        try Workspace(reading: path)
      }
    }
  }

  @Test(arguments: ["region.yaml", "periods.csv", "schools.csv", "leaders.csv"])
  func namesAMissingFileAndNoConsequences(file: String) throws {
    var workspace = WorkspaceText()
    workspace.files[file] = nil
    let found = try workspace.messages()
    #expect(found == ["\(file): there is no such file"])
  }

  @Test func asksForCoachingOrSeries() throws {
    var workspace = WorkspaceText()
    for file in ["coaching.csv", "series.csv", "preferences.csv", "pins.csv"] { workspace.files[file] = nil }
    #expect(
      try workspace.messages() == ["W: there is neither coaching.csv nor series.csv; a workspace has one of them"])
  }

  @Test func namesFilesThatAreMisspelt() throws {
    var workspace = WorkspaceText()
    workspace.files["serie.csv"] = workspace.files["series.csv"]
    workspace.files["series.csv"] = nil
    workspace.files["pins.csv"] = nil
    for file in ["notes.csv", "Copy of schools.csv", "leaders (1).csv", "plan.txt"] { workspace.files[file] = "x" }
    #expect(try workspace.messages() == ["serie.csv: this is no file of a workspace; did you mean `series.csv`?"])
  }

  @Test func namesARegionWithAnotherEnding() throws {
    var workspace = WorkspaceText()
    workspace.files["region.yml"] = workspace.files["region.yaml"]
    workspace.files["region.yaml"] = nil
    #expect(
      try workspace.messages() == [
        "region.yaml: there is no such file",
        "region.yml: this is no file of a workspace; did you mean `region.yaml`?",
      ])
  }

  @Test func refusesAFileThatIsTooLargeBeforeItIsRead() throws {
    try WorkspaceText().inFolder { folder in
      let path = folder + "/schools.csv"
      #expect(truncate(path, 200 << 20) == 0)
      #expect(
        throws: InputError([
          Diagnostic(
            file: "schools.csv", message: "the file has 200 MiB; the limit is 64 MiB. Is it the right file?")
        ])
      ) {
        try Workspace(reading: folder)
      }
    }
  }

  @Test func refusesAPipeAndAFolder() throws {
    try WorkspaceText().inFolder { folder in
      for name in ["pins.csv", "travel.csv"] { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
      #expect(mkfifo(folder + "/pins.csv", 0o600) == 0)
      try Folder.make(folder + "/travel.csv")
      let message = "this is a folder, a device or a pipe; a file is needed"
      #expect(
        throws: InputError([
          Diagnostic(file: "travel.csv", message: message), Diagnostic(file: "pins.csv", message: message),
        ])
      ) { try Workspace(reading: folder) }
    }
  }

  /// A user who may read everything sees no such error.
  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func namesWhatMayNotBeRead() throws {
    try WorkspaceText().inFolder { folder in
      #expect(chmod(folder + "/pins.csv", 0) == 0)
      #expect(
        throws: InputError([Diagnostic(file: "pins.csv", message: "the file cannot be read: Permission denied")])
      ) {
        try Workspace(reading: folder)
      }
      #expect(chmod(folder, 0) == 0)
      defer { chmod(folder, 0o700) }
      #expect(
        throws: InputError([Diagnostic(file: folder, message: "the workspace cannot be read: Permission denied")])
      ) {
        try Workspace(reading: folder)
      }
    }
  }

  @Test func namesAByteThatIsNotUTF8() throws {
    try WorkspaceText().inFolder { folder in
      let path = URL(filePath: folder + "/schools.csv")
      var bytes = try Data(contentsOf: path)
      bytes[75] = 0xE9
      try bytes.write(to: path)
      #expect(
        throws: InputError([
          Diagnostic(
            file: "schools.csv", line: 2, column: 5,
            message: "byte 0xE9 at offset 75 is not UTF-8; save the file as UTF-8 (in Excel: `CSV UTF-8`)")
        ])
      ) { try Workspace(reading: folder) }
    }
  }

  @Test func namesWhatIsNoYAML() throws {
    var workspace = WorkspaceText()
    workspace.files["region.yaml"] = "title: \"Two\nschool_year: x\n"
    #expect(try workspace.messages() == ["region.yaml:3:1: this is no YAML: found unexpected end of stream"])
    workspace.files["region.yaml"] = String(repeating: "[", count: 100_000)
    #expect(try workspace.messages().count == 1)
    workspace.files["region.yaml"] = ""
    #expect(
      try workspace.messages() == [
        "region.yaml: the file is empty; it has keys with values, like `title: North County`"
      ])
    workspace.files["region.yaml"] = "just text"
    #expect(try workspace.messages() == ["region.yaml:1:1: the file has keys with values, like `title: value`"])
  }

  @Test(arguments: [
    ("a: &a [x]\n", "1:4"), ("b: [x, *a]\n", "1:8"), ("? *a\n: v\n", "1:3"), ("- &a x\n", "1:3"),
    ("*a : v\n", "1:1"),
    ("\u{FEFF}t: \"a\\\" &b\" # &c\nu: {k: &a v}\n", "2:8"),
  ])
  func refusesAnchorsAndAliases(text: String, place: String) throws {
    var workspace = WorkspaceText()
    workspace.files["region.yaml"] = text
    let found = try workspace.messages()
    let message = "anchors and aliases (`&name`, `*name`) are not read; write each value where it is needed"
    #expect(found == ["region.yaml:\(place): \(message)"])
  }

  @Test(arguments: [
    "Smith & Sons", "A, &B", "\"x: &y\"", "'it''s *here*'", "a*b", "2 * 3", "R&D # a *b", "\"a\\\"b\" # &c",
  ])
  func readsAmpersandsAndStarsInText(title: String) throws {
    var workspace = WorkspaceText()
    workspace.replace("title: Two Rivers", with: "title: \(title)", in: "region.yaml")
    #expect(try workspace.messages() == [])
  }

  @Test func refusesScoresThatNoIntegerHolds() throws {
    var workspace = WorkspaceText()
    workspace.add("weights:\n  unserved-need: 1000000", to: "region.yaml")
    workspace.replace("10/9/2026,2", with: "10/9/2026,1000", in: "coaching.csv")
    workspace.replace("D1:10 D2:4 N2:2", with: "D1:90000", in: "series.csv")
    #expect(try workspace.messages() == [])
    workspace.replace("educators,cohorts,team\n", with: "educators,cohorts,team,priority\n", in: "series.csv")
    workspace.replace("site>=1\n", with: "site>=1,1000\n", in: "series.csv")
    let found = try workspace.messages()
    #expect(
      found == [
        "region.yaml:6:3: all that is asked for, times the weight 1,000,000 of `unserved-need`, costs more than "
          + "1,000,000,000,000,000; give a smaller weight"
      ])
  }

  @Test func stopsReadingAFileThatIsWrongThroughout() throws {
    var workspace = WorkspaceText()
    for number in 0..<1200 { workspace.add("X\(number),,D1,north,-120.0,,,", to: "schools.csv") }
    workspace.replace("teacher,N1,", with: "teacher,X1199,", in: "leaders.csv")
    let found = try workspace.messages()
    #expect(found.count == DiagnosticLog.mostAFile + 1)
    #expect(found.last == "schools.csv: there are 1,000 errors in this file; the rest of it was not read")
  }

  /// What refers to a row that is left out is left out as well, and not judged.
  @Test func aRowThatIsWrongMakesNoOtherErrors() throws {
    var workspace = WorkspaceText()
    workspace.files["districts.csv"] = nil
    workspace.add("T1,Third One,D3,north,-120.0,,,", to: "schools.csv")
    workspace.replace("D1,D1 S1,", with: "D1,D1 D3,", in: "series.csv")
    workspace.replace("W2,Matter,N2,", with: "W2,Matter,D3,", in: "series.csv")
    workspace.add("W2,team,cat", to: "pins.csv")
    let found = try workspace.messages()
    #expect(found == ["schools.csv:5:17: `north` is no number of degrees; `latitude` is one from -90 to 90"])
  }

  @Test func theDigestIsThatOfTheBytes() throws {
    var workspace = WorkspaceText()
    let before = try workspace.read().digest
    #expect(before.files.map(\.name) == workspace.files.keys.sorted())
    #expect(try workspace.read().digest == before)
    workspace.files["pins.csv"]? += "\n"
    workspace.files["notes.csv"] = "not read"
    let after = try workspace.read().digest
    #expect(before.changes(to: after) == ["pins.csv has changed"])
    #expect(before.sha256 != after.sha256)
  }

  /// Values of `sha256sum`.
  @Test func theDigestIsSHA256() {
    let file = InputDigest.File(name: "a.csv", bytes: Array("abc".utf8))
    #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let digest = InputDigest([.init(name: "b", bytes: []), file])
    #expect(digest.files.map(\.name) == ["a.csv", "b"])
    #expect(digest.sha256 == "52296a51696062c167d6586fdb8be78d3cd7a42aa58e3fcf8e4749ba94eacda7")
  }
}
