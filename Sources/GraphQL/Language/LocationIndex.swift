/// Finds lines and columns of many places in one source.
///
/// One pass over the source, as far as it is needed, leaves a waypoint every 4,096 bytes, so that a
/// hundred errors at the end of a long document cost one pass and not a hundred.
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
    let target = min(position.offset, bytes.count)
    survey(to: target)
    var waypoint = waypoints[target / LocationIndex.stride]
    advance(&waypoint, to: target)
    return SourceLocation(line: waypoint.line, column: waypoint.column)
  }

  mutating func locations(of positions: [Position]) -> [SourceLocation] {
    positions.map { location(of: $0) }
  }

  /// Leaves waypoints as far as they are needed: what is wrong at the beginning of a long document is
  /// told without looking at the rest.
  private mutating func survey(to target: Int) {
    // A byte order mark is no column.
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var waypoint = waypoints.last ?? Waypoint(offset: 0, column: hasMark ? 0 : 1)
    if waypoints.isEmpty { waypoints.append(waypoint) }
    while waypoint.offset + LocationIndex.stride <= target {
      advance(&waypoint, to: waypoint.offset + LocationIndex.stride)
      waypoints.append(waypoint)
    }
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
