extension EvidenceDraft {
    /// What a source said without who else was there: nobody that it names, no people's trailers of a commit, no
    /// lists of guests in the description of an event. How many there were stays, and names in titles and sentences.
    package var withoutPeople: EvidenceDraft {
        var draft = self
        draft.people = []
        switch kind {
        case .commit:
            draft.title = PeopleTrailers.stripped(subject: title)
            draft.body = PeopleTrailers.stripped(body)
        // An event titled `log: …` is a note.
        case .event: draft.body = GuestLists.stripped(body)
        case .note where externalID.hasPrefix("event/"): draft.body = GuestLists.stripped(body)
        default: break
        }
        return draft
    }
}
