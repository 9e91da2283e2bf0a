extension Hostile {
  /// Short names: the fewer bytes a field has, the more of them are found.
  static let sdl = #"""
    schema { query: Query mutation: Mutation subscription: Subscription }

    directive @mark(as: [Colour!] = [RED], in: In) repeatable on
      | QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD
      | INLINE_FRAGMENT | VARIABLE_DEFINITION
    directive @once on FIELD | QUERY

    type Query {
      me: Dog
      all: [Pet]
      pets(first: Int = 2, in: In, one: One, of: [Colour!]): [Pet!]!
      any: [Any]
      node(id: ID!): Node
      maze: [[[Pet!]!]]!
      echo(
        i: Int, f: Float, s: String, b: Boolean, d: ID, c: Colour, date: Date, raw: Raw, in: In,
        one: One, is: [Int], strict: [Int!]!= [1], deep: [[Int]], default: Int! = 7, on: [In!]
      ): String
      query: Query
      fails: String
      late: [Pet!]
      stranger: Node
      strangers: [Any!]!
    }

    type Mutation { add(by: Int! = 1): Int! set(in: In!): Query fails: Int! }
    type Subscription { pet(id: ID): Pet  ticks: Int! }

    interface Node { id: ID! }
    interface Pet implements Node { id: ID! name(as: Colour): String! friend: Pet friends: [Pet!]! }
    type Dog implements Pet & Node {
      id: ID! name(as: Colour, extra: Int): String! friend: Pet friends: [Dog!]! barks: Boolean!
      large: Int endless: Float text: String! mixed: [Int] colour: Colour! since: Date raw: Raw
      same: Int
    }
    type Cat implements Pet & Node {
      id: ID! name(as: Colour): String! friend: Pet friends: [Pet!]! lives: Int! text: String
      mixed: [String!] bare: [Int!]! colour: Colour fails: Int! same: Int
    }
    type Stone { weight: Float! same: String colour: [Colour!]! hit(with: One!): Stone! }
    union Any = Dog | Cat | Stone
    union Own = Stone

    enum Colour { RED GREEN @deprecated BLUE }
    input In {
      i: Int = 3 f: Float! = 1.5 s: String c: Colour = RED d: ID date: Date
      is: [Int!] in: In ins: [In!] one: One raw: Raw need: Int! = 0
    }
    input One @oneOf { i: Int s: String in: In is: [Int!] one: One }
    input Must { a: Int! b: [Must!] }
    scalar Date @specifiedBy(url: "https://example.org/date")
    scalar Raw
    """#
}
