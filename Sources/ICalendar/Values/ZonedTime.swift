/// A time and the name of the zone that it was written with.
package struct ZonedTime: Hashable, Sendable {
    package var time: CalendarTime
    package var zoneID: String?
    /// Where it stands in its file.
    package var line: Int

    package init(_ time: CalendarTime, zoneID: String? = nil, line: Int = 0) {
        self.time = time
        self.zoneID = zoneID
        self.line = line
    }

    /// `;TZID=…:20260317T080000` and the like, behind a property's name.
    var text: String {
        if time.isDate { return ";VALUE=DATE:" + time.basicText }
        if time.isUTC { return ":" + time.basicText + "Z" }
        return (zoneID.map { ";TZID=" + CalendarText.quoted($0) } ?? "") + ":" + time.basicText
    }
}

/// An RDATE: a start, and for a period its end.
package struct ExtraDate: Hashable, Sendable {
    package enum End: Hashable, Sendable {
        case none
        case at(ZonedTime)
        case after(CalendarDuration)
    }

    package var start: ZonedTime
    package var end: End
}
