"""The outlook of a program list: chances as ranges, and which programs would add most."""
