package import Events

/// A report on a plan at a point on the three clocks: facts in tables and charts.
///
/// Words that are fixed stand in it in both languages, texts of the plan in all that they have; what
/// writes a report out chooses. Nothing in it depends on the day on which it was made, so that asked
/// for again with its basis it is the same, byte for byte.
package struct Report: Sendable {
  /// The plan.
  package let plan: Identifier
  /// Its title.
  package let title: LangText?
  /// What it rests on.
  package let basis: ReportBasis
  /// What the plan is: its status, period, act.
  package var facts: [Fact] = []
  /// The figures that stand first.
  package var figures: [KeyFigure] = []
  /// Its parts.
  package var sections: [Section] = []

  /// A report without its parts.
  init(_ plan: Identifier, title: LangText?, _ basis: ReportBasis) {
    self.plan = plan
    self.title = title
    self.basis = basis
  }

  /// Whether anything in it is invented.
  package var isIllustrative: Bool { basis.provenance.contains(.illustrative) }

  /// A named value.
  package struct Fact: Sendable {
    /// Its name in files.
    package let key: String
    /// Its name for people.
    package let label: Wording
    /// The value.
    package let value: Value
  }

  /// A figure that stands first, with what it is out of.
  package struct KeyFigure: Sendable {
    /// What it counts.
    package let label: Wording
    /// The count.
    package let value: Value
    /// What there is to say of it: `of 31`.
    package var note: Note?
  }

  /// A part of a report.
  package struct Section: Sendable {
    /// Its name in files and links.
    package let key: String
    /// Its heading.
    package let heading: Wording
    /// What is to be read first.
    package var notes: [Note] = []
    /// Its pictures.
    package var charts: [Chart] = []
    /// Its tables.
    package var tables: [Table] = []

    /// A part without content.
    init(_ key: String, _ heading: Wording) {
      self.key = key
      self.heading = heading
    }
  }
}

/// A sentence with values in it, each at its number in braces: `Compared with {0}.`
package struct Note: Sendable {
  /// The sentence.
  package let wording: Wording
  /// The values.
  package let values: [Value]

  /// A sentence.
  init(_ wording: Wording, _ values: Value...) {
    self.wording = wording
    self.values = values
  }
}
