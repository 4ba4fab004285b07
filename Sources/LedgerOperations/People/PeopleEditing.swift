package import LedgerModel
import LedgerStore
import Questions

/// Says who is one person and who is two, and asks where only the person knows.
package struct PeopleEditing: LedgerArea {
    let store: LedgerStore
    let world: World

    /// The verbs of its actions.
    enum Verb: String {
        case merge, split, apart
        case putOff = "put-off"
        case program
        case person = "no-program"
        case rest, wake
    }

    /// What there is to ask. Answered ones are not asked again.
    ///
    /// - Parameter isAgain: Whether to ask those again that were put off.
    package func questions(isAgain: Bool = false) throws(LedgerError) -> PersonQuestions {
        try store.read { snapshot in
            PersonQuestions(try snapshot.people(), said: try snapshot.saidOfPeople(), isAgain: isAgain)
        }
    }

    /// Everybody but the person and who was forgotten.
    package func others() throws(LedgerError) -> [PersonSummary] {
        try store.read { try $0.people() }.filter { !$0.isMe && !$0.isForgotten }
    }

    /// Makes two people one. Returns that person.
    ///
    /// Throws `.notFound`, `.ambiguousID`; `.usage` if they are one already, or if one of them is the person.
    @discardableResult
    package func merge(_ one: String, _ other: String) throws(LedgerError) -> PersonSummary {
        try change(.merge, one, other) { one, other in
            guard one.id != other.id else {
                throw LedgerError(
                    .usage, "they are one person already", hint: "See what is known of them with \(offer: .people).")
            }
            return .one
        }
    }

    /// Remembers that two people are two, so that nobody asks again.
    ///
    /// Throws `.notFound`, `.ambiguousID`; `.usage` if they are one person.
    package func keepApart(_ one: String, _ other: String) throws(LedgerError) {
        try change(.apart, one, other) { one, other in
            guard one.id != other.id else {
                throw LedgerError(
                    .usage, "they are one person now",
                    hint: "Part them with \(offer: .splitPerson(one.id, one.identities.last ?? "ADDRESS")).")
            }
            return .two
        }
    }

    /// Asks later whether two people are one.
    package func putOff(_ one: String, _ other: String) throws(LedgerError) {
        try change(.putOff, one, other) { _, _ in .later }
    }

    @discardableResult
    private func change(
        _ verb: Verb, _ one: String, _ other: String,
        _ answer: (PersonSummary, PersonSummary) throws -> SaidOfPeople.Answer
    ) throws(LedgerError) -> PersonSummary {
        let id = try write { transaction in
            let finder = try PersonFinder(transaction.snapshot)
            let (one, other) = (try finder.other(one), try finder.other(other))
            let said = SaidOfPeople(one.first, other.first, try answer(one, other))
            try transaction.act(ulid(), verb.rawValue, on: "people") {
                for old in try transaction.snapshot.saidOfPeople() where old.answer != .one {
                    if one.holds(old.one) && other.holds(old.other) || one.holds(old.other) && other.holds(old.one) {
                        try transaction.unsay(old)
                    }
                }
                try transaction.say(said)
                try transaction.settlePeople()
            }
            return one.first
        }
        try settleTimeline()
        return try found(id)
    }

    /// The person with an identity, as they are now.
    private func found(_ identity: String) throws(LedgerError) -> PersonSummary {
        try store.read { try PersonFinder($0).person(identity) }
    }
}

extension PeopleEditing {
    /// Somebody, and who was parted from them.
    package struct Parted: Sendable, Hashable {
        package var person: PersonSummary
        package var other: PersonSummary
    }

    /// Makes an address or a name of somebody a person of its own. If My job lists it under their name, it is taken out
    /// there.
    ///
    /// Throws `.notFound`, `.ambiguousID`; `.usage` if nothing else is known of them.
    package func split(_ person: String, _ identity: String) throws(LedgerError) -> Parted {
        let key = PersonKey.of(identity)
        let rest = try write { transaction in
            let known = try PersonFinder(transaction.snapshot).other(person)
            let rest = known.identities.filter { PersonKey.of($0) != key }
            guard rest.count < known.identities.count else {
                throw LedgerError(
                    .notFound, "“\(identity)” is not an address or a name of theirs",
                    hint: "Known: \(known.identities.joined(separator: ", ")).")
            }
            guard let first = rest.first else {
                throw LedgerError(
                    .usage, "nothing else is known of them", hint: "See everyone with \(offer: .people).")
            }
            try transaction.act(ulid(), Verb.split.rawValue, on: "people") {
                try part(key, identity, from: rest, transaction)
                try transaction.settlePeople()
            }
            return first
        }
        try settleTimeline()
        return Parted(person: try found(rest), other: try found(identity))
    }

