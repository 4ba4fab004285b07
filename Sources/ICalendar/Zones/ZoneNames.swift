/// Turns the TZIDs of calendars into names of the time zone database.
package enum ZoneNames {
    /// Names to look up, most likely first: the name itself, the zone of a Windows name, the end of a path such as
    /// `/freeassociation.sourceforge.net/Europe/Berlin`.
    package static func candidates(_ id: String) -> [String] {
        var found: [String] = []
        func add(_ name: String) {
            guard isPlain(name), !found.contains(name) else { return }
            found.append(name)
        }
        let id = cleaned(id)
        if let windows = WindowsZones.zone(forKey: id) ?? WindowsZones.zone(forDisplayName: id) { add(windows) }
        add(id)
        if id.uppercased() == "Z" || id.uppercased() == "GMT" || id.uppercased() == "UTC" { add("Etc/UTC") }
        if let windows = WindowsZones.zone(forOldKey: id) { add(windows) }
        var rest = id[...]
        while let slash = rest.firstIndex(of: "/"), found.count < 16 {
            rest = rest[rest.index(after: slash)...]
            // One word alone, as `Berlin` or `Eastern`, is not a name.
            if rest.uppercased() == "UTC" { add("Etc/UTC") }
            if rest.contains("/") { add(String(rest)) }
        }
        return found
    }

    /// The offset in seconds east of UTC in a name such as `UTC+01`, `GMT-0500` or `(UTC+05:30) …`.
    package static func fixedOffset(_ id: String) -> Int32? {
        var text = cleaned(id)[...]
        if text.first == "(" { text = text.dropFirst().prefix { $0 != ")" } }
        let upper = text.uppercased()
        guard upper.hasPrefix("UTC") || upper.hasPrefix("GMT") else { return nil }
        let rest = upper.dropFirst(3).filter { $0 != " " }
        guard !rest.isEmpty else { return 0 }
        guard let sign = rest.first, sign == "+" || sign == "-" || sign == "\u{2212}" else { return nil }
        let parts = rest.dropFirst().split(separator: ":")
        let digits = parts.joined()
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), parts.count <= 2,
            let number = Int32(digits)
        else { return nil }
        let (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign == "+" ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    /// Without quotes, a repeated `TZID=`, and spaces.
    private static func cleaned(_ id: String) -> String {
        var text = id.filter { $0 != "\"" && $0 != "\\" }[...]
        if text.uppercased().hasPrefix("TZID=") { text = text.dropFirst(5) }
        while text.first == " " || text.first == "/" { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text.prefix(200))
    }

    /// Only letters, digits and `_+-/`, so that a name cannot lead out of a folder.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64 && !name.hasSuffix("/")
            && name.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 || $0 == 43
                    || $0 == 45 || $0 == 47
            }
    }
}
