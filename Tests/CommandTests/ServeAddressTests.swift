import Foundation
import TestSupport
import Testing

/// A machine that has 127.0.0.1 and no other address.
@Suite(
    "Where a ledger is served",
    .enabled(
        if: NetworkCut.launcher != nil && NetworkCut.shell("PATH=$PATH:/usr/sbin:/sbin; command -v ip") != nil,
        "this machine does not let us make a network namespace, or has no `ip`"))
struct ServeAddressTests {
    @Test("Without its own address it is served on 127.0.0.1, and says so")
    func fallsBack() throws {
        let launcher = try #require(NetworkCut.launcher)
        let binary = try #require(TranscriptTests.binary).path
        let folder = TemporaryFolder()
        let script = folder.write(
            "serve.sh",
            """
            export PATH=$PATH:/usr/sbin:/sbin HOME='\(folder.path)' LIMELIGHT_LEDGER='\(folder.file("l.sqlite"))'
            ip link set lo up && ip addr del 127.0.0.1/8 dev lo && ip addr add 127.0.0.1/32 dev lo || exit 1
            '\(binary)' serve --port 0 > '\(folder.file("out"))' 2> '\(folder.file("err"))' &
            for _ in $(seq 600); do
              grep -q Ctrl-C '\(folder.file("out"))' && break
              kill -0 $! || break
              sleep 0.1
            done
            kill $!
            wait
            """)
        #expect(NetworkCut.shell("\(launcher)sh '\(script)'; true") != nil)
        #expect(SentinelWorld.text(folder.file("out")).contains("http://127.0.0.1:"))
        let said = SentinelWorld.text(folder.file("err"))
        let drawn = SentinelWorld.text(folder.file("l.sqlite.address")).split(separator: "\n").first ?? "nothing"
        #expect(said.hasPrefix("This machine does not let it listen on \(drawn), so it listens on 127.0.0.1."))
    }
}
