"""The API: plain JSON, errors as RFC 9457 problem details, a schema made from the code."""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "connector.core.problems.problem_details",
    "DEFAULT_THROTTLE_CLASSES": ["connector.core.throttle.VisitorThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": "240/min", "match": "60/min"},
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Connector",
    "DESCRIPTION": "What is going on near here: groups, activities, places, people who would welcome a hand.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "PREPROCESSING_HOOKS": ["connector.core.schema.of_the_api"],
}
