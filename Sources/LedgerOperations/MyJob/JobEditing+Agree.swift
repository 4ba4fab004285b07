package import LedgerModel
import LedgerStore

/// Measures that the person has agreed with those who decide.
extension JobEditing {
    package struct Agreement: Sendable, Hashable {
        package var responsibility: String
        package var person: String
        package var day: CivilDay

        package init(responsibility: String, person: String, day: CivilDay) {
            self.responsibility = responsibility
            self.person = person
            self.day = day
        }
    }

    /// Records that a measure was agreed.
    ///
    /// - Parameters:
    ///   - name: A responsibility by its key or label.
    ///   - person: Someone in My job, or any name; `nil` means the first person who decides.
    ///   - day: `nil` means today.
    ///
    /// Throws `.notFound` if My job has no such responsibility; `.usage` if it has no measure, the day is in the
    /// future, or it is not clear who is meant.
    package func agree(
        _ name: String, with person: String? = nil, on day: CivilDay? = nil
    ) throws(LedgerError) -> Agreement {
        let today = try today()
        let day = day ?? today
        guard day <= today else {
            throw LedgerError(
                .usage, "an agreement cannot be in the future", hint: "Record it once it is agreed, with its day.")
        }
        var myJob = try myJob()
        let mine = myJob.responsibilities.filter { $0.holds(on: today) }
        let key = try namedKey(name, "responsibility", mine.map { ($0.key, $0.label) })
        guard let place = myJob.responsibilities.firstIndex(where: { $0.key == key }),
            myJob.responsibilities[place].isMeasured
        else {
            throw LedgerError(
                .usage, "that has no measure yet", hint: "First say what is measured, with \(offer: .setUp).")
        }
        let whom = try Self.whom(person?.trimmed ?? "", myJob, today)
        myJob.responsibilities[place].agreedWith = whom
        myJob.responsibilities[place].agreedOn = day
        try keep(try change(to: myJob), verb: "agree")
        return Agreement(responsibility: myJob.responsibilities[place].label, person: whom, day: day)
    }

    /// The name in My job for the typed text.
    private static func whom(_ typed: String, _ myJob: MyJob, _ day: CivilDay) throws(LedgerError) -> String {
        let people = myJob.people.filter { $0.holds(on: day) }
        guard typed.isEmpty else {
            let wanted = PersonKey.of(typed)
            let near = people.filter { PersonKey.of($0.label).split(separator: " ").contains { $0 == wanted } }
            let exact = WhoIsWho(myJob).item(typed)
            return exact?.label ?? (near.count == 1 ? near[0].label : String(typed.prefix(200)))
        }
        guard let decider = myJob.deciders(on: day).first else {
            throw LedgerError(
                .usage, "say with whom it was agreed",
                hint: "Add --with NAME, or say who decides about you with \(offer: .setUp).")
        }
        return decider.label
    }
}
