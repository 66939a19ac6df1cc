"""Codes printed on paper ballots, so that none is printed twice in a workshop and a mistyped one is noticed.

Follows: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "paper_codes",
        sa.Column("workshop_id", BIG_ID, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_paper_codes_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop_id", "code", name=op.f("pk_paper_codes")),
    )


def downgrade() -> None:
    op.drop_table("paper_codes")
