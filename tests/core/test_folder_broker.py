"""The broker in a folder: a message is there whole or not at all, however often somebody looks."""

import threading
from pathlib import Path
from queue import Empty
from typing import Any

from kombu import Connection

from apps.core.folder_broker import NAME, register

MESSAGES = 400


def _channel(connection: Connection) -> Any:
    """Its own methods are what is tested, and no type knows of them."""
    return connection.channel()


def test_no_reader_ever_meets_half_a_message(tmp_path: Path) -> None:
    register()
    options = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path), "control_folder": str(tmp_path / "c")}
    found: list[int] = []
    with Connection(f"{NAME}://localhost", transport_options=options) as connection:
        channel, other = _channel(connection), _channel(connection)

        def write() -> None:
            for number in range(MESSAGES):
                other._put("work", {"number": number, "filling": "x" * 20_000})

        writer = threading.Thread(target=write)
        writer.start()
        while writer.is_alive() or any(tmp_path.glob("*.msg")):
            try:
                found.append(channel._get("work")["number"])
            except Empty:
                continue
        writer.join()
    assert sorted(found) == list(range(MESSAGES))


def test_what_somebody_left_half_written_is_no_message(tmp_path: Path) -> None:
    register()
    (tmp_path / "1_a.work.msg").write_text('{"half', encoding="utf-8")
    options = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path), "control_folder": str(tmp_path / "c")}
    with Connection(f"{NAME}://localhost", transport_options=options) as connection:
        try:
            raise AssertionError(_channel(connection)._get("work"))
        except Empty:
            pass
