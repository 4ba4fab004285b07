import LedgerModel
import LedgerOperations

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where this machine keeps what starts by itself.
enum RoutinePlace {
    static func routine(_ ledger: String, minute: Int = 900) throws(LedgerError) -> Routine {
        guard let home = Console.environment("HOME"), home.hasPrefix("/") else {
            throw LedgerError(.usage, "your home is not known", hint: "Set $HOME.")
        }
        func folder(_ name: String, _ usual: String) -> String {
            guard let path = Console.environment(name), path.hasPrefix("/") else { return home + usual }
            return path
        }
        let place = Routine.Place(
            home: home, config: folder("XDG_CONFIG_HOME", "/.config"), data: folder("XDG_DATA_HOME", "/.local/share"),
            binary: binary)
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
