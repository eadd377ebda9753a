import Foundation
import Testing
import Time

@testable import majorctl

@Suite("The reader's time zone")
struct ReaderZoneTests {
    private static let winter = Instant(clamping: 1_790_000_000_000)

    @Test(
        "the service's zone is named where its clocks show other times, now or in half a year",
        arguments: [
            ("Europe/Amsterdam", "Europe/Amsterdam", nil), ("Europe/Amsterdam", "Europe/Brussels", nil),
            ("Europe/Amsterdam", "Europe/London", "Europe/Amsterdam"),
            // The same in winter only.
            ("Europe/Amsterdam", "Africa/Lagos", "Europe/Amsterdam"), ("No/Such", "Europe/Amsterdam", "No/Such"),
        ])
    func label(service: String, reader: String, label: String?) throws {
        let zone = try #require(TimeZone(identifier: reader))
        #expect(ReaderZone.label(service, now: Self.winter, reader: zone) == label)
    }
}
