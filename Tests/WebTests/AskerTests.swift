import Testing
import Time

@testable import Web

@Suite("Who asks")
struct AskerTests {
    private func asker(_ names: [String], peer: UInt32? = 33, isSocket: Bool = true) -> Asker {
        Asker(peer: peer, proxies: [33], isSocket: isSocket, names: names)
    }

    @Test("a name counts from the proxy over the socket alone")
    func proxy() {
        #expect(asker(["joke"]) == .user("joke"))
        #expect(asker(["joke"], peer: 1_000) == .refused)
        #expect(asker(["joke"], peer: nil) == .refused)
        #expect(asker(["joke"], peer: nil, isSocket: false) == .nobody)
        #expect(asker([], peer: 1_000) == .refused)
    }

    @Test("whoever is not named is nobody; what cannot be a name, or is two, is refused")
    func names() {
        #expect(asker([]) == .nobody)
        #expect(asker([""]) == .nobody)
        for name in ["joke de vries", "joke\n", "a\u{0}b", " ", "a guest", String(repeating: "x", count: 257)] {
            #expect(asker([name]) == .refused, "\(name.debugDescription)")
        }
        #expect(asker(["joke", "els"]) == .refused)
    }

    @Test(
        "pages are served to loopback and over sockets, and nowhere else",
        arguments: [
            ("127.0.0.1:8080", ListenAddress.loopback(host: "127.0.0.1", port: 8_080)),
            ("[::1]:80", .loopback(host: "::1", port: 80)), ("/run/w.sock", .socket(path: "/run/w.sock")),
            ("0.0.0.0:80", nil), ("example.org:80", nil), ("127.0.0.1", nil), ("127.0.0.1:99999", nil), ("", nil),
        ] as [(String, ListenAddress?)])
    func addresses(text: String, address: ListenAddress?) {
        #expect(ListenAddress(text) == address)
    }

    @Test(
        "the browser's language is taken where it is one of ours",
        arguments: [
            ("nl-NL,nl;q=0.9,en;q=0.8", Language.nl), ("en-GB,nl;q=0.9", .en), ("de,nl;q=0.5,en;q=0.4", .nl),
            ("fr", .en), (nil, .en), ("en;q=0,nl", .nl), ("nl;q=0.1,en;q=0.1", .nl),
        ] as [(String?, Language)])
    func languages(header: String?, language: Language) {
        #expect(Language(accepting: header) == language)
    }
}
