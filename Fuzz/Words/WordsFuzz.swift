import LedgerModel

private let berlin = Zone(
    name: "Europe/Berlin", initial: 3600, tail: PosixRule("CET-1CEST,M3.5.0,M10.5.0/3"))

/// Where clocks are furthest apart, and somebody who moved.
private let places: [ZoneHistory] = [
    ZoneHistory(berlin), ZoneHistory(.utc), ZoneHistory(.fixed(14 * 3600)), ZoneHistory(.fixed(-12 * 3600)),
    ZoneHistory([(.first, .utc), (CivilDay(number: 20_000), berlin), (.last, .fixed(-3600))]),
]

/// What a clock may say: today, and the ends of the calendar.
private let clocks: [Instant] = [Instant(1_773_748_800), .first, .last, Instant(Period.end) - 1, Instant(0)]

/// What libFuzzer calls: where and when it is, then what somebody typed or a browser sent.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWords(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    guard size > 2 else { return 0 }
    let zones = places[Int(data[0]) % places.count]
    let now = clocks[Int(data[1]) % clocks.count]
    let text = String(decoding: UnsafeBufferPointer(start: data + 2, count: size - 2), as: UTF8.self)
    times(text, now, zones)
    queries(text)
    address(text, now, zones)
    rules(text)
    return 0
}

private func times(_ text: String, _ now: Instant, _ zones: ZoneHistory) {
    let spoken = SpokenTime(now: now, zones: zones)
    if let instant = try? spoken.parse(text) {
        precondition(instant < Instant(Period.end), "a moment beyond all periods")
        let day = zones.day(of: instant)
        precondition(zones.interval(of: day).contains(instant), "a moment outside its day")
        _ = zones.civil(instant).rfc3339
    }
    _ = try? SpokenTime.exact(text)
    if let seconds = SpokenDuration.parse(text) {
        precondition((0...366 * 86_400).contains(seconds), "a length beyond its bound")
        let said = SpokenDuration.text(seconds)
        let again = SpokenDuration.parse(said) ?? -60
        precondition(abs(again - seconds) <= 30, "a length that reads otherwise")
        _ = Interval(now, seconds: seconds)
    }
    _ = PublicID(text)
    if let range = ClockRange(text) { precondition(ClockRange(range.text) == range, "hours that read otherwise") }
}

private func check(_ period: Period, _ now: Instant, _ zones: ZoneHistory) {
    precondition(.first <= period.since && period.since <= period.until && period.until <= Period.end)
    precondition(period.previous.until <= period.since && !period.text.isEmpty)
    precondition(period.clipped(to: zones.day(of: now)).days <= period.days)
    precondition(period.interval(zones).seconds <= period.days * 86_400 + 2 * 86_400)
    _ = Shard.covering(period.interval(zones))?.count
}

private func queries(_ text: String) {
    let query = SearchQuery(text)
    precondition(SearchQuery(query.text) == query, "a query that reads otherwise")
}

/// The part of a request that decides what a page shows.
private func address(_ text: String, _ now: Instant, _ zones: ZoneHistory) {
    let today = zones.day(of: now)
    if let period = try? Period(text, today: today) { check(period, now, zones) }
    if let period = try? Period(day: text, today: today) { check(period, now, zones) }
    let fields = Fields(text)
    let asked = try? Period(in: fields["in"], since: fields["since"], until: fields["until"], today: today)
    if let asked { check(asked, now, zones) }
    for name in ["day", "week"] {
        if let text = fields[name], let period = try? Period(day: text, today: today) { check(period, now, zones) }
    }
    queries(fields["q"] ?? "")
    for path in [LocalPath.safe(text), LocalPath.safe(fields["here"])] {
        precondition(path.hasPrefix("/") && !path.hasPrefix("//"), "a path that leads away")
    }
}

/// The rule at the end of a zone's file, and a whole file.
private func rules(_ text: String) {
    let rule = PosixRule(text).map { Zone(name: "fuzz", initial: 0, tail: $0) }
    for zone in [rule, ZoneFile.parse(Array(text.utf8), name: "fuzz")].compactMap(\.self) {
        for clock in clocks {
            let civil = zone.civil(clock)
            precondition((0..<86_400).contains(civil.secondOfDay))
            _ = zone.instant(civil.day, seconds: Int64(civil.secondOfDay))
        }
    }
}
