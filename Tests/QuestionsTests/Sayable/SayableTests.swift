import LedgerModel
import Questions
import TestSupport
import Testing

@Suite("What may be said to whom")
struct SayableTests {
    static let mina = KnownPerson(
        id: nil, name: "Mina Weber", names: [], identities: ["mina@example.org"], isMe: true)
    static let jonas = KnownPerson(id: nil, name: "Jonas Wirth", names: [], identities: ["jonas@example.com"])
    static let ann = KnownPerson(id: nil, name: "Ann Lee", names: [], identities: ["ann@example.com"])
    static let people = KnownPeople([mina, jonas, ann])
    let jonas = Addressee(jonas, among: people, repositories: [1])

    private static func source(_ row: Int64, openTo: [String] = [], isPrivate: Bool = false) -> Source {
        Source(
            rowID: row, id: Source.id(kind: .git, locator: "/\(row)"), kind: .git, locator: "/\(row)",
            name: "repo\(row)",
            arena: nil, isPrivate: isPrivate, plansCount: false, state: "", lastImport: nil, openTo: openTo)
    }

    private static func piece(
        _ kind: EvidenceKind, _ title: String, body: String = "", _ people: [PersonMention] = [],
        flags: EvidenceFlags = [],
        standing: Standing = .none, source: Source = source(1)
    ) -> ShownEvidence {
        var draft = EvidenceDraft(kind: kind, externalID: title, at: FixedWorld.now, title: title)
        (draft.body, draft.people, draft.flags, draft.standing) = (body, people, flags, standing)
        return ShownEvidence(
            id: draft.id, draft: draft, version: 1, recordedAt: FixedWorld.now, sources: [source], correction: nil,
            citedBy: [], older: [], spent: .zero)
    }

    private static func mention(
        _ person: KnownPerson, _ role: PersonRole = .attendee, _ participation: String = "accepted"
    ) -> PersonMention {
        PersonMention(identity: person.identities[0], name: person.name, role: role, participation: participation)
    }

    @Test("The title of an event that they attend, and of no other")
    func events() {
        let with = [Self.mention(Self.jonas), Self.mention(Self.ann)]
        func said(_ piece: ShownEvidence) -> String? { jonas.title(of: piece)?.text }
        #expect(said(Self.piece(.event, "Failover review", with, standing: .accepted)) == "Failover review")
        #expect(said(Self.piece(.event, "Failover review", [with[1]], standing: .accepted)) == nil)
        #expect(said(Self.piece(.event, "Plan for Ann", with, standing: .accepted)) == nil)
        #expect(said(Self.piece(.event, "Failover review", with, standing: .cancelled)) == nil)
        #expect(said(Self.piece(.event, "Failover review", with, flags: .isPrivate, standing: .accepted)) == nil)
        let declined = [Self.mention(Self.jonas, .attendee, "declined")]
        #expect(said(Self.piece(.event, "Failover review", declined, standing: .organised)) == nil)
    }

    @Test("The subject of an own commit, in a repository that they know, if it names nobody else")
    func commits() {
        func said(_ piece: ShownEvidence) -> String? { jonas.title(of: piece)?.text }
        func cited(_ piece: ShownEvidence) -> String? { jonas.citedTitle(of: piece)?.text }
        #expect(said(Self.piece(.commit, "Script the failover")) == "Script the failover")
        let unknown = Self.piece(.commit, "Script the failover", source: Self.source(2))
        #expect(said(unknown) == nil)
        // In a report it was cited on purpose.
        #expect(cited(unknown) == "Script the failover")
        let open = Self.source(2, openTo: ["jonas@example.com"])
        #expect(said(Self.piece(.commit, "Script the failover", source: open)) == "Script the failover")
        let toAnother = Self.source(2, openTo: ["ann@example.com"])
        #expect(said(Self.piece(.commit, "Script the failover", source: toAnother)) == nil)
        for piece in [
            Self.piece(.commit, "Mend what ann broke"),
            Self.piece(.commit, "Mend", [Self.mention(Self.ann, .coAuthor)]),
            Self.piece(.commit, "Mend", flags: .byOther), Self.piece(.commit, "Mend", flags: .isPrivate),
            Self.piece(.commit, "Mend", flags: .withdrawn),
            Self.piece(.commit, "Mend", source: Self.source(1, isPrivate: true)),
        ] {
            #expect(said(piece) == nil)
            #expect(cited(piece) == nil)
        }
        #expect(jonas.source(of: unknown) == nil)
        #expect(jonas.source(of: Self.piece(.commit, "x"))?.text == "repo1")
    }

