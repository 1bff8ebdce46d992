"""The cross-reference checker: read, collect targets, collect references, resolve, report."""
