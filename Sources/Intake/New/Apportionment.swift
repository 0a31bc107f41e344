/// Shares of a whole in proportion to weights, each within bounds of its own, as whole numbers.
enum Apportionment {
  /// Largest remainders (Hamilton). A share that would fall below its least is given that, and the others
  /// share what is left; then the same with the most. The sum is the total wherever the bounds allow it.
  ///
  /// - Parameters:
  ///   - total: What is shared out, not negative.
  ///   - weights: One a share, positive.
  ///   - least: The least of each share.
  ///   - most: The most of any share, not below any least.
  /// - Complexity: O(shares²) at worst; O(shares log shares) where few rounds meet a bound.
  static func shares(of total: Int, weights: [Int], least: [Int], most: Int) -> [Int] {
    var shares = least
    var open = Array(weights.indices)
    var left = total
    while !open.isEmpty {
      let sum = open.reduce(0) { $0 + weights[$1] }
      // Compared as products, so that nothing is rounded.
      let low = open.filter { left * weights[$0] < least[$0] * sum }
      let high = low.isEmpty ? open.filter { left * weights[$0] > most * sum } : []
      if low.isEmpty, high.isEmpty {
        let rests = open.sorted { (left * weights[$1] % sum, $0) < (left * weights[$0] % sum, $1) }
        for share in open { shares[share] = left * weights[share] / sum }
        let given = open.reduce(0) { $0 + shares[$1] }
        for share in rests.prefix(left - given) { shares[share] += 1 }
        break
      }
      for share in low { left -= least[share] }
      for share in high {
        shares[share] = most
        left -= most
      }
      let fixed = Set(low + high)
      open.removeAll { fixed.contains($0) }
      left = max(0, left)
    }
    return shares
  }
}
