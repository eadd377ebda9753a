import Foundation
import Records
import Routing
import TestSupport
import Time

/// A ledger with all that reports tell of, made from a seed: a month in which the clocks changed with some thousand calls, fewer in the year before it,
/// three versions of the directory, absences, deputies and cases.
struct GeneratedLedger {
    /// Where the directory's files stand: a file of its own as JSON, which YAML includes, and holidays.
    let folder: URL
    let month: CalendarMonth
    private let clock = ServiceClock(amsterdam)
    private let ledger: Ledger
    private var random: SeededGenerator
    private let span: Interval

    /// - Parameter now: The last month with a change of the clocks before this is the one.
    init(seed: UInt64, folder: URL, state: URL, now: Instant) throws {
        self.folder = folder
        ledger = try Ledger(folder: state.path)
        random = SeededGenerator(seed: seed)
        var month = CalendarMonth(of: clock.day(of: now)).previous
        while let interval = month.interval(clock), interval.end.since(interval.start).count % 86_400_000 == 0 {
            month = month.previous
        }
        self.month = month
        guard let span = month.interval(clock) else { throw Overdue(what: "no month") }
        self.span = span
    }

    /// The directory in force since a part of the month.
    mutating func write() throws {
        try write(directory(3), calendar: holidays)
        for (version, since) in [(1, span.start.advanced(by: .days(-380))), (2, moment(11, 13)), (3, moment(19, 9))] {
            let files = [
                folder.appending(path: "majord.yaml").path: directory(version),
                folder.appending(path: "holidays.ics").path: holidays,
            ]
            try ledger.directories.keep(
                KeptDirectory(
                    path: folder.appending(path: "majord.yaml").path, files: files, instant: since, since: since))
        }
        try writeRoster()
        try writeCases()
        try writeCalls()
    }

    private func write(_ directory: String, calendar: String) throws {
        try Data(directory.utf8).write(to: folder.appending(path: "majord.yaml"))
        try Data(calendar.utf8).write(to: folder.appending(path: "holidays.ics"))
    }

    // The directory.

    private func day(_ number: Int) -> CalendarDay { month.firstDay.advanced(by: number) }

    /// Some hours and odd milliseconds into a day of the month.
    private func moment(_ number: Int, _ hours: Int) -> Instant {
        clock.instant(day(number), .startOfDay).advanced(by: Milliseconds(Int64(hours) * 3_600_000 + 421_250))
    }

    private var holidays: String {
        func text(_ day: CalendarDay) -> String { day.description.replacing("-", with: "") }
        return """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:test\r
            BEGIN:VEVENT\r
            UID:1\r
            DTSTART;VALUE=DATE:\(text(day(8)))\r
            DTEND;VALUE=DATE:\(text(day(9)))\r
            END:VEVENT\r
            END:VCALENDAR\r

            """
    }

    private static let clients = ["noord", "oost", "west", "zuid", "midden", "delta", "nieuw"]

    private func directory(_ version: Int) -> String {
        let office: [String: Any] =
            version == 1
            ? ["mon-fri": "07:30-18:00"] : ["mon-thu": ["07:30-12:15", "13:00-18:00"], "fri": "08:00-16:30"]
        let levels: [String: Any] = [
            "niveau-1": [
                "hours": office, "closed": [day(14).description], "holidays": "holidays.ics",
                "answer_within": ["share": 90, "seconds": version == 1 ? 20 : 15],
                "close_within": ["incident": "8h", "request": "5d"],
            ],
            "niveau-2": ["hours": ["mon-sun": "10:00-24:00"]],
            "niveau-3": [
                "hours": ["mon-sun": "00:00-24:00"], "answer_within": ["share": 95, "seconds": 10],
                "close_within": ["incident": "4h"],
            ],
        ]
        var agents: [[String: Any]] = [
            ["id": "joke", "hours": ["mon-thu": "08:00-17:00"]], ["id": "mark"],
            ["id": "anna", "hours": ["mon-sun": "06:00-23:00"]], ["id": "piet"],
            ["id": "sanne", "from": day(5).description], ["id": "els", "until": day(16).description],
        ]
        for index in agents.indices {
            agents[index]["name"] = "\(agents[index]["id"] ?? "")".capitalized
            agents[index]["extension"] = "\(2101 + index)"
        }
        func client(_ id: String, _ level: String, _ primary: String, _ backup: String) -> [String: Any] {
            let place = Self.clients.firstIndex(of: id) ?? 0
            return [
                "id": id, "name": "Scholengroep \(id.capitalized)", "size": "small", "schools": 9, "primary": primary,
                "backup": backup, "introduced": "2020-01-01", "numbers": ["+3150555\(place)1*"],
                "agreement": ["title": "Afspraken", "start": "2020-01-01", "level": level],
            ]
        }
        var clients = [
            client("noord", "niveau-1", "joke", version == 1 ? "mark" : "anna"),
            client("oost", "niveau-1", "mark", "joke"), client("west", "niveau-2", "anna", "piet"),
            client("zuid", "niveau-3", "piet", "els"), client("delta", "niveau-1", "joke", "piet"),
        ]
        clients[1]["agreement"] = [
            "title": "Afspraken", "start": "2020-01-01", "end": day(20).description, "level": "niveau-1",
        ]
        clients[3]["handover"] = ["from": day(15).description, "primary": "sanne", "backup": "piet"]
        clients[4]["agreement"] = ["title": "Afspraken", "start": day(7).description, "level": "niveau-1"]
        if version == 1 { clients.append(client("midden", "niveau-1", "els", "sanne")) }
        if version == 3 { clients.append(client("nieuw", "niveau-2", "mark", "piet")) }
        let all: [String: Any] = [
            "time_zone": "Europe/Amsterdam", "exclusive_numbers": ["+31880001234"], "overflow": ["default": "2000"],
            "max_call": "4h", "callback_within": "1h", "levels": levels, "agents": agents, "clients": clients,
            "retention": ["calls": "800d", "numbers": "800d", "events": "800d"],
        ]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return
            ((try? JSONSerialization.data(withJSONObject: all, options: options)).map {
                String(decoding: $0, as: UTF8.self)
            } ?? "") + "\n"
    }

