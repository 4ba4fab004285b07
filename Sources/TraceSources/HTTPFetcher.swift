package import LedgerModel

/// Fetches one document from the web, because the person gave its address.
///
/// At most 60 seconds, 50 MB and five redirections; nothing is sent but the request, and credentials in an
/// address only to its own host. Errors name the host and nothing else of the address.
package struct HTTPFetcher: Sendable {
    /// What a server said about a document, to be given back at the next fetch.
    package struct Version: Hashable, Sendable, Codable {
        package var etag: String?
        package var lastModified: String?

        package init(etag: String? = nil, lastModified: String? = nil) {
            self.etag = etag
            self.lastModified = lastModified
        }
    }

    package enum Result: Sendable {
        case unchanged
        case fetched([UInt8], Version)
    }

    private let seconds: Int64
    private let sizeLimit: Int
    private static let redirectionLimit = 5

    package init(seconds: Int64 = 60, sizeLimit: Int = 50 << 20) {
        self.seconds = seconds
        self.sizeLimit = sizeLimit
    }

    /// `http`, `https` and `webcal`. Throws `.fetchFailed`, and `.tooLarge` beyond the limit.
    package func fetch(_ address: String, known: Version = Version()) async throws(LedgerError) -> Result {
        guard let start = WebAddress(address) else {
            throw LedgerError(
                .fetchFailed, "this is not an address that can be fetched",
                hint: "An address begins with https://, http:// or webcal://.")
        }
        throw failure("the server could not be reached, or did not answer in time", start)
    }

    /// Whether this has the form of an address that `fetch` takes; nothing is asked.
    package static func canFetch(_ address: String) -> Bool { WebAddress(address) != nil }

    /// A calendar that asks who is there has another address, for other programs, that does not.
    private func locked(_ status: UInt, _ address: WebAddress, _ start: WebAddress) -> LedgerError {
        let message =
            if status == 403 { "the server does not let you in (403)" } else if start.credentials.isEmpty {
                "the server asks for a name and a password (401)"
            } else {
                "the server does not take this name and password (401)"
            }
        return failure(
            message, address,
            hint: address.isCalDAV
                ? Self.calDAV
                : "Use the address that the calendar gives to other programs: “secret address in iCal format” in Google, "
                    + "“publish a calendar” in Outlook. What was imported before is kept.")
    }

    private static let calDAV =
        "This looks like CalDAV, which is not read yet: publish the calendar, or export it as an .ics file."

    private func failure(
        _ message: String, _ address: WebAddress,
        hint: String = "Check the address and the network; what was imported before is kept."
    ) -> LedgerError {
        LedgerError(.fetchFailed, message, location: address.publicText, hint: hint)
    }
}

/// `%40` as `@`; what is no escape stays.
private func withoutPercents(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == 37, rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
