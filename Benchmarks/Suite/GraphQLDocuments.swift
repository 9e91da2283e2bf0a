/// The documents that engines are measured with: only what each of them knows, so nothing of the
/// edition of September 2025.
enum GraphQLDocuments {
  /// Each construct of executable documents at least once.
  static let kitchenSink = #"""
    query Everything($id: ID! = "x", $list: [[Int!]!]! = [[1], [2, 3]], $where: Filter) @live {
      alias: node(id: [$id, "other", """block "text" """], first: -12, ratio: 1.5e3, on: true) {
        id
        ... on User @onInlineFragment(reason: "of its type") {
          field2 { id, alias: field1(first: 10, after: $list) @include(if: $where) { id ...frag } }
        }
        ... @skip(unless: $where) { id }
        ... { deep { deeper { deepest(list: [$id, {k: $list, l: NONE, m: null}]) } } }
      }
    }

    mutation Like @onMutation {
      like(story: 123, input: {text: "\u00e4 \"quoted\"", tags: [ONE, TWO], nested: {a: {b: {}}}}) {
        story { id likeCount(unit: THOUSANDS) }
      }
    }

    subscription StoryLikes($input: StoryLikeInput @onVariableDefinition) {
      storyLikes(input: $input) { story { likers { count } likeSentence { text } } }
    }

    fragment frag on Friend @onFragmentDefinition {
      foo(size: $size, bar: $b, obj: {key: "value", block: """
        a text
          of several lines
        """})
    }

    { unnamed(truthy: true, falsy: false, nullish: null), query }
    """#

  /// A document of at least so many bytes, of kitchen sinks one after another.
  static func long(bytes: Int) -> String {
    String(repeating: kitchenSink + "\n\n", count: bytes / (kitchenSink.utf8.count + 2) + 1)
  }

  /// What the valid documents and the requests are for.
  static let schema = """
    type Query {
      items: [Item!]!
      item(id: ID!): Item
      plans(first: Int = 10, after: String, where: PlanFilter): PlanConnection!
      search(text: String!, kinds: [Kind!]): [Result!]!
    }
    interface Node { id: ID! }
    type Item implements Node {
      id: ID! name: String! price: Float! stock: Int! active: Boolean!
    }
    type PlanConnection { nodes: [Plan!]! totalCount: Int! pageInfo: PageInfo! }
    type PageInfo { hasNextPage: Boolean! endCursor: String }
    type Plan implements Node {
      id: ID! title(language: String): String! kind: Kind! owner: Person actions: [Action!]!
    }
    type Action implements Node {
      id: ID! title(language: String): String! deadline(format: String = "ISO"): String
      lead: Person dependsOn(first: Int): [Action!]!
    }
    type Person implements Node { id: ID! name: String! mail: String }
    union Result = Plan | Action | Person
    enum Kind { PLAN ACTION PERSON }
    input PlanFilter { kind: Kind owner: ID titles: [String!] range: Range not: PlanFilter }
    input Range { from: Int! to: Int = 100 }
    """

  /// Valid documents of 940 bytes that differ in a name, so that nobody can keep what they come to.
  static let valid = (100..<164).map { number in
    """
    query Plans\(number)($after: String, $owner: ID!, $language: String = "lv", $deep: Boolean!) {
      plans(first: 20, after: $after, where: {
        kind: PLAN, titles: ["a", "bc"], range: {from: 1}, not: {owner: $owner, range: {from: 3, to: 4}}
      }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          ...PlanParts
          owner { ...PersonParts }
          actions {
            id title(language: $language) due: deadline(format: "LONG")
            lead { ...PersonParts }
            dependsOn(first: 3) @include(if: $deep) { id lead { id name } }
          }
        }
      }
      search(text: "violence at home", kinds: [PLAN, ACTION]) {
        __typename
        ... on Plan { ...PlanParts }
        ... on Action { id title(language: $language) }
        ... on Person @skip(if: $deep) { ...PersonParts }
      }
    }
    fragment PlanParts on Plan { id kind title(language: $language) }
    fragment PersonParts on Person { ...NodeParts name mail }
    fragment NodeParts on Node { id }

    """
  }

  /// Five fields of every item.
  static let items = "{ items { id name price stock active } }"
}
