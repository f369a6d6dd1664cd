# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""A page in a real Chromium, spoken to over its debugging pipe."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile

PROGRAM = "/usr/bin/chromium"
# Seconds in which a browser has something to say, on a busy machine too.
PATIENCE = 60

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-pipe",
    "--window-size=1280,720",
]


class Chromium:
    """A browser; everything it says is kept in `events`."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="foredeck-chromium-")
        to_child, self.writer = os.pipe()
        self.reader, from_child = os.pipe()

        def connect():
            # The browser reads from 3 and writes to 4; those numbers may be taken.
            first, second = os.dup(to_child), os.dup(from_child)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [PROGRAM, *FLAGS, f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=connect,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_child)
        os.close(from_child)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.before_each_page = None

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.writer)
        os.close(self.reader)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _read(self):
        while b"\0" not in self.buffer:
            if not select.select([self.reader], [], [], PATIENCE)[0]:
                raise RuntimeError("Chromium says nothing any more")
            piece = os.read(self.reader, 1 << 20)
            if not piece:
                raise RuntimeError("Chromium has ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.writer, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method, condition=lambda event: True):
        for event in self.events:
            if event.get("method") == method and condition(event):
                return event
        while True:
            event = self._read()
            self.events.append(event)
            if event.get("method") == method and condition(event):
                return event

    def open(self, address):
        """Opens a page and waits until reveal.js is ready in it."""
        self.call("Target.setDiscoverTargets", discover=True)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        page = Page(self, self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        page.target = target
        if self.before_each_page:
            page.call("Page.addScriptToEvaluateOnNewDocument", source=self.before_each_page)
        page.call("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired", lambda event: event.get("sessionId") == page.session)
        page.evaluate(
            "new Promise (done => Reveal.isReady () ? done (1) : Reveal.on ('ready', () => done (1)))"
        )
        return page


class Page:
    def __init__(self, browser, session):
        self.browser = browser
        self.session = session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)

    def evaluate(self, expression):
        result = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def press(self, key, code, number):
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=code,
                windowsVirtualKeyCode=number,
            )

    def screenshot(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def requests(self):
        """Every address that the page asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self.browser.events
            if event.get("method") == "Network.requestWillBeSent"
            and event.get("sessionId") == self.session
        ]

    def complaints(self):
        """What the browser's console shows as an error."""
        found = []
        for event in self.browser.events:
            if event.get("method") == "Log.entryAdded":
                if event["params"]["entry"]["level"] == "error":
                    found.append(event["params"]["entry"]["text"])
            elif event.get("method") == "Runtime.exceptionThrown":
                found.append(json.dumps(event["params"]["exceptionDetails"])[:400])
            elif event.get("method") == "Runtime.consoleAPICalled":
                if event["params"]["type"] == "error":
                    found.append(json.dumps(event["params"]["args"])[:400])
        return found
