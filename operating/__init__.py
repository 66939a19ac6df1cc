"""What the town's administrator calls from a shell: the commands, and what they do with an installation."""
