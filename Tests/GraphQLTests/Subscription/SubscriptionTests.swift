import Coding
import GraphQL
import Testing

/// Subscriptions (§6.2.3) to a counter that counts up to where it is told to.
@Suite struct SubscriptionTests {
  private final class Counter {
    var opened = 0
    var cancelled = 0
  }

  private final class Tick {
    let number: Int
    init(_ number: Int) { self.number = number }
  }

  private final class Context {}

  private static let sdl = """
    type Query { a: Int }
    type Subscription { tick(to: Int! = 3, failsAt: Int, opens: Boolean = true): Tick! silent: Int }
    type Tick { number: Int! odd: Int! }
    """

  private func executable() throws -> ExecutableSchema<Context> {
    var resolvers = Resolvers<Context>()
    resolvers.object("Query", of: Counter.self) { $0.field("a") { _, _ in .int(1) } }
    resolvers.subscription("tick", of: Counter.self) { counter, info throws(FieldError) in
      guard info.arguments["opens"]?.boolean == true else { throw FieldError("the gate is shut") }
      counter.opened += 1
      let last = info.arguments["to"]?.int ?? 0
      let failing = info.arguments["failsAt"]?.int
      var number = 0
      return EventStream(
        next: { () throws(FieldError) in
          number += 1
          if number == failing { throw FieldError("the source ran dry") }
          return number > last ? nil : Tick(number)
        }, cancel: { counter.cancelled += 1 })
    }
    resolvers.object("Subscription", of: Tick.self) { object in
      object.field("tick") { tick, _ in .object(tick) }
      object.field("silent") { tick, _ in .int(tick.number) }
    }
    resolvers.object("Tick", of: Tick.self) { object in
      object.field("number") { tick, _ in .int(tick.number) }
      object.field("odd") { tick, _ throws(FieldError) in
        guard tick.number % 2 == 1 else { throw FieldError("even") }
        return .int(tick.number)
      }
    }
    return try ExecutableSchema(buildSchema(SubscriptionTests.sdl), resolvers)
  }

  private func subscribe(
    _ text: String, _ counter: Counter = Counter(), variables: JSON = .object([])
  ) throws -> Subscription {
    try executable().subscribe(
      to: parse(text), variables: variables, root: counter, context: Context())
  }

  private func stream(_ text: String, _ counter: Counter = Counter()) throws -> ResponseStream {
    guard case .responses(let stream) = try subscribe(text, counter) else {
      throw FieldError("the subscription was refused")
    }
    return stream
  }

  private func text(_ response: Response?) -> String? {
    response.map { String(decoding: $0.encoded(), as: UTF8.self) }
  }

  @Test("each event is a response, and the stream ends where its source does")
  func responses() throws {
    let counter = Counter()
    let stream = try stream("subscription { t: tick(to: 2) { number } }", counter)
    #expect(try text(stream.next()) == #"{"data":{"t":{"number":1}}}"#)
    #expect(try text(stream.next()) == #"{"data":{"t":{"number":2}}}"#)
    #expect(try stream.next() == nil)
    #expect(try stream.next() == nil)
    stream.cancel()
    #expect(counter.opened == 1)
    // A source that has ended is not cancelled.
    #expect(counter.cancelled == 0)
  }

  @Test("an error in one event is in its response, and the next event comes")
  func executionErrors() throws {
    let stream = try stream("subscription { tick { odd } }")
    #expect(try text(stream.next()) == #"{"data":{"tick":{"odd":1}}}"#)
    #expect(
      try text(stream.next())
        == #"{"errors":[{"message":"even","locations":[{"line":1,"column":23}],"#
        + #""path":["tick","odd"]}],"data":null}"#)
    #expect(try text(stream.next()) == #"{"data":{"tick":{"odd":3}}}"#)
  }

  @Test("an error of the source ends the stream with it")
  func sourceError() throws {
    let stream = try stream("subscription { tick(failsAt: 2) { number } }")
    #expect(try text(stream.next()) == #"{"data":{"tick":{"number":1}}}"#)
    #expect(throws: FieldError("the source ran dry")) { try stream.next() }
    #expect(try stream.next() == nil)
  }

  @Test("cancelling ends the stream and tells the source, once")
  func cancelling() throws {
    let counter = Counter()
    let stream = try stream("subscription { tick { number } }", counter)
    #expect(try stream.next() != nil)
    stream.cancel()
    stream.cancel()
    #expect(try stream.next() == nil)
    #expect(counter.cancelled == 1)
  }

