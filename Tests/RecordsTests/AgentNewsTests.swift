import Routing
import Testing
import Time

@testable import Records

@Suite("What sites tell of agents")
struct AgentNewsTests {
    let now = Instant(clamping: 1_800_000_000_000)
    let joke = AgentID("joke")

    @Test("it is read as it was told, in as many texts as it takes")
    func roundTrip() throws {
        let (noord, number) = (ClientID("noord"), try #require(PhoneNumber("31505550100")))
        let until = now.advanced(by: .minutes(3))
        let back = BusyAgents.CallBack(agent: joke, since: now, until: until)
        var agents: [AgentNews] = [
            .wrapsUp(joke, try #require(BusyAgents.WrapUp(after: now, of: noord, for: .minutes(3)))),
            .wrapsUp(joke, try #require(BusyAgents.WrapUp(after: now, of: nil, for: .minutes(3)))),
            .calledBack(number, back),
            .phone(joke, unreachableUntil: until), .phone(joke, unreachableUntil: nil),
        ]
        agents += Array(repeating: .calledBack(number, back), count: 500)
        let mark = BusyMark(call: CallMark("a"), agent: joke, since: now, until: until, isAnswered: true)
        let news = BusyNews(site: "a", held: [mark], released: [CallMark("b")], agents: agents, isAll: true)
        let read = news.texts.map { BusyNews($0) }
        #expect(read.count > 2 && news.texts.allSatisfy { $0.utf8.count < 8_000 })
        #expect(read.map { $0?.site } == Array(repeating: "a", count: read.count))
        #expect(read.map { $0?.isAll } == [true] + Array(repeating: false, count: read.count - 1))
        #expect(read.flatMap { $0?.agents ?? [] } == agents)
        #expect(read.flatMap { $0?.held ?? [] } == [mark])
        #expect(read.flatMap { $0?.released ?? [] } == [CallMark("b")])
    }

    @Test(
        "what is none is passed over, and what a later majord tells",
        arguments: [
            "phone", "phone\u{1F}joke\u{1F}soon", "wrap\u{1F}joke\u{1F}1", "wrap\u{1F}joke\u{1F}2\u{1F}1",
            "new\u{1F}joke",
            "called\u{1F}x\u{1F}joke\u{1F}1\u{1F}2",
        ])
    func foreign(entry: String) {
        let text = ["some", "a", entry, "7"].joined(separator: "\u{1E}")
        #expect(BusyNews(text) == BusyNews(site: "a", released: [CallMark(number: 7)]))
    }
}
