"""A role of its own for those who may take the research file.

Follows: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BEFORE = "role IN ('owner', 'organiser', 'staff', 'facilitator')"
SINCE = "role IN ('owner', 'organiser', 'staff', 'facilitator', 'researcher')"


def upgrade() -> None:
    for table in ("roles", "invitations"):
        _allow(table, SINCE)


def downgrade() -> None:
    """Nobody keeps a right that the older code does not know."""
    for table in ("roles", "invitations"):
        rows = sa.table(table, sa.column("role"))
        op.execute(sa.delete(rows).where(rows.c.role == "researcher"))
        _allow(table, BEFORE)


def _allow(table: str, condition: str) -> None:
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(op.f(f"ck_{table}_role"), type_="check")
        batch.create_check_constraint(op.f(f"ck_{table}_role"), condition)
