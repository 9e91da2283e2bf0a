/// Finds lines and columns of many places in one source.
///
/// One pass over the source leaves a waypoint every 4,096 bytes, so that a hundred errors at the end
/// of a long document cost one pass and not a hundred.
struct LocationIndex {
  private static let stride = 4_096

  private let bytes: [UInt8]
  private var waypoints: [Waypoint] = []

  private struct Waypoint {
    var offset: Int
    var line = 1
    var column = 1
  }

  init(_ source: SourceText) {
    bytes = source.bytes
  }

  mutating func location(of position: Position) -> SourceLocation {
    if waypoints.isEmpty { survey() }
    let target = min(position.offset, bytes.count)
    var waypoint = waypoints[min(target / LocationIndex.stride, waypoints.count - 1)]
    advance(&waypoint, to: target)
    return SourceLocation(line: waypoint.line, column: waypoint.column)
  }

  mutating func locations(of positions: [Position]) -> [SourceLocation] {
    positions.map { location(of: $0) }
  }

  private mutating func survey() {
    // A byte order mark is no column.
    var waypoint = Waypoint(offset: 0)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { waypoint.column = 0 }
    while waypoint.offset + LocationIndex.stride <= bytes.count {
      waypoints.append(waypoint)
      advance(&waypoint, to: waypoint.offset + LocationIndex.stride)
    }
    waypoints.append(waypoint)
  }

  private func advance(_ waypoint: inout Waypoint, to end: Int) {
    var index = waypoint.offset
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\r") where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
        break  // CRLF is one line terminator (§2.1.2), counted at its line feed.
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        waypoint.line += 1
        waypoint.column = 1
      case 0x80..<0xC0:
        break  // The rest of a scalar that has been counted.
      default:
        waypoint.column += 1
      }
      index += 1
    }
    waypoint.offset = end
  }
}
