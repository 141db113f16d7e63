"""What is done to accounts, one file a verb: keywords only, `by` says who did it."""

from connector.accounts.actions.reset_factor import reset_factor

__all__ = ["reset_factor"]
