/// Something a page lets the person do.
struct Form: Sendable {
    /// As the router takes it: `/correct/:id`.
    let path: String
    /// Whether the next page offers to take it back.
    var isUndoable = false
    /// Does it and gives the words that the next page says; throws a `LedgerError`.
    let act: @Sendable (Visit, Fields) throws -> String

    /// Every form; tests send each from where it must not come.
    static let all: [Form] = [
        Form(path: "/log", isUndoable: true, act: LogForm.act),
        Form(path: "/correct/:id", isUndoable: true, act: CorrectForm.act),
        Form(path: "/undo", act: UndoForm.act),
        Form(path: "/tell", isUndoable: true, act: TellForm.act),
    ]
}
