/// The zone names that Windows programs write, and the zones they mean.
///
/// The keys are facts about Windows; the zones are those of the Unicode CLDR for the whole world (001).
enum WindowsZones {
    /// The zone of a key such as `W. Europe Standard Time`, in any case.
    static func zone(forKey key: String) -> String? { keys[key.lowercased()] }

    /// The zone of a key as other programs vary it: `China Standard Time 1`, `W. Europe Daylight Time`, and `W. Europe`
    /// alone, as Lotus Notes writes it.
    static func zone(forOldKey key: String) -> String? {
        var words = key.lowercased().split(separator: " ")
        if let last = words.last, words.count > 1, last.utf8.allSatisfy({ (48...57).contains($0) }) {
            words.removeLast()
        }
        if words.suffix(2) == ["daylight", "time"] || words.suffix(2) == ["standard", "time"] { words.removeLast(2) }
        guard !words.isEmpty else { return nil }
        return keys[(words + ["standard", "time"]).joined(separator: " ")]
    }

    /// The zone of a display name as `(UTC+01:00) Amsterdam, Berlin, …`; the offset before it is not read,
    /// for it changes from one Windows to the next.
    static func zone(forDisplayName name: String) -> String? {
        var text = name[...]
        if name.hasPrefix("(UTC") || name.hasPrefix("(GMT"), let close = name.firstIndex(of: ")") {
            text = name[name.index(after: close)...].drop { $0 == " " }
        }
        if let zone = displayNames[text.lowercased()] { return zone }
        // Lists of cities differ between versions of Windows; the first known city decides.
        guard text.contains(",") || text.startIndex != name.startIndex else { return nil }
        return text.split { $0 == "," || $0 == "/" }.lazy.compactMap { cities[Self.trimmed($0).lowercased()] }.first
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text = text.dropLast() }
        return text
    }

    private static let cities: [String: String] = {
        var result: [String: String] = [:]
        for line in windowsDisplayNames.split(separator: "\n") {
            let parts = line.split(separator: "|")
            guard parts.count == 2 else { continue }
            for city in parts[0].split(separator: ",") {
                let key = trimmed(city).lowercased()
                if result[key] == nil { result[key] = String(parts[1]) }
            }
        }
        return result
    }()

    private static let keys = table(windowsKeys)
    private static let displayNames = table(windowsDisplayNames)

    private static func table(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "|")
            if parts.count == 2 { result[parts[0].lowercased()] = String(parts[1]) }
        }
        return result
    }
}
