import Planning
import TestSupport
import Testing

@testable import Intake

struct DateTextTests {
  @Test(arguments: ["2026-09-14", "9/14/2026", "09/14/2026"])
  func reads(text: String) throws {
    #expect(try DateText.read(text).description == "2026-09-14")
  }

  @Test func readsTheOrderOfTheUnitedStates() throws {
    #expect(try DateText.read("9/4/2026").description == "2026-09-04")
  }

  @Test(arguments: [
    (
      "14/9/2026",
      "`14/9/2026` is read as month/day/year, and there is no month 14; as day/month/year it would be 2026-09-14. Write "
        + "2026-09-14 or 9/14/2026"
    ),
    (
      "2/30/2026",
      "`2/30/2026` is no date: read as month/day/year, month 2 has no day 30; write it like 2026-09-14 or 9/14/2026"
    ),
    ("9/14/26", "`9/14/26` is no date; write 2026-09-14"),
    ("9/4/26", "`9/4/26` is no date; write 2026-09-04 or 2026-04-09"),
    ("14.9.2026", "`14.9.2026` is no date; write 2026-09-14"),
    ("4.9.2026", "`4.9.2026` is no date; write 2026-04-09 or 2026-09-04"),
    ("2026/9/14", "`2026/9/14` is no date; write 2026-09-14"),
    ("2026-9-14", "`2026-9-14` is no date; write 2026-09-14"),
    ("2026-02-30", "`2026-02-30` is no date; write it like 2026-09-14 or 9/14/2026"),
    ("2026-09-14 00:00:00", "`2026-09-14 00:00:00` is no date; write 2026-09-14"),
    ("2026-09-14T08:00:00Z", "`2026-09-14T08:00:00Z` is no date; write 2026-09-14"),
    ("14-Sep-26", "`14-Sep-26` is no date; write 2026-09-14"),
    ("September 14, 2026", "`September 14, 2026` is no date; write 2026-09-14"),
    ("46279", "`46279` is no date; write 2026-09-14"),
    ("soon", "`soon` is no date; write it like 2026-09-14 or 9/14/2026"),
    ("9/14", "`9/14` is no date; write it like 2026-09-14 or 9/14/2026"),
    ("-9/14/2026", "`-9/14/2026` is no date; write it like 2026-09-14 or 9/14/2026"),
    ("9/14/99999999999999999999", "`9/14/99999999999999999999` is no date; write it like 2026-09-14 or 9/14/2026"),
  ])
  func refuses(text: String, message: String) {
    do throws(DateText.Fault) {
      Issue.record("read \(text) as \(try DateText.read(text))")
    } catch {
      #expect(error.message == message)
    }
  }
}

