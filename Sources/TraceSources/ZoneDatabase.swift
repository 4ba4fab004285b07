package import LedgerModel
import LocalFiles
import Synchronization

/// The time zones of this machine, read from its zone files (RFC 8536).
package enum ZoneDatabase {
    private static let cache = Mutex<[String: Zone]>([:])
    private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    private static let sizeLimit = 1 << 20

    /// Looks up a name such as `Europe/Berlin`; `nil` if there is no such zone. `TZDIR` in `environment` names another
    /// folder. An old name leads to the current one if the machine does not have it.
    package static func zone(named name: String, environment: [String: String] = [:]) -> Zone? {
        if name == "UTC" || name == "Etc/UTC" || name == "Z" { return .utc }
        guard isName(name) else { return nil }
        let named = [environment["TZDIR"], ThisProgram.variable("TZDIR")]
        let folder = named.lazy.compactMap(\.self).first { $0.hasPrefix("/") }
        let key = (folder ?? "") + "\u{0}" + name
        if let known = cache.withLock({ $0[key] }) { return known }
        let folders = folder.map { [$0] } ?? folders
        let current = OldZoneNames.current(for: name)
        guard let zone = read(name, as: name, in: folders) ?? current.flatMap({ read($0, as: name, in: folders) })
        else { return nil }
        cache.withLock { cache in
            if cache.count >= 1_000 { cache.removeAll() }
            cache[key] = zone
        }
        return zone
    }

    private static func read(_ file: String, as name: String, in folders: [String]) -> Zone? {
        for folder in folders {
            if let bytes = try? FileReader.read(folder + "/" + file, limit: sizeLimit),
                let zone = ZoneFile.parse(bytes, name: name)
            {
                return zone
            }
        }
        return nil
    }

    /// The zone of this machine: `TZ`, or else what `/etc/localtime` points to or holds, or else UTC.
    ///
    /// `TZ` may be a name, with or without a colon before it, or a rule (`CET-1CEST,M3.5.0,M10.5.0/3`).
    package static func machineZone(
        environment: [String: String], localTime: String = "/etc/localtime"
    ) -> Zone {
        if let text = environment["TZ"], let zone = zone(ofVariable: text, environment) { return zone }
        if let target = canonicalPath(localTime), let name = name(inPath: target),
            let zone = zone(named: name, environment: environment)
        {
            return zone
        }
        if let bytes = try? FileReader.read(canonicalPath(localTime) ?? localTime, limit: sizeLimit) {
            if let name = writtenName(), let zone = zone(named: name, environment: environment) { return zone }
            if let zone = ZoneFile.parse(bytes, name: "local") { return zone }
        }
        return .utc
    }

    private static func zone(ofVariable text: String, _ environment: [String: String]) -> Zone? {
        let value = text.hasPrefix(":") ? String(text.dropFirst()) : text
        if value.isEmpty { return .utc }
        if value.hasPrefix("/") {
            if let name = name(inPath: value), let zone = zone(named: name, environment: environment) { return zone }
            return (try? FileReader.read(value, limit: sizeLimit)).flatMap { ZoneFile.parse($0, name: "local") }
        }
        if let zone = zone(named: value, environment: environment) { return zone }
        guard let rule = PosixRule(value) else { return nil }
        return Zone(name: value, initial: 0, tail: rule)
    }

    /// Letters, digits, `_`, `+`, `-` and single slashes inside, so that a name cannot lead out of the folder.
    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return name.utf8.count <= 100 && parts.count <= 4
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                            || byte == 95 || byte == 43 || byte == 45
                    }
            }
    }

    private static func name(inPath path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard let start = parts.lastIndex(of: "zoneinfo") else { return nil }
        let rest = parts[(start + 1)...].drop { $0 == "posix" || $0 == "right" }
        return rest.isEmpty ? nil : rest.joined(separator: "/")
    }

    /// The name in `/etc/timezone`, which Debian writes even if `/etc/localtime` is a copy.
    private static func writtenName() -> String? {
        guard let bytes = try? FileReader.read("/etc/timezone", limit: 4096) else { return nil }
        return String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self)
    }
}
