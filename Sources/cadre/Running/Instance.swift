internal import ArgumentParser
internal import Benchmarking
internal import Intake
internal import Solving

/// The families of published instances.
enum InstanceFormat: String, CaseIterable, ExpressibleByArgument {
  /// Generalised assignment.
  case gap
  /// Linear assignment.
  case assign
  /// Curriculum-based course timetabling.
  case ctt
}

/// A published instance, of whichever family.
enum Instance {
  case gap(GeneralisedAssignmentInstance)
  case assign(AssignmentInstance)
  case ctt(CourseInstance)

  /// The largest file that is read: far above any published.
  private static let largest = 1 << 30

  /// - Throws: What is wrong with the file, at its first wrong line.
  init(reading path: String, as format: InstanceFormat) throws(InputError) {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path, limit: Self.largest)
    } catch {
      throw InputError([error.diagnostic(file: path)])
    }
    do {
      switch format {
      case .gap: self = .gap(try GeneralisedAssignmentInstance(reading: bytes))
      case .assign: self = .assign(try AssignmentInstance(reading: bytes))
      case .ctt: self = .ctt(try CourseInstance(ctt: String(decoding: bytes, as: UTF8.self)))
      }
    } catch let error as NumberFileError {
      throw InputError([Diagnostic(file: path, line: error.line, message: error.message)])
    } catch let error as CourseFileError {
      throw InputError([Diagnostic(file: path, line: error.line, message: error.message)])
    } catch {
      preconditionFailure("\(error) is no error of reading an instance")
    }
  }

  /// The effort that fits a time.
  func effort(seconds: Double, threads: Int) -> Effort {
    switch self {
    // More than fits on any machine: the clock ends it, or the proof.
    case .gap, .assign: Effort(max(1, Int(seconds * 100)))
    case .ctt(let instance): instance.effort(seconds: seconds, threads: threads)
    }
  }

  /// Solves it.
  func solved(_ settings: SearchSettings, maximize: Bool) -> InstanceRun {
    switch self {
    case .gap(let instance): instance.solved(settings: settings, maximize: maximize)
    case .assign(let instance): instance.solved(settings: settings, maximize: maximize)
    case .ctt(let instance): instance.solved(settings: settings)
    }
  }
}
