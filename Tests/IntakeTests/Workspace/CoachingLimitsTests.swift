import Planning
import Testing

@testable import Intake

/// What region.yaml and leaders.csv say of coaches and mentors.
struct CoachingLimitsTests {
  private func read(limits: String = "", leaders: String? = nil) throws -> Scenario {
    var text = WorkspaceText()
    if !limits.isEmpty { text.files["region.yaml"]! += "limits: {\(limits)}\n" }
    if let leaders {
      text.files["leaders.csv"] =
        "leader,role,school,minutes_per_week,min_schools,max_schools,max_mentees\n" + leaders
      for file in ["pins.csv", "preferences.csv", "unavailable.csv"] { text.files[file] = nil }
    }
    return try text.read().scenario
  }

  @Test func whatIsUsualHoldsWhereNothingIsSaid() throws {
    let scenario = try read(leaders: "ann,teacher,N1,120,,,\n")
    let ann = try #require(scenario.leaders[id: "ann"])
    #expect(ann.minSchools == 0 && ann.maxSchools == 3 && ann.maxMentees == 3)
    #expect(scenario.region.limits.firstVisitDays == 30)
    #expect(scenario.region.limits.mentoring == Minutes(60))
    #expect(scenario.region.limits.coachSchools == 2...3)
    #expect(scenario.region.limits.shadowedVisits == 3)
  }

  @Test func theRegionThenTheLeaderDecide() throws {
    let limits = """
      first_visit_days: 20, mentoring_minutes: 45, max_mentees: 2, min_schools: 1, max_schools: 4, shadowed_visits: 0
      """
    let scenario = try read(limits: limits, leaders: "ann,teacher,N1,120,,,\nbob,teacher,S1,120,2,5,15\n")
    #expect(scenario.leaders.map(\.minSchools) == [0, 2])
    #expect(scenario.leaders.map(\.maxSchools) == [4, 5])
    #expect(scenario.leaders.map(\.maxMentees) == [2, 15])
    #expect(scenario.region.limits.firstVisitDays == 20)
    #expect(scenario.region.limits.mentoring == Minutes(45))
    #expect(scenario.region.limits.coachSchools == 1...4)
    #expect(scenario.region.limits.shadowedVisits == 0)
    #expect(try read(limits: "max_schools: 1").region.limits.coachSchools == 1...1)
  }

  @Test func aLeastAboveTheMostIsAnError() throws {
    do {
      _ = try read(leaders: "ann,teacher,N1,120,4,,\n")
      Issue.record("4 schools at least and 3 at most were read")
    } catch let error as InputError {
      #expect(error.diagnostics.map(\.message) == ["`min_schools` 4 is more than `max_schools` 3"])
    }
    do {
      _ = try read(limits: "min_schools: 4, max_schools: 2")
      Issue.record("4 schools at least and 2 at most were read")
    } catch let error as InputError {
      #expect(error.diagnostics.map(\.message) == ["`limits.min_schools` 4 is more than `limits.max_schools` 2"])
    }
  }
}
