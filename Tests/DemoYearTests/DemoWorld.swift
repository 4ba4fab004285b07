import LedgerModel
import TestSupport

@testable import DemoYear

/// The demo at the fixed moment of all tests, and at moments that are less convenient.
enum DemoWorld {
    static let year = DemoYear(seed: 17, now: FixedWorld.now, zone: FixedWorld.berlin)

    static let moments: [Instant] = [
        FixedWorld.now,
        FixedWorld.at("2026-01-01", "00:30"),  // just after New Year
        FixedWorld.at("2026-03-29", "03:10"),  // the clocks have just changed
        FixedWorld.at("2026-08-08", "11:00"),  // in the middle of the holidays
        FixedWorld.at("2026-11-01", "23:50"),  // a Sunday
        FixedWorld.at("2028-02-29", "09:41"),  // a day that the year before does not have
    ]
}

extension DemoRepository {
    var text: String { String(decoding: stream, as: UTF8.self) }

    /// Author, time and subject of each commit.
    var log: [(author: String, at: Instant, subject: String)] {
        var result: [(String, Instant, String)] = []
        var author = ("", Instant(0))
        var expects = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("author "), let open = line.firstIndex(of: "<"), let close = line.firstIndex(of: ">") {
                let words = line[line.index(close, offsetBy: 2)...].split(separator: " ")
                author = (String(line[line.index(after: open)..<close]), Instant(Int64(words[0]) ?? 0))
                expects = true
            } else if expects, !line.hasPrefix("committer "), !line.hasPrefix("data ") {
                result.append((author.0, author.1, String(line)))
                expects = false
            }
        }
        return result
    }
}

extension DemoCalendar {
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var unfolded: String { text.replacing("\r\n ", with: "") }
}
