import Testing

@testable import majorctl

@Suite("Mails")
struct MailTests {
    @Test("a mail has what a mail server and a reader need, and lines of at most 76 characters")
    func text() {
        let mail = Mail(
            recipients: ["els@supplier.example", "team@supplier.example"], subject: "majord: 2 gaten",
            lines: ["Coördinatie = goed", "", String(repeating: "Noord ", count: 30), "."])
        #expect(
            mail.text.hasPrefix(
                """
                To: els@supplier.example,
                 team@supplier.example
                Subject: majord: 2 gaten
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Co=C3=B6rdinatie =3D goed

                Noord Noord
                """))
        #expect(mail.text.hasSuffix("=20\n=2E\n"))
        for line in mail.text.split(separator: "\n") { #expect(line.utf8.count <= 76) }
    }

    @Test("a subject that is more than ASCII is encoded, and breaks no character")
    func subject() {
        let subject = Mail(recipients: ["a@b"], subject: String(repeating: "één ", count: 12), lines: []).text
            .split(separator: "\n").filter { $0.contains("=?utf-8?Q?") }
        #expect(subject.count > 1)
        for line in subject { #expect(line.utf8.count <= 85, "\(line)") }
        #expect(subject.first?.contains("=C3=A9=C3=A9n_") == true)
    }

    @Test(
        "only what can stand in a header is an address",
        arguments: [
            ("els@supplier.example", true), ("e.mulder+x@supplier.example", true), ("els", false), ("els@", false),
            ("@supplier.example", false), ("els@a@b", false), ("els mulder@b", false), ("els@b\nBcc: x@y", false),
            ("<els@b>", false), ("els@b,x@y", false), ("-oQ/tmp@b", false), ("", false),
        ])
    func addresses(text: String, isAddress: Bool) {
        #expect(Mail.isAddress(text) == isAddress)
    }
}
