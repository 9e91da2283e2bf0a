/// A response stream (§6.2.3): one response for each event of the source stream, made when it is
/// asked for.
///
/// It belongs to one thread at a time. Letting go of it cancels it.
public final class ResponseStream {
  private let source: EventStream
  private let respond: (AnyObject) -> Response
  private var isOpen = true

  init(_ source: EventStream, respond: @escaping (AnyObject) -> Response) {
    self.source = source
    self.respond = respond
  }

  deinit { cancel() }

  /// The response to the next event, waiting for one as the source stream does; `nil` after the last
  /// and after `cancel()`.
  ///
  /// An error while an event is executed is part of its response and ends nothing.
  ///
  /// - Throws: the error with which the source stream ended; `nil` follows it.
  public func next() throws(FieldError) -> Response? {
    guard isOpen else { return nil }
    do throws(FieldError) {
      if let event = try source.next() { return isOpen ? respond(event) : nil }
      isOpen = false
      return nil
    } catch {
      isOpen = false
      throw error
    }
  }

  /// Ends the stream before its time (Unsubscribe), and tells its source; may be called twice.
  public func cancel() {
    guard isOpen else { return }
    isOpen = false
    source.cancel()
  }
}

extension ResponseStream: AsyncSequence {
  /// The responses one after another, for `for try await`.
  ///
  /// Between two of them other tasks get their turn, and cancelling the task cancels the stream; a
  /// source that waits inside its own closure is waited for.
  public struct AsyncIterator: AsyncIteratorProtocol {
    let stream: ResponseStream

    /// The next response; `nil` at the end and in a task that was cancelled.
    public func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws(FieldError) -> Response? {
      await Task.yield()
      guard !Task.isCancelled else {
        stream.cancel()
        return nil
      }
      return try stream.next()
    }

    /// The next response; `nil` at the end and in a task that was cancelled.
    public func next() async throws(FieldError) -> Response? {
      try await next(isolation: nil)
    }
  }

  /// The stream itself: all its iterators share its events.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream: self) }
}

/// What came of a subscription.
public enum Subscription {
  /// It runs: its responses.
  case responses(ResponseStream)
  /// It was refused before it began (§7.1.1).
  case refused(Response)
}
