import LedgerModel
import TraceFormats

private let berlin = Zone(
    name: "Europe/Berlin", initial: 3600, tail: PosixRule("CET-1CEST,M3.5.0,M10.5.0/3"))

private let options = CalendarReader.Options(
    fileName: "fuzz.ics", me: ["mara@example.org"], zones: ZoneHistory(berlin),
    zoneNamed: { $0.hasPrefix("Europe/") ? berlin : nil }, horizon: CivilDay(number: 21_183))

/// What libFuzzer calls: bytes that may be a calendar.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCalendar(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    guard let reading = try? CalendarReader.read(bytes, options: options) else { return 0 }
    // No end before its start, and a kept series reads again.
    for draft in reading.drafts { precondition(draft.until ?? draft.at >= draft.at) }
    if let series = reading.series.first {
        precondition((try? CalendarReader.read(Array(series.text.utf8), options: options)) != nil)
    }
    return 0
}
