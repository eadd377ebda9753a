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
                case .contact: break
                }
                memory.lastCalls.forget(identifier)
                memory.followed.forget(identifier)
            }
        }
    }
}
