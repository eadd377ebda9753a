#define _GNU_SOURCE
#include "CEpoll.h"

#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>

int epoll_accept(int listener) {
    return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

void name_this_thread(const char *name) {
    pthread_setname_np(pthread_self(), name);
}
