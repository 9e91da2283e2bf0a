internal import Events

/// What an event is refused for by itself, whatever happened before it.
///
/// These are no checks of `Events`: what a ledger holds already must stay readable when a list of
/// currencies changes.
enum EventRules {
  static func check(_ event: Event) throws(RuleViolation) {
    do throws(EventError) {
      try event.data.check()
    } catch {
      throw .invalid(error)
    }
    if event.provenance == .derived, event.sources.isEmpty, event.causation == nil {
      throw .derivedFromNothing
    }
    guard case .fundingAllocated(let body) = event.data else { return }
    if body.amount.description.hasPrefix("-") { throw .negativeFunding(amount: body.amount) }
    let code = body.currency.description
    if !Currencies.codes.contains(code) {
      throw .unknownCurrency(code: body.currency, similar: Currencies.codes.sorted())
    }
  }
}

/// The currencies of ISO 4217: those of its list one, and those of Europe that plans of this century
/// were made in before the euro.
enum Currencies {
  static let codes = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN \
    BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD \
    FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS \
    KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR \
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH \
    UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF XSU XUA YER ZAR ZMW ZWG \
    ANG BYR CUC CYP EEK HRK LTL LVL MTL ROL SIT SKK SLL ZWL
    """.split(separator: " ").map(String.init))
}
