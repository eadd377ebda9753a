/// What is known of an account by now.
package enum Known<Value: Sendable & Equatable>: Sendable, Equatable {
    case found(Value)
    /// The name service says that there is none.
    case missing
    /// The name service has not answered, or failed.
    case unknown

    package var value: Value? {
        if case .found(let value) = self { value } else { nil }
    }
}
