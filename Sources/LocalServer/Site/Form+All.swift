import Renderings

extension Form {
    /// Every form; tests send each from where it must not come.
    static let all = list + NotesForm.all + SourceForms.all

    private static let list: [Form] = [
        Form(path: "/log", isUndoable: true, act: LogForm.act),
        Form(path: "/correct/:id", isUndoable: true, act: CorrectForm.act),
        Form(path: "/undo", act: UndoForm.act),
        Form(path: PagePath.tell, isUndoable: true, act: TellForm.act),
        Form(path: PagePath.agree, isUndoable: true, act: AgreeForm.act),
        Form(path: FiveLinesPage.path, isUndoable: true, longest: 1 << 18, reply: FiveLinesForm.act),
        Form(path: SetupPage.path, isUndoable: true, longest: 1 << 20, reply: SetupForm.act),
        Form(
            path: PagePath.jobText, isUndoable: true, longest: MyJobTextForm.longest, reply: MyJobTextForm.act),
        Form(path: "/review/finish", isUndoable: true, act: ReviewForm.act),
        Form(path: "/forget/:id", act: ForgetForm.act),
        Form(path: SortPage.answerPath, isUndoable: true, act: SortForms.answer),
        Form(path: SortPage.undoPath, act: SortForms.undo),
    ]
}
