package import LedgerModel

extension HeldAbout {
    /// The page to hand to the person: what may be said to them, and how much more is held.
    ///
    /// - Parameters:
    ///   - now: tells what is planned.
    ///   - pieces: those that name them, in the order of their page.
    package func handout(
        to addressee: Addressee, _ now: Instant, _ zones: ZoneHistory, pieces: [ShownEvidence]
    ) -> Handout {
        let name = addressee.name ?? "you"
        func rows(_ pieces: [ShownEvidence]) -> [[[Handout.Span]]] { pieces.compactMap(row) }
        func row(_ piece: ShownEvidence) -> [[Handout.Span]]? {
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
        let past = rows(pieces.filter { $0.draft.at <= now })
        let ahead = rows(pieces.filter { $0.draft.at > now })
        var sections = [facts(addressee, said: past.count + ahead.count, of: pieces.count)]
        let told = toldRows(addressee, zones)
        if !told.isEmpty {
            sections.append(
                .init("What you were told, and what you said", id: .told, [.table([.day, "Result", "You said"], told)]))
        }
        if !past.isEmpty { sections.append(.init("Pieces that name you", id: .past, [.table([.day, "What"], past)])) }
        if !ahead.isEmpty { sections.append(.init("Planned", id: .ahead, [.table([.day, "What"], ahead)])) }
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
                [
                    .text(
                        "\(rest): notes of the author, what is private, what was cancelled or declined, and what names somebody else"
                    )
                ],
            ])
        }
        let gone = person.evidence - all
        if gone > 0 {
            rows.append([
                [.soft("Removed")],
                [
                    .text(
                        "\(Sayable(gone, "piece", inDigits: true)) removed by the author or a source, in no list any more"
                    )
                ],
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
