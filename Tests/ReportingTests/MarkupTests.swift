import Foundation
import Planning
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MarkupTests {
  static let region = Foothills()
  static let report = Report(plan: region.plan, scenario: region.scenario)

  @Test(arguments: TextTests.audiences) func pagesAreWellFormed(audience: Audience) throws {
    let page = try Document(parsing: Self.report.html(for: audience))
    #expect(page.names.filter { $0 == "h1" }.count == 1)
    // Nothing is fetched: no address leads out of the page, and every link within it has its target.
    for address in page.addresses { #expect(address.hasPrefix("#"), "\(address)") }
    if audience == .everyone {
      for address in page.addresses { #expect(page.ids.contains(String(address.dropFirst())), "\(address)") }
    }
    #expect(Set(page.ids).count == page.ids.count)
    #expect(!page.names.contains("img") && !page.names.contains("link"))
    #expect(page.names.count { $0 == "script" } == 1)
    #expect(page.drawingsWithoutText == 0)
    #expect(page.tables == page.tablesWithHeaders)
  }

  @Test(
    .enabled(if: Reader.html5lib.isInstalled, "needs Python's html5lib"),
    arguments: [Audience.everyone, .leader("L6")])
  func pagesAreHTML(audience: Audience) throws {
    let script = """
      import sys, pathlib, html5lib
      html5lib.HTMLParser(strict=True).parse(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
      print("read")
      """
    #expect(try Reader.html5lib.read(Self.report.html(for: audience), with: script) == "read\n")
  }

  @Test(arguments: TextTests.audiences) func drawingsAreWellFormed(audience: Audience) throws {
    let drawing = try Document(parsing: Self.report.svg(for: audience))
    #expect(drawing.names.first == "svg")
    #expect(drawing.names.contains("title"))
    #expect(drawing.addresses == [])
  }

  @Test func everythingIsEscaped() {
    let hostile = "<a href=\"x\">&'\u{0}\u{FFFE}"
    let markup: Markup = "<p title=\"\(hostile)\">\(hostile)</p>"
    let safe = "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{FFFD}\u{FFFD}"
    #expect(markup.text == "<p title=\"\(safe)\">\(safe)</p>")
    let page = Self.report.html(for: .everyone)
    #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)"))
  }

  @Test func readsAsRecorded() throws {
    try expectSnapshot(Self.report.html(for: .leader("L6")), named: "leader-L6.html")
    try expectSnapshot(Self.report.svg(for: .leader("L6")), named: "leader-L6.svg")
  }

  @Test func schoolsWithoutEventsTakeNoRoom() {
    let page = Self.report.html(for: .everyone)
    #expect(page.contains("id=\"school-CV2\"") && !page.contains("id=\"school-RC2\""))
  }

  @Test func aPlaneIsTrueToScale() throws {
    let corners = [Coordinate(latitude: 36, longitude: -120), Coordinate(latitude: 37, longitude: -119)]
    let plane = try #require(MapPlane(fitting: corners))
    let points = corners.map(plane.point)
    #expect(points[0].y > points[1].y && points[0].x < points[1].x)
    let east = Coordinate(latitude: 36.5, longitude: -120).distance(to: Coordinate(latitude: 36.5, longitude: -119))
    let north = corners[0].distance(to: Coordinate(latitude: 37, longitude: -120))
    let ratio = Double(points[1].x - points[0].x) / Double(points[0].y - points[1].y)
    #expect(abs(ratio - Double(east.value) / Double(north.value)) < 0.01)
  }
}

/// What a real XML parser makes of a text.
private final class Document: NSObject, XMLParserDelegate {
  private(set) var names: [String] = []
  private(set) var ids: [String] = []
  private(set) var addresses: [String] = []
  private(set) var drawingsWithoutText = 0
  private(set) var tables = 0
  private(set) var tablesWithHeaders = 0

  init(parsing text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.propertyListReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.append(name)
    if let id = attributes["id"] { ids.append(id) }
    addresses += ["href", "src", "action"].compactMap { attributes[$0] }
    if name == "svg", attributes["aria-label"] == nil, attributes["aria-hidden"] != "true" {
      drawingsWithoutText += 1
    }
    if name == "table" { tables += 1 }
    if name == "thead" { tablesWithHeaders += 1 }
  }
}
