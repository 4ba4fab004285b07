#!/usr/bin/env bash
# Run by hand as root: check-portable.sh PATH-OF-LIMELIGHT PACKAGE.deb
# Starts the one binary in a minimal Debian 13 (or SUITE), which lacks the old names of time zones, and installs and
# removes the package there.
set -euo pipefail
binary=$(realpath "${1:?path of the installed binary}")
package=$(realpath "${2:?path of the .deb}")
suite=${SUITE:-trixie}
[ "$(id -u)" -eq 0 ] || { echo "debootstrap needs root." >&2; exit 2; }
command -v debootstrap >/dev/null || apt-get install -y --no-install-recommends debootstrap
root=${ROOT:-$(mktemp -d)}
[ -n "${ROOT:-}" ] || trap 'rm -rf "$root"' EXIT
if [ ! -e "$root/etc/debian_version" ]; then
    # The mirror that this machine uses.
    mirror=${MIRROR:-$(sed -nE 's/^(deb|URIs:) +(\[[^]]*\] +)?([^ ]+).*/\3/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)}
    script=/usr/share/debootstrap/scripts/$suite
    debootstrap --variant=minbase --include=git,tzdata "$suite" "$root" "$mirror" \
        "$([ -e "$script" ] && echo "$script" || echo /usr/share/debootstrap/scripts/sid)" >"$root.log" 2>&1 ||
        { tail -n 5 "$root.log" >&2; exit 1; }
    rm -f "$root.log"
fi

# With /proc, from which Swift programs read their arguments; the mount disappears with the namespace.
inside() {
    unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$root" \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"
}
event() { # ZONE
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//limelight//check//EN\r\nBEGIN:VEVENT\r\nUID:%s\r\n' "$1"
    printf 'DTSTART;TZID=%s:20260317T090000\r\nDURATION:PT1H\r\nSUMMARY:Standup\r\n' "$1"
    printf 'ATTENDEE;CN=Maria Keller:mailto:maria@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
}
fail() { echo "check-portable: $1" >&2; exit 1; }

echo "Debian $(cat "$root/etc/debian_version"), $(inside ldd --version | head -n 1)"
[ ! -e "$root/usr/share/zoneinfo/US/Pacific" ] || echo "Note: this release still has the old names of zones."
install -m 755 "$binary" "$root/usr/local/bin/limelight"
inside /usr/local/bin/limelight --version
for pair in US/Pacific=16:00 GB=09:00; do
    zone=${pair%%=*}
    event "$zone" >"$root/root/calendar.ics"
    rm -rf "$root/root/ledger.sqlite"*
    inside /usr/local/bin/limelight import calendar /root/calendar.ics --ledger /root/ledger.sqlite
    told=$(inside /usr/local/bin/limelight timeline --day 2026-03-17 --json --zone UTC --ledger /root/ledger.sqlite)
    grep -q "2026-03-17T${pair#*=}" <<<"$told" || fail "$zone gives a wrong time: $told"
done
inside git -c init.defaultBranch=main init -q /root/repository
inside git -C /root/repository -c user.name=Ada -c user.email=ada@example.org commit -q --allow-empty -m "first"
inside /usr/local/bin/limelight me add ada@example.org --ledger /root/ledger.sqlite
inside /usr/local/bin/limelight import git /root/repository --ledger /root/ledger.sqlite
inside /usr/local/bin/limelight scope --ledger /root/ledger.sqlite >/dev/null
rm -f "$root/usr/local/bin/limelight"

cp "$package" "$root/root/limelight.deb"
inside dpkg -i /root/limelight.deb
inside limelight --version
inside dpkg -L limelight | grep -q man1/limelight.1.gz || fail "the package has no manual page"
inside dpkg -r limelight
[ ! -e "$root/usr/bin/limelight" ] || fail "the package left its binary"
echo "The binary and the package work in Debian $suite."
