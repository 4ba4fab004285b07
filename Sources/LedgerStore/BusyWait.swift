import LocalFiles
import Synchronization

/// Makes a connection wait up to ten seconds for another program that writes. It tries every millisecond at first.
///
/// SQLite’s own busy handler backs off to a tenth of a second and so misses the short pauses that an import makes for
/// others.
final class BusyWait: Sendable {
    private let on = Atomic(true)
    private let waited = Atomic(0)

    /// How often it has waited so far.
    var waits: Int { waited.load(ordering: .relaxed) }

    /// If false, a write gives up at once.
    var isOn: Bool {
        get { on.load(ordering: .relaxed) }
        set { on.store(newValue, ordering: .relaxed) }
    }

    private static let quickTries = 500
    private static let tries = 1_450

    /// Waits a moment. Returns false after ten seconds.
    func waits(after tries: Int) -> Bool {
        guard isOn, tries < Self.tries else { return false }
        waited.add(1, ordering: .relaxed)
        SystemClock.wait(tries < Self.quickTries ? .milliseconds(1) : .milliseconds(10))
        return true
    }
}
