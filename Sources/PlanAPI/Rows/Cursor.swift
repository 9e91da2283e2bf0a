internal import Events
internal import GraphQL
internal import Projections

/// A place in one order of rows: opaque to clients, and of no use anywhere else.
///
/// It holds the ledger's position, the effective day, a digest of everything else that decides which
/// rows there are and in which order, and the key of the row. So pages never shift: a question that
/// would put other rows in other places does not accept it.
struct Cursor: Equatable {
  /// What decides which rows there are and in which order.
  struct Binding: Equatable {
    var position: UInt64
    var effectiveAt: String
    /// A digest of the field, its source, its filter and order, and the other clocks.
    var digest: UInt64
    /// The arguments that set the two clocks where the question is asked.
    var names = ClockNames()
  }

  var binding: Binding
  var key: String

  /// The form that clients keep: the parts with `|` between them, in base64url.
  var text: String {
    let digest = String(binding.digest, radix: 36)
    return Base64URL.encode(
      Array("1|\(binding.position)|\(binding.effectiveAt)|\(digest)|\(key)".utf8))
  }

  init(_ binding: Binding, key: String) {
    self.binding = binding
    self.key = key
  }

  /// Reads a cursor that belongs to a question bound so.
  init(_ text: String, argument: String, for binding: Binding) throws(FieldError) {
    guard let bytes = Base64URL.decode(text),
      let cursor = Cursor(parts: String(decoding: bytes, as: UTF8.self))
    else { throw FieldError("\(argument): \"\(text)\" is no cursor of this ledger's answers") }
    self = cursor
    let given = cursor.binding
    guard given.digest == binding.digest else {
      throw FieldError(
        "\(argument): the cursor is of another list, filter, order or clock than this one")
    }
    guard given.position == binding.position else {
      throw FieldError(
        "\(argument): the cursor stands at position \(given.position) of the ledger, and this "
          + "question at \(binding.position): ask with \(binding.names.recorded): "
          + "\"@\(given.position)\"")
    }
    guard given.effectiveAt == binding.effectiveAt else {
      throw FieldError(
        "\(argument): the cursor stands at \(given.effectiveAt), and this question at "
          + "\(binding.effectiveAt): ask with \(binding.names.effective): "
          + "\"\(given.effectiveAt)\"")
    }
  }

  private init?(parts text: String) {
    let parts = text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "1", let position = UInt64(parts[1]),
      let digest = UInt64(parts[3], radix: 36)
    else { return nil }
    binding = Binding(position: position, effectiveAt: String(parts[2]), digest: digest)
    key = String(parts[4])
  }
}

/// The arguments that set the clocks of a list, for messages.
struct ClockNames: Equatable {
  var recorded = "recordedBy"
  var effective = "effectiveAt"
}

/// Base64 with the URL-safe alphabet and no padding (RFC 4648 §5).
enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0...group.count {
        digits.append(alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63])
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in text.utf8 {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
