"""A commune's register, made once for each run and copied for each test."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from at_the_counter import WallClock, clock_at
from reception.services.desk import Desk, open_desk
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount

# No test reads or writes what the system keeps for whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# A slow or busy machine is no fault of the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

OFFICE = ("Xã Mường Lay", "H40.16")
ADMINISTRATOR = FirstAccount("quantri", "Lò Văn Hặc", "2468")


@pytest.fixture(scope="session")
def new_register(tmp_path_factory) -> Path:
    """A data folder just set up; tests take copies."""
    folder = tmp_path_factory.mktemp("new-register")
    office = office_named(*OFFICE)
    set_up(folder, office, clock_at("2026-01-05T07:30"), account=ADMINISTRATOR).close()
    return folder


@pytest.fixture
def folder(new_register, tmp_path) -> Path:
    """A data folder of the test's own."""
    return Path(shutil.copytree(new_register, tmp_path / "so-ho-so"))


@pytest.fixture
def clock() -> WallClock:
    """Tuesday, 10 March 2026, nine o'clock."""
    return clock_at()


@pytest.fixture
def desk(folder, clock):
    """The desk on that folder."""
    opened: Desk = open_desk(folder, clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def asked_desk(new_register, tmp_path_factory):
    """A desk that tests only ask and never write to, shared by all of them."""
    folder = shutil.copytree(new_register, tmp_path_factory.mktemp("asked") / "so-ho-so")
    opened: Desk = open_desk(Path(folder), clock_at())
    yield opened
    opened.close()
