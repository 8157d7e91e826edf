"""Invented citizens and organisations of a commune; the same seed makes the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from reception.domain.applicant import Address, Party
from reception.domain.moments import date_words
from reception.services.invented_samples import people_samples, work_samples

_ORGANISATIONS = 40

_T = TypeVar("_T")


class Lot(Generic[_T]):
    """Things to draw from by their weights."""

    def __init__(self, weights: Mapping[_T, float]) -> None:
        self._things = list(weights)
        self._up_to = list(accumulate(weights.values()))

    def draw(self, chance: Random) -> _T:
        """One of the things."""
        return chance.choices(self._things, cum_weights=self._up_to)[0]


class Population:
    """The people and organisations who come to an invented desk, some of them again and again."""

    def __init__(self, commune: str, size: int, seed: int) -> None:
        self._commune = commune
        self._size = size
        self._seed = seed
        # A district's register has more people than need be remembered at once.
        self._party = lru_cache(maxsize=50_000)(self._make)

    def person(self, chance: Random, on: date) -> Party:
        """Somebody of the commune, with the address of that day's administration."""
        return self._as_of(self._party(chance.randrange(self._size)), on)

    def organisation(self, chance: Random, on: date) -> Party:
        """An organisation of the commune."""
        return self._as_of(self._party(-1 - chance.randrange(_ORGANISATIONS)), on)

    def _as_of(self, party: Party, on: date) -> Party:
        samples = people_samples()
        if on >= samples.district_until:
            return party
        return replace(party, address=replace(party.address, district=samples.district))

    def _make(self, number: int) -> Party:
        # Each party has a seed of its own, so that the order of their visits changes nobody.
        chance = Random(f"{self._seed}:{number}")  # noqa: S311 - invented data is no secret
        address = Address(
            line=chance.choice(people_samples().hamlets),
            commune=self._commune,
            province=people_samples().province,
        )
        return _person(chance, address) if number >= 0 else _organisation(chance, address)


def _person(chance: Random, address: Address) -> Party:
    is_woman = chance.random() < 0.52
    # The youngest are 16, the oldest 90 at the end of 2026; most are at working age.
    born = date(2010, 12, 31) - timedelta(days=int(chance.triangular(0, 74 * 365, 25 * 365)))
    fourth = (born.year - 1900) // 100 * 2 + is_woman
    province = _province_codes().draw(chance)
    return Party(
        name=_name(chance, is_woman=is_woman),
        identity=f"{province}{fourth}{born:%y}{chance.randrange(10**6):06d}",
        born=date_words(born) if chance.random() < 0.97 else str(born.year),
        sex="Nữ" if is_woman else "Nam",
        phone=_phone(chance) if chance.random() < 0.92 else "",
        address=address,
    )


def _organisation(chance: Random, address: Address) -> Party:
    sample = chance.choice(work_samples().organisations)
    place = address.line.split(" ", 1)[1]
    return Party(
        name=sample.name.format(place=place),
        kind=sample.kind,
        identity=f"5600{chance.randrange(10**6):06d}",
        phone=f"0215{chance.randrange(10**7):07d}",
        address=address,
    )


def _name(chance: Random, *, is_woman: bool) -> str:
    people = _peoples().draw(chance)
    customs = people_samples().peoples[people]
    families, middles = _lots(people, is_woman)
    given = customs.given_female if is_woman else customs.given_male
    pattern = customs.female if is_woman else customs.male
    name = pattern.format(
        family=families.draw(chance),
        middle=middles.draw(chance) if middles else "",
        given=chance.choice(given),
    )
    return " ".join(name.split())


def _phone(chance: Random) -> str:
    return f"{chance.choice(people_samples().phone_prefixes)}{chance.randrange(10**7):07d}"


@cache
def _province_codes() -> Lot[str]:
    return Lot(people_samples().province_codes)


@cache
def _peoples() -> Lot[int]:
    return Lot({n: people.weight for n, people in enumerate(people_samples().peoples)})


@cache
def _lots(people: int, is_woman: bool) -> tuple[Lot[str], Lot[str] | None]:  # noqa: FBT001 - cached
    customs = people_samples().peoples[people]
    middles = customs.middles_female if is_woman else customs.middles_male
    return Lot(customs.families), Lot(middles) if middles else None
