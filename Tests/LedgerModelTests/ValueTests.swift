import LedgerModel
import TestSupport
import Testing

@Suite("Texts: the nearest, in one case, without marks")
struct NearestTests {
    /// Levenshtein's distance, worked out by hand.
    @Test(
        "How far two words are from each other",
        arguments: [
            ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("flaw", "lawn", 2), ("", "abc", 3), ("abc", "", 3),
            ("", "", 0), ("same", "same", 0), ("café", "cafe", 1), ("growht", "growth", 2), ("ab", "ba", 2),
            ("abc", "abd", 1),
        ])
    func distance(one: String, other: String, distance: Int) {
        #expect(editDistance(one, other) == distance && editDistance(other, one) == distance)
    }

    @Test(
        "The nearest differs by no more than a third, or by one letter",
        arguments: [
            ("growht", "growth"), ("JOB", "job"), ("jb", "job"), ("relationship", "relationships"), ("grwth", "growth"),
            ("sidé", "Side"), ("xy", nil), ("abcdef", nil), ("personality", "personal"), ("personalities", nil),
            ("personally", "personal"),
        ] as [(String, String?)])
    func nearestOne(word: String, found: String?) {
        #expect(nearest(to: word, among: ["job", "growth", "relationships", "Side", "personal"]) == found)
    }

    @Test("Of two that are as near it is the first, and of none none")
    func ties() {
        #expect(nearest(to: "cat", among: ["bat", "hat"]) == "bat" && nearest(to: "cat", among: []) == nil)
        #expect(nearest(to: "cat", among: ["bat", "cat"]) == "cat")
    }

    @Test("Distance is that of a metric", arguments: 0..<20)
    func metric(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func word() -> String { (0..<random.number(0, 7)).map { _ in random.pick(["a", "b", "é"], or: "") }.joined() }
        for _ in 0..<50 {
            let (a, b, c) = (word(), word(), word())
            #expect(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c), "seed \(seed): \(a) \(b) \(c)")
            #expect((editDistance(a, b) == 0) == (a == b) && editDistance(a, b) <= max(a.count, b.count))
        }
    }

    @Test(
        "Names are compared in small letters without marks; other scripts keep their letters",
        arguments: [
            ("José", "jose"), ("ÅNGSTRÖM", "angstrom"), ("Straße", "strasse"), ("Łódź", "lodz"), ("ışık", "isik"),
            ("e\u{0301}", "e"), ("Ægir", "ægir"), ("Мария", "мария"), ("日本", "日本"), ("O’Neill-2", "o’neill-2"),
            ("", ""),
            ("\u{0301}", ""), ("Þór", "þor"),
        ])
    func folded(text: String, folded: String) {
        #expect(text.folded == folded && text.folded.folded == folded)
    }

    @Test("White space at both ends goes, and what is between stays")
    func trimmed() {
        #expect(
            " \t\n a  b \u{A0}\r\n".trimmed == "a  b" && "".trimmed == "" && " \n".trimmed == "" && "x".trimmed == "x")
    }

    @Test(
        "The nearest whole number, of what is one",
        arguments: [
            (2.5, 3), (-2.5, -3), (0.49, 0), (-0.0, 0), (1e300, 1_000_000_000_000_000),
            (-.infinity, -1_000_000_000_000_000),
            (.nan, 0), (.infinity, 1_000_000_000_000_000),
        ])
    func whole(number: Double, whole: Int) { #expect(number.wholeNumber == whole) }
}

@Suite("JSON, errors and advice as text")
struct ReportTextTests {
    @Test(
        "Numbers have at most four decimals, and no more than they need",
        arguments: [
            (0.5, "0.5"), (1, "1"), (0.33333, "0.3333"), (2.0 / 3, "0.6667"), (-0.25, "-0.25"), (0.00004, "0"),
            (-0.00004, "0"), (0.00005, "0.0001"), (-1.5, "-1.5"), (0.1001, "0.1001"), (12.3, "12.3"), (.nan, "null"),
            (.infinity, "null"), (99_999.99996, "100000"),
        ])
    func decimals(number: Double, text: String) { #expect(JSON.number(number).text(pretty: false) == text) }

    @Test("Strings escape what RFC 8259 wants escaped, and what a terminal or a script would heed")
    func strings() {
        #expect(
            JSON.string("\"\\\n\r\t\u{0}\u{1F}\u{7F}\u{85}\u{9F}\u{2028}\u{2029}é/😀").text()
                == "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007f\\u0085\\u009f\\u2028\\u2029é/😀\"")
    }

