import Testing

@testable import DirectoryFiles

@Suite("Where the records are")
struct RecordsSettingTests {
    @Test(
        "what each site has of its own is left out of a file by its key, however it is written",
        arguments: [
            ("region: NL\nsite: zwolle\nrecords: dbname=majord\nring: 20s\n", "region: NL\nring: 20s\n"),
            ("region: NL\n\"site\" : zwolle\nring: 20s\n", "region: NL\nring: 20s\n"),
            ("region: NL\nrecords: >-\n  host=db1\n  dbname=majord\nring: 20s\n", "region: NL\nring: 20s\n"),
            ("{region: NL, site: zwolle, ring: 20s}", "{region: NL, ring: 20s}"),
            ("notes: |\n  site: of the office\nsite: zwolle\n", "notes: |\n  site: of the office\n"),
            ("site: [broken", "site: [broken"), ("# Zoë\nsite: zwolle", "# Zoë\n"),
        ])
    func own(_ text: String, shared: String) {
        #expect(RecordsSetting.leavingOutOwn(text) == shared)
    }
}
