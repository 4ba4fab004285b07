#!/usr/bin/env bash
# Installs one stripped binary with completions and a manual page, and names the shared libraries it needs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
binary=$1
prefix=$2
install -d "$prefix/bin" "$prefix/share/man/man1"
# Under another name first, so that a running program keeps its file.
install -m 755 "$binary" "$prefix/bin/.limelight.new"
strip "$prefix/bin/.limelight.new" 2>/dev/null || true
mv -f "$prefix/bin/.limelight.new" "$prefix/bin/limelight"
for shell in bash zsh fish; do
    case $shell in
    bash) folder=$prefix/share/bash-completion/completions file=limelight ;;
    zsh) folder=$prefix/share/zsh/site-functions file=_limelight ;;
    fish) folder=$prefix/share/fish/vendor_completions.d file=limelight.fish ;;
    esac
    install -d "$folder"
    "$prefix/bin/limelight" --generate-completion-script $shell >"$folder/$file"
done
if command -v python3 >/dev/null; then
    "$here/manual.py" "$prefix/bin/limelight" >"$prefix/share/man/man1/limelight.1"
else
    echo "The manual page was not made, because python3 is not installed."
fi
echo "Installed $prefix/bin/limelight ($(du -h "$prefix/bin/limelight" | cut -f1))."
if command -v ldd >/dev/null; then
    echo "It needs these shared libraries of the system:"
    ldd "$prefix/bin/limelight" | awk '/=>|ld-linux/ {print "  " $1}' | grep -v linux-vdso
    echo "It also needs git to read repositories, curl to fetch addresses, and tzdata for time zones."
fi
