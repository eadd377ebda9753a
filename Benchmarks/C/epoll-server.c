// The yardstick: an epoll server that answers every request on a Unix socket with the same bytes and looks at nothing.
//
//   epoll-server SOCKET REQUEST-LENGTH REPLY-FILE
//
// A request is REQUEST-LENGTH bytes, whatever they are; pipelined requests are answered with one write a read.

#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { input_size = 65536, most_connections = 1024 };

static char input[input_size];
static char reply[65536];
static size_t left_over[most_connections];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int listen_on(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) {
        fprintf(stderr, "epoll-server: the socket's path is too long\n");
        exit(1);
    }
    strcpy(address.sun_path, path);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) fail("socket");
    unlink(path);
    if (bind(descriptor, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
    if (listen(descriptor, 128) < 0) fail("listen");
    return descriptor;
}

// Sends everything; a benchmark's client always takes its replies.
static int send_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = send(descriptor, bytes, count, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) continue;
        if (sent < 0) return -1;
        bytes += sent;
        count -= (size_t)sent;
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: epoll-server SOCKET REQUEST-LENGTH REPLY-FILE\n");
        return 2;
    }
    size_t request_length = strtoul(argv[2], NULL, 10);
    if (request_length == 0) return 2;
    FILE *file = fopen(argv[3], "rb");
    if (!file) fail(argv[3]);
    size_t reply_length = fread(reply, 1, sizeof reply, file);
    fclose(file);
    // Enough copies of the reply for all requests of one read.
    size_t most = input_size / request_length + 1;
    char *replies = malloc(most * reply_length);
    if (!replies) fail("malloc");
    for (size_t i = 0; i < most; i++) memcpy(replies + i * reply_length, reply, reply_length);

    int listener = listen_on(argv[1]);
    int loop = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
    if (loop < 0 || epoll_ctl(loop, EPOLL_CTL_ADD, listener, &event) < 0) fail("epoll");
    for (;;) {
        struct epoll_event events[64];
        int count = epoll_wait(loop, events, 64, -1);
        for (int i = 0; i < count; i++) {
            int descriptor = events[i].data.fd;
            if (descriptor == listener) {
                int peer = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (peer < 0) continue;
                if (peer >= most_connections) {
                    close(peer);
                    continue;
                }
                left_over[peer] = 0;
                event = (struct epoll_event){.events = EPOLLIN, .data.fd = peer};
                if (epoll_ctl(loop, EPOLL_CTL_ADD, peer, &event) < 0) fail("epoll_ctl");
                continue;
            }
            ssize_t received = read(descriptor, input, sizeof input);
            if (received < 0 && errno == EAGAIN) continue;
            size_t total = received > 0 ? left_over[descriptor] + (size_t)received : 0;
            if (received <= 0 || send_all(descriptor, replies, total / request_length * reply_length) < 0) {
                close(descriptor);
                continue;
            }
            left_over[descriptor] = total % request_length;
        }
    }
}
