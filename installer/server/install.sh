#!/bin/sh
# Install or upgrade the server above on a Linux machine with systemd. As root, from the unpacked archive:
#
#     sh install.sh
#
# Each version has a folder of its own, /opt/reception-VERSION, and /opt/reception leads to the one in
# use. A new version takes its place only after its self-test; the old one stays for going back:
#     ln -sfn /opt/reception-OLD /opt/reception && systemctl restart reception-server
#
# ROOT=/some/folder installs below that folder and leaves systemd alone, for trials.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-}
wheel=$(ls "$here"/reception-*-py3-none-any.whl)
version=$(basename "$wheel" | cut -d- -f2)
place=$root/opt/reception-$version

python=
for each in python3.14 python3.13 python3.12 python3.11 python3; do
    if $each -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$each
        break
    fi
done
if [ -z "$python" ]; then
    echo "This takes Python 3.11 or newer with its venv module (apt-get install python3-venv)." >&2
    exit 1
fi

rm -rf "$place"
mkdir -p "$root/opt"
"$python" -m venv "$place"
pip="$place/bin/python -m pip --disable-pip-version-check install --quiet --no-deps"
if ! { $pip --require-hashes --only-binary=:all: -r "$here/requirements.lock" && $pip "$wheel" &&
       "$place/bin/reception" --self-test; }; then
    rm -rf "$place"
    echo "Version $version does not work on this machine and was taken away; nothing else was changed." >&2
    exit 1
fi
cp -r "$here/docs" "$place"

ln -sfn "$place" "$root/opt/reception.new"
mv -T "$root/opt/reception.new" "$root/opt/reception"
install -D -m 644 "$here/reception-server.service" "$root/etc/systemd/system/reception-server.service"
[ -e "$root/etc/reception/server.env" ] || install -D -m 600 "$here/server.env" "$root/etc/reception/server.env"
if [ -z "$root" ]; then
    systemctl daemon-reload
    systemctl try-restart reception-server
fi
echo "Version $version is in place. docs/server.md tells what comes next."
