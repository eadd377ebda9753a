import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Time

extension WebServer {
    /// What changes, as server-sent events, until the browser leaves.
    func events(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = Language(accepting: request.headers[.acceptLanguage])
        guard let query = Form(request.uri.query ?? ""), let visitor = try? await visitor(request, context) else {
            return Response(status: .forbidden)
        }
        let wish = LiveHub.Wish(language: language, getsParts: query["page"] == "now", isWall: query["wall"] == "1")
        let stream = await hub.follow(visitor, wish)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                // nginx passes it on at once.
                HTTPField.Name("X-Accel-Buffering") ?? .cacheControl: "no",
            ],
            body: .init { writer in
                // A stream has no end of its own, and the program could not end before it.
                for await event in stream.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: event))
                }
                try await writer.finish(nil)
            })
    }
}
