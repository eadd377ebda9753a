// epoll(7) and eventfd(2), which Swift's Glibc module leaves out.

#ifndef CEPOLL_H
#define CEPOLL_H

#include <sys/epoll.h>
#include <sys/eventfd.h>

/// accept4(2) with SOCK_NONBLOCK and SOCK_CLOEXEC; in C because glibc shows it only with _GNU_SOURCE.
int epoll_accept(int listener);

/// Gives the calling thread a name of at most 15 bytes, as ps and perf show it (pthread_setname_np(3), which glibc shows only with _GNU_SOURCE).
void name_this_thread(const char *name);

#endif
