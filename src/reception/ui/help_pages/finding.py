"""Finding a page of the help by a few letters, with or without the marks of Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reception.domain.text import fold
from reception.ui.help_pages.topics import Difficulty, Topic


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found, or one of its difficulties."""

    topic: Topic
    difficulty: Difficulty | None = None

    @property
    def title(self) -> str:
        """What a list shows of it."""
        return self.difficulty.seen if self.difficulty else self.topic.title


def find(topics: Iterable[Topic], query: str) -> list[Hit]:
    """The pages and difficulties in which every word begins somewhere, the closest first.

    A word in a title, or in what is seen, counts more than one in the text below it.
    """
    words = fold(query).split()
    if not words:
        return []
    ranked: list[tuple[int, Hit]] = []
    for topic in topics:
        name = " ".join((topic.title, *topic.also))
        for hit, strong, weak in _passages(topic, name):
            found = [_rank(word, strong, weak) for word in words]
            if all(found):
                ranked.append((sum(found), hit))
    ranked.sort(key=lambda pair: -pair[0])  # stable: as in the contents among equals
    return [hit for _rank, hit in ranked]


def found_in(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of a query begin in a text: start and length of each."""
    letters = [(fold(letter) or " ", place) for place, letter in enumerate(text)]
    # A letter that folds to several, such as a ligature, counts as its first.
    bare = " " + "".join(letter[0] for letter, _place in letters)
    spans: list[tuple[int, int]] = []
    for word in fold(query).split():
        at = bare.find(f" {word}")
        while at >= 0:
            spans.append((at, len(word)))
            at = bare.find(f" {word}", at + 1)
    return sorted(spans)


def _passages(topic: Topic, name: str) -> Iterable[tuple[Hit, str, str]]:
    """Each thing that can be found, with the words that count more and those that count less."""
    told = (topic.purpose, *topic.parts, *(words for pair in topic.keys for words in pair))
    yield Hit(topic), _folded((name,)), _folded(told)
    for difficulty in topic.difficulties:
        # Its page's name helps to find it, but is not what it tells.
        yield (
            Hit(topic, difficulty),
            _folded((difficulty.seen,)),
            _folded((difficulty.remedy, name)),
        )


def _folded(texts: Sequence[str]) -> str:
    return f" {fold(' '.join(texts))}"


def _rank(word: str, strong: str, weak: str) -> int:
    if f" {word}" in strong:
        return 3
    return 1 if f" {word}" in weak else 0
