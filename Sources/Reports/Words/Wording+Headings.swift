// What stands over and between tables. `{0}` is the place of a value.

extension Wording {
  // MARK: Headings

  static let statusHeading = Wording(lv: "Izpildes stāvoklis", en: "Status")
  static let changesHeading = Wording(
    lv: "Izmaiņas kopš iepriekšējā ziņojuma", en: "Changes since the last report")
  static let oneByOneHeading = Wording(
    lv: "Izmaiņas pa vienai", en: "The changes one by one")
  static let deadlinesHeading = Wording(
    lv: "Pagājuši un pārcelti termiņi", en: "Deadlines passed and moved")
  static let unfinishedHeading = Wording(
    lv: "Nepabeigtie pasākumi bez lēmuma", en: "Unfinished actions without a disposition")
  static let victimsHeading = Wording(
    lv: "Cilvēku tirdzniecībā cietušie", en: "Victims of trafficking in human beings")
  static let challengesHeading = Wording(
    lv: "Izaicinājumi un sasniegumi", en: "Challenges and achievements")
  static let recommendationsHeading = Wording(lv: "Ieteikumi", en: "Recommendations")
  static let obligationsHeading = Wording(lv: "Juridiskie pienākumi", en: "Legal obligations")
  static let claimsHeading = Wording(
    lv: "Publicētie skaitļi un reģistrs", en: "Published figures and the record")
  static let restatementsHeading = Wording(
    lv: "Precizējumi un labojumi", en: "Revisions and corrections")
  static let actionsHeading = Wording(lv: "Pasākumi", en: "Actions")
  static let sourcesHeading = Wording(lv: "Avoti", en: "Sources")

  // MARK: Captions

  static let datesCaption = Wording(lv: "Plāna datumi", en: "Dates of the plan")
  static let runningByArea = Wording(
    lv: "Pasākumu izpildes gaita pa rīcības virzieniem", en: "Running status of actions by area")
  static let verdictByArea = Wording(
    lv: "Pasākumu vērtējums pa rīcības virzieniem", en: "Verdicts on actions by area")
  static let runningCaption = Wording(
    lv: "Pasākumu skaits pēc izpildes gaitas", en: "Number of actions by running status")
  static let verdictCaption = Wording(
    lv: "Pasākumu skaits pēc vērtējuma", en: "Number of actions by verdict")
  static let timelinessCaption = Wording(
    lv: "Pasākumu skaits attiecībā pret spēkā esošo termiņu",
    en: "Number of actions against the deadline in force")
  static let changesCaption = Wording(
    lv: "Izmaiņas no {0} līdz {1}", en: "Changes from {0} to {1}")
  static let changesSummary = Wording(
    lv: "Izmaiņas kopumā", en: "Changes at a glance")
  static let overdueCaption = Wording(
    lv: "Termiņš pagājis, pasākums nav pabeigts ({0})",
    en: "Deadline passed, action not delivered ({0})")
  static let postponedCaption = Wording(
    lv: "Pasākumi, kuru termiņš pārcelts", en: "Actions whose deadline was moved")
  static let deliveredLaterCaption = Wording(
    lv: "Pasākumi, kas pabeigti pēc termiņa", en: "Actions delivered after their deadline")
  static let unfinishedCaption = Wording(
    lv: "Nepabeigtie pasākumi, par kuru turpmāko gaitu nav lemts",
    en: "Unfinished actions of which nobody has said what becomes of them")
  static let victimsCaption = Wording(
    lv: "{0}; reģistrs: {1}; valsts: {2}", en: "{0}; register: {1}; country: {2}")
  static let challengesCaption = Wording(
    lv: "Izaicinājumi ({0})", en: "Challenges ({0})")
  static let achievementsCaption = Wording(lv: "Sasniegumi", en: "Achievements")
  static let disposedCaption = Wording(
    lv: "Nepabeigtie pasākumi, par kuriem lemts", en: "Unfinished actions with a disposition")
  static let recommendationsCaption = Wording(
    lv: "Ieteikumi un pasākumi, kas uz tiem atbild ({0})",
    en: "Recommendations and the actions that answer to them ({0})")
  static let obligationsCaption = Wording(
    lv: "Pienākumi un atlikušais laiks ({0})", en: "Obligations and the time left ({0})")
  static let reconciliationCaption = Wording(
    lv: "Publicētie skaitļi līdzās tam, ko veido atsevišķie ieraksti ({0})",
    en: "Published figures beside what the items add up to ({0})")
  static let statementsCaption = Wording(
    lv: "Publicētie apgalvojumi", en: "Published statements")
  static let restatementsCaption = Wording(
    lv: "Kas bija teikts citādi, kad un ar kuru notikumu tas mainīts",
    en: "What was said otherwise before, when it was changed and by which event")
  static let timelineTitle = Wording(
    lv: "Pasākumu izpilde laikā", en: "Actions over time")
  static let timelineTitlePart = Wording(
    lv: "Pasākumu izpilde laikā: {0}–{1}", en: "Actions over time: {0} to {1}")
  static let actionsCaption = Wording(lv: "Visi pasākumi ({0})", en: "All actions ({0})")
  static let sourcesCaption = Wording(
    lv: "Dokumenti, uz kuriem atsaucas šis ziņojums", en: "Documents that this report cites")

