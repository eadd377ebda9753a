// Who is at the other end of a connected Unix socket, as the kernel noted it when the peer connected (unix(7),
// socket(7)). In C because glibc shows `struct ucred` only with _GNU_SOURCE, which Swift's importer does not set.

#ifndef CPEERCREDENTIALS_H
#define CPEERCREDENTIALS_H

#include <stddef.h>
#include <stdint.h>

struct peer_credentials {
    int32_t process;
    uint32_t user;
    uint32_t group;
};

/// Reads SO_PEERCRED. Returns 0, or an errno value.
int peer_credentials_read(int descriptor, struct peer_credentials *credentials);

/// Reads SO_PEERGROUPS, the peer's supplementary groups. `count` goes in as the room in `groups` and comes out as the
/// number of groups. Returns 0, ERANGE when there is not enough room (`count` says how much is needed), or an errno
/// value.
int peer_groups_read(int descriptor, uint32_t *groups, size_t *count);

#endif
