"""Watch a page in the browser: what goes wrong in it, and what it loads."""


def watch(page):
    """Return the page, which from now on notes its errors in `faults` and the addresses that it asks for in `loaded`."""
    page.faults, page.loaded = [], []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("request", lambda request: page.loaded.append(request.url))
    return page
