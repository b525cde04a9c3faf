"""SmartPick Desktop: plans a residency applicant's response to a Step 2 CK score, offline."""

__version__ = "0.1.0"

PRODUCT_NAME = "SmartPick Desktop"
