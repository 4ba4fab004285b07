extension GitFixture {
    /// Five commits of Mina's, one of them a merge, three of others', one of which names Mina.
    package func addHistory() throws {
        try write("one\ntwo\nthree\n", to: "a.txt")
        try commit("Begin", at: "2026-03-02T09:00:00+0100")
        try write("one\n2\nthree\nfour\n", to: "a.txt")
        try write("x\n", to: "Sources/b.swift")
        try commit(
            "Count by twos\n\nBecause ones are slow.\n\nCo-authored-by: Omar Haddad <Omar@Example.org>\n",
            at: "2026-03-03T10:30:00+0100")
        try git(["checkout", "-q", "-b", "side"])
        try write("y\n", to: "c.txt")
        try commit("Add c", by: "Omar Haddad <omar@example.org>", at: "2026-03-04T11:00:00+0100")
        try commit(
            "Mend c\n\nReviewed-by: Mina Weber <mina@example.org>\nTested-by: Kim <kim@example.org>\n",
            by: "Omar Haddad <omar@example.org>", at: "2026-03-05T11:00:00+0100")
        try git(["checkout", "-q", "main"])
        try write("z\n", to: "d.txt")
        try commit("Add d", at: "2026-03-06T09:15:00-0500")
        try git(
            ["merge", "-q", "--no-ff", "-m", "Merge side", "side"],
            environment: [
                "GIT_AUTHOR_DATE": "2026-03-09T09:00:00+0100", "GIT_COMMITTER_DATE": "2026-03-09T09:00:00+0100",
            ])
        try git(["tag", "-a", "-m", "first", "v1"])
        try git(["checkout", "-q", "--detach"])
        try commit("Off any branch", by: "Kim <kim@example.org>", at: "2026-03-10T09:00:00+0100")
        try write("w\n", to: "d.txt")
        try commit("Detached work", at: "2026-03-11T09:00:00+0100")
    }
}
