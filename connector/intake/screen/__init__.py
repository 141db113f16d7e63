"""The screen of imports in Wagtail's admin."""

# Who may import, and say what columns mean: whoever has all of these.
NEEDED = ("cms.add_asset", "cms.change_asset", "cms.publish_asset")
