/// Turns a stored body of one version into the next one, so that old records are read for ever.
///
/// Records are never rewritten: a body keeps the version under which it was stored and hashed, and is
/// brought up to date on its way out, one version at a time.
public struct Upcaster: Sendable {
  /// The type whose bodies it turns.
  public var type: EventType
  /// The version that it takes; it gives the next one.
  public var from: Int
  /// The body's bytes, reason included, in the next version.
  public var turn: @Sendable ([UInt8]) throws(EventError) -> [UInt8]

  /// An upcaster of that type from that version.
  public init(
    type: EventType, from: Int, turn: @escaping @Sendable ([UInt8]) throws(EventError) -> [UInt8]
  ) {
    self.type = type
    self.from = from
    self.turn = turn
  }

  /// Those that this build knows: none, as every type is at its first version.
  public static let all: [Upcaster] = []

  /// The body in the version that this build reads.
  ///
  /// - Throws: `EventError.newerSchema` where it is of a later one.
  static func current(
    _ body: [UInt8], type: EventType, version: Int, by upcasters: [Upcaster]
  ) throws(EventError) -> [UInt8] {
    let steps = upcasters.filter { $0.type == type }
    let wanted = max(type.schemaVersion, steps.map { $0.from + 1 }.max() ?? 0)
    guard version <= wanted else { throw .newerSchema(type: type, version: version) }
    var body = body
    for version in version..<wanted {
      guard let step = steps.first(where: { $0.from == version }) else {
        throw .corrupt(reason: "\(type.name) of version \(version)")
      }
      body = try step.turn(body)
    }
    return body
  }
}
