import LedgerModel

/// The files of one repository. They are small, and each commit changes them a little.
struct DemoFiles {
    private var lines: [String: [String]] = [:]
    private var changes = 0
    private let days: DemoDays
    private static let longest = 42

    init(days: DemoDays) { self.days = days }

    func zone(_ at: Instant) -> String {
        offsetText(Int32(days.zone.offset(at: at))).filter { $0 != ":" }
    }

    func text(_ path: String) -> String {
        (lines[path] ?? []).map { $0 + "\n" }.joined()
    }

    mutating func change(_ path: String, by commit: DemoCommit) {
        changes += 1
        var text = lines[path] ?? [Self.title(path)]
        let sentences = Self.sentences(path)
        for step in 0..<(1 + changes % 5) {
            let sentence = sentences[(changes + step * 3) % sentences.count]
            let line = sentence.replacing("{n}", with: String(1 + (changes * 7 + step) % 90))
            if text.count < Self.longest {
                text.append(line)
            } else {
                text[1 + (changes * 5 + step) % (text.count - 1)] = line
            }
        }
        if path.hasPrefix("log/") { text.append("\(days.zone.civil(commit.at).day.iso): \(commit.subject)") }
        lines[path] = text
    }

    private static func title(_ path: String) -> String {
        let name = path.split(separator: "/").joined(separator: ": ")
        return path.hasSuffix(".md") ? "# " + name : (path.hasSuffix(".swift") ? "// " + name : "# " + name)
    }

    private static func sentences(_ path: String) -> [String] {
        if path.hasSuffix(".md") { return prose }
        if path.hasSuffix(".sh") { return shell }
        return path.hasSuffix(".swift") ? swift : settings
    }

    private static let prose = [
        "Ask first who is waiting for it.", "Step {n}: write down the time.", "It takes about {n} minutes.",
        "If nothing happens after {n} minutes, call the second number.", "The copy of the night is the one to take.",
        "Tell customer service before, not after.", "Known since week {n}.", "Whoever did it last writes it down.",
    ]

    private static let shell = [
        "step \"copy\" {n}", "wait_for answer {n}", "check rows --at-least {n}", "log \"step {n} done\"",
        "limit {n} restore_tables", "stop_clock", "compare before after --tolerance {n}",
    ]

    private static let settings = [
        "retries: {n}", "timeout_seconds: {n}", "keep_days: {n}", "notify: operations", "window: night",
        "check_every_minutes: {n}", "owner: operations", "max_connections: {n}",
    ]

    private static let swift = [
        "let window = {n}", "    total += levels[{n}]", "    guard !levels.isEmpty else { return nil }",
        "    // The gauge drifts by {n} mm a year.", "struct Tide{n} { var height: Double }",
        "    return sum / Double({n})",
    ]
}
