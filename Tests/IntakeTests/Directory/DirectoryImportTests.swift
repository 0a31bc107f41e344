import Foundation
import Planning
import Testing

@testable import Intake

struct DirectoryImportTests {
  @Test func makesTheFilesOfANewWorkspace() throws {
    try withTemporaryFolder { folder in
      let summary = try bring(into: "\(folder)/new/W")
      #expect(
        try text("\(folder)/new/W/schools.csv") == """
          school,name,district,county,latitude,longitude,grades,enrollment,need_percent
          20111110000001,Alder Elementary,20111110000000,Rivers,37.5,-120.25,TK-6,400,62
          20111110000003,"Cedar, Upper",20111110000000,Lakes,37.25,-120.5,9-12,,88
          20222220000001,Dogwood Adult,20222220000000,Lakes,37.0,-120.0,,,

          """)
      #expect(
        try text("\(folder)/new/W/districts.csv") == """
          district,name,county,substitutes_per_day
          20111110000000,North,Lakes,
          20222220000000,South,Lakes,

          """)
      #expect(summary.hasPrefix("schools.csv: 3 added, 0 changed (blank fields filled), 0 left alone"))
      #expect(summary.contains("Left out: Fir (20222220000003), the directory has no coordinates."))
    }
  }

  @Test func keepsWhatThePlannerWrote() throws {
    try withTemporaryFolder { folder in
      let own = """
        name,school,note,district,latitude,longitude,grades
        "Cedar, our name",20111110000003,keep me,20111110000000,37.250,-120.5,
        My School,mine,,D9,36,-119,K-5

        """
      try Data(own.utf8).write(to: URL(filePath: "\(folder)/schools.csv"))
      let summary = try bring(into: folder)
      #expect(
        try text("\(folder)/schools.csv") == """
          name,school,note,district,latitude,longitude,grades,county,enrollment,need_percent
          "Cedar, our name",20111110000003,keep me,20111110000000,37.250,-120.5,9-12,Lakes,,88
          My School,mine,,D9,36,-119,K-5,,,
          Alder Elementary,20111110000001,,20111110000000,37.5,-120.25,TK-6,Rivers,400,62
          Dogwood Adult,20222220000001,,20222220000000,37.0,-120.0,,Lakes,,

          """)
      // Every district that schools.csv names stands in districts.csv.
      #expect(try text("\(folder)/districts.csv").hasSuffix("D9,,,\n"))
      #expect(summary.contains("schools.csv: 2 added, 1 changed (blank fields filled), 1 left alone"))
      #expect(summary.contains("`20111110000003`: `name` stays Cedar, our name; the directory has Cedar, Upper"))

      let again = try DirectoryImport(of: directory(), into: folder)
      #expect(again.files.isEmpty)
      #expect(again.summary.hasPrefix("schools.csv: 0 added, 0 changed (blank fields filled), 4 left alone"))
    }
  }

  @Test func refusesATableInWhichRowsCouldBeDoubled() throws {
    try withTemporaryFolder { folder in
      let own = "school,district\n111110000003,1111111\n1111110000001,x\nmine,x\nmine,x\n"
      try Data(own.utf8).write(to: URL(filePath: "\(folder)/schools.csv"))
      let error = #expect(throws: InputError.self) { try bring(into: folder) }
      #expect(error?.diagnostics.map(\.line) == [3, 5])
      #expect(try text("\(folder)/schools.csv") == own)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/districts.csv"))
    }
  }

  private func directory() throws -> SchoolDirectory {
    try SchoolDirectory(Array(DirectoryTests.small.utf8), file: "d.csv")
  }

  @discardableResult
  private func bring(into folder: String) throws -> String {
    let brought = try DirectoryImport(of: directory(), into: folder)
    try brought.write()
    return brought.summary
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
