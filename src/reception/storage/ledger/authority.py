"""The server's own row: its name, its keys, and which copy of itself it is."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, insert, select, update

from reception.storage.ledger.part import Part, columns
from reception.storage.ledger.rows import Authority
from reception.storage.ledger.tables import authority


class AuthorityRow(Part):
    """Asks and changes the server's own row."""

    def authority(self) -> Authority:
        """The server itself."""
        row = self.connection.execute(select(*columns(authority, Authority))).one()
        return Authority(*row)

    def name_server(self, name: str) -> None:
        """Give the server another name."""
        self.connection.execute(update(authority).values(server_name=name))

    def put_look_up(self, address: str) -> None:
        """Keep the address at which people look their dossiers up."""
        self.connection.execute(update(authority).values(look_up=address))

    def change_incarnation(self) -> None:
        """Say that this server came back from a copy; who exchanges with it then compares."""
        self.connection.execute(update(authority).values(incarnation=str(uuid.uuid4())))


def found_authority(connection: Connection, server_name: str) -> None:
    """Make the server's row and its keys, once in a ledger's life."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    signs, opens = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    connection.execute(
        insert(authority).values(
            one=1,
            incarnation=str(uuid.uuid4()),
            server_name=server_name,
            private_key=signs.private_bytes_raw(),
            public_key=signs.public_key().public_bytes_raw(),
            seal_private_key=opens.private_bytes_raw(),
            seal_key=opens.public_key().public_bytes_raw(),
        )
    )
