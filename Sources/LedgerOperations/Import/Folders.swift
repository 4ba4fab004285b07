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

    static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
}

/// What lies where, without following links out of a folder.
enum Folders {
    /// Deeper folders than this are not looked into.
    private static let depth = 8

    static func absolute(_ path: String) -> String {
        var path = path
        if path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") {
            path = String(cString: home) + path.dropFirst()
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

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func size(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Files below a folder in order of their paths; hidden ones are left out.
    static func files(below folder: String, withExtension ending: String) -> [String] {
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
