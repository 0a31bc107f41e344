internal import ArgumentParser
internal import Planning

/// `cadre match`.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Match coaches and mentors to requests, without dates.",
    discussion: """
      It answers who coaches whom, and nothing else. The plan is verified before it is written. Ctrl-C ends the search with the best plan so far.
      """)

  @OptionGroup var options: PlanRun

  @OptionGroup var matching: MatchOptions

  func run() throws { try options.run([.match], matching: matching) }
}
