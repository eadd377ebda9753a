#include "CStandardStreams.h"

#include <fcntl.h>
#include <unistd.h>

__attribute__((constructor)) void standard_streams_open(void)
{
    int descriptor;

    // The lowest free number is taken each time.
    do {
        descriptor = open("/dev/null", O_RDWR);
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0) {
        close(descriptor);
    }
}
