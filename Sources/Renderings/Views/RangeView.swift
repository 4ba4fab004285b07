/// The line above an answer: which period, and the way to others.
struct RangeView {
    let period: String
    let links: PeriodLinks?

    var fragment: Fragment {
        guard !period.isEmpty || links != nil else { return .empty }
        return Templates.render(
            .range, ["period": filled(period), "switch": links.map { $0.values as Any } ?? false])
    }
}
