#include "Library.h"

#include <cstdio>
#include <dlfcn.h>
#include <unistd.h>

#include <phonenumbers/logger.h>

/* The names of methods and of std::string as they are in symbols. */
#define METHOD "_ZNK4i18n12phonenumbers15PhoneNumberUtil"
#define STRING "NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"

namespace {

[[noreturn]] void give_up() {
    std::fprintf(stderr, "majord: %s\n", dlerror());
    _exit(127);
}

template <typename Function> void find(Function *&function, void *library, const char *symbol) {
    void *found = dlsym(library, symbol);
    if (found == nullptr) give_up();
    function = reinterpret_cast<Function *>(found);
}

Library load() {
    /* Lazily: most of what it and its libraries need of each other is never called. */
    void *library = dlopen("libphonenumber.so.8", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) give_up();
    Library loaded;
    find(loaded.parse, library, METHOD "5ParseERK" STRING "S9_PNS0_11PhoneNumberE");
    find(loaded.format, library, METHOD "6FormatERKNS0_11PhoneNumberENS1_17PhoneNumberFormatEP" STRING);
    find(loaded.is_valid, library, METHOD "13IsValidNumberERKNS0_11PhoneNumberE");
    find(loaded.length, library, METHOD "26IsPossibleNumberWithReasonERKNS0_11PhoneNumberE");
    find(
        loaded.length_for_type, library,
        METHOD "33IsPossibleNumberForTypeWithReasonERKNS0_11PhoneNumberENS1_15PhoneNumberTypeE");
    find(loaded.country_code, library, METHOD "23GetCountryCodeForRegionERK" STRING);
    find(loaded.region, library, METHOD "27GetRegionCodeForCountryCodeEiP" STRING);
    find(loaded.national_prefix, library, METHOD "21GetNddPrefixForRegionERK" STRING "bPS7_");
    find(loaded.begin, library, "_ZN4i18n12phonenumbers11PhoneNumberC1EPN6google8protobuf5ArenaEb");
    find(loaded.end, library, "_ZN4i18n12phonenumbers11PhoneNumberD1Ev");
    Library::Util *(*instance)();
    void (*set_logger)(Library::Util *, i18n::phonenumbers::Logger *);
    find(instance, library, "_ZN4i18n12phonenumbers15PhoneNumberUtil11GetInstanceEv");
    find(set_logger, library, "_ZN4i18n12phonenumbers15PhoneNumberUtil9SetLoggerEPNS0_6LoggerE");
    loaded.util = instance();
    /* It would log to standard output, which belongs to the program; it says nothing instead. */
    set_logger(loaded.util, new i18n::phonenumbers::NullLogger());
    return loaded;
}

}  // namespace

const Library &Library::loaded() {
    static const Library library = load();
    return library;
}
