import Foundation
import TestSupport
import Testing
import Time
import Wording

@Suite("Moment")
struct MomentTests {
    @Test(
        "what is no moment is named",
        arguments: [
            "soon", "25:00", "12:60", "1-2-3-4", "monday-9", "32", "24--12", "2026-12-24T09", "24-12-026",
        ])
    func unreadable(text: String) {
        #expect(throws: MomentError.unreadable(text.lowercased())) { try Moment.read([text]) }
    }

    @Test("an empty text is no moment, and is not passed over", arguments: [[], [""], ["  "], ["tomorrow", ""]])
    func missing(words: [String]) {
        #expect(throws: MomentError.missing) { try Moment.read(words) }
    }

    @Test("a time belongs to the day before it, quoted or not")
    func days() throws {
        #expect(try Moment.read(["monday", "09:00", "12:00"]) == Moment.read(["monday 09:00 12:00"]))
        #expect(try Moment.read(["monday", "09:00", "12:00"]).map(\.text) == ["monday 09:00", "12:00"])
    }
}

/// What is said of an error without times.
private func refusal(_ error: MomentError) -> String {
    TimeWords(now: LocalDateTime(day: CalendarDay(daysSince1970: 0), millisecondOfDay: 0, offset: 0)).text(error)
}

/// Reads at one instant in Amsterdam, and writes what was understood.
private struct Desk {
    let reader: MomentReader

    init(_ now: String) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let now = try #require(LocalDateTime(rfc3339: now))
        reader = MomentReader(clock: ServiceClock(zone), now: now.instant)
    }

    /// `2026-11-26 09:00/2026-11-26 12:00`; with what is remarked or asked.
    func leave(_ words: String) -> String {
        answer { () throws(MomentError) in
            let leave = try reader.leave(words.split(separator: " ").map(String.init))
            let text = "\(shown(leave.start))/\(shown(leave.end))"
            return said(text, leave.remarks, leave.question)
        }
    }

    func back(_ words: String) -> String {
        answer { () throws(MomentError) in
            let back = try reader.back([words])
            return said(shown(back.instant), back.remarks, back.question)
        }
    }

    func lookingBack(_ words: String) -> String {
        answer { () throws(MomentError) in shown(try reader.lookingBack([words]).instant) }
    }

    func lookingAhead(_ words: String) -> String {
        answer { () throws(MomentError) in shown(try reader.lookingAhead([words]).instant) }
    }

    private func answer(_ body: () throws(MomentError) -> String) -> String {
        do {
            return try body()
        } catch {
            return TimeWords(now: reader.clock.local(reader.now)).text(error)
        }
    }

    private func shown(_ instant: Instant) -> String {
        instant == reader.now ? "now" : String(reader.clock.rfc3339(instant).prefix(16)).replacing("T", with: " ")
    }

    private func said(_ text: String, _ remarks: [Remark], _ question: Question?) -> String {
        let time = TimeWords(now: reader.clock.local(reader.now))
        let asked = question.map { "\(DurationWords().text($0))?" }
        return ([text] + remarks.map(time.text) + [asked].compactMap(\.self)).joined(separator: " | ")
    }
}

