"""Profiles of Hypothesis: by day the same examples each time, by night many new ones."""

from hypothesis import HealthCheck, settings

# A shared machine may be slow at any moment; that is no fault of the library.
settings.register_profile(
    "ci", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nightly", settings.get_profile("ci"), derandomize=False, max_examples=2_000, print_blob=True)
settings.register_profile("page", settings.get_profile("ci"), max_examples=20)  # its laws have tests of their own
settings.load_profile("ci")
