package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// Dropped calendars are kept beside the ledger, and hold what it forgets.
extension Forgetting {
    private var importing: Importing { Importing(self) }

    /// Dropped sources whose files hold a piece, or a name or an address of a person. To be asked before forgetting.
    package func keptFiles(holding what: Forgettable) throws(LedgerError) -> [Source] {
        let dropped = try store.read { try $0.sources() }.filter { !importing.keptFiles(of: $0).isEmpty }
        guard !dropped.isEmpty else { return [] }
        switch what {
        case .piece(let id, _):
            let seenBy = try store.read { try $0.show(id) }.sources.map(\.id)
            return dropped.filter { seenBy.contains($0.id) }
        case .person(let id, let name, _, _):
            let words = ([name] + (try store.read { try $0.names(of: id) })).map { $0.lowercased() }.filter {
                $0.count >= 2
            }
            return dropped.filter { source in
                importing.keptFiles(of: source).contains { Self.file($0, holdsOneOf: words) }
            }
        }
    }

    /// Lines are joined again where the calendar folds them. What cannot be read may hold anything.
    private static func file(_ path: String, holdsOneOf words: [String]) -> Bool {
        guard let bytes = try? LedgerFiles.read(path, limit: Importing.largestCalendar) else { return true }
        var joined: [UInt8] = []
        joined.reserveCapacity(bytes.count)
        for byte in bytes where byte != 13 {
            if byte == 32 || byte == 9, joined.last == 10 { joined.removeLast() } else { joined.append(byte) }
        }
        let text = Array(String(decoding: joined, as: UTF8.self).lowercased().utf8)
        return words.contains { text.position(of: Array($0.utf8)) != nil }
    }
}