@Suite("Leave as it is typed")
struct LeaveTests {
    @Test(
        "on Wednesday 25 November 2026, 20:00",
        arguments: [
            // A time belongs to its day, at both ends.
            ("tomorrow 09:00 tomorrow 12:00", "2026-11-26 09:00/2026-11-26 12:00"),
            ("tomorrow 09:00 12:00", "2026-11-26 09:00/2026-11-26 12:00"),
            ("tomorrow", "2026-11-26 00:00/2026-11-27 00:00"),
            ("tomorrow tomorrow", "2026-11-26 00:00/2026-11-27 00:00"),
            ("monday 09:00 monday 12:00", "2026-11-30 09:00/2026-11-30 12:00"),
            ("monday 09:00 tuesday", "2026-11-30 09:00/2026-12-02 00:00"),
            (
                "tomorrow 09:00 monday",
                "2026-11-26 09:00/2026-12-01 00:00 | `monday` means Monday 30 November 2026: another week."
            ),
            ("thursday friday", "2026-11-26 00:00/2026-11-28 00:00"),
            (
                "thursday wednesday",
                "2026-11-26 00:00/2026-12-03 00:00 | `wednesday` means Wednesday 2 December 2026: another week."
            ),
            ("tomorrow 22:00 27-11 06:00", "2026-11-26 22:00/2026-11-27 06:00"),
            ("tomorrow 00:00 24:00", "2026-11-26 00:00/2026-11-27 00:00"),
            ("24-12 4-1", "2026-12-24 00:00/2027-01-05 00:00 | `4-1` means Monday 4 January 2027: another year."),
            ("31-12 1-1", "2026-12-31 00:00/2027-01-02 00:00 | `1-1` means Friday 1 January 2027: another year."),
            ("24-12 09:00 24-12", "2026-12-24 09:00/2026-12-25 00:00"),
            ("2026-12-24T09:00:00+01:00 2026-12-24T11:00:00Z", "2026-12-24 09:00/2026-12-24 12:00"),
            // Words for days and times, in English and Dutch.
            ("friday from 9 to 12", "2026-11-27 09:00/2026-11-27 12:00"),
            ("vrijdag van 9 tot 12 uur", "2026-11-27 09:00/2026-11-27 12:00"),
            ("tomorrow 09.00 12.30", "2026-11-26 09:00/2026-11-26 12:30"),
            ("24 dec", "2026-12-24 00:00/2026-12-25 00:00"), ("dec 24", "2026-12-24 00:00/2026-12-25 00:00"),
            ("24 mei 2027", "2027-05-24 00:00/2027-05-25 00:00"),
            ("24 t/m 26 december", "2026-12-24 00:00/2026-12-27 00:00"),
            (
                "24 december t/m 4 januari",
                "2026-12-24 00:00/2027-01-05 00:00 | `4 januari` means Monday 4 January 2027: another year."
            ),
            ("morgen middag", "2026-11-26 12:30/2026-11-26 18:00"),
            ("morgenochtend", "2026-11-26 06:00/2026-11-26 12:30"),
            ("vrijdag morgen", "2026-11-27 06:00/2026-11-27 12:30"),
            ("vrijdagavond", "2026-11-27 18:00/2026-11-28 00:00"), ("vanavond", "now/2026-11-26 00:00"),
            ("thursday afternoon to friday morning", "2026-11-26 12:30/2026-11-27 12:30"),
            ("overmorgen", "2026-11-27 00:00/2026-11-28 00:00"), ("in 2 weeks", "2026-12-09 00:00/2026-12-10 00:00"),
            ("over 3 dagen", "2026-11-28 00:00/2026-11-29 00:00"), ("this friday", "2026-11-27 00:00/2026-11-28 00:00"),
            (
                "next friday",
                "2026-12-04 00:00/2026-12-05 00:00 | `next friday` means Friday 4 December 2026: another week."
            ),
            ("volgende week vrijdag", "2026-12-04 00:00/2026-12-05 00:00"),
            ("vrijdag volgende week", "2026-12-04 00:00/2026-12-05 00:00"),
            ("next week", "2026-11-30 00:00/2026-12-07 00:00"),
            ("monday to next friday", "2026-11-30 00:00/2026-12-05 00:00"),
            // Until a day is back on it, through it is not.
            (
                "thursday until friday", "2026-11-26 00:00/2026-11-27 00:00 | Back on Friday 27 November 2026."
            ),
            ("donderdag tot en met vrijdag", "2026-11-26 00:00/2026-11-28 00:00"),
            ("tot vrijdag", "now/2026-11-27 00:00 | Back on Friday 27 November 2026."),
            ("to friday", "now/2026-11-28 00:00"),
            // What is begun and not said to its end.
            ("friday to", "a day or a time is missing"), ("tomorrow from", "a day or a time is missing"),
            // What ends before it begins, or when it begins.
            (
                "monday today",
                "it ends before it begins: from Monday 30 November 2026 00:00 until the end of Wednesday 25 November 2026"
            ),
            (
                "monday tomorrow",
                "it ends before it begins: from Monday 30 November 2026 00:00 until the end of Thursday 26 November 2026"
            ),
            (
                "tomorrow 12:00 tomorrow 09:00",
                "it ends before it begins: from Thursday 26 November 2026 12:00 until Thursday 26 November 2026 09:00"
            ),
            (
                "monday 12:00 monday 09:00",
                "it ends before it begins: from Monday 30 November 2026 12:00 until Monday 30 November 2026 09:00"
            ),
            (
                "tomorrow 22:00 06:00",
                "it ends before it begins: from Thursday 26 November 2026 22:00 until Thursday 26 November 2026 06:00"
            ),
            (
                "24-12-2027 24-12-2026",
                "it ends before it begins: from Friday 24 December 2027 00:00 until the end of Thursday 24 December 2026"
            ),
            ("10-01 09:00 10-01 09:00", "it has no length: it begins and ends on Sunday 10 January 2027 09:00"),
            ("21:00 21:00", "it has no length: it begins and ends on Wednesday 25 November 2026 21:00"),
            ("26-11 09:00 thursday 09:00", "it has no length: it begins and ends on Thursday 26 November 2026 09:00"),
            // What had to roll over is said, and asked back when it is long or far.
            (
                "24-12 23-12",
                "2026-12-24 00:00/2027-12-24 00:00 | `23-12` means Thursday 23 December 2027: another year. | that lasts nearly a year?"
            ),
            (
                "26-12 24-12",
                "2026-12-26 00:00/2027-12-25 00:00 | `24-12` means Friday 24 December 2027: another year. | that lasts nearly a year?"
            ),
            (
                "24-11",
                "2027-11-24 00:00/2027-11-25 00:00 | `24-11` means Wednesday 24 November 2027: another year. | that begins in nearly a year?"
            ),
            (
                "23-11 24-11",
                "2027-11-23 00:00/2027-11-25 00:00 | `23-11` means Tuesday 23 November 2027: another year. | that begins in nearly a year?"
            ),
            (
                "1-8 14-8",
                "2027-08-01 00:00/2027-08-15 00:00 | `1-8` means Sunday 1 August 2027: another year. | that begins in 249 days?"
            ),
            ("2027-08-01 14-8", "2027-08-01 00:00/2027-08-15 00:00"),
            (
                "1-1 31-12",
                "2027-01-01 00:00/2028-01-01 00:00 | `1-1` means Friday 1 January 2027: another year. | that lasts nearly a year?"
            ),
            ("4-1", "2027-01-04 00:00/2027-01-05 00:00 | `4-1` means Monday 4 January 2027: another year."),
            (
                "29-2",
                "2028-02-29 00:00/2028-03-01 00:00 | `29-2` means Tuesday 29 February 2028: another year. | that begins in 461 days?"
            ),
            (
                "tomorrow 12:00 thursday 09:00",
                "2026-11-26 12:00/2026-12-03 09:00 | `thursday 09:00` means Thursday 3 December 2026: another week."
            ),
            (
                "wednesday 09:00 12:00",
                "2026-12-02 09:00/2026-12-02 12:00 | `wednesday 09:00` means Wednesday 2 December 2026: another week."
            ),
            ("2026-12-01 2027-03-10", "2026-12-01 00:00/2027-03-11 00:00 | that lasts 100 days?"),
            // What has begun counts from now on.
            ("today", "now/2026-11-26 00:00"),
            ("wednesday", "now/2026-11-26 00:00"),
            ("25-11", "now/2026-11-26 00:00"),
            ("today 09:00 today 21:00", "now/2026-11-25 21:00"),
            ("19:00 21:00", "now/2026-11-25 21:00"),
            ("wednesday 19:00 wednesday 21:00", "now/2026-11-25 21:00"),
            (
                "23-11 27-11",
                "now/2026-11-28 00:00 | It began on Monday 23 November 2026; what was before now stays as it was."
            ),
            (
                "23-11 friday",
                "now/2026-11-28 00:00 | It began on Monday 23 November 2026; what was before now stays as it was."
            ),
            (
                "23-11-2026 27-11-2026",
                "now/2026-11-28 00:00 | It began on Monday 23 November 2026; what was before now stays as it was."
            ),
            // What is over is over.
            ("today 09:00 today 10:00", "it is over already, since Wednesday 25 November 2026 10:00"),
            ("09:00 10:00", "it is over already, since Wednesday 25 November 2026 10:00"),
            ("yesterday", "it is over already, since the end of Tuesday 24 November 2026"),
            ("23-11 yesterday", "it is over already, since the end of Tuesday 24 November 2026"),
            ("2020-03-01 2020-03-05", "it is over already, since the end of Thursday 5 March 2020"),
            // What is not enough, or too much.
            ("monday 09:00", refusal(.missingEnd)), ("09:00", refusal(.missingEnd)),
            ("", refusal(.missing)),
            ("monday tuesday friday", refusal(.tooMany)), ("31-2", "there is no such date as 31-2"),
            ("30-2-2027 tomorrow", "there is no such date as 30-2-2027"), ("0-1", "there is no such date as 0-1"),
            ("tomorrow 1-13", "there is no such date as 1-13"),
        ])
    func typed(words: String, expected: String) throws {
        #expect(try Desk("2026-11-25T20:00:00+01:00").leave(words) == expected)
    }

