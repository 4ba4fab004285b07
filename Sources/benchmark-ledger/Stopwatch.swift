import LedgerModel

enum Stopwatch {
    /// Prints what was done and the seconds it took.
    static func tell(_ what: String, _ work: () throws(LedgerError) -> Void) throws(LedgerError) {
        let clock = ContinuousClock()
        let began = clock.now
        try work()
        let (seconds, attoseconds) = (clock.now - began).components
        let millis = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
        print("\(what): \(millis / 1_000).\(padded(millis % 1_000, 3)) s")
    }
}
