import MajorAPI
import Time
import Wording

/// Cases in words.
enum CaseText {
    /// `#12 (INC-2041)  incident  Scholengroep Noord, Karin Smit: Joke de Vries, since Monday 09:12`
    static func line(_ file: CasesAPI.Case, _ time: TimeWords) -> String {
        let words = CaseWords(time.language)
        let whose = [file.clientName, file.contact].compactMap(\.self).joined(separator: ", ")
        var line =
            "\(CaseWords.short(file.case, file.reference))  \(words.kind(file.kind.word))  \(whose): \(file.holderName), "
            + words.since(time.shortTime(file.openedAt))
        if let by = file.closedBy, let at = file.closedAt { line += "; \(words.closedBy(by, time.shortTime(at)))" }
        if file.holderGone {
            line += "; \(words.holderGone)"
        } else if file.away == true {
            line += "; \(words.awayUntil(file.awayUntil.map(time.shortUntil) ?? time.untilFurtherNotice))"
        } else if !file.pinning, file.closedAt == nil {
            line += "; \(words.pinsNobody)"
        }
        return line
    }

    /// Gives a case to an agent, or to whoever asks.
    static func give(_ named: CaseNaming.One, to agent: String?, _ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(CasesAPI.Take(case: named.name, agent: agent, reference: named.reference)) { reply in
            let words = CaseWords(time.language)
            session.print(
                words.given(
                    words.numbered(reply.case.case, reply.case.reference), client: reply.case.clientName,
                    holder: reply.case.holderName))
        }
    }
}
