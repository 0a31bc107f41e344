/// How many columns of a terminal a text takes: two for East Asian wide and emoji, none for marks that
/// combine with the letter before (Unicode Standard Annex 11).
func displayWidth(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns of one character: those of its widest scalar.
func displayWidth(of character: Character) -> Int {
  character.unicodeScalars.reduce(0) { max($0, displayWidth(of: $1)) }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

extension String {
  /// On one line and without anything that a terminal could take for a command.
  var onOneLine: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }), !utf8.starts(with: [0x20]), utf8.last != 0x20 {
      return self
    }
    return split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
      .joined(separator: " ")
  }

  /// Filled with blanks to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
  }

  /// With blanks before it to a width.
  func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(of: self))) + self
  }
}

/// A text broken into lines at blanks; a word that is too long is broken where it must be. O(text).
///
/// - Parameter width: At least 2, the width of the widest character.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.onOneLine.split(separator: " ") {
    let length = displayWidth(of: word)
    if used > 0, used + 1 + length > width {
      lines.append(line)
      line = ""
      used = 0
    }
    if length <= width {
      line += used > 0 ? " " + word : String(word)
      used += (used > 0 ? 1 : 0) + length
      continue
    }
    for character in word {
      let size = displayWidth(of: character)
      if used + size > width {
        lines.append(line)
        line = ""
        used = 0
      }
      line.append(character)
      used += size
    }
  }
  if used > 0 || lines.isEmpty { lines.append(line) }
  return lines
}