    @Test(
        "around the end of a year",
        arguments: [
            (
                "2027-01-02T10:00:00+01:00", "30-12 5-1",
                "now/2027-01-06 00:00 | It began on Wednesday 30 December 2026; what was before now stays as it was."
            ),
            ("2026-12-31T23:59:00+01:00", "tomorrow", "2027-01-01 00:00/2027-01-02 00:00"),
            (
                "2026-12-31T23:59:00+01:00", "1-1",
                "2027-01-01 00:00/2027-01-02 00:00 | `1-1` means Friday 1 January 2027: another year."
            ),
            ("2028-02-28T10:00:00+01:00", "29-2", "2028-02-29 00:00/2028-03-01 00:00"),
            ("2028-02-28T10:00:00+01:00", "29-2 1-3", "2028-02-29 00:00/2028-03-02 00:00"),
        ])
    func years(now: String, words: String, expected: String) throws {
        #expect(try Desk(now).leave(words) == expected)
    }

    @Test(
        "where clocks change: a skipped time is the change, a repeated one its first occurrence, a day 23 or 25 hours")
    func clockChanges() throws {
        let spring = try Desk("2027-03-27T10:00:00+01:00")
        #expect(
            spring.leave("28-3 02:30 28-3 04:00")
                == "2027-03-28 03:00/2027-03-28 04:00 | `28-3 02:30` is not on the clock that day, which is set forward then: "
                + "it counts from Sunday 28 March 2027 03:00.")
        #expect(
            spring.leave("28-3 02:10 28-3 02:50")
                == "it has no length: it begins and ends on Sunday 28 March 2027 03:00")
        let day = try spring.reader.leave(["28-3"])
        #expect(day.end.since(day.start) == .hours(23))
        let autumn = try Desk("2027-10-30T10:00:00+02:00").reader
        let longDay = try autumn.leave(["31-10"])
        #expect(longDay.end.since(longDay.start) == .hours(25))
        let night = try autumn.leave(["31-10", "01:30", "31-10", "02:30"])
        #expect(night.end.since(night.start) == .hours(1))
    }
}

