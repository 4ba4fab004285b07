import LedgerModel
import Programs
import Synchronization

/// The program curl: the only thing that opens an outgoing connection, one request per run.
///
/// It gets everything on its standard input and reads no file of the person's: no `.curlrc`, no `.netrc`, no
/// cookies. It follows no redirections. It uses the proxies and certificates that the environment names.
struct Curl: Sendable {
    private let program: Program

    /// Throws `.curlMissing`.
    init(environment: [String: String?] = [:]) async throws(LedgerError) {
        // SSLKEYLOGFILE would write the keys of encrypted connections to a file, for debugging.
        let conditions: [String: String?] = ["LC_ALL": "C", "SSLKEYLOGFILE": nil]
        do {
            program = try await Program(named: "curl", environment: conditions.merging(environment) { $1 })
        } catch {
            throw LedgerError(
                .curlMissing, "curl was not found; it is needed to fetch addresses",
                hint: "Install it (Debian, Ubuntu: apt install curl ca-certificates), or put its folder on PATH.")
        }
    }

    struct Request: Sendable {
        var url: String
        /// `name:password`, not encoded.
        var credentials: String?
        var headers: [(name: String, value: String)] = []
    }

    struct Response: Sendable {
        enum End: Hashable, Sendable {
            case whole
            /// The exit code of curl; `nil` if something else ended it.
            case failed(Int32?)
            case tookTooLong
            case tooLarge
        }

        /// `nil` if there was no answer, or if it was too long.
        var head: ResponseHead?
        /// Empty if the answer is not a document.
        var body: [UInt8] = []
        var end: End
    }

    /// Gets a document of at most `sizeLimit` bytes. Throws `CurlConfiguration.Unwritable`.
    func get(_ request: Request, within time: Duration, sizeLimit: Int) async throws -> Response {
        let configuration = try Self.configuration(request, time)
        let head = HeadCollector()
        var body: [UInt8] = []
        var end = Response.End.whole
        do {
            let result = try await program.run(
                ["-q", "--config", "-"], input: Array(configuration.text.utf8),
                limits: ProgramLimits(time: time, output: sizeLimit),
                hear: { chunk in chunk.withUnsafeBytes { head.take($0) } },
                { chunk in chunk.withUnsafeBytes { body.append(contentsOf: $0) } })
            if !result.isSuccess { end = .failed(result.exitCode) }
        } catch ProgramError.tookTooLong {
            end = .tookTooLong
        } catch ProgramError.printedTooMuch {
            end = .tooLarge
        } catch is ProgramError {
            end = .failed(nil)
        }
        return Response(head: head.whole, body: body, end: end)
    }

    private static func configuration(
        _ request: Request, _ time: Duration
    ) throws(CurlConfiguration.Unwritable) -> CurlConfiguration {
        var all = CurlConfiguration()
        all.add("silent")
        all.add("globoff")
        all.add("path-as-is")
        try all.add("proto", "=http,https")
        // The head goes to stderr, so that it cannot be confused with the document, and as it comes, so that an
        // endless head is noticed.
        try all.add("dump-header", "/dev/stderr")
        all.add("suppress-connect-headers")
        // Limelight ends it sooner if Limelight is still running.
        try all.add("max-time", "\(time.components.seconds + 5)")
        try all.add("user-agent", "limelight")
        for header in request.headers { try all.addHeader(header.name, header.value) }
        if let credentials = request.credentials { try all.add("user", credentials) }
        try all.add("url", request.url)
        return all
    }
}

/// Collects the head of an answer from curl's standard error.
private final class HeadCollector: Sendable {
    /// Servers send a few hundred bytes; curl itself accepts 300 KB.
    private static let limit = 256 << 10

    private let bytes = Mutex<[UInt8]>([])

    /// False if no more is needed: the answer is not a document, or its head is too long.
    func take(_ chunk: UnsafeRawBufferPointer) -> Bool {
        bytes.withLock { bytes in
            if bytes.count <= Self.limit { bytes.append(contentsOf: chunk) }
            if let head = ResponseHead(bytes) { return (200..<300).contains(head.status) }
            return bytes.count <= Self.limit
        }
    }

    var whole: ResponseHead? { bytes.withLock { ResponseHead($0) } }
}

/// Options for curl in the syntax of its configuration files, one per line. They go to its standard input, since
/// every account of the machine can read arguments.
struct CurlConfiguration: Sendable {
    /// A value has a character that cannot be in a line.
    struct Unwritable: Error {}

    private(set) var text = ""

    mutating func add(_ flag: String) { text += flag + "\n" }

    /// Adds a quoted value: quotes, backslashes, tabs and line ends are escaped. Throws `Unwritable` for every other
    /// control character.
    mutating func add(_ option: String, _ value: String) throws(Unwritable) {
        var quoted = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            default:
                guard !scalar.isControl else { throw Unwritable() }
                quoted.unicodeScalars.append(scalar)
            }
        }
        text += "\(option) = \"\(quoted)\"\n"
    }

    /// Adds a header field of the request. Throws `Unwritable` for every control character: a line end would begin
    /// another field.
    mutating func addHeader(_ name: String, _ value: String) throws(Unwritable) {
        guard !value.unicodeScalars.contains(where: \.isControl) else { throw Unwritable() }
        try add("header", "\(name): \(value)")
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 32 || value == 127 }
}
