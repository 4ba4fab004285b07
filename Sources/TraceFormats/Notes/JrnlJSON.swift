import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What `jrnl --export json` writes.
enum JrnlJSON {
    private struct File: Decodable {
        var entries: [Lossy]
    }

    /// An entry that is none is left out, and the others are read.
    private struct Lossy: Decodable {
        var entry: Entry?

        init(from decoder: any Decoder) throws { entry = try? Entry(from: decoder) }
    }

    private struct Entry: Decodable {
        var title: String?
        var body: String?
        var date: String?
        var time: String?
        var tags: [String]?
    }

    /// Throws `.unreadable` for what is not such a file.
    static func read(_ bytes: [UInt8], into collector: inout NoteCollector) throws(LedgerError) {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: Data(bytes))
        } catch {
            throw LedgerError(
                .unreadable, "this JSON is not what jrnl exports", location: collector.fileName,
                hint: "Write it with `jrnl --export json --file notes.json`, or name a file of text.")
        }
        for (index, item) in file.entries.enumerated() {
            guard let entry = item.entry else {
                collector.skip(index + 1, "the entry cannot be read and was left out")
                continue
            }
            let day = entry.date.flatMap { CivilDay(iso: $0.trimmed) }
            let title = entry.title?.trimmed ?? ""
            let body = entry.body?.trimmed ?? ""
            let first = body.prefix { !$0.isNewline }
            collector.add(
                index + 1, title: title.isEmpty ? String(first) : title,
                body: title.isEmpty ? String(body.dropFirst(first.count)) : body, when: day.map { .day($0) },
                clock: day == nil ? nil : entry.time.flatMap { SpokenTime.clock($0.trimmed.lowercased()) },
                tags: (entry.tags ?? []).prefix(50).map { String($0.drop { $0 == "@" || $0 == "#" }) }.filter {
                    !$0.isEmpty && $0.count <= 100
                }, isRecord: true)
        }
    }
}
