"""Why an entry of a timeline ended without a message: another one of the same moment said it.

Follows: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("timeline", sa.Column("why", sa.String(16), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("timeline") as batch:
        batch.drop_column("why")
