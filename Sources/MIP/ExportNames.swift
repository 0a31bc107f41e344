/// Names that the LP and the MPS format both take, and GLPK, HiGHS and CBC all read: unique, at most 90 ASCII
/// letters, digits and underscores, not beginning like a number and not a keyword.
///
/// A name that is fine stays. The rest is spelled out, byte by byte where needed, and repeated names get a
/// number, in the order of the program: the same program always gives the same names.
struct ExportNames {
  let columns: [String]
  let rows: [String]

  init(_ program: Program) {
    var taken: Set<String> = [Self.objective, Self.one]
    columns = program.columns.map { Self.unique($0.name, prefix: "v_", &taken) }
    rows = program.rows.map { Self.unique($0.name, prefix: "c_", &taken) }
  }

  /// The objective's row.
  static let objective = "objective_row"
  /// A variable fixed at 1, to carry the constant: the formats do not agree on its sign.
  static let one = "constant_one"

  private static func unique(_ name: String, prefix: String, _ taken: inout Set<String>) -> String {
    let legal = legal(name, prefix: prefix)
    var candidate = legal
    var number = 2
    // Room is kept for the `_low` and `_high` that the LP format needs for two-sided constraints.
    while [candidate, low(candidate), high(candidate)].contains(where: taken.contains) {
      candidate = "\(legal)_\(number)"
      number += 1
    }
    taken.formUnion([candidate, low(candidate), high(candidate)])
    return candidate
  }

  static func low(_ name: String) -> String { name + "_low" }
  static func high(_ name: String) -> String { name + "_high" }

  private static func legal(_ name: String, prefix: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    // CBC's LP reader ends names at 100 characters; this leaves room for a number and a suffix.
    text = String(text.prefix(80))
    return beginsLikeANumber(text) || keywords.contains(text.lowercased()) ? prefix + text : text
  }

  /// Also `e5`, which may be read as the exponent of the number before it.
  private static func beginsLikeANumber(_ text: String) -> Bool {
    guard let first = text.first else { return true }
    return first.isNumber || "eE".contains(first) && (text.dropFirst().first?.isNumber ?? true)
  }

  private static let keywords: Set<String> = [
    "bin", "binary", "binaries", "bound", "bounds", "end", "free", "gen", "general", "generals", "inf",
    "infinity", "int", "integer", "integers", "max", "maximise", "maximize", "maximum", "min", "minimise",
    "minimize", "minimum", "nan", "obj", "objective", "rhs", "ranges", "rows", "columns", "semi", "semis",
    "sin", "sos", "sos1", "sos2", "st", "subject", "such", "that", "to",
  ]
}
