import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/* unused reexport */ __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


__webpack_unused_export__ = httpOverHttp;
__webpack_unused_export__ = httpsOverHttp;
__webpack_unused_export__ = httpOverHttps;
__webpack_unused_export__ = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 879:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__.p + "a817ee3aed59b70d4410.sh";

/***/ }),

/***/ 613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 533:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;
/**
 * Stands where `@actions/http-client` and `@actions/github` import undici (`overrides` in package.json). They name it at their start,
 * for OpenID tokens and for questions to GitHub; no action asks for the first, and the second go through packages/github/src/transport.
 * The real one would be two thirds of every bundle, never used, and cost each step of each action about 30 ms and 8 MB.
 */

/** Made, never used, where `HTTPS_PROXY` is set; the toolkit reads its options. */
__webpack_unused_export__ = class ProxyAgent {
  options = {};
};

/** @throws Error always: something asks the network in a way that was not provided for. */
__webpack_unused_export__ = (url) => {
  throw new Error(
    `${url} was asked through undici, which is not part of Plimsoll. Give the toolkit a fetch of its own.`,
  );
};


/***/ }),

/***/ 42:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(622);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(36);


await (0,_plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_main_js__WEBPACK_IMPORTED_MODULE_1__/* .backup */ .R);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 36:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ main_backup)
});

// EXTERNAL MODULE: ./packages/outcome/lib/index.js + 2 modules
var lib = __nccwpck_require__(558);
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./packages/ssh/lib/key-blob.js

