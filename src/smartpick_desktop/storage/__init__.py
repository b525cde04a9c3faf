"""Keeps applicants in one SQLite file and reads the shipped rules and figures."""
