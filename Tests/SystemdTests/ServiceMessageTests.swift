import Systemd
import Testing

@Suite struct ServiceMessageTests {
    @Test(
        "each message is the assignment that sd_notify documents",
        arguments: [
            (.ready, "READY=1"),
            (.reloading(monotonicMicroseconds: 1_234_567), "RELOADING=1\nMONOTONIC_USEC=1234567"),
            (.stopping, "STOPPING=1"),
            (.status("6 clients, 4 agents"), "STATUS=6 clients, 4 agents"),
            (.watchdog, "WATCHDOG=1"),
        ] as [(ServiceMessage, String)])
    func assignments(message: ServiceMessage, expected: String) {
        #expect(message.assignments == expected)
    }

    @Test("several messages travel in one datagram, one assignment a line")
    func datagram() {
        #expect(ServiceMessage.datagram([.ready, .status("serving")]) == "READY=1\nSTATUS=serving")
    }

    @Test(
        "a status cannot bring assignments of its own",
        arguments: [
            ("fine\nSTOPPING=1", "fine STOPPING=1"),
            ("fine\r\nMAINPID=1", "fine MAINPID=1"),
            ("cut\u{0}short", "cut short"),
            ("\u{1b}[31mred\u{85}", " [31mred "),
            ("a\u{202E}b\u{2028}c", "a b c"),
            ("Zoë Vries: één 📞", "Zoë Vries: één 📞"),
            ("", ""),
        ])
    func status(text: String, expected: String) {
        #expect(ServiceMessage.status(text).assignments == "STATUS=" + expected)
    }

    @Test("a long status is cut between characters, below the manager's datagram limit", arguments: ["x", "é", "👩‍👩‍👧‍👦"])
    func longStatus(character: Character) {
        let text = String(repeating: character, count: 2_000)
        let kept = ServiceMessage.status(text).assignments.dropFirst("STATUS=".count)
        let width = String(character).utf8.count
        #expect(kept.utf8.count == ServiceMessage.statusLimit / width * width)
        #expect(kept.allSatisfy { $0 == character })
    }
}
