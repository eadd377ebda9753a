package import Time

/// An agent's identifier in the directory, such as `jdevries`.
package struct AgentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) {
        description = text
    }

    package static func < (one: AgentID, other: AgentID) -> Bool {
        one.description < other.description
    }
}

/// A client's identifier in the directory, such as `scholengroep-noord`.
package struct ClientID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) {
        description = text
    }

    package static func < (one: ClientID, other: ClientID) -> Bool {
        one.description < other.description
    }
}

/// A number that the PBX dials: 1 to 15 digits and nothing else, so that a dial plan can check what it dials.
package struct Extension: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil for anything but 1 to 15 digits.
    package init?(_ text: String) {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        description = text
    }

    package init(_ number: UInt32) {
        description = "\(number)"
    }
}

/// An employee of the Major Accounts team.
package struct Agent: Hashable, Sendable {
    package let id: AgentID
    package let name: String
    package let phone: Extension
    /// The Unix user who may change this agent's availability.
    package let user: String?
    /// Under which name the agent is logged in to the page, exactly as the page's server tells it.
    package let login: String?
    package let email: String?
    /// The agent's own working hours; nil: the hours of the client's service level.
    package let hours: WeeklyHours?
    /// When he is employed; before and after he gets no calls.
    package let employment: Employment
    /// Where his leave is read from.
    package let calendar: CalendarAddress?

    package init(
        id: AgentID, name: String, phone: Extension, user: String? = nil, login: String? = nil, email: String? = nil,
        hours: WeeklyHours? = nil, employment: Employment = Employment(), calendar: CalendarAddress? = nil
    ) {
        self.id = id
        self.name = name
        self.phone = phone
        self.user = user
        self.login = login
        self.email = email
        self.hours = hours
        self.employment = employment
        self.calendar = calendar
    }
}
