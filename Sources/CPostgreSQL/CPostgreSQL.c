#include "CPostgreSQL.h"

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <postgresql/libpq-fe.h>

/* Each function of libpq's that is used. */
#define FUNCTIONS(each)                                                                                                  \
    each(PQconninfoParse) each(PQconninfoFree) each(PQconnectdbParams) each(PQfinish) each(PQstatus) each(PQerrorMessage) \
    each(PQparameterStatus) each(PQsetnonblocking) each(PQsetNoticeProcessor) each(PQsendPrepare)                        \
    each(PQsendQueryPrepared) each(PQflush) each(PQconsumeInput) each(PQisBusy) each(PQgetResult) each(PQsocket)         \
    each(PQresultStatus) each(PQresultErrorField) each(PQntuples) each(PQnfields) each(PQfname) each(PQftype)            \
    each(PQgetvalue) each(PQgetisnull) each(PQgetlength) each(PQcmdTuples) each(PQclear) each(PQfreemem)     \
    each(PQnotifies) each(PQpipelineStatus) each(PQenterPipelineMode) each(PQexitPipelineMode) each(PQpipelineSync)

static struct {
#define DECLARE(name) __typeof__(&name) name;
    FUNCTIONS(DECLARE)
} pq;

static char why_missing[512];

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);

    if (library == NULL) {
        snprintf(why_missing, sizeof why_missing, "%s", dlerror());
        return;
    }
