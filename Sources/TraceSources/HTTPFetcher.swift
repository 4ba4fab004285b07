import AsyncHTTPClient
package import LedgerModel
import NIOCore
import NIOHTTP1

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
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        // Somebody waits for the answer, and may try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome: Swift.Result<Result, LedgerError>
        do throws(LedgerError) {
            outcome = .success(try await follow(start, known, client))
        } catch {
            outcome = .failure(error)
        }
        try? await client.shutdown()
        return try outcome.get()
    }

    private func follow(
        _ start: WebAddress, _ known: Version, _ client: HTTPClient
    ) async throws(LedgerError) -> Result {
        let deadline = NIODeadline.now() + .seconds(seconds)
        var address = start
        for _ in 0...Self.redirectionLimit {
            let response: HTTPClientResponse
            do {
                response = try await client.execute(request(for: address, start, known), deadline: deadline)
            } catch {
                throw failure("the server could not be reached, or did not answer in time", address)
            }
            switch response.status.code {
            case 200..<300: return try await document(response, address, deadline)
            case 304: return .unchanged
            case 301, 302, 303, 307, 308:
                guard let location = response.headers.first(name: "location"),
                    let next = address.redirected(to: location)
                else { throw failure("the server redirects to something that cannot be fetched", address) }
                if address.scheme == "https", next.scheme != "https" {
                    throw failure("the server redirects to an address without encryption", address)
                }
                address = next
            case 401, 403: throw locked(response.status.code, address, start)
            case 404, 410:
                throw failure(
                    "the server has nothing at this address (\(response.status.code))", address,
                    hint: "The address may have been renewed: copy it again from the calendar’s settings.")
            case 405 where address.isCalDAV:
                throw failure("the server answers to programs that speak CalDAV only", address, hint: Self.calDAV)
            default: throw failure("the server answered with \(response.status.code)", address)
            }
        }
        throw failure("more than \(Self.redirectionLimit) redirections", address)
    }

    private func request(for address: WebAddress, _ start: WebAddress, _ known: Version) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: address.text)
        request.headers.add(name: "user-agent", value: "limelight")
        request.headers.add(name: "accept", value: "text/calendar, */*;q=0.5")
        if let etag = known.etag { request.headers.add(name: "if-none-match", value: etag) }
        if let date = known.lastModified { request.headers.add(name: "if-modified-since", value: date) }
        if !start.credentials.isEmpty, address.host == start.host, address.scheme == start.scheme {
            let parts = start.credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                .map { withoutPercents($0) }
            request.setBasicAuth(username: parts[0], password: parts.count > 1 ? parts[1] : "")
        }
        return request
    }

    private func document(
        _ response: HTTPClientResponse, _ address: WebAddress, _ deadline: NIODeadline
    ) async throws(LedgerError) -> Result {
        var bytes: [UInt8] = []
        do {
            for try await part in response.body {
                bytes.append(contentsOf: part.readableBytesView)
                if bytes.count > sizeLimit { break }
                if NIODeadline.now() > deadline { throw CancellationError() }
            }
        } catch is CancellationError {
            throw failure("the document did not come in time", address)
        } catch {
            throw failure("the connection ended before the document did", address)
        }
        if bytes.count > sizeLimit {
            throw LedgerError(
                .tooLarge, "the document is larger than \(sizeLimit >> 20) MB", location: address.publicText)
        }
        let version = Version(
            etag: response.headers.first(name: "etag"), lastModified: response.headers.first(name: "last-modified"))
        return .fetched(bytes, version)
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
