/// The messages of `org.majord.Routing`; what they mean stands in its interface definition.
package enum RoutingAPI {
    package static let interface = "org.majord.Routing"
    package static let decide = "org.majord.Routing.Decide"
    package static let explain = "org.majord.Routing.Explain"

    package static let watchCalls = "org.majord.Routing.WatchCalls"
    package static let pastUnknown = "org.majord.Routing.PastUnknown"

    package struct WatchRequest: Codable, Sendable, Equatable {
        package var agent: String?

        package init(agent: String? = nil) {
            self.agent = agent
        }
    }

    package struct CallUpdate: Codable, Sendable, Equatable {
        package var what: String
        package var at: String
        package var call: String
        package var agent: String?
        package var agentName: String?
        package var client: String?
        package var clientName: String?
        package var contact: String?
        package var callerNumber: String?

        package init(
            what: String, at: String, call: String, agent: String?, agentName: String?, client: String?,
            clientName: String?, contact: String?, callerNumber: String?
        ) {
            self.what = what
            self.at = at
            self.call = call
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.callerNumber = callerNumber
        }

        enum CodingKeys: String, CodingKey {
            case what, at, call, agent, client, contact
            case agentName = "agent_name"
            case clientName = "client_name"
            case callerNumber = "caller_number"
        }
    }

    /// One reply of the stream; the last one has no update.
    package struct WatchReply: Codable, Sendable, Equatable {
        package var update: CallUpdate?

        package init(update: CallUpdate? = nil) {
            self.update = update
        }
    }

    package struct Question: Codable, Sendable, Equatable {
        package var caller: String
        package var called: String?
        /// RFC 3339.
        package var at: String?

        package init(caller: String, called: String? = nil, at: String? = nil) {
            self.caller = caller
            self.called = called
            self.at = at
        }
    }

    package struct Target: Codable, Sendable, Equatable {
        package var role: String
        package var phone: String
        package var agent: String?
        package var agentName: String?
        package var ring: Int

        package init(role: String, phone: String, agent: String?, agentName: String?, ring: Int) {
            self.role = role
            self.phone = phone
            self.agent = agent
            self.agentName = agentName
            self.ring = ring
        }

        enum CodingKeys: String, CodingKey {
            case role, agent, ring
            case phone = "extension"
            case agentName = "agent_name"
        }
    }

    package struct Decision: Codable, Sendable, Equatable {
        package var action: String
        package var reason: String
        package var targets: [Target]
        package var client: String?
        package var clientName: String?
        package var contact: String?
        package var opens: String?
        package var generation: UInt64

        package init(
            action: String, reason: String, targets: [Target], client: String?, clientName: String?, contact: String?,
            opens: String?, generation: UInt64
        ) {
            self.action = action
            self.reason = reason
            self.targets = targets
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.opens = opens
            self.generation = generation
        }

        enum CodingKeys: String, CodingKey {
            case action, reason, targets, client, contact, opens, generation
            case clientName = "client_name"
        }
    }

    package struct Step: Codable, Sendable, Equatable {
        package var name: String
        package var found: String
        package var place: String?

        package init(name: String, found: String, place: String?) {
            self.name = name
            self.found = found
            self.place = place
        }
    }

    package struct Answer: Codable, Sendable, Equatable {
        package var callerNumber: String?
        package var at: String
        package var decision: Decision

        package init(callerNumber: String?, at: String, decision: Decision) {
            self.callerNumber = callerNumber
            self.at = at
            self.decision = decision
        }

        enum CodingKeys: String, CodingKey {
            case at, decision
            case callerNumber = "caller_number"
        }
    }

    package struct ExplainedAnswer: Codable, Sendable, Equatable {
        package var callerNumber: String?
        package var at: String
        package var decision: Decision
        package var steps: [Step]

        package init(callerNumber: String?, at: String, decision: Decision, steps: [Step]) {
            self.callerNumber = callerNumber
            self.at = at
            self.decision = decision
            self.steps = steps
        }

        enum CodingKeys: String, CodingKey {
            case at, decision, steps
            case callerNumber = "caller_number"
        }
    }
}
