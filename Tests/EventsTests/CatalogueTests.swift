import Coding
import Events
import Testing

@Suite("The catalogue and its schema")
struct CatalogueTests {
  @Test("docs/event-catalogue.md is what the descriptions of events make")
  func page() throws {
    try Recorded("docs/event-catalogue.md").expect(Array(EventCatalogue.markdown.utf8))
  }

  @Test("the schema is what it was, and the same for every call")
  func schema() throws {
    try Recorded("Tests/EventsTests/Fixtures/events.schema.json").expect(JSONSchema.catalogue)
    #expect(JSONSchema.catalogue == JSONSchema.catalogue)
  }

  @Test("the schema has a definition for every type, and for all that it refers to")
  func definitions() throws {
    var parser = JSONParser()
    let schema = try parser.parse(JSONSchema.catalogue)
    let names = try #require(schema["$defs"]?.members).map(\.name)
    #expect(Set(names).count == names.count)
    for type in EventType.allCases {
      #expect(names.contains(type.name) && names.contains(type.name + "Data"))
    }
    var references: Set<String> = []
    func collect(_ value: JSON) {
      for member in value.members ?? [] {
        if member.name == "$ref", let reference = member.value.string {
          references.insert(reference)
        }
        collect(member.value)
      }
      for element in value.elements ?? [] { collect(element) }
    }
    collect(schema)
    #expect(references.count > 100)
    for reference in references {
      #expect(names.contains { "#/$defs/\($0)" == reference }, "\(reference)")
    }
    #expect(schema["oneOf"]?.elements?.count == EventType.allCases.count)
  }

  @Test("every type says what it is, in a sentence of its own")
  func summaries() {
    for type in EventType.allCases {
      #expect(type.summary.hasSuffix(".") && type.summary.count > 10)
      #expect(EventType(name: type.name) == type)
    }
    #expect(Set(EventType.allCases.map(\.summary)).count == EventType.allCases.count)
    #expect(EventType(name: "actionStarted") == nil)
    #expect(EventType.actionStarted.name == "ActionStarted")
  }

  /// Raw values are part of the file format: a change here is a change of the format.
  @Test("words keep their order")
  func words() {
    func check<Value: Word>(_ type: Value.Type) {
      #expect(Value.allCases.map(\.description) == Value.words)
      #expect(Value.allCases.map { Int($0.rawValue) } == Array(0..<Value.words.count))
    }
    check(Provenance.self)
    check(ActionKind.self)
    check(Verdict.self)
    check(Finality.self)
    check(CarryOverRelation.self)
    check(Measure.self)
    check(Direction.self)
    check(Aggregation.self)
    check(ChallengeScope.self)
    check(Urgency.self)
    check(RecommendationResponse.self)
    check(ImplementationLevel.self)
    check(LinkRelation.self)
    check(VictimCell.Basis.self)
    check(VictimCell.Sex.self)
    check(VictimCell.AgeGroup.self)
    check(VictimCell.Exploitation.self)
  }
}
