/// Why a file is no plan, and where.
struct PlanFault {
  /// The fault for a reader.
  let diagnostic: Diagnostic

  init(_ error: DecodingError, in bytes: [UInt8], file: String) {
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
    if path.isEmpty, case .dataCorrupted = error, let fault = JSONSyntax.firstFault(in: bytes) {
      let place = UTF8Bytes.place(of: fault, in: bytes)
      let what =
        fault < bytes.count ? "unexpected `\(Character(Unicode.Scalar(bytes[fault])))`" : "the file ends too early"
      diagnostic = Diagnostic(
        file: file, line: place.line, column: place.column, message: "the plan is damaged: \(what)")
      return
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

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type, is UInt64.Type: "a whole number"
    case is Bool.Type: "true or false"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
  }
}
