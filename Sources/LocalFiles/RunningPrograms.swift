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
