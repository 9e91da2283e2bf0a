import Coding
import GraphQL

/// A small schema with everything that execution can meet, and resolvers that do as they are told.
enum Library {
  static let sdl = #"""
    type Query {
      book(id: ID!): Book
      books(first: Int = 2, where: Filter): [Book!]
      shelf: Shelf!
      search: [Item]
      echo(
        int: Int, float: Float, string: String, boolean: Boolean, id: ID, genre: Genre,
        ints: [Int], strict: [Int!], matrix: [[Int]], filter: Filter, key: Key, date: Date,
        withDefault: Int = 7, required: Int! = 8
      ): String
      fails: String
      failsHard: String!
    }
    type Mutation { add(by: Int!): Int! fail: Int total: Int! }
    type Subscription { added: Int }
    interface Item { id: ID! title: String }
    type Book implements Item {
      id: ID! title: String! pages: Int author: Author genre: Genre price: Float inPrint: Boolean
      published: Date tags: [String!]! broken: [Int!] halfBroken: [Int] next: Book!
    }
    type Film implements Item { id: ID! title: String minutes: Int! }
    type Author { name: String! books: [Book!]! }
    type Shelf { items: [Item!]! label: String! badLabel: String! any: [Anything!]! }
    union Anything = Book | Film | Author
    enum Genre { NOVEL POETRY }
    input Filter { genre: Genre = NOVEL, pages: Int, not: Filter, tags: [String!], must: Int! = 1 }
    input Key @oneOf { id: ID, title: String }
    scalar Date
    """#

  /// What changes while an execution runs.
  final class Context {
    var total = 0
    var keys: [String] = []
  }

  struct Book {
    var id: Int
    var title: String?
  }

  final class Film {
    let id: Int
    init(_ id: Int) { self.id = id }
  }

  final class Root {}

  static func executable() throws -> ExecutableSchema<Context> {
    try ExecutableSchema(buildSchema(sdl), resolvers())
  }

  static func resolvers() -> Resolvers<Context> {
    var resolvers = Resolvers<Context>()
    addQuery(to: &resolvers)
    addBook(to: &resolvers)
    resolvers.object("Mutation", of: Root.self) { object in
      object.field("add") { _, info in
        info.context.total += info.arguments["by"]?.int ?? 0
        return .int(info.context.total)
      }
      object.field("fail") { _, info throws(FieldError) in
        info.context.total += 100
        throw FieldError("cannot")
      }
      object.field("total") { _, info in .int(info.context.total) }
    }
    resolvers.object("Subscription", of: Root.self) { object in
      object.field("added") { _, _ in .int(1) }
    }
    resolvers.object("Film", of: Film.self) { object in
      object.field("id") { film, _ in .int(film.id) }
      object.field("title") { _, _ in .null }
      object.field("minutes") { film, _ in film.id == 0 ? .null : .int(90) }
    }
    resolvers.abstract("Item", of: AnyObject.self) { typeName($0) }
    resolvers.abstract("Anything", of: AnyObject.self) { typeName($0) }
    resolvers.scalar(
      "Date",
      ScalarCoercion { value throws(FieldError) in
        guard case .string(let text) = value, text.utf8.count == 10 else {
          throw FieldError("expected a Date, such as \"2024-12-31\"")
        }
        return .string(text)
      })
    return resolvers
  }

  private static func typeName(_ source: AnyObject) -> String {
    switch source {
    case is Node<Book>: "Book"
    case is Film: "Film"
    case is Root: "Query"
    default: "Author"
    }
  }

  private static func addQuery(to resolvers: inout Resolvers<Context>) {
    resolvers.object("Query", of: Root.self) { object in
      object.field("book") { _, info throws(FieldError) in
        info.context.keys.append(info.responseKey)
        switch info.arguments["id"]?.string {
        case "none": return .null
        case "bad":
          throw FieldError("no such book", extensions: .object([.init("code", .string("X"))]))
        case let id: return .object(Node(Book(id: Int(id ?? "") ?? 0, title: "Book \(id ?? "")")))
        }
      }
      object.field("books") { _, info in
        let count = info.arguments["first"]?.int ?? 0
        return .list(of: Array(0..<count)) {
          .object(Node(Book(id: $0, title: $0 == 13 ? nil : "Book \($0)")))
        }
      }
      object.field("shelf") { root, _ in .object(root) }
      object.field("search") { _, _ in
        .list([
          .object(Film(0)), .object(Film(1)), .object(Root()), .null, .object(Node(Book(id: 1))),
        ])
      }
      object.field("echo") { _, info in .string(text(info.arguments)) }
      object.field("fails") { _, _ throws(FieldError) in throw FieldError("failed") }
      object.field("failsHard") { _, _ throws(FieldError) in throw FieldError("failed hard") }
    }
    resolvers.object("Shelf", of: Root.self) { object in
      object.field("items") { _, _ in
        .list([.object(Node(Book(id: 1, title: "A"))), .object(Film(2))])
      }
      object.field("label") { _, info in .string(info.selects("x") ? "leaf" : "top") }
      object.field("badLabel") { _, _ in .null }
      object.field("any") { _, _ in
        .list([.object(Node(Book(id: 1, title: "A"))), .object(Film(2))])
      }
    }
  }

  private static func addBook(to resolvers: inout Resolvers<Context>) {
    resolvers.object("Book", of: Node<Book>.self) { object in
      object.field("id") { book, _ in .int(book.value.id) }
      object.field("title") { book, _ in Resolved(book.value.title) }
      object.field("pages") { book, _ in .int(book.value.id == 3 ? 1 << 31 : 100) }
      object.field("author") { book, _ in .object(book) }
      object.field("genre") { book, _ in .string(book.value.id == 3 ? "PROSE" : "NOVEL") }
      object.field("price") { book, _ in .double(book.value.id == 3 ? .infinity : 9.5) }
      object.field("inPrint") { book, _ in book.value.id == 3 ? .string("yes") : .boolean(true) }
      object.field("published") { _, _ in .string("2024-Q1") }
      object.field("tags") { _, _ in .list([.string("a"), .string("b")]) }
      object.field("broken") { _, _ in .list([.int(1), .null, .int(3)]) }
      object.field("halfBroken") { _, _ in .list([.int(1), .string("x"), .null]) }
      object.field("next") { book, _ in
        book.value.id >= 3 ? .null : .object(Node(Book(id: book.value.id + 1, title: "next")))
      }
    }
    resolvers.object("Author", of: Node<Book>.self) { object in
      object.field("name") { book, info in
        .string(info.selects("books") ? "" : "Author of \(book.value.id)")
      }
      object.field("books") { book, info in
        info.selects("author.name") ? .list([.object(book)]) : .list([])
      }
    }
  }

  /// The arguments as a test reads them: names and values, what is absent left out.
  static func text(_ arguments: Arguments) -> String {
    arguments.entries.map { "\($0.name)=\(text($0.value))" }.joined(separator: " ")
  }

  private static func text(_ value: InputValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .enumeration(let name): name
    case .list(let elements): "[\(elements.map { text($0) }.joined(separator: ","))]"
    case .object(let entries):
      "{\(entries.map { "\($0.name):\(text($0.value))" }.joined(separator: ","))}"
    }
  }
}

/// The whole response to a request, as text.
func respond(
  to query: String, variables: String = "{}", operation: String? = nil, limits: Limits = Limits(),
  context: Library.Context = Library.Context()
) throws -> String {
  var parser = JSONParser()
  let response = try Library.executable().respond(
    to: query, operationName: operation, variables: try parser.parse(Array(variables.utf8)),
    root: Library.Root(), context: context, limits: limits)
  return String(decoding: response.encoded(), as: UTF8.self)
}
