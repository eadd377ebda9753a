import Foundation
import Numbering
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("Desk")
struct DeskTests {
    let clock: TestClock
    let desk: Desk

    init(logNumbers: Settings.LogNumbers = .masked, wrapUp: Milliseconds = Milliseconds(0)) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let start = try #require(CalendarDay(year: 2026, month: 1, day: 1))
        let place = Place(file: "majord.yaml", line: 1, column: 1)
        func client(_ id: String, _ number: String) throws -> Client {
            Client(
                id: ClientID(id), name: id, size: .small, schools: 3,
                pair: Pair(primary: AgentID(id), backup: AgentID("mark")),
                agreement: Agreement(title: "Afspraken", start: start, end: nil, level: "altijd"),
                numbers: [
                    WrittenBlock(.single(try #require(PhoneNumber(number))), text: number, place: place)
                ])
        }
        var settings = Settings(timeZone: zone, overflow: Overflow(fallback: Extension(2_000)))
        settings.exclusiveNumbers = [ExclusiveNumber(try #require(PhoneNumber("31880001234")), place: place)]
        settings.levels = [ServiceLevel(name: "altijd", hours: .always)]
        settings.logNumbers = logNumbers
        settings.wrapUp = wrapUp
        let directory = Directory(
            settings: settings,
            agents: [
                Agent(id: AgentID("noord"), name: "Joke", phone: try #require(Extension("2101"))),
                Agent(id: AgentID("oost"), name: "Anna", phone: try #require(Extension("2103"))),
                Agent(id: AgentID("mark"), name: "Mark", phone: try #require(Extension("2102"))),
            ], clients: [try client("noord", "31505550100"), try client("oost", "31535550100")])
        clock = TestClock(ServiceClock(zone).instant(start.advanced(by: 100), .startOfDay))
        let table = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        desk = Desk(
            Published(table: table, numbers: try NumberReader(region: "NL")), notes: CallNotes(),
            now: { [clock] in clock.now })
    }

    private func route(_ caller: String, _ callID: String) throws -> RoutedCall {
        try desk.route(RouteRequest(caller: caller, called: "+31880001234", callID: callID)).get()
    }

    @Test("a call asked again gets the same decision, recorded once, until it is long over")
    func repeatedCall() throws {
        let first = try route("0505550100", "a")
        clock.advance(by: .seconds(32))
        #expect(try route("0505550100", "a").id == first.id)
        #expect(desk.notes.counts.decisions == [.role(.primary): 1])
        clock.advance(by: RecentCalls.memory)
        #expect(try route("0505550100", "a").id > first.id)
        #expect(desk.notes.counts.decisions == [.role(.primary): 2])
    }

    @Test("another caller under the same call id is another call")
    func sharedCallID() throws {
        let first = try route("0505550100", "a")
        let second = try route("0535550100", "a")
        #expect(first.decision.client?.client.id == ClientID("noord"))
        #expect(second.decision.client?.client.id == ClientID("oost"))
        #expect(first.id != second.id)
    }

    @Test("calls without an id are decided each time")
    func withoutCallID() throws {
        #expect(try route("0505550100", "").id != route("0505550100", "").id)
    }

    @Test("decision ids grow, also within one millisecond and when the clock is set back")
    func ids() throws {
        let ids = try (0..<100).map { number in
            if number == 50 { clock.advance(by: .seconds(-3600)) }
            return try route("0505550100", "call-\(number)").id
        }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test("numbers that are too long are refused, each by its name")
    func tooLong() {
        let long = String(repeating: "1", count: 33)
        func refusal(_ caller: String, _ called: String) -> RouteRefusal? {
            switch desk.route(RouteRequest(caller: caller, called: called, callID: "x")) {
            case .success: nil
            case .failure(let refusal): refusal
            }
        }
        #expect(refusal(long, "+31880001234") == .callerTooLong)
        #expect(refusal("+31505550100", long) == .calledTooLong)
    }

    @Test("the next target follows the one that did not answer; the decision stays the same")
    func next() throws {
        let first = try route("0505550100", "a")
        #expect(first.decision.targets.map(\.phone.description) == ["2101", "2102", "2000"])
        let second = desk.next("a", .noAnswer)
        #expect(second.id == first.id)
        #expect(second.decision.targets.map(\.phone.description) == ["2102", "2000"])
        #expect(second.decision.action == .dial)
        let third = desk.next("a", .busy)
        #expect(third.decision.targets.map(\.phone.description) == ["2000"])
        #expect(third.decision.action == .overflow)
        let last = desk.next("a", .noAnswer)
        #expect(last.decision.targets.isEmpty)
        #expect(last.decision.reason == .exhausted)
        #expect(last.id == first.id)
        #expect(try route("0505550100", "a").decision.targets.count == 3, "asked anew, the decision is what it was")
    }

    @Test(
        "after an answer, or when the caller has gone, there is nothing next",
        arguments: [DialStatus.answered, .cancelled])
    func nothingNext(status: DialStatus) throws {
        _ = try route("0505550100", "a")
        #expect(desk.next("a", status).decision.reason == .exhausted)
    }

    @Test("the next target of a call that is not known is the overflow, with the reason")
    func unknownCall() {
        let answer = desk.next("never-asked", .noAnswer)
        #expect(answer.decision.reason == .unknownCall)
        #expect(answer.decision.targets.map(\.phone.description) == ["2000"])
    }

    private func report(_ callID: String, _ kind: CallEvent.Kind) {
        desk.report(CallEvent(callID: callID, kind: kind), accepted: {})
    }

    @Test("an agent on a call is busy for the next decision until the call ends, or has lasted too long")
    func busy() throws {
        let phone = try #require(Extension("2101"))
        _ = try route("0505550100", "a")
        report("a", .ringing(phone))
        #expect(try route("0505550100", "b").decision.reason == .role(.backup))
        report("a", .answered(phone))
        clock.advance(by: .hours(1))
        #expect(try route("0505550100", "c").decision.reason == .role(.backup))
        report("a", .ended(.answered))
        #expect(try route("0505550100", "d").decision.reason == .role(.primary))
        report("d", .answered(phone))
        clock.advance(by: Milliseconds(4 * 3_600_000 - 1))
        #expect(try route("0505550100", "e").decision.reason == .role(.backup))
        clock.advance(by: Milliseconds(1))
        #expect(try route("0505550100", "f").decision.reason == .role(.primary))
    }

    @Test("a phone that rang and was never answered is free again by itself")
    func rangOut() throws {
        _ = try route("0505550100", "a")
        report("a", .ringing(try #require(Extension("2101"))))
        clock.advance(by: Milliseconds(29_999))
        #expect(try route("0505550100", "b").decision.reason == .role(.backup))
        clock.advance(by: Milliseconds(1))
        #expect(try route("0505550100", "c").decision.reason == .role(.primary))
    }

    @Test("an agent who went away while another phone rang is not next")
    func nextSkips() throws {
        _ = try route("0505550100", "a")
        _ = try route("0535550100", "b")
        report("b", .answered(try #require(Extension("2102"))))
        #expect(desk.next("a", .noAnswer).decision.targets.map(\.phone.description) == ["2000"])
    }

    private func lastCall(of agent: AgentID) -> Result<Served, NoClientsCall> {
        do throws(NoClientsCall) {
            return .success(try desk.lastCall(of: agent))
        } catch {
            return .failure(error)
        }
    }

    @Test("a call that the agent had at another site is the last, until he has one here; what was so before is not")
    func lastCallElsewhere() throws {
        let (joke, phone) = (AgentID("noord"), try #require(Extension("2101")))
        func served() -> Result<Served, NoClientsCall> { lastCall(of: joke) }
        func tell(_ call: Int64, since: Instant, isOver: Bool) {
            let mark = BusyMark(
                call: CallMark(number: call), agent: joke, since: since, until: since.advanced(by: .hours(1)),
                isAnswered: true)
            desk.take(BusyNews(site: "assen", held: isOver ? [] : [mark], released: isOver ? [mark.call] : []))
        }
        let noord = Served(client: ClientID("noord"), contact: nil, caller: PhoneNumber("31505550100"))
        #expect(served() == .failure(.noCall))
        _ = try route("0505550100", "a")
        report("a", .answered(phone))
        report("a", .ended(.answered))
        #expect(served() == .success(noord))
        clock.advance(by: .minutes(1))
        tell(1, since: clock.now, isOver: false)
        #expect(served() == .failure(.elsewhere))
        clock.advance(by: .minutes(1))
        tell(1, since: clock.now, isOver: true)
        #expect(served() == .failure(.elsewhere))
        _ = try route("0505550100", "b")
        report("b", .answered(phone))
        #expect(served() == .success(noord))
        report("b", .ended(.answered))
        // Told again, as after a connection that broke, it was no later.
        tell(1, since: clock.now.advanced(by: .minutes(-1)), isOver: false)
        tell(1, since: clock.now, isOver: true)
        #expect(served() == .success(noord))
    }

    @Test("a call of the future, as a clock that was ahead gives, is not the last one for ever")
    func lastCallOfTheFuture() throws {
        let (joke, phone) = (AgentID("noord"), try #require(Extension("2101")))
        clock.advance(by: .days(1))
        _ = try route("0505550100", "a")
        report("a", .answered(phone))
        report("a", .ended(.answered))
        clock.advance(by: .days(-1))
        _ = try route("0201112299", "b")
        report("b", .answered(phone))
        report("b", .ended(.answered))
        #expect(lastCall(of: joke) == .failure(.nobodys))
    }

    @Test("after a call of more than ten minutes the agent wraps up for that client, too")
    func wrapUpOfLongCall() throws {
        let (office, phone) = (try DeskTests(wrapUp: .minutes(3)), try #require(Extension("2101")))
        _ = try office.route("0505550100", "a")
        office.report("a", .answered(phone))
        office.clock.advance(by: .minutes(11))
        office.report("a", .ended(.answered))
        #expect(office.desk.busy.isWrappingUp(AgentID("noord")))
        #expect(try office.route("0505550100", "b").decision.reason == .role(.primary))
    }
}
