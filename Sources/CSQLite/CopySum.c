#include "CSQLite.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The place of the application id (https://www.sqlite.org/fileformat2.html#application_id), in which the sum is kept.
enum { PART = 65536, PLACE = 68, LENGTH = 4 };

static uint32_t little_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

uint32_t sqlite_copy_sum(int file) {
    unsigned char *bytes = malloc(PART);
    if (!bytes) return 0;
    uint32_t first = 0, second = 0;
    off_t offset = 0;
    for (;;) {
        ssize_t count = pread(file, bytes, PART, offset);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) offset = -1;
        if (count <= 0) break;
        // A regular file has less at its end alone; there it is filled up.
        memset(bytes + count, 0, PART - (size_t)count);
        if (offset == 0) memset(bytes + PLACE, 0, LENGTH);
        for (ssize_t place = 0; place < count; place += 8) {
            first += little_endian(bytes + place) + second;
            second += little_endian(bytes + place + 4) + first;
        }
        offset += count;
    }
    free(bytes);
    if (offset < 0) return 0;
    uint32_t sum = first ^ (second << 1 | second >> 31) ^ (uint32_t)offset;
    return sum == 0 ? 1 : sum;
}
