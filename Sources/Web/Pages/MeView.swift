import MajorAPI
import Sheets
import Time
import Wording

/// What an agent's own page is made of.
struct MeFacts: Sendable {
    let agent: DirectoryAPI.Agent
    let now: String
    let timeZone: String
    let absences: [RosterAPI.Absence]
    let requests: [RosterAPI.Request]
    let missed: [CallsAPI.Missed]
    let cases: [CasesAPI.Case]
    let coverage: ReportsAPI.Coverage.Reply
    /// Of everybody.
    let away: [RosterAPI.Absence]
    /// What he and those with whom he has clients have asked for.
    let waiting: [RosterAPI.Absence]
    let feed: CalendarAPI.FeedAddress.Reply
    let isPBXSilent: Bool

    /// Those with whom he has clients, and himself, by id.
    var names: [String: String] {
        let pairs = coverage.clients.flatMap(\.pairs).flatMap { [$0.primary, $0.backup] }
        return Dictionary((pairs + [agent.id]).map { ($0, coverage.agentNames[$0] ?? $0) }) { first, _ in first }
            .merging([agent.id: agent.name]) { $1 }
    }
}

/// How the reader stands, what he may enter of himself, whom he is to call back, and what he asked for.
struct MeView {
    let context: PageContext
    let templates: Templates

    func body(_ facts: MeFacts, _ notice: Notice?) -> String {
        let (agent, language) = (facts.agent, context.language)
        let time = TimeWords(language, at: facts.now, in: facts.timeZone)
        let look = AgentLook(
            agent.state.word, isUnreachable: agent.unreachable, isPBXSilent: facts.isPBXSilent, language)
        let shape = look.shape
        let state = look.text
        let until = (agent.until ?? agent.availableUntil).map {
            shape == .offHours ? context.words.from(time.compact($0)) : time.compactUntil($0)
        }
        let chart = CoverageReport(facts.coverage).map { report in
            CoverageView.chart(report, facts.waiting, time)
        }
        var values: Templates.Values = [
            "say": context.say, "token": context.token, "title": context.words.name(.me), "name": agent.name,
            "shape": shape.markup, "kind": shape.kind, "state": context.words.youAre(state), "until": until ?? "",
            "isAway": shape == .away, "today": time.now.day.description,
            "notice": notice.map { [$0.values(context)] } ?? [], "chart": chart ?? "",
            "noMissed": CallRecordWords(language).noMissed,
        ]
        for (key, field) in [
            ("from", "from"), ("through", "through"), ("fromTime", "from_time"), ("untilTime", "until_time"),
            ("note", "note"),
        ] {
            values[key] = notice?.kept(of: "/me/leave")?[field] ?? ""
        }
        values["clients"] = agent.clients.map { post -> Templates.Values in
            [
                "name": post.clientName, "href": "/clients/\(post.client.addressPart)",
                "role": ReasonWords(language).role(post.role.word),
            ]
        }
        values["missed"] = facts.missed.map { MissedRow(context: context).values($0, time) }
        values["cases"] = facts.cases.map { CaseRow.values($0, time) }
        values["absences"] = facts.absences.map { absence -> Templates.Values in
            ["id": absence.id, "text": AbsenceText.numbered(absence, time)]
        }
        values["requests"] = facts.requests.map { request -> Templates.Values in
            [
                "id": request.absence.id, "text": PlanningText.line(request, time),
                "isWaiting": request.state == .waiting,
            ]
        }
        values["feed"] = FeedView(context: context).values(facts.feed, time, action: "/me/feed")
        let calendar = LeaveCalendar(
            agent.id, facts.names, facts.away, facts.waiting, time.now.day, in: facts.timeZone, context)
        values["calendar"] = calendar.map { [$0.values] } ?? []
        return templates.text("me", values)
    }
}
