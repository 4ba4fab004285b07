import LocalFiles
import TestSupport
import Testing

@Suite("Paths as names")
struct PathNameTests {
    @Test(
        "A path has a folder, a last part and a stem",
        arguments: [
            ("/home/dana/work.ics", "/home/dana", "work.ics", "work"), ("work.ics", ".", "work.ics", "work"),
            ("/work", "/", "work", "work"), ("/", "/", "", "/"), ("/a/.hidden", "/a", ".hidden", ".hidden"),
            ("/a/who?.tar.gz", "/a", "who?.tar.gz", "who?.tar"), ("a/b/", "a/b", "b", "b"),
        ])
    func parts(path: String, folder: String, last: String, stem: String) {
        #expect(PathName.folder(path) == folder)
        #expect(PathName.last(path) == last)
        #expect(PathName.stem(path) == stem)
    }

    @Test(
        "A path leads from a folder, up and down, or anew from the top",
        arguments: [
            ("objects", "/r/.git/objects"), ("../../main/.git", "/main/.git"), ("/srv/r.git", "/srv/r.git"),
            ("./../x", "/r/x"), ("../../../..", "/"),
        ])
    func resolved(path: String, place: String) {
        #expect(PathName.resolved(path, in: "/r/.git") == place)
    }

    @Test("What is there loses its links, what is not keeps its name, and both begin at the top")
    func absolute() throws {
        let folder = TemporaryFolder()
        let real = try #require(canonicalPath(folder.path))
        folder.write("a", "")
        #expect(Folders.absolute(folder.path + "/./a") == real + "/a")
        #expect(Folders.absolute("/is/not/there") == "/is/not/there")
        let relative = Folders.absolute("is-not-there")
        #expect(relative.hasPrefix("/") && relative.hasSuffix("/is-not-there"))
    }
}
