package import LedgerModel

extension HeldAbout {
    /// The page to hand to the person: what may be said to them, and how much more is held.
    ///
    /// - Parameter pieces: those that name them, in the order of their page.
    package func handout(to addressee: Addressee, _ zones: ZoneHistory, pieces: [ShownEvidence]) -> Handout {
        let name = addressee.name ?? "you"
        let said = pieces.compactMap { piece -> [[Handout.Span]]? in
            let words = addressee.ownWords(in: piece)
            guard let title = addressee.title(of: piece) ?? (words.isEmpty ? nil : .list(words)) else { return nil }
            let kind: Sayable =
                switch piece.draft.kind {
                case .event: "meeting"
                case .commit: "commit"
                case .note, .timer: "what you said"
                }
            return [[.text(Sayable(zones.day(of: piece.draft.at)))], [.text(title), .soft(", \(kind)")]]
        }
        var sections = [facts(addressee, said: said.count, of: pieces.count)]
        let told = toldRows(addressee, zones)
        if !told.isEmpty {
            sections.append(
                .init("What you were told, and what you said", id: .told, [.table([.day, "Result", "You said"], told)]))
        }
        if !said.isEmpty { sections.append(.init("Pieces that name you", id: .past, [.table([.day, "What"], said)])) }
        return Handout(title: name, headline: "What this ledger holds about \(name).", sections: sections)
    }

    private func facts(_ addressee: Addressee, said: Int, of all: Int) -> Handout.Section {
        var rows: [[[Handout.Span]]] = [
            [[.soft("Known as")], [.text(.list(addressee.identities))]],
            [[.soft("Pieces")], [.text(Sayable(all))]],
        ]
        if all > said {
            let rest = Sayable(all - said, "piece", inDigits: true)
            rows.append([
                [.soft("Without words")],
                [.text("\(rest): notes of the author, what is private, and what names somebody else")],
            ])
        }
        if person.others > 0, let first = person.firstQuarter, let last = person.lastQuarter {
            let count = Sayable(person.others, "row", inDigits: true)
            rows.append([
                [.soft("Own commits")],
                [
                    .text(
                        "\(count) from \(Self.saidQuarter(first)) to \(Self.saidQuarter(last)): files only, no message and no time of day"
                    )
                ],
            ])
        }
        return .init("What is held", id: .held, [.table(["", ""], rows)])
    }

    /// `2026-Q3`, from year × 4 + quarter − 1.
    private static func saidQuarter(_ number: Int) -> Sayable {
        "\(Sayable(number / 4))-Q\(Sayable(number % 4 + 1))"
    }

    private func toldRows(_ addressee: Addressee, _ zones: ZoneHistory) -> [[[Handout.Span]]] {
        heardOf.compactMap { claim in
            guard let text = addressee.told(claim) else { return nil }
            let theirs = claim.tellings.filter { addressee.hears($0) }
            guard let last = theirs.last else { return nil }
            return [
                [.text(Sayable(zones.day(of: last.at)))], [.text(text)],
                [.text(.list(theirs.compactMap { addressee.answer($0) }))],
            ]
        }
    }
}
