internal import ArgumentParser
internal import Planning

/// `cadre plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Match coaches to requests, and choose team, dates and venue of every series.",
    discussion: """
      The visits of coaches are placed with the sessions, so that every calendar is whole. The plan is verified before it is written. Ctrl-C ends the search with the best plan so far.
      """)

  @OptionGroup var options: PlanRun

  @OptionGroup var matching: MatchOptions

  func run() throws { try options.run([.match, .timetable], matching: matching) }
}
