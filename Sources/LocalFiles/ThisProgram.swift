#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// What the system says about this process.
package enum ThisProgram {
    package static var processID: Int32 { getpid() }
    package static var userID: UInt32 { getuid() }

    /// A variable of its environment; `nil` if it is not set.
    package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Sets a variable unless it is set. Call only before other threads run.
    package static func setVariable(_ name: String, ifMissing value: String) { setenv(name, value, 0) }

    /// The absolute path of the program's file without links; if the system does not tell, the name by which it was
    /// called.
    package static var path: String {
        let called = CommandLine.arguments.first ?? ""
        return canonicalPath("/proc/self/exe") ?? canonicalPath(called) ?? called
    }

    /// Ends the process now, after its exit handlers.
    package static func end(_ code: Int32) -> Never { exit(code) }
}
