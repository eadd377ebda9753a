import Foundation
import HTTPTypes
import Hummingbird
import MajorAPI
import NIOCore
import Sheets
import Time
import Wording

extension WebServer {
    /// A calendar for programs that cannot log in: whoever has its key may read it, whoever he is.
    func feed(_ name: String, _ request: Request, _ context: WebContext) async -> Response {
        // At the socket nobody but the proxy is answered, as for pages.
        if case .refused = await asker(request, context) { return Response(status: .forbidden) }
        let key = name.hasSuffix(".ics") ? String(name.dropLast(4)) : ""
        // What no key can be is not asked for.
        guard key.utf8.count == 32, key.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
            return Response(status: .notFound)
        }
        do throws(AskingError) {
            let reply = try await office.ask(for: .nobody) { line throws(AskingError) in
                try line.ask(CalendarAPI.ShowFeed(key: key))
            }
            guard let zone = TimeZone(identifier: reply.timeZone) else { throw .otherVersion }
            let time = TimeWords(Language(rawValue: reply.language) ?? .en, at: reply.now, in: reply.timeZone)
            let text = CalendarFeed(time, ServiceClock(zone), product: "majord-web").text(reply)
            return Response(
                status: .ok, headers: [.contentType: "text/calendar; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: text)))
        } catch {
            guard case .refused(let refused) = error, case .unknownFeed = CalendarAPI.Failure(refused) else {
                return Response(status: .serviceUnavailable, headers: [.retryAfter: "600"])
            }
            return Response(status: .notFound)
        }
    }
}
