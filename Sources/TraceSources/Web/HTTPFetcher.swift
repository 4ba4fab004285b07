package import LedgerModel

/// Fetches one document from the web, from an address that the person gave.
///
/// At most 60 seconds, 50 MB and five redirections. Only the request is sent, and credentials in an address go only
/// to its own host. Errors name the host and nothing else of the address.
package struct HTTPFetcher: Sendable {
    /// What a server said about a version of a document, to send back with the next fetch.
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

    /// With other variables for curl, such as a proxy or the certificates to trust.
    init(seconds: Int64, sizeLimit: Int = 50 << 20, environment: [String: String?]) {
        time = .seconds(seconds)
        self.sizeLimit = sizeLimit
        self.environment = environment
    }

    /// Takes `http`, `https` and `webcal`. Throws `.fetchFailed`, `.curlMissing`, and `.tooLarge` beyond the limit.
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
                throw failure("the address contains a character that cannot be sent", address)
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

    /// Whether this looks like an address that `fetch` takes; nothing is sent.
    package static func canFetch(_ address: String) -> Bool { WebAddress(address) != nil }

    private func request(for address: WebAddress, _ start: WebAddress, _ known: Version) -> Curl.Request {
        var request = Curl.Request(url: address.text)
        request.headers.append(("accept", "text/calendar, */*;q=0.5"))
        if let etag = known.etag { request.headers.append(("if-none-match", etag)) }
        if let date = known.lastModified { request.headers.append(("if-modified-since", date)) }
        if !start.credentials.isEmpty, address.host == start.host, address.scheme == start.scheme {
            let parts = start.credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            // Without a colon, curl would ask for the password.
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
        case .tookTooLong: throw failure("the document did not arrive in time", address)
        case .failed: throw failure("the connection ended before the document did", address)
        }
    }
}

extension HTTPFetcher {
    static let noAnswer = "the server could not be reached, or did not answer in time"

    private static let calDAV: Advice =
        "This looks like CalDAV, which is not supported yet. Publish the calendar, or export it as an .ics file."

    func failure(
        _ message: String, _ address: WebAddress,
        hint: Advice = "Check the address and the network. What was imported before is kept."
    ) -> LedgerError {
        LedgerError(.fetchFailed, message, location: address.publicText, hint: hint)
    }

    /// The error if there was no readable answer.
    func unanswered(_ end: Curl.Response.End, _ address: WebAddress) -> LedgerError {
        guard case .failed(let code?) = end else { return failure(Self.noAnswer, address) }
        switch code {
        case 3: return failure("this is not an address that can be fetched", address)
        case 1, 8: return failure("the server does not answer like a web server", address)
        case 2, 4:
            return failure("curl lacks an option that is needed", address, hint: "Update curl, and try again.")
        case 5, 97:
            return failure(
                "the proxy named in the environment could not be used", address,
                hint: "Check the variables https_proxy, http_proxy and all_proxy.")
        case 51, 60, 83, 91:
            return failure(
                "the certificate of the server cannot be trusted", address,
                hint: "Check the address and this machine’s clock. Certificates of authorities are in the package "
                    + "ca-certificates.")
        case 77:
            return failure(
                "the certificates of authorities cannot be read", address,
                hint: "Install the package ca-certificates, or check CURL_CA_BUNDLE and SSL_CERT_FILE.")
        case 35, 53, 54, 58, 59, 66, 80, 82, 90, 98:
            return failure("no encrypted connection to the server could be made", address)
        case 16, 18, 52, 55, 56, 92: return failure("the connection ended before the server answered", address)
        default: return failure(Self.noAnswer, address)
        }
    }

    /// The error if the answer is neither a document nor a redirection.
    func refusal(_ status: Int, _ address: WebAddress, _ start: WebAddress) -> LedgerError {
        switch status {
        case 401, 403: locked(status, address, start)
        case 404, 410:
            failure(
                "the server has nothing at this address (\(status))", address,
                hint: "The address may have changed. Copy it again from the calendar’s settings.")
        case 405 where address.isCalDAV:
            failure("the server answers only programs that use CalDAV", address, hint: Self.calDAV)
        default: failure("the server answered with \(status)", address)
        }
    }

    /// The error if the server asks for a password: calendars have another address, for other programs, that does not.
    private func locked(_ status: Int, _ address: WebAddress, _ start: WebAddress) -> LedgerError {
        let message =
            if status == 403 { "the server refuses access (403)" } else if start.credentials.isEmpty {
                "the server asks for a name and a password (401)"
            } else {
                "the server does not accept this name and password (401)"
            }
        return failure(
            message, address,
            hint: address.isCalDAV
                ? Self.calDAV
                : "Use the address that the calendar gives to other programs: “secret address in iCal format” in Google, "
                    + "“publish a calendar” in Outlook. What was imported before is kept.")
    }
}

/// What a server sends before the document: the status and the header fields of its last answer.
struct ResponseHead: Hashable, Sendable {
    let status: Int
    /// By name in lower case; of several with the same name, the first.
    private var fields: [String: String] = [:]

    /// Fields are bounded, like everything from outside: a longer one counts as not sent.
    private static let longestField = 8192

    /// Parses the output of curl's `dump-header`. Interim answers (1xx) come before the final one, and trailers of the
    /// document may follow it. `nil` while the final one is incomplete, and if it is not HTTP.
    init?(_ bytes: some Collection<UInt8>) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)[...]
        // The part after the last line end is incomplete.
        _ = lines.popLast()
        repeat {
            guard let first = lines.popFirst(), let status = Self.status(first) else { return nil }
            guard let end = lines.firstIndex(where: { $0.isEmpty || $0.elementsEqual([13]) }) else { return nil }
            let block = lines[..<end]
            lines = lines[(end + 1)...]
            guard (100..<200).contains(status) else {
                self.init(status, block)
                return
            }
        } while true
    }

    private init(_ status: Int, _ lines: some Sequence<some Collection<UInt8>>) {
        self.status = status
        for line in lines where line.count <= Self.longestField {
            let parts = line.split(separator: 58, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let name = String(decoding: parts[0], as: UTF8.self).lowercased()
            let value = String(decoding: parts[1], as: UTF8.self).unicodeScalars.drop { $0 == " " || $0 == "\t" }
            if fields[name] == nil { fields[name] = Self.trimmed(value) }
        }
    }

    private static func trimmed(_ value: Substring.UnicodeScalarView) -> String {
        var value = value
        while let last = value.last, last == " " || last == "\t" || last == "\r" { value.removeLast() }
        return String(Substring(value))
    }

    subscript(name: String) -> String? { fields[name] }

    /// `HTTP/1.1 200 OK`, `HTTP/2 200`.
    private static func status(_ line: some Collection<UInt8>) -> Int? {
        guard line.starts(with: "HTTP/".utf8) else { return nil }
        let words = line.split(whereSeparator: { $0 == 32 || $0 == 13 })
        guard words.count > 1, words[1].count == 3 else { return nil }
        return Int(String(decoding: words[1], as: UTF8.self))
    }
}
