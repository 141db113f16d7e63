"""What other directories of the same kind search with, as their source says it, on our listings. No code of theirs."""
