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
        let query = Form(request.uri.query ?? "")
        // Whoever asks is not known yet.
        let bare = PageContext(
            visitor: .nobody, language: language, isWall: query.map { Self.isWall(request, $0) } ?? false)
        guard let query else { return shown(mistake(.badInput, bare), bare) }
        do throws(AskingError) {
            guard let visitor = try await visitor(request, context) else {
                return shown(mistake(.notYours, bare), bare)
            }
            let (token, cookie): (String, Cookie?) =
                if case .user(let login) = visitor.reader { formToken(login, request) } else { ("", nil) }
            let page = PageContext(
                visitor: visitor, language: language, isWall: bare.isWall, token: token, host: Self.host(request))
            do throws(AskingError) {
                var response = shown(try await body(Visit(context: page, query: query)), page)
                if let cookie { response.setCookie(cookie) }
                return response
            } catch {
                return Self.comingBack(shown(mistake(error, page), page))
            }
        } catch {
            return Self.comingBack(shown(mistake(error, bare), bare))
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

    /// What forms on a page carry, and the cookie that goes with it where the browser does not show that it has it.
    func formToken(_ login: String, _ request: Request) -> (token: String, cookie: Cookie?) {
        let value = tokens.cookie(login: login)
        let cookie = Cookie(
            name: FormToken.cookieName, value: value, path: "/", secure: true, httpOnly: true, sameSite: .strict)
        return (tokens.token(login: login), kept(request) == value ? nil : cookie)
    }

    /// The cookie that the browser shows.
    func kept(_ request: Request) -> String? { request.cookies[FormToken.cookieName]?.value }

    /// Who asks; nil: it is not said by whom it would count.
    func visitor(_ request: Request, _ context: WebContext) async throws(AskingError) -> Visitor? {
        switch await asker(request, context) {
        case .refused: return nil
        case .nobody: return .nobody
        case .user(let login): return try await visitor(login: login)
        }
    }

    func visitor(login: String) async throws(AskingError) -> Visitor {
        let visitor = try await office.visitor(login: login)
        if visitor.reader == .guest { await guests.note(login) }
        return visitor
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

    func shown(_ answer: PageAnswer, _ context: PageContext) -> Response {
        let frame = PageFrameView(context: context, templates: templates, loaded: answer.loaded, live: answer.live)
        return Self.page(frame.text(answer.page, title: answer.title, answer.body), status: answer.status)
    }

    static func page(_ text: String, status: Int) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: "text/html; charset=utf-8", .vary: "Accept-Language"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// - Parameter again: The form that was sent, once more.
    func mistake(_ error: AskingError, _ context: PageContext, again: [Notice.Offer] = []) -> PageAnswer {
        let told = ErrorAnswer(error, context)
        let title = context.words.title(status: told.status)
        let values: Templates.Values = [
            "title": title, "lines": told.text.split(separator: "\n").map(String.init), "say": context.say,
            "offers": again.map { $0.values(context) },
        ]
        return PageAnswer(
            title: title, body: templates.text("mistake", values), loaded: "", live: nil, status: told.status)
    }

    func mistake(_ mistake: PageWords.Mistake, _ context: PageContext) -> PageAnswer {
        self.mistake(.mistyped(mistake), context)
    }
}
