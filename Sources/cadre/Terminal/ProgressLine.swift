internal import Planning
internal import Solving

/// One report of progress as a line: ``12 s · timetable: search · gap 1.47 % · incumbent 81,200 · bound 80,000``.
///
/// What matters most comes first: a narrow terminal cuts the end.
struct ProgressLine: CustomStringConvertible {
  let progress: Progress
  let elapsed: Duration

  var description: String {
    var parts = ["\(elapsed.components.seconds) s", progress.phase]
    if let incumbent = progress.incumbent, let bound = progress.bound {
      let part = Certificate.Part(objective: incumbent, bound: bound, boundMethod: "", cutShort: false)
      parts.append("gap \(part.gapInPercent)")
    }
    if let incumbent = progress.incumbent { parts.append("incumbent \(incumbent.grouped)") }
    if let bound = progress.bound { parts.append("bound \(bound.grouped)") }
    return parts.joined(separator: " · ")
  }
}
