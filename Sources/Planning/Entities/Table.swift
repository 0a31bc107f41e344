/// Entities in the order of their file, found by position or by key.
public struct Table<Entity: Identifiable & Sendable>: RandomAccessCollection, Sendable
where Entity.ID == String {
  private let entities: [Entity]
  private let positions: [String: Int]

  /// - Precondition: No two entities have the same key.
  public init(_ entities: [Entity]) {
    self.entities = entities
    positions = Dictionary(uniqueKeysWithValues: entities.enumerated().map { ($1.id, $0) })
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entities.count }
  public subscript(position: Int) -> Entity { entities[position] }

  /// The entity with a key. O(1).
  public subscript(id id: String) -> Entity? { positions[id].map { entities[$0] } }

  /// The position of a key. O(1).
  public func position(of id: String) -> Int? { positions[id] }
}
