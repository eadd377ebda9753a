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
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        for way in [reader.lookingBack, reader.lookingAhead] { _ = try? way(words) }
        _ = try? reader.back(words)
        _ = try? reader.day(words)
        if let since = try? reader.since(words) {
            precondition(since.instant <= reader.now, "it is since later than now")
        }
        if let pause = try? reader.pause(words) {
            precondition(pause.instant >= reader.now, "a pause is over before it begins")
        }
        switch try? reader.planned(words) {
        case .period(let leave): precondition(leave.start < leave.end, "leave ends before it begins")
        case .series(let series):
            precondition(!series.hours[series.next.weekday].isEmpty, "a series comes next on a day that it has not")
            precondition(series.end.map { series.start < $0 } ?? true, "a series ends before it begins")
            precondition((1...52).contains(series.weeks), "a series comes back every \(series.weeks) weeks")
        case nil: break
        }
        // What is quoted for the shell as one word means the same.
        let quoted = words.joined(separator: " ")
        if !words.isEmpty {
            precondition((try? reader.planned([quoted])) == (try? reader.planned(words)), "`\(quoted)` is another time")
        }
    }
}
