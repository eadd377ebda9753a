// One client for all servers: round trips over a Unix socket, one request at a time.
//
//   latency SOCKET REQUEST-FILE REPLY-LENGTH COUNT
//
// Sends the request and reads REPLY-LENGTH bytes, COUNT times. Sixteen digits `0000000000000000` in the request, if there
// are any, become a fresh number each time. Prints `p50 p99` in nanoseconds.

#define _GNU_SOURCE
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static char request[65536];
static char reply[65536];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static int ascending(const void *one, const void *other) {
    uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return a < b ? -1 : a > b;
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fprintf(stderr, "usage: latency SOCKET REQUEST-FILE REPLY-LENGTH COUNT\n");
        return 2;
    }
    FILE *file = fopen(argv[2], "rb");
    if (!file) fail(argv[2]);
    size_t length = fread(request, 1, sizeof request - 1, file);
    fclose(file);
    size_t reply_length = strtoul(argv[3], NULL, 10);
    size_t count = strtoul(argv[4], NULL, 10);
    if (reply_length == 0 || reply_length > sizeof reply || count == 0) return 2;
    char *number = memmem(request, length, "0000000000000000", 16);

    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(argv[1]) >= sizeof address.sun_path) return 2;
    strcpy(address.sun_path, argv[1]);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) fail("socket");
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address) < 0) fail(argv[1]);

    uint64_t *times = malloc(count * sizeof *times);
    if (!times) fail("malloc");
    uint64_t fresh = now() / 1000 % 10000000000000000u;
    for (size_t i = 0; i < count; i++) {
        uint64_t rest = fresh++;
        if (number) for (int place = 15; place >= 0; place--, rest /= 10) number[place] = (char)('0' + rest % 10);
        uint64_t start = now();
        if (write(descriptor, request, length) != (ssize_t)length) fail("write");
        for (size_t received = 0; received < reply_length;) {
            // As redis-benchmark does, wait before reading: a reader that blocks is woken for nothing when the server takes the
            // request off the socket (unix_write_space in the kernel), which costs the slower server two task switches more.
            struct pollfd readable = {.fd = descriptor, .events = POLLIN};
            if (poll(&readable, 1, -1) < 0) fail("poll");
            ssize_t part = read(descriptor, reply + received, reply_length - received);
            if (part < 0) fail("read");
            if (part == 0) {
                fprintf(stderr, "latency: the server closed the connection\n");
                return 1;
            }
            received += (size_t)part;
        }
        times[i] = now() - start;
        if (reply[0] == '-') {
            fprintf(stderr, "latency: the server answered %.*s\n", (int)reply_length, reply);
            return 1;
        }
    }
    qsort(times, count, sizeof *times, ascending);
    printf("%llu %llu\n", (unsigned long long)times[count / 2], (unsigned long long)times[count * 99 / 100]);
    return 0;
}
