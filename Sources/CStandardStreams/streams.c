#include "CStandardStreams.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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

int standard_output_finish(void)
{
    int has_failed = ferror(stdout) != 0;

    errno = 0;
    if (fclose(stdout) == 0 && !has_failed) {
        return 0;
    }
    return errno != 0 ? errno : -1;
}
