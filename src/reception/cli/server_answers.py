"""The server's communes, devices and codes: one line for people, plain values for JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reception.domain.moments import in_office_zone, moment_words, short_moment
from reception.services.server_keeping import CommuneStatus, Invited, fingerprint
from reception.storage.ledger.above import Above
from reception.storage.ledger.rows import Agency, Authority, DeviceRow
from reception.sync.signatures import to_text


def server_as_json(authority: Authority) -> dict[str, Any]:
    """The server itself, without its private keys."""
    return {
        "server_name": authority.server_name,
        "incarnation": authority.incarnation,
        "server_key": to_text(authority.public_key),
        "seal_key": to_text(authority.seal_key),
        "fingerprint": fingerprint(authority.public_key),
    }


def commune_as_json(agency: Agency) -> dict[str, Any]:
    """A commune, as ``commune list`` prints it."""
    return {
        "agency": agency.agency,
        "name": agency.name,
        "position": agency.position,
        "created_at": _iso(agency.created_at),
    }


def device_as_json(device: DeviceRow) -> dict[str, Any]:
    """A device, as ``devices`` prints it."""
    return {
        "device": device.device,
        "agency": device.agency,
        "slot": device.slot if device.slot >= 0 else None,
        "name": device.name,
        "kind": device.kind.value,
        "enrolled_at": _iso(device.enrolled_at),
        "last_seen_at": _iso(device.last_seen_at),
        "revoked_at": _iso(device.revoked_at),
    }


def device_as_text(device: DeviceRow) -> str:
    """A device on one line."""
    if device.revoked_at:
        when = f"đã thu hồi {short_moment(device.revoked_at)}"
    elif device.last_seen_at:
        when = f"nối lần cuối {short_moment(device.last_seen_at)}"
    else:
        when = "chưa gửi gì"
    slot = device.slot if device.slot >= 0 else "–"
    return f"{device.agency:20} {slot}  {device.device}  {device.name}; {when}"


def invitation_as_json(invited: Invited, url: str) -> dict[str, Any]:
    """An invitation as the desk reads it."""
    return {
        "server_name": invited.server_name,
        "url": url,
        "server_key": invited.server_key,
        "seal_key": invited.seal_key,
        "agency": invited.agency,
        "agency_name": invited.agency_name,
        "slot": None if invited.hub else invited.slot,
        "name": invited.name,
        "code": invited.code,
        "valid_until": _iso(invited.valid_until),
        "incarnation": invited.incarnation,
        "fingerprint": invited.fingerprint,
    }


def invitation_as_text(invited: Invited) -> str:
    """An invitation as it is read out over the telephone."""
    whom = "máy chủ tại xã" if invited.hub else f"quầy số {invited.slot}"
    return (
        f"Mã ghi danh: {invited.code}\n"
        f"Cho {whom} của {invited.agency_name} ({invited.agency}), dùng một lần,"
        f" đến {moment_words(invited.valid_until)}.\n"
        f"Vân tay khoá của máy chủ, để đối chiếu trên máy của quầy: {invited.fingerprint}"
    )


def above_as_json(above: Above) -> dict[str, Any]:
    """The server above a hub, as ``above`` and ``status`` print it."""
    return {
        "server": above.server_name,
        "url": above.url,
        "agency": above.agency,
        "device": above.device,
        "fingerprint": fingerprint(above.server_key),
        "position": above.position,
        "enrolled_at": _iso(above.enrolled_at),
        "relayed_at": _iso(above.relayed_at),
        "outcome": above.outcome,
        "text": above.words,
    }


def status_as_json(status: CommuneStatus) -> dict[str, Any]:
    """A commune as ``status`` prints it."""
    return {
        "agency": status.agency.agency,
        "name": status.agency.name,
        "position": status.agency.position,
        "chain": status.agency.chain.hex(),
        "desks": status.desks,
        "revoked": sum(device.revoked_at is not None for device in status.devices),
        "last_seen_at": _iso(status.last_seen_at),
        "held_aside": [
            {
                "position": each.position,
                "device": each.device,
                "epoch": each.epoch,
                "seq": each.seq,
                "code": each.code,
                "noted_at": _iso(each.noted_at),
            }
            for each in status.aside
        ],
    }


def status_as_text(status: CommuneStatus) -> str:
    """A commune on one line."""
    seen = status.last_seen_at
    when = f"nối lần cuối {short_moment(seen)}" if seen else "chưa gửi gì"
    aside = f", {len(status.aside)} sự kiện giữ riêng" if status.aside else ""
    return (
        f"{status.agency.agency:20} {status.agency.position:>10} sự kiện{aside},"
        f" {status.desks} máy, {when}  {status.agency.name}"
    )


def _iso(moment: datetime | None) -> str | None:
    return in_office_zone(moment).isoformat() if moment else None
