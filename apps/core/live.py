"""Live messages to browsers: written after commit, carried by Redis, or by a table that is polled where there is none.

They may be lost. The event table is the truth, and a client that missed something asks for it.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import cache
from typing import Any

import redis
import redis.asyncio
from django.conf import settings
from django.db import Error as DatabaseFailure
from django.db import transaction
from django.utils import timezone

from apps.core.models import LiveMessage

CHANNEL = "bifocal-live"
POLL_SECONDS = 0.2
KEPT = timedelta(minutes=1)
HEARING: dict[str, Any] = {"type": "hearing"}  # The carrier is there, or there again: what was said before is lost.
logger = logging.getLogger(__name__)


def publish(payload: dict[str, Any]) -> None:
    """Send `payload` (JSON values; it names its workspace) once the transaction has committed."""
    transaction.on_commit(lambda: publish_now(payload), robust=True)


def publish_now(payload: dict[str, Any]) -> None:
    """Send at once; for progress, whose transaction is still open. Never raises for a carrier that is away."""
    if not settings.REDIS_URL:
        LiveMessage.objects.create(payload=payload)
        return
    try:
        _carrier().publish(CHANNEL, json.dumps(payload))
    except redis.RedisError as error:
        logger.warning("A live message was not carried: %s", error)


async def say(payload: dict[str, Any]) -> None:
    """Send at once, from an event loop, what is worth nothing a moment later. It never raises either."""
    if settings.REDIS_URL:
        await asyncio.to_thread(publish_now, payload)
        return
    try:
        await LiveMessage.objects.acreate(payload=payload)
    except DatabaseFailure as error:
        logger.warning("A live message was not carried: %s", error)


@cache
def _carrier() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1)


async def messages() -> AsyncIterator[dict[str, Any]]:
    """All live messages from now on, for one web process. It goes on, with HEARING, when its carrier was away."""
    source = _from_redis if settings.REDIS_URL else _from_table
    while True:
        try:
            async for payload in source():
                yield payload
        except (redis.RedisError, OSError, DatabaseFailure) as error:
            logger.warning("The live feed lost its carrier and tries again: %s", error)
            await asyncio.sleep(1)


async def _from_redis() -> AsyncIterator[dict[str, Any]]:
    async with (
        redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_timeout=None) as connection,
        connection.pubsub() as subscription,
    ):
        await subscription.subscribe(CHANNEL)
        async for message in subscription.listen():
            if message["type"] == "subscribe":
                yield HEARING
            if message["type"] == "message":
                yield json.loads(message["data"])


async def _from_table() -> AsyncIterator[dict[str, Any]]:
    newest = await LiveMessage.objects.order_by("-id").afirst()
    last = newest.pk if newest else 0
    yield HEARING
    while True:
        async for message in LiveMessage.objects.filter(id__gt=last).order_by("id"):
            last = message.pk
            yield message.payload
        await asyncio.sleep(POLL_SECONDS)


def sweep() -> None:
    """Forget live messages that every feed has long read."""
    LiveMessage.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
