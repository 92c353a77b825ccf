"""The web service that the tests deploy: `/` answers with the version of the release that it was started from, `/health` with its health."""

import http.server
import os
import sys

if os.path.exists("crashes"):
    sys.exit("This release crashes at its start.")
with open("version", encoding="ascii") as file:
    VERSION = file.read()
HEALTH = 503 if os.path.exists("is-unwell") else 200


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(HEALTH if self.path == "/health" else 200)
        self.end_headers()
        self.wfile.write(VERSION.encode("ascii"))

    def log_message(self, *_):
        pass


ADDRESS = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
http.server.ThreadingHTTPServer((ADDRESS, int(sys.argv[1])), Handler).serve_forever()
