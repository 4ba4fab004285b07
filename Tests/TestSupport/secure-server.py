"""The server of SecureServer.swift. Usage: secure-server.py FOLDER PLAIN_PORT"""
import os, socket, ssl, subprocess, sys, threading

folder, plain = sys.argv[1], sys.argv[2]
log, lock = open(os.path.join(folder, "requests"), "ab", buffering=0), threading.Lock()

def note(data):
    with lock:
        log.write(data + b"\0")

def reply(status, fields=(), body=b""):
    head = ["HTTP/1.1 " + status, "Connection: close", "Content-Length: %d" % len(body), *fields]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body

def forever(client, first, again):
    client.sendall(first)
    while True:
        client.sendall(again)

def answer(client, path, head):
    if path == "/a.ics":
        client.sendall(reply("200 OK", ['ETag: "v1"'], b"BEGIN"))
    elif path == "/known.ics":
        known = b'if-none-match: "v1"' in head
        client.sendall(reply("304 Not Modified") if known else reply("200 OK", ['ETag: "v1"'], b"BEGIN"))
    elif path == "/plain":
        client.sendall(reply("302 Found", ["Location: http://127.0.0.1:%s/a.ics" % plain]))
    elif path == "/relative":
        client.sendall(reply("307 Temporary Redirect", ["Location: a.ics"]))
    elif path == "/other":
        client.sendall(reply("302 Found", ["Location: https://localhost:%d/a.ics" % port]))
    elif path == "/loop":
        client.sendall(reply("302 Found", ["Location: /loop"]))
    elif path == "/early":
        hint = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\nETag: \"no\"\r\n\r\n"
        client.sendall(hint + reply("200 OK", ['ETag: "v2"'], b"HTTP/1.1 404 No\r\n\r\n"))
    elif path == "/trailers":
        client.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                       b"5\r\nBEGIN\r\n0\r\nETag: \"no\"\r\n\r\n")
    elif path == "/cut":
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    elif path == "/cut-chunks":
        client.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf")
    elif path == "/endless":
        forever(client, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                b"4000\r\n" + b"x" * 16384 + b"\r\n")
    elif path == "/endless-missing":
        forever(client, b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n",
                b"4000\r\n" + b"x" * 16384 + b"\r\n")
    elif path == "/endless-moved":
        forever(client, b"HTTP/1.1 302 Found\r\nLocation: /a.ics\r\nTransfer-Encoding: chunked\r\n\r\n",
                b"4000\r\n" + b"x" * 16384 + b"\r\n")
    elif path == "/endless-head":
        forever(client, b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"x" * 1000 + b"\r\n")
    elif path == "/endless-hints":
        forever(client, b"", b"HTTP/1.1 103 Early Hints\r\nX-A: " + b"x" * 1000 + b"\r\n\r\n")
    elif path == "/silent":
        client.recv(1)
    elif path == "/half":
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        client.recv(1)
    elif path == "/old":
        client.sendall(b"no status line\r\n")
    elif path[1:].isdigit() or path.startswith("/dav/"):
        client.sendall(reply(path.rsplit("/", 1)[1] + " No"))
    else:
        client.sendall(reply("404 Not Found"))

def serve(raw):
    try:
        with context.wrap_socket(raw, server_side=True) as client:
            head = b""
            while b"\r\n\r\n" not in head:
                part = client.recv(4096)
                if not part:
                    return
                head += part
            note(head)
            try:
                answer(client, head.split()[1].decode().split("?")[0], head)
            except OSError:
                note(b"gone")
    except OSError:
        pass

certificate, key = os.path.join(folder, "certificate.pem"), os.path.join(folder, "key.pem")
subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
                "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
listener = socket.create_server(("127.0.0.1", 0), backlog=32)
port = listener.getsockname()[1]
print(port, flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
