import GRDB
import LedgerModel

extension Names {
    /// A calendar's record of a series without forgotten people. Their stand-ins take their places among the attendees,
    /// so that expanding the record gives the same drafts as an import.
    func scrub(_ db: Database, record: String) throws -> String {
        guard let forgotten else { return record }
        var lines = record.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        var isChanged = false
        var event: (texts: [Int], people: [PersonMention]) = ([], [])
        func change(_ index: Int, _ line: String) {
            guard lines[index] != line else { return }
            lines[index] = line
            isChanged = true
        }
        for index in lines.indices {
            let line = RecordLine(lines[index])
            switch line.name {
            case "BEGIN" where line.value == "VEVENT": event = ([], [])
            case "ATTENDEE", "ORGANIZER":
                let (identity, _) = try standIn(db, line.identity, name: line.shown ?? "")
                if !line.isRoom, !identity.isEmpty {
                    event.people.append(
                        PersonMention(
                            identity: identity, name: "", role: .attendee, participation: line.participation))
                }
                if forgotten.isStandIn(identity) {
                    change(index, line.called(identity))
                } else if let shown = line.shown, WholeWords(shown).words.count > 1 {
                    // Another person with the same name.
                    change(index, line.shown(as: forgotten.scrubbed(shown)))
                }
            case "SUMMARY", "DESCRIPTION", "CATEGORIES":
                event.texts.append(index)
                change(index, line.mapped(forgotten.scrubbed))
            case "END" where line.value == "VEVENT":
                guard let alone = forgotten.onlyOther(event.people) else { continue }
                for text in event.texts {
                    let line = RecordLine(lines[text])
                    change(
                        text,
                        line.mapped {
                            forgotten.scrubbed($0, partsOf: alone, isText: line.name == "DESCRIPTION")
                        })
                }
            default: continue
            }
        }
        return isChanged ? lines.joined(separator: "\r\n") : record
    }
}

/// A line of a record as `SeriesRecord` writes it, unfolded and with quoted parameters.
struct RecordLine {
    /// In upper case.
    let name: String
    private let parameters: [String]
    let value: String
    private let text: String

    init(_ line: String) {
        text = line
        var parts: [String] = [""]
        var isQuoted = false
        var rest = line[...]
        while let character = rest.first, isQuoted || character != ":" {
            rest = rest.dropFirst()
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        name = parts[0].uppercased()
        parameters = Array(parts.dropFirst())
        value = String(rest.dropFirst())
    }

    private func parameter(_ key: String) -> String? {
        parameters.first { $0.uppercased().hasPrefix(key + "=") }.map { parameter in
            String(parameter.dropFirst(key.count + 1)).filter { $0 != "\"" }
                .replacing("^'", with: "\"").replacing("^n", with: "\n").replacing("^^", with: "^")
        }
    }

    /// The name that comes with the address.
    var shown: String? { parameter("CN").flatMap { $0.isEmpty ? nil : $0 } }
    var participation: String { parameter("PARTSTAT")?.lowercased() ?? "" }
    /// Whether it is not a person but a room, a thing, or a calendar that organises its own events.
    var isRoom: Bool {
        ["ROOM", "RESOURCE"].contains(parameter("CUTYPE")?.uppercased() ?? "")
            || ["@resource.calendar.google.com", "@group.calendar.google.com"].contains { identity.hasSuffix($0) }
    }

    /// The mail address in lower case, or else the name, as `Attendance` reads it.
    var identity: String {
        let small = value.lowercased()
        let address = small.hasPrefix("mailto:") ? String(small.dropFirst(7)) : small
        return address.contains("@") ? address : shown?.lowercased() ?? ""
    }

    /// The line with a stand-in in place of the person.
    func called(_ standIn: String) -> String {
        let kept = parameters.filter { parameter in
            ["PARTSTAT=", "CUTYPE=", "ROLE="].contains { parameter.uppercased().hasPrefix($0) }
        }
        return ([name, "CN=\"\(standIn)\""] + kept).joined(separator: ";") + ":invalid:nomail"
    }

    func shown(as name: String) -> String {
        guard name != shown else { return text }
        let quoted = name.replacing("^", with: "^^").replacing("\"", with: "^'").replacing("\n", with: "^n")
        let others = parameters.filter { !$0.uppercased().hasPrefix("CN=") }
        return ([self.name, "CN=\"\(quoted)\""] + others).joined(separator: ";") + ":" + value
    }

    /// The value without escapes.
    var plainValue: String { Self.unescaped(value) }

    /// The line with its value changed, or each value of a list of categories.
    func mapped(_ change: (String) -> String) -> String {
        let values = name == "CATEGORIES" ? Self.split(value) : [value]
        let changed = values.map { value -> String in
            let plain = Self.unescaped(value)
            let kept = change(plain)
            return kept == plain ? value : Self.escaped(kept)
        }
        guard changed != values else { return text }
        return ([name] + parameters).joined(separator: ";") + ":" + changed.joined(separator: ",")
    }

    private static func split(_ value: String) -> [String] {
        var parts = [""]
        var isEscaped = false
        for character in value {
            if character == ",", !isEscaped {
                parts.append("")
                continue
            }
            isEscaped = character == "\\" && !isEscaped
            parts[parts.count - 1].append(character)
        }
        return parts
    }

    private static func unescaped(_ value: String) -> String {
        var result = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                result.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", ";", ",": result += "\\\(character)"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }
}
