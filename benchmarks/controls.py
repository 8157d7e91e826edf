"""Every control of the threat model, switched off: does its test notice?

For each control that ``docs/threat-model.md`` names, one line of the program is altered in a
temporary copy of the tree, so that the control is gone, and its test is run there. It must fail;
with the control in its place it must pass. A control whose test goes on passing is not proved.

    python benchmarks/controls.py [WORD...]

Words choose controls by their test's name. It takes some minutes: each test is run by itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src", "reception")
# What tests need; the rest of the tree is neither read nor altered by them.
COPIED = (
    "src",
    "tests",
    "resources",
    "installer",
    "docs",
    "benchmarks",
    "pyproject.toml",
    "dev.py",
)


@dataclass(frozen=True, slots=True)
class Control:
    """A control, the line that it stands on, and what that line says without it."""

    test: str
    module: str
    line: str
    without: str


CONTROLS = (
    # --- the thief of the PC
    Control(
        "tests/services/test_locking.py::"
        "test_a_stolen_folder_tells_nothing_of_a_citizen_while_at_work_or_after",
        "storage/database.py",
        '    if key:\n        connection.execute(f"PRAGMA key',
        '    if False:\n        connection.execute(f"PRAGMA key',
    ),
    Control(
        "tests/services/test_locking.py::test_a_stolen_copy_and_its_scans_tell_nothing",
        "storage/register_key.py",
        "        return sealed(self._for_files(), data, name)",
        "        return data",
    ),
    Control(
        "tests/services/test_locking.py::"
        "test_the_passphrase_and_the_printed_key_open_and_nothing_else_does",
        "storage/key_file.py",
        "def _derived(slot: Slot, secret: bytes) -> bytes:",
        "def _derived(slot: Slot, secret: bytes) -> bytes:\n    secret = b''",
    ),
    Control(
        "tests/services/test_sign_in.py::test_secrets_are_kept_as_argon2_hashes_beside_the_journal",
        "storage/secrets.py",
        "        hash=_hasher().hash(_normal(secret)),",
        "        hash=_normal(secret),",
    ),
    # --- the neighbour at the desk, the curious colleague
    Control(
        "tests/ui/test_idle_lock.py::test_after_the_minutes_it_is_due_and_before_them_it_is_not",
        "ui/idle_lock.py",
        "        if slept or (",
        "        if slept and (",
    ),
    Control(
        "tests/ui/test_idle_lock.py::test_when_the_pc_wakes_up_it_is_due_at_once",
        "ui/idle_lock.py",
        "        if slept or (",
        "        if (",
    ),
    Control(
        "tests/ui/test_idle_lock.py::test_a_modal_dialog_is_covered_and_keeps_what_was_typed",
        "ui/curtain.py",
        "            self._empty(window)\n        self._cover.show()",
        "            pass\n        self._cover.show()",
    ),
    Control(
        "tests/services/test_lockout.py::test_from_the_fourth_failure_on_even_the_right_pin_waits",
        "domain/lockout.py",
        "    if failures <= FREE_FAILURES:",
        "    if failures >= 0:",
    ),
    Control(
        "tests/services/test_lockout.py::test_starting_the_program_anew_changes_nothing",
        "storage/sign_in_tries.py",
        "    return Tries(row[0], row[1]) if row else Tries(0, 0.0)",
        "    return Tries(0, 0.0)",
    ),
    Control(
        "tests/services/test_rights.py::test_who_may_not_is_refused_and_told_who_may",
        "services/rights.py",
        "    if account is not None:",
        "    if False:",
    ),
    Control(
        "tests/services/test_sign_in.py::test_only_an_administrator_changes_accounts",
        "services/sign_in.py",
        "    by.require(Right.MANAGE_OFFICE)\n    checked = checked_account(account)",
        "    checked = checked_account(account)",
    ),
    # --- the technician
    Control(
        "tests/storage/test_integrity.py::test_any_altered_byte_of_an_event_is_found_at_its_event",
        "storage/integrity.py",
        "    if not chain.body_matches(header, stored.body) and blanked",
        "    if False and blanked",
    ),
    Control(
        "tests/storage/test_integrity.py::test_two_events_that_changed_places_are_found",
        "storage/integrity.py",
        "    elif chain.next_hash(previous, stored.header) != stored.hash:",
        "    elif False:",
    ),
    Control(
        "tests/storage/test_integrity.py::test_what_was_changed_is_named",
        "storage/integrity.py",
        '        if not signature_holds(\n            keys.get(device, b""), signature,'
        " device=device, epoch=epoch, seq=seq, head=head\n        ):",
        "        if False:",
    ),
    Control(
        "tests/services/test_crash_report.py::test_nothing_that_an_exception_says_is_told",
        "services/crash_report.py",
        '        found.append(f"{type(now).__name__} at',
        '        found.append(f"{now} {type(now).__name__} at',
    ),
    Control(
        "tests/services/test_crash_report.py::test_places_are_told_without_the_folders_of_this_pc",
        "services/crash_report.py",
        "    parts = PurePath(filename).parts",
        "    return filename\n    parts = PurePath(filename).parts",
    ),
    # --- the malicious stick
    Control(
        "tests/sync/test_bundle_refused.py::test_what_somebody_else_signed_is_told_as_forged",
        "sync/bundle.py",
        "    if not signatures.holds(key, outline.signature, _statement(outline.signed)):",
        "    if False:",
    ),
    Control(
        "tests/sync/test_program_pack.py::test_somebody_elses_signature_is_refused",
        "sync/program_pack.py",
        "        if not any(signatures.holds(key, signature, statement) for key in keys):",
        "        if False:",
    ),
    Control(
        "tests/sync/test_program_pack.py::test_no_name_leads_out_of_the_versions_folder",
        "sync/program_files.py",
        "    return plain and not any(",
        "    return True or not any(",
    ),
    Control(
        "tests/services/test_program_update.py::test_an_older_version_or_the_same_is_refused",
        "services/program_update.py",
        "        if ordered(version) <= ordered(here.version):",
        "        if False:",
    ),
    # --- the malicious server, the line
    Control(
        "tests/sync/test_http_line.py::test_a_server_that_nobody_vouches_for_is_not_asked",
        "sync/http_line.py",
        "            ssl_context=_trusting(ca_file) if ca_file else None,",
        '            cert_reqs="CERT_NONE",',
    ),
    Control(
        "tests/sync/test_hostile_server.py::test_no_more_is_read_than_the_largest_answer_has",
        "sync/http_line.py",
        "    while size <= _MOST_ANSWER and (",
        "    while True and (",
    ),
    Control(
        "tests/sync/test_hostile_server.py::test_nobody_is_followed_to_another_host",
        "sync/http_line.py",
        "                redirect=False,",
        # The pool's own retries would refuse it, too.
        "                redirect=True,\n                retries=3,",
    ),
    Control(
        "tests/sync/test_exchange_told.py::test_a_code_is_good_for_one_desk_and_one_day",
        "storage/ledger/enrolment.py",
        "            .where(invitation.c.code_hash == code_hash, invitation.c.used_at.is_(None))",
        "            .where(invitation.c.code_hash == code_hash)",
    ),
    Control(
        "tests/sync/test_reconciliation.py::test_a_receipt_that_somebody_touched_proves_nothing",
        "services/line_state.py",
        "    return holds(line.server_key, receipt.signature, told.statement)",
        "    return True",
    ),
    Control(
        "tests/server/test_limits.py::test_a_body_is_counted_whatever_its_head_says",
        "server/bodies.py",
        "        if len(pieces) > limits.body_bytes:",
        "        if False:",
    ),
    # --- the hostile file
    Control(
        "tests/services/test_table_out.py::test_a_cell_that_begins_like_a_formula_is_text",
        "services/table_out.py",
        '    return f"\'{text}" if _is_risky(text) else text',
        "    return text",
    ),
    Control(
        "tests/services/test_xml_guard.py::test_an_entity_in_any_part_of_a_workbook_is_refused",
        "services/table_file.py",
        "import warnings\n",
        # Before anything imports openpyxl, which then reads with what Python brings.
        'import os\nimport warnings\n\nos.environ["OPENPYXL_DEFUSEDXML"] = "False"\n',
    ),
    Control(
        "tests/services/test_scan_bombs.py::test_the_count_of_points_is_read_before_any_of_them",
        "printing/pictures.py",
        "    if picture.width * picture.height > MOST_PIXELS:",
        "    if False:",
    ),
    Control(
        "tests/services/test_scan_bombs.py::test_what_takes_too_long_is_left",
        "printing/apart.py",
        "            timeout=SECONDS,",
        "            timeout=60,",
    ),
    Control(
        "tests/services/test_outside_names.py::test_a_message_stays_in_the_gateways_folder",
        "services/gateways.py",
        '    return safe_name(f"{message_id}.json")',
        '    return f"{message_id}.json"',
    ),
    Control(
        "tests/services/test_outside_names.py::test_only_a_hash_is_where_a_scan_lies",
        "storage/scan_files.py",
        "        safe = name if names_content(name) else _NOWHERE",
        "        safe = name",
    ),
    Control(
        "tests/ui/test_messages.py::test_data_is_never_markup",
        "ui/labels.py",
        "        self.setTextFormat(Qt.TextFormat.PlainText)",
        "        self.setTextFormat(Qt.TextFormat.AutoText)",
    ),
    # --- the hostile QR
    Control(
        "tests/domain/test_citizen_card.py::test_other_texts_are_no_cards",
        "domain/citizen_card.py",
        "    if len(parts) < 6 or not _NUMBER.fullmatch(parts[0]):",
        "    if len(parts) < 6:",
    ),
    Control(
        "tests/domain/test_citizen_card.py::test_nothing_typed_is_overwritten_unseen",
        "domain/citizen_card.py",
        "        name=typed.name or scanned.name,",
        "        name=scanned.name or typed.name,",
    ),
    # --- one's own clumsy hands
    Control(
        "tests/services/test_training.py::test_nothing_leaves_a_practice_register",
        "services/training.py",
        "    if desk.office.is_invented:\n        raise",
        "    if False:\n        raise",
    ),
    Control(
        "tests/services/test_acting.py::test_a_receipt_is_undone_within_ten_minutes_alone",
        "services/mending.py",
        "        if moment - history[0].at > UNDO_WITHIN:",
        "        if False:",
    ),
    Control(
        "tests/services/test_safekeeping.py::"
        "test_a_copy_that_is_not_whole_is_refused_and_the_register_stays",
        "storage/backup.py",
        "    if not verdict.whole:",
        "    if False:",
    ),
    # --- power, disks
    Control(
        "tests/storage/test_database.py::test_every_commit_is_on_disk_before_it_is_promised",
        "storage/database.py",
        "PRAGMA synchronous=FULL",
        "PRAGMA synchronous=NORMAL",
    ),
    Control(
        "tests/services/test_power_cuts.py::test_what_was_told_outlives_thirty_power_cuts",
        "storage/database.py",
        "PRAGMA synchronous=FULL",
        "PRAGMA synchronous=NORMAL",
    ),
    Control(
        "tests/storage/test_migrations.py::test_a_step_that_fails_leaves_nothing_behind",
        "storage/schema.py",
        '        connection.exec_driver_sql("BEGIN IMMEDIATE")',
        "        pass",
    ),
    Control(
        "tests/services/test_paperwork.py::test_a_paper_that_cannot_be_drawn_is_not_issued",
        "services/paperwork.py",
        "        pile.add(composer.paper(dossier, form, template=template))\n"
        "        enclosed = _enclose(desk, pile, composer, dossier, form)\n"
        "        pdf = pile.pdf()\n"
        "        for one in (form, *enclosed):\n"
        "            _record(desk, dossier, one, by)\n"
        "    return pdf",
        "        _record(desk, dossier, form, by)\n"
        "    pile.add(composer.paper(dossier, form, template=template))\n"
        "    return pile.pdf()",
    ),
    # --- who looks, what is blanked, copies, the clock
    Control(
        "tests/ui/test_unmasking.py::test_a_list_tells_numbers_by_their_end_alone",
        "ui/dossiers/list_cells.py",
        "    return (row.identity, row.phone) if bare else (",
        "    return (row.identity, row.phone) if True else (",
    ),
    Control(
        "tests/services/test_audit.py::test_reading_it_is_written_down",
        "services/audit.py",
        "    access.note_audited(desk, _told(query), by=by)",
        "    _told(query)",
    ),
    Control(
        "tests/storage/test_access.py::test_a_line_that_was_touched_is_named",
        "storage/access_rows.py",
        "        return _line(told).hash_after(previous) == held",
        "        return bool(_line(told).hash_after(previous))",
    ),
    Control(
        "tests/services/test_redaction.py::test_nothing_of_a_person_is_left_in_any_file",
        "storage/redacting.py",
        "    database.scrub()",
        "    pass",
    ),
    Control(
        "tests/sync/test_redaction_travels.py::"
        "test_a_redaction_that_tells_more_than_blanks_changes_nothing",
        "domain/redaction.py",
        "        return _only_blanks(msgspec.json.decode(before), msgspec.json.decode(after))",
        "        return bool(before) and bool(after)",
    ),
    Control(
        "tests/services/test_dated_copies.py::"
        "test_a_copy_that_does_not_hold_replaces_and_thins_nothing",
        "storage/backup.py",
        "        events = prove(unfinished, database.key, lists=lists, progress=progress)",
        "        events = 0",
    ),
    Control(
        "tests/services/test_wall_clock.py::"
        "test_a_clock_set_back_within_a_day_dates_nothing_before_the_last_entry",
        "domain/clock_jump.py",
        "    if journal_at and shown_at < journal_at <= shown_at + JOURNAL_HOLDS:",
        "    if False and journal_at:",
    ),
    Control(
        "tests/services/test_wall_clock.py::"
        "test_days_behind_nothing_is_written_until_a_person_decides",
        "domain/clock_jump.py",
        "    if journal_at and shown_at + JOURNAL_HOLDS < journal_at:",
        "    if False and journal_at:",
    ),
)


def main(words: list[str]) -> int:
    chosen = [one for one in CONTROLS if not words or any(word in one.test for word in words)]
    unproved: list[str] = []
    with tempfile.TemporaryDirectory(prefix="controls-") as folder:
        tree = _copied(Path(folder))
        for place, control in enumerate(chosen, 1):
            verdict = _try(tree, control)
            print(f"{place:3}/{len(chosen)} {verdict:22} {control.test}", flush=True)
            if verdict != PROVED:
                unproved.append(control.test)
    print(f"{len(chosen) - len(unproved)} of {len(chosen)} controls: removed, the test fails")
    return 1 if unproved else 0


PROVED = "proved"


def _try(tree: Path, control: Control) -> str:
    file = tree / PACKAGE / control.module
    written = file.read_text("utf-8")
    if written.count(control.line) != 1:
        return "LINE NOT THERE"
    if not _passes(tree, control.test):
        return "FAILS WITH IT ALREADY"
    file.write_text(written.replace(control.line, control.without), "utf-8")
    try:
        return "STILL PASSES" if _passes(tree, control.test) else PROVED
    finally:
        file.write_text(written, "utf-8")


def _passes(tree: Path, test: str) -> bool:
    """Run a test on the copy; one that is not there at all is a mistake of ours."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:randomly", test],
        cwd=tree,
        env=os.environ
        | {
            "PYTHONPATH": str(tree / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in {0, 1}:
        sys.exit(f"{test} could not be run:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.returncode == 0


def _copied(folder: Path) -> Path:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
