import Varlink
import Wording

/// Why there is no page, in words for whoever asked, with the status of the answer (RFC 9110, section 15).
struct ErrorAnswer: Equatable {
    let text: String
    let status: Int

    init(_ error: AskingError, _ context: PageContext) {
        let words = context.words
        switch error {
        case .away: (text, status) = (words.mistake(.away), 503)
        case .otherVersion: (text, status) = (words.mistake(.olderMajord), 503)
        case .mistyped(let why): (text, status) = (words.mistake(why), Self.status(why))
        case .refused(let refused):
            let lines = RefusalLines(reader: context.reader).lines(refused).map(\.capitalizingFirst)
            if error.isDenial {
                (text, status) = (context.visitor.lacking.map(words.mistake) ?? lines.joined(separator: "\n"), 403)
            } else if refused.name.hasPrefix("org.majord."), refused.name.contains(".Unknown") {
                (text, status) = (words.mistake(.notFound), 404)
            } else {
                (text, status) = (lines.joined(separator: "\n"), 422)
            }
        }
    }

    static func status(_ mistake: PageWords.Mistake) -> Int {
        switch mistake {
        case .unknownClient, .unknownAgent, .unknownEither, .notFound: 404
        case .notYours, .noName, .unknownLogin, .wallOnly, .managersOnly, .agentsOnly, .oldForm, .noCookie: 403
        case .tooLong: 413
        case .badInput: 400
        case .away, .olderMajord: 503
        default: 422
        }
    }
}

extension Visitor {
    /// Why somebody may see little whatever he asks for; nil for agents and managers, whose rights hang on what they ask.
    var lacking: PageWords.Mistake? {
        switch reader {
        case .nobody: .noName
        case .guest: .unknownLogin(name ?? "")
        case .wall: .wallOnly
        case .user: nil
        }
    }
}
