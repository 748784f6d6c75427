"""What the sign-in package would do by mail, and what is done here instead; stands before its addresses."""

from django.urls import path
from django.views.generic import RedirectView, TemplateView

urlpatterns = [
    path(
        "password/reset/",
        TemplateView.as_view(template_name="accounts/forgotten.html"),
        name="account_reset_password",
    ),
    path("email/", RedirectView.as_view(pattern_name="settings"), name="account_email"),
]
