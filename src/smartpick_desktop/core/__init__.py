"""The domain: rules and values, without Qt, files, clock or randomness."""
