import LedgerModel
import Questions
import TestSupport

/// Titles that try to become something else: markup, escape sequences, templates, direction.
enum Hostile {
    static let titles = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style></title></main><h1>owned</h1>",
        "\u{1B}[31mred\u{1B}]0;title\u{07}\u{9B}2J",
        "photo\u{202E}gpj.exe\u{2066}x\u{2069}",
        "[click](javascript:alert(1)) ![i](http://evil.example/x.png) <http://evil.example>",
        "http://evil.example/ and www.evil.example and mail@evil.example",
        "{{title}} {{{headline}}} {{#sections}}{{>page}}{{/sections}}",
        "line one\nline two\r\n# heading\n\n- item\n> quote\n```\ncode\n| a | b |",
        "&lt;b&gt; &amp; &#x3C;script&#x3E;",
        "1. numbered * star * _under_ ~~gone~~ $math$ \\ back `tick` ``two``",
        "日本語のとても長い題名がここにありますので折り返しが必要です" + String(repeating: "長", count: 60),
        String(repeating: "unbroken", count: 40),
        "Z\u{335}\u{322}a\u{334}\u{321}l\u{336}g\u{337}o\u{338}" + String(repeating: "\u{301}", count: 200),
        "\u{0}\u{8}\u{7F}\u{85}\u{2028}\u{200B}\u{FEFF}end",
        "javascript:alert(1)",
        "\"\u{301} onmouseover=alert(1) x=\"\u{301}",
        "<\u{338}script>alert(1)</\u{338}script>\u{FE0F} '\u{301} &\u{301} [\u{301}a]\u{301}(http://evil.example) |\u{301}",
        "",
    ]

    static let document = Document(
        title: titles[0], period: titles[1],
        headline: titles.map { Document.Span.text($0 + " ") } + [.figure(titles[1], ref(titles[2]))],
        sections: titles.map { section($0) })

    static func ref(_ query: String) -> EvidenceRef {
        EvidenceRef(count: 2, ids: [PublicID(.note, query)], query: query)
    }

    static func section(_ title: String) -> Document.Section {
        let spans: [Document.Span] = [
            .text(title), .figure(title, ref(title)), .strong(title), .soft(title), .taken(title), .code(title),
        ]
        return Document.Section(
            title, onlyForYou: true,
            [
                .paragraph(spans), .list([spans, [.text(title)]]), .draft([.init(Addressee.myself.label(title) ?? "")]),
                .empty(title, .search(title)),
                .offers(.init([.tell(.init(result: PublicID(.claim, "x"), text: title, to: title))], lead: title)),
                .table(
                    .init(
                        columns: [.init(title), .number(title), "Last"],
                        rows: [[spans, [.figure(title, ref(title))], [.text(title)]]])),
                .chart(
                    .bars(
                        .init(
                            bars: [.init(label: title, value: .nan, mark: -.infinity, text: title, tone: .taken)],
                            whole: 0))),
                .chart(
                    .week(
                        .init(
                            days: [
                                .init(
                                    label: title, day: FixedWorld.day,
                                    spans: [
                                        .init(
                                            minutes: -90..<4000, tone: .growth, grade: .possible, title: title,
                                            evidence: PublicID(.note, title))
                                    ], planned: [-5..<20])
                            ], startMinute: -60, endMinute: 3000))),
            ])
    }

    /// A document of random shapes made from the hostile titles and plain words.
    static func random(seed: UInt64) -> Document {
        var generator = SeededGenerator(seed: seed)
        func text() -> String {
            Bool.random(using: &generator)
                ? titles.randomElement(using: &generator)!
                : (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                    String(repeating: "w", count: Int.random(in: 1...12, using: &generator))
                }.joined(separator: " ")
        }
        let blocks: [Document.Block] = (0..<12).map { _ in
            let count = Int.random(in: 1...6, using: &generator)
            let columns = (0..<count).map { _ in
                Document.Table.Column(text(), number: Bool.random(using: &generator))
            }
            let rows = (0..<3).map { _ in
                (0..<Int.random(in: 0...7, using: &generator)).map { _ in [Document.Span.text(text()), .code(text())] }
            }
            return .table(.init(columns: columns, rows: rows))
        }
        return Document(title: text(), headline: [.text(text())], sections: [.init(text(), blocks)])
    }
}
