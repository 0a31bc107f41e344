import Planning
import Testing

@testable import Reporting

/// What every other test here stands on.
@Suite struct FoothillsTests {
  @Test func thePlanIsValid() {
    let region = Foothills()
    let verification = Verification(of: region.plan, in: region.scenario)
    #expect(verification.violations == [])
    #expect(verification.disagreements == [])
    #expect(region.plan.unserved.map(\.id) == ["C4", "S9"])
  }
}
