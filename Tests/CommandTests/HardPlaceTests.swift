import Foundation
import TestSupport
import Testing

/// The built binary on a ledger that another program writes to, on a disk that cannot be written to, and on a full one.
@Suite("Hard places for a ledger")
struct HardPlaceTests {
    private static let path = "PATH=/usr/bin:/bin:/usr/sbin:/sbin"
    private static let canMount = NetworkCut.shell("\(path); unshare -m true") != nil
    private static let why: Comment = "this machine does not let us mount a folder of our own (unshare -m)"
    private static let canHold = NetworkCut.shell("\(path); command -v sqlite3 mkfifo") != nil

    private let folder = TemporaryFolder()

    /// What a script printed, errors among it; `$B` is the program.
    private func run(_ script: String) throws -> [String] {
        let binary = try #require(TranscriptTests.binary).path
        let file = folder.write(
            "script", "\(Self.path); B='\(binary)'; L='\(folder.file("d"))/l.sqlite'; cd '\(folder.path)'\n\(script)")
        let environment = "HOME='\(folder.path)' LIMELIGHT_LEDGER='\(folder.file("d"))/l.sqlite' TZ=Europe/Berlin"
        let printed = try #require(NetworkCut.shell("mkdir -p '\(folder.file("d"))'; \(environment) sh '\(file)' 2>&1"))
        return printed.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static let begin = """
        now='--now 2026-03-17T12:00:00Z'
        "$B" log one --for 60m --with Maria $now > /dev/null
        "$B" totals $now > /dev/null
        "$B" log two --for 30m --with Maria --at 2026-03-17T10:00:00Z $now > /dev/null
        ask() {
          "$B" totals --by person $now; "$B" totals --by day $now; "$B" search is:work $now; "$B" timeline $now
          for question in scope guard picture backstage value; do "$B" $question $now; done
        }

        """

    @Test(
        "While the program sqlite3 holds the write lock every answer is what it is afterwards",
        .enabled(if: canHold, "the program sqlite3 is not here"))
    func locked() throws {
        let printed = try run(
            Self.begin + """
                : > held; mkfifo orders; sqlite3 "$L" < orders >> held 2>&1 & exec 9> orders
                echo 'BEGIN IMMEDIATE; SELECT 7;' >&9
                until grep -q 7 held; do sleep 0.02; done
                ask > while; exec 9>&-; wait; ask > after
                cmp while after && grep -c "Maria  *1.5" while
                """)
        #expect(printed == ["1"])
    }

    @Test(
        "On a disk that cannot be written to answers work, and a write says why it does not",
        .enabled(if: canMount, why))
    func readOnly() throws {
        let printed = try run(
            Self.begin + """
                cat > inside <<'END'
                mount --bind d d && mount -o remount,ro,bind d
                "$B" totals --by person $now | grep Maria; "$B" search is:work $now | grep -c note
                "$B" log three; echo $?; "$B" undo --yes; echo $?; ls d
                END
                export B now; unshare -m sh inside
                """)
        let told = "limelight: error: \(folder.file("d"))/l.sqlite: the ledger cannot be written to"
        #expect(printed.first?.hasPrefix("Maria") == true)
        #expect(printed.dropFirst().first == "2")
        #expect(printed.filter { $0 == told }.count == 2)
        #expect(printed.filter { $0 == "2" }.count == 3)
        // Nothing was made beside it.
        #expect(printed.last == "l.sqlite")
    }

    @Test(
        "On a full disk a note says so, what was kept stays, and the next is kept once there is room",
        .enabled(if: canMount, why))
    func full() throws {
        let printed = try run(
            """
            cat > inside <<'END'
            mount -t tmpfs -o size=900k tmpfs d
            words=$(head -c 3000 /dev/zero | tr '\\0' x)
            kept=0
            while [ $kept -lt 400 ] && "$B" log "note $words $kept" > /dev/null 2> told; do kept=$((kept + 1)); done
            cat told; "$B" log "note $words" > /dev/null 2>&1; echo "exit $?"
            "$B" search note --json | grep '"total"' | tr -dc 0-9 > found; echo >> found
            [ "$(cat found)" = $kept ] && echo all there
            "$B" doctor | grep -c '^ok   database'
            mount -o remount,size=4m d; "$B" log after > /dev/null; echo "exit $?"; "$B" search after --json | grep '"total"'
            END
            export B; unshare -m sh inside
            """)
        #expect(printed.first == "limelight: error: \(folder.file("d"))/l.sqlite: the disk is full")
        #expect(printed.filter { $0.hasPrefix("exit") } == ["exit 2", "exit 0"])
        #expect(printed.contains("all there") && printed.contains("1"))
        #expect(printed.last == "\"total\": 1,")
    }
}
