"""Firefox ESR and WebKitGTK as Debian packages them, driven without any package of Python's or npm's."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
CONTROL_ENTER = "\ue009\ue007"
CONTROL_V = "\ue009v"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Engine(ABC):
    """A browser that goes to addresses, runs scripts, clicks and types as a person does."""

    @abstractmethod
    def ask(self, command: str, **values: object) -> Any:
        """One command of the driver."""

    @abstractmethod
    def close(self) -> None:
        """Let the browser go."""

    def go(self, url: str) -> None:
        self.ask("go", url=url)

    def run(self, script: str) -> Any:
        return self.ask("run", script=script, args=[])

    def find(self, selector: str) -> str:
        return str(self.ask("find", using="css selector", value=selector)[ELEMENT])

    def click(self, selector: str) -> None:
        self.ask("click", id=self.find(selector))

    def type(self, selector: str, text: str) -> None:
        self.ask("type", id=self.find(selector), text=text)

    def wait(self, script: str, wanted: Callable[[Any], bool], seconds: float = 90) -> Any:
        """The value of a script once it is as wanted; the last value after that time."""
        ends = time.monotonic() + seconds
        value = self.run(script)
        while not wanted(value) and time.monotonic() < ends:
            time.sleep(0.2)
            value = self.run(script)
        return value


class Firefox(Engine):
    """Firefox by Marionette, the protocol of its own: lengths and JSON on a socket."""

    def __init__(self, binary: str) -> None:
        self.folder = tempfile.mkdtemp()
        port = free_port()
        prefs = {"marionette.port": port, "dom.events.testing.asyncClipboard": True, "app.update.enabled": False}
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in prefs.items()]
        (Path(self.folder) / "user.js").write_text("".join(lines), "utf-8")
        command = [binary, "--marionette", "--headless", "--no-remote", "--profile", self.folder]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = _connected(port)
        self.count = 0
        self._read()
        self._send("WebDriver:NewSession", {"acceptInsecureCerts": False})

    def ask(self, command: str, **values: object) -> Any:
        names = {"go": "Navigate", "run": "ExecuteScript", "find": "FindElement", "click": "ElementClick", "type": "ElementSendKeys"}  # fmt: skip
        told = self._send(f"WebDriver:{names[command]}", values)
        return told.get("value") if isinstance(told, dict) and "value" in told else told

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _send(self, command: str, values: object) -> Any:
        self.count += 1
        told = json.dumps([0, self.count, command, values]).encode()
        self.socket.sendall(f"{len(told)}:".encode() + told)
        _, _, error, value = self._read()
        if error:
            raise AssertionError(f"{command}: {error['message']}")
        return value

    def _read(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self.socket.recv(1)
        left, told = int(size[:-1]), b""
        while len(told) < left:
            told += self.socket.recv(left - len(told))
        return json.loads(told)


class WebKit(Engine):
    """WebKitGTK's MiniBrowser by WebDriver: JSON over HTTP, under a screen of its own."""

    def __init__(self, driver: str, browser: str) -> None:
        port = free_port()
        command = [driver, f"--port={port}"]
        if "DISPLAY" not in os.environ:
            command = ["xvfb-run", "-a", *command]
        quiet = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        self.process = subprocess.Popen(
            command,
            env={**os.environ, **quiet},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _connected(port).close()
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]}}
        told = self._post("", {"capabilities": {"alwaysMatch": options}})
        self.base += f"/{told['sessionId']}"

    def ask(self, command: str, **values: object) -> Any:
        identity = values.pop("id", "")
        paths = {"go": "/url", "run": "/execute/sync", "find": "/element", "click": f"/element/{identity}/click", "type": f"/element/{identity}/value"}  # fmt: skip
        return self._post(paths[command], values)

    def close(self) -> None:
        request = urllib.request.Request(self.base, method="DELETE")
        urllib.request.urlopen(request, timeout=20).close()
        os.killpg(self.process.pid, 15)
        self.process.wait(20)

    def _post(self, path: str, values: object) -> Any:
        request = urllib.request.Request(self.base + path, json.dumps(values).encode(), {"Content-Type": "application/json"})  # fmt: skip
        try:
            with urllib.request.urlopen(request, timeout=120) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()[:500]}") from error


def _connected(port: int) -> socket.socket:
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=120)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The browser does not answer.")


def firefox() -> Engine | None:
    """Firefox, where it is installed."""
    binary = shutil.which("firefox-esr") or shutil.which("firefox")
    return Firefox(binary) if binary else None


def webkit() -> Engine | None:
    """WebKitGTK, where its driver is installed."""
    driver = shutil.which("WebKitWebDriver")
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)
    screen = "DISPLAY" in os.environ or shutil.which("xvfb-run")
    return WebKit(driver, str(browser)) if driver and browser and screen else None
