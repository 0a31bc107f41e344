import Foundation
import TestSupport
import Testing

/// What each target may import of this package, and what of others: the table of CONTRIBUTING.md.
private let allowed: [String: Set<String>] = [
  "CGLPK": [],
  "MIP": ["CGLPK"],
  "Planning": [],
  "Intake": ["Planning", "Crypto", "Yams"],
  "Solving": ["Planning", "MIP"],
  "Reporting": ["Planning"],
  "Benchmarking": ["Planning", "Solving", "Intake"],
  "cadre": ["MIP", "Planning", "Intake", "Solving", "Reporting", "Benchmarking", "ArgumentParser"],
]

/// Parts of the language and the system, which every target may use; Planning takes Foundation's essentials
/// and nothing more.
private let system: Set<String> = [
  "Swift", "Synchronization", "Dispatch", "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin",
]

private struct Import: Hashable, CustomStringConvertible {
  let target: String
  let file: String
  let module: String
  var description: String { "\(file) imports \(module)" }
}

private let root = Project.root

private func sources(of target: String, ending: Set<String>) throws -> [URL] {
  let folder = root.appending(components: "Sources", target)
  let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
  return files.compactMap { $0 as? URL }.filter { ending.contains($0.pathExtension) }
}

private func targets() throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path()).sorted()
}

private func imports(of target: String) throws -> [Import] {
  let statement =
    #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)/#
    .anchorsMatchLineEndings()
  return try sources(of: target, ending: ["swift"]).flatMap { file in
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.matches(of: statement).map {
      Import(target: target, file: file.lastPathComponent, module: String($0.1))
    }
  }
}

@Suite struct ImportTests {
  @Test func theScanFindsImports() throws {
    #expect(try imports(of: "MIP").contains { $0.file == "Engine.swift" && $0.module == "CGLPK" })
  }

  @Test func everyTargetIsInTheTable() throws {
    #expect(try targets() == allowed.keys.sorted())
  }

  @Test(arguments: allowed.keys.sorted())
  func targetImportsOnlyWhatItMay(target: String) throws {
    let found = try imports(of: target)
    let may = allowed[target]!.union(system)
    #expect(found.filter { !may.contains($0.module) } == [])
  }

  @Test func planningNeedsNoMoreThanTheEssentials() throws {
    let found = try imports(of: "Planning").filter { $0.module != "FoundationEssentials" }
    #expect(found == [])
  }

  /// The rest of Foundation loads ICU; only the data of time zones need it.
  @Test func allOfFoundationIsImportedWhereItIsNeededOnly() throws {
    let found = try targets().flatMap(imports(of:)).filter { $0.module == "Foundation" }
    #expect(found.map(\.file) == ["ClockChanges.swift"])
  }

  @Test func onlyTheGuardedLayerCallsGLPK() throws {
    for target in try targets() where target != "CGLPK" {
      for file in try sources(of: target, ending: ["swift", "c", "h"]) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.firstMatch(of: #/\bglp_/#) == nil, "\(file.lastPathComponent)")
      }
    }
    let interface = try String(
      contentsOf: root.appending(path: "Sources/CGLPK/include/CGLPK.h"), encoding: .utf8)
    #expect(interface.firstMatch(of: #/#include\s*<glpk/#) == nil, "CGLPK's own interface hides glpk.h")
  }
}
