import LedgerModel
import LedgerOperations
import TraceSources

/// Which ledger, at what moment, in which zone: what the options of every command say.
struct Place: Equatable {
    var ledger: String?
    var now: String?
    var zone: String?

    /// Opens the ledger. One that is named and is not there is only begun by what writes into it.
    func open(mayBegin: Bool = false) throws(LedgerError) -> Ledger {
        if !mayBegin, let ledger, !Console.fileExists(ledger) {
            throw LedgerError(
                .notFound, "there is no ledger here yet", location: ledger,
                hint: "Check the name, or begin one with `limelight log \"what I did\" --ledger \(ledger)`.")
        }
        return try Ledger(path: path, world: world())
    }

    var path: String { ledger ?? LedgerPlace.standard }

    func world() throws(LedgerError) -> World {
        let override = try zone.map { (name: String) throws(LedgerError) -> Zone in
            guard let zone = ZoneDatabase.zone(named: name) else {
                throw LedgerError(
                    .badZone, "there is no time zone “\(name)”", hint: "Write a name such as Europe/Berlin.")
            }
            return zone
        }
        let fixed = try now.map { (text: String) throws(LedgerError) -> Instant in
            guard let instant = SpokenTime.rfc3339(text) else {
                throw LedgerError(.badTime, "“\(text)” is no instant", hint: "Write for example 2026-03-17T12:00:00Z.")
            }
            return instant
        }
        return World(
            now: { fixed ?? SystemClock.now },
            machineZone: ZoneDatabase.machineZone(environment: Console.zoneEnvironment), zoneOverride: override,
            zoneNamed: { ZoneDatabase.zone(named: $0) }, remark: { Console.note("limelight: warning: \($0)") })
    }
}
