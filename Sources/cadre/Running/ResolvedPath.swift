internal import Intake

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A path as the system resolves it: absolute, without links or dots. What it leads to, and the last
/// folders on the way, need not exist.
struct ResolvedPath: Hashable {
  let text: String

  init(_ path: String) {
    if let found = realpath(path, nil) {
      defer { free(found) }
      text = String(cString: found)
      return
    }
    let folder = Path.folder(of: path)
    guard folder != path else {
      text = path
      return
    }
    let parent = ResolvedPath(folder).text
    switch Path.name(of: path) {
    case "", ".": text = parent
    case "..": text = Path.folder(of: parent)
    case let name: text = Path.join(parent, name)
    }
  }

  /// How it is reached from a folder: `..`, `../west`, `.`.
  func seen(from folder: ResolvedPath) -> String { Path.relative(text, from: folder.text) }
}
