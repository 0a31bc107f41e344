internal import FoundationEssentials
public import Planning

/// Plans as files: JSON after the schema in `docs/plan.schema.json`.
public enum PlanFile {
  /// The largest file that is read, in bytes: some forty times a plan for a whole state.
  static let largest = 512 << 20

  /// Reads a plan.
  ///
  /// - Throws: What is wrong with the file, with the place in it.
  public static func read(_ path: String) throws(InputError) -> Plan {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path, limit: largest)
    } catch {
      throw InputError([error.diagnostic(file: path)])
    }
    return try plan(from: bytes, file: path)
  }

  /// Writes a plan: keys sorted, indented, the same bytes for the same plan.
  ///
  /// - Throws: What the system said; the old file is as it was.
  public static func write(_ plan: Plan, to path: String) throws(FileError) {
    try WholeFile.write(text(of: plan), to: path)
  }

  /// A plan as it is written.
  public static func text(of plan: Plan) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(plan), as: UTF8.self) + "\n"
    } catch {
      // A plan holds text, integers and lists of them, each of which JSON can say.
      preconditionFailure("a plan cannot be encoded: \(error)")
    }
  }

  /// The plan in a file's bytes.
  static func plan(from bytes: [UInt8], file: String) throws(InputError) -> Plan {
    if let fault = UTF8Bytes.diagnostic(of: bytes, file: file) { throw InputError([fault]) }
    if let fault = JSONSyntax.firstFault(in: bytes) {
      throw InputError([PlanFault(fault, in: bytes, file: file).diagnostic])
    }
    let decoder = JSONDecoder()
    let data = Data(bytes)
    do {
      let version = try decoder.decode(Version.self, from: data).schema
      guard version == Plan.schema else {
        throw InputError([
          Diagnostic(
            file: file,
            message: "the plan has schema \(version); this program reads schema \(Plan.schema)"
              + (version > Plan.schema ? ": a newer one is needed" : ""))
        ])
      }
      return try decoder.decode(Plan.self, from: data)
    } catch let error as InputError {
      throw error
    } catch let error as DecodingError {
      throw InputError([PlanFault(error, file: file).diagnostic])
    } catch {
      throw InputError([Diagnostic(file: file, message: "this is no plan: \(error)")])
    }
  }

  private struct Version: Decodable {
    let schema: Int
  }
}
