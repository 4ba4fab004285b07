import LedgerModel
import TraceFormats

/// What the files of one calendar gave, and which of them could not be read whole.
struct CalendarFindings {
    var readings: [CalendarReading] = []
    /// When the file of each reading was dropped; nil where only the whole calendar has an age.
    private var dropped: [Instant?] = []
    var failures: [LedgerError] = []
    var diagnostics = Diagnostics()

    /// Everything was there and was read, so that what is missing is gone.
    var isWhole: Bool { failures.isEmpty }

    /// Until when each reading says what was: of files that were dropped days apart, the older ones no further than a
    /// week ahead of their day.
    var bounds: [Instant?] {
        let newest = dropped.compactMap { $0 }.max()
        return dropped.map { day in
            guard let day, let newest, newest - day > 86_400 else { return nil }
            return day + Source.speaksAhead
        }
    }

    mutating func add(_ reading: CalendarReading, from file: String, dropped at: Instant?) {
        readings.append(reading)
        dropped.append(at)
        diagnostics.append(reading.diagnostics)
        if let line = reading.cutAt {
            failures.append(
                LedgerError(
                    .calendarCut, "the calendar ends before what begins here does: it is not whole",
                    location: "\(file):\(line)",
                    hint: "What is new in it was read; nothing that was known is changed or withdrawn. Export or fetch "
                        + "it again, then import it."))
        }
    }

    /// To be kept with the source until the next reading.
    var warnings: [Diagnostic] { failures.map { Diagnostic($0.location, $0.message) } + diagnostics.list }

    /// When nothing could be read at all.
    func failure(in place: CalendarPlace) -> LedgerError {
        guard let first = failures.first, failures.count > 1 else {
            return failures.first ?? LedgerError(.noCalendar, "there is no calendar here", location: place.shown)
        }
        return LedgerError(
            .noCalendar, "none of the \(failures.count) files in this folder can be read", location: place.shown,
            hint: "The first: \(first.location): \(first.message)")
    }
}
