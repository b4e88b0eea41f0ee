"""browser.py [PICTURES]: tries the page of `plan --html` in a headless Chromium, and records what it did in browser.json.

The page is the one in golden/plan-html.txt, so that no build is needed. Needs PyQt6-WebEngine 6.11.0 (Chromium 140) in a
virtual environment; a folder PICTURES gets the page as it looks, light and dark. The test PageRecordingTests holds that
the recording is of the script and the style that the command writes, and that all answers are yes.
"""

import json
import os
import pathlib
import subprocess
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
flags = "--disable-gpu --no-sandbox --blink-settings=preferredColorScheme="
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags + os.environ.get("PAGE_SCHEME", "1")

from PyQt6.QtCore import QEventLoop, QPoint, Qt, QTimer, QUrl
from PyQt6.QtTest import QTest
from PyQt6.QtWebEngineCore import (
    QWebEnginePage, QWebEngineProfile, QWebEngineSettings, QWebEngineUrlRequestInterceptor, qWebEngineChromiumVersion)
from PyQt6.QtWebEngineWidgets import QWebEngineView
from PyQt6.QtWidgets import QApplication

fixtures = pathlib.Path(__file__).resolve().parents[2]


def page_text():
    text = (fixtures / "golden/plan-html.txt").read_text()
    return text[text.index("<!DOCTYPE html>"):text.index("</html>") + 8]


def between(text, first, last):
    return text[text.index(first) + len(first):text.index(last)]


