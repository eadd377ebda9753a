import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What reports of calls do to the agents and their records, as a PBX sees it.
@Suite("Reports of calls")
struct ReportTests {
    let folder: URL
    let clock = TestClock(Instant(clamping: 1_790_000_000_000))
    let joke = AgentID("jdevries")

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    private func open() throws -> Switchboard {
        try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try Ledger(folder: folder.path),
            logger: Logger(label: "test"),
            now: { [clock] in clock.now })
    }

    /// The life of one daemon; the next one takes up what it has recorded.
    private func run(_ body: (Switchboard) async throws -> Void) async throws {
        let switchboard = try await opened()
        await switchboard.takeUpRecordedCalls()
        try await body(switchboard)
        switchboard.desk.notes.finish()
        await switchboard.recorder.run()
    }

    private func opened() async throws -> Switchboard {
        try await onceFree(open)
    }

    private func report(_ desk: Desk, _ callID: String, _ text: String) throws {
        let words = text.split(separator: " ")
        let phone = words.dropFirst().first.flatMap { Extension(String($0)) }
        let kind: CallEvent.Kind
        switch words[0] {
        case "RINGING": kind = .ringing(try #require(phone))
        case "ANSWERED": kind = .answered(try #require(phone))
        case "RELEASED": kind = .released(try #require(phone))
        case "UP": kind = .up
        default: kind = .ended(.answered)
        }
        desk.report(CallEvent(callID: callID, kind: kind)) {}
    }

    @discardableResult
    private func route(_ desk: Desk, _ callID: String) throws -> RoutedCall {
        try desk.route(RouteRequest(caller: "0505550100", called: "+31880001234", callID: callID)).get()
    }

    private func busy(_ desk: Desk) -> [String] {
        desk.ongoing.calls.keys.map(\.description).sorted()
    }

    @Test("whose call an agent has is known for as long as it goes on, and while his phone rings")
    func client() async throws {
        let desk = try await opened().desk
        try route(desk, "a")
        try report(desk, "a", "RINGING 2101")
        #expect(desk.ongoing.calls[joke]?.map(\.client?.description) == ["noord"])
        try report(desk, "a", "ANSWERED 2101")
        clock.advance(by: .hours(2))
        #expect(desk.ongoing.calls[joke]?.map(\.client?.description) == ["noord"])
    }

    @Test("a call of no client is not told as that of whom its agent spoke with before, however long it goes on")
    func clientOfNone() async throws {
        try await run { switchboard in
            let desk = switchboard.desk
            try route(desk, "a")
            for told in ["ANSWERED 2101", "ENDED"] { try report(desk, "a", told) }
            _ = desk.route(RouteRequest(caller: "0612312312", called: "+31880001234", callID: "b"))
            try report(desk, "b", "ANSWERED 2101")
            #expect(desk.ongoing.calls[joke]?.map(\.client) == [nil])
            clock.advance(by: .minutes(11))
            #expect(desk.ongoing.calls[joke]?.map(\.client) == [nil])
        }
        try await run { switchboard in
            #expect(switchboard.desk.ongoing.calls[joke]?.map(\.client) == [nil])
        }
    }

    @Test("two calls of one agent are each told with its own client, also after a restart and after ten minutes")
    func clientsOfTwo() async throws {
        try await run { switchboard in
            for call in ["a", "b"] {
                try route(switchboard.desk, call)
                try report(switchboard.desk, call, "ANSWERED 2101")
            }
            clock.advance(by: .minutes(11))
            #expect(switchboard.desk.ongoing.calls[joke]?.map(\.client?.description) == ["noord", "noord"])
        }
        try await run { switchboard in
            #expect(switchboard.desk.ongoing.calls[joke]?.map(\.client?.description) == ["noord", "noord"])
        }
    }

    @Test("an answer that is told after the end holds nobody, also after a restart")
    func answeredAfterTheEnd() async throws {
        try await run { switchboard in
            try route(switchboard.desk, "a")
            try report(switchboard.desk, "a", "RINGING 2101")
            try report(switchboard.desk, "a", "ENDED")
            try report(switchboard.desk, "a", "ANSWERED 2101")
            #expect(busy(switchboard.desk) == [])
        }
        try await run { switchboard in
            try report(switchboard.desk, "a", "ANSWERED 2101")
            #expect(busy(switchboard.desk) == [])
        }
    }

    @Test("an id asked about again is the same call until 32 seconds after its end, then another one")
    func reusedID() throws {
        let desk = try open().desk
        let first = try route(desk, "a")
        try report(desk, "a", "ANSWERED 2101")
        clock.advance(by: .minutes(1))
        #expect(try route(desk, "a").id == first.id, "it is not over")
        try report(desk, "a", "ENDED")
        clock.advance(by: Milliseconds(31_999))
        #expect(try route(desk, "a").id == first.id)
        try report(desk, "a", "ANSWERED 2101")
        #expect(busy(desk) == [])
        clock.advance(by: Milliseconds(1))
        #expect(try route(desk, "a").id > first.id)
        try report(desk, "a", "ANSWERED 2101")
        #expect(busy(desk) == ["jdevries"])
    }

    @Test("an id that another caller has once its call is over is another call at once")
    func anotherCaller() throws {
        let desk = try open().desk
        try route(desk, "a")
        try report(desk, "a", "ANSWERED 2101")
        try report(desk, "a", "ENDED")
        _ = try desk.route(RouteRequest(caller: "0205550100", called: "+31880001234", callID: "a")).get()
        #expect(busy(desk) == [])
        try report(desk, "a", "ANSWERED 2102")
        #expect(busy(desk) == ["mbakker"])
    }

    @Test("a call that was told to be up is let go five minutes after the last time, others after max_call")
    func up() async throws {
        try await run { switchboard in
            for call in ["a", "b"] { try route(switchboard.desk, call) }
            try report(switchboard.desk, "a", "ANSWERED 2101")
            try report(switchboard.desk, "b", "ANSWERED 2102")
            clock.advance(by: .hours(1))
            try report(switchboard.desk, "a", "UP")
            clock.advance(by: Milliseconds(Milliseconds.minutes(5).count - 1))
            #expect(busy(switchboard.desk) == ["jdevries", "mbakker"])
            clock.advance(by: Milliseconds(1))
            #expect(busy(switchboard.desk) == ["mbakker"])
            try report(switchboard.desk, "a", "UP")
            #expect(busy(switchboard.desk) == ["jdevries", "mbakker"], "it is up after all")
        }
        try await run { switchboard in
            #expect(busy(switchboard.desk) == ["jdevries", "mbakker"])
            clock.advance(by: .minutes(5))
            #expect(busy(switchboard.desk) == ["mbakker"], "the last time counts, also over a restart")
        }
        try await run { switchboard in
            #expect(
                busy(switchboard.desk) == ["jdevries", "mbakker"],
                "nothing was noted since, so nobody knows for how long it could not be told to be up")
            clock.advance(by: .minutes(5))
            #expect(busy(switchboard.desk) == ["mbakker"])
            try report(switchboard.desk, "a", "UP")
            #expect(busy(switchboard.desk) == ["jdevries", "mbakker"])
            clock.advance(by: .minutes(5))
            #expect(busy(switchboard.desk) == ["mbakker"])
            try report(switchboard.desk, "never-asked", "UP")
            #expect(busy(switchboard.desk) == ["mbakker"])
        }
    }

    @Test("a call that was given away holds who answers next, also over a restart; the first has the credit")
    func released() async throws {
        try await run { switchboard in
            try route(switchboard.desk, "a")
            try report(switchboard.desk, "a", "ANSWERED 2101")
            try report(switchboard.desk, "a", "RELEASED 2101")
            #expect(busy(switchboard.desk) == [])
        }
        try await run { switchboard in
            #expect(busy(switchboard.desk) == [])
            try report(switchboard.desk, "a", "ANSWERED 2102")
            #expect(busy(switchboard.desk) == ["mbakker"])
        }
        try await run { switchboard in
            #expect(busy(switchboard.desk) == ["mbakker"])
        }
    }

    @Test("whoever is freed stays free, also over a restart, until a call is answered anew")
    func freed() async throws {
        try await run { switchboard in
            try route(switchboard.desk, "a")
            #expect(switchboard.desk.free(joke) == [])
            try report(switchboard.desk, "a", "ANSWERED 2101")
            #expect(switchboard.desk.free(joke).map(\.callID) == ["a"])
            for word in ["UP", "ANSWERED 2101", "RINGING 2101"] { try report(switchboard.desk, "a", word) }
            #expect(busy(switchboard.desk) == [])
        }
        try await run { switchboard in
            for word in ["UP", "ANSWERED 2101"] { try report(switchboard.desk, "a", word) }
            #expect(busy(switchboard.desk) == [])
            try route(switchboard.desk, "b")
            try report(switchboard.desk, "b", "ANSWERED 2101")
            #expect(busy(switchboard.desk) == ["jdevries"])
        }
    }

    @Test("a desk phone is told since when its agent is on the phone, and frees him")
    func deskPhone() async throws {
        let switchboard = try open()
        let recording = Task { await switchboard.recorder.run() }
        func ask(_ wish: DeskPhoneRequest.Wish) async throws -> DeskPhoneAnswer {
            await switchboard.answer(
                DeskPhoneRequest(phone: try #require(Extension("2101")), wish: wish),
                from: PBXPeer(socket: .pbx, user: 0, connection: 1))
        }
        try route(switchboard.desk, "a")
        try report(switchboard.desk, "a", "RINGING 2101")
        #expect(try await ask(.status).sentence.contains("is being called since "))
        try report(switchboard.desk, "a", "ANSWERED 2101")
        let since = switchboard.table.clock.local(clock.now).time
        clock.advance(by: .minutes(2))
        let told = try await ask(.status)
        #expect(
            told == DeskPhoneAnswer(sentence: "Joke de Vries is on the phone since \(since) (call a)", state: "busy"))
        let away = try await ask(.pause(.minutes(30)))
        #expect(away.state == "away" && away.sentence.hasSuffix(", on the phone since \(since) (call a)"))
        _ = try await ask(.back)
        #expect(try await ask(.free) == DeskPhoneAnswer(sentence: "Joke de Vries takes calls", state: "available"))
        #expect(busy(switchboard.desk) == [])
        switchboard.desk.notes.finish()
        await recording.value
    }

    @Test("NEXT names the phone that was tried; asked twice, it answers the same")
    func next() throws {
        let desk = try open().desk
        let (first, second) = (try #require(Extension("2101")), try #require(Extension("2102")))
        let decided = try route(desk, "a")
        func next(after phone: Extension?) -> [String] {
            desk.next("a", .noAnswer, after: phone).decision.targets.map(\.phone.description)
        }
        #expect(next(after: first) == ["2102", "2000"])
        try route(desk, "b")
        try report(desk, "b", "ANSWERED 2102")
        #expect(next(after: first) == ["2102", "2000"], "the same, though he is on the phone by now")
        #expect(next(after: second) == ["2000"])
        #expect(next(after: second) == ["2000"])
        #expect(next(after: first) == ["2000"], "asked for another one in between, he is left out")
        let last = try #require(Extension("2000"))
        #expect(next(after: last) == [] && next(after: last) == [])
        #expect(desk.next("a", .noAnswer, after: last).id == decided.id)
        #expect(desk.next("a", .noAnswer, after: last).decision.reason == .exhausted)
    }

    @Test("NEXT lets go of a phone that rings, and of nobody who has the call")
    func nextLetsGo() throws {
        let desk = try open().desk
        try route(desk, "a")
        try report(desk, "a", "RINGING 2101")
        _ = desk.next("a", .noAnswer)
        #expect(busy(desk) == [])
        try report(desk, "a", "ANSWERED 2102")
        _ = desk.next("a", .noAnswer)
        #expect(busy(desk) == ["mbakker"])
    }

    @Test("with both on the phone the reason is busy; nobody there is uncovered")
    func bothBusy() async throws {
        let switchboard = try open()
        for (call, phone) in [("a", "2101"), ("b", "2102")] {
            try route(switchboard.desk, call)
            try report(switchboard.desk, call, "ANSWERED \(phone)")
        }
        let decision = try route(switchboard.desk, "c").decision
        #expect(decision.reason == .cause(.busy) && decision.action == .overflow)
        let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
        _ = try await switchboard.reportSick(agent: "mbakker", until: nil, note: nil, by: manager)
        #expect(try route(switchboard.desk, "d").decision.reason == .cause(.busy))
        try report(switchboard.desk, "a", "ENDED")
        _ = try await switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        #expect(try route(switchboard.desk, "e").decision.reason == .cause(.uncovered))
    }

    @Test("a question about a call that somebody has takes it from nobody, whatever its numbers")
    func askedDuringTheCall() async throws {
        try await run { switchboard in
            let desk = switchboard.desk
            let first = try route(desk, "a")
            try report(desk, "a", "ANSWERED 2101")
            for caller in ["+31505550100", "0505550100 ", "sip:+31505550100@trunk.example"] {
                let request = RouteRequest(caller: caller, called: "088-0001234", callID: "a")
                #expect(try desk.route(request).get().id == first.id, "the same call: \(caller)")
            }
            for (caller, called) in [("anonymous", "+31880001234"), ("0205550100", "112")] {
                let request = RouteRequest(caller: caller, called: called, callID: "a")
                #expect(try desk.route(request).get().id > first.id)
            }
            #expect(busy(desk) == ["jdevries"])
            clock.advance(by: .minutes(11))
            try route(desk, "a")
            #expect(busy(desk) == ["jdevries"])
            try report(desk, "a", "ENDED")
            #expect(busy(desk) == [])
        }
        let ledger = try await onceFree { try Ledger(folder: folder.path) }
        let records = try ledger.calls.allCalls().filter { !$0.callID.isEmpty }
        #expect(records.map(\.callID) == ["a"])
        let course = try #require(records.last).course
        #expect(course.answer?.phone == .of("2101") && course.end != nil)
    }

    @Test(
        "what was reported before a restart stands after it, however long ago the call was decided",
        arguments: [
            // Reports before, reports after, and who is busy then.
            ("ENDED", "ANSWERED 2101", ""), ("RINGING 2101,ENDED", "ANSWERED 2101", ""),
            ("ANSWERED 2101,ENDED", "ANSWERED 2101", ""), ("ANSWERED 2102", "ANSWERED 2101", "mbakker"),
            ("ANSWERED 2101,RELEASED 2101,ANSWERED 7777", "ANSWERED 2101", ""), ("ANSWERED 2000", "ANSWERED 2101", ""),
        ])
    func overARestart(before: String, after: String, expected: String) async throws {
        for wait in [Milliseconds.seconds(1), .minutes(12)] {
            for isAsked in [true, false] where isAsked || !before.contains("2000") {
                let call = "call-\(wait.count)-\(isAsked)"
                try await run { switchboard in
                    if isAsked { try route(switchboard.desk, call) }
                    // Without a question, turns are in the order in which phones were heard of.
                    if !isAsked, before == "ANSWERED 2102" { try report(switchboard.desk, call, "RINGING 2101") }
                    for text in before.split(separator: ",") { try report(switchboard.desk, call, String(text)) }
                }
                clock.advance(by: wait)
                try await run { switchboard in
                    for text in after.split(separator: ",") { try report(switchboard.desk, call, String(text)) }
                    #expect(busy(switchboard.desk) == (expected.isEmpty ? [] : [expected]), "\(call)")
                    try report(switchboard.desk, call, "ENDED")
                }
            }
        }
    }

    @Test("a phone that was tried before is asked about again, and the one that rings still does")
    func nextAgain() throws {
        let desk = try open().desk
        try route(desk, "a")
        try report(desk, "a", "RINGING 2101")
        _ = desk.next("a", .noAnswer, after: Extension("2101"))
        try report(desk, "a", "RINGING 2102")
        _ = desk.next("a", .noAnswer, after: Extension("2101"))
        #expect(busy(desk) == ["mbakker"])
    }

    @Test("calls that are over do not crowd out those that are not")
    func manyCalls() throws {
        let desk = try open().desk
        for number in 0..<(FollowedCalls.endedCapacity + 2_000) {
            try report(desk, "call-\(number)", "ANSWERED 2101")
            try report(desk, "call-\(number)", "ENDED")
        }
        #expect(busy(desk) == [])
        try report(desk, "call-\(FollowedCalls.endedCapacity)", "ANSWERED 2101")
        #expect(busy(desk) == [])
        try report(desk, "another", "ANSWERED 2101")
        #expect(busy(desk) == ["jdevries"])
    }
}
