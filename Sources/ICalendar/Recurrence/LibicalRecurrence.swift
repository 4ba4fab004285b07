import CLibical
import Synchronization

/// libical's own expansion, one at a time: the library is not safe to use from several threads.
enum LibicalRecurrence {
    /// Outside these years libical's arithmetic is not trusted.
    static let years = 1900...2400

    private static let gate = Mutex<Void>(())

    /// `text` is a rule as it stands behind `RRULE:`.
    static func expand(
        _ text: String, from start: Int64, isDate: Bool, before end: Int64, limit: Int
    ) -> Expansion {
        gate.withLock { _ in
            var result = Expansion()
            var parsed = icalrecurrencetype_from_string(text)
            defer { icalrecurrencetype_clear(&parsed) }
            guard parsed.freq != ICAL_NO_RECURRENCE,
                let iterator = icalrecur_iterator_new(parsed, time(start, isDate: isDate))
            else { return result }
            defer { icalrecur_iterator_free(iterator) }
            while true {
                let next = icalrecur_iterator_next(iterator)
                if next.year == 0 { break }
                let local =
                    CivilDate.days(year: Int(next.year), month: Int(next.month), day: Int(next.day))
                    * CivilDate.secondsPerDay + Int64(next.hour) * 3600 + Int64(next.minute) * 60 + Int64(next.second)
                result.steps += 1
                if local >= end { break }
                if local < start { continue }
                if result.starts.count == limit {
                    result.isCut = true
                    break
                }
                result.starts.append(local)
            }
            return result
        }
    }

    private static func time(_ local: Int64, isDate: Bool) -> icaltimetype {
        let day = CivilDate.quotient(local, CivilDate.secondsPerDay)
        let second = local - day * CivilDate.secondsPerDay
        let (year, month, date) = CivilDate.components(day)
        var time = icaltime_null_time()
        time.year = Int32(year)
        time.month = Int32(month)
        time.day = Int32(date)
        time.hour = Int32(second / 3600)
        time.minute = Int32(second / 60 % 60)
        time.second = Int32(second % 60)
        time.is_date = isDate ? 1 : 0
        return time
    }
}
