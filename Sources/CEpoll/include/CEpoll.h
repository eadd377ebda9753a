// epoll(7) and eventfd(2), which Swift's Glibc module leaves out.

#ifndef CEPOLL_H
#define CEPOLL_H

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <stdint.h>

/// accept4(2) with SOCK_NONBLOCK and SOCK_CLOEXEC; in C because glibc shows it only with _GNU_SOURCE.
int epoll_accept(int listener);

/// A timer that can be waited for (timerfd_create(2), CLOCK_MONOTONIC), or -1; in C because its header brings types of its own.
int timer_make(void);

/// Has the timer ring at a moment of its clock, in milliseconds from 1 on, and at once where that has passed.
int timer_set(int timer, int64_t milliseconds);

/// Gives the calling thread a name of at most 15 bytes, as ps and perf show it (pthread_setname_np(3), which glibc shows only with _GNU_SOURCE).
void name_this_thread(const char *name);

#endif
