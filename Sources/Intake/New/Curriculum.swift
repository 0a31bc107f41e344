internal import Planning

/// Standards that California's teachers know, and what series on them are called.
enum Curriculum {
  /// One domain of a framework in a band of grades.
  struct Domain {
    let standard: Standard
    let title: String
  }

  /// The bands that domains are named in, from the lowest.
  static let bands = ["K-2", "3-5", "6-8", "9-12"].map { GradeBand($0)! }

  /// The frameworks, and how often they are asked for.
  static let frameworks: [(choice: String, weight: Int)] = [
    ("CCSS-M", 34), ("CCSS-ELA", 26), ("NGSS", 22), ("CA-ELD", 12), ("HSS", 6),
  ]

  /// Nobody in an invented workspace holds it: what asks for it shows how an empty funnel looks.
  static let unheld = "CS"

  /// All domains, in the order of the table.
  static let domains: [Domain] = table.flatMap { framework, band, titles in
    titles.map { domain, title in
      Domain(
        standard: Standard(framework: framework, band: GradeBand(band)!, domain: domain),
        title: "\(title), grades \(band)")
    }
  }

  /// The domains that somebody who holds a standard can lead, in some of the bands.
  static func domains(under standard: Standard, in bands: [GradeBand]) -> [Domain] {
    domains.filter { domain in
      standard.covers(domain.standard) && domain.standard.band.map(bands.contains) == true
    }
  }

  /// The bands that a school teaches; none where its grades are not published, or are no grades.
  static func bands(of school: School) -> [GradeBand] {
    guard let grades = school.grades else { return [] }
    return bands.filter { $0.lowest <= grades.highest && grades.lowest <= $0.highest }
  }

  /// Whether a framework has domains in a band.
  static func has(_ framework: String, in band: GradeBand) -> Bool {
    domains.contains { $0.standard.framework == framework && $0.standard.band == band }
  }

  private static let table: [(framework: String, band: String, titles: [(domain: String, title: String)])] = [
    ("CCSS-M", "K-2", [("CC", "Counting and quantity"), ("OA", "Early addition"), ("NBT", "Place value")]),
    ("CCSS-M", "3-5", [("NF", "Fractions as numbers"), ("NBT", "Multi-digit arithmetic"), ("MD", "Measurement")]),
    ("CCSS-M", "6-8", [("RP", "Ratio reasoning"), ("EE", "Expressions and equations"), ("SP", "Data and chance")]),
    ("CCSS-M", "9-12", [("A", "Algebra for all"), ("F", "Functions and models"), ("S", "Statistics")]),
    ("CCSS-ELA", "K-2", [("RF", "Foundations of reading"), ("W", "First writing")]),
    ("CCSS-ELA", "3-5", [("RI", "Reading to learn"), ("W", "Writing from sources")]),
    ("CCSS-ELA", "6-8", [("RI", "Close reading"), ("W", "Argument writing"), ("SL", "Academic discussion")]),
    ("CCSS-ELA", "9-12", [("RI", "Reading across the disciplines"), ("W", "Research writing")]),
    ("NGSS", "K-2", [("PS", "Pushes and pulls"), ("LS", "Living things")]),
    ("NGSS", "3-5", [("PS", "Energy and waves"), ("LS", "Ecosystems"), ("ESS", "Earth's surface")]),
    ("NGSS", "6-8", [("PS", "Matter and reactions"), ("LS", "Cells and bodies"), ("ESS", "Weather and climate")]),
    ("NGSS", "9-12", [("PS", "Chemistry by inquiry"), ("LS", "Evolution"), ("ESS", "Earth systems")]),
    ("CA-ELD", "K-2", [("PI", "Talk that builds language"), ("PII", "How English works")]),
    ("CA-ELD", "3-5", [("PI", "Language across the curriculum"), ("PII", "Unpacking sentences")]),
    ("CA-ELD", "6-8", [("PI", "Academic conversations"), ("PII", "Structuring texts")]),
    ("CA-ELD", "9-12", [("PI", "Language in every subject"), ("PII", "Complex texts")]),
    ("HSS", "6-8", [("WH", "Inquiry in world history")]),
    ("HSS", "9-12", [("US", "Sources in U.S. history"), ("CIV", "Civic action")]),
  ]
}
