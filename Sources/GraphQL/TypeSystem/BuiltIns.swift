/// What every schema has without saying so: five scalars (§3.5), five directives (§3.13), and the
/// introspection types (§4.2).
enum BuiltIns {
  static let scalars = ["String", "Boolean", "Int", "Float", "ID"]

  static let directiveNames: Set = ["skip", "include", "deprecated", "specifiedBy", "oneOf"]

  /// The reason of what is deprecated without one (§3.13.3).
  static let deprecationReason = "No longer supported"

  /// The type `String`: every schema begins with the built-in types, in the order below, and
  /// introspection always has use for this one.
  static let text = Schema.TypeID(0)

  static let definitions: [Definition] = {
    do throws(SyntaxError) {
      let source = SourceText(sdl)
      var parser = try Parser(source.bytes, limits: .trusted, numbersNames: false)
      return try parser.document(source).definitions
    } catch {
      preconditionFailure("the built-in definitions do not parse: \(error.message)")
    }
  }()

  static let sdl = """
    "A text."
    scalar String
    "`true` or `false`."
    scalar Boolean
    "A whole number of 32 bits, with its sign."
    scalar Int
    "A number of double precision (IEEE 754)."
    scalar Float
    "An identifier: a text that is not meant to be read by people."
    scalar ID

    "Leaves the selection out where `if` is true."
    directive @skip("Whether to leave it out." if: Boolean!)
      on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
    "Takes the selection in only where `if` is true."
    directive @include("Whether to take it in." if: Boolean!)
      on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
    "Marks what should not be used any more."
    directive @deprecated(
      "Why not, and what instead, in CommonMark." reason: String! = "No longer supported"
    ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
    "Says where a scalar is specified."
    directive @specifiedBy("The URL of the specification." url: String!) on SCALAR
    "Marks an input object that takes exactly one of its fields."
    directive @oneOf on INPUT_OBJECT

    "A type system: its types, its directives, and the roots of its operations."
    type __Schema {
      description: String
      types: [__Type!]!
      queryType: __Type!
      mutationType: __Type
      subscriptionType: __Type
      directives: [__Directive!]!
    }

    "A named type, or the list or non-null of one."
    type __Type {
      kind: __TypeKind!
      name: String
      description: String
      specifiedByURL: String
      fields(includeDeprecated: Boolean! = false): [__Field!]
      interfaces: [__Type!]
      possibleTypes: [__Type!]
      enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
      inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
      ofType: __Type
      isOneOf: Boolean
    }

    "What kind of type a `__Type` is."
    enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }

    "A field of an object or interface."
    type __Field {
      name: String!
      description: String
      args(includeDeprecated: Boolean! = false): [__InputValue!]!
      type: __Type!
      isDeprecated: Boolean!
      deprecationReason: String
    }

    "An argument, or a field of an input object."
    type __InputValue {
      name: String!
      description: String
      type: __Type!
      "The default as a GraphQL literal."
      defaultValue: String
      isDeprecated: Boolean!
      deprecationReason: String
    }

    "A value of an enum."
    type __EnumValue {
      name: String!
      description: String
      isDeprecated: Boolean!
      deprecationReason: String
    }

    "A directive."
    type __Directive {
      name: String!
      description: String
      isRepeatable: Boolean!
      locations: [__DirectiveLocation!]!
      args(includeDeprecated: Boolean! = false): [__InputValue!]!
    }

    "A place where a directive may stand."
    enum __DirectiveLocation {
      QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT
      VARIABLE_DEFINITION SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION
      ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION
    }
    """
}
