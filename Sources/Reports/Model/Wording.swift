/// A fixed word or sentence in the languages of reports.
package struct Wording: Sendable, Hashable {
  /// In Latvian.
  package let lv: String
  /// In English.
  package let en: String

  /// A wording.
  init(lv: String, en: String) {
    self.lv = lv
    self.en = en
  }

  /// The wording in a language.
  package func text(in language: ReportLanguage) -> String {
    switch language {
    case .latvian: lv
    case .english: en
    }
  }
}

/// A word of the vocabulary that people read in their language and files under its name.
protocol Worded {
  /// Its name in files: `IN_PROGRESS`.
  var code: String { get }
  /// What people read.
  var wording: Wording { get }
}

/// A language that reports are written in.
package enum ReportLanguage: String, Sendable, CaseIterable {
  /// Latvian.
  case latvian = "lv"
  /// English.
  case english = "en"
}
