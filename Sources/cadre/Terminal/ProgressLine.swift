internal import Planning
internal import Solving

/// One report of progress as a line: ``timetable: search · incumbent 81,200 · bound 80,000 · gap 1.47 % · 12 s``.
struct ProgressLine: CustomStringConvertible {
  let progress: Progress
  let elapsed: Duration

  var description: String {
    var parts = [progress.phase]
    if let incumbent = progress.incumbent { parts.append("incumbent \(incumbent.grouped)") }
    if let bound = progress.bound { parts.append("bound \(bound.grouped)") }
    if let incumbent = progress.incumbent, let bound = progress.bound {
      let part = Certificate.Part(objective: incumbent, bound: bound, boundMethod: "", cutShort: false)
      parts.append("gap \(part.gapInPercent)")
    }
    parts.append("\(elapsed.components.seconds) s")
    return parts.joined(separator: " · ")
  }
}
