import TestSupport
import Testing
import Time

@testable import Routing

@Suite("CallProgress")
struct CallProgressTests {
    static let start = Instant(clamping: 1_800_000_000_000)
    static let (joke, mark, overflow) = (phone("2101"), phone("2102"), phone("2000"))
    static let targets = [joke, mark, overflow]

    private static func phone(_ text: String) -> Extension {
        guard let phone = Extension(text) else { preconditionFailure("\(text) is no extension") }
        return phone
    }

    /// A story of reports, such as `RINGING 2101, ANSWERED 2101, ENDED`.
    static func reports(_ text: String) -> [CallEvent.Kind] {
        text.split(separator: ", ").map { report in
            let words = report.split(separator: " ")
            switch (words[0], words.dropFirst().first.map { phone(String($0)) }) {
            case ("RINGING", let phone?): return .ringing(phone)
            case ("ANSWERED", let phone?): return .answered(phone)
            case ("RELEASED", let phone?): return .released(phone)
            case ("UP", nil): return .up
            case ("ENDED", nil): return .ended(.answered)
            default: preconditionFailure("\(report) is no report")
            }
        }
    }

    /// Who is held, as the desk does it, and whose answer counts.
    private struct Outcome: Equatable, CustomTestStringConvertible {
        var rings: Extension?
        var has: Extension?
        var credited: Extension?

        mutating func follow(_ effect: CallProgress.Effect) {
            switch effect {
            case .rings(let phone): (rings, has) = (phone, nil)
            case .answers(let phone, _): (rings, has) = (nil, phone)
            case .letsGo, .ends: (rings, has) = (nil, nil)
            case .staysUp, .nothing, .late: break
            }
        }

        var testDescription: String {
            "rings \(rings?.description ?? "-"), has \(has?.description ?? "-"), credit \(credited?.description ?? "-")"
        }
    }

    private static func outcome(_ reports: [CallEvent.Kind], targets: [Extension] = targets) -> Outcome {
        var progress = CallProgress(targets: targets)
        var outcome = Outcome()
        for report in reports { outcome.follow(progress.take(report, at: start)) }
        outcome.credited = progress.credited
        return outcome
    }

    @Test(
        "every report in every state",
        arguments: [
            ("RINGING 2101", "rings 2101"),
            ("ANSWERED 2101", "has 2101, credit 2101"),
            ("UP", ""), ("RELEASED 2101", ""), ("ENDED", ""),
            // Ringing.
            ("RINGING 2101, RINGING 2101", "rings 2101"),
            ("RINGING 2101, RINGING 2102", "rings 2102"),
            ("RINGING 2102, RINGING 2101", "rings 2102"),
            ("RINGING 2101, UP", "rings 2101"),
            ("RINGING 2101, ANSWERED 2101", "has 2101, credit 2101"),
            ("RINGING 2101, ANSWERED 2102", "has 2102, credit 2102"),
            ("RINGING 2101, RINGING 2102, ANSWERED 2101", "has 2101, credit 2101"),
            ("RINGING 2101, RINGING 2000", "rings 2000"),
            ("RINGING 2101, RELEASED 2101", ""),
            ("RINGING 2101, RELEASED 2102", "rings 2101"),
            ("RINGING 2101, ENDED", ""),
            // Answered.
            ("ANSWERED 2101, RINGING 2101", "has 2101, credit 2101"),
            ("ANSWERED 2101, RINGING 2102", "has 2101, credit 2101"),
            ("ANSWERED 2102, RINGING 2101", "has 2102, credit 2102"),
            ("ANSWERED 2101, ANSWERED 2101", "has 2101, credit 2101"),
            ("ANSWERED 2101, ANSWERED 2102", "has 2102, credit 2102"),
            ("ANSWERED 2102, ANSWERED 2101", "has 2102, credit 2102"),
            ("ANSWERED 2101, ANSWERED 2777", "has 2777, credit 2777"),
            ("ANSWERED 2777, ANSWERED 2101", "has 2777, credit 2777"),
            ("RINGING 2101, RINGING 2102, ANSWERED 2101, ANSWERED 2102", "has 2102, credit 2102"),
            ("RINGING 2101, RINGING 2102, ANSWERED 2102, ANSWERED 2101", "has 2102, credit 2102"),
            ("ANSWERED 2101, UP", "has 2101, credit 2101"),
            ("ANSWERED 2101, RELEASED 2102", "has 2101, credit 2101"),
            ("ANSWERED 2101, ENDED", "credit 2101"),
            // Given away.
            ("ANSWERED 2101, RELEASED 2101", "credit 2101"),
            ("ANSWERED 2102, RELEASED 2102, ANSWERED 2101", "has 2101, credit 2102"),
            ("ANSWERED 2101, RELEASED 2101, ANSWERED 2777", "has 2777, credit 2101"),
            ("ANSWERED 2101, RELEASED 2101, ANSWERED 2101", "has 2101, credit 2101"),
            ("ANSWERED 2102, RELEASED 2102, ANSWERED 2101, RELEASED 2101, ANSWERED 2102", "has 2102, credit 2102"),
            ("ANSWERED 2101, RELEASED 2101, RINGING 2102", "rings 2102, credit 2101"),
            ("ANSWERED 2101, RELEASED 2101, UP", "credit 2101"),
            ("ANSWERED 2101, RELEASED 2101, RELEASED 2101", "credit 2101"),
            ("ANSWERED 2101, RELEASED 2101, ENDED, ANSWERED 2102", "credit 2101"),
            ("RINGING 2101, RELEASED 2101, ANSWERED 2102", "has 2102, credit 2102"),
            // Whoever gave the call away is told to have answered once more.
            ("ANSWERED 2101, RELEASED 2101, ANSWERED 2102, ANSWERED 2101", "has 2102, credit 2101"),
            ("ANSWERED 2102, RELEASED 2102, ANSWERED 2101, ANSWERED 2102", "has 2101, credit 2102"),
            ("RELEASED 2101, ANSWERED 2101", "credit 2101"),
            ("RELEASED 2101, ANSWERED 2102, ANSWERED 2101", "has 2102, credit 2101"),
            ("RELEASED 2101, ANSWERED 2101, ANSWERED 2102", "has 2102, credit 2101"),
            // Over.
            ("ENDED, ENDED", ""), ("ENDED, RINGING 2101", ""), ("ENDED, UP", ""), ("ENDED, RELEASED 2101", ""),
            ("ENDED, ANSWERED 2101", "credit 2101"),
            ("ENDED, ANSWERED 2101, ANSWERED 2102", "credit 2102"),
            ("ENDED, ANSWERED 2102, ANSWERED 2101", "credit 2102"),
            ("RINGING 2101, ENDED, ANSWERED 2101, ANSWERED 2101", "credit 2101"),
        ])
    func table(story: String, outcome: String) {
        let reports = Self.reports(story)
        var expected = Outcome()
        for part in outcome.split(separator: ", ") {
            let words = part.split(separator: " ")
            let phone = Self.phone(String(words[1]))
            switch words[0] {
            case "rings": expected.rings = phone
            case "has": expected.has = phone
            default: expected.credited = phone
            }
        }
        #expect(Self.outcome(reports) == expected)
    }

