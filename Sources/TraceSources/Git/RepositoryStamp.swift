import LedgerModel
import LocalFiles

extension GitRepository {
    /// A digest of every file that says where HEAD, branches, remotes and tags stand: equal when none has moved,
    /// told without running git. Nil when they cannot all be read that way.
    func stamp() -> String? {
        let folders = ["refs/heads", "refs/remotes", "refs/tags"]
        var digest = Digest()
        digest.add(file: place.folder + "/HEAD", named: "HEAD")
        // A newer way of keeping refs (git 2.45): its list of tables changes with every ref.
        digest.add(file: place.common + "/reftable/tables.list", named: "reftable")
        digest.add(file: place.common + "/packed-refs", named: "packed-refs")
        digest.add(file: place.common + "/shallow", named: "shallow")
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