def fingerprint(text):
    """FNV-1a of 64 bits."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


class Requests(QWebEngineUrlRequestInterceptor):
    def __init__(self):
        super().__init__()
        self.urls = []

    def interceptRequest(self, info):
        self.urls.append(info.requestUrl().toString())


class Page(QWebEnginePage):
    def __init__(self, profile):
        super().__init__(profile)
        self.messages = []

    def javaScriptConsoleMessage(self, level, message, line, source):
        self.messages.append(message)


class Browser:
    def __init__(self, text, scripts=True, width=1040):
        self.requests = Requests()
        self.profile = QWebEngineProfile()
        self.profile.setUrlRequestInterceptor(self.requests)
        self.page = Page(self.profile)
        settings = self.page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, scripts)
        settings.setAttribute(QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard, True)
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        self.view.resize(width, 1500)
        self.view.show()
        self.wait(lambda done: (self.page.loadFinished.connect(done), self.page.setHtml(text, QUrl("file:///page.html"))))

    def wait(self, start):
        loop, answer = QEventLoop(), []
        QTimer.singleShot(20000, loop.quit)
        start(lambda *values: (answer.append(values), loop.quit()))
        if not answer:
            loop.exec()
        return answer[0][0] if answer and answer[0] else None

    def ask(self, code):
        return self.wait(lambda done: self.page.runJavaScript(code, done))

    def click(self, code):
        """A click of the mouse on an element."""
        where = self.ask(f"(() => {{ const e = {code}; e.scrollIntoView({{block: 'center'}});"
                         " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] })()")
        self.pause(100)
        QTest.mouseClick(
            self.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(*(int(number) for number in where)))
        self.pause(100)

    def pause(self, milliseconds):
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def ledger(browser, column):
    code = "[...document.querySelectorAll('#ledger tbody tr')].map(r => r.cells[%d].dataset.value ?? r.cells[%d].textContent)"
    return browser.ask(code % (column, column))


def answers(text):
    browser = Browser(text)
    found = {}
    heads = browser.ask("[...document.querySelectorAll('#ledger th')].map(h => h.textContent)")
    devices = ledger(browser, 0)
    found["the page has a title"] = "device_map" in browser.ask("document.title")
    found["a row for each device"] = browser.ask(
        "[...document.querySelectorAll('#ledger tbody tr')].map(r => r.cells[0].textContent)"
    ) == ["GPU 0", "GPU 1", "cpu", "disk"]
    sorts = True
    for column in range(1, len(heads)):
        click = f"document.querySelectorAll('#ledger th')[{column}].click()"
        for reverse in (False, True):
            browser.ask(click)
            values = ledger(browser, column)
            if column <= 9:
                values = [int(value) for value in values]
            sorts &= values == sorted(values, reverse=reverse)
    found["every column sorts, up and down"] = sorts
    browser.ask("document.querySelectorAll('#ledger th')[0].click()")
    found["and back into the order of devices"] = ledger(browser, 0) == devices
    count = int(browser.ask("document.querySelectorAll('details').length"))
    opened = []
    for index in range(count):
        text_of = f"document.querySelectorAll('details')[{index}]"
        shut = browser.ask(f"!{text_of}.open && !{text_of}.querySelector('p').checkVisibility()")
        browser.click(f"{text_of}.querySelector('summary')")
        opened.append(shut and browser.ask(f"{text_of}.open && {text_of}.querySelector('p').checkVisibility()"))
    found["every boundary opens on a click, and was shut"] = count >= 2 and opened == [True] * count
    QApplication.clipboard().setText("")
    browser.click("document.getElementById('copy')")
    browser.pause(500)
    shown = browser.ask("document.getElementById('map').textContent")
    found["the map is copied as it is"] = json.loads(QApplication.clipboard().text() or "0") == json.loads(shown)
    found["and the button says so"] = browser.ask("document.getElementById('copy').textContent") == "Copied"
    found["bars are as long as their bytes"] = browser.ask(
        """(() => {
          const bytes = t => { const [n, u] = t.split(' '); return Number(n) * 1024 ** ['B', 'KiB', 'MiB', 'GiB'].indexOf(u) };
          const bars = [...document.querySelectorAll('svg rect')].filter(r => / (B|KiB|MiB|GiB)$/.test(r.textContent));
          const sized = bars.filter(r => r.getAttribute('class') != 'free')
            .map(r => [r.getBBox().width, bytes(r.textContent.split(', ').pop())]);
          const scale = sized.reduce((s, [w, b]) => s + w, 0) / sized.reduce((s, [w, b]) => s + b, 0);
          return sized.length > 5 && sized.every(([w, b]) => Math.abs(w - b * scale) < 0.5 + w / 100) })()""")
    found["nothing of the drawing is outside of it"] = browser.ask(
        """(() => { const b = document.querySelector('svg').viewBox.baseVal;
          return [...document.querySelectorAll('svg rect, svg text')].every(e => { const r = e.getBBox();
            return r.x >= -0.01 && r.y >= -0.01 && r.x + r.width <= b.width + 0.01 && r.y + r.height <= b.height + 0.01 }) })()""")
    found["nothing is asked of the network"] = [u for u in browser.requests.urls if not u.startswith(("file:", "data:"))] == []
    found["nothing but the page is loaded"] = browser.ask("performance.getEntriesByType('resource').length") == 0
    found["the console stays empty"] = browser.page.messages == []
    narrow = Browser(text, width=400)
    found["a narrow window scrolls the table alone"] = narrow.ask(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    plain = Browser(text, scripts=False)
    words = plain.wait(lambda done: plain.page.toPlainText(done))
    found["without scripts the map and the ledger are read"] = "device_map" in words and "budget" in words and shown in words
    return found


def main():
    application = QApplication(sys.argv[:1])
    text = page_text()
    if "PAGE_PICTURE" in os.environ:
        browser = Browser(text)
        browser.pause(500)
        browser.view.grab().save(os.environ["PAGE_PICTURE"])
        print(browser.ask("getComputedStyle(document.body).backgroundColor"))
        return
    found = answers(text)
    for scheme, color in (("1", "rgb(255, 255, 255)"), ("0", "rgb(13, 17, 23)")):
        name = "light" if scheme == "1" else "dark"
        picture = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/nonexistent") / f"page-{name}.png"
        run = subprocess.run(
            [sys.executable, __file__], env={**os.environ, "PAGE_SCHEME": scheme, "PAGE_PICTURE": str(picture)},
            capture_output=True, text=True)
        found[f"it is {name} where the reader's screen is"] = color in run.stdout
    record = {
        "chromium": qWebEngineChromiumVersion(), "script": fingerprint(between(text, "<script>\n", "\n</script>")),
        "style": fingerprint(between(text, "<style>\n:root", "\n</style>\n</head>")), "answers": found}
    (pathlib.Path(__file__).parent / "browser.json").write_text(json.dumps(record, indent=1) + "\n")
    print(json.dumps(record, indent=1))
    sys.exit(0 if all(value is True for value in found.values()) else 1)


main()
