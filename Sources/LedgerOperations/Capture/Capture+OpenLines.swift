package import LedgerModel
import LedgerStore
import Questions

/// Lines of talks: what was asked and promised, until it is done.
extension Capture {
    /// Keeps lines of a talk, each as a note with that person, all as one action. Empty ones are left out.
    ///
    /// Throws `.notFound`, `.ambiguousID` if the name means nobody or several; `.usage` without a line.
    @discardableResult
    package func keep(lines: [String], with person: String) throws(LedgerError) -> [Captured] {
        let lines = lines.map(\.trimmed).filter { !$0.isEmpty }
        guard !lines.isEmpty else {
            throw LedgerError(
                .usage, "no line is written yet", hint: "Write what was asked or promised, such as “asked: a date”.")
        }
        return try write { transaction in
            try world.settleZone(transaction)
            let known = try transaction.snapshot.knownPeople().person(named: person).mention
            let notes = try lines.map { line in
                var request = NoteRequest(text: line)
                request.people = [PersonMention(identity: known.identity, name: known.name, role: .mentioned)]
                return try note(request, transaction)
            }
            let subject = notes.count == 1 ? notes[0].draft.id.description : ""
            try transaction.act(ulid(), notes.count == 1 ? "log" : "talk", on: subject) {
                for note in notes { try transaction.log(note.draft, said: note.said) }
            }
            return notes.map { captured($0.draft, $0.seconds, $0.zones) }
        }
    }

    /// Says that an open line of a note is done, or turned down.
    ///
    /// - Parameters:
    ///   - text: The id of the note, or its beginning.
    ///   - place: Which of its lines, from 1; `nil` if only one is open.
    ///
    /// Throws `.notFound` if there is no such open line; `.usage` if the note has several.
    package func tick(_ text: String, line place: Int? = nil, isDeclined: Bool = false) throws(LedgerError) -> OpenLine
    {
        try write { transaction in
            let id = try transaction.snapshot.resolveStanding(text)
            let open = try transaction.snapshot.note(id)?.open ?? []
            let found = place.map { place in open.filter { $0.place == place } } ?? open
            guard let line = found.first else {
                throw LedgerError(
                    .notFound, "no line of it stands open",
                    hint: "See what does with \(offer: .oneOnOnes); what was ticked comes back with \(offer: .undo).")
            }
            guard found.count == 1 else {
                let list = found.map { "\($0.place) “\($0.words)”" }.joined(separator: ", ")
                throw LedgerError(
                    .usage, "\(Words.count(found.count, "line")) of it stand open",
                    hint: "Say which with --line: \(list).")
            }
            let action = ulid()
            try transaction.act(action, isDeclined ? "decline" : "tick", on: id.description) {
                try transaction.correct(id, action: action) {
                    $0.ticks = ($0.ticks ?? []) + [.init(place: line.place, at: now, isDeclined: isDeclined)]
                }
            }
            return line
        }
    }
}
