"""Hiding small numbers: one function that every release passes on its way to anybody."""

from results.hiding.publication import TooClose, publish

__all__ = ["TooClose", "publish"]
