import CPhoneNumber
package import Routing

/// Reads telephone numbers in every form that trunks and people use.
package struct NumberReader: Sendable {
    /// The ISO 3166 code of the region in whose national form numbers are written, such as `NL`.
    package let region: String
    let plan: RegionPlan
    let trunkForms: TrunkForms

    /// The most bytes that a number may take once its wrapper (URI, display name) and what is invisible in it are off.
    package static let maximumNumberLength = 32
    /// The most bytes that a number with its wrapper may take, whatever is in it.
    package static let maximumWrittenLength = 256

    /// - Parameter region: An ISO 3166 code, such as `NL`.
    /// - Throws: A code that libphonenumber does not know.
    package init(region: String) throws(UnknownRegion) {
        guard let plan = RegionPlan(region) else { throw UnknownRegion(region: region) }
        self.region = region
        self.plan = plan
        trunkForms = TrunkForms(region: region)
    }

    /// What a caller's or called number is, as a PBX sent it.
    ///
    /// - Throws: A number longer than 32 bytes, or longer than 256 bytes with its wrapper.
    package func party(_ text: String) throws(NumberTooLong) -> Party {
        try party(utf8: text.utf8Span.span)
    }

    /// The same for UTF-8 bytes. The common trunk forms take neither an allocation nor a call of libphonenumber.
    package func party(utf8 text: Span<UInt8>) throws(NumberTooLong) -> Party {
        if let party = trunkForms.party(text) { return party }
        guard text.count <= Self.maximumWrittenLength else { throw NumberTooLong() }
        let written = text.withUnsafeBufferPointer { Array($0) }
        let number = WrittenParty.subscriber(in: Spelling.plain(written))
        guard number.count <= Self.maximumNumberLength else { throw NumberTooLong() }
        return trunkForms.party(number.span) ?? fullParty(number)
    }

    /// The number as people of the region write it: in national form where it is the region's own, else in international form.
    package func text(of number: PhoneNumber) -> String {
        let isNational = Int(cpn_country_code(number.digits)) == plan.countryCode
        let text = String(unsafeUninitializedCapacity: 64) { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                $0.baseAddress.map { cpn_format(number.digits, isNational, $0, 64) } ?? 0
            }
        }
        return text.isEmpty ? number.description : text
    }
}
