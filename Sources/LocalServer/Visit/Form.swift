import HTTPTypes
import LedgerModel
import Renderings

/// Something a page lets the person do.
struct Form: Sendable {
    /// As the router takes it: `/correct/:id`.
    let path: String
    /// Whether the next page offers to take it back.
    let isUndoable: Bool
    /// Longest body, in bytes.
    let longest: Int
    /// Fields that are read.
    var fieldLimit = Fields.most
    /// Files may come with it; they are in `Visit.received`.
    var takesFiles = false
    /// Does it; throws a `LedgerError`.
    let act: @Sendable (Visit, Fields) throws -> FormReply

    /// Does it and gives the words that the next page says.
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
    /// Words for the next page, which is the one the form names, or another.
    case said(String, at: String?)
    /// The page once more, with what was typed and what to do about it.
    case again(String, HTTPResponse.Status)
}
