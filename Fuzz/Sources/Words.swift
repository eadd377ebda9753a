import Routing
import Time

@testable import DirectoryFiles
@testable import PBX

/// Single words that others write: each is read as what it is written as, or not at all.
enum Words {
    static func read(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.prefix(64), as: UTF8.self)
        let utf8 = Array(text.utf8)
        func isText(_ other: String) -> Bool { utf8 == Array(other.utf8) }
        if let id = DecisionID(text) { precondition(isText(id.description), "\(text) is not the decision \(id)") }
        if let phone = Extension(text) { precondition(isText(phone.description), "\(text) is not the phone \(phone)") }
        if let number = PhoneNumber(text) { precondition(isText("\(number.digits)"), "\(text) is not \(number)") }
        if let day = CalendarDay(iso: text) { precondition(isText(day.description), "\(text) is not the day \(day)") }
        if let length = Milliseconds(written: text) {
            precondition(Milliseconds(written: length.written) == length, "\(text) is not \(length.written)")
        }
        if let status = DialStatus(text) {
            precondition(DialStatus(status.rawValue) == status, "\(status) is not read as itself")
            precondition(utf8.allSatisfy { $0 < 0x80 }, "\(text) is taken for \(status)")
        }
        time(text)
    }

    /// An instant is read again as itself, and its wall clock shows what was written.
    private static func time(_ text: String) {
        guard let time = LocalDateTime(rfc3339: text) else { return }
        precondition(LocalDateTime(rfc3339: time.rfc3339) == time, "\(text) is not \(time.rfc3339)")
        precondition(
            text.utf8.prefix(10).elementsEqual(time.rfc3339.utf8.prefix(10)), "\(text) is not of \(time.rfc3339)")
        let seconds = time.millisecondOfDay / 1_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
        let written = text.utf8.dropFirst(11).prefix(8).split(separator: UInt8(ascii: ":"))
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        precondition(written == clock, "\(text) is not at \(clock)")
        // A day that differs by its zone alone is as much earlier as the zone is farther east.
        let there = LocalDateTime(day: time.day, millisecondOfDay: time.millisecondOfDay, offset: 0)
        precondition(
            there.instant.milliseconds - time.instant.milliseconds == Int64(time.offset) * 1_000
                || time.instant == .earliest || time.instant == .latest || there.instant == .earliest
                || there.instant == .latest, "\(text) is at another instant")
    }

    /// The token of a file is matched by itself, also as Asterisk's address has it, and by nothing else.
    static func token(_ bytes: [UInt8]) {
        guard let token = FastAGIToken(bytes) else { return }
        let text = String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
        precondition(FastAGIToken.lengths.contains(text.utf8.count), "a token of \(text.utf8.count) bytes is taken")
        precondition(token.matches(text), "a token does not match itself")
        for other in [
            "", text + "a", String(text.dropLast()), String(text.dropLast()) + "\u{e9}", "\u{0}" + text.dropFirst(),
        ] {
            precondition(!token.matches(other), "\(other) matches \(text)")
        }
        precondition(!token.matches(nil), "nothing matches a token")
        var header = FastAGIHeader()
        _ = try? header.take(Array("agi_network_script: ended?token=\(text)".utf8).span)
        precondition(header.token.map(token.matches) == true, "a token is not found in an address")
    }
}
