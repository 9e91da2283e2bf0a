internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// The documents that what is shown cites.
  func sources() throws(LedgerError) -> Report.Section {
    var section = Report.Section("sources", .sourcesHeading)
    var table = Table(
      "sources", Note(.sourcesCaption),
      [
        Table.Column("source", .code, .code), Table.Column("title", .title, .prose),
        Table.Column("issued", .issued, .date), Table.Column("url", .address),
      ], ifEmpty: .noSources)
    for id in Set(cited.compactMap(\.source)).sorted() {
      guard let source = try reading.source(id) else {
        table.add(id.description, [], [.code(id), .none, .none, .none])
        continue
      }
      let document = source.state.document?.value
      table.add(
        id.description, source.provenances,
        [
          .code(id), .text(document?.title), .date(document?.issued),
          document?.url.map { .code($0.description) } ?? .none,
        ])
    }
    for address in cited.filter({ $0.source == nil }).map(\.description).sorted() {
      table.add(address, [], [.none, .none, .none, .code(address)])
    }
    section.tables = [table]
    return section
  }
}
