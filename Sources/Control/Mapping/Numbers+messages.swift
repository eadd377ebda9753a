import MajorAPI
import Routing
import Switchboard
import Time

// Domain types to messages of `org.majord.Numbers`.

extension NumbersAPI.Learned {
    static func all(_ numbers: [LearnedNumber], in table: RoutingTable) -> [Self] {
        let idle = Dictionary(table.idleNumbers.map { ($0.learned.number, $0.cause) }, uniquingKeysWith: { $1 })
        return numbers.map { Self($0, idle[$0.number], in: table) }
    }

    init(_ learned: LearnedNumber, in table: RoutingTable) {
        self.init(learned, table.idleNumbers.first { $0.learned == learned }?.cause, in: table)
    }

    private init(_ learned: LearnedNumber, _ cause: IdleNumber.Cause?, in table: RoutingTable) {
        var (id, contact, function): (ClientID?, String?, String?)
        if case .client(let client, let name, let itsFunction) = learned.meaning {
            (id, contact, function) = (client, name, itsFunction)
        }
        let (idle, place): (Idle?, Place?) =
            switch cause {
            case nil: (nil, nil)
            case .contradicted(_, let place): (.contradicted, place)
            case .inFiles(let place): (.inFiles, place)
            case .unknownClient: (.unknownClient, nil)
            }
        self.init(
            number: learned.number.description, refused: id == nil, client: id?.description,
            clientName: id.flatMap { id in table.directory.clients.first { $0.id == id }?.name }, contact: contact,
            function: function, enteredBy: learned.enteredBy, enteredAt: table.clock.rfc3339(learned.enteredAt),
            idle: idle, place: place?.description)
    }
}

extension NumbersAPI.Caller {
    init(_ caller: UnknownCaller, in table: RoutingTable) {
        self.init(
            number: caller.number.description, calls: caller.calls, last: table.clock.rfc3339(caller.last),
            client: caller.nearest?.client.id.description, clientName: caller.nearest?.client.name,
            block: caller.nearest?.block.text)
    }
}
