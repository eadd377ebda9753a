// Asterisk's part of FastAGI: one call after the other, each on a connection of its own.
//
//   fastagi-calls PORT HEADER-FILE COUNT
//
// Connects to 127.0.0.1, sends the header in one piece, and answers every line with `200 result=1` until the server closes. Sixteen
// digits `0000000000000000` in the header, if there are any, become a fresh number each time, once. Prints `p50 p99` in nanoseconds,
// from connecting to the end, and then what the server sent in the last call.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static char header[65536];
static char replies[65536];

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

// One call; returns how many bytes the server sent.
static size_t call(const struct sockaddr_in *address, size_t length) {
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) fail("socket");
    int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(descriptor, (const struct sockaddr *)address, sizeof *address) < 0) fail("connect");
    if (write(descriptor, header, length) != (ssize_t)length) fail("write");
    size_t received = 0;
    for (;;) {
        ssize_t part = read(descriptor, replies + received, sizeof replies - received);
        if (part < 0) fail("read");
        if (part == 0) break;
        received += (size_t)part;
        if (replies[received - 1] == '\n' && write(descriptor, "200 result=1\n", 13) != 13) fail("write");
    }
    close(descriptor);
    return received;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: fastagi-calls PORT HEADER-FILE COUNT\n");
        return 2;
    }
    FILE *file = fopen(argv[2], "rb");
    if (!file) fail(argv[2]);
    size_t length = fread(header, 1, sizeof header - 1, file);
    fclose(file);
    size_t count = strtoul(argv[3], NULL, 10);
    if (length == 0 || count == 0) return 2;
    char *number = memmem(header, length, "0000000000000000", 16);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

    uint64_t *times = malloc(count * sizeof *times);
    if (!times) fail("malloc");
    uint64_t fresh = now() / 1000 % 10000000000000000u;
    size_t received = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t rest = fresh++;
        if (number) for (int place = 15; place >= 0; place--, rest /= 10) number[place] = (char)('0' + rest % 10);
        uint64_t start = now();
        received = call(&address, length);
        times[i] = now() - start;
    }
    qsort(times, count, sizeof *times, ascending);
    printf("%llu %llu\n", (unsigned long long)times[count / 2], (unsigned long long)times[count * 99 / 100]);
    fwrite(replies, 1, received, stdout);
    return 0;
}