    @Test("Pretty text is indented by two, and empty lists stay on their line")
    func pretty() {
        let json: JSON = ["a": [1, ["b": nil]], "c": [], "d": [:], "e": true]
        #expect(
            json.text() == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": [],
                  "d": {},
                  "e": true
                }
                """)
        #expect(json.text(pretty: false) == "{\"a\":[1,{\"b\":null}],\"c\":[],\"d\":{},\"e\":true}")
    }

    @Test("Objects are joined in order; of anything else the second stays")
    func joined() {
        #expect((["a": 1] + ["b": 2, "a": 3] as JSON).text(pretty: false) == "{\"a\":1,\"b\":2,\"a\":3}")
        #expect((["a": 1] as JSON) + [1] == [1])
        #expect(JSON(nil as String?) == .null && JSON("x") == "x" && JSON(3) == 3 && JSON(nil as Double?) == .null)
    }

    @Test("An error says where, what, and what to do next")
    func errors() {
        #expect("\(LedgerError(.badTime, "“x” is not a time"))" == "“x” is not a time")
        let whole = LedgerError(.jobInvalid, "no such skill", location: "job.yaml:7", hint: "Write \(offer: .editJob).")
        #expect("\(whole)" == "job.yaml:7: no such skill\n  Write ‹editJob›.")
        #expect(whole == LedgerError(.jobInvalid, "no such skill", location: "job.yaml:7", hint: whole.hint))
        #expect(LedgerError(file: "too-large", "m", path: "/a", hint: "h").code == .tooLarge)
        #expect(LedgerError(file: "anything", "m", path: "/a", hint: "").code == .unreadable)
        #expect(LedgerError(file: "anything", "m", path: "/a", hint: "").location == "/a")
    }

    @Test("Warnings are kept up to a bound, and counted beyond it")
    func diagnostics() {
        var one = Diagnostics(limit: 3)
        for line in 1...5 { one.warn("a:\(line)", "no date") }
        #expect(one.total == 5 && one.list.map(\.location) == ["a:1", "a:2", "a:3"])
        var sum = Diagnostics(limit: 4)
        sum.warn("b:1", "x")
        sum.append(one)
        sum.append(one)
        #expect(sum.total == 11 && sum.list.map(\.location) == ["b:1", "a:1", "a:2", "a:3"])
    }

    @Test("Advice as a debugger shows it names its offers, and joins neighbouring words")
    func advice() {
        let advice: Advice = "First \(1 + 1), then \(offer: .quarter("2026-Q1")) or \(offer: .remove(nil))."
        #expect(advice.description == "First 2, then ‹quarter(\"2026-Q1\")› or ‹remove(nil)›.")
        #expect(advice.parts.count == 5 && advice.offers == [.quarter("2026-Q1"), .remove(nil)])
        #expect(("" as Advice) + advice + "" == advice)
    }

    @Test("Offers of a result and of a measure say what they are about")
    func offers() {
        let claim = Claim(id: PublicID(.claim, "one"), text: "Nine of twelve", at: FixedWorld.now)
        #expect(
            Offer.Telling(claim, to: "Maria")
                == Offer.Telling(result: claim.id, text: "Nine of twelve", to: "Maria"))
        let item = Responsibility(key: "restores", label: "Restores")
        #expect(
            Offer.Agreement(item, with: "Maria")
                == Offer.Agreement(key: "restores", label: "Restores", with: "Maria"))
        #expect(Offer.Agreement(item).person == nil)
    }

    @Test("What was taken back is said with its words, and without them where there are none")
    func undone() {
        func sentence(_ verb: String, _ title: String? = nil) -> String {
            var undone = Undone(verb: verb, subject: "", at: FixedWorld.now)
            undone.title = title
            return undone.sentence
        }
        let verbs = [
            "log", "start", "stop", "edit", "remove", "correct", "kind", "learn", "sort", "sort-kind", "job", "agree",
            "me", "default",
            "claim",
            "lines",
            "cite", "reword", "dismiss", "tell", "heard",
        ]
        for verb in verbs {
            // Every verb that the journal knows has a sentence of its own, which stands after “Took back”.
            #expect(sentence(verb) != verb && sentence(verb).contains(" ") && !sentence(verb).contains("“"), "\(verb)")
        }
        #expect(Set(verbs.map { sentence($0) }).count == verbs.count)
        #expect(sentence("log", "drill") == "the note “drill”" && sentence("log") == "the note")
        #expect(sentence("tell", "Nine") == "that “Nine” was told" && sentence("tell") == "that a result was told")
        #expect(
            sentence("sort", "notes called “x”") == "the answer about notes called “x”" && sentence("other") == "other")
    }
}

@Suite("Evidence: what a source may say")
struct EvidenceValueTests {
    @Test(
        "A place as it may be shown: of an address the host alone",
        arguments: [
            ("/home/me/site", "/home/me/site", nil),
            ("https://example.org/a/b.ics?key=1", "https://example.org/…", "example.org"),
            ("https://user:word@example.org:8443/a", "https://example.org:8443/…", "example.org:8443"),
            ("webcal://example.org", "webcal://example.org/…", "example.org"),
            ("https://example.org#x", "https://example.org/…", "example.org"),
            ("https://", "https:///…", ""), ("https://a@b@c/d", "https://c/…", "c"), ("pasted", "pasted", nil),
            ("dropped:abc", "dropped:abc", nil),
        ] as [(String, String, String?)])
    func places(locator: String, shown: String, host: String?) {
        #expect(Source.shown(locator) == shown && Source.host(of: locator) == host)
        #expect(Source.shown(shown) == shown)
        let source = source(locator)
        #expect(source.shownLocator == shown && source.isAddress == (host != nil))
    }

    private func source(_ locator: String, _ kind: SourceKind = .calendar, state: String = "", read: Instant? = nil)
        -> Source
    {
        Source(
            rowID: 1, id: Source.id(kind: kind, locator: locator), kind: kind, locator: locator, name: "x", arena: nil,
            isPrivate: false, plansCount: false, state: state, lastImport: read)
    }

    @Test("What was dropped or pasted is told by its place")
    func dropped() {
        #expect(source(Source.dropped("abc")).droppedName == "abc" && source("/abc").droppedName == nil)
        #expect(source(Source.pasted, .notes).isPasted && !source(Source.pasted).isPasted)
        #expect(source("https://example.org/…").isAddressLeftOut && !source("/a/…").isAddressLeftOut)
        #expect(Source.id(kind: .git, locator: "/a") != Source.id(kind: .calendar, locator: "/a"))
    }

    @Test("A calendar speaks for a week from when it was true; other sources for all times")
    func asOf() {
        var state = CalendarState()
        state.asOf = FixedWorld.now
        #expect(source("/a", state: state.text).speaksUntil == FixedWorld.now + 604_800)
        #expect(source("/a", .git, state: state.text, read: FixedWorld.now).speaksUntil == nil)
        // An earlier program kept only when it was read.
        #expect(source("/a", state: "etag\n\n", read: FixedWorld.now - 5).asOf == FixedWorld.now - 5)
        #expect(source("/a").asOf == nil)
    }

    @Test("What is remembered of a calendar reads back, and so does less of it")
    func state() {
        var whole = CalendarState()
        (whole.etag, whole.lastModified, whole.horizon, whole.asOf) = ("\"a\"", "Tue", FixedWorld.day, FixedWorld.now)
        #expect(CalendarState(whole.text) == whole)
        #expect(CalendarState(CalendarState().text) == CalendarState() && CalendarState("") == CalendarState())
        #expect(CalendarState("a\nb\nno day\nno number") == CalendarState("a\nb"))
        #expect(CalendarState("a\nb\n2024-02-29").horizon?.iso == "2024-02-29")
    }

    @Test(
        "A piece is foretold where it lies ahead of all that speak of it, and the person said nothing",
        arguments: [
            ([10], 11, true), ([10], 10, false), ([10, 20], 15, false), ([10, 20], 21, true), ([], 99, false),
            ([10, nil], 99, false), ([nil], 99, false),
        ] as [([Int64?], Int64, Bool)])
    func foretold(speaking: [Int64?], at: Int64, isAhead: Bool) {
        let ahead = Unconfirmed.layAhead(Instant(at), speaking: speaking.map { $0.map { Instant($0) } })
        #expect(ahead == isAhead)
        var said = Correction()
        said.arena = .growth
        #expect(
            Unconfirmed.holds(layAhead: ahead, nil) == isAhead && Unconfirmed.holds(layAhead: ahead, said) == isAhead)
        for change in [{ $0.happened = false }, { $0.happened = true }, { $0.from = .first }, { $0.until = .last }]
            as [(inout Correction) -> Void]
        {
            var word = said
            change(&word)
            #expect(!Unconfirmed.holds(layAhead: ahead, word))
        }
    }

    @Test("A correction is empty when nothing is said; a length or skills are something")
    func corrections() {
        var said = Correction()
        #expect(said.isEmpty && !said.hasSpan)
        said.skills = []
        #expect(!said.isEmpty)
        said.skills = nil
        said.until = FixedWorld.now
        #expect(said.hasSpan && !said.isEmpty)
    }

    @Test("A trace has the span that the person gave it, and is off where anything takes it off")
    func traces() {
        func trace(_ change: (inout TraceEvidence) -> Void) -> TraceEvidence {
            var trace = TraceEvidence(
                row: 1, id: PublicID(.event, "e"), source: "s", kind: .event, at: Instant(100), until: Instant(200))
            change(&trace)
            return trace
        }
        #expect(trace { _ in }.span == Interval(Instant(100), Instant(200)) && !trace { _ in }.isOff)
        #expect(trace { $0.until = nil }.span == nil && trace { $0.until = Instant(100) }.span == nil)
        #expect(trace { $0.correctedFrom = Instant(150) }.span == Interval(Instant(150), Instant(200)))
        #expect(trace { $0.correctedFrom = Instant(250) }.span == nil)
        #expect(
            trace { ($0.until, $0.correctedUntil) = (nil, Instant(130)) }.span == Interval(Instant(100), Instant(130)))
        for off in [.withdrawn, .sourceRemoved, .oddDate, .allDay] as [EvidenceFlags] {
            #expect(trace { $0.flags = off }.isOff)
        }
        for on in [.floating, .isPrivate, .merge, .recurring] as [EvidenceFlags] {
            #expect(!trace { $0.flags = on }.isOff)
        }
        #expect(
            trace { $0.dropped = true }.isOff && trace { $0.happened = false }.isOff
                && !trace { $0.happened = true }.isOff)
        #expect(
            trace { $0.layAhead = true }.isForetold && !trace { ($0.layAhead, $0.happened) = (true, true) }.isForetold)
    }

    @Test("Whoever was forgotten is shown as somebody, once each, and an address is nobody’s stand-in")
    func shown() {
        func mention(_ identity: String, _ name: String) -> String {
            PersonMention(identity: identity, name: name, role: .mentioned).shown
        }
        #expect(
            mention("maria@example.com", "Maria") == "Maria" && mention("maria@example.com", "") == "maria@example.com")
        #expect(
            mention("forgotten-1", "") == "someone forgotten"
                && mention("forgotten-1@example.com", "") == "forgotten-1@example.com")
        #expect(
            PersonMention.shown(["Maria", "forgotten", "forgotten-12", "forgotten-x@y"]) == [
                "Maria", "someone forgotten", "forgotten-x@y",
            ])
    }

    @Test("Standings that take time, and kinds that the person wrote")
    func kinds() {
        #expect(Standing.allCases.filter { !$0.counts } == [.declined, .cancelled, .transparent, .others])
        #expect(EvidenceKind.allCases.filter(\.isByHand) == [.note, .timer])
        #expect(EvidenceKind.allCases.map { $0.idKind.rawValue } == "cent".utf8.map { $0 })
        #expect(Arena.allCases.map(\.label).last == "personal" && Set(Worth.allCases.map(\.label)).count == 5)
        #expect(Layer.stated < .met && Grade.sure < .likely && Layer.allCases.map(\.name).count == 6)
        #expect(SourceDescriptor.all.filter(\.isForetelling).map(\.kind) == [.calendar])
        #expect(SourceDescriptor.all.filter(\.dependsOnOwner).map(\.kind) == [.git, .calendar])
        #expect(SourceDescriptor.all.filter { !$0.isRead }.map(\.kind) == [.hand])
    }

    @Test("Counts of writes add up, each with its own")
    func counts() {
        var sum = WriteCount()
        var one = WriteCount()
        (one.added, one.unchanged, one.updated, one.withdrawn, one.forgotten) = (1, 2, 3, 4, 5)
        sum += one
        sum += one
        #expect([sum.added, sum.unchanged, sum.updated, sum.withdrawn, sum.forgotten] == [2, 4, 6, 8, 10])
        var word = StayingWord("quill")
        #expect(word.isNowhere)
        word.items = 1
        #expect(!word.isNowhere)
    }

    @Test("A result that an export holds reads back whole")
    func claims() throws {
        let claim = Claim(
            id: PublicID(.claim, "one"), text: "Nine of twelve", worth: .idea, figure: "9", at: FixedWorld.now,
            evidence: [PublicID(.note, "n")], tellings: [Telling(person: "Maria", at: FixedWorld.now, heard: "Good")])
        #expect(try Coded().read(Claim.self, Coded().write(claim)) == claim)
    }
}
