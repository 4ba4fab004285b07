package import LedgerModel

/// A calendar as an iCalendar file (RFC 5545).
package struct DemoCalendar: Sendable, Hashable {
    package let name: String
    package let fileName: String
    /// What its events are for; `nil` if they do not tell.
    package let arena: Arena?
    package let bytes: [UInt8]

    init(name: String, fileName: String, arena: Arena?, plan: CalendarPlan, days: DemoDays) {
        self.name = name
        self.fileName = fileName
        self.arena = arena
        var writer = ICSWriter(days: days)
        writer.write(plan, name: name)
        bytes = writer.bytes
    }
}
