#define _GNU_SOURCE
#include "CPeerCredentials.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/types.h>

#ifndef SO_PEERGROUPS
#define SO_PEERGROUPS 59
#endif

_Static_assert(sizeof(gid_t) == sizeof(uint32_t), "the kernel writes the groups as gid_t");

int peer_credentials_read(int descriptor, struct peer_credentials *credentials) {
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
        return errno;
    // A socket that never had a peer answers with process 0 and nobody's ids.
    if (length != sizeof peer || peer.pid == 0)
        return ENOTCONN;
    credentials->process = peer.pid;
    credentials->user = peer.uid;
    credentials->group = peer.gid;
    return 0;
}

int peer_groups_read(int descriptor, uint32_t *groups, size_t *count) {
    socklen_t length = (socklen_t)(*count * sizeof *groups);
    int result = getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, groups, &length) == 0 ? 0 : errno;
    if (result == 0 || result == ERANGE)
        *count = length / sizeof *groups;
    return result;
}
