import Testing
import Time

@testable import ICalendar

/// Nothing that a file says makes reading it long: the steps are counted and bounded. The limits of time are far above what it takes.
@Suite("What a calendar may cost")
struct BudgetTests {
    private func steps(_ text: String) throws -> (occurrences: Int, findings: [CalendarFinding], steps: Int) {
        var budget = ReadingBudget()
        let (events, findings) = CalendarReader(clock: try Occurrences.clock(), window: Occurrences.window)
            .read(text, &budget)
        return (events.flatMap(\.occurrences).count, findings, budget.used)
    }

    @Test("components in each other, however deep, are an error", .timeLimit(.minutes(5)))
    func depth() throws {
        for count in [16, 20_000, 300_000] {
            let text = "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VTODO\n", count: count)
            let result = try steps(text + String(repeating: "END:VTODO\n", count: count) + "END:VCALENDAR\n")
            #expect(result.findings.map(\.text) == ["is the 17th component inside another; write at most 16"])
            #expect(result.findings.first?.line == 17)
        }
        let alarm = String(repeating: "BEGIN:VALARM\n", count: 20_000)
        #expect(try steps("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + alarm).findings.count == 1)
    }

    @Test(
        "a definition of a zone that changes every second is an error, and nothing where nobody names it",
        .timeLimit(.minutes(5)))
    func zone() throws {
        func text(_ rule: String, _ start: String) -> String {
            Occurrences.calendar(
                [[start, "DURATION:PT1H"]],
                before: [
                    "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
                    "TZOFFSETTO:+0100", "RRULE:\(rule)", "END:STANDARD", "END:VTIMEZONE",
                ])
        }
        let named = try steps(text("FREQ=SECONDLY", "DTSTART;TZID=X:20270426T100000"))
        #expect(named.findings.map(\.line) == [8])
        #expect(named.steps < ReadingBudget.stepsOfZone + 200)
        let unnamed = try steps(text("FREQ=SECONDLY", "DTSTART:20270426T100000"))
        #expect(unnamed.findings == [])
        #expect(unnamed.occurrences == 1)
        let daily = try steps(text("FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=1,2,3", "DTSTART;TZID=X:20270426T100000"))
        #expect(daily.findings.count == 1)
        #expect(daily.steps <= 2 * ReadingBudget.stepsOfRule)
    }

    private static let full = (0...59).map(String.init).joined(separator: ",")
    private static let hours = (0...23).map(String.init).joined(separator: ",")

    @Test(
        "one rule takes bounded steps", .timeLimit(.minutes(5)),
        arguments: [
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
            "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
            "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
            "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=366", "FREQ=DAILY;INTERVAL=999999999",
            "FREQ=YEARLY;INTERVAL=999999999",
            "FREQ=DAILY;COUNT=999999999", "FREQ=DAILY;UNTIL=99991231", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
            "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY",
            "FREQ=DAILY;BYHOUR=\(hours);BYMINUTE=\(full);BYSECOND=\(full)",
            "FREQ=YEARLY;BYHOUR=\(hours);BYMINUTE=\(full);BYSECOND=\(full);BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1,1,366",
            "FREQ=YEARLY;BYYEARDAY=\((1...366).map(String.init).joined(separator: ","))",
            "FREQ=DAILY;BYSETPOS=2;BYDAY=MO",
        ])
    func rule(text: String) throws {
        for start in ["00010101", "16040229", "19700101", "20270426", "21990101", "99991231"] {
            for time in ["", "T100000", "T100000Z"] {
                let event = [
                    "DTSTART:\(start)\(time)", time.isEmpty ? "DURATION:P1D" : "DURATION:PT1S", "RRULE:\(text)",
                ]
                let result = try steps(Occurrences.calendar([event]))
                // What BYHOUR, BYMINUTE and BYSECOND mean together is spread out once for the rule and once for its start.
                let known = 3 * result.occurrences + 2 * text.utf8.count + 100
                #expect(result.steps <= known + ReadingBudget.stepsOfRule + 3 * 86_400, "\(start)\(time)")
                #expect(result.occurrences <= ReadingBudget.occurrences)
            }
        }
    }

    @Test("a rule that meant too many steps is an error with its line and what to do")
    func tooManySteps() throws {
        let text = Occurrences.calendar([["DTSTART:00010101", "SUMMARY:Oud", "RRULE:FREQ=DAILY;COUNT=999999"]])
        let findings = try steps(text).findings
        #expect(findings.map(\.line) == [5])
        #expect(
            findings.map(\.text)
                == ["event `Oud`: RRULE takes more steps than a rule may; begin it later, or write its days one by one"]
        )
    }

    @Test("many rules, dates and zones together are bounded, too", .timeLimit(.minutes(2)))
    func together() throws {
        let nothing = ["DTSTART:20000101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"]
        let rules = try steps(Occurrences.calendar(Array(repeating: nothing, count: 400)))
        #expect(rules.steps <= ReadingBudget.steps + ReadingBudget.stepsOfRule)
        #expect(
            rules.findings.contains {
                $0.severity == .error && $0.text.contains("more work than all of them together may")
            })
        let daily = ["DTSTART:20000101", "RRULE:FREQ=DAILY"]
        let days = try steps(Occurrences.calendar(Array(repeating: daily, count: 4)))
        #expect(days.findings.contains { $0.severity == .error && $0.text.contains("more than 100000 days and times") })
        let inOne = try steps(
            Occurrences.calendar([
                ["DTSTART:20000101"] + Array(repeating: "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", count: 400)
            ]))
        #expect(inOne.findings.contains { $0.severity == .error })
        #expect(inOne.steps <= ReadingBudget.steps + ReadingBudget.stepsOfRule)
    }

    @Test("values that each concern many occurrences are bounded, too", .timeLimit(.minutes(2)))
    func products() throws {
        func change(_ number: Int, _ range: String) -> [String] {
            let seconds = number % 86_400
            let digits = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
                .joined()
            return ["UID:1", "RECURRENCE-ID\(range):20000301T\(digits)", "DTSTART:20270426"]
        }
        // Many changes of many events of the same UID; many changes of all later occurrences; days that hold a thousand times.
        let same = (0..<3_000).map { _ in ["UID:1", "DTSTART:20000101"] } + (0..<3_000).map { change($0, "") }
        let future =
            [["UID:1", "DTSTART:20000101", "RRULE:FREQ=DAILY"]] + (0..<1_000).map { change($0, ";RANGE=THISANDFUTURE") }
        let day = [
            "DTSTART:20270426T000000", "DURATION:PT1S",
            "RRULE:FREQ=DAILY;COUNT=1440;BYHOUR=\(Self.hours);BYMINUTE=\(Self.full)",
            "EXDATE:" + Array(repeating: "20270426", count: 5_000).joined(separator: ","),
        ]
        for events in [same, future, [day]] {
            let result = try steps(Occurrences.calendar(events))
            #expect(result.findings.contains { $0.text.contains("more work than all of them together may") })
        }
        let parameters = String(repeating: ";A=b", count: 10_000)
        #expect(
            try steps(Occurrences.calendar([["DTSTART:20270426", "EXDATE\(parameters):20270426"]])).findings.count == 1)
        let name = String(repeating: "x", count: 100_000)
        #expect(try steps(Occurrences.calendar([["DTSTART;TZID=\(name):20270426T100000"]])).findings.count == 1)
    }

    @Test("a hundred thousand exceptions are read", .timeLimit(.minutes(2)))
    func exceptions() throws {
        let dates = Array(repeating: "20270427,20270428,20270429,20270430,20270501", count: 20_000).joined(
            separator: ",")
        let result = try steps(
            Occurrences.calendar([["DTSTART:20270426", "RRULE:FREQ=DAILY;COUNT=7", "EXDATE:\(dates)"]]))
        #expect(result.findings == [])
        #expect(result.occurrences == 2)
    }

    @Test("a file stops where it has used a budget up, with one finding", .timeLimit(.minutes(5)))
    func stops() throws {
        func events(_ rule: String) -> String {
            Occurrences.calendar(Array(repeating: ["DTSTART;VALUE=DATE:20270426", "RRULE:\(rule)"], count: 5_000))
        }
        let yearly = try steps(events("FREQ=YEARLY"))
        #expect(yearly.findings.map(\.line) == [5_478])
        #expect(yearly.findings.first?.text.contains("more than 100000 days and times") == true)
        #expect(yearly.occurrences == 0)
        #expect(yearly.steps < ReadingBudget.steps)
        let nothing = try steps(events("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"))
        let errors = nothing.findings.filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(errors.first?.text.contains("more work than all of them together may") == true)
        #expect(nothing.steps <= ReadingBudget.steps + 10)
        let zones = try steps(
            Occurrences.calendar((0..<200).map { ["DTSTART;TZID=None/\($0):20270426T100000"] }))
        #expect(zones.findings.last?.text.contains("names the 65th time zone") == true)
        #expect(zones.steps < 67 * ReadingBudget.stepsOfZone)
    }

    @Test("one budget holds for all calendars that are read together", .timeLimit(.minutes(5)))
    func shared() throws {
        let reader = CalendarReader(clock: try Occurrences.clock(), window: Occurrences.window)
        let text = Occurrences.calendar(
            Array(repeating: ["DTSTART:20270426", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"], count: 15))
        var budget = ReadingBudget()
        var refused = 0
        for _ in 0..<20 {
            let findings = reader.read(text, &budget).findings.filter { $0.severity == .error }
            #expect(findings.count <= 1)
            refused += findings.count
        }
        #expect((15...19).contains(refused))
        #expect(budget.used <= ReadingBudget.steps + 10)
        // Not even the text of a further one costs anything.
        let used = budget.used
        #expect(reader.read(String(repeating: "\n", count: 1_000_000), &budget).findings.map(\.line) == [1])
        #expect(budget.used == used)
    }

    @Test("lines, events and values count, whatever they say", .timeLimit(.minutes(5)))
    func textCounts() throws {
        let lines = try steps(Occurrences.calendar([["DTSTART:20270426"] + Array(repeating: "X:", count: 900_000)]))
        let values = try steps(
            Occurrences.calendar([
                ["DTSTART:20270426", "RDATE:" + Array(repeating: "20270427", count: 400_000).joined(separator: ",")]
            ]))
        let rule = "RRULE:FREQ=WEEKLY;COUNT=1;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12"
        let rules = try steps(Occurrences.calendar(Array(repeating: ["DTSTART:20270426", rule], count: 25_000)))
        for result in [lines, values, rules] {
            #expect(result.findings.count == 1)
            #expect(result.findings.first?.text.contains("more work than all of them together may") == true)
        }
        let plain = try steps(
            Occurrences.calendar(Array(repeating: ["DTSTART;VALUE=DATE:20270426", "SUMMARY:Feest"], count: 40_000)))
        #expect(plain.findings == [])
    }

    @Test("a birthday of the year 1604, as Apple writes one without a year, comes every year")
    func longAgo() throws {
        let result = try Occurrences.read(event: "DTSTART;VALUE=DATE:16040229", "RRULE:FREQ=YEARLY")
        #expect(result.findings == [])
        #expect(result.occurrences.count == 25)
        #expect(result.occurrences.first == "2000-02-29")
    }
}
