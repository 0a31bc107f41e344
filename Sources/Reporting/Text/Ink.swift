/// Emphasis in a terminal, or none. What is emphasised is always also said in words or marks.
struct Ink: Sendable {
  /// What is emphasised, by its ANSI attribute.
  enum Style: String, Sendable {
    case heading = "1"
    case session = "1;34"
    case visit = "1;32"
    case quiet = "2"
    case warning = "1;33"
  }

  /// Whether the reader asked for colour.
  let isOn: Bool

  func callAsFunction(_ style: Style, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
