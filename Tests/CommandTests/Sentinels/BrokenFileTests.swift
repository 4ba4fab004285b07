import Foundation
import TestSupport
import Testing

/// Messages name a place and what is wrong there; they never quote what was imported.
@Suite("Sentinels: what no message quotes")
struct BrokenFileTests {
    let world: SentinelWorld
    let readers: [CommandTree.Leaf]

    init() throws {
        let binary = try #require(TranscriptTests.binary)
        world = try SentinelWorld(binary: binary)
        readers = try world.commands().filter { $0.words.first == "import" || $0.name == "restore" }
        for (name, text) in Sentinels.broken { world.folder.write(name, text) }
    }

    @Test("Every reader on every broken file, told in words and in JSON")
    func brokenFiles() throws {
        #expect(readers.count >= 5)
        var complained = 0
        for reader in readers {
            for name in Sentinels.broken.map(\.name) {
                for more in [[], ["--json"]] where more.isEmpty || reader.options.contains("json") {
                    let yes = reader.options.contains("yes") ? ["--yes"] : []
                    world.folder.removeFile("aside.sqlite")
                    let run = try world.run(
                        reader.words + [name] + yes + more, ledger: world.folder.file("aside.sqlite"))
                    #expect(run.code != nil, "\(run.arguments) does not end by itself")
                    let quoted = Sentinels.found("zqhide", in: run.said)
                    #expect(quoted.isEmpty, "\(run.arguments): \(run.said.prefix(400))")
                    if !run.err.isEmpty { complained += 1 }
                    // What was told of a source is told again.
                    let again = try world.run(["sources"] + more, ledger: world.folder.file("aside.sqlite"))
                    #expect(Sentinels.found("zqhide", in: again.said).isEmpty, "sources after \(run.arguments)")
                }
            }
        }
        #expect(complained > 20)
    }

    @Test("A calendar's address that answers with something else is told without it, or its secret")
    func addresses() throws {
        let server = try CannedServer { path, _ in
            switch path {
            case let path where path.contains("missing"): CannedServer.reply("404 Zqhidereason", [], "Zqhidebody")
            case let path where path.contains("asks"):
                CannedServer.reply("401 Unauthorized", ["WWW-Authenticate: Basic realm=\"Zqhiderealm\""], "Zqhidebody")
            case let path where path.contains("moved"):
                CannedServer.reply("302 Found", ["Location: http://127.0.0.1:9/zqhidepath"], "")
            case let path where path.contains("page"):
                CannedServer.reply("200 OK", ["Content-Type: text/html"], "<title>Zqhidelogin</title>")
            case let path where path.contains("broken"): CannedServer.reply("200 OK", [], Sentinels.broken[1].text)
            default: CannedServer.reply("500 Zqhidereason", ["X-Zqhide: zqhideheader"], "Zqhidebody")
            }
        }
        defer { server.stop() }
        for place in ["missing", "asks", "moved", "page", "broken", "fails"] {
            let address =
                "http://zqhideuser:zqhidepassword@127.0.0.1:\(server.port)/\(place)/zqhidesecret.ics?token=zqhidetoken"
            for more in [[], ["--json"]] {
                let run = try world.run(["import", "calendar", address] + more)
                #expect(run.code != nil)
                let quoted = Sentinels.found("zqhide", in: run.said)
                #expect(quoted.isEmpty, "\(place): \(run.said)")
                let again = try world.run(["sync"] + more)
                #expect(Sentinels.found("zqhide", in: again.said).isEmpty, "sync after \(place): \(again.said)")
            }
        }
    }
}
