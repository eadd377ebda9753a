/// One interface of a service: its description as shown to whoever asks, and the methods that it implements.
package struct VarlinkInterface: Sendable {
    /// As in `org.varlink.service`.
    package let name: String
    /// The text of the `.varlink` file (https://varlink.org/Interface-Definition).
    package let description: String
    /// The methods that the description names, each with its parameters.
    let describedMethods: [String: Set<String>]
    let methods: [String: VarlinkMethod]

    /// - Parameter methods: by the name in the description, without the interface's. A method that is described and not
    ///   given here is answered with MethodNotImplemented.
    package init(name: String, description: String, methods: [String: VarlinkMethod]) {
        self.name = name
        self.description = description
        self.methods = methods
        describedMethods = InterfaceDescription.methods(description)
    }

    func method(named name: String) throws(VarlinkError) -> VarlinkMethod {
        if let method = methods[name] { return method }
        let fullName = "\(self.name).\(name)"
        throw describedMethods[name] != nil ? .methodNotImplemented(fullName) : .methodNotFound(fullName)
    }

    /// Refuses a call with parameters that the method's description does not have: a caller who misspelt one would believe that it
    /// counts.
    func checkParameters(_ parameters: JSONObject, of method: String) throws(VarlinkError) {
        guard let described = describedMethods[method] else { return }
        if let unknown = parameters.keys.sorted().first(where: { !described.contains($0) }) {
            throw .invalidParameter(unknown)
        }
    }
}
