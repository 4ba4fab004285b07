#!/usr/bin/env bash
# Makes an archive of what `make install` installs.
set -eu
cd "$(dirname "$0")/.."
binary=$1
version=$("$binary" --version)
name="limelight-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)"
rm -rf "dist/$name"
scripts/install.sh "$binary" "dist/$name"
cp README.md LICENSE CHANGELOG.md "dist/$name/"
tar -C dist --sort=name --owner=0 --group=0 -czf "dist/$name.tar.gz" "$name"
rm -rf "dist/$name"
echo "dist/$name.tar.gz"
