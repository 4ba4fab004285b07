package import LedgerModel
import LedgerStore
package import Questions

extension Results {
    /// Keeps what became of a result, or of a piece without one, as a dated note with its id; `undo` takes it back.
    /// Returns what it is about.
    ///
    /// - Parameter text: The person's own words, for that answer.
    ///
    /// Throws `.notFound`, `.ambiguousID`; `.usage` for own words without any; `.tooLarge`.
    @discardableResult
    package func sayBecame(_ name: String, _ word: Became.Word, _ text: String = "") throws(LedgerError) -> Claim {
        let text = text.trimmed
        guard word != .said || !text.isEmpty else { throw LedgerError(.usage, "say what became of it") }
        guard text.count <= ReviewReplies.longestLine else {
            throw LedgerError(
                .tooLarge, "a line on it holds at most \(ReviewReplies.longestLine) characters",
                hint: "Nothing was saved. Keep it short, or write the rest as a note.")
        }
        let about = try Asking(self).inquire { try $0.lasting(named: name).lasting.claim }
        return try write { transaction in
            try world.settleZone(transaction)
            let note = try Capture(self).note(Capture.NoteRequest(word, text, of: about), transaction)
            try transaction.log(note.draft, said: note.said)
            return about
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
