"""`make versions`: the site built under each Python that this machine has, byte for byte the same."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def built(version: str, folder: Path) -> dict[str, bytes]:
    """The files of the site as one Python builds it, in an environment of its own."""
    environment = folder / f"venv-{version}"
    subprocess.run([f"python{version}", "-m", "venv", environment], check=True)
    pip = [
        environment / "bin/pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        ROOT / "requirements.lock",
    ]
    subprocess.run(pip, check=True)
    site = folder / f"site-{version}"
    command = [environment / "bin/mkdocs", "build", "--quiet", "--strict", "--site-dir", site]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def runs(version: str) -> bool:
    """Whether this Python is here, and no mere name for one that is not."""
    name = shutil.which(f"python{version}")
    return name is not None and subprocess.run([name, "--version"], capture_output=True, check=False).returncode == 0


def main() -> int:
    """Names the versions compared and each file that differs; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        first, *others = ((version, built(version, Path(folder))) for version in VERSIONS if runs(version))
    odd = [
        (version, name)
        for version, files in others
        for name in first[1].keys() | files.keys()
        if first[1].get(name) != files.get(name)
    ]
    for version, name in odd:
        print(f"{name} is not the same under Python {version} as under {first[0]}.", file=sys.stderr)
    print(
        f"{len(first[1])} files under Python {', '.join([first[0], *(version for version, _ in others)])}: "
        f"{len(odd)} differ."
    )
    return bool(odd)


if __name__ == "__main__":
    sys.exit(main())
