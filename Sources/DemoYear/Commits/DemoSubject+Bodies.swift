// Bodies of commit messages.
extension DemoSubject {
    static func bodies(_ theme: DemoTheme) -> [String] {
        switch theme {
        case .restore:
            [
                "Most of the time went into waiting for a copy that was already there.",
                "The last drill stopped here; the next one need not.",
                "Row counts alone said yes while one table was a week old.",
            ]
        case .handbook:
            [
                "Tested by somebody who had never done it.",
                "Three people asked the same thing this month.",
                "Shorter than before, and it names who decides.",
            ]
        case .fleet:
            [
                "The other roles follow when this one has run for a week.",
                "Nobody remembers why it was different here.",
            ]
        case .patch: ["Within fourteen days of its release."]
        case .fire:
            [
                "Found at the third attempt. The runbook said nothing about it.",
                "Only a stopgap: the cause is in the vendor's release.",
                "The alert came twenty minutes after the first call.",
            ]
        case .costs: ["The copies are read once a quarter, by the drill."]
        case .printers: ["This belongs to facilities; done once more to get floor 3 working."]
        case .tides:
            [
                "Off by four centimetres on average, and by thirty in a storm.",
                "Simple smoothing does nearly as well as the long model.",
            ]
        }
    }
}
