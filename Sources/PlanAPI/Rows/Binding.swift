internal import Events
internal import GraphQL
internal import Projections

extension Cursor.Binding {
  /// What binds cursors of a list.
  ///
  /// - Parameters:
  ///   - source: what the rows are of, such as `plan/LV-HTP-2021`.
  ///   - arguments: the field's arguments; clocks and those that pick a page are apart.
  init(
    _ point: ReadingPoint, hasEffective: Bool, source: String, field: String,
    _ arguments: Arguments
  ) {
    var digest = FNV1a()
    digest.add(field)
    digest.add(source)
    digest.add(point.publishedBy?.description ?? "")
    digest.add(point.provenance?.inOrder.map(\.description).joined(separator: " ") ?? "")
    let apart: Set = [
      "first", "last", "after", "before", "effectiveAt", "publishedBy", "recordedBy", "provenance",
      "to", "fromRecorded", "toRecorded",
    ]
    for entry in arguments.entries where !apart.contains(entry.name) {
      digest.add(entry.name)
      digest.add(entry.value)
    }
    self.init(
      position: point.position, effectiveAt: hasEffective ? point.effectiveAt.description : "",
      digest: digest.value)
  }
}

/// The 64-bit FNV-1a hash: the same in every process, as Swift's own is not.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // No byte of UTF-8 is 255: it keeps neighbours apart.
    add(0xFF)
  }

  mutating func add(_ input: InputValue) {
    switch input {
    case .null: add("null")
    case .boolean(let flag): add(flag ? "true" : "false")
    case .int(let number): add(String(number))
    case .double(let number): add(number.description)
    case .string(let text): add("\"" + text)
    case .enumeration(let name): add(name)
    case .list(let elements):
      add("[")
      for element in elements { add(element) }
      add("]")
    case .object(let entries):
      add("{")
      for entry in entries {
        add(entry.name)
        add(entry.value)
      }
      add("}")
    }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
