internal import Planning
internal import Solving

/// One report of progress as a line: ``timetable: search · incumbent 81,200 · bound 80,000 · gap 1.47 % · 12 s``.
struct ProgressLine: CustomStringConvertible {
  let progress: Progress
  let elapsed: Duration

  var description: String {
    var parts = [progress.phase]
    if let incumbent = progress.incumbent { parts.append("incumbent \(Self.grouped(incumbent))") }
    if let bound = progress.bound { parts.append("bound \(Self.grouped(bound))") }
    if let incumbent = progress.incumbent, let bound = progress.bound {
      let part = Certificate.Part(objective: incumbent, bound: bound, boundMethod: "", cutShort: false)
      parts.append("gap \(part.gapInPercent)")
    }
    parts.append("\(elapsed.components.seconds) s")
    return parts.joined(separator: " · ")
  }

  /// Digits in groups of three.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }
}
