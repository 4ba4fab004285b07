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
        if PublicID(text) != nil, let trace = try snapshot.trace(of: snapshot.resolve(text)) {
            task = try sayable(text, to: addressee)
            facts = trace.facts
            correction = trace.correction
        }
        let like = try related(to: task?.text ?? text, for: addressee, engine)
        // A task that was done before under the same name is read as it was then.
        if correction == nil, facts.kind == .note,
            let same = like.first(where: { $0.title.text.lowercased() == text.trimmed.lowercased() }),
            let trace = try snapshot.trace(of: same.id)
        {
            facts = trace.facts
            correction = trace.correction
        }
        return TaskPicture(
            task: task, for: addressee, reading: engine.read(facts, correction: correction), myJob: myJob,
            on: zones.day(of: now), related: like, wish: try wish(of: addressee))
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
        to task: String, for addressee: Addressee, _ engine: RuleEngine
    ) throws -> [TaskPicture.Related] {
        var related: [TaskPicture.Related] = []
        for hit in try workLike(task) where related.count < 8 {
            let shown = try snapshot.show(hit.id)
            guard let title = addressee.title(of: shown) else { continue }
            let people = addressee.isMyself ? shown.draft.people.filter { !$0.isForgotten }.map(\.shown) : []
            let skills = try snapshot.trace(of: hit.id).map { trace in
                engine.read(trace.facts, correction: trace.correction).skills.compactMap(\.value)
            }
            related.append(
                TaskPicture.Related(
                    id: hit.id, title: title, day: zones.day(of: hit.at), people: people, skills: skills ?? []))
        }
        return related
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

    /// Earlier work that shares words with the task. Rare words weigh more; among equals the newest comes first.
    private func workLike(_ task: String) throws -> [SearchHit] {
        let words = Set(
            task.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 3 })
        var found: [PublicID: (hit: SearchHit, weight: Double)] = [:]
        // Only the past, because most dates of a series are in the future.
        let past = Interval(.first, now + 1)
        for word in words.sorted().prefix(12) {
            let result = try snapshot.search(SearchQuery(words: [word]), range: past, limit: 200)
            guard result.total > 0 else { continue }
            for hit in result.hits where !hit.flags.contains(.byOther) {
                found[hit.id, default: (hit, 0)].weight += 1 / Double(result.total)
            }
        }
        return found.values.sorted { ($0.weight, $0.hit.at, $0.hit.id) > ($1.weight, $1.hit.at, $1.hit.id) }
            .prefix(100).map(\.hit)
    }
}
