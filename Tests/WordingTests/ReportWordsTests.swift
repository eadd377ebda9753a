import Testing
import Time
import Wording

@Suite("ReportWords")
struct ReportWordsTests {
    @Test("numbers are written as people of the language write them")
    func numbers() {
        #expect(both { ReportWords($0).counts(38, of: 42) } == ["38 of 42", "38 van 42"])
        #expect(both { ReportWords($0).percent(90.5) } == ["90.5 %", "90,5 %"])
        #expect(both { ReportWords($0).wait(7.214) } == ["7.2 s", "7,2 s"])
        #expect(both { ReportWords($0).wait(125) } == ["2 min 5 s", "2 min 5 s"])
        #expect(both { ReportWords($0).serviceTime(23_400) } == ["6 h 30 min", "6 u 30 min"])
        #expect(both { ReportWords($0).serviceTime(1) } == ["1 min", "1 min"])
        #expect(both { ReportWords($0).serviceTime(28_800) } == ["8 h", "8 u"])
    }

    @Test("months are named")
    func months() throws {
        let march = try #require(CalendarMonth(text: "2026-03"))
        #expect(both { ReportWords($0).month(march) } == ["March 2026", "maart 2026"])
        #expect(both { ReportWords($0).shortMonth(march) } == ["Mar", "mrt"])
    }

    @Test("the client's rows are said as they are agreed")
    func rows() {
        #expect(
            both { ReportSheetWords($0).within(20) }
                == ["within 20 seconds, of all calls", "binnen 20 seconden, van alle gesprekken"])
        #expect(
            both { ReportWords($0).label(.withoutAbandoned) }
                == ["same, without those who hung up", "idem, zonder bellers die ophingen"])
        #expect(
            both { ReportSheetWords($0).ownPeople }
                == ["answered by your own two people", "aangenomen door uw vaste contactpersonen"])
        #expect(
            both { ReportWords($0).label(.uncovered) }
                == ["minutes with nobody, in service hours", "minuten zonder iemand, in servicetijd"])
        #expect(
            both { ReportWords($0).label(.abandoned) } == ["hung up before answer", "opgehangen voor het opnemen"])
        #expect(both { ReportWords($0).noCalls } == ["No calls.", "Geen gesprekken."])
    }

    @Test(
        "the third sentence tells of nobody there and of missed calls",
        arguments: [
            (0, 0, "In servicetijd was er altijd iemand voor u bereikbaar, en er werd geen gesprek gemist."),
            (
                0, 1,
                "In servicetijd was er altijd iemand voor u bereikbaar; er werd één gesprek gemist, 1 van 1 op tijd teruggebeld."
            ),
            (
                61, 3,
                "In servicetijd was er 61 min niemand voor u bereikbaar; er werden 3 gesprekken gemist, 1 van 1 op tijd teruggebeld."
            ),
        ])
    func cover(minutes: Int, missed: Int, expected: String) {
        #expect(
            ReportSheetWords(.nl).cover(
                nobody: minutes == 0 ? nil : "\(minutes) min", missed: missed, backInTime: "1 van 1") == expected)
    }
}
