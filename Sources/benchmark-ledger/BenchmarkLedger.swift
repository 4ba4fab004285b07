import LedgerModel
import LedgerOperations
import LocalFiles
import TraceSources

/// `benchmark-ledger COUNT SEED OUT.sqlite` writes a ledger of COUNT invented pieces of evidence over the ten
/// years up to 2026-03-17T12:00:00Z, the same for the same seed, and prints how long each part took.
/// `benchmark-ledger --calendar FILE.ics` reads a calendar without saving it.
/// `benchmark-ledger --sorting LEDGER (DEMO-SEED | REPOSITORY AUTHOR UNTIL)` answers Sort's questions; see
/// `Benchmarks/sorting.sh`.
/// `benchmark-ledger --candidates LEDGER REPOSITORY NAME ADDRESS…` prints the candidates for results of each quarter; see
/// `Benchmarks/candidates.sh`.
/// `benchmark-ledger --inherited FOLDER PEOPLE SEED` says how far hours are from the truth; see `Benchmarks/inherited.sh`.
/// `benchmark-ledger --people FILE` says how often people who might be one are found; see `Benchmarks/same-people.sh`.
@main
enum BenchmarkLedger {
    static let now = Instant(1_773_748_800)

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let zone = ZoneDatabase.zone(named: "Europe/Berlin") else {
            print("this machine does not have the zone Europe/Berlin: install tzdata")
            ThisProgram.end(2)
        }
        do {
            if arguments.count == 2, arguments[0] == "--calendar" {
                try CalendarOnly.read(arguments[1], now: now, zone: zone)
            } else if arguments.count == 2, arguments[0] == "--people" {
                try SamePeopleMeasure.run(arguments[1])
            } else if arguments.count == 4, arguments[0] == "--inherited", let people = Int(arguments[2]),
                let seed = UInt64(arguments[3])
            {
                try InheritedMeasure.run(arguments[1], people: people, seed: seed, zone: zone)
            } else if arguments.first == "--candidates", arguments.count > 4 {
                try await CandidatesMeasure.run(Array(arguments.dropFirst()), zone: zone)
            } else if arguments.first == "--sorting", [3, 5].contains(arguments.count) {
                try await SortingMeasure.run(Array(arguments.dropFirst()), now: now, zone: zone)
            } else if arguments.count == 3, let count = Int(arguments[0]), count > 0, let seed = UInt64(arguments[1]) {
                try fill(arguments[2], count, seed, zone)
            } else {
                print(
                    "usage: benchmark-ledger COUNT SEED OUT.sqlite | --calendar FILE.ics | --people FILE | --sorting LEDGER … "
                        + "| --candidates LEDGER REPOSITORY NAME ADDRESS… | --inherited FOLDER PEOPLE SEED"
                )
                ThisProgram.end(2)
            }
        } catch {
            print("benchmark-ledger: \(error.location): \(error.message)")
            ThisProgram.end(2)
        }
    }

    private static func fill(_ path: String, _ count: Int, _ seed: UInt64, _ zone: Zone) throws(LedgerError) {
        print("\(count) pieces of evidence, seed \(seed)")
        let now = now
        let world = World(now: { now }, machineZone: zone, zoneNamed: { ZoneDatabase.zone(named: $0) })
        let cast = BenchmarkPeople(seed: seed, now: now, zone: zone)
        try LedgerFiller(path: path, count: count, seed: seed, now: now, cast: cast, world: world).fill()
    }
}
