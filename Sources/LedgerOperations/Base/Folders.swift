import LedgerModel
import LocalFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Paths as names; nothing is opened.
enum PathName {
    static func last(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "").prefix { $0 != "?" }.description
    }

    /// The last part without its extension.
    static func stem(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name.isEmpty ? path : name }
        return String(name[..<dot])
    }

    /// A path on this machine, also one written as `file://…`. Throws `.usage` for an address of another kind.
    static func local(_ text: String, hint: String) throws(LedgerError) -> String {
        guard let scheme = scheme(of: text) else { return text }
        let rest = text.dropFirst(scheme.utf8.count + 3)
        guard scheme.lowercased() == "file" else {
            throw LedgerError(.usage, "\(scheme):// cannot be read here", location: Source.shown(text), hint: hint)
        }
        let path = rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : rest
        guard path.hasPrefix("/") else {
            throw LedgerError(
                .usage, "file:// is followed by a path that begins with /", location: text,
                hint: "Write file:///home/me/work.ics, or the path alone.")
        }
        return path.removingPercents
    }

    /// What stands before `://`, when it has the form of a scheme (RFC 3986, 3.1).
    private static func scheme(of text: String) -> String? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard name.first?.isLetter == true, text.dropFirst(name.count).hasPrefix("://") else { return nil }
        return String(name)
    }

    static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
}

/// What lies where, without following links out of a folder.
enum Folders {
    /// Deeper folders than this are not looked into.
    static let depth = 8

    static func absolute(_ path: String) -> String {
        var path = path
        if path == "~" || path.hasPrefix("~/"), let home = PersonalFolders.own.home {
            path = home + path.dropFirst()
        }
        guard let real = realpath(path, nil) else {
            if path.hasPrefix("/") { return path }
            guard let here = getcwd(nil, 0) else { return path }
            defer { free(here) }
            return String(cString: here) + "/" + path
        }
        defer { free(real) }
        return String(cString: real)
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A folder itself, not a link to one.
    static func isPlainFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Files of one folder in order of their paths; hidden ones are left out.
    static func files(in folder: String, withExtension ending: String) -> [String] {
        files(below: folder, withExtension: ending, depth: 0)
    }

    /// Files below a folder in order of their paths; hidden ones are left out.
    static func files(
        below folder: String, withExtension ending: String, depth: Int = Folders.depth
    ) -> [String] {
        var result: [String] = []
        var open: [(path: String, depth: Int)] = [(folder, 0)]
        while let next = open.popLast() {
            guard let directory = opendir(next.path) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard !name.hasPrefix(".") else { continue }
                let path = next.path + "/" + name
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                let kind = status.st_mode & S_IFMT
                if kind == S_IFDIR, next.depth < depth {
                    open.append((path, next.depth + 1))
                } else if kind == S_IFREG, name.lowercased().hasSuffix("." + ending) {
                    result.append(path)
                }
            }
        }
        return result.sorted()
    }
}

extension Substring {
    /// `%20` as a blank; what is no escape stays.
    fileprivate var removingPercents: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
