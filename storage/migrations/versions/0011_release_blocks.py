"""Waves that cannot be released as they are: nothing is tried until their themes, or their ballots, are other ones.

Follows: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "release_blocks",
        sa.Column("wave_id", BIG_ID, autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name="fk_release_blocks_wave_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("wave_id", name="pk_release_blocks"),
    )


def downgrade() -> None:
    op.drop_table("release_blocks")
