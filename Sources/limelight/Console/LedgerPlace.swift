/// Where a ledger lies when nobody says.
enum LedgerPlace {
    static var standard: String { Console.environment("LIMELIGHT_LEDGER") ?? own }

    /// The person's own ledger in the usual place of the platform.
    static var own: String { folder + "/ledger.sqlite" }

    /// Beside one's own.
    static var demo: String { folder + "/demo.sqlite" }

    private static var folder: String {
        if let data = Console.environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/limelight" }
        let home = Console.environment("HOME") ?? "."
        #if os(macOS)
            return home + "/Library/Application Support/limelight"
        #else
            return home + "/.local/share/limelight"
        #endif
    }
}
