import Foundation
import LedgerModel
import TestSupport
import Testing
import TraceSources

@Suite("Finding repositories and calendars")
struct DiscoveryTests {
    @Test("repositories and calendars are found, hidden, built and foreign ones are not")
    func finds() throws {
        let fixture = try GitFixture(name: "work/first")
        let root = fixture.folder
        func folder(_ path: String) throws {
            try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
        }
        func repository(_ path: String, bare: Bool = false) throws {
            try fixture.git(["init", "-q"] + (bare ? ["--bare"] : []) + [root + "/" + path], at: root)
        }
        func calendar(_ path: String) throws {
            try Data("BEGIN:VCALENDAR".utf8).write(to: URL(fileURLWithPath: root + "/" + path))
        }
        try repository("work/dev/second")
        try repository("work/mirror.git", bare: true)
        try repository("work/first/nested")
        try repository("work/first/nested/deeper")
        try repository("work/first/Sources/inner")
        for skipped in [".hidden/a", "node_modules/b", "work/.build/c", "work/vendor/d", "Library/Caches/e"] {
            try repository(skipped)
        }
        try folder("work/empty/.git")
        try folder("1/2/3/4/5/6")
        try repository("1/2/3/4/5/6/7")
        try calendar("work/Mine.ICS")
        try calendar("work/first/fixture.ics")
        try calendar("work/vendor/other.ics")
        try FileManager.default.createSymbolicLink(atPath: root + "/link", withDestinationPath: root + "/work/dev")
        try FileManager.default.createSymbolicLink(atPath: root + "/loop", withDestinationPath: root)

        let found = Discovery(below: root)
        #expect(
            found.repositories
                == ["first", "first/nested", "dev/second", "mirror.git"].map { root + "/work/" + $0 }.sorted())
        #expect(found.calendars == [root + "/work/Mine.ICS"])
        #expect(found.isCut)
        #expect(!Discovery(below: root + "/work").isCut)
        #expect(Discovery(below: root, found: 1).repositories.count == 1)
        #expect(Discovery(below: root + "/nothing").repositories.isEmpty)
        #expect(Discovery(below: root, folders: 2).isCut)
    }

    @Test("a home folder that is a repository itself is searched all the same")
    func dotfiles() throws {
        let fixture = try GitFixture(name: "home")
        try fixture.git(["init", "-q", fixture.path + "/code/project"])
        let found = Discovery(below: fixture.path)
        #expect(found.repositories == [fixture.path, fixture.path + "/code/project"])
    }
}
