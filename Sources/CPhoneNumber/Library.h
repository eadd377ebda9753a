#ifndef C_PHONE_NUMBER_LIBRARY_H
#define C_PHONE_NUMBER_LIBRARY_H

#include <string>

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

/*
 * What is used of libphonenumber, which is loaded when it is used first: with the fourteen libraries that it needs that takes longer than all of
 * `majorctl agi`, which is in the same executable. The first argument of each is `util`, the library's only instance.
 */
struct Library {
    using Number = i18n::phonenumbers::PhoneNumber;
    using Util = i18n::phonenumbers::PhoneNumberUtil;

    /* Where there is no library, or another, the process ends with the loader's message, as it would if the library were linked. */
    static const Library &loaded();

    Util *util;
    Util::ErrorType (*parse)(const Util *, const std::string &text, const std::string &region, Number *);
    void (*format)(const Util *, const Number &, Util::PhoneNumberFormat, std::string *text);
    bool (*is_valid)(const Util *, const Number &);
    Util::ValidationResult (*length)(const Util *, const Number &);
    Util::ValidationResult (*length_for_type)(const Util *, const Number &, Util::PhoneNumberType);
    int (*country_code)(const Util *, const std::string &region);
    void (*region)(const Util *, int country_code, std::string *region);
    void (*national_prefix)(const Util *, const std::string &region, bool strips_other, std::string *prefix);
    void (*begin)(void *number, google::protobuf::Arena *, bool);
    void (*end)(void *number);
};

/* A number of the library's, which makes and ends it. */
class LibraryNumber {
  public:
    LibraryNumber() { Library::loaded().begin(storage, nullptr, false); }
    ~LibraryNumber() { Library::loaded().end(storage); }
    LibraryNumber(const LibraryNumber &) = delete;
    LibraryNumber &operator=(const LibraryNumber &) = delete;

    Library::Number *operator->() { return reinterpret_cast<Library::Number *>(storage); }
    Library::Number &operator*() { return *operator->(); }

  private:
    alignas(Library::Number) unsigned char storage[sizeof(Library::Number)];
};

#endif
