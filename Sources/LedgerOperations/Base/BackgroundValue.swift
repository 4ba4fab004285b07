import Dispatch
import LedgerModel
import Synchronization

/// A value that a thread of its own makes while this one does something else.
final class BackgroundValue<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, LedgerError>?>(nil)
    private let isDone = DispatchGroup()

    init(_ work: @escaping @Sendable () throws(LedgerError) -> Value) {
        // A queue of its own has a thread whatever else waits.
        DispatchQueue(label: "limelight.ahead").async(group: isDone) {
            do throws(LedgerError) {
                let value = try work()
                self.result.withLock { $0 = .success(value) }
            } catch {
                self.result.withLock { $0 = .failure(error) }
            }
        }
    }

    /// Waits until it is made.
    func value() throws(LedgerError) -> Value {
        isDone.wait()
        switch result.withLock({ $0 }) {
        case .success(let value): return value
        case .failure(let error): throw error
        case nil: throw LedgerError(.usage, "nothing was made")
        }
    }
}
