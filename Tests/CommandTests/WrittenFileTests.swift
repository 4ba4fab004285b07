import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Disks that are full, files that may not grow, folders that can only be read, and names that are taken.
@Suite("What cannot be written is told, and nothing is lost")
struct WrittenFileTests {
    let world: BinaryWorld

    init() throws {
        world = try BinaryWorld()
        try world.fill(notes: 400)
    }

    static let writers = [
        "export FILE", "report value -o FILE.html", "report value -o FILE.md", "review --week 2026-03-09 -o FILE.html",
    ]

    @Test("No link, pipe or folder is replaced", arguments: writers)
    func inTheWay(command: String) throws {
        let file = command.hasSuffix("FILE") ? "out" : "out." + (command.split(separator: ".").last ?? "")
        let line = "limelight " + command.replacing("FILE", with: "out")
        world.folder.write("precious", "precious")
        for (kind, make) in [
            ("link", "ln -s precious \(file)"), ("pipe", "mkfifo \(file)"), ("folder", "mkdir \(file)"),
        ] {
            #expect(try world.run(make).code == 0)
            let before = world.names()
            let end = try world.run(line)
            #expect(end.code == 2, "\(kind)")
            #expect(end.complaint.contains("limelight: error: \(file): this is a "), "\(kind): \(end.complaint)")
            #expect(world.names() == before)
            #expect(world.text("precious") == "precious")
            #expect(
                try world.run("test -\(["link": "L", "pipe": "p", "folder": "d"][kind] ?? "f") \(file)").code == 0)
            #expect(try world.run("rm -r \(file)").code == 0)
        }
        // Code 1 says that a report has no result.
        #expect([0, 1].contains(try world.run(line).code))
        #expect(world.names().contains(file))
        #expect(world.names().allSatisfy { !$0.hasPrefix(".limelight-") })
    }

    @Test("The ledger itself is never written over", arguments: writers + ["doctor --save FILE"])
    func ownFile(command: String) throws {
        let file = command.hasSuffix("FILE") ? "own" : "own." + (command.split(separator: ".").last ?? "")
        #expect(try world.run("limelight export before && limelight restore before --ledger \(file)").code == 0)
        #expect(try world.run("ln \(file) same-\(file)").code == 0)
        for name in [file, "./\(file)", "same-\(file)"] {
            let bare = String(name.dropLast(file.count - "own".count))
            let end = try world.run("limelight \(command.replacing("FILE", with: bare)) --ledger \(file)")
            #expect(end.code == 2, "\(name)")
            #expect(end.complaint.contains("this is a file of the ledger itself"), "\(name): \(end.complaint)")
        }
        #expect(try world.run("limelight export after --ledger \(file) && cmp before after").code == 0)
    }

    /// In blocks of 512 bytes; SQLite's shared memory takes 64.
    @Test("A file that may not grow leaves the old one and no half one")
    func limit() throws {
        world.folder.write("out.jsonl", "old")
        let end = try world.run("ulimit -f 100; limelight export out.jsonl")
        #expect(end.code == 2)
        #expect(end.complaint.contains("out.jsonl: the file would be larger than files may be here"))
        #expect(world.text("out.jsonl") == "old")
        #expect(world.names().allSatisfy { !$0.hasPrefix(".limelight-") })
    }

    @Test("A ledger that may not grow keeps what it held, and goes on when it may")
    func ledgerLimit() throws {
        for command in ["log 'never kept'", "import inbox more.txt"] {
            let lines = (0..<4_000).map { "2026-03-16 10:00 never kept \($0)" }.joined(separator: "\n")
            world.folder.write("more.txt", lines)
            let end = try world.run("ulimit -f 8; limelight \(command)")
            #expect(end.code == 2, "\(command)")
            #expect(end.complaint.contains("the disk is full"), "\(command): \(end.complaint)")
        }
        #expect(try world.run("limelight search 'never kept'").code == 1)
        #expect(try world.run("limelight search drill").code == 0)
        #expect(try world.run("limelight log 'kept again'").code == 0)
        #expect(try world.run("limelight doctor | grep -q 'database: sound, 401 pieces'").code == 0)
        // One that could not be begun can be begun afterwards.
        #expect(try world.run("ulimit -f 8; limelight log first --ledger new.sqlite").code == 2)
        #expect(try world.run("limelight log first --ledger new.sqlite").code == 0)
    }

    /// What starts a line of shell with mounts of its own; nil where that is not allowed.
    static let mounting: String? = ["unshare -m", "unshare -rm"].first { launcher in
        NetworkCut.shell(
            "PATH=/usr/bin:/bin:/usr/sbin:/sbin; d=$(mktemp -d); \(launcher) mount -t tmpfs none $d >/dev/null && rmdir $d"
        )
            == ""
    }
    static let whyNot: Comment = "this machine does not let us mount (unshare -m)"

    private func mounted(_ mount: String, _ line: String) throws -> BinaryWorld.End {
        let launcher = try #require(Self.mounting)
        return try world.run(
            "mkdir -p m; \(launcher) sh -c 'limelight() { \"$LIMELIGHT\" \"$@\"; }; \(mount); \(line)'")
    }

    @Test(
        "A full disk: the old file stays, no half one does, and the ledger goes on when there is room",
        .enabled(if: mounting != nil, whyNot))
    func fullDisk() throws {
        let small = "mount -t tmpfs -o size=2m none m"
        let fill = "head -c 4000000 /dev/zero > m/fill 2> /dev/null"
        for command in ["export m/out", "report value -o m/out.md"] {
            let end = try mounted(
                small,
                "echo old > m/out; echo old > m/out.md; \(fill); limelight \(command) 2> complaint; echo $? > code; "
                    + "cat m/out m/out.md > kept; ls -A m > left")
            #expect(end.code == 0)
            #expect(world.text("code") == "2\n")
            #expect(world.text("complaint")?.contains("the disk is full") == true, "\(command)")
            #expect(world.text("kept") == "old\nold\n")
            #expect(world.text("left") == "fill\nout\nout.md\n")
        }
        let note = "limelight log --ledger m/l.sqlite"
        let end = try mounted(
            small,
            "\(note) before; \(fill); \(note) during; echo $? > code; rm m/fill; \(note) after; "
                + "limelight search before --ledger m/l.sqlite && limelight search after --ledger m/l.sqlite")
        #expect(end.code == 0)
        #expect(world.text("code") == "2\n")
        #expect(end.complaint.contains("the disk is full"))
    }

    @Test("A folder that can only be read is told", .enabled(if: mounting != nil, whyNot))
    func readOnly() throws {
        let readOnly = "mount --bind m m; mount -o remount,ro,bind m"
        #expect(try world.run("mkdir m; echo old > m/out; limelight log before --ledger m/l.sqlite").code == 0)
        for command in ["export m/out", "report value -o m/out.md"] {
            let end = try mounted(readOnly, "limelight \(command)")
            #expect(end.code == 2)
            #expect(end.complaint.contains("its folder is read-only\n  Choose another folder."), "\(command)")
        }
        for command in ["log during", "import inbox inbox.txt"] {
            let end = try mounted(readOnly, "limelight \(command) --ledger m/l.sqlite")
            #expect(end.code == 2)
            #expect(end.complaint.contains("m/l.sqlite: the ledger cannot be "), "\(command): \(end.complaint)")
        }
        #expect(world.text("m/out") == "old\n")
        #expect(!world.names("m").contains("out.md"))
        #expect(try world.run("limelight search before --ledger m/l.sqlite").code == 0)
    }

    @Test("A salvage takes no file of the person's for its own")
    func salvage() throws {
        world.folder.write("saved.jsonl.scratch", "precious")
        #expect(try world.run("limelight doctor --save saved.jsonl").code == 0)
        #expect(world.text("saved.jsonl.scratch") == "precious")
        #expect(world.text("saved.jsonl")?.contains("restore drill 399") == true)
        #expect(world.names().allSatisfy { !$0.hasPrefix(".limelight-") })
    }
}
