import LedgerModel
import Testing

@Suite("The folder that holds most of the files of a commit")
struct MainFolderTests {
    @Test(
        "It is found level by level; of equals code comes before its tests, then the first by name",
        arguments: [
            ([], ""), ([""], "/"), (["README.md"], "/"), (["a/x"], "a/"), (["a/x", "README.md"], "a/"),
            (["a/x", "b/y", "b/z"], "b/"), (["b/x", "a/y"], "a/"), (["test/x", "web/y"], "web/"),
            (["docs/x", "web/y"], "web/"), (["docs/x", "docs/z", "web/y"], "docs/"),
            (["packages/core/src/x", "packages/core/__tests__/x"], "packages/core/src/"),
            (["packages/core/x", "packages/site/y/z", "docs/a", "docs/b"], "packages/core/"),
            (["Src/In/x", "src/in/y", "lib/z"], "src/in/"), (["a/x", "m", "n"], "/"), (["/a//b/x"], "a/b/"),
            (["src/core/a", "src/core/b", "src/site/c", "README.md"], "src/core/"),
            (["Ä/x", "A\u{308}/y", "b/z"], "ä/"),
        ] as [([String], String)])
    func found(paths: [String], folder: String) {
        #expect(MainFolder(paths).path == folder)
        #expect(MainFolder(paths) == MainFolder(paths.reversed()))
    }

    @Test("Its first file by name stands for the files right in it")
    func file() {
        #expect(MainFolder(["src/Event.js", "src/core.js", "test/a"]).file == "src/core.js")
        #expect(MainFolder(["b", "A"]).file == "a" && MainFolder([]).file.isEmpty)
    }
}
