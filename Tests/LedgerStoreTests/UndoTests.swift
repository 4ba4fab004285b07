import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// An act by hand, as its verb is kept. What it acts on is there before: see `UndoTests.init`.
enum HandAct: String, CaseIterable, Sendable {
    case log, start, stop, edit, remove, correct, claim, cite, reword, dismiss, tell, heard, job, me, notMe, setDefault

    /// Facts are never deleted, and numbers of versions only rise: of these acts a trace stays.
    static let leavingNothing = allCases.filter { ![.log, .stop, .edit].contains($0) }
}

/// A ledger with a piece of every kind of row that a hand can change, and what each act does to it.
@Suite("Undo: every act by hand is taken back whole")
struct UndoTests {
    let here: StoreWorld
    let note: PublicID
    let event = StoreWorld.event("planning", with: ["maria@example.com", "me@example.com", "other.me@example.com"])
    let claim = PublicID(.claim, "one")

    init() throws {
        here = try StoreWorld()
        try here.list(here.source("Work"), [event])
        note = try here.note("drill", with: ["Maria"], tags: ["ops"])
        let claim = Claim(id: claim, text: "Nine of twelve", figure: "9 of 12", at: FixedWorld.now, evidence: [note])
        try here.write { try $0.add(claim, ulid: here.ulid()) }
        try here.write {
            try $0.tell(claim: claim.id, Telling(person: "Maria", at: FixedWorld.now), action: here.ulid())
        }
        try here.write { try $0.addMe("me@example.com", name: "Me", action: nil) }
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "restores", label: "Restores")]
        try here.write { try $0.save(myJob, action: here.ulid(), verb: "job") }
        // To be read again already, as after a change of who the person is and after taking it back.
        try here.write { try $0.resetState(kind: .calendar) }
    }

    /// - Parameter number: tells what is written apart from what was written before.
    private func act(_ act: HandAct, _ number: Int = 0) throws {
        let draft = EvidenceDraft(
            kind: .note, externalID: here.ulid().text, at: FixedWorld.at("2026-03-16", "8:00"), title: "new \(number)")
        let timer = OpenTimer(at: FixedWorld.now - 60, text: "timed \(number)")
        try here.write { transaction in
            let action = here.ulid()
            switch act {
            case .log: try transaction.log(draft)
            case .start:
                if try transaction.snapshot.openTimer() == nil { try transaction.startTimer(timer, action: action) }
            case .stop: try transaction.stopTimer(draft)
            case .edit:
                try transaction.edit(note, action: action) {
                    $0.title = "drill \(number)"; $0.tags = ["growth"]
                }
            case .remove:
                if try !transaction.snapshot.show(note).draft.flags.contains(.withdrawn) {
                    try transaction.remove(note, action: action)
                }
            case .correct:
                try transaction.correct(event.id, action: action) {
                    $0.worth = number % 2 == 0 ? .idea : .baseline
                    $0.from = number % 3 == 0 ? nil : FixedWorld.at("2026-03-1\(number % 6)", "9:00")
                }
            case .claim:
                let claim = Claim(
                    id: PublicID(.claim, action.text), text: "New \(number)", at: FixedWorld.now,
                    evidence: [note, event.id])
                try transaction.add(claim, ulid: action)
            case .cite: try transaction.cite([event.id, note], for: claim, action: action)
            case .reword:
                try transaction.change(claim: claim, verb: "reword", action: action) {
                    $0.text = "Ten of twelve \(number)"
                    $0.figure = nil
                    $0.objective = "resilience"
                }
            case .dismiss:
                try transaction.add(
                    Claim(id: PublicID(.claim, action.text), text: "x", at: FixedWorld.now), ulid: action)
                try transaction.change(
                    claim: PublicID(.claim, action.text), verb: "dismiss", action: here.ulid(), withdraw: true
                ) { _ in }
            case .tell:
                try transaction.tell(claim: claim, Telling(person: "Dana", at: FixedWorld.now), action: action)
            case .heard:
                let telling = Telling(person: "Dana", at: FixedWorld.now, heard: "At last \(number)")
                try transaction.tell(claim: claim, telling, action: action)
            case .job:
                var myJob = try transaction.myJob()
                myJob.name = "Ops \(number)"
                myJob.responsibilities = number % 2 == 0 ? [] : [Responsibility(key: "printers", label: "\(number)")]
                myJob.settings.sessionGap = Int64(number) * 60
                try transaction.save(myJob, action: action, verb: "job")
            case .me: try transaction.addMe("other.me@example.com", name: "", action: action)
            case .notMe: _ = try transaction.removeMe("me@example.com", action: action)
            case .setDefault:
                let work = try transaction.source(kind: .calendar, locator: "/Work", name: "Work", arena: nil)
                try transaction.setDefault(
                    of: work, arena: Arena.allCases[number % 5], plansCount: number % 2 == 0, action: action)
            }
        }
    }

    /// Every exported line but the journal of acts itself, and the count at the end.
    private func kept() throws -> [Substring] {
        try here.dump().split(separator: "\n").filter {
            !$0.hasPrefix("{\"hand_action\"") && !$0.hasPrefix("{\"limelight_export_rows\"")
        }
    }

    private func actions() throws -> Int {
        try here.dump().split(separator: "\n").count { $0.hasPrefix("{\"hand_action\"") }
    }

    /// Whether the search finds what stands and nothing else.
    private func isSound() throws -> Bool { try here.store.checks().allSatisfy(\.ok) }

    @Test("After it the export is the same, byte for byte", arguments: HandAct.leavingNothing)
    func bytes(act: HandAct) throws {
        let before = try kept()
        let count = try actions()
        try self.act(act, 1)
        #expect(try kept() != before)
        for _ in count..<(try actions()) { try here.undo() }
        #expect(try kept() == before)
        #expect(try isSound())
    }

    @Test("Brought back, the export is what it was after it, byte for byte", arguments: HandAct.leavingNothing)
    func redone(act: HandAct) throws {
        let count = try undone()
        let before = try kept()
        try self.act(act, 1)
        let after = try kept()
        let checks = try here.store.checks().map(\.ok)
        let acts = try undone() - count
        for _ in 0..<acts { try here.undo() }
        for _ in 0..<acts { try here.write { try $0.redo(action: here.ulid()) } }
        #expect(try kept() == after)
        #expect(try here.store.checks().map(\.ok) == checks)
        // And undone once more.
        for _ in 0..<acts { try here.undo() }
        #expect(try kept() == before)
        #expect(try isSound())
    }

    /// How many acts could be undone, one after the other.
    private func undone() throws -> Int {
        try here.dump().split(separator: "\n").count {
            $0.hasPrefix("{\"hand_action\"") && !$0.contains("\"verb\":\"undo\"") && !$0.contains("\"verb\":\"redo\"")
                && $0.contains("\"undone_by\":null")
        }
    }

    @Test("A note, an edit and the end of a timer are brought back", arguments: [HandAct.log, .edit, .stop])
    func redoneFacts(act: HandAct) throws {
        if act == .stop { try self.act(.start, 1) }
        try self.act(act, 1)
        let found = try here.titles("")
        let open = try here.store.read { try $0.openTimer() }
        try here.undo()
        #expect(try here.titles("") != found)
        #expect(try here.write { try $0.redo(action: here.ulid()) }.verb == act.rawValue)
        #expect(try here.titles("") == found)
        #expect(try here.store.read { try $0.openTimer() } == open)
        #expect(try isSound())
        try here.undo()
        #expect(try here.titles("") != found)
    }

    @Test("Undo and redo go back and forth in order, until something else is done by hand")
    func backAndForth() throws {
        for number in 1...3 { try act(.claim, number) }
        func claims() throws -> Int { try here.store.read { try $0.claims() }.count }
        func redo() throws { try here.write { _ = try $0.redo(action: here.ulid()) } }
        #expect(throws: LedgerError.self) { try redo() }
        for left in [3, 2] {
            try here.undo()
            #expect(try claims() == left)
        }
        try redo()
        #expect(try claims() == 3)
        try here.undo()
        #expect(try claims() == 2)
        try redo()
        try redo()
        #expect(try claims() == 4)
        #expect(throws: LedgerError.self) { try redo() }
        try here.undo()
        try act(.tell, 1)
        let error = #expect(throws: LedgerError.self) { try redo() }
        #expect(error?.code == .nothingToRedo)
        #expect(try here.undo().verb == "tell")
        #expect(try here.undo().verb == "claim")
        // An import is no act by hand.
        try here.list(here.source("Work"), [event])
        try redo()
        #expect(try claims() == 3)
    }

    @Test("What the person was shown is undone, and nothing else that came meanwhile")
    func shown() throws {
        try act(.claim, 1)
        let shown = try #require(try here.store.read { try $0.nextUndo() }?.id)
        try act(.tell, 1)
        let error = #expect(throws: LedgerError.self) {
            try here.write { _ = try $0.undo(action: here.ulid(), expected: shown) }
        }
        #expect(error?.code == .changedMeanwhile)
        #expect(try here.undo().verb == "tell")
    }

    @Test("It names the people and addresses that it was about")
    func names() throws {
        try act(.tell, 1)
        #expect(try here.store.read { try $0.nextUndo() }?.undone.names == ["Dana"])
        try act(.me, 1)
        #expect(try here.store.read { try $0.nextUndo() }?.undone.names == ["other.me@example.com"])
        #expect(try here.undo().sentence == "the last change of who you are: other.me@example.com")
        #expect(try here.undo().names == ["Dana"])
    }

    @Test("A note that is taken back stays as a fact off every view, and everything else is as it was")
    func log() throws {
        let before = Set(try kept())
        try act(.log, 1)
        try here.undo()
        let added = try kept().filter { !before.contains($0) }
        #expect(added.count == 1)
        #expect(added.first?.hasPrefix("{\"evidence\"") == true && added.first?.contains("new 1") == true)
        #expect(try before.subtracting(kept()).isEmpty)
        #expect(try here.titles("new") == [] && isSound())
    }

    @Test("A timer that was stopped runs again, and its note is off every view")
    func stop() throws {
        try act(.start, 1)
        let running = try here.store.read { try $0.openTimer() }
        #expect(running?.text == "timed 1")
        let before = Set(try kept())
        try act(.stop, 1)
        #expect(try here.store.read { try $0.openTimer() } == nil)
        #expect(try here.undo().verb == "stop")
        #expect(try here.store.read { try $0.openTimer() } == running)
        #expect(try before.subtracting(kept()).isEmpty)
        #expect(try here.titles("new") == [])
    }

    @Test("An edit that is taken back leaves the words it had as a version, and the fact as it was")
    func edit() throws {
        let before = try here.store.read { try $0.show(note) }
        let others = Set(try kept().filter { !$0.hasPrefix("{\"evidence\"") })
        try act(.edit, 1)
        #expect(try here.store.read { try $0.show(note) }.draft.title == "drill 1")
        try here.undo()
        let after = try here.store.read { try $0.show(note) }
        #expect(after.draft == before.draft)
        #expect(after.version > before.version)
        #expect(Set(after.older.map(\.title)) == ["drill", "drill 1"])
        #expect(try others.subtracting(kept()).isEmpty)
        #expect(try here.titles("tag:ops") == ["drill"] && here.titles("tag:growth") == [] && isSound())
    }

    @Test("An act that changed nothing is none, and undo passes it over")
    func nothing() throws {
        let count = try actions()
        let myJob = try here.store.read { try $0.myJob() }
        try here.write { try $0.save(myJob, action: here.ulid(), verb: "job") }
        #expect(try !here.write { try $0.addMe("me@example.com", name: "", action: here.ulid()) })
        #expect(try !here.write { try $0.removeMe("Maria Keller", action: here.ulid()) })
        #expect(try actions() == count)
    }

    @Test("Of an act within an act there is one to take back")
    func nested() throws {
        let before = try kept()
        try here.write { transaction in
            try transaction.act(here.ulid(), "lines") {
                for number in 1...3 {
                    let ulid = here.ulid()
                    let claim = Claim(id: PublicID(.claim, ulid.text), text: "Line \(number)", at: FixedWorld.now)
                    try transaction.add(claim, ulid: ulid)
                }
            }
        }
        #expect(try here.store.read { try $0.claims() }.count == 4)
        #expect(try here.undo().verb == "lines")
        #expect(try kept() == before)
    }

    @Test("A write that fails half-way leaves neither a row nor an act")
    func failed() throws {
        struct Stop: Error {}
        let before = try here.dump()
        #expect(throws: (any Error).self) {
            try here.write { transaction in
                try transaction.correct(event.id, action: here.ulid()) { $0.arena = .job }
                throw Stop()
            }
        }
        #expect(try here.dump() == before)
    }

    @Test("When all is taken back there is nothing to take back, and undo itself is no act to undo")
    func exhausted() throws {
        while (try? here.undo()) != nil {}
        let error = #expect(throws: LedgerError.self) { try here.undo() }
        #expect(error?.code == .nothingToUndo)
        #expect(try here.store.read { try $0.lastAction() } == nil)
        #expect(try here.store.read { try $0.claims() } == [])
        #expect(try here.store.read { try $0.myJob() } == MyJob())
        // What no hand did stays: the import, and who the person is by git's own configuration.
        #expect(try here.titles("planning") == ["planning"])
        #expect(try here.store.read { try $0.me() } == ["me@example.com"])
    }

    @Test("My job that was changed meanwhile is not written over")
    func changedMeanwhile() throws {
        let known = try here.store.read { try $0.myJob() }
        try act(.job, 1)
        let before = try here.dump()
        var mine = known
        mine.name = "mine"
        let error = #expect(throws: LedgerError.self) {
            try here.write { try $0.save(mine, ifStill: known, action: here.ulid(), verb: "job") }
        }
        #expect(error?.code == .changedMeanwhile)
        #expect(try here.dump() == before)
    }

    @Test("Whatever was done, taking it all back gives the same bytes", arguments: 0..<30)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let before = try kept()
        var states: [[Substring]] = []
        var log: [String] = []
        for number in 0..<Int.random(in: 1...12, using: &random) {
            let act = HandAct.leavingNothing.filter { $0 != .dismiss }.randomElement(using: &random) ?? .tell
            let (state, count) = (try kept(), try actions())
            try self.act(act, number)
            log.append(act.rawValue)
            if try actions() > count { states.append(state) }
        }
        while let state = states.popLast() {
            let verb = try here.undo().verb
            #expect(try kept() == state, "seed \(seed): \(log), taking back \(verb)")
        }
        #expect(try kept() == before, "seed \(seed): \(log)")
        #expect(try isSound(), "seed \(seed): \(log)")
    }
}
