/// Cases for whole chapters of the specification, one a line. What is expected was read from its
/// text, the September 2025 edition.
enum SpecificationCases {
  static func cases(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// §2: documents by the grammar.
  static let documents = cases(
    #"""
    query Q { a }
    "d" query Q { a }
    """b""" fragment F on T { a }
    query ("d" $a: Int) { a }
    query ("d" $a: Int = 1 @x) { a }
    { a(x: "\u{1F600}") }
    { a(x: "\uD83D\uDE00") }
    { a(x: """\"""""") }
    { a(x: """""") }
    { a(x: "") }
    { a(x: 0) }
    { a(x: -0) }
    { a(x: 1e400) }
    {a(x:1.0e-5)}
    { a }
    { a,,,b }
    subscription { a }
    type T
    type T implements A
    interface I implements J
    type T implements & A & B
    union U
    union U = | A
    enum E
    input I
    extend schema @a
    extend scalar S @a
    extend type T implements A
    schema { query: Q }
    "d" schema { query: Q }
    directive @a on FIELD
    directive @a repeatable on | FIELD | QUERY
    directive @a("d" x: Int = 1 @b) on FIELD
    { on }
    { fragment }
    { a(on: on) }
    { a(x: {}) }
    { a(x: []) }
    { a(x: $y) }
    { a @b(c: $d) }
    fragment F on on { a }
    query query { query }
    { a { ... on B { c } ... @include(if: true) { d } ...F } }
    enum E { on type query }
    type type { type: type }
    extend union U = A
    extend enum E { A }
    extend input I { a: Int }
    extend interface I implements J
    {a(x:"\u{0}")}
    {a(x:"\u{10FFFF}")}
    {a(x:"\u{00000041}")}
    {a}
    interface I { a: Int }
    extend type T @a
    { a(x: 1.5E+3) }
    {a(x:-1)}
    """#)

  /// §2: texts that the grammar does not have.
  static let noDocuments = cases(
    #"""
    {}
    { a
    { a( ) }
    query Q
    query () { a }
    { a {} }
    { a(x: 00) }
    { a(x: 01) }
    { a(x: 1.) }
    { a(x: .5) }
    { a(x: 1e) }
    { a(x: 1a) }
    { a(x: 1.5x) }
    { a(x: 0x1) }
    { a(x: 1_000) }
    { a(x: -) }
    { a(x: +1) }
    { a(x: "\q") }
    { a(x: "\u12") }
    { a(x: "\uD83D") }
    { a(x: "\uDE00") }
    { a(x: "\uD83D\u0041") }
    { a(x: "\u{110000}") }
    { a(x: "\u{D800}") }
    { a(x: "\u{}") }
    { a(x: "\u{FFFFFFFFF}") }
    { a(x: "\u{1F600") }
    { a(x: """abc) }
    fragment on on T { a }
    fragment F($x: Int) on T { a }
    query ($a: Int = $b) { a }
    type T {}
    enum E {}
    input I {}
    enum E { true }
    enum E { null }
    enum E { false }
    "d" { a }
    extend type T
    extend schema
    extend scalar S
    extend union U
    extend enum E
    extend input I
    schema {}
    schema
    directive @a on
    directive @a on NOWHERE
    directive @a repeatable
    union U =
    { a(x: $) }
    { ... }
    { ...on }
    "d" extend type T { a: Int }
    { a(x: 'y') }
    { a ? }
    { a: }
    query Q($a) { a }
    query Q($a: [Int) { a }
    query Q($a: Int!!) { a }
    type T { a: Int!! }
    {
    { a }}
    type T { a() : Int }
    type T { a: }
    input I { a(b: Int): Int }
    interface I { }
    "a" "b" type T { a: Int }
    { a @ }
    { a(x: ...)}
    {a(x:"\u{1F60 0}")}
    extend directive @a on FIELD
    type T { a(x: Int = $y): Int }
    type T @a(x: $y) { a: Int }
    { a(x: 1.0e) }
    {a(x:0.)}
    {a(x: -01)}
    {a(x:1..2)}
    type T implements A, B { a: Int }
    """#)
}
