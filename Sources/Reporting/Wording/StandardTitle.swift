internal import Planning

extension Standard {
  /// What a principal calls it: `Mathematics, grades 3-5: Fractions`. A key that is not one of California's
  /// frameworks stands as it is.
  var title: String {
    guard let known = Self.frameworks[framework] else { return description }
    guard let band else { return known.title }
    let grades = band.lowest == band.highest ? "grade \(band)" : "grades \(band)"
    guard let domain else { return "\(known.title), \(grades)" }
    return "\(known.title), \(grades): \(known.domains[domain] ?? domain)"
  }

  private struct Framework: Sendable {
    let title: String
    var domains: [String: String] = [:]
  }

  /// The frameworks' own codes for domains, strands and parts.
  private static let frameworks: [String: Framework] = [
    "CCSS-M": Framework(
      title: "Mathematics",
      domains: [
        "CC": "Counting and Cardinality", "OA": "Operations and Algebraic Thinking", "NBT": "Number in Base Ten",
        "NF": "Fractions", "MD": "Measurement and Data", "G": "Geometry", "RP": "Ratios and Proportions",
        "NS": "The Number System", "EE": "Expressions and Equations", "F": "Functions",
        "SP": "Statistics and Probability", "N": "Number and Quantity", "A": "Algebra", "S": "Statistics",
        "MP": "Mathematical Practice",
      ]),
    "CCSS-ELA": Framework(
      title: "English Language Arts",
      domains: [
        "RL": "Reading Literature", "RI": "Reading Informational Text", "RF": "Foundational Reading",
        "R": "Reading", "W": "Writing", "SL": "Speaking and Listening", "L": "Language",
      ]),
    "NGSS": Framework(
      title: "Science",
      domains: [
        "PS": "Physical Sciences", "LS": "Life Sciences", "ESS": "Earth and Space Sciences",
        "ETS": "Engineering Design",
      ]),
    "CA-ELD": Framework(
      title: "English Language Development",
      domains: [
        "PI": "Interacting in Meaningful Ways", "PII": "How English Works", "PIII": "Foundational Literacy",
      ]),
    "CA-HSS": Framework(title: "History and Social Science"),
    "HSS": Framework(title: "History and Social Science"),
    "CA-VAPA": Framework(title: "Arts"),
    "CA-CS": Framework(title: "Computer Science"),
    "CA-PE": Framework(title: "Physical Education"),
    "CA-SEL": Framework(title: "Social and Emotional Learning"),
  ]
}
