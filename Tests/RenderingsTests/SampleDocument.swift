import LedgerModel
import Questions

/// One rich document: every kind of span, block and picture, with dates that cannot be mirrored.
enum Sample {
    static func id(_ name: String) -> PublicID { PublicID(.event, name) }

    static func ref(_ count: Int, _ query: String) -> EvidenceRef {
        EvidenceRef(count: count, ids: (0..<count).map { id("\(query)/\($0)") }, query: query)
    }

    static let document = Document(
        title: "Time for me", period: "Week of 16 March 2026",
        headline: [
            "You kept ", .figure("1 h 10 min", ref(4, "kept:yes day:2026-03-16..2026-03-20")), " of the ",
            .figure("2 h 30 min", ref(5, "planned:yes day:2026-03-16..2026-03-20")), " that were yours. ",
            .figure("Friday 8:00", ref(10, "slot:fri-0800")), " is kept nine times in ten; ",
            .figure("17:30", ref(26, "slot:1730")), " one time in four.",
        ],
        sections: [
            .init(
                "What happened to the blocks", onlyForYou: true,
                [
                    .chart(.week(week)),
                    .paragraph([
                        .soft("From "), .figure("31 pieces", ref(31, "day:2026-03-16..2026-03-20")),
                        .soft(" of evidence; from 11 of 40 working hours with a record."),
                    ]),
                ]),
            .init(
                "What came instead",
                [
                    .table(
                        .init(
                            columns: ["Kind", "What would help", .number("Minutes")],
                            rows: [
                                [
                                    [.figure("A meeting ran over", ref(3, "cause:overran"))],
                                    ["end it at 17:20, ten minutes before the block"], [.taken("38")],
                                ],
                                [
                                    [.figure("Late questions", ref(2, "cause:late"))],
                                    [
                                        "answer them from the handbook, which Dana Ortiz keeps and two teams already read"
                                    ],
                                    [.taken("18")],
                                ],
                                [["A review you ", .strong("chose"), " to finish"], [.soft("–")], [.taken("12")]],
                            ]))
                ]),
            .init(
                "Measured, and not",
                [
                    .chart(.bars(bars)),
                    .list([
                        [
                            .strong("Reliability"), " has had ",
                            .figure("12.5 h", ref(14, "responsibility:reliability")), " less than intended.",
                        ],
                        [
                            "Two of four measures were never agreed with Maria: ask in the 1:1 on Tuesday 24 March at 10:00."
                        ],
                    ]),
                ]),
            .init(
                "Next",
                [
                    .paragraph([
                        "Move the block to ", .figure("Friday 8:00–8:30", ref(9, "slot:fri-0800")),
                        ". Kept minutes expected: ", .figure("27 of 30", ref(9, "slot:fri-0800")), .soft(" (n = 40)"),
                        ". Say ", .code("limelight block add --at fri 8:00"), " and it is in the calendar.",
                    ]),
                    .draft([
                        .init("The restore drill now takes 50 minutes instead of a day."),
                        .init("That closes the resilience item in the plan for this half.", isProspect: true),
                    ]),
                    .offers(
                        .init(
                            ["Maria Keller", "Tom"].map {
                                let text = "Restore drill cut from a day to 50 minutes"
                                return .tell(.init(result: PublicID(.claim, "drill"), text: text, to: $0))
                            }, lead: "Once you have told them", leads: true)),
                ]),
            .init(
                "Relationships",
                [
                    .empty(
                        "Nothing here yet: a calendar would show whom you met, and who started it.",
                        .calendarFile)
                ]),
        ])

    static let week = WeekChart(
        days: [
            day(
                16,
                [
                    (510..<720, .job, .sure), (780..<1032, .job, .likely), (1050..<1080, .growth, .sure),
                ]),
            day(
                17,
                [
                    (495..<740, .job, .sure), (780..<900, .relationships, .sure), (900..<1065, .job, .likely),
                    (1065..<1104, .taken, .sure),
                ]),
            day(18, [(540..<719, .job, .sure), (720..<767, .side, .likely), (810..<1080, .job, .possible)]),
            day(
                19,
                [
                    (510..<659, .job, .sure), (660..<719, .relationships, .likely), (780..<1043, .unknown, .likely),
                    (1050..<1061, .growth, .sure), (1061..<1080, .taken, .sure),
                ]),
            day(
                20,
                [
                    (480..<510, .growth, .sure), (510..<731, .job, .sure), (780..<990, .job, .sure),
                    (1110..<1140, .personal, .possible),
                ]),
        ],
        startMinute: 420, endMinute: 1140)

    private static func day(_ number: Int, _ spans: [(Range<Int>, Tone, Grade)]) -> WeekChart.Day {
        let day = CivilDay(year: 2026, month: 3, day: number)!
        return WeekChart.Day(
            label: "\(day.weekday.short) \(number)", day: day,
            spans: spans.enumerated().map { index, span in
                WeekChart.Span(
                    minutes: span.0, tone: span.1, grade: span.2, title: "Piece \(index + 1) of \(day.weekday.name)",
                    evidence: id("\(day.iso)/\(index)"))
            },
            working: [540..<1020], planned: [1050..<1080])
    }

    static let bars = BarChart(
        bars: [
            .init(label: "Reliability of payments", value: 27.5, mark: 40, text: "27.5 h (26–30)", tone: .job),
            .init(label: "Onboarding of new colleagues", value: 12, mark: 10, text: "12.0 h", tone: .relationships),
            .init(label: "Not mine", value: 9.25, text: "9.3 h", tone: .taken),
            .init(label: "Unknown", value: 31, text: "31.0 h (25–38)", tone: .unknown),
            .init(label: "Course on networking", value: 0.5, mark: 2.5, text: "0.5 h", tone: .growth),
        ], whole: 50)
}
