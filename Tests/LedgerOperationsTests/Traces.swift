import Foundation
import GRDB
import LedgerModel
import LedgerOperations

/// Looks for words in everything that a ledger leaves behind: its file as bytes (tables, free pages, search index), what
/// lies beside it, the vocabulary of the search index, which is packed in the file, and an export.
enum Traces {
    /// The places in which one of the words is.
    static func places(_ words: [String], of ledger: Ledger) throws -> [String] {
        var found: [String] = []
        for file in try files(besides: ledger.path) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            found += words.filter { text.contains($0.lowercased()) }.map {
                "\($0) in \((file as NSString).lastPathComponent)"
            }
        }
        let terms = try vocabulary(ledger.path)
        found += words.filter { word in terms.contains { $0.hasPrefix(word.lowercased()) } }.map {
            "\($0) in the index"
        }
        var export = ""
        try ledger.keeping.export { export += $0 }
        found += words.filter { export.lowercased().contains($0.lowercased()) }.map { "\($0) in the export" }
        return found
    }

    /// The ledger and every file whose name begins with its own.
    private static func files(besides path: String) throws -> [String] {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }
            .map { folder + "/" + $0 }.filter {
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
            }
    }

    private static func vocabulary(_ path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        return try queue.writeWithoutTransaction { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, row)")
            return try String.fetchAll(db, sql: "SELECT term FROM terms")
        }
    }
}
