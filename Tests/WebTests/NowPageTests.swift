import MajorAPI
import Testing
import Time

@testable import Web

@Suite("The page of this moment")
struct NowPageTests {
    private static let now = "2026-11-27T10:42:07+01:00"

    private static func facts(silence: RosterAPI.PBXSilence? = nil, isUnreachable: Bool = false) -> NowFacts {
        let call = RosterAPI.OngoingCall(
            since: "2026-11-27T10:40:00+01:00", answered: true, call: nil, client: "baken", clientName: "Het Baken")
        func agent(_ name: String, _ state: RosterAPI.AgentStatus.State, until: String? = nil, busy: Bool = false)
            -> RosterAPI.AgentStatus
        {
            RosterAPI.AgentStatus(
                id: name.lowercased(), name: name, extension: "21", state: state, until: until,
                calls: busy ? [call] : [])
        }
        var facts = NowFacts(
            status: RosterAPI.Status.Reply(
                version: "1", timeZone: "Europe/Amsterdam", now: now, generation: 1, clients: 3, inService: 2,
                closed: 1,
                withoutAgreement: 0, covered: 1,
                uncovered: [RosterAPI.UncoveredClient(client: "delta", clientName: "Stg. <Delta>")],
                agents: [
                    agent("Jan", .leave, until: "2026-11-30T08:00:00+01:00"), agent("Anna", .available),
                    agent("Sanne", .busy, busy: true), agent("Mia", .offHours, until: "2026-11-27T13:00:00+01:00"),
                ], decisions: [:], degraded: false, troubles: []))
        facts.status.agents[1].unreachable = isUnreachable ? true : nil
        facts.status.pbxSilent = silence
        facts.missed = [
            CallsAPI.Missed(
                missed: "1", client: "linde", clientName: "De Linde", contact: "Karin", caller: "+31612345678",
                how: "abandoned", calls: 1, first: "2026-11-27T09:24:00+01:00", last: "2026-11-27T09:24:00+01:00",
                due: "2026-11-27T10:24:00+01:00", overdue: true, owners: [], ownerNames: ["Jan", "Mia"], attempts: 0)
        ]
        (facts.openMissed, facts.overdueMissed) = (1, 1)
        return facts
    }

    private func parts(_ visitor: Visitor, isWall: Bool = false, _ language: Language = .nl) throws -> [String: String]
    {
        let context = PageContext(visitor: visitor, language: language, isWall: isWall)
        return NowPage(context: context, templates: try Templates()).parts(Self.facts(), at: Self.now)
    }

    private let joke = Visitor(reader: .user("joke"), agent: "joke", name: "Joke")

    @Test("clients without anybody, late calls back and everybody's state are told in words beside their shapes")
    func told() throws {
        let parts = try parts(joke)
        let troubles = try #require(parts["troubles"])
        #expect(troubles.contains("NIEMAND") && troubles.contains("Stg. &lt;Delta&gt;"))
        #expect(troubles.contains("18 min te laat") && troubles.contains("Jan/Mia"))
        let people = try #require(parts["people"])
        for text in ["in gesprek", "2 min", "bereikbaar", "tot ma 08:00", "vanaf 13:00"] {
            #expect(people.contains(text), "\(text)")
        }
        #expect(try #require(parts["counters"]).contains("van 4 bereikbaar"))
    }

    @Test("a wall shows no numbers, no extensions and nothing to click")
    func wall() throws {
        for part in try parts(Visitor(reader: .guest), isWall: true).values {
            #expect(!part.contains("<a ") && !part.contains("<button") && !part.contains("+31"))
            #expect(!part.contains("class=\"phone\""))
        }
    }

    @Test("a caller's number is never on it", arguments: [false, true])
    func numbers(isWall: Bool) throws {
        #expect(try !parts(joke, isWall: isWall).values.contains { $0.contains("612345678") })
    }

    @Test("a call that goes on is told with client and agent, also on a wall", arguments: [false, true])
    func calls(isWall: Bool) throws {
        let calls = try #require(try parts(joke, isWall: isWall)["calls"])
        #expect(calls.contains("Het Baken") && calls.contains("Sanne") && calls.contains("2 min"))
    }

    @Test("a wall never tells why somebody is away, whoever is logged in on it")
    func why() throws {
        let manager = Visitor(reader: .user("els"), name: "Els", isManager: true)
        #expect(try parts(manager)["people"]?.contains("verlof") == true)
        let wall = try #require(try parts(manager, isWall: true)["people"])
        #expect(!wall.contains("verlof") && wall.contains("afwezig"))
    }

    @Test("whose phone cannot be reached, and of whom nobody knows whether he is on the phone, never looks available")
    func neverAvailable() throws {
        let page = NowPage(context: PageContext(visitor: joke, language: .nl), templates: try Templates())
        let unreachable = page.parts(Self.facts(isUnreachable: true), at: Self.now)
        #expect(unreachable["people"]?.contains("aanwezig, toestel onbereikbaar") == true)
        #expect(unreachable["counters"]?.contains(">0<") == true)
        let silent = page.parts(Self.facts(silence: .init()), at: Self.now)
        #expect(silent["people"]?.contains("aanwezig, bellen onbekend") == true)
        #expect(silent["people"]?.contains("bereikbaar<") == false)
        #expect(silent["troubles"]?.contains("heeft geen telefooncentrale iets gevraagd") == true)
        #expect(silent["counters"]?.contains("van 4 aanwezig, bellen onbekend") == true)
    }

    @Test("whoever is told no names is told how many are available")
    func counts() throws {
        var facts = Self.facts()
        facts.status.agents = []
        (facts.agents, facts.available) = (19, 14)
        let page = NowPage(context: PageContext(visitor: .nobody, language: .nl), templates: try Templates())
        let counters = try #require(page.parts(facts, at: Self.now)["counters"])
        #expect(counters.contains("<b>14</b>") && counters.contains("van 19 bereikbaar"))
        facts.status.pbxSilent = .init()
        let silent = try #require(page.parts(facts, at: Self.now)["counters"])
        #expect(silent.contains("van 19 aanwezig, bellen onbekend") && !silent.contains("bereikbaar"))
    }

    @Test("a PBX that fell silent is told with since when, and nobody looks available")
    func silent() throws {
        let page = NowPage(context: PageContext(visitor: joke, language: .nl), templates: try Templates())
        let parts = page.parts(Self.facts(silence: .init(since: "2026-11-27T08:31:00+01:00")), at: Self.now)
        #expect(parts["troubles"]?.contains("Sinds 08:31 heeft geen telefooncentrale iets gevraagd") == true)
        #expect(parts["people"]?.contains("aanwezig, bellen onbekend") == true)
        #expect(parts["counters"]?.contains("bereikbaar") == false)
    }

    @Test("what could be typed at a shell is on no page")
    func troubles() throws {
        var facts = Self.facts()
        facts.status.troubles = ["absence 3 is not in force; majorctl give or cancel settles it"]
        facts.status.troubleKinds = ["orphans"]
        let page = NowPage(context: PageContext(visitor: joke, language: .en), templates: try Templates())
        let troubles = try #require(page.parts(facts, at: Self.now)["troubles"])
        #expect(troubles.contains("absence 3 is not in force") && !troubles.contains("majorctl"))
        #expect("is Noord, in `050 555 01 00`".withQuotes == "is Noord, in “050 555 01 00”")
    }

    @Test("the same in English")
    func english() throws {
        let parts = try parts(joke, .en)
        #expect(parts["troubles"]?.contains("18 min overdue") == true)
        #expect(parts["people"]?.contains("until Mon 08:00") == true)
    }
}
