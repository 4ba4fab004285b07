import LocalFiles
import TestSupport
import Testing

@testable import Routine

@Suite("What the routine did last")
struct RoutineRecordTests {
    private let folder = TemporaryFolder()

    @Test("It is read as it was kept, and the next run knows what was written before")
    func kept() throws {
        var first = RoutineRecord(at: "2026-03-17T15:00:00+01:00", after: nil)
        first.add("week-of-2026-03-16.eml")
        first.add("week-of-2026-03-16.html")
        try first.keep(in: folder.path)
        #expect(RoutineRecord(in: folder.path) == first)

        var second = RoutineRecord(at: "2026-03-18T15:00:00+01:00", after: RoutineRecord(in: folder.path))
        second.problem = "one\ntwo"
        try second.keep(in: folder.path)
        let read = try #require(RoutineRecord(in: folder.path))
        #expect(read.problem == "one two")
        #expect(read.wroteAt == "2026-03-17T15:00:00+01:00" && read.wrote == first.wrote)
    }

    @Test("What is no record is none")
    func none() {
        #expect(RoutineRecord(in: folder.path) == nil)
        folder.write(".last-run", "one\ntwo")
        #expect(RoutineRecord(in: folder.path) == nil)
    }

    @Test("It goes with its folder, which stays where a review is in it")
    func forgotten() throws {
        for (name, isLeft) in [("empty", false), ("used", true)] {
            let place = folder.file(name)
            Folders.make(place)
            if isLeft { folder.write("used/week.html", "") }
            try RoutineRecord(at: "2026-03-17T15:00:00+01:00", after: nil).keep(in: place)
            RoutineRecord.forget(in: place)
            #expect(fileExists(place) == isLeft)
            #expect(!fileExists(place + "/.last-run"))
        }
    }
}
