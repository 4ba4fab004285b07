import LedgerModel

/// The files that pages load, embedded in the binary.
package enum Assets {
    package struct Asset: Sendable {
        package let name: String
        package let contentType: String
        package let bytes: [UInt8]
        /// Ten hexadecimal digits of the SHA-256 of the content: new content gets a new address.
        package let hash: String

        /// `/assets/ledger.css?v=0123456789`
        package var path: String { "/assets/\(name)?v=\(hash)" }

        init(name: String, contentType: String, bytes: [UInt8]) {
            self.name = name
            self.contentType = contentType
            self.bytes = bytes
            hash = String(contentHash(String(decoding: bytes, as: UTF8.self)).prefix(10))
        }
    }

    package static let stylesheet = Asset(
        name: "ledger.css", contentType: "text/css; charset=utf-8",
        bytes: PackageResources.base_css + PackageResources.ledger_css + PackageResources.start_css
            + PackageResources.review_css + PackageResources.sources_css + PackageResources.sort_css)

    package static let script = Asset(
        name: "limelight.js", contentType: "text/javascript; charset=utf-8",
        bytes: PackageResources.limelight_js + PackageResources.sources_js + PackageResources.sort_js)

    package static let icon = Asset(
        name: "limelight.svg", contentType: "image/svg+xml", bytes: PackageResources.limelight_svg)

    package static let all = [stylesheet, script, icon]

    /// For self-contained files.
    static let reportStylesheet = String(
        decoding: PackageResources.base_css + PackageResources.report_css, as: UTF8.self)

    /// The policy that the server sends with each page. `connect-src` lets the script fetch evidence from this server.
    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}
