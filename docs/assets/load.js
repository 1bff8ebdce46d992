// Loads a style or a script when a reader asks for what it does: each once, scripts in the order in which they are asked for.
const load = (() => {
  const asked = {};

  function append(href) {
    const element = href.endsWith(".css")
      ? Object.assign(document.createElement("link"), { rel: "stylesheet", href })
      : Object.assign(document.createElement("script"), { src: href, async: false });
    return new Promise((loaded, failed) => {
      element.onload = loaded;
      element.onerror = () => {
        delete asked[href]; // the next try asks again
        failed(new Error(`${href} could not be loaded`));
      };
      document.head.append(element);
    });
  }

  return ({ href }) => asked[href] ??= append(href);
})();
