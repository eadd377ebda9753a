"""Connecting to a Unix socket as majorctl does: a full backlog is waited for, which Python's own limit of time does not (connect(2): EAGAIN)."""

import socket
import struct


def connected(path, seconds=20):
    """A connection whose every step may take so many seconds."""
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", int(seconds), int(seconds % 1 * 1e6)))
        connection.connect(path)
        connection.settimeout(seconds)
    except BaseException:
        connection.close()
        raise
    return connection
