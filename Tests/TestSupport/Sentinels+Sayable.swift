/// Words about others (`zqabout`), which nothing that is made for Jonas may say, and words that may be said to him
/// (`zqsay`), so that a test can tell that it looked. All of them resemble the task *failover drill*.
extension Sentinels {
    package static let about = "zqabout"
    package static let say = "zqsay"
    /// A result that names Ann: the reader of a report sees it, since the person wrote it for one; no draft says it.
    package static let inReports = "zqresult"

    package static let sayableJob = """
        name: Mina Weber
        people:
          - {key: jonas, name: Jonas Wirth, role: decider, identities: [jonas@example.com]}
          - {key: ann, name: Ann Lee, role: mentee, identities: [ann@example.com]}
        objectives:
          - {key: resilience, label: Resilience}
          - {key: coaching, label: Zqaboutobjective Ann runs failovers}
        responsibilities:
          - {key: restores, label: Restores, measure: hours to restore, objective: resilience}
          - {key: annduty, label: Zqaboutduty for Ann, measure: her failovers, objective: coaching}
          - {key: quiet, label: Quiet nights, measure: zqaboutmeasure says Lee}
        skills:
          - {key: teaching, label: Zqaboutskill teaching Ann}
          - {key: writing, label: Zqsayskill writing}
        rules:
          - name: ann
            when: {title~: ann}
            set: {responsibility: annduty, skills: [teaching], worth: baseline}
          - name: failover
            when: {title~: failover}
            set: {responsibility: restores, skills: [teaching, writing]}
        """

    package static let sayableCalendar = calendar(
        "Shared",
        [
            event("say-1", "Zqsayevent failover drill", with: ["jonas"]),
            event("say-2", "Zqsayannual failover drill annual review", with: ["jonas", "ann"]),
            event("about-1", "Zqaboutevent failover drill review", with: ["ann"]),
            event("about-2", "Zqaboutnamed failover drill: Ann Lee’s plan", with: ["jonas", "ann"]),
            event("about-3", "Zqaboutfirst failover drill with ann", with: ["jonas", "ann"]),
            event("about-4", "Zqaboutletters failover drill for Jose\u{301}", with: ["jonas", "jose"]),
            event("about-5", "Zqaboutmail failover drill: ask ann@example.com", with: ["jonas"]),
            event("about-6", "Zqaboutprivate failover drill", with: ["jonas"]) + "\nCLASS:PRIVATE",
            event("about-7", "Zqaboutdeclined failover drill", with: ["ann"])
                + "\nATTENDEE;CN=Jonas Wirth;PARTSTAT=DECLINED:mailto:jonas@example.com",
        ])

    private static func event(_ uid: String, _ title: String, with guests: [String]) -> String {
        let names = ["jonas": "Jonas Wirth", "ann": "Ann Lee", "jose": "José Ibáñez"]
        return
            (["UID:\(uid)", "SUMMARY:\(title)", "DTSTART:20260316T090000Z", "DTEND:20260316T100000Z"]
            + guests.map { "ATTENDEE;CN=\(names[$0] ?? $0);PARTSTAT=ACCEPTED:mailto:\($0)@example.com" }
            + ["ORGANIZER:mailto:mina@example.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org"])
            .joined(separator: "\n")
    }

    /// Work in which Jonas appears.
    package static func harbour() throws -> GitFixture {
        let code = try GitFixture(name: "Harbour")
        for (name, subject, author) in [
            ("a", "Zqsaycommit: script the failover drill", nil),
            ("b", "Zqaboutcommit: failover drill pairing with Ann", nil),
            ("c", "Zqabouttrailer: failover drill steps\n\nCo-authored-by: Ann Lee <ann@example.com>\n", nil),
            ("d", "Zqhidesubject: failover drill", "Jonas Wirth <jonas@example.com>"),
        ] as [(String, String, String?)] {
            try code.write(subject, to: name)
            if let author {
                try code.commit(subject, by: author, at: "2026-03-10T10:00:00+0100")
            } else {
                try code.commit(subject, at: "2026-03-09T10:00:00+0100")
            }
        }
        return code
    }

    /// Work of which he does not know.
    package static func elsewhere() throws -> GitFixture {
        let code = try GitFixture(name: "Elsewhere")
        try code.write("one\n", to: "a")
        try code.commit("Zqaboutelsewhere: failover drill of my own", at: "2026-03-09T12:00:00+0100")
        return code
    }

    /// Notes as `limelight log` takes them: the text, its tags, with whom, and who said it.
    package static let sayableNotes: [(text: String, tags: [String], with: [String], saidBy: String?)] = [
        (
            "Zqabouttitle failover drill: Ann finds it hard\nzqaboutbody her first failover", ["zqabouttag"],
            ["Ann Lee"], nil
        ),
        ("Zqaboutjonas failover drill: he seems tired", [], ["Jonas Wirth"], nil),
        ("Zqaboutwish failover drill is what I want", [], [], "Ann Lee"),
        ("Zqabouttold failover drill with Ann is not for me", [], [], "Jonas Wirth"),
        ("Zqsaywish to write more about failover drill", [], ["Jonas Wirth"], "Jonas Wirth"),
    ]
}