#define FIND(name)                                                                                                       \
    if ((pq.name = (__typeof__(&name))dlsym(library, #name)) == NULL) {                                                  \
        snprintf(why_missing, sizeof why_missing, "%s", dlerror());                                                      \
        return;                                                                                                          \
    }
    FUNCTIONS(FIND)
}

const char *cpq_missing(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return why_missing[0] != 0 ? why_missing : NULL;
}

char *cpq_words(const char *words, void (*tell)(void *context, const char *key, const char *value), void *context) {
    char *why = NULL;
    PQconninfoOption *options = pq.PQconninfoParse(words, &why);

    if (options == NULL) {
        char *copy = strdup(why != NULL ? why : "there is no memory");
        if (why != NULL) pq.PQfreemem(why);
        return copy;
    }
    for (PQconninfoOption *option = options; option->keyword != NULL; option++) {
        if (option->val != NULL) tell(context, option->keyword, option->val);
    }
    pq.PQconninfoFree(options);
    return NULL;
}

static PGconn *libpq(cpq_connection *connection) { return (PGconn *)connection; }
static PGresult *result_of(cpq_result *result) { return (PGresult *)result; }

static void pass_over(void *context, const char *message) {}

cpq_connection *cpq_connect(const char *const *keys, const char *const *values) {
    PGconn *connection = pq.PQconnectdbParams(keys, values, 1);

    if (connection != NULL && pq.PQstatus(connection) == CONNECTION_OK) {
        pq.PQsetNoticeProcessor(connection, pass_over, NULL);
        pq.PQsetnonblocking(connection, 1);
    }
    return (cpq_connection *)connection;
}

void cpq_close(cpq_connection *connection) { pq.PQfinish(libpq(connection)); }
bool cpq_is_open(cpq_connection *connection) { return pq.PQstatus(libpq(connection)) == CONNECTION_OK; }
const char *cpq_message(cpq_connection *connection) { return pq.PQerrorMessage(libpq(connection)); }

const char *cpq_parameter(cpq_connection *connection, const char *name) {
    return pq.PQparameterStatus(libpq(connection), name);
}

static int64_t now(void) {
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Sends what is to be sent and waits until a result can be had without waiting. A bell that was rung stays so. */
static cpq_outcome wait_for_result(PGconn *connection, int bell, int64_t end) {
    for (;;) {
        int flushed = pq.PQflush(connection);
        struct pollfd waiting[2] = {{.fd = pq.PQsocket(connection), .events = POLLIN}, {.fd = bell, .events = POLLIN}};
        int64_t left = end - now();
        int ready;

        if (flushed < 0) return CPQ_BROKEN;
        if (flushed == 0 && !pq.PQisBusy(connection)) return CPQ_DONE;
        if (flushed > 0) waiting[0].events |= POLLOUT;
        if (left <= 0) return CPQ_LATE;
        ready = poll(waiting, 2, (int)left);
        if (ready < 0 && errno != EINTR) return CPQ_BROKEN;
        if (ready > 0 && waiting[1].revents != 0) return CPQ_GIVEN_UP;
        if (ready > 0 && !pq.PQconsumeInput(connection)) return CPQ_BROKEN;
    }
}

/* The last result is what has come of it; more than one has come where the server ends the connection. */
static cpq_outcome outcome(PGconn *connection, int bell, int32_t milliseconds, cpq_result **result) {
    int64_t end = now() + milliseconds;

    for (;;) {
        PGresult *next;
        cpq_outcome waited = wait_for_result(connection, bell, end);

        if (waited != CPQ_DONE) return waited;
        next = pq.PQgetResult(connection);
        if (next == NULL) break;
        if (*result != NULL) pq.PQclear(result_of(*result));
        *result = (cpq_result *)next;
    }
    if (pq.PQstatus(connection) != CONNECTION_OK) return CPQ_BROKEN;
    switch (*result != NULL ? pq.PQresultStatus(result_of(*result)) : PGRES_FATAL_ERROR) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK: return CPQ_DONE;
    default: return CPQ_REFUSED;
    }
}

cpq_outcome cpq_prepare(
    cpq_connection *connection, int bell, const char *name, const char *statement, int32_t milliseconds,
    cpq_result **result) {
    *result = NULL;
    if (!pq.PQsendPrepare(libpq(connection), name, statement, 0, NULL)) return CPQ_BROKEN;
    return outcome(libpq(connection), bell, milliseconds, result);
}

cpq_outcome cpq_run(
    cpq_connection *connection, int bell, const char *name, int32_t count, const char *const *values,
    int32_t milliseconds, cpq_result **result) {
    *result = NULL;
    if (!pq.PQsendQueryPrepared(libpq(connection), name, count, values, NULL, NULL, 0)) return CPQ_BROKEN;
    return outcome(libpq(connection), bell, milliseconds, result);
}

bool cpq_submit(
    cpq_connection *connection, const char *name, int32_t count, const char *const *values) {
    if (pq.PQpipelineStatus(libpq(connection)) == PQ_PIPELINE_OFF && !pq.PQenterPipelineMode(libpq(connection))) return false;
    /* It goes there together with what comes after it: of several small writes the second may wait for the first one's acknowledgement. */
    return pq.PQsendQueryPrepared(libpq(connection), name, count, values, NULL, NULL, 0);
}

cpq_outcome cpq_finish(cpq_connection *connection, int bell, int32_t milliseconds, cpq_result **result) {
    int64_t end = now() + milliseconds;

    *result = NULL;
    if (!pq.PQpipelineSync(libpq(connection))) return CPQ_BROKEN;
    for (;;) {
        PGresult *next;
        ExecStatusType status;
        cpq_outcome waited = wait_for_result(libpq(connection), bell, end);

        if (waited != CPQ_DONE) return waited;
        next = pq.PQgetResult(libpq(connection));
        if (next == NULL) {
            /* The end of one statement's results. */
            if (pq.PQstatus(libpq(connection)) != CONNECTION_OK) return CPQ_BROKEN;
            continue;
        }
        status = pq.PQresultStatus(next);
        if (status == PGRES_FATAL_ERROR && *result == NULL) {
            *result = (cpq_result *)next;
            continue;
        }
        pq.PQclear(next);
        if (status == PGRES_PIPELINE_SYNC) break;
    }
    if (!pq.PQexitPipelineMode(libpq(connection))) return CPQ_BROKEN;
    return *result == NULL ? CPQ_DONE : CPQ_REFUSED;
}

int cpq_bell(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void cpq_ring(int bell) {
    uint64_t once = 1;

    /* A bell that is rung already says the same. */
    if (write(bell, &once, sizeof once) < 0) return;
}

cpq_outcome cpq_wait(cpq_connection *connection, int bell, int32_t milliseconds) {
    struct pollfd waiting[2] = {{.fd = bell, .events = POLLIN}, {.fd = -1, .events = POLLIN}};
    uint64_t rung;

    if (connection != NULL) waiting[1].fd = pq.PQsocket(libpq(connection));
    if (poll(waiting, 2, milliseconds) < 0 && errno != EINTR) return CPQ_BROKEN;
    if (bell >= 0 && read(bell, &rung, sizeof rung) < 0 && errno != EAGAIN) return CPQ_BROKEN;
    if (connection == NULL) return CPQ_DONE;
    return pq.PQconsumeInput(libpq(connection)) ? CPQ_DONE : CPQ_BROKEN;
}

void cpq_notices(
    cpq_connection *connection, void (*tell)(void *context, const char *channel, const char *payload), void *context) {
    PGnotify *notice;

    while ((notice = pq.PQnotifies(libpq(connection))) != NULL) {
        tell(context, notice->relname, notice->extra);
        pq.PQfreemem(notice);
    }
}

const char *cpq_state(cpq_result *result) { return pq.PQresultErrorField(result_of(result), PG_DIAG_SQLSTATE); }

const char *cpq_refusal(cpq_result *result) {
    return pq.PQresultErrorField(result_of(result), PG_DIAG_MESSAGE_PRIMARY);
}

int32_t cpq_rows(cpq_result *result) { return pq.PQntuples(result_of(result)); }
int32_t cpq_columns(cpq_result *result) { return pq.PQnfields(result_of(result)); }
const char *cpq_name(cpq_result *result, int32_t column) { return pq.PQfname(result_of(result), column); }
uint32_t cpq_type(cpq_result *result, int32_t column) { return pq.PQftype(result_of(result), column); }

const char *cpq_value(cpq_result *result, int32_t row, int32_t column) {
    if (pq.PQgetisnull(result_of(result), row, column)) return NULL;
    return pq.PQgetvalue(result_of(result), row, column);
}

int32_t cpq_length(cpq_result *result, int32_t row, int32_t column) {
    return pq.PQgetlength(result_of(result), row, column);
}

int64_t cpq_changes(cpq_result *result) { return strtoll(pq.PQcmdTuples(result_of(result)), NULL, 10); }
void cpq_clear(cpq_result *result) { pq.PQclear(result_of(result)); }
