"""`python -m factcheck` is `factcheck`."""

from factcheck.cli import start

if __name__ == "__main__":
    start()
