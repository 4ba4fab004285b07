import LedgerModel
import Testing

@testable import Questions

@Suite("Candidates: what belongs together")
struct ClusterTests {
    @Test("One thing spans repositories, meetings and notes, and says why it is in the list")
    func oneThing() throws {
        var commits = [
            Made.commit("OPS-7: sort by two columns", on: "2026-02-10", in: "press", ["src/sort.c", "tests/sort.c"]),
            Made.commit("OPS-7: show the order", on: "2026-02-12", in: "site", ["views/table.ts"]),
            Made.commit("Document it", on: "2026-02-13", in: "press", body: "Refs: OPS-7", ["docs/sort.md"]),
        ]
        commits[0].release = Release(name: "2.1", day: Made.day("2026-03-04"))
        let talk = [
            Made.meeting("OPS-7: which order?", on: "2026-02-09", with: ["Maria", "Jonas"]),
            Made.note("Sort columns: two are enough, said Jonas", on: "2026-02-11", with: ["Jonas"]),
        ]
        let list = Candidates(commits + talk).list
        #expect(list.count == 1)
        let one = try #require(list.first)
        #expect(one.wording == "Sort by two columns")
        #expect(
            one.because == "3 commits name OPS-7, 1 meeting and 1 note speak of it; released in 2.1 on 4 March 2026")
        #expect(one.figures.map(\.text) == ["3 commits", "1 meeting", "1 note"])
        #expect(one.people == ["Maria", "Jonas"])
        #expect(one.touched == ["press: docs", "press: src", "site: views"])
        #expect((one.first, one.last) == (Made.day("2026-02-09"), Made.day("2026-02-13")))
        #expect(one.release?.name == "2.1")
        #expect(Set(one.pieces) == Set((commits + talk).map(\.id)))
    }

    @Test("The query of each figure names exactly its pieces")
    func queries() throws {
        let commits = (1...9).map { Made.commit("Sort by column \($0), refs #12", on: "2026-02-1\($0)") }
        let one = try #require(Candidates(commits).list.first)
        let figure = try #require(one.figures.first)
        #expect(SearchQuery(figure.ref.query).values(.id) == one.pieces.map(\.description).sorted())
        #expect(figure.ref.count == 9)
    }

    @Test("Issues of two repositories with one number are two things, and what does not say which joins neither")
    func sameNumber() {
        let list = Candidates([
            Made.commit("feat: sort rows, closes #4", in: "press"),
            Made.commit("feat: print labels, closes #4", in: "site"),
            Made.note("Talked about #4 with Jonas"),
        ]).list
        #expect(list.map(\.pieces.count) == [1, 1])
    }

    @Test("An issue that rests for a season is two things")
    func rests() {
        let list = Candidates([
            Made.commit("feat: sort rows, refs #4", on: "2026-01-02"),
            Made.commit("feat: sort rows again, refs #4", on: "2026-03-20"),
        ]).list
        #expect(list.count == 2)
    }

    @Test("Words hold commits of one folder together for days, not for ever")
    func words() {
        func list(_ days: [String]) -> [Int] {
            Candidates(
                zip(days, ["feat: query planner reads", "feat: query planner joins", "feat: query planner sorts"]).map {
                    Made.commit($1, on: $0)
                }
            ).list.map(\.pieces.count)
        }
        #expect(list(["2026-02-02", "2026-02-05", "2026-02-09"]) == [3])
        #expect(list(["2026-01-02", "2026-02-05", "2026-03-09"]) == [1, 1, 1])
        // From one to the next a chain of words would hold a year together.
        let chain = (0..<12).map { week in
            Made.commit(
                "feat: query planner part \(week)", on: (Made.day("2026-01-01") + Int64(week * 7)).iso,
                ["src/planner.c"])
        }
        #expect(Candidates(chain).list.allSatisfy { $0.last - $0.first <= 42 })
    }

    @Test("The same under a ticket for each system is one thing; issues with like titles are not")
    func alike() {
        func list(_ numbers: [String]) -> Int {
            Candidates(
                zip(["mail", "payroll", "intranet"], numbers).map {
                    Made.commit("feat: \($0): log to the central place", body: "Refs: \($1)", ["roles/\($0)/log.yml"])
                }
            ).list.count
        }
        #expect(list(["OPS-1", "OPS-2", "OPS-3"]) == 1)
        #expect(list(["#1", "#2", "#3"]) == 3)
    }

    @Test("A revert and what it took back, merges and routine are left out")
    func leftOut() {
        let taken = Made.commit("feat: sort by two columns", on: "2026-02-10")
        var merge = Made.commit("feat: everything of the branch", on: "2026-02-14")
        merge.isMerge = true
        let reverts = [
            Made.commit("Revert \"feat: print labels\"", on: "2026-02-12"),
            Made.commit(
                "Revert two columns", on: "2026-02-13", body: "This reverts commit \(taken.externalID.prefix(12)).\n"),
        ]
        let routine = (10...17).map { Made.commit("feat: data of week \($0)", on: "2026-02-\($0)") }
        let all = [taken, Made.commit("feat: print labels", on: "2026-02-11"), merge] + reverts + routine
        #expect(Candidates(all).list.isEmpty)
        #expect(Candidates([taken]).wordings == ["Sort by two columns"])
    }

    @Test("Meetings that ended in a decision are a candidate; what only happened often is none")
    func decided() throws {
        let board = (1...5).map {
            Made.meeting("Change board", on: "2026-02-0\($0)", series: "board", with: ["Karim", "Maria"])
        }
        let standUps = (1...28).map {
            Made.meeting("Stand-up", on: "2026-02-\($0 < 10 ? "0" : "")\($0)", series: "stand-up")
        }
        #expect(Candidates(board + standUps).list.isEmpty)
        let decision = Made.note(
            "Decided with the change board: small changes within two days", on: "2026-02-06", with: ["Karim"])
        let one = try #require(Candidates(board + standUps + [decision]).list.first)
        #expect(one.wording == decision.title)
        #expect(one.because == "5 meetings and 1 note within six days; decided on 6 February 2026")
        #expect(one.people == ["Karim", "Maria"])
        let open = Made.note("Not decided yet with the change board", on: "2026-02-06", with: ["Karim"])
        #expect(Candidates(board + standUps + [open]).list.isEmpty)
    }

    @Test("A name is no word of a decision: talks with somebody are no proof of what they approved")
    func namesInDecisions() throws {
        let talks = (1...5).map { Made.meeting("Maria / Dana", on: "2026-02-0\($0)", series: "talk") }
        let budget = Made.note("Budget of the press approved by Maria", on: "2026-02-06", with: ["Maria"])
        let one = try #require(Candidates(talks + [budget]).list.first)
        #expect(one.pieces == [budget.id])
    }

    @Test("Two decisions are two things, each of its day, and meetings after one are none of it")
    func twoDecisions() throws {
        let desk = ["2026-02-02", "2026-02-09", "2026-02-16", "2026-03-09"].map {
            Made.meeting("Handover to the service desk", on: $0, series: "desk")
        }
        let first = Made.note("Decided: handover to the service desk", on: "2026-02-10", with: ["Maria"])
        let second = Made.note("Service desk: hours on Saturday agreed with Tom", on: "2026-02-17", with: ["Tom"])
        let list = Candidates(desk + [first, second]).list
        #expect(list.count == 2)
        let handover = try #require(list.first { $0.pieces.contains(first.id) })
        #expect(!handover.pieces.contains(second.id))
        #expect(!handover.pieces.contains(desk[3].id))
        #expect(handover.reached == Made.day("2026-02-10"))
        #expect(handover.wording == "Handover to the service desk")
        #expect(handover.named == first.id)
    }

    @Test("One note is a candidate if a figure says what changed")
    func figures() {
        for title in [
            "Backup moved, 3 h instead of a day", "Restore drill: 8 of 10 machines back",
            "Patched: 93 % within two weeks",
            "Rechnungen: 20 Minuten statt 2 Stunden", "Tickets 97 -> 12",
        ] {
            let list = Candidates([Made.note(title)]).list
            #expect(list.map(\.because) == ["1 note, with a figure"], "\(title)")
        }
        for title in ["Room 3 of the north wing", "Printer: 2 calls", "Instead of lunch"] {
            #expect(Candidates([Made.note(title)]).list.isEmpty, "\(title)")
        }
    }

    @Test("Notes on several days with the same words are a candidate, one note is none unless the person says so")
    func notes() {
        let first = Made.note("Drafted the onboarding handbook for newcomers", on: "2026-02-02")
        let second = Made.note("Onboarding handbook: Tomás started with it", on: "2026-02-09")
        #expect(Candidates([first, second]).list.map(\.pieces.count) == [2])
        #expect(Candidates([first]).list.isEmpty)
        #expect(Candidates([Made.note(first.title, tags: ["win"])]).list.count == 1)
        var said = first
        (said.worth, said.worthBy) = (.improvement, .hand)
        #expect(Candidates([said]).list.count == 1)
    }

    @Test("What is someone else's, or personal, is no result; what is beside the job comes after it")
    func whose() {
        var printers = Made.commit("feat: printers on floor three")
        printers.isNotMine = true
        var garden = Made.commit("feat: water the garden")
        garden.arena = .personal
        #expect(Candidates([printers, garden]).list.isEmpty)
        var tides = Made.commit("feat: forecast high water, closes #1", in: "tides", ["src/tide.c", "tests/tide.c"])
        tides.arena = .side
        #expect(
            Candidates([tides, Made.commit("feat: sort rows")]).wordings == ["Sort rows", "Forecast high water"])
    }
}
