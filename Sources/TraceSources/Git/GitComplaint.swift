import LedgerModel

/// The end of what git said on standard error: read for its kind, never shown, as it may quote a repository.
struct GitComplaint: Sendable {
    private let text: String

    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    var isDubiousOwnership: Bool { text.contains("dubious ownership") }
    var isNoRepository: Bool { text.contains("not a git repository") }
    var isForbiddenBare: Bool { text.contains("cannot use bare repository") }

    func error(at path: String) -> LedgerError {
        if isDubiousOwnership {
            return LedgerError(
                .dubiousOwnership, "the repository belongs to another user, and git does not read it for that reason",
                location: path,
                hint: "If you trust it: \(offer: .trustRepository(path))")
        }
        if isNoRepository {
            return LedgerError(
                .noRepository, "this is not a git repository", location: path,
                hint: "Name a folder that holds one, or a bare repository.")
        }
        if isForbiddenBare {
            return LedgerError(
                .gitFailed, "your git settings forbid bare repositories (safe.bareRepository)", location: path,
                hint: "Import a work tree of it, or change that setting.")
        }
        return LedgerError(
            .gitFailed, "git could not read the repository", location: path,
            hint: "Try: \(offer: .checkRepository(path))")
    }
}
