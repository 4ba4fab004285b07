package import LedgerModel

extension Claim {
    /// How a result without evidence is known: `drill log`, `heard from Maria`, `on your word`.
    package var known: String {
        if let knownBy, !knownBy.isEmpty { return knownBy }
        let heard = tellings.filter { $0.heard?.isEmpty == false && !$0.isOpen }.reduce(into: [String]()) {
            names, told in
            if !names.contains(told.person) { names.append(told.person) }
        }
        return heard.isEmpty ? "on your word" : "heard from \(Words.list(heard))"
    }

    /// What a column says of its evidence: how many pieces, or how it is known, with what to do beside it.
    package var evidenceCell: [Document.Span] {
        guard evidence.isEmpty else { return [.figure(String(evidence.count), ValueAnswer.ref(self))] }
        return [.text(known), .soft(", "), .figure("cite", ValueAnswer.ref(self))]
    }
}

extension [Claim] {
    /// What to do for the first result that cites nothing; empty if each cites something.
    package var citeOffer: [Document.Block] {
        guard let bare = first(where: \.evidence.isEmpty) else { return [] }
        return [.offers(.init([.cite(bare.id)], lead: "To see what may stand behind it"))]
    }
}
