import Routing
import Time

/// An absence as a row of the table `absence`.
enum AbsenceRow {
    /// A condition for those that are in force or were: leave that was asked for is an absence once it is approved.
    static let isInForce = "id NOT IN (SELECT id FROM request WHERE state <> 'approved')"

    static let columns =
        #"agent, kind, start, "end", note, hours, weeks, first_day, exceptions, source, uid, recurrence, read_from, read_until, entered_by, entered_at"#

    /// Those of `columns`, in their order.
    static func values(_ absence: Absence) -> [SQLValue] {
        [
            SQLValue(absence.agent), .text(absence.kind.rawValue), SQLValue(absence.start), SQLValue(absence.end),
            SQLValue(absence.note),
        ] + values(absence.series) + values(absence.origin)
            + [.text(absence.enteredBy), SQLValue(absence.enteredAt)]
    }

    /// `source`, `uid`, `recurrence`, `read_from` and `read_until`.
    static func values(_ origin: CalendarOrigin?) -> [SQLValue] {
        [
            SQLValue(origin?.source), SQLValue(origin?.uid), SQLValue(origin?.recurrence),
            SQLValue(origin?.read?.start),
            SQLValue(origin?.read?.end),
        ]
    }

    /// `hours`, `weeks`, `first_day` and `exceptions`.
    static func values(_ series: WeeklySeries?) -> [SQLValue] {
        guard let series else { return [.null, .null, .null, .null] }
        return [
            .text(SeriesText.hours(series.hours)), SQLValue(series.weeks), .text("\(series.firstDay)"),
            SQLValue(SeriesText.exceptions(series.exceptions)),
        ]
    }

    static func absence(_ row: CheckedRow) throws -> Absence {
        Absence(
            id: try row.number("id"), agent: try row.agent("agent"), kind: try row.word("kind"),
            start: try row.instant("start"), end: try row.optionalInstant("end"), series: try series(row),
            enteredBy: try row.text("entered_by"), enteredAt: try row.instant("entered_at"),
            note: try row.optionalText("note"), origin: try origin(row))
    }

    /// - Parameter instant: The present: what was ended later than that is over now, and what was entered later, to begin as it was entered, has begun.
    ///   The clock was ahead then, or is at another site.
    static func absence(_ row: CheckedRow, endedAt instant: Instant) throws -> Absence {
        var absence = try absence(row)
        if absence.enteredAt > instant, absence.start == absence.enteredAt { absence.start = instant }
        let endedAt = try row.optionalInstant("ended_at")
        return endedAt.map { $0 > instant } == true ? absence.ended(at: instant) : absence
    }

    private static func series(_ row: CheckedRow) throws -> WeeklySeries? {
        guard let hours = try row.optionalText("hours") else { return nil }
        let (weeks, firstDay) = (try row.optionalNumber("weeks"), try row.optionalText("first_day"))
        let (exceptions, id) = (try row.optionalText("exceptions"), try row.number("id"))
        do throws(SeriesText.Unreadable) {
            return try SeriesText.series(
                hours: hours, weeks: weeks.map { Int(clamping: $0) }, firstDay: firstDay,
                exceptions: exceptions)
        } catch {
            throw row.foreign(error.column, "\(error.value) (row \(id))")
        }
    }

    private static func origin(_ row: CheckedRow) throws -> CalendarOrigin? {
        guard let source = try row.optionalText("source") else { return nil }
        var read: Interval?
        if let from = try row.optionalInstant("read_from") {
            let until = try row.instant("read_until")
            read = Interval(from: from, until: until)
            guard read != nil else { throw row.foreign("read_until", "\(until.milliseconds), not after read_from") }
        }
        return CalendarOrigin(
            source: source, uid: try row.text("uid"), recurrence: try row.optionalText("recurrence"), read: read)
    }
}
