import LedgerModel
import LedgerOperations
import LocalFiles
import TraceSources

/// Which ledger, at what moment, in which zone: what the options of every command say.
struct Place: Equatable {
    var ledger: String?
    var now: String?
    var zone: String?

    /// Opens the ledger. One that is not there is only begun by what writes into it, wherever its name is from.
    func open(mayBegin: Bool = false) throws(LedgerError) -> Ledger {
        let path = try path
        guard mayBegin || fileExists(path) else {
            throw LedgerError(.notFound, "there is no ledger here yet", location: path, hint: hint)
        }
        return try Ledger(path: path, world: world())
    }

    /// The ledger, or an empty one in memory where none is: for looking at what would be.
    func look() throws(LedgerError) -> Ledger {
        let path = try path
        return try fileExists(path) ? open() : Ledger(notBegunAt: path, world: world())
    }

    /// The variable that names the ledger, where one does and no option.
    var variable: String? {
        guard ledger == nil else { return nil }
        return Console.environment("LIMELIGHT_LEDGER") == nil ? nil : "LIMELIGHT_LEDGER"
    }

    /// How one begins where none is.
    private var hint: Advice {
        if let ledger {
            return "Check the name, or begin one with `limelight log \"what I did\" --ledger \(ledger)`."
        }
        if let variable {
            return "\(variable) names it. Check the name, or begin one with \(offer: .setUp)."
        }
        return "Begin one with \(offer: .setUp), or look around in a made-up year with \(offer: .lookAround)."
    }

    /// Throws `.usage` where nobody names it and no home is known.
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
