"""A group keeps its own listing right: one question a page, read back as real dates, looked at before people see it."""
