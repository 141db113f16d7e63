"""A week on one sheet for the wall: of a ward, or of a place."""
