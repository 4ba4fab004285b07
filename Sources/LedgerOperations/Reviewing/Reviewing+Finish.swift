package import LedgerModel
import LedgerStore
package import Questions

extension Reviewing {
    /// What finishing a review kept.
    package struct ReviewOutcome: Sendable, Hashable {
        package var week: Period
        /// Blocks that were kept or lost, results that were told.
        package var answers: Int
        package var lines: Int
        /// It was finished before; only new lines were added.
        package var wasDone: Bool

        package var sentence: String {
            let name = ReviewWeek.name(week)
            if wasDone {
                let added =
                    lines == 0
                    ? "nothing was changed"
                    : "\(Words.count(lines, "line")) \(lines == 1 ? "was" : "were") added to what you said"
                return "\(name.sentence) was reviewed before; \(added)."
            }
            let parts = [
                answers > 0 ? Words.count(answers, "answer") : nil, lines > 0 ? Words.count(lines, "line") : nil,
            ].compactMap { $0 }
            let kept =
                parts.isEmpty ? "" : " \(Words.list(parts).sentence) kept; each can be taken back, the last first."
            return "\(name.sentence) is reviewed.\(kept)"
        }
    }

    /// Keeps what was said of a week, each answer as an action of its own, and that the week is reviewed.
    /// What is not asked any more is passed over; a week that was reviewed stays as it is, and takes only lines that it
    /// does not hold yet, so that nothing typed in another tab is lost. All of it is kept, or nothing.
    ///
    /// Throws `.changedMeanwhile` when others finish and open it again as fast as this can look.
    package func finishReview(_ week: Period, _ replies: ReviewReplies) throws(LedgerError) -> ReviewOutcome {
        // Whoever sent it first while this was being made has reviewed the week, which the next look sees.
        for _ in 1...Self.looks {
            if let outcome = try finishOnce(week, replies) { return outcome }
        }
        throw LedgerError(
            .changedMeanwhile,
            "the review of this week was finished and opened again elsewhere; nothing of yours was kept",
            hint: "Look at it again, and send yours once more.")
    }

    private static let looks = 3

    /// `nil`, with nothing kept, when the week was reviewed by somebody else since it was looked at.
    private func finishOnce(_ week: Period, _ replies: ReviewReplies) throws(LedgerError) -> ReviewOutcome? {
        let asked = try review(week)
        let (answer, base) = (asked.answer, asked.base)
        for line in replies.lines.values where line.count > ReviewReplies.longestLine {
            throw LedgerError(
                .tooLarge, "a line of a review holds at most \(ReviewReplies.longestLine) characters",
                hint: "Keep it short, or write the rest as a note. Nothing was kept.")
        }
        let lines = try lines(replies, of: week, base)
        if answer.state.isDone {
            guard !lines.isEmpty else { return ReviewOutcome(week: week, answers: 0, lines: 0, wasDone: true) }
            return try write { transaction in
                try world.settleZone(transaction)
                let added = try keep(lines, transaction)
                return ReviewOutcome(week: week, answers: 0, lines: added, wasDone: true)
            }
        }
        var done = Capture.NoteRequest(text: "Weekly review of \(week.text)")
        done.tags = ReviewWeek.doneTags(week)
        return try write { transaction in
            // Whoever was first has done it.
            guard try transaction.snapshot.notes(tagged: done.tags).isEmpty else { return nil }
            try world.settleZone(transaction)
            var answers = 0
            for block in answer.blocks {
                guard let isKept = replies.blocks[block.id] else { continue }
                try transaction.correct(block.id, action: ulid()) { $0.happened = isKept }
                answers += 1
            }
            for asked in answer.asked where replies.told[asked.key] == true {
                let telling = Telling(
                    person: try Results.personName(asked.person, base.myJob), at: asked.occasion.at)
                try transaction.tell(claim: asked.claim.id, telling, action: ulid())
                answers += 1
            }
            let added = try keep(lines, transaction)
            _ = try keep([done], transaction)
            return ReviewOutcome(week: week, answers: answers, lines: added, wasDone: false)
        }
    }

    /// What was typed, as notes.
    private func lines(
        _ replies: ReviewReplies, of week: Period, _ base: AnswerBase
    ) throws(LedgerError) -> [Capture.NoteRequest] {
        let moment = reviewed(week, base.zones)
        var requests: [Capture.NoteRequest] = []
        for line in ReviewReplies.Prompt.allCases {
            guard let text = replies.lines[line]?.trimmed, !text.isEmpty else { continue }
            var request = Capture.NoteRequest(text: "\(line.short.sentence): \(text)")
            request.at = moment
            request.tags = [ReviewWeek.tag, line.rawValue, ReviewWeek.lineTag(week)]
            request.arena = line.arena
            request.people = try peopleNamed(in: text, base.myJob)
            requests.append(request)
        }
        return requests
    }

    /// Writes notes off the timeline, since looking back at a week is no part of it, and passes over those that stand
    /// with the same words and tags. Returns how many were written.
    private func keep(_ requests: [Capture.NoteRequest], _ transaction: Transaction) throws -> Int {
        var kept = 0
        for var request in requests {
            request.isOffTimeline = true
            let note = try Capture(self).note(request, transaction)
            let standing = try transaction.snapshot.notes(tagged: note.draft.tags)
            guard !standing.contains(where: { $0.title == note.draft.title && $0.body == note.draft.body }) else {
                continue
            }
            try transaction.log(note.draft, said: note.said)
            kept += 1
        }
        return kept
    }

    /// Lines belong to the week that they tell of: now, or its Friday afternoon where that has passed.
    private func reviewed(_ week: Period, _ zones: ZoneHistory) -> Instant {
        min(now, zones.zone(on: week.since + 4).instant(week.since + 4, seconds: 61_200))
    }
}
