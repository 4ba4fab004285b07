package import LedgerModel
import LedgerStore

extension Inquiry {
    /// One line each for pieces that stand beside another; those that are gone are left out.
    package func glimpses(_ ids: some Sequence<PublicID>) throws -> [PublicID: SearchHit] {
        let sources = try Dictionary(uniqueKeysWithValues: snapshot.sources().map { ($0.rowID, $0.name) })
        var result: [PublicID: SearchHit] = [:]
        for id in ids where result[id] == nil {
            guard let found = try snapshot.trace(of: id) else { continue }
            let trace = found.trace
            result[id] = SearchHit(
                id: id, at: Self.shown(trace.span?.start ?? trace.at, trace.flags, zones), until: trace.span?.end,
                source: sources[found.sourceRow] ?? "", kind: trace.kind,
                title: trace.flags.contains(.isPrivate) ? "" : found.facts.title, snippet: "", flags: trace.flags)
        }
        return result
    }
}
