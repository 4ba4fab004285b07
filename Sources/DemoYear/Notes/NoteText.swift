/// The texts of Dana's notes.
enum NoteText {
    struct DemoNoteText: Sendable {
        var text: String
        var minutes: Int?
        var person: DemoPerson?
        var tags: [String] = []
    }

    /// By learning area.
    static let growth = [
        "time-series": [
            "Seasonal models, first half of the chapter; redid the tide example by hand",
            "Exercise on smoothing: my forecast is off by four centimetres on average",
            "Read on why averages of averages mislead; found one in our own report",
            "Fitted one week of gauge data; the storm days break the model",
            "Talk by a hydrologist, recorded; noted three questions for the tide table",
            "Compared two forecasts on last month; the simple one does nearly as well",
            "Chapter on missing values; threw away my way of filling gaps",
            "Worked through the example on calendar effects, half of the exercises",
            "Drew a year of water levels; the moon is easier to see than the wind",
            "Read how others report the error of a forecast",
            "Exercise on decomposition, all of it this time",
            "Wrote a page on what I would tell a beginner about forecasts",
            "Smoothing could say when our disks fill up; sketched it on paper",
        ],
        "observability": [
            "Drew the path of one order through three systems; two arrows were guesses",
            "Read on alerts that say what to do; ours say only that",
            "Tried tracing on a small service of my own",
            "Wrote down what the last five alerts left out",
            "Chapter on sampling; understood at last why our graphs look calm",
            "Named three questions that our dashboards cannot answer",
            "Read a report of an outage elsewhere and looked for ours in it",
            "Exercise on percentiles with last month's response times",
            "Chapter on logs that can be counted",
        ],
        "negotiation": [
            "Practised the three sentences for the change board aloud",
            "Listed what Karim gains when small changes wait less",
            "Chapter on asking before offering; tried it on Bernd's printers",
            "Rewrote the proposal so that it begins with what the board wants",
            "Role play with the recorded course: I give in too early",
            "Chapter on what the other side cannot say aloud",
            "Wrote down my next best choice for the talk about the year",
            "Listened to my own recording; too many reasons, too few questions",
        ],
    ]

    /// One note for each drill.
    static let drills = [
        "Most of it was finding out what belongs together",
        "The script does half; the other half is waiting for people",
        "First time that nobody asked me anything",
        "Ruth was watching, and the shop could have opened before lunch",
    ]

    static let everyday = [
        DemoNoteText(
            text: "Helped Tomás through his first restore", minutes: 45, person: DemoPeople.tomas, tags: ["gave"]),
        DemoNoteText(text: "Jonas and I wrote the patch announcement together", minutes: 40, person: DemoPeople.jonas),
        DemoNoteText(
            text: "Priya showed me a faster way to compare tables", minutes: 25, person: DemoPeople.priya,
            tags: ["received"]),
        DemoNoteText(text: "Call from payroll: the run was late, restarted it by hand", minutes: 30, tags: ["call"]),
        DemoNoteText(text: "Door control would not open the loading bay; went there", minutes: 50, tags: ["call"]),
        DemoNoteText(
            text: "Question about access to the file store, for the third time this month", minutes: 15,
            tags: ["question"]),
        DemoNoteText(text: "Question about a password of the booking system", minutes: 10, tags: ["question"]),
        DemoNoteText(text: "Prepared the figures for the operations review", minutes: 35),
        DemoNoteText(text: "Looked for the support number that should be in the runbook", minutes: 20, tags: ["call"]),
        DemoNoteText(text: "Answered the auditors' list, part of it", minutes: 60),
        DemoNoteText(
            text: "Karim asked how we prove a restore; sent him the drill log", minutes: 15, person: DemoPeople.karim,
            tags: ["gave"]),
        DemoNoteText(text: "Sofia wants to know earlier when a system is moved", person: DemoPeople.sofia),
        DemoNoteText(
            text: "Amira sorted the week's calls by cause; half of them are answered in the handbook",
            person: DemoPeople.amira),
        DemoNoteText(text: "Walked through the onboarding checklist with Ruth", minutes: 30, person: DemoPeople.ruth),
        DemoNoteText(
            text: "Jonas did the night window alone for the first time", person: DemoPeople.jonas, tags: ["praise"]),
        DemoNoteText(
            text: "Monitoring was quiet and the order system was not: nobody noticed for an hour", tags: ["call"]),
        DemoNoteText(text: "Forgot lunch again"),
        DemoNoteText(text: "Ordered disks", minutes: 20),
        DemoNoteText(text: "Hosting invoice checked with Leon's team", minutes: 30),
        DemoNoteText(text: "Wrote down what only I know about payroll; two pages", minutes: 55),
        DemoNoteText(
            text: "Booking system was slow for a quarter of an hour; it passed before I found out why", minutes: 25,
            tags: ["call"]),
        DemoNoteText(
            text: "Question from the warehouse about a scanner that is not on our list", minutes: 15, tags: ["question"]
        ),
        DemoNoteText(
            text: "Sofia and I sorted the release dates into those that hurt and those that do not", minutes: 30,
            person: DemoPeople.sofia),
        DemoNoteText(text: "Priya asked to lead the next drill", minutes: 10, person: DemoPeople.priya),
        DemoNoteText(
            text: "Jonas thinks that half of the alerts could go; asked him for a list", person: DemoPeople.jonas),
        DemoNoteText(
            text: "Tomás found a page of the handbook that was wrong, and corrected it", person: DemoPeople.tomas,
            tags: ["praise"]),
        DemoNoteText(text: "Talked with Karim about who may restore what", minutes: 30, person: DemoPeople.karim),
        DemoNoteText(text: "File store full of copies of copies; asked the owners twice", minutes: 35, tags: ["call"]),
        DemoNoteText(text: "Three people asked how to get at last month's backup", minutes: 20, tags: ["question"]),
        DemoNoteText(text: "Read the storage contract before the support call", minutes: 40),
        DemoNoteText(text: "Phone system: the night number rang at the wrong desk", minutes: 30, tags: ["call"]),
        DemoNoteText(text: "Went for a walk at noon; had the idea for the second check there"),
        DemoNoteText(
            text: "Ruth sent the newcomers' questions of this month; eleven of fourteen are in the handbook",
            person: DemoPeople.ruth),
        DemoNoteText(text: "Explained to the new auditors what a drill is", minutes: 45),
    ]

    static let printers = [
        "Bernd asked about the printer on floor 3", "Printer on floor 3 again: paper, then driver",
        "Printer list for the office move", "Bernd asked who orders toner",
        "Labels do not print in the warehouse; the printer was off",
        "Printer drivers for the new laptops",
    ]
}
