internal import Coding

/// The variables of an operation (§6.1.2) and the arguments of a field (§6.4.1).
extension InputCoercion {
  /// CoerceVariableValues: sets `variables`, or gives one error for each that does not coerce.
  mutating func setVariables(
    of operation: OperationDefinition, from given: JSON, in document: Document
  ) -> [GraphQLError] {
    var errors: [GraphQLError] = []
    for variable in operation.variables {
      do throws(CoercionError) {
        if let value = try self.value(of: variable, from: given) {
          variables[variable.name.text] = value
        }
      } catch {
        let place = error.pathText.isEmpty ? "" : " at \"\(error.pathText)\""
        errors.append(
          document.error(
            "Variable \"$\(variable.name.text)\" got an invalid value\(place): \(error.message)",
            at: variable.position))
      }
    }
    return errors
  }

  /// The value of a variable; `nil` where it is absent.
  private func value(
    of variable: VariableDefinition, from given: JSON
  ) throws(CoercionError) -> InputValue? {
    guard let type = inputType(variable.type) else {
      throw CoercionError("\"\(print(variable.type))\" is no input type")
    }
    if let json = given[variable.name.text] { return try value(json, as: type) }
    if let literal = variable.defaultValue { return try value(literal, as: type) }
    guard !type.isNonNull else {
      throw CoercionError("expected a value of \(schema.name(of: type)), found none")
    }
    return nil
  }

  /// The type that a document refers to; `nil` where it is unknown or no input type.
  func inputType(_ type: TypeReference) -> Schema.TypeRef? {
    guard let id = schema.typeID(named: type.name.text), schema[id].kind.isInput else { return nil }
    return Schema.TypeRef(id, type.wrapping)
  }

  /// CoerceArgumentValues.
  func arguments(
    _ given: [Argument], as definitions: [Schema.InputValue]
  ) throws(CoercionError) -> Arguments {
    var entries: [InputValue.Entry] = []
    entries.reserveCapacity(definitions.count)
    for definition in definitions {
      do throws(CoercionError) {
        let argument = given.first { $0.name.text == definition.name }
        if let argument, !isAbsent(argument.value) {
          let value = try value(argument.value, as: definition.type)
          entries.append(.init(definition.name, value))
        } else if let literal = definition.defaultValue {
          entries.append(.init(definition.name, try value(literal, as: definition.type)))
        } else if definition.type.isNonNull {
          throw CoercionError(
            "expected a value of \(schema.name(of: definition.type)), found none")
        }
      } catch {
        throw CoercionError(
          "Argument \"\(definition.name)\" got an invalid value: \(error.message)",
          at: error.position)
      }
    }
    return Arguments(entries)
  }
}
