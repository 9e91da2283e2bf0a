package import Events
package import Projections

/// A picture of figures that stand in a table too.
package enum Chart: Sendable {
  /// Parts of wholes, a bar a row.
  case stackedBars(StackedBars)
  /// What ran when, a row an action.
  case timeline(TimelineChart)
  /// Counts, a bar a row.
  case bars(CountBars)
}

/// Bars that are divided into parts.
package struct StackedBars: Sendable {
  /// What it shows.
  package let title: Note
  /// The parts of every bar, in their order.
  package let parts: [Part]
  /// The bars.
  package let bars: [Bar]

  /// A part of every bar.
  package struct Part: Sendable {
    /// What it is.
    package let label: Wording
    /// How it is drawn.
    package let fill: Fill
  }

  /// A bar.
  package struct Bar: Sendable {
    /// What it is of.
    package let label: Value
    /// How many in each part.
    package let counts: [Int]
  }
}

/// How a surface is drawn: each has a colour and a pattern of its own, so that no reader needs both.
package enum Fill: String, Sendable, CaseIterable {
  /// Full, in the strong colour.
  case strong
  /// Striped.
  case striped
  /// Dotted.
  case dotted
  /// Crossed.
  case crossed
  /// Full, in a quiet colour.
  case quiet
  /// Empty, with its outline.
  case hollow
}

/// Counts, some of which are not known.
package struct CountBars: Sendable {
  /// What it shows.
  package let title: Note
  /// What is counted, for each row.
  package let bars: [Bar]
  /// The largest count that charts beside it show, so that they have one scale.
  package var largest: Int64

  /// A bar.
  package struct Bar: Sendable {
    /// What it is of.
    package let label: Value
    /// The count, or the word for why there is none.
    package let value: Value
    /// What there is to know of it.
    package let marks: Set<Mark>
  }
}

/// What ran when.
package struct TimelineChart: Sendable {
  /// What it shows.
  package let title: Note
  /// The days that the axis spans.
  package let from: Day, through: Day
  /// The day as of which it was drawn.
  package let asAt: Day
  /// The rows.
  package let rows: [Row]

  /// An action.
  package struct Row: Sendable {
    /// Its code.
    package let code: String
    /// Its title.
    package let title: LangText?
    /// What it was in, one after the other.
    package var spans: [Span] = []
    /// The deadline that stands.
    package var deadline: CoarseDate?
    /// The first deadline, where it is another one.
    package var originalDeadline: CoarseDate?
  }

  /// A state, from the day on which it took effect to the day of the next.
  package struct Span: Sendable {
    /// The state.
    package let status: RunningStatus
    /// When it began, as written.
    package let began: CoarseDate
    /// The first day of the next state; `nil` while it lasts.
    package var until: Day?
  }
}
