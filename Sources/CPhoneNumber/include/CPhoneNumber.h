/* The little of Google's libphonenumber that majord needs, behind C: no exception leaves, every function may be called from any thread. */
#ifndef C_PHONE_NUMBER_H
#define C_PHONE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What libphonenumber makes of a text. */
typedef struct {
    /* E.164, country code first, at most 15 digits; 0 when the text is no number. */
    uint64_t digits;
    /* The country calling code, such as 31. */
    int country_code;
    /* In a range that the region has given out, as far as the library's metadata knows. */
    bool valid;
    /* As long as numbers of the region are, without a 0 where no number begins with one. */
    bool possible;
} cpn_number;

/* The country code of a region by its ISO 3166 code, two capital letters and NUL; 0 when the library does not know it. */
int cpn_region_country_code(const char *region);

/*
 * Writes what stands before national numbers in a region, such as "0", and returns how many bytes that is; 0 where there is nothing.
 * Does not end with NUL.
 */
size_t cpn_national_prefix(const char *region, char *text, size_t capacity);

/* Reads a number that is written with digits, a plus and separators; `region` is the one in which it was dialled. */
cpn_number cpn_parse(const char *text, size_t length, const char *region);

/*
 * Whether a number is in a range that its region has given out, or has as many digits as fixed-line or mobile numbers of the region.
 * `possible` takes the lengths of every kind of number for all: those of services are shorter and longer.
 */
bool cpn_is_whole(uint64_t digits);

/* The country code that these digits begin with; 0 when no country has such a code. */
int cpn_country_code(uint64_t digits);

/*
 * Writes a number for people, in national form or in international form (E.123), and returns how many bytes it takes; 0 when the
 * digits are no number or the text does not fit. Does not end with NUL.
 */
size_t cpn_format(uint64_t digits, bool national, char *text, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
