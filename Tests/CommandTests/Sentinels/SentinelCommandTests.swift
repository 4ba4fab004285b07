import Foundation
import TestSupport
import Testing

/// What is private, and what is other people's, in everything that a command prints or writes.
@Suite("Sentinels: what no command says")
struct SentinelCommandTests {
    let world: SentinelWorld
    let planting: [SentinelWorld.Run]
    let leaves: [CommandTree.Leaf]

    init() throws {
        let binary = try #require(TranscriptTests.binary)
        world = try SentinelWorld(binary: binary)
        planting = try world.plant()
        leaves = try world.commands()
    }

    /// Not run here, each for a reason.
    static let left = [
        "serve": "does not end by itself; its pages have sentinels of their own",
        "help": "has no ledger", "demo": "wants an empty ledger",
        "mcp": "does not end by itself", "routine on": "changes the machine", "routine off": "changes the machine",
    ]

    /// How commands that do nothing without arguments are called; `ID` is a piece, `SOURCE` and `CLAIM` what they say.
    static let arguments: [String: [[String]]] = [
        "log": [["plain words"]], "start": [["plain words"]], "edit": [["ID", "--text", "other words"]],
        "remove": [["ID"]], "import git": [["."]], "import calendar": [["work.ics"]], "import inbox": [["inbox.txt"]],
        "import notes": [["inbox.txt"]],
        "import auto": [[".", "--yes"]], "sources remove": [["SOURCE"]],
        "sources default": [["SOURCE", "growth"]], "sources answer": [["SOURCE", "shared", "nothing"]],
        "sources open-to": [["SOURCE", "Maria Keller"]],
        "sources private": [["SOURCE"], ["SOURCE", "--yes"], ["SOURCE", "--off"]],
        "me add": [["mina@example.com"]], "me remove": [["mina@example.org"]], "picture task": [["restore"], ["ID"]],
        "search": [["zqseenreview"], ["kind:event"], ["kind:commit"], ["is:work"], ["source:attic"]],
        "show": [["ID"]],
        "people show": [
            ["Maria Keller", "--all"], ["Omar Haddad", "--all"], ["Omar Haddad"], ["Omar Haddad", "--hand-over"],
        ],
        "correct": [["ID", "--arena", "job"]], "job load": [["job.yaml"]], "result add": [["a result"]],
        "result suggest": [["--in", "year"], ["--in", "year", "--json"]],
        "result cite": [["CLAIM", "ID"], ["CLAIM", "--search", "restore", "--yes"], ["CLAIM", "--yes"]],
        "result from-notes": [[], ["--all"]],
        "result edit": [["CLAIM", "--figure", "1 day -> 50 min"]], "asked add": [["Maria Keller", "a map"]],
        "asked answered": [["ID"]], "asked declined": [["ID"]], "people rest": [["Maria Keller"]], "fine": [["record"]],
        "result show": [["CLAIM"]], "result became": [["CLAIM", "stands"], ["CLAIM", "other words"]],
        "result reword": [["CLAIM", "other words"]], "result dismiss": [["CLAIM"]],
        "told": [["Maria Keller", "CLAIM"]], "heard": [["Maria Keller", "well done", "--result", "CLAIM"]],
        "scope agree": [["payments", "--with", "Maria Keller"]], "export": [["-"]], "restore": [["job.yaml"]],
        "forget": [["ID"], ["ID", "--yes"]], "private": [["ID"], ["ID", "--yes"]],
        "people merge": [["Maria Keller", "Omar Haddad"]], "people split": [["Maria Keller", "omar@example.org"]],
        "people apart": [["Maria Keller", "Omar Haddad"]], "people later": [["Maria Keller", "Omar Haddad"]],
        "people program": [["Maria Keller", "--no"]],
        "block answer": [["ID", "for-me"], ["--week", "2026-03-09", "taken"], ["Restore course", "work"]],
        "people forget": [["Omar Haddad"], ["Omar Haddad", "--yes"]],
    ]

