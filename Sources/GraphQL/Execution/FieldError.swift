public import Coding

/// Why a field has no value, as its resolver says it; the engine adds path and locations.
public struct FieldError: Error, Sendable, Equatable {
  /// What went wrong, in a sentence.
  public var message: String
  /// What else there is to say; stands in the error's `extensions`.
  public var extensions: JSON?

  /// An error of the given message.
  public init(_ message: String, extensions: JSON? = nil) {
    self.message = message
    self.extensions = extensions
  }
}