  @Test("letting go of a stream cancels it")
  func lettingGo() throws {
    let counter = Counter()
    do { _ = try stream("subscription { tick { number } }", counter) }
    #expect(counter.cancelled == 1)
  }

  @Test("variables hold for the source and for every event")
  func variables() throws {
    let variables = JSON.object([.init("to", .number("1")), .init("more", .bool(false))])
    let text =
      "subscription ($to: Int!, $more: Boolean!) "
      + "{ tick(to: $to) { number odd @include(if: $more) } }"
    guard case .responses(let stream) = try subscribe(text, variables: variables) else {
      Issue.record("the subscription was refused")
      return
    }
    #expect(try self.text(stream.next()) == #"{"data":{"tick":{"number":1}}}"#)
    #expect(try stream.next() == nil)
  }

  @Test(
    "what cannot be subscribed to is refused, with errors and no data",
    arguments: [
      ("{ a }", "The operation is no subscription"),
      ("subscription { tick { number } silent }", "exactly one field"),
      ("subscription { a: silent b: silent }", "exactly one field"),
      ("subscription { silent @skip(if: true) }", "exactly one field"),
      ("subscription { silent }", "Subscription.silent has no source of events"),
      ("subscription { __typename }", "has no source of events"),
      ("subscription ($n: Int!) { tick(to: $n) { number } }", "$n"),
      ("subscription { tick(to: null) { number } }", "Argument \\\"to\\\""),
      ("subscription { tick(opens: false) { number } }", "the gate is shut"),
      ("subscription A { silent } subscription B { silent }", "several operations"),
    ])
  func refused(_ query: String, _ message: String) throws {
    let counter = Counter()
    guard case .refused(let response) = try subscribe(query, counter) else {
      Issue.record("the subscription was not refused")
      return
    }
    let text = String(decoding: response.encoded(), as: UTF8.self)
    #expect(text.contains(message))
    #expect(response.data == nil)
    #expect(counter.opened == 0)
  }

  @Test("a source that does not open is told with the field's place and path")
  func refusedSource() throws {
    guard
      case .refused(let response) = try subscribe(
        "subscription { t: tick(opens: false) { number } }")
    else {
      Issue.record("the subscription was not refused")
      return
    }
    #expect(response.errors.first?.path == [.key("t")])
    #expect(response.errors.first?.locations == [SourceLocation(line: 1, column: 16)])
  }

  @Test("responses can be awaited, and a cancelled task ends them")
  func async() async throws {
    var texts: [String?] = []
    for try await response in try stream("subscription { tick(to: 2) { number } }") {
      texts.append(text(response))
    }
    #expect(texts == [#"{"data":{"tick":{"number":1}}}"#, #"{"data":{"tick":{"number":2}}}"#])
    let cancelled = Task {
      let counter = Counter()
      while !Task.isCancelled { await Task.yield() }
      var count = 0
      for try await _ in try stream("subscription { tick(to: 9) { number } }", counter) {
        count += 1
      }
      return (count, counter.cancelled)
    }
    cancelled.cancel()
    #expect(try await cancelled.value == (0, 1))
  }

  @Test("a sequence of objects is a source")
  func sequence() throws {
    var resolvers = Resolvers<Context>()
    resolvers.object("Query", of: Counter.self) { $0.field("a") { _, _ in .int(1) } }
    resolvers.object("Subscription", of: Tick.self) { object in
      object.field("n") { tick, _ in .int(tick.number) }
    }
    resolvers.subscription("n", of: Counter.self) { _, _ in EventStream([Tick(7), Tick(8)]) }
    let executable = try ExecutableSchema(
      buildSchema("type Query { a: Int } type Subscription { n: Int }"), resolvers)
    let subscription = executable.subscribe(
      to: try parse("subscription { n }"), root: Counter(), context: Context())
    guard case .responses(let stream) = subscription else {
      Issue.record("the subscription was refused")
      return
    }
    #expect(try text(stream.next()) == #"{"data":{"n":7}}"#)
    #expect(try text(stream.next()) == #"{"data":{"n":8}}"#)
    #expect(try stream.next() == nil)
  }

  @Test("events for a field that is not there are a fault of the wiring")
  func unknownStream() throws {
    var resolvers = Resolvers<Context>()
    resolvers.object("Query", of: Counter.self) { $0.field("a") { _, _ in .int(1) } }
    resolvers.subscription("b", of: Counter.self) { _, _ in EventStream([Tick]()) }
    let error = #expect(throws: WiringError.self) {
      try ExecutableSchema(buildSchema("type Query { a: Int }"), resolvers)
    }
    #expect(error?.unknown == ["b"])
  }
}
