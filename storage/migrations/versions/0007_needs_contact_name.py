"""Whoever sees special needs is named to residents in the organisers' own words.

Follows: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workshops", sa.Column("needs_contact_name", sa.String(80), nullable=True))


def downgrade() -> None:
    op.drop_column("workshops", "needs_contact_name")
