"""Where the site is published, and where its records are kept, edited and talked about.

What follows the address of a repository differs from host to host: GitHub documents it under “Creating an issue from a URL query”,
GitLab under “Create an issue using a URL with prefilled values”; Gitea and Forgejo, which Codeberg runs, have addresses of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urljoin, urlsplit

from readouts.pages.words import reference as say

ERROR_FORM = "error.yml"
"""The form for errors in `.github/ISSUE_TEMPLATE/`; its fields `page` and `record` are filled in."""

BRANCH = "main"
"""The branch that is edited, unless `edit_uri` says otherwise."""


@dataclass(frozen=True, slots=True)
class Host:
    """How a kind of host addresses what it has, from the repository's address on."""

    editor: str
    """Where the files of a branch are edited."""
    issue: str
    """Where something is reported."""
    fields: Callable[[str, str, str], dict[str, str]]
    """What a report is filled in with: title, the page's address, the record's file or nothing."""


_GITHUB = Host(
    "edit",
    "issues/new",
    lambda title, page, record: {"template": ERROR_FORM, "title": title, "page": page} | ({"record": record} if record else {}),
)
_GITLAB = Host(
    "-/edit",
    "-/issues/new",
    lambda title, page, record: {"issue[title]": title, "issue[description]": say.error_on(page, record)},
)
_GITEA = Host("_edit", "issues/new", lambda title, page, record: {"title": title, "body": say.error_on(page, record)})

HOSTS = {"github": _GITHUB, "gitlab": _GITLAB, "codeberg": _GITEA, "gitea": _GITEA, "forgejo": _GITEA}
"""By the first part of a host's name: `gitlab.com` and `gitlab.example.org` are one kind."""


@dataclass(frozen=True, slots=True)
class Published:
    """The addresses of a site and of its repository; each is empty where it is not known."""

    base: str = ""
    """The site's own, with a slash at the end."""
    repository: str = ""
    """That of the repository, with a slash at the end."""
    editor: str = ""
    """That below which the project's files are edited, with a slash at the end."""

    @classmethod
    def of(cls, site_url: str, repo_url: str, edit_uri: str | None, docs: str) -> Published:
        """From settings as MkDocs has them.

        Args:
            site_url: The site's address.
            repo_url: The repository's.
            edit_uri: The way from there to where the pages in `docs` are edited; None for that of the host, empty for none.
            docs: The way from the project to the folder of the pages.
        """
        base = f"{site_url.rstrip('/')}/" if site_url else ""
        if urlsplit(repo_url).scheme not in ("http", "https"):
            return cls(base)
        repository = f"{repo_url.rstrip('/')}/"
        if edit_uri is None:
            host = _host(repository)
            return cls(base, repository, f"{repository}{host.editor}/{BRANCH}/" if host else "")
        pages = f"{urljoin(repository, edit_uri).rstrip('/')}/"
        beside = pages.endswith(f"/{docs}/")  # else the pages are kept elsewhere, and the records who knows where
        return cls(base, repository, pages.removesuffix(f"{docs}/") if edit_uri and beside else "")

    def edit(self, file: str) -> str:
        """The address at which a file of the project is edited; empty where there is none."""
        return f"{self.editor}{quote(file)}" if self.editor else ""

    def report(self, title: str, page: str, record: str = "") -> str:
        """The address at which an error on a page is reported; empty where there is none.

        Args:
            title: What the page is called.
            page: Its address, or the way to it from the site's.
            record: The file of the record that it shows, if it shows one.
        """
        host = _host(self.repository)
        if host is None:
            return ""
        fields = host.fields(say.error(title), f"{self.base}{page}", record)
        return f"{self.repository}{host.issue}?{urlencode(fields, quote_via=quote)}"


def _host(repository: str) -> Host | None:
    name = (urlsplit(repository).hostname or "").removeprefix("www.")
    return HOSTS.get(name.partition(".")[0])
