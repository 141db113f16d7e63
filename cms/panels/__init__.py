"""The parts of the catalogue's edit pages: fields in people's words, the session form, read-only lists."""
