import LedgerModel
import LedgerOperations
import LocalFiles
import Routine
import TraceSources

/// Which ledger, at which moment, in which zone: the global options of every command.
struct Place: Equatable {
    var ledger: String?
    var now: String?
    var zone: String?

    /// Opens the ledger. Only commands that write create a missing one, wherever its name comes from.
    func open(mayBegin: Bool = false) throws(LedgerError) -> Ledger {
        let path = try path
        guard mayBegin || fileExists(path) else {
            throw LedgerError(.notFound, "there is no ledger here yet", location: path, hint: hint)
        }
        return try Ledger(path: path, world: world())
    }

    /// The ledger, or an empty one in memory if there is none: for commands that only look.
    func look() throws(LedgerError) -> Ledger {
        let path = try path
        return try fileExists(path) ? open() : Ledger(notBegunAt: path, world: world())
    }

    /// The variable that names the ledger, if a variable does and no option does.
    var variable: String? {
        guard ledger == nil else { return nil }
        return Console.environment("LIMELIGHT_LEDGER") == nil ? nil : "LIMELIGHT_LEDGER"
    }

    /// How to start a ledger that does not exist yet.
    private var hint: Advice {
        if let ledger {
            return "Check the name, or start one with `limelight log \"what I did\" --ledger \(ledger)`."
        }
        if let variable {
            return "\(variable) names it. Check the name, or start one with \(offer: .setUp)."
        }
        return "Start one with \(offer: .setUp), or look around in a made-up year with \(offer: .lookAround)."
    }

    /// Throws `.usage` if nothing names the ledger and no home folder is known.
    var path: String {
        get throws(LedgerError) {
            if let ledger { return ledger }
            return try LedgerPlace.standard()
        }
    }

    func world() throws(LedgerError) -> World {
        let override = try zone.map { (name: String) throws(LedgerError) -> Zone in
            guard let zone = ZoneDatabase.zone(named: name) else {
                throw LedgerError(
                    .badZone, "there is no time zone “\(name)”", hint: "Write a name such as Europe/Berlin.")
            }
            return zone
        }
        let fixed = try now.map { (text: String) throws(LedgerError) in try SpokenTime.exact(text) }
        return World(
            now: { fixed ?? Instant(SystemClock.seconds) },
            machineZone: ZoneDatabase.machineZone(environment: Console.zoneEnvironment), zoneOverride: override,
            zoneNamed: { ZoneDatabase.zone(named: $0) }, remark: { Console.note("limelight: warning: \($0)") })
    }
}

/// Where a ledger is by default.
enum LedgerPlace {
    /// `$LIMELIGHT_LEDGER`, or else the person's own in the usual place of the platform. Throws `.usage`.
    static func standard() throws(LedgerError) -> String {
        if let named = Console.environment("LIMELIGHT_LEDGER") { return named }
        return try known().ledger
    }

    /// The made-up year, beside the person's own ledger. Throws `.usage`.
    static func demo() throws(LedgerError) -> String { try known().demo }

    private static func known() throws(LedgerError) -> (ledger: String, demo: String) {
        guard let folder = folder(.own) else {
            throw LedgerError(
                .usage, "no home folder is known, so there is no usual place for a ledger",
                hint: "Name the ledger with --ledger FILE, or set LIMELIGHT_LEDGER or HOME.")
        }
        return (folder + "/ledger.sqlite", folder + "/demo.sqlite")
    }

    private static func folder(_ folders: PersonalFolders) -> String? {
        if let data = folders.chosenData { return data + "/limelight" }
        #if os(macOS)
            return folders.home.map { $0 + "/Library/Application Support/limelight" }
        #else
            return folders.home.map { $0 + "/.local/share/limelight" }
        #endif
    }
}

/// Where this machine keeps what starts automatically.
enum RoutinePlace {
    static func routine(_ ledger: String, minute: Int = 900) throws(LedgerError) -> Routine {
        let folders = PersonalFolders.own
        guard let home = folders.home, let config = folders.config else {
            throw LedgerError(.usage, "your home folder is not known", hint: "Set $HOME.")
        }
        let place = Routine.Place(
            home: home, config: config, data: folders.chosenData ?? home + "/.local/share", binary: ThisProgram.path)
        return try Routine(place, ledger: ledger, minute: minute)
    }
}
