internal import ArgumentParser
internal import Planning

/// `cadre schedule`.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Choose team, dates and venue of every series, without coaching.",
    discussion: """
      Coaching requests are left out of it, and of its score. The plan is verified before it is written. Ctrl-C ends the search with the best plan so far.
      """)

  @OptionGroup var options: PlanRun

  func run() throws { try options.run([.timetable]) }
}
