"""A paper as a web page: what it says is there, and nothing of it is taken for markup."""

from __future__ import annotations

from reception.domain.paper import Column, Items, Line, Paper, Part, Sentence, Table, Tone
from reception.printing.web_page import web_page


def page_of(*blocks) -> str:
    return web_page(
        Paper(
            form="apology-list",
            reference="",
            governing_body="Ủy ban nhân dân xã Ước Lễ",
            unit_name="Trung tâm Phục vụ hành chính công",
            number="",
            place_and_date="Ước Lễ, ngày 10 tháng 03 năm 2026",
            title="DANH SÁCH",
            blocks=blocks,
            signatures=(),
            notes=("Chỉ ghi mã hồ sơ.",),
        )
    )


def test_every_kind_of_block_is_told():
    page = page_of(
        Sentence("Thường."),
        Sentence("Đậm.", Tone.STRONG),
        Sentence("Nhỏ.", Tone.NOTE),
        Line((Part("Điện thoại:", "0215 3800 036"),)),
        Items(("một", "hai"), numbered=False),
    )
    for told in (
        "<p>Thường.</p>", "<strong>Đậm.</strong>", '<p class="note">Nhỏ.</p>',
        "<p>Điện thoại: 0215 3800 036</p>", "<ul><li>một</li><li>hai</li></ul>",
        "Chỉ ghi mã hồ sơ.", "<title>DANH SÁCH</title>",
    ):  # fmt: skip
        assert told in page


def test_columns_of_a_group_have_it_above_them():
    columns = (
        Column("STT", 0.1, centred=True),
        Column("Tiếp nhận", 0.3, group="Ngày"),
        Column("Hẹn trả", 0.3, group="Ngày"),
        Column("Số", 0.3, figures=True),
    )
    page = page_of(Table(columns, (("1", "a", "b", "2"), ("(Không có)",)), ("", "", "Cộng", "2")))
    assert '<th scope="colgroup" colspan="2">Ngày</th>' in page
    assert '<th scope="col" rowspan="2">STT</th>' in page
    assert '<td class="middle">1</td><td>a</td><td>b</td><td class="figure">2</td>' in page
    assert '<td colspan="4"><strong>(Không có)</strong></td>' in page
    assert "<td>Cộng</td>" in page


def test_a_name_with_signs_is_a_name_and_not_markup():
    page = page_of(Sentence("<script>alert(1)</script> & H’Hen"))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; H’Hen" in page
