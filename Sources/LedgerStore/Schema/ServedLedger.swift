import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `limelight serve` holds a lock on the file `ledger.sqlite.serve` beside its ledger.
struct ServedLedger {
    private let descriptor: Int32?

    /// Keeps servers away from a ledger until `end`. Throws `.ledgerInUse` when one runs.
    static func keepOut(_ ledger: String) throws(LedgerError) -> ServedLedger {
        guard let descriptor = file(beside: ledger) else { return ServedLedger(descriptor: nil) }
        if lock(descriptor, LOCK_SH | LOCK_NB) == 0 { return ServedLedger(descriptor: descriptor) }
        let process = process(descriptor)
        close(descriptor)
        throw LedgerError(
            .ledgerInUse, "the ledger has to be brought to this version, and `limelight serve` runs on it",
            location: ledger,
            hint: "End it with Ctrl-C where it runs\(process), then do this again. Nothing was changed.")
    }

    func end() {
        if let descriptor { close(descriptor) }
    }

    private static func file(beside ledger: String) -> Int32? {
        guard let real = realpath(ledger, nil) else { return nil }
        defer { free(real) }
        let descriptor = open(String(cString: real) + ".serve", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Its second line is the server's process.
    private static func process(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
        return lines.count > 1 && Int32(lines[1]) != nil ? " (process \(lines[1]))" : ""
    }

    private static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { flock(descriptor, operation) }
}
