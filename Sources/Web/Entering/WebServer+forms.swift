import HTTPTypes
import Hummingbird
import Sheets
import Time
import Wording

/// What is entered on the pages. What was typed is on whatever page answers, however the form was received.
extension WebServer {
    /// Where a form was sent to: `/me/leave`.
    private struct Target {
        let page: String
        let what: String
        var address: String { "/\(page)/\(what)" }
    }

    func addForms(to router: Router<WebContext>) {
        for page in ["me", "manage", "missed"] {
            router.post("/\(page)/:what") { request, context in
                await enter(Target(page: page, what: context.parameters.get("what") ?? ""), request, context)
            }
            // Whoever asks again for a page that answered a form.
            router.get("/\(page)/:what") { _, _ in Response.redirect(to: page == "missed" ? "/" : "/\(page)") }
        }
    }

    private func enter(_ target: Target, _ request: Request, _ context: WebContext) async -> Response {
        let language = Language(accepting: request.headers[.acceptLanguage])
        let empty = PageContext(visitor: .nobody, language: language)
        let login: String
        switch await asker(request, context) {
        case .refused: return shown(mistake(.notYours, empty), empty)
        case .nobody: return shown(mistake(.noName, empty), empty)
        case .user(let name): login = name
        }
        var (visitor, unknown) = (Visitor.nobody, nil as AskingError?)
        do throws(AskingError) {
            visitor = try await self.visitor(login: login)
            if let lacking = visitor.lacking { return shown(mistake(lacking, empty), empty) }
        } catch {
            unknown = error
        }
        let (token, cookie) = formToken(login, request)
        let page = PageContext(visitor: visitor, language: language, token: token, host: Self.host(request))
        let sent = await SentForm(request)
        guard FormOrigin(request).mayBeHere else {
            return shown(mistake(sent.mistake ?? .oldForm, empty), empty)
        }
        var answer: PageAnswer
        do throws(AskingError) {
            if let unknown { throw unknown }
            if let mistake = sent.mistake {
                answer = try await refused(mistake, sent.form, target, page)
            } else if !tokens.isValid(sent.form["token"], cookie: kept(request), login: login) {
                let why: PageWords.Mistake = kept(request) == nil ? .noCookie : .oldForm
                answer = try await refused(why, sent.form, target, page)
            } else {
                answer = try await entered(target, sent.form, page)
            }
        } catch {
            answer = mistake(error, page, again: FormAgain.offer(target.address, sent.form, page.words))
        }
        var response = shown(answer, page)
        if let cookie { response.setCookie(cookie) }
        return response
    }

    private func entered(
        _ target: Target, _ form: Form, _ context: PageContext
    ) async throws(AskingError) -> PageAnswer {
        var notice: Notice?
        do throws(AskingError) {
            notice = try await office.ask(for: context.visitor.reader) { line throws(AskingError) in
                let entry = try Entry(line, form, context)
                return switch target.page {
                case "me": try entry.own(target.what)
                case "manage": try entry.managed(target.what)
                case "missed": try entry.missed(target.what)
                default: nil
                }
            }
        } catch {
            notice = try refusal(error, form, target, context)
        }
        guard let notice else { return mistake(.notFound, context) }
        return try await page(notice, target, context)
    }

    /// A refusal stands above the page, which keeps what was typed.
    private func refusal(
        _ error: AskingError, _ form: Form, _ target: Target, _ context: PageContext
    ) throws(AskingError) -> Notice {
        var lines: [String]
        switch error {
        case .refused(let refused):
            lines = RefusalLines(reader: context.reader).lines(refused).map(\.capitalizingFirst)
        case .mistyped(let why): lines = [context.words.mistake(why)]
        case .away, .otherVersion: throw error
        }
        var notice = refused(lines, form, target, context)
        notice.status = error.isDenial ? 403 : 422
        if error.isDenial { notice.next = [] }
        return notice
    }

    private func refused(
        _ mistake: PageWords.Mistake, _ form: Form, _ target: Target, _ context: PageContext
    ) async throws(AskingError) -> PageAnswer {
        var notice = refused([context.words.mistake(mistake)], form, target, context)
        notice.status = ErrorAnswer.status(mistake)
        return try await page(notice, target, context)
    }

    /// Nothing was entered: the form is there once more, in its own place or in the notice.
    private func refused(_ lines: [String], _ form: Form, _ target: Target, _ context: PageContext) -> Notice {
        var notice = Notice(lines: lines, isDone: false, kept: form)
        if !FormAgain.isOnPage(target.address, form, of: context.visitor) {
            notice.next = FormAgain.offer(target.address, form, context.words)
        }
        return notice
    }

    /// The page that a form belongs to, with what came of it.
    private func page(
        _ notice: Notice, _ target: Target, _ context: PageContext
    ) async throws(AskingError) -> PageAnswer {
        guard let query = Form("") else { throw .otherVersion }
        var notice = notice
        notice.place = target.address
        let visit = Visit(context: context, query: query)
        var answer =
            target.page == "manage" || context.visitor.agent == nil
            ? try await manage(visit, notice: notice) : try await me(visit, notice: notice)
        if answer.status == 200 { answer.status = notice.status }
        return answer
    }
}
