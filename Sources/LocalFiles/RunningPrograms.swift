import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// The process groups of running programs, to be ended with this process.
///
/// They have sessions of their own, so Ctrl-C in a terminal does not reach them, and one that hangs would stay.
package enum RunningPrograms {
    /// From now on it is ended with this process, however that ends but by SIGKILL.
    package static func add(_ program: ProcessGroup) {
        _ = isPrepared
        for slot in 0..<slots where groups[slot].compareExchange(0, program.leader) { return }
    }

    /// It has ended.
    package static func remove(_ program: ProcessGroup) {
        for slot in 0..<slots where groups[slot].compareExchange(program.leader, 0) { return }
    }
}

/// More run only in tests.
private let slots = 64

/// Fixed memory, since a signal handler may neither lock nor allocate.
private nonisolated(unsafe) let groups: UnsafeMutablePointer<Atomic<Int32>> = {
    let memory = UnsafeMutablePointer<Atomic<Int32>>.allocate(capacity: slots)
    for slot in 0..<slots { (memory + slot).initialize(to: Atomic(0)) }
    return memory
}()

extension Atomic<Int32> {
    fileprivate borrowing func compareExchange(_ old: Int32, _ new: Int32) -> Bool {
        compareExchange(expected: old, desired: new, ordering: .relaxed).exchanged
    }
}

private let isPrepared: Void = {
    _ = groups
    // A program that ends early must not end this process with it: writing to it then fails as any other write.
    // By a handler, not by ignoring the signal, which programs would inherit.
    _ = signal(SIGPIPE) { _ in }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
        let before = signal(number, endAll)
        // Who handles it, as the server does, decides by itself; who ignores it goes on.
        if unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_DFL, to: Int.self) { _ = signal(number, before) }
    }
    // Who handles signals may still exit with a program running.
    atexit(endAll)
}()

private func endAll(_ number: Int32) {
    endAll()
    _ = signal(number, SIG_DFL)
    raise(number)
}

private func endAll() {
    for slot in 0..<slots {
        let leader = groups[slot].load(ordering: .relaxed)
        if leader > 0 { kill(-leader, SIGTERM) }
    }
}

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
