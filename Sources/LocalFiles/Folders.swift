#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Finds, creates and removes folders without following links out of them.
package enum Folders {
    /// Deeper folders than this are not looked into.
    package static let depth = 8

    /// The path without symbolic links if something is there, else the named path made absolute. `~` is the home
    /// folder.
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

    /// Whether the path is a folder or a link to one.
    package static func isFolder(_ path: String) -> Bool { FileKind(behind: path) == .folder }

    /// The files of one folder in order of their paths, without hidden ones.
    package static func files(in folder: String, withExtension ending: String) -> [String] {
        files(below: folder, withExtension: ending, depth: 0)
    }

    /// The files below a folder in order of their paths, without hidden ones.
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

    /// Creates a folder for its owner only. Returns false if the name is taken or the folder cannot be created.
    @discardableResult
    package static func make(_ path: String) -> Bool { mkdir(path, 0o700) == 0 }

    /// Creates a folder with its missing parents.
    package static func makeAll(_ path: String) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            make(made)
        }
    }

    /// Deletes a folder if it is empty.
    @discardableResult
    package static func removeEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

    /// Deletes a folder with its files. If it contains other folders, those and the folder itself stay.
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

/// The folders for a person's own files.
package struct PersonalFolders: Sendable {
    /// `$HOME`, else the home of the account that runs this; `nil` if there is neither.
    package let home: String?
    /// `$XDG_CONFIG_HOME`, else `.config` in the home folder.
    package let config: String?
    /// `$XDG_DATA_HOME` if it is set. The default below the home folder depends on the platform.
    package let chosenData: String?

    package static var own: PersonalFolders {
        PersonalFolders(
            { name in getenv(name).map { String(cString: $0) } }, accountHome: accountHome)
    }

    /// Ignores variables that are empty or relative, as the XDG base directory specification says. A relative one would
    /// mean another folder wherever the program is started.
    package init(_ variable: (String) -> String?, accountHome: () -> String?) {
        func absolute(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
        home = absolute(variable("HOME")) ?? absolute(accountHome())
        config = absolute(variable("XDG_CONFIG_HOME")) ?? home.map { $0 + "/.config" }
        chosenData = absolute(variable("XDG_DATA_HOME"))
    }

    /// The home folder in the system's list of accounts, if it exists. Many services have a home that does not.
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
