import Testing

@testable import cadre

@Suite struct ResolvedPathTests {
  @Test(arguments: [
    ("/r/W", "/r/W/plans", ".."), ("/r/W", "/r/W", "."), ("/r/W", "/r/plans", "../W"), ("/r/W", "/", "r/W"),
    ("/r/W/../V", "/r/W", "../V"), ("/r//W/.", "/r", "W"),
  ])
  func aPlaceIsReachedFromAFolder(place: String, folder: String, steps: String) {
    #expect(ResolvedPath(place).seen(from: ResolvedPath(folder)) == steps)
  }

  @Test func aNameAloneLiesInTheCurrentFolder() {
    #expect(ResolvedPath("no-such-place/x").seen(from: ResolvedPath(".")) == "no-such-place/x")
  }
}
