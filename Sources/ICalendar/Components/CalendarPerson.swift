/// An ORGANIZER or ATTENDEE.
package struct CalendarPerson: Hashable, Sendable {
    /// A mail address in lower case; empty if there is none.
    package var address: String
    /// The address that invitations are sent to, where a program hides the person's own behind it.
    package var alias: String?
    package var name: String
    /// PARTSTAT in lower case; empty if missing.
    package var participation: String
    /// A room or other resource.
    package var isResource: Bool
    /// Informed, but not expected to come (ROLE=NON-PARTICIPANT).
    package var isInformed: Bool

    /// The address is the EMAIL parameter, else that of `mailto:`, else a bare one.
    init(_ line: ContentLine) {
        let value = ContentLine.trimmed(line.value)
        let prefix = Array("mailto:".utf8)
        let isMail = value.count > prefix.count && zip(value, prefix).allSatisfy { $0 | 32 == $1 }
        let written = isMail ? value.dropFirst(prefix.count) : value
        var address = ""
        if written.contains(UInt8(ascii: "@")), isMail || !written.contains(UInt8(ascii: "/")) {
            address = Self.address(written)
        }
        if let mail = line[.email], mail.utf8.contains(UInt8(ascii: "@")) {
            let own = Self.address(Array(mail.utf8)[...])
            if !address.isEmpty, address != own { alias = address }
            address = own
        }
        self.address = address
        name = Self.bounded(line[.commonName] ?? "", 200)
        participation = Self.bounded(line[.participation] ?? "", 40).lowercased()
        let type = line[.userType]?.uppercased()
        isResource = type == "ROOM" || type == "RESOURCE" || address.hasSuffix("@resource.calendar.google.com")
        isInformed = line[.role]?.uppercased() == "NON-PARTICIPANT"
    }

    /// Whether any of their addresses is among `addresses`.
    package func isOne(of addresses: Set<String>) -> Bool {
        addresses.contains(address) || alias.map(addresses.contains) == true
    }

    /// Small letters, no blanks, at most 320 bytes (RFC 3696).
    private static func address(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var isASCII = true
        for byte in bytes.prefix(320) where byte > 32 && byte != 127 {
            if byte >= 128 { isASCII = false }
            plain.append((65...90).contains(byte) ? byte | 32 : byte)
        }
        let text = CalendarText.string(plain[...])
        return isASCII ? text : text.lowercased()
    }

    private static func bounded(_ text: String, _ limit: Int) -> String {
        text.utf8.count <= limit ? text : String(text.prefix(limit / 4))
    }
}
