import LedgerModel
import LocalFiles
import TraceFormats

extension GitRepository {
    /// A digest of the files that hold HEAD, branches, remotes and tags: equal if none has moved, without running
    /// git. `nil` if not all of them can be read this way.
    func stamp() -> String? {
        let folders = ["refs/heads", "refs/remotes", "refs/tags"]
        var digest = Digest()
        digest.add(file: place.folder + "/HEAD", named: "HEAD")
        // Reftables (git 2.45): the list of tables changes with every ref.
        digest.add(file: place.common + "/reftable/tables.list", named: "reftable")
        digest.add(file: place.common + "/packed-refs", named: "packed-refs")
        digest.add(file: place.common + "/shallow", named: "shallow")
        digest.add(file: place.path + "/.mailmap", named: ".mailmap")
        for folder in folders { digest.add(folder: place.common + "/" + folder, named: folder, depth: 0) }
        return digest.isWhole ? digest.text : nil
    }
}

/// FNV-1a, 64 bits, over names and contents.
private struct Digest {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    private var files = 0
    private(set) var isWhole = true

    var text: String { String(hash, radix: 16) }

    mutating func add(file: String, named name: String) {
        add(name.utf8)
        switch FileKind(at: file) {
        case nil: add([0])
        case .file, .link:
            files += 1
            if files > 20_000 { isWhole = false }
            guard isWhole, let bytes = try? FileReader.read(file, limit: 64 << 20) else {
                isWhole = false
                return
            }
            add([1])
            add(bytes)
        default: isWhole = false
        }
    }

    mutating func add(folder: String, named name: String, depth: Int) {
        guard let entries = FolderReader.entries(of: folder) else {
            add(name.utf8)
            if FileKind(at: folder) != nil { isWhole = false }
            return
        }
        for entry in entries.sorted(by: { $0.name < $1.name }) {
            let path = folder + "/" + entry.name
            if entry.kind == .folder {
                guard depth < 20 else {
                    isWhole = false
                    return
                }
                add(folder: path, named: name + "/" + entry.name, depth: depth + 1)
            } else {
                add(file: path, named: name + "/" + entry.name)
            }
        }
    }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash = hash &* 0x0000_0100_0000_01b3
    }
}

/// Where the branches, remotes, tags and HEAD of a repository were at an import; equal if nothing changed.
package struct GitTips: Hashable, Sendable, Codable {
    /// Object names, sorted, each once.
    package let shas: [String]
    /// The commits at which a shallow clone ends, sorted; empty for a complete clone.
    package let shallow: [String]
    /// The first commit of the history, stored so that it is found only once. Not compared for equality.
    package var root: String?
    /// What was missing in this clone; each reading looks for it again. Not compared for equality.
    var missing: [String] = []
    /// Shows without running git whether anything moved. Not compared for equality.
    var stamp: String?
    /// What `.mailmap` says, as a digest: who wrote what depends on it. Not part of what makes tips equal.
    var mailmap = ""

    init(shas: some Sequence<String>, shallow: some Sequence<String>) {
        self.shas = Set(shas).sorted()
        self.shallow = Set(shallow).sorted()
    }

    /// The tips, and the first commit if it is known.
    package var seen: [String] { shas + [root].compactMap { $0 } }

    /// Whether the repository is empty or has lost all its refs.
    package var isEmpty: Bool { shas.isEmpty }

    private static let version = "git 1"

    /// Parses `text`; `nil` for anything else, which causes a full reading.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0] == Self.version else { return nil }
        let names = lines[3...].filter { !$0.isEmpty }
        // Only object names may reach git.
        guard lines[1...].allSatisfy({ $0.utf8.allSatisfy { isHexadecimal($0) || [33, 61, 63].contains($0) } }) else {
            return nil
        }
        self.init(
            shas: names.filter { $0.utf8.first.map(isHexadecimal) == true }.map(String.init),
            shallow: names.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
        missing = names.filter { $0.hasPrefix("?") }.map { String($0.dropFirst()) }
        mailmap = names.first { $0.hasPrefix("=") }.map { String($0.dropFirst()) } ?? ""
        root = lines[1].isEmpty ? nil : String(lines[1])
        stamp = lines[2].isEmpty ? nil : String(lines[2])
    }

    /// One line each, to be stored with the source.
    package var text: String {
        ([Self.version, root ?? "", stamp ?? ""] + (mailmap.isEmpty ? [] : ["=" + mailmap]) + shas
            + shallow.map { "!" + $0 } + missing.map { "?" + $0 }).joined(
                separator: "\n")
    }

    package static func == (a: GitTips, b: GitTips) -> Bool { a.shas == b.shas && a.shallow == b.shallow }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(shas)
        hasher.combine(shallow)
    }
}

extension GitRepository {
    /// What `.mailmap` says now, as a digest: that of the work tree, or in a bare repository that of HEAD; empty if there
    /// is none.
    func mailmapDigest() async throws -> String {
        guard place.path == place.folder else {
            var digest = Digest()
            let file = place.path + "/.mailmap"
            guard FileKind(at: file) != nil else { return "" }
            digest.add(file: file, named: "")
            return digest.text
        }
        let (bytes, _) = try await tool.collect(at: path, ["rev-parse", "--quiet", "--verify", "HEAD:.mailmap"])
        return String(decoding: bytes.prefix { isHexadecimal($0) }, as: UTF8.self)
    }
}
