import LocalFiles
import Synchronization

/// How long a connection waits for another program that writes: ten seconds, looking every millisecond at first.
///
/// SQLite’s own waiting looks ever less often, up to every tenth of a second, and misses the pauses that an import
/// makes for it.
final class BusyWait: Sendable {
    private let on = Atomic(true)
    private let waited = Atomic(0)

    /// How often a moment was waited so far.
    var waits: Int { waited.load(ordering: .relaxed) }

    /// Without it a write gives up at once.
    var isOn: Bool {
        get { on.load(ordering: .relaxed) }
        set { on.store(newValue, ordering: .relaxed) }
    }

    private static let quickTries = 500
    private static let tries = 1_450

    /// Waits a moment; false after ten seconds.
    func waits(after tries: Int) -> Bool {
        guard isOn, tries < Self.tries else { return false }
        waited.add(1, ordering: .relaxed)
        SystemClock.wait(tries < Self.quickTries ? .milliseconds(1) : .milliseconds(10))
        return true
    }
}
