#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Where a person's own files lie.
package struct PersonalFolders: Sendable {
    /// `$HOME`, else the home of the account that runs this; nil where there is neither.
    package let home: String?
    /// `$XDG_CONFIG_HOME`, else `.config` in the home.
    package let config: String?
    /// `$XDG_DATA_HOME` if it is set; what lies below the home without it depends on the platform.
    package let chosenData: String?

    package static var own: PersonalFolders {
        PersonalFolders(
            { name in getenv(name).map { String(cString: $0) } }, accountHome: accountHome)
    }

    /// A variable that is empty or relative is ignored, as the XDG base directory specification says: a relative one
    /// would mean another folder wherever the program is started.
    package init(_ variable: (String) -> String?, accountHome: () -> String?) {
        func absolute(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
        home = absolute(variable("HOME")) ?? absolute(accountHome())
        config = absolute(variable("XDG_CONFIG_HOME")) ?? home.map { $0 + "/.config" }
        chosenData = absolute(variable("XDG_DATA_HOME"))
    }

    /// What the system's list of accounts says, if there is such a folder: many services have a home that is none.
    static func accountHome() -> String? {
        var account = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        guard getpwuid_r(geteuid(), &account, &buffer, buffer.count, &found) == 0, found != nil,
            let home = account.pw_dir.map({ String(cString: $0) })
        else { return nil }
        var status = stat()
        return stat(home, &status) == 0 && FileKind(status) == .folder ? home : nil
    }
}
