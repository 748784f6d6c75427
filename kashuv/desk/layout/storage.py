"""Static files under names that carry their content's hash, our ES modules included, each with its compressed twin."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """The names inside `import` lines of our modules are rewritten too, so that a browser never mixes two releases.

    Django's own switch for it rewrites other packages' scripts as well, and stumbles over their bare names.
    """

    _imports = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]
    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", _imports))
