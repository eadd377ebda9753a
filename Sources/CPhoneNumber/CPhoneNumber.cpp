#include "CPhoneNumber.h"

#include <cstring>
#include <string>

#include "Library.h"

namespace {

const size_t maximum_digit_count = 15;

/* The digits of "+31612345678" as one integer; 0 when there are too many or none. */
uint64_t packed(const std::string &e164) {
    if (e164.size() < 2 || e164.size() > maximum_digit_count + 1 || e164[0] != '+') return 0;
    uint64_t digits = 0;
    for (size_t index = 1; index < e164.size(); index++) {
        if (e164[index] < '0' || e164[index] > '9') return 0;
        digits = digits * 10 + static_cast<uint64_t>(e164[index] - '0');
    }
    return e164[1] == '0' ? 0 : digits;
}

bool parse(const std::string &text, const char *region, LibraryNumber &number) {
    const Library &library = Library::loaded();
    return library.parse(library.util, text, region, &*number) == Library::Util::NO_PARSING_ERROR;
}

size_t copied(const std::string &from, char *text, size_t capacity) {
    if (from.size() > capacity) return 0;
    std::memcpy(text, from.data(), from.size());
    return from.size();
}

}  // namespace

int cpn_region_country_code(const char *region) {
    try {
        const Library &library = Library::loaded();
        return library.country_code(library.util, region);
    } catch (...) {
        return 0;
    }
}

size_t cpn_national_prefix(const char *region, char *text, size_t capacity) {
    try {
        const Library &library = Library::loaded();
        std::string prefix;
        library.national_prefix(library.util, region, true, &prefix);
        return copied(prefix, text, capacity);
    } catch (...) {
        return 0;
    }
}

cpn_number cpn_parse(const char *text, size_t length, const char *region) {
    cpn_number result = {0, 0, false, false};
    try {
        const Library &library = Library::loaded();
        LibraryNumber number;
        if (!parse(std::string(text, length), region, number)) return result;
        std::string e164;
        library.format(library.util, *number, Library::Util::E164, &e164);
        result.digits = packed(e164);
        if (result.digits == 0) return result;
        result.country_code = number->country_code();
        result.valid = library.is_valid(library.util, *number);
        result.possible =
            library.length(library.util, *number) == Library::Util::IS_POSSIBLE
            && (result.valid || !number->italian_leading_zero());
        return result;
    } catch (...) {
        return {0, 0, false, false};
    }
}

bool cpn_is_whole(uint64_t digits) {
    try {
        const Library &library = Library::loaded();
        LibraryNumber number;
        if (digits == 0 || !parse("+" + std::to_string(digits), "ZZ", number)) return false;
        if (library.is_valid(library.util, *number)) return true;
        for (const auto type : {Library::Util::FIXED_LINE, Library::Util::MOBILE})
            if (library.length_for_type(library.util, *number, type) == Library::Util::IS_POSSIBLE) return true;
        return false;
    } catch (...) {
        return false;
    }
}

int cpn_country_code(uint64_t digits) {
    try {
        const Library &library = Library::loaded();
        /* No code is the beginning of another, and none is longer than three digits. */
        while (digits >= 1000) digits /= 10;
        for (uint64_t unit = 100; unit > 0; unit /= 10) {
            const int code = static_cast<int>(digits / unit);
            std::string region;
            if (code == 0) continue;
            library.region(library.util, code, &region);
            if (region != "ZZ") return code;
        }
        return 0;
    } catch (...) {
        return 0;
    }
}

size_t cpn_format(uint64_t digits, bool national, char *text, size_t capacity) {
    try {
        const Library &library = Library::loaded();
        LibraryNumber number;
        if (digits == 0 || !parse("+" + std::to_string(digits), "ZZ", number)) return 0;
        std::string formatted;
        library.format(library.util, *number, national ? Library::Util::NATIONAL : Library::Util::INTERNATIONAL, &formatted);
        return copied(formatted, text, capacity);
    } catch (...) {
        return 0;
    }
}
