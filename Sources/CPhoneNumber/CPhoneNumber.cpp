#include "CPhoneNumber.h"

#include <cstring>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

const size_t maximum_digit_count = 15;

/* The library's only instance. It would log to standard output, which belongs to the program; it says nothing instead. */
PhoneNumberUtil &library() {
    static PhoneNumberUtil *const instance = [] {
        PhoneNumberUtil *made = PhoneNumberUtil::GetInstance();
        made->SetLogger(new NullLogger());
        return made;
    }();
    return *instance;
}

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

bool parse(const std::string &text, const char *region, PhoneNumber *number) {
    return library().Parse(text, region, number) == PhoneNumberUtil::NO_PARSING_ERROR;
}

size_t copied(const std::string &from, char *text, size_t capacity) {
    if (from.size() > capacity) return 0;
    std::memcpy(text, from.data(), from.size());
    return from.size();
}

}  // namespace

int cpn_region_country_code(const char *region) {
    try {
        return library().GetCountryCodeForRegion(region);
    } catch (...) {
        return 0;
    }
}

size_t cpn_national_prefix(const char *region, char *text, size_t capacity) {
    try {
        std::string prefix;
        library().GetNddPrefixForRegion(region, true, &prefix);
        return copied(prefix, text, capacity);
    } catch (...) {
        return 0;
    }
}

cpn_number cpn_parse(const char *text, size_t length, const char *region) {
    cpn_number result = {0, 0, false, false};
    try {
        PhoneNumber number;
        if (!parse(std::string(text, length), region, &number)) return result;
        std::string e164;
        library().Format(number, PhoneNumberUtil::E164, &e164);
        result.digits = packed(e164);
        if (result.digits == 0) return result;
        result.country_code = number.country_code();
        result.valid = library().IsValidNumber(number);
        result.possible =
            library().IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE
            && (result.valid || !number.italian_leading_zero());
        return result;
    } catch (...) {
        return {0, 0, false, false};
    }
}

bool cpn_is_whole(uint64_t digits) {
    try {
        PhoneNumber number;
        if (digits == 0 || !parse("+" + std::to_string(digits), "ZZ", &number)) return false;
        if (library().IsValidNumber(number)) return true;
        for (const auto type : {PhoneNumberUtil::FIXED_LINE, PhoneNumberUtil::MOBILE})
            if (library().IsPossibleNumberForTypeWithReason(number, type) == PhoneNumberUtil::IS_POSSIBLE) return true;
        return false;
    } catch (...) {
        return false;
    }
}

int cpn_country_code(uint64_t digits) {
    try {
        /* No code is the beginning of another, and none is longer than three digits. */
        while (digits >= 1000) digits /= 10;
        for (uint64_t unit = 100; unit > 0; unit /= 10) {
            const int code = static_cast<int>(digits / unit);
            std::string region;
            if (code == 0) continue;
            library().GetRegionCodeForCountryCode(code, &region);
            if (region != "ZZ") return code;
        }
        return 0;
    } catch (...) {
        return 0;
    }
}

size_t cpn_format(uint64_t digits, bool national, char *text, size_t capacity) {
    try {
        PhoneNumber number;
        if (digits == 0 || !parse("+" + std::to_string(digits), "ZZ", &number)) return 0;
        std::string formatted;
        library().Format(number, national ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &formatted);
        return copied(formatted, text, capacity);
    } catch (...) {
        return 0;
    }
}
