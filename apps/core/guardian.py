"""Runs a command that must not outlive its starter: `python -m apps.core.guardian COMMAND …`.

The starter holds the other end of our standard input. When it closes that, or dies in whatever way, the input ends,
and so does the command with all that it has started.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

GRACE_SECONDS = 8.0


def start_guarded(command: list[str], environment: Mapping[str, str], **options: Any) -> "subprocess.Popen[bytes]":
    """The starter's side: run a Python module with its arguments under a guardian, until its input is closed."""
    guarded = [sys.executable, "-m", "apps.core.guardian", sys.executable, "-m", *command]
    return subprocess.Popen(guarded, stdin=subprocess.PIPE, env=environment, **options)  # noqa: S603 - our own commands.


def stop_guarded(*processes: "subprocess.Popen[bytes]") -> None:
    """Stop all of them at once and wait until the last has gone."""
    for process in processes:
        if process.stdin:
            process.stdin.close()
    for process in processes:
        process.wait(timeout=GRACE_SECONDS + 5)


def guard(command: list[str]) -> int:
    """Run `command` until it ends by itself or our standard input does. Returns its exit code."""
    # Ctrl-C and a closed terminal reach the starter too, and it is the starter who decides what they mean.
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, restore_signals=True)  # noqa: S603 - runs what it was told to run.
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=_stop, args=[process], daemon=True).start())
    threading.Thread(target=_stop_at_end_of_input, args=[process], daemon=True).start()
    code = process.wait()
    _kill_group(process)
    return code


def _stop_at_end_of_input(process: "subprocess.Popen[bytes]") -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask the command alone, which knows how to end its own children; after a while end all of them."""
    process.terminate()
    try:
        process.wait(timeout=GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        _kill_group(process)


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(guard(sys.argv[1:]))
