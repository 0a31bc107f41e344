/// Why the prices of a certificate prove nothing, in words.
struct PriceFlaw: Error {
  /// What is wrong, with the values.
  let message: String
}
