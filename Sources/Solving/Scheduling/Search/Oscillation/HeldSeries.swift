/// A series that is placed, or would be, with what its dates cost.
struct HeldSeries: Sendable {
  let index: Int
  let placement: Placement
  let dates: PricedDates
}
