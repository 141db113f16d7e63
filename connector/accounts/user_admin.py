"""Accounts in Wagtail's admin: an address, a name, and roles with what each is for.

Invariant: nobody gives a password (people come in by a code, and choose one themselves if they like), and nobody makes
or changes somebody who may do more than they may themselves: superusers are made on the server alone.
"""

from typing import Any, Final

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import URLPattern, path, reverse
from wagtail.admin.views.generic import DeleteView as ConfirmView
from wagtail.admin.widgets.button import Button
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import DeleteView, EditView, UserViewSet

from connector.accounts.actions import reset_factor
from connector.accounts.models import User
from connector.accounts.proving import has_factor
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
        not_above(request.user, self.object)

    @property
    def header_more_buttons(self) -> list[Button]:
        url = reverse("wagtailusers_users:reset_factor", args=[self.object.pk])
        return [*super().header_more_buttons, Button("Take the second step off", url=url, icon_name="key", priority=15)]


class ResetFactorView(ConfirmView):
    """For who lost the phone: asks whether to, and does."""

    model = User
    permission_required = "change"
    page_title = "Take the second step off"
    header_icon = "key"
    template_name = "wagtailadmin/accounts/reset_factor.html"
    success_message = "The second step of %(object)s is off. We have told them by e-mail."

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        not_above(request.user, self.object)

    def get_success_url(self) -> str:
        return reverse("wagtailusers_users:edit", args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"has": has_factor(self.object), "back": self.get_success_url()}

    def delete_action(self) -> None:
        reset_factor(user=self.object, by=self.request.user)


class AccountDeleteView(DeleteView):
    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        not_above(request.user, self.object)


class AccountViewSet(UserViewSet):
    edit_view_class = AccountEditView
    delete_view_class = AccountDeleteView
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    @property
    def reset_factor_view(self) -> Any:
        return self.construct_view(ResetFactorView)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("reset-factor/<int:pk>/", self.reset_factor_view, name="reset_factor")]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return AccountForm if for_update else NewAccountForm


def _without_superuser(form: forms.ModelForm) -> None:
    form.fields.pop("is_superuser", None)
    form.fields["last_name"].required = False
    if "is_active" in form.fields:
        form.fields["is_active"].help_text = "Take the tick away to close the account. Nothing else is lost."


def not_above(user: Any, account: User) -> None:
    """Nobody changes somebody who may do more. Raises PermissionDenied."""
    if account.is_superuser and not user.is_superuser:
        raise PermissionDenied
