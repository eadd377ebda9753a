import Testing

@testable import Web

@Suite("Form tokens")
struct FormTokenTests {
    @Test(
        "SHA-256 is that of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000),
                "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
            ),
        ])
    func digest(text: String, digest: String) {
        #expect(FormToken.hexadecimal(SHA256.digest(Array(text.utf8))) == digest)
    }

    @Test("HMAC is that of RFC 4231, cases 2 and 6")
    func authentication() {
        func code(_ key: [UInt8], _ text: String) -> String {
            FormToken.hexadecimal(SHA256.authenticate(Array(text.utf8), key: key))
        }
        #expect(
            code(Array("Jefe".utf8), "what do ya want for nothing?")
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            code([UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First")
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test("a token is of one login and one start of the program, and counts beside its cookie alone")
    func tokens() {
        let tokens = FormToken()
        let (token, cookie) = (tokens.token(login: "joke"), tokens.cookie(login: "joke"))
        #expect(tokens.isValid(token, cookie: cookie, login: "joke"))
        #expect(!tokens.isValid(token, cookie: cookie, login: "els"))
        #expect(!tokens.isValid(token, cookie: tokens.cookie(login: "els"), login: "joke"))
        #expect(
            !tokens.isValid(token, cookie: nil, login: "joke") && !tokens.isValid(nil, cookie: cookie, login: "joke"))
        #expect(!tokens.isValid(token, cookie: "", login: "joke") && !tokens.isValid("", cookie: cookie, login: "joke"))
        #expect(!tokens.isValid(cookie, cookie: token, login: "joke") && token != cookie)
        #expect(!FormToken().isValid(token, cookie: cookie, login: "joke"))
    }

    @Test("a page that is opened without the browser's cookie gets the same one: forms that are open stay good")
    func sameCookie() {
        let tokens = FormToken()
        let (open, cookie) = (tokens.token(login: "joke"), tokens.cookie(login: "joke"))
        // As a link in a mail opens a page: the strict cookie is not sent.
        #expect(tokens.cookie(login: "joke") == cookie)
        #expect(tokens.isValid(open, cookie: tokens.cookie(login: "joke"), login: "joke"))
    }

    @Test(
        "a browser says where a form comes from; where it does not, it may be from here",
        arguments: [
            ("same-origin", nil, FormOrigin.here), ("cross-site", nil, .elsewhere), ("same-site", nil, .elsewhere),
            ("none", nil, .elsewhere), ("cross-site", "https://majord.example.org", .elsewhere),
            (nil, "https://majord.example.org", .here), (nil, "https://Majord.example.org:8443", .here),
            (nil, "https://evil.example", .elsewhere), (nil, "https://majord.example.org.evil.example", .elsewhere),
            (nil, "null", .elsewhere), (nil, "", .elsewhere), (nil, nil, .unsaid),
        ] as [(String?, String?, FormOrigin)])
    func origins(site: String?, origin: String?, found: FormOrigin) {
        #expect(FormOrigin(site: site, origin: origin, host: "majord.example.org") == found)
    }
}
