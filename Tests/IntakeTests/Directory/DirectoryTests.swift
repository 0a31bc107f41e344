import Foundation
import Planning
import Testing

@testable import Intake

struct DirectoryTests {
  /// Three schools of two districts, and all that a directory does besides.
  static let small = """
    CDSCode,StatusType,County,District,School,GSoffered,Latitude,Longitude,Enrollment,FRPMPct,SEDPct,Charter
    20111110000000,Active,Rivers,North,No Data,No Data,No Data,No Data,,,,
    20111110000001,Active,Rivers,North,Alder Elementary,PK-6,37.5,-120.25,400,61.5,70,0
    20111110000002,Closed,Rivers,North,Birch Elementary,K-6,0,0,x,,,0
    20111110000003,Active,Lakes,North,"Cedar, Upper",9-AD,37.25,-120.5,,,88.4,0
    20222220000001,Active,Lakes,South,Dogwood Adult,AD,37,-120,No Data,No Data,No Data,0
    20222220000002,Pending,Lakes,South,Elm,K-5,37,-120,,,,0
    20222220000003,Active,Lakes,South,Fir,K-5,,,,,,0

    """

  @Test func readsWhatItNeedsByName() throws {
    let directory = try SchoolDirectory(Array(Self.small.utf8), file: "d.csv")
    #expect(directory.schools.map(\.name) == ["Alder Elementary", "Cedar, Upper", "Dogwood Adult"])
    #expect(directory.schools.map(\.grades?.description) == ["TK-6", "9-12", nil])
    #expect(directory.schools.map(\.enrollment) == [400, nil, nil])
    #expect(directory.schools.map(\.needPercent) == [62, 88, nil])
    #expect(directory.schools[0].coordinate == Coordinate(latitude: 37.5, longitude: -120.25))
    #expect(directory.districts.map(\.id) == ["20111110000000", "20222220000000"])
    #expect(directory.districts.map(\.name) == ["North", "South"])
    #expect(directory.closed == 2)
    #expect(directory.leftOut.map(\.name) == ["Fir (20222220000003)"])
  }

  @Test func readsTabsWithABareQuote() throws {
    let text =
      "CDSCode\tCounty\tDistrict\tSchool\tLatitude\tLongitude\r\n"
      + "01111110000001\tRivers\tNorth\t\"Virtual\" Pre\t37.5\t-120.25\r\n"
    let directory = try SchoolDirectory(Array(text.utf8), file: "d.txt")
    #expect(directory.schools.map(\.name) == ["\"Virtual\" Pre"])
    #expect(directory.schools.map(\.id) == ["01111110000001"])
  }

  @Test(arguments: [
    ("20111110000001,Active,Rivers", "1111110000001,Active,Rivers", "d.csv:3:1: `1111110000001` has 13 digits"),
    (
      "20111110000001,Active,Rivers", "2.01111E+13,Active,Rivers",
      "d.csv:3:1: `2.01111E+13` is a number as a spreadsheet"
    ),
    ("20111110000003,", "20111110000001,", "d.csv:5:1: `20111110000001` is the code of line 3 already"),
    ("37.5,", "97.5,", "d.csv:3:58: `97.5` is no latitude in degrees, -90 to 90"),
    ("PK-6", "PK-16", "d.csv:3:53: `PK-16` is no range of grades"),
    (",61.5,", ",161.5,", "d.csv:3:75: `161.5` is no percentage"),
    (",400,", ",many,", "d.csv:3:71: `many` is no number of pupils"),
    ("Alder Elementary", "No Data", "d.csv:3:36: `School` is blank"),
    ("Latitude", "Lat", "d.csv:1:1: no school directory: the column `Latitude` is missing"),
  ])
  func saysWhatIsWrongAndWhere(old: String, new: String, message: String) throws {
    let text = Self.small.replacingOccurrences(of: old, with: new)
    let error = #expect(throws: InputError.self) { try SchoolDirectory(Array(text.utf8), file: "d.csv") }
    let first = try #require(error?.diagnostics.first?.description)
    #expect(first.hasPrefix(message), "\(first)")
  }

