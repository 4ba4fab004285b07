/// An address that may be the person's too, since it wrote commits under their name.
package struct AlsoMine: Sendable, Hashable {
    package var identity: String
    package var name: String
    package var commits: Int

    package init(identity: String, name: String, commits: Int) {
        self.identity = identity
        self.name = name
        self.commits = commits
    }
}
