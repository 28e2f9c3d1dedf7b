"""A content folder that may be changed, and a state folder of its own."""

from __future__ import annotations

from tests.desk.conftest import content, state  # noqa: F401  fixtures
