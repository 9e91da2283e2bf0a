/// §5: requests, held to all rules.
extension SpecificationCases {
  static let zoo = """
    type Query { dog: Dog pet: Pet cat: Cat u: CatOrDog n(i: Int, s: String, b: Boolean, f: Float, id: ID, e: E, l: [Int], ll: [[Int!]!], nn: Int!, nd: Int! = 1, o: O, one: One, sc: Sc): Int n2(a: Int): Int }
    type Mutation { m: Int n: Int }
    type Subscription { s: Int t: Int u: Dog }
    interface Pet { name: String }
    interface Canine implements Pet { name: String bark: Int }
    type Dog implements Pet & Canine { name: String bark: Int owner: Human dog: Dog knows(x: E): Boolean }
    type Cat implements Pet { name: String meow: Int owner: Human }
    type Human { name: String pets: [Pet] }
    union CatOrDog = Cat | Dog
    union HumanOrCat = Human | Cat
    enum E { A B }
    input O { a: Int! b: Int = 2 c: O l: [Int!] }
    input One @oneOf { a: Int b: String o: O }
    scalar Sc
    directive @q on QUERY
    directive @f(x: Int) on FIELD
    directive @r repeatable on FIELD
    directive @vd on VARIABLE_DEFINITION
    directive @fd on FRAGMENT_DEFINITION
    """

