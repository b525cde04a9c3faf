"""The user's files, and the forms in which the app speaks to other programs."""
