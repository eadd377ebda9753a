import MajorAPI
import Sheets
import Time
import Wording

/// What is known of one client on one day.
struct DayFacts: Sendable {
    let day: CalendarDay
    let coverage: ReportsAPI.Coverage.Reply
    /// In force and to come, of everybody.
    let absences: [RosterAPI.Absence]
    let waiting: [RosterAPI.Absence]
    let deputyships: [RosterAPI.Deputyship]
}

/// Why somebody or nobody is there for a client on a day: who is, who is away, and who stands in.
struct DayView {
    let context: PageContext

    /// When a stretch is; of one that goes on as far as was looked the end is not known.
    private func times(_ stretch: ReportsAPI.CoverageStretch, _ report: CoverageReport, _ time: TimeWords) -> String {
        guard let start = LocalDateTime(rfc3339: stretch.from), let end = LocalDateTime(rfc3339: stretch.until),
            end.isMidnight, end.day > report.lastDay
        else { return time.stretch(from: stretch.from, until: stretch.until) }
        return "\(time.from(time.time(start))) \(time.untilFurtherNotice)"
    }

    /// Nil for a day that nobody looks ahead to.
    func values(_ facts: DayFacts, _ client: DirectoryAPI.Client, _ time: TimeWords) -> Templates.Values? {
        guard let report = CoverageReport(facts.coverage), let shown = report.clients.first,
            case let place = facts.day.daysSince1970 - report.firstDay.daysSince1970,
            shown.shownDays.indices.contains(place)
        else { return nil }
        let words = ForecastWords(context.language)
        let (day, next) = ("\(facts.day)", "\(facts.day.advanced(by: 1))")
        // Texts of moments begin with their day, so they stand in its order.
        func isOn(_ from: String, _ until: String?) -> Bool {
            from < next && until.map { $0.prefix(16) > "\(day)T00:00" } ?? true
        }
        let pairs = shown.pairs.filter { $0.from.map { $0 <= day } ?? true }.suffix(1)
        let pair = pairs.flatMap { [$0.primary, $0.backup] }
        func lines(_ absences: [RosterAPI.Absence]) -> [RosterAPI.Absence] {
            absences.filter { pair.contains($0.agent) && isOn($0.from, $0.until) }
        }
        let deputies = facts.deputyships.filter { deputyship in
            isOn(deputyship.from, deputyship.until)
                && (deputyship.client == client.id
                    || deputyship.client == nil && deputyship.agent.map(pair.contains) ?? false)
        }
        return [
            "say": context.say, "title": facts.day.spelled(in: context.language),
            "meaning": words.meaning(shown.shownDays[place]).capitalizingFirst,
            "pair": pairs.map { words.pair(primary: report.name($0.primary), backup: report.name($0.backup)) }.first
                .map(\.capitalizingFirst) ?? "",
            "stretches": shown.stretches.filter { isOn($0.from, $0.until) }.map { stretch in
                "\(times(stretch, report, time)): \(report.who(stretch, words))"
            },
            "away": lines(facts.absences).map { "\($0.agentName): \(AbsenceText.line($0, time))" },
            "asked": lines(facts.waiting).map { "\($0.agentName): \(AbsenceText.line($0, time)), \(words.asked)" },
            "deputies": deputies.map {
                DeputyWords(time).line($0.deputyName, PlanningText.post($0), from: $0.from, until: $0.until)
            },
        ]
    }
}
