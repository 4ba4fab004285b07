import Foundation
import LedgerModel
import TestSupport
import Testing

@testable import TraceSources

@Suite("Git repositories with odd and hostile content")
struct GitHostileTests {
    @Test("nothing that a repository configures is started")
    func nothingStarted() async throws {
        let fixture = try GitFixture()
        let witness = fixture.folder + "/witness"
        let script = fixture.folder + "/script"
        try Data("#!/bin/sh\necho ran >> '\(witness)'\ncat \"$1\" 2>/dev/null\nexit 0\n".utf8)
            .write(to: URL(fileURLWithPath: script))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        try fixture.write("*.txt diff=planted filter=planted\n", to: ".gitattributes")
        try fixture.addHistory()
        for (key, value) in [
            ("core.fsmonitor", script), ("core.hooksPath", fixture.folder), ("core.pager", script),
            ("pager.log", script), ("diff.external", script), ("diff.planted.textconv", script),
            ("diff.planted.command", script), ("filter.planted.clean", script), ("filter.planted.smudge", script),
            ("gpg.program", script), ("log.showSignature", "true"), ("core.sshCommand", script),
            ("core.gitProxy", script), ("core.askPass", script), ("credential.helper", script),
            ("core.editor", script), ("sequence.editor", script), ("uploadpack.packObjectsHook", script),
            ("alias.log", "!" + script), ("alias.diff-tree", "!" + script), ("trace2.normalTarget", witness),
            ("diff.orderFile", fixture.folder + "/nothing"), ("core.alternateRefsCommand", script),
        ] {
            try fixture.git(["config", key, value])
        }
        // The plant works: git itself starts it.
        _ = try? fixture.git(["diff", "HEAD~1", "--ext-diff"])
        #expect(FileManager.default.fileExists(atPath: witness))
        try? FileManager.default.removeItem(atPath: witness)

        let repository = try await GitRepository.open(fixture.path)
        let all = try await Gathered(fixture.path)
        _ = try await repository.configuredIdentities()
        _ = try await repository.isPartial()
        _ = try await repository.overview(me: Gathered.me, now: Gathered.now)
        try await repository.reachableShas { _ in }
        #expect(all.reading.read == 8)
        #expect(all.draft("Count by twos")?.measure("lines_added") == 3)
        #expect(!FileManager.default.fileExists(atPath: witness))
    }

