import Testing
import Time
import Wording

@testable import majorctl

@Suite("Lists that show what comes soon")
struct NearFirstTests {
    private static func time(_ language: Language = .en) -> TimeWords {
        TimeWords(language, at: "2026-11-25T10:00:00+01:00", in: nil)
    }

    /// Starts a day after each other, from today on.
    private static func days(_ count: Int) -> [String] {
        let today = CalendarDay(text: "2026-11-25") ?? CalendarDay(daysSince1970: 0)
        return (0..<count).map { "\(today.advanced(by: $0))T09:00:00+01:00" }
    }

    @Test(
        "a short list is whole; of a long one four weeks are shown, and the rest is counted",
        arguments: [
            (0, false, 0, []), (20, false, 20, []), (40, true, 40, []),
            (40, false, 28, ["and 12 more after the next 4 weeks; --all shows them"]),
        ] as [(Int, Bool, Int, [String])])
    func lists(count: Int, isAll: Bool, near: Int, left: [String]) {
        let shown = NearFirst(Self.days(count), isAll: isAll, Self.time()) { $0 }
        #expect(shown.near == Array(Self.days(count).prefix(near)))
        #expect(shown.left == left)
    }

    @Test("what majord left out is counted, too; what has begun is shown, however long ago")
    func more() {
        let all = NearFirst(Self.days(3), isAll: true, more: 7, Self.time(.nl)) { $0 }
        #expect(all.left == ["en nog 7"])
        let begun = NearFirst(["2020-01-01T00:00:00+01:00"], isAll: false, mostOfAll: 0, more: 7, Self.time(.nl)) { $0 }
        #expect(begun.near.count == 1)
        #expect(begun.left == ["en nog 7 na de komende 4 weken; --all toont ze"])
    }
}
