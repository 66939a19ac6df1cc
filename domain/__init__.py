"""Shared types and rules. Pure: no clock, no randomness, no input or output, nothing else of ours."""
