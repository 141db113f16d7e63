"""The shapes of an answer to a match, for the schema. Made by `search.matched` and `search.understanding.telling`."""

from typing import Any

from rest_framework import serializers

STAGES = ("baby", "child", "teenager", "young", "parent", "adult", "older", "unknown")


class PlacedSerializer(serializers.Serializer[Any]):
    """Something heard, and where: `text[start:end]` is `words`."""

    label = serializers.CharField()  # type: ignore[assignment]  # of the field's own label
    words = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class SaidSerializer(PlacedSerializer):
    sure = serializers.FloatField(min_value=0, max_value=1)


class PersonSerializer(serializers.Serializer[Any]):
    who = serializers.CharField(help_text="Somebody else, as the text calls them.")
    words = serializers.CharField()
    interests = SaidSerializer(many=True)
    not_interests = SaidSerializer(many=True)


class ReadingSerializer(serializers.Serializer[Any]):
    interests = SaidSerializer(many=True)
    not_interests = SaidSerializer(many=True)
    gifts = SaidSerializer(many=True)
    people = PersonSerializer(many=True)
    when = PlacedSerializer(many=True)
    travel = PlacedSerializer(many=True)
    access = PlacedSerializer(many=True)
    company = PlacedSerializer(many=True)
    who = serializers.ChoiceField(choices=STAGES, help_text="The stage of life that the text tells.")
    not_understood = serializers.ListField(child=serializers.CharField())


class MatchedSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    source_id = serializers.CharField(allow_null=True)
    name = serializers.CharField()
    score = serializers.FloatField()
    reasons = serializers.ListField(child=serializers.CharField())
    reason_facts = serializers.ListField(child=serializers.DictField())
    stops = serializers.ListField(child=serializers.CharField(), help_text="What would stop it.")


class OthersSerializer(serializers.Serializer[Any]):
    who = serializers.CharField(help_text="One of `reading.people`.")
    matches = MatchedSerializer(many=True)


class MatchAnswerSerializer(serializers.Serializer[Any]):
    reading = ReadingSerializer()
    matches = MatchedSerializer(many=True, required=False, help_text="Left out with reading_only.")
    people_matches = OthersSerializer(many=True, required=False, help_text="What others in the text would go to.")
