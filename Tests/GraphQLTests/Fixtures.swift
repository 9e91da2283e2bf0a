/// Documents that use the whole grammar.
enum Fixtures {
  static let executableKitchenSink = #"""
    "What the operation is for"
    query Everything(
      "a described variable" $id: ID! = "x", $list: [[Int!]!]! = [[1], [2, 3]] @marked(as: [A]),
      $input: Input = {a: 1.5e3, b: {c: null, d: [true, false]}, e: ENUM}
    ) @onQuery(text: """block "text" """) {
      alias: field(id: $id, flag: true, none: null, number: -0.5, name: "\u{e4}\n") @include(if: true) {
        ... on Type @onInline { a: __typename query mutation fragment on true: false }
        ... @skip(if: $flag) { null }
        ... { deep { deeper { deepest(list: [$id, {k: $list}]) } } }
        ...Part @onSpread(a: 1) @onSpread(a: 2)
      }
    }

    mutation { write(input: {}) { ok } }

    subscription Watch { events(after: 12345678901234567890) { id } }

    """
    A described
      fragment
    """
    fragment Part on Type @onFragment { id, type input extend schema }
    """#

  static let schemaKitchenSink = #"""
    "The schema" schema @a { query: Query mutation: Mutation }
    extend schema @b { subscription: Subscription }
    extend schema @c

    """
    A type
    """
    type Query implements One & Two @a(b: [1, {c: ENUM}]) {
      "A field" field("An argument" a: Int = 1 @x, b: [String!]! = ["a"]): [Query!]! @deprecated
      plain: ID
      """
      Several
        lines
      """
      more(a: Int, b: In = {c: 1}): Float!
    }
    type Empty
    extend type Query implements & Three { extra: Int }
    extend type Query @only
    interface One implements Two { field: Int }
    extend interface One { more: Int }
    union U @a = | A | B
    union None
    extend union U = C
    scalar Date @specifiedBy(url: "https://example.org/date")
    extend scalar Date @d
    "An enum" enum E { "A value" A @deprecated(reason: "old") B }
    extend enum E { C }
    "An input" input In @oneOf { "A field" a: Int = 3 @x b: [In!] }
    extend input In { c: Boolean }
    "A directive" directive @d("An argument" a: Int! = 1, b: [E]) repeatable on | FIELD | QUERY
    directive @e on SCHEMA
    """#
}
