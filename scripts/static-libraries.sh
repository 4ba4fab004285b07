#!/usr/bin/env bash
# Makes the folder of the libraries that the release build links into the binary, and prints its path. It has only
# links to archives, so that the linker finds no shared libraries there.
set -eu
cd "$(dirname "$0")/.."
folder=$PWD/.build/static-libraries
mkdir -p "$folder"
for name in sqlite3 sodium stdc++; do
    # The compiler that comes with Swift finds the archive; it prints an unknown name unchanged.
    archive=$(clang -print-file-name="lib$name.a")
    [ -f "$archive" ] || { echo "lib$name.a was not found; install its -dev package." >&2; exit 1; }
    ln -sf "$(realpath "$archive")" "$folder/lib$name.a"
done
echo "$folder"
