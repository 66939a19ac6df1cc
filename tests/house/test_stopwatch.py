"""The stopwatch of the tests shows what a process does and what it waits for, so that a bound measured with it can fail."""

from __future__ import annotations

import os
import threading
import time

from stopwatch import Stopwatch


def test_what_a_process_waits_for_of_its_own_accord_counts() -> None:
    ended = threading.Thread(target=time.sleep, args=(0.01,))
    ended.start()
    watch = Stopwatch(os.getpid())
    ended.join()
    time.sleep(0.1)
    assert watch.seconds >= 0.1


def test_what_a_process_works_counts() -> None:
    watch, began = Stopwatch(os.getpid()), time.thread_time()
    while time.thread_time() - began < 0.05:
        pass
    assert watch.seconds >= 0.04  # the kernel counts waiting and work in two places, a little apart
