/// What a request may cost at most; each is a clear error when passed, never a trap.
///
/// With the limits as they are for documents from strangers, reading a document and validating it
/// takes at most 20 times its size in memory and 8 MiB besides, whatever the document: mostly it is
/// three to six times the size. The densest, `{a}{a}{a}…`, is forty bytes for each of its own, which
/// the limit on tokens ends at 12 MB.
public struct Limits: Sendable, Equatable {
  /// The length of a document in bytes of UTF-8: less than 128 MiB, whatever is set.
  public var bytes = 2 << 20
  /// The lexical tokens of a document, comments not counted.
  public var tokens = 300_000
  /// How deep selection sets, values and type references may nest, each level counted once.
  public var depth = 200
  /// The fields of a document that have an alias: each may ask for the same costly thing again.
  public var aliases = 5_000
  /// The fields that validation may look at while it compares overlapping selections.
  public var comparisons = 350_000
  /// The fields that an operation may plan after fragments are merged, for every concrete type.
  public var fields = 25_000
  /// The errors that one answer reports; what follows is summed up in one more.
  public var errors = 100

  /// The limits for documents from strangers.
  public init() {}

  /// The limits for documents of one's own, such as a schema file: 64 MiB and 16 million tokens.
  public static var trusted: Limits {
    var limits = Limits()
    limits.bytes = 64 << 20
    limits.tokens = 16_000_000
    return limits
  }
}
