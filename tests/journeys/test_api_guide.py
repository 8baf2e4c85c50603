"""The commands of docs/how-to/use-the-api.md, run as they stand there."""

import os
import re
import subprocess
from contextlib import closing

from tests.product import ROOT, Product, signed_in

GUIDE = ROOT / "docs" / "how-to" / "use-the-api.md"


def test_every_command_of_the_api_guide_works_as_it_is_printed(running_product: Product) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    with closing(signed_in(running_product.address)) as client:
        workspace = client.get("/api/v1/me").json()["workspaces"][0]["slug"]
        asked = {"name": "Guide", "access": "write"}
        token = client.post(f"/api/v1/workspaces/{workspace}/tokens", json=asked).json()["token"]
    script = "set -euo pipefail\n" + "\n".join(blocks)
    environment = (
        os.environ
        | running_product.environment
        | {"BIFOCAL": running_product.address, "TOKEN": token, "SLUG": workspace}
    )
    done = subprocess.run(
        ["bash"], check=False, input=script, cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    said = done.stdout.splitlines()
    assert "The run is done." in said
    assert "open" in said
    assert "%PDF" in done.stdout
