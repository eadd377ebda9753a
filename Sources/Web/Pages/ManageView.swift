import MajorAPI
import Sheets
import Time
import Wording

/// What the managers' page is made of.
struct ManageFacts: Sendable {
    let now: String
    let timeZone: String
    let agents: [DirectoryAPI.Agent]
    let clients: [DirectoryAPI.Client]
    let requests: [RosterAPI.Request]
    /// What those that wait would leave open, by their numbers.
    let opens: [String: RosterAPI.OpensGaps]
    let absences: [RosterAPI.Absence]
    let unknown: [NumbersAPI.Caller]
    let learned: [NumbersAPI.Learned]
    let deputies: [RosterAPI.Deputyship]
    let capacity: ReportsAPI.Capacity.Reply
    let feed: CalendarAPI.FeedAddress.Reply
}

/// What waits for a manager, the oldest first, and what he enters for others.
struct ManageView {
    let context: PageContext
    let templates: Templates

    /// - Parameter gap: For what a deputy is wanted.
    func body(_ facts: ManageFacts, _ notice: Notice?, gap: DeputyForm.Gap?) -> String {
        let language = context.language
        let time = TimeWords(language, at: facts.now, in: facts.timeZone)
        let waiting = facts.requests.filter { $0.state == .waiting }
        let form = DeputyForm(kept: notice?.kept(of: "/manage/deputy"), gap: gap)
        var values: Templates.Values = [
            "say": context.say, "token": context.token, "title": context.words.name(.manage),
            "today": time.now.day.description, "notice": notice.map { [$0.values(context)] } ?? [],
            "agents": facts.agents.map { ["id": $0.id, "name": $0.name] as Templates.Values },
            "noRequests": waiting.isEmpty, "noAbsences": facts.absences.isEmpty, "noUnknown": facts.unknown.isEmpty,
            "noLearned": facts.learned.isEmpty, "noDeputies": facts.deputies.isEmpty,
        ]
        values["feed"] = FeedView(context: context).values(facts.feed, time, action: "/manage/feed")
        // Those of one name are told apart by their ids.
        let names = Dictionary(grouping: facts.clients, by: \.name).mapValues(\.count)
        values["clients"] = facts.clients.map { client -> Templates.Values in
            names[client.name] == 1 ? ["name": client.name] : ["name": client.id, "label": client.name]
        }
        values["deputyForm"] = [form.values(facts.agents, facts.clients, context.words)]
        values["requests"] = waiting.map { request($0, facts.opens[$0.absence.id], facts.agents, time) }
        values["decided"] = facts.requests.filter { $0.state != .waiting }.map { PlanningText.line($0, time) }
        values["absences"] = facts.absences.map { absence -> Templates.Values in
            ["id": absence.id, "name": absence.agentName, "text": AbsenceText.numbered(absence, time)]
        }
        values["unknown"] = facts.unknown.prefix(50).map { caller(($0, time)) }
        values["learned"] = facts.learned.map { learned(($0, time)) }
        values["deputies"] = facts.deputies.map { deputy(($0, time)) }
        values["capacity"] = facts.capacity.agents.map { agent -> Templates.Values in
            [
                "name": agent.agentName, "percent": "\(agent.percent) %", "value": "\(min(agent.percent, 100))",
                "exceeded": agent.exceeded,
                "room": CapacityWords(language).room(
                    large: agent.roomLarge, small: agent.roomSmall, taken: agent.percent),
            ]
        }
        return templates.text("manage", values)
    }

    private func request(
        _ request: RosterAPI.Request, _ opens: RosterAPI.OpensGaps?, _ agents: [DirectoryAPI.Agent], _ time: TimeWords
    ) -> Templates.Values {
        let gaps = opens?.gaps ?? []
        // Who was asked for comes first, then whoever could stand in in all gaps.
        let suggested = request.deputy ?? PlanningText.deputy(for: gaps)
        let others = agents.filter { $0.id != request.absence.agent }
        let name = others.first { $0.id == suggested }?.name
        return [
            "id": request.absence.id, "text": PlanningText.line(request, time), "say": context.say,
            "token": context.token, "suggested": suggested ?? "",
            "withSuggested": name.map(context.words.approve) ?? "",
            "opens": AbsenceText.gaps(gaps, moreClients: opens?.moreClients, time), "isOpen": !gaps.isEmpty,
            "agents": others.map { agent in
                ["id": agent.id, "name": agent.name, "isChosen": agent.id == request.deputy] as Templates.Values
            },
        ]
    }

    private func caller(_ told: (NumbersAPI.Caller, TimeWords)) -> Templates.Values {
        let (caller, time) = told
        return [
            "number": caller.number,
            "text": NumberWords(context.language).calls(caller.calls, last: time.brief(caller.last)),
            "near": caller.clientName.map { "\(context.words.label(.near)) \($0)" } ?? "",
            "client": caller.clientName ?? "",
            "isEnterable": caller.number.hasPrefix("+"),
        ]
    }

    private func learned(_ told: (NumbersAPI.Learned, TimeWords)) -> Templates.Values {
        let (learned, time) = told
        let words = NumberWords(context.language)
        return [
            "number": learned.number,
            "text": learned.refused
                ? words.refused : [learned.clientName, learned.contact].compactMap(\.self).joined(separator: ", "),
            "by": words.entered(by: time.person(learned.enteredBy), at: learned.enteredAt, time),
        ]
    }

    private func deputy(_ told: (RosterAPI.Deputyship, TimeWords)) -> Templates.Values {
        let (deputyship, time) = told
        return [
            "id": deputyship.id,
            "text": DeputyWords(time).line(
                deputyship.deputyName, PlanningText.post(deputyship), from: deputyship.from, until: deputyship.until),
        ]
    }
}
