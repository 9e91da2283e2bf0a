/// §3: type systems.
extension SpecificationCases {
  /// What stands before each text that does not begin with an equals sign.
  private static let query = "type Query { a: Int } "

  private static func schemas(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      line.hasPrefix("= ") ? String(line.dropFirst(2)) : query + line
    }
  }

  /// Schemas.
  static let validSchemas = schemas(
    #"""
    interface I { a: Int } type T implements I { a: Int }
    interface I { a: Int } interface J implements I { a: Int b: Int } type T implements J & I { a: Int b: Int }
    interface I { a: I } type T implements I { a: T }
    interface I { a: [I] } type T implements I { a: [T!]! }
    union U = A | B type A { a: Int } type B { a: Int } interface I { u: U } type T implements I { u: A }
    interface I { a(x: Int): Int } type T implements I { a(x: Int, y: Int): Int }
    interface I { a(x: Int): Int } type T implements I { a(x: Int, y: Int! = 1): Int }
    input I @oneOf { a: Int b: String }
    input I { a: I }
    input I { a: [I!]! }
    input I { a: J! } input J { a: I }
    input A { b: B = {} } input B { c: Int = 1 }
    input A { b: B = {a: null} } input B { a: A }
    scalar S @specifiedBy(url: "https://x")
    = schema { query: Q } type Q { a: Int @deprecated }
    type T { a(x: Int @deprecated): Int }
    type T { a(x: Int! = 1 @deprecated): Int }
    input I { a: Int @deprecated b: Int! = 1 @deprecated }
    enum E { A @deprecated(reason: "x") }
    directive @d(x: Int = 1) on FIELD
    directive @d(x: [E!] = [A]) on FIELD enum E { A }
    type T { a(e: E = A): Int } enum E { A }
    type T { a(i: I = {x: 1}): Int } input I { x: Int! }
    type T { a(x: [Int] = 1): Int }
    type T { a(x: Float = 1): Int }
    type T { a(x: ID = 1): Int }
    extend schema @d directive @d on SCHEMA
    extend type Query { b: Int }
    interface I { a: Int } extend type Query implements I
    type T { a(x: S = {any: [1]}): Int } scalar S
    interface A { a: Int } interface B implements A { a: Int } type T implements A & B { a: Int }
    interface I implements J { a: Int j: I } interface J { j: J }
    type T { a(i: I = {a: 1}): Int } input I @oneOf { a: Int b: Int }
    = type Query { a: Query! }
    interface I { a: String @deprecated } type T implements I { a: String }
    extend input I @oneOf input I { a: Int }
    = extend schema { query: Q } type Q { a: Int } schema { mutation: M } type M { a: Int }
    directive @d on ARGUMENT_DEFINITION directive @e(x: Int @d) on FIELD
    directive @skip(if: Boolean!) on FIELD
    directive @d(x: Int! = 1) on FIELD
    interface I { a: J } interface J { x: Int } interface K implements J { x: Int } type T implements I { a: K }
    interface I { a(x: Int = 1): Int } type T implements I { a(x: Int = 2): Int }
    type T { f(a: Int, b: Int! = 5, c: Int!): Int }
    input I { a: Int! = 5 } type T { f(i: I = {}): Int }
    enum E { A } type T { f(l: [E!] = A): Int }
    type T { f(l: [[E!]] = A): Int } enum E { A }
    input A { b: B = {a: null} } input B { a: A = {b: null} }
    input A { b: A = {b: {b: null}} }
    input A { b: A = {b: null} }
    directive @a(x: B) on OBJECT input B { a: Int @c } directive @c(y: D) on INPUT_FIELD_DEFINITION input D { e: Int }
    directive @deprecated on FIELD_DEFINITION
    scalar Int
    """#)

  /// Documents that some rule forbids.
  static let invalidSchemas = schemas(
    #"""
    = type A { a: Int }
    = schema { query: Q }
    = type Query
    type T
    interface I
    union U
    enum E
    input I
    = schema { query: Query } schema { query: Query } type Query { a: Int }
    = schema { query: Query query: Query } type Query { a: Int }
    = schema { query: Query mutation: Query } type Query { a: Int }
    = schema { query: E } enum E { A }
    = schema { query: I } input I { a: Int }
    type Query { b: Int }
    type T { a: Int a: Int }
    type T { a(x: Int, x: Int): Int }
    enum E { A A }
    input I { a: Int a: Int }
    union U = T | T type T { a: Int }
    union U = E enum E { A }
    union U = I interface I { a: Int }
    directive @d on FIELD directive @d on QUERY
    type T { __a: Int }
    type __T { a: Int }
    enum E { __A }
    input I { __a: Int }
    type T { a(__x: Int): Int }
    directive @__d on FIELD
    directive @d(__x: Int) on FIELD
    type T { a: I } input I { a: Int }
    input I { a: T } type T { a: Int }
    type T { a(x: T): Int }
    directive @d(x: Query) on FIELD
    type T { a: Nope }
    type T implements Nope { a: Int }
    type T implements T { a: Int }
    type T implements Query { a: Int }
    interface I implements I { a: Int }
    type T implements I & I { a: Int } interface I { a: Int }
    interface I { a: Int } type T implements I { b: Int }
    interface I { a: Int } type T implements I { a: String }
    interface I { a: Int! } type T implements I { a: Int }
    interface I { a(x: Int): Int } type T implements I { a: Int }
    interface I { a(x: Int): Int } type T implements I { a(x: Int!): Int }
    interface I { a: Int } type T implements I { a(x: Int!): Int }
    interface I { a: [Int] } type T implements I { a: Int }
    interface I { a: Int } interface J implements I { a: Int } type T implements J { a: Int }
    interface I implements J { a: Int } interface J implements I { a: Int }
    interface A implements B { a: Int } interface B implements C { a: Int } interface C implements A { a: Int }
    input I { a: I! }
    input I { a: J! } input J { a: I! }
    input I @oneOf { a: Int! }
    input I @oneOf { a: Int = 1 }
    type T { a(x: Int! @deprecated): Int }
    input I { a: Int! @deprecated }
    directive @d(x: Int! @deprecated) on FIELD
    type T { a(x: Int = "s"): Int }
    type T { a(x: Int = 1.5): Int }
    type T { a(x: Int! = null): Int }
    type T { a(x: Int = 2147483648): Int }
    type T { a(e: E = B): Int } enum E { A }
    type T { a(e: E = "A"): Int } enum E { A }
    type T { a(i: I = {}): Int } input I { x: Int! }
    type T { a(i: I = {x: 1, y: 2}): Int } input I { x: Int! }
    input I { a: Int = "s" }
    directive @d(x: Int = "s") on FIELD
    type T { a(i: I = {a: 1, b: 2}): Int } input I @oneOf { a: Int b: Int }
    type T { a(i: I = {a: null}): Int } input I @oneOf { a: Int b: Int }
    type T { a(i: I = {}): Int } input I @oneOf { a: Int b: Int }
    input A { a: A = {} }
    input A { b: B = {} } input B { a: A = {} }
    input A { a: [A] = [{}] }
    type T @nope { a: Int }
    type T @skip(if: true) { a: Int }
    type T @d @d { a: Int } directive @d on OBJECT
    extend type T @d type T @d { a: Int } directive @d on OBJECT
    type T @d { a: Int } directive @d(x: Int!) on OBJECT
    type T @d(y: 1) { a: Int } directive @d(x: Int) on OBJECT
    type T @d(x: "s") { a: Int } directive @d(x: Int) on OBJECT
    scalar S @specifiedBy
    scalar S @specifiedBy(url: null)
    type T @specifiedBy(url: "x") { a: Int }
    type T @deprecated { a: Int }
    type T { a: Int @deprecated(reason: null) }
    type T @oneOf { a: Int }
    extend type Nope { a: Int }
    type T { a: Int } extend input T { b: Int }
    extend type Query { a: Int }
    enum E { A } extend enum E { A }
    union U = Query extend union U = Query
    directive @a(x: Int @a) on ARGUMENT_DEFINITION
    directive @a(x: Int @b) on ARGUMENT_DEFINITION directive @b(x: Int @a) on ARGUMENT_DEFINITION
    directive @d on FIELD | FIELD
    { a }
    query { a }
    fragment F on Query { a }
    interface I { a: String } type T implements I { a: String @deprecated }
    input I @oneOf { a: Int } extend input I { b: Int! }
    directive @a(i: I) on INPUT_FIELD_DEFINITION input I { x: Int @a }
    = schema { mutation: M } type M { a: Int }
    interface I { a: [Int]! } type T implements I { a: [Int!] }
    interface I { a(x: [Int]): Int } type T implements I { a(x: Int): Int }
    union U = A type A { a: Int } interface I { u: U } type T implements I { u: Int }
    interface I { id: ID } interface J implements I { id: ID } union U = T type T implements I & J { id: ID } type V implements J { id: ID }
    type T { f(x: Boolean = 1): Int }
    type T { f(x: ID = 1.0): Int }
    type T { f(x: Float = "1"): Int }
    type T { f(x: Int = {}): Int }
    type T { f(x: String = $v): Int }
    input A { b: B = {c: 1} } input B { c: Int a: A = {b: {a: {}}} }
    input A { b: [B] = [{a: {}}] } input B { a: A = {} }
    input A { b: A = {b: {}} }
    enum E @a { A } directive @a(e: E) on ENUM
    scalar S @a directive @a(s: S) on SCALAR
    type Int { a: Int }
    type T { a: Int @deprecated @deprecated }
    extend scalar Date @specifiedBy(url: "x") scalar Date @specifiedBy(url: "y")
    interface I @oneOf { a: Int }
    schema @deprecated { query: Query }
    = schema { query: Query } extend schema { query: Query } type Query { a: Int }
    = extend type Query { a: Int }
    type T { a(x: Int): Int @deprecated(reason: "a", reason: "b") }
    union U @deprecated = Query
    type T implements I { a: Int, i: Int } interface I { i: Int } extend interface I { j: Int }
    extend type T implements I type T { a: Int } interface I { a: Int b: Int }
    """#)
}
