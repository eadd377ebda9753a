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

    @Test("a token is of one browser, one login and one start of the program")
    func tokens() {
        let (tokens, cookie) = (FormToken(), FormToken.newCookie())
        let token = tokens.token(cookie: cookie, login: "joke")
        #expect(tokens.isValid(token, cookie: cookie, login: "joke"))
        #expect(!tokens.isValid(token, cookie: cookie, login: "els"))
        #expect(!tokens.isValid(token, cookie: FormToken.newCookie(), login: "joke"))
        #expect(
            !tokens.isValid(token, cookie: nil, login: "joke") && !tokens.isValid(nil, cookie: cookie, login: "joke"))
        #expect(!tokens.isValid(token, cookie: "", login: "joke") && !tokens.isValid("", cookie: cookie, login: "joke"))
        #expect(!FormToken().isValid(token, cookie: cookie, login: "joke"))
        #expect(cookie.count == 32 && cookie != FormToken.newCookie())
    }
}
