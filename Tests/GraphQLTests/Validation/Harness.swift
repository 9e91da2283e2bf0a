import GraphQL
import Testing

/// The schema of the specification's examples in §5, and what the rules need besides.
private let zoo = #"""
  type Query {
    dog: Dog cat: Cat pet: Pet human: Human catOrDog: CatOrDog humanOrAlien: HumanOrAlien
    arguments: Arguments findDog(searchBy: FindDogInput): Dog box: Box
    findPet(by: PetKey): Pet stamp(at: Stamp): Int nodes: [Query!]!
  }
  type Mutation { add: Int }
  type Subscription { added: Int removed: Int }
  enum DogCommand { SIT DOWN HEEL }
  interface Being { name(surname: Boolean): String }
  interface Pet implements Being { name(surname: Boolean): String }
  type Dog implements Pet & Being {
    name(surname: Boolean): String nickname: String barkVolume: Int owner: Human barks: Boolean
    doesKnowCommand(dogCommand: DogCommand!): Boolean!
    isHouseTrained(atOtherHomes: Boolean = true): Boolean!
  }
  type Cat implements Pet & Being {
    name(surname: Boolean): String nickname: String meowVolume: Int meows: Int owner: Being
  }
  type Human implements Being { name(surname: Boolean): String pets: [Pet!] relatives: [Human] }
  type Alien { name: String homePlanet: String }
  union CatOrDog = Cat | Dog
  union HumanOrAlien = Human | Alien
  interface Box { scalar: String child: Box unrelated: String }
  type IntBox implements Box { scalar: String child: Box unrelated: String value: Int list: [Int] deep: IntBox }
  type StringBox implements Box {
    scalar: String child: Box unrelated: String value: String list: String deep: StringBox
  }
  type NonNullStringBox implements Box { scalar: String child: Box unrelated: String value: String! }
  input FindDogInput { name: String owner: FindHumanInput }
  input FindHumanInput { name: String! age: Int! = 0 }
  input PetKey @oneOf { id: ID name: String }
  scalar Stamp
  type Arguments {
    two(x: Int!, y: Int!): Int! boolean(a: Boolean): Boolean float(a: Float): Float int(a: Int): Int
    nonNull(a: Boolean!): Boolean! list(a: [Boolean]!): [Boolean] optional(a: Boolean! = false): Boolean!
    ints(a: [Int]): Int enumeration(a: DogCommand): Int id(a: ID): ID string(a: String): String
    strict(a: [Int!]): Int
  }
  directive @repeated(a: Int) repeatable on FIELD
  directive @onQuery on QUERY
  directive @onField(reason: String!) on FIELD
  directive @onVariable on VARIABLE_DEFINITION
  """#

/// The errors that one rule finds, as `line:column message`; all rules where none is named.
func errors(_ rule: ValidationRule?, _ text: String) throws -> [String] {
  let document = try parse(text)
  let schema = try buildSchema(zoo)
  let found = validate(document, against: schema, rules: rule.map { [$0] } ?? ValidationRule.all)
  return found.map { error in
    let places = error.locations.map { "\($0.line):\($0.column)" }.joined(separator: " ")
    return "\(places) \(error.message)"
  }
}

/// Checks that a rule has nothing against a document.
func expectValid(
  _ rule: ValidationRule, _ text: String, at location: Testing.SourceLocation = #_sourceLocation
) throws {
  #expect(try errors(rule, text) == [], sourceLocation: location)
}

/// Checks that a rule finds these errors and no others.
func expectErrors(
  _ rule: ValidationRule, _ text: String, _ expected: [String],
  at location: Testing.SourceLocation = #_sourceLocation
) throws {
  let found = try errors(rule, text)
  #expect(found == expected, sourceLocation: location)
}
