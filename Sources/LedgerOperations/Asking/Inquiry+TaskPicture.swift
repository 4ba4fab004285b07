import Attribution
import LedgerModel
import LedgerStore
package import Questions

extension Inquiry {
    /// What a task does for the career. The task is an id of evidence, or words.
    package func taskPicture(_ text: String, for name: String?) throws -> TaskPicture {
        let engine = try RuleEngine(myJob, zones: zones)
        var task = text
        var facts = EvidenceFacts(kind: .note, at: now, title: text, body: text)
        var correction: Correction?
        if PublicID(text) != nil, let trace = try snapshot.trace(of: snapshot.resolve(text)) {
            task = trace.facts.title
            facts = trace.facts
            correction = trace.correction
        }
        let like = try workLike(task)
        // A task that was done before under the same name is read as it was then.
        if correction == nil, facts.kind == .note,
            let same = like.first(where: { $0.title.lowercased() == task.trimmed.lowercased() }),
            let trace = try snapshot.trace(of: same.id)
        {
            facts = trace.facts
            correction = trace.correction
        }
        var related: [TaskPicture.Related] = []
        for hit in like {
            let people = try snapshot.show(hit.id).draft.people.filter { !$0.isForgotten }.map(\.shown)
            let skills = try snapshot.trace(of: hit.id).map { trace in
                engine.read(trace.facts, correction: trace.correction).skills.compactMap(\.value)
            }
            related.append(
                TaskPicture.Related(
                    id: hit.id, title: hit.title, day: zones.day(of: hit.at), people: people, skills: skills ?? []))
        }
        return TaskPicture(
            task: task, forName: try name.map { name in try fullName(name, myJob) },
            reading: engine.read(facts, correction: correction), myJob: myJob, on: zones.day(of: now),
            related: related)
    }

    /// The name as the ledger spells it, so that one person is not taken for two.
    private func fullName(_ name: String, _ myJob: MyJob) throws -> String {
        let wanted = name.trimmed.lowercased()
        let known = myJob.people.first { $0.key == wanted || $0.label.lowercased().hasPrefix(wanted) }?.label
        return if let known { known } else { try people(only: name).first?.name ?? name }
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
            .prefix(8).map(\.hit)
    }
}
