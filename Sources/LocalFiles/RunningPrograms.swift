import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// The process groups of running programs, which are ended together with this process.
///
/// They run in separate sessions, so Ctrl-C in a terminal does not reach them and one that hangs would stay.
package enum RunningPrograms {
    /// Ends the program together with this process from now on, unless this process is killed by SIGKILL.
    package static func add(_ program: ProcessGroup) {
        _ = isPrepared
        for slot in 0..<slots where groups[slot].compareExchange(0, program.leader) { return }
    }

    /// Call when the program has ended.
    package static func remove(_ program: ProcessGroup) {
        for slot in 0..<slots where groups[slot].compareExchange(program.leader, 0) { return }
    }
}

/// More programs run only in tests.
private let slots = 64

/// Fixed memory, because a signal handler may neither lock nor allocate.
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
    // A program that ends early must not end this process. Writing to it then fails like any other write. This uses a
    // handler and does not ignore the signal, because programs would inherit that.
    _ = signal(SIGPIPE) { _ in }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
        let before = signal(number, endAll)
        // Keep an earlier handler, such as the server's, and an ignored signal.
        if unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_DFL, to: Int.self) { _ = signal(number, before) }
    }
    // A handler may exit this process while a program is running.
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

/// A program that was started as the leader of a separate session, with its children in that session.
///
/// Valid only until the program is reaped. After that, another process may have its number.
package struct ProcessGroup: Sendable {
    let leader: Int32

    /// - Parameter leader: The process number of the program.
    package init(leader: Int32) { self.leader = leader }

    private static let fetchTimeout = Duration.seconds(2)

    /// Whether the program has ended and waits to be reaped.
    var hasEnded: Bool {
        var info = siginfo_t()
        let result = waitid(P_PID, id_t(leader), &info, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 ? errno == ECHILD : info.si_signo != 0
    }

    /// Waits for its end.
    package func untilEnded() async { await untilEnded(atMost: nil) }

    /// Ends the program with its children: by SIGTERM, and two seconds later by SIGKILL.
    package func end() async {
        // In a separate task, because cancelling this one would cut the wait short.
        await Task {
            kill(-leader, SIGTERM)
            await untilEnded(atMost: Self.fetchTimeout)
            // It is not reaped yet, so the number is still its own. This also ends children that ignored SIGTERM.
            kill(-leader, SIGKILL)
        }.value
    }

    /// Polls for the end. Most programs end together with their output, so it looks soon, then less often.
    private func untilEnded(atMost limit: Duration?) async {
        var pause = Duration.milliseconds(1)
        var waited = Duration.zero
        while !hasEnded, limit.map({ waited < $0 }) ?? true {
            guard (try? await Task.sleep(for: pause)) != nil else { return }
            waited += pause
            pause = min(pause * 2, .milliseconds(50))
        }
    }

    /// Processor time of the program's first thread, in nanoseconds; `nil` if the system does not tell.
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
