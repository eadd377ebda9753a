import Routing
import TestSupport
import Testing
import Time
import Wording

@Suite("AvailabilityWords")
struct AvailabilityWordsTests {
    private static let clock = ServiceClock(amsterdam)
    private static let now = at("2026-12-23 10:15")
    private static let sickness = Absence(
        id: 3, agent: AgentID("joke"), kind: .sickness, start: now, end: nil, enteredBy: "joke", enteredAt: now)

    @Test(
        "what an agent is, with until when, to those who may know why",
        arguments: [
            (Availability.available, ["available", "bereikbaar"]),
            (.busy, ["on the phone or being called", "in gesprek of wordt gebeld"]),
            (
                .outsideHours(next: at("2026-12-24 08:00")),
                [
                    "outside working hours until Thursday 24 December 08:00",
                    "buiten werktijd tot donderdag 24 december 08:00",
                ]
            ),
            (
                .notEmployed(from: at("2026-12-24 00:00")),
                [
                    "not employed until the end of Wednesday 23 December",
                    "niet in dienst tot en met woensdag 23 december",
                ]
            ),
            (.notEmployed(from: nil), ["not employed", "niet in dienst"]),
            (.absent(sickness, until: nil), ["sick", "ziek"]),
            (.absent(sickness, until: at("2026-12-23 12:00")), ["sick until 12:00", "ziek tot 12:00"]),
        ])
    func states(availability: Availability, expected: [String]) {
        #expect(both { text(availability, showsWhy: true, $0) } == expected)
    }

    @Test("whoever may not know why reads that somebody is away")
    func untold() {
        #expect(both { text(.absent(Self.sickness, until: nil), showsWhy: false, $0) } == ["away", "afwezig"])
    }

    private func text(_ availability: Availability, showsWhy: Bool, _ language: Language) -> String {
        let time = TimeWords(language, now: Self.clock.local(Self.now))
        return AvailabilityWords(language).state(availability, showsWhy: showsWhy) {
            time.shortUntil(Self.clock.local($0))
        }
    }

    @Test("every word of the control interface is read")
    func words() {
        let words = ["available", "busy", "off_hours", "not_employed", "away"] + Absence.Kind.allCases.map(\.rawValue)
        for word in words { #expect(AvailabilityWords.State(word: word) != nil, "\(word)") }
        #expect(AvailabilityWords.State(word: "elsewhere") == nil)
    }

    @Test(
        "what a desk phone shows",
        arguments: [
            (Availability.available, nil, ["Joke takes calls", "Joke is bereikbaar"]),
            (
                .available, true,
                ["Joke is on the phone since 10:15 (call a)", "Joke is in gesprek sinds 10:15 (gesprek a)"]
            ),
            (
                .available, false,
                ["Joke is being called since 10:15 (call a)", "Joke wordt gebeld sinds 10:15 (gesprek a)"]
            ),
            (
                .absent(sickness, until: at("2026-12-23 15:45")), nil,
                ["Joke is away until 15:45", "Joke is afwezig tot 15:45"]
            ),
            (
                .absent(sickness, until: nil), true,
                [
                    "Joke is away, on the phone since 10:15 (call a)",
                    "Joke is afwezig, in gesprek sinds 10:15 (gesprek a)",
                ]
            ),
        ] as [(Availability, Bool?, [String])])
    func deskPhone(availability: Availability, isAnswered: Bool?, expected: [String]) throws {
        let agent = Agent(id: AgentID("joke"), name: "Joke", phone: try #require(Extension("2101")))
        let call = isAnswered.map { (id: "a", isAnswered: $0, since: Self.clock.local(Self.now)) }
        #expect(
            both { DeskPhoneWords($0).sentence(agent, availability, call: call, at: Self.now, Self.clock) } == expected)
    }
}
