/*
 * The little of libpq that majord needs, behind functions of its own: the library is loaded when a PostgreSQL is asked for first, so that nobody
 * else's start waits for it, or needs it. A connection belongs to one thread at a time; nothing here prints anything.
 */
#ifndef C_POSTGRESQL_H
#define C_POSTGRESQL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct cpq_connection cpq_connection;
typedef struct cpq_result cpq_result;

/* What has come of a statement. */
typedef enum {
    /* All of it is done; there may be rows. */
    CPQ_DONE,
    /* The server refused it. */
    CPQ_REFUSED,
    /* The connection is of no use any more. */
    CPQ_BROKEN,
    /* Nothing has come in time: the connection is of no use any more. */
    CPQ_LATE,
    /* Somebody has rung: the same. */
    CPQ_GIVEN_UP
} cpq_outcome;

/* Why libpq cannot be used; NULL where it can. */
const char *cpq_missing(void);

/*
 * Reads the words for a connection, `host=/run/postgresql dbname=majord` or an address `postgresql://…`, and tells each that is given.
 * Returns NULL, or what is wrong with them, to be freed.
 */
char *cpq_words(const char *words, void (*tell)(void *context, const char *key, const char *value), void *context);

/*
 * Connects, and waits for it as long as the words say. The arrays end with NULL; a `dbname` among them may have all words for a connection.
 * Returns NULL only where there is no memory; `cpq_is_open` says whether there is a connection.
 */
cpq_connection *cpq_connect(const char *const *keys, const char *const *values);
void cpq_close(cpq_connection *);
bool cpq_is_open(cpq_connection *);

/* The last that went wrong, as libpq words it. */
const char *cpq_message(cpq_connection *);

/* A parameter of the server's, such as `server_encoding`; NULL where it tells none. */
const char *cpq_parameter(cpq_connection *, const char *name);

/*
 * Prepares a statement, and waits for that so many milliseconds, or until the bell is rung. The result is to be cleared, where there is one.
 */
cpq_outcome cpq_prepare(
    cpq_connection *, int bell, const char *name, const char *statement, int32_t milliseconds, cpq_result **result);

/* Runs a statement that was prepared, with its parameters as texts, and likewise. NULL is SQL's. */
cpq_outcome cpq_run(
    cpq_connection *, int bell, const char *name, int32_t count, const char *const *values, int32_t milliseconds,
    cpq_result **result);

/*
 * Sends a statement that was prepared, and waits for nothing. Nothing else may be asked until `cpq_finish` has said what has come of all that were
 * sent (https://www.postgresql.org/docs/15/libpq-pipeline-mode.html). False where the connection is of no use any more.
 */
bool cpq_submit(cpq_connection *, const char *name, int32_t count, const char *const *values);

/*
 * Waits until all that was submitted is done, likewise. Where the server refuses a statement it does none of those after it; the result is the
 * refused one's, and there is none otherwise.
 */
cpq_outcome cpq_finish(cpq_connection *, int bell, int32_t milliseconds, cpq_result **result);

/* What wakes who waits for a connection: a descriptor; below 0 where none is to be had. */
int cpq_bell(void);
/* May be rung by any thread. */
void cpq_ring(int bell);

/*
 * Waits until something has come, or the bell was rung, so many milliseconds at the most. Without a connection the bell alone is waited for;
 * a bell below 0 is none.
 */
cpq_outcome cpq_wait(cpq_connection *, int bell, int32_t milliseconds);

/* Tells each notification that has come and was not told yet. */
void cpq_notices(
    cpq_connection *, void (*tell)(void *context, const char *channel, const char *payload), void *context);

/* The five letters for what a server refused; NULL where it said none (https://www.postgresql.org/docs/15/errcodes-appendix.html). */
const char *cpq_state(cpq_result *);
/* What it said: one line. */
const char *cpq_refusal(cpq_result *);

int32_t cpq_rows(cpq_result *);
int32_t cpq_columns(cpq_result *);
const char *cpq_name(cpq_result *, int32_t column);
/* The number of a column's type (pg_type.oid). */
uint32_t cpq_type(cpq_result *, int32_t column);
/* A value as a text; NULL is SQL's. */
const char *cpq_value(cpq_result *, int32_t row, int32_t column);
int32_t cpq_length(cpq_result *, int32_t row, int32_t column);
/* How many rows were changed. */
int64_t cpq_changes(cpq_result *);
void cpq_clear(cpq_result *);

#endif
