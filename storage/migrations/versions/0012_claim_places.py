"""How far claiming has come in each announcement, so that a claim does not walk over what left the queue before it.

Follows: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "claim_places",
        sa.Column("announcement_id", BIG_ID, autoincrement=False, nullable=False),
        sa.Column("lease", BIG_ID, nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivery", BIG_ID, nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcements.id"], name="fk_claim_places_announcement_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("announcement_id", name="pk_claim_places"),
    )


def downgrade() -> None:
    op.drop_table("claim_places")
