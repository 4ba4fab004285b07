import ArgumentParser
import LedgerModel
import LedgerOperations

/// The options that every command takes.
struct Globals: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger to use.", discussion: "Default: $LIMELIGHT_LEDGER, or else the usual place.", valueName: "path")
    )
    var ledger: String?

    @Option(help: ArgumentHelp("Treat this moment as now, such as 2026-03-17T12:00:00Z.", valueName: "instant"))
    var now: String?

    @Option(help: ArgumentHelp("Read and write times in this zone, such as Europe/Berlin.", valueName: "name"))
    var zone: String?

    var place: Place { Place(ledger: ledger, now: now, zone: zone) }
    var path: String { get throws(LedgerError) { try place.path } }

    func open(mayBegin: Bool = false) throws(LedgerError) -> Ledger { try place.open(mayBegin: mayBegin) }
    func look() throws(LedgerError) -> Ledger { try place.look() }
    func world() throws(LedgerError) -> World { try place.world() }
}

/// `--json`, for commands that print an answer.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the machine-readable answer.")
    var json = false
}

/// The options for a period.
struct PeriodOptions: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("week, month, quarter, year, October, Q3, 2026-W40, 90d.", valueName: "period"))
    var period: String?

    @Option(help: ArgumentHelp("From the start of this day: 2026-10-01, 1.10.", valueName: "day"))
    var since: String?

    @Option(help: ArgumentHelp("Up to the start of this day.", valueName: "day"))
    var until: String?

    var isUnsaid: Bool { period == nil && since == nil && until == nil }

    /// The chosen period; without one, the present one of a name, or the one before it while it has just begun.
    ///
    /// - Parameter isExact: Whether a program asks, for which this quarter is always this quarter.
    func choose(
        _ ledger: Ledger, otherwise present: ChosenPeriod.Name = .quarter, isExact: Bool = false
    ) throws(LedgerError) -> ChosenPeriod {
        guard period == nil || since == nil && until == nil else {
            throw LedgerError(.badPeriod, "--in does not go with --since or --until", hint: "Use one or the other.")
        }
        let (now, zones) = (ledger.asking.now, try ledger.asking.zones())
        if isExact, isUnsaid { return ChosenPeriod(present.period(around: zones.day(of: now))) }
        return try ChosenPeriod(in: period, since: since, until: until, now: now, zones: zones, otherwise: present)
    }
}

/// Lets the global options come before the command too: `limelight --ledger demo.sqlite scope`.
enum GlobalsFirst {
    /// Moves leading global options behind the command, and before a `--` if there is one.
    static func rearrange(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let first = rest.first {
            if Place.options.contains(first), rest.count > 1 {
                moved += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if Place.options.contains(where: { first.hasPrefix($0 + "=") }) {
                moved.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard !moved.isEmpty else { return arguments }
        if let end = rest.firstIndex(of: "--") { return rest[..<end] + moved + rest[end...] }
        return rest + moved
    }
}
