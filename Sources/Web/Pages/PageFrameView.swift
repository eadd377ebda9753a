import Sheets
import Time
import Wording

/// A page with what stands around it on every page.
struct PageFrameView {
    let context: PageContext
    let templates: Templates
    /// The service's clock when it was made.
    var loaded: String
    /// What the page hears of, behind `/events?`; nil: it is not live.
    var live: String?

    /// - Parameter page: The one that is shown; nil for none of them.
    func text(_ page: PageWords.Page?, title: String? = nil, _ body: String) -> String {
        let words = context.words
        let pages = PageWords.Page.allCases.filter(isShown)
        return templates.text(
            "page",
            [
                "lang": context.language.rawValue, "title": title ?? page.map(words.name) ?? "majord",
                "wall": context.isWall, "say": context.say, "body": body, "loaded": loaded,
                "prints": page == .reports, "live": live.map { "/events?\($0)" } ?? "", "isLive": live != nil,
                "self": page == .me ? "/me" : page == .manage ? "/manage" : "", "expired": words.expired,
                "lastHeard": words.lastHeard, "name": context.visitor.name ?? "",
                "anonymous": context.visitor.reader == .nobody,
                "pages": pages.map { shown in
                    [
                        "name": words.name(shown), "href": shown == .now ? "/" : "/\(shown.rawValue)",
                        "isCurrent": shown == page,
                    ] as Templates.Values
                },
            ])
    }

    private func isShown(_ page: PageWords.Page) -> Bool {
        let visitor = context.visitor
        return switch page {
        case .now: true
        case .coverage: visitor.reader != .nobody
        case .clients, .reports: visitor.isKnown
        case .me: visitor.agent != nil
        case .manage: visitor.isManager
        }
    }
}

/// What the pages look like: the sheets' own styles, and those of the pages around them.
package enum PageStyles {
    package static var text: String {
        [
            PageFrame.styles(paper: "A4"), CoveragePage.styles, ReportPage.styles,
            String(decoding: Templates.ownStyles, as: UTF8.self),
        ].joined(separator: "\n")
    }
}
