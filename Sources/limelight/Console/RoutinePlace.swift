import LedgerModel
import LocalFiles
import Routine

/// Where this machine keeps what starts by itself.
enum RoutinePlace {
    static func routine(_ ledger: String, minute: Int = 900) throws(LedgerError) -> Routine {
        let folders = PersonalFolders.own
        guard let home = folders.home, let config = folders.config else {
            throw LedgerError(.usage, "your home is not known", hint: "Set $HOME.")
        }
        let place = Routine.Place(
            home: home, config: config, data: folders.chosenData ?? home + "/.local/share", binary: ThisProgram.path)
        return try Routine(place, ledger: ledger, minute: minute)
    }
}
