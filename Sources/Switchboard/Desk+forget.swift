package import Records
import Routing
import Synchronization

extension Desk {
    /// Forgets numbers and contacts: whoever called from one lately, or was called back there, is a caller like any other.
    package func forget(_ identifiers: [Erasure.Term.Identifier]) {
        memory.withLock { memory in
            for identifier in identifiers {
                switch identifier {
                case .number(let number):
                    memory.recent.forget(number)
                    memory.ongoing.forgetCallBack(to: number)
                    memory.served = memory.served.mapValues {
                        $0.caller == number ? Served(client: $0.client, contact: $0.contact, caller: nil) : $0
                    }
                case .contact(let name, let client):
                    memory.served = memory.served.mapValues {
                        $0.client == client && $0.contact.map { ContactName.isSame($0, name) } == true
                            ? Served(client: client, contact: nil, caller: $0.caller) : $0
                    }
                }
            }
        }
    }
}
