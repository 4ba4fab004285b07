import Foundation

@testable import ICalendar

/// One case of libical's own suite.
struct RecurrenceCase: Decodable, Sendable {
    var name: String
    var rrule: String
    var dtstart: String
    var expected: [String]

    var key: String { "\(name) | \(rrule) | \(dtstart)" }
    var isRSCALE: Bool { rrule.contains("RSCALE") }
    var isUnimplemented: Bool { expected.contains { $0.contains("UNIMPLEMENTED") } }

    /// The instances that we find, as written in the case; of a rule without end as many as are expected.
    func instances() throws -> [String] {
        var rule = try RecurrenceRule(parsing: rrule)
        guard let start = CalendarTime(dtstart) else { return ["no start"] }
        var end = CivilDate.days(year: 2200, month: 1, day: 1) * 86_400
        if let until = rule.until {
            end = min(end, until.local + (until.isDate ? 86_400 : 1))
        } else if rule.count == nil {
            rule.count = expected.count
        }
        let expansion = Recurrence.expand(
            rule, from: start.local, isDate: start.isDate, before: end, limit: expected.count + 5)
        return expansion.starts.map {
            CalendarTime.basicText($0, isDate: start.isDate) + (start.isUTC ? "Z" : "")
        }
    }

    static func load() throws -> [RecurrenceCase]? {
        guard let path = SharedData.path("recurrence/libical.jsonl") else { return nil }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(RecurrenceCase.self, from: Data($0.utf8))
        }
    }
}

/// Public test data outside the repository.
enum SharedData {
    static func path(_ name: String) -> String? {
        let root =
            ProcessInfo.processInfo.environment["LIMELIGHT_SHARED_DATA"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../shared/data"
        let path = root + "/" + name
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    static var isRequired: Bool { ProcessInfo.processInfo.environment["LIMELIGHT_REQUIRE_SHARED_DATA"] == "1" }
    static var isReachable: Bool { isRequired || path("README.md") != nil }
}
