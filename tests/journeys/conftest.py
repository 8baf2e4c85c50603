"""A running product and a browser page on it: `page` is signed in as the demo person, `visitor` is not."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tests.browser import ARGUMENTS, MISSING, browser_path
from tests.product import Product, product
from tests.services import database_of_its_own, services

WINDOW = ViewportSize(width=1360, height=900)


@pytest.fixture(scope="session")
def running_product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The product on PostgreSQL and Redis with its sample systems, as it would be after `make run`."""
    folder = tmp_path_factory.mktemp("journeys")
    with (
        services() as servers,
        database_of_its_own(servers["DATABASE_URL"], "journeys") as database,
        product(folder, database, servers["REDIS_URL"]) as made,
    ):
        made.start_web()
        made.start_worker()
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        # In continuous integration a journey that nobody took must not look like one that went well.
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visitor(browser: Browser, running_product: Product, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a browser that nobody has signed in with. Scripts' errors fail the test."""
    expect.set_options(timeout=15_000)
    context = browser.new_context(base_url=running_product.address, viewport=WINDOW, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    pictures = os.environ.get("BIFOCAL_SCREENSHOTS")
    if pictures:
        Path(pictures).mkdir(parents=True, exist_ok=True)
        opened.screenshot(path=f"{pictures}/{request.node.name}.png")
    context.close()
    assert errors == []


@pytest.fixture
def page(visitor: Page) -> Page:
    """A page with the demo person signed in, at the start page."""
    demo = settings.DEMO_LOGIN
    assert demo, "There is no demo login in production."
    visitor.goto("/accounts/login/")
    visitor.locator("input[name=login]").fill(demo["email"])
    visitor.locator("input[name=password]").fill(demo["password"])
    visitor.locator("button[type=submit]").first.click()
    visitor.wait_for_url(lambda url: "/accounts/login" not in url)
    return visitor
