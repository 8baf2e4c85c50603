"""A running product and browsers on it: `page` is signed in as the demo person, `visitor` is nobody yet."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, StorageState, ViewportSize, expect, sync_playwright

from tests.browser import ARGUMENTS, MISSING, browser_path
from tests.journeys.library import Library, fresh_name, invited, library
from tests.product import Product, product, signed_in
from tests.services import services_of_its_own

WINDOW = ViewportSize(width=1360, height=900)
PATIENCE = 15_000
Arrive = Callable[[StorageState | None], Page]


@pytest.fixture(scope="session")
def running_product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The product on PostgreSQL and Redis with its sample systems, as it would be after `make run`."""
    folder = tmp_path_factory.mktemp("journeys")
    with (
        services_of_its_own("journeys") as (database, broker),
        product(folder, database, broker) as made,
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
def arrive(browser: Browser, running_product: Product, request: pytest.FixtureRequest) -> Iterator[Arrive]:
    """Opens one more browser, with what an earlier one has kept or as a stranger. Scripts' errors fail the test."""
    expect.set_options(timeout=PATIENCE)
    pages: list[Page] = []
    errors: list[str] = []

    def open_browser(kept: StorageState | None) -> Page:
        context = browser.new_context(
            base_url=running_product.address, viewport=WINDOW, reduced_motion="reduce", storage_state=kept
        )
        context.set_default_timeout(PATIENCE)
        opened = context.new_page()
        opened.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(opened)
        return opened

    yield open_browser
    pictures = os.environ.get("BIFOCAL_SCREENSHOTS")
    for number, opened in enumerate(pages):
        if pictures:
            Path(pictures).mkdir(parents=True, exist_ok=True)
            opened.screenshot(path=f"{pictures}/{request.node.name}-{number}.png")
        opened.context.close()
    assert errors == []


@pytest.fixture
def visitor(arrive: Arrive) -> Page:
    """A page of a browser that nobody has signed in with."""
    return arrive(None)


@pytest.fixture(scope="session")
def program(running_product: Product) -> Iterator[httpx.Client]:
    """The demo person as a program, for what has to be there before a journey begins."""
    with closing(signed_in(running_product.address)) as client:
        yield client


def sign_in(page: Page) -> None:
    """The demo person signs in with the form, in a session of their own."""
    login = settings.DEMO_LOGIN
    assert login, "There is no demo login in production."
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(login["email"])
    page.get_by_role("textbox", name="Password").fill(login["password"])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/w/**")


@pytest.fixture(scope="session")
def demo(browser: Browser, running_product: Product) -> StorageState:
    """What a browser keeps once the demo person has signed in. All journeys share it, so none may sign out with it."""
    with closing(browser.new_context(base_url=running_product.address)) as context:
        page = context.new_page()
        sign_in(page)
        return context.storage_state()


@pytest.fixture
def page(arrive: Arrive, demo: StorageState) -> Page:
    """A page with the demo person signed in. It is nowhere yet: a page that nobody looks at costs a second."""
    return arrive(demo)


@pytest.fixture(scope="session")
def viewer(browser: Browser, running_product: Product, program: httpx.Client) -> StorageState:
    """What a browser keeps once somebody has joined the demo workspace who may only look."""
    with closing(browser.new_context(base_url=running_product.address)) as context:
        page = context.new_page()
        invited(page, program, role="viewer", email="vera@bifocal.example")
        return context.storage_state()


@pytest.fixture(scope="session")
def edda(browser: Browser, running_product: Product, program: httpx.Client) -> StorageState:
    """What a browser keeps once a second editor has joined the demo workspace."""
    with closing(browser.new_context(base_url=running_product.address)) as context:
        page = context.new_page()
        invited(page, program, role="editor", email="edda@bifocal.example")
        return context.storage_state()


@pytest.fixture
def desk(program: httpx.Client) -> Library:
    """The library's system, imported anew for this journey and nothing asked yet."""
    return library(program, name=fresh_name("Library"))