  // MARK: Where there is nothing

  static let noActions = Wording(
    lv: "Līdz šai dienai neviens pasākums nav reģistrēts.",
    en: "No actions are recorded by this day.")
  static let noChanges = Wording(lv: "Izmaiņu nav.", en: "Nothing has changed.")
  static let noneOverdue = Wording(
    lv: "Nav pasākumu, kuru termiņš pagājis.", en: "No action is past its deadline.")
  static let nonePostponed = Wording(
    lv: "Neviens termiņš nav pārcelts.", en: "No deadline was moved.")
  static let noneUnfinished = Wording(
    lv: "Tādu pasākumu nav.", en: "There are no such actions.")
  static let noCounts = Wording(
    lv: "Par plāna periodu nav reģistrēts neviens skaits.",
    en: "No counts are recorded for the plan's period.")
  static let noChallenges = Wording(
    lv: "Izaicinājumi nav reģistrēti.", en: "No challenges are recorded.")
  static let noRecommendations = Wording(
    lv: "Ieteikumi nav reģistrēti.", en: "No recommendations are recorded.")
  static let noObligations = Wording(
    lv: "Juridiski pienākumi nav reģistrēti.", en: "No legal obligations are recorded.")
  static let noClaims = Wording(
    lv: "Skaitļi par plānu nav publicēti.", en: "No figures were published on the plan.")
  static let noRestatements = Wording(
    lv: "Nekas nav precizēts, labots vai atsaukts.",
    en: "Nothing was revised, corrected or retracted.")
  static let noSources = Wording(lv: "Avoti nav norādīti.", en: "No sources are cited.")

  // MARK: What is to be read first

