// The whole internet of a test browser: every name leads here, plain or over TLS, and every request is written down with
// its host, so that "nothing was asked of a link's host" is something that can be seen to fail. mail.google.com answers
// with the sample inbox, Gmail's redirector redirects, any other host shows a plain page with its own address.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const INBOX = new URL('../inbox/', import.meta.url).pathname;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json; charset=utf-8' };
const TLS_HANDSHAKE = 0x16;
const CSP = [
  "default-src 'self'", "script-src 'self'", "style-src-elem 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data:",
  "object-src 'none'", "base-uri 'self'", "require-trusted-types-for 'script'", 'trusted-types inbox',
].join('; ');

/** Reads the sample mails, phishing first. @returns {Array<object>} */
export function readMails() {
  const folder = path.join(INBOX, 'mails');
  const order = ['phishing', 'special', 'honest'];
  return fs.readdirSync(folder).filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
}

/** A certificate for this run only. @returns {{key: string, cert: string, spki: string}} */
export function makeCertificate() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-cert-'));
  try {
    const file = (name) => path.join(folder, name);
    const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=mail.google.com',
      '-addext', 'subjectAltName=DNS:mail.google.com,DNS:www.google.com,IP:127.0.0.1', '-keyout', file('key.pem'), '-out', file('cert.pem'));
    openssl('x509', '-in', file('cert.pem'), '-pubkey', '-noout', '-out', file('public.pem'));
    openssl('pkey', '-pubin', '-in', file('public.pem'), '-outform', 'der', '-out', file('public.der'));
    const spki = openssl('dgst', '-sha256', '-binary', file('public.der')).toString('base64');
    return { key: fs.readFileSync(file('key.pem'), 'utf8'), cert: fs.readFileSync(file('cert.pem'), 'utf8'), spki };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const send = (response, status, type, body, headers = {}) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);

function serveInbox(url, response) {
  if (url.pathname === '/') return response.writeHead(302, { location: '/mail/u/0/' }).end();
  if (url.pathname === '/mail/u/0/') return send(response, 200, TYPES['.html'], fs.readFileSync(path.join(INBOX, 'index.html')), { 'content-security-policy': CSP });
  if (url.pathname === '/mail/u/0/mails.json') return send(response, 200, TYPES['.json'], JSON.stringify(readMails()));
  const file = /^\/mail\/app\/([a-z]+\.(?:js|css))$/.exec(url.pathname)?.[1] ?? /^\/mail\/(art\/[a-z]+\.svg)$/.exec(url.pathname)?.[1];
  if (file && fs.existsSync(path.join(INBOX, file))) return send(response, 200, TYPES[path.extname(file)], fs.readFileSync(path.join(INBOX, file)));
  return send(response, 404, 'text/plain', 'not in the sample inbox');
}

function answer(log, scheme) {
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    log.push({ time: Date.now(), host, path: request.url, method: request.method });
    const url = new URL(request.url, `${scheme}://${host || 'nowhere.invalid'}`);
    if (host === 'mail.google.com' || host === '127.0.0.1') return serveInbox(url, response);
    const target = host === 'www.google.com' && url.pathname === '/url' && url.searchParams.get('q');
    if (target) return response.writeHead(302, { location: target }).end();
    return send(response, 200, 'text/plain; charset=utf-8', `This stands in for ${url.href}`);
  };
}

/**
 * Starts the server on loopback, plain and TLS on one port.
 * @param {{certificate?: {key: string, cert: string, spki: string}, port?: number}} [settings]
 */
export async function startServer({ certificate = makeCertificate(), port = 0 } = {}) {
  const log = [];
  const plain = http.createServer(answer(log, 'http'));
  const secure = https.createServer({ ...certificate, SNICallback: (name, done) => { log.push({ time: Date.now(), host: name, path: null, method: 'CONNECT' }); done(null); } }, answer(log, 'https'));
  const sockets = new Set();
  const front = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.once('readable', () => {
      const first = socket.read(1);
      if (!first) return socket.destroy();
      socket.unshift(first);
      return (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
    });
  });
  secure.on('tlsClientError', () => {});
  await new Promise((done) => front.listen(port, '127.0.0.1', done));
  return {
    port: front.address().port,
    certificate,
    log,
    /** Requests and bare connections to these hosts. @param {Iterable<string>} hosts */
    askedOf(hosts) { const set = new Set(hosts); return log.filter((entry) => set.has(entry.host)); },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => front.close(done));
    },
  };
}
