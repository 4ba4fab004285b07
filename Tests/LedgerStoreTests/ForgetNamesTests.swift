import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Forgetting: every name that an address carried, and a first name where nobody else was")
struct ForgetNamesTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func forget(_ identity: String) throws {
        let person = try #require(try here.store.read({ try $0.people() }).first { $0.identities.contains(identity) })
        try here.write({ try $0.forget(person: person.id) })
    }

    private func event(_ title: String, uid: String = "m1", sequence: Int64 = 1, names: [String: String])
        -> EvidenceDraft
    {
        var event = StoreWorld.event(title, uid: uid, sequence: sequence, with: names.keys.sorted())
        event.people = event.people.map { person in
            var person = person
            person.name = names[person.identity] ?? ""
            return person
        }
        return event
    }

    private func commit(_ body: String, sha: String = "c1") -> EvidenceDraft {
        var commit = StoreWorld.commit("Mend it", sha: sha, project: "Hedgehog")
        commit.body = body
        return commit
    }

    @Test("Names in older versions, texts, records, My job and what was done by hand go with the address")
    func carried() throws {
        let address = "otto@quill.example"
        let (work, code) = (try here.source("Work"), try here.source("Code", .git))
        try here.list(work, [event("Planning with Ottchen", names: [address: "Otto Quill"])])
        try here.list(work, [event("Planning with Ottchen now", sequence: 2, names: [address: "Otto Quill"])])
        try here.list(code, [commit("Why.\n\nThanks-to: Ottokar Q. <Otto@quill.example>\nRefs: 1")])
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "boss", label: "Der Alte", role: .decider, identities: [address])]
        myJob.objectives = [Objective(key: "o1", label: "Please Der Alte")]
        try here.write({ try $0.save(myJob, action: here.ulid(), verb: "job") })
        let writer = try ImportWriter(here.store, source: work, context: here.context)
        let record = Self.record([
            "ORGANIZER;CN=\"Quill, Otto\":mailto:\(address)", "ATTENDEE;CN=\"Anna Berg\":mailto:anna@example.com",
            "ATTENDEE;CN=\"Ottchen\";PARTSTAT=\"ACCEPTED\":mailto:\(address)",
        ])
        try writer.write(series: [("w1", record)])
        _ = try here.note("Ottokar Q said yes; so did Ottchen")
        for word in ["Ottokar", "Der Alte", "Ottchen", "Quill, Otto"] { #expect(try here.dump().contains(word)) }
        let person = try #require(try here.store.read({ try $0.people() }).first { $0.identities == [address] })
        #expect(try here.store.read({ try $0.preview(forgetting: person.id) }).words.map(\.word) == ["Ottchen"])
        try forget(address)
        let dump = try here.dump().lowercased()
        for word in ["ottokar", "der alte", "otto", "quill"] { #expect(!dump.contains(word), "\(word)") }
        // By a single word somebody else may be meant.
        #expect(dump.split(separator: "ottchen").count == 2)
        #expect(try here.titles("ottchen") == ["[forgotten] said yes; so did Ottchen"])
        #expect(dump.contains("anna berg"))
        #expect(dump.contains("refs: 1\""))
        for word in ["ottokar", "quill"] { #expect(try here.titles(word).isEmpty) }
        // The next import, with a name that was never seen.
        try here.list(code, [commit("Why.\n\nThanks-to: Ottfried <otto@quill.example>\nRefs: 1")])
        try ImportWriter(here.store, source: work, context: here.context).write(series: [
            ("w1", record.replacing("Ottchen", with: "Ottfried"))
        ])
        #expect(try !here.dump().contains("Ottfried"))
    }

    @Test("A single word that others are called by too goes where it is theirs, and nowhere else")
    func shared() throws {
        let work = try here.source("Work")
        let pieces = [
            event("Planning", names: ["anna@a.example": "Anna Stein", "berg@b.example": "Anna Berg"]),
            event("Anna’s part", uid: "m2", names: ["berg@b.example": "Anna Berg", "kim@b.example": "Kim Li"]),
        ]
        try here.list(work, pieces)
        let record = Self.record(["ATTENDEE;CN=\"Anna\":mailto:anna@a.example", "ATTENDEE:mailto:kim@b.example"])
        try ImportWriter(here.store, source: work, context: here.context).write(series: [("w1", record)])
        let person = try #require(
            try here.store.read({ try $0.people() }).first { $0.identities == ["anna@a.example"] })
        #expect(try here.store.read({ try $0.preview(forgetting: person.id) }).words.map(\.titles) == [1])
        try forget("anna@a.example")
        #expect(try here.titles("part") == ["Anna’s part"])
        #expect(try !here.dump().contains("CN=\\\"Anna\\\""))
        #expect(try here.store.read({ try $0.people() }).contains { $0.name == "Anna Berg" })
        try here.list(work, pieces + [event("Else", uid: "m3", names: ["anna@new.example": "Anna"])])
        #expect(try here.store.read({ try $0.people() }).contains { $0.identities == ["anna@new.example"] })
    }

    private static func record(_ people: [String]) -> String {
        (["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:w1", "SUMMARY:Board"] + people + ["END:VEVENT", "END:VCALENDAR", ""])
            .joined(separator: "\r\n")
    }

    @Test("In the titles of pieces in which nobody else was, in every version, and after the next import")
    func alone() throws {
        let (me, emre) = ("dana@example.com", "emre@example.com")
        _ = try here.write({ try $0.addMe(me, name: "Dana", action: here.ulid()) })
        let work = try here.source("Work")
        let meetings = [
            event("1:1 Emre", uid: "a", names: [emre: "Emre Can"]),
            event("EMRÉ/Dana", uid: "b", names: [emre: "Emre Can", me: "Dana"]),
            event("Emre’s demo", uid: "c", names: [emre: "Emre Can", "kim@example.com": "Kim Li"]),
            event("Emres Runde", uid: "d", names: [emre: "Emre Can"]),
        ]
        let earlier = meetings.map { meeting in
            var meeting = meeting
            meeting.order.sequence = 0
            meeting.title += " can"
            return meeting
        }
        try here.list(work, earlier)
        try here.list(work, meetings)
        let note = try here.note("lunch with Emre", with: ["Emre Can"])
        try here.edit(note) { $0.title = "long lunch with Emre" }
        var commit = StoreWorld.commit("Undo what Emre did", project: "Hedgehog")
        commit.people = [PersonMention(identity: emre, name: "Emre Can", role: .coAuthor)]
        let code = try here.source("Code", .git)
        try here.list(code, [commit])
        let person = try #require(try here.store.read({ try $0.people() }).first { $0.identities.contains(emre) })
        let preview = try here.store.read({ try $0.preview(forgetting: person.id) })
        #expect(preview.alone == ["Emre"])
        #expect(preview.alonePieces == 3)
        #expect(preview.words.map(\.word) == ["Emre"])
        #expect(preview.words.map(\.titles) == [2])
        try forget(emre)
        let titles = try here.titles("")
        #expect(titles.contains("1:1 [forgotten]") && titles.contains("[forgotten]/Dana"))
        #expect(titles.contains("Emre’s demo") && titles.contains("Emres Runde"))
        #expect(titles.contains("Undo what Emre did"))
        let dump = try here.dump()
        for words in ["1:1 Emre", "EMRÉ", "lunch with Emre"] { #expect(!dump.contains(words), "\(words)") }
        #expect(try here.list(work, meetings).unchanged == 4)
        #expect(try here.list(code, [commit]).unchanged == 1)
        #expect(try here.titles("") == titles)
        // A new one of the series.
        try here.list(work, meetings + [event("1:1 emre", uid: "e", names: [emre: "Emre"])])
        #expect(try here.titles("") == (titles + ["1:1 [forgotten]"]).sorted())
        #expect(try !here.dump().contains("1:1 emre"))
    }

    @Test("A rule that looked for the name looks for what stands for it")
    func rules() throws {
        var myJob = MyJob()
        var condition = Condition()
        condition.title = "with Emre Can"
        myJob.responsibilities = [Responsibility(key: "people", label: "People")]
        myJob.rules = [Rule(key: "emre", when: condition, set: .init(responsibility: "people"))]
        try here.write({ try $0.save(myJob, action: here.ulid(), verb: "job") })
        try here.list(try here.source("Work"), [event("Coffee with Emre Can", names: ["emre@example.com": "Emre Can"])])
        try forget("emre@example.com")
        #expect(try here.store.read({ try $0.myJob() }).rules.first?.when.title == "with \\[forgotten\\]")
    }
}
