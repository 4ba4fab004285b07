import Attribution
import LedgerModel
import LedgerStore
package import Questions

extension Inquiry {
    /// What a task does for the career. The task is an id of evidence, or words.
    ///
    /// Throws `.notFound` with the nearest names if nobody is called `name`, `.ambiguousID`, and `.usage` for a piece
    /// that may not be said to them.
    package func taskPicture(_ text: String, for name: String?) throws -> TaskPicture {
        let addressee = try addressee(name)
        let engine = try RuleEngine(myJob, zones: zones)
        var task = addressee.label(text)
        var facts = EvidenceFacts(kind: .note, at: now, title: text, body: text)
        var correction: Correction?
        var piece: EvidenceDraft?
        if PublicID(text) != nil, let trace = try snapshot.trace(of: snapshot.resolve(text)) {
            task = try sayable(text, to: addressee)
            facts = trace.facts
            correction = trace.correction
            piece = try snapshot.show(snapshot.resolve(text)).draft
        }
        let words = TaskWords(
            task?.text ?? facts.title, piece: piece, people: try knownPeople().others.map(\.name))
        let like = try related(to: words, task?.text ?? facts.title, besides: piece?.id, for: addressee, engine)
        // A task that was done before under the same name is read as it was then.
        if correction == nil, facts.kind == .note,
            let same = like.first(where: { words.isSame($0.title.text, as: text) }),
            let trace = try snapshot.trace(of: same.id)
        {
            facts = trace.facts
            correction = trace.correction
        }
        return TaskPicture(
            task: task, for: addressee, reading: engine.read(facts, correction: correction), myJob: myJob,
            on: zones.day(of: now), related: like, result: try result(like: words, for: addressee),
            wants: { words.hold($0) }, wish: try wish(of: addressee))
    }

    /// The title of a piece that was named as the task.
    private func sayable(_ id: String, to addressee: Addressee) throws -> Sayable {
        if let title = addressee.title(of: try snapshot.show(snapshot.resolve(id))) { return title }
        throw LedgerError(
            .usage, "this piece is not one that you can say to them",
            hint:
                "It is a note, private, names somebody else, or is not known to them. Give the task in words of your own."
        )
    }

    /// Earlier work like it that may be said to them, the most alike first.
    private func related(
        to words: TaskWords, _ task: String, besides itself: PublicID?, for addressee: Addressee, _ engine: RuleEngine
    ) throws -> [TaskPicture.Related] {
        var related: [TaskPicture.Related] = []
        let me = Set(try snapshot.me())
        let cited = Set(try snapshot.claims().flatMap(\.evidence))
        for hit in try workLike(words, task) where hit.id != itself && related.count < 8 {
            let shown = try snapshot.show(hit.id)
            // What may be said to somebody they attend, or it is in a repository that they know.
            guard
                !addressee.isMyself || words.isSame(hit.title, as: task) || cited.contains(hit.id)
                    || words.isConnected(to: shown.draft, me: me),
                let title = addressee.title(of: shown)
            else { continue }
            let people =
                addressee.isMyself
                ? shown.draft.people.filter { !$0.isForgotten && !me.contains($0.identity) }.map(\.shown) : []
            let skills = try snapshot.trace(of: hit.id).map { trace in
                engine.read(trace.facts, correction: trace.correction).skills.compactMap(\.value)
            }
            related.append(
                TaskPicture.Related(
                    id: hit.id, title: title, day: zones.day(of: hit.at), people: people, skills: skills ?? []))
        }
        return related
    }

    /// The newest result with two words of the task that may be said to them.
    private func result(like words: TaskWords, for addressee: Addressee) throws -> TaskPicture.OwnResult? {
        for claim in try snapshot.claims() where claim.at <= now {
            let theirs = claim.text.lowercased().split { !$0.isLetter && !$0.isNumber }
            guard words.sought.count(where: { word in theirs.contains { $0.hasPrefix(word) } }) > 1,
                let text = addressee.told(claim)
            else { continue }
            return TaskPicture.OwnResult(id: claim.id, text: text, evidence: claim.evidence)
        }
        return nil
    }

    /// The newest words of theirs about themself: in a note of theirs, or in a line of one.
    private func wish(of addressee: Addressee) throws -> TaskPicture.Wish? {
        guard !addressee.isMyself else { return nil }
        let theirs = try snapshot.notes(saidBy: addressee.identities.map(\.text))
        let lines = try snapshot.search(
            SearchQuery(words: ["said", "by"], filters: [.init(.kind, EvidenceKind.note.rawValue)]), range: nil,
            limit: 50, isCounted: false
        ).hits.map(\.id)
        let pieces = try (theirs + lines).unique().map { try snapshot.show($0) }
            .filter { $0.draft.at <= now }.sorted { ($0.draft.at, $0.id) > ($1.draft.at, $1.id) }
        for piece in pieces {
            guard let words = addressee.ownWords(in: piece).last else { continue }
            return TaskPicture.Wish(id: piece.id, words: words, day: zones.day(of: piece.draft.at))
        }
        return nil
    }

    /// Earlier work whose titles are like the task. Rare words weigh more; among equals the newest comes first.
    private func workLike(_ words: TaskWords, _ task: String) throws -> [Snapshot.TitleHit] {
        var found: [PublicID: (hit: Snapshot.TitleHit, common: [Int])] = [:]
        for word in words.sought {
            // Only the past, because most dates of a series are in the future.
            let (titles, hits) = try snapshot.titles(holding: word, until: now, most: 200)
            for hit in hits { found[hit.id, default: (hit, [])].common.append(titles) }
        }
        let all = try snapshot.titleCount()
        func weight(_ common: [Int]) -> Double { common.reduce(0) { $0 + 1 / Double(max(1, $1)) } }
        return found.values.filter { TaskWords.isLike($0.common, of: all) || words.isSame($0.hit.title, as: task) }
            .map { (hit: $0.hit, weight: weight($0.common)) }
            .sorted { ($0.weight, $0.hit.at, $0.hit.id) > ($1.weight, $1.hit.at, $1.hit.id) }
            .prefix(300).map(\.hit)
    }
}