    private func part(_ key: String, _ identity: String, from rest: [String], _ transaction: Transaction) throws {
        // Whoever was one person only by way of it stays so.
        var linked: [String] = []
        for old in try transaction.snapshot.saidOfPeople() where old.answer == .one {
            let (one, other) = (PersonKey.of(old.one), PersonKey.of(old.other))
            guard (one == key) != (other == key) else { continue }
            linked.append(one == key ? old.other : old.one)
            try transaction.unsay(old)
        }
        for (one, other) in zip(linked, linked.dropFirst()) { try transaction.say(SaidOfPeople(one, other, .one)) }
        for other in rest.prefix(Self.mostIdentities) {
            try transaction.say(SaidOfPeople(identity.trimmed, other, .two))
        }
        let keys = Set(rest.map(PersonKey.of))
        var myJob = try transaction.myJob()
        for place in myJob.people.indices {
            let listed = myJob.people[place].identities
            guard listed.contains(where: { keys.contains(PersonKey.of($0)) }) else { continue }
            myJob.people[place].identities = listed.filter { PersonKey.of($0) != key }
        }
        if try myJob != transaction.myJob() {
            try transaction.save(myJob, action: ulid(), verb: Verb.split.rawValue)
        }
    }

    /// The most identities of one person that an answer is written down for.
    private static let mostIdentities = 50
}

extension PeopleEditing {
    /// Says that somebody is a program: My job lists their addresses under `machines`, and sources are read again.
    package func isProgram(_ person: String) throws(LedgerError) -> PersonSummary {
        let known = try write { transaction in
            let known = try PersonFinder(transaction.snapshot).other(person)
            var myJob = try transaction.myJob()
            let listed = Set(myJob.settings.machines)
            myJob.settings.machines += known.identities.map { $0.lowercased() }.filter { !listed.contains($0) }
            try transaction.act(ulid(), Verb.program.rawValue, on: "people") {
                try transaction.save(myJob, action: ulid(), verb: Verb.program.rawValue)
            }
            return known
        }
        try Importing(self).readAllAgain()
        try settleTimeline()
        return known
    }

    /// Says that somebody is a person, though their name looks like a program's.
    package func isPerson(_ person: String) throws(LedgerError) { try say(.person, .person, of: person) }

    /// Asks later whether somebody is a program.
    package func putOff(_ person: String) throws(LedgerError) { try say(.putOff, .later, of: person) }

    private func say(_ verb: Verb, _ answer: SaidOfPeople.Answer, of person: String) throws(LedgerError) {
        try write { transaction in
            let known = try PersonFinder(transaction.snapshot).other(person)
            try transaction.act(ulid(), verb.rawValue, on: "people") {
                for old in try transaction.snapshot.saidOfPeople()
                where old.one.isEmpty && old.answer != .rest && known.holds(old.other) {
                    try transaction.unsay(old)
                }
                try transaction.say(SaidOfPeople("", known.first, answer))
            }
        }
    }
}

extension PeopleEditing {
    /// No advice is given about somebody, up to a day or for good; `undo` and `wake` end it.
    ///
    /// Throws `.notFound`, `.ambiguousID`; `.badTime` for a day that is not ahead.
    @discardableResult
    package func rest(_ person: String, until day: CivilDay? = nil) throws(LedgerError) -> PersonSummary {
        if let day, try day <= today() {
            throw LedgerError(.badTime, "that day is not ahead", hint: "Give a day to come, or none for good.")
        }
        return try setRest(.rest, of: person) { SaidOfPeople("", $0.first, .rest, until: day) }
    }

    /// Advice about somebody is given again. Throws `.usage` if they do not rest.
    @discardableResult
    package func wake(_ person: String) throws(LedgerError) -> PersonSummary {
        try setRest(.wake, of: person) { _ in nil }
    }

    private func setRest(
        _ verb: Verb, of person: String, _ answer: (PersonSummary) -> SaidOfPeople?
    ) throws(LedgerError) -> PersonSummary {
        try write { transaction in
            let known = try PersonFinder(transaction.snapshot).other(person)
            let said = try transaction.snapshot.saidOfPeople().filter { $0.answer == .rest && known.holds($0.other) }
            let answer = answer(known)
            guard answer != nil || !said.isEmpty else {
                throw LedgerError(.usage, "there is advice about them already", hint: "Nothing was changed.")
            }
            try transaction.act(ulid(), verb.rawValue, on: "people") {
                for old in said { try transaction.unsay(old) }
                if let answer { try transaction.say(answer) }
            }
            return known
        }
    }
}

extension PersonSummary {
    /// The identity from which answers about them are told: an address if there is one.
    fileprivate var first: String { identities.filter { $0.contains("@") }.min() ?? identities.min() ?? name }

    fileprivate func holds(_ identity: String) -> Bool {
        let key = PersonKey.of(identity)
        return identities.contains { PersonKey.of($0) == key }
    }
}
