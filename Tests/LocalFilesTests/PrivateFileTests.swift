import LocalFiles
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Private files: whole, or as they were")
struct PrivateFileTests {
    let folder = TemporaryFolder()
    var path: String { folder.file("out.txt") }

    func text(_ path: String) -> String? {
        (try? FileReader.read(path, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
    }

    func mode(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    var names: [String] { (FolderReader.entries(of: folder.path) ?? []).map(\.name).sorted() }

    @Test("A file is its owner's alone, whatever the mask, and nothing is beside it")
    func new() throws {
        try PrivateFile.write(Array("one".utf8), to: path, modified: 1_773_748_800)
        #expect(text(path) == "one")
        #expect(mode(path) == 0o600)
        #expect(FileTimes.modified(path) == 1_773_748_800)
        #expect(names == ["out.txt"])
    }

    @Test("Large pieces and small ones come whole and in order")
    func pieces() throws {
        let file = try PrivateFile(path)
        var wanted = ""
        for number in 0..<20_000 {
            try file.write("\(number)\n")
            wanted += "\(number)\n"
        }
        try file.write(String(repeating: "x", count: 200_000))
        try file.finish()
        #expect(text(path) == wanted + String(repeating: "x", count: 200_000))
    }

    @Test("An old mode is narrowed, never widened", arguments: [(0o644, 0o600), (0o400, 0o400), (0o200, 0o200)])
    func modes(old: Int, new: Int) throws {
        folder.write("out.txt", "old")
        chmod(path, mode_t(old))
        try PrivateFile.write(Array("new".utf8), to: path)
        #expect(mode(path) == mode_t(new))
    }

    @Test("Until it is finished the old file stands, and what is given up leaves nothing")
    func givenUp() throws {
        folder.write("out.txt", "old")
        do {
            let file = try PrivateFile(path)
            try file.write(String(repeating: "new", count: 100_000))
            #expect(text(path) == "old")
            #expect(names.count == 2)
        }
        #expect(text(path) == "old")
        #expect(names == ["out.txt"])
    }

    @Test(
        "A link, a pipe and a folder are refused and left as they are", arguments: ["link", "lost", "pipe", "folder"])
    func inTheWay(what: String) throws {
        let elsewhere = folder.write("elsewhere", "precious")
        switch what {
        case "link": #expect(symlink(elsewhere, path) == 0)
        case "lost": #expect(symlink("nowhere", path) == 0)
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        default: folder.makeFolder("out.txt")
        }
        let kind = FileKind(at: path)
        #expect { try PrivateFile.write([1], to: path) } throws: {
            ($0 as? FileError)?.kind == .unwritable && ($0 as? FileError)?.message.hasPrefix("this is a ") == true
        }
        #expect(FileKind(at: path) == kind)
        #expect(text(elsewhere) == "precious")
        #expect(names == ["elsewhere", "out.txt"])
    }

    @Test("A device is refused", arguments: ["/dev/null", "/dev/full"])
    func device(path: String) {
        #expect { try PrivateFile(path) } throws: { ($0 as? FileError)?.kind == .unwritable }
        #expect(FileKind(at: path) == .other)
    }

    @Test("What comes to stand there meanwhile is not replaced either")
    func meanwhile() throws {
        let elsewhere = folder.write("elsewhere", "precious")
        let file = try PrivateFile(path)
        try file.write("new")
        #expect(symlink(elsewhere, path) == 0)
        #expect { try file.finish() } throws: { ($0 as? FileError)?.kind == .unwritable }
        #expect(FileKind(at: path) == .link)
        #expect(text(elsewhere) == "precious")
        #expect(names == ["elsewhere", "out.txt"])
    }

    @Test("Other names of the same file keep what it held")
    func hardLink() throws {
        folder.write("out.txt", "old")
        #expect(hardLinked(path, folder.file("other")) == 0)
        try PrivateFile.write(Array("new".utf8), to: path)
        #expect(text(path) == "new")
        #expect(text(folder.file("other")) == "old")
    }

    @Test("What a killed writer left goes; names of others and of one that still writes stay")
    func leftovers() throws {
        let others = [
            ".limelight-0123.part", ".limelight-0123456789abcdeg.part", ".limelight-0123456789abcdef.part.txt",
            "limelight-0123456789abcdef.part",
        ]
        for name in others { folder.write(name, "theirs") }
        folder.write(".limelight-0123456789abcdef.part", "left behind")
        folder.makeFolder(".limelight-fedcba9876543210.scratch")
        folder.write(".limelight-fedcba9876543210.scratch/copy", "left behind")
        folder.makeFolder(".limelight-0000000000000001.part")
        let first = try PrivateFile(folder.file("first"))
        try first.write("first")
        let scratch = try ScratchFolder(in: folder.path)
        try PrivateFile.write(Array("second".utf8), to: scratch.file("second"))
        try PrivateFile.write(Array("third".utf8), to: folder.file("third"))
        #expect(text(scratch.file("second")) == "second")
        try first.finish()
        #expect(text(folder.file("first")) == "first")
        let kept = names.filter { !scratch.path.hasSuffix($0) }
        #expect(kept == (others + ["first", "third", ".limelight-0000000000000001.part"]).sorted())
    }

    @Test("The folder stays the same one, whatever becomes of its name")
    func moved() throws {
        folder.makeFolder("here")
        let file = try PrivateFile(folder.file("here/out.txt"))
        try file.write("new")
        #expect(rename(folder.file("here"), folder.file("there")) == 0)
        folder.makeFolder("here")
        try file.finish()
        #expect(text(folder.file("there/out.txt")) == "new")
        #expect(FolderReader.entries(of: folder.file("here"))?.isEmpty == true)
    }

    @Test(
        "A place that takes no file is told, with what to do",
        arguments: ["", "/", ".", "..", "nowhere/out.txt", String(repeating: "n", count: 300)])
    func places(name: String) {
        let path = name.isEmpty || name == "/" ? name : folder.file(name)
        #expect { try PrivateFile.write([1], to: path) } throws: {
            ($0 as? FileError)?.kind == .unwritable && ($0 as? FileError)?.hint.isEmpty == false
        }
        #expect(names.isEmpty)
    }

    @Test("A name may be as long as the file system lets it")
    func longName() throws {
        let path = folder.file(String(repeating: "n", count: 255))
        try PrivateFile.write([65], to: path)
        #expect(text(path) == "A")
    }

    @Test("Writers beside each other lose nothing")
    func beside() async throws {
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask { [path] in
                    for _ in 0..<20 {
                        try? PrivateFile.write(Array(repeating: UInt8(65 + number), count: 100_000), to: path)
                    }
                }
            }
        }
        let bytes = try FileReader.read(path, limit: 1 << 20)
        #expect(bytes.count == 100_000)
        #expect(Set(bytes).count == 1)
        #expect(names == ["out.txt"])
    }

    @Test("A file that another program made is put in its place, and stays where it was if that is refused")
    func put() throws {
        folder.write("made", "new")
        chmod(folder.file("made"), 0o644)
        folder.write("out.txt", "old")
        try PrivateFile.put(folder.file("made"), at: path)
        #expect(text(path) == "new")
        #expect(mode(path) == 0o600)
        #expect(names == ["out.txt"])
        folder.write("made", "newer")
        #expect(symlink(path, folder.file("link")) == 0)
        #expect(throws: FileError.self) { try PrivateFile.put(folder.file("made"), at: folder.file("link")) }
        #expect(throws: FileError.self) { try PrivateFile.put(folder.file("link"), at: path) }
        #expect(names == ["link", "made", "out.txt"])
    }

    @Test("A scratch folder is its owner's alone and gone afterwards, with what is in it")
    func scratch() throws {
        do {
            let scratch = try ScratchFolder(beside: path)
            #expect(mode(scratch.path) == 0o700)
            try PrivateFile.write([1], to: scratch.file("a"))
            folder.write(String(scratch.path.dropFirst(folder.path.count + 1)) + "/b", "2")
            #expect(names.count == 1)
        }
        #expect(names.isEmpty)
    }
}

private func hardLinked(_ old: String, _ new: String) -> Int32 { link(old, new) }
