import Planning
import Testing

@testable import Reporting

@Suite struct AudienceTests {
  @Test(arguments: ["everyone", "leader:L1", "school:01611190130229", "district:D1", "venue:a:b"])
  func isWrittenAsItIsRead(text: String) { #expect(Audience(text)?.description == text) }

  @Test(arguments: ["", "leader", "leader:", "coach:L1", "Everyone"])
  func otherFormsAreNone(text: String) { #expect(Audience(text) == nil) }

  @Test func aKeyThatIsNotThereIsNamed() {
    let scenario = Foothills().scenario
    #expect(Audience.leader("L1").problem(in: scenario) == nil)
    #expect(Audience.leader("l1").problem(in: scenario) == "leaders.csv has no `l1`; did you mean `L1`?")
    #expect(Audience.venue("V77").problem(in: scenario) == "venues.csv has no `V77`.")
  }
}
