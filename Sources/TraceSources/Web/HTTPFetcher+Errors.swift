import LedgerModel

extension HTTPFetcher {
    static let noAnswer = "the server could not be reached, or did not answer in time"

    private static let calDAV: Advice =
        "This looks like CalDAV, which is not read yet: publish the calendar, or export it as an .ics file."

    func failure(
        _ message: String, _ address: WebAddress,
        hint: Advice = "Check the address and the network; what was imported before is kept."
    ) -> LedgerError {
        LedgerError(.fetchFailed, message, location: address.publicText, hint: hint)
    }

    /// There was no answer, or none that can be read.
    func unanswered(_ end: Curl.Response.End, _ address: WebAddress) -> LedgerError {
        guard case .failed(let code?) = end else { return failure(Self.noAnswer, address) }
        switch code {
        case 3: return failure("this is not an address that can be fetched", address)
        case 1, 8: return failure("the server does not answer as a web server does", address)
        case 2, 4:
            return failure("curl does not know an option that is needed", address, hint: "Update curl, and try again.")
        case 5, 97:
            return failure(
                "the proxy that the environment names could not be used", address,
                hint: "Check the variables https_proxy, http_proxy and all_proxy.")
        case 51, 60, 83, 91:
            return failure(
                "the certificate of the server cannot be trusted", address,
                hint: "Check the address and this machine’s clock; certificates of authorities are in the package "
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

    /// The answer is neither a document nor a redirection.
    func refusal(_ status: Int, _ address: WebAddress, _ start: WebAddress) -> LedgerError {
        switch status {
        case 401, 403: locked(status, address, start)
        case 404, 410:
            failure(
                "the server has nothing at this address (\(status))", address,
                hint: "The address may have been renewed: copy it again from the calendar’s settings.")
        case 405 where address.isCalDAV:
            failure("the server answers to programs that speak CalDAV only", address, hint: Self.calDAV)
        default: failure("the server answered with \(status)", address)
        }
    }

    /// A calendar that asks who is there has another address, for other programs, that does not.
    private func locked(_ status: Int, _ address: WebAddress, _ start: WebAddress) -> LedgerError {
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
}
