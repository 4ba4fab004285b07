/// How to get the calendar out of each product, in a few steps with a sketch each.
///
/// Products rename their menus, so a step says what to look for, not only its name today.
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
                    title: "By a file, which has who was invited",
                    steps: [
                        (
                            .menu,
                            "In classic Outlook for Windows, open the calendar and choose File, Save Calendar."
                        ),
                        (.publish, "Under More Options, choose the whole calendar and full details."),
                        (.drop, "Save it, and drop the .ics file above."),
                    ]),
                ExportGuide(
                    title: "By an address, which stays current",
                    steps: [
                        (.settings, "In Outlook on the web, open Settings, Calendar, Shared calendars."),
                        (
                            .publish,
                            "Under “Publish a calendar”, choose yours and “Can view all details”, and publish it."
                        ),
                        (.address, "Copy the link that ends in .ics, not the one for HTML."),
                        (.paste, "Paste it above."),
                    ],
                    note:
                        "A published address leaves out who was invited; you are then asked once whether busy events were meetings. Anyone who has the link can read the calendar. Some employers switch publishing off."
                ),
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
                        "The public address works only if the calendar is public, so use the secret one. You can reset it there if others learn of it."
                ),
                ExportGuide(
                    title: "By a file",
                    steps: [
                        (.settings, "In Settings, open “Import and export”."),
                        (.download, "Choose Export. You get one archive with a file for each calendar."),
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
                        (.download, "In the File menu, choose Export, and save it as an .ics file."),
                        (.drop, "Drop the file above."),
                    ]),
                ExportGuide(
                    title: "By an address, which stays current",
                    steps: [
                        (.menu, "In Calendar or on icloud.com, open the sharing settings of the calendar."),
                        (.publish, "Make it a public calendar."),
                        (.address, "Copy the link, which begins with webcal://, and paste it above."),
                    ],
                    note:
                        "Anyone who has the link can read a public calendar. If others should not read it, use a file."
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
