#!/usr/bin/env bash
# Makes a Debian package of what `make install` installs: dist/limelight_VERSION_ARCHITECTURE.deb
set -eu
cd "$(dirname "$0")/.."
binary=$1
version=$("$binary" --version)
architecture=$(dpkg --print-architecture)
root=dist/deb
rm -rf "$root"
scripts/install.sh "$binary" "$root/usr" >/dev/null
documents=$root/usr/share/doc/limelight
install -d "$documents/examples" "$root/DEBIAN"
gzip -9nf "$root/usr/share/man/man1/limelight.1"
gzip -9nc CHANGELOG.md >"$documents/changelog.gz"
install -m 644 README.md "$documents/"
install -m 644 packaging/limelight.service packaging/limelight.timer "$documents/examples/"
install -m 644 packaging/copyright "$documents/copyright"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" \
    -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" packaging/control >"$root/DEBIAN/control"
find "$root" -type d -exec chmod 755 {} +
package=dist/limelight_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
rm -rf "$root"
echo "$package ($(du -h "$package" | cut -f1))"
