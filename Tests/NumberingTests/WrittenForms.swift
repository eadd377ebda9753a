import Routing
import Testing

/// The party with these digits; a mistake in a test's table shows as `unknown`.
func party(_ digits: UInt64) -> Party {
    PhoneNumber(digits: digits).map { .number($0) } ?? .unknown
}
