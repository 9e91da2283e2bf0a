internal import Coding

/// Runs plans and writes the response as it goes (§6.3.3, §6.4).
///
/// A method that completes something gives `false` where it came to null and its type excludes that:
/// the error is recorded by then, and whoever called writes null in its own place or passes it on
/// (§6.4.4). What was written meanwhile is taken back by rewinding the writer.
@usableFromInline struct Executor {
  let request: Request
  var writer: JSONWriter
  private(set) var errors: [GraphQLError] = []
  private(set) var unreportedErrors = 0
  /// Where we are: the index of a list element, or the complement of a field plan's number.
  private var path: [Int] = []
  /// How many objects we are inside of.
  private var depth = 0
  private var locations: LocationIndex

  init(_ request: Request, _ writer: JSONWriter) {
    self.request = request
    self.writer = writer
    locations = LocationIndex(request.document.source)
    path.reserveCapacity(64)
  }

  mutating func selectionSet(_ plan: SelectionPlan, of source: AnyObject) -> Bool {
    writer.beginObject()
    guard plan.run(source, plan.fields, &self) else { return false }
    writer.endObject()
    return true
  }

  /// Completes a field's value (§6.4.3); the straight way for what most fields are.
  @usableFromInline mutating func complete(_ value: Resolved, of field: FieldPlan) -> Bool {
    switch (field.shape.kind, value) {
    case (.string, .string(let text)), (.id, .string(let text)):
      writer.member(field.encodedKey, text)
      return true
    case (.int, .int(let number)) where Int32(exactly: number) != nil:
      writer.member(field.encodedKey, number)
      return true
    case (.boolean, .boolean(let flag)):
      writer.key(encoded: field.encodedKey)
      writer.bool(flag)
      return true
    default: return member(value, field)
    }
  }

  /// Null for a field that was not resolved.
  @usableFromInline mutating func fail(_ error: FieldError, of field: FieldPlan) -> Bool {
    writer.key(encoded: field.encodedKey)
    path.append(~field.number)
    defer { path.removeLast() }
    fail(error, in: field)
    return writeNull(at: writer.mark, isAllowed: field.shape.isNullable)
  }

  /// A field that no resolver is asked for.
  @usableFromInline mutating func field(_ field: FieldPlan) -> Bool {
    switch field.given {
    case .success(let value)?: complete(value, of: field)
    case .failure(let error)?: fail(error, of: field)
    case nil: preconditionFailure("a field has a resolver or a value")
    }
  }

  private mutating func member(_ value: Resolved, _ field: FieldPlan) -> Bool {
    writer.key(encoded: field.encodedKey)
    let mark = writer.mark
    path.append(~field.number)
    defer { path.removeLast() }
    return complete(value, as: field.shape, of: field)
      || writeNull(at: mark, isAllowed: field.shape.isNullable)
  }

  /// Null in place of what was begun at `mark`, where it is allowed.
  private mutating func writeNull(at mark: JSONWriter.Mark, isAllowed: Bool) -> Bool {
    guard isAllowed, request.failure == nil else { return false }
    writer.rewind(to: mark)
    writer.null()
    return true
  }

  /// CompleteValue (§6.4.3).
  private mutating func complete(
    _ value: Resolved, as shape: Shape, of field: FieldPlan
  ) -> Bool {
    if case .null = value {
      guard !shape.isNullable else {
        writer.null()
        return true
      }
      fail("Cannot return null for the non-null field \(coordinate(field))", in: field)
      return false
    }
    switch shape.kind {
    case .object: return object(value, of: shape.type, in: field)
    case .abstract: return abstract(value, of: shape.type, in: field)
    case .list: return list(value, of: shape.element, in: field)
    default:
      do throws(FieldError) {
        try shape.write(value, to: &writer)
        return true
      } catch {
        fail("\(coordinate(field)): \(error.message)", in: field, extensions: error.extensions)
        return false
      }
    }
  }

  private mutating func object(
    _ value: Resolved, of type: Schema.TypeID, in field: FieldPlan
  ) -> Bool {
    guard case .object(let source) = value else {
      fail("\(coordinate(field)): expected an object", in: field)
      return false
    }
    depth += 1
    defer { depth -= 1 }
    do throws(FieldError) {
      try request.check(depth: depth)
      return selectionSet(try field.selection(for: type), of: source)
    } catch {
      fail(error, in: field)
      return false
    }
  }

  /// ResolveAbstractType (§6.4.3), then as an object of that type.
  private mutating func abstract(
    _ value: Resolved, of type: Schema.TypeID, in field: FieldPlan
  ) -> Bool {
    guard case .object(let source) = value else { return object(value, of: type, in: field) }
    let schema = request.wiring.schema
    let name = request.wiring[type].resolveType(source)
    guard let object = schema.typeID(named: name), schema.applies(type, to: object) else {
      fail(
        "\(coordinate(field)): \"\(name)\" is no possible type of \(schema[type].name)", in: field)
      return false
    }
    return self.object(value, of: object, in: field)
  }

  private mutating func list(_ value: Resolved, of element: Shape, in field: FieldPlan) -> Bool {
    writer.beginArray()
    switch value {
    case .list(let values):
      for (index, value) in values.enumerated() {
        guard self.element(index, as: element, of: field, { value }) else { return false }
      }
    case .sequence(let count, let make):
      for index in 0..<count {
        let isComplete = self.element(index, as: element, of: field) { () throws(FieldError) in
          try make(index)
        }
        guard isComplete else { return false }
      }
    default:
      fail("\(coordinate(field)): expected a list", in: field)
      return false
    }
    writer.endArray()
    return true
  }

  private mutating func element(
    _ index: Int, as shape: Shape, of field: FieldPlan,
    _ make: () throws(FieldError) -> Resolved
  ) -> Bool {
    let mark = writer.mark
    path.append(index)
    defer { path.removeLast() }
    do throws(FieldError) {
      if complete(try make(), as: shape, of: field) { return true }
    } catch {
      fail(error, in: field)
    }
    return writeNull(at: mark, isAllowed: shape.isNullable)
  }

  private func coordinate(_ field: FieldPlan) -> String {
    "\(request.wiring.schema[field.parent].name).\(field.name)"
  }

  private mutating func fail(_ error: FieldError, in field: FieldPlan) {
    fail(error.message, in: field, extensions: error.extensions)
  }

  /// Records an error of the field that is being completed, with the path to here (§7.1.2).
  private mutating func fail(_ message: String, in field: FieldPlan, extensions: JSON? = nil) {
    guard errors.count < request.limits.errors else {
      unreportedErrors += 1
      return
    }
    let segments = path.map { step -> PathSegment in
      step < 0 ? .key(request.plans[~step].key) : .index(step)
    }
    let positions = field.nodes.prefix(8).map(\.position)
    errors.append(
      GraphQLError(
        message, locations: locations.locations(of: positions), path: segments,
        extensions: extensions))
  }
}