    @Test("No note, but for what they said of themself, which is for them alone")
    func notes() {
        let note = Self.piece(.note, "Jonas finds reviews hard", [Self.mention(Self.jonas, .mentioned)])
        #expect(jonas.title(of: note) == nil)
        #expect(jonas.citedTitle(of: note) == nil)
        #expect(jonas.ownWords(in: note).isEmpty)
        let wish = Self.piece(.note, "would like front-end work", [Self.mention(Self.jonas, .saidBy)])
        #expect(jonas.ownWords(in: wish).map(\.text) == ["would like front-end work"])
        #expect(Addressee(Self.ann, among: Self.people).ownWords(in: wish).isEmpty)
        #expect(Addressee(nil, among: Self.people).ownWords(in: wish).isEmpty)
        let ofTwo = Self.piece(.note, "would rather not work with Ann", [Self.mention(Self.jonas, .saidBy)])
        #expect(jonas.ownWords(in: ofTwo).isEmpty)
        let talk = Self.piece(
            .note, "1:1",
            body:
                "1:1 with Jonas\nhe seems tired\n- Said by Jonas Wirth: I want to write more\nsaid by Ann Lee: no\nsaid by jonas@example.com:\n"
        )
        #expect(jonas.ownWords(in: talk).map(\.text) == ["I want to write more"])
    }

    @Test("A result that they were told, or everybody; a draft to tell it names nobody else")
    func results() {
        func claim(_ text: String, told: [String] = [], for whom: String? = nil) -> Claim {
            Claim(
                id: PublicID(.claim, text), text: text, forWhom: whom, at: FixedWorld.now,
                tellings: told.map { Telling(person: $0, at: FixedWorld.now) })
        }
        #expect(jonas.told(claim("Restores take an hour", told: ["jonas wirth"]))?.text == "Restores take an hour")
        #expect(jonas.told(claim("Restores take an hour", told: ["Everyone"])) != nil)
        #expect(jonas.told(claim("Restores take an hour", told: ["Ann Lee"])) == nil)
        #expect(jonas.told(claim("Ann restores alone", told: ["Jonas Wirth"])) == nil)
        #expect(
            jonas.draft(claim("restores take an hour", for: "payments"))?.text == "Restores take an hour. For payments."
        )
        #expect(jonas.draft(claim("Ann restores alone")) == nil)
        #expect(jonas.draft(claim("Restores take an hour", for: "Ann")) == nil)
    }

    @Test("Two people of one name: what only the name says is said to neither")
    func sameName() {
        let other = KnownPerson(id: nil, name: "Jonas Wirth", names: [], identities: ["jw@example.net"])
        let people = KnownPeople([Self.mina, Self.jonas, other])
        let first = Addressee(Self.jonas, among: people)
        let told = Claim(
            id: PublicID(.claim, "x"), text: "Restores take an hour", at: FixedWorld.now,
            tellings: [Telling(person: "Jonas Wirth", at: FixedWorld.now)])
        #expect(first.told(told) == nil)
        let wish = Self.piece(.note, "more writing", [Self.mention(Self.jonas, .saidBy)])
        #expect(first.ownWords(in: wish).map(\.text) == ["more writing"])
        #expect(Addressee(other, among: people).ownWords(in: wish).isEmpty)
    }

    @Test("To oneself everything may be said")
    func myself() {
        let note = Self.piece(.note, "Ann finds reviews hard", flags: .isPrivate)
        #expect(Addressee.myself.title(of: note)?.text == "Ann finds reviews hard")
        #expect(Addressee.myself.label("Coach Ann")?.text == "Coach Ann")
    }
}
