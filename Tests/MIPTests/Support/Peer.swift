import Foundation
import TestSupport
import Testing

/// A solver outside this package that reads a file and gives the optimum.
enum Peer: String, CaseIterable, CustomTestStringConvertible {
  case glpk
  case cbc
  case highs

  var testDescription: String { rawValue }

  /// Peers that are there. The others are not run.
  static let installed = allCases.filter(\.isInstalled)
  static let missing = allCases.filter { !$0.isInstalled }.map(\.rawValue)

  private var isInstalled: Bool {
    switch self {
    case .glpk: (try? ExternalProgram.output(of: ["glpsol", "--version"])) != nil
    case .cbc: (try? ExternalProgram.output(of: ["cbc", "-quit"])) != nil
    case .highs: (try? ExternalProgram.output(of: ["python3", "-c", "import highspy"])) != nil
    }
  }

  /// The optimal objective that it reports for a model, or `nil` where it says that there is none.
  func optimum(of text: String, format: String) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let model = folder.appending(path: "model.\(format)")
    let answer = folder.appending(path: "answer")
    try text.write(to: model, atomically: true, encoding: .utf8)
    switch self {
    case .glpk:
      let option = format == "mps" ? "--freemps" : "--lp"
      _ = try ExternalProgram.output(of: ["glpsol", option, model.path, "-w", answer.path])
      return try glpkObjective(String(contentsOf: answer, encoding: .utf8))
    case .cbc:
      _ = try ExternalProgram.output(of: ["cbc", model.path, "-solve", "-solu", answer.path, "-quit"])
      // "Optimal - objective value 3.00000000"
      let words = try String(contentsOf: answer, encoding: .utf8).split(whereSeparator: \.isWhitespace)
      return words.first == "Optimal" ? Double(words[4]) : nil
    case .highs:
      let script = """
        import highspy, sys
        h = highspy.Highs()
        h.silent()
        assert h.readModel(sys.argv[1]) == highspy.HighsStatus.kOk
        h.run()
        optimal = h.getModelStatus() == highspy.HighsModelStatus.kOptimal
        print(repr(h.getInfo().objective_function_value) if optimal else "none")
        """
      let output = try ExternalProgram.output(of: ["python3", "-c", script, model.path])
      return Double(output.split(whereSeparator: \.isNewline).last ?? "")
    }
  }

  /// From "s mip rows columns status objective" or "s bas rows columns primal dual objective".
  private func glpkObjective(_ answer: String) -> Double? {
    guard let line = answer.split(separator: "\n").first(where: { $0.hasPrefix("s ") }) else { return nil }
    let words = line.split(separator: " ")
    let isOptimal = words[1] == "mip" ? words[4] == "o" : words[4] == "f" && words[5] == "f"
    return isOptimal ? words.last.flatMap { Double($0) } : nil
  }
}
