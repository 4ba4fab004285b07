import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

/// One session of questions about people.
struct PeopleTalk {
    let ledger: Ledger
    let isAgain: Bool
    private let hasKeys = Console.canAsk
    /// Questions of this session that were put off, so that each is asked once.
    private var seen: Set<PersonQuestion> = []
    /// How many answers of this session were not undone.
    private var answers = 0

    init(ledger: Ledger, isAgain: Bool) {
        self.ledger = ledger
        self.isAgain = isAgain
    }

    mutating func begin() throws {
        guard var question = try next() else {
            Console.say("There is nothing to ask about people.")
            throw ExitCode(1)
        }
        repeat {
            Console.print(
                Document(
                    title: question.title, headline: [.text(question.title)],
                    sections: [
                        .init("", [.paragraph([.text(question.reason)]), .paragraph([.soft(keys(question))])])
                    ]))
            guard try hear(question) else { break }
            guard let following = try next() else { break }
            question = following
        } while true
        Console.say("\(Words.count(answers, "answer").sentence).")
    }

    private func next() throws -> PersonQuestion? {
        try ledger.people.questions(isAgain: isAgain).asked.first { !seen.contains($0) }
    }

    private func keys(_ question: PersonQuestion) -> String {
        switch question {
        case .same: "1 one person, 2 two people, l later, u undo, q quit"
        case .program: "1 a person, 2 a program, l later, u undo, q quit"
        }
    }

    /// Reads answers until one settles the question; false to stop.
    private mutating func hear(_ question: PersonQuestion) throws -> Bool {
        while let word = Console.answer(hasKeys)?.lowercased() {
            switch (question, word) {
            case (_, "q"), (_, "quit"): return false
            case (_, ""): continue
            case (_, "u"), (_, "undo"):
                if try undo() { return true }
                continue
            case (.same(let one, let other, _), "1"), (.same(let one, let other, _), "one"):
                try ledger.people.merge(one.id.description, other.id.description)
                Console.say("One person.")
            case (.same(let one, let other, _), "2"), (.same(let one, let other, _), "two"):
                try ledger.people.keepApart(one.id.description, other.id.description)
                Console.say("Two people.")
            case (.same(let one, let other, _), "l"), (.same(let one, let other, _), "later"):
                seen.insert(question)
                try ledger.people.putOff(one.id.description, other.id.description)
                Console.say("Later.")
            case (.program(let person), "1"), (.program(let person), "person"):
                try ledger.people.isPerson(person.id.description)
                Console.say("A person.")
            case (.program(let person), "2"), (.program(let person), "program"):
                _ = try ledger.people.isProgram(person.id.description)
                seen.insert(question)
                Console.say("A program. Read the sources again with: limelight sync")
            case (.program(let person), "l"), (.program(let person), "later"):
                seen.insert(question)
                try ledger.people.putOff(person.id.description)
                Console.say("Later.")
            default:
                Console.note("“\(word.prefix(40))” is not one of the answers.")
                continue
            }
            answers += 1
            return true
        }
        return false
    }

    private mutating func undo() throws -> Bool {
        guard answers > 0 else {
            Console.note("There is no answer to undo in this session; for earlier ones: limelight undo")
            return false
        }
        Console.say("Undone: \(try ledger.keeping.undo().sentence).")
        answers -= 1
        seen.removeAll()
        return true
    }
}
