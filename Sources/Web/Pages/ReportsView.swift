import MajorAPI
import Sheets
import Time
import Wording

/// What somebody wants a report of.
struct ReportWish: Sendable {
    /// As it was typed, which may be no month.
    let written: String?
    let month: String?
    let client: String?
    let language: Language?
    /// Why it cannot be had.
    let mistake: PageWords.Mistake?

    init(_ query: Form) {
        written = query["month"]
        month = written.flatMap { CalendarMonth(text: $0) }?.description
        mistake = month == nil ? written.map { PageWords.Mistake.noMonth($0) } : nil
        client = query["client"]
        language = query["language"].flatMap(Language.init(rawValue:))
    }

    var request: ReportsAPI.Report { ReportsAPI.Report(client: client, month: month) }

    /// The same report at another address.
    func address(_ path: String, language: Language? = nil) -> String {
        let parts = [("month", month), ("client", client), ("language", (language ?? self.language)?.rawValue)]
        let query = parts.compactMap { name, value in value.map { "\(name)=\($0.addressPart)" } }
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }
}

/// A month of one client on his sheet, or of all as a table; to print, and to take along.
struct ReportsView {
    let context: PageContext
    let templates: Templates

    /// - Parameters:
    ///   - clients: Those of whom the reader may have a report.
    ///   - mistake: Why there is none, in words.
    func body(
        _ report: ReportsAPI.Report.Reply?, _ clients: [DirectoryAPI.Client], _ wish: ReportWish, mistake: String? = nil
    ) -> String {
        let sheet = report.map { report in
            ReportPage.body(
                report, TimeWords(wish.language ?? context.language, at: report.made, in: report.timeZone))
        }
        return templates.text(
            "reports",
            [
                "say": context.say, "title": context.words.name(.reports),
                "sheet": sheet ?? "", "mistake": mistake ?? "",
                "month": wish.written ?? report?.month ?? "", "csv": wish.address("/reports.csv"),
                "language": (wish.language ?? context.language).rawValue,
                "languages": Language.allCases.map { language in
                    [
                        "name": language.rawValue, "isChosen": language == (wish.language ?? context.language),
                    ] as Templates.Values
                },
                "clients": Self.choices(clients, reported: report?.clients.map { ($0.client, $0.clientName) } ?? []).map
                { id, name in
                    ["id": id, "name": name, "isChosen": id == wish.client] as Templates.Values
                },
            ])
    }

    /// The directory's clients, and those who have left it and of whom the report tells.
    static func choices(
        _ clients: [DirectoryAPI.Client], reported: [(id: String, name: String)]
    ) -> [(id: String, name: String)] {
        let present = Set(clients.map(\.id))
        return clients.map { ($0.id, $0.name) } + reported.filter { !present.contains($0.id) }
    }
}
