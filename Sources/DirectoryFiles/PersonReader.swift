import Numbering
import Routing

/// Reads the people and the address of a client.
enum PersonReader {
    enum PersonKey: String, CaseIterable {
        case name, function
    }

    enum AddressKey: String, CaseIterable {
        case street, number, postcode, city, country
    }

    enum ContactKey: String, CaseIterable {
        case name, function, mobile, email
    }

    static func person(_ value: Value) -> Person? {
        guard let fields = Fields(value, PersonKey.self), let name = fields.required(.name)?.line() else { return nil }
        return Person(name: name, function: fields[.function]?.line())
    }

    static func address(_ value: Value) -> Address? {
        Fields(value, AddressKey.self).map { fields in
            Address(
                street: fields[.street]?.line(), number: fields[.number]?.line(), postcode: fields[.postcode]?.line(),
                city: fields[.city]?.line(), country: fields[.country]?.line())
        }
    }

    /// A contact; numbers are not looked at without a reader.
    static func contact(_ value: Value, _ numbers: NumberReader?) -> Contact? {
        guard let fields = Fields(value, ContactKey.self) else { return nil }
        let name = fields.required(.name)?.line()
        let mobile = fields[.mobile].flatMap { singleBlock($0, numbers) }
        let email = fields[.email]?.emailAddress()
        return name.map { Contact(name: $0, function: fields[.function]?.line(), mobile: mobile, email: email) }
    }

    private static func singleBlock(_ value: Value, _ numbers: NumberReader?) -> WrittenBlock? {
        guard let numbers, let number = value.number(numbers), let text = value.scalar() else { return nil }
        return WrittenBlock(.single(number), text: text, place: value.place)
    }
}
