"""Pictures: told apart by any eyes and on any printer, every number beside its mark."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from reception.domain.chart import Chart, Series, Shape, value_words
from reception.domain.chart_drawing import Area, Stroke, Words, draw
from reception.domain.chart_palette import ON_DARK, ON_PAPER, SERIES, SHADES

PALETTES = {"paper": ON_PAPER, "dark": ON_DARK}
# Linear RGB as each eye takes it (Machado, Oliveira, Fernandes 2009, full severity).
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
_WHITE = (0.9505, 1.0, 1.089)


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def times(matrix, vector) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def lab(colour: str, eye) -> tuple[float, float, float]:
    seen = tuple(min(1.0, max(0.0, part)) for part in times(eye, linear(colour)))
    x, y, z = (part / white for part, white in zip(times(_TO_XYZ, seen), _WHITE, strict=True))
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(one: str, other: str) -> float:
    lights = sorted(
        (sum(w * p for w, p in zip(_TO_XYZ[1], linear(colour), strict=True)) + 0.05)
        for colour in (one, other)
    )
    return lights[1] / lights[0]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("eye", EYES.values(), ids=EYES)
def test_every_eye_tells_the_series_apart(palette, eye):
    for one, other in combinations([palette[f"c{n}"] for n in range(SERIES)], 2):
        first, second = lab(one, eye), lab(other, eye)
        apart = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        assert apart >= 25, (one, other)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_has_contrast_on_whatever_it_stands(palette):
    pairs = [(palette[ink], palette["ground"]) for ink in ("text", "muted")]
    pairs += [(palette[f"on{n}"], palette[f"h{n}"]) for n in range(SHADES)]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_darker_means_more_in_black_and_white_too(palette):
    lights = [lab(palette[f"h{n}"], EYES["all cones"])[0] for n in range(SHADES)]
    steps = [b - a for a, b in pairwise(lights)]
    assert all(abs(step) >= 8 for step in steps)
    assert len({step > 0 for step in steps}) == 1


def chart(shape: Shape, *series: Series) -> Chart:
    labels = tuple(f"Nhãn {n}" for n in range(len(series[0].values)))
    return Chart("x", "Thử", shape, "Nhãn", labels, series, "Cách tính.", 9)


def width_of(text: str, size: float) -> float:
    return len(text) * size * 0.5


BOTH = (Series("Nhận", (1_234, 0), 0), Series("Xong", (567, None), 1))


@pytest.mark.parametrize("shape", Shape)
def test_every_number_stands_in_the_picture_and_within_it(shape):
    drawn = draw(chart(shape, *BOTH), 300, 10, width_of)
    told = [mark.text for mark in drawn.marks if isinstance(mark, Words)]
    assert {"1.234", "567", "Nhãn 0", "Nhận", "Xong"} <= set(told)
    points = [
        point for mark in drawn.marks if isinstance(mark, Area | Stroke) for point in mark.points
    ]
    assert all(-0.1 <= x <= 300.1 and -0.1 <= y <= drawn.height + 0.1 for x, y in points)
    assert len(drawn.spots) == 2


def test_series_differ_in_pattern_and_not_in_colour_alone():
    def strokes_in_white(place: int) -> int:
        drawn = draw(chart(Shape.BARS, Series("A", (5,), place)), 300, 10, width_of)
        return sum(isinstance(m, Stroke) and m.ink == "ground" for m in drawn.marks)

    assert len({strokes_in_white(place) for place in range(SERIES)}) == SERIES


def test_a_long_label_is_broken_and_what_has_no_room_is_left_out_visibly():
    long = Chart(
        "x", "Thử", Shape.BARS, "Nhãn",
        ("Phát thanh, truyền hình và thông tin điện tử, xuất bản, in và phát hành",),
        (Series("A", (5,)),), "Cách tính.", 5,
    )  # fmt: skip
    told = [m.text for m in draw(long, 200, 10, width_of).marks if isinstance(m, Words)]
    assert any(text.endswith("…") for text in told)
    assert max(width_of(text, 10) for text in told) <= 200 * 0.4


def test_a_picture_is_told_in_words_too():
    told = chart(Shape.BARS, *BOTH)
    assert told.told(0) == "Nhãn 0: Nhận 1.234; Xong 567"
    assert told.table()[2] == ("Nhãn 1", "0", "–")
    assert told.foot == "Cách tính. (n = 9 hồ sơ)"
    assert value_words(None) == "–"
