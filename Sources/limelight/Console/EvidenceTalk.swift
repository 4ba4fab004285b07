import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Shows what may stand behind a result, and cites what the person names.
struct EvidenceTalk {
    private let ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// Offers evidence to results that have none: asks about each, or says where that is asked.
    func offer(_ ids: [PublicID], asks: Bool) throws {
        for claim in try ledger.results.lackingEvidence(ids) {
            let found = try ledger.results.evidence(for: claim.id.description)
            guard !found.pieces.isEmpty else { continue }
            guard asks else {
                let pieces = Words.count(found.pieces.count, "piece").sentence
                Console.note(
                    "\(pieces) may stand behind “\(TerminalText.line(claim.text))”: limelight result cite \(claim.id)"
                )
                continue
            }
            _ = try hold(found.result, found.pieces, asks: true)
        }
    }

    /// Returns whether anything was cited.
    func hold(_ claim: Claim, _ pieces: [LikelyEvidence], asks: Bool) throws -> Bool {
        guard !pieces.isEmpty else {
            let search = "limelight result cite \(claim.id.description) --search WORDS"
            Console.say("Nothing in the ledger has its words, its people and its days. Look with: \(search)")
            return false
        }
        Console.note("What may stand behind “\(TerminalText.line(claim.text))”:")
        Console.note(
            pieces.enumerated().map { index, piece in
                (
                    name: "  \(index + 1)  \(piece.date)",
                    text: "\(TerminalText.line(piece.title)) (\(TerminalText.line(piece.why)))"
                )
            })
        guard let chosen = asks ? ask(pieces) : pieces, !chosen.isEmpty else {
            Console.note("Nothing was cited.")
            return false
        }
        try ledger.results.cite([(claim.id, chosen.map(\.id))])
        Console.say("Cited \(Words.count(chosen.count, "piece")). To undo: limelight undo")
        return true
    }

    /// `nil` at the end of the input.
    private func ask(_ pieces: [LikelyEvidence]) -> [LikelyEvidence]? {
        while let typed = Console.ask("Which? Numbers such as 1 3, all, or Enter for none:")?.trimmed.lowercased() {
            if ["", "n", "no", "none", "q"].contains(typed) { return [] }
            if ["a", "all"].contains(typed) { return pieces }
            let numbers = typed.split { $0 == " " || $0 == "," }.map { Int($0) }
            let places = numbers.compactMap { $0 }.filter { pieces.indices.contains($0 - 1) }
            if places.count == numbers.count { return Set(places).sorted().map { pieces[$0 - 1] } }
            Console.note("  Write numbers from 1 to \(pieces.count).")
        }
        return nil
    }
}
