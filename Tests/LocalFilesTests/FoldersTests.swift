import LocalFiles
import TestSupport
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

@Suite("Folders and names in them")
struct FoldersTests {
    private let folder = TemporaryFolder()

    private func fill() {
        Folders.makeAll(folder.file("a/b/c"))
        Folders.makeAll(folder.file(".hidden"))
        for name in ["z.ics", "a/y.ICS", "a/b/x.ics", "a/b/c/w.ics", ".hidden/v.ics", "a/.u.ics", "a/t.txt"] {
            folder.write(name, "")
        }
    }

    @Test("Files are found below a folder down to a depth, in order, hidden ones left out")
    func files() {
        fill()
        func found(_ depth: Int) -> [String] {
            Folders.files(below: folder.path, withExtension: "ics", depth: depth).map {
                String($0.dropFirst(folder.path.count + 1))
            }
        }
        #expect(found(8) == ["a/b/c/w.ics", "a/b/x.ics", "a/y.ICS", "z.ics"])
        #expect(found(1) == ["a/y.ICS", "z.ics"])
        #expect(Folders.files(in: folder.path, withExtension: "ics") == [folder.file("z.ics")])
        #expect(Folders.files(in: folder.file("no"), withExtension: "ics") == [])
    }

    @Test("A walk goes level by level, knows what it was told above, and says when a bound cut it")
    func walk() {
        let tree = ["r": ["a", "b"], "a": ["c"], "b": [], "c": ["d"], "d": []]
        func walk(depth: Int, folders: Int) -> (seen: [String], isCut: Bool) {
            var seen: [String] = []
            let isCut = FolderWalk(depth: depth, folders: folders).run(from: "r", 0) { name, level in
                seen.append("\(name)\(level)")
                return (tree[name] ?? []).map { ($0, level + 1) }
            }
            return (seen, isCut)
        }
        #expect(walk(depth: 9, folders: 9) == (["r0", "a1", "b1", "c2", "d3"], false))
        #expect(walk(depth: 1, folders: 9) == (["r0", "a1", "b1"], true))
        #expect(walk(depth: 3, folders: 5) == (["r0", "a1", "b1", "c2", "d3"], false))
        #expect(walk(depth: 9, folders: 4) == (["r0", "a1", "b1", "c2"], true))
    }

    @Test("A folder goes with its files, and stays where another folder is in it")
    func removed() {
        fill()
        Folders.removeWithFiles(folder.file("a/b/c"))
        #expect(!fileExists(folder.file("a/b/c")))
        Folders.removeWithFiles(folder.file("a"))
        #expect(fileExists(folder.file("a/b/x.ics")) && !fileExists(folder.file("a/y.ICS")))
        #expect(!Folders.removeEmpty(folder.file("a/b")))
        #expect(!Folders.make(folder.file("a")))
    }

    @Test("A second name never takes the place of another file")
    func secondName() throws {
        folder.write("one", "1")
        folder.write("two", "2")
        #expect(!FileName.add(folder.file("two"), for: folder.file("one")))
        #expect(try FileReader.read(folder.file("two"), limit: 9) == Array("2".utf8))
        #expect(FileName.add(folder.file("three"), for: folder.file("one")))
        #expect(FileName.remove(folder.file("one")))
        #expect(try FileReader.read(folder.file("three"), limit: 9) == Array("1".utf8))
        #expect(!FileName.remove(folder.file("one")))
    }

    private func link(to target: String, at name: String) -> Bool { symlink(target, name) == 0 }

    @Test("A link that leads nowhere is nothing, and one to a folder is one")
    func links() {
        fill()
        #expect(link(to: folder.file("a"), at: folder.file("way")))
        #expect(link(to: folder.file("no"), at: folder.file("lost")))
        #expect(Folders.isFolder(folder.file("way")) && FileKind(at: folder.file("way")) == .link)
        #expect(!fileExists(folder.file("lost")) && FileKind(at: folder.file("lost")) == .link)
    }

    @Test("An empty private file is made once, and one that is there keeps what it holds")
    func madeEmpty() throws {
        #expect(PrivateFile.makeEmpty(folder.file("l")))
        #expect(FileFacts(folder.file("l"))?.isPrivate == true && FileFacts(folder.file("l"))?.size == 0)
        folder.write("l", "kept")
        #expect(PrivateFile.makeEmpty(folder.file("l")))
        #expect(FileFacts(folder.file("l"))?.size == 4)
        #expect(!PrivateFile.makeEmpty(folder.file("no/l")))
    }

    @Test("Only what its owner alone may use is private")
    func facts() {
        let file = folder.write("open", "abc")
        #expect(FileFacts(file)?.isPrivate == false && FileFacts(file)?.size == 3)
        FileName.makePrivate(file)
        #expect(FileFacts(file)?.isPrivate == true)
        #expect(FileFacts(folder.file("no")) == nil)
    }
}
