import LedgerModel
import Questions

extension Sample {
    /// A page of many columns: what an answer over a quarter looks like.
    static let wide = Document(
        title: "Where my time goes", period: "January to March 2026",
        headline: [
            .text("312 h on record. "), .figure("41 %", ref(20, "measured:yes")),
            .text(" of the job’s time went to what you are judged on, "),
            .figure("22 %", ref(20, "responsibility:unknown")),
            .text(" is not yet known. Two of four measures were never agreed with Maria Keller."),
        ],
        sections: [
            .init(
                "Line of sight",
                [
                    .table(
                        .init(
                            columns: [
                                "Responsibility", "Measure", "Objective", .number("Hours"), .number("Share"),
                                .number("Meant"),
                                .number("Trend"),
                            ],
                            rows: [
                                row(
                                    "Reliability of payments", "availability of the service", "Resilience", "128.5",
                                    "41 %", "40 %", "+4"),
                                row(
                                    "Onboarding of new colleagues", "time to first change", "Scale support", "31.0",
                                    "10 %", "25 %", "−12"),
                                row("Vendor contracts", "", "", "9.5", "3 %", "", "±0"),
                            ])),
                    .chart(
                        .bars(
                            .init(
                                bars: [
                                    .init(
                                        label: "Reliability of payments", value: 0.41, mark: 0.4, text: "41 %",
                                        tone: .job),
                                    .init(
                                        label: "Onboarding of new colleagues", value: 0.1, mark: 0.25, text: "10 %",
                                        tone: .job),
                                    .init(label: "Vendor contracts", value: 0.03, text: "3 %", tone: .job),
                                ], whole: 1))),
                    .paragraph(["No hours reached “Cost”."]),
                ]),
            .init(
                "Where the time goes instead",
                [
                    .table(
                        .init(
                            columns: ["The job’s time", .number("Hours"), .number("Range"), .number("Share")],
                            rows: [
                                [
                                    ["What I am judged on"], [.figure("128.5", ref(20, "measured:yes"))],
                                    [.soft("121–140")],
                                    ["41 %"],
                                ],
                                [
                                    ["Not placed"], [.figure("68.5", ref(20, "responsibility:unknown"))],
                                    [.soft("44–96")],
                                    ["22 %"],
                                ],
                            ])),
                    .table(
                        .init(
                            columns: ["What took most of the rest", .number("Hours")],
                            rows: [
                                [
                                    ["infra-tools/release-automation-and-deployment-scripts"],
                                    [.figure("22.0", ref(9, "project:infra"))],
                                ],
                                [["Printers"], [.figure("4.5", ref(3, "project:printers"))]],
                            ])),
                ]),
            .init(
                "To ask in the next 1:1",
                [
                    .draft([
                        .init(
                            "“I take it that onboarding is judged by time to first change. Do you see it the same way?”"
                        )
                    ]),
                    .draft([
                        .init("“I take it that vendor contracts is judged by its result. Do you see it the same way?”")
                    ]),
                ]),
            .init(
                "Open fronts",
                [.paragraph(["6.5 projects and responsibilities in a week", .soft(", 4 in the period before"), "."])]),
            .init(
                "Someone else’s, on my desk",
                [.table(.init(columns: ["What", "Owner"], rows: [[["Printers"], [.soft("no owner yet")]]]))]),
        ])

    private static func row(
        _ name: String, _ measure: String, _ objective: String, _ hours: String, _ numbers: String...
    )
        -> [[Document.Span]]
    {
        [
            [.text(name)], [measure.isEmpty ? .soft("not measured") : .text(measure)],
            [objective.isEmpty ? .soft("no objective") : .text(objective)],
            [.figure(hours, ref(20, "responsibility:\(name)"))],
        ] + numbers.map { [$0.isEmpty ? .soft("–") : .text($0)] }
    }
}
