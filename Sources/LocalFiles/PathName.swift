import SystemPackage

/// Paths as names; nothing is opened.
package enum PathName {
    /// The last part; empty for `/`.
    package static func last(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The last part without its extension.
    package static func stem(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name.isEmpty ? path : name }
        return String(name[..<dot])
    }

    /// The folder that it lies in: `.` for a bare name, `/` for what lies there and for itself.
    package static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Where `path` leads from a folder, without `.` and `..`; links are not looked at.
    package static func resolved(_ path: String, in folder: String) -> String {
        FilePath(folder).pushing(FilePath(path)).lexicallyNormalized().string
    }
}
