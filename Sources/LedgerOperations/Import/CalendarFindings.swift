import LedgerModel
import TraceFormats

/// What the files of one calendar gave, and which of them could not be read whole.
struct CalendarFindings {
    var readings: [CalendarReading] = []
    var failures: [LedgerError] = []
    var diagnostics = Diagnostics()

    /// Everything was there and was read, so that what is missing is gone.
    var isWhole: Bool { failures.isEmpty }

    mutating func add(_ reading: CalendarReading, from file: String) {
        readings.append(reading)
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
