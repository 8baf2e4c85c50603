"""What is probably at stake in a system, over HTTP. Whoever picks something creates it like any other part."""

from typing import Any, get_args

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from apps.analysis.staking import stake_suggestions
from apps.assets.reading import read_graph
from apps.catalog.stake_rows import StakeType, builtin_stake
from apps.systems.http import SystemViewSet
from apps.systems.models import System

MOST_PLACES = 1_000  # As many as an asset may be held by.


class StakeSuggestionSerializer(serializers.Serializer[Any]):
    """Send `external_ids: [{"format": "bifocal-stake", "file": "", "id": slug}]` with what you create from one: then it
    is not suggested again, whatever you call it.
    """

    slug = serializers.CharField(source="entry.slug")
    type = serializers.ChoiceField(choices=get_args(StakeType), source="entry.type")
    title = serializers.CharField(source="entry.title")
    gist = serializers.CharField(source="entry.gist")
    data_classes = serializers.ListField(child=serializers.CharField(), source="entry.data_classes")
    needs = serializers.DictField(child=serializers.CharField(), source="entry.needs")
    impact = serializers.DictField(child=serializers.IntegerField(), source="entry.impact")
    irreversible = serializers.BooleanField(source="entry.irreversible")
    because = serializers.ListField(child=serializers.CharField(), help_text="The first few facts that call for it.")
    more = serializers.IntegerField(help_text="So many further places say the same.")
    places = serializers.SerializerMethodField(help_text="Ids of the elements and flows that call for it.")

    def get_places(self, row: Any) -> list[str]:
        return list(row.places[:MOST_PLACES])


class StakeSuggestionViewSet(SystemViewSet):
    """Assets, losses and assumptions that this model calls for and that nobody has written down yet."""

    model = System
    serializer_class = StakeSuggestionSerializer
    pagination_class = None

    @extend_schema(responses=StakeSuggestionSerializer(many=True))
    def list(self, request: Request, **_: Any) -> Response:
        found = stake_suggestions(read_graph(self.system), builtin_stake())
        return Response(StakeSuggestionSerializer(found, many=True).data)
