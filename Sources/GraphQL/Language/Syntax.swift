/// The executable part of a document: its nodes in one array, each before what is in it.
///
/// A node is eight bytes and refers to the source, so that a document costs little more than its
/// tokens. What a person or an executor asks of it is made of the nodes when it is asked for; the
/// walk of validation goes over the nodes themselves.
struct Syntax: Sendable {
  let bytes: [UInt8]
  private(set) var nodes: [Node] = []

  /// Nothing read of the bytes yet.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Pages that are never written cost nothing; a token is mostly four bytes and more.
    nodes.reserveCapacity(bytes.count / 4 + 8)
  }

  // MARK: Writing

  /// Begins a node; what is added until it is closed is in it.
  mutating func open(_ kind: Node.Kind, at start: Int) -> Int {
    nodes.append(Node(kind, at: start))
    return nodes.count - 1
  }

  mutating func close(_ node: Int) {
    nodes[node].size = nodes.count - node
  }

  mutating func add(_ kind: Node.Kind, at start: Int) {
    nodes.append(Node(kind, at: start))
  }

  mutating func remove(from node: Int) {
    nodes.removeLast(nodes.count - node)
  }

  // MARK: Walking

  func kind(_ node: Int) -> Node.Kind { nodes[node].kind }

  func start(_ node: Int) -> Int { nodes[node].start }

  func position(_ node: Int) -> Position { Position(nodes[node].start) }

  /// The node after everything that is in this one.
  func end(_ node: Int) -> Int { node + nodes[node].size }

  /// The nodes in this one, without those in them.
  func children(_ node: Int) -> Siblings {
    Siblings(nodes: nodes, first: node + 1, end: end(node))
  }

  /// The nodes from that one to the last, without those in them.
  func siblings(from first: Int) -> Siblings {
    Siblings(nodes: nodes, first: first, end: nodes.count)
  }

  /// The nodes that are in no other.
  var roots: Siblings { siblings(from: 0) }

  /// Nodes that stand beside one another, by their numbers.
  struct Siblings: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate(set) var first: Int
    let end: Int

    /// These nodes with all that is in them.
    var nodeRange: Range<Int> { first..<end }
    var isEmpty: Bool { first >= end }
    /// How many they are, so that an array of what is made of them has just the room for it.
    var underestimatedCount: Int {
      var count = 0
      var node = first
      while node < end {
        node += nodes[node].size
        count += 1
      }
      return count
    }

    mutating func next() -> Int? {
      guard first < end else { return nil }
      defer { first += nodes[first].size }
      return first
    }
  }

  /// The arguments of a field or directive, or the fields of an input object.
  func arguments(_ node: Int) -> Siblings {
    var start = node + 1
    let limit = end(node)
    if start < limit, kind(start) == .name { start += 1 }
    var end = start
    while end < limit, kind(end) == .argument { end = self.end(end) }
    return Siblings(nodes: nodes, first: start, end: end)
  }

  /// The child of that kind.
  func child(_ kind: Node.Kind, of node: Int) -> Int? {
    children(node).first { self.kind($0) == kind }
  }

  // MARK: Text

  /// The bytes of the name that begins there.
  func name(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end].isNameContinue { end += 1 }
    return start..<end
  }

  /// The bytes of a token of which it is known that it is one: a node's first.
  func token(at start: Int) -> Range<Int> {
    var lexer = Lexer(bytes, from: start)
    do throws(SyntaxError) {
      let token = try lexer.next()
      return token.start..<token.end
    } catch {
      preconditionFailure("a token that was read is none any more: \(error.message)")
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// What was read of a document, for all that refer to it.
final class SyntaxTree: Sendable {
  let syntax: Syntax

  init(_ syntax: Syntax) {
    self.syntax = syntax
  }
}
