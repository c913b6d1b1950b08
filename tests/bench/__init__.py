"""Measurements in one run on one machine: `python -m tests.bench`. Ratios travel, absolute figures do not."""
