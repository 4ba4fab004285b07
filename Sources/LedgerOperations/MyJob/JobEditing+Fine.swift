package import LedgerModel
import LedgerStore
import Questions

extension JobEditing {
    package enum FineVerb: String {
        case fine
        case advise
    }

    /// Something is fine as it is, up to a day or for good: no advice is given about it. `undo` and `advise` end it.
    ///
    /// - Parameter name: The id of what is fine; of an agreement also the name of its responsibility.
    ///
    /// Throws `.notFound`; `.badTime` for a day that is not ahead.
    @discardableResult
    package func fine(_ name: String, until day: CivilDay? = nil) throws(LedgerError) -> String {
        let what = try fine(named: name)
        if let day, try day <= today() {
            throw LedgerError(.badTime, "that day is not ahead", hint: "Give a day to come, or none for good.")
        }
        try write { transaction in
            try transaction.act(ulid(), FineVerb.fine.rawValue, on: Self.subject(what)) {
                try transaction.say(SaidFine(what, until: day))
            }
        }
        return try words(what)
    }

    /// There is advice about it again. Throws `.notFound`; `.usage` if there is.
    @discardableResult
    package func advise(_ name: String) throws(LedgerError) -> String {
        let what = try fine(named: name)
        try write { transaction in
            guard try transaction.snapshot.saidFine().contains(where: { $0.what == what }) else {
                throw LedgerError(.usage, "there is advice about it already", hint: "Nothing was changed.")
            }
            try transaction.act(ulid(), FineVerb.advise.rawValue, on: Self.subject(what)) {
                try transaction.unsay(what)
            }
        }
        return try words(what)
    }

    /// What is fine today, with its words.
    package func allFine() throws(LedgerError) -> [(said: SaidFine, words: String)] {
        let today = try today()
        let label = try labels()
        return try store.read { snapshot in
            try snapshot.saidFine().filter { $0.holds(on: today) }.map { ($0, $0.what.words(label)) }
        }
    }

    private func fine(named name: String) throws(LedgerError) -> Fine {
        let responsibilities = try myJob().responsibilities
        switch Fine(id: name.trimmed) {
        case .agreement(let key)?:
            return .agreement(try namedKey(key, "responsibility", responsibilities.map { ($0.key, $0.label) }))
        case let plain?: return plain
        case nil:
            throw LedgerError(
                .notFound, "nothing is called so",
                hint: Advice("Say one of \(Words.list(Fine.plain.map(\.id))), or agree:KEY of a responsibility."))
        }
    }

    /// What an action is about. The key of a responsibility may name somebody, so it is not part of it.
    private static func subject(_ what: Fine) -> String {
        if case .agreement = what { "agreement" } else { what.id }
    }

    private func words(_ what: Fine) throws(LedgerError) -> String { what.words(try labels()) }

    private func labels() throws(LedgerError) -> (String) -> String {
        let labels = Dictionary(try myJob().responsibilities.map { ($0.key, $0.label) }) { first, _ in first }
        return { labels[$0] ?? $0 }
    }
}
