import Attribution
import LedgerModel
import Questions

extension LedgerArea {
    /// The key that `text` names by key or label; empty for `unknown`.
    func namedKey(_ text: String, _ what: String, _ known: [(key: String, label: String)]) throws(LedgerError)
        -> String
    {
        let wanted = text.trimmed.lowercased()
        if wanted == "unknown" { return "" }
        if let match = known.first(where: { $0.key.lowercased() == wanted || $0.label.lowercased() == wanted }) {
            return match.key
        }
        let suggestion = nearest(to: wanted, among: known.map(\.key))
        let list: Advice =
            known.isEmpty
            ? "none yet; add them with \(offer: .editJob)" : Advice(known.map(\.key).joined(separator: ", "))
        throw LedgerError(
            .notFound, "there is no \(what) “\(text)”\(suggestion.map { "; did you mean “\($0)”?" } ?? "")",
            hint: "Known: \(list).")
    }
}
