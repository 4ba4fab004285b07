import LedgerModel
import LedgerOperations
import Renderings

/// The answers about people, on their list and on their pages.
enum PeopleForms {
    static let all: [Form] = [
        Form(path: PagePath.mergePeople, isUndoable: true, act: merge),
        Form(path: PagePath.keepApart, isUndoable: true, act: keepApart),
        Form(path: PagePath.putOff, isUndoable: true, act: putOff),
        Form(path: PagePath.splitPerson, isUndoable: true, act: split),
        Form(path: PagePath.program, isUndoable: true, act: program),
        Form(path: PagePath.noProgram, isUndoable: true, act: noProgram),
        Form(path: PagePath.rest, isUndoable: true, act: rest),
    ]

    private static func merge(_ visit: Visit, _ fields: Fields) throws -> String {
        let person = try visit.ledger.people.merge(try text("one", fields), try text("other", fields))
        return "\(person.name) is one person now."
    }

    private static func keepApart(_ visit: Visit, _ fields: Fields) throws -> String {
        try visit.ledger.people.keepApart(try text("one", fields), try text("other", fields))
        return "Remembered: two people."
    }

    private static func putOff(_ visit: Visit, _ fields: Fields) throws -> String {
        let one = try text("one", fields)
        if let other = fields["other"] {
            try visit.ledger.people.putOff(one, other)
        } else {
            try visit.ledger.people.putOff(one)
        }
        return "Put off."
    }

    private static func split(_ visit: Visit, _ fields: Fields) throws -> String {
        let parted = try visit.ledger.people.split(try text("one", fields), try text("identity", fields))
        return "\(parted.person.name) and \(parted.other.listed) are two people now."
    }

    private static func program(_ visit: Visit, _ fields: Fields) throws -> String {
        let known = try visit.ledger.people.isProgram(try text("one", fields))
        return "\(known.name) is a program. Read the sources again, and it is nobody in them."
    }

    private static func noProgram(_ visit: Visit, _ fields: Fields) throws -> String {
        try visit.ledger.people.isPerson(try text("one", fields))
        return "Remembered: a person."
    }

    private static func rest(_ visit: Visit, _ fields: Fields) throws -> String {
        let until = (fields["until"] ?? "").trimmed
        let spoken = SpokenTime(now: visit.ledger.asking.now, zones: try visit.ledger.asking.zones())
        let day = until.isEmpty ? nil : try spoken.readDay(until)
        let person = try visit.ledger.people.rest(try text("person", fields), until: day)
        return "No advice about \(person.name)\(day.map { " until \(Period.date($0))" } ?? "")."
    }

    private static func text(_ name: String, _ fields: Fields) throws -> String {
        guard let text = fields[name]?.trimmed, !text.isEmpty, text.count <= 400 else {
            throw LedgerError(.usage, "the form does not say who is meant", hint: "Write a name or an address.")
        }
        return text
    }
}
