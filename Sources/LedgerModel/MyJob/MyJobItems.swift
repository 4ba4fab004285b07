/// What every item of My job has.
package protocol MyJobItem: Sendable, Hashable, Codable {
    static var kind: MyJobKind { get }
    var key: String { get }
    var label: String { get }
    var from: CivilDay? { get }
    /// The last day on which the item holds.
    var until: CivilDay? { get set }
}

extension MyJobItem {
    package func holds(on day: CivilDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

/// An objective of the organisation.
package struct Objective: MyJobItem {
    package static let kind = MyJobKind.objective
    package var key: String
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?
    package var owner: String?
    package var keyResults: [KeyResult]

    package init(
        key: String, label: String, from: CivilDay? = nil, until: CivilDay? = nil, owner: String? = nil,
        keyResults: [KeyResult] = []
    ) {
        self.key = key
        self.label = label
        self.from = from
        self.until = until
        self.owner = owner
        self.keyResults = keyResults
    }
}

/// A figure by which an objective is judged, with its readings over time.
package struct KeyResult: Sendable, Hashable, Codable {
    package var key: String
    package var label: String
    package var unit: String?
    package var target: Double?
    package var readings: [KeyReading]

    package init(key: String, label: String, unit: String? = nil, target: Double? = nil, readings: [KeyReading] = []) {
        self.key = key
        self.label = label
        self.unit = unit
        self.target = target
        self.readings = readings
    }
}

package struct KeyReading: Sendable, Hashable, Codable {
    package var on: CivilDay
    package var value: Double
    package var source: String?

    package init(on: CivilDay, value: Double, source: String? = nil) {
        self.on = on
        self.value = value
        self.source = source
    }
}

/// Something the person is measured on.
package struct Responsibility: MyJobItem {
    package static let kind = MyJobKind.responsibility
    package var key: String
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?
    /// What is measured, in the person's words.
    package var measure: String?
    package var target: String?
    package var unit: String?
    /// Where the figure comes from.
    package var source: String?
    /// The intended share of the job's time, from 0 to 1.
    package var share: Double?
    /// The key of its primary objective.
    package var objective: String?
    package var agreedWith: String?
    package var agreedOn: CivilDay?

    package init(key: String, label: String) {
        self.key = key
        self.label = label
    }

    package var isMeasured: Bool { measure != nil }
    package var isAgreed: Bool { agreedWith != nil && agreedOn != nil }
}

/// Something the person notices that belongs to someone else.
package struct NotMine: MyJobItem {
    package static let kind = MyJobKind.notMine
    package var key: String
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?
    package var owner: String?

    package init(key: String, label: String, owner: String? = nil) {
        self.key = key
        self.label = label
        self.owner = owner
    }
}

/// Someone whom My job names, with their role for the person.
package struct MyJobPerson: MyJobItem {
    package static let kind = MyJobKind.person
    package var key: String
    /// The person's name.
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?
    package var role: Role?
    package var identities: [String]

    package enum Role: String, Sendable, CaseIterable, Codable {
        case decider, ally, advocate, mentor, mentee, colleague, family
    }

    package init(key: String, label: String, role: Role? = nil, identities: [String] = []) {
        self.key = key
        self.label = label
        self.role = role
        self.identities = identities
    }
}

package struct Skill: MyJobItem {
    package static let kind = MyJobKind.skill
    package var key: String
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?

    package init(key: String, label: String) {
        self.key = key
        self.label = label
    }
}

/// A field in which to learn, inside or outside the current role.
package struct LearningArea: MyJobItem {
    package static let kind = MyJobKind.area
    package var key: String
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?
    package var field: Field
    package var outsideRole: Bool

    package enum Field: String, Sendable, CaseIterable, Codable {
        case technical, leadership, other
    }

    package init(key: String, label: String, field: Field = .other, outsideRole: Bool = false) {
        self.key = key
        self.label = label
        self.field = field
        self.outsideRole = outsideRole
    }
}

/// Tells which planned events are blocks of time for oneself.
package struct BlockPattern: MyJobItem {
    package static let kind = MyJobKind.block
    package var key: String
    package var label: String
    package var from: CivilDay?
    package var until: CivilDay?
    package var when: Condition
    package var area: String?

    package init(key: String, label: String, when: Condition, area: String? = nil) {
        self.key = key
        self.label = label
        self.when = when
        self.area = area
    }
}
