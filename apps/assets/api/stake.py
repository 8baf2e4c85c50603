"""Assets and losses over HTTP."""

from rest_framework import serializers

from apps.assets.models import Asset, Loss
from apps.systems.http import PartIdsField, PartSerializer, PartViewSet, WordsField
from apps.systems.models import Element, Flow


class AssetSerializer(PartSerializer):
    data_classes = WordsField(child=serializers.CharField(max_length=40), required=False)
    needs = serializers.DictField(child=serializers.CharField(max_length=10), required=False)
    held_by = PartIdsField(Element, Flow, required=False)

    class Meta(PartSerializer.Meta):
        model = Asset
        fields = (*PartSerializer.Meta.fields, "name", "description", "data_classes", "needs", "held_by")


class AssetViewSet(PartViewSet):
    model = Asset
    serializer_class = AssetSerializer


class LossSerializer(PartSerializer):
    impact = serializers.DictField(child=serializers.IntegerField(), required=False)
    assets = PartIdsField(Asset, required=False)

    class Meta(PartSerializer.Meta):
        model = Loss
        fields = (*PartSerializer.Meta.fields, "title", "description", "impact", "irreversible", "assets")


class LossViewSet(PartViewSet):
    model = Loss
    serializer_class = LossSerializer
