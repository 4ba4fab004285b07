package import LedgerModel

/// The span of time that one piece of evidence claims, before the sweep.
package struct Activity: Sendable, Hashable {
    package var interval: Interval
    package var layer: Layer
    /// The part of the interval before this instant is likely, the rest sure. If `nil`, all of it has `grade`.
    package var sureFrom: Instant?
    package var grade: Grade
    package var evidence: TraceEvidence

    init(_ interval: Interval, _ layer: Layer, _ grade: Grade, _ evidence: TraceEvidence, sureFrom: Instant? = nil) {
        self.interval = interval
        self.layer = layer
        self.grade = grade
        self.evidence = evidence
        self.sureFrom = sureFrom
    }

    /// The parts of the interval by grade, in time order.
    func parts(of span: Interval) -> [(Interval, Grade)] {
        guard let sureFrom else { return [(span, grade)] }
        return [
            (Interval(span.start, min(span.end, sureFrom)), .likely),
            (Interval(max(span.start, sureFrom), span.end), .sure),
        ].filter { !$0.0.isEmpty }
    }
}

/// Turns evidence into activities by the rules of the timeline (Documentation/Timeline.md).
package struct ActivityRules: Sendable {
    package var settings: MyJobSettings

    package init(_ settings: MyJobSettings) { self.settings = settings }

    /// The span that `evidence` claims. Commits are missing here, since they need their neighbours (see `sessions`).
    func activity(of evidence: TraceEvidence) -> Activity? {
        evidence.isForetold ? nil : claim(of: evidence)
    }

    /// The same, as if everything foretold had taken place.
    private func claim(of evidence: TraceEvidence) -> Activity? {
        guard !evidence.isOff else { return nil }
        switch evidence.kind {
        case .timer, .note:
            if let span = evidence.span { return Activity(span, .stated, .sure, evidence) }
            return evidence.kind == .note && !evidence.isOnlyOpen ? point(evidence) : nil
        case .event:
            return meeting(evidence)
        case .commit:
            let isPoint = !evidence.flags.isDisjoint(with: [.merge, .squash])
            return isPoint && !evidence.flags.contains(.byOther) ? point(evidence) : nil
        }
    }

    private func point(_ evidence: TraceEvidence) -> Activity {
        Activity(Interval(evidence.at - settings.point, evidence.at), .point, .likely, evidence)
    }

    private func meeting(_ event: TraceEvidence) -> Activity? {
        guard let span = event.span else { return nil }
        if event.happened == true {
            if event.fillsGaps { return Activity(span, .point, .sure, event) }
            // A private meeting keeps no people, but how it stood.
            let isMeeting = event.headCount > 0 || event.standing.isWithOthers
            return Activity(span, isMeeting ? .met : .stated, .sure, event)
        }
        // Left standing on a day off, it may have been cancelled by word of mouth.
        guard span.seconds <= settings.longestEvent, !event.isOnDayOff else { return nil }
        switch event.standing {
        case .organised, .accepted:
            return Activity(span, .met, .sure, event)
        case .tentative:
            return Activity(span, .tentative, .likely, event)
        case .unanswered:
            guard event.headCount <= settings.unansweredPeople || event.seriesConfirmed else { return nil }
            return Activity(span, .tentative, .likely, event)
        case .presumed:
            return Activity(span, .met, .likely, event)
        case .alone:
            if event.plansCount { return Activity(span, event.fillsGaps ? .point : .met, .sure, event) }
            return event.busyIsMeeting ? Activity(span, .met, .likely, event) : nil
        case .none, .declined, .cancelled, .transparent, .possible, .others:
            return nil
        }
    }

    /// Whether it is a plan: an unconfirmed event without other people, or an event that is only foretold.
    package func isPlan(_ evidence: TraceEvidence) -> Bool {
        isOwnPlan(evidence) || (evidence.kind == .event && evidence.isForetold && claim(of: evidence) != nil)
    }

    /// Whether it is a plan whose time was possibly worked, since its calendar was read after it began.
    func isPossible(_ evidence: TraceEvidence) -> Bool { isOwnPlan(evidence) && !evidence.isForetold }

    /// Whether it is a meeting that the person possibly went to: one that does not name them, or that was left standing
    /// on a day off.
    func isPossibleMeeting(_ evidence: TraceEvidence) -> Bool {
        guard evidence.kind == .event, !evidence.isOff, !evidence.isForetold, evidence.happened == nil else {
            return false
        }
        var asked = evidence
        asked.isOnDayOff = false
        if evidence.standing == .possible { asked.standing = .accepted }
        guard evidence.isOnDayOff || evidence.standing == .possible else { return false }
        return meeting(asked) != nil
    }

    private func isOwnPlan(_ evidence: TraceEvidence) -> Bool {
        evidence.kind == .event && evidence.standing == .alone && !evidence.isOff && evidence.happened == nil
            && !evidence.plansCount && !evidence.busyIsMeeting
            && (evidence.span.map { $0.seconds <= settings.longestEvent } ?? false)
    }

    /// Whether it is a timed event so long that it counts only once the person says that it took place.
    package func isTooLong(_ evidence: TraceEvidence) -> Bool {
        evidence.kind == .event && evidence.standing != .others && !evidence.isOff && evidence.happened == nil
            && (evidence.span.map { $0.seconds > settings.longestEvent } ?? false)
    }

    /// Whether it is the person's own work and so counts as a piece, even if it won no time.
    package func isWork(_ evidence: TraceEvidence) -> Bool {
        guard !evidence.isOff else { return false }
        if evidence.kind == .commit { return !evidence.flags.contains(.byOther) }
        return activity(of: evidence) != nil
    }

    /// Sessions of commits. A commit owns the time since the commit before it, if that is at most the gap G; else it
    /// begins a session and owns the lead-in L before it. `commits` may be in any order.
    func sessions(_ commits: [TraceEvidence]) -> (work: [Activity], possible: [Activity]) {
        var chosen: [Int64: TraceEvidence] = [:]
        var alone: [TraceEvidence] = []
        for commit in commits
        where commit.kind == .commit && !commit.isOff && commit.flags.isDisjoint(with: [.merge, .squash, .byOther]) {
            guard commit.workKey != 0 else {
                alone.append(commit)
                continue
            }
            if let other = chosen[commit.workKey], !isBefore(commit, other) { continue }
            chosen[commit.workKey] = commit
        }
        let ordered = (alone + chosen.values).sorted { a, b in
            a.at != b.at ? a.at < b.at : isBefore(a, b)
        }
        var work: [Activity] = []
        var possible: [Activity] = []
        var previous: Instant?
        for commit in ordered {
            if let previous, commit.at - previous <= settings.sessionGap {
                if commit.at > previous {
                    work.append(
                        Activity(
                            Interval(previous, commit.at), .inferred, .sure, commit,
                            sureFrom: max(previous, commit.at - settings.leadIn)))
                }
            } else {
                let lead = commit.at - settings.leadIn
                work.append(Activity(Interval(lead, commit.at), .inferred, .likely, commit))
                if settings.sessionGap > settings.leadIn {
                    possible.append(
                        Activity(Interval(commit.at - settings.sessionGap, lead), .inferred, .possible, commit))
                }
            }
            previous = commit.at
        }
        return (work, possible)
    }

    /// Of the commits of one piece of work the least that stands in a repository makes the time, else the least.
    private func isBefore(_ a: TraceEvidence, _ b: TraceEvidence) -> Bool {
        let isGone = (a.flags.contains(.unreachable), b.flags.contains(.unreachable))
        if isGone.0 != isGone.1 { return isGone.1 }
        let x = (a.committedAt ?? a.at).seconds
        let y = (b.committedAt ?? b.at).seconds
        return x != y ? x < y : a.externalID < b.externalID
    }

    /// What only fills gaps yields to all else. Then orders by layer, then later start, then source, then id.
    func isStronger(_ a: Activity, _ b: Activity) -> Bool {
        if a.evidence.fillsGaps != b.evidence.fillsGaps { return b.evidence.fillsGaps }
        if a.layer != b.layer { return rank(a.layer) < rank(b.layer) }
        if a.interval.start != b.interval.start { return a.interval.start > b.interval.start }
        if a.evidence.source != b.evidence.source { return a.evidence.source < b.evidence.source }
        return a.evidence.id < b.evidence.id
    }

    private func rank(_ layer: Layer) -> Int { settings.layers.firstIndex(of: layer) ?? layer.rawValue + 100 }
}
