import HTTPTypes
import Hummingbird
import NIOCore
import Time
import Varlink
import Wording

extension WebServer {
    /// Finds out who asks, has the page made, and puts around it what stands around every page.
    func answer(
        _ request: Request, _ context: WebContext,
        _ body: (Visit) async throws(AskingError) -> PageAnswer
    ) async -> Response {
        let language = Language(accepting: request.headers[.acceptLanguage])
        guard let query = Form(request.uri.query ?? "") else {
            return shown(mistake(.badInput, PageContext(visitor: .nobody, language: language), status: 400), language)
        }
        do throws(AskingError) {
            guard let visitor = try await visitor(request, context) else {
                return shown(
                    mistake(.notYours, PageContext(visitor: .nobody, language: language), status: 403), language)
            }
            let (token, cookie) = formToken(visitor, request)
            let page = PageContext(
                visitor: visitor, language: language, isWall: query["wall"] == "1", token: token)
            do throws(AskingError) {
                var response = shown(try await body(Visit(context: page, query: query)), page)
                if let cookie { response.setCookie(cookie) }
                return response
            } catch {
                return shown(mistake(error, page), page)
            }
        } catch {
            return shown(mistake(error, PageContext(visitor: .nobody, language: language)), language)
        }
    }

    /// What forms on a page carry, and the cookie that goes with it where the browser has none.
    private func formToken(_ visitor: Visitor, _ request: Request) -> (token: String, cookie: Cookie?) {
        guard case .user(let login) = visitor.reader else { return ("", nil) }
        if let kept = request.cookies[FormToken.cookie]?.value, !kept.isEmpty {
            return (tokens.token(cookie: kept, login: login), nil)
        }
        let value = FormToken.newCookie()
        let cookie = Cookie(
            name: FormToken.cookie, value: value, path: "/", secure: true, httpOnly: true, sameSite: .strict)
        return (tokens.token(cookie: value, login: login), cookie)
    }

    /// Who asks; nil: it is not said by whom it would count.
    func visitor(_ request: Request, _ context: WebContext) async throws(AskingError) -> Visitor? {
        var (isSocket, peer) = (false, nil as UInt32?)
        if case .socket = address {
            isSocket = true
            peer = await SocketPeer.user(of: context.channel)
        }
        let names = HTTPField.Name(Asker.header).map { request.headers[values: $0] } ?? []
        switch Asker(peer: peer, proxies: proxies, isSocket: isSocket, names: names) {
        case .refused: return nil
        case .nobody: return .nobody
        case .user(let login): return try await office.visitor(login: login)
        }
    }

    private func shown(_ answer: PageAnswer, _ language: Language) -> Response {
        shown(answer, PageContext(visitor: .nobody, language: language))
    }

    func shown(_ answer: PageAnswer, _ context: PageContext) -> Response {
        let frame = PageFrameView(context: context, templates: templates, loaded: answer.loaded, live: answer.live)
        return Self.page(frame.text(answer.page, title: answer.title, answer.body), status: answer.status)
    }

    static func page(_ text: String, status: Int) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: "text/html; charset=utf-8", .vary: "Accept-Language"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    func mistake(_ mistake: PageWords.Mistake, _ context: PageContext, status: Int, detail: String? = nil) -> PageAnswer
    {
        var values: Templates.Values = [
            "title": "\(status)", "text": context.words.mistake(mistake), "say": context.say,
        ]
        if let detail { values["detail"] = detail }
        return PageAnswer(
            title: "\(status)", body: templates.text("mistake", values), loaded: "", live: nil, status: status)
    }

    func mistake(_ error: AskingError, _ context: PageContext) -> PageAnswer {
        switch error {
        case .away: mistake(.away, context, status: 503)
        case .otherVersion: mistake(.olderMajord, context, status: 503)
        case .unreadable(let text): mistake(.cannotRead(text), context, status: 422)
        case .refused(let refused):
            if error.isDenial {
                mistake(.notYours, context, status: 403)
            } else if refused.name.hasPrefix("org.majord."), refused.name.contains(".Unknown") {
                mistake(.notFound, context, status: 404)
            } else {
                mistake(.badInput, context, status: 422)
            }
        }
    }
}
