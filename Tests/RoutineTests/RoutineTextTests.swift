import LedgerModel
import Testing

@testable import Routine

@Suite("What starts the routine")
struct RoutineTextTests {
    private func routine(_ ledger: String = "/home/d 50%/it's \"mine\"/$HOME/l.sqlite", binary: String = "/opt/l l")
        throws
        -> Routine
    {
        let place = Routine.Place(home: "/h", config: "/h/.config", data: "/h/.local/share", binary: binary)
        return try Routine(place, ledger: ledger, minute: 15 * 60 + 5)
    }

    @Test("In a unit, quotes and backslashes are escaped, percent doubled and dollars left alone")
    func unit() throws {
        #expect(
            try routine().service.contains(
                #"ExecStart=:"/opt/l l" "routine" "run" "--ledger" "/home/d 50%%/it's \"mine\"/$HOME/l.sqlite""# + "\n")
        )
        #expect(try routine().timer(folders: 2).contains("OnCalendar=*-*-* 15:05:00\n"))
    }

    @Test("A line of cron reads back as the same words once cron has taken its backslashes before percent")
    func cron() throws {
        let line = try routine().cronCommand()
        #expect(line.hasPrefix("5 15 * * * '/opt/l l' routine run --ledger "))
        #expect(line.contains(#"'/home/d 50'\%'/it'\''s "mine"/$HOME/l.sqlite'"#))
        #expect(!line.contains("\n"))
    }

    @Test("What no text can hold is refused", arguments: ["/a\nb", "/a\rb", "/a\u{7F}b", "/a\0b"])
    func refused(path: String) throws {
        #expect(throws: LedgerError.self) { try routine(path) }
        #expect(throws: LedgerError.self) { try routine(#"/a\b"#).cronCommand() }
    }

    @Test("An agent is XML whatever the path")
    func agent() throws {
        let text = try routine("/a/<b>&amp;</string>.sqlite").agent
        #expect(text.contains("<string>/a/&lt;b&gt;&amp;amp;&lt;/string&gt;.sqlite</string>"))
    }
}

@Suite("A crontab with one line of ours")
struct CrontabTests {
    @Test(
        "Adding and removing leaves every byte as it was",
        arguments: [
            nil, "", "# mine\n", "1 2 * * * a", "1 2 * * * a\n\n",
            "1 2 * * * caf\u{E9}\n# limelight-x (before it: lines) no\n",
        ] as [String?])
    func roundTrip(text: String?) {
        var bytes = text.map { Array($0.utf8) }
        if text?.contains("caf") == true { bytes = bytes?.map { $0 == 0xC3 ? 0xE9 : $0 } }
        let old = Crontab(bytes: bytes)
        let with = old.adding("0 15 * * * run", "limelight-x")
        #expect(with != old && with.line(of: "limelight-x")?.hasPrefix("0 15 * * * run") == true)
        #expect(with.removing("limelight-x") == old)
        #expect(old.removing("limelight-x") == old)
    }

    @Test("What was written behind it since stays")
    func writtenSince() {
        let with = Crontab(bytes: nil).adding("0 15 * * * run", "limelight-x")
        let more = Crontab(bytes: (with.bytes ?? []) + Array("9 9 * * * b\n".utf8))
        #expect(more.removing("limelight-x") == Crontab(bytes: Array("9 9 * * * b\n".utf8)))
        let unended = Crontab(bytes: Array("1 2 * * * a".utf8)).adding("0 15 * * * run", "limelight-x")
        let after = Crontab(bytes: (unended.bytes ?? []) + Array("9 9 * * * b\n".utf8))
        #expect(after.removing("limelight-x") == Crontab(bytes: Array("1 2 * * * a\n9 9 * * * b\n".utf8)))
    }
}
