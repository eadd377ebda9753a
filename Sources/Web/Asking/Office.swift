import MajorAPI
package import NIOPosix

/// The way to majord for pages: a connection a question, on threads that may wait.
package struct Office: Sendable {
    package let socket: String
    private let threads: NIOThreadPool
    private let memory = VisitorMemory()

    package init(socket: String, threads: NIOThreadPool) {
        self.socket = socket
        self.threads = threads
    }

    /// Asks majord on somebody's behalf, over one connection.
    package func ask<Answer: Sendable>(
        for reader: Reader, _ questions: @escaping @Sendable (DaemonLine) throws(AskingError) -> Answer
    ) async throws(AskingError) -> Answer {
        let socket = socket
        let outcome: Result<Answer, AskingError>?
        outcome = try? await threads.runIfActive {
            Result { () throws(AskingError) in try questions(try DaemonLine(socket: socket, for: reader)) }
        }
        guard let outcome else { throw .away }
        return try outcome.get()
    }

    /// Who somebody is whom the proxy names.
    package func visitor(login: String) async throws(AskingError) -> Visitor {
        try await memory.visitor(login: login) {
            do throws(AskingError) {
                let reply = try await ask(for: .user(login)) { line throws(AskingError) in
                    try line.ask(RosterAPI.WhoAmI())
                }
                // A majord that did not hear for whom it was asked has answered for somebody else.
                guard reply.login == login else { throw .otherVersion }
                return .success(Visitor(reply, login: login))
            } catch {
                return .failure(error)
            }
        }
    }
}