  /// Valid requests.
  static let validRequests = cases(
    #"""
    { dog { name } }
    { dog { ... on Pet { name } } }
    { dog { ... on CatOrDog { __typename } } }
    { u { __typename ... on Dog { bark } } }
    { pet { ... on Canine { bark } } }
    query Q($x: Int) { n(nn: 1, i: $x) }
    query Q($x: Int!) { n(nn: $x) }
    query Q($x: Int = 1) { n(nn: $x) }
    query Q($x: Int) { n(nn: 1, nd: $x) }
    query Q($x: [Int]) { n(nn:1, l: $x) }
    query Q($x: Int) { n(nn:1, l: [$x]) }
    { n(nn:1, l: 1) }
    { n(nn:1, ll: 1) }
    { n(nn:1, ll: [[1]]) }
    { n(nn:1, f: 1) }
    { n(nn:1, id: 1) }
    { n(nn:1, id: "x") }
    { n(nn:1, e: A) }
    { n(nn:1, o: {a: 1}) }
    { n(nn:1, o: {a: 1, b: null}) }
    { n(nn:1, one: {a: 1}) }
    query ($v: Int!) { n(nn:1, one: {a: $v}) }
    { n(nn:1, sc: {x: [1, "a"]}) }
    query ($v: Int) { n(nn: 1, sc: {x: $v}) }
    query ($v: One) { n(nn:1, one: $v) }
    query @q { dog { name } }
    { dog @f { name @r @r } }
    query ($x: Int @vd) { n(nn: 1, i: $x) }
    fragment F on Dog @fd { name } { dog { ...F } }
    subscription { s }
    subscription { s s }
    subscription { ...F } fragment F on Subscription { s }
    mutation { m n }
    { dog { name name } }
    { dog { a: name a: name } }
    { pet { ... on Dog { x: bark } ... on Cat { x: meow } } }
    { __schema { types { name } } }
    { __type(name: "Dog") { name } }
    { dog { __typename } }
    query A { dog { name } } query B { dog { name } }
    { n(nn:1, s: """b""") }
    query ($x: Boolean!) { dog @skip(if: $x) { name } }
    query ($x: Boolean = true) { dog @include(if: $x) { name } }
    { n(nn:1, i: null) }
    query ($o: O) { n(nn:1, o: {a: 1, c: $o}) }
    query ($x: Int = null) { n(nn:1, i: $x) }
    "d" query Q("v" $x: Int) { n(nn:1, i: $x) }
    "f" fragment F on Dog { name } { dog { ...F } }
    { dog { knows(x: A) k: knows(x: B) } }
    query ($x: [[Int!]!]) { n(nn:1, ll: $x) }
    """#)

  /// Requests that some rule forbids.
  static let invalidRequests = cases(
    #"""
    { dog { nope } }
    { dog }
    { dog { name { x } } }
    { n }
    { n(nn: null) }
    { n(nn:1, nope: 1) }
    { n(nn:1, nn: 2) }
    { n(nn: 1, i: "1") }
    { n(nn: 1, i: 1.0) }
    { n(nn: 1, i: 2147483648) }
    { n(nn: 1, i: -2147483649) }
    { n(nn:1, s: 1) }
    { n(nn:1, b: 1) }
    { n(nn:1, b: "true") }
    { n(nn:1, f: "1") }
    { n(nn:1, f: 1e400) }
    { n(nn:1, id: 1.5) }
    { n(nn:1, id: true) }
    { n(nn:1, e: "A") }
    { n(nn:1, e: C) }
    { n(nn:1, l: [1, "a"]) }
    { n(nn:1, ll: [1, null]) }
    { n(nn:1, o: {}) }
    { n(nn:1, o: {a: null}) }
    { n(nn:1, o: {a: 1, a: 2}) }
    { n(nn:1, o: {a: 1, z: 2}) }
    { n(nn:1, o: 1) }
    { n(nn:1, one: {}) }
    { n(nn:1, one: {a: 1, b: "x"}) }
    { n(nn:1, one: {a: null}) }
    { n(nn:1, one: {a: 1, b: null}) }
    query ($v: Int) { n(nn:1, one: {a: $v}) }
    query ($v: Int = 1) { n(nn:1, one: {a: $v}) }
    query ($v: Int!, $w: String!) { n(nn:1, one: {a: $v, b: $w}) }
    query ($x: Int) { n(nn: $x) }
    query ($x: Int = null) { n(nn: $x) }
    query ($x: String) { n(nn:1, i: $x) }
    { n(nn:1, l: {}) }
    query ($x: [Int]) { n(nn:1, i: $x) }
    query ($x: [Int]) { n(nn:1, ll: [$x]) }
    query ($x: Int) { n(nn:1, ll: [[$x]]) }
    query ($x: Dog) { dog { name } }
    query ($x: Nope) { dog { name } }
    query ($x: Int, $x: Int) { n(nn:1, i: $x) }
    query ($x: Int) { dog { name } }
    { n(nn:1, i: $x) }
    query ($x: Int = "s") { n(nn:1, i: $x) }
    query ($x: Int! = null) { n(nn:1, i: $x) }
    query Q { dog { name } } query Q { cat { name } }
    { dog { name } } { cat { name } }
    { dog { name } } query Q { cat { name } }
    { dog { ...F } }
    { dog { ...F } } fragment F on Dog { ...F }
    { dog { ...F } } fragment F on Dog { ...G } fragment G on Dog { ...F }
    { dog { name } } fragment F on Dog { name }
    { dog { ...F } } fragment F on Cat { name }
    { dog { ... on Human { name } } }
    { dog { ... on HumanOrCat { __typename } } }
    { dog { ... on E { x } } }
    { dog { ...F } } fragment F on E { x }
    { dog { ...F } } fragment F on O { x }
    { dog { ... on Nope { x } } }
    { dog { ...F } } fragment F on Dog { name } fragment F on Dog { name }
    { dog @nope { name } }
    { dog @q { name } }
    query @f { dog { name } }
    { dog @f @f { name } }
    { dog @skip { name } }
    { dog @skip(if: "x") { name } }
    { dog @skip(if: true, if: false) { name } }
    query ($x: Boolean) { dog @skip(if: $x) { name } }
    { dog @f(y: 1) { name } }
    { dog { a: name a: bark } }
    { dog { a: knows(x: A) a: knows(x: B) } }
    { dog { knows knows(x: A) } }
    { pet { ... on Dog { x: name } ... on Cat { x: meow } } }
    { pet { ... on Dog { owner { x: name } } ... on Cat { owner { x: pets { name } } } } }
    { pet { bark } }
    { u { name } }
    subscription { s t }
    subscription { s __typename }
    subscription { __typename }
    subscription { ...F } fragment F on Subscription { s t }
    subscription { s @skip(if: true) }
    subscription ($b: Boolean!) { ... @include(if: $b) { s } }
    subscription { __schema { types { name } } }
    mutation { nope }
    type X { a: Int }
    { dog { name } } type X { a: Int }
    extend type Dog { x: Int }
    { n(nn:1, sc: $x) }
    query ($x: Int @f) { n(nn:1, i: $x) }
    fragment F on Dog @q { name } { dog { ...F } }
    { dog { __typename { x } } }
    { __type { name } }
    query ($x: Int @vd @vd) { n(nn:1, i: $x) }
    { dog { ... @include { name } } }
    query ($o: O = {a: 1, z: 1}) { n(nn:1, o: $o) }
    query ($x: Int!) { n(nn:1, id: $x) }
    query ($x: Int!) { n(nn:1, f: $x) }
    mutation { m { x } }
    { __typename @skip(if: 1) }
    query ($one: One = {a: 1, b: "x"}) { n(nn:1, one: $one) }
    subscription { a: s b: s }
    query ($x: Int @vd(a: 1)) { n(nn:1,i:$x) }
    { n(nn:1, o: {a: 1, l: [null]}) }
    query ($x: [Int]) { n(nn:1, o: {a: 1, l: $x}) }
    """#)
}
