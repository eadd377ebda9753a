// The yardstick for FastAGI: an epoll server on 127.0.0.1 with the same dialogue as majord, which looks at nothing.
//
//   fastagi-server PORT COMMANDS-FILE
//
// After the empty line of a header it sends the first line of COMMANDS-FILE, after each line that it gets the next one, and after the
// answer to the last one it closes.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { most_connections = 8192, most_commands = 64 };

static char input[65536];
static char commands[65536];
static size_t starts[most_commands + 1];
static size_t command_count;

// How many commands each connection has been sent, and the last byte that it sent.
static struct {
    size_t sent;
    char last;
} states[most_connections];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int listen_on(const char *port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) fail("socket");
    int on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(descriptor, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
    if (listen(descriptor, 4096) < 0) fail("listen");
    return descriptor;
}

static void read_commands(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    size_t length = fread(commands, 1, sizeof commands, file);
    fclose(file);
    for (size_t i = 0; i < length && command_count < most_commands; i++)
        if (commands[i] == '\n') starts[++command_count] = i + 1;
    if (command_count == 0) exit(2);
}

// Takes what has been received. Returns whether the dialogue goes on.
static int take(int descriptor, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (input[i] == '\n' && (states[descriptor].sent > 0 || states[descriptor].last == '\n')) {
            size_t next = states[descriptor].sent++;
            if (next == command_count) return 0;
            size_t length = starts[next + 1] - starts[next];
            if (send(descriptor, commands + starts[next], length, MSG_NOSIGNAL) != (ssize_t)length) return 0;
        }
        states[descriptor].last = input[i];
    }
    return 1;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: fastagi-server PORT COMMANDS-FILE\n");
        return 2;
    }
    read_commands(argv[2]);
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
                int on = 1;
                setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                states[peer].sent = 0;
                states[peer].last = 0;
                event = (struct epoll_event){.events = EPOLLIN, .data.fd = peer};
                if (epoll_ctl(loop, EPOLL_CTL_ADD, peer, &event) < 0) fail("epoll_ctl");
                continue;
            }
            ssize_t received = read(descriptor, input, sizeof input);
            if (received < 0 && errno == EAGAIN) continue;
            if (received <= 0 || !take(descriptor, (size_t)received)) close(descriptor);
        }
    }
}
