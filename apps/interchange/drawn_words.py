"""What drawings say of their own, in the language of whoever asks."""

from django.utils.translation import get_language, pgettext

from apps.catalog.languages import vocabulary_in
from apps.systems.svg import Words


def words_now() -> Words:
    """Labels of kinds and trust, and the first letter of what the page calls each deed."""
    kinds = vocabulary_in(get_language() or "en").kinds
    return Words(
        {name: spec.label for name, spec in kinds.items()},
        {
            "untrusted": pgettext("trust", "untrusted"),
            "partner": pgettext("trust", "partner"),
            "internal": pgettext("trust", "internal"),
            "restricted": pgettext("trust", "restricted"),
        },
        {
            "added": pgettext("letter of what was added", "A"),
            "changed": pgettext("letter of what was changed", "C"),
            "gone": pgettext("letter of what is gone", "G"),
        },
    )
