import Planning
import Testing

@testable import Intake

/// A workspace without a fault says what its files say.
struct WorkspaceTests {
  private let scenario: Scenario

  init() throws { scenario = try WorkspaceText().read().scenario }

  @Test func readsTheRegion() throws {
    #expect(scenario.region.title == "Two Rivers")
    #expect(scenario.region.year.lowerBound.description == "2026-08-10")
    #expect(scenario.region.timeZone == "America/Los_Angeles")
    #expect(scenario.region.weight(of: .travel) == 1)
  }

  @Test func readsPeriods() {
    #expect(scenario.periods.map(\.id) == ["AM", "PM", "after-school"])
    #expect(scenario.periods[0].start == Minutes(510))
    #expect(scenario.periods[2].kind == .ownTime)
    #expect(scenario.periods[0].weekdays == Period.schoolWeek)
  }

  @Test func readsDistrictsAndSchools() throws {
    #expect(scenario.districts.map(\.substitutesPerDay) == [20, nil])
    let school = try #require(scenario.schools[id: "N1"])
    #expect(school.county == "Rivers")
    #expect(school.needPercent == 61)
    #expect(school.grades == GradeBand("K-5"))
    #expect(scenario.schools[id: "N2"]?.enrollment == nil)
  }

  @Test func readsCalendars() throws {
    let day = try #require(Day(iso: "2026-11-25"))
    #expect(scenario.calendar(of: "D1").label(of: day) == "Thanksgiving")
    let minimum = try #require(Day(iso: "2026-09-14"))
    #expect(scenario.calendar(of: "D2")[minimum].contains(.minimumDay))
    #expect(!scenario.calendar(of: "D1")[minimum].contains(.minimumDay))
  }

  @Test func readsVenues() throws {
    let school = try #require(scenario.venues[id: "N1"])
    #expect(school.name == "North One")
    #expect(school.coordinate == scenario.schools[id: "N1"]?.coordinate)
    #expect(school.open == scenario.region.year)
    #expect(school.periods == [0, 1, 2])
    #expect(scenario.venues[id: "hall"]?.periods == [0, 1])
  }

  @Test func readsLeaders() throws {
    let ann = try #require(scenario.leaders[id: "ann"])
    #expect(ann.releaseHalfDays == 16)
    #expect(ann.reach == Metres(miles: 60))
    #expect(ann.home.id == "N1")
    #expect(try ann.level(of: #require(Standard("NGSS/6-8/PS"))) == .support)
    #expect(try ann.level(of: #require(Standard("CCSS-M/3-5/NF"))) == .lead)
    let bob = try #require(scenario.leaders[id: "bob"])
    #expect(bob.releaseHalfDays == 15)
    #expect(bob.reach == Metres(41_038))
    #expect(bob.joined?.description == "2020-08-01")
    #expect(bob.worksOnHolidays)
    #expect(!ann.worksOnHolidays)
    #expect(scenario.leaders[id: "cat"]?.releaseHalfDays == nil)
    #expect(scenario.leaders[id: "cat"]?.evaluates == ["N2"])
  }

  @Test func readsAbsences() {
    #expect(scenario.absences(of: "ann").map(\.periods) == [[0, 1]])
    #expect(scenario.absences(of: "hall").map(\.periods) == [[0, 1, 2]])
    #expect(scenario.absences(of: "hall").map(\.days.count) == [1])
  }

  @Test func readsCoaching() throws {
    let first = try #require(scenario.requests[id: "C1"])
    #expect(first.window.upperBound.description == "2026-10-09")
    #expect(first.visitLength == Minutes(90))
    #expect(first.priority == 2)
    let second = try #require(scenario.requests[id: "C2"])
    #expect(second.mentee == "Kim Ito")
    #expect(second.window == scenario.region.year)
  }

  @Test func readsSeries() throws {
    let first = try #require(scenario.series[id: "W1"])
    #expect(first.attendance == [.init(district: "D1", educators: 13), .init(district: "D2", educators: 12)])
    #expect(first.hostDistrict == "D1")
    #expect(first.hostCoordinate == Coordinate(latitude: (37.0 + 37.1) / 2, longitude: -120))
    #expect(first.gapMinDays == 14)
    #expect(first.team.leastSize == 2)
    let second = try #require(scenario.series[id: "W2"])
    #expect(second.attendance == [.init(district: "D1", educators: 12), .init(district: "D2", educators: 4)])
    #expect(second.educators == 16)
    #expect([second.gapMinDays, second.gapMaxDays] == [21, 42])
    #expect(second.cohorts == ["K", "J"])
  }

  @Test func readsPreferencesTravelAndPins() throws {
    #expect(scenario.preferences.rank(who: "ann", whom: "C1") == 1)
    let from = try #require(scenario.schools[id: "S1"]?.place)
    let to = try #require(scenario.leaders[id: "ann"]?.home)
    #expect(scenario.travel.leg(from: from, to: to).time == Minutes(20))
    let day = try #require(Day(iso: "2026-09-15"))
    #expect(
      scenario.pins.map(\.decision) == [
        .sessionStarts(series: "W1", session: 1, at: Slot(day: day, period: 0)),
        .sessionMeets(series: "W1", session: nil, venue: "hall"), .coach(request: "C1", leader: "ann"),
      ])
  }

  @Test func needsOnlyTheRequiredFiles() throws {
    var text = WorkspaceText()
    let optional = [
      "districts.csv", "calendars.csv", "venues.csv", "unavailable.csv", "coaching.csv", "preferences.csv",
      "travel.csv", "pins.csv",
    ]
    for name in optional { text.files[name] = nil }
    let scenario = try text.read().scenario
    #expect(scenario.districts.map(\.id) == ["D1", "D2"])
    #expect(scenario.series.count == 2)
  }
}
