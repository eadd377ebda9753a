import MajorAPI
import Time
import Wording

/// What a client's page is made of, as far as the reader is told.
struct ClientFacts: Sendable {
    let client: DirectoryAPI.Client
    let now: String
    let timeZone: String
    var calls: [CallsAPI.Call]?
    var missed: [CallsAPI.Missed] = []
    var cases: [CasesAPI.Case] = []
    /// Why a call goes where it goes; empty for a number that cannot be explained.
    var steps: [RoutingAPI.Step]?
    /// Why what was asked about a call makes no sense.
    var mistake: PageWords.Mistake?
    var isPBXSilent = false
    /// The day that was asked about.
    var day: DayFacts?

    init(client: DirectoryAPI.Client, now: String, timeZone: String) {
        self.client = client
        self.now = now
        self.timeZone = timeZone
    }
}

/// Who answers a client now, who stands for it, what is open, and what was.
struct ClientView {
    let context: PageContext
    let templates: Templates

    func body(_ facts: ClientFacts, caller: String?, at: String?) -> String {
        let (client, language) = (facts.client, context.language)
        let time = TimeWords(language, at: facts.now, in: facts.timeZone)
        let words = WhoIsWhoseWords(time)
        let answering = client.agents.first { $0.agent == client.answering }
        let shape = ClientLook(client, isPBXSilent: facts.isPBXSilent, context).shape
        let agreement = client.agreement.map {
            words.agreement($0.title, references: $0.references, level: $0.level, start: $0.start, end: $0.end)
        }
        let next = client.next.map {
            words.next(
                words.change(
                    $0.what.word, agent: $0.agentName, client: $0.client == client.id ? nil : $0.clientName, at: $0.at,
                    leaves: $0.leaves))
        }
        var values: Templates.Values = [
            "say": context.say, "name": client.name, "isTold": facts.calls != nil,
            "isManager": context.visitor.isManager, "token": context.token,
            "shape": shape.markup, "kind": shape.kind,
            "answer": answering.map { words.calls(to: $0.agentName, as: $0.role.word) }
                ?? words.overflow(state: client.state.word, opens: client.opens),
            "agreement": agreement?.capitalizingFirst ?? "", "next": next?.capitalizingFirst ?? "",
            "agents": client.agentsByRole.map { agent(($0, time), isPBXSilent: facts.isPBXSilent) },
            "hours": hours(client, time) ?? "",
            "gaps": (client.gaps ?? []).prefix(8).map {
                time.stretch(from: $0.from, until: $0.until, goesOn: $0.goesOn)
            },
            "gapsWords": words.gaps, "hasGaps": client.gaps?.isEmpty == false,
            "noGaps": client.gaps?.isEmpty == true ? words.noGaps : "",
            "numbers": client.numbers ?? [], "learned": client.learned ?? [],
            "contacts": (client.contacts ?? []).map(contact),
            "signatory": [client.signatory].compactMap(\.self).map(contact), "address": client.address ?? [],
            "notes": client.notes?.split(whereSeparator: \.isNewline).map(String.init) ?? [],
            "hasNotes": client.notes != nil,
            "isFolded": client.signatory != nil || client.address != nil || client.notes != nil,
            "missed": facts.missed.map { missed(($0, time)) }, "cases": facts.cases.map { CaseRow.values($0, time) },
            "calls": (facts.calls ?? []).map { call(($0, time)) },
            "noCalls": facts.calls?.isEmpty == true, "noCases": facts.cases.isEmpty,
            "caller": caller ?? "", "at": at ?? "",
        ]
        if let day = facts.day.flatMap({ DayView(context: context).values($0, client, time) }) {
            values["day"] = [day]
        }
        if let steps = facts.steps {
            values["isExplained"] = true
            values["steps"] = steps.map(\.values)
            values["notUnderstood"] =
                facts.mistake.map(context.words.mistake)
                ?? (steps.isEmpty ? context.words.mistake(.cannotRead(caller ?? "")) : "")
        }
        return templates.text("client", values)
    }

    /// Until when the client has service, or from when on.
    private func hours(_ client: DirectoryAPI.Client, _ time: TimeWords) -> String? {
        client.closes.map { context.words.open(time.compactUntil($0)) }
            ?? client.opens.map { context.words.closed(opens: time.compact($0)) }
    }

    private func agent(
        _ told: (DirectoryAPI.ClientAgent, TimeWords), isPBXSilent: Bool
    ) -> Templates.Values {
        let (agent, time) = told
        let look = AgentLook(
            agent.state.word, isUnreachable: agent.unreachable, isPBXSilent: isPBXSilent, context.language)
        let shape: Shape = agent.role == .deputy && look.shape == .available ? .deputy : look.shape
        let state = look.text
        let until = agent.until.map { until in
            shape == .offHours ? context.words.from(time.compact(until)) : time.compactUntil(until)
        }
        return [
            "shape": shape.markup, "kind": shape.kind, "name": agent.agentName, "state": state, "until": until ?? "",
            "role": ReasonWords(context.language).role(agent.role.word),
        ]
    }

    private func contact(_ contact: DirectoryAPI.Contact) -> Templates.Values {
        var values: Templates.Values = ["name": contact.name, "function": contact.function ?? ""]
        if let mobile = contact.mobile { values["mobile"] = mobile }
        if let email = contact.email { values["email"] = email }
        return values
    }

    private func missed(_ told: (CallsAPI.Missed, TimeWords)) -> Templates.Values {
        MissedRow(context: context).values(told.0, told.1)
    }

    private func call(_ told: (CallsAPI.Call, TimeWords)) -> Templates.Values {
        let (call, time) = told
        let words = CallRecordWords(context.language)
        return [
            "at": time.brief(call.at), "who": [call.contact, call.caller].compactMap(\.self).joined(separator: ", "),
            "outcome": words.outcome(call.outcome), "agent": call.agentName ?? "",
            "waited": call.waited.map(words.seconds) ?? "",
        ]
    }
}

/// A missed call as pages list it.
struct MissedRow {
    let context: PageContext

    func values(_ missed: CallsAPI.Missed, _ time: TimeWords) -> Templates.Values {
        let words = CallRecordWords(context.language)
        let late = missed.overdue ? missed.due.flatMap { $0.minutes(until: time.now.rfc3339) } : nil
        var values: Templates.Values = [
            "id": missed.missed, "client": missed.clientName, "href": "/clients/\(missed.client.addressPart)",
            "shape": (missed.overdue ? Shape.overdue : .missed).markup, "kind": missed.overdue ? "overdue" : "missed",
            "contact": missed.contact ?? "", "at": time.brief(missed.last), "how": words.outcome(missed.how),
            "due": late.map(context.words.overdue) ?? missed.due.map { words.due(time.brief($0), isOverdue: false) }
                ?? "",
            "owners": missed.ownerNames.joined(separator: " / "), "token": context.token,
        ]
        if let caller = missed.caller, caller.hasPrefix("+"), !caller.contains("*") { values["caller"] = caller }
        return values
    }
}

/// A case as pages list it.
enum CaseRow {
    static func values(_ file: CasesAPI.Case, _ time: TimeWords) -> Templates.Values {
        let words = CaseWords(time.language)
        return [
            "name": words.numbered(file.case, file.reference), "kind": words.kind(file.kind.word),
            "client": file.clientName, "href": "/clients/\(file.client.addressPart)", "holder": file.holderName,
            "since": words.since(time.brief(file.openedAt)), "contact": file.contact ?? "",
        ]
    }
}
