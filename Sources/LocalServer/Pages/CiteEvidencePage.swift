import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// What may stand behind results that were just written down, with a box to tick for each piece.
enum CiteEvidencePage {
    /// The most results on one page.
    private static let most = Results.mostResultLines

    static func show(_ visit: Visit) throws -> String {
        let ids = (visit.query["for"] ?? "").split(separator: ",").prefix(most).compactMap { PublicID(String($0)) }
        let view = CiteEvidenceView(
            csrf: visit.csrf, here: visit.here, offered: try offered(ids, visit), reader: visit.query["reader"] ?? "",
            period: visit.query["in"] ?? "")
        return visit.page(view.fragment, "What may stand behind it", .value)
    }

    /// The page for results that have no evidence; `nil` if there is none to offer.
    static func path(_ ids: [PublicID], reader: String, in period: String, _ visit: Visit) throws(LedgerError)
        -> String?
    {
        let lacking = try offered(ids, visit).map(\.result.description)
        guard !lacking.isEmpty else { return nil }
        return PagePath.citeForResult
            + "?for=\(lacking.joined(separator: ","))&reader=\(PagePath.encoded(reader))&in=\(PagePath.encoded(period))"
    }

    private static func offered(_ ids: [PublicID], _ visit: Visit) throws(LedgerError) -> [LikelyEvidenceView] {
        var views: [LikelyEvidenceView] = []
        for claim in try visit.ledger.results.lackingEvidence(ids) {
            if let view = try view(of: claim, visit) { views.append(view) }
        }
        return views
    }

    /// What may stand behind one result; `nil` if there is nothing.
    static func view(of claim: Claim, _ visit: Visit) throws(LedgerError) -> LikelyEvidenceView? {
        let pieces = try visit.ledger.results.evidence(for: claim.id.description).pieces
        guard !pieces.isEmpty else { return nil }
        return LikelyEvidenceView(
            result: claim.id, text: claim.text,
            pieces: pieces.map {
                .init(id: $0.id, day: $0.date, title: $0.title, why: $0.why)
            })
    }

    /// The pieces that were ticked for the results of a form.
    static func ticked(_ fields: Fields) -> [(result: PublicID, pieces: [PublicID])] {
        let results = (fields["results"] ?? fields["result"] ?? "").split(separator: " ").prefix(most)
        return results.compactMap { id in
            guard let result = PublicID(String(id)), let pieces = fields["pieces-\(id)"] else { return nil }
            let chosen = pieces.split(separator: " ").prefix(LikelyEvidence.most).filter {
                fields[LikelyEvidenceView.name(id, $0)] != nil
            }
            return (result, chosen.compactMap { PublicID(String($0)) })
        }
    }
}
