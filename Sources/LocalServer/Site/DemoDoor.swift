import LedgerOperations
import Synchronization

/// The made-up year beside the person's own ledger: opened when it is first asked for, and then kept open.
final class DemoDoor: Sendable {
    private let open: @Sendable () async throws -> Ledger
    private let opened = Mutex<Task<Ledger, any Error>?>(nil)
    private let kept = Mutex<Ledger?>(nil)

    init(_ open: @escaping @Sendable () async throws -> Ledger) { self.open = open }

    /// Nil until it was entered.
    var ledger: Ledger? { kept.withLock { $0 } }

    /// Opens it once, however many ask; what could not be opened can be tried again.
    func enter() async throws {
        let task = opened.withLock { task in
            if let task { return task }
            let fresh = Task { try await open() }
            task = fresh
            return fresh
        }
        do {
            let ledger = try await task.value
            kept.withLock { $0 = ledger }
        } catch {
            opened.withLock { $0 = nil }
            throw error
        }
    }
}
