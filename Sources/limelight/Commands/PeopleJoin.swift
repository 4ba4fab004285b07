import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

struct PeopleMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make two people one.",
        discussion: """
            Their addresses and names are one person from then on, in every list and when
            that person is forgotten. Nothing is lost: split and undo take it back.

            EXAMPLES
              limelight people merge "Maria Keller" mk@example.org
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "A name, an address or an id.") var one: String
    @Argument(help: "A name, an address or an id.") var other: String

    func run() throws {
        let person = try globals.open().people.merge(one, other)
        Console.say("\(person.name) is one person: \(Words.list(person.identities.sorted())).")
    }
}

struct PeopleSplit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Make an address or a name of somebody a person of its own.",
        discussion: """
            If My job lists it under their name, it is taken out there.

            EXAMPLES
              limelight people split "Maria Keller" mk@example.org
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "A name, an address or an id.") var name: String
    @Argument(help: "The address or name that is somebody else.") var address: String

    func run() throws {
        let parted = try globals.open().people.split(name, address)
        Console.say(
            "Two people now: \(parted.person.name) (\(Words.list(parted.person.identities.sorted()))) and \(parted.other.name) (\(Words.list(parted.other.identities.sorted())))."
        )
    }
}

struct PeopleApart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apart", abstract: "Say that two are two people, so that nobody asks again.",
        discussion: "EXAMPLES\n  limelight people apart alex@example.com alex@example.org")
    @OptionGroup var globals: Globals
    @Argument(help: "A name, an address or an id.") var one: String
    @Argument(help: "A name, an address or an id.") var other: String

    func run() throws {
        try globals.open().people.keepApart(one, other)
        Console.say("Two people.")
    }
}

struct PeopleLater: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "later", abstract: "Put off a question about people.",
        discussion: """
            EXAMPLES
              limelight people later alex@example.com alex@example.org
              limelight people later Devin
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "A name, an address or an id.") var one: String
    @Argument(help: "The other, where the question is about two.") var other: String?

    func run() throws {
        let people = try globals.open().people
        if let other { try people.putOff(one, other) } else { try people.putOff(one) }
        Console.say("Later. Asked again with: limelight people ask --again")
    }
}

struct PeopleProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "program", abstract: "Say that somebody is a program, such as a bot.",
        discussion: """
            My job lists it under machines, and it is nobody in what is read from then on.

            EXAMPLES
              limelight people program ci@example.org
              limelight people program Devin --no
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "A name, an address or an id.") var name: String
    @Flag(help: "A person, whatever the name looks like.") var no = false

    func run() throws {
        let people = try globals.open().people
        if no {
            try people.isPerson(name)
            Console.say("A person.")
        } else {
            let known = try people.isProgram(name)
            Console.say("\(known.name) is a program. Read the sources again with: limelight sync")
        }
    }
}

struct PeopleAsk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Say who is one person and who is two, one key each.",
        discussion: """
            Asks about people who might be one, and about names that look like a
            program's. Nobody is joined without an answer.

            Without a terminal it reads one answer per line: one, two, person, program,
            later, undo or quit.

            EXAMPLES
              limelight people ask
              limelight people ask --again
              printf 'one\\ntwo\\nlater\\n' | limelight people ask
            """)
    @OptionGroup var globals: Globals
    @Flag(help: "Ask again what was put off.") var again = false

    func run() throws {
        var run = PeopleTalk(ledger: try globals.open(), isAgain: again)
        try run.begin()
    }
}
