"""Accounts in Wagtail's admin: an address, a name, and roles with what each is for.

Invariant: nobody gives a password (people come in by a code, and choose one themselves if they like), and nobody makes
or changes somebody who may do more than they may themselves: superusers are made on the server alone.
"""

from typing import Any, Final

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import DeleteView, EditView, UserViewSet

from connector.accounts.models import User
from connector.core.roles import ROLES

WAGTAILS_OWN: Final = ("Editors", "Moderators")
"""Groups that Wagtail makes for websites of pages. They would let somebody into the admin for nothing."""


class RolesField(forms.ModelMultipleChoiceField):
    """A tick for each role, with what it is for. Groups of the council's own come too."""

    def __init__(self) -> None:
        groups = Group.objects.exclude(name__in=WAGTAILS_OWN).order_by("name")
        super().__init__(groups, label="Roles", required=False, widget=forms.CheckboxSelectMultiple)

    def label_from_instance(self, obj: Group) -> str:
        return next((f"{role.name}: {role.prose}" for role in ROLES if role.group == obj.name), obj.name)


class NewAccountForm(UserCreationForm):
    """Somebody who may sign in from now on."""

    groups = RolesField()
    field_order = ("email", "first_name", "last_name", "groups")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _without_superuser(self)


class AccountForm(UserEditForm):
    """Somebody who may sign in, until the account is closed."""

    groups = RolesField()
    field_order = ("email", "first_name", "last_name", "groups", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _without_superuser(self)


class AccountEditView(EditView):
    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        _not_above(request.user, self.object)


class AccountDeleteView(DeleteView):
    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        _not_above(request.user, self.object)


class AccountViewSet(UserViewSet):
    edit_view_class = AccountEditView
    delete_view_class = AccountDeleteView
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return AccountForm if for_update else NewAccountForm


def _without_superuser(form: forms.ModelForm) -> None:
    form.fields.pop("is_superuser", None)
    form.fields["last_name"].required = False
    if "is_active" in form.fields:
        form.fields["is_active"].help_text = "Take the tick away to close the account. Nothing else is lost."


def _not_above(user: Any, account: User) -> None:
    if account.is_superuser and not user.is_superuser:
        raise PermissionDenied
