import GraphQL

/// G1: documents parsed, long ones and the kitchen sink.
func graphQLParsing(runs: Int, isQuick: Bool) throws {
  var limits = Limits.trusted
  limits.aliases = .max
  let seconds = isQuick ? 0.05 : 0.4
  let sizes = isQuick ? [10_000, 1_000_000] : [10_000, 100_000, 1_000_000, 10_000_000]
  for size in sizes {
    let text = GraphQLDocuments.long(bytes: size)
    let source = SourceText(text)
    let workload = GraphQLWorkload(
      kind: .parse, documents: [text], seconds: seconds, runs: runs)
    // The slowest of them would take minutes over the longest.
    let peers: [GraphQLPeer] =
      size > (isQuick ? 10_000 : 1_000_000) ? [.gqlparser, .js] : [.gqlparser, .js, .core]
    report(
      "G1  parse a document of \(size / 1000) kB",
      "ahead of gqlparser: more than 50 MB/s",
      try workload.measured(peers, unit: "MB/s", per: Double(text.utf8.count) / 1e6) { _ in
        _ = try parse(source, limits: limits)
      })
  }
  let sink = SourceText(GraphQLDocuments.kitchenSink)
  let workload = GraphQLWorkload(
    kind: .parse, documents: [GraphQLDocuments.kitchenSink], seconds: seconds, runs: runs)
  report(
    "G1  parse the kitchen sink (\(sink.bytes.count) bytes)", "more than 100,000 documents/s",
    try workload.measured([.gqlparser, .js, .core], unit: "documents/s", per: 1) { _ in
      _ = try parse(sink)
    })
}

/// G2: documents parsed and held to all rules.
func graphQLValidation(runs: Int, isQuick: Bool) throws {
  let schema = try buildSchema(GraphQLDocuments.schema)
  let documents = GraphQLDocuments.valid
  let workload = GraphQLWorkload(
    kind: .validate, documents: documents, seconds: isQuick ? 0.05 : 0.4, runs: runs)
  report(
    "G2  parse and validate documents of \(documents[0].utf8.count) bytes, all rules",
    "more than 30,000 documents/s",
    try workload.measured([.gqlparser, .js, .core], unit: "documents/s", per: 1) { text in
      let errors = validate(try parse(text), against: schema)
      precondition(errors.isEmpty, "\(errors)")
    })
}

/// G3: a list of objects with five fields: parsed, validated, executed, written as JSON.
func graphQLExecution(runs: Int, isQuick: Bool) throws {
  let library = try ItemLibrary()
  for count in isQuick ? [100] : [100, 1_000, 10_000, 100_000] {
    let root = ItemLibrary.Root(count: count)
    let workload = GraphQLWorkload(
      kind: .execute, documents: [GraphQLDocuments.items], objects: count,
      seconds: isQuick ? 0.05 : 0.4, runs: runs)
    report(
      "G3  a list of \(count) objects × 5 fields: parse, validate, execute, JSON",
      "more than 10 million fields/s",
      try workload.measured([.js, .core], unit: "fields/s", per: Double(count * 5)) { text in
        precondition(library.answer(text, root) > count * 50, "an answer too short")
      })
  }
}

/// Items in memory, and how their fields are resolved.
private struct ItemLibrary {
  final class Context {}

  final class Root {
    let items: [Node<Item>]

    init(count: Int) {
      items = (0..<count).map { index in
        Node(
          Item(
            id: "item-\(index)", name: "The item of number \(index)", price: Double(index) + 0.25,
            stock: index, isActive: index.isMultiple(of: 2)))
      }
    }
  }

  struct Item {
    let id: String
    let name: String
    let price: Double
    let stock: Int
    let isActive: Bool
  }

  private let schema: ExecutableSchema<Context>

  init() throws {
    var resolvers = Resolvers<Context>()
    resolvers.object("Query", of: Root.self) { query in
      query.field("items") { root, _ in .list(of: root.items) { .object($0) } }
      for name in ["item", "plans", "search"] { query.field(name) { _, _ in .null } }
    }
    resolvers.object("Item", of: Node<Item>.self) { item in
      item.field("id") { node, _ in .string(node.value.id) }
      item.field("name") { node, _ in .string(node.value.name) }
      item.field("price") { node, _ in .double(node.value.price) }
      item.field("stock") { node, _ in .int(node.value.stock) }
      item.field("active") { node, _ in .boolean(node.value.isActive) }
    }
    let schema = try buildSchema(GraphQLDocuments.schema)
    for type in schema.types where !type.name.hasPrefix("__") {
      if type.kind == .interface || type.kind == .union {
        resolvers.abstract(type.name, of: Root.self) { _ in "Item" }
      }
      guard type.kind == .object, type.name != "Query", type.name != "Item" else { continue }
      resolvers.object(type.name, of: Root.self) { object in
        for field in type.fields { object.field(field.name) { _, _ in .null } }
      }
    }
    self.schema = try ExecutableSchema(schema, resolvers)
  }

  /// The length of the answer in bytes.
  func answer(_ text: String, _ root: Root) -> Int {
    let response = schema.respond(to: text, root: root, context: Context())
    precondition(response.errors.isEmpty, "\(response.errors)")
    return response.encoded().count
  }
}