    // Chance.

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func instant(_ from: Instant, _ until: Instant) -> Instant {
        Instant(clamping: .random(in: from.milliseconds..<until.milliseconds, using: &random))
    }

    private mutating func one<Element>(_ elements: [Element], or fallback: Element) -> Element {
        elements.randomElement(using: &random) ?? fallback
    }

    private static let agents = ["joke", "mark", "anna", "piet", "sanne", "els"]

    private mutating func agent() -> AgentID { AgentID(one(Self.agents, or: "joke")) }

    private static func phone(_ agent: AgentID) -> Extension {
        .of("\(2101 + (agents.firstIndex(of: agent.description) ?? 0))")
    }

    // The roster.

    private mutating func writeRoster() throws {
        let before = span.start.advanced(by: .days(-30))
        func write(_ steps: [RosterWriting.Step], at instant: Instant) throws -> [Int64] {
            try ledger.roster.write(RosterWriting(by: "root", at: instant, steps))
        }
        for number in 0..<60 {
            let start = instant(before, span.end)
            let length = Milliseconds.minutes(.random(in: 20...(number % 4 == 0 ? 9_000 : 900), using: &random))
            let kind: Absence.Kind = one([.leave, .sickness, .pause], or: .leave)
            let isOpen = kind == .sickness && chance(15)
            let new = NewAbsence(
                agent: agent(), kind: kind, start: start, end: isOpen ? nil : start.advanced(by: length))
            let ids = try write([.enter(new)], at: start.advanced(by: .hours(-3)))
            // Back early, and cancelled before it began.
            if chance(20) {
                let end = chance(70) ? start.advanced(by: .minutes(17)) : start.advanced(by: .hours(-1))
                _ = try write(ids.map { .end($0) }, at: end)
            }
        }
        for (agent, hours) in [("mark", "fri"), ("piet", "tue"), ("anna", "wed")] {
            var week = WeeklyHours()
            let day: Weekday = hours == "fri" ? .friday : hours == "tue" ? .tuesday : .wednesday
            week[day] = [WeeklyHours.Range(from: .noon, until: .endOfDay)].compactMap(\.self)
            let series = WeeklySeries(
                hours: week, weeks: agent == "mark" ? 2 : 1, firstDay: clock.day(of: before),
                exceptions: agent == "anna" ? [.init(day: nextDay(day, 8), end: nil)] : [])
            let new = NewAbsence(agent: AgentID(agent), kind: .leave, start: before, end: nil, series: series)
            _ = try write([.enter(new)], at: before)
        }
        for state in ["approved", "waiting", "declined"] {
            let start = instant(span.start, span.end)
            let new = NewAbsence(
                agent: agent(), kind: .leave, start: start, end: start.advanced(by: .hours(30)))
            let ids = try write([.request(new, deputy: nil)], at: before)
            guard let id = ids.first else { continue }
            if state == "approved" { _ = try write([.approve(id)], at: before) }
            if state == "declined" {
                _ = try ledger.roster.write(RosterWriting(by: "root", at: before, why: "druk", [.decline(id)]))
            }
        }
        let posts: [(String, Deputyship.Post)] = [
            ("piet", .agent(AgentID("joke"), client: nil)), ("sanne", .client(ClientID("noord"))),
            ("mark", .agent(AgentID("piet"), client: nil)),
            ("anna", .agent(AgentID("mark"), client: ClientID("oost"))),
            ("joke", .agent(AgentID("anna"), client: nil)), ("els", .client(ClientID("zuid"))),
        ]
        for (deputy, post) in posts + posts {
            let start = instant(span.start, span.end)
            let new = NewDeputyship(
                deputy: AgentID(deputy), post: post, start: start,
                end: start.advanced(by: .hours(.random(in: 4...120, using: &random))))
            let ids = try write([.depute(new)], at: before)
            if chance(25) { _ = try write(ids.map { .endDeputyship($0) }, at: start.advanced(by: .hours(2))) }
        }
    }

