import HTTPTypes
import LedgerModel
import Renderings

/// An action on a page.
struct Form: Sendable {
    /// In the syntax of the router: `/correct/:id`.
    let path: String
    /// Whether the next page offers to undo it.
    let isUndoable: Bool
    /// Whether the next page offers to bring back what it undid.
    var isRedoable = false
    /// Longest body, in bytes.
    let longest: Int
    /// The most fields.
    var fieldLimit = Fields.most
    /// Whether files may come with it; they are in `Visit.received`.
    var takesFiles = false
    /// Performs the action. Throws a `LedgerError`.
    let act: @Sendable (Visit, Fields) throws -> FormReply

    /// Performs the action and returns the notice on the next page.
    init(path: String, isUndoable: Bool = false, act: @escaping @Sendable (Visit, Fields) throws -> String) {
        self.init(path: path, isUndoable: isUndoable, reply: { .said(try act($0, $1), at: nil) })
    }

    init(
        path: String, isUndoable: Bool = false, longest: Int = 65_536,
        reply: @escaping @Sendable (Visit, Fields) throws -> FormReply
    ) {
        self.path = path
        self.isUndoable = isUndoable
        self.longest = longest
        act = reply
    }
}

/// What comes after a form.
enum FormReply: Sendable {
    /// A notice on the next page: the one that the form names, or `at`.
    case said(String, at: String?)
    /// The page again, with what was typed and what to do about it.
    case again(String, HTTPResponse.Status)
}
