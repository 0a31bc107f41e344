import Foundation
import Planning
import TestSupport
import Testing

@testable import Intake

/// The samples are what the commands in samples/README.md make.
struct SampleTests {
  private static let folder = Project.root.appending(path: "samples").path

  /// `cadre new samples/district --pattern district --seed 1`: the sample's name, then its options.
  private static let commands: [[String]] = {
    let text = (try? String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("cadre new samples/") }.map { line in
      line.dropFirst("cadre new samples/".count).split(separator: " ").map(String.init)
    }
  }()

  @Test func areFour() {
    #expect(Self.commands.compactMap(\.first) == ["district", "mentoring", "alliance", "conference"])
  }

  @Test(arguments: commands)
  func areWhatTheirCommandsMake(command: [String]) throws {
    var options: [String: String] = [:]
    for position in stride(from: 1, to: command.count, by: 2) { options[command[position]] = command[position + 1] }
    func number(_ name: String) -> Int? { options.removeValue(forKey: name).flatMap { Int($0) } }
    let pattern = try #require(Pattern(rawValue: options.removeValue(forKey: "--pattern") ?? ""))
    let seed = try #require(number("--seed"))
    let sizes = WorkspaceSizes(
      leaders: number("--leaders"), series: number("--series"), coaching: number("--coaching"))
    #expect(options.isEmpty)

    let workspace = try NewWorkspace(pattern: pattern, seed: UInt64(seed), sizes: sizes)
    let sample = "\(Self.folder)/\(command[0])"
    for (name, text) in workspace.files {
      let kept = try String(contentsOfFile: "\(sample)/\(name)", encoding: .utf8)
      #expect(kept == text, "\(command[0])/\(name)")
    }
    let names = try Folder.names(in: sample).filter { $0 != "plans" }
    #expect(names == workspace.files.map(\.name).sorted())
    let read = try Workspace(reading: sample).scenario
    #expect((6...12).contains(read.schools.count))
  }
}
