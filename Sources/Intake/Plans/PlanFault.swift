/// Why a file is no plan, and where.
struct PlanFault {
  /// The fault for a reader.
  let diagnostic: Diagnostic

  init(_ error: DecodingError, file: String) {
    let path: [any CodingKey]
    let message: String
    switch error {
    case .keyNotFound(let key, let context):
      (path, message) = (context.codingPath, "`\(key.stringValue)` is missing")
    case .typeMismatch(let type, let context):
      (path, message) = (context.codingPath, "this is not \(Self.name(of: type))")
    case .valueNotFound(let type, let context):
      (path, message) = (context.codingPath, "\(Self.name(of: type)) is missing")
    case .dataCorrupted(let context): (path, message) = (context.codingPath, context.debugDescription)
    @unknown default: (path, message) = ([], "\(error)")
    }
    let place = path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    diagnostic = Diagnostic(
      file: file, message: "the plan is damaged: \(place.isEmpty ? "" : "\(place): ")\(message)")
  }

  /// A text that is no JSON.
  init(_ fault: JSONSyntax.Fault, in bytes: [UInt8], file: String) {
    let offset: Int
    let what: String
    switch fault {
    case .unexpected(let position):
      (offset, what) = (position, "unexpected `\(Character(Unicode.Scalar(bytes[position])))`")
    case .end: (offset, what) = (bytes.count, "the file ends too early")
    case .notAnInteger(let range):
      offset = range.lowerBound
      what = "`\(String(decoding: bytes[range].prefix(40), as: UTF8.self))` is no whole number of 64 bits"
    }
    let place = UTF8Bytes.place(of: offset, in: bytes)
    diagnostic = Diagnostic(
      file: file, line: place.line, column: place.column, message: "the plan is damaged: \(what)")
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type, is UInt64.Type: "a whole number"
    case is Bool.Type: "true or false"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
  }
}
