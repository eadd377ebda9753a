import Varlink

/// The way to majord's methods.
protocol DaemonChannel {
    /// Calls a method and returns its reply's parameters.
    func call(_ method: String, _ parameters: some VarlinkMessage) throws(VarlinkClientError) -> JSONObject

    /// Calls a method that answers more than once, and hands over each reply's parameters as it comes.
    ///
    /// - Parameters:
    ///   - timeout: Between one reply and the next; nil waits for ever.
    ///   - onReply: Returns whether to go on.
    func stream(
        _ method: String, _ parameters: some VarlinkMessage, timeout: Duration?, onReply: (JSONObject) -> Bool
    ) throws(VarlinkClientError)
}

extension VarlinkClient: DaemonChannel {}
