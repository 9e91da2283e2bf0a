// What a report says of itself.

extension Wording {
  static let report = Wording(lv: "Ziņojums par plāna izpildi", en: "Report on the plan")
  static let asAt = Wording(lv: "Stāvoklis {0}", en: "As at {0}")
  static let contents = Wording(lv: "Saturs", en: "Contents")
  static let keyFigures = Wording(lv: "Galvenie skaitļi", en: "Key figures")
  static let facts = Wording(lv: "Par plānu", en: "About the plan")
  static let illustrativeTitle = Wording(lv: "Ilustratīvi dati", en: "Illustrative data")
  static let illustrative = Wording(
    lv: "Daļa no rādītā ir izdomāta, lai parādītu, kā darbojas reģistrs. Tas nav nevienas "
      + "institūcijas ziņojums. Šādas rindas ir atzīmētas ar vārdu ILUSTRATĪVS.",
    en: "Some of what is shown is invented, to show how the record works. It is nobody’s report. "
      + "Such rows are marked ILLUSTRATIVE.")
  static let illustrativeStrip = Wording(
    lv: "ILUSTRATĪVI DATI, nevienas institūcijas ziņojums",
    en: "ILLUSTRATIVE DATA, nobody’s report")
  static let basis = Wording(lv: "Uz ko balstās šis ziņojums", en: "What this report rests on")
  static let effectiveClock = Wording(lv: "Kas bija spēkā", en: "What was true")
  static let publishedClock = Wording(lv: "Kas bija publicēts", en: "What had been said in public")
  static let recordedClock = Wording(lv: "Kas bija reģistrēts", en: "What was recorded")
  static let onDay = Wording(lv: "{0}", en: "on {0}")
  static let byDay = Wording(lv: "līdz {0}", en: "by {0}")
  static let anyDay = Wording(lv: "jebkurā dienā vai nekad", en: "by any day, or never")
  static let byEvent = Wording(
    lv: "līdz notikumam Nr. {0}, kas reģistrēts {1}", en: "up to event no. {0}, recorded {1}")
  static let byEventRestored = Wording(
    lv: "līdz notikumam Nr. {0}, kas reģistrēts {1} (laiki atjaunoti no cita reģistra)",
    en: "up to event no. {0}, recorded {1} (times restored from another ledger)")
  static let emptyLedger = Wording(lv: "nekas", en: "nothing")
  static let treeRoot = Wording(lv: "Reģistra koka sakne", en: "Root of the ledger’s tree")
  static let ledger = Wording(lv: "Reģistrs", en: "Ledger")
  static let onlyProvenance = Wording(lv: "Tikai šādas izcelsmes ziņas", en: "Only of provenance")
  static let restsOn = Wording(lv: "Ziņu izcelsme", en: "Provenance of what is shown")
  static let sameAgain = Wording(
    lv: "To pašu ziņojumu, baitu pa baitam, dod šī komanda:",
    en: "This command gives the same report again, byte for byte:")
  static let legend = Wording(lv: "Zīmes", en: "Marks")
  static let impreciseLegend = Wording(
    lv: "aptuvens datums atstāj neskaidru, kas šajā dienā ir spēkā",
    en: "a coarse date leaves open what is true on the day")
  static let revisedLegend = Wording(
    lv: "avots skaitli precizējis", en: "the source revised the figure")
  static let publishedLegend = Wording(
    lv: "oficiāla avota publicēts skaitlis, tāpēc rādīts",
    en: "published by an official source, and so shown")
  static let interimLegend = Wording(
    lv: "starpvērtējums", en: "interim verdict")
  static let atLeastLegend = Wording(
    lv: "vismaz tik ilgi: sākums nav precīzi zināms",
    en: "at least so long: its beginning is not known exactly")
  static let scrollHint = Wording(lv: "tabula, ritināma", en: "table, scrolls")
  static let chart = Wording(lv: "Attēls", en: "Figure")
  static let table = Wording(lv: "Tabula", en: "Table")
  static let skip = Wording(lv: "Pāriet uz saturu", en: "Skip to the content")

  // MARK: In charts

  static let currentDeadlineMark = Wording(lv: "spēkā esošais termiņš", en: "deadline in force")
  static let originalDeadlineMark = Wording(lv: "sākotnējais termiņš", en: "original deadline")
  static let coarseMark = Wording(lv: "aptuvens datums", en: "coarse date")
  static let asAtMark = Wording(lv: "ziņojuma diena", en: "day of the report")
}