    /// The first such day from one of the month on.
    private func nextDay(_ weekday: Weekday, _ number: Int) -> CalendarDay {
        (0..<7).map { day(number + $0) }.first { $0.weekday == weekday } ?? day(number)
    }

    private mutating func writeCases() throws {
        let before = span.start.advanced(by: .days(-60))
        for _ in 0..<160 {
            let opened = instant(before, span.end)
            let new = NewCase(
                client: ClientID(one(Self.clients, or: "noord")), holder: agent(),
                kind: chance(60) ? .incident : .request)
            let ids = try ledger.roster.write(RosterWriting(by: "root", at: opened, [.open(new)]))
            guard chance(85) else { continue }
            let closed = opened.advanced(by: .minutes(.random(in: 5...(chance(70) ? 2_000 : 30_000), using: &random)))
            _ = try ledger.roster.write(RosterWriting(by: "root", at: closed, ids.map { .closeCase($0) }))
        }
    }

    // Calls.

    private mutating func writeCalls() throws {
        var calls: [(Instant, [CallRecord.Change])] = []
        let counts = [
            "noord": 800, "oost": 600, "west": 450, "zuid": 400, "midden": 120, "delta": 14, "nieuw": 60,
        ]
        for id in Self.clients {
            for number in 0..<(counts[id] ?? 0) {
                let noted = instant(span.start, span.end)
                calls.append((noted, clientCall("\(id)-\(number)", of: id, at: noted)))
            }
            for number in 0..<70 {
                let noted = instant(span.start.advanced(by: .days(-370)), span.end.advanced(by: .days(20)))
                calls.append((noted, clientCall("\(id)-y\(number)", of: id, at: noted)))
            }
        }
        for number in 0..<260 {
            let noted = instant(span.start, span.end)
            calls.append((noted, otherCall("other-\(number)", at: noted)))
        }
        for number in 0..<160 {
            let noted = instant(span.start, span.end)
            calls.append((noted, dialledCall("dialled-\(number)", at: noted)))
        }
        calls.sort { $0.0 < $1.0 }
        for start in stride(from: 0, to: calls.count, by: 500) {
            try ledger.calls.record(calls[start..<min(start + 500, calls.count)].flatMap(\.1))
        }
    }

    private mutating func number(of client: String) -> PhoneNumber {
        let place = Self.clients.firstIndex(of: client) ?? 0
        return PhoneNumber("3150555\(place)1\(Int.random(in: 10...40, using: &random))") ?? .of("31505550100")
    }

