"""The few tags that a template needs."""

from django import template

register = template.Library()
