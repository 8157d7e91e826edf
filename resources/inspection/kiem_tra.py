"""Kiểm tra bộ hồ sơ thanh tra. Chỉ cần Python 3.9 trở lên, không cần chương trình Reception.

Cách chạy: python kiem_tra.py [THƯ MỤC]. In ra từng chỗ sai và kết thúc với mã 1; đúng hết thì mã 0.
"""

import hashlib
import json
import sys
from pathlib import Path

LIST, JOURNAL, MANIFEST, SIGNATURE = "danh-sach.csv", "so-goc.jsonl", "bo-ky.json", "chu-ky.txt"

# --- Ed25519 (RFC 8032), chỉ để kiểm tra chữ ký -----------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recovered_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (not x and sign):
        return None
    return P - x if x & 1 != sign else x


def point_of(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    x = recovered_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def added(a, b):
    one, two = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    three, four = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = two - one, four - three, four + three, two + one
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = added(total, point)
        point, scalar = added(point, point), scalar >> 1
    return total


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recovered_x(BASE_Y, 0), BASE_Y, 1, recovered_x(BASE_Y, 0) * BASE_Y % P)


def signed(key, signature, message):
    """Chữ ký có đúng là của khoá này không."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    h = int.from_bytes(digest, "little") % ORDER
    left, right = times(s, BASE), added(r, times(h, a))
    return not (
        (left[0] * right[2] - right[0] * left[2]) % P
        or (left[1] * right[2] - right[1] * left[2]) % P
    )


# --- từng phần của bộ hồ sơ ---------------------------------------------------------------------


def sha(data):
    return hashlib.sha256(data).hexdigest()


def check_list(lines, told):
    """Từng dòng của danh sách so với dấu đã ký; nói đúng dòng bị sửa, thiếu, thừa, đổi chỗ."""
    faults, here, there = [], 0, 0
    digests = [sha(line.encode()) for line in lines]
    while here < len(digests) and there < len(told):
        if digests[here] == told[there]:
            here, there = here + 1, there + 1
        elif digests[here : here + 2] == told[there : there + 2][::-1]:
            faults.append(f"Dòng {there + 1} và dòng {there + 2} của danh sách đã bị đổi chỗ.")
            here, there = here + 2, there + 2
        elif digests[here] in told[there + 1 : there + 1000]:
            faults.append(f"Thiếu dòng {there + 1} của danh sách.")
            there += 1
        elif told[there] in digests[here + 1 : here + 1000]:
            faults.append(f"Thừa một dòng trước dòng {there + 1} của danh sách: {lines[here][:60]}")
            here += 1
        else:
            faults.append(f"Dòng {there + 1} của danh sách đã bị sửa: {lines[here][:60]}")
            here, there = here + 1, there + 1
    faults += [f"Thiếu dòng {n + 1} của danh sách." for n in range(there, len(told))]
    faults += [f"Thừa dòng {n + 1} của danh sách." for n in range(here, len(digests))]
    return faults


def check_journal(lines, chains):
    """Đi dọc từng chuỗi sự kiện; mỗi dấu phải theo từ dấu trước và phần đầu của sự kiện."""
    faults, found = [], {}
    at = {(one["device"], one["epoch"]): [one["first"], one["previous"]] for one in chains}
    for number, line in enumerate(lines, start=1):
        where = f"dòng {number} của sổ gốc"
        try:
            device, epoch, seq, header, told = json.loads(line)
            expected, previous = at[device, epoch]
            data = bytes.fromhex(header[4:]) if header.startswith("hex:") else header.encode()
            digest = sha(bytes.fromhex(previous) + data)
        except (ValueError, TypeError, KeyError, AttributeError):
            faults.append(f"Không đọc được {where}.")
            continue
        where = f"{where} (sự kiện số {seq} của máy {device[:8]})"
        if seq != expected:
            faults.append(f"Thiếu hoặc đổi chỗ sự kiện trước {where}: phải là số {expected}.")
        elif digest != told:
            faults.append(f"Đã bị sửa: {where}.")
        at[device, epoch] = [seq + 1, told]
        found[device, epoch, seq] = told
    for one in chains:
        expected, reached = at[one["device"], one["epoch"]]
        if (expected, reached) != (one["last"] + 1, one["hash"]):
            faults.append(f"Chuỗi của máy {one['device'][:8]} không kết thúc ở số {one['last']}.")
    return faults, found


def check_heads(heads, keys, found):
    """Chữ ký của từng máy trên chuỗi của mình."""
    faults = []
    for one in heads:
        place = (one["device"], one["epoch"], one["seq"])
        text = f"v1|head|{place[0]}|{place[1]}|{place[2]}|{one['hash']}"
        key = bytes.fromhex(keys.get(one["device"], ""))
        if found.get(place) != one["hash"]:
            faults.append(f"Sổ gốc không còn đúng sự kiện đã ký số {place[2]} của {place[0][:8]}.")
        elif not signed(key, bytes.fromhex(one["signature"]), text.encode()):
            faults.append(f"Chữ ký ở số {place[2]} của máy {place[0][:8]} không đúng.")
    return faults


def check(folder):
    """Mọi chỗ sai của bộ hồ sơ; danh sách rỗng là đúng hết."""
    manifest = (folder / MANIFEST).read_bytes()
    told = json.loads(manifest)
    signature = bytes.fromhex((folder / SIGNATURE).read_text("ascii").strip())
    statement = f"v1|inspection|{sha(manifest)}".encode()
    faults = []
    if not signed(bytes.fromhex(told["public_key"]), signature, statement):
        faults.append("Chữ ký của cả bộ không đúng.")
    for name, digest in told["files"].items():
        path = folder / name
        if not path.exists():
            faults.append(f"Thiếu tệp {name}.")
        elif sha(path.read_bytes()) != digest:
            faults.append(f"Tệp {name} đã bị sửa.")
    if (folder / LIST).exists():
        lines = (folder / LIST).read_bytes().decode("utf-8-sig", "replace").split("\r\n")[1:-1]
        faults += check_list(lines, told["rows"])
    if (folder / JOURNAL).exists():
        events = (folder / JOURNAL).read_bytes().decode("utf-8", "replace").split("\n")[:-1]
        broken, found = check_journal(events, told["chains"])
        faults += broken + check_heads(told["heads"], told["keys"], found)
    return faults, told


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    faults, told = check(folder)
    for fault in faults:
        print("SAI:", fault)
    if faults:
        print(f"Bộ hồ sơ KHÔNG nguyên vẹn: {len(faults)} chỗ sai.")
        return 1
    print(f"Bộ hồ sơ nguyên vẹn: {len(told['rows'])} hồ sơ, {told['events']} sự kiện.")
    print(f"Khoá ký: {told['public_key']}")
    print("Hãy đối chiếu khoá này với khoá mà cơ quan, máy chủ cấp trên ghi cho máy ấy.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