    private mutating func clientCall(_ id: String, of client: String, at noted: Instant) -> [CallRecord.Change] {
        let (first, second, third) = (agent(), agent(), agent())
        let role: Role = one([.primary, .primary, .primary, .backup, .deputy, .callback, .holder], or: .primary)
        let cause: Overflow.Cause? =
            switch Int.random(in: 0..<100, using: &random) {
            case ..<84: nil
            case ..<88: .uncovered
            case ..<92: .busy
            case ..<96: .closed
            case ..<98: .agreementEnded
            default: .otherClient
            }
        let decided = CallRecord.Decided.example(
            caller: .number(number(of: client)), action: cause == nil ? .dial : .overflow,
            reason: cause.map(Decision.Reason.cause) ?? .role(role),
            targets: cause == nil
                ? [
                    Target(.candidate(first, role), phone: Self.phone(first), ring: 20),
                    Target(.candidate(second, .backup), phone: Self.phone(second), ring: 20), .overflow,
                ] : [.overflow],
            candidates: [
                .init(agent: first, role: role, hindrance: nil, until: nil),
                .init(agent: second, role: .backup, hindrance: nil, until: nil),
                .init(agent: third, role: .deputy, hindrance: .busy, until: nil),
            ], client: client)
        var course = Course(id, noted)
        course.changes.append(CallRecord.Change(callID: id, instant: noted, what: .decided(decided)))
        // Some wait exactly as long as is promised, and a millisecond more.
        let wait =
            one([10_000, 10_001, 15_000, 20_000, 20_001], or: 0) * (chance(8) ? 1 : 0)
            + (chance(4) ? 0 : Int64.random(in: 300...(chance(80) ? 14_000 : 70_000), using: &random))
        let answered = noted.advanced(by: Milliseconds(wait))
        let ended = answered.advanced(by: .seconds(.random(in: 5...900, using: &random)))
        guard cause == nil else {
            if chance(50) { course.answered(.of("2000"), nil, .overflow, at: answered) }
            if chance(80) { course.ended(chance(60) ? .answered : .cancelled, at: ended) }
            return course.changes
        }
        let what = Int.random(in: 0..<100, using: &random)
        if what < 92 { course.rings(Self.phone(first), first, at: noted.advanced(by: Milliseconds(150))) }
        switch what {
        case ..<62: course.answered(Self.phone(first), first, .role(role), at: answered)
        case ..<72: course.answered(Self.phone(second), second, .role(.backup), at: answered)
        case ..<75: course.answered(Self.phone(third), third, nil, at: answered)
        case ..<77: course.answered(.of("2990"), nil, nil, at: answered)
        case ..<80: course.answered(.of("2000"), nil, .overflow, at: answered)
        case ..<87:
            course.ended(.cancelled, at: answered)
            return course.changes
        case ..<91:
            course.ended(one([.noAnswer, .busy, .unavailable, .failed], or: .noAnswer), at: ended)
            return course.changes
        case ..<94: return course.changes
        case ..<97: break
        default: return course.changes
        }
        if !chance(2) { course.ended(.answered, at: ended) }
        return course.changes
    }

    private mutating func otherCall(_ id: String, at noted: Instant) -> [CallRecord.Change] {
        var course = Course(id, noted)
        let unknown = PhoneNumber("31205550\(Int.random(in: 100...125, using: &random))") ?? .of("31205550100")
        let kinds: [(Party, Overflow.Cause)] = [
            (.number(unknown), .unknownCaller), (.number(unknown), .unknownCaller), (.unknown, .unknownCaller),
            (.anonymous, .anonymous), (.number(unknown), .refused), (.internal, .internal),
        ]
        let (caller, cause) = one(kinds, or: kinds[0])
        if chance(85) {
            let decided = CallRecord.Decided.example(
                caller: caller, action: .overflow, reason: .cause(cause), targets: [.overflow], client: nil)
            course.changes.append(CallRecord.Change(callID: id, instant: noted, what: .decided(decided)))
        }
        course.answered(.of("2000"), nil, .overflow, at: noted.advanced(by: .seconds(3)))
        course.ended(.answered, at: noted.advanced(by: .seconds(60)))
        return course.changes
    }

    private mutating func dialledCall(_ id: String, at noted: Instant) -> [CallRecord.Change] {
        let (agent, client) = (agent(), one(Self.clients, or: "noord"))
        let number = number(of: client)
        let phone = Self.phone(agent)
        let dialled = CallRecord.Dialled(agent: agent, number: number, client: ClientID(client), contact: nil)
        var course = Course(id, noted)
        course.changes.append(
            CallRecord.Change(
                callID: id, instant: noted,
                what: .dialled(
                    dialled,
                    CallRecord.Report(
                        .called(phone, number: number.description), .rings(phone), agent: agent, part: nil))))
        if chance(70) { course.answered(phone, agent, nil, at: noted.advanced(by: .seconds(9))) }
        course.ended(chance(70) ? .answered : .noAnswer, at: noted.advanced(by: .seconds(100)))
        return course.changes
    }
}

/// What a PBX reports of a call.
private struct Course {
    let id: String
    var changes: [CallRecord.Change] = []

    init(_ id: String, _ noted: Instant) {
        self.id = id
    }

    private mutating func add(_ report: CallRecord.Report, at instant: Instant) {
        changes.append(CallRecord.Change(callID: id, instant: instant, what: .reported(report)))
    }

    mutating func rings(_ phone: Extension, _ agent: AgentID, at instant: Instant) {
        add(CallRecord.Report(.ringing(phone), .rings(phone), agent: agent), at: instant)
    }

    mutating func answered(_ phone: Extension, _ agent: AgentID?, _ part: Target.Part?, at instant: Instant) {
        add(
            CallRecord.Report(.answered(phone), .answers(phone, hasCredit: true), agent: agent, part: part),
            at: instant)
    }

    mutating func ended(_ status: DialStatus, at instant: Instant) {
        add(CallRecord.Report(.ended(status), .ends), at: instant)
    }
}

extension PhoneNumber {
    fileprivate static func of(_ digits: String) -> PhoneNumber {
        guard let number = PhoneNumber(digits) else { preconditionFailure("no number \(digits)") }
        return number
    }
}
