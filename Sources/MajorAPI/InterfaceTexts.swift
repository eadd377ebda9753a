/// The interface definitions as they are shipped.
package enum InterfaceTexts {
    package static let routing = text(PackageResources.org_majord_Routing_varlink)
    package static let roster = text(PackageResources.org_majord_Roster_varlink)
    package static let numbers = text(PackageResources.org_majord_Numbers_varlink)
    package static let directory = text(PackageResources.org_majord_Directory_varlink)
    package static let calendar = text(PackageResources.org_majord_Calendar_varlink)
    package static let cases = text(PackageResources.org_majord_Cases_varlink)
    package static let calls = text(PackageResources.org_majord_Calls_varlink)
    package static let events = text(PackageResources.org_majord_Events_varlink)
    package static let ledger = text(PackageResources.org_majord_Ledger_varlink)
    package static let reports = text(PackageResources.org_majord_Reports_varlink)

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
