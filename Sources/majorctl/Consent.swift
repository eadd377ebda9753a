import Glibc
import MajorAPI
import Time
import Wording

/// Asks people back before something is done that they may not have meant.
enum Consent {
    /// Returns when the person says yes, or there is nothing to ask.
    ///
    /// - Parameters:
    ///   - what: What was understood, as the beginning of a sentence.
    ///   - isGiven: Whether the answer was given before, by `--yes`.
    /// - Throws: When the answer is not yes, or there is no person at a terminal to ask.
    static func get(_ question: Question?, _ what: String, isGiven: Bool, _ session: Session) throws {
        guard let question, !isGiven else { return }
        let text = "\(what): \(DurationWords(session.language).text(question))."
        guard session.isInteractive else {
            // Programs may enter what goes on; that it does is told in the answer.
            if question == .goesOn { return }
            throw session.refusal(
                session.language.said(
                    en: "\(text) If that is meant, say so with --yes.",
                    nl: "\(text) Als dat de bedoeling is: --yes."))
        }
        let asked = session.language.said(en: "Is that meant? [y/N]", nl: "Is dat de bedoeling? [j/N]")
        session.print("\(text) \(asked)", terminator: " ")
        fflush(nil)
        guard isYes(readLine() ?? "") else {
            throw Failure.refused(
                session.language.said(en: "Nothing was entered.", nl: "Er is niets ingevoerd."))
        }
    }

    /// The same for a question of its own.
    static func get(_ what: String, asking question: String, _ session: Session) throws {
        guard session.isInteractive else {
            throw session.refusal(
                session.language.said(
                    en: "\(what) If that is meant, say so with --yes.", nl: "\(what) Als dat de bedoeling is: --yes."))
        }
        session.print("\(what) \(question)", terminator: " ")
        fflush(nil)
        guard isYes(readLine() ?? "") else {
            throw Failure.refused(session.language.said(en: "Nothing was changed.", nl: "Er is niets gewijzigd."))
        }
    }

    static func isYes(_ answer: String) -> Bool {
        ["y", "yes", "j", "ja"].contains(answer.lowercased().filter { !$0.isWhitespace })
    }
}
