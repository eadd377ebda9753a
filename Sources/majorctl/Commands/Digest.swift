import ArgumentParser
import MajorAPI
import Time
import Wording

struct Digest: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Show what has to be done for coverage in the weeks to come, as a text or a mail.",
        discussion: """
            majorctl digest --mail | /usr/sbin/sendmail -t -oi

            For managers. majord-digest.timer sends it every Monday.
            """)

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Write a mail with its headers, for sendmail -t.")
    var mail = false

    @Option(help: "With --mail: to whom, separated by blanks or commas; else to the managers of majord.yaml.")
    var to: String?

    func check(_ language: Language) throws {
        let usage = UsageWords(language)
        if mail, options.json { throw ValidationError(usage.oneOf(["--json", "--mail"])) }
        if to != nil, !mail { throw ValidationError(usage.goesWith("--to", "--mail")) }
        for address in addresses where !Mail.isAddress(address) {
            throw ValidationError(usage.noMailAddress(address))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        guard mail else {
            try daemon.call(ReportsAPI.Digest()) { reply in
                session.print(Self.text(reply, session.language).lines)
            }
            return
        }
        let text = try message(try daemon.ask(ReportsAPI.Digest()), session.isLanguageChosen ? session.language : nil)
        session.print(text, terminator: "")
    }

    static func text(_ reply: ReportsAPI.Digest.Reply, _ language: Language) -> DigestText {
        DigestText(reply, TimeWords(language, at: reply.now, in: reply.timeZone))
    }

    /// The whole mail.
    ///
    /// - Parameter chosen: The reader's language; nil: the directory's.
    func message(_ reply: ReportsAPI.Digest.Reply, _ chosen: Language?) throws(Failure) -> String {
        let language = chosen ?? Language(rawValue: reply.language) ?? .en
        let recipients = addresses.isEmpty ? reply.mails.filter(Mail.isAddress) : addresses
        guard !recipients.isEmpty else { throw .refused(DigestWords.nobody(language)) }
        let text = Self.text(reply, language)
        return Mail(recipients: recipients, subject: text.subject, lines: text.lines).text
    }

    private var addresses: [String] {
        (to ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
}
