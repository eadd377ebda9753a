package import Records
package import Routing
package import Time

/// Changes of a roster as chance has them: of every kind, of what is there and what comes back, entered before, while and long after it is so.
package struct GeneratedRoster {
    package private(set) var roster = Roster()
    private let agents: [AgentID]
    private let clients: [ClientID]
    private let numbers: [PhoneNumber]
    private let contacts: [String]

    package init(agents: [AgentID], clients: [ClientID], numbers: [PhoneNumber], contacts: [String] = []) {
        self.agents = agents
        self.clients = clients
        self.numbers = numbers
        self.contacts = contacts
    }

    /// Makes the next change, and keeps it.
    ///
    /// - Parameter write: Keeps it, and tells the numbers that it gave.
    package mutating func change(
        at instant: Instant, _ random: inout SeededGenerator, _ write: (RosterWriting) throws -> [Int64]
    ) rethrows {
        let steps = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in step(at: instant, &random) }
        // A second step may be about what the first has taken away.
        guard let first = steps.first else { return }
        let writing = RosterWriting(by: "user\(instant.milliseconds % 3)", at: instant, why: "why", [first])
        let given = try write(writing)
        roster = writing.applied(to: roster, numbers: given)
    }

    private func step(at instant: Instant, _ random: inout SeededGenerator) -> RosterWriting.Step? {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<6: return .enter(absence(at: instant, &random))
        case 6:
            guard var absence = roster.absences.randomElement(using: &random) else { return nil }
            let new = self.absence(at: instant, &random)
            (absence.start, absence.end, absence.series) = (new.start, new.end, new.series)
            return .change(absence)
        case 7, 8: return roster.absences.randomElement(using: &random).map { .end($0.id) }
        case 9:
            guard let absence = roster.absences.randomElement(using: &random), let agent = agent(&random) else {
                return nil
            }
            return .give(absence.id, to: agent)
        case 10: return .request(absence(at: instant, &random), deputy: agent(&random))
        case 11:
            guard let request = roster.requests.randomElement(using: &random) else { return nil }
            return [.approve(request.id), .decline(request.id), .withdraw(request.id)].randomElement(using: &random)
        case 12, 13: return deputyship(at: instant, &random).map(RosterWriting.Step.depute)
        case 14: return roster.deputyships.randomElement(using: &random).map { .endDeputyship($0.id) }
        case 15:
            guard let number = numbers.randomElement(using: &random), let client = clients.randomElement(using: &random)
            else { return nil }
            let meaning: [LearnedNumber.Meaning] = [
                .refused, .client(client, contact: nil, function: nil),
                .client(client, contact: "Piet \(number.digits % 7)", function: "ICT"),
            ]
            return .learn(number, meaning.randomElement(using: &random) ?? .refused)
        case 16: return roster.learnedNumbers.randomElement(using: &random).map { .unlearn($0.number) }
        case 17:
            guard let client = clients.randomElement(using: &random), let agent = agent(&random) else { return nil }
            return .open(
                NewCase(
                    client: client, holder: agent, kind: .incident,
                    contact: Bool.random(using: &random) ? contacts.randomElement(using: &random) : nil,
                    caller: Bool.random(using: &random) ? numbers.randomElement(using: &random) : nil))
        case 18:
            guard let file = roster.cases.randomElement(using: &random), let agent = agent(&random) else { return nil }
            return Bool.random(using: &random) ? .giveCase(file.id, to: agent) : .noteCase(file.id)
        default: return roster.cases.randomElement(using: &random).map { .closeCase($0.id) }
        }
    }

    private func agent(_ random: inout SeededGenerator) -> AgentID? { agents.randomElement(using: &random) }

    private func absence(at instant: Instant, _ random: inout SeededGenerator) -> NewAbsence {
        let start = instant.advanced(by: .minutes(.random(in: -4_000...8_000, using: &random)))
        let isOpen = Int.random(in: 0..<6, using: &random) == 0
        let end = start.advanced(by: .minutes(.random(in: 30...9_000, using: &random)))
        var series: WeeklySeries?
        if Int.random(in: 0..<4, using: &random) == 0 {
            let clock = ServiceClock(amsterdam)
            series = WeeklySeries(
                hours: hours([.monday, .friday, .sunday], "01:30-12:00"), weeks: .random(in: 1...2, using: &random),
                firstDay: clock.day(of: start))
        }
        let source = Int.random(in: 0..<8, using: &random) == 0
        return NewAbsence(
            agent: agent(&random) ?? AgentID("nobody"), kind: isOpen ? .sickness : .leave, start: start,
            end: isOpen && series == nil ? nil : end, series: series, note: isOpen ? "griep" : nil,
            origin: source ? CalendarOrigin(source: "hr", uid: "\(start.milliseconds)") : nil)
    }

    private func deputyship(at instant: Instant, _ random: inout SeededGenerator) -> NewDeputyship? {
        guard let deputy = agent(&random), let member = agent(&random),
            let client = clients.randomElement(using: &random)
        else { return nil }
        let start = instant.advanced(by: .minutes(.random(in: -300...4_000, using: &random)))
        let posts: [Deputyship.Post] = [
            .client(client), .agent(member, client: client), .agent(member, client: nil),
        ]
        return NewDeputyship(
            deputy: deputy, post: posts.randomElement(using: &random) ?? .client(client), start: start,
            end: start.advanced(by: .minutes(.random(in: 60...9_000, using: &random))))
    }
}
