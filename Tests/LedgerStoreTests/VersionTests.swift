import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Versions: edited, taken back, withdrawn")
struct VersionTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    @Test("A piece can be edited again after an edit was taken back, and every text of it stays beside it")
    func editUndoEdit() throws {
        let id = try here.note("one")
        try here.edit(id) { $0.title = "two" }
        try here.edit(id) { $0.title = "three" }
        try here.undo()
        #expect(try here.store.read({ try $0.show(id) }).draft.title == "two")
        try here.edit(id) { $0.title = "four" }
        #expect(try here.store.read({ try $0.show(id) }).draft.title == "four")
        try here.undo()
        try here.undo()
        #expect(try here.store.read({ try $0.show(id) }).draft.title == "one")
        try here.edit(id) { $0.title = "five" }
        let shown = try here.store.read({ try $0.show(id) })
        #expect(Set(shown.older.map(\.title)) == ["one", "two", "three", "four"])
        #expect(shown.version == shown.older.count + 1)
        #expect(try here.titles("five") == ["five"])
        #expect(try here.titles("four") == [])
    }

    @Test("Taking an edit back brings people and tags back, and what the search knows of them")
    func undoPeople() throws {
        let id = try here.note("talk", with: ["Maria"], tags: ["growth"])
        try here.edit(id) {
            $0.people = [PersonMention(identity: "Omar", name: "Omar", role: .mentioned)]
            $0.tags = ["job"]
        }
        #expect(try here.titles("Omar") == ["talk"])
        try here.undo()
        let draft = try here.store.read({ try $0.show(id) }).draft
        #expect(draft.people.map(\.identity) == ["Maria"])
        #expect(draft.tags == ["growth"])
        #expect(try here.titles("Omar") == [])
        #expect(try here.titles("Maria tag:growth") == ["talk"])
    }

    @Test("A note from a calendar that was edited, taken back and removed does not keep the import from going on")
    func editedLogEvent() throws {
        let phone = try here.source("Phone")
        var note = StoreWorld.event("walked the runbook", uid: "l1")
        note.kind = .note
        note.externalID = "event/l1"
        try here.list(phone, [note])
        try here.edit(note.id) { $0.title = "walked all of the runbook" }
        // The source still says what it said; the hand's text stays.
        #expect(try here.list(phone, [note]).updated == 0)
        #expect(try here.store.read({ try $0.show(note.id) }).draft.title == "walked all of the runbook")
        try here.undo()
        try here.write({ try $0.remove(note.id, action: here.ulid()) })
        var later = note
        later.title = "walked the long runbook"
        later.order.sequence = 5
        try here.list(phone, [later, StoreWorld.event("another", uid: "m2")])
        #expect(try here.titles("runbook") == [])
        #expect(try here.titles("another") == ["another"])
    }

    @Test("What was removed by hand stays removed whatever is imported, and undo brings it back")
    func removedByHand() throws {
        let phone = try here.source("Phone")
        var note = StoreWorld.event("walked the runbook", uid: "l1")
        note.kind = .note
        note.externalID = "event/l1"
        try here.list(phone, [note])
        try here.write({ try $0.remove(note.id, action: here.ulid()) })
        #expect(try here.list(phone, [note]).updated == 0)
        #expect(try here.titles("runbook") == [])
        // Gone from the calendar and there again: still removed.
        try here.list(phone, [])
        try here.list(phone, [note])
        #expect(try here.titles("runbook") == [])
        try here.undo()
        #expect(try here.titles("runbook") == ["walked the runbook"])
    }

    @Test("What its source withdrew is a version of its own, and its return is another")
    func withdrawn() throws {
        let work = try here.source("Work")
        let event = StoreWorld.event("review")
        try here.list(work, [event])
        try here.list(work, [])
        var shown = try here.store.read({ try $0.show(event.id) })
        #expect(shown.draft.flags.contains(.withdrawn))
        #expect(shown.version == 2)
        #expect(shown.older.map { $0.flags.contains(.withdrawn) } == [false])
        try here.list(work, [event])
        shown = try here.store.read({ try $0.show(event.id) })
        #expect(!shown.draft.flags.contains(.withdrawn))
        #expect(shown.version == 3)
        #expect(shown.older.map { $0.flags.contains(.withdrawn) } == [true, false])
    }

    @Test("An action on what went with its source cannot be undone over another piece")
    func removedSource() throws {
        let phone = try here.source("Phone")
        var note = StoreWorld.event("SENTINEL", uid: "l1")
        note.kind = .note
        try here.list(phone, [note])
        try here.edit(note.id) { $0.title = "SENTINEL again" }
        _ = try here.write({ try $0.remove(phone) })
        let other = try here.note("another")
        try here.undo()
        #expect(throws: LedgerError.self) { try here.undo() }
        #expect(try here.store.read({ try $0.show(other) }).draft.title == "another")
        #expect(try !here.dump().contains("SENTINEL"))
        #expect(try !here.dump().contains("maria@example.com"))
    }

    @Test("When the person is known under another address, a calendar is believed as it is then read")
    func anotherMe() throws {
        let work = try here.source("Work")
        let event = StoreWorld.event("review", with: ["maria@example.com", "dana@example.com"])
        try here.list(work, [event])
        try here.write({ try $0.resetState(kind: .calendar) })
        for (people, standing) in [(["maria@example.com"], Standing.organised), (["dana@example.com"], .tentative)] {
            var again = StoreWorld.event("review", with: people)
            again.standing = standing
            try here.list(work, [again])
            #expect(try here.store.read({ try $0.show(event.id) }).draft.standing == standing)
            #expect(try here.store.read({ try $0.show(event.id) }).older.isEmpty)
            try here.write({ try $0.resetState(kind: .calendar) })
        }
    }
}
