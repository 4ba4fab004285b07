import LedgerModel
import LocalFiles

/// Where the parts of a repository are, found from its files alone, without running git.
struct GitPlace: Sendable, Hashable {
    /// Canonical: the top of the work tree, or the bare repository.
    var path: String
    /// The folder that it is named for: that of the main work tree for a linked one, else `path`.
    var named: String
    var name: String
    /// The folder with this work tree's HEAD.
    var folder: String
    /// The folder that all work trees of the repository share.
    var common: String

    /// The repository that holds `path`, looking upwards. Throws `.noRepository`, `.unreadable`.
    init(containing path: String) throws(LedgerError) {
        guard let start = canonicalPath(path) else {
            throw LedgerError(
                .unreadable, "there is nothing at this path", location: path,
                hint: "Check its spelling.")
        }
        var folder = start
        while true {
            if let place = GitPlace(at: folder) {
                // Inside `.git`, the repository is the one around it.
                if PathName.last(place.path) == ".git", let whole = GitPlace(at: PathName.folder(place.path)),
                    whole.folder == place.path
                {
                    self = whole
                } else {
                    self = place
                }
                return
            }
            if folder == "/" { break }
            folder = PathName.folder(folder)
        }
        throw LedgerError(
            .noRepository, "this is not in a git repository", location: path,
            hint: "Name a folder that holds one, or a bare repository.")
    }

    /// The repository whose top is `path`, which is canonical; `nil` if there is none.
    init?(at path: String) {
        let entry = path + "/.git"
        let folder: String
        switch FileKind(at: entry) {
        case .folder, .link: folder = entry
        case .file:
            guard let target = Self.pointer(entry, prefix: "gitdir: ") else { return nil }
            folder = target
        default: folder = path
        }
        let common = Self.pointer(folder + "/commondir", prefix: "") ?? folder
        guard FileKind(at: folder + "/HEAD") != nil, FileKind(at: common + "/objects") != nil,
            FileKind(at: common + "/refs") != nil
        else { return nil }
        self.path = path
        self.folder = folder
        self.common = common
        named = Self.named(path: path, folder: folder, common: common)
        let name = named == "/" ? path : PathName.last(named)
        self.name = name.hasSuffix(".git") && name.count > 4 ? String(name.dropLast(4)) : name
    }

    /// The path in a file of one line, made absolute from the folder of the file.
    private static func pointer(_ file: String, prefix: String) -> String? {
        guard FileKind(at: file) == .file, let bytes = try? FileReader.read(file, limit: 8192) else { return nil }
        let text = String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
        guard text.hasPrefix(prefix) else { return nil }
        return PathName.resolved(String(text.dropFirst(prefix.count)), in: PathName.folder(file))
    }

    private static func named(path: String, folder: String, common: String) -> String {
        guard folder != path, common != folder else { return path }
        return PathName.last(common) == ".git" ? PathName.folder(common) : common
    }
}
