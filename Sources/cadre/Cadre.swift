internal import ArgumentParser

@main
struct Cadre: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plans professional learning that teachers lead themselves.", version: "0.1.0")
}
