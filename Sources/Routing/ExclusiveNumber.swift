/// A number whose calls are decided, and where it stands in the files.
package struct ExclusiveNumber: Sendable {
    package let number: PhoneNumber
    package let place: Place

    package init(_ number: PhoneNumber, place: Place) {
        self.number = number
        self.place = place
    }
}

extension ExclusiveNumber: Equatable {
    /// Whether they say the same, wherever they stand.
    package static func == (one: ExclusiveNumber, other: ExclusiveNumber) -> Bool {
        one.number == other.number
    }
}
