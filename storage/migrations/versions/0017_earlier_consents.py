"""Consents that were taken back and given again: the earlier yes and its withdrawal are kept.

The release before does not know the table: what is given again there, while both run, leaves nothing in it.

Follows: 0016
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "earlier_consents",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("participant_id", BIG_ID, nullable=False),
        sa.Column("purpose", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participants.id"], name="fk_earlier_consents_participant_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_earlier_consents"),
    )
    op.create_index("ix_earlier_consents_participant_id", "earlier_consents", ["participant_id"])


def downgrade() -> None:
    op.drop_index("ix_earlier_consents_participant_id", table_name="earlier_consents")
    op.drop_table("earlier_consents")
