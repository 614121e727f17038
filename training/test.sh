#!/usr/bin/env bash
# Sets up training's virtual environment where it is missing, then lints, type-checks and tests it.
set -euo pipefail
cd "$(dirname "$0")"
if [ ! -x .venv/bin/pytest ]; then
  python3 -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check -e '.[dev]'
fi
.venv/bin/ruff check .
.venv/bin/ruff check ../facts/build
.venv/bin/mypy hoplens_training
.venv/bin/python -m pytest -q
