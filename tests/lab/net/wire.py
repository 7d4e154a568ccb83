#!/usr/bin/python3
"""A cable between two network namespaces that delays, loses, slows and swallows frames.

usage: wire.py CONTROL_SOCKET NAMESPACE_A:INTERFACE NAMESPACE_B:INTERFACE

The kernel's own delay queue is not available everywhere, so this does it in user space: one TAP device in each
namespace, and a queue between them. Settings come as one JSON line per connection on the control socket:
    {"ab": {"delay": ms, "jitter": ms, "loss": percent, "rate": kbit/s, "max": bytes}, "ba": {...}, "seed": n}
Missing keys mean a perfect cable. `max` swallows longer frames without a word: a path-MTU black hole. The answer
is "ok" once the settings hold.
"""
import ctypes
import fcntl
import heapq
import json
import os
import random
import select
import socket
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000
CLONE_NEWNET = 0x40000000
libc = ctypes.CDLL(None, use_errno=True)


def open_tap(place):
    """Makes a TAP in a namespace. The device stays there after this process has gone back home."""
    namespace, interface = place.split(":")
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    away = os.open("/run/netns/" + namespace, os.O_RDONLY)
    if libc.setns(away, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns " + namespace)
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", interface.encode(), IFF_TAP | IFF_NO_PI))
    libc.setns(home, CLONE_NEWNET)
    os.close(away)
    os.close(home)
    return tap


class Direction:
    """One way of the cable."""

    def __init__(self, out):
        self.out = out
        self.queue = []
        self.number = 0
        self.line_free = 0.0
        self.last = 0.0
        self.set({}, None)

    def set(self, settings, seed):
        self.delay = settings.get("delay", 0) / 1000
        self.jitter = settings.get("jitter", 0) / 1000
        self.loss = settings.get("loss", 0) / 100
        self.rate = settings.get("rate", 0) * 1000 / 8
        self.max = settings.get("max", 0)
        self.random = random.Random(seed)

    def take(self, frame, now):
        # 14 octets of Ethernet header do not count into what the other end calls its MTU.
        if self.max and len(frame) - 14 > self.max:
            return
        if self.loss and self.random.random() < self.loss:
            return
        due = now + self.delay + (self.random.uniform(0, self.jitter) if self.jitter else 0)
        if self.rate:
            self.line_free = max(self.line_free, now) + len(frame) / self.rate
            due += self.line_free - now
        # A cable does not let frames overtake each other: reordering would look like loss to TCP.
        due = self.last = max(due, self.last)
        self.number += 1
        heapq.heappush(self.queue, (due, self.number, frame))

    def give(self, now):
        while self.queue and self.queue[0][0] <= now:
            frame = heapq.heappop(self.queue)[2]
            try:
                os.write(self.out, frame)
            except OSError:
                pass  # the interface is down: a cable that is pulled out loses frames


def main():
    control_path, place_a, place_b = sys.argv[1:4]
    tap_a, tap_b = open_tap(place_a), open_tap(place_b)
    to_b, to_a = Direction(tap_b), Direction(tap_a)
    control = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    control.bind(control_path)
    control.listen(8)
    poll = select.poll()
    for descriptor in (tap_a, tap_b, control.fileno()):
        poll.register(descriptor, select.POLLIN)
    while True:
        now = time.monotonic()
        due = [direction.queue[0][0] for direction in (to_a, to_b) if direction.queue]
        wait = max(0.0, min(due) - now) * 1000 if due else None
        # poll() rounds down to whole milliseconds: half a millisecond more keeps it from spinning.
        ready = poll.poll(None if wait is None else wait + 0.5)
        now = time.monotonic()
        for descriptor, _ in ready:
            if descriptor == control.fileno():
                connection, _ = control.accept()
                settings = json.loads(connection.makefile().readline() or "{}")
                to_b.set(settings.get("ab", {}), settings.get("seed"))
                to_a.set(settings.get("ba", {}), settings.get("seed"))
                connection.sendall(b"ok\n")
                connection.close()
                continue
            direction = to_b if descriptor == tap_a else to_a
            try:
                while True:
                    direction.take(os.read(descriptor, 65536), now)
            except BlockingIOError:
                pass
            except OSError:
                pass  # the interface is down for the moment
        to_a.give(now)
        to_b.give(now)


main()
