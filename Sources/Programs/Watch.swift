import LocalFiles
import Synchronization

/// Enforces the limits of a running program.
///
/// Time is counted in slices that were really waited for. If this process was stopped, starved or asleep with the
/// machine, that counts as one slice and not as silence of the program.
final class Watch: Sendable {
    private struct State {
        /// Whether we wait for output. If our reader is busy, the program may be waiting for us, which is not silence.
        var isAwaited = false
        var silence = Duration.zero
        var running = Duration.zero
        var processorTime: UInt64?
        var reached: ProgramError?
    }

    private let limits: ProgramLimits
    private let state = Mutex(State())

    init(_ limits: ProgramLimits) { self.limits = limits }

    /// The limit at which the program was ended; `nil` if none was reached.
    var reached: ProgramError? { state.withLock { $0.reached } }

    func isAwaited(_ isAwaited: Bool) {
        state.withLock {
            $0.isAwaited = isAwaited
            $0.silence = .zero
        }
    }

    /// Call when the program has printed something.
    func heard() { state.withLock { $0.silence = .zero } }

    func reach(_ limit: ProgramError) { state.withLock { $0.reached = limit } }

    /// Checks the program until the task is cancelled, or ends it at a limit.
    func keep(_ program: ProcessGroup) async {
        guard let slice = limits.slice else { return }
        while (try? await Task.sleep(for: slice)) != nil {
            if pass(slice, program.processorTime) != nil { return await program.end() }
        }
    }

    /// Counts a slice. Returns the limit that it reached, if any.
    func pass(_ slice: Duration, _ processorTime: UInt64?) -> ProgramError? {
        state.withLock { state in
            state.running += slice
            let isAtWork = processorTime != state.processorTime
            state.processorTime = processorTime
            if state.isAwaited { state.silence += isAtWork ? slice / 10 : slice }
            if let silence = limits.silence, state.silence >= silence { state.reached = .wasSilent }
            if let time = limits.time, state.running >= time { state.reached = .tookTooLong }
            return state.reached
        }
    }
}
