package import Logging

/// The messages that ops may look for in the journal by their `MESSAGE_ID=`, each explained in the catalog (`systemd/majord.catalog`).
///
/// An id is never changed and never used for something else (systemd.journal-fields(7)).
package enum JournalMessage: String, CaseIterable, Sendable {
    case starting = "43dbd392f5c54bd48d6d40f7135acf2e"
    case ready = "e073db04b72645349b4a92ecc754df6b"
    case ended = "2e09c4705ae844aea4093bbfef7c798d"
    case startRefused = "9dedc90d011d423f8cb18e522da45e6f"
    case reloaded = "263e426598fb409098ebf35d052b9fbc"
    case reloadRefused = "ad6b51700f454853960f91c2ee0f6f36"
    /// One thing that is wrong in the directory's files.
    case finding = "ebe93cae0f2b42c18908e0980bc4d3ad"
    /// The files have errors at the start, so the directory that was in force last is used.
    case lastGoodDirectory = "9308efa3ff9948af9a658177699b2ea7"
    case decision = "9222e722e8744309bedf7cd47e675ee1"
    case answered = "8b9232c654bc43c1864d91b793ad168c"
    /// A client in service has nobody, or will have nobody because of an absence.
    case uncovered = "c5b06bdf34a84a68908e36571c0f96ca"
    case absenceEntered = "fd5e9f7dfe5e4689a920241ef166f572"
    case absenceEnded = "f658a2f863974df1abef7a4c81cfa76e"
    /// Somebody has been away without an end for longer than `review_after`.
    case absenceToReview = "77ac7feb983d42eab71a8d370e4a0ce4"
    /// A client will have nobody on a day that has come into view.
    case gapAhead = "d4f2fe97454644afa224dda153908db3"
    /// A request for leave waits, and begins within two days.
    case requestUndecided = "972553966b2a48e0a8d2e089d4e04e10"
    /// A request for leave began before anybody decided it.
    case requestLapsed = "65c77c3197d6489da3f52249fe087d8e"
    case absenceChanged = "e93e1190c9ca428fb5430e7f9a27b197"
    case deputyEntered = "4878943717c243c3a10e8998f5d392e3"
    case deputyEnded = "9a92feeecb58432ba5375fa78eb4ac80"
    case leaveRequested = "646a4949b4cb4e9b99a69dd12f29143e"
    case requestDecided = "5dc957e131b74d0da1cf371bbee49bd3"
    /// Somebody freed an agent from a call that kept him busy.
    case agentFreed = "99455ef337584cce90bcf06df7f61708"
    /// A number was learned, refused or forgotten.
    case numberChanged = "8032aa963795433cae32f317a83b1e65"
    case caseOpened = "d64ec820a1bc465d9210ce03b9c7d1ef"
    /// A case was given to another agent, or something was noted of it.
    case caseChanged = "7fb9d2bbe13d4014928f4c9156dc2659"
    case caseClosed = "fa5a5f1f808b4d78ae1a9ac8aa258142"
    /// None of a client's own people answered his call in service hours.
    case callMissed = "a290d1933ba64ce7bcfa584f0c5a56ea"
    /// Nobody has called back in time.
    case callOverdue = "1c35ab38a3bd409abdb9f95f38d07a9f"
    /// Somebody has called back, or the caller was answered.
    case missedClosed = "14e1e597466e4803bd971c0ad3244cb0"
    /// An agent's phone cannot be reached.
    case phoneUnreachable = "c0e642ecbf1f494f8b911d9e06547d94"
    /// An agent's calendar was read as leave.
    case calendarRead = "ad7ab5c667ea4b3e87dc90e2970ffaf2"
    /// An agent's calendar was read too long ago.
    case calendarStale = "1e2a76a1fc0943a0b24366dc19bcf554"
    /// An agent's calendar could not be read.
    case calendarRefused = "ef2d062b931e4b129aa4f1227c832c46"
    /// A client's next pair takes over soon.
    case handoverAhead = "d3f33046a70d4d608ffa02ba00e65795"
    /// A client's agreement ends soon.
    case agreementEnding = "86faea6b91bb4dee8c6376c1ed744a6e"
    case ledgerUnavailable = "2ce23f1f4a834a9898f22417a35248a3"
    case ledgerAvailable = "8b83bea1998f4869bcaf03807e238ffa"
    /// The ledger was damaged and is set aside; an empty one was begun.
    case ledgerSetAside = "8a9993d57d8c4f26981e5fa1707898a7"
    /// The ledger is damaged where that does not keep it from being used.
    case ledgerDamaged = "c5231e2caa004a06b010d0a691e0f08f"
    /// The ledger's files could not be opened anew, or can be again.
    case ledgerClosed = "15bd716514254efda6d8e9056a34fffa"
    /// The ledger's log or lock was removed, and majord has made it anew.
    case ledgerMended = "749c549337d642f198d791098da06311"
    /// The records were read anew from their database, to which majord has connected again.
    case databaseRead = "3075b331f5fa470fa5d1ad0f8b091ca7"
    /// What was said of an agent is kept on this machine until the database is back.
    case wishKept = "d3c0a9f2b1c64d0c9f6c7b1e6a52c8e1"
    /// Another site has other files.
    case directoriesDiffer = "8e0f1c5d7a3b4f62a9d4c0b7e6f51a28"
    /// Nothing is heard of another site, or it is heard again.
    case siteSilent = "c1f4d8270a6e4b95b3e8720d5f19a64c"
    /// What was kept on this machine is in the database.
    case wishesGranted = "5b7b2f6f0c034d7a8f0e9a4c2d1e7b36"
    /// Somebody has looked at a ledger that was set aside.
    case ledgerSeen = "b041c5ee97254019a0c850021f11ffb0"
    /// Somebody had a number or a contact forgotten.
    case identifierForgotten = "433ab34547ca4404b91c6ffa4ad0cb20"
    /// Somebody was sent a copy of the ledger.
    case backedUp = "c8e0cdeffb3848b0832e2b839f87e7cf"
    /// Records of calls were dropped: there were too many, or the daemon ended while the ledger was unavailable.
    case recordsLost = "402c8474a450487a97bfa5efeb977bcb"
    /// Something that majord cannot work without failed while it ran.
    case failed = "cca09fb4f0e14a7a90289b13487d0da0"
    /// Connections were refused because there were too many.
    case limitReached = "ed6a49013c1f413ea3e8373a412d0815"
    /// The clock was moved, or may be wrong: nothing is forgotten for a while.
    case clockJumped = "913d459761bf4f2e96920eae4cb25636"
    /// The ledger has calls that were answered in the future: they hold nobody.
    case answeredInFuture = "37ec058b2cda4409b3ff3ca643ec6f53"
    /// Those who are to open a socket may not be able to.
    case socketClosed = "59650dd36df04308b11342f3fc6ca2e4"
    case socketOpen = "b78d66909a9c48559de714fd761d86b6"
    /// A PBX has asked over a socket for the first time since the start.
    case firstQuestion = "d7fdfb6f266849e9a729d1cefed4069e"
    /// Somebody had HTTP sent to a socket for PBXs.
    case spokeHTTP = "77df5c32a01d4bac9c6f364599d8ce5c"
    /// Nobody read the log for so long that messages were left out of it.
    case messagesLeftOut = "5b2f8f3ec8e142f39d2ad2d9f4c6e07b"
    /// A call was decided over FastAGI, and Asterisk did not take the answer to its end.
    case answerNotTaken = "778476f34b534e1eae5a5ca9948996d3"
    /// A dialogue over FastAGI ended before anything was decided or done.
    case dialogueBroken = "7772022b2799420a88e83a386ec8f3c8"
    /// Somebody asked FastAGI for what takes the token.
    case tokenDenied = "c6bc4ffb492b49079004edc82d166ab3"
    /// Somebody asked FastAGI for a script that is none of majord's.
    case scriptUnknown = "93b462cf9dde4b4c83bd81b591374ac2"
    /// FastAGI is open and majord has no token for it.
    case tokenMissing = "b8b735191da44c17bd829007a99dba0c"
    /// Somebody asked for what is not his to ask.
    case denied = "908aa7015f9c47abada81501679891c9"

    /// How much it matters, where the place does not know better.
    package var level: Logger.Level {
        switch self {
        case .starting, .decision, .answered: .info
        case .ready, .ended, .reloaded, .absenceEntered, .absenceEnded, .absenceChanged, .deputyEntered, .deputyEnded,
            .leaveRequested, .requestDecided, .agentFreed, .numberChanged, .calendarRead, .ledgerAvailable,
            .databaseRead, .wishKept, .wishesGranted,
            .ledgerSeen, .backedUp, .identifierForgotten, .socketOpen, .firstQuestion, .handoverAhead, .agreementEnding,
            .absenceToReview,
            .caseOpened, .caseChanged,
            .caseClosed, .missedClosed:
            .notice
        case .directoriesDiffer, .siteSilent, .callMissed, .callOverdue, .phoneUnreachable, .finding, .denied,
            .limitReached,
            .spokeHTTP, .socketClosed,
            .clockJumped,
            .answeredInFuture,
            .messagesLeftOut,
            .answerNotTaken, .gapAhead, .requestUndecided, .requestLapsed, .calendarStale, .calendarRefused,
            .dialogueBroken,
            .tokenDenied,
            .scriptUnknown, .tokenMissing:
            .warning
        case .startRefused, .reloadRefused, .recordsLost, .ledgerMended: .error
        case .failed, .lastGoodDirectory, .ledgerUnavailable, .ledgerSetAside, .ledgerDamaged, .ledgerClosed,
            .uncovered:
            .critical
        }
    }

    /// Whether somebody has to act at once (`PRIORITY=1`) when it is critical.
    var isAlert: Bool {
        switch self {
        case .ledgerUnavailable, .ledgerSetAside, .uncovered: true
        default: false
        }
    }
}

extension Logger {
    /// Logs a message that the catalog explains. The metadata become fields: `client` becomes `MAJORD_CLIENT=`.
    package func report(
        _ message: JournalMessage, _ text: @autoclosure () -> String, level: Logger.Level? = nil,
        _ metadata: @autoclosure () -> Logger.Metadata = [:], file: String = #fileID, function: String = #function,
        line: UInt = #line
    ) {
        let level = level ?? message.level
        guard level >= logLevel else { return }
        var fields = metadata()
        fields["message-id"] = "\(message.rawValue)"
        if message.isAlert, level == .critical { fields["alert"] = "true" }
        log(level: level, "\(text())", metadata: fields, file: file, function: function, line: line)
    }
}
