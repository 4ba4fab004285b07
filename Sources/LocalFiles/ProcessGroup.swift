#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A program that was started at the head of a session of its own, and the children it has there.
///
/// All of this holds only until the program is reaped: afterwards the number may be another's.
package struct ProcessGroup: Sendable {
    let leader: Int32

    /// - Parameter leader: The number of the program at its head.
    package init(leader: Int32) { self.leader = leader }

    private static let fetchTimeout = Duration.seconds(2)

    /// The program has ended, and waits to be reaped.
    var hasEnded: Bool {
        var info = siginfo_t()
        let result = waitid(P_PID, id_t(leader), &info, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 ? errno == ECHILD : info.si_signo != 0
    }

    /// Waits for its end.
    package func untilEnded() async { await untilEnded(atMost: nil) }

    /// Ends it with its children: asks first, and two seconds later no more.
    package func end() async {
        // Also when the task was cancelled, which would cut the waiting short.
        await Task {
            kill(-leader, SIGTERM)
            await untilEnded(atMost: Self.fetchTimeout)
            // The number is still its own. Children that did not listen go with it.
            kill(-leader, SIGKILL)
        }.value
    }

    /// Most programs end with their output: looked at soon, then less often.
    private func untilEnded(atMost limit: Duration?) async {
        var pause = Duration.milliseconds(1)
        var waited = Duration.zero
        while !hasEnded, limit.map({ waited < $0 }) ?? true {
            guard (try? await Task.sleep(for: pause)) != nil else { return }
            waited += pause
            pause = min(pause * 2, .milliseconds(50))
        }
    }

    /// Nanoseconds that the program, with its first thread, has spent on a processor; nil where the system does not
    /// tell.
    package var processorTime: UInt64? {
        #if os(Linux)
            guard let file = fopen("/proc/\(leader)/schedstat", "re") else { return nil }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 64)
            guard fgets(&line, Int32(line.count), file) != nil else { return nil }
            return strtoull(line, nil, 10)
        #else
            return nil
        #endif
    }
}
