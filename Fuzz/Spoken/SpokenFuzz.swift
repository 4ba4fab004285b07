import LedgerModel
import TraceFormats

private let berlin = Zone(
    name: "Europe/Berlin", initial: 3600, tail: PosixRule("CET-1CEST,M3.5.0,M10.5.0/3"))

/// Days on which years and clocks change, and the ends of the calendar.
private let clocks: [Instant] = [
    Instant(1_773_748_800), Instant(1_772_236_800), Instant(1_793_000_000), Instant(1_798_761_500), .first, .last,
]

/// What libFuzzer calls: what the clock says, then what somebody typed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSpoken(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    guard size > 1 else { return 0 }
    let now = clocks[Int(data[0]) % clocks.count]
    let text = String(decoding: UnsafeBufferPointer(start: data + 1, count: size - 1), as: UTF8.self)
    let spoken = SpokenTime(now: now, zones: ZoneHistory(berlin))
    moments(text, spoken)
    days(text, spoken)
    lines(text, spoken)
    if let seconds = SpokenDuration.parse(text) { precondition((0...366 * 86_400).contains(seconds)) }
    if let clock = SpokenTime.clock(text) { precondition((0..<86_400).contains(clock)) }
    return 0
}

private func moments(_ text: String, _ spoken: SpokenTime) {
    do throws(LedgerError) {
        let span = try spoken.parseSpan(text)
        precondition(span.from < Instant(Period.end))
        // A span has a length, of at most a day and the hour by which clocks may be set back.
        if let until = span.until { precondition(span.from <= until && until - span.from <= 90_000) }
        precondition((try? spoken.parseSpan(text).from) == span.from, "read twice, read differently")
    } catch {
        precondition(!error.message.isEmpty && !error.hint.isEmpty, "refused without a reason")
        precondition(error.message.utf8.count < 1_000, "a text without end is quoted")
    }
}

private func days(_ text: String, _ spoken: SpokenTime) {
    _ = spoken.day(text, year: .next(from: spoken.today))
    guard let past = spoken.day(text) else { return }
    // Its ISO form is the same day, and so is what is shown of it.
    precondition(spoken.day(past.iso) == past)
    precondition(SpokenDate(.day, around: past).text == Period.date(past))
    if case .day(let day) = CivilDay.written(text) { precondition(day == past, "a whole date that depends on today") }
}

private func lines(_ text: String, _ spoken: SpokenTime) {
    let line = text.prefix { !$0.isNewline }
    guard case .found(let found)? = SpokenBeginning.read(String(line), today: spoken.today) else { return }
    precondition(line.hasSuffix(found.rest), "words that were not there")
    precondition(found.rest.count < line.count, "a date of no words")
    if let date = found.parts.date { precondition(date.first <= date.last && !date.text.isEmpty) }
    guard found.parts.date?.unit ?? .day == .day, found.exact == nil else { return }
    _ = spoken.moments(found.parts)
}
