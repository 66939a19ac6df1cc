"""Simulated residents: a process of their own that reads screens and taps buttons over HTTP, and keeps its own tally."""
