import MajorAPI
import Routing
import Time
import Wording

/// A client's month on a sheet, in its ten parts.
struct ReportSheet {
    private let report: ReportsAPI.Report.Reply
    private let client: ReportsAPI.ClientReport
    private let sheet: ReportsAPI.ReportSheet
    private let time: TimeWords
    private let words: ReportWords
    private let said: ReportSheetWords

    /// So many missed calls have a row of their own.
    private static let missedLimit = 25

    init(
        _ report: ReportsAPI.Report.Reply, _ client: ReportsAPI.ClientReport, _ sheet: ReportsAPI.ReportSheet,
        _ time: TimeWords
    ) {
        self.report = report
        self.client = client
        self.sheet = sheet
        self.time = time
        words = ReportWords(time.language)
        said = ReportSheetWords(time.language)
    }

    private var calls: ReportsAPI.CallFigures { client.calls }

    func body(_ period: String) -> String {
        let parts = [
            head(period), sentences, section(.agreed, agreed), section(.answered, answered),
            section(.waits, waits), section(.cover, cover), section(.missed, missed), section(.cases, cases),
            section(.months, months), section(.definitions, definitions),
        ]
        return """
            <div class="sheet">
            \(CoverageDrawing.stripes)
            \(ReportDrawing.patterns)
            \(parts.compactMap(\.self).joined(separator: "\n"))
            </div>
            """
    }

    private func section(_ heading: ReportSheetWords.Heading, _ body: String?) -> String? {
        body.map { "<section>\n<h2>\(said.heading(heading).markup)</h2>\n\($0)\n</section>" }
    }

    private func head(_ period: String) -> String {
        var rows: [(ReportSheetWords.Label, String)] = [(.level, client.level)]
        if !sheet.hours.isEmpty { rows.append((.hours, SeriesWords(time).rhythm(hours, weeks: 1))) }
        for (place, pair) in pairs.enumerated() {
            let names = "\(pair.primaryName), \(pair.backupName)"
            rows.append(place == 0 ? (.pair, names) : (.pairSince(day(pair.from)), names))
        }
        if let introduced = sheet.introduced.flatMap({ CalendarDay(text: $0) }) {
            rows.append((.introduced, introduced.spelled(in: time.language)))
        }
        for pair in sheet.pairs.filter(\.coming).prefix(1) {
            rows.append((.handover(day(pair.from)), "\(pair.primaryName), \(pair.backupName)"))
        }
        let list = rows.map { "<dt>\(said.label($0.0).markup)</dt><dd>\($0.1.markup)</dd>" }.joined(separator: "\n")
        return "<h1>\(client.clientName.markup)</h1>\n<p class=\"told\">\(period.markup)</p>\n<dl>\n\(list)\n</dl>"
    }

    /// The pairs that there were, each of the day on which it began; one that was another's place for a part of a day is not told.
    private var pairs: [ReportsAPI.ReportPair] {
        var told: [ReportsAPI.ReportPair] = []
        for pair in sheet.pairs where !pair.coming {
            if let last = told.last, day(last.from) == day(pair.from) { told.removeLast() }
            if let last = told.last, (last.primary, last.backup) == (pair.primary, pair.backup) { continue }
            told.append(pair)
        }
        return told
    }

    private var hours: WeeklyHours {
        var hours = WeeklyHours()
        for part in sheet.hours {
            guard let day = Weekday.allCases.first(where: { $0.name(in: .en).lowercased().hasPrefix(part.day) }),
                let from = LocalTime(written: part.from), let until = LocalTime(written: part.until),
                let range = WeeklyHours.Range(from: from, until: until)
            else { continue }
            hours[day].append(range)
        }
        return hours
    }

    private func day(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map { $0.day.spelled(in: time.language) } ?? rfc3339
    }

