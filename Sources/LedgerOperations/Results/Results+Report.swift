package import LedgerModel
import LedgerStore
package import Questions

extension Results {
    /// The report of a period for one person, with what is known of the cited pieces.
    package struct ReportPaper: Sendable {
        package var document: Document
        package var cited: [SearchHit]
        package var zones: ZoneHistory
    }

    package func valueReport(_ period: Period, for person: String?) throws(LedgerError) -> ReportPaper {
        let asked = try Asking(self).value(period)
        let (answer, base) = (asked.answer, asked.base)
        let document = answer.report(base, person: person, author: base.myJob.name)
        var cited: [SearchHit] = []
        var seen: Set<PublicID> = []
        for claim in answer.claims {
            let query = SearchQuery(filters: [.init(.claim, claim.id.description)])
            for hit in try store.read({ try $0.search(query, range: nil, limit: 20, isCounted: false) }).hits
            where seen.insert(hit.id).inserted {
                // Of what is private not even the source is named; it stands by its number.
                if !hit.flags.contains(.isPrivate) { cited.append(hit) }
            }
        }
        return ReportPaper(document: document, cited: cited, zones: base.zones)
    }
}
