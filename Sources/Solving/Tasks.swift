internal import Dispatch
internal import Synchronization

/// Runs numbered tasks on several threads and returns their results in the order of the numbers.
///
/// Which thread runs which task is left to chance; a task must depend on nothing but its number, so the
/// results do not.
/// - Parameters:
///   - count: How many tasks.
///   - threads: How many threads, 1 or more.
///   - body: One task. GLPK's state is per thread and a task stays on one, so it may call the solver.
func runTasks<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(body) }
  let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard task < count else { return }
      let result = body(task)
      results.withLock { $0[task] = result }
    }
  }
  return results.withLock { $0.map { $0! } }
}
