#include "CSQLite.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int sqlite_no_checkpoint_on_close(sqlite3 *connection, int is_left) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_left, (int *)0);
}

long monotonic_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int is_over(void *end) {
    return monotonic_milliseconds() >= (long)(intptr_t)end;
}

void sqlite_interrupt_at(sqlite3 *connection, long milliseconds) {
    sqlite3_progress_handler(connection, milliseconds == 0 ? 0 : 1000, milliseconds == 0 ? 0 : is_over, (void *)(intptr_t)milliseconds);
}

int sqlite_parameter_number(sqlite3_stmt *statement, int place) {
    const char *name = sqlite3_bind_parameter_name(statement, place);
    return name && name[0] == '$' ? atoi(name + 1) : place;
}

int sqlite_bind_copy(sqlite3_stmt *statement, int place, const char *text, int length) {
    return sqlite3_bind_text(statement, place, text ? text : "", text ? (int)strnlen(text, (size_t)length) : 0, SQLITE_TRANSIENT);
}
