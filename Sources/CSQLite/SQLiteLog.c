#include "CSQLite.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// https://www.sqlite.org/walformat.html#the_wal_index_file_format and https://www.sqlite.org/fileformat2.html#the_write_ahead_log
enum { REGION = 32768, HEADER = 48, LOG_HEAD = 32, FRAME_HEAD = 24 };

int sqlite_log_look(sqlite3 *connection, struct sqlite_log *log) {
    sqlite3_file *file = 0;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return 0;
    if (!file || !file->pMethods || file->pMethods->iVersion < 2 || !file->pMethods->xShmMap) return 0;
    void volatile *region = 0;
    if (file->pMethods->xShmMap(file, 0, REGION, 0, &region) != SQLITE_OK || !region) return 0;
    unsigned char header[HEADER], copy[HEADER];
    // Whoever changes it writes the second before the first.
    for (int tries = 0;; tries++) {
        memcpy(header, (const void *)region, HEADER);
        __sync_synchronize();
        memcpy(copy, (const char *)region + HEADER, HEADER);
        if (memcmp(header, copy, HEADER) == 0) break;
        if (tries == 100) return 0;
    }
    uint32_t version;
    uint16_t size;
    memcpy(&version, header, sizeof version);
    if (version != 3007000 || header[12] == 0) return 0;
    memcpy(&size, header + 14, sizeof size);
    log->page_size = (size & 0xfe00) + ((uint32_t)(size & 1) << 16);
    memcpy(&log->frames, header + 16, sizeof log->frames);
    memcpy(log->sums, header + 24, sizeof log->sums);
    memcpy(log->salts, header + 32, sizeof log->salts);
    memcpy(&log->moved, (const char *)region + 2 * HEADER, sizeof log->moved);
    return 1;
}

long sqlite_log_length(const struct sqlite_log *log) {
    return log->frames == 0 ? 0 : LOG_HEAD + (long)log->frames * (FRAME_HEAD + (long)log->page_size);
}

static uint32_t big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint32_t little_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

static void add(const unsigned char *bytes, size_t count, int is_big, uint32_t sums[2]) {
    for (size_t place = 0; place < count; place += 8) {
        sums[0] += (is_big ? big_endian(bytes + place) : little_endian(bytes + place)) + sums[1];
        sums[1] += (is_big ? big_endian(bytes + place + 4) : little_endian(bytes + place + 4)) + sums[0];
    }
}

static int read_all(int file, unsigned char *bytes, size_t count, off_t offset) {
    return pread(file, bytes, count, offset) == (ssize_t)count;
}

int sqlite_log_is_sound(int file, const struct sqlite_log *log, uint32_t from) {
    if (log->frames == 0 || from >= log->frames) return 1;
    unsigned char head[LOG_HEAD];
    if (!read_all(file, head, LOG_HEAD, 0)) return 0;
    uint32_t magic = big_endian(head);
    if ((magic & ~1u) != 0x377f0682 || memcmp(head + 16, log->salts, sizeof log->salts) != 0) return 0;
    size_t size = FRAME_HEAD + (size_t)log->page_size;
    unsigned char *frame = malloc(size);
    if (!frame) return 0;
    uint32_t sums[2] = {big_endian(head + 24), big_endian(head + 28)};
    int is_sound = 1;
    if (from > 0) {
        is_sound = read_all(file, frame, FRAME_HEAD, LOG_HEAD + (off_t)(from - 1) * (off_t)size);
        sums[0] = big_endian(frame + 16);
        sums[1] = big_endian(frame + 20);
    }
    for (uint32_t number = from; is_sound && number < log->frames; number++) {
        is_sound = read_all(file, frame, size, LOG_HEAD + (off_t)number * (off_t)size)
            && memcmp(frame + 8, log->salts, sizeof log->salts) == 0;
        if (!is_sound) break;
        add(frame, 8, magic & 1, sums);
        add(frame + FRAME_HEAD, log->page_size, magic & 1, sums);
        is_sound = sums[0] == big_endian(frame + 16) && sums[1] == big_endian(frame + 20);
    }
    free(frame);
    return is_sound && sums[0] == log->sums[0] && sums[1] == log->sums[1];
}
