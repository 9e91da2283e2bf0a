import Coding
import GraphQL
import Testing

/// What `Sources/GraphQL/README.md` shows, as a package that depends on the engine would have it.
/// Each test says the text of the README before what it makes of it.
@Suite("The examples of the README")
struct ExampleTests {
  // What the reader has of their own.
  struct Book {
    var title: String
  }

  final class Shelf {
    var reads = 0
  }

  final class Root {
    var arriving = [Book(title: "Dune")]

    func first(_ count: Int) -> [Book] {
      Array([Book(title: "Emma"), Book(title: "Ulysses"), Book(title: "Solaris")].prefix(count))
    }

    func waitForBook() -> Node<Book>? { arriving.popLast().map { Node($0) } }

    func stopWaiting() { arriving = [] }
  }

  static func library() throws -> ExecutableSchema<Shelf> {
    let schema = try buildSchema(
      """
      type Query { books(first: Int = 10): [Book!]! }
      type Subscription { added: Book! }
      type Book { title: String }
      """)
    var resolvers = Resolvers<Shelf>()
    resolvers.object("Query", of: Root.self) { query in
      query.field("books") { root, info throws(FieldError) in
        let count = info.arguments["first"]?.int ?? 0
        guard count <= 100 else { throw FieldError("at most 100 books at once") }
        info.context.reads += 1
        return .list(of: root.first(count)) { .object(Node($0)) }
      }
    }
    resolvers.object("Book", of: Node<Book>.self) { book in
      book.field("title") { node, _ in Resolved(node.value.title) }
    }
    resolvers.subscription("added", of: Root.self) { root, info in
      EventStream(next: { root.waitForBook() }, cancel: { root.stopWaiting() })
    }
    resolvers.object("Subscription", of: Node<Book>.self) { subscription in
      subscription.field("added") { book, _ in .object(book) }
    }
    return try ExecutableSchema(schema, resolvers)
  }

  @Test("a schema, its resolvers, a request and its response")
  func request() throws {
    let library = try Self.library()
    let shelf = Shelf()
    let response = library.respond(
      to: "query($n: Int) { books(first: $n) { title } }",
      variables: .object([.init("n", .number("2"))]), root: Root(), context: shelf)
    #expect(
      String(decoding: response.encoded(), as: UTF8.self)
        == #"{"data":{"books":[{"title":"Emma"},{"title":"Ulysses"}]}}"#)
    #expect(response.errors.isEmpty && shelf.reads == 1)
  }

  @Test("an error of a resolver, with its path, where null may not stand")
  func failure() throws {
    let response = try Self.library().respond(
      to: "{ some: books(first: 101) { title } }", root: Root(), context: Shelf())
    #expect(
      String(decoding: response.encoded(), as: UTF8.self)
        == #"{"errors":[{"message":"at most 100 books at once","locations":[{"line":1,"column":3}],"#
        + #""path":["some"]}],"data":null}"#)
  }

  @Test("a subscription, response by response")
  func subscription() throws {
    let library = try Self.library()
    let document = try parse("subscription { added { title } }")
    #expect(library.validate(document) == [])
    switch library.subscribe(to: document, root: Root(), context: Shelf()) {
    case .refused(let response): Issue.record("refused: \(response.errors)")
    case .responses(let stream):
      var sent: [String] = []
      while let response = try stream.next() {
        sent.append(String(decoding: response.encoded(), as: UTF8.self))
      }
      #expect(sent == [#"{"data":{"added":{"title":"Dune"}}}"#])
    }
  }

  @Test("limits on what a request may cost")
  func limits() throws {
    var limits = Limits()
    limits.depth = 3
    limits.tokens = 1_000
    let response = try Self.library().respond(
      to: "{ a: __schema { types { fields { name } } } }", root: Root(), context: Shelf(),
      limits: limits)
    #expect(response.data == nil)
    #expect(response.errors[0].message.contains("nested more than 3 levels deep"))
  }
}
