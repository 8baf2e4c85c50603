"""A model's output → records → training data → the same model. Pure: no Django here."""

from collections.abc import Iterator
from itertools import islice

from apps.analysis.patterns.routes import MODELS, Route, Walk

LEARNT_FROM = ("training_data", "training_pipeline")
MOST_MODELS = 8  # Of the models that learn from one place, so many are tried, the nearest first.


def routes(walk: Walk) -> Iterator[Route]:
    """At the training data, or at the pipeline where no data is drawn: what the model puts out comes back to it."""
    for kind in LEARNT_FROM:
        for learnt in walk.of_kinds({kind}):
            models = (one for one in walk.within_reach(learnt.id) if walk.kind_of[one] in MODELS)
            ways = ((walk.way(model, learnt.id), model) for model in islice(models, MOST_MODELS))
            coming, model = next((way for way in ways if way[0]), ((), ""))
            if coming:
                text = f"what {walk.name(model)} puts out comes back as {learnt.name}, from which it learns"
                yield Route(learnt.id, (*coming, *walk.way(learnt.id, model)[1:]), text)