    private var sentences: String {
        var sentences: [String] = []
        if calls.calls == 0 {
            sentences.append(words.noCalls)
        } else {
            sentences.append(
                said.came(
                    calls.calls, byPair: words.counts(calls.pair.count, of: calls.pair.of),
                    leftOut: calls.open + calls.unknown, in: ReportParts.time(of: report, time)))
            if calls.wait.isManyEnough, let half = calls.wait.median, let most = calls.wait.p95 {
                sentences.append(said.speed(calls.answered, half: words.wait(half), most: words.wait(most)))
            } else if let within = calls.within, let seconds = client.targets.seconds {
                sentences.append(said.speed(words.counts(within.count, of: within.of), within: seconds))
            }
        }
        let inTime = client.missed.inTime
        sentences.append(
            said.cover(
                nobody: uncovered, missed: client.missed.missed,
                backInTime: words.counts(inTime.count, of: inTime.of)))
        return sentences.map { "<p class=\"told\">\($0.markup)</p>" }.joined(separator: "\n")
    }

    /// How long nobody was there; nil: somebody always was.
    private var uncovered: String? {
        client.uncoveredMinutes == 0 ? nil : words.serviceTime(Double(client.uncoveredMinutes) * 60)
    }

    private var agreed: String {
        var rows: [(name: String, cells: [PageCell])] = []
        func add(_ name: String, _ agreed: String, _ told: String, _ percent: String = "", isReached: Bool?) {
            let mark = isReached.map { PageCell(said.isReached($0), kind: $0 ? "good" : "bad") } ?? PageCell("")
            let promise = PageCell(agreed, label: agreed.isEmpty ? nil : said.label(.agreed))
            rows.append((name, [promise, PageCell(told), PageCell(percent), mark]))
        }
        func add(_ name: String, _ agreed: String, _ share: ReportsAPI.Share?, isReached: Bool?) {
            guard let share, share.of > 0 else { return }
            let percent = share.isManyEnough ? share.percent.map(words.percent) : nil
            add(name, agreed, words.counts(share.count, of: share.of), percent ?? "", isReached: isReached)
        }
        add(said.ownPeople, "", calls.pair, isReached: nil)
        if let seconds = client.targets.seconds, let share = client.targets.share, let within = calls.within {
            let isReached = Share(within.count, of: within.of).reaches(share)
            add(said.within(seconds), "\(share) %", within, isReached: isReached)
            add(words.label(.withoutAbandoned), "", calls.withinWithoutAbandoned, isReached: nil)
        }
        add(said.calledBackInTime, "", client.missed.inTime, isReached: nil)
        for kind in client.cases {
            guard let target = client.targets.cases[kind.kind], let within = kind.within else { continue }
            let name = said.closedWithin(kind.kind, words.serviceTime(Double(target)))
            add(name, "", within, isReached: within.count == within.of)
        }
        add(said.nobodyThere, "", uncovered ?? words.serviceTime(0), isReached: nil)
        return PageTable.text(["", said.label(.agreed), said.label(.achieved), "", ""], rows, kind: "figure agreed")
    }

    private var answered: String? {
        let all: [(part: ReportWords.Part, count: Int)] = [
            (.primary, calls.primary), (.backup, calls.backup), (.deputy, calls.deputy), (.callback, calls.callback),
            (.holder, calls.case), (.overflow, calls.overflow), (.noAnswer, calls.noAnswer), (.nobody, calls.nobody),
            (.abandoned, calls.abandoned),
        ]
        let parts = all.filter { $0.count > 0 }
        guard !parts.isEmpty else { return nil }
        let told = parts.map { part, count in
            let share = Share(count, of: calls.counted)
            let percent = share.isManyEnough ? share.tenthsOfPercent.map { ", \(words.percent(Double($0) / 10))" } : nil
            return (part, "\(words.part(part)) \(count)\(percent ?? "")")
        }
        let label = "\(said.heading(.answered)): \(told.map(\.1).joined(separator: "; "))"
        let keys = told.map { ReportDrawing.key($0, $1) }.joined(separator: "\n")
        return
            "<figure>\n\(ReportDrawing.both(words) { $0.bar(parts, label) })\n<figcaption>\(keys)</figcaption>\n</figure>"
    }

