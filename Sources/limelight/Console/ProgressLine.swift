import LedgerOperations
import Synchronization

/// One line on stderr that overwrites itself; only on a terminal, and only for work that takes a while.
final class ProgressLine: Sendable {
    private let began = ContinuousClock.now
    private let shown = Mutex<ContinuousClock.Instant?>(nil)

    var callback: ImportProgress {
        guard Console.hasProgress else { return { _, _, _ in } }
        return { what, done, of in self.update(what, done, of) }
    }

    private func update(_ what: String, _ done: Int, _ of: Int?) {
        let now = ContinuousClock.now
        guard now - began > .seconds(1) else { return }
        shown.withLock { last in
            if let last, now - last < .milliseconds(100) { return }
            last = now
            Console.whisper("\r\u{1B}[K" + Self.text(what, done, of))
        }
    }

    static func text(_ what: String, _ done: Int, _ of: Int?) -> String {
        guard let of, of > 0 else { return "  \(what): \(done) read" }
        let filled = min(20, done * 20 / of)
        return
            "  \(what) [\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 20 - filled))] \(done) of \(of)"
    }

    func finish() {
        shown.withLock { last in
            if last != nil { Console.whisper("\r\u{1B}[K") }
        }
    }
}
