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

    private let time: Duration
    private let sizeLimit: Int
    private let environment: [String: String?]
    private static let redirectionLimit = 5

    package init(seconds: Int64 = 60, sizeLimit: Int = 50 << 20) {
        self.init(seconds: seconds, sizeLimit: sizeLimit, environment: [:])
    }

    /// With other variables for curl: a proxy, the certificates to trust.
    init(seconds: Int64, sizeLimit: Int = 50 << 20, environment: [String: String?]) {
        time = .seconds(seconds)
        self.sizeLimit = sizeLimit
        self.environment = environment
    }

    /// `http`, `https` and `webcal`. Throws `.fetchFailed`, `.curlMissing`, and `.tooLarge` beyond the limit.
    package func fetch(_ address: String, known: Version = Version()) async throws(LedgerError) -> Result {
        guard let start = WebAddress(address) else {
            throw LedgerError(
                .fetchFailed, "this is not an address that can be fetched",
                hint: "An address begins with https://, http:// or webcal://.")
        }
        let curl = try await Curl(environment: environment)
        let began = ContinuousClock.now
        var address = start
        for _ in 0...Self.redirectionLimit {
            let left = time - (ContinuousClock.now - began)
            guard left > .zero else { throw failure(Self.noAnswer, address) }
            let response: Curl.Response
            do {
                response = try await curl.get(request(for: address, start, known), within: left, sizeLimit: sizeLimit)
            } catch is CurlConfiguration.Unwritable {
                throw failure("the address holds a character that cannot be sent", address)
            } catch {
                throw failure(Self.noAnswer, address)
            }
            guard let head = response.head else { throw unanswered(response.end, address) }
            switch head.status {
            case 200..<300: return try document(response, head, address)
            case 304: return .unchanged
            case 301, 302, 303, 307, 308: address = try redirection(head, from: address)
            default: throw refusal(head.status, address, start)
            }
        }
        throw failure("more than \(Self.redirectionLimit) redirections", address)
    }

    /// Whether this has the form of an address that `fetch` takes; nothing is asked.
    package static func canFetch(_ address: String) -> Bool { WebAddress(address) != nil }

    private func request(for address: WebAddress, _ start: WebAddress, _ known: Version) -> Curl.Request {
        var request = Curl.Request(url: address.text)
        request.headers.append(("accept", "text/calendar, */*;q=0.5"))
        if let etag = known.etag { request.headers.append(("if-none-match", etag)) }
        if let date = known.lastModified { request.headers.append(("if-modified-since", date)) }
        if !start.credentials.isEmpty, address.host == start.host, address.scheme == start.scheme {
            let parts = start.credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            // Without a colon curl would ask for the password.
            request.credentials =
                parts[0].percentDecoded + ":" + (parts.count > 1 ? parts[1].percentDecoded : "")
        }
        return request
    }

    private func redirection(_ head: ResponseHead, from address: WebAddress) throws(LedgerError) -> WebAddress {
        guard let location = head["location"], let next = address.redirected(to: location) else {
            throw failure("the server redirects to something that cannot be fetched", address)
        }
        if address.scheme == "https", next.scheme != "https" {
            throw failure("the server redirects to an address without encryption", address)
        }
        return next
    }

    private func document(
        _ response: Curl.Response, _ head: ResponseHead, _ address: WebAddress
    ) throws(LedgerError) -> Result {
        switch response.end {
        case .whole:
            return .fetched(
                response.body, Version(etag: head["etag"], lastModified: head["last-modified"]))
        case .tooLarge:
            throw LedgerError(
                .tooLarge, "the document is larger than \(sizeLimit >> 20) MB", location: address.publicText)
        case .tookTooLong: throw failure("the document did not come in time", address)
        case .failed: throw failure("the connection ended before the document did", address)
        }
    }
}
