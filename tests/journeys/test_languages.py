"""The app in another language: chosen in the menu, kept by the browser, on every page and in what the server says."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import Library
from tests.journeys.test_accessibility import barriers

pytestmark = pytest.mark.journey


@pytest.fixture
def german(page: Page) -> Page:
    """Somebody who chose German in the menu."""
    page.goto("/w/demo")
    choose(page, "Deutsch", menu="You")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    return page


def test_a_person_chooses_german_and_goes_back_to_english(page: Page) -> None:
    page.goto("/w/demo")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    choose(page, "Deutsch", menu="You")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", name="Beispielsysteme")).to_be_visible()
    page.goto("/w/demo/systems")
    expect(page.get_by_role("heading", name="Systeme", exact=True)).to_be_visible()
    choose(page, "English", menu="Eigenes Menü")
    expect(page.get_by_role("heading", name="Systems", exact=True)).to_be_visible()


def test_every_page_speaks_german_without_barriers(german: Page, desk: Library) -> None:
    first, *_ = desk.suggest()
    desk.decide(first, "open")
    agent = desk.element("Desk agent")["id"]
    places = {
        "/w/demo": "Beginnen mit",
        "/w/demo/systems": "Neues System",
        "/w/demo/catalogue?q=planted": "KI-Security",
        f"/w/demo/catalogue/{first['entry']}": "Vorgeschlagen, wenn",
        "/w/demo/new-entry": "Neuer Eintrag",
        "/w/demo/controls?hurts=either": "Wirkung auf beide Seiten",
        f"/w/demo/controls/{first['controls'][0]['slug']}": "Wie man herausfindet, ob sie wirkt",
        "/w/demo/packs": "Paket importieren",
        "/w/demo/settings": "Schlüssel für Programme",
        f"{desk.address}/picture?show={agent}": "Eine Schleife, die mit Modell, Zustand und Werkzeugen plant",
        f"{desk.address}/picture?view=outline&show=system": "Gilt für alle Elemente",
        f"{desk.address}/stake": "Ereignisse, die nie geschehen dürfen",
        f"{desk.address}/suggestions": "Jemand will, dass es geschieht",
        f"{desk.address}/findings/{first['id']}": "Kommt von den Regeln",
        f"{desk.address}/reports": "Noch kein Bericht.",
        f"{desk.address}/history": "hat Vorschläge angefordert",
        "/attic": "Hier ist nichts",
    }
    found = {place: barriers(german, place, seen, ("light",)) for place, seen in places.items()}
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_what_the_catalogue_says_is_marked_as_english(german: Page, desk: Library) -> None:
    first, *_ = desk.suggest()
    german.goto(f"{desk.address}/suggestions?finding={first['id']}")
    card = german.locator(f"[data-finding='{first['id']}']")
    expect(card.get_by_role("heading")).to_have_attribute("lang", "en")
    expect(card.get_by_text("Weil")).to_be_visible()
    german.goto(f"/w/demo/catalogue/{first['entry']}")
    expect(german.get_by_role("heading", level=1).locator("[lang=en]")).to_have_text(first["title"])


def test_dates_numbers_and_refusals_are_german(german: Page, desk: Library) -> None:
    german.goto(f"{desk.address}/history")
    weekdays = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
    expect(german.get_by_role("heading", name=re.compile(rf"^({weekdays}), \d+\. \w+ 20\d\d$"))).to_be_visible()
    german.goto("/w/demo/settings")
    german.get_by_label("Name des Arbeitsbereichs").fill("\u200b")
    german.get_by_role("button", name="Umbenennen").click()
    expect(german.get_by_text("Davon ist nichts zu sehen: es braucht einen Buchstaben")).to_be_visible()


def test_the_pages_of_the_server_speak_the_language_of_the_browser(visitor: Page) -> None:
    visitor.set_extra_http_headers({"Accept-Language": "de-DE,de;q=0.9"})
    visitor.goto("/accounts/login/")
    expect(visitor.locator("html")).to_have_attribute("lang", "de")
    expect(visitor.get_by_text("Mit dem Demo-Konto ausprobieren.")).to_be_visible()
    visitor.get_by_label("E-Mail").fill("niemand@bifocal.example")
    visitor.get_by_role("textbox", name="Passwort").fill("falsch")
    visitor.get_by_role("button", name="Anmelden").click()
    expect(visitor.get_by_text("Die E-Mail-Adresse und/oder das Passwort sind leider falsch.")).to_be_visible()


def choose(page: Page, language: str, menu: str) -> None:
    page.get_by_role("button", name=menu, exact=True).click()
    page.get_by_text(language, exact=True).click()
