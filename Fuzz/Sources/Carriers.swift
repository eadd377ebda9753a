import Routing

@testable import PBX

/// What PBXs send. How it is cut into pieces changes nothing.
enum Carriers {
    static func resp(_ bytes: [UInt8]) {
        compare(RESPSession.self, bytes)
    }

    static func fastAGI(_ bytes: [UInt8]) {
        compare(FastAGISession.self, bytes)
    }

    private static func compare<Session: PBXSession>(_ type: Session.Type, _ bytes: [UInt8]) {
        var whole = FuzzConversation<Session>()
        whole.send(bytes[...])
        var pieces = FuzzConversation<Session>()
        // The first byte says how long they are.
        let length = Int(bytes.first ?? 0) % 37 + 1
        for start in stride(from: 0, to: bytes.count, by: length) {
            pieces.send(bytes[start..<min(start + length, bytes.count)])
        }
        precondition(whole.replies == pieces.replies, "the replies depend on how the bytes came in")
        precondition(whole.isClosed == pieces.isClosed, "the end depends on how the bytes came in")
        precondition(whole.told.all == pieces.told.all, "what is told depends on how the bytes came in")
    }
}
