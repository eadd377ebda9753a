import Time

extension TroubleWords {
    /// No PBX has asked for long, in service hours in which they used to.
    ///
    /// - Parameter moment: When the last one asked.
    package func pbxSilent(since moment: String) -> String {
        language.said(
            en:
                "no PBX has asked since \(moment), though calls used to come: who is on the phone is not known; see whether calls reach it and it reaches majord",
            nl:
                "sinds \(moment) heeft geen telefooncentrale iets gevraagd, terwijl er altijd gebeld werd: wie er in gesprek is, is niet bekend; kijk of oproepen haar bereiken en zij majord"
        )
    }
}
