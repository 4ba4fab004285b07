import LedgerModel
import LocalFiles

/// Parses a form with files as it arrives (RFC 7578), without holding more than a piece of it.
struct MultipartReader {
    /// The head of one part.
    struct Part: Sendable, Hashable {
        /// The field’s name.
        var name: String
        /// `nil` if the part is not a file; empty if no file was chosen. Never a path.
        var fileName: String?
    }

    enum Event: Sendable, Hashable {
        case begin(Part)
        /// More content of the part that began last.
        case bytes([UInt8])
        case end
    }

    /// The bytes are not such a form, or the form is incomplete.
    struct Malformed: Error {}

    private enum State { case preamble, afterDelimiter, head, content, over }

    private let delimiter: [UInt8]
    /// Starts with a line end, so that the first delimiter is found like the others.
    private var buffer: [UInt8] = [13, 10]
    private var state = State.preamble
    private var parts = 0

    private static let longestBoundary = 70
    private static let longestHead = 8_192
    private static let longestPreamble = 1_024
    private static let mostParts = 100

    /// `nil` for another type, or one without a boundary.
    init?(contentType: String) {
        let pieces = contentType.split(separator: ";", omittingEmptySubsequences: false)
        guard pieces.first?.lowercased().filter({ $0 != " " }) == "multipart/form-data" else { return nil }
        let values = pieces.dropFirst().compactMap { piece -> String? in
            let parts = piece.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased().filter({ $0 != " " }) == "boundary" else { return nil }
            return parts[1].filter { $0 != "\"" && $0 != " " }
        }
        guard let boundary = values.first, (1...Self.longestBoundary).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Whether the last delimiter has arrived.
    var isOver: Bool { state == .over }

    /// The events in the next bytes. Throws `Malformed`.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        // Anything after the last delimiter is ignored.
        guard state != .over else { return [] }
        buffer.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// False if more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .over: return false
        case .preamble:
            guard let at = buffer.position(of: delimiter) else {
                if buffer.count > Self.longestPreamble { throw Malformed() }
                return false
            }
            guard at <= Self.longestPreamble else { throw Malformed() }
            drop(at + delimiter.count)
            state = .afterDelimiter
        case .afterDelimiter:
            guard buffer.count >= 2 else { return false }
            if buffer.starts(with: [45, 45]) {
                buffer = []
                state = .over
                return false
            }
            guard buffer.starts(with: [13, 10]) else { throw Malformed() }
            drop(2)
            state = .head
        case .head:
            guard let at = buffer.position(of: [13, 10, 13, 10]) else {
                if buffer.count > Self.longestHead { throw Malformed() }
                return false
            }
            parts += 1
            guard at <= Self.longestHead, parts <= Self.mostParts,
                let part = Part(head: String(decoding: buffer[..<at], as: UTF8.self))
            else { throw Malformed() }
            // The line end before the next delimiter may be the last one of the head.
            drop(at + 2)
            events.append(.begin(part))
            state = .content
            isAtStart = true
        case .content: return content(&events)
        }
        return true
    }

    /// The line end that closes the head is still in the buffer.
    private var isAtStart = false

    private mutating func content(_ events: inout [Event]) -> Bool {
        let skipped = isAtStart ? 2 : 0
        guard let at = buffer.position(of: delimiter) else {
            let safe = buffer.count - delimiter.count
            if safe > skipped {
                events.append(.bytes(Array(buffer[skipped..<safe])))
                drop(safe)
                isAtStart = false
            }
            return false
        }
        if at > skipped { events.append(.bytes(Array(buffer[skipped..<at]))) }
        events.append(.end)
        drop(at + delimiter.count)
        isAtStart = false
        state = .afterDelimiter
        return true
    }

    private mutating func drop(_ count: Int) { buffer.removeFirst(count) }
}

extension MultipartReader.Part {
    private static let longestName = 100
    private static let longestFileName = 200

    /// Reads the lines above the content of a part. `nil` if they name no field.
    init?(head: String) {
        for line in head.split(separator: "\r\n") {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            let values = Self.parameters(line.dropFirst("content-disposition:".count))
            guard let name = values["name"], !name.isEmpty, name.utf8.count <= Self.longestName else { return nil }
            self.init(name: name, fileName: values["filename"].map(Self.plain))
            return
        }
        return nil
    }

    /// Reads `form-data; name="file"; filename="work.ics"`, quoted or not. Of two equal names the first counts.
    private static func parameters(_ text: Substring) -> [String: String] {
        var values: [String: String] = [:]
        var rest = text.unicodeScalars[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var value = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let scalar = rest.popFirst(), scalar != "\"" {
                    if scalar == "\\", rest.first == "\"" {
                        value.append(rest.removeFirst())
                    } else {
                        value.append(scalar)
                    }
                }
            } else {
                value.append(contentsOf: rest.prefix { $0 != ";" })
            }
            let key = String(name).lowercased()
            if values[key] == nil { values[key] = String(value) }
        }
        return values
    }

    /// The file name without the path that some browsers send, and with encoded quotation marks decoded.
    private static func plain(_ fileName: String) -> String {
        let last = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return String(last.replacing("%22", with: "\"").prefix(longestFileName))
    }
}
