extension Syntax {
  /// A node of the executable part of a document, or of a directive in the other part: what it is,
  /// where it begins, and how many nodes it comes to with everything in it. Eight bytes.
  struct Node {
    /// What a node is. What stands in brackets are its children in their order.
    enum Kind: UInt8 {
      /// An operation [description?, name?, variableDefinition…, directive…, selectionSet].
      case query, mutation, subscription
      /// [description?, name, name of the type, directive…, selectionSet]
      case fragment
      /// A definition of the type system, which `Syntax` does not hold, but for its directives
      /// [directive…].
      case definition
      /// [description?, name, type, value?, directive…]
      case variableDefinition
      /// A type as it is referred to, with the lists and exclamation marks around its name.
      case type
      /// [field, spread or inline…]
      case selectionSet
      /// Begins with its response key [name?, if that is an alias, argument…, directive…,
      /// selectionSet?].
      case field
      /// [name, directive…]
      case spread
      /// [name of the type?, directive…, selectionSet]
      case inline
      /// [name, argument…]
      case directive
      /// Begins with its name; the field of an input object, too [value].
      case argument
      case name
      /// A value [name].
      case variable
      /// A value [argument…].
      case object
      /// A value [value…].
      case list
      /// Values that have nothing in them.
      case int, float, string, blockString, `true`, `false`, null, enumeration
    }

    private static let sizeBits: UInt32 = 27
    /// One more than the most nodes, and the most bytes, that a document can have: 128 MiB.
    static let most = 1 << Int(sizeBits)

    private let offset: UInt32
    private var bits: UInt32

    /// A node with nothing in it so far.
    init(_ kind: Kind, at start: Int) {
      offset = UInt32(truncatingIfNeeded: start)
      bits = UInt32(kind.rawValue) << Node.sizeBits | 1
    }

    var start: Int { Int(offset) }

    var kind: Kind {
      guard let kind = Kind(rawValue: UInt8(truncatingIfNeeded: bits >> Node.sizeBits)) else {
        preconditionFailure("a node is of none of the kinds")
      }
      return kind
    }

    /// How many nodes it is with all that is in it, from 1.
    var size: Int {
      get { Int(bits & ((1 << Node.sizeBits) - 1)) }
      set { bits = (bits >> Node.sizeBits) << Node.sizeBits | UInt32(truncatingIfNeeded: newValue) }
    }
  }
}
