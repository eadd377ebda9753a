package import Sockets

/// A method of an interface: what runs when it is called.
///
/// A handler runs in a task of its own. The task is cancelled when the caller has gone and, for a call with `more`,
/// when the listener shuts down; a stream then returns its last reply.
package struct VarlinkMethod: Sendable {
    typealias Handler = @Sendable (VarlinkContext) async -> EncodedReply

    /// The names of its parameters: a call with others is refused. Nil when it looks at them itself.
    let parameters: Set<String>?
    /// Whether a call without `more` is answered with ExpectedMore before the handler runs.
    let needsMore: Bool
    let handler: Handler

    /// Refuses parameters that the method does not have: a caller who misspelt one would believe that it counts.
    func check(_ parameters: JSONObject) throws(VarlinkError) {
        guard let known = self.parameters else { return }
        if let unknown = parameters.keys.sorted().first(where: { !known.contains($0) }) {
            throw .invalidParameter(unknown)
        }
    }

    /// A method as its interface defines it. What cannot be decoded is answered with InvalidParameter.
    package init<Request: VarlinkRequest>(
        _ handler: @escaping @Sendable (Request, VarlinkCaller<Request>) async throws(Request.Failure) -> Request.Reply
    ) {
        parameters = Request.parameters
        needsMore = Request.needsMore
        self.handler = { context in
            let request: Request
            do throws(VarlinkError) {
                request = try context.parameters()
            } catch {
                return EncodedReply(error)
            }
            do throws(Request.Failure) {
                return .answer(try await handler(request, VarlinkCaller(context: context)))
            } catch {
                return EncodedReply(error)
            }
        }
    }

    /// A method that looks at its parameters itself, or has none.
    package init<Output: VarlinkMessage>(
        parameters: Set<String>? = nil, needsMore: Bool = false,
        _ handler: @escaping @Sendable (VarlinkContext) async throws(VarlinkError) -> Output
    ) {
        self.parameters = parameters
        self.needsMore = needsMore
        self.handler = { context in
            do throws(VarlinkError) {
                return .answer(try await handler(context))
            } catch {
                return EncodedReply(error)
            }
        }
    }
}

/// What a method knows of the call that it answers.
package struct VarlinkContext: Sendable {
    package let call: VarlinkCall
    /// Who calls, as the kernel noted it when the peer connected.
    package let peer: PeerCredentials
    let reply: @Sendable (EncodedReply) async throws(VarlinkError) -> Void

    /// Whether the caller takes several replies.
    package var wantsMore: Bool { call.more && !call.oneway }

    /// The call's parameters as a type of their own.
    /// - Throws: InvalidParameter with the place of what is missing or wrong.
    package func parameters<Input: VarlinkMessage>(as type: Input.Type = Input.self) throws(VarlinkError) -> Input {
        do throws(JSONCodingError) {
            return try call.parameters.decoded(as: type)
        } catch {
            throw .invalidParameter(error.path)
        }
    }

    /// Sends a reply that others follow, and returns when it has left for the caller: a slow reader slows the method
    /// down.
    /// - Throws: ExpectedMore when the caller did not say `more`; `disconnected` when it has gone.
    package func send(_ parameters: some VarlinkMessage) async throws(VarlinkError) {
        guard wantsMore else { throw .expectedMore }
        try await reply(try EncodedReply(parameters, continues: true))
    }
}

/// Who calls a method, and the way to him.
package struct VarlinkCaller<Request: VarlinkRequest>: Sendable {
    let context: VarlinkContext

    /// As the kernel noted it when he connected.
    package var peer: PeerCredentials { context.peer }
    /// Whether he takes several replies.
    package var wantsMore: Bool { context.wantsMore }

    /// Sends a reply that others follow, and returns when it has left for the caller.
    /// - Throws: ExpectedMore when the caller did not say `more`; an error that nobody reads when he has gone.
    package func send(_ reply: Request.Reply) async throws(Request.Failure) {
        do throws(VarlinkError) {
            try await context.send(reply)
        } catch {
            throw Request.Failure(error)
        }
    }
}
