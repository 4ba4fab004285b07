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

    /// Every form; tests send each from where it must not come.
    static let all = list + NotesForm.all + SourceForms.all

    private static let list: [Form] = [
        Form(path: "/log", isUndoable: true, act: LogForm.act),
        Form(path: "/correct/:id", isUndoable: true, act: CorrectForm.act),
        Form(path: "/undo", act: UndoForm.act),
        Form(path: "/tell", isUndoable: true, act: TellForm.act),
        Form(path: "/agree", isUndoable: true, act: AgreeForm.act),
        Form(path: FiveLinesForm.path, isUndoable: true, longest: 1 << 18, reply: FiveLinesForm.act),
        Form(path: SetupForm.path, isUndoable: true, longest: 1 << 20, reply: SetupForm.act),
        Form(
            path: FrameTextView.path, isUndoable: true, longest: FrameTextForm.longest, reply: FrameTextForm.act),
        Form(path: "/review/finish", isUndoable: true, act: ReviewForm.act),
        Form(path: "/forget/:id", act: ForgetForm.act),
        Form(path: SortForms.answerPath, isUndoable: true, act: SortForms.answer),
        Form(path: SortForms.undoPath, act: SortForms.undo),
    ]
}

/// What comes after a form.
enum FormReply: Sendable {
    /// Words for the next page, which is the one the form names, or another.
    case said(String, at: String?)
    /// The page once more, with what was typed and what to do about it.
    case again(String, HTTPResponse.Status)
}
