import ArgumentParser
import LedgerModel
import LedgerOperations

/// The options that every command takes.
struct Globals: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger to use.", discussion: "Default: $LIMELIGHT_LEDGER, else the usual place.", valueName: "path"))
    var ledger: String?

    @Option(help: ArgumentHelp("Take this moment for now, as 2026-03-17T12:00:00Z.", valueName: "instant"))
    var now: String?

    @Option(help: ArgumentHelp("Read and write in this time zone, as Europe/Berlin.", valueName: "name"))
    var zone: String?

    var place: Place { Place(ledger: ledger, now: now, zone: zone) }
    var path: String { get throws(LedgerError) { try place.path } }

    func open(mayBegin: Bool = false) throws(LedgerError) -> Ledger { try place.open(mayBegin: mayBegin) }
    func look() throws(LedgerError) -> Ledger { try place.look() }
    func world() throws(LedgerError) -> World { try place.world() }
}

/// `--json` on a command that answers.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the machine-readable answer.")
    var json = false
}

/// The period that is asked about.
struct PeriodOptions: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("today, week, month, quarter, year, 2026-Q3, 2026-03, 90d.", valueName: "period"))
    var period: String?

    @Option(help: ArgumentHelp("From the start of this day.", valueName: "day"))
    var since: String?

    @Option(help: ArgumentHelp("Up to the start of this day.", valueName: "day"))
    var until: String?

    /// This quarter to now when nothing is said.
    func resolve(_ ledger: Ledger, default fallback: String = "quarter") throws(LedgerError) -> Period {
        let today = try ledger.today()
        guard since != nil || until != nil else { return try Period(period ?? fallback, today: today) }
        guard period == nil else {
            throw LedgerError(.badPeriod, "--in does not go with --since or --until", hint: "Use one or the other.")
        }
        let from =
            try since.map { (text: String) throws(LedgerError) in try Self.day(text, today) } ?? today.firstOfQuarter
        let to = try until.map { (text: String) throws(LedgerError) in try Self.day(text, today) } ?? today + 1
        guard from <= to else {
            throw LedgerError(.badPeriod, "the period would end before it begins", hint: "Swap --since and --until.")
        }
        return Period(since: from, until: to)
    }

    private static func day(_ text: String, _ today: CivilDay) throws(LedgerError) -> CivilDay {
        let spoken = SpokenTime(now: Instant(today.number * 86_400 + 43_200), zones: ZoneHistory(.utc))
        if let day = spoken.day(text.lowercased()) { return day }
        throw LedgerError(.badPeriod, "“\(text)” is no day I can read", hint: "Write 2026-03-17, yesterday or monday.")
    }
}
