"""What a connector does with an import, a file a verb."""

from connector.intake.actions.apply_import import apply_import
from connector.intake.actions.choose_columns import choose_columns
from connector.intake.actions.drop_import import drop_import
from connector.intake.actions.go_back import go_back
from connector.intake.actions.start_import import start_import
from connector.intake.actions.try_again import try_again

__all__ = ["apply_import", "choose_columns", "drop_import", "go_back", "start_import", "try_again"]
