import MIP
import TestSupport

extension Program {
  /// A multi-dimensional knapsack that takes branch and bound a while.
  static func knapsack(items: Int, rows: Int, seed: UInt64) -> Program {
    var random = SplitMix(seed: seed)
    var program = Program(.maximize)
    let take = (0..<items).map { _ in
      program.add(.binary, objective: Double(random.int(50...100)))
    }
    for _ in 0..<rows {
      let weights = take.map { _ in random.int(20...100) }
      program.require(zip(weights, take).sum { $0 * $1 } <= weights.reduce(0, +) / 2)
    }
    return program
  }
}
