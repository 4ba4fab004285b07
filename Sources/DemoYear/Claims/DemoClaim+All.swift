import LedgerModel

extension DemoClaim {
    /// Six results, of which the director has heard two.
    static func all(days: DemoDays, story: DemoStory) -> [DemoClaim] {
        func at(_ day: CivilDay, _ minute: Int = 1000) -> Instant { days.at(day, minute) }
        let lastDrill = story.drills[3].day
        let (year, month, _) = story.drills[0].day.components
        let before = "\(monthNames[month - 1]) \(year)"
        let claims = [
            DemoClaim(
                text: "A restore of the order system takes 50 minutes; in \(before) it took 480",
                worth: .improvement, objective: "recovery", forWhom: "Customer service and the warehouse",
                figure: "480 to 50 minutes", knownBy: "Drill log: four drills, each with its times",
                at: at(lastDrill),
                cites: ["restored minutes project:restore-drill", "Restore drill order kind:event"],
                told: [
                    Telling(
                        person: DemoPeople.maria.name, at: at(lastDrill + 1, 1015),
                        heard: "So the shop could open again before lunch."),
                    Telling(person: DemoPeople.ruth.name, at: at(lastDrill, 1005), heard: nil),
                ]),
            DemoClaim(
                text: "Two teams bring in newcomers with the handbook, operations and customer service",
                worth: .contribution, objective: "onboarding", forWhom: "Newcomers, and those who explain",
                figure: "2 teams", knownBy: "Ruth said so when customer service took it over",
                at: at(story.handbookAdopted),
                cites: ["handbook chapter customer service project:runbooks", "Ruth handbook newcomer kind:note"],
                told: [
                    Telling(
                        person: DemoPeople.maria.name, at: at(story.handbookAdopted + 6, 1015),
                        heard: "Ruth told me as well. Can finance have it?")
                ]),
            DemoClaim(
                text: "Nine of twelve systems have a tested restore; in \(before) two had one",
                worth: .improvement, objective: "recovery", forWhom: "everybody who works with them",
                figure: "2 to 9 systems", knownBy: "Drill log", at: at(lastDrill, 1010),
                cites: ["systems tested restore project:restore-drill"], told: []),
            DemoClaim(
                text: "Nightly copies on slower storage cost 600 euro a month less",
                worth: .improvement, objective: "costs", forWhom: "Finance", figure: "600 euro a month",
                knownBy: "Storage bills of the two months around the move", at: at(story.storageMoved),
                cites: ["nightly copies slower storage"],
                told: [
                    Telling(
                        person: DemoPeople.leon.name, at: at(story.storageMoved, 1012),
                        heard: "Good. Are there more of these?")
                ]),
            DemoClaim(
                text: "The change board decides small changes within two days; it took nine days on average",
                worth: .interaction, objective: "recovery", forWhom: "Every team that changes a system",
                figure: "9 to 2 days", knownBy: "Decision in the runbooks, and the board's own list",
                at: at(story.boardAgrees), cites: ["small changes within two days"],
                told: [Telling(person: DemoPeople.karim.name, at: at(story.boardAgrees, 860), heard: nil)]),
            DemoClaim(
                text: "Certificates renew themselves before they expire", worth: .improvement, objective: "recovery",
                forWhom: "Everybody on call", figure: nil, knownBy: "The nightly job's list",
                at: at(story.certificatesRenew), cites: ["certificates renew themselves project:fleet-config"],
                told: [
                    Telling(
                        person: DemoPeople.jonas.name, at: at(story.certificatesRenew + 1, 615),
                        heard: "One reason less to be woken.")
                ]),
        ]
        return claims.map { claim in
            var claim = claim
            claim.told = claim.told.filter { $0.at < days.now }
            return claim
        }
        .filter { $0.at < days.now }
    }
}
