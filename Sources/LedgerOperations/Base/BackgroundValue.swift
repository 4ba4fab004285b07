import Dispatch
import LedgerModel
import Synchronization

/// A value that is computed in another thread while this one does something else.
final class BackgroundValue<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, LedgerError>?>(nil)
    private let isDone = DispatchGroup()

    init(_ work: @escaping @Sendable () throws(LedgerError) -> Value) {
        // A private queue gets a thread even if shared pools are blocked.
        DispatchQueue(label: "limelight.ahead").async(group: isDone) {
            do throws(LedgerError) {
                let value = try work()
                self.result.withLock { $0 = .success(value) }
            } catch {
                self.result.withLock { $0 = .failure(error) }
            }
        }
    }

    /// Waits for the value.
    func value() throws(LedgerError) -> Value {
        isDone.wait()
        switch result.withLock({ $0 }) {
        case .success(let value): return value
        case .failure(let error): throw error
        case nil: throw LedgerError(.usage, "nothing was made")
        }
    }
}
