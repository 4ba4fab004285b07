#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// What lies where, without following links out of a folder.
package enum Folders {
    /// Deeper folders than this are not looked into.
    package static let depth = 8

    /// The path without symbolic links where something is; else from `/` on, as it was named. `~` is the home.
    package static func absolute(_ path: String) -> String {
        var path = path
        if path == "~" || path.hasPrefix("~/"), let home = PersonalFolders.own.home {
            path = home + path.dropFirst()
        }
        if let real = canonicalPath(path) { return real }
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    /// Also a link to one.
    package static func isFolder(_ path: String) -> Bool { FileKind(behind: path) == .folder }

    /// Files of one folder in order of their paths; hidden ones are left out.
    package static func files(in folder: String, withExtension ending: String) -> [String] {
        files(below: folder, withExtension: ending, depth: 0)
    }

    /// Files below a folder in order of their paths; hidden ones are left out.
    package static func files(
        below folder: String, withExtension ending: String, depth: Int = Folders.depth
    ) -> [String] {
        var result: [String] = []
        FolderWalk(depth: depth, folders: .max).run(from: folder, ()) { place, _ in
            var next: [(String, Void)] = []
            for entry in FolderReader.entries(of: place, limit: .max) ?? [] where !entry.name.hasPrefix(".") {
                let path = place + "/" + entry.name
                switch entry.kind {
                case .folder: next.append((path, ()))
                case .file where entry.name.lowercased().hasSuffix("." + ending): result.append(path)
                default: break
                }
            }
            return next
        }
        return result.sorted()
    }

    /// Makes one for its owner only; false where something of that name is there, or it cannot be.
    @discardableResult
    package static func make(_ path: String) -> Bool { mkdir(path, 0o700) == 0 }

    /// Makes those on the way to it that are missing, and itself.
    package static func makeAll(_ path: String) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            make(made)
        }
    }

    /// Takes it away if nothing is in it.
    @discardableResult
    package static func removeEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

    /// Takes it away with the files in it; folders in it stay, and so does it then.
    package static func removeWithFiles(_ path: String) {
        for entry in FolderReader.entries(of: path) ?? [] where entry.kind != .folder {
            FileName.remove(path + "/" + entry.name)
        }
        removeEmpty(path)
    }
}

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
