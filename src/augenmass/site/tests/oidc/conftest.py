"""An identity provider of its own for the tests: the npm package ``oidc-provider``, installed into a folder of the run."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

HERE = Path(__file__).resolve().parent
SECRET = "only-for-tests"
SECONDS = 10


@dataclass
class Provider:
    """The running provider and a browser at it."""

    issuer: str

    def who(self, sub: str, amr: list[str] | None = None, acr: str | None = None, **claims: Any) -> None:
        """Name the person whom it signs in next."""
        said = {"sub": sub, "amr": amr or ["pwd"], "acr": acr, "claims": claims}
        requests.post(f"{self.issuer}/who", json=said, timeout=SECONDS).raise_for_status()

    def follow(self, address: str) -> str:
        """Go where the program sent the browser, until the provider sends it back; returns that address."""
        with requests.Session() as browser:
            for _ in range(8):
                answer = browser.get(address, allow_redirects=False, timeout=SECONDS)
                assert answer.is_redirect, f"{answer.status_code} {answer.text[:300]}"
                address = requests.compat.urljoin(address, answer.headers["Location"])
                if urlsplit(address).netloc == "testserver":
                    return address
        raise AssertionError("the provider never sends the browser back")


@pytest.fixture(scope="session")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """Started once; where node is missing the tests say so (and fail where everything is required)."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("needs node and npm")
    folder = tmp_path_factory.mktemp("provider")
    for name in ("package.json", "package-lock.json", "provider.mjs"):
        shutil.copy(HERE / name, folder)
    installed = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
    )
    if installed.returncode:
        pytest.skip(f"npm could not install the provider: {installed.stderr[-300:]}")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            ["node", "provider.mjs"],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "SECRET": SECRET},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
        )
    try:
        assert server.stdout is not None
        said = server.stdout.readline().decode()
        while said and not said.startswith("port "):
            said = server.stdout.readline().decode()
        assert said, (folder / "log").read_text()
        yield Provider(f"http://127.0.0.1:{said.split()[1]}")
    finally:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=10)
        if server.stdout is not None:
            server.stdout.close()


def state_of(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return dict(part.split("=", 1) for part in urlsplit(address).query.split("&"))
