"""What pictures are drawn from is found by index, however long the register is."""

from __future__ import annotations

from reception.storage import picture_rows


def test_neither_hours_nor_days_to_come_walk_through_the_register(desk):
    for query in picture_rows.QUERIES:
        bounds = {"first": "2026-01", "after": "2026-02", "now": "2026-01"}
        known = {name: value for name, value in bounds.items() if f":{name}" in query}
        plan = desk.database.rows(f"EXPLAIN QUERY PLAN {query}", **known)
        used = [line[3] for line in plan if "USING" in line[3]]
        assert used[0].startswith("SEARCH dossier USING")
        assert all(line.startswith("SEARCH ") for line in used), plan
