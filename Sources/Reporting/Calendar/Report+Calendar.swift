internal import Planning

extension Report {
  /// An audience's calendar as iCalendar (RFC 5545), for any calendar program.
  ///
  /// Each session is an event; the visits for a request are one event that recurs, missed dates taken out. Times
  /// are clock times in the region's zone, whose rules are in the file (a zone that the system does not know
  /// leaves them floating). UIDs are made of the region's title, the school year and the plan's keys, so that a
  /// later plan's file updates what an earlier one's brought; ``Publication`` says how SEQUENCE and cancellations
  /// follow. DTSTAMP is the first day of the school year plus a second a revision: a file does not depend on when
  /// it was written.
  ///
  /// - Complexity: O(plan · log plan).
  public func ics(for audience: Audience) -> String {
    CalendarWriter(report: self).text(for: audience)
  }

  /// One calendar for everyone and one for each leader with anything in it, or with something cancelled.
  ///
  /// - Returns: File names (`everyone.ics`, `leader-L12.ics`) and contents.
  /// - Complexity: O(leaders · published plan + plan · log plan).
  public func calendarFiles() -> [(name: String, contents: String)] {
    let writer = CalendarWriter(report: self)
    let own = scenario.leaders.compactMap { leader -> (name: String, contents: String)? in
      let audience = Audience.leader(leader.id)
      guard writer.hasEntries(for: audience) else { return nil }
      return ("leader-\(identifier(leader.id)).ics", writer.text(for: audience))
    }
    return [("everyone.ics", writer.text(for: .everyone))] + own
  }
}

/// A key in letters, digits, `-` and `_`; other bytes are written `~2F`, so that different keys stay different.
func identifier(_ key: String) -> String {
  var text = ""
  for byte in key.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      text += "~" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return text
}
