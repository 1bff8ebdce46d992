// Serves a folder as GitHub Pages does: HTTPS, HTTP/2, gzip. Prints its port, then the path and the bytes of every answer.
//     node benchmarks/serve.mjs FOLDER KEY CERTIFICATE
import { existsSync, readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, key, cert] = process.argv.slice(2);
const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2",
};

function answer(request, response) {
  const { pathname } = new URL(request.url, "https://localhost");
  const file = join(folder, decodeURIComponent(pathname), pathname.endsWith("/") ? "index.html" : "");
  const found = existsSync(file) && statSync(file).isFile();
  const body = gzipSync(found ? readFileSync(file) : "", { level: 9 });
  console.log(`${pathname} ${body.length}`);
  response.writeHead(found ? 200 : 404, {
    "content-type": TYPES[extname(file)] ?? "text/plain",
    "content-encoding": "gzip",
    "content-length": body.length,
    "cache-control": "max-age=600",
  });
  response.end(body);
}

const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true }, answer);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
