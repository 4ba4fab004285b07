import LedgerModel
import Testing

@Suite("Who is one person")
struct SamePeopleTests {
    private func person(_ key: String, _ label: String, _ identities: [String], until: CivilDay? = nil) -> MyJobPerson {
        var person = MyJobPerson(key: key, label: label, identities: identities)
        person.until = until
        return person
    }

    private func isOne(_ same: SamePeople, _ one: String, _ other: String) -> Bool {
        same.root(of: PersonKey.of(one)) == same.root(of: PersonKey.of(other))
    }

    @Test(
        "One mailbox has one key, and so has a name in another case or form",
        arguments: [
            ("Maria.Keller@gmail.com", "mariakeller+lists@googlemail.com", true),
            ("1234+maria@users.noreply.github.com", "maria@users.noreply.github.com", true),
            ("maria.keller@example.org", "mariakeller@example.org", false),
            ("maria+lists@example.org", "maria@example.org", false),
            ("Zoë  Müller", "zoe\u{308} mu\u{308}ller", true), ("Zoë Müller", "Zoe Muller", false),
            ("ci+maria@users.noreply.github.com", "maria@users.noreply.github.com", false),
        ])
    func keys(one: String, other: String, isOne: Bool) {
        #expect((PersonKey.of(one) == PersonKey.of(other)) == isOne)
    }

    @Test("What My job lists under one name is one: its addresses, its spellings and the name itself")
    func listed() {
        let same = SamePeople(
            [person("maria", "Maria Keller", ["Maria@Example.com", "mk@example.org", "Keller, Maria"])], said: [])
        for other in ["mk@example.org", "keller, maria", "MARIA KELLER"] {
            #expect(isOne(same, "maria@example.com", other), "\(other)")
        }
        #expect(!isOne(same, "maria@example.com", "maria@example.net"))
        #expect(same.label(of: "mk@example.org") == "Maria Keller")
    }

    @Test("Two of one name in My job stay two, and the name alone is neither")
    func namesakes() {
        let same = SamePeople(
            [person("a", "Alex Kim", ["a@example.com"]), person("b", "Alex Kim", ["b@example.com"])], said: [])
        #expect(!isOne(same, "a@example.com", "b@example.com"))
        #expect(!isOne(same, "a@example.com", "Alex Kim"))
        #expect(!isOne(same, "b@example.com", "Alex Kim"))
        #expect(same.label(of: "alex kim") == nil)
    }

    @Test("An address that was listed under a name that has ended, and now is under another, is the other's")
    func ended() {
        let day = CivilDay(number: 20_000)
        let same = SamePeople(
            [
                person("old", "Maria Keller", ["maria@example.com", "kim@example.com"], until: day),
                person("maria", "Maria Keller", ["maria@example.com"]), person("kim", "Kim Lee", ["kim@example.com"]),
            ], said: [])
        #expect(!isOne(same, "maria@example.com", "kim@example.com"))
        #expect(same.label(of: "kim@example.com") == "Kim Lee")
    }

    @Test("What was said by hand joins, and holds somebody of the same name apart from the one of My job")
    func said() {
        let maria = [person("maria", "Maria Keller", ["maria@example.com"])]
        let joined = SamePeople(maria, said: [SaidOfPeople("m@example.net", "maria@example.com", .one)])
        #expect(isOne(joined, "m@example.net", "Maria Keller"))
        let apart = SamePeople(maria, said: [SaidOfPeople("Maria Keller", "maria@example.com", .two)])
        #expect(!isOne(apart, "Maria Keller", "maria@example.com"))
        let later = SamePeople(maria, said: [SaidOfPeople("m@example.net", "maria@example.com", .later)])
        #expect(!isOne(later, "m@example.net", "maria@example.com"))
    }
}

@Suite("Whom a name means")
struct WhoIsWhoTests {
    private let dana = PublicID(.person, "dana@example.com")
    private let kim = PublicID(.person, "kim@example.com")
    private let other = PublicID(.person, "kim@example.org")

    private func who(_ people: [MyJobPerson]) -> WhoIsWho {
        var myJob = MyJob()
        myJob.people = people
        return WhoIsWho(
            myJob,
            [
                .init(id: dana, identities: ["dana@example.com"], names: ["Ortiz D."]),
                .init(id: kim, identities: ["kim@example.com"], names: ["Alex Kim"]),
                .init(id: other, identities: ["kim@example.org"], names: ["Alex Kim"]),
            ])
    }

