package import Time

/// A customer organisation with an agreement.
package struct Client: Equatable, Sendable {
    package enum Size: String, CaseIterable, Sendable {
        case large, small
    }

    package let id: ClientID
    package let name: String
    package let size: Size
    /// How many schools the client has.
    package let schools: Int
    package let pair: Pair
    /// The day of the pair's personal introduction; nil: not yet introduced.
    package let introduced: CalendarDay?
    /// The pairs to come, in order of their days.
    package let handovers: [Handover]
    /// How long each target rings before the next is tried; nil: as for everybody.
    package let ring: Milliseconds?
    package let agreement: Agreement
    package let signatory: Person?
    package let address: Address?
    package let numbers: [WrittenBlock]
    package var contacts: [Contact]
    package let notes: String?

    package init(
        id: ClientID, name: String, size: Size, schools: Int, pair: Pair, introduced: CalendarDay? = nil,
        handovers: [Handover] = [], ring: Milliseconds? = nil, agreement: Agreement, signatory: Person? = nil,
        address: Address? = nil, numbers: [WrittenBlock] = [],
        contacts: [Contact] = [], notes: String? = nil
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.schools = schools
        self.pair = pair
        self.introduced = introduced
        self.handovers = handovers
        self.ring = ring
        self.agreement = agreement
        self.signatory = signatory
        self.address = address
        self.numbers = numbers
        self.contacts = contacts
        self.notes = notes
    }

    /// When the pair of a day was introduced; nil: not yet.
    package func introduced(on day: CalendarDay) -> CalendarDay? {
        handovers.last { $0.from <= day }.map(\.introduced) ?? introduced
    }

    /// The pair on a day, handovers included.
    package func pair(on day: CalendarDay) -> Pair {
        handovers.last { $0.from <= day }?.pair ?? pair
    }
}

/// A client's primary and backup agent.
package struct Pair: Hashable, Sendable {
    package let primary: AgentID
    package let backup: AgentID

    package init(primary: AgentID, backup: AgentID) {
        self.primary = primary
        self.backup = backup
    }

    /// The posts with their agents, in the order in which they are tried.
    package var posts: [(role: Role, agent: AgentID)] { [(.primary, primary), (.backup, backup)] }
}

/// A pair that takes over from the one before it, at the midnight with which a day begins in the service's time zone.
package struct Handover: Hashable, Sendable {
    package let from: CalendarDay
    package let pair: Pair
    /// The day of the pair's personal introduction; nil: not yet introduced.
    package let introduced: CalendarDay?

    package init(from: CalendarDay, pair: Pair, introduced: CalendarDay? = nil) {
        self.from = from
        self.pair = pair
        self.introduced = introduced
    }
}

/// A person at the client, without a number of his own.
package struct Person: Hashable, Sendable {
    package let name: String
    package let function: String?

    package init(name: String, function: String? = nil) {
        self.name = name
        self.function = function
    }
}

/// A postal address.
package struct Address: Hashable, Sendable {
    package let street: String?
    package let number: String?
    package let postcode: String?
    package let city: String?
    package let country: String?

    package init(street: String?, number: String?, postcode: String?, city: String?, country: String?) {
        self.street = street
        self.number = number
        self.postcode = postcode
        self.city = city
        self.country = country
    }
}

/// A contact person at the client; a call from the mobile number is a call from the client by this person.
package struct Contact: Equatable, Sendable {
    package let name: String
    package let function: String?
    /// A single number.
    package let mobile: WrittenBlock?
    package let email: String?

    package init(name: String, function: String? = nil, mobile: WrittenBlock? = nil, email: String? = nil) {
        self.name = name
        self.function = function
        self.mobile = mobile
        self.email = email
    }

    /// `Karin Smit, ICT-coördinator`
    package var title: String {
        function.map { "\(name), \($0)" } ?? name
    }
}
