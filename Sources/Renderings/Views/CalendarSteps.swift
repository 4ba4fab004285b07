/// How to get at the calendar of each product, in few steps with a sketch each.
///
/// Products rename their menus: a step says what is looked for, not only what it is called today.
enum CalendarSteps {
    private struct ExportGuide {
        var title: String
        var steps: [(sketch: StepSketch, text: String)]
        var note = ""
    }

    private struct Product {
        var name: String
        var guides: [ExportGuide]
    }

    private static let products = [
        Product(
            name: "Outlook",
            guides: [
                ExportGuide(
                    title: "By an address, which stays current",
                    steps: [
                        (.settings, "In Outlook on the web, open Settings and there Calendar, then Shared calendars."),
                        (.publish, "Under “Publish a calendar” choose yours and “Can view all details”; publish it."),
                        (.address, "Copy the link that ends in .ics, not the one for HTML."),
                        (.paste, "Paste it above."),
                    ],
                    note:
                        "Whoever has the link can read the calendar. Some employers switch publishing off; then use a file."
                ),
                ExportGuide(
                    title: "By a file",
                    steps: [
                        (
                            .menu,
                            "In Outlook for Windows, the classic one, open the calendar and choose File, Save Calendar."
                        ),
                        (.publish, "Under More Options choose the whole calendar, and full details."),
                        (.drop, "Save it, and drop the .ics file above."),
                    ]),
            ]),
        Product(
            name: "Google",
            guides: [
                ExportGuide(
                    title: "By an address, which stays current",
                    steps: [
                        (
                            .menu,
                            "In Google Calendar in a browser, open the three dots beside the calendar’s name, then its settings."
                        ),
                        (.settings, "Go down to “Integrate calendar”."),
                        (.address, "Copy the secret address in iCal format."),
                        (.paste, "Paste it above."),
                    ],
                    note:
                        "The public address shows nothing unless the calendar is public; take the secret one. It can be reset there when it got about."
                ),
                ExportGuide(
                    title: "By a file",
                    steps: [
                        (.settings, "In Settings, open “Import and export”."),
                        (.download, "Export: one archive comes, with a file for each calendar."),
                        (.drop, "Unpack it, and drop the .ics files above."),
                    ]),
            ]),
        Product(
            name: "Apple",
            guides: [
                ExportGuide(
                    title: "By a file",
                    steps: [
                        (.menu, "In Calendar on a Mac, choose the calendar on the left."),
                        (.download, "In the menu File choose Export, and save it as an .ics file."),
                        (.drop, "Drop the file above."),
                    ]),
                ExportGuide(
                    title: "By an address, which stays current",
                    steps: [
                        (.menu, "In Calendar or on icloud.com, open the sharing of the calendar."),
                        (.publish, "Make it a public calendar."),
                        (.address, "Copy the link, which begins with webcal://, and paste it above."),
                    ],
                    note: "Whoever has the link can read a public calendar; for one that is not for others, use a file."
                ),
            ]),
    ]

    static let fragment = Templates.render(
        .calendarSteps,
        [
            "sketches": StepSketch.definitions.html,
            "products": products.map { product in
                [
                    "name": product.name,
                    "guides": product.guides.map { guide in
                        [
                            "title": guide.title, "note": filled(guide.note),
                            "steps": guide.steps.map { ["sketch": $0.sketch.fragment.html, "text": $0.text] },
                        ] as [String: Any]
                    },
                ] as [String: Any]
            },
        ])
}
