import LedgerModel
import Testing
import TraceFormats

/// Each mistake with the line and the words that a person reads about it.
@Suite struct MyJobMessageTests {
    static let messages: [(text: String, message: String)] = [
        (
            "name: x\nresponsabilities: []",
            "my-job.yaml:2: unknown key \"responsabilities\"; did you mean \"responsibilities\"?"
        ),
        ("skills: [{label: a, lebel: b}]", "my-job.yaml:1: unknown key \"lebel\"; did you mean \"label\"?"),
        ("skills:\n  - {key: a}\n  - {key: a}", "my-job.yaml:3: the key \"a\" is used twice"),
        ("skills: Swift", "my-job.yaml:1: skills takes a list"),
        ("skills: [[a]]", "my-job.yaml:1: each of skills must be written as `key: value`"),
        ("people: [{role: decider}]", "my-job.yaml:1: each of people needs a name"),
        (
            "people: [{name: A, role: bos}]",
            "my-job.yaml:1: unknown role \"bos\""
        ),
        (
            "objectives: [{key: recovery}]\nresponsibilities:\n  - label: R\n    objective: recovry",
            "my-job.yaml:4: unknown objective \"recovry\"; did you mean \"recovery\"?"
        ),
        (
            "objectives: [{key: o1, label: Recovery}]\nresponsibilities: [{label: R, objective: recovery}]",
            "my-job.yaml:2: unknown objective \"recovery\"; its key is \"o1\""
        ),
        (
            "areas: [Tides]\nblocks: [{label: B, when: {tag: x}, area: tide}]",
            "my-job.yaml:2: unknown area \"tide\"; did you mean \"tides\"?"
        ),
        (
            "rules:\n  - name: r\n    when: {tag: x}\n    set: {responsibility: desk}",
            "my-job.yaml:4: unknown responsibility \"desk\""
        ),
        (
            "not_mine: [Printers]\nrules: [{name: r, when: {tag: x}, set: {responsibility: \"not mine:printer\"}}]",
            "my-job.yaml:2: unknown item of not_mine \"printer\"; did you mean \"printers\"?"
        ),
        (
            "skills: [Swift]\nrules: [{name: r, when: {tag: x}, set: {skills: swft}}]",
            "my-job.yaml:2: unknown skill \"swft\"; did you mean \"swift\"?"
        ),
        (
            "rules: [{name: r, when: {title: x}, set: {worth: idea}}]",
            "my-job.yaml:1: unknown key \"title\"; did you mean \"title~\"?"
        ),
        ("rules: [{name: r, when: {}, set: {worth: idea}}]", "has an empty condition"),
        ("rules: [{name: r, when: {title~: }, set: {worth: idea}}]", "has an empty condition"),
        ("rules: [{name: r, set: {worth: idea}}]", "my-job.yaml:1: \"r\" needs a condition"),
        ("rules: [{name: r, when: {tag: x}}]", "my-job.yaml:1: \"r\" sets nothing"),
        (
            "rules: [{name: r, when: {tag: x}, set: {arena: jop}}]",
            "my-job.yaml:1: unknown arena \"jop\"; did you mean \"job\"?"
        ),
        (
            "rules: [{name: r, when: {kind: comit}, set: {worth: idea}}]",
            "my-job.yaml:1: unknown kind \"comit\"; did you mean \"commit\"?"
        ),
        (
            "rules: [{name: r, when: {weekday: mondy}, set: {worth: idea}}]",
            "my-job.yaml:1: unknown weekday \"mondy\"; did you mean \"monday\"?"
        ),
        (
            "rules: [{name: r, when: {hours: 9:00-25:00}, set: {worth: idea}}]",
            "hours: \"9:00-25:00\" is not a span of the day such as 9:00-17:00"
        ),
        ("responsibilities: [{label: R, share: 140%}]", "share: \"140%\" is not a share from 0 to 100 %"),
        ("responsibilities: [{label: R, share: 40}]", "share: \"40\" is not a share from 0 to 100 %"),
        ("responsibilities: [{label: R, share: nan}]", "share: \"nan\" is not a share"),
        ("responsibilities: [{key: mine, label: R}]", "my-job.yaml:1: the key \"mine\" has a special meaning in rules"),
        (
            "objectives:\n  - label: O\n    from: 2026-02-30",
            "my-job.yaml:3: from: \"2026-02-30\" is not a date: February 2026 has 28 days"
        ),
        (
            "objectives:\n  - label: O\n    from: 2026-03-17\n    until: 2026-03-16",
            "my-job.yaml:4: until 2026-03-16 is before from 2026-03-17"
        ),
        ("settings: {lead_in: 30}", "lead_in: \"30\" is not a duration up to 48h"),
        ("settings: {lead_in: 30m2h}", "lead_in: \"30m2h\" is not a duration"),
        ("settings: {session_gap: 99h}", "session_gap: \"99h\" is not a duration up to 48h"),
        ("settings: {layers: [met, met]}", "my-job.yaml:1: the layer \"met\" is listed twice"),
        ("settings: {layers: [seen]}", "my-job.yaml:1: unknown layer \"seen\""),
        ("settings: {unanswered_people: many}", "unanswered_people: \"many\" is not a whole number"),
        ("working_hours: [{monday: 9-17}]", "each of working_hours needs a day from which it holds"),
        ("possible_hours: {moonday: 9-17}", "unknown key \"moonday\"; did you mean \"monday\"?"),
        ("possible_hours: {monday: 9:00-9:00}", "monday: \"9:00-9:00\" is not a span of the day"),
        ("name: a\nname: b", "my-job.yaml:1: the key \"name\" is there twice"),
        ("name: a\nskills: [b", "my-job.yaml:2: this is not valid YAML"),
        ("skills:\n\t- a", "my-job.yaml:2: this is not valid YAML"),
        ("# nothing\n", "my-job.yaml: the file is empty"),
        ("name: a\n---\nname: b", "this is not valid YAML"),
        ("name: &a x\nskills: [*a]", "my-job.yaml:1: anchors (&name) and aliases (*name) are not supported"),
        ("? [a]\n: b", "my-job.yaml:1: a key has to be a word"),
        (
            "name: a\nskils: []\npeople: [{nme: a}]\nareas: x\n",
            "my-job.yaml:2: unknown key \"skils\"; did you mean \"skills\"? (and 3 more, at line 3, 4)"
        ),
    ]

    @Test(arguments: messages) func aMistakeIsToldWithItsLine(text: String, message: String) {
        do throws(LedgerError) {
            _ = try MyJobYAML.read(text, fileName: "my-job.yaml")
            Issue.record("read without an error: \(text)")
        } catch {
            #expect(error.code == .jobInvalid)
            let first = error.description.split(separator: "\n")[0]
            #expect(first.contains(message), "\(first)")
        }
    }

    @Test func theHintListsTheChoices() {
        let text = "people: [{name: A, role: boss}]"
        let error = #expect(throws: LedgerError.self) { try MyJobYAML.read(text, fileName: "f") }
        #expect(error?.hint == "Choose from: decider, ally, advocate, mentor, mentee, colleague, family.")
    }
}
