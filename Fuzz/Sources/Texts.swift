import Foundation
import Routing
import Time

@testable import Numbering

/// What people and trunks write: numbers, days and times.
enum Texts {
    private static let readers = ["NL", "DE", "IT", "US"].compactMap { try? NumberReader(region: $0) }

    static func numbers(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        for reader in readers {
            let party = try? reader.party(text)
            // Where it answers at once libphonenumber says the same.
            if let quick = reader.trunkForms.party(text.utf8Span.span) {
                precondition(quick == reader.fullParty(Array(text.utf8)), "\(text) is \(quick) at once")
                let wrapped = try? reader.party("\"Karin \\\" Smit\" <sip:\(text)@trunk.example;user=phone>;tag=1")
                precondition(text.isEmpty || wrapped == party, "\(text) is another number in its wrapper")
            }
            if let block = try? reader.block(text) { _ = String(describing: block) }
            guard let number = try? reader.number(text) else { continue }
            _ = reader.text(of: number)
            let again = try? reader.party("+\(number.digits)")
            precondition(again == .number(number), "\(number) is not read as itself")
        }
    }

    private static let reader = MomentReader(
        clock: ServiceClock(TimeZone(identifier: "Europe/Amsterdam") ?? .gmt), now: FuzzDesk.now)

    static func moments(_ bytes: [UInt8]) {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
        for way in [reader.lookingBack, reader.lookingAhead] { _ = try? way(words) }
        _ = try? reader.back(words)
        if let leave = try? reader.leave(words) {
            precondition(leave.start < leave.end, "leave ends before it begins")
        }
    }
}