    /// What is run of each command: as it is, with every option that shows more, and with `--json`.
    private func calls(_ leaf: CommandTree.Leaf) throws -> [[String]] {
        if leaf.words.first == "report" {
            return ["html", "md", "json"].flatMap { ending in
                [[], ["--for", "Maria Keller"]].map {
                    leaf.words + ["-o", "report.\(ending)", "--in", "year"] + $0
                }
            }
        }
        var calls = Self.arguments[leaf.name] ?? []
        if calls.isEmpty {
            guard !leaf.needsArguments else {
                Issue.record("say in `arguments` how `\(leaf.name)` is called, or in `left` why not")
                return []
            }
            calls = [[]]
        }
        if leaf.options.contains("in") { calls += calls.map { $0 + ["--in", "2026-03"] } }
        if leaf.options.contains("by") {
            calls += ["day", "source", "project", "person"].map { ["--by", $0, "--in", "2026-03"] }
        }
        if leaf.options.contains("json") { calls += calls.map { $0 + ["--json"] } }
        let pieces = try world.ids("kind:event") + world.ids("kind:commit") + world.ids("kind:note")
        let claim = try world.run(["result", "list", "--json"]).out.firstMatch(of: /"id": "([a-z0-9]{17})"/)
        let sources = try world.sources().map(\.id)
        return try calls.flatMap { call -> [[String]] in
            var full = [leaf.words + call]
            for (word, values) in [("ID", pieces), ("SOURCE", sources)] where call.contains(word) {
                full = full.flatMap { line in values.map { value in line.map { $0 == word ? value : $0 } } }
            }
            guard call.contains("CLAIM") else { return full }
            let id = String(try #require(claim).output.1)
            return full.map { line in line.map { $0 == "CLAIM" ? id : $0 } }
        }
    }

    @Test("Nothing private, no word of another's commit, and no time of day at which another worked")
    func everyCommand() throws {
        #expect(leaves.count > 40)
        var ran = 0
        var shown: Set<String> = []
        for run in planting { expectSilent(run) }
        for leaf in leaves where Self.left[leaf.name] == nil {
            for call in try calls(leaf) {
                let run = try world.runAside(call)
                #expect(run.code != nil, "\(call) does not end by itself")
                expectSilent(run)
                shown.formUnion(Sentinels.found(Sentinels.open, in: run.out))
                ran += 1
            }
        }
        #expect(ran > 150)
        #expect(shown.isSuperset(of: ["zqseenreview", "zqseencommit", "zqseennaming", "zqseenlater", "zqseennote"]))
    }

    @Test("No report holds what is only for the person")
    func reports() throws {
        let reports = leaves.filter { $0.words.first == "report" }
        #expect(!reports.isEmpty)
        // The person sees it, so it is there.
        let own = try ["guard", "backstage", "value"].map { try world.run([$0, "--in", "2026-03"]).out }.joined()
        #expect(Set(Sentinels.found(Sentinels.onlyForYou, in: own)).isSuperset(of: ["zqownkin", "zqownrunbook"]))
        for leaf in reports {
            for call in try calls(leaf) {
                let run = try world.runAside(call)
                #expect(run.code == 0, "\(call): \(run.err)")
                let report = world.text(call[call.firstIndex(of: "-o")! + 1])
                #expect(report.contains("Restore takes an hour"), "\(call)")
                for mark in [Sentinels.hidden, Sentinels.onlyForYou] {
                    let found = Sentinels.found(mark, in: report)
                    #expect(found.isEmpty, "\(call)")
                }
                #expect(Sentinels.othersTimes(in: report).isEmpty, "\(call)")
                #expect(!report.lowercased().contains("only for you"), "\(call)")
            }
        }
    }

    @Test("A search for a hidden word finds nothing")
    func search() throws {
        for word in ["zqhidetitle", "zqhidesubject", "zqhiderepo", "zqhidehome", "zqhidefriend"] {
            for query in [word, "person:\(word)", "source:\(word)", "project:\(word)", "tag:\(word)"] {
                let run = try world.run(["search", query, "--json"])
                #expect(run.code == 1, "\(query)")
                #expect(run.out.contains("\"total\": 0"), "\(query)")
            }
        }
        #expect(try world.run(["search", "zqseenreview"]).code == 0)
    }

    @Test("What `people show --all` gives of somebody is rows and quarters")
    func people() throws {
        let run = try world.run(["people", "show", "Omar Haddad", "--all", "--json"])
        #expect(run.code == 0)
        let object = try JSONSerialization.jsonObject(with: Data(run.out.utf8))
        let keys = Set(Self.keys(object))
        // A new key is looked at before it is let in here.
        let known: Set<String> = [
            "schema", "person", "id", "name", "identities", "evidence_count", "evidence_query", "commit_rows",
            "commit_rows_from", "commit_rows_to", "role", "named", "tellings", "day", "result", "heard", "pieces",
            "kind",
            "title", "held", "ahead", "names_others", "all", "only_in_text", "texts", "series", "paths", "actions",
            "mark", "open", "words",
        ]
        #expect(keys.subtracting(known).isEmpty)
        let lines = Set(run.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        #expect(lines.isSuperset(of: ["\"commit_rows\": 1,", "\"commit_rows_from\": \"2026-Q1\","]))
        let printed = try world.run(["people", "show", "Omar Haddad", "--all"]).out + run.out
        #expect(printed.matches(of: /[0-9]{1,2}:[0-9]{2}/).isEmpty)
        #expect(lines.contains("\"day\": \"2026-03-11\","))
    }

    @Test("Neither the ledger's file nor an export holds any of it")
    func file() throws {
        for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
            let found = Sentinels.found(Sentinels.hidden, in: world.text(name))
            #expect(found.isEmpty, "\(name)")
        }
        let export = try world.run(["export", "-"]).out
        let found = Sentinels.found(Sentinels.hidden, in: export)
        #expect(found.isEmpty)
        #expect(!Sentinels.found(Sentinels.open, in: export).isEmpty)
    }

    private func expectSilent(_ run: SentinelWorld.Run) {
        let hidden = Sentinels.found(Sentinels.hidden, in: run.said)
        #expect(hidden.isEmpty, "\(run.arguments)")
        let times = Sentinels.othersTimes(in: run.said)
        #expect(times.isEmpty, "\(run.arguments)")
    }

    private static func keys(_ value: Any) -> [String] {
        if let object = value as? [String: Any] { return object.keys + object.values.flatMap(keys) }
        return (value as? [Any] ?? []).flatMap(keys)
    }
}
