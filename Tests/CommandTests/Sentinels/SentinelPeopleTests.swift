import Foundation
import TestSupport
import Testing

/// Who was forgotten, and who is left out of a ledger, in everything that a command prints or writes afterwards.
@Suite("Sentinels: nobody who was forgotten or left out")
struct SentinelPeopleTests {
    let world: SentinelWorld
    let leaves: [CommandTree.Leaf]

    init() throws {
        let binary = try #require(TranscriptTests.binary)
        world = try SentinelWorld(binary: binary)
        leaves = try world.commands()
        _ = try world.run(["me", "add", "mina@example.org"])
    }

    /// Every command that runs without arguments, each piece, the file, and reports.
    private func expectSilent(_ mark: String, seen: Set<String>, searches: [String]) throws {
        var calls = leaves.filter { !$0.needsArguments && SentinelCommandTests.left[$0.name] == nil }.flatMap {
            leaf in leaf.options.contains("json") ? [leaf.words, leaf.words + ["--json"]] : [leaf.words]
        }
        for id in try world.ids("") { calls += [["show", id], ["show", id, "--json"]] }
        calls += [["export", "-"], ["picture", "--in", "2026-03"], ["totals", "--by", "person", "--in", "2026-03"]]
        calls += [["backstage", "--in", "2026-03", "--json"], ["people", "show", "forgotten", "--all"]]
        var shown: Set<String> = []
        for call in calls {
            let run = try world.runAside(call)
            #expect(run.code != nil, "\(call) does not end by itself")
            #expect(Sentinels.found(mark, in: run.said).isEmpty, "\(call)")
            #expect(!run.out.contains("forgotten-") || run.out.contains("{"), "\(call)")
            shown.formUnion(Sentinels.found(Sentinels.open, in: run.out))
        }
        #expect(shown.isSuperset(of: seen))
        for leaf in leaves where leaf.words.first == "report" {
            for ending in ["html", "md", "json"] {
                let run = try world.runAside(leaf.words + ["-o", "report.\(ending)", "--in", "year"])
                let report = world.text("report.\(ending)")
                // Code 1 says that it has no result.
                #expect([0, 1].contains(run.code) && !report.isEmpty)
                #expect(Sentinels.found(mark, in: report + run.said).isEmpty, "\(run.arguments)")
            }
        }
        for word in searches {
            let found = try world.run(["search", word, "--json"])
            #expect(found.out.contains("\"total\": 0"), "\(word)")
        }
        for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
            #expect(Sentinels.found(mark, in: world.text(name)).isEmpty, "\(name)")
        }
    }

    @Test("Forgotten: a name that only a calendar gives, a first name in a 1:1’s title, a co-author")
    func forgotten() throws {
        let code = try Sentinels.trailerRepository(Sentinels.goneName, mail: "zqgone@example.com")
        world.folder.write("pair.ics", Sentinels.goneCalendar)
        func read() throws -> [SentinelWorld.Run] {
            [
                try world.run(["import", "git", code.path, "--arena", "job"]),
                try world.run(["import", "calendar", "pair.ics", "--arena", "job"]), try world.run(["sync"]),
            ]
        }
        for run in try read() { #expect(run.code == 0, "\(run.err)") }
        let before = try world.run(["export", "-"]).out
        #expect(
            Set(Sentinels.found(Sentinels.gone, in: before)).isSuperset(of: [
                "zqgonefirst", "zqgonelast", "zqgonenick",
            ]))
        let asked = try world.run(["people", "forget", "zqgone@example.com"])
        #expect(asked.code == 1)
        #expect(asked.err.contains("is removed from six titles too"))
        #expect(asked.err.contains("is removed too, because it came with an address of theirs"))
        #expect(try world.run(["people", "forget", "zqgone@example.com", "--yes"]).code == 0)
        for _ in 0..<2 {
            for run in try read() { #expect(Sentinels.found(Sentinels.gone, in: run.said).isEmpty, "\(run.arguments)") }
        }
        try expectSilent(
            Sentinels.gone, seen: ["zqseenpair", "zqseengroup", "zqseentrailer", "zqseenchange"],
            searches: ["zqgonefirst", "zqgonenick", "zqgonecall", "person:zqgone"])
        let piece = try #require(try world.ids("zqseentrailer").first)
        let shown = try world.run(["show", piece]).out
        #expect(shown.contains("someone forgotten (co-author)"))
    }

    @Test("Left out: co-authors of one’s own commits, guests, and lists of them in descriptions")
    func leftOut() throws {
        #expect(try world.run(["setup", "--leave-out", "people"]).code == 0)
        let code = try Sentinels.trailerRepository("Zqleftone Zqlefttwo", mail: "zqleft@example.com")
        world.folder.write("guests.ics", Sentinels.leftOutCalendar)
        for _ in 0..<2 {
            for arguments in [["git", code.path], ["calendar", "guests.ics"]] {
                let run = try world.run(["import"] + arguments + ["--arena", "job"])
                #expect(run.code == 0, "\(run.err)")
                #expect(Sentinels.found(Sentinels.leftOut, in: run.said).isEmpty, "\(run.said)")
            }
        }
        try expectSilent(
            Sentinels.leftOut, seen: ["zqseenguests", "zqseenagenda", "zqseentrailer", "zqseenchange"],
            searches: ["zqleftone", "zqleftthree", "zqleft"])
    }

    @Test("A planted name that shows would be noticed")
    func canFail() throws {
        let code = try Sentinels.trailerRepository("Zqleftone Zqlefttwo", mail: "zqleft@example.com")
        _ = try world.run(["import", "git", code.path])
        #expect(!Sentinels.found(Sentinels.leftOut, in: try world.run(["export", "-"]).out).isEmpty)
    }
}
