import Renderings

/// A page of the local web: its path and what makes it.
struct Page: Sendable {
    /// In the syntax of the router: `/people/:id`.
    let path: String
    /// Makes the whole page. Throws a `LedgerError`.
    let show: @Sendable (Visit) throws -> String
    /// Seconds after which it reloads itself; `nil` for a page that does not.
    var reload: @Sendable (Visit) -> Int?

    init(
        path: String, show: @escaping @Sendable (Visit) throws -> String,
        reload: @escaping @Sendable (Visit) -> Int? = { _ in nil }
    ) {
        self.path = path
        self.show = show
        self.reload = reload
    }

    /// A page of the menu, or a page inside one.
    init(_ entry: PageEntry, show: @escaping @Sendable (Visit) throws -> String) {
        self.init(path: entry.path, show: show)
    }

    /// Every page; tests visit each of them.
    static let all: [Page] = [
        Page(.today, show: TodayPage.show),
        Page(.review, show: ReviewPage.show),
        Page(.quarter, show: QuarterPage.show),
        Page(.scope, show: AnswerPages.scope),
        Page(.guard, show: AnswerPages.time),
        Page(.picture, show: PicturePage.show),
        Page(.backstage, show: AnswerPages.backstage),
        Page(.value, show: ValuePage.show),
        Page(.ledger, show: LedgerPage.show),
        Page(.timeline, show: TimelinePage.show),
        Page(.sources, show: SourcesPage.show),
        Page(path: "/sources/work", show: WorkPage.show, reload: { $0.tasks.isActive ? 2 : nil }),
        Page(path: "/sources/:id", show: SourcePage.show),
        Page(path: "/sources/:id/remove", show: SourceConfirmation.remove),
        Page(path: "/sources/:id/private", show: SourceConfirmation.makePrivate),
        Page(.sort, show: SortPage.show),
        Page(path: PagePath.kinds, show: KindPage.show),
        Page(.myJob, show: MyJobPage.show),
        Page(path: PagePath.jobText, show: MyJobTextForm.show),
        Page(.fiveLines, show: FiveLinesPage.show),
        Page(.oneOnOnes, show: AnswerPages.oneOnOnes),
        Page(.notes, show: NotesPage.show),
        Page(path: "/report", show: ReportPage.show),
        Page(path: PagePath.noteLines, show: NoteLinesPage.show),
        Page(path: PagePath.candidates, show: CandidatesPage.show),
        Page(path: PagePath.citeForResult, show: CiteEvidencePage.show),
        Page(.setup, show: SetupPage.show),
        Page(.people, show: PeoplePage.list),
        Page(path: "/people/:id", show: PeoplePage.one),
        Page(path: "/people/:id/hand-over", show: PeoplePage.handOver),
        Page(path: "/people/:id/forget", show: PeoplePage.forget),
        Page(.search, show: SearchPages.search),
        Page(path: "/evidence", show: SearchPages.evidence),
        Page(path: "/show/:id", show: EvidencePage.show),
    ]
}

extension Form {
    /// Every form; tests send each of them from where it must be refused.
    static let all = list + OneOnOneForms.all + ResultForms.all + PeopleForms.all + NotesForm.all + SourceForms.all

    private static let list: [Form] = [
        Form(path: "/log", isUndoable: true, act: LogForm.act),
        Form(path: "/correct/:id", isUndoable: true, act: CorrectForm.act),
        UndoForm.form, Form(path: PagePath.redo, isUndoable: true, act: RedoForm.act),
        Form(path: PagePath.tell, isUndoable: true, act: TellForm.act),
        Form(path: PagePath.agree, isUndoable: true, act: AgreeForm.act),
        Form(path: PagePath.fine, isUndoable: true, act: FineForm.act),
        Form(path: PagePath.adviseAgain, isUndoable: true, act: FineForm.end),
        Form(path: FiveLinesPage.path, isUndoable: true, longest: 1 << 18, reply: FiveLinesForm.act),
        Form(path: SetupPage.path, isUndoable: true, longest: 1 << 20, reply: SetupForm.act),
        NoteLinesForm.form, CandidatesForm.form,
        Form(
            path: PagePath.jobText, isUndoable: true, longest: MyJobTextForm.longest, reply: MyJobTextForm.act),
        Form(path: PagePath.sayOfBlocks, isUndoable: true, act: BlockForms.answer),
        Form(path: "/review/finish", isUndoable: true, act: ReviewForm.act),
        Form(path: "/forget/:id", act: ForgetForm.act),
        Form(path: SortPage.answerPath, isUndoable: true, act: SortForms.answer),
        Form(path: SortPage.kindPath, isUndoable: true, act: SortForms.kind),
        Form(path: SortPage.undoPath, act: SortForms.undo),
        Form(path: PagePath.sayKind, isUndoable: true, act: KindForms.answer),
        Form(path: PagePath.undoKind, act: KindForms.undo),
        Form(path: PagePath.learnKinds, isUndoable: true, act: KindForms.learn),
    ]
}
