/// An error that a service answers with: its own, by the name under which its interface describes it, or one of the
/// standard errors of `org.varlink.service`.
package struct VarlinkError: Error, Hashable {
    /// The full name, as in `org.varlink.service.MethodNotFound`.
    package var name: String
    package var parameters: JSONObject

    package init(name: String, parameters: JSONObject = [:]) {
        self.name = name
        self.parameters = parameters
    }
}

extension VarlinkError {
    /// The service has no such interface.
    package static func interfaceNotFound(_ interface: String) -> VarlinkError {
        VarlinkError(name: "org.varlink.service.InterfaceNotFound", parameters: ["interface": .string(interface)])
    }

    /// The interface has no such method; the full name is given.
    package static func methodNotFound(_ method: String) -> VarlinkError {
        VarlinkError(name: "org.varlink.service.MethodNotFound", parameters: ["method": .string(method)])
    }

    /// The parameter is missing, has the wrong type or a value that cannot be used.
    package static func invalidParameter(_ parameter: String) -> VarlinkError {
        VarlinkError(name: "org.varlink.service.InvalidParameter", parameters: ["parameter": .string(parameter)])
    }

    /// The peer may not do that.
    package static let permissionDenied = VarlinkError(name: "org.varlink.service.PermissionDenied")

    /// The method gives several replies, and the caller did not say `more`.
    package static let expectedMore = VarlinkError(name: "org.varlink.service.ExpectedMore")

    /// A reply could not be written as JSON: an error in the service, for which Varlink has no standard name.
    static let unencodableReply = VarlinkError(name: "org.varlink.service.UnencodableReply")

    /// The caller has gone while replies were being sent to it. Ends a streaming method; nobody reads it.
    package static let disconnected = VarlinkError(name: "org.varlink.service.Disconnected")
}

extension VarlinkError: VarlinkFailure {
    package init(_ error: VarlinkError) { self = error }
    package var payload: any VarlinkMessage { parameters }
}

extension VarlinkError: CustomStringConvertible {
    /// As in `org.varlink.service.InvalidParameter {"parameter":"until"}`.
    package var description: String {
        parameters.isEmpty ? name : name + " " + String(decoding: parameters.text, as: UTF8.self)
    }
}
