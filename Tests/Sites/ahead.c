/* A clock that is ahead of the others' by $AHEAD_SECONDS, for the programs into which this is preloaded: what they read of the time of day, and until
   when they wait by it. Debian's faketime makes a program that waits until a moment wait that much longer. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>

static time_t ahead(void) {
    static time_t seconds = -1;
    if (seconds < 0) {
        const char *text = getenv("AHEAD_SECONDS");
        seconds = text ? atol(text) : 0;
    }
    return seconds;
}

static struct timespec real(const struct timespec *at) {
    return (struct timespec){.tv_sec = at->tv_sec - ahead(), .tv_nsec = at->tv_nsec};
}

#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))
/* glibc has an older condition under the same name. */
#define NEXT_CONDITION(name) ((typeof(&name))dlvsym(RTLD_NEXT, #name, "GLIBC_2.3.2"))

int clock_gettime(clockid_t clock, struct timespec *now) {
    static typeof(&clock_gettime) next;
    if (!next) next = NEXT(clock_gettime);
    int status = next(clock, now);
    if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += ahead();
    return status;
}

int gettimeofday(struct timeval *now, void *zone) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    (void)zone;
    *now = (struct timeval){.tv_sec = time.tv_sec, .tv_usec = time.tv_nsec / 1000};
    return 0;
}

time_t time(time_t *now) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    if (now) *now = time.tv_sec;
    return time.tv_sec;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
    static typeof(&pthread_cond_timedwait) next;
    if (!next) next = NEXT_CONDITION(pthread_cond_timedwait);
    /* Whoever set a condition up for the monotonic clock waits until a moment that is days after the start, not years after 1970. */
    struct timespec at = until->tv_sec > 1000000000 ? real(until) : *until;
    return next(condition, mutex, &at);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until) {
    static typeof(&pthread_cond_clockwait) next;
    if (!next) next = NEXT(pthread_cond_clockwait);
    struct timespec at = clock == CLOCK_REALTIME ? real(until) : *until;
    return next(condition, mutex, clock, &at);
}

int sem_timedwait(sem_t *semaphore, const struct timespec *until) {
    static typeof(&sem_timedwait) next;
    if (!next) next = NEXT(sem_timedwait);
    struct timespec at = real(until);
    return next(semaphore, &at);
}

int timerfd_settime(int timer, int flags, const struct itimerspec *value, struct itimerspec *before) {
    static typeof(&timerfd_settime) next;
    if (!next) next = NEXT(timerfd_settime);
    struct itimerspec at = *value;
    if ((flags & TFD_TIMER_ABSTIME) && at.it_value.tv_sec > 1000000000) at.it_value = real(&at.it_value);
    return next(timer, flags, &at, before);
}
