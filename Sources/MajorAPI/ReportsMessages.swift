/// The messages of `org.majord.Reports`; what they mean stands in its interface definition.
package enum ReportsAPI {
    package static let interface = "org.majord.Reports"
    package static let figures = "org.majord.Reports.Figures"

    package struct AnswerTimes: Codable, Sendable, Equatable {
        package var bounds: [Double]
        package var counts: [Int]
        package var sumSeconds: Double

        /// - Parameters:
        ///   - bounds: in seconds, ascending.
        ///   - counts: not cumulative; one more than there are bounds, the last one for what took longer than every bound.
        package init(bounds: [Double], counts: [Int], sumSeconds: Double) {
            self.bounds = bounds
            self.counts = counts
            self.sumSeconds = sumSeconds
        }

        enum CodingKeys: String, CodingKey {
            case bounds, counts
            case sumSeconds = "sum_seconds"
        }
    }

    package struct Connections: Codable, Sendable, Equatable {
        package var current: Int
        package var total: Int
        package var refused: Int
        package var protocolErrors: Int
        package var timedOut: Int
        package var requestsLate: Int
        package var requestsGone: Int

        package init(
            current: Int, total: Int, refused: Int, protocolErrors: Int, timedOut: Int, requestsLate: Int = 0,
            requestsGone: Int = 0
        ) {
            self.current = current
            self.total = total
            self.refused = refused
            self.protocolErrors = protocolErrors
            self.timedOut = timedOut
            self.requestsLate = requestsLate
            self.requestsGone = requestsGone
        }

        enum CodingKeys: String, CodingKey {
            case current, total, refused
            case protocolErrors = "protocol_errors"
            case timedOut = "timed_out"
            case requestsLate = "requests_late"
            case requestsGone = "requests_gone"
        }
    }

    package struct SocketFile: Codable, Sendable, Equatable {
        package var asShipped: Bool
        package var mode: String?
        package var owner: String?
        package var group: String?

        package init(asShipped: Bool, mode: String?, owner: String?, group: String?) {
            self.asShipped = asShipped
            self.mode = mode
            self.owner = owner
            self.group = group
        }

        enum CodingKeys: String, CodingKey {
            case mode, owner, group
            case asShipped = "as_shipped"
        }
    }

    package struct Ledger: Codable, Sendable, Equatable {
        package var available: Bool
        package var recordsWaiting: Int
        package var recordsDropped: Int
        package var lagSeconds: Double

        package init(available: Bool, recordsWaiting: Int, recordsDropped: Int, lagSeconds: Double) {
            self.available = available
            self.recordsWaiting = recordsWaiting
            self.recordsDropped = recordsDropped
            self.lagSeconds = lagSeconds
        }

        enum CodingKeys: String, CodingKey {
            case available
            case recordsWaiting = "records_waiting"
            case recordsDropped = "records_dropped"
            case lagSeconds = "lag_seconds"
        }
    }

    package struct Process: Codable, Sendable, Equatable {
        package var residentMemoryBytes: Int?
        package var openDescriptors: Int?

        package init(residentMemoryBytes: Int? = nil, openDescriptors: Int? = nil) {
            self.residentMemoryBytes = residentMemoryBytes
            self.openDescriptors = openDescriptors
        }

        enum CodingKeys: String, CodingKey {
            case residentMemoryBytes = "resident_memory_bytes"
            case openDescriptors = "open_descriptors"
        }
    }
}