@Suite("Being back and looking back as they are typed")
struct BackTests {
    @Test(
        "`--until` names the day on which somebody is back; on Wednesday 25 November 2026, 20:00",
        arguments: [
            ("monday", "2026-11-30 00:00"), ("tomorrow", "2026-11-26 00:00"), ("monday 09:00", "2026-11-30 09:00"),
            ("21:00", "2026-11-25 21:00"), ("30-11", "2026-11-30 00:00"), ("24:00", "2026-11-26 00:00"),
            ("wednesday", "2026-12-02 00:00 | `wednesday` means Wednesday 2 December 2026: another week."),
            ("4-1", "2027-01-04 00:00 | `4-1` means Monday 4 January 2027: another year."),
            (
                "25-11",
                "2027-11-25 00:00 | `25-11` means Thursday 25 November 2027: another year. | that lasts nearly a year?"
            ),
            ("today", "`today` is Wednesday 25 November 2026 00:00, which is over; say when you are back"),
            ("09:00", "`09:00` is Wednesday 25 November 2026 09:00, which is over; say when you are back"),
            ("", refusal(.missing)), ("monday tuesday", refusal(.tooMany)),
        ])
    func back(words: String, expected: String) throws {
        #expect(try Desk("2026-11-25T20:00:00+01:00").back(words) == expected)
    }

