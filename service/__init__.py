"""What the town does, one transaction each."""
