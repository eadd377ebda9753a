// The parts of libsystemd that Swift can call: everything used is a plain, non-variadic function. The library is loaded when it is used first, so that
// what is started without systemd, such as majorctl, does not wait for it and the six libraries that it needs.
#pragma once

// Without this sd_journal_sendv() is also a macro that adds this header's line as the code location.
#define SD_JOURNAL_SUPPRESS_LOCATION

// Else structs of the C library that these headers use (timespec, iovec) count as this module's own, and every Swift file that
// touches one has to import it.
#pragma clang module import SwiftGlibc

#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>