    @Test(
        "looking back prefers what has been, unless that is long ago and the next such day nearer; looking ahead does not",
        arguments: [
            ("24-11 18:05", "2026-11-24 18:05", "2027-11-24 18:05"),
            ("25-10 12:00", "2026-10-25 12:00", "2027-10-25 12:00"),
            ("24-10 12:00", "2026-10-24 12:00", "2027-10-24 12:00"),
            ("1-6 12:00", "2026-06-01 12:00", "2027-06-01 12:00"),
            ("1-5 12:00", "2027-05-01 12:00", "2027-05-01 12:00"),
            ("24-12", "2026-12-24 00:00", "2026-12-24 00:00"),
            ("monday 09:00", "2026-11-23 09:00", "2026-11-30 09:00"),
            ("wednesday 21:00", "2026-11-18 21:00", "2026-11-25 21:00"),
            ("wednesday", "2026-11-25 00:00", "2026-11-25 00:00"),
            ("yesterday 18:05", "2026-11-24 18:05", "2026-11-24 18:05"),
            ("21:00", "2026-11-25 21:00", "2026-11-25 21:00"),
            ("24-11-2027", "2027-11-24 00:00", "2027-11-24 00:00"),
            ("31-2", "there is no such date as 31-2", "there is no such date as 31-2"),
        ])
    func looking(words: String, back: String, ahead: String) throws {
        let desk = try Desk("2026-11-25T20:00:00+01:00")
        #expect(desk.lookingBack(words) == back)
        #expect(desk.lookingAhead(words) == ahead)
    }

    @Test("in January the last days of December are near")
    func january() throws {
        #expect(try Desk("2027-01-02T10:00:00+01:00").lookingBack("30-12 18:05") == "2026-12-30 18:05")
    }
}

@Suite("PauseLength")
struct PauseLengthTests {
    @Test(
        "lengths of time",
        arguments: [
            ("45m", 2_700), ("2h", 7_200), ("1h30m", 5_400), ("1H", 3_600), ("999m", 59_940), ("45", nil), ("", nil),
            ("h", nil), ("30m1h", nil), ("1h2h", nil), ("1u30m", 5_400), ("1 uur", nil), ("30min", 1_800),
            ("1uur30min", 5_400), ("1h60", nil), ("1d", nil), ("-5m", nil), ("9999m", 599_940), ("99999m", nil),
            ("1h30", 5_400),
            ("1u", 3_600),
        ])
    func lengths(text: String, seconds: Int?) {
        #expect(PauseLength(text)?.seconds == seconds)
    }
}
