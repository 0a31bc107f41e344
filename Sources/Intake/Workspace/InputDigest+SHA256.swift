internal import Crypto
internal import Planning

extension InputDigest.File {
  /// The digest of a file's bytes, exactly as they are.
  init(name: String, bytes: [UInt8]) {
    self.init(name: name, sha256: SHA256.hash(data: bytes).hexadecimal)
  }
}

extension InputDigest {
  /// The digest of some files, each name once.
  ///
  /// It is that of the lines `sha256sum` prints for the files, sorted by name: digest, two spaces, name.
  init(_ files: [File]) {
    let sorted = files.sorted { $0.name < $1.name }
    let lines = sorted.map { "\($0.sha256)  \($0.name)\n" }.joined()
    self.init(sha256: SHA256.hash(data: Array(lines.utf8)).hexadecimal, files: sorted)
  }
}

extension SHA256Digest {
  /// In lower case.
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