    @Test("the surrounding shell's git variables do not reach the repository")
    func environment() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let other = try GitFixture(name: "Other")
        try other.commit("Elsewhere")
        setenv("GIT_DIR", other.path + "/.git", 1)
        setenv("GIT_WORK_TREE", other.path, 1)
        defer {
            unsetenv("GIT_DIR")
            unsetenv("GIT_WORK_TREE")
        }
        #expect(try await Gathered(fixture.path).reading.read == 8)
    }

    @Test("a message that is not UTF-8 is repaired and named")
    func latinMessage() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        let tree = try fixture.git(["rev-parse", "HEAD^{tree}"])
        var raw = Data(
            """
            tree \(tree)
            author Mina Weber <mina@example.org> 1773738000 +0100
            committer Mina Weber <mina@example.org> 1773738000 +0100


            """.utf8)
        raw.append(contentsOf: [0x47, 0x72, 0xFC, 0xDF, 0x65])
        let sha = try fixture.commit(raw: raw, branch: "latin")
        let all = try await Gathered(fixture.path)
        let draft = try #require(all.own.first { $0.externalID == sha })
        #expect(draft.title == "Gr\u{FFFD}\u{FFFD}e")
        #expect(all.reading.diagnostics.list.map(\.location) == [sha])
        #expect(all.warnings == ["the message is not UTF-8: unreadable characters were replaced"])
    }

    @Test(
        "odd dates are kept, marked and named",
        arguments: [
            ("0 +0000", true, "dated before 1990: kept, off the timeline"),
            ("631151999 +0100", true, "dated before 1990: kept, off the timeline"),
            ("1773900000 +0100", false, "dated more than a day after this import"),
            ("nonsense", true, "the author date cannot be read: kept, off the timeline"),
            ("99999999999999999999999 +0000", true, "dated before 1990: kept, off the timeline"),
        ])
    func dates(date: String, isOdd: Bool, warning: String) async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        let tree = try fixture.git(["rev-parse", "HEAD^{tree}"])
        let raw = """
            tree \(tree)
            author Mina Weber <mina@example.org> \(date)
            committer Mina Weber <mina@example.org> 1773738000 +0100

            Odd
            """
        let sha = try fixture.commit(raw: Data(raw.utf8), branch: "odd")
        let all = try await Gathered(fixture.path)
        #expect(all.reading.read == 2)
        #expect(all.draft("Odd")?.flags.contains(.oddDate) == isOdd)
        #expect(all.warnings == [warning])
        #expect(all.reading.diagnostics.list.map(\.location) == [sha])
    }

    @Test("file names with newlines, quotes, tabs and marks are read as they are")
    func fileNames() async throws {
        let fixture = try GitFixture()
        let names = [
            "new\nline", "quo\"te", "ta\tb", "=", "=\n", "-\t-\tbinary", "ümlaut", "a b",
            String(repeating: "0", count: 40),
        ]
        for name in names { try fixture.write("x\n", to: name) }
        try fixture.commit("Mine")
        for name in names { try fixture.write("y\n", to: name) }
        try fixture.commit("Omar's", by: "Omar <omar@example.org>")
        let all = try await Gathered(fixture.path)
        #expect(Set(all.own[0].paths) == Set(names))
        #expect(all.own[0].measure("lines_added") == Int64(names.count))
        #expect(Set(all.others[0].paths) == Set(names))
        #expect(all.warnings.isEmpty)
    }

    @Test("a damaged blob and a damaged tree cost their commit's changes only")
    func damaged() async throws {
        let fixture = try GitFixture()
        for day in 2...9 {
            try fixture.write("line \(day)\n", to: "file")
            try fixture.write("line \(day)\n", to: "folder\(day)/file")
            try fixture.commit("Day \(day)", at: "2026-03-0\(day)T09:00:00+0100")
        }
        let blob = try fixture.git(["rev-parse", "HEAD~2:file"])
        let tree = try fixture.git(["rev-parse", "HEAD~5:folder4"])
        for sha in [blob, tree] {
            try FileManager.default.removeItem(
                atPath: fixture.path + "/.git/objects/\(sha.prefix(2))/\(sha.dropFirst(2))")
        }
        for me in [Gathered.me, []] {
            let all = try await Gathered(fixture.path, me: me)
            #expect(all.reading.read == 8)
            #expect(all.reading.isComplete)
            #expect(all.everySha.count == 8)
            if me.isEmpty {
                #expect(all.warnings.count == 1)
                #expect(all.others.filter { $0.paths.isEmpty }.count == 1)
            } else {
                #expect(all.warnings.count == 3)
                #expect(
                    all.own.filter { $0.measure("lines_added") == nil }.map(\.title) == ["Day 8", "Day 7", "Day 4"])
                #expect(all.own.filter(\.paths.isEmpty).map(\.title) == ["Day 4"])
            }
        }
    }

    @Test("a missing commit ends the history there with a warning, and the rest is read")
    func missingCommit() async throws {
        let fixture = try GitFixture()
        var shas: [String] = []
        for day in 2...9 {
            try fixture.write("line \(day)\n", to: "file\(day)")
            shas.append(try fixture.commit("Day \(day)", at: "2026-03-0\(day)T09:00:00+0100"))
        }
        try fixture.git(["branch", "old", shas[1]])
        let lost = shas[4]
        let file = fixture.path + "/.git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))"
        let object = try Data(contentsOf: URL(fileURLWithPath: file))
        try FileManager.default.removeItem(atPath: file)
        let all = try await Gathered(fixture.path)
        #expect(Set(all.own.map(\.title)) == ["Day 9", "Day 8", "Day 7", "Day 3", "Day 2"])
        #expect(all.reading.read == 5)
        #expect(all.reading.isComplete)
        #expect(all.draft("Day 7")?.measures == [])
        #expect(all.reading.diagnostics.list.map(\.location).contains(lost))
        let again = try await Gathered(fixture.path, since: all.reading.state)
        #expect(again.reading.read == 0)

        try object.write(to: URL(fileURLWithPath: file))
        let mended = try await Gathered(fixture.path, since: again.reading.state)
        #expect(mended.reading.read == 8)
        #expect(mended.warnings.isEmpty)
    }

    @Test("a branch that points to nothing is named, and the others are read")
    func brokenBranch() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let missing = String(repeating: "ab", count: 20)
        try fixture.write(missing + "\n", to: ".git/refs/heads/broken")
        let all = try await Gathered(fixture.path)
        #expect(all.reading.read == 8)
        #expect(all.reading.diagnostics.list.map(\.location) == [missing])
    }

    @Test("a repository that vanishes half-way leaves what was read, and a warning")
    func vanishing() async throws {
        let fixture = try GitFixture()
        try fixture.git(["-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet"], input: manyCommits(4_000))
        let repository = try await GitRepository.open(fixture.path)
        var kept = 0
        let reading = try await repository.read(me: Gathered.me, now: Gathered.now) { batch in
            if kept == 0 {
                try FileManager.default.moveItem(
                    atPath: fixture.path + "/.git/objects", toPath: fixture.folder + "/gone")
            }
            kept += batch.own.count
            #expect(batch.own.allSatisfy { !$0.measures.isEmpty })
        }
        #expect(kept > 0)
        #expect(kept < 4_000)
        #expect(reading.read == kept)
        #expect(!reading.isComplete)
        #expect(reading.state == nil)
        #expect(reading.diagnostics.list.last?.message.contains("disappeared") == true)
    }

    /// A stream for fast-import: one line changed a commit.
    private func manyCommits(_ count: Int) -> Data {
        var text = ""
        for index in 1...count {
            let message = "Number \(index)"
            let content = String(repeating: "line \(index)\n", count: 200)
            text += """
                commit refs/heads/main
                mark :\(index)
                author Mina Weber <mina@example.org> \(1_700_000_000 + index * 60) +0100
                committer Mina Weber <mina@example.org> \(1_700_000_000 + index * 60) +0100
                data \(message.utf8.count)
                \(message)
                M 644 inline file
                data \(content.utf8.count)
                \(content)

                """
        }
        return Data(text.utf8)
    }

    @Test("another user's repository is explained, never overridden")
    func ownership() async throws {
        guard geteuid() == 0 else { return }
        let fixture = try GitFixture()
        try fixture.addHistory()
        for place in [fixture.path, fixture.path + "/.git"] { #expect(chown(place, 12_345, 12_345) == 0) }
        await #expect { _ = try await Gathered(fixture.path) } throws: { error in
            let error = error as? LedgerError
            guard error?.code == .dubiousOwnership, case .trustRepository? = error?.hint.offers.first else {
                return false
            }
            return true
        }
    }
}
