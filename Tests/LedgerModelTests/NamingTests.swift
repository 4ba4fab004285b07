import LedgerModel
import Testing

@Suite("Whom a text names")
struct NamingTests {
    static let jonas = KnownPerson(
        id: nil, name: "Jonas Weber", names: [], identities: ["jonas@example.com", "j.weber@example.org"])
    static let mina = KnownPerson(
        id: nil, name: "Mina Weber", names: [], identities: ["mina@example.org"], isMe: true)
    static let others = [
        KnownPerson(id: nil, name: "Ann Lee", names: ["Lee, Ann"], identities: ["ann.lee@example.com"]),
        KnownPerson(id: nil, name: "José Ibáñez", names: [], identities: ["jose@example.com"]),
        KnownPerson(id: nil, name: "zoe.park@example.com", names: [], identities: ["zoe.park@example.com"]),
        KnownPerson(id: nil, name: "Jonas Berg", names: [], identities: ["berg@example.com"]),
        KnownPerson(id: nil, name: "Storage Team", names: [], identities: ["storage@example.com"]),
        KnownPerson(id: nil, name: "李伟", names: [], identities: ["li@example.com"]),
        KnownPerson(id: nil, name: "Maria von der Heide", names: [], identities: ["Maria von der Heide"]),
    ]
    let naming = Naming(among: KnownPeople([mina, jonas] + others), allowing: jonas)

    @Test(
        "Somebody else, in whatever form",
        arguments: [
            "Pair with Ann Lee", "ann's first incident", "Lee, Ann: review", "ANN", "Annes … no, Anns plan",
            "cover for LEE", "write to ann.lee@example.com", "mail zoe.park@example.com", "Zoe on call", "ask park",
            "for Jose\u{301}", "for JOSÉ", "Ibanez asked", "Jonas takes over", "Jonas Berg takes over", "cc @ann",
            "thanks to @somebody", "reply to stranger@example.net", "与李伟讨论", "the Storage Team moves", "Heide’s desk",
            "Marias Bericht", "ann_lee-desk",
        ])
    func named(text: String) { #expect(naming.namesSomebody(text), "\(text)") }

    @Test(
        "Nobody but those it may name: a longer word is no name",
        arguments: [
            "", "Annual review of the plan", "annotate the leeway", "Planning with Jonas Weber", "Mina Weber’s notes",
            "ask j.weber@example.org", "mail mina@example.org.", "Storage moves", "the team", "von der Leine",
            "3 restores @ 50 min", "Weber’s plan",
        ])
    func free(text: String) { #expect(!naming.namesSomebody(text), "\(text)") }
}

@Suite("Who is meant by a name")
struct KnownPeopleTests {
    private static func person(_ name: String, _ identities: [String], me: Bool = false) -> KnownPerson {
        KnownPerson(
            id: PublicID(.person, identities[0]), name: name, names: [], identities: identities, isMe: me)
    }

    private func people(_ more: [KnownPerson] = [], _ listed: [MyJobPerson] = []) -> KnownPeople {
        var myJob = MyJob()
        myJob.people = listed
        return KnownPeople(
            [
                Self.person("Mina Weber", ["mina@example.org"], me: true),
                Self.person("Jonas Weber", ["jonas@example.com"]), Self.person("Ann Lee", ["ann@example.com"]),
                Self.person("José Ibáñez", ["jose@example.com"]),
            ] + more, myJob)
    }

    @Test(
        "By name, address, first name and key, whatever the case and the Unicode form",
        arguments: [
            ("Jonas Weber", "Jonas Weber"), ("jonas", "Jonas Weber"), ("ANN@example.com", "Ann Lee"),
            ("lee", "Ann Lee"),
            ("Jose\u{301} Iba\u{301}n\u{303}ez", "José Ibáñez"), ("jose", "José Ibáñez"), (" Ann  Lee ", "Ann Lee"),
        ])
    func found(text: String, name: String) throws { #expect(try people().person(named: text).name == name) }

    @Test("Somebody has the name of My job and all it calls them; a name of two people means neither")
    func listed() throws {
        let one = people([], [MyJobPerson(key: "jw", label: "Jonas W.", identities: ["jonas@example.com"])])
        #expect(one.others.count == 3)
        #expect(try one.person(named: "jw").name == "Jonas W." && one.person(named: "Jonas Weber").name == "Jonas W.")
        let new = people([], [MyJobPerson(key: "dora", label: "Dora Diaz")])
        #expect(try new.others.count == 4 && new.person(named: "dora").id == nil)
        let two = people([Self.person("Ann Lee", ["other@example.com"])], [MyJobPerson(key: "ann", label: "Ann Lee")])
        #expect(#expect(throws: LedgerError.self) { try two.person(named: "Ann Lee") }?.code == .ambiguousID)
        #expect(try two.person(named: "other@example.com").name == "Ann Lee")
    }

    @Test("Nobody: the nearest are offered; oneself is not meant")
    func unknown() {
        func error(_ text: String) -> LedgerError? {
            #expect(throws: LedgerError.self) { try people().person(named: text) }
        }
        #expect(
            error("Jonsa")?.message == "nobody here is called “Jonsa”; did you mean “Jonas Weber” or “José Ibáñez”?")
        #expect(error("Xanthippe")?.message == "nobody here is called “Xanthippe”")
        #expect(error("Xanthippe")?.code == .notFound)
        // A part of a name is no name: who is asked about is not guessed.
        #expect(error("An")?.code == .notFound)
        #expect(error("mina")?.code == .notFound)
        #expect(error("Mina Weber")?.code == .usage)
        #expect(error(" ")?.code == .usage)
        #expect(error("forgotten")?.code == .notFound)
    }
}
