import LedgerModel
import Testing

@Suite("What folders are called")
struct FolderNameTests {
    @Test(
        "As much of the path as tells those of one name apart",
        arguments: [
            (["/w/api", "/w/web"], ["api", "web"]),
            (["/home/w1/api", "/home/w2/api"], ["w1/api", "w2/api"]),
            (["/a/w/api", "/b/w/api", "/b/x/api"], ["a/w/api", "b/w/api", "b/x/api"]),
            (["/api", "/w/api"], ["/api", "w/api"]),
            (["/w1/API", "/w2/api"], ["w1/API", "w2/api"]),
            (["/w/API", "/w/api"], ["API", "api"]),
            (["/w/api.git", "/x/api"], ["w/api", "x/api"]),
            (["/w/api.git", "/w/api"], ["/w/api.git", "/w/api"]),
            (["/w/.git"], [".git"]), (["/"], ["/"]),
            (["/w/cafe\u{301}", "/x/café"], ["w/cafe\u{301}", "x/café"]),
        ])
    func names(paths: [String], names: [String]) {
        let found = FolderNames.of(paths)
        #expect(paths.map { found[$0] } == names)
        #expect(FolderNames.of(paths.reversed()) == found)
    }

    @Test("The end of a path and of a name")
    func ends() {
        #expect(FolderNames.end(of: "/w/x/api.git", parts: 2) == "x/api")
        #expect(FolderNames.end(of: "/api", parts: 3) == "api")
        #expect(FolderNames.last("w/api") == "api")
        #expect(FolderNames.last("api") == "api")
        #expect(FolderNames.last("/") == "/")
    }
}