    private var waits: String? {
        guard !sheet.waits.isEmpty else { return nil }
        let target = client.targets.seconds
        let isDots = calls.answered <= ReportDrawing.mostDots
        let label = said.heading(.waits)
        let drawing = ReportDrawing.both(words) { $0.waits(sheet.waits, target: target, label) }
        return
            "<figure>\n\(drawing)\n<figcaption>\(said.reading(isDots: isDots, target: target).markup)</figcaption>\n</figure>"
    }

    private var cover: String? {
        guard let first = CalendarDay(text: sheet.firstDay) else { return nil }
        let forecast = ForecastWords(time.language)
        let strip = ReportDrawing.both(words) {
            $0.strip(Array(sheet.days), from: first, forecast, said.heading(.cover))
        }
        let gaps = sheet.gaps.prefix(12).map { "<li>\(time.stretch(from: $0.from, until: $0.until).markup)</li>" }
        let more = sheet.gaps.count - gaps.count
        let list =
            gaps.isEmpty
            ? ""
            : "<p>\(forecast.gaps.markup)</p>\n<ul>\n\(gaps.joined(separator: "\n"))\(more > 0 ? "<li>\(said.more(more).markup)</li>" : "")\n</ul>"
        return """
            <figure>
            \(strip)
            <figcaption>\(CoverageDrawing.legend(forecast))<p>\(forecast.worst.markup)</p></figcaption>
            </figure>
            \(list)
            """
    }

    private var missed: String {
        guard !sheet.missed.isEmpty else { return "<p>\(said.noMissed.markup)</p>" }
        let rows = sheet.missed.prefix(Self.missedLimit).map { line in
            let times = line.calls > 1 ? ", \(CallRecordWords(time.language).times(line.calls))" : ""
            let back = line.closedHow.map { said.back($0, line.after.map(words.serviceTime) ?? "") } ?? said.stillOpen
            return [
                LocalDateTime(rfc3339: line.at).map(time.shortStart) ?? line.at,
                CallRecordWords(time.language).outcome(line.how) + times, back,
            ]
        }
        let more = client.missed.missed - rows.count
        let table = PageTable.text(
            [said.label(.when), said.label(.how), said.label(.calledBack)], Array(rows), kind: "texts")
        return table + (more > 0 ? "\n<p>\(said.more(more).markup)</p>" : "")
    }

    private var cases: String? {
        let kinds = client.cases.filter { $0.opened + $0.closed + $0.open > 0 }
        guard !kinds.isEmpty else { return nil }
        var columns: [(ReportSheetWords.Label, (ReportsAPI.CaseFigures) -> String)] = [
            (.opened, { "\($0.opened)" }), (.closed, { "\($0.closed)" }), (.open, { "\($0.open)" }),
        ]
        if kinds.contains(where: { $0.within != nil }) {
            columns.append((.inTime, { $0.within.map { words.counts($0.count, of: $0.of) } ?? "" }))
        }
        if kinds.contains(where: \.time.isManyEnough) {
            func length(_ kind: ReportsAPI.CaseFigures, _ seconds: Double?) -> String {
                kind.time.isManyEnough ? seconds.map(words.serviceTime) ?? "" : ""
            }
            columns.append((.halfWithin, { length($0, $0.time.median) }))
            columns.append((.eightyWithin, { length($0, $0.time.p80) }))
        }
        return PageTable.text(
            [said.label(.kind)] + columns.map { said.label($0.0) },
            kinds.map { kind in [words.kind(kind.kind)] + columns.map { $0.1(kind) } })
    }

    private var months: String {
        let label =
            "\(said.heading(.months)): \(sheet.months.map { "\($0.month) \($0.calls)" }.joined(separator: ", "))"
        return """
            <figure>
            \(ReportDrawing.both(words) { $0.months(sheet.months, label) })
            <figcaption>\(said.monthsReading.markup)</figcaption>
            </figure>
            """
    }

    private var definitions: String {
        let texts = said.definitions(seconds: client.targets.seconds, callBack: client.missed.missed > 0)
        let list = texts.map { "<li>\($0.markup)</li>" }.joined(separator: "\n")
        let made = said.made(ReportPage.made(report, time), zone: report.timeZone)
        return "<ul class=\"definitions\">\n\(list)\n</ul>\n<p class=\"made\">\(made.markup)</p>"
    }
}
