import Foundation
import Testing

@testable import Intake

struct WholeFileTests {
  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func writesAndReplaces() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/plans/new/p.json"
      try WholeFile.write("one", to: path)
      #expect(try text(path) == "one")
      try WholeFile.write("two", to: path)
      #expect(try text(path) == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/plans/new") == ["p.json"])
    }
  }

  @Test func keepsPermissionsAndFollowsLinks() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/p.json"
      try WholeFile.write("one", to: path)
      #expect(chmod(path, 0o640) == 0)
      #expect(symlink("p.json", folder + "/latest.json") == 0)
      try WholeFile.write("two", to: folder + "/latest.json")
      #expect(try text(path) == "two")
      var status = stat()
      #expect(lstat(folder + "/latest.json", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    }
  }

  @Test func leavesWhatAKilledProcessLeftBehind() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/p.json"
      let rest = "\(folder)/.p.json.\(getpid()).0.partial"
      try Data("half".utf8).write(to: URL(filePath: rest))
      try WholeFile.write("whole", to: path)
      #expect(try text(path) == "whole")
      #expect(try text(rest) == "half")
    }
  }

  @Test func saysWhatTheSystemSaid() throws {
    try withTemporaryFolder { folder in
      #expect(throws: FileError(path: folder, action: "write", reason: "Is a directory")) {
        try WholeFile.write("x", to: folder)
      }
      try WholeFile.write("x", to: folder + "/file")
      #expect(throws: FileError(path: folder + "/file/below", action: "make the folder", reason: "Not a directory"))
      {
        try WholeFile.write("x", to: folder + "/file/below/p.json")
      }
    }
  }

  /// A device that is always full stands for a disk that is.
  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
  func saysThatTheDiskIsFull() {
    let error = #expect(throws: FileError.self) { try WholeFile.write("x", to: "/dev/full") }
    #expect(error?.description == "cannot write /dev/full: No space left on device")
  }

  @Test func aWriteThatFailsLeavesTheOldFile() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/p.json"
      try WholeFile.write("old", to: path)
      // A name so long that the temporary file's is too long for the file system.
      let long = folder + "/" + String(repeating: "n", count: 250)
      #expect(throws: FileError(path: long, action: "write", reason: "File name too long")) {
        try WholeFile.write("new", to: long)
      }
      #expect(try text(path) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["p.json"])
    }
  }
}

struct PathTests {
  @Test(arguments: [("a/b", "a", "b"), ("b", ".", "b"), ("/b", "/", "b"), ("a/b/", "a", "b"), ("/", "/", "/")])
  func partsOfAPath(path: String, folder: String, name: String) {
    #expect(Path.folder(of: path) == folder)
    #expect(Path.name(of: path) == name)
  }

  @Test(arguments: [
    ("/w", "/w/plans", ".."), ("/w", "/w", "."), ("/w", "/plans", "../w"), ("/a/b", "/a/c/d", "../../b"),
    ("/w/x", "/w", "x"),
  ])
  func theWayFromAFolder(target: String, folder: String, way: String) {
    #expect(Path.relative(target, from: folder) == way)
  }

  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), (".", "b", "b"), ("a", "/b", "/b"), ("", "b", "b"), ("a", "..", "a/.."),
  ])
  func joins(folder: String, path: String, joined: String) { #expect(Path.join(folder, path) == joined) }
}
