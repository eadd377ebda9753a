import Foundation
import TestSupport
import Testing
import Time

@Suite("What people type for times")
struct MomentTableTests {
    /// One line of the table.
    struct Row: CustomTestStringConvertible {
        let now: String
        let asked: String
        let typed: String
        let meant: String

        var testDescription: String { "\(now): \(asked) \(typed)" }
    }

    static let rows: [Row] = {
        var rows: [Row] = []
        var now = ""
        for line in momentTable.split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if columns[0] == "now" {
                now = columns[1]
            } else {
                rows.append(
                    Row(now: now, asked: columns[0], typed: columns[1], meant: columns.count > 2 ? columns[2] : ""))
            }
        }
        return rows
    }()

    @Test("means what it was judged to mean", arguments: rows)
    func row(row: Row) {
        let reading = Reading(MomentReader(clock: ServiceClock(amsterdam), now: at(row.now)))
        #expect(
            reading.answer(row.asked, row.typed.isEmpty ? [""] : row.typed.split(separator: " ").map(String.init))
                == row.meant)
    }

    @Test("means the same in one word of the shell as in several", arguments: rows)
    func quoted(row: Row) {
        let reading = Reading(MomentReader(clock: ServiceClock(amsterdam), now: at(row.now)))
        #expect(reading.answer(row.asked, [row.typed]) == row.meant)
    }

    @Test("there are more rows than anybody reads at once, and none is there twice")
    func size() {
        #expect(Self.rows.count >= 300)
        let all = Self.rows.map { "\($0.now) \($0.asked) \($0.typed)" }
        #expect(Set(all).count == all.count)
    }

    @Test("where noon is another time, morning ends and afternoon begins there")
    func noon() throws {
        let one = LocalTime(hour: 13, minute: 0) ?? .noon
        let reading = Reading(MomentReader(clock: ServiceClock(amsterdam), now: at("2026-11-25 20:00"), noon: one))
        #expect(reading.answer("leave", ["friday morning"]) == "2026-11-27 06:00/2026-11-27 13:00")
        #expect(reading.answer("leave", ["vrijdagmiddag"]) == "2026-11-27 13:00/2026-11-27 18:00")
        #expect(reading.answer("back", ["friday noon"]) == "2026-11-27 13:00")
        #expect(reading.answer("plan", ["elke vrijdagmiddag"]) == "fri 13:00-18:00 from now first 2026-11-27 no end")
    }
}

/// What a reader understands, in the words of the table.
private struct Reading {
    let reader: MomentReader

    init(_ reader: MomentReader) { self.reader = reader }

    func answer(_ asked: String, _ words: [String]) -> String {
        do throws(MomentError) {
            if asked.hasPrefix("back ") {
                return moment(try reader.back(words, from: at(String(asked.dropFirst(5)))))
            }
            switch asked {
            case "leave": return period(try reader.leave(words))
            case "back": return moment(try reader.back(words))
            case "bound": return moment(try reader.bound(words))
            case "past": return moment(try reader.lookingBack(words))
            case "ahead": return moment(try reader.lookingAhead(words))
            case "since": return moment(try reader.since(words))
            case "pause": return moment(try reader.pause(words))
            case "day":
                let day = try reader.day(words)
                return said("\(day.day)", day.remarks, nil)
            case "plan":
                switch try reader.planned(words) {
                case .period(let leave): return period(leave)
                case .series(let series): return text(series)
                }
            default: return "nobody reads \(asked)"
            }
        } catch {
            return refusal(error)
        }
    }

    private func moment(_ read: MomentReader.Understood) -> String {
        said(shown(read.instant), read.remarks, read.question)
    }

    private func period(_ leave: MomentReader.UnderstoodPeriod) -> String {
        said("\(shown(leave.start))/\(shown(leave.end))", leave.remarks, leave.question)
    }

    private func text(_ series: MomentReader.UnderstoodSeries) -> String {
        var parts: [String] = []
        for day in Weekday.allCases {
            parts += series.hours[day].map { "\(day.name(in: .en).prefix(3).lowercased()) \($0.from)-\($0.until)" }
        }
        if series.weeks > 1 { parts.append("every \(series.weeks)") }
        parts.append("from \(shown(series.start))")
        if let end = series.end { parts.append("until \(shown(end))") }
        parts.append("first \(series.next)")
        return said(parts.joined(separator: " "), series.remarks, series.question)
    }

    private func shown(_ instant: Instant) -> String {
        instant == reader.now ? "now" : local(reader.clock.local(instant))
    }

    private func local(_ time: LocalDateTime) -> String {
        let seconds = time.instant.milliseconds / 1_000 % 60
        return "\(time.day) \(time.time)" + (seconds == 0 ? "" : ":\(seconds)")
    }

    private func said(_ text: String, _ remarks: [Remark], _ question: Question?) -> String {
        let told = remarks.map { remark in
            switch remark {
            case .anotherYear(_, let day): "year \(day)"
            case .anotherWeek(_, let day): "week \(day)"
            case .began(let day): "began \(day)"
            case .back(let day): "back \(day)"
            case .skipped(_, let moment): "skipped \(moment.time)"
            case .doubled(_, let moment): "doubled \(moment.time)"
            }
        }
        let asked = question.map { question in
            switch question {
            case .lasts(let days): "lasts \(days)"
            case .begins(let days): "begins \(days)"
            case .goesOn: "no end"
            }
        }
        return ([text] + told + [asked].compactMap(\.self)).joined(separator: " ")
    }

    private func refusal(_ error: MomentError) -> String {
        switch error {
        case .unreadable(let text): "!unreadable \(text)"
        case .ambiguous(_, let one, let other): "!ambiguous \(one) \(other)"
        case .noSuchDate: "!nodate"
        case .noSuchWeek(_, let weeks, let year): "!noweek \(weeks) \(year)"
        case .otherWeekday(_, let day): "!weekday \(day)"
        case .missing: "!missing"
        case .missingEnd: "!missingEnd"
        case .openEnd: "!openEnd"
        case .endless: "!endless"
        case .dayOrHour: "!dayOrHour"
        case .byTheMinute: "!byTheMinute"
        case .yearUnclear(_, let one, let other): "!yearUnclear \(one) \(other)"
        case .wholeWeek(_, let monday): "!wholeWeek \(monday)"
        case .movable: "!movable"
        case .rhythm: "!rhythm"
        case .tooMany: "!tooMany"
        case .comesBack(let text): "!comesBack \(text)"
        case .dayOnly: "!dayOnly"
        case .apart: "!apart"
        case .endsBeforeStart: "!backwards"
        case .hoursBackwards(let from, let until): "!hours \(from) \(until)"
        case .noLength: "!nolength"
        case .over(let end): "!over \(local(end))"
        case .passed: "!passed"
        case .notYet: "!notYet"
        case .neverFalls(let days, let first, let last):
            "!never \(days.map { $0.name(in: .en).prefix(3).lowercased() }.joined(separator: ",")) \(first) \(last)"
        }
    }
}
