"""A model's output → records → training data → the same model. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import MODELS, Route, Walk

LEARNT_FROM = ("training_data", "training_pipeline")


def routes(walk: Walk) -> Iterator[Route]:
    """At the training data, or at the pipeline where no data is drawn: what the model puts out comes back to it."""
    learns = walk.ways([element.id for element in walk.of_kinds(MODELS)], against=True)
    for kind in LEARNT_FROM:
        for learnt in walk.of_kinds({kind}):
            going = learns(learnt.id)
            coming = walk.way(going[-1], learnt.id) if going else ()
            if coming:
                text = f"what {walk.name(coming[0])} puts out comes back as {learnt.name}, from which it learns"
                yield Route(learnt.id, (*coming, *going[1:]), text)
