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
            let (token, cookie): (String, Cookie?) =
                if case .user(let login) = visitor.reader { formToken(login, request) } else { ("", nil) }
            let page = PageContext(
                visitor: visitor, language: language, isWall: Self.isWall(request, query), token: token,
                host: Self.host(request))
            do throws(AskingError) {
                var response = shown(try await body(Visit(context: page, query: query)), page)
                if let cookie { response.setCookie(cookie) }
                return response
            } catch {
                return Self.comingBack(shown(mistake(error, page), page))
            }
        } catch {
            return Self.comingBack(
                shown(mistake(error, PageContext(visitor: .nobody, language: language)), language))
        }
    }

    /// A page that was opened while majord was away is asked for again by the browser, such as a television's.
    private static func comingBack(_ response: Response) -> Response {
        var response = response
        if response.status == .serviceUnavailable, let name = HTTPField.Name("Refresh") {
            response.headers[name] = "10"
        }
        return response
    }

    /// A television shows two pages, and nothing to click.
    private static func isWall(_ request: Request, _ query: Form) -> Bool {
        query["wall"] == "1" && ["/", "/coverage"].contains(request.uri.path)
    }

    /// As the browser names it; nothing that is no name of a host.
    static func host(_ request: Request) -> String {
        let text = request.head.authority ?? ""
        let isName = text.utf8.allSatisfy { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber || ".-:[]".contains(character))
        }
        return isName && text.utf8.count <= 255 ? text : ""
    }

    /// What forms on a page carry, and the cookie that goes with it where the browser has none.
    func formToken(_ login: String, _ request: Request) -> (token: String, cookie: Cookie?) {
        if let kept = kept(request) { return (tokens.token(cookie: kept, login: login), nil) }
        let value = FormToken.newCookie()
        let cookie = Cookie(
            name: FormToken.cookie, value: value, path: "/", secure: true, httpOnly: true, sameSite: .strict)
        return (tokens.token(cookie: value, login: login), cookie)
    }

    /// The cookie that the browser has.
    func kept(_ request: Request) -> String? {
        request.cookies[FormToken.cookie].map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Who asks; nil: it is not said by whom it would count.
    func visitor(_ request: Request, _ context: WebContext) async throws(AskingError) -> Visitor? {
        switch await asker(request, context) {
        case .refused: return nil
        case .nobody: return .nobody
        case .user(let login): return try await office.visitor(login: login)
        }
    }

    func asker(_ request: Request, _ context: WebContext) async -> Asker {
        var (isSocket, peer) = (false, nil as UInt32?)
        if case .socket = address {
            isSocket = true
            peer = await SocketPeer.user(of: context.channel)
        }
        let names = HTTPField.Name(Asker.header).map { request.headers[values: $0] } ?? []
        return Asker(peer: peer, proxies: proxies, isSocket: isSocket, names: names)
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

    private static func isUnknown(_ mistake: PageWords.Mistake) -> Bool {
        switch mistake {
        case .unknownClient, .unknownAgent, .unknownEither: true
        default: false
        }
    }

    /// - Parameter again: The form that was sent, once more.
    func mistake(
        _ mistake: PageWords.Mistake, _ context: PageContext, status: Int, detail: String? = nil,
        again: [Notice.Offer] = []
    ) -> PageAnswer {
        var values: Templates.Values = [
            "title": "\(status)", "text": context.words.mistake(mistake), "say": context.say,
            "offers": again.map { $0.values(context) },
        ]
        if let detail { values["detail"] = detail }
        return PageAnswer(
            title: "\(status)", body: templates.text("mistake", values), loaded: "", live: nil, status: status)
    }

    func mistake(_ error: AskingError, _ context: PageContext, again: [Notice.Offer] = []) -> PageAnswer {
        switch error {
        case .away: mistake(.away, context, status: 503, again: again)
        case .otherVersion: mistake(.olderMajord, context, status: 503, again: again)
        case .mistyped(let why): mistake(why, context, status: Self.isUnknown(why) ? 404 : 422)
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
