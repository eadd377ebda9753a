/// One interface of a service: its description as shown to whoever asks, and the methods that it implements.
package struct VarlinkInterface: Sendable {
    /// As in `org.varlink.service`.
    package let name: String
    /// The text of the `.varlink` file (https://varlink.org/Interface-Definition).
    package let description: String
    /// The methods that the description names.
    package let describedMethods: Set<String>
    let methods: [String: VarlinkMethod]

    /// - Parameter methods: by the name in the description, without the interface's. A method that is described and not
    ///   given here is answered with MethodNotImplemented.
    package init(name: String, description: String, methods: [String: VarlinkMethod]) {
        self.name = name
        self.description = description
        self.methods = methods
        describedMethods = Set(
            description.split(whereSeparator: \.isNewline).compactMap { line in
                let words = line.split { $0 == " " || $0 == "\t" || $0 == "(" }
                return words.first == "method" && words.count > 1 ? String(words[1]) : nil
            })
    }

    func method(named name: String) throws(VarlinkError) -> VarlinkMethod {
        if let method = methods[name] { return method }
        let fullName = "\(self.name).\(name)"
        throw describedMethods.contains(name) ? .methodNotImplemented(fullName) : .methodNotFound(fullName)
    }
}
