#!/usr/bin/env bash
# Plays the game in its real window, on a display of its own. $OUT: where pictures are kept.
set -Eeuo pipefail
cd "$(dirname "$0")"
exec python drive.py "$@"
