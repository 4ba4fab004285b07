/// The names of the properties that are read; any other is `other`.
enum PropertyName: String, CaseIterable, Sendable {
    case begin = "BEGIN"
    case end = "END"
    case uid = "UID"
    case start = "DTSTART"
    case finish = "DTEND"
    case duration = "DURATION"
    case summary = "SUMMARY"
    case description = "DESCRIPTION"
    case rule = "RRULE"
    case extraDates = "RDATE"
    case exceptDates = "EXDATE"
    case exceptRule = "EXRULE"
    case recurrenceID = "RECURRENCE-ID"
    case sequence = "SEQUENCE"
    case lastModified = "LAST-MODIFIED"
    case stamp = "DTSTAMP"
    case status = "STATUS"
    case transparency = "TRANSP"
    case classification = "CLASS"
    case categories = "CATEGORIES"
    case organizer = "ORGANIZER"
    case attendee = "ATTENDEE"
    case method = "METHOD"
    case zoneID = "TZID"
    case offsetFrom = "TZOFFSETFROM"
    case offsetTo = "TZOFFSETTO"
    case location = "X-LIC-LOCATION"
    case calendarName = "X-WR-CALNAME"
    case name = "NAME"
    /// The zone of times that say none, as Google and Apple write it.
    case calendarZone = "X-WR-TIMEZONE"
    /// How Outlook shows the time: FREE, TENTATIVE, BUSY, OOF, WORKINGELSEWHERE.
    case busyStatus = "X-MICROSOFT-CDO-BUSYSTATUS"
    /// Outlook's word for a whole day.
    case isWholeDay = "X-MICROSOFT-CDO-ALLDAYEVENT"
    /// How a private event stood, in the text that is kept of its series.
    case standing = "X-LIMELIGHT-AS"
    case other = ""

    /// Nearly all names have at most 15 letters, so that two words hold one.
    private static let known = Dictionary(
        uniqueKeysWithValues: allCases.filter { $0.rawValue.utf8.count <= 15 }.map {
            (key(Array($0.rawValue.utf8)[...]), $0)
        })
    private static let long = allCases.filter { $0.rawValue.utf8.count > 15 }

    init(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count > 15 else {
            self = Self.known[Self.key(bytes)] ?? .other
            return
        }
        self =
            Self.long.first { name in
                name.rawValue.utf8.count == bytes.count
                    && zip(name.rawValue.utf8, bytes).allSatisfy { $0 == ((97...122).contains($1) ? $1 - 32 : $1) }
            } ?? .other
    }

    static func key(_ bytes: ArraySlice<UInt8>) -> UInt128 {
        var (high, low): (UInt64, UInt64) = (0, 0)
        for byte in bytes {
            high = high << 8 | low >> 56
            low = low << 8 | UInt64((97...122).contains(byte) ? byte - 32 : byte)
        }
        return UInt128(high) << 64 | UInt128(low)
    }
}

/// The parameters that are read.
enum ParameterName: String, CaseIterable, Sendable {
    case zoneID = "TZID"
    case value = "VALUE"
    case range = "RANGE"
    case commonName = "CN"
    case participation = "PARTSTAT"
    case userType = "CUTYPE"
    case role = "ROLE"
    case email = "EMAIL"

    private static let known = Dictionary(
        uniqueKeysWithValues: allCases.map { (PropertyName.key(Array($0.rawValue.utf8)[...]), $0) })

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count <= 15, let name = Self.known[PropertyName.key(bytes)] else { return nil }
        self = name
    }
}
