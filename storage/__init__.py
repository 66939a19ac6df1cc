"""Tables, migrations, and the only SQL."""
