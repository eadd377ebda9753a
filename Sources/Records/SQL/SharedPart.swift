/// A part of the records that a majord has in its memory, too. Where several majords change the records, the database counts how often each part was
/// changed, so that everybody knows whether he has what is there.
enum SharedPart: String, Sendable, CaseIterable {
    /// Absences, requests, deputyships, learned numbers, cases, calendars.
    case roster
    /// Missed calls that are open.
    case missed
    /// What is told once for as long as it holds.
    case events
    /// What was forgotten by itself, which may be on other machines yet.
    case forgotten
}

/// Where statements differ by whether several sites have their records together.
enum SiteWords: Sendable {
    /// Nobody else has records there.
    case alone
    /// Each has rows of its own.
    case several

    /// A condition, after others: that a row is of this site.
    var own: String {
        switch self {
        case .alone: ""
        case .several: " AND site = current_setting('majord.site')"
        }
    }

    /// Of a window: the rows of each site by themselves.
    var each: String {
        switch self {
        case .alone: ""
        case .several: "PARTITION BY site "
        }
    }

    /// By what a call of which nothing is kept is known.
    var passedOver: String {
        switch self {
        case .alone: "mark"
        case .several: "mark, site"
        }
    }
}
