internal import Planning

/// Schools, venues and the ways of leaders on a plane: north is up, a scale in miles.
struct MapDrawing {
  /// Something that is drawn with its name.
  struct Spot {
    let name: String
    let coordinate: Coordinate
    let style: Style

    enum Style: String { case venue, school, home }
  }

  /// What is drawn small and without a name.
  let background: [Coordinate]
  let spots: [Spot]
  /// From a leader's home to where the leader goes, each way once.
  let journeys: [(from: Coordinate, to: Coordinate)]
  /// What a reader who does not see it is told.
  let description: String

  static let width = 960

  /// Whether there is so much that marks are small and names would hide them.
  private var isDense: Bool { spots.count > 150 }

  /// The map's markup; `nil` where there is nothing to draw.
  func markup() -> Markup? {
    guard let plane = MapPlane(fitting: extent) else { return nil }
    var markup: Markup = """
      <svg xmlns="http://www.w3.org/2000/svg" class="map\(isDense ? " dense" : "")" viewBox="0 0 \(Self.width) \(plane.height)" \
      width="\(Self.width)" height="\(plane.height)" role="img" aria-label="\(description)">\
      <rect class="ground" width="\(Self.width)" height="\(plane.height)" rx="8"/>
      """
    markup += path("other-school", of: background, on: plane)
    var ways = ""
    var seen: Set<String> = []
    for journey in journeys {
      let from = plane.point(journey.from)
      let to = plane.point(journey.to)
      let way = "M\(from.x) \(from.y)L\(to.x) \(to.y)"
      if from != to, seen.insert(way).inserted { ways += way }
    }
    if !ways.isEmpty { markup += "<path class=\"journey\" d=\"\(ways)\"/>" }
    for style in [Spot.Style.home, .school, .venue] {
      markup += path("spot-\(style.rawValue)", of: spots.filter { $0.style == style }.map(\.coordinate), on: plane)
    }
    markup += labels(on: plane)
    markup += plane.scaleBar()
    markup += "</svg>"
    return markup
  }

  /// Dots, as one path of lines without length whose round caps are the dots.
  private func path(_ style: String, of coordinates: [Coordinate], on plane: MapPlane) -> Markup {
    var path = ""
    var seen: Set<MapPlane.Point> = []
    for coordinate in coordinates {
      let point = plane.point(coordinate)
      guard plane.contains(point), seen.insert(point).inserted else { continue }
      path += "M\(point.x) \(point.y)h0"
    }
    return path.isEmpty ? "" : "<path class=\"\(style)\" d=\"\(path)\"/>"
  }

  /// Names beside spots, in their order, as far as they do not run into one another: venues first.
  private func labels(on plane: MapPlane) -> Markup {
    guard !isDense else { return "" }
    var markup: Markup = ""
    var taken: [(x: ClosedRange<Int>, y: ClosedRange<Int>)] = []
    var named: Set<MapPlane.Point> = []
    for spot in spots where spot.style != .home {
      guard taken.count < 40 else { break }
      let point = plane.point(spot.coordinate)
      guard named.insert(point).inserted else { continue }
      let length = 7 * displayWidth(of: spot.name)
      let isLeft = point.x + 12 + length > Self.width
      let start = isLeft ? point.x - 12 - length : point.x + 12
      let box = (x: start...(start + length), y: (point.y - 9)...(point.y + 9))
      guard start > 0, !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }) else { continue }
      taken.append(box)
      markup += """
        <text class="place"\(isLeft ? " text-anchor=\"end\"" as Markup : "") x="\(isLeft ? point.x - 10 : point.x + 10)" \
        y="\(point.y + 4)">\(spot.name)</text>
        """
    }
    return markup
  }
}

/// Degrees on a sheet of paper: true to scale at the middle latitude.
struct MapPlane {
  /// A place on the sheet.
  struct Point: Hashable {
    let x: Int
    let y: Int
  }

  let height: Int
  private let west: Double
  private let north: Double
  /// Metres a degree, and metres a unit of the sheet.
  private let metresPerDegree: (east: Double, north: Double)
  private let metresPerUnit: Double

  private static let margin = 40

  /// `nil` without a point. The sheet shows five miles at least.
  init?(fitting coordinates: [Coordinate]) {
    guard let first = coordinates.first else { return nil }
    var south = first.latitude
    var northern = first.latitude
    var western = first.longitude
    var eastern = first.longitude
    for coordinate in coordinates {
      south = min(south, coordinate.latitude)
      northern = max(northern, coordinate.latitude)
      western = min(western, coordinate.longitude)
      eastern = max(eastern, coordinate.longitude)
    }
    let middle = Coordinate(latitude: (south + northern) / 2, longitude: (western + eastern) / 2)
    let degree = Coordinate(latitude: middle.latitude, longitude: middle.longitude + 1)
    metresPerDegree = (Double(middle.distance(to: degree).value), 111_194.9)
    let breadth = max((eastern - western) * metresPerDegree.east, 8_000)
    let length = max((northern - south) * metresPerDegree.north, 4_000)
    let room = (width: Double(MapDrawing.width - 2 * Self.margin), height: 640.0)
    metresPerUnit = max(breadth / room.width, length / room.height)
    height = Int((length / metresPerUnit).rounded(.up)) + 2 * Self.margin
    west = middle.longitude - Double(MapDrawing.width) / 2 * metresPerUnit / metresPerDegree.east
    north = middle.latitude + Double(height) / 2 * metresPerUnit / metresPerDegree.north
  }

  func point(_ coordinate: Coordinate) -> Point {
    Point(
      x: Int(((coordinate.longitude - west) * metresPerDegree.east / metresPerUnit).rounded()),
      y: Int(((north - coordinate.latitude) * metresPerDegree.north / metresPerUnit).rounded()))
  }

  func contains(_ point: Point) -> Bool {
    (4..<MapDrawing.width - 4).contains(point.x) && (4..<height - 4).contains(point.y)
  }

  /// A bar of a round number of miles, at most a quarter of the sheet.
  func scaleBar() -> Markup {
    let metresPerMile = 1609.344
    let most = Double(MapDrawing.width) / 4 * metresPerUnit / metresPerMile
    let miles = [200, 100, 50, 20, 10, 5, 2].first { Double($0) <= most } ?? 1
    let length = Int((Double(miles) * metresPerMile / metresPerUnit).rounded())
    let y = height - 14
    return """
      <path class="scale" d="M16 \(y - 5)v5h\(length)v-5"/>\
      <text class="scale-text" x="\(22 + length)" y="\(y)">\(miles == 1 ? "1 mile" : "\(miles) miles")</text>
      """
  }
}
