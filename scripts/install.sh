#!/usr/bin/env bash
# Installs one stripped binary with completions and manual page, and names the shared libraries it needs.
set -eu
binary=$1
prefix=$2
install -d "$prefix/bin"
install -m 755 "$binary" "$prefix/bin/limelight"
strip "$prefix/bin/limelight" 2>/dev/null || true
for shell in bash zsh fish; do
    case $shell in
    bash) folder=$prefix/share/bash-completion/completions file=limelight ;;
    zsh) folder=$prefix/share/zsh/site-functions file=_limelight ;;
    fish) folder=$prefix/share/fish/vendor_completions.d file=limelight.fish ;;
    esac
    install -d "$folder"
    "$prefix/bin/limelight" --generate-completion-script $shell >"$folder/$file"
done
echo "Installed $prefix/bin/limelight ($(du -h "$prefix/bin/limelight" | cut -f1))."
if command -v ldd >/dev/null; then
    echo "It needs these shared libraries of the system:"
    ldd "$prefix/bin/limelight" | awk '/=>/ {print "  " $1}' | grep -vE 'libc\.so|libm\.so|libpthread|libdl|ld-linux|linux-vdso' || true
fi
