"""What must stay fast, measured beside what one would use instead; `python -m benchmarks` prints a table."""
