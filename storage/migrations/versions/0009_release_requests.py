"""Somebody on the staff asks for a closed wave to be released again; done outside the act's transaction.

Follows: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "release_requests",
        sa.Column("wave_id", BIG_ID, autoincrement=False, nullable=False),
        sa.Column("participant_id", BIG_ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name="fk_release_requests_wave_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participants.id"], name="fk_release_requests_participant_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("wave_id", name="pk_release_requests"),
    )
    op.create_index("ix_release_requests_participant_id", "release_requests", ["participant_id"])


def downgrade() -> None:
    op.drop_table("release_requests")
