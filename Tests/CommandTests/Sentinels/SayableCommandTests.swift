import Foundation
import TestSupport
import Testing

/// A note about one person, and whatever else names somebody, in everything that a command makes for another.
@Suite("Sayable: no command says to one person what is about another")
struct SayableCommandTests {
    let world: SentinelWorld

    init() throws {
        world = try SentinelWorld(binary: try #require(TranscriptTests.binary))
        let (harbour, elsewhere) = (try Sentinels.harbour(), try Sentinels.elsewhere())
        world.folder.write("shared.ics", Sentinels.sayableCalendar)
        world.folder.write("sayable.yaml", Sentinels.sayableJob)
        var runs = [
            ["me", "add", "mina@example.org"], ["job", "load", "sayable.yaml"],
            ["import", "calendar", "shared.ics", "--arena", "job"],
            ["import", "git", harbour.path, elsewhere.path, "--arena", "job"],
        ]
        for item in Sentinels.sayableNotes {
            runs.append(
                ["log", item.text] + item.tags.flatMap { ["--tag", $0] } + item.with.flatMap { ["--with", $0] }
                    + (item.saidBy.map { ["--said-by", $0] } ?? []))
        }
        for run in runs { #expect(try world.run(run).code == 0, "\(run)") }
        let cited = try ["zqabouttitle", "zqaboutcommit", "zqabouttrailer", "zqsaycommit", "zqaboutfirst"]
            .flatMap(world.ids).flatMap { ["--cite", $0] }
        for text in ["Zqsayresult: failover takes an hour", "Zqresult: Ann runs the failover alone"] {
            #expect(try world.run(["result", "add", text, "--objective", "resilience"] + cited).code == 0)
        }
        #expect(try world.run(["told", "Jonas", "zqsayresult"]).code == 0)
    }

    @Test("Whatever takes `--for NAME`, and the page to hand over")
    func madeForJonas() throws {
        let known: [String: [[String]]] = [
            "picture task": [["failover drill"], ["failover drill", "--json"], ["Ann’s failover drill"]],
            "report value": ["html", "md", "json"].map { ["-o", "for-jonas.\($0)", "--in", "year"] },
            "result five": ["html", "md", "json"].map { ["--line", "Calm nights", "-o", "for-jonas.\($0)"] },
        ]
        let leaves = try world.commands().filter { $0.values["for"] == "name" }
        #expect(Set(leaves.map(\.name)) == Set(known.keys), "say here how a new one is called")
        var shown: Set<String> = []
        func expectSayable(_ text: String, _ call: [String]) {
            for mark in [Sentinels.about, Sentinels.hidden] {
                #expect(Sentinels.found(mark, in: text).isEmpty, "\(call)")
            }
            shown.formUnion(Sentinels.found(Sentinels.say, in: text))
        }
        for leaf in leaves {
            for arguments in known[leaf.name] ?? [] {
                let call = leaf.words + arguments + ["--for", "Jonas"]
                let run = try world.runAside(call)
                #expect(run.code == 0, "\(call): \(run.err)")
                // What was typed now may name anybody; it is said to Jonas only if it does not.
                expectSayable(run.said, call)
                if let file = arguments.firstIndex(of: "-o") { expectSayable(world.text(arguments[file + 1]), call) }
            }
        }
        let handed = try world.runAside(["people", "show", "Jonas", "--hand-over"])
        expectSayable(handed.said, handed.arguments)
        #expect(handed.out.contains("Without words"))
        #expect(shown == ["zqsayevent", "zqsayannual", "zqsaycommit", "zqsaywish", "zqsayskill", "zqsayresult"])
    }

    @Test("Every sentence to say or send, whatever command prints it")
    func everyDraft() throws {
        var drafts = 0
        for leaf in try world.commands()
        where !leaf.needsArguments && SentinelCommandTests.left[leaf.name] == nil && leaf.name != "review" {
            let run = try world.runAside(leaf.words + (leaf.options.contains("in") ? ["--in", "year"] : []))
            for line in run.out.split(separator: "\n") where line.contains("│ ") || line.contains("> ") {
                drafts += 1
                #expect(Sentinels.found(Sentinels.about, in: String(line)).isEmpty, "\(leaf.name): \(line)")
                #expect(Sentinels.found(Sentinels.inReports, in: String(line)).isEmpty, "\(leaf.name): \(line)")
            }
        }
        #expect(drafts > 1)
        let json = try world.run(["value", "--in", "year", "--json"]).out
        let written = json.matches(of: /"draft": (.*)/).map { String($0.output.1) }
        #expect(written == ["null"])
    }

    @Test("A name that is not known is refused, with the nearest, and nothing is written")
    func refused() throws {
        for call in [
            ["picture", "task", "failover", "--for", "Jonsa"], ["report", "value", "--for", "Jonsa", "-o", "x.md"],
            ["result", "five", "--line", "x", "--for", "Jonsa", "-o", "x.md"], ["log", "more", "--said-by", "Jonsa"],
            ["people", "show", "Jonsa", "--hand-over"], ["sources", "open-to", "Elsewhere", "Jonsa"],
        ] {
            let run = try world.runAside(call)
            #expect(run.code == 2, "\(call)")
            #expect(run.err.contains("did you mean “Jonas Wirth”"), "\(call): \(run.err)")
            #expect(world.text("x.md").isEmpty)
        }
        let calendar = try world.run(["sources", "open-to", "Shared", "Jonas"])
        #expect(calendar.code == 2)
        #expect(calendar.err.contains("only a repository"))
    }
}
