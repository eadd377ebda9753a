/// What kind of event it is, as programs write it beside its times.
///
/// - TRANSP (RFC 5545, section 3.8.2.7): whether it takes up somebody's time.
/// - X-MICROSOFT-CDO-BUSYSTATUS (\[MS-OXCICAL\]): Outlook and Exchange write FREE, TENTATIVE, BUSY, OOF or
///   WORKINGELSEWHERE, CDO wrote OUTOFOFFICE; it says more than TRANSP. X-MICROSOFT-CDO-INTENDEDSTATUS is what the organizer wishes it
///   to be; Zimbra writes it alone.
/// - X-MICROSOFT-CDO-ALLDAYEVENT: an all-day event, which Exchange may write with times.
/// - X-NEXTCLOUD-OUT-OF-OFFICE: the number of an absence that somebody entered in his settings.
/// - X-GOOGLE-EVENT-TYPE: Google's own word, in what Thunderbird and copying tools write. Google's own export has none: there a part of a
///   day out of office looks as a meeting does.
struct EventMarks {
    let isOpaque: Bool
    let busyStatus: String?
    let isOutOfOffice: Bool
    let isAllDay: Bool

    init(_ event: Component) {
        func word(_ name: String) -> String? {
            guard let word = event.first(name)?.value.trimmed.uppercased(), !word.isEmpty else { return nil }
            return word
        }
        let status = word("X-MICROSOFT-CDO-BUSYSTATUS")
        let shown = status ?? word("X-MICROSOFT-CDO-INTENDEDSTATUS")
        isOpaque = word("TRANSP") != "TRANSPARENT"
        busyStatus = status
        isOutOfOffice =
            shown == "OOF" || shown == "OUTOFOFFICE" || word("X-NEXTCLOUD-OUT-OF-OFFICE") != nil
            || word("X-GOOGLE-EVENT-TYPE") == "OUTOFOFFICE"
        isAllDay =
            word("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE" || word("X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT") == "TRUE"
    }
}
