import HTTPTypes

/// The cookie by which a browser is known again.
///
/// Cookies do not tell ports apart, so its name does: two ledgers that are served at once must not
/// throw each other's browsers out.
enum Cookies {
    static func name(port: Int?) -> String { "limelight-\(port ?? 0)" }

    static func header(_ session: Session, port: Int?) -> String {
        "\(name(port: port))=\(session.cookie); Path=/; HttpOnly; SameSite=Strict"
    }

    /// Every value sent under our name: another port of this machine may have set one more.
    static func values(_ headers: HTTPFields, port: Int?) -> [String] {
        let wanted = name(port: port)
        return headers[values: .cookie].flatMap { $0.split(separator: ";") }.prefix(64).compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == wanted else { return nil }
            return String(parts[1])
        }
    }
}
