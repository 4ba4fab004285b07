package import LedgerModel
import LedgerStore
package import Questions

extension Reviewing {
    /// What was saved by finishing a review.
    package struct ReviewOutcome: Sendable, Hashable {
        package var week: Period
        /// The number of answers about blocks and about results that were told.
        package var answers: Int
        package var lines: Int
        /// Whether it was finished before, so that only new lines were added.
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
                parts.isEmpty ? "" : " \(Words.list(parts).sentence) saved; each can be undone, the last first."
            return "\(name.sentence) is reviewed.\(kept)"
        }
    }

    /// Saves what was said about a week, each answer as a separate action, and marks the week as reviewed. Saves
    /// everything or nothing.
    ///
    /// Skips answers to questions that are not asked any more. If the week was already reviewed, only new lines are
    /// added, so that nothing typed in another tab is lost.
    ///
    /// Throws `.changedMeanwhile` if others keep finishing and reopening the review at the same time.
    package func finishReview(_ week: Period, _ replies: ReviewReplies) throws(LedgerError) -> ReviewOutcome {
        // If another tab was faster, the next try sees the week as reviewed.
        for _ in 1...Self.looks {
            if let outcome = try finishOnce(week, replies) { return outcome }
        }
        throw LedgerError(
            .changedMeanwhile,
            "the review of this week was finished and reopened elsewhere; nothing of yours was saved",
            hint: "Look at it again, then send yours again.")
    }

    private static let looks = 3

    /// `nil` with nothing saved if another tab reviewed the week since it was read.
    private func finishOnce(_ week: Period, _ replies: ReviewReplies) throws(LedgerError) -> ReviewOutcome? {
        let asked = try review(week)
        let (answer, base) = (asked.answer, asked.base)
        let typed = Array(replies.lines.values) + [replies.became?.text ?? ""]
        for line in typed where line.count > ReviewReplies.longestLine {
            throw LedgerError(
                .tooLarge, "a line of a review holds at most \(ReviewReplies.longestLine) characters",
                hint: "Nothing was saved. Keep it short, or write the rest as a note.")
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
        let named =
            try replies.became.map { (reply) throws(LedgerError) in
                try peopleNamed(in: reply.text, base.myJob)
            } ?? []
        // Of a candidate that changed meanwhile nothing was said.
        var sayOfCandidate: ((Transaction) throws -> Void)?
        if let candidate = answer.candidate, let reply = replies.candidate, reply.key == candidate.key {
            sayOfCandidate = try Results(self).saying(reply.answer, of: candidate)
        }
        return try write { transaction in
            // Another tab was first.
            guard try transaction.snapshot.notes(tagged: done.tags).isEmpty else { return nil }
            try world.settleZone(transaction)
            var answers = 0
            let asked = answer.blocks?.blocks ?? []
            for block in asked {
                guard let word = replies.blocks[block.id] else { continue }
                try transaction.say(word, of: [block.id], action: ulid())
                answers += 1
            }
            let rest = asked.filter { replies.blocks[$0.id] == nil }.map(\.id)
            if let word = replies.week, !rest.isEmpty {
                try transaction.say(word, of: rest, action: ulid())
                answers += 1
            }
            for asked in answer.asked where replies.told[asked.key] == true {
                let telling = Telling(person: asked.person, at: asked.occasion.at)
                try transaction.tell(claim: asked.claim.id, telling, action: ulid())
                answers += 1
            }
            if let question = answer.became, let reply = replies.became {
                var note = Capture.NoteRequest(reply.word, reply.text, of: question.claim)
                note.people = named
                answers += try keep([note], transaction)
            }
            if let sayOfCandidate {
                try sayOfCandidate(transaction)
                answers += 1
            }
            let added = try keep(lines, transaction)
            _ = try keep([done], transaction)
            return ReviewOutcome(week: week, answers: answers, lines: added, wasDone: false)
        }
    }

    /// The typed lines as notes.
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

    /// Writes notes off the timeline, because a review is not part of the week that it is about. Skips notes that exist
    /// with the same words and tags. Returns the number written.
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

    /// The time of the lines, which belong to the week that they are about: now, or Friday afternoon of a past week.
    private func reviewed(_ week: Period, _ zones: ZoneHistory) -> Instant {
        min(now, zones.zone(on: week.since + 4).instant(week.since + 4, seconds: 61_200))
    }
}

extension Reviewing {
    /// The people of My job and of the ledger whose names are in a sentence.
    func peopleNamed(in text: String, _ myJob: MyJob) throws(LedgerError) -> [PersonMention] {
        let names = NamesInText(text)
        let known: [Acquaintance] = try Asking(self).inquire { try $0.acquaintances() }
        let who = try Asking(self).who()
        let others = known.filter { who.item(of: $0.person) == nil }
        let all = myJob.people.map(\.label) + others.map(\.name)
        let firsts = Dictionary(all.compactMap { NamesInText.parts($0).first }.map { ($0, 1) }, uniquingKeysWith: +)
        func isNamed(_ name: String) -> Bool {
            names.hold(name, firstIsUnique: NamesInText.parts(name).first.map { firsts[$0] == 1 } ?? false)
        }
        var mentions = Capture.mentions(myJob.people.map(\.label).filter(isNamed), myJob)
        for other in others where isNamed(other.name) {
            guard let person = try store.read({ try $0.people(only: other.person) }).first, !person.isMe else {
                continue
            }
            let identity = person.identities.first { $0.contains("@") } ?? person.identities.first ?? person.name
            mentions.append(PersonMention(identity: identity, name: person.name, role: .mentioned))
        }
        return mentions
    }
}
