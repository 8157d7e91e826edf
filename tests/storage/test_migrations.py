"""The schema's history: it makes what is declared, and a step that fails leaves nothing behind."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reception.storage.database import SCHEMA, open_database
from reception.storage.evaluation_tables import metadata
from reception.storage.integrity import verify
from reception.storage.schema import STEPS, configuration, engine_for, upgrade
from reception.storage.store import Store
from reception.storage.upgrading import catch_up
from register_contents import contents

NEXT_STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "0014", None, None
def upgrade():
    op.create_table("half_made", sa.Column("one", sa.Integer))
    op.execute("UPDATE dossier SET owner = 'X'")
    {then}
"""


@pytest.fixture
def file(small_register, tmp_path) -> Path:
    return Path(shutil.copy(small_register, tmp_path / "reception.db"))


@contextmanager
def connected(path: Path):
    engine = engine_for(path)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def history_with(folder: Path, then: str) -> Path:
    """The history with one more step, which does some things and then one more."""
    steps = Path(shutil.copytree(STEPS, folder / "migrations"))
    (steps / "versions" / "s9999_next.py").write_text(NEXT_STEP.format(then=then), "utf-8")
    return steps


def tables(path: Path) -> set[str]:
    connection = sqlite.connect(str(path))
    try:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    finally:
        connection.close()


def test_the_steps_make_the_declared_tables(file):
    with connected(file) as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: (
                    kind != "table" or not str(name).startswith("dossier_search")
                ),
            },
        )
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_the_program_knows_the_last_step():
    scripts = ScriptDirectory(str(STEPS))

    assert scripts.get_heads() == [SCHEMA]


def test_from_nothing_up_and_back_to_nothing(tmp_path):
    path = tmp_path / "empty.db"
    upgrade(path)
    assert {"event", "dossier", "dossier_search", "draft"} <= tables(path)

    with connected(path) as connection:
        command.downgrade(configuration(connection), "base")

    assert {name for name in tables(path) if "autoindex" not in name} == {"alembic_version"}


def test_a_step_carries_the_data_along(file, tmp_path):
    steps = history_with(
        tmp_path, "op.add_column('dossier', sa.Column('seen', sa.Integer, server_default='0'))"
    )
    upgrade(file, steps=steps)

    connection = sqlite.connect(str(file))
    rows = connection.execute("SELECT owner, seen FROM dossier").fetchall()
    connection.close()
    assert rows == [("X", 0)] * 4


@pytest.mark.parametrize(
    "then",
    [
        "raise RuntimeError('the power went')",
        "op.execute('INSERT INTO no_such_table VALUES (1)')",
        "op.execute('DELETE FROM device')",
    ],
    ids=["breaks off", "wrong SQL", "breaks references"],
)
def test_a_step_that_fails_leaves_nothing_behind(file, tmp_path, then):
    before = contents(file)

    with pytest.raises((RuntimeError, sqlite.DatabaseError)):
        upgrade(file, steps=history_with(tmp_path, then))

    assert contents(file) == before
    database = open_database(file)
    assert verify(Store(database)).whole
    database.close()


def test_a_parent_table_made_anew_keeps_its_children(file, tmp_path):
    steps = history_with(
        tmp_path,
        "batch = op.batch_alter_table('device', recreate='always')\n"
        "    with batch as device: device.add_column(sa.Column('seen', sa.Text))",
    )
    upgrade(file, steps=steps)

    connection = sqlite.connect(str(file))
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (11,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA foreign_key_list(event)").fetchone()[2] == "device"
    connection.close()


def test_the_print_log_of_an_older_register_is_made_of_its_journal(file):
    connection = sqlite.connect(str(file))
    before = connection.execute("SELECT * FROM printed ORDER BY n").fetchall()
    connection.close()
    with connected(file) as connection:
        command.downgrade(configuration(connection), "0001")
    assert "printed" not in tables(file)

    database = open_database(file)

    assert len(before) == 3
    assert database.rows("SELECT * FROM printed ORDER BY n") == before
    database.close()


def test_what_an_older_register_does_not_list_is_listed_by_whoever_opens_it(file):
    with connected(file) as connection:
        command.downgrade(configuration(connection), "0006")

    database = open_database(file)
    assert not verify(Store(database)).whole
    catch_up(Store(database))

    assert verify(Store(database)).whole
    received = database.rows("SELECT count(*), count(received_at), count(ended_at) FROM dossier")
    assert received == [(4, 3, 1)]
    database.close()


def test_an_older_register_is_kept_before_it_is_brought_up_to_date(tmp_path):
    path = tmp_path / "reception.db"
    upgrade(path)
    with connected(path) as connection:
        command.downgrade(configuration(connection), "base")

    open_database(path).close()

    assert "dossier" in tables(path)
    assert [kept.name for kept in tmp_path.glob("*truoc-nang-cap*.db")] != []
