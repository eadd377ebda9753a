/// A number whose calls are decided, and where it stands in the files.
package struct ExclusiveNumber: Sendable {
    package let number: PhoneNumber
    package let place: Place
    /// Whose own it is; nil for a number of all clients.
    package let owner: Owner?

    /// A client, and where the files name it.
    package struct Owner: Sendable {
        package let client: ClientID
        package let place: Place

        package init(_ client: ClientID, place: Place) {
            self.client = client
            self.place = place
        }
    }

    package init(_ number: PhoneNumber, place: Place, owner: Owner? = nil) {
        self.number = number
        self.place = place
        self.owner = owner
    }
}

extension ExclusiveNumber: Equatable {
    /// Whether they say the same, wherever they stand.
    package static func == (one: ExclusiveNumber, other: ExclusiveNumber) -> Bool {
        one.number == other.number && one.owner?.client == other.owner?.client
    }
}