  @Test func saysEverythingInOnePass() throws {
    let text = Self.small.replacingOccurrences(of: "37.5,", with: "97.5,").replacingOccurrences(
      of: "9-AD", with: "9-A")
    let error = #expect(throws: InputError.self) { try SchoolDirectory(Array(text.utf8), file: "d.csv") }
    #expect(error?.diagnostics.map(\.line) == [3, 5])
  }

  @Test func refusesAFileWithoutSchools() {
    #expect(throws: InputError.self) { try SchoolDirectory([], file: "d.csv") }
    let header = Self.small.split(separator: "\n")[0] + "\n"
    #expect(throws: InputError.self) { try SchoolDirectory(Array(header.utf8), file: "d.csv") }
    #expect(throws: InputError.self) { try SchoolDirectory(reading: "/nowhere/d.csv") }
  }

  @Test func selectsByNameAndCode() throws {
    let directory = try SchoolDirectory(Array(Self.small.utf8), file: "d.csv")
    func names(_ districts: [String], _ counties: [String] = []) throws -> [String] {
      try directory.selecting(districts: districts, counties: counties).schools.map(\.name)
    }
    #expect(try names(["north"]) == ["Alder Elementary", "Cedar, Upper"])
    #expect(try names(["20222220000000"]) == ["Dogwood Adult"])
    #expect(try names(["2022222"]) == ["Dogwood Adult"])
    #expect(try names([], ["Lakes County"]) == ["Cedar, Upper", "Dogwood Adult"])
    #expect(try names(["South"], ["rivers"]) == ["Alder Elementary", "Dogwood Adult"])
    #expect(try names([]).count == 3)
  }

  @Test func suggestsANameThatIsClose() throws {
    let directory = try SchoolDirectory(Array(Self.small.utf8), file: "d.csv")
    #expect(throws: DirectorySelectionError.unknownDistrict("Nroth", suggestion: "North")) {
      try directory.selecting(districts: ["Nroth"], counties: [])
    }
    #expect(throws: DirectorySelectionError.unknownDistrict("So", suggestion: "South")) {
      try directory.selecting(districts: ["So"], counties: [])
    }
    #expect(throws: DirectorySelectionError.unknownCounty("River", suggestion: "Rivers")) {
      try directory.selecting(districts: [], counties: ["River"])
    }
    let twice = Self.small.replacingOccurrences(of: ",South,", with: ",North,")
    let error = #expect(throws: DirectorySelectionError.self) {
      try SchoolDirectory(Array(twice.utf8), file: "d.csv").selecting(districts: ["North"], counties: [])
    }
    #expect(error?.description.contains("20111110000000 (Lakes County), 20222220000000 (Lakes County)") == true)
  }

  @Test(.enabled(if: SharedFolder.isPresent, "needs the shared data"))
  func readsTheDirectoryOf2025() throws {
    let directory = try SchoolDirectory(reading: SharedFolder.newDirectory)
    #expect(directory.schools.count == 9946)
    #expect(directory.districts.count == 1009)
    #expect(try directory.selecting(districts: ["Madera Unified"], counties: []).schools.count == 32)
    #expect(try directory.selecting(districts: [], counties: ["Fresno"]).schools.count == 355)
    #expect(throws: DirectorySelectionError.unknownDistrict("Madera Unifed", suggestion: "Madera Unified")) {
      try directory.selecting(districts: ["Madera Unifed"], counties: [])
    }
  }

  @Test(.enabled(if: SharedFolder.isPresent, "needs the shared data"))
  func readsTheDirectoryOf2018() throws {
    let directory = try SchoolDirectory(reading: SharedFolder.oldDirectory)
    #expect(directory.schools.count == 10_614)
    #expect(directory.leftOut.count == 1)
    #expect(directory.closed == 6184)
    #expect(directory.schools.contains { $0.name == "\"Virtual\" Pre" })
    #expect(directory.schools.allSatisfy { $0.id.utf8.count == 14 && !$0.id.hasSuffix("0000000") })
  }
}
