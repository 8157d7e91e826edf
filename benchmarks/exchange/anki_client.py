"""Anki's end, run by the Python of its own environment: notes of two fields, one sync each way.

anki_client.py prepare FULL EMPTY URL      two collections and an account that agree, no notes
anki_client.py load FULL DOCUMENTS         one note for each document: its id, and its text
anki_client.py sync COLLECTION URL         one sync; one that broke off is begun again at once
anki_client.py dump COLLECTION DOCUMENTS
"""

import json
import os
import sys
import time
from pathlib import Path

from anki.collection import AddNoteRequest, Collection

USER, SEED = ("bench", "bench"), "seed"
GIVE_UP_AFTER = float(os.environ.get("GIVE_UP_AFTER", "7200"))


def opened(folder: str) -> Collection:
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Collection(str(Path(folder) / "collection.anki2"))


def signed_in(collection: Collection, url: str) -> object:
    left = 100
    while True:
        try:
            return collection.sync_login(*USER, url)
        except Exception:
            left -= 1  # the line is cut
            if not left:
                raise
            time.sleep(0.2)


def prepare(full: str, empty: str, url: str) -> None:
    for folder, upload in ((full, True), (empty, False)):
        collection = opened(folder)
        account = signed_in(collection, url)
        if upload:  # an empty collection is never sent
            note = collection.new_note(collection.models.by_name("Basic"))
            note.fields[0] = note.fields[1] = SEED
            collection.add_note(note, 1)
        done = collection.sync_collection(account, sync_media=False)
        if done.required not in (done.NO_CHANGES, done.NORMAL_SYNC):
            collection.close_for_full_sync()
            collection.full_upload_or_download(auth=account, server_usn=None, upload=upload)
            collection.reopen(after_full_sync=True)
        collection.close()


def load(full: str, documents: str) -> None:
    collection = opened(full)
    kind, wanted = collection.models.by_name("Basic"), []
    for text in Path(documents).read_text(encoding="utf-8").splitlines():
        note = collection.new_note(kind)
        note.fields[0], note.fields[1] = json.loads(text)["id"], text
        wanted.append(AddNoteRequest(note=note, deck_id=1))
    collection.add_notes(wanted)
    collection.close()


def sync(folder: str, url: str) -> None:
    collection = opened(folder)
    account = signed_in(collection, url)
    began, again = time.perf_counter(), 0
    while True:
        try:
            done = collection.sync_collection(account, sync_media=False)
            break
        except Exception as fault:  # noqa: BLE001 -- whatever broke off, it is tried again
            again += 1
            print(repr(fault)[:200], file=sys.stderr)
            if time.perf_counter() - began > GIVE_UP_AFTER:
                print(json.dumps({"given_up": True, "again": again}))
                return
    seconds = time.perf_counter() - began
    if done.required != done.NO_CHANGES:
        sys.exit(f"wanted a full sync: {done.required}")
    collection.close()
    print(json.dumps({"seconds": seconds, "again": again}))


def dump(folder: str, documents: str) -> None:
    collection = opened(folder)
    with Path(documents).open("w", encoding="utf-8") as out:
        for fields in collection.db.list("select flds from notes"):
            name, text = fields.split("\x1f")
            if name != SEED:
                out.write(text + "\n")
    collection.close()


if __name__ == "__main__":
    {"prepare": prepare, "load": load, "sync": sync, "dump": dump}[sys.argv[1]](*sys.argv[2:])