/** Reads the length-prefixed fields that public keys, certificates and OpenSSH's private key files are made of (RFC 4251, section 5). */
class BlobReader {
    #bytes;
    #offset = 0;
    constructor(bytes) {
        this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    get offset() {
        return this.#offset;
    }
    /** The next field; throws RangeError when the bytes end before it. */
    bytes() {
        return this.take(this.uint32());
    }
    text() {
        return this.bytes().toString('utf8');
    }
    uint32() {
        return this.take(4).readUInt32BE();
    }
    uint64() {
        return this.take(8).readBigUInt64BE();
    }
    take(length) {
        const end = this.#offset + length;
        if (end > this.#bytes.length)
            throw new RangeError(`${length} bytes expected, ${this.#bytes.length - this.#offset} left`);
        const taken = this.#bytes.subarray(this.#offset, end);
        this.#offset = end;
        return taken;
    }
}
/** Parses base64 into a complete key whose own name must be `type`. Returns undefined for anything else. */
function parsePublicKey(type, base64) {
    const blob = decodeBase64(base64);
    if (blob === undefined)
        return undefined;
    const isWhole = blobType(blob) === type && countFields(blob) >= 2;
    return isWhole ? { type, blob } : undefined;
}
/** How many fields a key is made of; 0 when the last one is cut off. */
function countFields(blob) {
    const reader = new BlobReader(blob);
    let fields = 0;
    try {
        for (; reader.offset < blob.length; fields += 1)
            reader.bytes();
    }
    catch {
        return 0;
    }
    return fields;
}
function formatPublicKey(key) {
    return `${key.type} ${key.blob.toString('base64')}`;
}
/** `SHA256:…`, as OpenSSH prints it. */
function fingerprintOf(blob) {
    const digest = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(blob).digest('base64');
    return `SHA256:${digest.replace(/=+$/, '')}`;
}
/** The name at the start of a key, or an empty string. */
function blobType(blob) {
    try {
        return new BlobReader(blob).text();
    }
    catch {
        return '';
    }
}
/** Strict base64: undefined when there is any other character or the padding is wrong. */
function decodeBase64(text) {
    if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text))
        return undefined;
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') ? bytes : undefined;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/certificate.js


const SUFFIX = '-cert-v01@openssh.com';
const USER_CERTIFICATE = 1;
const FOREVER = 0xffffffffffffffffn;
/** How many fields the public key has after its name, by its type. */
const KEY_FIELDS = {
    'ssh-ed25519': 1,
    'ssh-rsa': 2,
    'ecdsa-sha2-nistp256': 2,
    'ecdsa-sha2-nistp384': 2,
    'ecdsa-sha2-nistp521': 2,
    'sk-ssh-ed25519@openssh.com': 2,
    'sk-ecdsa-sha2-nistp256@openssh.com': 3,
};
/** Parses one line as in a `-cert.pub` file. Throws Failure('input') for anything but a user certificate. */
function parseCertificate(text) {
    const [type = '', base64 = ''] = text.trim().split(/\s+/);
    if (!type.endsWith(SUFFIX)) {
        // What it starts with is not shown: it may be a private key in the wrong place.
        throw badCertificate('is not an OpenSSH certificate. Use the content of the -cert.pub file');
    }
    return readCertificate({ type, blob: decodeBase64(base64) ?? Buffer.alloc(0) });
}
/** Why this certificate may have been refused, as sentences; empty when nothing speaks against it. */
function certificateProblems(certificate, user, now) {
    const seconds = BigInt(Math.floor(now.getTime() / 1000));
    const problems = [];
    if (seconds < certificate.validAfter)
        problems.push(`The certificate is not valid before ${formatTime(certificate.validAfter)}.`);
    if (seconds >= certificate.validBefore)
        problems.push(`The certificate expired at ${formatTime(certificate.validBefore)}.`);
    if (!certificate.principals.includes(user)) {
        const names = certificate.principals.length === 0 ? 'nobody' : certificate.principals.join(', ');
        problems.push(`The certificate is for ${names}, the user is ${user}: that works only where the server maps principals.`);
    }
    return problems;
}
function readCertificate(key) {
    try {
        return readFields(key);
    }
    catch (cause) {
        if (cause instanceof lib/* Failure */.HR)
            throw cause;
        throw badCertificate('is damaged or cut off. Use the whole content of the -cert.pub file', cause);
    }
}
/** PROTOCOL.certkeys of OpenSSH: name, nonce, public key, serial, kind, key id, principals, validity, two lists of options, reserved, authority. */
function readFields(key) {
    const reader = new BlobReader(key.blob);
    if (reader.text() !== key.type)
        throw new RangeError('its own name is another one');
    reader.bytes();
    const keyFingerprint = fingerprintOf(readSubject(reader, key));
    reader.uint64();
    if (reader.uint32() !== USER_CERTIFICATE)
        throw badCertificate('is a host certificate. Use one for users, made by ssh-keygen -s without -h');
    const keyId = reader.text();
    const principals = readList(reader.bytes());
    const [validAfter, validBefore] = [reader.uint64(), reader.uint64()];
    for (let skipped = 0; skipped < 3; skipped += 1)
        reader.bytes();
    const authorityFingerprint = fingerprintOf(reader.bytes());
    return {
        text: `${key.type} ${key.blob.toString('base64')}`,
        keyId,
        principals,
        validAfter,
        validBefore,
        keyFingerprint,
        authorityFingerprint,
    };
}
/** The plain public key inside, as it would look in a .pub file. */
function readSubject(reader, { type, blob }) {
    const plainType = type.replace(SUFFIX, type.startsWith('sk-') ? '@openssh.com' : '');
    const fields = KEY_FIELDS[plainType];
    if (fields === undefined)
        throw badCertificate(`is of the unknown type ${type}`);
    const start = reader.offset;
    for (let field = 0; field < fields; field += 1)
        reader.bytes();
    return Buffer.concat([lengthPrefixed(plainType), blob.subarray(start, reader.offset)]);
}
function readList(bytes) {
    const reader = new BlobReader(bytes);
    const names = [];
    while (reader.offset < bytes.length)
        names.push(reader.text());
    return names;
}
function lengthPrefixed(text) {
    const bytes = Buffer.from(text, 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
function formatTime(seconds) {
    if (seconds >= FOREVER)
        return 'forever';
    const date = new Date(Number(seconds) * 1000);
    return Number.isNaN(date.getTime()) ? `second ${seconds} since 1970` : date.toISOString().replace('.000Z', 'Z');
}
function badCertificate(problem, cause) {
    return new lib/* Failure */.HR('input', `The certificate (input certificate) ${problem}.`, { cause });
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./packages/ssh/lib/config.js
/** Names inside the folder of a client. Every ssh process runs in that folder, so paths are short and need no quoting whatever it is called. */
const FILES = {
    agentSocket: 'agent',
    publicKey: 'key.pub',
    certificate: 'key-cert.pub',
    askpass: 'askpass',
};
function filesOf(id) {
    return {
        config: `${id}.conf`,
        knownHosts: `${id}.hosts`,
        controlSocket: `${id}.sock`,
        log: `${id}.log`,
        errors: `${id}.err`,
    };
}
/** Pattern of the control sockets in a folder. */
const CONTROL_SOCKET = /^.+\.sock$/;
/** The alias under which a configuration knows the host to connect to. */
const TARGET = 'target';
/** After how many unanswered signs of life a link counts as broken. */
const KEEP_ALIVE_COUNT = 3;
/** How long a connection outlives a runner that was killed. A living runner holds it open for as long as it likes. */
const PERSIST_SECONDS = 5;
/**
 * Text of the ssh_config of one connection. OpenSSH hands the file on to the processes of its hops, so they are as strict as the target, and
 * with a file given it reads neither the user's nor the system's configuration.
 */
function formatConfig(request) {
    const hops = request.hops.flatMap(({ host, controlSocket = 'none' }, index) => [
        ...hostSection({ alias: hopName(index), host, through: hopName(index - 1) }),
        `ControlPath ${controlSocket}`,
    ]);
    const target = hostSection({ alias: TARGET, host: request.host, through: hopName(request.hops.length - 1) });
    return [...hops, ...target, ...multiplexing(request), 'Host *', ...common(request)]
        .map((line) => `${line}\n`)
        .join('');
}
/** The word `none` is OpenSSH's own for no hop. */
function hopName(index) {
    return index < 0 ? 'none' : `hop${index + 1}`;
}
function hostSection({ alias, host: { host, port, user }, through }) {
    return [`Host ${alias}`, `HostName ${host}`, `Port ${port}`, `User ${user}`, `ProxyJump ${through}`];
}
function multiplexing({ multiplexed, files }) {
    if (!multiplexed)
        return ['ControlPath none'];
    return [`ControlPath ${files.controlSocket}`, `ControlPersist ${PERSIST_SECONDS}`];
}
function common(request) {
    return [
        'StrictHostKeyChecking yes',
        `UserKnownHostsFile ${request.files.knownHosts}`,
        'GlobalKnownHostsFile /dev/null',
        'UpdateHostKeys no',
        'CheckHostIP no',
        'VerifyHostKeyDNS no',
        'BatchMode yes',
        'PreferredAuthentications publickey',
        'IdentitiesOnly yes',
        `IdentityFile ${FILES.publicKey}`,
        ...(request.hasCertificate ? [`CertificateFile ${FILES.certificate}`] : []),
        `IdentityAgent ${FILES.agentSocket}`,
        'AddKeysToAgent no',
        'ForwardAgent no',
        'ForwardX11 no',
        'ClearAllForwardings yes',
        'PermitLocalCommand no',
        'RequestTTY no',
        'EscapeChar none',
        'Compression no',
        `ConnectTimeout ${Math.ceil(request.connectTimeoutMs / 1000) + 1}`,
        'TCPKeepAlive yes',
        `ServerAliveInterval ${request.keepAliveSeconds}`,
        `ServerAliveCountMax ${KEEP_ALIVE_COUNT}`,
    ];
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./packages/ssh/lib/control-socket.js



const HELLO = 0x0000_0001;
const VERSION = 4;
const ALIVE_CHECK = 0x1000_0004;
const ALIVE = 0x8000_0005;
const TERMINATE = 0x1000_0005;
const ANSWER_MS = 5000;
const TERMINATE_MS = 1000;
/** Rejects with an Error when nobody listens at the path or what listens is no connection of OpenSSH. */
async function openControlSocket(path) {
    const socket = (0,external_node_net_namespaceObject.connect)(path);
    try {
        await (0,external_node_events_namespaceObject.once)(socket, 'connect', { signal: AbortSignal.timeout(ANSWER_MS) });
        socket.write(Buffer.concat([message(HELLO, VERSION), message(ALIVE_CHECK, 0)]));
        const pid = await readPid(socket);
        return hold(socket, pid);
    }
    catch (cause) {
        socket.destroy();
        throw new Error(`The control socket ${path} does not answer`, { cause });
    }
}
function hold(socket, pid) {
    socket.on('error', () => undefined); // An error is followed by `close`, which says it all.
    socket.resume();
    // An action that forgot to close its client shall end nevertheless.
    socket.unref();
    return { pid, isOpen: () => !socket.closed && !socket.readableEnded, terminate: () => terminate(socket, pid) };
}
async function terminate(socket, pid) {
    if (socket.closed)
        return;
    socket.ref();
    const closed = (0,external_node_events_namespaceObject.once)(socket, 'close').catch(() => undefined);
    socket.end(message(TERMINATE, 1));
    await Promise.race([closed, (0,external_node_timers_promises_namespaceObject.setTimeout)(TERMINATE_MS, undefined, { ref: false })]);
    if (!socket.closed)
        kill(pid); // The socket is open, so the number still is that of its process.
    socket.destroy();
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // Ended just now.
    }
}
/** Every message is its length, its kind and numbers, each of four bytes. */
function message(kind, value) {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32BE(8, 0);
    bytes.writeUInt32BE(kind, 4);
    bytes.writeUInt32BE(value, 8);
    return bytes;
}
async function readPid(socket) {
    let bytes = Buffer.alloc(0);
    for (;;) {
        const pid = findPid(bytes);
        if (pid !== undefined)
            return pid;
        const chunk = await nextChunk(socket);
        bytes = Buffer.concat([bytes, chunk]);
    }
}
async function nextChunk(socket) {
    const chunk = (await (0,external_node_events_namespaceObject.once)(socket, 'data', { signal: AbortSignal.timeout(ANSWER_MS) })).at(0);
    if (!(chunk instanceof Buffer))
        throw new TypeError('A socket without encoding gives buffers');
    return chunk;
}
function findPid(bytes) {
    for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUInt32BE(at)) {
        const isWhole = at + 16 <= bytes.length;
        if (isWhole && bytes.readUInt32BE(at + 4) === ALIVE)
            return bytes.readUInt32BE(at + 12);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/folder.js






const PREFIX = 'plimsoll-ssh-';
/** Unix sockets take 104 bytes of path on macOS, and OpenSSH adds 17 to the name while it makes one. */
const MAX_SOCKET_PATH = 104 - 17 - 1;
const LONGEST_FILE = 'h000000.sock';
/** What makes the name of a folder its own. */
const NAME_BYTES = 6;
/** Makes the folder of a client (mode 0700): in the given place, unless sockets in there would have too long a path. */
async function makeFolder({ place, machine, onFolder }) {
    const name = `${PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(NAME_BYTES).toString('base64url')}`;
    const places = machine.platform === 'win32' ? [place] : [place, (0,external_node_os_.tmpdir)(), '/tmp'];
    const fitting = places.find((candidate) => Buffer.byteLength((0,external_node_path_.join)(candidate, name, LONGEST_FILE)) <= MAX_SOCKET_PATH);
    const folder = (0,external_node_path_.join)(fitting ?? place, name);
    onFolder(folder);
    await (0,promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
    return folder;
}
/** Ends the connections of a client whose process is gone, and removes its folder. Never throws; nothing left to do is fine. */
async function discardSshFolder(folder) {
    if (!(0,external_node_path_.basename)(folder).startsWith(PREFIX))
        return; // Whatever it is, it was not made here.
    const files = await (0,promises_namespaceObject.readdir)(folder).catch(() => []);
    await Promise.all(files.filter((file) => CONTROL_SOCKET.test(file)).map((file) => endLeftover((0,external_node_path_.join)(folder, file))));
    await removeFolder(folder);
}
async function removeFolder(folder) {
    await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}
async function endLeftover(path) {
    try {
        const control = await openControlSocket(path);
        await control.terminate();
    }
    catch {
        // Nobody listens any more.
    }
}

;// CONCATENATED MODULE: ./packages/ssh/lib/host.js


// These names end up in a configuration file and in command lines: nothing that ssh, a shell or a `%` token could read into.
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.+@-]{0,127}$/;
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})$/;
const PORT = /^[0-9]{1,5}$/;
const SHAPE = 'write it as [user@]host[:port], one per line, an IPv6 address as [::1]:22';
/** Parses `[user@]host[:port]`. Throws Failure('input') that names the text and what is wrong with it. */
function parseHost(text, defaults) {
    const label = text.trim();
    if (label.includes(','))
        throw badHost(label, 'looks like several hosts: write one per line.');
    const at = label.lastIndexOf('@');
    const { host, port } = splitPort(label, label.slice(at + 1));
    return {
        label,
        user: checkedUser(label, at < 0 ? defaults.user : label.slice(0, at)),
        host: checkedHost(label, host),
        port: port === undefined ? defaults.port : checkedPort(label, port),
    };
}
/** Parses a list and names all its problems in one Failure('input'), also a host that is listed twice. */
function parseHosts(lines, defaults) {
    const hosts = [];
    const problems = [];
    for (const line of lines) {
        try {
            hosts.push(parseHost(line, defaults));
        }
        catch (thrown) {
            if (!(thrown instanceof lib/* Failure */.HR))
                throw thrown;
            problems.push(thrown.message);
        }
    }
    problems.push(...duplicates(hosts));
    if (problems.length > 0)
        throw new lib/* Failure */.HR('input', problems.join(' '));
    return hosts;
}
/** `user@host:port`, with brackets around an IPv6 address: the form used in messages. */
function formatHost(address) {
    return `${address.user}@${formatEndpoint(address)}`;
}
/** `host:port`, with brackets around an IPv6 address. */
function formatEndpoint({ host, port }) {
    return (0,external_node_net_namespaceObject.isIPv6)(host) ? `[${host}]:${port}` : `${host}:${port}`;
}
function splitPort(label, text) {
    if (text.startsWith('[')) {
        const match = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
        if (match === null)
            throw badHost(label, `the brackets are not closed or something else than a port follows; ${SHAPE}.`);
        return { host: match[1] ?? '', port: match[2] };
    }
    const parts = text.split(':');
    if (parts.length > 2)
        throw badHost(label, `an IPv6 address needs brackets; ${SHAPE}.`);
    return { host: parts[0] ?? '', port: parts[1] };
}
function checkedUser(label, user) {
    if (user === '')
        throw badHost(label, 'the user is missing; write user@host or set the input user.');
    if (!USER.test(user)) {
        throw badHost(label, `the user ${JSON.stringify(user)} has characters that a user name cannot have.`);
    }
    return user;
}
function checkedHost(label, host) {
    if (host === '')
        throw badHost(label, `the host is missing; ${SHAPE}.`);
    if ((0,external_node_net_namespaceObject.isIPv6)(host) && !host.includes('%'))
        return host.toLowerCase();
    if (!NAME.test(host)) {
        throw badHost(label, `${JSON.stringify(host)} is no host name and no address; ${SHAPE}.`);
    }
    return host.toLowerCase();
}
function checkedPort(label, text) {
    const port = Number(text);
    if (!PORT.test(text) || port < 1 || port > 65_535) {
        throw badHost(label, `the port ${JSON.stringify(text)} is not a number from 1 to 65535.`);
    }
    return port;
}
function badHost(label, problem) {
    return new lib/* Failure */.HR('input', `Host ${JSON.stringify(label)}: ${problem}`);
}
function duplicates(hosts) {
    const seen = new Map();
    const problems = [];
    for (const address of hosts) {
        const first = seen.get(formatHost(address));
        if (first === undefined)
            seen.set(formatHost(address), address.label);
        else
            problems.push(`Host ${JSON.stringify(address.label)}: is listed twice (also as ${JSON.stringify(first)}).`);
    }
    return problems;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/known-hosts.js



const DEFAULT_PORT = 22;
const HASHED = /^\|1\|([A-Za-z0-9+/=]+)\|([A-Za-z0-9+/=]+)$/;
const KEY_TYPE = /^(ssh-|ecdsa-sha2-|sk-)[a-z0-9@.-]+$/;
/** Parses lines as in a known_hosts file. Throws Failure('input') that names every line that is not one. */
function parseKnownHosts(text) {
    const entries = [];
    const problems = [];
    for (const [index, line] of splitLines(text).entries()) {
        const parsed = parseLine(line.trim());
        if (typeof parsed === 'string')
            problems.push(`line ${index + 1} ${parsed}`);
        else if (parsed !== undefined)
            entries.push(parsed);
    }
    if (problems.length > 0) {
        throw new lib/* Failure */.HR('input', `The input known-hosts cannot be read: ${problems.join('; ')}. A line looks like: host ssh-ed25519 AAAA…`);
    }
    return { entries };
}
/** Fingerprints of the keys that are trusted for an address, as text for a message. Empty when there is none. */
function expectedKeys(known, address) {
    return trusted(known, address).map(({ marker, key }) => {
        const kind = marker === '@cert-authority' ? `any key certified by ${key.type}` : key.type;
        return `${kind} ${fingerprintOf(key.blob)}`;
    });
}
/** Throws Failure('host-key') when no key is trusted for the address: then there is no use in connecting. */
function requireKnown(known, address) {
    if (trusted(known, address).length > 0)
        return;
    throw new lib/* Failure */.HR('host-key', `No line of the input known-hosts is about ${nameOf(address)}. ${howToLearn(address)}`);
}
/** How to get the right line, as sentences. */
function howToLearn(address) {
    const port = address.port === DEFAULT_PORT ? '' : `-p ${address.port} `;
    return (`Get the line by \`ssh-keyscan ${port}${address.host}\` and, before you trust it, compare its fingerprint (\`ssh-keygen -lf\`) with the ` +
        "server's own: `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on its console.");
}
/**
 * Text of the known_hosts file for a connection to these addresses. A line for a host without port also counts for its other ports, as in
 * OpenSSH; it is repeated with the port, because OpenSSH prefers the types of known keys only where name and port match.
 */
function formatKnownHosts(known, addresses) {
    const lines = known.entries.map(({ marker, names, key }) => formatLine(marker, names, key));
    for (const address of addresses) {
        if (address.port === DEFAULT_PORT)
            continue;
        const general = known.entries.filter((entry) => matches(entry, address.host) && !matches(entry, nameOf(address)));
        lines.push(...general.map(({ marker, key }) => formatLine(marker, nameOf(address), key)));
    }
    return lines.map((line) => `${line}\n`).join('');
}
/** The name under which OpenSSH looks an address up. */
function nameOf({ host, port }) {
    return port === DEFAULT_PORT ? host : `[${host}]:${port}`;
}
function splitLines(text) {
    const unix = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    // A secret that was stored with a literal \n between its lines. No known_hosts line holds a backslash.
    return (unix.trim().includes('\n') ? unix : unix.replaceAll('\\n', '\n')).split('\n');
}
function parseLine(line) {
    if (line === '' || line.startsWith('#'))
        return undefined;
    const words = line.split(/\s+/);
    const marker = words[0]?.startsWith('@') ? words.shift() : '';
    if (marker !== '' && marker !== '@cert-authority' && marker !== '@revoked')
        return `has the unknown marker ${JSON.stringify(marker)}`;
    const [names = '', type = '', base64 = ''] = words;
    if (KEY_TYPE.test(names) && type.startsWith('AAAA'))
        return 'is a public key without the host in front of it';
    if (!KEY_TYPE.test(type))
        return 'has no key type after the host';
    if (names.startsWith('|') && !HASHED.test(names))
        return 'has a damaged hashed host';
    const key = parsePublicKey(type, base64);
    return key === undefined ? `has a damaged ${type} key` : { marker, names, key };
}
function formatLine(marker, names, key) {
    return `${marker === '' ? '' : `${marker} `}${names} ${formatPublicKey(key)}`;
}
function trusted(known, address) {
    const about = known.entries.filter((entry) => matches(entry, nameOf(address)) || matches(entry, address.host));
    const revoked = about.filter(({ marker }) => marker === '@revoked');
    return about.filter((entry) => entry.marker !== '@revoked' && !revoked.some(({ key }) => key.blob.equals(entry.key.blob)));
}
function matches({ names }, name) {
    const hashed = HASHED.exec(names);
    if (hashed !== null)
        return isHashOf(name, hashed[1] ?? '', hashed[2] ?? '');
    const patterns = names.toLowerCase().split(',');
    const isExcluded = patterns.some((pattern) => pattern.startsWith('!') && isLike(name, pattern.slice(1)));
    return !isExcluded && patterns.some((pattern) => isLike(name, pattern));
}
function isHashOf(name, salt, hash) {
    return (0,external_node_crypto_namespaceObject.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}
/** OpenSSH's patterns: `*` for any text, `?` for one character. */
function isLike(name, pattern) {
    const source = pattern.replaceAll(/[^*?]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name);
}

;// CONCATENATED MODULE: ./packages/ssh/lib/private-key.js


const CONVERT = 'convert it by `ssh-keygen -p -f key` and use the whole file';
const USE_FILE = 'Use the whole content of the private key file, from "-----BEGIN" to "-----END … -----".';
const PRIVATE_LABELS = [
    'OPENSSH PRIVATE KEY',
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
];
const OPENSSH_MAGIC = 'openssh-key-v1\0';
/**
 * Reads the text of a private key and repairs what pasting into a secret commonly does to it: line ends, indentation, quotes, line breaks
 * that became spaces or a literal `\n`, or base64 around everything. Throws Failure('input') that says what else it is and what to do,
 * also when it is encrypted and there is no passphrase; key material is never part of the message.
 */
function parsePrivateKey(text, passphrase) {
    const key = readKey(text);
    if (key.encrypted && passphrase === '')
        throw badKey('is encrypted. Set the input passphrase, or use a key without passphrase.');
    return key;
}
function readKey(text) {
    const plain = unwrap(text);
    if (plain === '')
        throw badKey(`is empty. ${USE_FILE}`);
    rejectOtherFormats(plain);
    const envelope = readEnvelope(plain);
    const formatted = format(envelope);
    if (envelope.label === 'OPENSSH PRIVATE KEY')
        return { text: formatted, ...readOpenSsh(envelope.bytes) };
    return { text: formatted, encrypted: isEncryptedPem(envelope), publicKey: undefined };
}
function unwrap(text) {
    const trimmed = withoutQuotes(text.replace(/^\uFEFF/, '').trim());
    const lines = trimmed.includes('\n') ? trimmed : trimmed.replaceAll(/\\r\\n|\\n/g, '\n');
    const unix = lines.replaceAll(/\r\n?/g, '\n').trim();
    return withoutOuterBase64(unix);
}
function withoutQuotes(text) {
    const match = /^(["'`])(.*)\1$/s.exec(text);
    return (match?.[2] ?? text).trim();
}
/** Some keep keys as one base64 text because their store takes no line breaks. */
function withoutOuterBase64(text) {
    if (!text.startsWith('LS0tLS1CRUdJTi'))
        return text;
    const inner = decodeBase64(text.replaceAll(/\s+/g, ''));
    return inner === undefined ? text : inner.toString('latin1').replaceAll('\r\n', '\n').trim();
}
const OTHER_FORMATS = [
    [
        /^\S+-cert-v01@openssh\.com\s/,
        'is a certificate. Put it into the input certificate, and the private key that it belongs to here.',
    ],
    [
        /^(ssh-|ecdsa-sha2-|sk-)\S+\s+AAAA/,
        'is a public key (the .pub file). Use the private key: the file of the same name without .pub.',
    ],
    [
        /^---- BEGIN SSH2 PUBLIC KEY|^-----BEGIN (RSA )?PUBLIC KEY-----/,
        'is a public key. Use the private key that belongs to it.',
    ],
    [/^-----BEGIN CERTIFICATE-----/, 'is an X.509 certificate. Use an SSH private key.'],
    [
        /^PuTTY-User-Key-File-/,
        'is in PuTTY format (.ppk). Export it in PuTTYgen by Conversions > Export OpenSSH key, or by `puttygen key.ppk -O private-openssh -o key`.',
    ],
    [
        /^-----BEGIN DSA PRIVATE KEY-----/,
        'is a DSA key, which OpenSSH no longer takes. Make a new one by `ssh-keygen -t ed25519`.',
    ],
    [/^-----BEGIN PGP/, 'is a PGP key. Use an SSH private key, made by `ssh-keygen -t ed25519`.'],
];
function rejectOtherFormats(text) {
    const found = OTHER_FORMATS.find(([pattern]) => pattern.test(text));
    if (found !== undefined)
        throw badKey(found[1]);
}
function readEnvelope(text) {
    const begins = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----/g)];
    const [begin] = begins;
    const label = begin?.[1];
    if (begin === undefined || label === undefined)
        throw badKey(`has no "-----BEGIN … PRIVATE KEY-----" line. ${USE_FILE}`);
    if (begins.length > 1)
        throw badKey(`holds ${begins.length} private keys. Use one.`);
    if (!PRIVATE_LABELS.includes(label))
        throw badKey(`is of the kind "${label}", which OpenSSH does not read; ${CONVERT}.`);
    const start = begin.index + begin[0].length;
    const end = text.indexOf(`-----END ${label}-----`, start);
    if (end < 0)
        throw badKey(`is cut off: its "-----END ${label}-----" line is missing. ${USE_FILE}`);
    return { label, ...readBody(text.slice(start, end)) };
}
function readBody(text) {
    const headers = [...text.matchAll(/(?:Proc-Type: *[0-9]+,[A-Z]+|DEK-Info: *[A-Z0-9-]+,[0-9A-Fa-f]+)/g)].map(([header]) => header);
    const base64 = headers.reduce((rest, header) => rest.replace(header, ''), text).replaceAll(/\s+/g, '');
    const bytes = decodeBase64(base64);
    if (bytes === undefined)
        throw badKey(`is damaged: between its BEGIN and END lines is something that is not base64, or a part is missing. ${USE_FILE}`);
    return { headers, bytes };
}
function format({ label, headers, bytes }) {
    // PEM readers want 64 columns; OpenSSH writes 70 for its own format but takes any.
    const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
    const head = headers.length > 0 ? [...headers, ''] : [];
    return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n');
}
function isEncryptedPem({ label, headers }) {
    return label === 'ENCRYPTED PRIVATE KEY' || headers.some((header) => header.includes('ENCRYPTED'));
}
function readOpenSsh(bytes) {
    try {
        const reader = new BlobReader(bytes);
        if (reader.take(OPENSSH_MAGIC.length).toString('latin1') !== OPENSSH_MAGIC)
            throw new RangeError('another magic number');
        const cipher = reader.text();
        reader.bytes(); // Name of the key derivation.
        reader.bytes(); // Its parameters.
        if (reader.uint32() !== 1)
            throw new RangeError('more than one key');
        const blob = reader.bytes();
        reader.bytes(); // The private part: only that it is complete matters here.
        return { encrypted: cipher !== 'none', publicKey: { type: blobType(blob), blob } };
    }
    catch (cause) {
        throw badKey(`is damaged or cut off: its content ends too early or makes no sense. ${USE_FILE}`, cause);
    }
}
function badKey(problem, cause) {
    return new lib/* Failure */.HR('input', `The private key (input private-key) ${problem}`, { cause });
}

;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./packages/ssh/lib/programs.js


/**
 * What the programs are told of the environment. Not more: an action's environment holds its inputs, the private key among them, and the
 * agent of the user is not ours to use.
 */
const PASSED_ON = [
    'PATH',
    'Path',
    'HOME',
    'USER',
    'LOGNAME',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'SYSTEMROOT',
    'ProgramData',
    'USERPROFILE',
    'RUNNER_TRACKING_ID', // By this the runner finds and ends what a killed job left behind.
];
/** Environment of every program that this package starts. Messages in English, because they are read by `diagnose`. */
function programEnvironment({ env }) {
    const passed = PASSED_ON.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    // ssh runs the commands of its hops in $SHELL; whatever the user's is, these are written for sh.
    return { ...Object.fromEntries(passed), LC_ALL: 'C', SHELL: '/bin/sh', SSH_ASKPASS_REQUIRE: 'never' };
}
/**
 * Windows' own OpenSSH has an agent that is a service for the whole machine; Git brings one that takes a socket, and every hosted Windows
 * runner has Git.
 */
function programPath(name, { platform, env }) {
    if (platform !== 'win32')
        return name;
    const path = `${env['ProgramFiles'] ?? 'C:\\Program Files'}\\Git\\usr\\bin\\${name}.exe`;
    return (0,external_node_fs_.existsSync)(path) ? path : name;
}
/** Only where control sockets exist can several executions share a connection; elsewhere each has its own. */
function hasMultiplexing({ platform }) {
    return platform !== 'win32';
}
function missingProgram(name, cause) {
    return new lib/* Failure */.HR('connect', `This runner has no ${name}. Install the OpenSSH client (Debian and Ubuntu: apt-get install openssh-client) or use a runner that has it.`, { cause });
}

;// CONCATENATED MODULE: ./packages/ssh/lib/processes.js
/**
 * Long-lived processes: the agent, connections, executions. They need a streamed standard input and a way to be ended, and `@actions/exec`
 * offers neither (its `input` is one Buffer and it keeps the child to itself); the short tools go through it, in tools.ts.
 */



/** A process with pipes for all three standard streams. */
function startPiped(request) {
    return (0,external_node_child_process_namespaceObject.spawn)(programPath(request.program, request.machine), request.args, {
        ...options(request),
        stdio: ['pipe', 'pipe', 'pipe'],
    });
}
/** A process without input whose output goes to an open file: a pipe would stay open for as long as anything that it starts. */
function startQuiet(request, output) {
    return (0,external_node_child_process_namespaceObject.spawn)(programPath(request.program, request.machine), request.args, {
        ...options(request),
        stdio: ['ignore', output, output],
    });
}
/** Waits for the exit. Rejects with Failure('connect') when the program is not installed. */
async function exitOf(child, { program }) {
    try {
        await (0,external_node_events_namespaceObject.once)(child, 'exit');
    }
    catch (cause) {
        throw isMissing(cause) ? missingProgram(program, cause) : cause;
    }
    return { code: child.exitCode, signal: child.signalCode };
}
/** Ends a process and what it has started, such as the ssh processes of hops: one that waits for a silent server would not notice that it is alone. */
function killGroup(child, { platform }) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    }
    catch {
        // Ended just now.
    }
}
function isMissing(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ENOENT';
}
function options({ folder, machine }) {
    // In a session of their own, so that Ctrl-C in a terminal reaches only this process, which then ends things in order.
    return { cwd: folder, env: programEnvironment(machine), detached: machine.platform !== 'win32', windowsHide: true };
}

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 6 modules
var exec = __nccwpck_require__(529);
;// CONCATENATED MODULE: ./packages/ssh/lib/tools.js


/** Runs a short program to its end, silently. Throws Failure('connect') when it is not installed. */
async function runTool(request) {
    const { program, machine } = request;
    const input = request.input === undefined ? {} : { input: Buffer.from(request.input, 'utf8') };
    try {
        const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)(`"${programPath(program, machine)}"`, [...request.args], {
            cwd: request.folder,
            env: { ...programEnvironment(machine), ...request.env },
            silent: true,
            ignoreReturnCode: true,
            ...input,
        });
        return { code: exitCode, stdout, stderr };
    }
    catch (cause) {
        throw isNotFound(cause) ? missingProgram(program, cause) : cause;
    }
}
function isNotFound(thrown) {
    return thrown instanceof Error && thrown.message.includes('Unable to locate executable file');
}

;// CONCATENATED MODULE: ./packages/ssh/lib/agent.js








/**
 * The agent ends with the command it is started for, and that command ends with the pipe to this process: a runner that is killed leaves no
 * agent behind, at most for the ten seconds in which an agent looks after its command.
 */
const AGENT_COMMAND = ['sh', '-c', 'echo "$SSH_AGENT_PID"; exec cat'];
/** In case that both ends of that pipe survive for some reason. Longer than any hosted job. */
const KEY_LIFETIME_SECONDS = 24 * 60 * 60;
const PASSPHRASE_VARIABLE = 'PLIMSOLL_SSH_PASSPHRASE';
/**
 * Answers once: ssh-add asks again after a wrong passphrase, for as long as it is answered, and in whatever words. Redirection under `set -C`
 * makes the file only where there is none yet.
 */
const ASKPASS = `#!/bin/sh
(set -C && : >"$0.answered") 2>/dev/null || exit 1
printf '%s\\n' "$${PASSPHRASE_VARIABLE}"
`;
/** Starts an agent and adds the key through standard input. Throws Failure('input') when the key or its passphrase is not usable. */
async function startAgent(request) {
    const running = await launch(request);
    const stop = () => stopAgent(running);
    try {
        await addKey(request);
        return { publicKey: request.privateKey.publicKey ?? (await listKey(request)), stop };
    }
    catch (thrown) {
        await stop();
        throw thrown;
    }
}
async function launch({ folder, machine }) {
    const args = ['-a', FILES.agentSocket, ...AGENT_COMMAND];
    const command = startPiped({ program: 'ssh-agent', args, folder, machine });
    const errors = [];
    command.stderr.on('data', (chunk) => errors.push(chunk));
    command.stdin.on('error', () => undefined); // It is only ever closed.
    const exited = exitOf(command, { program: 'ssh-agent' });
    const agentPid = await Promise.race([firstLine(command), exited.then(() => '')]);
    if (!/^\d+$/.test(agentPid)) {
        throw new lib/* Failure */.HR('internal', `ssh-agent did not start: ${Buffer.concat(errors).toString('utf8').trim()}`);
    }
    // An action that forgot to close its client shall end nevertheless, and the agent with it.
    command.unref();
    return { command, agentPid: Number(agentPid), exited };
}
async function firstLine(command) {
    for await (const line of (0,external_node_readline_namespaceObject.createInterface)({ input: command.stdout }))
        return line.trim();
    return '';
}
async function stopAgent({ command, agentPid, exited }) {
    try {
        // While its command lives, the agent lives too, and the number is its own.
        if (command.exitCode === null && command.signalCode === null)
            process.kill(agentPid, 'SIGTERM');
    }
    catch {
        // Ended on its own.
    }
    command.stdin.end();
    command.ref();
    await exited.catch(() => undefined);
}
async function addKey(request) {
    const { folder, machine, privateKey, passphrase } = request;
    const { code, stderr } = await runTool({
        program: 'ssh-add',
        args: ['-q', '-t', String(KEY_LIFETIME_SECONDS), '-'],
        folder,
        machine,
        input: privateKey.text,
        env: { SSH_AUTH_SOCK: FILES.agentSocket, ...(privateKey.encrypted ? await askpass(folder, passphrase) : {}) },
    });
    if (code === 0)
        return;
    const words = stderr.replaceAll(/\s+/g, ' ').trim();
    if (privateKey.encrypted) {
        throw new lib/* Failure */.HR('input', `The passphrase (input passphrase) does not open the private key. ssh-add says: ${words || 'nothing'}`);
    }
    throw new lib/* Failure */.HR('input', `ssh-add does not take the private key (input private-key): ${words}. Write it in OpenSSH's own format by \`ssh-keygen -p -f key\`, or make a new one by \`ssh-keygen -t ed25519\`.`);
}
/**
 * The passphrase reaches ssh-add through the environment of that one process, which only this user can read and which ends with it; the
 * standard input is taken by the key, and neither a command line (readable by everybody) nor a file would do.
 */
async function askpass(folder, passphrase) {
    const program = (0,external_node_path_.join)(folder, FILES.askpass);
    await (0,promises_namespaceObject.writeFile)(program, ASKPASS, { mode: 0o700 });
    return { SSH_ASKPASS: program, SSH_ASKPASS_REQUIRE: 'force', [PASSPHRASE_VARIABLE]: passphrase };
}
/** Formats other than OpenSSH's own hide the public half; the agent knows it. */
async function listKey({ folder, machine }) {
    const { stdout } = await runTool({
        program: 'ssh-add',
        args: ['-L'],
        folder,
        machine,
        env: { SSH_AUTH_SOCK: FILES.agentSocket },
    });
    const [type = '', base64 = ''] = stdout.trim().split(/\s+/);
    const key = parsePublicKey(type, base64);
    if (key === undefined)
        throw new lib/* Failure */.HR('internal', 'The agent does not name the key that it was given');
    return key;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/diagnosis.js




/** Turns what ssh wrote into the failure that tells a user what to do. */
function diagnose(attempt) {
    return (hopFailure(attempt) ?? knownFailure(attempt) ?? connectFailure(attempt, `ssh gave up: ${lastWords(attempt.log)}`));
}
/** The order matters: signs of later causes also show up after earlier ones. */
const knownFailure = (attempt) => {
    const causes = [
        hostKeyFailure,
        authenticationFailure,
        timeoutFailure,
        unreachableFailure,
        negotiationFailure,
        closedFailure,
    ];
    for (const find of causes) {
        const failure = find(attempt);
        if (failure !== undefined)
            return failure;
    }
    return undefined;
};
/** A host on the way is to blame as long as the target has not said a word. */
const hopFailure = (attempt) => {
    const { hops, errors, log } = attempt;
    if (/Remote protocol version/.test(log))
        return undefined;
    const unreachable = /(?:open|forwarding|request) failed: (?:connect failed: )?(.+)/.exec(errors)?.[1];
    if (unreachable !== undefined) {
        return connectFailure(attempt, `the proxy-jump host in front of it cannot reach it (${unreachable.trim()})`);
    }
    const culprit = hops[errors.match(/Authenticated to /g)?.length ?? 0];
    return culprit === undefined ? undefined : knownFailure({ ...attempt, host: culprit, log: errors });
};
/** The last line that ssh wrote for people, for links that broke later. */
function lastWords(log) {
    const lines = log.split('\n').map((line) => line.trim());
    const said = lines.filter((line) => line !== '' && !/^debug\d:|^OpenSSH_|^Warning: Permanently added|^@+$/.test(line));
    return said.at(-1) ?? 'it gave no reason';
}
const hostKeyFailure = ({ host, log, known }) => {
    if (!log.includes('Host key verification failed'))
        return undefined;
    const seen = seenKey(log);
    const expected = expectedKeys(known, host).join(', ');
    const reason = hostKeyReason(log);
    return new lib/* Failure */.HR('host-key', `${formatHost(host)} ${reason}. Expected by known-hosts: ${expected}. Seen: ${seen}. The server was set up anew, or somebody else answers ` +
        `at its address: nothing was sent to it. If the new key is right, put its line into the input known-hosts. ${howToLearn(host)}`);
};
function hostKeyReason(log) {
    if (log.includes('REVOKED HOST KEY'))
        return 'showed a host key that known-hosts marks as @revoked';
    const invalid = /^Certificate (?:invalid: )?((?:lacks|signed|contains|expired|not|name) .+|expired)$/m.exec(log)?.[1];
    return invalid === undefined
        ? 'showed another host key than expected'
        : `showed a host certificate that is not valid (${invalid.trim()})`;
}
function seenKey(log) {
    const [, kind, type, fingerprint] = [...log.matchAll(/Server host (key|certificate): (\S+) (SHA256:[A-Za-z0-9+/]+)/g)].at(-1) ?? [];
    return kind === undefined ? 'not told by ssh' : `${type} ${fingerprint}`;
}
const authenticationFailure = ({ host, log, credentials, now }) => {
    const denied = /Permission denied \(([^)]*)\)/.exec(log)?.[1];
    if (denied === undefined && !log.includes('Too many authentication failures'))
        return undefined;
    const last = [...log.matchAll(/Authentications that can continue: (\S+)/g)].at(-1)?.[1];
    const methods = (last ?? denied ?? 'not told by ssh').split(',');
    const sentences = [
        `${formatHost(host)} did not let the user ${host.user} in with the key ${describeKey(credentials)}; the server offers: ${methods.join(', ')}.`,
        ...agentHints(log),
        methodHint(log, methods, host),
        ...certificateHints(credentials, host, now),
    ];
    return new lib/* Failure */.HR('authentication', sentences.join(' '));
};
function describeKey({ key, certificate }) {
    return certificate === undefined ? key : `${key} with certificate "${certificate.keyId}"`;
}
function certificateHints({ certificate }, { user }, now) {
    return certificate === undefined ? [] : certificateProblems(certificate, user, now);
}
function agentHints(log) {
    const refused = /agent refused operation|signing failed/.test(log);
    return refused ? ['The agent could not sign with the key.'] : [];
}
function methodHint(log, methods, { user }) {
    if (log.includes('partial success')) {
        return 'The key was accepted, but the server wants a second proof; automation needs an account for which the key is enough.';
    }
    if (!methods.includes('publickey')) {
        return 'It does not offer publickey: allow PubkeyAuthentication for this user on the server.';
    }
    return `Check that the public half of this key is a line of ~${user}/.ssh/authorized_keys, and that only ${user} may write to that file and its folders.`;
}
const timeoutFailure = (attempt) => {
    // Of several addresses of a name, one may have timed out before another answered: that is only in the debug lines.
    const saysSo = /^(?!debug).*timed out/im.test(attempt.log);
    if (!saysSo && attempt.timedOutAfterMs === undefined)
        return undefined;
    return connectFailure(attempt, `no answer within ${formatLimit(attempt)}: ${howFar(attempt.log)}`);
};
function formatLimit({ timedOutAfterMs }) {
    return timedOutAfterMs === undefined
        ? 'the time limit of the system'
        : `${timedOutAfterMs / 1000} s (connect-timeout)`;
}
function howFar(log) {
    if (/Authenticated to /.test(log))
        return 'the server accepted the key and then went silent';
    if (/Server host (key|certificate):/.test(log))
        return 'the connection stalled after the key exchange';
    if (/Remote protocol version/.test(log))
        return 'an SSH server answered and then went silent';
    if (/Connection established/.test(log)) {
        return 'something accepts connections there and stays silent; is it an SSH server?';
    }
    return 'nothing accepted the connection; check host, port and firewalls';
}
const unreachableFailure = (attempt) => {
    const [, name, reason = ''] = /Could not resolve hostname ([^:]+): (.+)/.exec(attempt.log) ?? [];
    if (name !== undefined) {
        const problem = `the name ${name} cannot be resolved (${reason.trim()}); check the spelling and the runner's DNS`;
        return connectFailure(attempt, problem);
    }
    const socket = /connect to host \S+ port \d+: (.+)/.exec(attempt.log)?.[1]?.trim();
    if (socket === undefined)
        return undefined;
    const isRefused = /refused/i.test(socket);
    const hint = isRefused ? 'no SSH server listens there; check host and port' : 'check host, port and routes';
    return connectFailure(attempt, `${socket}; ${hint}`);
};
const negotiationFailure = (attempt) => {
    const found = /Unable to negotiate with .*?: (no matching .+)/.exec(attempt.log)?.[1];
    if (found === undefined)
        return undefined;
    const problem = `the server and this runner have no algorithm in common (${found.trim()}); update the server`;
    return connectFailure(attempt, problem);
};
const closedFailure = (attempt) => {
    const [found] = /^(?:kex_exchange_identification: |banner exchange: |Connection (?:closed|reset) by ).*$/m.exec(attempt.log) ?? [];
    if (found === undefined)
        return undefined;
    const hint = /Remote protocol version/.test(attempt.log)
        ? 'the server ended it; its own log says why'
        : 'it was closed before any greeting: too many connections at once (MaxStartups), a ban (fail2ban), or no SSH server';
    return connectFailure(attempt, `${found.trim()}; ${hint}`);
};
function connectFailure({ host }, problem) {
    return new lib/* Failure */.HR('connect', `Cannot connect to ${formatEndpoint(host)} (${host.label}): ${problem}.`);
}

;// CONCATENATED MODULE: ./packages/ssh/lib/link.js











/** Connects. Throws Failure with code host-key, authentication, connect or cancelled. */
async function openLink(request, signal) {
    const { client, host } = request;
    const files = filesOf(request.id);
    await writeFiles(request, files);
    const attempt = await tryToConnect({ client, files, signal });
    const control = await takeControl({ client, host, files }, attempt.end);
    if (signal.aborted) {
        await control?.terminate();
        throw cancelled(host, signal);
    }
    if (attempt.end.code !== 0)
        throw await explain(request, files, attempt);
    return makeLink(request, files, control);
}
function makeLink({ client, host, hops }, files, control) {
    return {
        host,
        client,
        files,
        multiplexed: control !== undefined,
        hops: unopened(hops),
        isAlive: () => control?.isOpen() ?? true,
        logSize: () => (0,external_node_fs_.statSync)((0,external_node_path_.join)(client.folder, files.log), { throwIfNoEntry: false })?.size ?? 0,
        close: async () => control?.terminate(),
    };
}
function cancelled(host, signal) {
    return new lib/* Failure */.HR('cancelled', `Connecting to ${formatHost(host)} was cancelled.`, { cause: signal.reason });
}
/** Everything that ssh and its hops have written about a connection so far. */
async function readLog({ folder }, name) {
    return (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch(() => '');
}
async function writeFiles({ client, host, hops }, files) {
    const { folder, known, credentials, connectTimeoutMs, keepAliveSeconds, machine } = client;
    const addresses = [host, ...hops.map((hop) => hop.host)];
    const config = formatConfig({
        host,
        hops,
        files,
        hasCertificate: credentials.certificate !== undefined,
        connectTimeoutMs,
        keepAliveSeconds,
        multiplexed: hasMultiplexing(machine),
    });
    await Promise.all([
        (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, files.config), config, { mode: 0o600 }),
        (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, files.knownHosts), formatKnownHosts(known, addresses), { mode: 0o600 }),
    ]);
}
/**
 * With multiplexing ssh goes to the background as soon as it is connected, and the process started here ends well. Without, one command that does
 * nothing shows that executions will get through.
 */
async function tryToConnect({ client, files, signal }) {
    const { folder, machine } = client;
    const purpose = hasMultiplexing(machine) ? ['-f', '-N', '-M', TARGET] : ['-n', TARGET, 'exit 0'];
    const args = ['-F', files.config, '-v', '-E', files.log, ...purpose];
    const errors = await (0,promises_namespaceObject.open)((0,external_node_path_.join)(folder, files.errors), 'a', 0o600);
    try {
        const child = startQuiet({ program: 'ssh', args, folder, machine }, errors.fd);
        return await endWithin({ child, limit: AbortSignal.timeout(client.connectTimeoutMs), signal, machine });
    }
    finally {
        await errors.close();
    }
}
async function endWithin({ child, limit, signal, machine }) {
    const either = AbortSignal.any([limit, signal]);
    const stop = () => killGroup(child, machine);
    either.addEventListener('abort', stop, { once: true });
    if (either.aborted)
        stop();
    try {
        const end = await exitOf(child, { program: 'ssh' });
        return { end, timedOut: end.code !== 0 && limit.aborted };
    }
    finally {
        either.removeEventListener('abort', stop);
    }
}
async function takeControl({ client, host, files }, end) {
    if (!hasMultiplexing(client.machine) || end.code !== 0)
        return undefined;
    try {
        return await openControlSocket((0,external_node_path_.join)(client.folder, files.controlSocket));
    }
    catch (cause) {
        throw new lib/* Failure */.HR('connect', `The connection to ${formatHost(host)} was gone as soon as it was made.`, { cause });
    }
}
/** Hosts that ssh has to connect to on its way. */
function unopened(hops) {
    return hops.filter(({ controlSocket }) => controlSocket === undefined).map(({ host }) => host);
}
async function explain({ client, host, hops }, files, { timedOut }) {
    const [log, errors] = await Promise.all([readLog(client, files.log), readLog(client, files.errors)]);
    return diagnose({
        host,
        hops: unopened(hops),
        log,
        errors,
        known: client.known,
        credentials: client.credentials,
        timedOutAfterMs: timedOut ? client.connectTimeoutMs : undefined,
        now: new Date(),
    });
}

;// CONCATENATED MODULE: ./packages/ssh/lib/session-exit.js






/** OpenSSH's client is told the name of the signal and keeps it to itself. */
const UNKNOWN_SIGNAL = 'unknown';
/**
 * Status of the remote program. Throws Failure when none arrived. The exit code of ssh alone cannot tell, as 255 is a remote status, a remote
 * signal or a broken link; what ssh writes can.
 */
async function exitStatus(request) {
    const { link, end } = request;
    const own = await takeLog(request);
    const shared = link.multiplexed ? (await readLog(link.client, link.files.log)).slice(request.logStart) : own;
    const status = link.multiplexed ? sharedStatus(own, shared) : ownStatus(own, end);
    if (status !== undefined)
        return status;
    throw hasStarted(own) ? brokenLink(request, shared) : notStarted(request, own);
}
/** Reads what ssh wrote about this execution, and removes it: there may be many. */
async function takeLog({ link, log }) {
    const text = await readLog(link.client, log);
    await (0,promises_namespaceObject.rm)((0,external_node_path_.join)(link.client.folder, log), { force: true });
    return text;
}
/** On a shared connection the process of the execution knows the status, and the process of the connection that there was a signal. */
function sharedStatus(own, shared) {
    const received = /Received exit status from master (\d+)/.exec(own)?.[1];
    if (received !== undefined)
        return { exitCode: Number(received), signal: null };
    const channel = /master session id: (\d+)/.exec(own)?.[1];
    const [life = ''] = new RegExp(`channel ${channel}: new session.*?(?:channel ${channel}: free|$)`, 's').exec(shared) ?? [];
    return life.includes(`channel ${channel} rtype exit-signal`) ? { exitCode: null, signal: UNKNOWN_SIGNAL } : undefined;
}
function ownStatus(own, { code }) {
    if (own.includes('rtype exit-signal'))
        return { exitCode: null, signal: UNKNOWN_SIGNAL };
    return own.includes('rtype exit-status') ? { exitCode: code, signal: null } : undefined;
}
function hasStarted(own) {
    return /master session id: |Sending command: /.test(own);
}
function brokenLink({ link, progress }, log) {
    const report = progress.events === 0
        ? 'The program had not reported anything yet'
        : `Its last of ${progress.events} reports was "${progress.lastEvent}"`;
    const body = progress.bodyBytes === 0 ? '' : ` and ${progress.bodyBytes} bytes of its data were handed to ssh`;
    return new lib/* Failure */.HR('connect', `The connection to ${formatHost(link.host)} broke while a program ran there: ${lastWords(log)}. ${report}${body}; what it did after that is not known here.`);
}
function notStarted({ link, progress }, own) {
    const { host, client } = link;
    if (link.multiplexed) {
        const refused = /session request failed: (.+)/.exec(own)?.[1]?.trim();
        const reason = refused === undefined
            ? 'the connection is gone'
            : `the server refuses another session (${refused}); see MaxSessions in its sshd_config`;
        return new lib/* Failure */.HR('connect', `Cannot start a program on ${formatHost(host)}: ${reason}. Nothing was run.`);
    }
    const { known, credentials } = client;
    return diagnose({
        host,
        hops: link.hops,
        log: own,
        errors: progress.stderrTail,
        known,
        credentials,
        timedOutAfterMs: undefined,
        now: new Date(),
    });
}

;// CONCATENATED MODULE: ./packages/ssh/lib/wire.js

/**
 * What every execution runs: it reads one line, the program, and evaluates it. The text never varies, so nothing of ours is ever quoted for
 * a remote shell, and it means the same to every login shell.
 */
const REMOTE_COMMAND = 'exec sh -c \'LC_ALL=C; export LC_ALL; IFS= read -r p && eval "$(printf %b "$p")"\'';
const ARGUMENT_NAME = /^[a-z][a-z0-9_]*$/;
let prelude;
/** The first line of an execution's standard input. */
function formatProgram(program) {
    return Buffer.from(`${programLine(program)}\n`, 'latin1');
}
/** What follows the program: argument lines and an empty line, without which the program does not begin. Throws TypeError for a wrong argument. */
function formatArguments(args) {
    const lines = Object.entries(args).map(([name, value]) => formatArgument(name, value));
    return Buffer.from([...lines, '', ''].join('\n'), 'latin1');
}
/** The prelude, which gives a program its arguments and its way to report, and the program. */
function withPrelude(program) {
    prelude ??= (0,external_node_fs_.readFileSync)(new URL(/* asset import */ __nccwpck_require__(879), __nccwpck_require__.b), 'utf8');
    return `${prelude}\n${program}`;
}
function escapeValue(value) {
    return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
function unescapeValue(value) {
    return value.replaceAll(/\\([\\n])/g, (_, character) => (character === 'n' ? '\n' : '\\'));
}
/** UTF-8 bytes as one latin1 code unit each, the form in which values travel. */
function toByteString(text) {
    return Buffer.from(text, 'utf8').toString('latin1');
}
/** Comments and indentation are for readers; the server reads this line byte by byte. */
function programLine(program) {
    const lines = program.split('\n').map((line) => line.trim());
    const code = lines.filter((line) => line !== '' && !line.startsWith('#'));
    return toByteString(escapeValue(code.join('\n')));
}
function formatArgument(name, value) {
    if (!ARGUMENT_NAME.test(name))
        throw new TypeError(`Not a name of an argument: ${JSON.stringify(name)}`);
    if (!isByteString(value))
        throw new TypeError(`The value of ${name} holds NUL or is not a byte string`);
    return `${name} ${escapeValue(value)}`;
}
function isByteString(value) {
    return !value.includes('\0') && Buffer.from(value, 'latin1').toString('latin1') === value;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/session-input.js

function openInput(request) {
    // A program that ends early closes its input; that is no error here, its exit status tells the story.
    request.stdin.on('error', () => undefined);
    return request.body === undefined ? lineInput(request) : bodyInput(request, request.body);
}
function lineInput({ stdin, head }) {
    stdin.write(head);
    const send = (line) => {
        if (line.includes('\n'))
            throw new TypeError('send takes one line');
        if (stdin.writable)
            stdin.write(`${toByteString(line)}\n`, 'latin1');
    };
    const end = () => void stdin.end();
    return { send, end, abandon: end, bodyBytes: () => 0, fault: () => undefined };
}
function bodyInput({ stdin, head, onFault }, body) {
    let bodyBytes = 0;
    let fault;
    const pump = async () => {
        await written(stdin, head);
        for await (const chunk of body) {
            if (!(await written(stdin, chunk)))
                return;
            bodyBytes += chunk.length;
        }
        stdin.end();
    };
    pump().catch((thrown) => {
        fault = { thrown };
        onFault();
    });
    const end = () => void stdin.destroy();
    const send = () => {
        throw new TypeError('An execution with a body takes no further lines');
    };
    return { send, end, abandon: end, bodyBytes: () => bodyBytes, fault: () => fault };
}
/** Writes, and waits until there is room for more. False when nobody reads any longer. */
async function written(stdin, chunk) {
    if (!stdin.writable)
        return false;
    if (!stdin.write(chunk))
        await roomIn(stdin);
    return stdin.writable;
}
/** Resolves when there is room, or nobody reads any longer. */
function roomIn(stdin) {
    const { promise, resolve } = Promise.withResolvers();
    const settle = () => {
        stdin.off('drain', settle).off('close', settle);
        resolve();
    };
    if (stdin.closed)
        settle();
    else
        stdin.on('drain', settle).on('close', settle);
    return promise;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/block-target.js


/** Keeps a block in memory. */
function memoryTarget(name, size) {
    const block = Buffer.allocUnsafe(size);
    let filled = 0;
    return {
        write: (bytes) => {
            filled += bytes.copy(block, filled);
            return undefined;
        },
        end: () => undefined,
        abandon: () => undefined,
        event: () => ({ name, value: String(size), block }),
    };
}
/** Hands a block on to a stream, no faster than that takes it. */
function streamTarget(name, size, stream) {
    const failed = (0,external_node_events_namespaceObject.once)(stream, 'error').then(([error]) => {
        throw error;
    });
    failed.catch(() => undefined); // Told when the next bytes are written, or at the end.
    const settled = (event) => Promise.race([(0,external_node_events_namespaceObject.once)(stream, event).then(() => undefined), failed]);
    return {
        write: (bytes) => (stream.write(bytes) ? undefined : settled('drain')),
        end: () => {
            const finished = settled('finish');
            stream.end();
            return finished;
        },
        abandon: () => void stream.destroy(new lib/* Failure */.HR('connect', `The connection ended before all ${size} bytes of ${name} had come.`)),
        event: () => ({ name, value: String(size) }),
    };
}

;// CONCATENATED MODULE: ./packages/ssh/lib/output-lines.js
/** Longer lines of foreign output are cut. */
const MAX_LINE_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
/** Collects one line of foreign output at a time, never more of it than is shown. */
class OutputLine {
    #onLine;
    #parts = [];
    #kept = 0;
    #isCut = false;
    constructor(onLine) {
        this.#onLine = onLine;
    }
    get isEmpty() {
        return this.#kept === 0;
    }
    add(bytes) {
        const part = bytes.subarray(0, MAX_LINE_BYTES - this.#kept);
        this.#isCut ||= part.length < bytes.length;
        if (part.length === 0)
            return;
        this.#parts.push(Buffer.from(part)); // A copy: the chunk it came in is much larger.
        this.#kept += part.length;
    }
    end() {
        const text = Buffer.concat(this.#parts).toString('utf8').replace(/\r$/, '');
        const line = this.#isCut ? `${text} … (the rest of this line was left out)` : text;
        this.#parts = [];
        this.#kept = 0;
        this.#isCut = false;
        this.#onLine(line);
    }
}
/** Cuts foreign output into lines of UTF-8 text. */
class OutputLines {
    #line;
    constructor(onLine) {
        this.#line = new OutputLine(onLine);
    }
    push(bytes) {
        let start = 0;
        for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
            this.#line.add(bytes.subarray(start, end));
            this.#line.end();
            start = end + 1;
        }
        this.#line.add(bytes.subarray(start));
    }
    finish() {
        if (!this.#line.isEmpty)
            this.#line.end();
    }
}

;// CONCATENATED MODULE: ./packages/ssh/lib/event-stream.js




const event_stream_LINE_FEED = 0x0a;
const MAX_EVENT_BYTES = 1024 * 1024;
const MAX_BLOCK_BYTES = 64 * 1024 * 1024;
const EVENT = /^([a-z][a-z0-9_-]*)(?: (.*))?$/s;
const BLOCK = /^:([a-z][a-z0-9_-]*) ([0-9]{1,15})$/;
const NOTHING = Buffer.alloc(0);
/**
 * Takes standard output of an execution apart, however it is cut into chunks: lines with the nonce are events or start a block of raw bytes,
 * everything else is noise. Text in front of a nonce on the same line (a prompt, output without a final line feed) is noise too.
 */
class EventStream {
    #request;
    #marker;
    #noise;
    /** An unfinished line, known to hold no line feed. */
    #pending = NOTHING;
    #block;
    constructor(request) {
        this.#request = request;
        this.#marker = Buffer.from(`${request.nonce} `, 'latin1');
        this.#noise = new OutputLine(request.onNoise);
    }
    /**
     * A promise when the chunk is not taken care of yet: then the next one has to wait for it, as it rejects with what is wrong with the stream of a block.
     * Throws Failure('remote-environment') when the server sends more than any program of ours would.
     */
    push(chunk) {
        let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        while (rest.length > 0) {
            rest = this.#takeLines(rest);
            const block = this.#block;
            if (block === undefined)
                return undefined;
            const taken = rest.subarray(0, block.missing);
            rest = rest.subarray(taken.length);
            const waiting = this.#fill(block, taken);
            if (waiting !== undefined)
                return this.#goOn(waiting, rest);
        }
        return undefined;
    }
    /** Everything has been read: what is left of a line is noise, and a block that is not whole never will be. */
    finish() {
        this.#block?.target.abandon();
        this.#noise.add(this.#pending);
        this.#pending = NOTHING;
        if (!this.#noise.isEmpty)
            this.#noise.end();
    }
    /** Handles whole lines until a block starts, and returns the bytes behind the header of that block, else nothing. */
    #takeLines(chunk) {
        if (this.#block !== undefined)
            return chunk;
        const searchFrom = this.#pending.length;
        const bytes = searchFrom === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
        this.#pending = NOTHING;
        let start = 0;
        for (let end = bytes.indexOf(event_stream_LINE_FEED, searchFrom); end >= 0; end = bytes.indexOf(event_stream_LINE_FEED, start)) {
            this.#takeLine(bytes.subarray(start, end));
            start = end + 1;
            if (this.#block !== undefined)
                return bytes.subarray(start);
        }
        this.#keep(bytes.subarray(start));
        return NOTHING;
    }
    /** Noise without line feeds does not pile up: only what may be the start of a nonce is kept of it. */
    #keep(line) {
        const isNoise = line.length > MAX_LINE_BYTES && !line.includes(this.#marker);
        const cut = isNoise ? line.length - this.#marker.length : 0;
        this.#noise.add(line.subarray(0, cut));
        if (line.length - cut > MAX_EVENT_BYTES)
            throw tooLarge('a line', line.length);
        this.#pending = Buffer.from(line.subarray(cut)); // A copy: the chunk it came in is much larger.
    }
    #takeLine(line) {
        const at = line.indexOf(this.#marker);
        const header = at < 0 ? undefined : parseHeader(line.toString('latin1', at + this.#marker.length));
        this.#noise.add(header === undefined ? line : line.subarray(0, at));
        if (header === undefined || !this.#noise.isEmpty)
            this.#noise.end();
        if (header?.kind === 'event')
            this.#request.onEvent(header.event);
        if (header?.kind === 'block')
            this.#open(header.name, header.size);
    }
    #open(name, size) {
        const stream = this.#request.onBlock?.(name, size);
        if (stream === undefined && size > MAX_BLOCK_BYTES)
            throw tooLarge('a block', size);
        const target = stream === undefined ? memoryTarget(name, size) : streamTarget(name, size, stream);
        this.#block = { target, missing: size };
    }
    /** A promise when the stream of the block has to be waited for. */
    #fill(block, bytes) {
        block.missing -= bytes.length;
        const waiting = bytes.length === 0 ? undefined : block.target.write(bytes);
        if (block.missing > 0)
            return waiting;
        const ending = waiting === undefined ? block.target.end() : waiting.then(() => block.target.end());
        if (ending === undefined)
            this.#close(block);
        return ending?.then(() => this.#close(block));
    }
    async #goOn(waiting, rest) {
        await waiting;
        await this.push(rest);
    }
    #close({ target }) {
        this.#block = undefined;
        this.#request.onEvent(target.event());
    }
}
function parseHeader(text) {
    const [, blockName, size] = BLOCK.exec(text) ?? [];
    if (blockName !== undefined)
        return { kind: 'block', name: blockName, size: Number(size) };
    const [, name, value = ''] = EVENT.exec(text) ?? [];
    return name === undefined ? undefined : { kind: 'event', event: { name, value: unescapeValue(value) } };
}
function tooLarge(what, size) {
    return new lib/* Failure */.HR('remote-environment', `The server sent ${what} of ${size} bytes where a report was expected. Something else answers there than our program: look for a forced command in authorized_keys, and for a login shell or .bashrc that prints.`);
}

;// CONCATENATED MODULE: ./packages/ssh/lib/paced-output.js

/** @param take answers with a promise, which never rejects, when the sender has to wait for it. */
function paceOutput(stream, take) {
    let chunks = 0;
    let held;
    const hold = async (waiting) => {
        stream.pause();
        held = waiting;
        await waiting;
        if (held !== waiting)
            return;
        held = undefined;
        stream.resume();
    };
    stream.on('data', (chunk) => {
        chunks += 1;
        // When the process ends, Node lets its streams flow, paused or not: what comes then has to wait for its turn.
        const waiting = held === undefined ? take(chunk) : held.then(() => take(chunk));
        if (waiting !== undefined)
            void hold(waiting);
    });
    const settled = async () => {
        for (let waiting = held; waiting !== undefined; waiting = held)
            await waiting;
    };
    const quiet = async (ms) => {
        const before = chunks;
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(ms, undefined, { ref: false });
        if (chunks !== before || held !== undefined)
            await quiet(ms);
    };
    return { settled, quiet };
}

;// CONCATENATED MODULE: ./packages/ssh/lib/session-output.js



const TAIL_BYTES = 4096;
function readOutput({ child, nonce, execution, onFault }) {
    let progress = { events: 0, lastEvent: '' };
    let tail = Buffer.alloc(0);
    let fault;
    const onEvent = (event) => {
        progress = { events: progress.events + 1, lastEvent: event.name };
        execution.onEvent(event);
    };
    const events = new EventStream({ nonce, onEvent, onNoise: execution.onOutput, onBlock: execution.onBlock });
    const lines = new OutputLines(execution.onOutput);
    const fail = (thrown) => {
        fault ??= { thrown };
        onFault();
    };
    const guarded = (handle) => {
        if (fault !== undefined)
            return undefined;
        try {
            return handle()?.catch(fail);
        }
        catch (thrown) {
            fail(thrown);
            return undefined;
        }
    };
    const stdout = paceOutput(child.stdout, (chunk) => guarded(() => events.push(chunk)));
    const stderr = paceOutput(child.stderr, (chunk) => {
        tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
        return guarded(() => lines.push(chunk));
    });
    const finish = () => {
        void guarded(() => events.finish());
        void guarded(() => lines.finish());
    };
    const settled = async () => {
        await Promise.all([stdout.settled(), stderr.settled()]);
    };
    const quiet = async (ms) => {
        await Promise.all([stdout.quiet(ms), stderr.quiet(ms)]);
    };
    return {
        finish,
        progress: () => progress,
        settled,
        quiet,
        stderrTail: () => tail.toString('utf8').trimEnd(),
        fault: () => fault,
    };
}

;// CONCATENATED MODULE: ./packages/ssh/lib/session.js








/** How long nothing may arrive after the process that passed output on has ended, before the rest is given up. */
const LAST_OUTPUT_MS = 5000;
/** Opens a session and sends the program, so that only the arguments are left to be sent when it is wanted. */
function openSession(request) {
    const logStart = request.link.logSize();
    const child = startPiped(processOf(request));
    const exited = exitOf(child, { program: 'ssh' });
    exited.catch(() => undefined); // Told by the execution, if there is one.
    const closed = (0,external_node_events_namespaceObject.once)(child, 'close').catch(() => undefined);
    // A session that ends early closes its input; that is no error here, its exit status tells the story.
    child.stdin.on('error', () => undefined);
    child.stdin.write(formatProgram(withPrelude(request.program)));
    return {
        isUsable: () => child.exitCode === null && child.signalCode === null && child.pid !== undefined,
        start: (execution) => {
            try {
                return startExecution({ ...request, child, exited, closed, logStart }, execution);
            }
            catch (defect) {
                child.kill('SIGKILL');
                throw defect;
            }
        },
        discard: () => void child.kill('SIGKILL'),
    };
}
/** Throws TypeError when the request itself is wrong: a defect of the caller. */
function startExecution(opened, execution) {
    const { child } = opened;
    const kill = () => {
        session.isKilled = true;
        child.kill('SIGKILL');
    };
    const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex');
    const head = formatArguments({ ...execution.args, nonce });
    const input = openInput({ stdin: child.stdin, head, body: execution.body, onFault: kill });
    const output = readOutput({ child, nonce, execution, onFault: kill });
    const session = { ...opened, input, output, isKilled: false };
    const ended = outcomeOf(session);
    // Whoever started this may fail before it gets to wait for the end.
    ended.catch(() => undefined);
    return { send: input.send, end: input.end, kill, ended };
}
/**
 * An execution on a shared connection must never open one of its own when that is gone: nobody would know that the lease, the order of things and
 * the count of connections no longer hold. Hence a proxy command that fails.
 */
function processOf({ link, log }) {
    const only = link.multiplexed ? ['-o', 'ProxyCommand=false'] : [];
    // Not by -v: that would go on to the hops, whose words end up between those of the program.
    const args = ['-F', link.files.config, ...only, '-o', 'LogLevel=DEBUG2', '-E', log, TARGET, REMOTE_COMMAND];
    return { program: 'ssh', args, folder: link.client.folder, machine: link.client.machine };
}
async function outcomeOf(session) {
    const { input, output } = session;
    const end = await endOf(session);
    input.abandon();
    const fault = output.fault() ?? input.fault();
    if (fault !== undefined)
        throw fault.thrown;
    const stderrTail = output.stderrTail();
    if (session.isKilled)
        return { exitCode: null, signal: 'KILL', stderrTail };
    const progress = { ...output.progress(), bodyBytes: input.bodyBytes(), stderrTail };
    const status = await exitStatus({ link: session.link, log: session.log, logStart: session.logStart, end, progress });
    return { ...status, stderrTail };
}
/** The end of the process and of its output, which on a shared connection comes from another process and may be held back by it. */
async function endOf(session) {
    const { child, output } = session;
    const end = await session.exited;
    if (!session.isKilled) {
        await Promise.race([session.closed.then(() => output.settled()), output.quiet(LAST_OUTPUT_MS)]);
    }
    child.stdout.destroy();
    child.stderr.destroy();
    output.finish();
    return end;
}

;// CONCATENATED MODULE: ./packages/ssh/lib/connection.js

/** @param id names the files of this connection's executions */
function openConnection(link, id) {
    return new LinkedConnection(link, id);
}
class LinkedConnection {
    host;
    #link;
    #id;
    #running = new Set();
    #prepared = new Map();
    #executions = 0;
    #closing;
    constructor(link, id) {
        this.host = link.host;
        this.#link = link;
        this.#id = id;
    }
    prepare(program) {
        if (this.#link.multiplexed && !this.#prepared.has(program))
            this.#prepared.set(program, this.#open(program));
    }
    execute(execution) {
        const session = this.#take(execution.program);
        const running = session.start(execution);
        this.#running.add(running);
        const forget = () => void this.#running.delete(running);
        running.ended.then(forget, forget);
        return running;
    }
    close() {
        this.#closing ??= this.#end();
        return this.#closing;
    }
    /** A prepared session that the server refused or that ended since is no reason to fail: a fresh one is tried. */
    #take(program) {
        const session = this.#prepared.get(program);
        this.#prepared.delete(program);
        return session?.isUsable() === true ? session : this.#open(program);
    }
    #open(program) {
        this.#executions += 1;
        return openSession({ link: this.#link, program, log: `${this.#id}-${this.#executions}.log` });
    }
    async #end() {
        for (const session of this.#prepared.values())
            session.discard();
        this.#prepared.clear();
        const running = [...this.#running];
        for (const session of running)
            session.kill();
        await this.#link.close();
        await Promise.allSettled(running.map(({ ended }) => ended));
    }
}

;// CONCATENATED MODULE: ./packages/ssh/lib/hops.js


function makeHops(request) {
    let chain;
    const open = async () => {
        const { client, hosts } = request;
        if (!hasMultiplexing(client.machine))
            return hosts.map((host) => ({ host, controlSocket: undefined }));
        chain ??= openChain(request);
        try {
            const links = await chain;
            if (links.every((link) => link.isAlive()))
                return links.map(asHop);
        }
        catch (thrown) {
            chain = undefined;
            throw thrown;
        }
        await close();
        return open();
    };
    const close = async () => {
        const links = await chain?.catch(() => []);
        chain = undefined;
        await closeAll(links ?? []);
    };
    return { open, close };
}
async function openChain({ client, hosts, nextId, closed }) {
    const links = [];
    try {
        for (const host of hosts)
            links.push(await openLink({ client, id: nextId(), host, hops: links.map(asHop) }, closed));
        return links;
    }
    catch (thrown) {
        await closeAll(links);
        throw thrown;
    }
}
function asHop({ host, files }) {
    return { host, controlSocket: files.controlSocket };
}
/** The farthest first: its connection leads through the others. */
async function closeAll(links) {
    for (const link of links.toReversed())
        await link.close();
}

;// CONCATENATED MODULE: ./packages/ssh/lib/ssh-client.js





class SshClient {
    folder;
    #parts;
    #hops;
    #closed = new AbortController();
    #connecting = new Set();
    #connections = [];
    #ids = 0;
    #closing;
    constructor(parts) {
        const { client, proxyJump } = parts;
        this.folder = client.folder;
        this.#parts = parts;
        this.#hops = makeHops({ client, hosts: proxyJump, nextId: () => this.#nextId(), closed: this.#closed.signal });
    }
    async connect(host, signal) {
        const { client, proxyJump } = this.#parts;
        for (const address of [...proxyJump, host])
            requireKnown(client.known, address);
        const opening = this.#open(host, AbortSignal.any([signal, this.#closed.signal]));
        this.#connecting.add(opening);
        return opening.finally(() => this.#connecting.delete(opening));
    }
    close() {
        this.#closing ??= this.#end();
        return this.#closing;
    }
    async #open(host, signal) {
        const hops = await this.#way(host, signal);
        const id = this.#nextId();
        const connection = openConnection(await openLink({ client: this.#parts.client, id, host, hops }, signal), id);
        this.#connections.push(connection);
        return connection;
    }
    /** Hops are opened for all hosts at once, so one host that is given up does not end them. */
    async #way(host, signal) {
        const { promise: aborted, reject } = Promise.withResolvers();
        const onAbort = () => reject(cancelled(host, signal));
        signal.addEventListener('abort', onAbort, { once: true });
        try {
            if (signal.aborted)
                onAbort();
            return await Promise.race([this.#hops.open(), aborted]);
        }
        finally {
            signal.removeEventListener('abort', onAbort);
        }
    }
    async #end() {
        this.#closed.abort();
        await Promise.allSettled(this.#connecting);
        await Promise.all(this.#connections.map((connection) => connection.close()));
        await this.#hops.close();
        await this.#parts.agent.stop();
        await removeFolder(this.folder);
    }
    #nextId() {
        this.#ids += 1;
        return `h${this.#ids}`;
    }
}

;// CONCATENATED MODULE: ./packages/ssh/lib/ssh.js











const KEEP_ALIVE_SECONDS = 10;
/**
 * Starts the agent, gives it the key and writes the public files. Throws Failure('input') for an unusable key, certificate or known-hosts text,
 * and Failure('connect') when the runner has no OpenSSH client.
 */
async function openSsh(settings, machine = { platform: process.platform, env: process.env }) {
    const privateKey = parsePrivateKey(settings.privateKey, settings.passphrase);
    const certificate = settings.certificate.trim() === '' ? undefined : parseCertificate(settings.certificate);
    const known = parseKnownHosts(settings.knownHosts);
    const { temporaryFolder: place, onFolder = () => undefined } = settings;
    const folder = await makeFolder({ place, machine, onFolder });
    try {
        const agent = await startAgent({ folder, machine, privateKey, passphrase: settings.passphrase });
        const credentials = { key: `${agent.publicKey.type} ${fingerprintOf(agent.publicKey.blob)}`, certificate };
        await writeIdentity(folder, agent, certificate);
        const { connectTimeoutMs, keepAliveSeconds = KEEP_ALIVE_SECONDS } = settings;
        const client = { folder, machine, known, credentials, connectTimeoutMs, keepAliveSeconds };
        return new SshClient({ client, agent, proxyJump: settings.proxyJump });
    }
    catch (thrown) {
        await removeFolder(folder);
        throw thrown;
    }
}
async function writeIdentity(folder, agent, certificate) {
    try {
        if (certificate !== undefined)
            requireSameKey(certificate, fingerprintOf(agent.publicKey.blob));
        await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, FILES.publicKey), `${formatPublicKey(agent.publicKey)}\n`, { mode: 0o600 });
        if (certificate !== undefined)
            await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, FILES.certificate), `${certificate.text}\n`, { mode: 0o600 });
    }
    catch (thrown) {
        await agent.stop();
        throw thrown;
    }
}
function requireSameKey({ keyFingerprint }, own) {
    if (keyFingerprint === own)
        return;
    throw new lib/* Failure */.HR('input', `The input certificate is for another key (${keyFingerprint}) than private-key (${own}). Use the pair that belongs together.`);
}

;// CONCATENATED MODULE: ./packages/ssh/lib/index.js







;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./packages/release-store/lib/manifest.js


const KIND_LETTERS = { file: 'f', directory: 'd', link: 'l' };
const LINE = /^([fdl]) 0([0-7]{3}) ([0-9a-f]{64}) (.+)$/;
const ESCAPES = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const UNESCAPES = { '\\': '\\', n: '\n', r: '\r', t: '\t' };
/** The hash that stands for a directory. */
const NO_CONTENT = '0'.repeat(64);
/** SHA-256 in hexadecimal of a byte string. */
function hashBytes(bytes) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes, 'latin1').digest('hex');
}
/** Builds a manifest from entries in any order. Each path may occur once. */
function manifest_createManifest(entries) {
    const lines = entries.map(manifest_formatLine);
    // Sorted by number: pairs of line and entry would cost 40,000 objects more where a release has as many files.
    const order = Uint32Array.from(lines.keys()).sort((a, b) => compareBytes(lines[a] ?? '', lines[b] ?? ''));
    const sorted = Array.from(order, (at) => lines[at] ?? '');
    return { entries: [...order].flatMap((at) => entries[at] ?? []), lines: sorted, digest: digestOf(sorted) };
}
const LINES_AT_ONCE = 500;
/** As of the whole text, which is never there at once: it is several MB where there are many files. */
function digestOf(lines) {
    const hash = createHash('sha256');
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE)
        hash.update(textOf(lines.slice(at, at + LINES_AT_ONCE)), 'latin1');
    return hash.digest('hex');
}
/** The text of manifest lines as it lies on the server, a byte string. */
function textOf(lines) {
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
/**
 * Reads the text of a manifest (a byte string).
 * @throws Error when a line is not of the form `<f|d|l> <mode> <sha256> <path>`.
 */
function parseManifest(text) {
    const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
    return { entries: lines.map(manifest_parseLine), lines, digest: hashBytes(text) };
}
/** One line, without its line end; odd bytes of the path are escaped so that it stays one line. */
function manifest_formatLine(entry) {
    const mode = entry.mode.toString(8).padStart(4, '0');
    // A template would keep its parts beside the text.
    return [KIND_LETTERS[entry.kind], mode, entry.hash, escapePath(entry.path)].join(' ');
}
function escapePath(path) {
    return path.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char);
}
function unescapePath(text) {
    return text.replace(/\\([\\nrt])/g, (_, char) => UNESCAPES[char] ?? char);
}
function manifest_parseLine(line) {
    const [, letter, mode, hash, path] = LINE.exec(line) ?? [];
    if (letter === undefined || mode === undefined || hash === undefined || path === undefined) {
        throw new Error(`Not a manifest line: ${line.slice(0, 200)}`);
    }
    const kind = letter === 'f' ? 'file' : letter === 'd' ? 'directory' : 'link';
    return { kind, path: unescapePath(path), mode: Number.parseInt(mode, 8), hash };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/report.js



const RELEASE_STATES = ['incomplete', 'staged', 'active', 'healthy', 'failed', 'reverted'];
/** What `current` is: a release of ours, nothing, a link to nowhere, a link to something that Plimsoll does not know, or no link at all. */
const CURRENT_KINDS = ['release', 'none', 'dangling', 'foreign', 'no-link'];
/** Collects the events of `open`. Anything unexpected is an error: a report half understood is no report. */
class ReportReader {
    texts = new Map();
    manifest;
    hear = (event) => {
        if (event.block !== undefined) {
            this.manifest = readManifest(event.name, event.block);
        }
        else {
            const values = this.texts.get(event.name) ?? [];
            values.push(event.value);
            this.texts.set(event.name, values);
        }
    };
    /** @throws Failure('remote-environment') when the server left something out. */
    read() {
        const [kind, current = ''] = this.one('current').split(' ');
        const [kilobytes = '0', inodes = '0'] = this.one('free').split(' ');
        return {
            currentKind: currentKindOf(kind ?? ''),
            currentRelease: current,
            releases: parseReleases(this.all('release'), current),
            foreign: this.all('foreign').map(toText),
            freeBytes: Number(kilobytes) * 1024,
            freeInodes: Number(inodes),
            tools: new Set(this.one('tools').split(' ').filter(Boolean)),
            clock: Number(this.one('clock')),
            base: this.readBase(),
            armed: this.all('armed').map(parseArmed),
            recovered: [...this.all('recovered').map(toText), ...this.unreadableBase()],
            undone: this.all('undone').map((value) => {
                const [release = '', live = ''] = value.split(' ');
                return { release, live };
            }),
            fence: Number(this.all('fence')[0] ?? 0),
        };
    }
    readBase() {
        const release = this.all('base')[0];
        if (release === undefined || this.manifest === undefined)
            return undefined;
        return { release, manifest: this.manifest, damaged: new Set(this.all('damaged').map(unescapePath)) };
    }
    unreadableBase() {
        const release = this.all('base')[0];
        if (release === undefined || this.manifest !== undefined)
            return [];
        return [`the manifest of release ${release} cannot be read, so nothing is taken over from it`];
    }
    all(name) {
        return this.texts.get(name) ?? [];
    }
    one(name) {
        const value = this.all(name)[0];
        if (value === undefined)
            throw new lib/* Failure */.HR('remote-environment', `The server's report says nothing about '${name}'. Run the deployment again.`);
        return value;
    }
}
/** A manifest that somebody or something damaged must not be in the way of the next deployment: without one, everything is sent. */
function readManifest(name, block) {
    try {
        const bytes = name === 'manifest_gz' ? (0,external_node_zlib_namespaceObject.gunzipSync)(block) : Buffer.from(block);
        return parseManifest(bytes.toString('latin1'));
    }
    catch {
        return undefined;
    }
}
/** Releases as the server listed them, oldest first. `current` is the id of the live one. */
function parseReleases(values, current) {
    const releases = values.map((value) => parseRelease(value, current));
    return releases.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
function parseRelease(value, current) {
    const [id = '', state = '', confirmed = '0', ...info] = toText(value).split(' ');
    const known = RELEASE_STATES.find((name) => name === state) ?? 'incomplete';
    return { id, state: known, confirmed: Number(confirmed), current: id === current, ...parseInfo(info.join(' ')) };
}
/** What a release says about itself. The line was written by Plimsoll, but lies where others can edit it: each member is checked. */
function parseInfo(json) {
    let value;
    try {
        value = JSON.parse(json);
    }
    catch {
        value = {};
    }
    const members = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    const text = (name) => (typeof members.get(name) === 'string' ? String(members.get(name)) : '');
    const count = (name) => (Number.isSafeInteger(members.get(name)) ? Number(members.get(name)) : 0);
    return { version: text('version'), at: text('at'), by: text('by'), size: count('size'), files: count('files') };
}
function parseArmed(value) {
    const [release = '', deadline = '0', confirm = ''] = value.split(' ');
    return { release, deadline: Number(deadline), confirm };
}
function currentKindOf(text) {
    return CURRENT_KINDS.find((kind) => kind === text) ?? 'foreign';
}
function toText(bytes) {
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./packages/release-store/lib/byte-path.js
/** The bytes of a byte path, as the file system wants them. */
function toBytes(path) {
    return Buffer.from(path, 'latin1');
}
/** The place of an entry below a folder, as the file system wants it. */
function locate(folder, path) {
    return path === '' ? folder : Buffer.concat([folder, Buffer.from('/'), toBytes(path)]);
}
/** Text as typed by a user (UTF-8) as a byte path. */
function fromText(text) {
    return Buffer.from(text, 'utf8').toString('latin1');
}
/** For people: UTF-8 where the bytes are UTF-8; control characters and other bytes as `\xNN`. */
function displayPath(path) {
    const text = toBytes(path).toString('utf8');
    const readable = Buffer.from(text, 'utf8').equals(toBytes(path)) ? text : path;
    const shown = readable === text ? /[\p{Cc}\p{Zl}\p{Zp}]/gu : /[^\x20-\x7e]/g;
    return readable.replace(shown, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
/** Compares two byte paths as `LC_ALL=C sort` does. */
function byte_path_compareBytes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** The folder that holds an entry, empty at the top. */
function parentOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '' : path.slice(0, slash);
}

;// CONCATENATED MODULE: ./packages/release-store/lib/performance.js

/** Shorter than a third of the lease (60 s), so that two lost signs of life do not cost it. */
const HEARTBEAT_MS = 10_000;
/** How long the server gets to stop its commands after it was told to: longer than the 5 s it gives them. */
const STOP_MS = 8_000;
/** Starts an execution and keeps it alive. The end is what the program says, not the end of the ssh process, which commands left in the background can hold open. */
function perform(connection, request) {
    const told = {
        failure: undefined,
        end: Promise.withResolvers(),
        hasEnded: false,
        mayStop: true,
        isStopped: false,
    };
    const running = connection.execute({
        program: request.program,
        args: request.args,
        ...(request.body === undefined ? {} : { body: request.body }),
        onEvent: (event) => hear(told, event, request.onEvent),
        ...(request.onBlock === undefined ? {} : { onBlock: request.onBlock }),
        onOutput: request.onOutput,
    });
    const stop = stopper(running);
    const conclude = (order) => {
        if (told.isStopped)
            return false;
        told.mayStop = false;
        running.send(order);
        return true;
    };
    return { running, done: settle({ running, stop, told }, request), hasEnded: () => told.hasEnded, conclude };
}
function hear(told, event, pass) {
    if (event.name === 'failure') {
        told.failure ??= toFailure(event.value);
    }
    else if (event.name === 'end') {
        told.hasEnded = true;
        told.end.resolve(Number(event.value));
    }
    else {
        pass(event);
    }
}
function toFailure(value) {
    const text = Buffer.from(value, 'latin1').toString('utf8');
    const space = text.indexOf(' ');
    const code = text.slice(0, space);
    return new lib/* Failure */.HR(codeOf(code), text.slice(space + 1));
}
function codeOf(text) {
    return (0,lib/* isFailureCode */.sH)(text) ? text : 'internal';
}
async function settle({ running, stop, told }, request) {
    const stopNow = () => {
        told.isStopped = true;
        stop.now();
    };
    const obey = () => {
        if (told.mayStop)
            stopNow();
    };
    request.signal?.addEventListener('abort', obey, { once: true });
    let isOverdue = false;
    const limit = setTimeout(() => {
        isOverdue = true;
        stopNow();
    }, request.limitMs);
    const heartbeat = request.body === undefined ? setInterval(() => running.send(''), HEARTBEAT_MS) : undefined;
    try {
        if (request.signal?.aborted === true)
            stopNow();
        const status = await Promise.race([told.end.promise, endOfProcess(running)]);
        if (status !== 0 || told.failure !== undefined)
            throw told.failure ?? silentEnd(request, status);
    }
    catch (failure) {
        if (request.signal?.aborted === true && told.mayStop)
            throw performance_cancelled(request.name, failure);
        throw isOverdue ? overdue(request, failure) : failure;
    }
    finally {
        clearTimeout(limit);
        clearInterval(heartbeat);
        request.signal?.removeEventListener('abort', obey);
        stop.afterEnd();
    }
}
function stopper(running) {
    let timer;
    const spare = () => clearTimeout(timer);
    const killAfter = (ms) => {
        spare();
        timer = setTimeout(() => running.kill(), ms);
        timer.unref();
        running.ended.then(spare, spare);
    };
    return {
        now: () => {
            running.end();
            killAfter(STOP_MS);
        },
        afterEnd: () => killAfter(1_000),
    };
}
async function endOfProcess(running) {
    const exit = await running.ended;
    // The last events may still be on their way from the stream to here.
    await new Promise((resolve) => setImmediate(resolve));
    return exit.exitCode ?? -1;
}
function silentEnd(request, status) {
    return new lib/* Failure */.HR('remote-environment', `The program '${request.name}' ended on the server without saying why (status ${status}). Something there killed it; the next run repairs what is left.`);
}
/** Whatever the program said when it was stopped is a consequence; the reason is that it took too long. */
function overdue({ name, limitMs }, cause) {
    return new lib/* Failure */.HR('remote-environment', `The program '${name}' took longer than ${Math.round(limitMs / 1000)} s on the server and was stopped. See what it waits for there; the next run repairs what is left.`, { cause });
}
function performance_cancelled(name, cause) {
    return cause instanceof lib/* Failure */.HR && cause.code === 'cancelled'
        ? cause
        : new lib/* Failure */.HR('cancelled', `Cancelled during '${name}'.`, { cause });
}

;// CONCATENATED MODULE: ./packages/release-store/lib/start-execution.js



/** Beyond what the programs wait for by themselves: hashing, linking and flushing of very large releases. */
const SLACK_MS = 30 * 60_000;
/** Starts one of the programs with the arguments that all share; steps and waits are told at once. */
function start_execution_startExecution(settings, program, request) {
    const { connection, deployPath, owner, who, onOutput, onStep } = settings;
    return perform(connection, {
        ...request,
        name: program.name,
        program: program.text,
        args: { deploy_path: fromText(deployPath), owner: fromText(owner), who: fromText(who), ...request.args },
        onOutput,
        onEvent: (event) => {
            if (event.name === 'step')
                onStep(event.value);
            else if (event.name === 'waiting')
                onStep(`waiting: ${Buffer.from(event.value, 'latin1').toString('utf8')}`);
            else
                request.onEvent(event);
        },
    });
}
/** Time as the programs take it: whole seconds, rounded up. */
function seconds(ms) {
    return String(Math.ceil(ms / 1000));
}
/** The server ended well and left out what it has to say: never taken for a success. */
function unheard(what) {
    return new lib/* Failure */.HR('remote-environment', `The server ended without saying '${what}'. Run the deployment again; it repairs what is left.`);
}

;// CONCATENATED MODULE: ./packages/release-store/lib/close-report.js


/** Collects what a server says while it settles a deployment. */
class CloseReader {
    heard = new Map();
    lists = { removed: [], release: [] };
    hear = ({ name, value }) => {
        if (name === 'removed' || name === 'release')
            this.lists[name].push(value);
        else
            this.heard.set(name, value);
    };
    /** @throws Failure('remote-environment') when the server did not say that it came to the end */
    read() {
        const { heard, lists } = this;
        const releases = parseReleases(lists.release, heard.get('current') ?? '');
        return { ...readEnd(heard), removed: lists.removed, releases };
    }
}
function readEnd(heard) {
    if (!heard.has('closed'))
        throw unheard('closed');
    const nothing = { liveRelease: '', detail: '', deadline: 0 };
    const late = heard.get('late');
    if (late !== undefined)
        return { ...nothing, end: 'late', detail: late };
    const reverted = heard.get('reverted');
    if (reverted !== undefined)
        return readReverted(reverted);
    if (heard.has('stayed'))
        return { ...nothing, end: 'stayed', liveRelease: heard.get('stayed') ?? '' };
    const pending = heard.get('pending');
    if (pending !== undefined)
        return { ...nothing, end: 'pending', deadline: Number(pending) };
    return { ...nothing, end: heard.has('confirmed') ? 'confirmed' : 'dropped' };
}
function readReverted(value) {
    const [liveRelease = '', code = '', ...detail] = Buffer.from(value, 'latin1').toString('utf8').split(' ');
    return { end: code === '' ? 'reverted' : 'revert-failed', liveRelease, detail: detail.join(' '), deadline: 0 };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/programs/program.js

/*
 * Function files that programs have in common. Each literal `new URL` is found by the bundler, which puts the file beside every bundle that
 * has this module: what only some actions need lies in a module of its own.
 */
const layout = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "layout.sh", 'utf8');
const lease = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "lease.sh", 'utf8');
const releases = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "releases.sh", 'utf8');
const ledger = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "ledger.sh", 'utf8');
const activate = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "activate.sh", 'utf8');
const scratch = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "scratch.sh", 'utf8');
/** What every program has. */
const base = [layout, lease, releases];
function compose(name, parts) {
    return { name, text: parts.join('\n') };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/programs/deployment.js


const armed = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "armed.sh", 'utf8');
const watchdog = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "watchdog.sh", 'utf8');
const deployment_settle = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "settle.sh", 'utf8');
const deployment_open = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "open.sh", 'utf8');
const stage = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "stage.sh", 'utf8');
const switchOver = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "switch.sh", 'utf8');
const deployment_close = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "close.sh", 'utf8');
const deployment_all = [...base, ledger, activate, armed, watchdog];
/** The four executions of a deployment; see the head of each file for what it does. */
const DEPLOYMENT = {
    open: compose('open', [...deployment_all, scratch, deployment_open]),
    stage: compose('stage', [...base, stage]),
    switch: compose('switch', [...deployment_all, deployment_settle, switchOver]),
    close: compose('close', [...deployment_all, deployment_settle, deployment_close]),
};

