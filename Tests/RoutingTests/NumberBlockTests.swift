import Routing
import TestSupport
import Testing

@Suite struct NumberBlockTests {
    @Test(
        "a single number is itself, a range has its length, a prefix any",
        arguments: [
            ("31505550100", "31505550100", true), ("31505550100", "31505550101", false),
            ("31505550100", "315055501000", false), ("31505550100", "3150555010", false),
            ("31505550200-31505550299", "31505550199", false), ("31505550200-31505550299", "31505550200", true),
            ("31505550200-31505550299", "31505550299", true), ("31505550200-31505550299", "31505550300", false),
            ("31505550200-31505550299", "315055502000", false), ("31505550200-31505550299", "3150555020", false),
            ("31505551*", "31505551", true), ("31505551*", "315055510", true), ("31505551*", "315055519999999", true),
            ("31505551*", "31505552", false), ("31505551*", "3150555", false), ("1*", "199999999999999", true),
        ])
    func contains(text: String, digits: String, expected: Bool) {
        #expect(block(text).contains(number(digits)) == expected)
    }

    @Test("a range runs forwards between numbers of equal length")
    func range() {
        #expect(NumberBlock.DDIRange(first: number("310"), last: number("310")) == nil)
        #expect(NumberBlock.DDIRange(first: number("311"), last: number("310")) == nil)
        #expect(NumberBlock.DDIRange(first: number("99"), last: number("100")) == nil)
        #expect(NumberBlock.DDIRange(first: number("100"), last: number("101")) != nil)
    }

    @Test("blocks are written for people")
    func description() {
        #expect(block("31505550100").description == "+31505550100")
        #expect(block("31505550200-31505550299").description == "+31505550200 - +31505550299")
        #expect(block("31505551*").description == "+31505551*")
    }

    @Test("where a block stands does not change what it is")
    func equality() {
        #expect(written("31505551*", line: 1) == written("31505551*", line: 2))
        #expect(written("31505551*") != written("31505551"))
    }

    @Test("a place leaves out what is not known")
    func place() {
        #expect(Place(file: "clients.d/noord.yaml", line: 22, column: 5).description == "clients.d/noord.yaml:22:5")
        #expect(Place(file: "clients.d/noord.yaml", line: 22).description == "clients.d/noord.yaml:22")
        #expect(Place(file: "clients.d/noord.yaml").description == "clients.d/noord.yaml")
        #expect(Place(file: "a", line: 2, column: 9) < Place(file: "a", line: 10, column: 1))
        #expect(Place(file: "a", line: 9) < Place(file: "b"))
    }
}
