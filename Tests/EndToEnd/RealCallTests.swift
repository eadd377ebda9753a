import Foundation
import Testing

/// Everything here runs programs that share the machine: one after the other.
@Suite("End to end", .serialized)
struct EndToEnd {}

extension EndToEnd {
    /// A SIP call through Kamailio, as shipped, to the phone that majord named.
    @Suite("Real call", .serialized)
    struct RealCallTests {
        @Test("calls follow the pair, the roster and the overflow, and survive majord")
        func calls() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)

            try exchange.call(from: "+31505550100", expecting: "phones/2101")
            try exchange.call(from: "anonymous", identity: "+31612345678", expecting: "phones/2101")

            let sick = try office.majorctl("sick", user: "nobody")
            #expect(sick.status == 0, "\(sick.errors)")
            try exchange.call(from: "+31505550100", expecting: "phones/2102")
            #expect(try office.majorctl("back", user: "nobody").status == 0)
            try exchange.call(from: "+31505550100", expecting: "phones/2101")

            try exchange.call(from: "+31201112233", expecting: "phones/2000")
            try exchange.call(from: "+31505550100", to: "+31881112222", expecting: "ordinary/+31881112222")

            // A majord that hangs is given up after the dial plan's timeout; one that is gone, at once.
            office.majord?.signal(SIGSTOP)
            try exchange.call(from: "+31505550100", expecting: "phones/2000")
            office.majord?.signal(SIGCONT)
            try exchange.call(from: "+31505550100", expecting: "phones/2101")
            try office.kill()
            try exchange.call(from: "+31505550100", expecting: "phones/2000")
            try exchange.call(from: "+31505550100", to: "+31881112222", expecting: "ordinary/+31881112222")
            try office.open()
            try exchange.call(from: "+31505550100", expecting: "phones/2101")
        }

        @Test("a call that was forwarded is that of who forwarded it, where the directory says so")
        func diverted() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)
            try exchange.call(
                from: "+31201112233", diverter: "sip:+31505550100@school.example", expecting: "phones/2000")
            try office.write(Office.directory.replacing("ring: 20s", with: "ring: 20s\ndiverted: diverter"))
            #expect(try office.majorctl("reload").status == 0)
            try exchange.call(
                from: "+31201112233", diverter: "sip:050-5550100@school.example", expecting: "phones/2101")
            try exchange.call(from: "+31505550100", diverter: "sip:voicemail@pbx.example", expecting: "phones/2101")
            try exchange.call(from: "+31201112233", diverter: "tel:+31-53-5551234", expecting: "phones/2102")
        }
    }
}