;// CONCATENATED MODULE: ./packages/release-store/lib/close-execution.js



/** Execution 4: confirms, reverts or drops; gives the lease back. */
async function close_execution_close(settings, request) {
    const reader = new CloseReader();
    const { done } = start_execution_startExecution(settings, DEPLOYMENT.close, {
        args: {
            do: request.decision,
            intent: 'recover',
            fence: String(request.fence),
            release: request.release,
            ...settlingArguments(request),
        },
        onEvent: reader.hear,
        limitMs: SLACK_MS,
    });
    await done;
    return reader.read();
}
/** What the programs need for settling besides the decision; empty where a decision has no use for it. */
function settlingArguments(request) {
    return {
        keep: String(request.keep),
        event: request.decision === 'confirm' ? request.event : '',
        failed: 'markFailed' in request ? request.markFailed : '',
        cause: request.decision === 'revert' ? request.cause : '',
        mark: request.decision === 'revert' ? request.mark : '',
    };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/switch-execution.js






/** Execution 3: prepares, waits for the order, switches, asks the gate; settles the deployment where it is told how. */
function switchTo(settings, request) {
    const { whenPassed } = request;
    const heard = new Map();
    const closing = new CloseReader();
    let isSettling = false;
    const ready = Promise.withResolvers();
    const performance = start_execution_startExecution(settings, DEPLOYMENT.switch, {
        args: argumentsOf(request),
        onEvent: (event) => {
            heard.set(event.name, event.value);
            closing.hear(event);
            if (event.name === 'ready')
                ready.resolve();
            if (event.name === 'gate' && whenPassed !== 'wait' && hasPassed(event.value)) {
                isSettling = performance.conclude('settle');
            }
        },
        signal: request.signal,
        limitMs: request.limitMs + SLACK_MS,
    });
    performance.done.then(() => ready.reject(unheard('ready')), (failure) => ready.reject(failure));
    // Nobody has to wait for it where the order was given at once.
    ready.promise.catch(() => undefined);
    return {
        ready: ready.promise,
        switched: () => (heard.has('switched') ? 'yes' : performance.hasEnded() ? 'no' : 'unknown'),
        go: async () => {
            if (request.order === 'awaited')
                performance.running.send('go');
            await performance.done;
            const gate = readGate(heard);
            return {
                gate,
                revertTarget: heard.get('switched')?.split(' ')[1] ?? '',
                watchdog: heard.get('watchdog') ?? '',
                closed: isSettling ? closing.read() : undefined,
            };
        },
    };
}
function argumentsOf(request) {
    const { whenPassed } = request;
    return {
        do: 'switch',
        intent: 'deploy',
        fence: String(request.fence),
        release: request.release,
        order: request.order,
        verify: request.verify === 'again' ? 'yes' : 'no',
        force: request.gate === 'skipped' ? 'yes' : 'no',
        prepare: fromText(request.prepare),
        before_switch: fromText(request.beforeSwitch),
        confirm_within: seconds(request.confirmWithinMs),
        entry: formatEntry(request.entry),
        when_passed: whenPassed === 'wait' ? '' : whenPassed.decision,
        ...(whenPassed === 'wait' ? {} : settlingArguments(whenPassed)),
    };
}
function hasPassed(gate) {
    return gate.startsWith('pass ');
}
function readGate(heard) {
    const gate = heard.get('gate');
    if (gate === undefined)
        throw unheard('gate');
    const space = gate.indexOf(' ');
    const detail = Buffer.from(gate.slice(space + 1), 'latin1').toString('utf8');
    if (hasPassed(gate))
        return { code: '', detail };
    const code = gate.slice(0, space);
    if (!(0,lib/* isFailureCode */.sH)(code))
        throw unheard(`gate '${code}'`);
    return { code, detail };
}
/** The members of a ledger entry as the server appends them: JSON without its braces. */
function formatEntry(entry) {
    return fromText(JSON.stringify(entry).slice(1, -1));
}

;// CONCATENATED MODULE: ./packages/release-store/lib/open-execution.js




/** Execution 1: takes the lease and recovers (`take`), or only looks; reports. */
async function open_execution_open(settings, request, mode) {
    const reader = new ReportReader();
    const { done } = start_execution_startExecution(settings, DEPLOYMENT.open, {
        args: {
            do: mode,
            intent: request.intent,
            undo: request.undo === undefined ? '' : formatEntry(request.undo),
            lock_timeout: seconds(request.lockTimeoutMs),
            base: request.base === 'none' ? 'no' : 'yes',
            verify_content: request.base === 'verified' ? 'full' : 'changed',
        },
        onEvent: reader.hear,
        signal: request.signal,
        limitMs: request.lockTimeoutMs + SLACK_MS,
    });
    await done;
    return reader.read();
}

;// CONCATENATED MODULE: ./packages/release-store/lib/chunks.js

/** Large enough that a tree of small files does not become thousands of writes, small enough to be counted in tens. */
const CHUNK_SIZE = 1 << 18;
/** Hands out buffers of `CHUNK_SIZE` and takes back those that were used up, so that memory does not grow with what passes through. */
class ChunkPool {
    free = [];
    take() {
        return this.free.pop() ?? Buffer.allocUnsafeSlow(CHUNK_SIZE);
    }
    /** Only when nobody reads the chunk any more. What is not given back is left to the garbage collector. */
    give = (chunk) => {
        if (chunk.byteOffset === 0)
            this.free.push(Buffer.from(chunk.buffer));
    };
}
/** Joins what is written into full chunks. Each method yields the chunks that became full. */
class ChunkWriter {
    chunk;
    used = 0;
    pool;
    constructor(pool) {
        this.pool = pool;
        this.chunk = pool.take();
    }
    *write(bytes) {
        for (let at = 0; at < bytes.length;) {
            const copied = bytes.copy(this.chunk, this.used, at);
            at += copied;
            yield* this.advance(copied);
        }
    }
    *zeros(count) {
        for (let left = count; left > 0;) {
            const filled = Math.min(left, CHUNK_SIZE - this.used);
            this.chunk.fill(0, this.used, this.used + filled);
            left -= filled;
            yield* this.advance(filled);
        }
    }
    /** Reads at most `count` bytes of an open file straight into the chunks. @returns how many there were */
    *readFrom(file, count) {
        let total = 0;
        while (total < count) {
            const read = (0,external_node_fs_.readSync)(file, this.chunk, this.used, Math.min(count - total, CHUNK_SIZE - this.used), null);
            if (read === 0)
                break;
            total += read;
            yield* this.advance(read);
        }
        return total;
    }
    /** What is left at the end. */
    *rest() {
        if (this.used > 0)
            yield this.chunk.subarray(0, this.used);
        this.used = 0;
    }
    *advance(count) {
        this.used += count;
        if (this.used < CHUNK_SIZE)
            return;
        yield this.chunk;
        this.chunk = this.pool.take();
        this.used = 0;
    }
}

;// CONCATENATED MODULE: ./packages/release-store/lib/tree.js

/** The tree of these entries, in any order; each path may occur once. */
function createTree(entries) {
    const size = entries.reduce((sum, entry) => sum + sizeOf(entry.content), 0);
    return { entries, manifest: createManifest(entries), size };
}
function sizeOf(content) {
    if (content === undefined)
        return 0;
    return content.from === 'disk' ? content.size : content.bytes.length;
}
function byPath(entries) {
    return new Map(entries.map((entry) => [entry.path, entry]));
}

;// CONCATENATED MODULE: ./packages/release-store/lib/archive.js






/*
 * A tar writer of our own, because a release may hold names that are not UTF-8: writers from npm take names as text.
 * The format is ustar with GNU long names and GNU base-256 sizes, which GNU tar, busybox and bsdtar all read
 * (GNU tar manual, "Basic Tar Format" and "GNU Extensions").
 */
const archive_BLOCK = 512;
const LARGEST_OCTAL_SIZE = 0o77777777777;
const CHECKSUM_AT = 148;
/**
 * The stream of the `stage` execution: the manifest's changes, then folders, links and changed files below `tree/`. Memory stays flat
 * where the reader gives chunks back to the pool.
 * @throws Failure('integrity') while streaming, when a source file is gone or no longer as long as when it was hashed.
 */
function* archiveOf(plan, pool = new ChunkPool()) {
    const out = new ChunkWriter(pool);
    yield* memoryFile(out, 'meta/removed', textOf(plan.removedLines));
    yield* memoryFile(out, 'meta/added', textOf(plan.addedLines));
    for (const entry of plan.send) {
        yield* headerOf(out, entry);
        if (entry.content !== undefined)
            yield* contentOf(out, entry.path, entry.content);
    }
    yield* out.zeros(2 * archive_BLOCK);
    yield* out.rest();
}
function* memoryFile(out, path, text) {
    const bytes = Buffer.from(text, 'latin1');
    yield* header(out, { path, type: '0', mode: 0o600, size: bytes.length, modifiedAt: 0, target: '' });
    yield* out.write(bytes);
    yield* pad(out, bytes.length);
}
function* headerOf(out, entry) {
    const type = entry.kind === 'file' ? '0' : entry.kind === 'directory' ? '5' : '2';
    const path = `tree/${entry.path}${entry.kind === 'directory' ? '/' : ''}`;
    const { mode, modifiedAt, target = '' } = entry;
    yield* header(out, { path, type, mode, size: sizeOf(entry.content), modifiedAt, target });
}
function* contentOf(out, path, content) {
    if (content.from === 'memory')
        yield* out.write(content.bytes);
    else
        yield* fileContent(out, path, content);
    yield* pad(out, sizeOf(content));
}
function* fileContent(out, path, content) {
    const file = openAgain(path, locate(content.folder, path));
    try {
        const read = yield* out.readFrom(file, content.size);
        if (read !== content.size || hasMore(file))
            throw changed(path, undefined);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** One byte more than expected says that the file grew. */
function hasMore(file) {
    return (0,external_node_fs_.readSync)(file, Buffer.alloc(1)) > 0;
}
function openAgain(path, location) {
    try {
        return (0,external_node_fs_.openSync)(location, 'r');
    }
    catch (cause) {
        throw changed(path, cause);
    }
}
function changed(path, cause) {
    return new lib/* Failure */.HR('integrity', `source: '${displayPath(path)}' changed while it was sent. Nothing was switched; let nothing write to the source during the deployment.`, { cause });
}
function* header(out, entry) {
    if (entry.path.length > 100)
        yield* longName(out, 'L', entry.path);
    if (entry.target.length > 100)
        yield* longName(out, 'K', entry.target);
    yield* out.write(block(entry));
}
/** A name that does not fit travels as the content of an entry before its own. */
function* longName(out, type, name) {
    const bytes = Buffer.concat([toBytes(name), Buffer.alloc(1)]);
    yield* out.write(block({ path: '././@LongLink', type, mode: 0, size: bytes.length, modifiedAt: 0, target: '' }));
    yield* out.write(bytes);
    yield* pad(out, bytes.length);
}
function block(entry) {
    const bytes = Buffer.alloc(archive_BLOCK);
    bytes.write(entry.path.slice(0, 100), 0, 'latin1');
    bytes.write(octal(entry.mode, 7), 100, 'latin1');
    bytes.write(octal(0, 7), 108, 'latin1');
    bytes.write(octal(0, 7), 116, 'latin1');
    writeSize(bytes, entry.size);
    bytes.write(octal(Math.max(0, entry.modifiedAt), 11), 136, 'latin1');
    bytes.write(' '.repeat(8) + entry.type, CHECKSUM_AT, 'latin1');
    bytes.write(entry.target.slice(0, 100), 157, 'latin1');
    bytes.write('ustar  \0', 257, 'latin1');
    let sum = 0;
    for (const byte of bytes)
        sum += byte;
    bytes.write(`${octal(sum, 6)}\0 `, CHECKSUM_AT, 'latin1');
    return bytes;
}
function writeSize(bytes, size) {
    if (size <= LARGEST_OCTAL_SIZE) {
        bytes.write(octal(size, 11), 124, 'latin1');
    }
    else {
        bytes.writeUInt8(0x80, 124);
        bytes.writeBigUInt64BE(BigInt(size), 128);
    }
}
function octal(value, digits) {
    return value.toString(8).padStart(digits, '0');
}
function* pad(out, size) {
    yield* out.zeros((archive_BLOCK - (size % archive_BLOCK)) % archive_BLOCK);
}

;// CONCATENATED MODULE: ./packages/release-store/lib/compression.js


/**
 * Compresses a stream of chunks; `release` is called for each chunk that was read to its end.
 *
 * Level 3 is the default of zstd: 54 MB of a web application take 0.15 s and shrink by half; higher levels save no wire time that they
 * do not spend (measured). gzip takes its fastest level.
 */
function compress(stream, encoding, release) {
    switch (encoding) {
        case 'zstd':
            return compressed(stream, (0,external_node_zlib_namespaceObject.createZstdCompress)({ chunkSize: CHUNK_SIZE, params: { [external_node_zlib_namespaceObject.constants.ZSTD_c_compressionLevel]: 3 } }), release);
        case 'gzip':
            return compressed(stream, (0,external_node_zlib_namespaceObject.createGzip)({ chunkSize: CHUNK_SIZE, level: 1 }), release);
        case 'none':
            return uncompressed(stream);
    }
}
function chooseEncoding(tools) {
    if (tools.has('zstd'))
        return 'zstd';
    return tools.has('gzip') ? 'gzip' : 'none';
}
async function* uncompressed(stream) {
    yield* stream;
}
async function* compressed(stream, compressor, release) {
    const feeding = feed(stream, compressor, release).catch((error) => {
        compressor.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    for await (const piece of compressor) {
        if (piece instanceof Uint8Array)
            yield piece;
    }
    await feeding;
}
/** The next chunk is read while the one before is compressed. */
async function feed(stream, compressor, release) {
    let before = Promise.resolve();
    for (const chunk of stream) {
        await before;
        before = new Promise((resolve, reject) => {
            compressor.write(chunk, (error) => {
                if (error)
                    return reject(error);
                release(chunk);
                resolve();
            });
        });
        // Awaited in the next turn; when the stream throws before that, its error is the one that counts.
        before.catch(() => undefined);
    }
    await before;
    compressor.end();
}

;// CONCATENATED MODULE: ./packages/release-store/lib/runbook.js

/** The file on the server: a name and a value a line, with the escapes of the wire. */
function formatRunbook(runbook) {
    const seconds = (ms) => String(Math.ceil(ms / 1000));
    const lines = [
        ['services', runbook.services.join('\n')],
        ['after_switch', runbook.afterSwitch],
        ['health_command', runbook.healthCommand],
        ['health_url', runbook.healthUrl],
        ['health_timeout', seconds(runbook.healthTimeoutMs)],
        ['startup_wait', seconds(runbook.startupWaitMs)],
        ['command_timeout', seconds(runbook.commandTimeoutMs)],
    ];
    return lines.map(([name, value]) => `${name} ${onOneLine(fromText(value))}\n`).join('');
}
function onOneLine(value) {
    return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

;// CONCATENATED MODULE: ./packages/release-store/lib/stage-execution.js







/** Execution 2: sends what changed and has the release built. */
async function stage_execution_stage(settings, request) {
    const pool = new ChunkPool();
    const encoding = chooseEncoding(request.tools);
    const paths = request.plan.manifest.entries.map((entry) => entry.path);
    let linked = '';
    const { done } = start_execution_startExecution(settings, DEPLOYMENT.stage, {
        args: {
            intent: 'deploy',
            fence: String(request.fence),
            release: request.release,
            base: request.base,
            encoding,
            hooks: request.hooks,
            shared: request.shared.join('\n'),
            digest: request.plan.manifest.digest,
            entries: String(paths.length),
            newlines: String(paths.reduce((sum, path) => sum + path.split('\n').length - 1, 0)),
            info: fromText(JSON.stringify(request.info)),
            runbook: formatRunbook(request.runbook),
        },
        body: counted(compress(archiveOf(request.plan, pool), encoding, pool.give), request.onSent),
        onEvent: (event) => {
            if (event.name === 'linked')
                linked = event.value;
        },
        signal: request.signal,
        limitMs: 24 * 60 * 60_000,
    });
    await done;
    return { linked };
}
async function* counted(stream, onSent) {
    for await (const chunk of stream) {
        yield chunk;
        onSent(chunk.length);
    }
}

;// CONCATENATED MODULE: ./packages/release-store/lib/store.js





/** Opens no connection and runs nothing by itself. */
function createStore(settings) {
    return {
        announce: (...executions) => {
            for (const name of executions)
                settings.connection.prepare(DEPLOYMENT[name].text);
        },
        look: (request) => open_execution_open(settings, { ...request, intent: 'recover', lockTimeoutMs: 0 }, 'look'),
        open: (request) => open_execution_open(settings, request, 'take'),
        stage: (request) => stage_execution_stage(settings, request),
        switchTo: (request) => switchTo(settings, request),
        close: (request) => close_execution_close(settings, request),
    };
}

;// CONCATENATED MODULE: ./packages/fleet/lib/remote-shell.js


const RUN = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "run.sh", 'utf8');
/** What `guarded` of the prelude answers with when the time was up. */
const TIMED_OUT = 124;
/** From 128 on a shell's status names the signal that ended the command. */
const SIGNALLED = 128;
/**
 * Runs programs over the connection that is there. Its `run` throws Failure('connect') when the link broke, and
 * Failure('remote-environment') when the server did not tell the end.
 * @param connection stays open as long as the shell is used
 */
function createRemoteShell(connection) {
    const { label } = connection.host;
    return {
        label,
        run: (program, args, limits) => runProgram(connection, { program, args, limits }),
    };
}
async function runProgram(connection, { program, args, limits }) {
    const heard = new Map();
    let stderr = '';
    const running = connection.execute({
        program: RUN,
        args: {
            ...bytesOf(args),
            ...bytesOf({ program }),
            names: Object.keys(args).join(' '),
            limit: String(Math.max(1, Math.ceil(limits.timeoutMs / 1000))),
            output_bytes: String(limits.outputBytes),
        },
        onEvent: ({ name, value }) => void heard.set(name, value),
        onOutput: (line) => {
            if (stderr.length < limits.outputBytes)
                stderr += `${line}\n`;
        },
    });
    const { stderrTail } = await running.ended;
    return remote_shell_readEnd(heard, stderr.slice(0, limits.outputBytes), stderrTail);
}
function remote_shell_readEnd(heard, stderr, tail) {
    const told = heard.get('status');
    if (told === undefined) {
        throw new lib/* Failure */.HR('remote-environment', `The server did not tell how the command ended. ${tail.slice(-300)}`.trim());
    }
    const status = Number(told);
    const stdout = Buffer.from(heard.get('output') ?? '', 'latin1').toString('utf8');
    if (status === TIMED_OUT)
        return { status: null, signal: null, stdout, stderr, timedOut: true };
    const signal = status > SIGNALLED ? `signal ${status - SIGNALLED}` : null;
    return { status: signal === null ? status : null, signal, stdout, stderr, timedOut: false };
}
/** As the wire wants them: one code unit for each byte. */
function bytesOf(args) {
    return Object.fromEntries(Object.entries(args).map(([name, text]) => [name, Buffer.from(text).toString('latin1')]));
}

;// CONCATENATED MODULE: ./packages/fleet/lib/fleet.js




/** Connections are opened side by side, but not more than this at once: servers and their guards limit how many may start (sshd's MaxStartups is 10). */
const STARTS_AT_ONCE = 8;
/** Connects to every host. @throws Failure of the first host that cannot be reached, naming all of them. */
function openFleet(request) {
    return openFleetOf(createStore, request);
}
/** The same with another kind of store, for the actions that need more than releases. */
async function openFleetOf(openStore, request) {
    const { inputs, context } = request;
    const ssh = await openSsh({
        privateKey: inputs.privateKey,
        passphrase: inputs.passphrase,
        certificate: inputs.certificate,
        knownHosts: inputs.knownHosts,
        proxyJump: inputs.proxyJump,
        connectTimeoutMs: inputs.connectTimeoutMs,
        temporaryFolder: context.temporaryFolder,
        onFolder: request.onFolder,
    });
    try {
        const connections = await connectAll(ssh, inputs.hosts, context.signal);
        return {
            servers: connections.map((connection) => ({
                label: connection.host.label,
                store: openStore(settingsOn(connection, request)),
            })),
            shells: connections.map(createRemoteShell),
            close: () => ssh.close(),
        };
    }
    catch (failure) {
        await ssh.close();
        throw failure;
    }
}
async function connectAll(ssh, hosts, signal) {
    const connections = [];
    const failures = [];
    const waiting = hosts.map((host, index) => ({ host, index }));
    const worker = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const { host, index } = next;
            await ssh.connect(host, signal).then((connection) => (connections[index] = connection), (thrown) => failures.push({ host, failure: (0,lib/* asFailure */.h_)(thrown) }));
        }
    };
    await Promise.all(Array.from({ length: Math.min(STARTS_AT_ONCE, hosts.length) }, worker));
    throwFirst(failures, hosts.length);
    return connections;
}
function throwFirst(failures, all) {
    const first = failures[0];
    if (first === undefined)
        return;
    const text = failures
        .map(({ host, failure }) => (all > 1 ? `${host.label}: ${failure.message}` : failure.message))
        .join('\n');
    throw new lib/* Failure */.HR(first.failure.code, text, { cause: first.failure });
}
function settingsOn(connection, { inputs, owner, who, context }) {
    const { label } = connection.host;
    return {
        connection,
        deployPath: inputs.deployPath,
        owner,
        who,
        onOutput: (line) => context.log.remote(label, line),
        onStep: (step) => context.log.info(`${label}: ${step}`),
    };
}

;// CONCATENATED MODULE: ./packages/fleet/lib/open-servers.js

/**
 * Opens the store of every server side by side. When one of them fails, the others give their leases back.
 * @throws Failure of the first server that failed, naming all of them.
 */
async function openServers(fleet, request) {
    const results = await Promise.allSettled(fleet.servers.map((server) => openServer(server, request)));
    const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result, index) => result.status === 'rejected'
        ? [{ label: fleet.servers[index]?.label ?? '', failure: (0,lib/* asFailure */.h_)(result.reason) }]
        : []);
    const [first] = failures;
    if (first === undefined)
        return opened;
    if (request.intent !== 'look')
        await giveBack(opened, request.context.log);
    const message = failures.map(({ label, failure }) => `${label}: ${failure.message}`).join('\n');
    throw new lib/* Failure */.HR(first.failure.code, message, { cause: first.failure });
}
/** Gives leases back without having changed anything. Trouble is logged: the lease runs out by itself. */
async function giveBack(servers, log) {
    await Promise.all(servers.map(async ({ label, store, report }) => {
        try {
            await store.close({ decision: 'drop', fence: report.fence, release: '', markFailed: '', keep: 0 });
        }
        catch (thrown) {
            log.info(`${label}: the lease could not be given back and runs out by itself. ${(0,lib/* asFailure */.h_)(thrown).message}`);
        }
    }));
}
async function openServer(server, request) {
    const { intent, lockTimeoutMs, base, undo, context } = request;
    const { signal, log } = context;
    const opening = intent === 'look'
        ? server.store.look({ base: base === 'none' ? 'none' : 'listed', signal })
        : server.store.open({ intent, lockTimeoutMs, base, signal, ...(undo === undefined ? {} : { undo }) });
    server.store.announce(...request.next);
    const report = await opening;
    for (const sentence of report.recovered)
        log.notice(`${server.label}: repaired what an earlier run had left: ${sentence}`);
    tellCurrent(server.label, report, log);
    return { ...server, report };
}
function tellCurrent(label, report, log) {
    if (report.currentKind === 'foreign') {
        log.warning(`${label}: current points at something that Plimsoll did not deploy. It stays on the server, but there is no automatic way back to it.`);
    }
    else if (report.currentKind === 'dangling') {
        log.warning(`${label}: current points at nothing.`);
    }
    else if (report.currentKind === 'no-link') {
        log.warning(`${label}: current is not a symbolic link. Move it away; Plimsoll replaces only a link.`);
    }
    else {
        log.info(`${label}: current is ${report.currentRelease || 'not there yet'}`);
    }
}

;// CONCATENATED MODULE: ./packages/fleet/lib/recover.js



/**
 * Ends what a killed process of this run left on the servers: takes its lease over where no other run did yet, brings
 * an unconfirmed switch back, and gives the lease back.
 */
async function recoverServers({ inputs, owner, context }) {
    const fleet = await openFleet({
        inputs,
        owner,
        context,
        who: 'clean-up of a run that was cut short',
        onFolder: () => undefined,
    });
    try {
        const servers = await openServers(fleet, {
            intent: 'recover',
            lockTimeoutMs: 5_000,
            base: 'none',
            next: ['close'],
            context,
        });
        await giveBack(servers, context.log);
    }
    catch (thrown) {
        // Others have been here since, or nothing had begun.
        if ((0,lib/* asFailure */.h_)(thrown).code !== 'fenced')
            throw thrown;
        context.log.info((0,lib/* asFailure */.h_)(thrown).message);
    }
    finally {
        await fleet.close();
    }
}

;// CONCATENATED MODULE: ./packages/fleet/lib/hold.js


/**
 * Saves folder, owner and whether leases are held, as they change. Where nothing of it is left in the end, that is saved as well: the entry of
 * the post step (scripts/house/bundle.ts) then loads nothing.
 */
function rememberHold(context, owner) {
    let held = false;
    context.saveState('owner', owner);
    return {
        onFolder: (folder) => context.saveState('folder', folder),
        onHold: (state) => {
            held = state === 'held';
            context.saveState('hold', state);
        },
        onClosed: () => {
            if (!held)
                context.saveState('leftovers', 'none');
        },
    };
}
/** The post step: ends connections and agent of a killed main step, and gives back what it held. */
async function releaseHold(inputs, context) {
    const folder = context.state('folder');
    if (folder !== '')
        await discardSshFolder(folder);
    if (context.state('hold') !== 'held')
        return;
    context.log.info('The step did not come to its end: the servers are looked after now.');
    await recoverServers({ inputs, owner: context.state('owner'), context });
}

;// CONCATENATED MODULE: ./packages/fleet/lib/run-identity.js

/** Reads who acts from the variables that the runner sets; each of them may be missing, as in local runs. */
function identifyRun(action, env) {
    const run = plain(env['GITHUB_RUN_ID']);
    const repository = plain(env['GITHUB_REPOSITORY']);
    const actor = plain(env['GITHUB_TRIGGERING_ACTOR']) || plain(env['GITHUB_ACTOR']) || plain(env['USER']) || 'unknown';
    const server = plain(env['GITHUB_SERVER_URL']);
    const runUrl = run !== '' && repository !== '' && server !== '' ? `${server}/${repository}/actions/runs/${run}` : '';
    const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex');
    return {
        owner: [repository || 'local', run || '0', plain(env['GITHUB_RUN_ATTEMPT']) || '1', action, nonce].join('/'),
        who: `${action} by ${actor}${runUrl === '' ? '' : `, ${runUrl}`}`,
        actor,
        commit: /^[0-9a-f]{40}$/.test(env['GITHUB_SHA'] ?? '') ? (env['GITHUB_SHA'] ?? '') : '',
        runUrl,
    };
}
/** What the ledger on the server keeps of a run. */
function ledgerEntry(identity, more) {
    return { by: identity.actor, commit: identity.commit, run: identity.runUrl, ...more };
}
/** One line of printable text of a sensible length, whatever was in the variable. */
function plain(text) {
    return (text ?? '')
        .replace(/[^\x21-\x7e]+/g, ' ')
        .trim()
        .slice(0, 300);
}

;// CONCATENATED MODULE: ./packages/release-store/lib/programs/backup.js


const making = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-scratch.sh", 'utf8');
const entries = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-entries.sh", 'utf8');
const paths = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-paths.sh", 'utf8');
const manifest = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-manifest.sh", 'utf8');
const copies = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-copies.sh", 'utf8');
const archive = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-archive.sh", 'utf8');
const progress = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-progress.sh", 'utf8');
const sidecar = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-sidecar.sh", 'utf8');
const memory = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-memory.sh", 'utf8');
const verify = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-verify.sh", 'utf8');
const dumps = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-dumps.sh", 'utf8');
const keep = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-keep.sh", 'utf8');
const restore = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-restore.sh", 'utf8');
const tell = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup-tell.sh", 'utf8');
const backup = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backup.sh", 'utf8');
const backups = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "backups.sh", 'utf8');
const reads = [entries, progress, sidecar, tell];
const makes = [scratch, making, paths, manifest, copies, archive, memory, verify, dumps, keep, restore];
/** The two executions of backups: `backup` changes something, `backups` only looks. */
const BACKUP = {
    backup: compose('backup', [...base, ledger, activate, ...reads, ...makes, backup]),
    backups: compose('backups', [...base, ...reads, backups]),
};

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/stored-backup.js

