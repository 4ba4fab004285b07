#!/usr/bin/env bash
# Makes the folder from which the release build takes the libraries that go into the binary, and prints it: links to
# the archives alone, so that the linker finds no shared ones there.
set -eu
cd "$(dirname "$0")/.."
folder=$PWD/.build/static-libraries
mkdir -p "$folder"
for name in sqlite3 sodium stdc++; do
    # By the compiler that comes with Swift; a name that is not found is printed as it was given.
    archive=$(clang -print-file-name="lib$name.a")
    [ -f "$archive" ] || { echo "lib$name.a was not found; install its -dev package." >&2; exit 1; }
    ln -sf "$(realpath "$archive")" "$folder/lib$name.a"
done
echo "$folder"
