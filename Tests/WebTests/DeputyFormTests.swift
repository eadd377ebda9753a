import Foundation
import MajorAPI
import Testing
import Time
import Wording

@testable import Web

@Suite("The form for a deputy")
struct DeputyFormTests {
    private func agent(_ id: String) -> DirectoryAPI.Agent {
        DirectoryAPI.Agent(id: id, name: id.capitalized, extension: "21", state: .available, load: 10, clients: [])
    }

    private func gap(away: [String]?, standIns: [String]?) -> DeputyForm.Gap {
        DeputyForm.Gap(
            "delta",
            ReportsAPI.Coverage.Reply(
                now: "2026-11-27T10:00:00+01:00", timeZone: "Europe/Amsterdam", firstDay: "2026-11-27", days: 53,
                agentNames: [:],
                clients: [
                    ReportsAPI.ClientCoverage(
                        client: "delta", clientName: "Delta", pairs: [], days: "",
                        stretches: [
                            ReportsAPI.CoverageStretch(
                                state: .nobody, from: "2026-12-24T08:00:00+01:00", until: "2026-12-26T00:00:00+01:00",
                                agents: [], away: away, standIns: standIns)
                        ])
                ], uncovered: []))
    }

    private func values(_ form: DeputyForm) -> Templates.Values {
        let client = DirectoryAPI.Client(id: "delta", name: "Delta", size: .small, state: .uncovered, agents: [])
        return form.values(["jan", "piet", "anna"].map(agent), [client], PageWords(.nl))
    }

    private func chosen(_ values: Any?) -> [String] {
        (values as? [Templates.Values] ?? []).filter { $0["isChosen"] as? Bool == true }.compactMap {
            $0["id"] as? String
        }
    }

    private func whom(_ values: Templates.Values) -> [String] {
        (values["whom"] as? [Templates.Values] ?? []).flatMap { chosen($0["options"]) }
    }

    @Test("from a client with nobody, who is away, when, and who could stand in are there already")
    func asked() {
        let values = values(DeputyForm(kept: nil, gap: gap(away: ["jan"], standIns: ["piet"])))
        #expect(whom(values) == ["jan"] && chosen(values["clients"]) == ["delta"])
        #expect(values["from"] as? String == "2026-12-24" && values["through"] as? String == "2026-12-25")
        let groups = values["deputies"] as? [Templates.Values] ?? []
        #expect(groups.map { $0["group"] as? String } == ["Kan invallen", "Anderen"])
        #expect(groups.flatMap { chosen($0["options"]) } == ["piet"])
    }

    @Test("where nobody of the pair is away, it is for the client")
    func forClient() {
        let values = values(DeputyForm(kept: nil, gap: gap(away: nil, standIns: nil)))
        #expect(whom(values) == ["delta"] && chosen(values["clients"]).isEmpty)
    }

    @Test("without anything known nobody is chosen, so that nobody stands in by a slip; pairs can be named")
    func empty() throws {
        let values = values(DeputyForm(kept: nil, gap: nil))
        #expect(whom(values).isEmpty && chosen(values["clients"]).isEmpty)
        let groups = values["whom"] as? [Templates.Values] ?? []
        #expect(groups.map { $0["group"] as? String } == ["Medewerker", "Het vaste paar van een klant"])
        let pairs = groups.last?["options"] as? [Templates.Values] ?? []
        #expect(pairs.map { $0["id"] as? String } == ["delta"])
    }

    @Test("what was typed stays")
    func kept() throws {
        let form = try #require(Form("deputy=anna&whom=jan&client=&from=2026-12-01&through=2026-12-02"))
        let values = values(DeputyForm(kept: form, gap: nil))
        let groups = values["deputies"] as? [Templates.Values] ?? []
        #expect(groups.flatMap { chosen($0["options"]) } == ["anna"] && whom(values) == ["jan"])
        #expect(chosen(values["clients"]).isEmpty && values["from"] as? String == "2026-12-01")
    }
}