const SCHEMA = 'plimsoll/backup@1';
const SEAL = /,"digest":"([0-9a-f]{64})"\}\n$/;
/** What the files say, each believed only when not one byte of it was changed. */
function readStoredBackup(files, place) {
    const sidecar = files.sidecar === undefined ? undefined : readSealed(files.sidecar);
    if (sidecar === undefined)
        return unreadable(files.id, 'its backup.json is missing or not what was written');
    const stored = readMembers(files.id, sidecar.members);
    const problem = problemOf(stored, sidecar.members, place);
    const missing = problem === '' ? missingOf(stored, files.sizes) : undefined;
    if (missing !== undefined)
        return { ...stored, verified: 'damaged', problem: missing };
    return { ...stored, ...readVerified(files.verified, sidecar.digest), problem };
}
/** What must lie beside the description, as long as it was when it was written. */
function missingOf({ archive, archiveBytes }, sizes) {
    const size = sizes.get(archive);
    if (size === undefined)
        return `its ${archive} is not there`;
    if (size !== archiveBytes)
        return `its ${archive} has ${size} bytes, and was written with ${archiveBytes}`;
    return sizes.has('manifest') ? undefined : 'its manifest is not there';
}
/** SHA-256 of the manifest; empty when the sidecar is not what was written. */
function manifestSumOf(sidecar) {
    return stored_backup_textOf(readSealed(sidecar)?.members.get('manifest'));
}
function unreadable(id, problem) {
    return { ...readMembers(id, new Map()), verified: 'damaged', problem };
}
function readMembers(id, members) {
    const text = (name) => stored_backup_textOf(members.get(name));
    const count = (name) => (Number.isSafeInteger(members.get(name)) ? Number(members.get(name)) : 0);
    return {
        id,
        environment: text('environment'),
        releaseId: text('release'),
        version: text('version'),
        at: text('at'),
        by: text('by'),
        run: text('run'),
        size: count('size'),
        archiveBytes: count('archiveBytes'),
        files: count('files'),
        sha256: text('sha256'),
        archive: text('archive'),
        verified: 'no',
        verifiedAt: '',
        databases: pairs(members.get('databases')).map(readDatabase),
        omitted: pairs(members.get('omitted')).map(readOmitted),
        problem: '',
    };
}
function problemOf(stored, members, { environment }) {
    if (members.get('schema') !== SCHEMA)
        return 'it was written by a newer version';
    if (members.get('id') !== stored.id)
        return `it says that it is ${stored_backup_textOf(members.get('id'))}`;
    return stored.environment === environment ? '' : `it is of environment '${stored.environment}'`;
}
/** A word about another sidecar, or one that was changed, is no word about this backup. */
function readVerified(bytes, digest) {
    const sealed = bytes === undefined ? undefined : readSealed(bytes);
    if (sealed === undefined || sealed.members.get('backup') !== digest)
        return { verified: 'no', verifiedAt: '' };
    const how = sealed.members.get('how');
    const verified = how === 'restore' || how === 'checksum' || how === 'damaged' ? how : 'no';
    return { verified, verifiedAt: verified === 'no' ? '' : stored_backup_textOf(sealed.members.get('at')) };
}
/** A line of JSON that ends with the SHA-256 of what stands before; undefined when it does not fit. */
function readSealed(bytes) {
    const line = Buffer.from(bytes).toString('latin1');
    const [seal, digest] = SEAL.exec(line) ?? [];
    if (seal === undefined || digest === undefined)
        return undefined;
    const sealed = line.slice(0, -seal.length);
    if ((0,external_node_crypto_namespaceObject.createHash)('sha256').update(sealed, 'latin1').digest('hex') !== digest)
        return undefined;
    const members = parseObject(line);
    return members === undefined ? undefined : { members, digest };
}
function parseObject(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
    }
    catch {
        return undefined;
    }
}
function pairs(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((one) => typeof one === 'object' && one !== null ? [new Map(Object.entries(one))] : []);
}
function readDatabase(members) {
    return { path: stored_backup_textOf(members.get('path')), how: stored_backup_textOf(members.get('how')) };
}
function readOmitted(members) {
    return { path: stored_backup_textOf(members.get('path')), reason: stored_backup_textOf(members.get('reason')) };
}
/** The file was read as bytes, one code unit each. */
function stored_backup_textOf(value) {
    return typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8') : '';
}

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/backup-events.js



