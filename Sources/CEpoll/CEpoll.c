#define _GNU_SOURCE
#include "CEpoll.h"

#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

int epoll_accept(int listener) {
    return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int timer_make(void) {
    return timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
}

int timer_set(int timer, int64_t milliseconds) {
    const struct itimerspec time = {.it_value = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000}};
    return timerfd_settime(timer, TFD_TIMER_ABSTIME, &time, NULL);
}

void name_this_thread(const char *name) {
    pthread_setname_np(pthread_self(), name);
}
