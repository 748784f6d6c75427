"""A throwaway Dovecot: its own configuration, mail in a folder that is gone afterwards, any number of mailboxes.

Each login of the form NAME@kashuv.example has a mailbox of its own as soon as it is used; the password is PASSWORD.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imapclient import IMAPClient
from imapclient.imap_utf7 import encode as encode_utf7

from tests.certificates import own_certificate

PASSWORD = "an-app-password"
PROGRAM = shutil.which("dovecot") or next(
    (found for found in ("/usr/sbin/dovecot", "/usr/local/sbin/dovecot") if os.access(found, os.X_OK)), None
)
CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
{tls}
disable_plaintext_auth = no
default_internal_user = {us}
default_internal_group = {group}
default_login_user = {us}
first_valid_uid = 1
mail_location = maildir:{home}/mail/%n
mail_max_userip_connections = 200
mail_fsync = never
imap_capability = {capability}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%n
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service imap {{
  service_count = 1
  process_min_avail = 2
}}
service stats {{
  chroot =
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""

TLS = """
ssl = yes
ssl_cert = <{home}/post.pem
ssl_key = <{home}/post.key
"""


@dataclass(frozen=True, slots=True)
class Dovecot:
    """The running server: where it listens, and where its mail lies."""

    home: Path
    port: int
    tls_port: int = 0
    authority: str = ""  # the file by which its certificate is trusted

    def enter(self, login: str) -> IMAPClient:
        """A connection of the test's own, to do on the server what others would do."""
        imap = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=10)
        imap.login(login, PASSWORD)
        return imap

    def mail(self, login: str) -> Path:
        """Where the letters of a mailbox lie."""
        return self.home / "mail" / login.split("@")[0]

    def recount(self, login: str, path: str = "INBOX") -> None:
        """Lets the server forget how it counted a folder: it begins anew, under another UIDVALIDITY."""
        named = encode_utf7(path).decode().replace("/", ".")
        folder = self.mail(login) if path == "INBOX" else self.mail(login) / f".{named}"
        before = int((folder / "dovecot-uidlist").read_text().split(" V", 1)[1].split()[0])
        for index in folder.glob("dovecot*"):
            if index.is_file():
                index.unlink()
        (folder / "dovecot-uidlist").write_text(f"3 V{before + 1} N1 G{before:032x}\n")
        os.chown(folder / "dovecot-uidlist", *_whose(folder))


@contextmanager
def serving(capability: str = "", *, tls: bool = False, password: str = PASSWORD) -> Iterator[Dovecot]:
    """A server that ends with the block; `capability` takes the place of what it would offer."""
    assert PROGRAM
    home = Path(
        tempfile.mkdtemp(prefix="kashuv-dovecot-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    )
    port, tls_port = _free_port(), _free_port() if tls else 0
    us, uid, gid = _us()
    (home / "mail").mkdir()
    for folder in (home, home / "mail"):
        os.chown(folder, uid, gid)
    group = _group(gid)
    authority = own_certificate(home)[1] if tls else ""
    config = home / "dovecot.conf"
    config.write_text(
        CONFIG.format(
            home=home,
            port=port,
            tls_port=tls_port,
            tls=TLS.format(home=home) if tls else "ssl = no",
            us=us,
            group=group,
            uid=uid,
            gid=gid,
            password=password,
            capability=capability,
        )
    )
    process = subprocess.Popen([PROGRAM, "-F", "-c", str(config)], stderr=subprocess.PIPE)
    try:
        _await(port, process, home)
        yield Dovecot(home, port, tls_port, authority)
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(home, ignore_errors=True)


def _us() -> tuple[str, int, int]:
    """Dovecot gives no mail to root, so that root becomes nobody."""
    found = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    return found.pw_name, found.pw_uid, found.pw_gid


def _group(gid: int) -> str:
    import grp

    return grp.getgrgid(gid).gr_name


def _whose(folder: Path) -> tuple[int, int]:
    stat = folder.stat()
    return stat.st_uid, stat.st_gid


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _await(port: int, process: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    log = (home / "log").read_text() if (home / "log").exists() else ""
    raise RuntimeError(f"Dovecot did not start: {log[-2000:]}")