struct TimeTextTests {
  @Test(arguments: [
    ("8:30", 510), ("08:30", 510), ("16:00:00", 960), ("4:00 PM", 960), ("12:00 am", 0), ("12:15PM", 735),
    ("0:00", 0),
  ])
  func reads(text: String, minutes: Int) { #expect(TimeText.read(text) == Minutes(minutes)) }

  @Test(arguments: ["24:00", "8:60", "8", "8:5", "13:00 PM", "0:10 AM", "8:30:15", "noon", ":30", "-1:00"])
  func refuses(text: String) { #expect(TimeText.read(text) == nil) }
}

struct NumberTextTests {
  @Test(arguments: [("7", 7), ("-7", -7), ("+7", 7), ("007", 7)])
  func readsIntegers(text: String, number: Int) { #expect(NumberText.integer(text) == number) }

  @Test(arguments: ["", "-", "7.0", "1,000", "1e3", "٣", "99999999999999999999", "0x10", " 7"])
  func refusesIntegers(text: String) { #expect(NumberText.integer(text) == nil) }

  @Test(arguments: [("7", 700), ("7.5", 750), ("-0.25", -25), ("7.50000", 750), ("0.00", 0)])
  func readsDecimalsExactly(text: String, hundredths: Int) {
    #expect(NumberText.decimal(text, places: 2) == hundredths)
  }

  @Test(arguments: ["7.", ".5", "7.505", "1e2", "nan", "7.5.0", "7,5", "99999999999999999999"])
  func refusesDecimals(text: String) { #expect(NumberText.decimal(text, places: 2) == nil) }

  @Test(arguments: ["nan", "inf", "0x1p3", "1e2", "--1", ""])
  func refusesDegrees(text: String) { #expect(NumberText.degrees(text) == nil) }

  @Test func readsDegrees() { #expect(NumberText.degrees("-122.2656542") == -122.2656542) }
}

struct KeyTextTests {
  @Test(arguments: ["01100170112607", "ann", "N-1", "Ñandú", "W1", "1.2"])
  func anyWordIsAKey(key: String) { #expect(KeyText.fault(of: key, isCDS: true) == nil) }

  @Test(arguments: ["1.1E+12", "1,10017E+13", "1E+13", "1.10017e+13", "1100170112607", "011001701126071"])
  func aCodeThatASpreadsheetMangledIsNone(key: String) { #expect(KeyText.fault(of: key, isCDS: true) != nil) }

  @Test func onlySchoolsAndDistrictsHaveCodes() { #expect(KeyText.fault(of: "1100170112607", isCDS: false) == nil) }

  @Test(arguments: ["a b", "a,b", "a;b", "a:b", "a\nb"])
  func aKeyIsOneWord(key: String) throws {
    #expect(try #require(KeyText.fault(of: key, isCDS: false)).hasSuffix("write for example `a-b`"))
  }
}

struct SuggestionTests {
  @Test(arguments: [
    ("shcool", "school"), ("SCHOOL", "school"), ("scool", "school"), ("districts", "district"), ("nme", "name"),
    ("dist", "district"),
  ])
  func findsTheClosest(word: String, meant: String) {
    #expect(Suggestion.closest(to: word, among: ["name", "school", "district", "county"]) == meant)
  }

  @Test(arguments: ["", "x", "abcdef", "schoolhouse", "dis"])
  func suggestsNothingFarAway(word: String) {
    #expect(Suggestion.closest(to: word, among: ["name", "school", "district", "county"]) == nil)
  }

  @Test func theFirstOfEqualsWins() { #expect(Suggestion.closest(to: "C-3", among: ["C-1", "C-2"]) == "C-1") }

  @Test func shortWordsAreCloseOnlyToThemselves() {
    #expect(Suggestion.closest(to: "d1", among: ["D2", "D1"]) == "D1")
    #expect(Suggestion.closest(to: "D3", among: ["D2", "D1"]) == nil)
  }

  /// Against the recursion that defines the distance.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func countsSlips(seed: UInt64) {
    var randomness = SplitMix(seed: seed)
    func word() -> [UInt8] {
      (0..<Int.random(in: 0...6, using: &randomness)).map { _ in UInt8.random(in: 97...99, using: &randomness) }
    }
    let (first, second) = (word(), word())
    let slips = slips(first[...], second[...])
    for limit in 0...7 {
      #expect(Suggestion.slips(from: first, to: second, atMost: limit) == (slips <= limit ? slips : nil))
    }
  }

  private func slips(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    guard let a = first.last, let b = second.last else { return first.count + second.count }
    var best = min(
      slips(first.dropLast(), second) + 1, slips(first, second.dropLast()) + 1,
      slips(first.dropLast(), second.dropLast()) + (a == b ? 0 : 1))
    if first.count > 1, second.count > 1, first.dropLast().last == b, second.dropLast().last == a {
      best = min(best, slips(first.dropLast(2), second.dropLast(2)) + 1)
    }
    return best
  }

  @Test func aLogSpendsABoundedNumberOfComparisons() {
    let log = DiagnosticLog()
    let words = (0..<10_000).map { "key-\($0)" }
    var suggested = 0
    for number in 0..<1000 where !log.suggestion(for: "kez-\(number)", among: words).isEmpty { suggested += 1 }
    #expect(suggested == Suggestion.mostComparisons / words.count)
  }
}

struct DiagnosticLogTests {
  @Test func sortsByFileAndPlaceAndKeepsNotTooMany() {
    let log = DiagnosticLog()
    for line in 1...(DiagnosticLog.mostAFile + 1234) { log.add(Diagnostic(file: "b", line: line, message: "no")) }
    log.add(Diagnostic(file: "a", line: 2, column: 1, message: "second"))
    log.add(Diagnostic(file: "a", line: 1, column: 9, message: "first"))
    log.add(Diagnostic(file: "0", message: "of no file of the workspace"))
    let sorted = log.sorted(byFiles: ["a", "b"])
    #expect(sorted.prefix(2).map(\.message) == ["first", "second"])
    #expect(
      sorted[2 + DiagnosticLog.mostAFile].description
        == "b: there are 1,000 errors in this file; the rest of it was not read")
    #expect(sorted.last?.file == "0")
  }
}
