internal import ArgumentParser
internal import Intake
internal import Solving

/// How the command ends. The one place where errors become statuses.
enum ExitStatus: Int32 {
  /// The answer is no: a plan breaks rules, or there is none.
  case no = 1
  /// The command line cannot be meant (`EX_USAGE`).
  case usage = 64
  /// A file has something wrong in it (`EX_DATAERR`).
  case badInput = 65
  /// A defect of Cadre (`EX_SOFTWARE`).
  case defect = 70
  /// The system could not read or write (`EX_IOERR`).
  case inputOutput = 74
  /// Stopped from the keyboard or by the system, with the best plan so far saved (128 + `SIGINT`).
  case interrupted = 130

  /// Ends a run that has already said why.
  var exit: ExitCode { ExitCode(rawValue) }

  /// Says on standard error what went wrong and ends the process.
  static func exit(for error: any Error) -> Never {
    guard let (status, message) = meaning(of: error) else { Cadre.exit(withError: error) }
    StandardStream.error.tell(message)
    Cadre.exit(withError: status.exit)
  }

  /// The status and the words for an error of a run; `nil` for what the parser of the command line throws
  /// (its help among it), which knows its own.
  static func meaning(of error: any Error) -> (status: ExitStatus, message: String)? {
    switch error {
    case let error as InputError:
      return (.badInput, error.diagnostics.map(\.description).joined(separator: "\n"))
    case let error as FileError:
      return (.inputOutput, "Error: \(error)")
    case let error as UsageError:
      return (.usage, "Error: \(error.message)")
    case let error as DirectorySelectionError:
      return (.usage, "Error: \(error)")
    case let error as NewWorkspaceError:
      return (.usage, "Error: \(error)")
    case SolvingError.infeasible, SolvingError.noneFound:
      return (.no, "\(error)")
    case let error as PlanDefect:
      return (.defect, "Error: \(error)")
    default:
      // The parser gives its own errors other codes than this one, which is for errors it does not know.
      guard !(error is ExitCode), Cadre.exitCode(for: error) == .failure else { return nil }
      return (.defect, "Error: \(error)\nThis is a defect of Cadre.")
    }
  }
}

/// A command line that cannot be meant, as is seen only with the files at hand.
struct UsageError: Error, Hashable {
  /// What is wrong and what would be right.
  let message: String
}
