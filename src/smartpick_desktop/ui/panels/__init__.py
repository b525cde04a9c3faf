"""Bind widgets and models to the document, both ways."""
