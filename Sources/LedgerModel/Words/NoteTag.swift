/// Tags that the program gives to notes.
package enum NoteTag {
    /// Of what stood under a heading such as *Goals*.
    package static let goal = "goal"
    /// The beginning of the tag that says which week was reviewed.
    package static let reviewed = "reviewed-"
}
