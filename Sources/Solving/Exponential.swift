/// e to the power of x for x of -700 to 0, by operations that IEEE 754 fixes to the last bit, so that every
/// machine gets the same.
func exponential(_ x: Double) -> Double {
  let reduced = x / 1024
  var term = 1.0
  var sum = 1.0
  for order in 1..<16 {
    term *= reduced / Double(order)
    sum += term
  }
  for _ in 0..<10 { sum *= sum }
  return sum
}
