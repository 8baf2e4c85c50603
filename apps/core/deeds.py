"""How a layer below the audit trail says what it did: activity listens, and records it in the same transaction.

Everybody above activity calls `activity.services.record` instead.
"""

from django.dispatch import Signal

done = Signal()  # actor, verb ("member.joined"), row, changes
