import CPhoneNumber

/// What a region's numbering plan says about writing numbers.
struct RegionPlan: Sendable {
    let region: String
    let countryCode: Int
    /// The digits before national numbers, such as `0`; empty where there are none.
    let nationalPrefix: [UInt8]

    /// Nil for a region that libphonenumber does not know.
    init?(_ region: String) {
        guard region.utf8.count == 2, region.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return nil }
        let code = Int(cpn_region_country_code(region))
        guard code > 0 else { return nil }
        var prefix = [CChar](repeating: 0, count: 16)
        let length = cpn_national_prefix(region, &prefix, prefix.count)
        self.region = region
        countryCode = code
        nationalPrefix = prefix.prefix(length).map { UInt8(bitPattern: $0) }
    }

    /// Whether every national number is written with a leading 0, so that digits without it are an international number.
    var writesLeadingZero: Bool { nationalPrefix == [ASCII.zero] }
}
