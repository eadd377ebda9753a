import MajorAPI
import Routing
import Sheets
import Time
import Wording

/// When leave is to be, as a person typed it: one stretch of time, or hours that come back.
struct PlannedTimes {
    let from: String
    /// Whether the start was named; hours that come back do so from now on without.
    let isStartNamed: Bool
    let until: String?
    let series: RosterAPI.Series?
    let remarks: [Remark]
    let question: Question?
    /// What was understood, as the beginning of a sentence.
    let meant: String

    init(_ planned: MomentReader.Planned, _ clock: ServiceClock, _ time: TimeWords) {
        let noun = AbsenceWords(time.language).noun(.leave)
        switch planned {
        case .period(let period):
            let (start, end) = (clock.rfc3339(period.start), clock.rfc3339(period.end))
            (from, until, series) = (start, end, nil)
            isStartNamed = true
            (remarks, question) = (period.remarks, period.question)
            meant = "\(noun) \(time.period(from: start, until: end))".capitalizingFirst
        case .series(let read):
            (from, until) = (clock.rfc3339(read.start), read.end.map(clock.rfc3339))
            isStartNamed = read.isStartNamed
            series = RosterAPI.Series(read.hours, weeks: read.weeks, firstDay: read.firstDay)
            (remarks, question) = (read.remarks, read.question)
            let text = SeriesWords(time).text(
                read.hours, weeks: read.weeks, first: read.next, until: read.end.map(clock.local))
            meant = "\(noun) \(text)".capitalizingFirst
        }
    }
}
