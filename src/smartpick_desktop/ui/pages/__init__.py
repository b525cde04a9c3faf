"""Layouts of panels, one per view."""
