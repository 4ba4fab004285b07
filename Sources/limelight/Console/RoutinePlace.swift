import LedgerModel
import LedgerOperations
import LocalFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where this machine keeps what starts by itself.
enum RoutinePlace {
    static func routine(_ ledger: String, minute: Int = 900) throws(LedgerError) -> Routine {
        let folders = PersonalFolders.own
        guard let home = folders.home, let config = folders.config else {
            throw LedgerError(.usage, "your home is not known", hint: "Set $HOME.")
        }
        let place = Routine.Place(
            home: home, config: config, data: folders.chosenData ?? home + "/.local/share", binary: binary)
        return try Routine(place, ledger: ledger, minute: minute)
    }

    /// This program, by its absolute path.
    private static var binary: String {
        #if os(Linux)
            var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
            if count > 0 { return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
        #endif
        guard let real = realpath(CommandLine.arguments[0], nil) else { return CommandLine.arguments[0] }
        defer { free(real) }
        return String(cString: real)
    }
}