    @Test("By address first, whatever the name that a calendar shows")
    func address() {
        let who = who([MyJobPerson(key: "dana", label: "Dana Ortiz", identities: ["Dana@example.com"])])
        #expect(who.person("dana ortiz") == dana)
        #expect(who.person("dana") == dana)
        #expect(who.isOne("Dana Ortiz", "dana@example.com"))
        #expect(who.isOne("Ortiz D.", "Dana Ortiz"))
        #expect(who.label(of: dana) == "Dana Ortiz")
        #expect(!who.isOne("Dana Ortiz", "Alex Kim"))
    }

    @Test("By the shown name last, and by none that two have")
    func name() {
        let plain = who([MyJobPerson(key: "d", label: "Ortiz D."), MyJobPerson(key: "k", label: "Alex Kim")])
        #expect(plain.person("d") == dana)
        #expect(plain.person("Alex Kim") == nil)
        #expect(plain.people("alex kim") == [kim, other])
        let told = who([MyJobPerson(key: "k", label: "Alex Kim", identities: ["kim@example.org"])])
        #expect(told.person("Alex Kim") == other)
        #expect(told.label(of: kim) == nil)
    }

    @Test("Two of one name in My job: the name is neither")
    func twoItems() {
        let who = who([
            MyJobPerson(key: "k1", label: "Alex Kim", identities: ["kim@example.com"]),
            MyJobPerson(key: "k2", label: "Alex Kim", identities: ["kim@example.org"]),
        ])
        #expect(who.item("Alex Kim") == nil)
        #expect(who.person("Alex Kim") == nil)
        #expect(who.person("k2") == other)
    }
}

@Suite("Who might be one person")
struct LikelySameTests {
    private func reason(_ one: (String, String), _ other: (String, String)) -> LikelySame.Reason? {
        LikelySame([one, other].map { .init(names: [$0.0], addresses: [$0.1]) }).pairs().first?.reason
    }

    @Test("Names in another order, with other marks and without a middle name; logins beside a name that fits")
    func found() {
        #expect(reason(("Maria Keller", "m@example.com"), ("Keller, Maria", "mk@example.org")) == .likeName)
        #expect(reason(("Jörn Öhm", "j@example.com"), ("Joern Oehm", "jo@example.org")) == .sameName)
        #expect(reason(("Maria A. Keller", "m@example.com"), ("Maria Keller", "mk@example.org")) == .likeName)
        #expect(reason(("Maria Keller", "mkeller@example.com"), ("mkeller", "x@example.org")) == .loginOfName)
        #expect(reason(("Maria Keller", "mariak@mail.example.com"), ("mk", "mariak@example.com")) == .sameLogin)
        #expect(reason(("Maria Keller", "maria@example.com"), ("Maria Keller", "Maria Keller")) == .sameName)
    }

    @Test("Placeholders, given names, family names and addresses of a task say nothing")
    func notFound() {
        #expect(reason(("unknown", "a@example.com"), ("unknown", "b@example.org")) == nil)
        #expect(reason(("Kevin", "kevin@example.com"), ("Kevin Bracey", "kevin@example.org")) == nil)
        #expect(reason(("Paul Price", "price@example.com"), ("Greg Price", "price@example.org")) == nil)
        #expect(reason(("J Smith", "panda@example.com"), ("Paul Smith", "psmith@example.org")) == nil)
        #expect(reason(("Stephen Boyd", "a@example.com"), ("Boyd Stephen Smith", "b@example.org")) == nil)
        #expect(reason(("Anna Berg", "info@example.com"), ("Info", "info@example.org")) == nil)
    }

    @Test("A name that looks like a program's, and people's names that begin like one")
    func programs() {
        for name in [
            "Claude", "Devin", "Copilot", "dependabot[bot]", "Claude Opus 4.1", "release-bot", "GitHub Actions",
        ] {
            #expect(ProgramName.looksLikeOne(name), "\(name)")
        }
        for name in ["Claude Monet", "Devin Booker", "Talbot", "Maria Keller", "GitHub", ""] {
            #expect(!ProgramName.looksLikeOne(name), "\(name)")
        }
    }
}
