"""Controls that edit or show one value and know no document."""