const PHASES = ['hash', 'archive', 'unpack', 'compare', 'send'];
/** Collects what the programs of backups tell. */
class BackupEvents {
    texts = new Map();
    found = [];
    onProgress;
    constructor(onProgress) {
        this.onProgress = onProgress;
    }
    hear = (event) => {
        const last = this.found.at(-1);
        if (event.name === 'progress')
            this.progress(event.value);
        else if (event.name === 'backup')
            this.found.push({ id: backup_events_toText(event.value), sidecar: undefined, verified: undefined, sizes: new Map() });
        else if (event.name === 'files' && last !== undefined)
            last.sizes = readSizes(event.value);
        else if (event.name === 'backup-file' && last !== undefined)
            last.sidecar = event.block;
        else if (event.name === 'verified-file' && last !== undefined)
            last.verified = event.block;
        else
            this.texts.set(event.name, [...this.all(event.name), backup_events_toText(event.value)]);
    };
    /** All values of an event, as text. */
    all(name) {
        return this.texts.get(name) ?? [];
    }
    /** @throws Failure('remote-environment') when the server did not say it. */
    one(name) {
        const value = this.all(name)[0];
        if (value === undefined)
            throw unheard(name);
        return value;
    }
    backups(place) {
        return this.found.map((files) => readStoredBackup(files, place));
    }
    /**
     * The one backup that the execution was about.
     * @throws Failure('integrity') when what came is not what was written.
     */
    backup(place) {
        const [backup] = this.backups(place);
        if (backup === undefined)
            throw unheard('backup');
        if (backup.problem !== '')
            throw new lib/* Failure */.HR('integrity', `Backup ${backup.id} cannot be used: ${backup.problem}.`);
        return backup;
    }
    /** The sidecar of the one backup as it lies on the server. */
    sidecar() {
        const bytes = this.found[0]?.sidecar;
        if (bytes === undefined)
            throw unheard('backup-file');
        return bytes;
    }
    /** SHA-256 of the manifest as the sidecar has it. */
    manifestSum() {
        return manifestSumOf(this.sidecar());
    }
    progress(value) {
        const [name = '', done = '0', total = '0'] = value.split(' ');
        const phase = PHASES.find((known) => known === name);
        if (phase !== undefined)
            this.onProgress({ phase, doneBytes: Number(done), totalBytes: Number(total) });
    }
}
/** `<name> <bytes>`, one after the other. */
function readSizes(text) {
    return new Map([...text.matchAll(/(\S+) (\d+)/g)].map(([, name = '', bytes]) => [name, Number(bytes)]));
}
function backup_events_toText(bytes) {
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/paths.js
/** What is wrong with a line, as the end of a sentence that begins with the line. */
class BadBackupPath extends Error {
}
/**
 * Reads one line of `paths`: a path relative to the deploy path, with `*`, `?` and `[…]` within a segment and `/**` at the end for
 * everything below; `optional:` in front of what may be missing or partly unreadable; `!` in front of what is left out with everything below,
 * in which `**` may stand for any segments.
 * @throws BadBackupPath saying what is wrong, without the line itself.
 */
function parseBackupPath(line) {
    if (line.startsWith('!'))
        return { paths: [], excluded: [checked(line.slice(1))] };
    const optional = line.startsWith('optional:');
    const pattern = checked(optional ? line.slice('optional:'.length) : line).replace(/\/\*\*$/, '');
    if (pattern.split('/').includes('**'))
        throw new BadBackupPath("has '**' elsewhere than at its end");
    return { paths: [{ pattern, optional }], excluded: [] };
}
function checked(text) {
    const pattern = text
        .trim()
        .replace(/\/+$/, '')
        .replace(/^(?:\.\/)+/, '');
    const segments = pattern.split('/');
    if (pattern === '')
        throw new BadBackupPath('is empty');
    if (pattern.startsWith('/'))
        throw new BadBackupPath('is absolute; paths are relative to deploy-path');
    if (segments.includes('..'))
        throw new BadBackupPath("has '..', and a backup holds only what is below deploy-path");
    if (segments.some((segment) => segment === '' || segment === '.'))
        throw new BadBackupPath("has an empty segment or '.'");
    if (/[\\\0\n\r\t]/.test(pattern))
        throw new BadBackupPath('has a backslash or a control character; put ? in its place');
    if (segments[0] === '.plimsoll')
        throw new BadBackupPath('is what Plimsoll keeps for itself');
    if (segments[0] === 'dumps')
        throw new BadBackupPath("begins with 'dumps', which is where the dumps of before are in a backup: give that folder another name");
    return pattern;
}
/** The patterns as extended regular expressions for awk, each matching whole paths and what is below. */
function exclusionExpressions(excluded) {
    return excluded.map((pattern) => {
        const segments = pattern.split('/').map((segment) => (segment === '**' ? '**' : segmentExpression(segment)));
        const joined = segments
            .join('/')
            .replace(/^\*\*\//, '(.*/)?')
            .replaceAll('/**/', '/(.*/)?')
            .replace(/\/\*\*$/, '/.*');
        return `^${joined === '**' ? '.*' : joined}(/.*)?$`;
    });
}
function segmentExpression(segment) {
    return segment.replace(/\[!?\]?[^\]]*\]|[*?]|[^A-Za-z0-9_]/g, (part) => {
        if (part === '*')
            return '[^/]*';
        if (part === '?')
            return '[^/]';
        if (part.length > 1)
            return part.replace(/^\[!/, '[^');
        return part === '^' ? '\\^' : `[${part}]`;
    });
}

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/start-backup.js



/** However large it is, nobody waits for longer. */
const BACKUP_LIMIT_MS = 24 * 60 * 60_000;
/** Starts the program that needs the lease; arguments that an operation does not have are empty. */
function startBackup(settings, request) {
    return start_execution_startExecution(settings, BACKUP.backup, {
        args: {
            intent: 'recover',
            fence: String(request.fence),
            folder: fromText(request.place.folder),
            environment: fromText(request.place.environment),
            ...start_backup_NOTHING,
            ...request.args,
        },
        onEvent: request.events.hear,
        signal: request.signal,
        limitMs: BACKUP_LIMIT_MS,
    });
}
const start_backup_NOTHING = {
    id: '',
    how: '',
    host: 'known',
    to: '',
    release: '',
    paths: '',
    excluded: '',
    before: '',
    after: '',
    verify: '',
    version: '',
    info: '',
    entry: '',
    time: '',
    keep: '0',
    keep_for: '0',
    command_timeout: '600',
};

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/create-backup.js





/** Takes a backup where there is something to save, verifies it, and removes those that nobody wants any more. */
async function createBackup(settings, request) {
    const { place, spec } = request;
    const events = new BackupEvents(request.onProgress);
    const args = {
        do: 'create',
        time: request.time,
        host: request.host,
        ...describe(spec),
        entry: create_backup_ledgerEntry(spec, place),
    };
    await startBackup(settings, { ...request, events, args }).done;
    if (events.all('nothing').length > 0)
        return { kind: 'nothing' };
    return { kind: 'made', backup: events.backup(place), removed: events.all('removed'), notes: events.all('note') };
}
function describe(spec) {
    const { version, by, run } = spec.info;
    return {
        paths: fromText(spec.paths.map(({ pattern, optional }) => `${optional ? 'optional' : 'needed'} ${pattern}`).join('\n')),
        excluded: fromText(exclusionExpressions(spec.excluded).join('\n')),
        before: fromText(spec.before),
        after: fromText(spec.after),
        verify: spec.verify,
        keep: String(spec.keep),
        keep_for: seconds(spec.keepForMs),
        command_timeout: seconds(spec.commandTimeoutMs),
        version: version === '' ? '' : json(version),
        info: `"by":${json(by)},"run":${json(run)}`,
    };
}
function create_backup_ledgerEntry({ info }, { environment }) {
    return `"by":${json(info.by)},"run":${json(info.run)},"action":"backup","environment":${json(environment)}`;
}
function json(text) {
    return fromText(JSON.stringify(text));
}

;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: ./packages/release-store/lib/backup/download-backup.js









/** Streams a backup to this machine: memory does not grow with its size. Needs no lease and changes nothing on the server. */
async function downloadBackup(settings, request) {
    const { place, signal } = request;
    const events = new BackupEvents(request.onProgress);
    const files = new ArrivingFiles(request, () => events.all('archive-name')[0] ?? '');
    const { done } = start_execution_startExecution(settings, BACKUP.backups, {
        args: {
            do: 'download',
            intent: 'recover',
            id: fromText(request.id),
            folder: fromText(place.folder),
            environment: fromText(place.environment),
        },
        onEvent: events.hear,
        onBlock: files.receive,
        signal,
        limitMs: BACKUP_LIMIT_MS,
    });
    await done;
    const backup = events.backup(place);
    await files.keep('backup.json', events.sidecar());
    compare(backup, [
        { what: 'manifest', here: files.sum('manifest'), written: events.manifestSum() },
        { what: backup.archive, here: files.sum('archive'), written: backup.sha256, sent: events.one('archive-sum') },
    ]);
    return { backup, sha256: files.sum('archive') };
}
function compare({ id }, all) {
    for (const { what, here, written, sent = here } of all) {
        if (here !== sent) {
            throw new lib/* Failure */.HR('integrity', `${what} of backup ${id} arrived as ${here}, the server sent ${sent}. Download it again.`);
        }
        if (here !== written) {
            throw new lib/* Failure */.HR('integrity', `${what} of backup ${id} is ${here}, but was written as ${written}. It is damaged on the server; take another one.`);
        }
    }
}
const TELL_AFTER_MS = 2_000;
/** Opens a place for each file that comes, and hashes what passes through. */
class ArrivingFiles {
    request;
    archiveName;
    sums = new Map();
    constructor(request, archiveName) {
        this.request = request;
        this.archiveName = archiveName;
    }
    /** Blocks with other names are for the report, and are kept in memory. */
    receive = (name, size) => {
        if (name === 'manifest')
            return this.place({ file: 'manifest', name, size }, () => undefined);
        if (name === 'archive')
            return this.place({ file: 'archive', name: this.archiveName(), size }, tellSometimes(this.request.onProgress, size));
        return undefined;
    };
    /** Writes a file that is here already. */
    async keep(file, bytes) {
        const stream = this.request.open(file, file, bytes.length);
        stream.end(bytes);
        await (0,external_node_events_namespaceObject.once)(stream, 'finish');
    }
    /** @throws Failure('remote-environment') when the file did not come. */
    sum(file) {
        const sum = this.sums.get(file);
        if (sum === undefined)
            throw unheard(file);
        return sum;
    }
    place({ file, name, size }, onBytes) {
        const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
        const target = this.request.open(file, name, size);
        const passage = new external_node_stream_namespaceObject.Writable({
            write: (chunk, _encoding, done) => {
                hash.update(chunk);
                onBytes(chunk.length);
                if (target.write(chunk))
                    done();
                else
                    target.once('drain', done);
            },
            final: (done) => {
                this.sums.set(file, hash.digest('hex'));
                target.end(done);
            },
            destroy: (error, done) => {
                if (error !== null)
                    target.destroy();
                done(error);
            },
        });
        target.once('error', (error) => passage.destroy(error));
        return passage;
    }
}
function tellSometimes(onProgress, totalBytes) {
    let doneBytes = 0;
    let toldAt = performance.now();
    return (bytes) => {
        doneBytes += bytes;
        if (performance.now() - toldAt < TELL_AFTER_MS)
            return;
        toldAt = performance.now();
        onProgress({ phase: 'send', doneBytes, totalBytes });
    };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/list-backups.js




/** All backups of an environment, oldest first; needs no lease and changes nothing. */
async function listBackups(settings, request) {
    const { place, signal } = request;
    const events = new BackupEvents(() => undefined);
    const { done } = start_execution_startExecution(settings, BACKUP.backups, {
        args: {
            do: 'list',
            intent: 'recover',
            id: '',
            folder: fromText(place.folder),
            environment: fromText(place.environment),
        },
        onEvent: events.hear,
        signal,
        limitMs: SLACK_MS,
    });
    await done;
    events.one('looked');
    const backups = events.backups(place).toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
    return { backups, clock: Number(events.one('clock')) };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/use-backup.js




/** Looks whether a backup is what was backed up, and has the server remember what it found. */
async function verifyBackup(settings, request) {
    const events = new BackupEvents(request.onProgress);
    const args = { do: 'verify', id: fromText(request.id), how: request.how };
    await startBackup(settings, { ...request, events, args }).done;
    return { backup: events.backup(request.place), notes: events.all('note') };
}
/** Restores a backup into a fresh folder on its server. */
async function restoreBackup(settings, request) {
    const events = new BackupEvents(request.onProgress);
    const args = { do: 'restore', id: fromText(request.id), to: fromText(request.to) };
    await startBackup(settings, { ...request, events, args }).done;
    return { backup: events.backup(request.place), path: events.one('restored') };
}
/** Makes the release part of a backup a staged release. */
async function stageBackup(settings, request) {
    const events = new BackupEvents(request.onProgress);
    const args = { do: 'stage', id: fromText(request.id), release: request.release };
    await startBackup(settings, { ...request, events, args }).done;
    events.one('staged');
    return { backup: events.backup(request.place), info: parseInfo(events.one('info')) };
}

;// CONCATENATED MODULE: ./packages/release-store/lib/backup/backup-store.js






/** A store of releases and backups. Opens no connection and runs nothing by itself. */
function createStoreWithBackups(settings) {
    return {
        ...createStore(settings),
        announceBackups: (...executions) => {
            for (const name of executions)
                settings.connection.prepare(BACKUP[name].text);
        },
        createBackup: (request) => createBackup(settings, request),
        listBackups: (request) => listBackups(settings, request),
        verifyBackup: (request) => verifyBackup(settings, request),
        restoreBackup: (request) => restoreBackup(settings, request),
        stageBackup: (request) => stageBackup(settings, request),
        downloadBackup: (request) => downloadBackup(settings, request),
    };
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/download-folder.js



/**
 * Folders for the hosts of a run, in their order: the one that was asked for, or, with several hosts, one for each in it.
 * @throws Failure('input') when it is there already and not an empty folder
 */
async function planDownloads(downloadTo, labels) {
    const root = (0,external_node_path_.resolve)(downloadTo);
    const found = await (0,promises_namespaceObject.readdir)(root).catch((thrown) => noneYet(downloadTo, thrown));
    if (found.length > 0)
        throw new lib/* Failure */.HR('input', `download-to: '${downloadTo}' is not empty, it holds ${found.slice(0, 3).join(', ')}. Name a new or an empty folder`);
    if (labels.length === 1)
        return [{ path: root }];
    return folderNames(labels).map((name) => ({ path: (0,external_node_path_.join)(root, name) }));
}
/** @throws Failure('input') for what is there and no folder that can be read */
function noneYet(downloadTo, thrown) {
    if (!isSystemError(thrown))
        throw thrown;
    if (thrown.code === 'ENOENT')
        return [];
    const why = thrown.code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${thrown.code})`;
    throw new lib/* Failure */.HR('input', `download-to: '${downloadTo}' ${why}. Name a new or an empty folder`, { cause: thrown });
}
/** Names of folders for hosts: of characters that every file system and artifact takes, and different ones. */
function folderNames(labels) {
    const taken = new Set();
    return labels.map((label) => {
        const plain = label.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'host';
        let name = plain;
        for (let number = 2; taken.has(name); number += 1)
            name = `${plain}-${number}`;
        taken.add(name);
        return name;
    });
}
/**
 * Lets `fill` put files into a folder that gets its name only when that went well, so that half a backup never looks like one.
 * @throws whatever `fill` throws; Failure('backup') when the runner cannot write
 */
async function intoFolder(folder, id, fill) {
    const target = (0,external_node_path_.join)(folder.path, id);
    const coming = (0,external_node_path_.join)(folder.path, `.incoming-${id}`);
    try {
        await (0,promises_namespaceObject.mkdir)(coming, { recursive: true, mode: 0o700 });
        await fill(coming);
        await (0,promises_namespaceObject.rename)(coming, target);
        return target;
    }
    catch (thrown) {
        await (0,promises_namespaceObject.rm)(coming, { recursive: true, force: true });
        throw isSystemError(thrown) ? unwritten(target, thrown) : thrown;
    }
}
function isSystemError(thrown) {
    return (typeof thrown === 'object' && thrown !== null && 'syscall' in thrown && 'code' in thrown && 'message' in thrown);
}
function unwritten(path, error) {
    return new lib/* Failure */.HR('backup', `The backup could not be written to ${path} on the runner: ${error.message}. It is on the server.`, { cause: error });
}

;// CONCATENATED MODULE: ./packages/figures/lib/bytes.js
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes for people, in powers of 1000: `512 B`, `1.4 kB`, `10 MB`. */
function formatBytes(bytes) {
    let amount = bytes;
    let unit = 0;
    // What would be rounded to 1000 of a unit is 1 of the next.
    while (unit < UNITS.length - 1 && rounded(amount, unit) >= 1000) {
        amount /= 1000;
        unit += 1;
    }
    return `${rounded(amount, unit)} ${UNITS[unit]}`;
}
function rounded(amount, unit) {
    return unit === 0 ? Math.round(amount) : Math.round(amount * 10) / 10;
}

;// CONCATENATED MODULE: ./packages/figures/lib/duration.js
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Milliseconds for people: `850 ms`, `1.4 s`, `2 min 3 s`, `1 h 5 min`. */
function formatDuration(ms) {
    // Each is rounded before it is compared, so that nothing reads `1000 ms` or `60 s`.
    if (Math.round(ms) < SECOND)
        return `${Math.round(ms)} ms`;
    const tenths = Math.round(ms / 100);
    if (tenths < 600)
        return `${tenths / 10} s`;
    const seconds = Math.round(ms / SECOND);
    if (seconds < HOUR / SECOND)
        return twoUnits([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
    const minutes = Math.round(ms / MINUTE);
    return twoUnits([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}
function twoUnits(large, small) {
    return small[0] === 0 ? large.join(' ') : `${large.join(' ')} ${small.join(' ')}`;
}

;// CONCATENATED MODULE: ./packages/figures/lib/index.js
/** Durations, sizes, shares and counts as people read them, the same in every log, report and message. */





;// CONCATENATED MODULE: ./packages/fleet/lib/backup/new-host.js
/** Whether a server never had a release that was live and well: what a first deployment finds, also after one that failed. */
function isNew({ currentKind, releases, foreign, armed }) {
    const isBlank = currentKind === 'none' && foreign.length === 0 && armed.length === 0;
    return isBlank && releases.every(({ state, confirmed }) => state !== 'healthy' && confirmed === 0);
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/progress-log.js

const EVERY_MS = 5_000;
const progress_log_PHASES = {
    list: 'listing',
    hash: 'hashing',
    archive: 'archiving',
    unpack: 'unpacking',
    compare: 'comparing',
    send: 'fetching',
};
/** Prints how far long work on a server is, now and then; what is over soon prints nothing. */
function createProgressLog(label, log, tick = () => performance.now()) {
    let toldAt = tick();
    return ({ phase, doneBytes, totalBytes }) => {
        if (tick() - toldAt < EVERY_MS)
            return;
        toldAt = tick();
        const of = totalBytes > 0 ? ` of ${formatBytes(totalBytes)}` : '';
        log.info(`${label}: ${progress_log_PHASES[phase]}: ${formatBytes(doneBytes)}${of}`);
    };
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/host-tasks.js






const NOTHING_DONE = { id: '', foundNothing: false, removed: [], downloaded: '', restored: '' };
/** Makes a backup, has it verified, and fetches it where that was asked for. */
async function createOn(request, host, task) {
    const { identity, inputs, context } = request;
    const { server, time } = host;
    const startedAt = performance.now();
    const { selection, before, after, verify, keep, keepForMs } = task;
    const creating = server.store.createBackup({
        ...host_tasks_common(request, host),
        time,
        host: isNew(server.report) ? 'new' : 'known',
        spec: {
            ...selection,
            before,
            after,
            verify,
            keep,
            keepForMs,
            commandTimeoutMs: inputs.commandTimeoutMs,
            info: { version: '', by: identity.actor, run: identity.runUrl },
        },
    });
    server.store.announceBackups('backups');
    const created = await creating;
    if (created.kind === 'nothing')
        return { ...NOTHING_DONE, foundNothing: true };
    const { backup, removed, notes } = created;
    host_tasks_tell(request, server, notes);
    if (verify === 'none')
        context.log.warning(`${server.label}: backup ${backup.id} was not verified (verify: none).`);
    context.log.info(`${server.label}: made backup ${backup.id} in ${formatDuration(performance.now() - startedAt)}, ${host_tasks_describe(backup)}`);
    if (removed.length > 0)
        context.log.info(`${server.label}: removed ${removed.join(', ')}`);
    return { ...NOTHING_DONE, id: backup.id, removed, downloaded: await fetchFrom(request, host, backup.id) };
}
async function verifyOn(request, host, task) {
    const { server } = host;
    const { backup, notes } = await server.store.verifyBackup({ ...host_tasks_common(request, host), id: task.id, how: task.how });
    host_tasks_tell(request, server, notes);
    request.context.log.info(`${server.label}: backup ${backup.id} is what it was, ${host_tasks_describe(backup)}`);
    return { ...NOTHING_DONE, id: backup.id, downloaded: await fetchFrom(request, host, backup.id) };
}
async function restoreOn(request, host, task) {
    const { server } = host;
    const { backup, path } = await server.store.restoreBackup({ ...host_tasks_common(request, host), id: task.id, to: task.to });
    request.context.log.info(`${server.label}: restored ${backup.id} into ${path}, ${host_tasks_describe(backup)}`);
    return { ...NOTHING_DONE, id: backup.id, restored: path };
}
function host_tasks_common({ place, context }, { server }) {
    const onProgress = createProgressLog(server.label, context.log);
    return { fence: server.report.fence, place, signal: context.signal, onProgress };
}
/** Things that do not fail a backup and that somebody is to know. */
function host_tasks_tell({ context }, { label }, notes) {
    for (const note of notes)
        context.log.notice(`${label}: ${note}`);
}
function host_tasks_describe({ files, size, archiveBytes }) {
    return `${files} files, ${formatBytes(size)}, archive ${formatBytes(archiveBytes)}`;
}
/** @returns the folder on the runner, empty when nothing was to be fetched */
async function fetchFrom({ place, context }, { server, download }, id) {
    if (download === undefined)
        return '';
    const startedAt = performance.now();
    const folder = await intoFolder(download, id, async (path) => {
        await server.store.downloadBackup({
            place,
            id,
            signal: context.signal,
            onProgress: createProgressLog(server.label, context.log),
            open: (file, name) => (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(path, host_tasks_nameOf(file, name)), { flags: 'wx', mode: 0o600 }),
        });
    });
    context.log.info(`${server.label}: fetched ${id} to ${folder} in ${formatDuration(performance.now() - startedAt)}`);
    return folder;
}
/** What the server says only chooses between names that are known here: it must not choose where the runner writes. */
function host_tasks_nameOf(file, told) {
    if (file !== 'archive')
        return file;
    return told.endsWith('.zst') ? 'archive.tar.zst' : 'archive.tar.gz';
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/max-age.js


/** A clock that was set while a backup was made may put it a little ahead; one that is further ahead says nothing about its age. */
const CLOCK_SLACK_MS = 5 * 60_000;
/** The newest backup that was verified and can be used: one that is damaged, or of another environment, is none for this one. */
function newestVerified(backups) {
    return newestFirst(backups).find(isUsable);
}
function newestFirst(backups) {
    return backups.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}
/** Verified, and nothing is known against it. */
function isUsable({ verified, problem }) {
    return problem === '' && (verified === 'restore' || verified === 'checksum');
}
/** Why the backups of a server are not enough; nothing when the newest verified one is young enough. */
function judgeAge({ backups, maxAgeMs, clock }) {
    const limit = formatDuration(maxAgeMs);
    const newest = newestVerified(backups);
    if (newest === undefined) {
        const others = backups.length === 0 ? 'There is no backup at all' : `None of ${backups.length} backups is verified`;
        return tooOld(`${others}, and max-age is ${limit}. Make one (operation: create).`);
    }
    const age = clock * 1000 - Date.parse(newest.at);
    if (Number.isNaN(age) || age < -CLOCK_SLACK_MS)
        return tooOld(`The newest verified backup, ${newest.id}, is of ${newest.at}, which is no time in the past.`);
    if (age <= maxAgeMs)
        return undefined;
    return tooOld(`The newest verified backup, ${newest.id}, is ${formatDuration(age)} old, and max-age is ${limit}. Make one (operation: create).`);
}
function tooOld(message) {
    return new lib/* Failure */.HR('backup-too-old', message);
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/run-backup.js








/** Does one thing with backups on all servers. @throws Failure for what fails before anything began. */
async function runBackup(request) {
    const { inputs, identity, context, onFolder } = request;
    const downloads = await downloadsOf(request);
    const { owner, who } = identity;
    const fleet = await openFleetOf(createStoreWithBackups, { inputs, context, onFolder, owner, who });
    try {
        return await onFleet(fleet, request, downloads);
    }
    finally {
        await fleet.close();
    }
}
/** The same over connections that are there. `downloads` are folders for the hosts, in their order; none: nothing is fetched. */
async function onFleet(fleet, request, downloads) {
    const opening = run_backup_open(fleet, request);
    const [first] = request.task.operation === 'list' ? ['backups'] : ['backup'];
    for (const { store } of fleet.servers)
        store.announceBackups(first);
    const servers = await opening;
    const time = idTime(servers);
    try {
        return await Promise.all(servers.map((server, index) => onHost(request, { server, time, download: downloads[index] })));
    }
    finally {
        await giveLeasesBack(servers, request);
    }
}
async function downloadsOf({ task, inputs }) {
    if (!('downloadTo' in task) || task.downloadTo === '')
        return [];
    return planDownloads(task.downloadTo, inputs.hosts.map(({ label }) => label));
}
/** To look at backups takes no lease: a deployment under way need not be waited for. */
async function run_backup_open(fleet, { inputs, task, context, onHold }) {
    const common = { base: 'none', context };
    if (task.operation === 'list')
        return openServers(fleet, { ...common, intent: 'look', lockTimeoutMs: 0, next: [] });
    onHold('held');
    const { lockTimeoutMs } = inputs;
    return openServers(fleet, { ...common, intent: 'deploy', lockTimeoutMs, next: ['close'] }).catch((failure) => {
        if ((0,lib/* asFailure */.h_)(failure).code === 'locked')
            onHold('released');
        throw failure;
    });
}
async function giveLeasesBack(servers, { task, context, onHold }) {
    if (task.operation === 'list')
        return;
    await giveBack(servers, context.log);
    onHold('released');
}
/** One time for all hosts, so that the backups of a run have one id: a rollback looks for the same one everywhere. */
function idTime(servers) {
    const clock = Math.max(0, ...servers.map(({ report }) => report.clock));
    return new Date(clock * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
}
/** Never throws: what became of one host must not hide what became of the others. */
async function onHost(request, host) {
    const startedAt = performance.now();
    const { label } = host.server;
    const done = await attempt(request, host);
    const after = await listOn(request, host, done.failure);
    const hasNothing = done.foundNothing || isUntouched(request, host, after);
    const failure = after.failure ?? run_backup_problemOf(request, { done, after, hasNothing });
    tellEnd(request, { label, failure, hasNothing });
    const id = request.task.operation === 'list' ? after.backups[0]?.id : done.id;
    return {
        label,
        isNew: failure === undefined && hasNothing,
        backup: after.backups.find((one) => one.id === id),
        backups: after.backups,
        removed: done.removed,
        downloaded: done.downloaded,
        restored: done.restored,
        code: failure?.code ?? '',
        detail: failure?.message ?? '',
        durationMs: Math.round(performance.now() - startedAt),
    };
}
function attempt(request, host) {
    return run_backup_perform(request, host).then((done) => ({ ...done, failure: undefined }), (thrown) => ({ ...NOTHING_DONE, failure: (0,lib/* asFailure */.h_)(thrown) }));
}
function run_backup_perform(request, host) {
    const { task } = request;
    switch (task.operation) {
        case 'list':
            return Promise.resolve(NOTHING_DONE);
        case 'create':
            return createOn(request, host, task);
        case 'verify':
            return verifyOn(request, host, task);
        case 'restore':
            return restoreOn(request, host, task);
    }
}
/** What there is now. That this cannot be told is no news when the task itself had failed before. */
function listOn(request, host, failed) {
    const { place, context } = request;
    return host.server.store.listBackups({ place, signal: context.signal }).then(({ backups, clock }) => ({ backups: newestFirst(backups), clock, failure: failed }), (thrown) => ({ backups: [], clock: 0, failure: failed ?? (0,lib/* asFailure */.h_)(thrown) }));
}
/** Who only looks cannot tell what lies on a host: one without backups has nothing to save as long as it never had a release. */
function isUntouched({ task }, { server }, { backups }) {
    return task.operation === 'list' && backups.length === 0 && isNew(server.report);
}
/** What there is is not enough, although all went well. */
function run_backup_problemOf(request, { done, after, hasNothing }) {
    const missing = done.foundNothing ? undefined : contradiction(request, done.id, after);
    if (missing !== undefined)
        return missing;
    return hasNothing && after.backups.length === 0 ? undefined : ageProblem(request, after);
}
function tellEnd({ context }, { label, failure, hasNothing }) {
    if (failure !== undefined)
        context.log.info(`${label}: ${failure.code}: ${failure.message}`);
    else if (hasNothing)
        context.log.notice(`${label}: no release yet, and nothing to back up.`);
}
/** What was just done has to be seen in the list, or it is not known to be there. */
function contradiction({ task }, id, { backups }) {
    if (task.operation === 'list')
        return undefined;
    const found = backups.find((one) => one.id === id);
    if (found === undefined)
        return new lib/* Failure */.HR('backup', `Backup ${id} is not on the server any more. Run it again.`);
    const isToBeVerified = task.operation === 'verify' || (task.operation === 'create' && task.verify !== 'none');
    if (!isToBeVerified || isUsable(found))
        return undefined;
    const why = found.problem || `it is marked '${found.verified}'`;
    return new lib/* Failure */.HR('backup-unverified', `Backup ${id} was verified, and is not listed as such: ${why}.`);
}
function ageProblem({ maxAgeMs }, { backups, clock }) {
    return maxAgeMs === undefined ? undefined : judgeAge({ backups, maxAgeMs, clock });
}

// EXTERNAL MODULE: ./packages/action-kit/lib/index.js + 35 modules
var action_kit_lib = __nccwpck_require__(622);
;// CONCATENATED MODULE: ./packages/fleet/lib/handed-out.js
/**
 * `toJSON(steps)` hands the outputs of all steps to a later one in a single environment variable, each quote of them escaped, and Linux starts
 * no program with a variable above 128 KiB (MAX_ARG_STRLEN, execve(2)): lists of several steps and all else have to fit.
 */
const MOST_BYTES = 20_000;
/** An output that is a list: as many of its first rows as fit into 20 kB, as JSON. Rows come in the order of their worth, newest first. */
function handedOut(rows) {
    const fitting = [];
    let bytes = '[]'.length;
    for (const row of rows) {
        const text = JSON.stringify(row);
        bytes += Buffer.byteLength(text) + ','.length;
        if (bytes > MOST_BYTES)
            break;
        fitting.push(text);
    }
    return `[${fitting.join(',')}]`;
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/backup-report.js





/** A summary lists this many backups of a host. */
const LISTED_BACKUPS = 50;
const NAMED_DATABASES = 20;
const LISTED_PATHS = 50;
const TITLES = {
    create: 'Backup',
    list: 'Backups',
    verify: 'Verification of a backup',
    restore: 'Restored backup',
};
const VERIFIED_TEXTS = {
    restore: 'by restoring it',
    checksum: 'by checksum',
    no: 'not verified',
    damaged: 'damaged',
};
/** The outcome of a task: one sentence, outputs of the first host that has anything, facts, and tables for the summary. */
function reportBackups(task, hosts) {
    const failed = hosts.find(({ code: hostCode }) => hostCode !== '');
    const first = hosts.find(({ isNew }) => !isNew) ?? hosts[0];
    // Whoever goes on with a backup must not take the one of another host for the one that failed.
    const shown = failed === undefined ? first?.backup : undefined;
    const summary = failed === undefined ? passedSentence(task, hosts) : failedSentence(hosts);
    return {
        verdict: failed === undefined ? 'pass' : 'fail',
        code: failed?.code ?? '',
        summary,
        outputs: {
            'backup-id': shown?.id ?? '',
            size: shown === undefined ? '' : String(shown.size),
            sha256: shown?.sha256 ?? '',
            backups: handedOut((first?.backups ?? []).map(backupRow)),
        },
        facts: { operation: task.operation, hosts: hosts.map(hostFacts) },
        report: [
            `### ${TITLES[task.operation]}`,
            ...summary.split('\n').map(action_kit_lib/* escapeMarkdown */.FV),
            ...tables(task.operation, hosts),
        ].join('\n\n'),
    };
}
/** Prints all backups of all hosts. */
function logBackups(hosts, log) {
    for (const { label, backups } of hosts) {
        log.info(`${label}: ${countText(backups.length)}`);
        for (const one of backups)
            log.info(`  ${one.id}  ${one.version}  ${one.at}  ${formatBytes(one.size)}  ${VERIFIED_TEXTS[one.verified]}  ${one.problem}`.trimEnd());
    }
}
function tables(operation, hosts) {
    if (operation === 'list')
        return hosts.flatMap(({ label, backups }) => [`#### ${(0,action_kit_lib/* code */.aY)(label)}`, ...backupTable(backups)]);
    const rows = hosts.map((host) => [
        host.label,
        host.code || (host.isNew ? 'nothing to back up' : 'done'),
        { code: host.backup?.id ?? '–' },
        host.backup?.version ?? '',
        host.backup === undefined ? '' : formatBytes(host.backup.size),
        host.backup === undefined ? '' : formatBytes(host.backup.archiveBytes),
        host.backup === undefined ? '' : VERIFIED_TEXTS[host.backup.verified],
        formatDuration(host.durationMs),
    ]);
    return [
        (0,action_kit_lib/* markdownTable */.Qj)(['Host', 'State', 'Backup', 'Version', 'Size', 'Archive', 'Verified', 'Time'], rows),
        ...remarks(hosts),
    ];
}
function backupTable(backups) {
    const rows = backups
        .slice(0, LISTED_BACKUPS)
        .map((one) => [
        { code: one.id },
        one.version,
        one.at,
        formatBytes(one.size),
        formatBytes(one.archiveBytes),
        one.problem === '' ? VERIFIED_TEXTS[one.verified] : `${VERIFIED_TEXTS[one.verified]}: ${one.problem}`,
    ]);
    const rest = backups.length - rows.length;
    return [
        rows.length === 0 ? 'None.' : (0,action_kit_lib/* markdownTable */.Qj)(['Backup', 'Version', 'Time', 'Size', 'Archive', 'Verified'], rows),
        ...(rest > 0 ? [`… and ${rest} more.`] : []),
    ];
}
/** What a table has no room for, as a list. */
function remarks(hosts) {
    const lines = hosts.flatMap((host) => remarksOn(host).map((remark) => `- ${(0,action_kit_lib/* code */.aY)(host.label)}: ${remark}`));
    return lines.length === 0 ? [] : [lines.join('\n')];
}
function remarksOn({ backup, removed, downloaded, restored }) {
    const { databases = [], omitted = [] } = backup ?? {};
    const rest = omitted.length - LISTED_PATHS;
    return [
        ...(restored === '' ? [] : [`restored into ${(0,action_kit_lib/* code */.aY)(restored)}`]),
        ...(downloaded === '' ? [] : [`fetched to ${(0,action_kit_lib/* code */.aY)(downloaded)}`]),
        ...databases
            .slice(0, LISTED_PATHS)
            .map(({ path, how }) => `database ${(0,action_kit_lib/* code */.aY)(displayPath(path))}, taken by ${(0,action_kit_lib/* escapeMarkdown */.FV)(how)}`),
        ...omitted
            .slice(0, LISTED_PATHS)
            .map(({ path, reason }) => `left out ${(0,action_kit_lib/* code */.aY)(displayPath(path))}: ${(0,action_kit_lib/* escapeMarkdown */.FV)(reason)}`),
        ...(rest > 0 ? [`left out ${rest} more`] : []),
        ...(removed.length === 0 ? [] : [`removed ${removed.map(action_kit_lib/* code */.aY).join(', ')}`]),
    ];
}
/** The form of the output `backups`. */
function backupRow(backup) {
    const { id, releaseId, version, at, size, sha256, verified } = backup;
    return { id, releaseId, version, at, size, sha256, verified };
}
function hostFacts(host) {
    const { label, isNew, backup, backups, removed, restored, code: failure, durationMs } = host;
    return {
        host: label,
        code: failure,
        new: isNew,
        backup: backup?.id ?? '',
        size: backup?.size ?? 0,
        archiveBytes: backup?.archiveBytes ?? 0,
        files: backup?.files ?? 0,
        verified: backup?.verified ?? '',
        omitted: backup?.omitted.length ?? 0,
        databases: (backup?.databases ?? [])
            .slice(0, NAMED_DATABASES)
            .map(({ path, how }) => ({ path: displayPath(path), how })),
        backups: backups.length,
        newestVerified: newestVerified(backups)?.id ?? '',
        removed,
        restored,
        durationMs,
    };
}
function passedSentence({ operation }, hosts) {
    const parts = hosts.map((host) => `${host.label}: ${passedText(operation, host)}`);
    return `${parts.join('; ')}.`;
}
function passedText(operation, { isNew, backup, backups, restored, durationMs }) {
    if (isNew)
        return 'no release yet, and nothing to back up';
    const id = backup?.id ?? '';
    const verified = backup === undefined ? '' : VERIFIED_TEXTS[backup.verified];
    switch (operation) {
        case 'create':
            return `${id} made in ${formatDuration(durationMs)}, ${backup?.verified === 'no' ? 'not verified' : `verified ${verified}`}`;
        case 'verify':
            return `${id} verified ${verified}`;
        case 'restore':
            return `${id} restored into ${restored}`;
        case 'list':
            return countText(backups.length);
    }
}
function failedSentence(hosts) {
    const failed = hosts.filter(({ code: failure }) => failure !== '');
    const text = failed.map(({ label, detail }) => (hosts.length > 1 ? `${label}: ${detail}` : detail)).join('\n');
    const passed = hosts.filter(({ code: failure, isNew }) => failure === '' && !isNew).length;
    return passed === 0 ? text : `${text}\nThe other ${passed === 1 ? 'host has' : `${passed} hosts have`} done it.`;
}
function countText(count) {
    return count === 1 ? '1 backup' : `${count} backups`;
}

;// CONCATENATED MODULE: ./packages/fleet/lib/server-inputs.js


/** Reads them in the order of `action.yml`. */
function readServerInputs(read) {
    return readAll(read, {
        hosts: read.lines('hosts', { atLeast: 1 }),
        secret: (name) => read.secret(name),
        parsed: (name, parse) => read.parsed(name, parse),
    });
}
/** Reads them for an action that can do without servers; with `hosts` the others are needed as ever. */
function readOptionalServerInputs(read) {
    const hosts = read.lines('hosts');
    const wanted = (name, value) => {
        if (value === undefined && hosts.length > 0)
            read.problem(name, "is missing: 'hosts' are given");
        return value ?? '';
    };
    const inputs = readAll(read, {
        hosts,
        secret: (name) => wanted(name, read.optionalSecret(name)),
        parsed: (name, parse) => wanted(name, read.optionalParsed(name, parse)),
    });
    return { servers: hosts.length > 0 ? inputs : undefined, environment: inputs.environment };
}
function readAll(read, needed) {
    const { hosts } = needed;
    const user = read.text('user', { default: 'root' });
    const port = read.integer('port', { min: 1, max: 65_535, default: '22' });
    const privateKey = needed.secret('private-key');
    const passphrase = read.optionalSecret('passphrase') ?? '';
    const certificate = read.optionalParsed('certificate', (text) => server_inputs_checked(text, parseCertificate)) ?? '';
    const knownHosts = needed.parsed('known-hosts', (text) => server_inputs_checked(text, parseKnownHosts));
    const proxyJump = read.lines('proxy-jump');
    return {
        hosts: server_inputs_attempt(read, 'hosts', hostsOf(read, hosts, { user, port })) ?? [],
        privateKey: server_inputs_readKey(read, privateKey, passphrase),
        passphrase,
        certificate,
        knownHosts,
        proxyJump: server_inputs_attempt(read, 'proxy-jump', hostsOf(read, proxyJump, { user, port: 22 })) ?? [],
        connectTimeoutMs: read.duration('connect-timeout', { min: 1_000, max: 600_000, default: '30s' }),
        commandTimeoutMs: read.duration('command-timeout', { min: 1_000, max: 6 * 3_600_000, default: '10m' }),
        deployPath: needed.parsed('deploy-path', parseDeployPath),
        environment: read.optionalParsed('environment', parseEnvironment) ?? '',
        lockTimeoutMs: read.duration('lock-timeout', { min: 0, max: 6 * 3_600_000, default: '10m' }),
    };
}
/**
 * A path that may be created, filled and cleaned: absolute, below the root, plain characters only, because it ends up in systemd units.
 * @throws Failure('input')
 */
function parseDeployPath(text) {
    const path = text.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const fail = (why) => new lib/* Failure */.HR('input', `'${text}' ${why}. Give an absolute path such as /srv/app`);
    if (!path.startsWith('/'))
        throw fail('is not absolute');
    if (path === '/')
        throw fail('is the root of the file system');
    if (path.split('/').some((part) => part === '.' || part === '..'))
        throw fail("contains '.' or '..'");
    if (!/^[A-Za-z0-9/._+@,=~-]+$/.test(path))
        throw fail('contains spaces or special characters');
    return path;
}
function parseEnvironment(text) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text))
        return text;
    throw new lib/* Failure */.HR('input', `'${text}' is not a name of letters, digits, '.', '_' and '-'`);
}
function server_inputs_checked(text, parse) {
    parse(text);
    return text;
}
/** Nothing to parse where nothing was given, or where what every line may lack is not known. */
function hostsOf(read, lines, defaults) {
    const isReady = lines.length > 0 && read.sound('user', 'port');
    return () => (isReady ? parseHosts(lines, defaults) : []);
}
function server_inputs_readKey(read, key, passphrase) {
    if (key !== '' && read.sound('private-key'))
        server_inputs_attempt(read, 'private-key', () => parsePrivateKey(key, passphrase));
    return key;
}
function server_inputs_attempt(read, input, parse) {
    try {
        return parse();
    }
    catch (thrown) {
        if (!(thrown instanceof lib/* Failure */.HR) || thrown.code !== 'input')
            throw thrown;
        read.problem(input, thrown.message);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/backup-place.js


/** Form of a backup id: UTC time, then the release that was live, or `none`; and a number where two would be the same. */
const BACKUP_ID = /^\d{8}T\d{6}Z-(?:none|\d{8}T\d{6}Z-[0-9a-z]{1,40})(?:-\d+){0,2}$/;
/** Folders below deploy-path that are served, or are Plimsoll's own: neither a place for backups nor for what is restored. */
const LIVE = new Set(['current', 'releases', 'shared', '.plimsoll']);
/** @throws Failure('input') for what is no id of a backup */
function parseBackupId(text) {
    if (BACKUP_ID.test(text))
        return text;
    throw new lib/* Failure */.HR('input', `'${text.slice(0, 80)}' is not the id of a backup, such as '20260201T030000Z-20260131T120000Z-1a2b3c4'`);
}
/**
 * A folder on the server, absolute or below deploy-path, of the same plain characters as deploy-path; without a slash at its end.
 * @throws Failure('input')
 */
function parseServerFolder(text) {
    if (text.startsWith('/'))
        return parseDeployPath(text);
    const path = text.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const refusal = (why) => new lib/* Failure */.HR('input', `'${text}' ${why}. Give an absolute path, or one below deploy-path`);
    const parts = path.split('/');
    if (parts.some((part) => part === '.' || part === '..'))
        throw refusal("contains '.' or '..'");
    if (!/^[A-Za-z0-9/._+@,=~-]+$/.test(path))
        throw refusal('contains spaces or special characters');
    return path;
}
/** A folder of `parseServerFolder` as an absolute path. */
function absoluteFolder(deployPath, folder) {
    return folder.startsWith('/') ? folder : `${deployPath}/${folder}`;
}
/** Where the backups of an environment lie. `folder` as of `parseServerFolder`; empty: `backups` below deploy-path. */
function backupPlace({ deployPath, environment }, folder) {
    return { folder: `${absoluteFolder(deployPath, folder || 'backups')}/${environment || 'default'}`, environment };
}
/** Why nothing of ours may be put into this folder (absolute); nothing when it may. */
function refusePlace(deployPath, folder) {
    if (`${deployPath}/`.startsWith(`${folder}/`))
        return `'${folder}' is deploy-path itself, or holds it`;
    if (!folder.startsWith(`${deployPath}/`))
        return undefined;
    const [top = ''] = folder.slice(deployPath.length + 1).split('/');
    return LIVE.has(top) ? `'${folder}' lies in '${top}', which is live` : undefined;
}

;// CONCATENATED MODULE: ./packages/fleet/lib/backup/backup-paths.js



/**
 * Reads one line of the input `paths`: `pattern`, `!pattern` (left out) or `optional:pattern`, below deploy-path.
 * @throws Failure('input') with the line in its message
 */
function parsePathLine(line) {
    try {
        return parseBackupPath((0,action_kit_lib/* checkWildcards */.ou)(line));
    }
    catch (thrown) {
        if (!(thrown instanceof BadBackupPath))
            throw thrown;
        throw new lib/* Failure */.HR('input', `'${line.slice(0, 120)}' ${thrown.message}`, { cause: thrown });
    }
}
/** What all lines ask for together. */
function joinSelections(selections) {
    return {
        paths: selections.flatMap(({ paths }) => paths),
        excluded: selections.flatMap(({ excluded }) => excluded),
    };
}

;// CONCATENATED MODULE: ./actions/backup/lib/inputs.js

const OPERATIONS = ['create', 'list', 'verify', 'restore'];
const TEN_YEARS = 10 * 365 * 24 * 3_600_000;
/** A backup takes longer than this to be made and looked at. */
const SHORTEST_AGE = 60_000;
/** Reads and checks every input, in the order of `action.yml`. */
function readInputs(read) {
    const server = readServerInputs(read);
    const given = readGiven(read);
    if (read.sound('operation'))
        checkOperation(read, given);
    checkRules(read, given);
    checkPlaces(read, given, server);
    return {
        server,
        place: backupPlace(server, given.destination),
        task: taskOf(given, server),
        maxAgeMs: given.maxAgeMs,
    };
}
function readGiven(read) {
    const age = { min: SHORTEST_AGE, max: TEN_YEARS };
    return {
        operation: read.choice('operation', OPERATIONS, { default: 'create' }),
        selection: joinSelections(read.parsedLines('paths', parsePathLine, { default: 'current\nshared', atLeast: 1 })),
        before: read.optionalText('before') ?? '',
        after: read.optionalText('after') ?? '',
        destination: read.optionalParsed('destination', parseServerFolder) ?? '',
        keep: read.integer('keep', { min: 0, max: 10_000, default: '10' }),
        keepForMs: read.optionalDuration('keep-for', age),
        verify: read.choice('verify', ['restore', 'checksum', 'none'], { default: 'restore' }),
        maxAgeMs: read.optionalDuration('max-age', age),
        id: read.optionalParsed('backup-id', parseBackupId) ?? '',
        downloadTo: read.optionalText('download-to') ?? '',
        restoreTo: read.optionalParsed('restore-to', parseServerFolder) ?? '',
    };
}
/** Inputs without a default, and the operations that look at them: given to another one, somebody is mistaken. */
const MEANT_FOR = [
    ['before', ({ before }) => before !== '', ['create']],
    ['after', ({ after }) => after !== '', ['create']],
    ['keep-for', ({ keepForMs }) => keepForMs !== undefined, ['create']],
    ['max-age', ({ maxAgeMs }) => maxAgeMs !== undefined, ['create', 'list', 'verify']],
    ['backup-id', ({ id }) => id !== '', ['verify', 'restore']],
    ['download-to', ({ downloadTo }) => downloadTo !== '', ['create', 'verify']],
    ['restore-to', ({ restoreTo }) => restoreTo !== '', ['restore']],
];
function checkOperation(read, given) {
    const { operation } = given;
    for (const [input, isGiven, operations] of MEANT_FOR) {
        if (isGiven(given) && !operations.includes(operation))
            read.problem(input, `means nothing with operation '${operation}', only with ${operations.join(', ')}`);
    }
    if (operation === 'restore' && given.id === '')
        read.problem('backup-id', "is missing: operation 'restore' needs the id of a backup, which operation 'list' shows");
    if (operation === 'verify' && given.verify === 'none')
        read.problem('verify', "of 'none' would verify nothing with operation 'verify'");
}
function checkRules(read, { selection, keep, keepForMs, verify, maxAgeMs, operation }) {
    if (read.sound('paths') && selection.paths.length === 0)
        read.problem('paths', "only leaves out ('!'), and names nothing to back up");
    if (read.sound('keep') && keep === 0 && keepForMs !== undefined)
        read.problem('keep-for', 'has no effect: keep is 0, which keeps all. Give the number to keep at least');
    if (operation === 'create' && verify === 'none' && maxAgeMs !== undefined)
        read.problem('max-age', "asks for a verified backup, and verify is 'none'");
}
function checkPlaces(read, given, server) {
    if (!read.sound('deploy-path', 'environment', 'destination', 'restore-to'))
        return;
    const places = {
        destination: backupPlace(server, given.destination).folder,
        'restore-to': restoreFolder(given, server),
    };
    for (const [input, folder] of Object.entries(places)) {
        const refusal = folder === '' ? undefined : refusePlace(server.deployPath, folder);
        if (refusal !== undefined)
            read.problem(input, `${refusal}. Give another folder`);
    }
}
/** Empty for the one that the server chooses. */
function restoreFolder({ restoreTo }, { deployPath }) {
    return restoreTo === '' ? '' : absoluteFolder(deployPath, restoreTo);
}
function taskOf(given, server) {
    const { operation, selection, before, after, keep, keepForMs = 0, verify, id, downloadTo } = given;
    switch (operation) {
        case 'create':
            return { operation, selection, before, after, keep, keepForMs, verify, downloadTo };
        case 'list':
            return { operation };
        case 'verify':
            return { operation, id, how: verify === 'none' ? 'restore' : verify, downloadTo };
        case 'restore':
            return { operation, id, to: restoreFolder(given, server) };
    }
}

;// CONCATENATED MODULE: ./actions/backup/lib/main.js


/** Makes, lists, verifies and restores backups on servers. */
const main_backup = {
    name: 'backup',
    outputs: ['backup-id', 'size', 'sha256', 'backups'],
    inputs: readInputs,
    main: run,
    post: (inputs, context) => releaseHold(inputs.server, context),
};
async function run({ server, place, task, maxAgeMs }, context) {
    const identity = identifyRun('backup', context.env);
    const hold = rememberHold(context, identity.owner);
    const hosts = await runBackup({ inputs: server, place, task, maxAgeMs, identity, context, ...hold });
    if (task.operation === 'list')
        logBackups(hosts, context.log);
    return reportBackups(task, hosts);
}


/***/ }),

