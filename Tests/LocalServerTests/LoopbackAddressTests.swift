import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("The address of a ledger's own", .serialized)
struct LoopbackAddressTests {
    let folder = TemporaryFolder()
    var ledger: String { folder.file("ledger.sqlite") }

    @Test(
        "Only an address that no other machine can reach",
        arguments: [
            ("127.0.0.1", true), ("127.82.5.9", true), ("127.255.255.254", true), ("localhost", true),
            ("0.0.0.0", false), ("192.168.1.4", false), ("126.0.0.1", false), ("128.0.0.1", false), ("127.1", false),
            ("127.0.0.256", false), ("127.0.0.01", false), ("127.0.0.1.1", false), ("127..0.1", false), ("", false),
            ("127.0.0.0", false), ("127.255.255.255", false), ("::1", false), ("*", false), ("127.0.0.+1", false),
            ("example.com", false), ("127.0.0.1:80", false), (" 127.0.0.1", false),
        ])
    func given(text: String, isOurs: Bool) {
        #expect((LoopbackAddress(text) != nil) == isOurs)
        if !isOurs {
            let error = #expect(throws: LedgerError.self) { try LoopbackAddress(given: text) }
            #expect(error?.code == .usage)
        }
    }

    @Test("One is drawn beside those on which others listen, and rarely the same twice")
    func drawn() {
        var random = SeededGenerator(seed: 17)
        let drawn = (0..<5_000).map { _ in LoopbackAddress.drawn(using: &random) }
        #expect(drawn.allSatisfy { LoopbackAddress($0.description) == $0 && !$0.description.hasPrefix("127.0.0.") })
        #expect(drawn.allSatisfy { !$0.description.hasSuffix(".0") && !$0.description.hasSuffix(".255") })
        #expect(Set(drawn).count > 4_950)
    }

    #if os(Linux)
        @Test("It is kept beside the ledger, for its owner alone, and drawn anew if it cannot be read")
        func kept() throws {
            let first = LoopbackAddress.own(of: ledger)
            #expect(LoopbackAddress.own(of: ledger) == first)
            let path = LoopbackAddress.path(beside: ledger)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            for bad in ["", "192.168.1.4\n", "127.0.0.1; rm\n", String(repeating: "1", count: 500)] {
                folder.write("ledger.sqlite.address", bad)
                let again = LoopbackAddress.own(of: ledger)
                #expect(LoopbackAddress(again.description) == again)
                #expect(LoopbackAddress.own(of: ledger) == again)
            }
        }

        @Test("A ledger is served there and nowhere else, and its links say so")
        func served() async throws {
            let here = try ServerWorld()
            let (places, announced) = AsyncStream.makeStream(of: LocalServer.Place.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await LocalServer.run(here.ledger, port: 0, demo: nil) { announced.yield($0) } }
                let place = try #require(await places.first { _ in true })
                #expect(place.address != .shared && place.unusable == nil)
                let base = "http://\(place.address):\(place.port)/enter?token="
                #expect(place.link.hasPrefix(base))
                #expect(try LocalServer.newLink(ledger: here.ledger.path).link.hasPrefix(base))
                for name in [place.address.description, "127.0.0.1", "localhost"] {
                    let answer = await RawClient.ask(
                        LiveTests.request("GET /", host: "\(name):\(place.port)"), port: place.port,
                        host: place.address.description)
                    #expect(answer.hasPrefix("HTTP/1.1 401"), "\(name)")
                }
                #expect(!RawClient.canConnect("127.0.0.1", port: place.port))
                let other = await RawClient.ask(
                    LiveTests.request("GET /", host: "127.0.0.2:\(place.port)"), port: place.port,
                    host: place.address.description)
                #expect(other.hasPrefix("HTTP/1.1 421"))
                group.cancelAll()
            }
        }
    #endif
}
