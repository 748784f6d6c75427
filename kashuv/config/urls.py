"""The addresses: each door tells its own."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("kashuv.desk.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("kashuv.api.urls")),
    path("", include("kashuv.desk.urls")),
]

handler400 = "kashuv.desk.layout.views.confused"
handler403 = "kashuv.desk.layout.views.refused"
handler404 = "kashuv.desk.layout.views.unknown"
handler500 = "kashuv.desk.layout.views.broken"
handler429 = "kashuv.desk.layout.views.hasty"
