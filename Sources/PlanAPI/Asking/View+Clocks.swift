internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import Projections

extension View {
  /// The view in which an entry field and all below it stand: its own clock arguments, or the
  /// question's defaults.
  ///
  /// - Parameter effectiveName: the argument that holds the effective clock.
  convenience init(_ info: Info, effective effectiveName: String = "effectiveAt") throws(FieldError)
  {
    let context = info.context
    let clocks = Clocks(info, context.defaults, effective: effectiveName)
    let point = ReadingPoint(
      effectiveAt: clocks.effectiveAt?.lastDay ?? context.identity.zone.day(at: context.now),
      publishedBy: clocks.publishedBy?.lastDay,
      position: try context.position(clocks.recordedBy), provenance: clocks.provenance)
    let basis = try context.basis(at: point, hasEffective: true)
    context.add(basis, for: info.responseKey)
    try self.init(context, at: point, basis: basis)
  }
}

/// The clock arguments of a field, completed by defaults.
struct Clocks {
  var effectiveAt: CoarseDate?
  var publishedBy: CoarseDate?
  var recordedBy: RecordedBy
  var provenance: Set<Provenance>?

  init(_ info: Info, _ defaults: ClockDefaults, effective: String = "effectiveAt") {
    let arguments = info.arguments
    effectiveAt = arguments[effective]?.date ?? defaults.effectiveAt
    publishedBy = arguments["publishedBy"]?.date ?? defaults.publishedBy
    recordedBy = arguments["recordedBy"]?.recordedBy ?? defaults.recordedBy
    let classes = arguments["provenance"]?.elements
    provenance =
      classes.map { Set($0.compactMap { Provenance($0) }) } ?? defaults.provenance
  }
}

extension QueryContext {
  /// The position that a recorded clock stands for; where there is none, a sentence says why.
  ///
  /// - Parameter name: the argument that the clock came in by.
  func position(
    _ recordedBy: RecordedBy, named name: String = "recordedBy"
  ) throws(FieldError) -> UInt64 {
    do {
      return try snapshot.view.position(recordedBy, now: now, snapshot.transaction)
    } catch let error as PointError {
      throw FieldError(sentence(for: error, named: name))
    } catch let error as LedgerError {
      throw FieldError(sentence(for: error))
    } catch {
      throw FieldError("The recorded clock cannot be resolved: \(error)")
    }
  }

  /// The basis of answers at a point.
  func basis(at point: ReadingPoint, hasEffective: Bool) throws(FieldError) -> Basis {
    Basis(
      effectiveAt: hasEffective ? point.effectiveAt : nil, publishedBy: point.publishedBy,
      recordedBy: try recorded(at: point.position), position: point.position,
      root: try root(size: point.position), isRestored: identity.isRestored)
  }
}