/***/ 529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ getExecOutput)
});

// UNUSED EXPORTS: exec

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(928);
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(613);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ou: () => (/* reexport */ checkWildcards),
  aY: () => (/* reexport */ code),
  FV: () => (/* reexport */ escapeMarkdown),
  Qj: () => (/* reexport */ markdownTable),
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: PERCENTAGE, choiceForm, codeBlock, describeInputs, durationForm, integerForm, readInputs, sizeForm

// EXTERNAL MODULE: ./packages/outcome/lib/index.js + 2 modules
var lib = __nccwpck_require__(558);
;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/problems.js

const LONGEST_SHOWN = 80;
/** Everything that is wrong with the inputs, in the order in which they are read; at most one entry per input. */
class problems_Problems {
    #messages = new Map();
    #read = [];
    /** This input is read now. A problem with it may be found only later, when others are known too. */
    reading(name) {
        this.#read.push(name);
    }
    add(name, message) {
        if (!this.#messages.has(name)) {
            this.#messages.set(name, message);
        }
    }
    includes(name) {
        return this.#messages.has(name);
    }
    /** Drops the problems of these inputs. */
    forget(names) {
        for (const name of names) {
            this.#messages.delete(name);
        }
    }
    get found() {
        return this.#messages.size > 0;
    }
    /** One failure for all of them. It is one line, because it becomes the annotation people see first. */
    asFailure() {
        const inOrder = [...this.#messages].sort(([a], [b]) => this.#read.indexOf(a) - this.#read.indexOf(b));
        const entries = inOrder.map(([name, message]) => `${name}: ${message}`);
        const heading = entries.length === 1 ? 'An input is wrong' : `${entries.length} inputs are wrong`;
        return new lib/* Failure */.HR('input', `${heading}. ${entries.join('; ')}`);
    }
}
/** A value as errors show it: quoted, on one line, not too long. */
function shown(value) {
    const short = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
    return JSON.stringify(short);
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/field.js


/** The value of one input, or `undefined` when it is not set or has a problem. */
function readField(parts, field) {
    const { name, secret = false } = field;
    const isRequired = field.wanted === 'required' && field.default === undefined;
    parts.declare?.({ name, required: isRequired, default: field.default, secret });
    parts.problems.reading(name);
    const given = givenText(parts.env, name);
    if (secret && given !== '') {
        parts.mask(given);
    }
    const text = given === '' ? (field.default ?? '') : given;
    if (text === '') {
        return absent(parts.problems, field);
    }
    return parseOrReport(parts.problems, field, text);
}
function absent(problems, field) {
    // A default of nothing is a default: an empty text, an empty list.
    if (field.wanted === 'required' && field.default === '') {
        return parseOrReport(problems, field, '');
    }
    if (field.wanted === 'required') {
        problems.add(field.name, `required, but not set (add it under "with:"; where it stands there, what it is filled from is empty)`);
    }
    return undefined;
}
function parseOrReport(problems, field, text) {
    try {
        return field.parse(text);
    }
    catch (thrown) {
        if (isInputFailure(thrown)) {
            problems.add(field.name, thrown.message);
            return undefined;
        }
        throw thrown;
    }
}
/** The runner puts inputs into the environment in capitals, spaces as `_`; hyphens stay as they are. */
function givenText(env, name) {
    const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
    // Text typed into a browser arrives with CRLF, and neither shells nor keys bear it.
    return value.replaceAll('\r\n', '\n').trim();
}
/** Parses by a form, with an error that shows the value and what is allowed. */
function ofForm(text, form) {
    const value = form.parse(text);
    if (value === undefined) {
        throw new lib/* Failure */.HR('input', `${shown(text)} is not ${form.expected}`);
    }
    return value;
}
/** Whether this was thrown by a parser that found its text wrong, as against a fault of the parser. */
function isInputFailure(thrown) {
    return thrown instanceof lib/* Failure */.HR && thrown.code === 'input';
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/values.js
const DURATION_UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const SIZE_UNITS = {
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
};
const BOOLEANS = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
/** A Node timer beyond 2³¹-1 ms fires at once instead of late; 576 h is the last round figure below. */
const LONGEST_TIMER = 576 * 3_600_000;
const BOOLEAN = {
    expected: 'true or false',
    parse: (text) => (Object.hasOwn(BOOLEANS, text) ? BOOLEANS[text] : undefined),
};
const PERCENTAGE = {
    expected: 'a percentage from 0 to 100, such as 92 or 92%',
    parse: (text) => /^\d{1,3}(?:\.\d+)? ?%?$/.test(text) ? inRange(Number(text.replace('%', '')), { min: 0, max: 100 }) : undefined,
};
/** A whole number in decimal digits, both bounds inclusive. */
function integerForm(range) {
    return {
        expected: `a whole number from ${range.min} to ${range.max}`,
        parse: (text) => (/^-?\d+$/.test(text) ? inRange(Number(text), range) : undefined),
    };
}
/** Milliseconds. */
function durationForm(range = {}) {
    const { min = 0, max = LONGEST_TIMER } = range;
    return {
        expected: `a duration from ${boundText(min)} to ${boundText(max)}, such as 500ms, 30s, 10m or 2h`,
        parse: (text) => scaled(text, { pattern: /^(\d+) ?(ms|s|m|h)$/, units: DURATION_UNITS, min, max }),
    };
}
/** Bytes, from `10MB` (powers of 1000), `10MiB` (powers of 1024) or `10B`. */
function sizeForm(range = {}) {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = range;
    const limits = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}B` : `from ${min}B to ${max}B`;
    return {
        expected: `a size ${limits}, such as 500kB, 10MB or 2GiB`,
        parse: (text) => scaled(text, { pattern: /^(\d+) ?(B|[kKMGT]i?B)$/, units: SIZE_UNITS, min, max }),
    };
}
/** One word of a closed table. */
function choiceForm(values) {
    return {
        expected: `one of: ${values.join(', ')}`,
        parse: (text) => values.find((value) => value === text),
    };
}
/** Entries of a list without comments and empty lines. */
function listEntries(text) {
    return text
        .split(/\r\n|[\r\n]/)
        .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
        .filter((line) => line !== '');
}
function scaled(text, scale) {
    const [, digits = '', unit = ''] = scale.pattern.exec(text) ?? [];
    const factor = scale.units[unit.toLowerCase()];
    return factor === undefined ? undefined : inRange(Number(digits) * factor, scale);
}
function inRange(value, range) {
    return Number.isFinite(value) && value >= range.min && value <= range.max ? value : undefined;
}
/** A bound as a user would write it. */
function boundText(ms) {
    const units = Object.entries(DURATION_UNITS).toReversed();
    const [unit, factor] = units.find(([, size]) => ms > 0 && ms % size === 0) ?? ['ms', 1];
    return `${ms / factor}${unit}`;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/lists.js



/** How the absence of a list is taken: it is empty, unless the list needs entries. */
function listField(options) {
    const mayBeEmpty = (options.atLeast ?? 0) === 0;
    return { wanted: mayBeEmpty ? 'optional' : 'required', default: options.default };
}
/** Each entry of a list through `parse`; what is wrong with several of them is one failure. */
function parseEntries(text, parse, atLeast) {
    const entries = listEntries(text);
    if (entries.length < atLeast) {
        throw new lib/* Failure */.HR('input', `holds ${entries.length} entries, but needs at least ${atLeast} (one per line)`);
    }
    const parsed = entries.map((entry) => parseEntry(entry, parse));
    const wrong = parsed.flatMap((result) => ('wrong' in result ? [result.wrong] : []));
    if (wrong.length > 0) {
        throw new lib/* Failure */.HR('input', wrong.join(', '));
    }
    return parsed.flatMap((result) => ('value' in result ? [result.value] : []));
}
function parseEntry(entry, parse) {
    try {
        return { value: parse(entry) };
    }
    catch (thrown) {
        if (isInputFailure(thrown)) {
            return { wrong: thrown.message };
        }
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/create-reader.js



/** What `action.yml` has as default; the runner puts the token in its place. */
const JOB_TOKEN = '${{ github.token }}';
/** A reader over an environment as the runner sets it up. */
function create_reader_createReader(parts) {
    const { problems } = parts;
    const read = (field) => readField(parts, field);
    const required = (name, form, fallback) => read({ name, wanted: 'required', default: fallback, parse: (text) => ofForm(text, form) });
    const optional = (name, form) => read({ name, wanted: 'optional', default: undefined, parse: (text) => ofForm(text, form) });
    const list = (name, parse, options = {}) => read({ name, ...listField(options), parse: (text) => parseEntries(text, parse, options.atLeast ?? 0) }) ?? [];
    return {
        text: (name, options) => read({ name, wanted: 'required', default: options?.default, parse: same }) ?? '',
        optionalText: (name) => read({ name, wanted: 'optional', default: undefined, parse: same }),
        secret: (name) => read({ name, wanted: 'required', default: undefined, secret: true, parse: same }) ?? '',
        optionalSecret: (name) => read({ name, wanted: 'optional', default: undefined, secret: true, parse: same }),
        jobToken: (name) => read({ name, wanted: 'required', default: JOB_TOKEN, secret: true, parse: withoutPlaceholder }) ?? '',
        secretLines: (name, secretParts = () => []) => read({
            name,
            wanted: 'optional',
            default: undefined,
            secret: true,
            parse: maskedLines(parts.mask, secretParts),
        }) ?? [],
        lines: (name, options) => list(name, same, options),
        parsedLines: list,
        boolean: (name, options) => required(name, BOOLEAN, options?.default) ?? false,
        integer: (name, options) => required(name, integerForm(options), options.default) ?? options.min,
        optionalInteger: (name, options) => optional(name, integerForm(options)),
        duration: (name, options) => required(name, durationForm(options), options?.default) ?? options?.min ?? 0,
        optionalDuration: (name, options) => optional(name, durationForm(options)),
        optionalPercentage: (name) => optional(name, PERCENTAGE),
        choice: (name, values, options) => required(name, choiceForm(values), options?.default) ?? values[0],
        optionalChoice: (name, values) => optional(name, choiceForm(values)),
        parsed: (name, parse, options) => orPlaceholder(read({ name, wanted: 'required', default: options?.default, parse: boxed(parse) })),
        optionalParsed: (name, parse) => read({ name, wanted: 'optional', default: undefined, parse }),
        problem: (name, message) => problems.add(name, message),
        sound: (...names) => !names.some((name) => problems.includes(name)),
    };
}
/** The lines of a text, each masked with its parts before anybody sees it. */
function maskedLines(mask, partsOf) {
    return (text) => {
        const lines = listEntries(text);
        for (const secret of new Set(lines.flatMap((line) => [line, ...partsOf(line)]))) {
            mask(secret);
        }
        return lines;
    };
}
function withoutPlaceholder(text) {
    return text === JOB_TOKEN ? '' : text;
}
function same(text) {
    return text;
}
/** Keeps a parsed value apart from "nothing was parsed", whatever the value is. */
function boxed(parse) {
    return (text) => ({ value: parse(text) });
}
/** Without a box there is a problem, and then `readInputs` throws: the placeholder never leaves this package. */
function orPlaceholder(box) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody can make a T from nothing; see above
    return box === undefined ? undefined : box.value;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/read-inputs.js


/**
 * Reads all inputs of an action.
 *
 * @throws Failure `input`, one for all problems, in the order of reading
 */
function readInputs(define, source) {
    const problems = new problems_Problems();
    const inputs = attempt(() => define(create_reader_createReader({ ...source, problems })), problems);
    if (problems.found || inputs === undefined) {
        throw problems.asFailure();
    }
    return inputs.value;
}
/**
 * Which inputs an action declares, in the order of reading, by reading them with nothing set.
 *
 * @throws Failure `input` when a default is not a value the input itself would accept
 * @throws Error when `define` looks into values of inputs that have a problem
 */
function describeInputs(define) {
    const declared = [];
    const unset = new Set();
    const problems = new Problems();
    const declare = (input) => {
        declared.push(input);
        if (input.required) {
            unset.add(input.name);
        }
    };
    // Rules between inputs say nothing about defaults, so they are not heard here.
    const read = { ...createReader({ env: {}, mask: () => { }, problems, declare }), problem: () => { } };
    if (attempt(() => define(read), problems) === undefined) {
        throw new Error('Reading the inputs stopped at a placeholder: look into values only after read.sound(...)');
    }
    problems.forget(unset);
    if (problems.found) {
        throw problems.asFailure();
    }
    return declared;
}
/** What was thrown after a problem is taken for its consequence: code that met a placeholder instead of a value. */
function attempt(read, problems) {
    try {
        return { value: read() };
    }
    catch (thrown) {
        if (problems.found) {
            return undefined;
        }
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/wildcards.js

/** Patterns that people write have a handful. */
const MOST_WILDCARDS = 16;
/**
 * The pattern itself. Whoever matches globs tries every way to share a name out between their stars: with many of them one long name takes
 * longer than any job lasts, without a word in its log.
 *
 * @throws Failure('input') for a pattern with more stars than that; `**` counts once
 */
function checkWildcards(pattern) {
    const count = pattern.match(/\*+/gu)?.length ?? 0;
    if (count <= MOST_WILDCARDS)
        return pattern;
    throw new lib/* Failure */.HR('input', `'${pattern.slice(0, 80)}' has ${count} wildcards (*), and searching takes too long with more than ${MOST_WILDCARDS}: write several patterns, one per line`);
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/neutral.js
/**
 * Makes text safe to print where the runner reads commands.
 *
 * What the runner does (actions/runner, `ProcessInvoker`, `OutputManager`, `ActionCommand`): it splits both output
 * streams at LF, CRLF and lone CR; a line is a command when it begins with `::`, white space aside, or contains `##[`
 * anywhere. It compares by culture, not by code unit, so characters that collate as nothing (controls, zero-width,
 * soft hyphens) may stand between or before those marks. Hence: split at everything that may end a line, drop what is
 * invisible, and break both marks with a space.
 */
const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const COLOUR = `${ESCAPE}\\[[0-9;:]*m`;
const CONTROL_SEQUENCE = `${ESCAPE}\\[[0-?]*[ -/]*[@-~]`;
const CONTROL_STRING = `${ESCAPE}[\\]PX^_][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)`;
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]';
const UNPRINTABLE = new RegExp(`(${COLOUR})|${CONTROL_SEQUENCE}|${CONTROL_STRING}|${INVISIBLE}`, 'gu');
const RESET = `${ESCAPE}[0m`;
/** `##[`, also with characters in between that some collation might ignore. */
const BRACKET_MARK = /#([^ -~]*)#(?=[^ -~]*\[)/gu;
const LEADING_COLONS = /^([^!-~]*):(?=[^ -~]*:)/u;
/** The lines of a text, each safe to print. Never empty: no text is one empty line. */
function neutral_neutralLines(text) {
    return text.split(LINE_END).map(neutralLine);
}
/** The text as one safe line, for titles and other places that hold only one. */
function neutralText(text) {
    return neutral_neutralLines(text)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ');
}
function neutralLine(line) {
    const visible = line.replace(UNPRINTABLE, (match, colour) => colour ?? (match === '\t' ? match : ''));
    const broken = visible.replace(BRACKET_MARK, '#$1# ').replace(LEADING_COLONS, '$1: ');
    // A colour that is never switched off would run into the lines of everyone else.
    return broken.includes(ESCAPE) ? broken + RESET : broken;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/markdown.js

/**
 * What can begin Markdown, HTML, a formula, a link, a mention, an emoji or a cell. Marks that mean nothing inside a word
 * stay as they are there, so that `deploy@host:22` and `my_file` are still found by whoever reads the raw report.
 */
const SPECIAL = new RegExp([
    '[\\\\`*[\\]<>#|~&$]',
    '(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])',
    '(?<![A-Za-z0-9])@',
    ':(?=//|[\\w+-]+:)',
    '\\bwww(?=\\.)',
    '^(?:[-+=]|\\d+(?=[.)]))',
].join('|'), 'gi');
/** A table for a job summary. Cells cannot break out of it; rows that are too short are filled with empty cells. */
function markdownTable(headers, rows) {
    const lines = [headers, headers.map(() => ({ markdown: '---' })), ...rows];
    return lines.map((line) => tableRow(headers.map((_, column) => line[column] ?? ''))).join('\n');
}
/**
 * Foreign text as one line of Markdown that shows exactly that text, for the job summary. A mention or reference in one notifies nobody, so it
 * is not broken up, and the text can be copied out as it is.
 */
function escapeMarkdown(text) {
    // Entities are decoded after the structure is parsed, so an escaped character cannot take part in any.
    return withoutColours(neutralText(text)).replace(SPECIAL, asEntities);
}
/** Foreign text as code in the middle of a line, safe in tables too, where a backtick fence is not. */
function code(text) {
    return `<code>${escapeMarkdown(text)}</code>`;
}
/** Foreign text of several lines as a block of code. */
function codeBlock(text) {
    const lines = neutralLines(text.replace(/\s+$/, '')).map(withoutColours);
    const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [fence, ...lines, fence].join('\n');
}
function tableRow(cells) {
    return `| ${cells.map(cellText).join(' | ')} |`;
}
function cellText(cell) {
    if (typeof cell === 'string') {
        return cell.split(/\r?\n/).map(escapeMarkdown).join('<br>');
    }
    return 'code' in cell ? code(cell.code) : cell.markdown.replaceAll('|', '\\|').replace(/\s*[\r\n]+\s*/g, ' ');
}
function asEntities(special) {
    return Array.from(special, (character) => `&#${character.codePointAt(0)};`).join('');
}
function withoutColours(text) {
    return text.replace(/\p{Cc}\[[0-9;:]*m/gu, '');
}

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./packages/action-kit/lib/explain.js

/**
 * Logs what is behind a failure and does not belong into its annotation: for an expected one what caused it, for a
 * fault of ours the stacks, which a bug report needs.
 */
function explain(log, thrown) {
    const expected = thrown instanceof lib/* Failure */.HR && thrown.code !== 'internal';
    let told = messageOf(thrown);
    for (const error of chain(thrown)) {
        if (!expected) {
            log.info(stackOf(error));
            continue;
        }
        const text = messageOf(error);
        // Most messages end with what their cause says: a second line of it would only hide the others.
        if (!told.includes(text)) {
            log.info(`Caused by: ${text}`);
            told = `${told}\n${text}`;
        }
        log.debug(stackOf(error));
    }
}
/** An error and its causes; a chain that runs in a circle ends where it began. */
function chain(thrown) {
    const links = new Set();
    let link = thrown;
    while (link !== undefined && !links.has(link)) {
        links.add(link);
        link = link instanceof Error ? link.cause : undefined;
    }
    return [...links];
}
function stackOf(thrown) {
    return thrown instanceof Error ? (thrown.stack ?? messageOf(thrown)) : messageOf(thrown);
}
/** The text of anything that can be thrown. */
function messageOf(thrown) {
    try {
        return thrown instanceof Error ? thrown.message : String(thrown);
    }
    catch {
        return 'something that has no text';
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/masks.js
/**
 * Lines shorter than this are not masked one by one. The runner replaces every occurrence of a mask in the log, and
 * drops every job output that contains one: masking a line such as `}` or `-` would do that to almost everything,
 * while three characters of a longer secret give nothing away.
 */
const SHORTEST_LINE = 4;
/**
 * What to mask so that a secret appears nowhere in the log, which the runner masks line by line. The whole of a
 * secret of several lines is left out when one of them is short: given the whole, the runner would mask that line too.
 */
function masksOf(secret) {
    const lines = secret
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    if (lines.length < 2) {
        return lines;
    }
    const masked = lines.filter((line) => line.length >= SHORTEST_LINE);
    return masked.length === lines.length ? [...new Set([secret, ...masked])] : [...new Set(masked)];
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/log.js


/** The runner cuts annotations at 4096 characters without saying so; stay below and say it. */
const LONGEST_ANNOTATION = 4000;
const CUT_MARK = ' … (cut, see the log)';
/** A log that writes to this runner. */
function createLog(runner) {
    const print = (lines) => {
        for (const line of lines) {
            runner.info(line);
        }
    };
    const info = (text) => print(neutral_neutralLines(text));
    return {
        info,
        notice: (text) => runner.notice(annotation(text)),
        warning: (text) => runner.warning(annotation(text)),
        error: (text) => runner.error(annotation(text)),
        debug: (text) => runner.debug(neutral_neutralLines(text).join('\n')),
        group: createGroup(runner, info),
        secret: (value) => {
            for (const mask of masksOf(value)) {
                runner.mask(mask);
            }
        },
        remote: (source, text) => print(remoteLines(source, text)),
    };
}
/** The text of an annotation: safe, and short enough that the runner does not cut it. */
function annotation(text) {
    const safe = neutral_neutralLines(text).join('\n');
    return safe.length <= LONGEST_ANNOTATION ? safe : safe.slice(0, LONGEST_ANNOTATION - CUT_MARK.length) + CUT_MARK;
}
/** Lines of foreign output with their source in front; the line end of the last one does not make another line. */
function remoteLines(source, text) {
    const prefix = neutralText(source) || 'remote';
    return neutral_neutralLines(text.replace(/\r?\n$/, '')).map((line) => `${prefix} | ${line}`);
}
function createGroup(runner, info) {
    let open = false;
    return async (title, body) => {
        if (open) {
            info(title);
            return body();
        }
        open = true;
        runner.startGroup(neutralText(title));
        try {
            return await body();
        }
        finally {
            runner.endGroup();
            open = false;
        }
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./packages/action-kit/lib/summary.js

/** Beyond this size of the file the runner shows nothing at all. */
const LARGEST_SUMMARY = 1024 * 1024;
/** Kept free for closing a block of code that the cut leaves open. */
const FENCE_ROOM = 32;
const NOTE = '\n\n*This report was cut here: a job summary holds at most 1 MiB. The log has all of it.*\n';
/**
 * Appends a report to the job summary of this step.
 *
 * @param path the value of `GITHUB_STEP_SUMMARY`; without it, or when the file cannot be written, nothing happens
 * @returns why the report could not be written, or nothing
 */
function writeSummary(path, report) {
    if (path === undefined || path === '') {
        return undefined;
    }
    try {
        const room = LARGEST_SUMMARY - ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0);
        (0,external_node_fs_.appendFileSync)(path, shorten(`${report}\n\n`, room));
        return undefined;
    }
    catch (thrown) {
        return thrown;
    }
}
/** The text, or as many of its lines as leave room for the note that the rest is missing. */
function shorten(text, room) {
    const bytes = Buffer.from(text);
    if (bytes.length <= room) {
        return text;
    }
    const end = bytes.lastIndexOf('\n', room - Buffer.byteLength(NOTE) - FENCE_ROOM);
    if (end < 0) {
        return '';
    }
    const kept = bytes.subarray(0, end).toString();
    return kept + closingFence(kept) + NOTE;
}
/** Closes a block of code that the cut left open, so that the note is not shown as part of it. */
function closingFence(text) {
    let open = '';
    for (const [fence] of text.matchAll(/^`{3,}/gm)) {
        if (open === '') {
            open = fence;
        }
        else if (fence.length >= open.length) {
            open = '';
        }
    }
    return open === '' ? '' : `\n${open.slice(0, FENCE_ROOM - 1)}`;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/conclude.js






/**
 * Tells the runner how the run ended: outputs first, because the steps that follow decide by them, then job summary,
 * then log and annotation. Everything here is synchronous, so that it also works while the process exits.
 *
 * @returns the exit code that says the same
 */
function conclude(run, outcome) {
    const code = writeOutputs(run, outcome);
    const unwritten = writeSummary(run.summaryPath, outcome.report === '' ? plainReport(run.action, outcome) : outcome.report);
    if (unwritten !== undefined) {
        run.log.warning(`The job summary could not be written: ${messageOf(unwritten)}`);
    }
    announce(run, outcome);
    return (0,lib/* exitCodeOf */.FO)(code);
}
/**
 * Sets every output the action has.
 *
 * @returns the code that stands: a pass that cannot be handed over is `internal`, because the steps that rely on it
 *   would see nothing, and an exit code of 0 would contradict that
 */
function writeOutputs(run, outcome) {
    const values = outputValues(run, outcome);
    try {
        const wanted = values.map(([name, value]) => run.runner.setOutput(name, value));
        if (!wanted.every(Boolean)) {
            run.log.info(values.map(([name, value]) => `output ${name}: ${value}`).join('\n'));
        }
        return outcome.code;
    }
    catch (thrown) {
        run.log.error(`The outputs of this step could not be written, later steps will not see them: ${messageOf(thrown)}`);
        return outcome.code === '' ? 'internal' : outcome.code;
    }
}
/** The `result` document of a run. */
function resultOf(run, outcome) {
    return {
        schema: 'plimsoll/result@1',
        action: run.action,
        verdict: outcome.verdict,
        code: outcome.code,
        summary: oneLine(outcome.summary),
        startedAt: run.startedAt.toISOString(),
        durationMs: Math.round(run.elapsedMs()),
        facts: outcome.facts,
    };
}
function outputValues(run, outcome) {
    const undeclared = Object.keys(outcome.outputs).filter((name) => !run.outputs.includes(name));
    if (undeclared.length > 0) {
        run.log.warning(`A fault in ${run.action}: outputs that it does not declare are left out: ${undeclared.join(', ')}`);
    }
    return [
        ...run.outputs.map((name) => [name, outcome.outputs[name] ?? '']),
        ['verdict', outcome.verdict],
        ['failure-code', outcome.code],
        ['result', JSON.stringify(resultOf(run, outcome))],
    ];
}
/** One annotation for a failure; what does not fit in its line goes to the log before it. */
function announce(run, outcome) {
    if (outcome.verdict === 'pass') {
        run.log.info(`${run.action}: ${outcome.summary}`);
        return;
    }
    const [, ...details] = outcome.summary.split('\n');
    if (details.length > 0) {
        run.log.info(details.join('\n'));
    }
    run.runner.error(annotation(oneLine(outcome.summary)), neutralText(`${run.action}: ${outcome.code}`));
}
function plainReport(action, outcome) {
    const word = outcome.verdict === 'pass' ? 'passed' : `failed (${outcome.code})`;
    return [`### ${action} ${word}`, ...outcome.summary.split('\n').map(escapeMarkdown)].join('\n\n');
}
function oneLine(summary) {
    return neutralText(summary.split('\n', 1)[0] ?? '');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./packages/action-kit/lib/context.js


/** What the action is given to work with. */
function createContext(parts) {
    const { action, env, log, runner, signal } = parts;
    return {
        action,
        log,
        signal,
        now: () => new Date(),
        env: Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))),
        temporaryFolder: (0,external_node_path_.resolve)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)()),
        // Outside a runner there is no post step either, so there is nobody to keep anything for.
        saveState: (name, value) => void runner.saveState(name, value),
        state: (name) => runner.getState(name),
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs/take-inputs.js

/**
 * Reads the inputs from the environment of this process and takes them out of it, so that no program we start
 * inherits a private key.
 *
 * @throws Failure `input`, one for all problems
 */
function takeInputs(definition, log) {
    try {
        return readInputs(definition.inputs, { env: process.env, mask: (secret) => log.secret(secret) });
    }
    finally {
        for (const name of Object.keys(process.env).filter((key) => key.startsWith('INPUT_'))) {
            delete process.env[name];
        }
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/judge.js

const VANISHED = 'Ended before it was finished: the process was ended from inside, or nothing was left that it could wait for';
/** The outcome to report. Whatever is doubtful is not a pass. */
function judge(ending, interruptions) {
    const { cancelled, crash } = interruptions;
    if (ending.kind === 'threw') {
        return outcomeOf(failureBehind(ending.thrown, interruptions));
    }
    if (ending.kind === 'vanished') {
        const stop = crash === undefined ? cancelled : (0,lib/* asFailure */.h_)(crash.thrown);
        return outcomeOf(stop ?? new lib/* Failure */.HR('internal', VANISHED));
    }
    const outcome = consistent(ending.outcome);
    return crash === undefined ? outcome : afterCrash(outcome, (0,lib/* asFailure */.h_)(crash.thrown));
}
/** A failure as an outcome, with nothing known besides it. */
function outcomeOf(failure) {
    const verdict = failure.code === 'inconclusive' ? 'inconclusive' : 'fail';
    return { verdict, code: failure.code, summary: failure.message, facts: {}, outputs: {}, report: '' };
}
/** A pass with a code, or a failure without one, contradicts itself; it is reported as what it is worst. */
function consistent(outcome) {
    if (outcome.verdict === 'pass') {
        return outcome.code === '' ? outcome : { ...outcome, verdict: 'fail' };
    }
    if (outcome.code !== '') {
        return outcome;
    }
    return { ...outcome, code: outcome.verdict === 'inconclusive' ? 'inconclusive' : 'internal' };
}
/** A crash spoils a pass, and is more precise than a cancellation that it caused itself; it hides no other failure. */
function afterCrash(outcome, crash) {
    if (outcome.verdict !== 'pass' && outcome.code !== 'cancelled') {
        return outcome;
    }
    return { ...outcome, verdict: 'fail', code: crash.code, summary: crash.message };
}
/**
 * What was thrown, unless it only happened because the run was stopped: then the reason for stopping. An expected
 * failure with a code of its own, such as `revert-failed`, says more than "cancelled" and stands.
 */
function failureBehind(thrown, { cancelled, crash }) {
    const failure = (0,lib/* asFailure */.h_)(thrown);
    const stop = crash === undefined ? cancelled : (0,lib/* asFailure */.h_)(crash.thrown);
    if (stop === undefined) {
        return failure;
    }
    if (isAbort(failure.cause) || (crash !== undefined && failure.cause === crash.thrown)) {
        return stop;
    }
    return failure.code === 'internal' ? alsoWhileStopping(stop, failure) : failure;
}
function alsoWhileStopping(stop, failure) {
    return new lib/* Failure */.HR(stop.code, `${stop.message}\nWhile it stopped: ${failure.message}`, { cause: failure.cause });
}
/** Whether an error is, or was caused by, an aborted signal. */
function isAbort(thrown) {
    // By its name and not its class: what Node aborts with is a DOMException here and an error of its own there.
    if (typeof thrown !== 'object' || thrown === null) {
        return false;
    }
    const stopped = thrown instanceof lib/* Failure */.HR ? thrown.code === 'cancelled' : 'name' in thrown && thrown.name === 'AbortError';
    return stopped || ('cause' in thrown && isAbort(thrown.cause));
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/process-end.js
/** How long something left open may keep a finished process alive. */
const LINGER_MS = 3_000;
/**
 * Ends a finished process that something keeps alive, such as a socket nobody closed. Leaving at once with
 * `process.exit` would cut off work that is only about to end, and its output; never leaving would let the job hang
 * until its time limit, for a result that has long been reported. So the process ends by itself if it can, is ended
 * after a while if it cannot, and the log says what was still open. The timer itself keeps nothing alive.
 */
function endAnyway(log) {
    setTimeout(() => {
        const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
        log.info(`The result is reported. Something was still open ${LINGER_MS / 1000} s later and was cut off: ${open}`);
        process.exit();
    }, LINGER_MS).unref();
}
/**
 * Lets a run go on when nobody reads its output any more. A runner that died closes the pipe; without a listener the
 * next line of log would be a crash, in the middle of whatever is being done to a server.
 */
function ignoreBrokenPipes() {
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', () => { });
    }
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(928);
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var node_modules_tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: ./scripts/no-undici/index.cjs
var no_undici = __nccwpck_require__(533);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = (/* unused pure expression or super */ null && (['OPTIONS', 'GET', 'DELETE', 'HEAD']));
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 6 modules
var lib_exec = __nccwpck_require__(529);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./packages/action-kit/lib/runner.js


/** The runner that started this process. */
const runner = {
    info: (line) => info(line),
    notice: (message) => notice(message),
    warning: (message) => warning(message),
    error: (message, title) => error(message, title === undefined ? {} : { title }),
    debug: (message) => core_debug(message),
    startGroup: (title) => startGroup(title),
    endGroup: () => endGroup(),
    mask: (value) => core_setSecret(value),
    setOutput: (name, value) => toFile('GITHUB_OUTPUT', () => setOutput(name, value)),
    saveState: (name, value) => toFile('GITHUB_STATE', () => saveState(name, value)),
    getState: (name) => getState(name),
};
/**
 * Writes through one of the files the runner hands over.
 *
 * Without the variable, core would print `::set-output::` and `::save-state::` commands. Any runner that can start
 * Node 24 has the files, so there is nobody left to read those commands; we write nothing instead, because a value
 * printed as a command is one more way for text to become one. A file that is named but missing is created: only core
 * minds, the runner reads it all the same.
 */
function toFile(variable, write) {
    const path = process.env[variable] ?? '';
    if (path === '') {
        return false;
    }
    (0,external_node_fs_.appendFileSync)(path, '');
    write();
    return true;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/watch.js

/**
 * Turns signals and crashes into one abort signal, so that the main part of an action can end in order. The listeners
 * stay until the process ends: without them a second signal would kill the clean-up that the first one started.
 * A rejection that nobody handles arrives as an uncaught exception too; that is Node's default.
 */
function watchProcess(events, reactions) {
    const controller = new AbortController();
    let interruptions = {};
    const onSignal = (name) => {
        if (interruptions.cancelled !== undefined) {
            reactions.onImpatience();
            return;
        }
        const cancelled = new lib/* Failure */.HR('cancelled', `Cancelled by ${name} before it was finished`);
        interruptions = { ...interruptions, cancelled };
        controller.abort(cancelled);
    };
    const onCrash = (thrown) => {
        interruptions = { crash: { thrown }, ...interruptions };
        controller.abort(new lib/* Failure */.HR('internal', 'Stopped by an unexpected error elsewhere in the action', { cause: thrown }));
        reactions.onCrash(thrown);
    };
    events.on('SIGINT', onSignal);
    events.on('SIGTERM', onSignal);
    events.on('uncaughtException', onCrash);
    return { signal: controller.signal, interruptions: () => interruptions };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/run-post.js





/** The state the main step leaves, so that the same bundle knows in the post step what it is. */
const POST_STATE = 'isPost';
/**
 * Runs the clean-up of an action. The job has its answer from the main step, so nothing that happens here fails it:
 * errors are warnings, and the exit code is 0 even for a process that is ended from inside.
 */
async function runPost(definition, log) {
    const warn = (thrown) => {
        log.warning(`Clean-up of ${definition.name} is not complete: ${(0,lib/* asFailure */.h_)(thrown).message}`);
        log.debug(thrown instanceof Error ? (thrown.stack ?? '') : '');
    };
    const watch = watchProcess(process, { onImpatience: () => { }, onCrash: warn });
    process.on('exit', () => {
        process.exitCode = 0;
    });
    try {
        const context = createContext({ action: definition.name, env: process.env, log, runner: runner, signal: watch.signal });
        await definition.post?.(takeInputs(definition, log), context);
    }
    catch (thrown) {
        warn(thrown);
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/run.js












/** How long the main part may clean up after a crash elsewhere in the process. Shorter than the runner's patience. */
const CRASH_GRACE_MS = 7_000;
/**
 * Runs an action as the runner starts it, its main part or, in the post step of the same bundle, its clean-up.
 * Outputs, job summary, annotation and exit code are set on every path; the promise never rejects.
 */
async function runAction(definition) {
    // V8 lets its heap grow to several times of what is in use before it collects. Actions share small runners with the jobs
    // that they serve: this halves the peak with 40,000 files, and costs no measurable time.
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--optimize-for-size');
    // The same for bytes that come from sockets and files: V8 lets 64 MB of them pile up before it collects, whatever its heap is.
    // With bodies of 1 MiB the peak is 95 MB instead of 118. (`--max-semi-space-size` has no effect once the process runs.)
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--scavenger-max-new-space-capacity-mb=1');
    const log = createLog(runner);
    ignoreBrokenPipes();
    if (runner.getState(POST_STATE) === '') {
        await runMain(definition, log);
    }
    else {
        await runPost(definition, log);
    }
    endAnyway(log);
}
async function runMain(definition, log) {
    const run = startRun(definition, log);
    let ending;
    const watch = watchProcess(process, {
        onImpatience: () => {
            // Whatever is decided later overwrites this; if the runner kills us first, the steps after us know at least this much.
            if (ending === undefined) {
                writeOutputs(run, judge({ kind: 'vanished' }, watch.interruptions()));
            }
        },
        onCrash: (thrown) => {
            explain(log, thrown);
            if (ending === undefined) {
                setTimeout(() => process.exit(), CRASH_GRACE_MS).unref();
            }
            else {
                report(run, ending, watch);
            }
        },
    });
    // Node exits with 0 when the main part waits for something that can no longer happen. As long as there is no outcome,
    // every way out of this process is a failure.
    process.on('exit', () => {
        if (ending === undefined) {
            report(run, { kind: 'vanished' }, watch);
        }
    });
    ending = await perform(definition, createContext({ action: definition.name, env: process.env, log, runner: runner, signal: watch.signal }));
    report(run, ending, watch);
}
function startRun(definition, log) {
    const startedAt = new Date();
    const startedTick = performance.now();
    return {
        action: definition.name,
        outputs: definition.outputs,
        startedAt,
        // The wall clock may be set while we run; a duration must not follow it.
        elapsedMs: () => performance.now() - startedTick,
        summaryPath: process.env['GITHUB_STEP_SUMMARY'],
        log,
        runner: runner,
    };
}
async function perform(definition, context) {
    try {
        if (definition.post !== undefined) {
            // Before all else: without this mark the post step would run the main part a second time.
            context.saveState(POST_STATE, 'true');
        }
        const inputs = takeInputs(definition, context.log);
        return { kind: 'returned', outcome: await definition.main(inputs, context) };
    }
    catch (thrown) {
        explain(context.log, thrown);
        return { kind: 'threw', thrown };
    }
}
function report(run, ending, watch) {
    process.exitCode = concludeSafely(run, judge(ending, watch.interruptions()));
}
/** Facts that JSON cannot hold must not cost the other outputs. */
function concludeSafely(run, outcome) {
    try {
        return conclude(run, outcome);
    }
    catch (thrown) {
        explain(run.log, thrown);
        return conclude(run, outcomeOf((0,lib/* asFailure */.h_)(thrown)));
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/index.js







/***/ }),

/***/ 558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  HR: () => (/* reexport */ Failure),
  h_: () => (/* reexport */ asFailure),
  FO: () => (/* reexport */ exitCodeOf),
  sH: () => (/* reexport */ isFailureCode)
});

// UNUSED EXPORTS: FAILURE_CODES

;// CONCATENATED MODULE: ./packages/outcome/lib/failure.js
/**
 * An expected failure: something a user, a server or the network did, with the code that names it. Anything else that
 * is thrown is a fault of ours and becomes `internal`.
 */
class Failure extends Error {
    code;
    /** @param message what happened, the value seen, what to do; the first line has to make sense alone */
    constructor(code, message, options) {
        super(message, options);
        this.name = 'Failure';
        this.code = code;
    }
}
/** What was thrown as a `Failure`: itself if it is one, otherwise `internal` with what was thrown as its cause. */
function asFailure(thrown) {
    if (thrown instanceof Failure) {
        return thrown;
    }
    return new Failure('internal', `Unexpected error: ${describe(thrown)}`, { cause: thrown });
}
/** One line for anything that can be thrown, without a stack: this text may end up in an annotation. */
function describe(thrown) {
    try {
        return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    }
    catch {
        // An object without a usable toString must not hide the failure that is being reported.
        return 'a value that has no text';
    }
}

;// CONCATENATED MODULE: ./packages/outcome/lib/failure-codes.js
/**
 * Every way an action can fail, and the number its process exits with. The numbers are public: scripts of
 * users compare them, so a code may be added but never renumbered or reused.
 */
const FAILURE_CODES = {
    process: 10,
    database: 11,
    health: 12,
    version: 13,
    latency: 14,
    'error-rate': 15,
    alerts: 16,
    smoke: 17,
    tls: 18,
    inconclusive: 20,
    'probe-environment': 21,
    'unhealthy-before': 22,
    reverted: 30,
    'revert-failed': 31,
    tests: 40,
    coverage: 41,
    findings: 42,
    approvals: 43,
    policy: 44,
    command: 45,
    report: 46,
    connect: 50,
    'host-key': 51,
    authentication: 52,
    'remote-command': 53,
    locked: 54,
    fenced: 55,
    disk: 56,
    integrity: 57,
    'remote-environment': 58,
    backup: 60,
    'backup-unverified': 61,
    'backup-too-old': 62,
    input: 64,
    'no-release': 70,
    'unexpected-current': 71,
    github: 80,
    'github-permission': 81,
    'not-delivered': 82,
    cancelled: 90,
    internal: 99,
};
/** The exit code of a process that ends with this failure; 0 for the empty code, which means that nothing failed. */
function exitCodeOf(code) {
    return code === '' ? 0 : FAILURE_CODES[code];
}
/** Whether a text from outside (an output, a result of another step) is one of our failure codes. */
function isFailureCode(text) {
    return Object.hasOwn(FAILURE_CODES, text);
}

;// CONCATENATED MODULE: ./packages/outcome/lib/index.js




/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/publicPath */
/******/ (() => {
/******/ 	var scriptUrl;
/******/ 	if (typeof import.meta.url === "string") scriptUrl = import.meta.url
/******/ 	// When supporting browsers where an automatic publicPath is not supported you must specify an output.publicPath manually via configuration
/******/ 	// or pass an empty string ("") and set the __webpack_public_path__ variable from your code to use your own logic.
/******/ 	if (!scriptUrl) throw new Error("Automatic publicPath is not supported in this browser");
/******/ 	scriptUrl = scriptUrl.replace(/#.*$/, "").replace(/\?.*$/, "").replace(/\/[^\/]+$/, "/");
/******/ 	__nccwpck_require__.p = scriptUrl;
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	__nccwpck_require__.b = new URL("./", import.meta.url);
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	// no install chunk
/******/ 	
/******/ 	// no chunk on demand loading
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(42);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
