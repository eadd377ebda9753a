import Testing
import Time

@testable import majorctl

@Suite("ReaderLanguage")
struct ReaderLanguageTests {
    @Test(
        "the reader's language is that of his locale, as gettext finds it",
        arguments: [
            ([:], Language.en), (["LANG": "nl_NL.UTF-8"], .nl), (["LANG": "nl"], .nl), (["LANG": "nl_BE@euro"], .nl),
            (["LANG": "de_DE.UTF-8"], .en), (["LANG": "nds_NL"], .en), (["LANG": "C.UTF-8"], .en), (["LANG": ""], .en),
            (["LANG": "en_US.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"], .nl),
            (["LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"], .en),
            (["LANG": "nl_NL.UTF-8", "LC_ALL": "C"], .en), (["LANG": "nl_NL.UTF-8", "LC_ALL": ""], .nl),
            (["LANG": "en_GB.UTF-8", "LANGUAGE": "nl:en"], .nl),
            (["LANG": "nl_NL.UTF-8", "LANGUAGE": "fy:en_GB:nl"], .en),
            (["LANG": "C", "LANGUAGE": "nl"], .en), (["LC_TIME": "nl_NL.UTF-8"], .en),
        ] as [([String: String], Language)])
    func languages(environment: [String: String], expected: Language) {
        #expect(ReaderLanguage.language(environment) == expected)
    }
}