    /// Every order of reports.
    private static func orders<Element>(_ items: [Element]) -> [[Element]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { index in
            var rest = items
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 }
        }
    }

    @Test(
        "in every order, and repeated, reports without transfers come to the same",
        arguments: [
            "RINGING 2101, ANSWERED 2101", "RINGING 2101, ANSWERED 2101, UP, ENDED",
            "RINGING 2101, RINGING 2102, ANSWERED 2102, UP", "RINGING 2101, RINGING 2102, ANSWERED 2101, ANSWERED 2102",
            "RINGING 2101, RINGING 2102, RINGING 2000, ANSWERED 2102, ANSWERED 2000",
            "RINGING 2101, RINGING 2102, ANSWERED 2101, ANSWERED 2102, UP, ENDED",
            "ANSWERED 2101, ANSWERED 2101, ANSWERED 2102, ANSWERED 2102, ENDED, ENDED",
        ])
    func everyOrder(story: String) {
        let reports = Self.reports(story)
        let truth = Self.outcome(reports)
        for order in Self.orders(reports) {
            #expect(Self.outcome(order) == truth, "\(order)")
            #expect(Self.outcome(order.flatMap { [$0, $0] }) == truth, "each twice: \(order)")
        }
    }

    @Test(
        "in every order nobody is held after the end, and who is held has answered and not given away",
        arguments: [
            "RINGING 2101, ANSWERED 2101, RELEASED 2101, ANSWERED 2102, ENDED",
            "RINGING 2102, ANSWERED 2102, RELEASED 2102, RINGING 2101, ANSWERED 2101, ENDED",
            "ANSWERED 2101, RELEASED 2101, ANSWERED 2777, RELEASED 2777, UP, ENDED",
        ])
    func transfers(story: String) {
        for order in Self.orders(Self.reports(story)) {
            var progress = CallProgress(targets: Self.targets)
            var outcome = Outcome()
            var answered: Set<String> = []
            for report in order {
                if case .answered(let phone) = report { answered.insert(phone.description) }
                outcome.follow(progress.take(report, at: Self.start))
                if case .released(let phone) = report { #expect(outcome.has != phone, "\(order)") }
                if progress.isOver { #expect(outcome.has == nil && outcome.rings == nil, "\(order)") }
                if let phone = outcome.has { #expect(answered.contains(phone.description), "\(order)") }
            }
        }
    }

    @Test("whoever was freed is not held again by what is repeated, and is by another answer")
    func freed() {
        var progress = CallProgress(targets: Self.targets)
        _ = progress.take(.answered(Self.joke), at: Self.start)
        progress.free()
        #expect(progress.take(.up, at: Self.start) == .nothing)
        #expect(progress.take(.answered(Self.joke), at: Self.start) == .nothing)
        #expect(progress.take(.answered(Self.mark), at: Self.start) == .answers(Self.mark, hasCredit: true))
        #expect(progress.take(.up, at: Self.start) == .staysUp(Self.mark))
    }

    @Test("more phones than any call tries are followed without end")
    func manyPhones() {
        var progress = CallProgress(targets: Self.targets)
        for number in 3_000..<3_100 {
            let phone = Self.phone("\(number)")
            #expect(progress.take(.answered(phone), at: Self.start) == .answers(phone, hasCredit: true))
        }
        #expect(progress.take(.ended(.answered), at: Self.start) == .ends)
    }
}
