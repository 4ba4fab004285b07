#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// What the system says of the process that this is.
package enum ThisProgram {
    package static var processID: Int32 { getpid() }
    package static var userID: UInt32 { getuid() }

    /// A variable of its environment; nil when it is not set.
    package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Sets a variable that is not set yet. Only before other threads run.
    package static func setVariable(_ name: String, ifMissing value: String) { setenv(name, value, 0) }

    /// The program's file by its absolute path, links followed; what it was called by where the system does not tell.
    package static var path: String {
        let called = CommandLine.arguments.first ?? ""
        return canonicalPath("/proc/self/exe") ?? canonicalPath(called) ?? called
    }

    /// Ends it now, with what is to be done at an exit.
    package static func end(_ code: Int32) -> Never { exit(code) }
}
