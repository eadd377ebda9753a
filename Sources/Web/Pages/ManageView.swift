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
    let absences: [RosterAPI.Absence]
    let unknown: [NumbersAPI.Caller]
    let learned: [NumbersAPI.Learned]
    let deputies: [RosterAPI.Deputyship]
    let capacity: ReportsAPI.Capacity.Reply
}

/// What waits for a manager, the oldest first, and what he enters for others.
struct ManageView {
    let context: PageContext
    let templates: Templates

    func body(_ facts: ManageFacts, _ notice: Notice?) -> String {
        let language = context.language
        let time = TimeWords(language, at: facts.now, in: facts.timeZone)
        let waiting = facts.requests.filter { $0.state == .waiting }
        let kept = notice?.kept
        func chosen(_ id: String, _ field: String) -> Bool { kept?[field] == id }
        return templates.text(
            "manage",
            [
                "say": context.say, "token": context.token, "title": context.words.name(.manage),
                "today": time.now.day.description, "notice": notice.map { [$0.values(context)] } ?? [],
                "from": kept?["from"] ?? "", "through": kept?["through"] ?? "", "note": kept?["note"] ?? "",
                "agents": facts.agents.map { agent in
                    ["id": agent.id, "name": agent.name] as Templates.Values
                },
                "clients": facts.clients.map { ["id": $0.id, "name": $0.name] as Templates.Values },
                "requests": waiting.map { request(($0, facts.agents, time)) }, "noRequests": waiting.isEmpty,
                "decided": facts.requests.filter { $0.state != .waiting }.map { PlanningText.line($0, time) },
                "absences": facts.absences.map { absence in
                    [
                        "id": absence.id, "name": absence.agentName, "text": AbsenceText.numbered(absence, time),
                    ] as Templates.Values
                }, "noAbsences": facts.absences.isEmpty,
                "unknown": facts.unknown.prefix(50).map { caller(($0, time)) }, "noUnknown": facts.unknown.isEmpty,
                "learned": facts.learned.map { learned(($0, time)) }, "noLearned": facts.learned.isEmpty,
                "deputies": facts.deputies.map { deputy(($0, time)) }, "noDeputies": facts.deputies.isEmpty,
                "capacity": facts.capacity.agents.map { agent in
                    [
                        "name": agent.agentName, "percent": "\(agent.percent) %", "value": "\(min(agent.percent, 100))",
                        "exceeded": agent.exceeded,
                        "room": CapacityWords(language).room(large: agent.roomLarge, small: agent.roomSmall),
                    ] as Templates.Values
                },
            ])
    }

    private func request(_ told: (RosterAPI.Request, [DirectoryAPI.Agent], TimeWords)) -> Templates.Values {
        let (request, agents, time) = told
        return [
            "id": request.absence.id, "text": PlanningText.line(request, time), "say": context.say,
            "token": context.token,
            "agents": agents.filter { $0.id != request.absence.agent }.map { agent in
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
            "client": caller.client ?? "",
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
            "by": words.entered(by: learned.enteredBy, at: time.brief(learned.enteredAt)),
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
