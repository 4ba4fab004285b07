package import LedgerModel
import LedgerStore
package import Questions

extension Results {
    /// Keeps what became of a result as a dated note that cites it; `undo` takes it back. Returns the result.
    ///
    /// - Parameter text: The person's own words, for that answer.
    ///
    /// Throws `.notFound`, `.ambiguousID`; `.usage` for own words without any; `.tooLarge`.
    @discardableResult
    package func sayBecame(_ claim: String, _ word: Became.Word, _ text: String = "") throws(LedgerError) -> Claim {
        let text = text.trimmed
        guard word != .said || !text.isEmpty else { throw LedgerError(.usage, "say what became of it") }
        guard text.count <= ReviewReplies.longestLine else {
            throw LedgerError(
                .tooLarge, "a line on a result holds at most \(ReviewReplies.longestLine) characters",
                hint: "Nothing was saved. Keep it short, or write the rest as a note.")
        }
        return try write { transaction in
            try world.settleZone(transaction)
            let id = try transaction.snapshot.claim(named: claim)
            guard let result = try transaction.snapshot.claims().first(where: { $0.id == id }) else {
                throw LedgerError.noSuchID(claim)
            }
            let note = try Capture(self).note(Capture.NoteRequest(word, text, of: result), transaction)
            try transaction.log(note.draft, said: note.said)
            return result
        }
    }
}

extension Capture.NoteRequest {
    /// What became of a result, as a note off the timeline.
    init(_ word: Became.Word, _ text: String, of claim: Claim) {
        self.init(text: Became.note(word, text.trimmed, of: claim))
        tags = Became.tags(word, of: claim.id)
        isOffTimeline = true
    }
}
