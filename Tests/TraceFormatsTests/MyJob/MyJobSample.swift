/// My job of the format's description, with every key in use.
let myJobSample = """
    name: Dana Ortiz
    zones: [{from: 2025-01-01, zone: Europe/Berlin}]
    working_hours: [{from: 2025-01-01, monday: 9:00-17:00, tuesday: [9:00-12:00, 13:00-17:00], friday: 9:00-15:00}]
    possible_hours: {monday: 7:30-9:00, thursday: [], friday: 8-9}
    holiday_calendars: [Holidays]
    leave: "^(vacation|leave)"
    settings: {session_gap: 1h30m, lead_in: 20m, point: 90s, longest_event: 10h, unanswered_people: 6, layers: [met, stated]}
    objectives:
      - key: recovery
        label: Back in service within the hour
        owner: Maria Keller
        from: 2025-07-01
        until: 2026-06-30
        key_results:
          - label: Time of a restore drill
            unit: min
            target: 60
            readings: [{on: 2025-09-17, value: 480, source: drill log}, {on: 2026-02-11, value: 50}]
    responsibilities:
      - key: restores
        label: Restores
        measure: minutes until a restore is proven
        target: under 60
        unit: min
        source: drill log
        share: 40%
        objective: recovery
        agreed: {with: Maria Keller, on: 2025-10-06}
      - label: Desk & helpers
        share: 0.25
    not_mine:
      - Printer fleet
      - {label: Door badges, owner: Facilities, from: 2025-11-03}
    people:
      - {name: Maria Keller, role: decider, identities: [maria.keller@example.com]}
    skills: [Swift, {key: lead, label: Leading people}]
    areas:
      - {label: Public speaking, field: leadership, outside_role: no}
      - {label: Tides, field: technical, outside_role: yes}
    blocks:
      - {label: Learning hour, when: {calendar: Growth, title~: ^learn}, area: tides}
    rules:
      - name: pager
        when: {calendar: [On-call, Work], title~: "^pager", weekday: [mon, tuesday], hours: 17:00-9:00, kind: event}
        set: {responsibility: restores, worth: baseline, arena: job, skills: [swift, lead]}
        from: 2025-08-01
      - name: printers
        when: {path: "**/printers/*", folder: [src/core, docs/], file: a.c}
        set: {responsibility: "not mine:printer-fleet"}
    """
