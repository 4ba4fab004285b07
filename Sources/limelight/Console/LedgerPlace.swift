import LedgerModel
import LocalFiles

/// Where a ledger lies when nobody says.
enum LedgerPlace {
    /// `$LIMELIGHT_LEDGER`, else the person's own in the usual place of the platform. Throws `.usage`.
    static func standard() throws(LedgerError) -> String {
        if let named = Console.environment("LIMELIGHT_LEDGER") { return named }
        return try known().ledger
    }

    /// The made-up year beside one's own. Throws `.usage`.
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
