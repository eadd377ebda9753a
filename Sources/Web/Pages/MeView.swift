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
}

/// How the reader stands, what he may enter of himself, whom he is to call back, and what he asked for.
struct MeView {
    let context: PageContext
    let templates: Templates

    func body(_ facts: MeFacts, _ notice: Notice?) -> String {
        let (agent, language) = (facts.agent, context.language)
        let time = TimeWords(language, at: facts.now, in: facts.timeZone)
        let shape = Shape(state: agent.state.word)
        let state =
            agent.state == .busy
            ? context.words.label(.phone)
            : AvailabilityWords.State(word: agent.state.word).map(AvailabilityWords(language).state) ?? agent.state.word
        let until = agent.until.map {
            shape == .offHours ? context.words.from(time.shortStart($0)) : time.shortUntil($0)
        }
        let chart = CoverageReport(facts.coverage).map { report in
            CoverageView.chart(report, time)
        }
        let today = time.now.day.description
        return templates.text(
            "me",
            [
                "say": context.say, "token": context.token, "title": context.words.name(.me), "name": agent.name,
                "shape": shape.markup, "kind": shape.kind, "state": context.words.youAre(state), "until": until ?? "",
                "isAway": shape == .away, "today": today, "notice": notice.map { [$0.values(context)] } ?? [],
                "from": notice?.kept?["from"] ?? "", "through": notice?.kept?["through"] ?? "",
                "fromTime": notice?.kept?["from_time"] ?? "", "untilTime": notice?.kept?["until_time"] ?? "",
                "note": notice?.kept?["note"] ?? "",
                "clients": agent.clients.map { post in
                    [
                        "name": post.clientName, "href": "/clients/\(post.client.addressPart)",
                        "role": ReasonWords(language).role(post.role.word),
                    ] as Templates.Values
                },
                "missed": facts.missed.map { MissedRow(context: context).values($0, time) },
                "noMissed": CallRecordWords(language).noMissed, "cases": facts.cases.map { CaseRow.values($0, time) },
                "absences": facts.absences.map { absence in
                    ["id": absence.id, "text": AbsenceText.numbered(absence, time)] as Templates.Values
                },
                "requests": facts.requests.map { request in
                    [
                        "id": request.absence.id, "text": PlanningText.line(request, time),
                        "isWaiting": request.state == .waiting,
                    ] as Templates.Values
                },
                "chart": chart ?? "",
            ])
    }
}

extension CoverageView {
    /// The chart alone, with its legend.
    static func chart(_ report: CoverageReport, _ time: TimeWords) -> String {
        let words = ForecastWords(time.language)
        let panels = CoverageDrawing.panels(report, words, time).map { "<div class=\"chart wide\">\n\($0)\n</div>" }
        let week = CoverageDrawing(report, days: 0..<7, .narrow, words, time).svg()
        return """
            <figure>\(CoverageDrawing.stripes)\(panels.joined())<div class="chart narrow">\(week)</div>
            <figcaption>\(CoverageDrawing.legend(words))</figcaption></figure>
            """
    }
}