  static let verdictsNotHeld = Wording(
    lv: "Plāns noslēgts, un atsevišķu pasākumu vērtējumi šeit nav pieejami.",
    en: "The plan was closed, and verdicts on single actions are not held here.")
  static let undeterminedNote = Wording(
    lv: "Pasākumi, par kuriem aptuvens datums atstāj neskaidru, vai termiņš pagājis: {0}.",
    en: "Actions of which a coarse date leaves open whether the deadline has passed: {0}.")
  static let notDeterminable = Wording(
    lv: "Turpmākā gaita nav nosakāma: atsevišķu pasākumu vērtējumi nav pieejami.",
    en: "Dispositions are not determinable: verdicts on single actions are not held.")
  static let stillOpen = Wording(
    lv: "Plāns vēl nav noslēgts: lēmums par pasākumu vajadzīgs, kad plāns beidzas.",
    en: "The plan is not closed yet: an action needs a disposition when its plan is over.")
  static let periodNotOver = Wording(
    lv: "Plāna periods vēl nav beidzies. Pasākumi, kas vēl nav pabeigti un par kuriem nav lemts: "
      + "{0} no {1}.",
    en: "The plan’s period is not over yet. Actions that are unfinished and have no disposition: "
      + "{0} of {1}.")
  static let undisposedAtApproval = Wording(
    lv: "Kad apstiprināts nākamais plāns {0}, bez lēmuma bija: {1}.",
    en: "When the next plan, {0}, was approved, these had no disposition: {1}.")
  static let coverageNote = Wording(
    lv: "Ieteikums ir aptverts, ja kāds pasākums no tā izriet vai ar to saistīts kā atbilde, "
      + "ieviešana vai risinājums. Ar saistību vien nepietiek, un atcelts pasākums neaptver neko.",
    en: "A recommendation is covered where an action comes from it, or is linked as answering, "
      + "implementing or addressing it. Being related is not enough, and a cancelled action covers "
      + "nothing.")
  static let uncoveredNote = Wording(
    lv: "Ieteikumi, kurus neaptver neviens pasākums: {0} no {1}.",
    en: "Recommendations that no action covers: {0} of {1}.")
  static let notSummed = Wording(
    lv: "Dažādu uzskaites veidu un dažādu reģistru skaitļi nav saskaitāmi, un šeit tie nav "
      + "saskaitīti. Rādīti tikai reģistrētie skaitļi.",
    en: "Counts of different bases or registers cannot be added up, and are not. Only counts that "
      + "were recorded are shown.")
  static let suppressionNote = Wording(
    lv: "Skaitļi no 1 līdz {0} nav rādīti, tāpat skaitļi, no kuriem tos varētu izrēķināt. "
      + "Oficiāla avota publicēti mazi skaitļi ir rādīti un atzīmēti ar †.",
    en: "Counts from 1 to {0} are not shown, nor are counts from which they could be told. Small "
      + "counts that an official source has published are shown and marked †.")
  static let countsLegend = Wording(
    lv: "0 nozīmē, ka nav neviena; „nav zināms”, ka skaits nav zināms; „nav vākts”, ka tas nav "
      + "uzskaitīts; „–”, ka skaits nav reģistrēts.",
    en: "0 means none; “unknown” that the number is not known; “not collected” that nobody "
      + "counted; “–” that no count is recorded.")
  static let claimsNote = Wording(
    lv: "Publicētais skaitlis paliek tāds, kāds tas publicēts; līdzās ir tas, ko šajā dienā veido "
      + "reģistra ieraksti.",
    en: "A published figure stays as it was published; beside it stands what the items in the "
      + "record add up to on this day.")
  static let restatementsNote = Wording(
    lv: "Precizēts: avots mainījis skaitli vai vērtējumu. Labots: ievadīts kļūdaini. Atsaukts: tā "
      + "nav bijis.",
    en: "Revised: the source changed a figure or verdict. Corrected: it was typed wrong. "
      + "Retracted: it never happened.")
  static let notApprovedYet = Wording(
    lv: "Plāns vēl nav apstiprināts, un ziņojumi par to nav izskatīti: nav ar ko salīdzināt.",
    en: "The plan is not approved yet, and no report on it was noted: there is nothing to compare "
      + "with.")
  static let sinceApproval = Wording(
    lv: "Pirms šīs dienas neviens ziņojums nav izskatīts. Salīdzināts ar plāna apstiprināšanas "
      + "dienu: {0}.",
    en: "No report was noted before this day. Compared with the day on which the plan was "
      + "approved: {0}.")
  static let sinceReport = Wording(
    lv: "Salīdzināts ar ziņojumu, kas izskatīts {0} ({1}); tā datu diena nav norādīta, tāpēc ņemta "
      + "izskatīšanas diena.",
    en: "Compared with the report noted on {0} by {1}; no cut-off date is recorded for it, and so "
      + "the day on which it was noted counts.")
  static let sinceReportWithCutOff = Wording(
    lv: "Salīdzināts ar ziņojumu, kas izskatīts {0} ({1}), pēc stāvokļa {2}.",
    en: "Compared with the report noted on {0} by {1}, with its cut-off date {2}.")
  static let sinceBasis = Wording(
    lv: "Tā pamatā bija reģistrs līdz notikumam Nr. {0}: izmaiņās ir arī tas, kas vēlāk reģistrēts "
      + "par agrāku laiku.",
    en: "It rested on the record up to event no. {0}: what was recorded later of earlier days is "
      + "among the changes.")
  static let oneByOneNote = Wording(
    lv:
      "Katra izmaiņa ar notikumu, kas to radīja, ir ziņojuma beigās, sadaļā „Izmaiņas pa vienai”.",
    en: "Each change with the event that did it stands at the end, under “The changes one by one”.")
  static let basisNotRecorded = Wording(
    lv: "Nav norādīts, uz kādu reģistra stāvokli tas balstījās: abas dienas salīdzinātas pēc tā, "
      + "kas zināms tagad.",
    en: "On which position of the record it rested is not recorded: both days are compared by what "
      + "is known now.")
}
