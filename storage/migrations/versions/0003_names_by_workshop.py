"""Names that are still kept are found by their workshop, so that they go in time.

Follows: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    named = sa.text("name IS NOT NULL")
    op.create_index(
        "ix_registrations_named", "registrations", ["workshop_id"], sqlite_where=named, postgresql_where=named
    )


def downgrade() -> None:
    op.drop_index("ix_registrations_named", "registrations")
