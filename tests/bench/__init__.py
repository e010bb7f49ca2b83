"""Measurements: how long the work takes as the archive grows. Nothing here is a test."""
