/// IsValidImplementation (§3.6, §3.7).
extension SchemaCheck {
  mutating func interfaces(of type: Schema.NamedType, _ id: Schema.TypeID) {
    var seen: Set<Schema.TypeID> = []
    for interface in type.interfaces {
      let declared = schema[interface]
      if declared.kind != .interface {
        report.add(
          "\(type.name) implements \(declared.name), which is no interface", at: type.position)
      } else if interface == id {
        report.add("\(type.name) implements itself", at: type.position)
      } else if !seen.insert(interface).inserted {
        report.add("\(type.name) implements \(declared.name) twice", at: type.position)
      } else {
        implementation(of: declared, by: type)
      }
    }
  }

  private mutating func implementation(
    of interface: Schema.NamedType, by type: Schema.NamedType
  ) {
    for inherited in interface.interfaces where !type.interfaces.contains(inherited) {
      report.add(
        "\(type.name) must implement \(schema[inherited].name), since \(interface.name) does",
        at: type.position)
    }
    for wanted in interface.fields {
      guard let field = type.field(named: wanted.name) else {
        report.add(
          "\(type.name) lacks the field \"\(wanted.name)\" of \(interface.name)",
          at: type.position, wanted.position)
        continue
      }
      let coordinate = "\(type.name).\(field.name)"
      if !schema.isSubtype(field.type, of: wanted.type) {
        report.add(
          "\(coordinate) is of \(schema.name(of: field.type)), where \(interface.name) has "
            + schema.name(of: wanted.type), at: field.position, wanted.position)
      }
      if field.deprecationReason != nil, wanted.deprecationReason == nil {
        report.add(
          "\(coordinate) is deprecated, but not that of \(interface.name)",
          at: field.position, wanted.position)
      }
      arguments(of: wanted, by: field, coordinate, interface.name)
    }
  }

  private mutating func arguments(
    of wanted: Schema.FieldType, by field: Schema.FieldType, _ coordinate: String,
    _ interface: String
  ) {
    for argument in wanted.arguments {
      guard let own = field.arguments.first(where: { $0.name == argument.name }) else {
        report.add(
          "\(coordinate) lacks the argument \"\(argument.name)\" of \(interface)",
          at: field.position, argument.position)
        continue
      }
      guard own.type != argument.type else { continue }
      report.add(
        "The argument \"\(own.name)\" of \(coordinate) is of \(schema.name(of: own.type)), where "
          + "\(interface) has \(schema.name(of: argument.type))",
        at: own.position, argument.position)
    }
    for own in field.arguments where own.isRequired {
      guard !wanted.arguments.contains(where: { $0.name == own.name }) else { continue }
      report.add(
        "The argument \"\(own.name)\" of \(coordinate) may not be required, since \(interface) "
          + "does not have it", at: own.position)
    }
  }
}
