/// A service's message as its client reads it (https://varlink.org/Wire-Protocol).
package struct VarlinkReply: Sendable, Equatable {
    package var parameters: JSONObject = [:]
    /// More replies to the same call follow.
    package var continues = false
    /// The full name of the error, as in `org.varlink.service.MethodNotFound`; nil for an answer.
    package var error: String?
}

extension VarlinkReply {
    /// Reads a message without its NUL byte. Members that Varlink does not know are ignored.
    package init(frame: [UInt8]) throws(MessageError) {
        let members = try JSONReader.message(frame)
        parameters = try members.parameters()
        continues = try members.flag("continues")
        switch members["error"] {
        case nil, .null: error = nil
        case .string(let name): error = name
        default: throw .member("error")
        }
    }
}
