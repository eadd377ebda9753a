import HTTPTypes
import Hummingbird
import MajorAPI
import NIOCore
import Sheets
import Time
import Wording

/// What is entered on the pages.
extension WebServer {
    /// How long a form may be, in bytes.
    private static let longestForm = 16_384

    func addForms(to router: Router<WebContext>) {
        for page in ["me", "manage", "missed"] {
            router.post("/\(page)/:what") { request, context in await enter(page, request, context) }
            // Whoever asks again for a page that answered a form.
            router.get("/\(page)/:what") { _, _ in Response.redirect(to: page == "missed" ? "/" : "/\(page)") }
        }
    }

    private func enter(_ page: String, _ request: Request, _ context: WebContext) async -> Response {
        let language = Language(accepting: request.headers[.acceptLanguage])
        let empty = PageContext(visitor: .nobody, language: language)
        do throws(AskingError) {
            guard let visitor = try await visitor(request, context) else {
                return shown(mistake(.notYours, empty, status: 403), empty)
            }
            guard case .user(let login) = visitor.reader else {
                return shown(mistake(.noName, empty, status: 403), empty)
            }
            let cookie = request.cookies[FormToken.cookie]?.value
            let page = PageContext(
                visitor: visitor, language: language, token: cookie.map { tokens.token(cookie: $0, login: login) } ?? ""
            )
            guard let bytes = try? await request.body.collect(upTo: Self.longestForm) else {
                return shown(mistake(.tooLong, page, status: 413), page)
            }
            guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true,
                let text = String(validating: bytes.readableBytesView, as: UTF8.self),
                let form = Form(text)
            else { return shown(mistake(.badInput, page, status: 400), page) }
            guard isFromHere(request), tokens.isValid(form["token"], cookie: cookie, login: login) else {
                return shown(mistake(.oldForm, page, status: 403), page)
            }
            return shown(try await entered(named(request, context), form, page), page)
        } catch {
            return shown(mistake(error, empty), empty)
        }
    }

    /// A browser says where a form was sent from (Fetch Metadata); one that does not is left to the token.
    private func isFromHere(_ request: Request) -> Bool {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        return site == nil || site == "same-origin"
    }

    private func named(_ request: Request, _ context: WebContext) -> (page: String, what: String) {
        let parts = request.uri.path.split(separator: "/").map(String.init)
        return (parts.first ?? "", context.parameters.get("what") ?? "")
    }

    private func entered(
        _ name: (page: String, what: String), _ form: Form, _ context: PageContext
    ) async throws(AskingError) -> PageAnswer {
        let notice: Notice?
        do throws(AskingError) {
            notice = try await office.ask(for: context.visitor.reader) { line throws(AskingError) in
                let entry = try Entry(line, form, context)
                return switch name.page {
                case "me": try entry.own(name.what)
                case "manage": try entry.managed(name.what)
                case "missed" where name.what == "done": try entry.closeMissed()
                default: nil
                }
            }
        } catch {
            notice = try refusal(error, form, context)
        }
        guard let notice, let query = Form("") else { return mistake(.notFound, context, status: 404) }
        let visit = Visit(context: context, query: query)
        return name.page == "manage" || context.visitor.agent == nil
            ? try await manage(visit, notice: notice) : try await me(visit, notice: notice)
    }

    /// A refusal stands above the page, which keeps what was typed.
    private func refusal(_ error: AskingError, _ form: Form, _ context: PageContext) throws(AskingError) -> Notice {
        switch error {
        case .refused(let refused):
            let lines = RefusalLines(reader: AnswerReader(context.language)).lines(refused)
            return Notice(lines: lines.map(\.capitalizingFirst), isDone: false, kept: form)
        case .unreadable(let text):
            let mistake = text.isEmpty ? PageWords.Mistake.badInput : .cannotRead(text)
            return Notice(lines: [context.words.mistake(mistake)], isDone: false, kept: form)
        case .away, .otherVersion: throw error
        }
    }
}

extension Entry {
    func closeMissed() throws(AskingError) -> Notice {
        let closed = try line.ask(CallsAPI.CloseMissed(missed: try needed("missed"), note: form["note"])).missed
        return done([CallRecordWords(context.language).done(closed.missed, client: closed.clientName)])
    }
}
