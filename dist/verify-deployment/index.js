import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/* unused reexport */ __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


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

/***/ 7879:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__.p + "a817ee3aed59b70d4410.sh";

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
exports.X5 = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 3533:
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

/***/ 4935:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6622);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8227);


await (0,_plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_main_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyDeployment */ .l);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ verifyDeployment)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./packages/outcome/lib/index.js + 2 modules
var lib = __nccwpck_require__(4558);
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
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
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
    await Promise.race([closed, (0,promises_namespaceObject.setTimeout)(TERMINATE_MS, undefined, { ref: false })]);
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
    await (0,external_node_fs_promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
    return folder;
}
/** Ends the connections of a client whose process is gone, and removes its folder. Never throws; nothing left to do is fine. */
async function discardSshFolder(folder) {
    if (!(0,external_node_path_.basename)(folder).startsWith(PREFIX))
        return; // Whatever it is, it was not made here.
    const files = await (0,external_node_fs_promises_namespaceObject.readdir)(folder).catch(() => []);
    await Promise.all(files.filter((file) => CONTROL_SOCKET.test(file)).map((file) => endLeftover((0,external_node_path_.join)(folder, file))));
    await removeFolder(folder);
}
async function removeFolder(folder) {
    await (0,external_node_fs_promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
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
var external_node_fs_ = __nccwpck_require__(3024);
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
var exec = __nccwpck_require__(9529);
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
    await (0,external_node_fs_promises_namespaceObject.writeFile)(program, ASKPASS, { mode: 0o700 });
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
    return (0,external_node_fs_promises_namespaceObject.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch(() => '');
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
        (0,external_node_fs_promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, files.config), config, { mode: 0o600 }),
        (0,external_node_fs_promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, files.knownHosts), formatKnownHosts(known, addresses), { mode: 0o600 }),
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
    const errors = await (0,external_node_fs_promises_namespaceObject.open)((0,external_node_path_.join)(folder, files.errors), 'a', 0o600);
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
    await (0,external_node_fs_promises_namespaceObject.rm)((0,external_node_path_.join)(link.client.folder, log), { force: true });
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
    prelude ??= (0,external_node_fs_.readFileSync)(new URL(/* asset import */ __nccwpck_require__(7879), __nccwpck_require__.b), 'utf8');
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
        await (0,promises_namespaceObject.setTimeout)(ms, undefined, { ref: false });
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
        await (0,external_node_fs_promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, FILES.publicKey), `${formatPublicKey(agent.publicKey)}\n`, { mode: 0o600 });
        if (certificate !== undefined)
            await (0,external_node_fs_promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, FILES.certificate), `${certificate.text}\n`, { mode: 0o600 });
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

;// CONCATENATED MODULE: ./packages/fleet/lib/rollback-target.js


/**
 * Chooses one release for all servers, so that they end on one version.
 * @throws Failure('no-release') when no release fits on every server.
 */
function chooseTarget(servers, goal, tried) {
    const previous = undoneOn(servers) ?? servers[0]?.report.currentRelease ?? '';
    const release = releaseOf(servers, goal, { previous, tried });
    const there = servers.every(({ report }) => report.currentRelease === release);
    return { kind: there ? 'there' : 'switch', release, previous };
}
/** @throws Failure('unexpected-current') when a server is on another release than the caller thinks. */
function checkExpected(servers, expected) {
    for (const { label, report } of servers) {
        const difference = unexpected(report, expected);
        if (difference !== undefined)
            throw new Failure('unexpected-current', `${label} ${difference}`);
    }
}
/** What a server that is on another release than the caller thinks is told for, as the end of a sentence that begins with the server. */
function unexpected({ currentRelease, undone }, expected) {
    if (expected === '' || [currentRelease, ...undone.map(({ release }) => release)].includes(expected))
        return undefined;
    return `is on ${currentRelease || 'no release'}, expected ${expected}. Somebody deployed since; look at the releases (mode: list) and decide again.`;
}
/** An unconfirmed release that opening took back is what the rollback was to leave. */
function undoneOn(servers) {
    return servers.flatMap(({ report }) => report.undone)[0]?.release;
}
function releaseOf(servers, goal, left) {
    switch (goal.mode) {
        case 'auto':
            return automatic(servers, left);
        case 'to':
            return named(servers, goal);
        case 'backup':
            return madeAnew(servers, goal);
    }
}
function automatic(servers, { previous, tried }) {
    const left = new Set([previous, ...tried]);
    const fits = (id) => servers.every(({ report }) => report.releases.some((one) => one.id === id && one.state === 'healthy'));
    const [first] = servers;
    const candidates = [...(first?.report.releases ?? [])].sort((a, b) => b.confirmed - a.confirmed || (a.id < b.id ? 1 : -1));
    const target = candidates.find(({ id }) => !left.has(id) && fits(id));
    if (target !== undefined)
        return target.id;
    throw new Failure('no-release', `There is no healthy release to go back to besides ${[...left].filter(Boolean).join(', ') || 'the live one'}${servers.length > 1 ? ' that all hosts have' : ''}. Deploy a good version, or name a release (mode: to).`);
}
function named(servers, goal) {
    for (const { label, report } of servers) {
        const found = report.releases.find(({ id }) => id === goal.release);
        if (found === undefined) {
            throw new Failure('no-release', `${label} has no release ${goal.release}. It has: ${describe(report.releases)}.`);
        }
        if (found.state !== 'healthy' && goal.force === 'no') {
            throw new Failure('no-release', `Release ${goal.release} on ${label} is ${found.state}, not healthy. Choose another one, or set force: true.`);
        }
    }
    return goal.release;
}
/**
 * What comes out of a backup is a release of its own, made now: the one that it was taken of may still be there, and may be damaged.
 * The same id on every server, of the first one's clock and the commit that the backup was taken of.
 */
function madeAnew(servers, { id }) {
    const [, commit] = /^\d{8}T\d{6}Z-\d{8}T\d{6}Z-([0-9a-z]+)/.exec(id) ?? [];
    if (commit === undefined) {
        throw new Failure('backup', `Backup ${id} was made when nothing was live: there is no release in it. Choose another one (backup with operation: list).`);
    }
    const taken = new Set(servers.flatMap(({ report }) => [...report.releases.map((one) => one.id), ...report.foreign]));
    return createReleaseId(new Date((servers[0]?.report.clock ?? 0) * 1000), commit, taken);
}
function describe(releases) {
    return releases.map(({ id, state }) => `${id} (${state})`).join(', ') || 'none';
}

;// CONCATENATED MODULE: ./packages/fleet/lib/confirm.js




/**
 * The release that is live on every server and waits for its confirmation, or had it before. Takes no lease and changes nothing.
 * @throws Failure when a server cannot be looked at, has nothing to confirm, or is on another release than the others
 */
async function releaseToConfirm(fleet, context) {
    const servers = await openServers(fleet, { intent: 'look', lockTimeoutMs: 0, base: 'none', next: [], context });
    for (const server of servers) {
        const refusal = refuse(server, '');
        if (refusal !== undefined)
            throw new lib/* Failure */.HR(refusal.code, `${server.label}: ${refusal.message}`, { cause: refusal });
    }
    const [release = '', ...others] = new Set(servers.map(({ report }) => report.currentRelease));
    if (others.length === 0)
        return release;
    const seen = servers.map(({ label, report }) => `${label} is on ${report.currentRelease}`).join(', ');
    throw new lib/* Failure */.HR('unexpected-current', `The servers differ, so no one release can be confirmed: ${seen}. Bring them to one release: deploy again, or rollback with mode: to.`);
}
/** Tells every server that its unconfirmed release is good. @throws Failure when a server cannot be opened. */
async function confirmRelease(request) {
    const { inputs, identity, context, onFolder } = request;
    const fleet = await openFleet({ inputs, context, onFolder, owner: identity.owner, who: identity.who });
    try {
        const servers = await openServers(fleet, {
            intent: 'confirm',
            lockTimeoutMs: inputs.lockTimeoutMs,
            base: 'none',
            next: ['close'],
            context,
        });
        const hosts = await confirmAll(servers, request.expectedCurrent);
        const failed = hosts.find(({ code }) => code !== '');
        return { release: hosts[0]?.release ?? '', code: failed?.code ?? '', hosts };
    }
    finally {
        await fleet.close();
    }
}
/** All servers or none: where some were confirmed and others go back when their time is over, users would get two versions. */
async function confirmAll(servers, expectedCurrent) {
    const looked = servers.map((server) => ({ server, refusal: refuse(server, expectedCurrent) }));
    const refused = looked.find(({ refusal }) => refusal !== undefined);
    if (refused?.refusal === undefined)
        return Promise.all(servers.map(confirmOn));
    const because = new lib/* Failure */.HR(refused.refusal.code, `Nothing was confirmed here, because of ${refused.server.label}.`);
    return Promise.all(looked.map(({ server, refusal = because }) => leave(server, refusal)));
}
/** Gives the lease back. */
async function leave(server, why) {
    const { report, store } = server;
    try {
        await store.close({ decision: 'drop', fence: report.fence, release: '', markFailed: '', keep: 0 });
        return endOn(server, why);
    }
    catch (thrown) {
        return endOn(server, why.code === '' ? (0,lib/* asFailure */.h_)(thrown) : why);
    }
}
function endOn({ label, report }, { code, message }) {
    return { label, release: report.currentRelease, code, detail: message };
}
async function confirmOn(server) {
    const { label, report, store } = server;
    const release = report.currentRelease;
    if (!isArmed(server))
        return leave(server, { code: '', message: 'It had been confirmed before.' });
    try {
        const closed = await store.close({
            decision: 'confirm',
            fence: report.fence,
            release,
            event: 'confirmed',
            markFailed: '',
            keep: 0,
        });
        if (closed.end === 'confirmed')
            return { label, release, code: '', detail: '' };
        return {
            label,
            release,
            code: 'reverted',
            detail: 'The confirmation came too late: the server had gone back already.',
        };
    }
    catch (thrown) {
        return endOn(server, (0,lib/* asFailure */.h_)(thrown));
    }
}
/** Only a live release that waits, or that was confirmed before, can be confirmed. */
function refuse(server, expectedCurrent) {
    const { report } = server;
    const [undone] = report.undone;
    if (undone !== undefined)
        return new lib/* Failure */.HR('reverted', `Release ${undone.release} was not confirmed in time (confirm-within), and its server went back to ${undone.live}. Deploy it again, with more time if its checks need it.`);
    const difference = unexpected(report, expectedCurrent);
    if (difference !== undefined)
        return new lib/* Failure */.HR('unexpected-current', `It ${difference}`);
    if (report.currentRelease === '')
        return new lib/* Failure */.HR('no-release', 'There is no live release to confirm: deploy one first, to this deploy-path.');
    if (isArmed(server))
        return undefined;
    const newest = report.releases.at(-1);
    // Somebody confirms what was deployed last: that an older release is live and healthy again must not pass for it.
    if (newest?.state === 'reverted' && !newest.current) {
        const why = `release ${newest.id} was never confirmed and was taken back; ${report.currentRelease} is live.`;
        return new lib/* Failure */.HR('reverted', why);
    }
    const state = report.releases.find(({ current }) => current)?.state;
    if (state === 'healthy')
        return undefined;
    return new lib/* Failure */.HR('no-release', `Release ${report.currentRelease} is ${state ?? 'unknown'} and does not wait for a confirmation. Deploy again, or go back to a healthy release (rollback).`);
}
function isArmed({ report }) {
    return report.armed.some(({ release }) => release === report.currentRelease);
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

;// CONCATENATED MODULE: ./packages/figures/lib/counted.js
/** `1 sample`, `2 samples`. */
function counted_counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
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

;// CONCATENATED MODULE: ./packages/figures/lib/share.js
/** A share (0 to 1) as a percentage with so many digits that count: with two, `26 %` and `0.27 %`. */
function formatShare(share, digits) {
    return `${Number((share * 100).toPrecision(digits))} %`;
}

;// CONCATENATED MODULE: ./packages/figures/lib/index.js
/** Durations, sizes, shares and counts as people read them, the same in every log, report and message. */





;// CONCATENATED MODULE: ./packages/probe/lib/deadline.js
const TICK_MS = 250;
/** Machines under load are late by less, and a service may have time limits that are not much longer. */
const LEAST_MS = 1000;
/**
 * Virtual machines are paused and moved, processes stopped, loops blocked: all of it shows as a clock that has jumped between two ticks.
 * One timer does both, as every attempt pays for it.
 */
function startDeadline({ ports, totalMs, onOver }) {
    let leftMs = totalMs;
    let last = ports.now();
    let stoodMs = 0;
    let timer;
    const look = (expectedMs) => {
        const passedMs = ports.now() - last;
        if (passedMs - expectedMs >= LEAST_MS)
            stoodMs += passedMs - expectedMs;
        last += passedMs;
    };
    const arm = () => {
        const tickMs = Math.min(TICK_MS, leftMs);
        leftMs -= tickMs;
        timer = setTimeout(() => {
            look(tickMs);
            if (leftMs > 0)
                arm();
            else
                onOver();
        }, tickMs);
    };
    arm();
    return {
        end() {
            clearTimeout(timer);
            look(TICK_MS);
            return Math.round(stoodMs);
        },
    };
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./packages/probe/lib/fault.js

/** Ends an attempt from wherever it stands, with what it showed. Never leaves this package. */
class Fault extends Error {
    finding;
    /** The limit that was over, if one was: a duration below it would be a clock's rounding. */
    limitMs;
    constructor(finding, options = {}) {
        super(finding.kind === 'ok' ? 'ok' : finding.detail, { cause: options.cause });
        this.name = 'Fault';
        this.finding = finding;
        this.limitMs = options.limitMs ?? 0;
    }
}
function wrong(code, detail) {
    return { kind: 'wrong', code, detail };
}
function unknown(detail) {
    return { kind: 'unknown', detail };
}
/** The finding of whatever was thrown. What is no Fault is a fault of ours, and so no evidence about the service. */
function findingOf(thrown) {
    return thrown instanceof Fault ? thrown.finding : unknown(`The probe itself failed: ${messageOf(thrown)}.`);
}
function limitOf(thrown) {
    return thrown instanceof Fault ? thrown.limitMs : 0;
}
/** The code of a system error such as `ECONNRESET`; empty when there is none. */
function errorCodeOf(thrown) {
    const code = external_node_util_namespaceObject.types.isNativeError(thrown) && 'code' in thrown ? thrown.code : undefined;
    return typeof code === 'string' ? code : '';
}
function messageOf(thrown) {
    return external_node_util_namespaceObject.types.isNativeError(thrown) ? thrown.message : String(thrown);
}

;// CONCATENATED MODULE: ./packages/probe/lib/attempt.js



/** Runs one attempt within its time, and makes a result of whatever happens. */
async function runAttempt(request) {
    const { ports, totalMs } = request;
    const at = ports.now();
    const end = await conclude(request);
    // A timer may ring a fraction early by another clock; what timed out took at least its limit.
    const durationMs = Math.max(ports.now() - at, Math.min(end.limitMs, totalMs));
    return { ...request.meaning(asSeen(end)), at, durationMs, ...request.story() };
}
/** A machine that stood still read no answer and saw limits pass: neither the time that it took nor that it took too long is the service's. */
function asSeen({ finding, limitMs, stoodStillMs }) {
    const isAboutTime = finding.kind === 'ok' || limitMs > 0;
    if (stoodStillMs === 0 || !isAboutTime)
        return finding;
    const forSoLong = formatDuration(stoodStillMs);
    return unknown(`This machine stood still for ${forSoLong} meanwhile: how long it took is not known.`);
}
async function conclude(request) {
    const { signal, totalMs, ports } = request;
    const controller = new AbortController();
    const onOver = () => controller.abort(new Fault(request.late(), { limitMs: totalMs }));
    const deadline = startDeadline({ ports, totalMs, onOver });
    const onAbort = () => controller.abort(new Fault(unknown('The attempt was stopped before it ended.')));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted)
        onAbort();
    const found = await workedOut(request, controller.signal);
    signal.removeEventListener('abort', onAbort);
    return { ...found, stoodStillMs: deadline.end() };
}
async function workedOut({ work }, signal) {
    try {
        signal.throwIfAborted();
        return { finding: await work(signal), limitMs: 0 };
    }
    catch (thrown) {
        // What breaks because it was aborted is not the reason.
        const reason = signal.aborted ? signal.reason : thrown;
        return { finding: findingOf(reason), limitMs: limitOf(reason) };
    }
}
/** For probes whose failures go by another name than `health`. */
function codedAs(code) {
    return (finding) => (finding.kind === 'wrong' && finding.code === 'health' ? { ...finding, code } : finding);
}
/** That a service took longer than it has. */
function tooLate(what, totalMs) {
    return wrong('health', `${what} did not end within ${formatDuration(totalMs)}.`);
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./packages/probe/lib/telling.js

/** Longest excerpt of a body or an output, in characters. */
const EXCERPT_LENGTH = 2000;
const DETAIL_LENGTH = 1000;
/** Longest text from outside within a sentence. */
const QUOTE_LENGTH = 200;
const REDACTED = '***';
/** A text that was cut may end within a secret; a start of so many characters is told from chance. */
const CUT_LENGTH = 4;
// Control characters, and the ones that reorder or hide the text around them.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const telling_ESCAPES = new Map([
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
]);
/** Headers that carry credentials, whether or not they are declared as secret. */
const CREDENTIALS = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'api-key', 'x-auth-token']);
/** All secrets among headers and other values, with the shapes in which a service may echo them. */
function secretsOf(headers, others = []) {
    const values = Object.entries(headers).flatMap(([name, value]) => {
        if (typeof value !== 'string')
            return [value.secret];
        return CREDENTIALS.has(name.toLowerCase()) ? [value] : [];
    });
    const all = [...others, ...values].flatMap((value) => [value, ...partsOf(value)]);
    return [...new Set(all.flatMap(shapesOf))].filter((text) => text !== '');
}
/** `Bearer abc` is as secret as `abc`; `Basic …` holds a password, and a cookie several values. */
function partsOf(value) {
    const cookies = value.includes('=') ? value.split(/;\s*/u).map((pair) => pair.slice(pair.indexOf('=') + 1)) : [];
    const credentials = /^([A-Za-z][\w-]*)\s+(\S.*)$/u.exec(value);
    if (credentials === null)
        return cookies;
    const [, scheme = '', rest = ''] = credentials;
    if (scheme.toLowerCase() !== 'basic')
        return [rest, ...cookies];
    const decoded = external_node_buffer_namespaceObject.Buffer.from(rest, 'base64').toString('utf8');
    return [rest, decoded, decoded.slice(decoded.indexOf(':') + 1)];
}
function shapesOf(value) {
    return [value, encodeURIComponent(value.toWellFormed()), JSON.stringify(value).slice(1, -1), base64Of(value)];
}
function base64Of(value) {
    // Padding depends on what else is encoded along with it.
    return value.length < CUT_LENGTH ? '' : external_node_buffer_namespaceObject.Buffer.from(value).toString('base64').replaceAll('=', '');
}
/** A finding as it may be shown: its detail holds pieces of what came. */
function told(finding, tell) {
    return finding.kind === 'ok' ? finding : { ...finding, detail: tell.detail(finding.detail) };
}
/** @param secrets as `secretsOf` makes them */
function telling(secrets) {
    // The longest first: of `Bearer abc` and `abc`, the whole is to disappear.
    const ordered = [...secrets].sort((a, b) => b.length - a.length);
    const longest = ordered[0]?.length ?? 0;
    const text = (given) => visible(redact(given, ordered));
    const start = (given, length) => {
        // A secret that begins within the excerpt has to be seen to its end.
        const shown = text(cutSecret(given.slice(0, length + longest), ordered));
        return given.length > length || shown.length > length ? `${shown.slice(0, length - 1)}…` : shown;
    };
    return {
        detail: (given) => start(given, DETAIL_LENGTH),
        quote: (given) => start(given, QUOTE_LENGTH),
        excerpt: (bytes) => start(external_node_buffer_namespaceObject.Buffer.from(bytes.subarray(0, 4 * (EXCERPT_LENGTH + longest))).toString('utf8'), EXCERPT_LENGTH),
    };
}
function redact(text, secrets) {
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
}
/** Takes the beginning of a secret off the end of a text that was cut within it. */
function cutSecret(text, secrets) {
    const cuts = secrets.flatMap((secret) => {
        for (let length = secret.length - 1; length >= CUT_LENGTH; length -= 1) {
            if (text.endsWith(secret.slice(0, length)))
                return [length];
        }
        return [];
    });
    const cut = Math.max(0, ...cuts);
    return cut === 0 ? text : `${text.slice(0, -cut)}${REDACTED}`;
}
const PLAIN = /^[ -~]*$/u;
function visible(text) {
    // Most texts are plain, and the large classes of Unicode take their time.
    if (PLAIN.test(text))
        return text;
    return text.replaceAll(INVISIBLE, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return telling_ESCAPES.get(character) ?? `\\u{${code.toString(16)}}`;
    });
}

;// CONCATENATED MODULE: ./packages/probe/lib/tls/certificate.js
const DAY_MS = 86_400_000;
/** The verified chain of a connection; undefined when there is none to read. */
function chainOf(socket) {
    const certificates = [];
    const seen = new Set();
    let certificate = socket.getPeerCertificate(true);
    // The last certificate of a chain names itself as its issuer.
    while (certificate?.fingerprint256 !== undefined && !seen.has(certificate.fingerprint256)) {
        seen.add(certificate.fingerprint256);
        certificates.push({ subject: subjectOf(certificate), endsAt: Date.parse(certificate.valid_to) });
        certificate = certificate.issuerCertificate;
    }
    const [firstToEnd] = certificates.toSorted((a, b) => a.endsAt - b.endsAt);
    return firstToEnd === undefined ? undefined : { certificates, firstToEnd };
}
/** Empty while the chain holds for so many days more, else a sentence. An end that cannot be read is none that is far enough. */
function endsTooSoon(chain, minDaysLeft, now) {
    const { subject, endsAt } = chain.firstToEnd;
    const days = (endsAt - now) / DAY_MS;
    if (days >= minDaysLeft)
        return '';
    return `The certificate of ${subject} ends in ${Math.floor(days)} days, on ${dayOf(endsAt)}; at least ${minDaysLeft} are asked for.`;
}
/** `2027-01-31`. */
function dayOf(time) {
    return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}
function subjectOf({ subject, subjectaltname }) {
    const name = subject?.CN;
    return typeof name === 'string' ? name : (subjectaltname ?? 'a certificate without a name');
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: ./packages/probe/lib/http/ask.js




/** Headers that say how a message is framed are the probe's own. */
const FRAMING = new Set([
    'connection',
    'content-length',
    'expect',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
/** Compressed bodies are not asked for, and not unpacked: a few bytes could become any number. */
const DEFAULTS = [
    ['accept', '*/*'],
    ['accept-encoding', 'identity'],
    // An answer out of a cache says nothing about the service.
    ['cache-control', 'no-cache'],
    ['user-agent', 'plimsoll-probe'],
];
/** @throws Failure('input') for a URL, a method or a header that cannot be sent. */
function askOf(request) {
    const url = parseUrl(request.url);
    const method = (request.method ?? 'GET').toUpperCase();
    if (!external_node_http_namespaceObject.METHODS.includes(method) || method === 'CONNECT') {
        throw new lib/* Failure */.HR('input', `The method ${JSON.stringify(request.method)} is no method of HTTP that can be probed with.`);
    }
    const given = givenHeaders(request);
    const names = new Set(given.map(([name]) => name.toLowerCase()));
    const defaults = [['host', url.host], ...DEFAULTS].filter(([name]) => !names.has(name));
    const { body } = request;
    const hasLength = body !== undefined || !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
    const length = hasLength ? [['content-length', String(external_node_buffer_namespaceObject.Buffer.byteLength(body ?? ''))]] : [];
    return { url, method, headers: [...defaults, ...given, ...length].flat(), body };
}
/** The same question for another place of the same origin. What 303 means, and 301 and 302 came to mean, is a GET. */
function redirected(ask, url, status) {
    const becomesGet = status === 303 ? ask.method !== 'HEAD' : status <= 302 && ask.method === 'POST';
    if (!becomesGet)
        return { ...ask, url };
    const about = new Set(['content-length', 'content-type']);
    const headers = ask.headers.filter((_, index, all) => !about.has((all[index - (index % 2)] ?? '').toLowerCase()));
    return { url, method: 'GET', headers, body: undefined };
}
/** @throws Failure('input') unless it is an absolute `http:` or `https:` URL without credentials. */
function parseUrl(text) {
    const url = URL.parse(text);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
        throw new lib/* Failure */.HR('input', `${JSON.stringify(text)} is no URL of HTTP. Write it in full, as https://example.org/health.`);
    }
    if (url.username !== '' || url.password !== '') {
        // Not quoted: what is wrong with it is a password.
        throw new lib/* Failure */.HR('input', `The URL for ${url.host} holds credentials. Give them as a secret Authorization header.`);
    }
    return url;
}
function givenHeaders({ headers = {} }) {
    return Object.entries(headers).map(([name, given]) => {
        const value = typeof given === 'string' ? given : given.secret;
        if (FRAMING.has(name.toLowerCase()))
            throw new lib/* Failure */.HR('input', `The header ${name} cannot be set: it is the probe's own.`);
        try {
            (0,external_node_http_namespaceObject.validateHeaderName)(name);
            (0,external_node_http_namespaceObject.validateHeaderValue)(name, value);
        }
        catch (cause) {
            // Its message names the header, never the value.
            throw new lib/* Failure */.HR('input', `The header ${JSON.stringify(name)} cannot be sent: ${messageOf(cause)}.`, { cause });
        }
        return [name, value];
    });
}

;// CONCATENATED MODULE: ./packages/probe/lib/json/read-json.js
/** Deeper nesting is refused: nobody writes it, and it would exhaust the stack. */
const DEEPEST = 200;
const SPACE = /[ \t\n\r]*/uy;
// RFC 8259, section 6.
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/uy;
const WORDS = [
    ['true', true],
    ['false', false],
    ['null', null],
];
class Malformed extends Error {
}
/** Reads JSON as RFC 8259 has it, and refuses an object with a key twice: readers differ in which of the two they believe. */
function readJson(text) {
    try {
        const cursor = { text, at: 0 };
        const value = readValue(cursor, 0);
        skipSpace(cursor);
        if (cursor.at < text.length)
            throw malformed(cursor, 'something after the end');
        return { ok: true, value };
    }
    catch (thrown) {
        if (thrown instanceof Malformed)
            return { ok: false, problem: thrown.message };
        throw thrown;
    }
}
/** The longest JSON value at the start of a text, and what follows it; for values inside other languages. */
function readJsonPrefix(text) {
    try {
        const cursor = { text, at: 0 };
        const value = readValue(cursor, 0);
        return { ok: true, value, rest: text.slice(cursor.at) };
    }
    catch (thrown) {
        if (thrown instanceof Malformed)
            return undefined;
        throw thrown;
    }
}
function readValue(cursor, depth) {
    skipSpace(cursor);
    if (depth > DEEPEST)
        throw malformed(cursor, `more than ${DEEPEST} levels`);
    switch (cursor.text[cursor.at]) {
        case '{':
            return readObject(cursor, depth);
        case '[':
            return readArray(cursor, depth);
        case '"':
            return readString(cursor);
        case undefined:
            throw malformed(cursor, cursor.text.trim() === '' ? 'nothing' : 'the end instead of a value');
        default:
            return readScalar(cursor);
    }
}
function readObject(cursor, depth) {
    const entries = new Map();
    cursor.at += 1;
    if (takes(cursor, '}'))
        return {};
    do {
        skipSpace(cursor);
        const start = cursor.at;
        const key = readString(cursor);
        if (entries.has(key))
            throw malformed({ ...cursor, at: start }, `a second ${JSON.stringify(key)}`);
        if (!takes(cursor, ':'))
            throw malformed(cursor, 'no colon after a key');
        entries.set(key, readValue(cursor, depth + 1));
    } while (takes(cursor, ','));
    if (!takes(cursor, '}'))
        throw malformed(cursor, 'an object that is not closed');
    return Object.fromEntries(entries);
}
function readArray(cursor, depth) {
    const items = [];
    cursor.at += 1;
    if (takes(cursor, ']'))
        return items;
    do {
        items.push(readValue(cursor, depth + 1));
    } while (takes(cursor, ','));
    if (!takes(cursor, ']'))
        throw malformed(cursor, 'an array that is not closed');
    return items;
}
function readString(cursor) {
    const { text, at } = cursor;
    const end = text[at] === '"' ? closingQuote(text, at + 1) : -1;
    if (end === -1)
        throw malformed(cursor, 'no text in quotes');
    const token = text.slice(at, end + 1);
    const value = /[\\\p{Cc}]/u.test(token) ? unescaped(token) : token.slice(1, -1);
    if (value === undefined)
        throw malformed(cursor, 'a text with a bad escape or a control character');
    cursor.at = end + 1;
    return value;
}
/** Of the quotes, the first without an odd number of backslashes before it; -1 when there is none. */
function closingQuote(text, from) {
    let end = text.indexOf('"', from);
    while (end !== -1 && backslashesBefore(text, end, from) % 2 === 1)
        end = text.indexOf('"', end + 1);
    return end;
}
function backslashesBefore(text, end, from) {
    let at = end;
    while (at > from && text[at - 1] === '\\')
        at -= 1;
    return end - at;
}
function unescaped(token) {
    try {
        const value = JSON.parse(token);
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function readScalar(cursor) {
    for (const [word, value] of WORDS) {
        if (!cursor.text.startsWith(word, cursor.at))
            continue;
        cursor.at += word.length;
        return value;
    }
    const token = take(cursor, NUMBER);
    if (token === undefined)
        throw malformed(cursor, 'no JSON value');
    return Number(token);
}
function takes(cursor, character) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== character)
        return false;
    cursor.at += 1;
    return true;
}
function take(cursor, token) {
    token.lastIndex = cursor.at;
    const found = token.exec(cursor.text)?.[0];
    cursor.at += found?.length ?? 0;
    return found;
}
function skipSpace(cursor) {
    take(cursor, SPACE);
}
function malformed({ at }, what) {
    return new Malformed(`${what} at character ${at + 1}`);
}

;// CONCATENATED MODULE: ./packages/probe/lib/json/json-path.js


const json_path_NAME = /^\.([A-Za-z_][\w-]*)/u;
const INDEX = /^\.?\[(-?[0-9]{1,9})\]/u;
const json_path_SHAPE = 'write it as .a.b[0] or .["a b"]';
/**
 * Reads a path from the start of a text: `.` is the whole, `.a`, `.["any name"]`, `[0]`.
 *
 * @throws Failure('input') when there is none.
 */
function readPath(text) {
    if (!text.startsWith('.'))
        throw new lib/* Failure */.HR('input', `${JSON.stringify(text)} has no path; ${json_path_SHAPE}.`);
    const path = [];
    let rest = text;
    for (let step = readStep(rest); step !== undefined; step = readStep(rest)) {
        path.push(step.step);
        rest = step.rest;
    }
    return { path, rest: path.length === 0 ? rest.slice(1) : rest };
}
/** @throws Failure('input') when the whole text is not one path. */
function parsePath(text) {
    const { path, rest } = readPath(text.trim());
    if (rest !== '')
        throw new lib/* Failure */.HR('input', `${JSON.stringify(text)} is no path; ${json_path_SHAPE}.`);
    return path;
}
function formatPath(path) {
    const steps = path.map((step) => {
        if (typeof step === 'number')
            return `[${step}]`;
        return /^[A-Za-z_][\w-]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    });
    const text = steps.join('');
    return text.startsWith('.') ? text : `.${text}`;
}
/** The value at a path; undefined where there is nothing. */
function valueAt(path, root) {
    return path.reduce((value, step) => (value === undefined ? undefined : member(value, step)), root);
}
function member(value, step) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    if (isList(value))
        return typeof step === 'number' ? value.at(step) : undefined;
    // Nothing that objects inherit is a member of the answer.
    return typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
}
function isList(value) {
    return Array.isArray(value);
}
function readStep(text) {
    const named = json_path_NAME.exec(text);
    if (named !== null)
        return { step: named[1] ?? '', rest: text.slice(named[0].length) };
    const index = INDEX.exec(text);
    if (index !== null)
        return { step: Number(index[1]) + 0, rest: text.slice(index[0].length) };
    return readQuotedStep(text);
}
function readQuotedStep(text) {
    const bracket = /^\.?\[(?=")/u.exec(text);
    if (bracket === null)
        return undefined;
    const quoted = readJsonPrefix(text.slice(bracket[0].length));
    if (quoted === undefined || typeof quoted.value !== 'string' || !quoted.rest.startsWith(']'))
        return undefined;
    return { step: quoted.value, rest: quoted.rest.slice(1) };
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/counters.js

/** Reads the counters that an answer has. One that is missing is left out: whoever asked for it has to say what that means. */
function counterReader(given = {}) {
    const paths = Object.entries(given).map(([name, path]) => [name, parsePath(path)]);
    return (reading) => {
        const json = paths.length > 0 && reading.obstacle === '' ? reading.json() : undefined;
        if (json?.ok !== true)
            return {};
        const found = paths.flatMap(([name, path]) => {
            const value = valueAt(path, json.value);
            return typeof value === 'number' ? [[name, value]] : [];
        });
        return Object.fromEntries(found);
    };
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/exchange.js




/** More than this is no health answer, and Node would refuse it anyway at some size that options can change. */
const HEADER_BYTES = 16_384;
const START_BYTES = 16_384;
/** The start of the body, as far as a report shows it: a large body is not to be held twice. */
function startOf({ chunks }) {
    const first = [];
    let bytes = 0;
    for (const chunk of chunks) {
        if (bytes >= START_BYTES)
            break;
        first.push(chunk.subarray(0, START_BYTES - bytes));
        bytes += chunk.length;
    }
    return external_node_buffer_namespaceObject.Buffer.concat(first);
}
function newTrace() {
    return { story: undefined, series: 'first', firstByteMs: 0, transferMs: 0, head: undefined, chunks: [], bytes: 0 };
}
/** One question and its whole answer. Throws Fault for whatever else happens; the trace then holds how far it came. */
function exchange(request, trace) {
    const { ask, agent, limits, signal, ports } = request;
    const { promise, resolve, reject } = Promise.withResolvers();
    const sent = send(ask, agent, signal);
    const give = (fault) => {
        reject(fault);
        sent.destroy();
    };
    // Node can watch a signal itself, at a price that every request would pay.
    const onAbort = () => give(new Fault(unknown('The attempt was stopped.')));
    signal.addEventListener('abort', onAbort, { once: true });
    let before = 0;
    let sentAt = ports.now();
    let timer;
    sent.once('socket', (socket) => {
        trace.story = agent.storyOf(socket);
        trace.series = sent.reusedSocket ? 'kept' : 'first';
        before = socket.bytesRead;
        sentAt = ports.now();
        timer = setTimeout(() => give(noAnswer(limits.firstByteMs)), limits.firstByteMs);
    });
    sent.once('response', (message) => {
        clearTimeout(timer);
        trace.firstByteMs = ports.now() - sentAt;
        trace.head = headOf(message);
        receive({ message, method: ask.method, trace, limit: limits.bodyBytes, ports }).then(resolve, give);
    });
    sent.once('upgrade', (message) => give(new Fault(wrong('health', `${message.statusCode} ends HTTP on the connection.`))));
    sent.on('error', (error) => reject(faultOf(error, trace, sent.socket?.bytesRead === before)));
    sent.end(ask.body);
    return promise.finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    });
}
function send(ask, agent, signal) {
    // Not the one of `https`: the agent makes the connections, and this only has to speak over them. That also leaves proxies out.
    const options = {
        agent,
        connectSignal: signal,
        host: ask.url.hostname,
        path: `${ask.url.pathname}${ask.url.search}`,
        method: ask.method,
        headers: ask.headers,
        maxHeaderSize: HEADER_BYTES,
        insecureHTTPParser: false,
        // Of headers that should come once, Node else shows the first alone.
        joinDuplicateHeaders: true,
    };
    return external_node_http_namespaceObject.request(options);
}
function headOf(message) {
    const { statusCode = 0, statusMessage = '' } = message;
    return { status: statusCode, statusText: statusMessage, headers: headersOf(message) };
}
/** A line that comes again says nothing more: a service and the proxy before it may both have written it. */
function headersOf(message) {
    const { headers, rawHeaders } = message;
    if (rawHeaders.length === 2 * Object.keys(headers).length)
        return headers;
    const alike = Object.entries(message.headersDistinct).flatMap(([name, values = []]) => name !== 'set-cookie' && new Set(values).size === 1 ? [[name, values[0]]] : []);
    return { ...headers, ...Object.fromEntries(alike) };
}
function receive({ message, method, trace, limit, ports }) {
    const startedAt = ports.now();
    const { promise, resolve, reject } = Promise.withResolvers();
    const announced = announcedBy(message);
    // Of a body that is too large, nothing has to be read; an answer to HEAD announces one without sending it.
    if (announced > limit && method !== 'HEAD')
        reject(exchange_tooLarge(limit, `announces ${announced} bytes`));
    message.on('data', (chunk) => {
        trace.bytes += chunk.length;
        if (trace.bytes > limit)
            reject(exchange_tooLarge(limit, 'goes on'));
        else
            trace.chunks.push(chunk);
    });
    // Also for a message that is not complete: it has no end.
    message.on('error', () => reject(brokenOff(trace, announced)));
    message.once('end', () => {
        trace.transferMs = ports.now() - startedAt;
        resolve({ ...headOf(message), body: external_node_buffer_namespaceObject.Buffer.concat(trace.chunks) });
    });
    return promise;
}
function exchange_tooLarge(limit, how) {
    return new Fault(wrong('health', `The body is larger than ${limit} bytes: it ${how}.`));
}
function announcedBy({ headers }) {
    return Number(headers['content-length'] ?? 0);
}
function brokenOff({ bytes }, announced, cause) {
    const of = announced > 0 ? ` of ${announced}` : '';
    return new Fault(wrong('health', `The connection broke within the body, after ${bytes}${of} bytes.`), { cause });
}
function noAnswer(limitMs) {
    const detail = `There was no answer within ${formatDuration(limitMs)} (no status line with all headers).`;
    return new Fault(wrong('health', detail), { limitMs });
}
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);
function faultOf(error, trace, silent) {
    if (error instanceof Fault)
        return error;
    const code = errorCodeOf(error);
    const options = { cause: error };
    if (BROKEN.has(code) && trace.series === 'kept' && silent)
        return new KeptConnectionClosed(options);
    if (trace.head !== undefined)
        return brokenOff(trace, announcedBy(trace.head), error);
    if (BROKEN.has(code))
        return new Fault(wrong('health', 'The connection was closed before an answer came.'), options);
    if (code === 'HPE_HEADER_OVERFLOW') {
        return new Fault(wrong('health', `The headers of the answer are larger than ${HEADER_BYTES} bytes.`), options);
    }
    if (code.startsWith('HPE_')) {
        return new Fault(wrong('health', `What came is not valid HTTP: ${messageOf(error)}.`), options);
    }
    return new Fault(wrong('health', `The request failed: ${messageOf(error)} (${code || 'no code'}).`), options);
}
/** Servers close idle connections, and one that is used at that moment is nobody's fault. */
class KeptConnectionClosed extends Fault {
    constructor(options) {
        super(unknown('A kept connection was closed before any byte of an answer came.'), options);
    }
}

;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
;// CONCATENATED MODULE: ./packages/probe/lib/pattern.js



/** Generous for any sane expression over 1 MiB, and short enough to keep the pace of sampling. */
const LIMIT_MS = 250;
/**
 * Compiles a pattern. It runs in a context of its own, because the engine can end a script there after a time limit, in the middle of
 * backtracking.
 *
 * @throws Failure('input') when it is no regular expression or has other flags.
 */
function parsePattern(given) {
    const { pattern, flags = '' } = typeof given === 'string' ? { pattern: given } : given;
    const expression = compile(pattern, flags);
    const context = (0,external_node_vm_namespaceObject.createContext)({ expression, text: '' });
    const script = new external_node_vm_namespaceObject.Script('(() => { const found = expression.exec(text); return found && (found[1] ?? found[0]); })()');
    const match = (text) => {
        context['text'] = text;
        try {
            const found = script.runInContext(context, { timeout: LIMIT_MS });
            return typeof found === 'string' ? { kind: 'match', text: found } : { kind: 'none' };
        }
        catch {
            // Nothing else can go wrong in it: the expression was compiled, and the text is a text.
            return { kind: 'too-slow', limitMs: LIMIT_MS };
        }
        finally {
            context['text'] = '';
        }
    };
    return { source: `/${pattern}/${flags}`, match };
}
/** Empty when the text matches, else why it does not: `does not match /x/`. */
function mismatch(pattern, text) {
    const match = pattern.match(text);
    if (match.kind === 'match')
        return '';
    if (match.kind === 'none')
        return `does not match ${pattern.source}`;
    return `kept ${pattern.source} busy for more than ${match.limitMs} ms`;
}
function compile(pattern, flags) {
    if (!/^[ims]*$/u.test(flags)) {
        throw new lib/* Failure */.HR('input', `The flags ${JSON.stringify(flags)} of /${pattern}/ are not some of i, m and s.`);
    }
    try {
        return new RegExp(pattern, `${flags}u`);
    }
    catch (cause) {
        throw new lib/* Failure */.HR('input', `/${pattern}/ is no regular expression: ${reasonOf(cause)}.`, { cause });
    }
}
function reasonOf(cause) {
    const message = messageOf(cause);
    return message.slice(message.lastIndexOf(': ') + 1).trim();
}

;// CONCATENATED MODULE: ./packages/probe/lib/json/long-numbers.js

/** Whether its value alone does not tell a number from its neighbours. */
function isLong(value) {
    return typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER);
}
/** Below 0, 0 or above 0, as the first number is less than, equal to or greater than the second. */
function compareNumbers(a, b) {
    if (a.value !== b.value || !isLong(a.value))
        return a.value - b.value;
    const [one, other] = [integerOf(a), integerOf(b)];
    if (one === undefined || other === undefined || one === other)
        return 0;
    return one < other ? -1 : 1;
}
/** Undefined for a number with a fraction or an exponent: whoever writes it so means no single unit. */
function integerOf({ written }) {
    return /^-?[0-9]+$/u.test(written) ? BigInt(written) : undefined;
}
/** The digits of the number at a path of a text that is JSON, as they came: as a value, `1.10` is 1.1. Empty where there is no number. */
function digitsAt(path, text) {
    const asText = (_key, value, context) => typeof value === 'number' ? { digits: context?.source ?? String(value) } : value;
    const tree = JSON.parse(text, asText);
    const found = isJson(tree) ? valueAt([...path, 'digits'], tree) : undefined;
    return typeof found === 'string' ? found : '';
}
function isJson(value) {
    return value !== undefined;
}

;// CONCATENATED MODULE: ./packages/probe/lib/json/json-assertion.js






const json_assertion_SHAPE = 'write it as .status == "ok", .id != null, .queue < 100 or .name ~ "^shop"';
const OPERATOR = /^\s*(==|!=|<=|>=|<|>|~)\s*/u;
/**
 * Parses `PATH OPERATOR VALUE`. The operators are `==` and `!=` with any JSON value, `<`, `<=`, `>`, `>=` with a number, and `~` with a
 * regular expression in quotes or between slashes.
 *
 * @throws Failure('input') that names the text and what is wrong with it.
 */
function parseAssertion(text) {
    const { path, rest } = readPath(text.trim());
    const operator = OPERATOR.exec(rest);
    if (operator === null)
        throw bad(text, 'no operator follows the path');
    const [whole, sign = ''] = operator;
    const operand = rest.slice(whole.length);
    if (sign === '~')
        return { kind: 'match', path, pattern: parsePattern(expressionOf(text, operand)) };
    const reading = readJson(operand);
    if (!reading.ok)
        throw bad(text, `what follows ${sign} is no JSON value (${reading.problem})`);
    if (sign === '==' || sign === '!=') {
        return { kind: sign === '==' ? 'equal' : 'different', path, value: reading.value, written: operand.trim() };
    }
    if (!isOrder(sign) || typeof reading.value !== 'number')
        throw bad(text, `${sign} needs a number`);
    return { kind: 'order', path, operator: sign, value: reading.value, written: operand.trim() };
}
/**
 * Empty when it holds, else why not, with the value seen: `.status is "error", not "ok"`. A value that is not there equals null and
 * nothing else, and is not different from anything either: an answer without it shows nothing.
 *
 * @param written how the number at a path is written in the document; only long numbers need it
 */
function violationOf(assertion, document, written = () => '') {
    const value = valueAt(assertion.path, document);
    if (value === undefined && !(assertion.kind === 'equal' && assertion.value === null)) {
        return `there is no ${formatPath(assertion.path)}`;
    }
    const seen = { value: value ?? null, written: isLong(value) ? written(assertion.path) : '' };
    const problem = problemOf(assertion, seen);
    return problem === '' ? '' : `${formatPath(assertion.path)} ${problem}`;
}
function problemOf(assertion, seen) {
    const { value } = seen;
    switch (assertion.kind) {
        case 'equal':
            return isSame(seen, assertion) ? '' : `is ${shown(seen)}, not ${shown(assertion)}`;
        case 'different':
            return isSame(seen, assertion) ? `is ${shown(seen)}` : '';
        case 'order':
            return holds(seen, assertion) ? '' : `is ${shown(seen)}, ${orderWords(value, assertion)}`;
        case 'match':
            return typeof value === 'string' ? mismatchOf(assertion.pattern, value) : `is ${shown(seen)}, no text`;
    }
}
/** JSON knows one zero; minus nothing is nothing. */
function isSame(a, b) {
    if (isNumber(a) && isNumber(b))
        return compareNumbers(a, b) === 0;
    return (0,external_node_util_namespaceObject.isDeepStrictEqual)(a.value, b.value);
}
/** Whether a comparison of two numbers holds. */
function holds(seen, assertion) {
    if (!isNumber(seen))
        return false;
    const sign = compareNumbers(seen, assertion);
    switch (assertion.operator) {
        case '<':
            return sign < 0;
        case '<=':
            return sign <= 0;
        case '>':
            return sign > 0;
        case '>=':
            return sign >= 0;
    }
}
function orderWords(value, assertion) {
    return typeof value === 'number' ? `not ${assertion.operator} ${shown(assertion)}` : 'no number';
}
function mismatchOf(pattern, value) {
    const problem = mismatch(pattern, value);
    return problem === '' ? '' : `is ${brief(value)} and ${problem}`;
}
function isNumber(seen) {
    return typeof seen.value === 'number';
}
function isOrder(sign) {
    return ['<', '<=', '>', '>='].includes(sign);
}
function expressionOf(text, operand) {
    const slashes = /^\/(.*)\/([a-z]*)$/su.exec(operand.trim());
    if (slashes !== null)
        return { pattern: slashes[1] ?? '', flags: slashes[2] ?? '' };
    const reading = readJson(operand);
    if (reading.ok && typeof reading.value === 'string')
        return { pattern: reading.value };
    throw bad(text, '~ needs a regular expression in quotes or between slashes');
}
/** A long number in its own digits. */
function shown({ value, written }) {
    return brief(value, isLong(value) ? written : '');
}
function brief(value, written = '') {
    const text = written || JSON.stringify(value);
    return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
function bad(text, problem) {
    return new lib/* Failure */.HR('input', `The assertion ${JSON.stringify(text)}: ${problem}; ${json_assertion_SHAPE}.`);
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/header-check.js


/** @throws Failure('input') for a name that no header has. */
function headerCheck({ name, contains }) {
    try {
        (0,external_node_http_namespaceObject.validateHeaderName)(name);
    }
    catch (cause) {
        throw new lib/* Failure */.HR('input', `${JSON.stringify(name)} is no name of a header.`, { cause });
    }
    const check = (value) => {
        if (value === undefined)
            return `The header ${name} is missing`;
        if (value.includes(contains))
            return '';
        return `The header ${name} is ${JSON.stringify(value)}, without ${JSON.stringify(contains)}`;
    };
    return Object.assign(check, { header: name });
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/reading.js




function readingOf(answer, url) {
    let text;
    let json;
    const reading = {
        answer,
        url,
        obstacle: obstacleOf(answer),
        text: () => {
            text ??= reading_textOf(answer);
            return text;
        },
        json: () => {
            json ??= jsonOf(answer);
            return json;
        },
        digits: (path) => digitsAt(path, jsonText(answer)),
    };
    return reading;
}
/** All values of a header, as one. */
function reading_headerOf({ headers }, name) {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : value;
}
function obstacleOf(answer) {
    const coding = reading_headerOf(answer, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
    if (coding === 'identity' || coding === '')
        return '';
    return `The body is compressed, though identity was asked for, and is not unpacked`;
}
/** In the character set that the answer names, as browsers read it; UTF-8 where it names none that is known. */
function reading_textOf(answer) {
    const type = reading_headerOf(answer, 'content-type') ?? '';
    const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([\w.:-]+)/iu.exec(type) ?? [];
    return decoderFor(charset).decode(answer.body);
}
function decoderFor(charset) {
    try {
        return new external_node_util_namespaceObject.TextDecoder(charset);
    }
    catch {
        return new external_node_util_namespaceObject.TextDecoder();
    }
}
function jsonOf(answer) {
    return (0,external_node_buffer_namespaceObject.isUtf8)(answer.body) ? readJson(jsonText(answer)) : { ok: false, problem: 'it is not valid UTF-8' };
}
/** Some servers begin with a byte order mark, which readers may ignore (RFC 8259, section 8.1). */
function jsonText({ body }) {
    return body.toString('utf8').replace(/^\u{feff}/u, '');
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/self-report.js


/** Members by which health answers sum themselves up: those of Spring, of the draft `health+json`, of MicroProfile, and plain ones. */
const self_report_WORDS = ['status', 'state', 'health'];
const FLAGS = ['ok', 'healthy', 'success'];
/** Frameworks and gateways write the status that they meant into the body where the one of HTTP is lost. */
const STATUSES = ['status', 'statusCode'];
/** Members that are there, and filled, where something went wrong; GraphQL and JSON-RPC answer 200 with them. */
const ERRORS = ['error', 'errors'];
const NOT_WELL = new Set([
    'critical',
    'dead',
    'degraded',
    'down',
    'err',
    'error',
    'fail',
    'failed',
    'failing',
    'failure',
    'fatal',
    'not ok',
    'out_of_service',
    'outage',
    'unavailable',
    'unhealthy',
]);
const WELL = /^(?:alive|healthy|live|ok|pong|ready|running|success|up)[.!]?$/iu;
/** What an error is called where there is none. */
const NO_ERROR = new Set(['', 'no', 'none', 'null', 'ok']);
/** So much of a body is looked at where it is no JSON. */
const self_report_START_BYTES = 4_096;
const BYTE_ORDER_MARK = /^\u{ef}\u{bb}\u{bf}/u;
/** Frameworks that answer 200 while they say that they are not well are the oldest way to a false pass. Empty when nothing is said. */
function selfReportedTrouble(reading) {
    const { body } = reading.answer;
    // Browsers follow it as they follow the tag of the same name.
    const elsewhere = refreshPlace(reading_headerOf(reading.answer, 'refresh') ?? '');
    if (elsewhere !== '' && !leadsTo(elsewhere, reading.url))
        return `The header Refresh leads to ${elsewhere}, as a redirect does`;
    const start = body.subarray(0, self_report_START_BYTES).toString('latin1').replace(BYTE_ORDER_MARK, '').trimStart();
    if (start === '')
        return '';
    // Most bodies are no JSON, and need no reading.
    if (start.startsWith('{') || claimsJson(reading))
        return troubleInJson(reading);
    return start.startsWith('<') ? troubleInPage(start, reading.url) : troubleInText(start);
}
function troubleInJson(reading) {
    const json = reading.json();
    if (!json.ok) {
        return claimsJson(reading) && !isWell(reading) ? `The body is called JSON and is none: ${json.problem}` : '';
    }
    const { value } = json;
    if (value === false || isNotWell(value))
        return `The service says of itself that it is not well: ${JSON.stringify(value)}`;
    const name = self_report_WORDS.find((word) => isNotWell(valueAt([word], value))) ??
        FLAGS.find((flag) => valueAt([flag], value) === false) ??
        STATUSES.find((status) => isErrorStatus(valueAt([status], value))) ??
        (saysHowItIs(value) ? undefined : ERRORS.find((error) => isError(valueAt([error], value))));
    if (name === undefined)
        return '';
    const said = JSON.stringify(valueAt([name], value));
    return `The service says of itself that it is not well: .${name} is ${said} (where that is well, say under expect: json what has to hold)`;
}
function isNotWell(value) {
    return typeof value === 'string' && NOT_WELL.has(value.trim().toLowerCase());
}
/** Gateways and frameworks call every body JSON that nobody calls anything else, also one that is just such a word. */
function isWell({ answer }) {
    return WELL.test(answer.body.toString('latin1').trim());
}
function isErrorStatus(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;
}
/** Whether it sums itself up: an error beside that is for the service to weigh. */
function saysHowItIs(value) {
    return (self_report_WORDS.some((word) => typeof valueAt([word], value) === 'string') ||
        FLAGS.some((flag) => valueAt([flag], value) === true));
}
/** Numbers are counts of errors, of which a service may have had some. */
function isError(value) {
    if (typeof value === 'string')
        return !NO_ERROR.has(value.trim().toLowerCase());
    if (typeof value === 'object' && value !== null)
        return Object.keys(value).length > 0;
    return value === true;
}
/** `ERROR`, `Unhealthy`, `error: no database`: the first line, up to where it goes on to explain itself. */
function troubleInText(start) {
    const [first = ''] = start.split(/[\r\n]/u, 1);
    const word = /^[^:;,.!(-]*/u.exec(first)?.[0].trim() ?? '';
    return isNotWell(word) ? `The service says of itself that it is not well: ${JSON.stringify(first.trim())}` : '';
}
/** A page that sends browsers elsewhere is a redirect, whatever its status is; one that loads itself again is not. */
function troubleInPage(start, here) {
    // What is for browsers without scripts, or for nobody, leads nowhere.
    const page = start.replace(/<noscript\b.*?<\/noscript>|<!--.*?-->/gisu, '');
    for (const [tag] of page.matchAll(/<meta\b[^>]{0,500}>/giu)) {
        if (!/\bhttp-equiv\s*=\s*["']?refresh\b/iu.test(tag))
            continue;
        const where = refreshPlace(tag);
        if (where !== '' && !leadsTo(where, here))
            return `The page leads to ${where}, as a redirect does`;
    }
    return '';
}
function refreshPlace(text) {
    return /\burl\s*=\s*["']?([^"'>\s]+)/iu.exec(text)?.[1] ?? '';
}
function leadsTo(where, here) {
    const url = URL.parse(where, here.href);
    return url !== null && url.origin === here.origin && url.pathname === here.pathname && url.search === here.search;
}
/** Whether the answer is JSON by its own account. */
function claimsJson({ answer }) {
    return /^(?:application|text)\/(?:[\w.-]+\+)?json\b/iu.test(answer.headers['content-type'] ?? '');
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/expectations.js






/** @throws Failure('input') that names what cannot be understood. */
function parseExpectations(given = {}) {
    const status = given.status ?? ['2xx'];
    const isStatus = statusTest(status);
    const headers = (given.headers ?? []).map(headerCheck);
    const checks = {
        contains: given.contains ?? [],
        patterns: (given.matches ?? []).map(parsePattern),
        assertions: (given.json ?? []).map(parseAssertion),
    };
    return {
        isStatus,
        headProblem: (reading) => {
            if (!isStatus(reading.answer.status))
                return `The status is ${reading.answer.status}, not ${status.join(' or ')}`;
            return firstProblem(headers, (check) => check(reading_headerOf(reading.answer, check.header)));
        },
        bodyProblem: (reading) => bodyProblem(checks, reading),
    };
}
function statusTest(given) {
    if (given.length === 0)
        throw new lib/* Failure */.HR('input', 'The list of expected statuses is empty; no answer could pass.');
    for (const one of given) {
        const isKnown = typeof one === 'number' ? Number.isInteger(one) && one >= 100 && one <= 599 : /^[1-5]xx$/u.test(one);
        if (!isKnown)
            throw new lib/* Failure */.HR('input', `The expected status ${JSON.stringify(one)} is neither like 200 nor like 2xx.`);
    }
    return (status) => given.some((one) => (typeof one === 'number' ? one === status : Number(one[0]) === Math.floor(status / 100)));
}
function bodyProblem(checks, reading) {
    const looksInside = checks.contains.length + checks.patterns.length + checks.assertions.length > 0;
    // JSON that cannot be read may say that the service is not well.
    if (reading.obstacle !== '')
        return looksInside || claimsJson(reading) ? reading.obstacle : '';
    return textProblem(checks, reading) || jsonProblem(checks, reading);
}
function textProblem({ contains, patterns }, reading) {
    const text = contains.length + patterns.length === 0 ? '' : reading.text();
    const missing = contains.find((part) => !text.includes(part));
    if (missing !== undefined)
        return `The body does not contain ${JSON.stringify(missing)}`;
    return firstProblem(patterns, (pattern) => {
        const problem = mismatch(pattern, text);
        return problem === '' ? '' : `The body ${problem}`;
    });
}
function jsonProblem({ assertions }, reading) {
    // Of an answer that is to be a refusal, nobody expects that it says all is well.
    if (assertions.length === 0)
        return reading.answer.status < 400 ? selfReportedTrouble(reading) : '';
    const json = reading.json();
    if (!json.ok)
        return `The body is no valid JSON: ${json.problem}`;
    return firstProblem(assertions, (assertion) => {
        const violation = violationOf(assertion, json.value, reading.digits);
        return violation === '' ? '' : `In the body, ${violation}`;
    });
}
function firstProblem(checks, problemOf) {
    for (const check of checks) {
        const problem = problemOf(check);
        if (problem !== '')
            return problem;
    }
    return '';
}

;// CONCATENATED MODULE: ./packages/probe/lib/net/limits.js

const limits_DEFAULTS = { connectMs: 5000, firstByteMs: 10_000, totalMs: 15_000 };
/** What a timer can hold. */
const LONGEST_MS = 2_147_483_647;
/** @throws Failure('input') for a limit that is no time. */
function fullLimits(given = {}) {
    const limits = {
        connectMs: given.connectMs ?? limits_DEFAULTS.connectMs,
        firstByteMs: given.firstByteMs ?? limits_DEFAULTS.firstByteMs,
        totalMs: given.totalMs ?? limits_DEFAULTS.totalMs,
    };
    for (const [name, value] of Object.entries(limits))
        checkedMs(name, value);
    return limits;
}
/** @throws Failure('input') unless it is a time that a timer can hold. */
function checkedMs(name, value) {
    if (value > 0 && value <= LONGEST_MS)
        return value;
    throw new lib/* Failure */.HR('input', `The limit ${name} is ${value}; it has to be above 0 and at most ${LONGEST_MS} ms.`);
}
/** @throws Failure('input') unless it is a port of TCP. */
function limits_checkedPort(port) {
    if (Number.isInteger(port) && port >= 1 && port <= 65_535)
        return port;
    throw new lib/* Failure */.HR('input', `The port ${port} is not a number from 1 to 65535.`);
}

;// CONCATENATED MODULE: ./packages/probe/lib/net/pinned-addresses.js



function pinAddresses(request, ports) {
    const dead = new Map();
    let pinned;
    let best = '';
    const rank = (address) => (address === best ? 0 : dead.has(address) ? 2 : 1);
    return {
        list: async () => {
            pinned ??= await resolve(request, ports);
            return pinned.toSorted((a, b) => rank(a) - rank(b));
        },
        worked: (address) => {
            best = address;
            dead.delete(address);
        },
        failed: (address, why) => dead.set(address, why),
        // That localhost listens in one family only is as it should be.
        dead: () => (isLocalhost(request.host) ? [] : [...dead].map(([address, why]) => `${address} (${why})`)),
    };
}
/** An address as the URL of it is written, with its port. */
function formatAddress(address, port) {
    return (0,external_node_net_namespaceObject.isIP)(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}
async function resolve(request, ports) {
    const { host, address, timeoutMs } = request;
    if (address !== undefined)
        return [address];
    if ((0,external_node_net_namespaceObject.isIP)(host) !== 0)
        return [host];
    // Name services disagree on which families localhost has, and servers on which they listen.
    if (isLocalhost(host))
        return ['127.0.0.1', '::1'];
    const { promise: late, reject } = Promise.withResolvers();
    const tooLate = new Fault(unknown(`The lookup of ${host} took longer than ${formatDuration(timeoutMs)}.`));
    const timer = setTimeout(() => reject(tooLate), timeoutMs);
    try {
        const addresses = await Promise.race([ports.lookup(host), late]);
        if (addresses.length > 0)
            return [...new Set(addresses)];
    }
    catch (thrown) {
        throw thrown instanceof Fault ? thrown : lookupFault(host, thrown);
    }
    finally {
        clearTimeout(timer);
    }
    throw new Fault(unknown(`The name ${host} has no address. Check its DNS records.`));
}
function lookupFault(host, thrown) {
    const code = errorCodeOf(thrown);
    const why = code === 'ENOTFOUND' || code === 'ENODATA'
        ? `The name ${host} has no address as seen from here (${code}). Check it and its DNS records.`
        : `The name ${host} could not be looked up from here (${code || messageOf(thrown)}).`;
    return new Fault(unknown(why), { cause: thrown });
}
function isLocalhost(host) {
    return host === 'localhost' || host.endsWith('.localhost');
}

;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./packages/probe/lib/tls/trust.js



/** Older protocols are broken (RFC 8996), whatever Node's options say. */
const minVersion = 'TLSv1.2';
/** @throws Failure('input') when `ca` holds no certificate. */
function trustContext({ ca }) {
    if (ca === undefined)
        return (0,external_node_tls_namespaceObject.createSecureContext)({ minVersion });
    if (!ca.includes('-----BEGIN CERTIFICATE-----')) {
        throw new lib/* Failure */.HR('input', 'ca holds no certificate. Give it as PEM, from -----BEGIN CERTIFICATE----- on.');
    }
    try {
        return (0,external_node_tls_namespaceObject.createSecureContext)({ minVersion, ca: [...(0,external_node_tls_namespaceObject.getCACertificates)('default'), ca] });
    }
    catch (cause) {
        throw new lib/* Failure */.HR('input', `ca cannot be read as certificates: ${messageOf(cause)}.`, { cause });
    }
}

;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: ./packages/probe/lib/net/connect.js




/** Node gives an address 250 ms by default, and then calls a far host unreachable. */
const LEAST_PER_ADDRESS_MS = 2000;
/** Errors that say nothing about the service. */
const OWN_SIDE = new Map([
    ['ENETUNREACH', 'no route to this network'],
    ['EHOSTUNREACH', 'no route to this host'],
    ['EADDRNOTAVAIL', 'no address of this family here'],
    ['EAFNOSUPPORT', 'no address of this family here'],
    ['ENETDOWN', 'the network is down'],
    ['EACCES', 'not permitted here'],
    ['EPERM', 'not permitted here'],
    ['EMFILE', 'too many open files here'],
    ['ENFILE', 'too many open files here'],
]);
const REFUSALS = new Map([
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'reset'],
    ['ETIMEDOUT', 'no answer'],
]);
/** Connects to the first address that answers, one after the other. Throws Fault that names every address and why it did not. */
async function connect(request, ports) {
    const startedAt = ports.now();
    const addresses = await request.addresses.list();
    const resolvedAt = ports.now();
    const share = Math.max(Math.min(LEAST_PER_ADDRESS_MS, request.timeoutMs), request.timeoutMs / addresses.length);
    const refusals = [];
    for (const address of addresses) {
        const socket = await connect_open({ ...request, address, timeoutMs: share });
        if (!('why' in socket)) {
            for (const refusal of refusals)
                request.addresses.failed(refusal.address, refusal.why);
            request.addresses.worked(address);
            return { socket, address, resolveMs: resolvedAt - startedAt, connectMs: ports.now() - resolvedAt };
        }
        refusals.push(socket);
    }
    throw unreachable(request.port, refusals);
}
function connect_open({ address, port, timeoutMs, signal }) {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    const socket = (0,external_node_net_namespaceObject.createConnection)({ host: address, port, noDelay: true });
    const refuse = (refusal) => {
        socket.destroy();
        resolve({ address, ...refusal });
    };
    const timer = setTimeout(() => {
        refuse({ why: `no answer within ${formatDuration(timeoutMs)}`, ours: false, limitMs: timeoutMs });
    }, timeoutMs);
    const onAbort = () => {
        socket.destroy();
        reject(new Fault(unknown('The attempt was stopped while it was connecting.')));
    };
    const onError = (error) => {
        refuse({ ...connect_reasonOf(error), limitMs: 0 });
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('connect', () => resolve(socket));
    return promise.finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        socket.off('error', onError);
        // What happens to a socket that nobody waits for any more is of no interest, but must not end the process.
        if (socket.destroyed)
            socket.on('error', () => { });
    });
}
function connect_reasonOf(error) {
    const code = errorCodeOf(error);
    const own = OWN_SIDE.get(code);
    if (own !== undefined)
        return { why: own, ours: true };
    return { why: REFUSALS.get(code) ?? (code || messageOf(error)), ours: false };
}
function unreachable(port, refusals) {
    const list = refusals.map(({ address, why }) => `${formatAddress(address, port)}: ${why}`).join('; ');
    const limitMs = refusals.reduce((sum, refusal) => sum + refusal.limitMs, 0);
    if (refusals.every(({ ours }) => ours))
        return new Fault(unknown(`No way from here to the service (${list}).`));
    return new Fault(wrong('health', `Nothing accepts connections (${list}).`), { limitMs });
}

;// CONCATENATED MODULE: ./packages/probe/lib/tls/secure.js




/** What each refusal of a certificate or a handshake means, and who has to do something about it. */
const REASONS = new Map([
    ['CERT_HAS_EXPIRED', 'a certificate has expired'],
    ['CERT_NOT_YET_VALID', 'a certificate is not valid yet'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate is self-signed; if that is wanted, give it as ca'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'the chain ends in an authority that is not trusted; give it as ca'],
    [
        'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        'the chain is incomplete: the server does not send the intermediate certificates, or its authority has to be given as ca',
    ],
    [
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        'the chain is incomplete, or ends in an authority that is not trusted; give it as ca',
    ],
    ['UNABLE_TO_GET_ISSUER_CERT', 'the chain is incomplete: an issuer is missing'],
    ['CERT_REVOKED', 'the certificate was revoked'],
    ['INVALID_PURPOSE', 'the certificate is not made for servers'],
    [
        'NO_ALTERNATIVE_NAME',
        'the certificate has its host as common name alone, which no browser takes for one; have it made with a subject alternative name',
    ],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'the server speaks no TLS on this port'],
    ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'the server speaks no TLS on this port'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'the server speaks only TLS versions that are too old'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'the server speaks only TLS versions that are too old'],
    ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'there is no TLS version that both sides speak'],
    ['ECONNRESET', 'the connection was closed during the handshake'],
]);
/** Makes a connection a verified TLS connection. Throws Fault with code `tls` that says why it cannot be trusted. */
function secure_secure(request) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const socket = (0,external_node_tls_namespaceObject.connect)({
        socket: request.socket,
        secureContext: request.context,
        // Said aloud, because an environment variable can change what is not.
        rejectUnauthorized: true,
        checkServerIdentity: identityProblem,
        // An address cannot be asked for by name, but the certificate still has to be for it.
        ...((0,external_node_net_namespaceObject.isIP)(request.serverName) === 0 ? { servername: request.serverName } : { host: request.serverName }),
    });
    const give = (fault) => {
        socket.destroy();
        reject(fault);
    };
    const timer = setTimeout(() => give(slowHandshake(request.timeoutMs)), request.timeoutMs);
    const onAbort = () => give(new Fault(unknown('The attempt was stopped during the TLS handshake.')));
    const onError = (error) => give(secure_faultOf(error));
    request.signal?.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('secureConnect', () => resolve(socket));
    return promise.finally(() => {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', onAbort);
        socket.off('error', onError);
        if (socket.destroyed)
            socket.on('error', () => { });
    });
}
/** Node still falls back on the common name, which RFC 9525 (section 2) has done away with, and browsers before it. */
function identityProblem(host, certificate) {
    if (certificate.subjectaltname !== undefined)
        return (0,external_node_tls_namespaceObject.checkServerIdentity)(host, certificate);
    return Object.assign(new Error('The certificate has no alternative name.'), { code: 'NO_ALTERNATIVE_NAME' });
}
function slowHandshake(limitMs) {
    const detail = `The TLS handshake did not end within ${formatDuration(limitMs)}.`;
    return new Fault(wrong('tls', detail), { limitMs });
}
function secure_faultOf(error) {
    const code = errorCodeOf(error);
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return new Fault(wrong('tls', `TLS: the certificate is for another host (${namesIn(error)}).`), { cause: error });
    }
    const reason = REASONS.get(code) ?? messageOf(error).split('\n', 1)[0]?.trim();
    return new Fault(wrong('tls', `TLS: ${reason} (${code || 'no code'}).`), { cause: error });
}
/** The names that a refused certificate is for. */
function namesIn(error) {
    const certificate = 'cert' in error ? error.cert : undefined;
    const isObject = typeof certificate === 'object' && certificate !== null;
    return isObject && 'subjectaltname' in certificate ? String(certificate.subjectaltname) : messageOf(error);
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/connection-agent.js







/**
 * Servers close idle connections after some seconds, of which two are the least that is common. Who asks every so many seconds would meet
 * just that moment again and again. With this, Node's agent also heeds what a server says of it (`Keep-Alive: timeout=5`).
 */
const LONGEST_IDLE_MS = 1_500;
/**
 * Node's agent keeps connections; how they are made is ours: to pinned addresses, each with its time, and verified. TLS sessions are not
 * resumed, so that every new connection has a whole handshake, and a certificate to look at.
 */
class ConnectionAgent extends external_node_http_namespaceObject.Agent {
    #request;
    #stories = new WeakMap();
    #open = new Set();
    constructor(request) {
        super({ keepAlive: request.keep, scheduling: 'lifo', timeout: LONGEST_IDLE_MS });
        this.#request = request;
    }
    createConnection(options, callback) {
        const signal = 'connectSignal' in options ? options.connectSignal : undefined;
        void this.#hand(signal instanceof AbortSignal ? signal : undefined, callback);
    }
    storyOf(socket) {
        return this.#stories.get(socket);
    }
    /** Ends all connections, used and unused. */
    close() {
        for (const socket of this.#open)
            socket.destroy();
        this.destroy();
    }
    async #hand(signal, callback) {
        const made = await this.#connect(signal).catch((thrown) => external_node_util_namespaceObject.types.isNativeError(thrown) ? thrown : new Error(messageOf(thrown)));
        // The type of the callback wants a stream even where there is none.
        if (external_node_util_namespaceObject.types.isNativeError(made))
            callback?.(made, new external_node_stream_namespaceObject.Duplex());
        else
            callback?.(null, made);
    }
    async #connect(signal) {
        const { addresses, port, timeoutMs, ports } = this.#request;
        const connected = await connect({ addresses, port, timeoutMs, signal }, ports);
        this.#watch(connected.socket);
        const startedAt = ports.now();
        const { stream, chain } = await this.#protect(connected, signal);
        const { address, resolveMs, connectMs } = connected;
        const madeAt = ports.now();
        this.#stories.set(stream, { madeAt, address, resolveMs, connectMs, tlsMs: madeAt - startedAt, chain });
        return stream;
    }
    async #protect({ socket }, signal) {
        const { tls, timeoutMs } = this.#request;
        if (tls === undefined)
            return { stream: socket, chain: undefined };
        const stream = await secure_secure({ socket, ...tls, timeoutMs, signal });
        this.#watch(stream);
        return { stream, chain: chainOf(stream) };
    }
    #watch(socket) {
        this.#open.add(socket);
        socket.once('close', () => this.#open.delete(socket));
    }
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/http-client.js






const BODY_BYTES = 1_048_576;
/** @throws Failure('input') for limits or a trust that cannot be. */
function httpClient(request, ports) {
    const { url, address, tls = {} } = request;
    const limits = { ...fullLimits(request.limits), bodyBytes: request.limits?.bodyBytes ?? BODY_BYTES };
    if (!(limits.bodyBytes > 0))
        throw new lib/* Failure */.HR('input', `The limit bodyBytes is ${limits.bodyBytes}; it has to be above 0.`);
    const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
    const isSecure = url.protocol === 'https:';
    const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
    const addresses = pinAddresses({ host, address, timeoutMs: limits.connectMs }, ports);
    const agent = new ConnectionAgent({
        addresses,
        port,
        timeoutMs: limits.connectMs,
        keep: request.connection !== 'new',
        tls: isSecure ? { context: trustContext(tls), serverName: tls.serverName ?? host } : undefined,
        ports,
    });
    return { agent, addresses, limits, port };
}
/** Sums up what a trace holds: `503 Service Unavailable, application/json, 123 bytes`. */
function cameOf({ head, bytes }, tell) {
    if (head === undefined)
        return 'no answer';
    const type = reading_headerOf(head, 'content-type');
    const status = `${head.status} ${head.statusText}`.trim();
    return tell.quote([status, ...(type === undefined ? [] : [type]), `${bytes} bytes`].join(', '));
}
function phasesOf({ story, series, firstByteMs, transferMs }) {
    const made = series === 'first' ? story : undefined;
    return {
        resolve: made?.resolveMs ?? 0,
        connect: made?.connectMs ?? 0,
        tls: made?.tlsMs ?? 0,
        firstByte: firstByteMs,
        transfer: transferMs,
    };
}
function addressOf({ story }, port) {
    return story === undefined ? '' : formatAddress(story.address, port);
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/identity.js




/** Reads the version out of an answer. @throws Failure('input') when the place is none. */
function versionReader({ from, equals }) {
    if (equals === '')
        throw new lib/* Failure */.HR('input', 'The expected version is empty; leave identity out or give a version.');
    if ('header' in from) {
        return ({ answer }) => {
            const value = reading_headerOf(answer, from.header);
            return value === undefined ? none(`there is no header ${from.header}`) : some(value);
        };
    }
    const inBody = 'json' in from ? jsonReader(from.json) : patternReader(from.body);
    return (reading) => (reading.obstacle === '' ? inBody(reading) : none(reading.obstacle));
}
function jsonReader(text) {
    const path = parsePath(text);
    return (reading) => {
        const json = reading.json();
        if (!json.ok)
            return none(`the body is no valid JSON: ${json.problem}`);
        const value = valueAt(path, json.value);
        if (typeof value === 'string')
            return some(value);
        // Build numbers are numbers, and 1.10 is not 1.1.
        return typeof value === 'number' ? some(reading.digits(path)) : none(`there is no text at ${formatPath(path)}`);
    };
}
function patternReader(given) {
    const pattern = parsePattern(given);
    return (reading) => {
        const match = pattern.match(reading.text());
        return match.kind === 'match' ? some(match.text) : none(`nothing in the body matches ${pattern.source}`);
    };
}
function some(version) {
    return { ok: true, version };
}
function none(problem) {
    return { ok: false, problem };
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/redirects.js


const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Asks, and follows redirects as far as is allowed. Another origin is never asked, so that no header of ours gets there. Throws Fault for
 * a redirect that is not followed, with where it led.
 */
async function followRedirects(request) {
    const seen = new Set();
    let ask = request.first;
    for (;;) {
        const answer = await request.ask(ask);
        if (!REDIRECTS.has(answer.status) || request.isExpected(answer.status))
            return { answer, url: ask.url };
        seen.add(ask.url.href);
        ask = redirected(ask, destinationOf({ answer, from: ask.url, seen, ...request }), answer.status);
    }
}
/** Throws Fault unless the redirect may be followed. */
function destinationOf({ answer, from, seen, most, tell }) {
    const { location } = answer.headers;
    if (location === undefined)
        throw refused(`${answer.status} without a location.`);
    const url = nextUrl(location, from);
    const where = tell.quote(url?.href ?? location);
    if (url === undefined || url.origin !== from.origin) {
        throw refused(`${answer.status} leads to another origin, ${where}; it was not followed.`);
    }
    if (most === 0)
        throw refused(`${answer.status} leads to ${where}; redirects are not followed unless told.`);
    if (seen.has(url.href))
        throw refused(`The redirects go round in circles, back to ${where}.`);
    if (seen.size > most)
        throw refused(`More than ${most} redirects; the next leads to ${where}.`);
    return url;
}
function nextUrl(location, base) {
    const url = URL.parse(location, base.href) ?? undefined;
    // Credentials are never sent, nor shown.
    if (url !== undefined)
        Object.assign(url, { hash: '', username: '', password: '' });
    return url;
}
function refused(detail) {
    return new Fault(wrong('health', detail));
}

;// CONCATENATED MODULE: ./packages/probe/lib/http/http-probe.js













const MOST_REDIRECTS = 3;
/**
 * Asks a URL. Certificates are always verified, proxy variables are ignored, the address is looked up once, and of redirects only the
 * ones within the origin are followed, if told.
 *
 * @throws Failure('input') for a request that cannot be made or understood.
 */
function createHttpProbe(request, ports) {
    const setup = setUp(request, ports);
    const { client, ask, tell } = setup;
    const { totalMs } = client.limits;
    return {
        name: request.name,
        attempt: (signal) => {
            const sight = { trace: newTrace(), ask, reading: undefined, version: undefined };
            return runAttempt({
                ports,
                signal,
                totalMs,
                late: () => tooLate(asked(ask), totalMs),
                work: (inner) => look(setup, sight, inner),
                meaning: (finding) => told(codedAs(request.code ?? 'health')(finding), tell),
                story: () => ({ series: sight.trace.series, evidence: evidenceOf(setup, sight) }),
            });
        },
        close: async () => client.agent.close(),
    };
}
function setUp(request, ports) {
    const { redirects = 0 } = request;
    if (!Number.isInteger(redirects) || redirects < 0 || redirects > MOST_REDIRECTS) {
        throw new lib/* Failure */.HR('input', `redirects is ${redirects}; it has to be a number from 0 to ${MOST_REDIRECTS}.`);
    }
    const ask = askOf(request);
    return {
        request,
        ports,
        ask,
        client: httpClient({ ...request, url: ask.url }, ports),
        expectations: parseExpectations(request.expect),
        version: request.identity === undefined ? undefined : versionReader(request.identity),
        counters: counterReader(request.counters),
        tell: telling(secretsOf(request.headers ?? {}, request.secrets)),
        kept: { closedAt: undefined },
    };
}
async function look(setup, sight, signal) {
    const { answer, url } = await followRedirects({
        first: setup.ask,
        most: setup.request.redirects ?? 0,
        isExpected: setup.expectations.isStatus,
        tell: setup.tell,
        ask: (ask) => askOnce(setup, sight, { ask, signal }),
    });
    const reading = readingOf(answer, url);
    sight.reading = reading;
    return judgeAnswer(setup, sight, reading);
}
async function askOnce(setup, sight, { ask, signal }) {
    const { agent, limits } = setup.client;
    // A redirect is asked over a connection that the first request has made; the attempt still is one with a new connection.
    const made = sight.trace.series === 'first' ? sight.trace.story : undefined;
    const trace = newTrace();
    sight.trace = trace;
    sight.ask = ask;
    try {
        const answer = await exchange({ ask, agent, limits, signal, ports: setup.ports }, trace);
        if (trace.series === 'kept')
            setup.kept.closedAt = undefined;
        return answer;
    }
    catch (thrown) {
        throw thrown instanceof KeptConnectionClosed ? keptFault(setup, thrown, trace.story?.madeAt) : thrown;
    }
    finally {
        if (made !== undefined)
            Object.assign(trace, { story: made, series: 'first' });
    }
}
/**
 * A server that closes every kept connection as soon as it is used does not just tidy up. One that tidies up may close several at once: only
 * a connection that was made since then shows that it goes on.
 */
function keptFault({ kept, ports }, closed, madeAt = Number.NEGATIVE_INFINITY) {
    if (kept.closedAt !== undefined && madeAt >= kept.closedAt) {
        return new Fault(wrong('health', 'A kept connection was closed without an answer for the second time in a row.'));
    }
    kept.closedAt = ports.now();
    return closed;
}
function judgeAnswer(setup, sight, reading) {
    const { expectations } = setup;
    const certificate = certificateProblem(setup, sight);
    if (certificate !== '')
        return wrong('tls', certificate);
    const head = expectations.headProblem(reading);
    if (head !== '')
        return wrong('health', `${head}.`);
    const read = setup.version?.(reading);
    if (read?.ok === true)
        sight.version = setup.tell.quote(read.version);
    const version = read === undefined ? '' : versionProblem(setup, read);
    // Another version may answer in another way: that explains whatever is wrong with its body. One that cannot be read explains nothing.
    if (read?.ok === true && version !== '')
        return wrong('version', version);
    const body = expectations.bodyProblem(reading);
    if (body !== '')
        return wrong('health', `${body}.`);
    return version === '' ? { kind: 'ok' } : wrong('version', version);
}
function certificateProblem({ request, ports }, { trace }) {
    const minDaysLeft = request.tls?.minDaysLeft;
    const chain = trace.story?.chain;
    if (minDaysLeft === undefined || chain === undefined)
        return '';
    return endsTooSoon(chain, minDaysLeft, ports.wallClock());
}
/** Empty when the version that answers is the expected one. */
function versionProblem({ request, tell }, read) {
    if (!read.ok)
        return `Which version answers cannot be told: ${read.problem}.`;
    const equals = request.identity?.equals ?? '';
    if (withoutV(read.version) === withoutV(equals))
        return '';
    return `Version ${JSON.stringify(tell.quote(read.version))} answers, not ${JSON.stringify(equals)}.`;
}
/** A tag is called `v1.4.2`, and most services call themselves `1.4.2`. */
function withoutV(version) {
    return version.replace(/^v(?=\d)/u, '');
}
function evidenceOf({ client, counters, tell }, { trace, ask, reading, version }) {
    const dead = client.addresses.dead();
    const read = reading === undefined ? {} : counters(reading);
    return {
        asked: tell.quote(asked(ask)),
        came: cameOf(trace, tell),
        phases: phasesOf(trace),
        excerpt: tell.excerpt(startOf(trace)),
        address: addressOf(trace, client.port),
        ...(version === undefined ? {} : { version }),
        ...(Object.keys(read).length === 0 ? {} : { counters: read }),
        ...(dead.length === 0 ? {} : { deadAddresses: dead }),
    };
}
function asked({ method, url }) {
    return `${method} ${url.href}`;
}

;// CONCATENATED MODULE: external "node:dns/promises"
const external_node_dns_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: ./packages/probe/lib/probe.js


/** The clocks and the name service of this machine. */
const systemPorts = {
    now: () => external_node_perf_hooks_namespaceObject.performance.now(),
    wallClock: () => Date.now(),
    lookup: async (name) => (await (0,external_node_dns_promises_namespaceObject.lookup)(name, { all: true, order: 'verbatim' })).map(({ address }) => address),
};
const NO_PHASES = { resolve: 0, connect: 0, tls: 0, firstByte: 0, transfer: 0 };

;// CONCATENATED MODULE: ./packages/probe/lib/net/tcp-probe.js






/** Connects anew for each attempt. @throws Failure('input') for a port or a limit that is none. */
function createTcpProbe(request, ports) {
    const { connectMs, totalMs } = fullLimits(request.limits);
    const port = limits_checkedPort(request.port);
    const addresses = pinAddresses({ host: request.host, timeoutMs: connectMs }, ports);
    const setup = { port, ports, timeoutMs: connectMs, addresses };
    const tell = telling([]);
    const what = `tcp ${formatAddress(request.host, port)}`;
    return {
        name: request.name,
        attempt: (signal) => {
            const sight = { phases: NO_PHASES, address: '' };
            return runAttempt({
                ports,
                signal,
                totalMs,
                late: () => tooLate(what, totalMs),
                work: (inner) => tcp_probe_look(setup, sight, inner),
                meaning: (finding) => told(codedAs(request.code ?? 'health')(finding), tell),
                story: () => ({ series: 'first', evidence: tcp_probe_evidenceOf(setup, sight, what) }),
            });
        },
        close: async () => { },
    };
}
async function tcp_probe_look({ port, ports, timeoutMs, addresses }, sight, signal) {
    const { socket, address, resolveMs, connectMs } = await connect({ addresses, port, timeoutMs, signal }, ports);
    sight.address = formatAddress(address, port);
    sight.phases = { ...NO_PHASES, resolve: resolveMs, connect: connectMs };
    socket.on('error', () => { });
    socket.destroy();
    return { kind: 'ok' };
}
function tcp_probe_evidenceOf({ addresses }, { phases, address }, asked) {
    const dead = addresses.dead();
    return {
        asked,
        came: address === '' ? 'no connection' : 'connected',
        phases,
        excerpt: '',
        address,
        ...(dead.length === 0 ? {} : { deadAddresses: dead }),
    };
}

;// CONCATENATED MODULE: ./packages/probe/lib/json/shape.js
function objectOf(value) {
    return typeof value === 'object' && value !== null && !shape_isList(value) ? value : {};
}
function listOf(value) {
    return typeof value === 'object' && value !== null && shape_isList(value) ? value : undefined;
}
function shape_textOf(value) {
    return typeof value === 'string' ? value : '';
}
/** NaN for what is no number. */
function numberOf(value) {
    return typeof value === 'number' ? value : Number.NaN;
}
/** The members that are texts. */
function textsOf(value) {
    const texts = Object.entries(objectOf(value)).flatMap(([key, one]) => typeof one === 'string' ? [[key, one]] : []);
    return Object.fromEntries(texts);
}
function shape_isList(value) {
    return Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/alert-rules.js

/** The alerting rules in the data of `/api/v1/rules`; undefined when it holds no list of groups. */
function alertRulesOf(data) {
    return listOf(data['groups'])?.flatMap((group) => rulesOfGroup(objectOf(group)));
}
function rulesOfGroup(group) {
    const rules = (listOf(group['rules']) ?? []).map(objectOf);
    return rules.filter((rule) => rule['type'] === 'alerting').map((rule) => ruleOf(rule, group));
}
function ruleOf(rule, group) {
    return {
        name: shape_textOf(rule['name']),
        health: shape_textOf(rule['health']),
        lastError: shape_textOf(rule['lastError']),
        holdMs: numberOf(rule['duration']) * 1000,
        intervalMs: numberOf(group['interval']) * 1000,
        lastEvaluation: Date.parse(shape_textOf(rule['lastEvaluation']) || shape_textOf(group['lastEvaluation'])),
        alerts: (listOf(rule['alerts']) ?? []).map(alertOf),
    };
}
function alertOf(value) {
    const alert = objectOf(value);
    return {
        // Whatever it is called, an alert that is listed is active; only pending is less.
        state: alert['state'] === 'pending' ? 'pending' : 'firing',
        labels: textsOf(alert['labels']),
        activeAt: Date.parse(shape_textOf(alert['activeAt'])),
    };
}
/** `HighErrorRate{instance="a"}`. */
function formatAlert({ labels }) {
    const { alertname = '', ...rest } = labels;
    const pairs = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return pairs.length === 0 ? alertname : `${alertname}{${pairs.join(', ')}}`;
}
/** How long one has to watch before quiet means anything: until the slowest rule would have fired. */
function neededWindowMs({ holdMs, intervalMs }) {
    return holdMs + 2 * intervalMs;
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/answer.js


/** The data of an answer of Prometheus. Throws Fault with `unknown` when it says that something is missing. */
function dataOf({ status, value }) {
    const body = objectOf(value);
    if (status !== 200 || body['status'] !== 'success') {
        const why = [shape_textOf(body['errorType']), shape_textOf(body['error'])].filter((part) => part !== '').join(': ');
        throw new Fault(unknown(`Prometheus answers ${status}${why === '' ? '' : `, ${why}`}.`));
    }
    const doubt = doubtIn(body);
    if (doubt !== '')
        throw new Fault(unknown(`Prometheus ${doubt}.`));
    return objectOf(body['data']);
}
/** Why an answer may lack a part, as when a remote store did not answer; empty when nothing says so. */
function doubtIn(body) {
    const { warnings = null, isPartial = false, error = null, errorType = null } = body;
    // An empty list is what some send where there is nothing to say.
    if (warnings !== null && listOf(warnings)?.length !== 0)
        return `warns: ${(listOf(warnings) ?? [warnings]).map((one) => shape_textOf(one) || JSON.stringify(one)).join('; ')}`;
    // VictoriaMetrics, when some of its storage nodes did not answer.
    if (isPartial !== false)
        return 'says that its answer is partial';
    const problem = [errorType, error].map(shape_textOf).filter((part) => part !== '');
    return problem.length === 0 ? '' : `calls it a success, and says ${problem.join(': ')}`;
}
/** The one value that an instant query has to answer with. Throws Fault with `unknown` when there is none, or more. */
function singleValue(data) {
    const kind = shape_textOf(data['resultType']);
    if (kind === 'scalar')
        return pointOf(data['result']);
    if (kind !== 'vector')
        throw new Fault(unknown(`The query answers with a ${kind || 'nothing known'}, not with a value.`));
    const series = listOf(data['result']) ?? [];
    if (series.length === 0)
        throw new Fault(unknown('The query answers with no series: there is no data.'));
    if (series.length > 1) {
        throw new Fault(unknown(`The query answers with ${series.length} series; aggregate them into one, as with sum or min.`));
    }
    const only = objectOf(series[0]);
    if (only['value'] === undefined)
        throw new Fault(unknown('The query answers with a histogram, not with a value.'));
    return pointOf(only['value']);
}
function pointOf(pair) {
    const [time, text] = listOf(pair) ?? [];
    const value = parseValue(shape_textOf(text));
    if (typeof time !== 'number' || value === undefined) {
        throw new Fault(unknown(`The query answers with ${JSON.stringify(pair ?? null)}, which is no value.`));
    }
    if (Number.isNaN(value))
        throw new Fault(unknown('The query answers with NaN: there was nothing to divide by.'));
    return { time: time * 1000, value };
}
/** As Go writes floats; `Number('')` would be 0. */
function parseValue(text) {
    if (text === 'NaN')
        return Number.NaN;
    if (/^[+-]Inf$/u.test(text))
        return text.startsWith('+') ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    return /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/u.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/api.js







const api_BODY_BYTES = 8_388_608;
/** @param name as people call it: `Prometheus`. @throws Failure('input') for a URL or headers that cannot be. */
function monitoringApi(name, server, ports) {
    const { headers = {}, tls, limits } = server;
    const base = askOf({ name, url: server.url, headers: { accept: 'application/json', ...headers } });
    if (base.url.search !== '')
        throw new lib/* Failure */.HR('input', `The URL of ${name} must not have a query.`);
    const client = httpClient({ url: base.url, tls, limits: { bodyBytes: api_BODY_BYTES, ...limits } }, ports);
    const tell = telling(secretsOf(headers));
    let trace = newTrace();
    const get = async ({ path, query, signal }) => {
        const url = new URL(base.url);
        url.pathname = `${url.pathname.replace(/\/$/u, '')}${path}`;
        url.search = new URLSearchParams(query).toString();
        trace = newTrace();
        const { agent, limits: full } = client;
        const answer = await exchange({ ask: { ...base, url }, agent, limits: full, signal, ports }, trace);
        const json = readingOf(answer, url).json();
        if (!json.ok)
            throw new Fault(unknown(`${name} answers ${answer.status} with what is no JSON: ${json.problem}.`));
        const serverTime = Date.parse(answer.headers.date ?? '');
        return { status: answer.status, value: json.value, serverTime: serverTime || ports.wallClock() };
    };
    return {
        totalMs: client.limits.totalMs,
        tell,
        get: (call) => get(call).catch((thrown) => Promise.reject(asUnknown(name, thrown))),
        evidence: () => ({
            came: cameOf(trace, tell),
            phases: phasesOf(trace),
            excerpt: tell.excerpt(startOf(trace)),
            address: addressOf(trace, client.port),
        }),
        get series() {
            return trace.series;
        },
        close: () => client.agent.close(),
    };
}
function asUnknown(name, thrown) {
    const finding = findingOf(thrown);
    if (finding.kind === 'unknown')
        return new Fault(finding, { cause: thrown });
    const detail = finding.kind === 'ok' ? 'no reason is known' : finding.detail;
    return new Fault(unknown(`${name} could not be asked: ${detail}`), { cause: thrown });
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/silences.js

/** From the answer to `/api/v2/alerts`; undefined when it is no list of alerts. */
function silencesOf({ status, value }) {
    const alerts = status === 200 ? listOf(value) : undefined;
    if (alerts === undefined)
        return undefined;
    const known = alerts.map(objectOf).map((alert) => {
        const state = objectOf(alert['status']);
        return {
            labels: textsOf(alert['labels']),
            silenced: isFilled(state['silencedBy']),
            inhibited: isFilled(state['inhibitedBy']),
        };
    });
    return ({ labels }) => {
        // Prometheus adds external labels on the way, so that Alertmanager may know of more.
        const same = known.filter((one) => Object.entries(labels).every(([name, text]) => one.labels[name] === text));
        if (same.some(({ silenced }) => silenced))
            return 'silenced';
        return same.some(({ inhibited }) => inhibited) ? 'inhibited' : 'loud';
    };
}
function isFilled(value) {
    return (listOf(value) ?? []).length > 0;
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/alerts-probe.js








/** Rules that were evaluated so many intervals ago are not evaluated any more. */
const STALE_INTERVALS = 3;
/** What clocks to the second and slow evaluations may be off, in milliseconds. */
const alerts_probe_SLACK_MS = 15_000;
const CLOCK_STEP_MS = 1000;
/** Alerts that are called by name; each is looked for among all that Alertmanager knows, and an outage has thousands. */
const MOST_NAMED = 10;
/**
 * Pending alerts count like firing ones: within a window that is worth waiting for, `for` would keep most of them pending. A Prometheus
 * that is down, or has no rules, or does not evaluate them, is `unknown`.
 *
 * @throws Failure('input') for servers that cannot be asked.
 */
function createAlertsProbe(request, ports) {
    const prometheus = monitoringApi('Prometheus', request.prometheus, ports);
    const alertmanager = request.alertmanager === undefined ? undefined : monitoringApi('Alertmanager', request.alertmanager, ports);
    const setup = { request, ports, prometheus, alertmanager };
    const totalMs = prometheus.totalMs + (alertmanager?.totalMs ?? 0);
    return {
        name: request.name,
        attempt: (signal) => {
            const sight = { evidence: undefined, series: 'first', notes: [] };
            return runAttempt({
                ports,
                signal,
                totalMs,
                late: () => unknown(`Prometheus did not answer within ${formatDuration(totalMs)}.`),
                work: (inner) => alerts_probe_look(setup, sight, inner),
                meaning: (finding) => told(finding, prometheus.tell),
                story: () => ({ series: sight.series, evidence: alerts_probe_evidenceOf(setup, sight) }),
            });
        },
        close: async () => {
            prometheus.close();
            alertmanager?.close();
        },
    };
}
async function alerts_probe_look(setup, sight, signal) {
    const { request, prometheus } = setup;
    const answer = await prometheus.get({ path: '/api/v1/rules', query: { type: 'alert' }, signal });
    sight.series = prometheus.series;
    sight.evidence = prometheus.evidence();
    const rules = watched(alertRulesOf(dataOf(answer)));
    const alerts = rules.flatMap((rule) => rule.alerts).filter((alert) => hasLabels(alert, request.labels ?? {}));
    const from = beginOf(setup, answer);
    // One that does not say since when counts.
    const isOld = ({ activeAt }) => activeAt < from;
    const fresh = alerts.filter((alert) => !isOld(alert));
    const old = alerts.filter(isOld);
    sight.evidence = {
        ...sight.evidence,
        came: `${rules.length} rules, ${fresh.length} new alerts, ${old.length} older ones`,
    };
    for (const alert of old.slice(0, MOST_NAMED))
        sight.notes.push(`${formatAlert(alert)} has been ${alert.state} since before the deployment`);
    if (fresh.length > 0)
        return failing(setup, fresh, signal);
    const blindness = blindnessOf(rules, { windowMs: request.windowMs, from, now: answer.serverTime });
    return blindness === '' ? { kind: 'ok' } : unknown(blindness);
}
/** Throws Fault with `unknown` when there is nothing to watch. */
function watched(rules) {
    if (rules === undefined)
        throw new Fault(unknown('Prometheus answers without a list of rules.'));
    if (rules.length === 0)
        throw new Fault(unknown('Prometheus has no alerting rules to watch: it could not raise an alarm.'));
    return rules;
}
function hasLabels({ labels }, wanted) {
    return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}
/** Since when alerts count, by the server's clock as far as it is off from ours. */
function beginOf({ request, ports }, { serverTime }) {
    const { since } = request;
    if (since === undefined)
        return Number.NEGATIVE_INFINITY;
    const skew = serverTime - ports.wallClock();
    return since + (Math.abs(skew) > 2 * CLOCK_STEP_MS ? skew : 0) - CLOCK_STEP_MS;
}
async function failing(setup, alerts, signal) {
    const loudness = await loudnessOf(setup, signal);
    const named = alerts.slice(0, MOST_NAMED).map((alert) => `${formatAlert(alert)} is ${alert.state}${loudness(alert)}`);
    const rest = alerts.length > MOST_NAMED ? [`and ${alerts.length - MOST_NAMED} more`] : [];
    return wrong('alerts', `Since the deployment: ${[...named, ...rest].join('; ')}.`);
}
/** What to add to an alert: an Alertmanager that cannot be asked changes nothing about the alert, but is said. */
async function loudnessOf({ alertmanager }, signal) {
    if (alertmanager === undefined)
        return () => '';
    const silences = await alertmanager
        .get({ path: '/api/v2/alerts', query: {}, signal })
        .then(silencesOf, () => undefined);
    if (silences === undefined)
        return () => ' (whether it is silenced, Alertmanager could not be asked)';
    return (alert) => {
        const loudness = silences(alert);
        return loudness === 'loud' ? '' : `, ${loudness} in Alertmanager`;
    };
}
/** Why quiet means nothing; empty when it does. */
function blindnessOf(rules, { windowMs, from, now }) {
    const sick = rules.find(({ health }) => health !== 'ok');
    if (sick !== undefined) {
        return `The rule ${sick.name} is not evaluated (health ${sick.health || 'not told'}${sick.lastError === '' ? '' : `, ${sick.lastError}`}).`;
    }
    const stale = rules.find(({ lastEvaluation, intervalMs }) => !(now - lastEvaluation <= STALE_INTERVALS * intervalMs + alerts_probe_SLACK_MS));
    if (stale !== undefined)
        return `The rule ${stale.name} has not been evaluated for more than ${STALE_INTERVALS} intervals.`;
    const early = rules.find((rule) => !(rule.lastEvaluation >= from) && !isYetToCome(rule, { windowMs, from, now }));
    if (early !== undefined) {
        const every = formatDuration(early.intervalMs);
        return `The rule ${early.name} has not been evaluated since the deployment; its group is due every ${every}. Give it more time: duration, or ready-within in the file of checks.`;
    }
    const slow = rules.find((rule) => windowMs !== undefined && !(neededWindowMs(rule) <= windowMs));
    if (slow === undefined || windowMs === undefined)
        return '';
    const needed = formatDuration(neededWindowMs(slow));
    return `The window of ${formatDuration(windowMs)} is too short for ${slow.name}, which needs ${needed} (its for, and two evaluations).`;
}
/** At the beginning of a window the turn of a slow rule may not have come. As the window has two of them, most of its looks come later. */
function isYetToCome({ intervalMs }, { windowMs, from, now }) {
    return windowMs !== undefined && now <= from + intervalMs;
}
function alerts_probe_evidenceOf({ prometheus }, { evidence, notes }) {
    return {
        asked: 'alerts',
        ...(evidence ?? prometheus.evidence()),
        ...(notes.length === 0 ? {} : { notes: notes.map((note) => prometheus.tell.quote(note)) }),
    };
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/threshold.js

const TESTS = {
    '>': (value, limit) => value > limit,
    '>=': (value, limit) => value >= limit,
    '<': (value, limit) => value < limit,
    '<=': (value, limit) => value <= limit,
    '==': (value, limit) => value === limit,
    '!=': (value, limit) => value !== limit,
};
/** Parses `> 0.99`. @throws Failure('input') that says how to write it. */
function parseThreshold(text) {
    const parts = /^\s*(>=|<=|==|!=|>|<)\s*([+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)\s*$/u.exec(text);
    const test = TESTS[parts?.[1] ?? ''];
    const limit = Number(parts?.[2]);
    if (test === undefined || !Number.isFinite(limit)) {
        throw new lib/* Failure */.HR('input', `${JSON.stringify(text)} is no threshold. Write it as > 0.99 or <= 500.`);
    }
    return { text: text.trim(), holds: (value) => test(value, limit) };
}

;// CONCATENATED MODULE: ./packages/probe/lib/prometheus/prometheus-probe.js







/** A value that is older is no evidence. */
const MAX_AGE_MS = 60_000;
/** Everything but one fresh value that misses the threshold or keeps it is `unknown`. @throws Failure('input') for what cannot be asked. */
function createPrometheusProbe(request, ports) {
    const api = monitoringApi('Prometheus', request.prometheus, ports);
    const setup = { request, api, threshold: parseThreshold(request.threshold) };
    const late = () => unknown(`Prometheus did not answer within ${formatDuration(api.totalMs)}.`);
    return {
        name: request.name,
        attempt: (signal) => {
            const sight = { evidence: undefined, series: 'first' };
            return runAttempt({
                ports,
                signal,
                totalMs: api.totalMs,
                late,
                work: (inner) => prometheus_probe_look(setup, sight, inner),
                meaning: (finding) => told(finding, api.tell),
                story: () => ({
                    series: sight.series,
                    evidence: { asked: api.tell.quote(`query ${request.query}`), ...(sight.evidence ?? api.evidence()) },
                }),
            });
        },
        close: async () => api.close(),
    };
}
async function prometheus_probe_look(setup, sight, signal) {
    const { request, api, threshold } = setup;
    const answer = await api.get({ path: '/api/v1/query', query: { query: request.query }, signal });
    sight.series = api.series;
    sight.evidence = api.evidence();
    const point = singleValue(dataOf(answer));
    sight.evidence = { ...sight.evidence, came: `${point.value}` };
    checkAge(point, answer.serverTime);
    if (threshold.holds(point.value))
        return { kind: 'ok' };
    return wrong('health', `The query answers with ${point.value}, which is not ${threshold.text}.`);
}
function checkAge({ time }, serverTime) {
    const age = serverTime - time;
    // A value of the future comes from a clock that is wrong, and its age is not known.
    if (Math.abs(age) <= MAX_AGE_MS)
        return;
    throw new Fault(unknown(`The value is ${formatDuration(Math.abs(age))} ${age > 0 ? 'old' : 'ahead of time'}; that is no evidence of now.`));
}

;// CONCATENATED MODULE: ./packages/probe/lib/remote/database-recipes.js

const ALL = ['database', 'host', 'port', 'user', 'password'];
const DATABASE_RECIPES = {
    postgresql: { client: 'psql', query: 'SELECT 1', answer: '1', settings: ALL },
    mysql: { client: 'mysql', query: 'SELECT 1', answer: '1', settings: ALL },
    redis: { client: 'redis-cli', query: 'PING', answer: 'PONG', settings: ALL },
    sqlite: {
        client: 'sqlite3',
        // An empty file is a database in perfect order.
        query: 'PRAGMA quick_check(1); SELECT count(*) > 0 FROM sqlite_master',
        answer: 'ok\n1',
        settings: ['database'],
    },
};
/** The arguments of `remote/database.sh`. @throws Failure('input') for settings that the kind has no use for, or cannot do without. */
function databaseArguments(kind, settings, timeoutMs) {
    const recipe = DATABASE_RECIPES[kind];
    for (const name of Object.keys(settings)) {
        if (!recipe.settings.some((known) => known === name))
            throw new lib/* Failure */.HR('input', `${kind} has no setting ${name}.`);
    }
    const { database = '', host = '', port = '', user = '', password } = settings;
    if (kind === 'sqlite' && database === '')
        throw new lib/* Failure */.HR('input', 'sqlite needs the path of the database.');
    const args = {
        kind,
        // Connecting has to give up before the program is stopped, so that the client can say why.
        seconds: String(Math.max(1, Math.floor(timeoutMs / 2000))),
        query: recipe.query,
        database,
        host,
        port: String(port),
        user,
        password: password?.secret ?? '',
    };
    const odd = Object.entries(args).find(([, value]) => value.includes('\0'));
    if (odd !== undefined)
        throw new lib/* Failure */.HR('input', `The setting ${odd[0]} of ${kind} holds a NUL character.`);
    return args;
}
/** The password, and a connection string, which may hold one. */
function secretOf({ password, database = '' }) {
    const inUrl = /^[a-z]+:\/\/[^/@:]*:([^@]*)@/u.exec(database)?.[1];
    const inWords = /\bpassword\s*=\s*(?:'([^']*)'|([^'\s]\S*))/u.exec(database);
    const all = [password?.secret, inUrl, inWords?.[1] ?? inWords?.[2]];
    return all.flatMap((value) => (value === undefined || value === '' ? [] : [value]));
}

;// CONCATENATED MODULE: ./packages/probe/lib/remote/programs.js

// Each literal `new URL` is found by the bundler, which puts the file beside the bundle.
const command = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "command.sh", 'utf8');
const database = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "database.sh", 'utf8');
const programs_process = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "process.sh", 'utf8');
/** The programs that look at a service from its server; see the head of each file for what it does. */
const PROGRAMS = {
    command,
    database,
    process: programs_process,
};

;// CONCATENATED MODULE: ./packages/probe/lib/remote/remote-shell.js

/** The connection gets this much longer than the program before it counts as lost. */
const GRACE_MS = 5000;
/** Runs a program, and throws Fault with `unknown` when it is the way to the server that fails. */
async function runRemotely({ shell, program, args, limits, signal }) {
    const { promise: lost, reject } = Promise.withResolvers();
    const onAbort = () => reject(new Error('aborted'));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([shell.run(program, args, limits), lost]);
    }
    catch (cause) {
        throw new Fault(unknown(`${shell.label} could not be asked: ${messageOf(cause)}`), { cause });
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** For the whole attempt, when the server itself is to end the program after `timeoutMs`. */
function patienceFor(timeoutMs) {
    return timeoutMs + GRACE_MS;
}

;// CONCATENATED MODULE: ./packages/probe/lib/remote/remote-probe.js








const OUTPUT_BYTES = 65_536;
function createRemoteProbe(request, ports) {
    const { shell, tell } = request;
    const totalMs = patienceFor(checkedMs('timeoutMs', request.timeoutMs));
    return {
        name: request.name,
        attempt: (signal) => {
            const sight = { end: undefined, reading: undefined };
            return runAttempt({
                ports,
                signal,
                totalMs,
                // The server ends the program before this: that nothing came is the connection's doing.
                late: () => unknown(`${shell.label} did not answer within ${formatDuration(totalMs)}.`),
                work: (inner) => remote_probe_look(request, sight, inner),
                meaning: (finding) => told(codedAs(request.code)(finding), tell),
                story: () => ({ series: 'first', evidence: remote_probe_evidenceOf(request, sight) }),
            });
        },
        close: async () => { },
    };
}
async function remote_probe_look(request, sight, signal) {
    const { shell, program, args, timeoutMs } = request;
    const limits = { timeoutMs, outputBytes: OUTPUT_BYTES };
    const end = await runRemotely({ shell, program, args, limits, signal });
    sight.end = end;
    if (end.timedOut === true) {
        const detail = `It did not end within ${formatDuration(timeoutMs)} and was stopped.`;
        throw new Fault(wrong('health', detail), { limitMs: timeoutMs });
    }
    // 126 and 127 are the shell's own: what was to be run could not be, and so nothing was looked at.
    if (end.status === 126 || end.status === 127)
        throw new Fault(unknown(`It cannot be run on the server: ${lastLine(end)}`));
    sight.reading = request.judge(end);
    return sight.reading.finding;
}
/** What a program said last of its trouble; indented lines only explain the one above, as psql's question whether the server is running. */
function lastLine({ status, signal, stderr, stdout }) {
    const lines = (stderr.trim() || stdout.trim()).split('\n');
    const line = lines.findLast((text) => /^\S/.test(text)) ?? '';
    const how = signal === null ? `status ${status}` : `signal ${signal}`;
    return line === '' ? `${how}.` : `${how}, ${line}`;
}
function remote_probe_evidenceOf({ asked, shell, tell }, { end, reading }) {
    const output = end === undefined ? '' : end.stdout.trim() || end.stderr.trim();
    return {
        asked: tell.quote(asked),
        came: end === undefined ? 'no answer' : remote_probe_cameOf(end),
        phases: NO_PHASES,
        excerpt: tell.excerpt(external_node_buffer_namespaceObject.Buffer.from(output)),
        address: shell.label,
        ...(reading?.counters === undefined ? {} : { counters: reading.counters }),
    };
}
function remote_probe_cameOf({ status, signal, stdout, timedOut }) {
    const bytes = `${external_node_buffer_namespaceObject.Buffer.byteLength(stdout)} bytes`;
    if (timedOut === true)
        return `stopped, ${bytes}`;
    return `${signal === null ? `status ${status}` : `signal ${signal}`}, ${bytes}`;
}

;// CONCATENATED MODULE: ./packages/probe/lib/remote/command-probe.js







/** @throws Failure('input') for a command, settings or expectations that cannot be understood. */
function createCommandProbe(request, ports) {
    const { name, shell, run, secrets = [], timeoutMs = 10_000 } = request;
    const task = 'command' in run ? commandTask(run.command) : databaseTask(run, timeoutMs);
    const code = request.code ?? task.code;
    const outputProblem = outputCheck(request.expect ?? task.expect);
    const judge = (end) => {
        const problem = outputProblem(end);
        return { finding: problem === '' ? { kind: 'ok' } : wrong(code, problem) };
    };
    const { asked, program, args } = task;
    const tell = telling([...secrets, ...task.secrets]);
    return createRemoteProbe({ name, shell, asked, program, args, timeoutMs, code, tell, judge }, ports);
}
function commandTask(command) {
    if (command.trim() === '')
        throw new lib/* Failure */.HR('input', 'The command is empty.');
    if (command.includes('\0'))
        throw new lib/* Failure */.HR('input', 'The command holds a NUL character, which no command can.');
    return { asked: command, program: PROGRAMS.command, args: { command }, code: 'health', expect: {}, secrets: [] };
}
function databaseTask(run, timeoutMs) {
    const { database, settings = {} } = run;
    const recipe = DATABASE_RECIPES[database];
    return {
        asked: `${recipe.client}: ${recipe.query}`,
        program: PROGRAMS.database,
        args: databaseArguments(database, settings, timeoutMs),
        code: 'database',
        expect: { equals: recipe.answer },
        secrets: secretOf(settings),
    };
}
function outputCheck(expect) {
    const patterns = (expect.matches ?? []).map(parsePattern);
    const status = expect.status ?? 0;
    return (end) => {
        if (end.status !== status)
            return `It ended with ${lastLine(end)}`;
        const output = end.stdout.trim();
        return command_probe_textProblem(output, expect) || patternProblem(output, patterns);
    };
}
function command_probe_textProblem(output, { equals, contains = [] }) {
    if (equals !== undefined && output !== equals.trim()) {
        return `The output is ${command_probe_brief(output)}, not ${command_probe_brief(equals)}.`;
    }
    const missing = contains.find((part) => !output.includes(part));
    return missing === undefined ? '' : `The output does not contain ${command_probe_brief(missing)}.`;
}
function patternProblem(output, patterns) {
    const problem = patterns.map((pattern) => mismatch(pattern, output)).find((one) => one !== '');
    return problem === undefined ? '' : `The output ${problem}.`;
}
function command_probe_brief(text) {
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}

;// CONCATENATED MODULE: ./packages/probe/lib/remote/process-probe.js





/** @throws Failure('input') for a unit or a path that cannot be one. */
function createProcessProbe(request, ports) {
    const { process } = request;
    const args = process_probe_argumentsOf(process);
    let first;
    const judge = (end) => {
        const facts = factsOf(end.stdout);
        const finding = 'unit' in process ? unitFinding(facts, end) : pidFinding(facts, end);
        const counters = countersOf(facts);
        if (finding.kind !== 'ok')
            return { finding, ...counters };
        const now = identityOf(facts);
        first ??= now;
        if (now === first)
            return { finding, ...counters };
        return { finding: wrong('process', `It was restarted: at first it was ${first}, now it is ${now}.`), ...counters };
    };
    return createRemoteProbe({
        ...request,
        asked: askedOf(process),
        program: PROGRAMS.process,
        args,
        timeoutMs: request.timeoutMs ?? 10_000,
        code: 'process',
        tell: telling([]),
        judge,
    }, ports);
}
function process_probe_argumentsOf(process) {
    if ('unit' in process) {
        if (!/^(?!user:$)(?:user:)?[A-Za-z0-9_][A-Za-z0-9:_.\\@-]{0,254}$/u.test(process.unit)) {
            throw new lib/* Failure */.HR('input', `${JSON.stringify(process.unit)} is no name of a systemd unit.`);
        }
        return { unit: process.unit, pid_file: '' };
    }
    if (!process.pidFile.startsWith('/')) {
        throw new lib/* Failure */.HR('input', `The pid file ${JSON.stringify(process.pidFile)} has to be an absolute path.`);
    }
    return { unit: '', pid_file: process.pidFile };
}
function askedOf(process) {
    return 'unit' in process ? `systemd unit ${process.unit}` : `process of ${process.pidFile}`;
}
function factsOf(stdout) {
    return new Map(stdout.split('\n').flatMap((line) => {
        const at = line.indexOf('=');
        return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }));
}
function unitFinding(facts, end) {
    const active = facts.get('ActiveState');
    const load = facts.get('LoadState');
    if (end.status !== 0 || active === undefined || load === undefined) {
        return unknown(`systemd could not be asked: ${lastLine(end)}`);
    }
    if (load === 'not-found')
        return wrong('process', 'There is no such unit on the server.');
    const state = `${active} (${facts.get('SubState') ?? ''})`;
    // A unit that reads its settings again runs all the while.
    if (active !== 'active' && active !== 'reloading' && active !== 'refreshing') {
        return wrong('process', `The unit is ${state}, result ${facts.get('Result') ?? 'unknown'}, and not active.`);
    }
    return { kind: 'ok' };
}
function pidFinding(facts, end) {
    if (facts.get('pid_file') === 'missing')
        return wrong('process', 'The pid file is not there.');
    const pid = facts.get('pid') ?? '';
    const state = facts.get('state');
    if (end.status !== 0 || state === undefined)
        return unknown(`The process could not be looked at: ${lastLine(end)}`);
    if (state === 'none')
        return wrong('process', `The pid file holds ${JSON.stringify(pid)}, which is no process id.`);
    if (state === 'gone')
        return wrong('process', `There is no process ${pid}.`);
    if (/^[ZXx]/u.test(state))
        return wrong('process', `Process ${pid} has ended, and nobody has taken notice (state ${state}).`);
    if (/^[Tt]/u.test(state))
        return wrong('process', `Process ${pid} is stopped (state ${state}).`);
    return { kind: 'ok' };
}
/** Who a process is; an id alone is used again. */
function identityOf(facts) {
    const restarts = facts.get('NRestarts');
    if (facts.has('ActiveState')) {
        const started = facts.get('ExecMainStartTimestampMonotonic') ?? '';
        return `process ${facts.get('MainPID') ?? ''} with ${restarts ?? 'unknown'} restarts, started at ${started}`;
    }
    return `process ${facts.get('pid') ?? ''}, started at ${facts.get('started') ?? 'an unknown time'}`;
}
function countersOf(facts) {
    const restarts = facts.get('NRestarts') ?? '';
    return /^[0-9]+$/u.test(restarts) ? { counters: { restarts: Number(restarts) } } : {};
}

;// CONCATENATED MODULE: ./packages/probe/lib/tls/tls-probe.js










/** Makes a whole handshake for each attempt. @throws Failure('input') for a port, a limit or a `ca` that is none. */
function createTlsProbe(request, ports) {
    const limits = fullLimits(request.limits);
    const port = limits_checkedPort(request.port ?? 443);
    const setup = {
        request,
        port,
        context: trustContext(request.tls ?? {}),
        ports,
        limits,
        addresses: pinAddresses({ host: request.host, timeoutMs: limits.connectMs }, ports),
        tell: telling([]),
    };
    const what = `tls ${formatAddress(request.host, port)}`;
    return {
        name: request.name,
        attempt: (signal) => {
            const sight = { phases: NO_PHASES, address: '', came: 'no handshake', chain: '' };
            return runAttempt({
                ports,
                signal,
                totalMs: limits.totalMs,
                late: () => tooLate(what, limits.totalMs),
                work: (inner) => tls_probe_look(setup, sight, inner),
                meaning: (finding) => told(finding, setup.tell),
                story: () => ({ series: 'first', evidence: tls_probe_evidenceOf(setup, sight, what) }),
            });
        },
        close: async () => { },
    };
}
async function tls_probe_look(setup, sight, signal) {
    const { request, port, context, ports, limits, addresses } = setup;
    const timeoutMs = limits.connectMs;
    const { socket, address, resolveMs, connectMs } = await connect({ addresses, port, timeoutMs, signal }, ports);
    sight.address = formatAddress(address, port);
    sight.phases = { ...NO_PHASES, resolve: resolveMs, connect: connectMs };
    const startedAt = ports.now();
    const serverName = request.tls?.serverName ?? request.host;
    const stream = await secure_secure({ socket, serverName, context, timeoutMs, signal });
    sight.phases = { ...sight.phases, tls: ports.now() - startedAt };
    try {
        return judgeChain(setup, sight, stream);
    }
    finally {
        stream.on('error', () => { });
        stream.destroy();
    }
}
function judgeChain({ request, ports, tell }, sight, stream) {
    const chain = chainOf(stream);
    if (chain === undefined)
        throw new Fault(wrong('tls', 'TLS: the server showed no certificate.'));
    const [own] = chain.certificates;
    sight.came = tell.quote(`${stream.getProtocol()}, ${stream.getCipher().name}, ${own?.subject}, until ${dayOf(chain.firstToEnd.endsAt)}`);
    sight.chain = chain.certificates.map(({ subject, endsAt }) => `${subject} (until ${dayOf(endsAt)})`).join(' < ');
    const problem = endsTooSoon(chain, request.tls?.minDaysLeft ?? 0, ports.wallClock());
    return problem === '' ? { kind: 'ok' } : wrong('tls', problem);
}
function tls_probe_evidenceOf({ addresses, tell }, sight, asked) {
    const dead = addresses.dead();
    return {
        asked,
        came: sight.came,
        phases: sight.phases,
        excerpt: tell.detail(sight.chain),
        address: sight.address,
        ...(dead.length === 0 ? {} : { deadAddresses: dead }),
    };
}

;// CONCATENATED MODULE: ./packages/probe/lib/index.js















;// CONCATENATED MODULE: ./packages/judge/lib/baseline.js

/**
 * A baseline that comes from outside, such as the output of an earlier step, parsed from its JSON.
 * @throws Failure `input` when it is not one: it must not be taken for a service that was well
 */
function readBaseline(value) {
    if (isBaseline(value))
        return value;
    const seen = JSON.stringify(value)?.slice(0, 80) ?? String(value);
    throw new lib/* Failure */.HR('input', `This is no baseline (schema plimsoll/baseline@1): ${seen}. Pass on what mode pre wrote`);
}
function isBaseline(value) {
    if (!isRecord(value) || value['schema'] !== 'plimsoll/baseline@1')
        return false;
    const { verdict, code, reason, samples, errors, latency } = value;
    if (typeof code !== 'string' || typeof reason !== 'string')
        return false;
    const fits = verdict === 'pass' ? code === '' : (verdict === 'fail' || verdict === 'inconclusive') && (0,lib/* isFailureCode */.sH)(code);
    const counts = isCount(samples) && isCount(errors) && errors <= samples;
    return fits && counts && Array.isArray(latency) && latency.every(isSeriesLatency);
}
function isSeriesLatency(value) {
    if (!isRecord(value) || (value['series'] !== 'first' && value['series'] !== 'kept'))
        return false;
    const { samples, p50, p95, p99, gated } = value;
    return isCount(samples) && [p50, p95, p99].every(isPercentile) && (gated === undefined || isPercentile(gated));
}
function isPercentile(value) {
    if (!isRecord(value))
        return false;
    const { value: middle, low, high } = value;
    return isDuration(middle) && isDuration(low) && (high === undefined || isDuration(high));
}
function isDuration(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
function isCount(value) {
    return isDuration(value) && Number.isSafeInteger(value);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/judge/lib/figures.js

/** A share (0 to 1) as people read it, with two digits that count: `26 %`, `0.27 %`. */
function percent(share) {
    return formatShare(share, 2);
}
/** A limit as it was given, without the dust of binary fractions. */
function limit(share) {
    return `${Number((share * 100).toPrecision(12))} %`;
}
/** Milliseconds with three digits that count, and never less than whole ones from 100 on. */
function milliseconds(value) {
    return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ms`;
}
/** `p95` for 0.95, `p99.9` for 0.999, `p100` for 1. */
function percentileName(percentile) {
    return `p${Number((percentile * 100).toPrecision(12))}`;
}

;// CONCATENATED MODULE: ./packages/judge/lib/binomial.js
/**
 * The chance of at most so many hits. Exact to about 12 digits: by way of the incomplete beta function,
 * P(X <= k) = I(1 - p; n - k, k + 1) (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.24).
 */
function chanceOfAtMost(hits, { draws, chance }) {
    if (hits < 0)
        return 0;
    if (hits >= draws)
        return 1;
    return incompleteBeta(1 - chance, draws - hits, hits + 1);
}
/** The chance of at least so many hits; see `chanceOfAtMost`. */
function chanceOfAtLeast(hits, { draws, chance }) {
    if (hits <= 0)
        return 1;
    if (hits > draws)
        return 0;
    return incompleteBeta(chance, hits, draws - hits + 1);
}
/** I(x; a, b), regularised. The continued fraction is quick on one side of the mean, so the other side is mirrored. */
function incompleteBeta(x, a, b) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    if (x < (a + 1) / (a + b + 2))
        return (front * betaFraction(x, a, b)) / a;
    return 1 - (front * betaFraction(1 - x, b, a)) / b;
}
const SMALLEST = 1e-300;
/**
 * The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by Lentz's method (W. J. Lentz, Generating
 * Bessel functions in Mie scattering calculations using continued fractions, Applied Optics 15, 1976).
 */
function betaFraction(x, a, b) {
    let numerator = 1;
    let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
    let fraction = denominator;
    for (let m = 1; m <= 10_000; m += 1) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        const before = fraction;
        for (const term of [even, odd]) {
            denominator = 1 / awayFromZero(1 + term * denominator);
            numerator = awayFromZero(1 + term / numerator);
            fraction *= denominator * numerator;
        }
        if (Math.abs(fraction - before) <= Math.abs(fraction) * 1e-15)
            break;
    }
    return fraction;
}
function awayFromZero(value) {
    return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
/** The logarithm of n!. */
function logFactorial(n) {
    return logGamma(n + 1);
}
/** Below it Stirling's series is not exact enough. */
const STIRLING_FROM = 15;
/** Stirling's series (Abramowitz and Stegun 6.1.41), for x > 0; small arguments are first moved up by the recurrence. */
function logGamma(x) {
    let product = 1;
    let z = x;
    for (; z < STIRLING_FROM; z += 1)
        product *= z;
    const square = z * z;
    const tail = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / z;
    return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + tail - Math.log(product);
}

;// CONCATENATED MODULE: ./packages/judge/lib/two-proportions.js

/**
 * The chance to see at least as many of all errors on the second side, if both sides err alike: Fisher's exact test, one-sided. 1 where
 * a side has no samples.
 *
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 5th edition (1934), section 21.02.
 */
function chanceOfSoManyMore(first, second) {
    const errors = first.errors + second.errors;
    const all = logChoices(first.samples + second.samples, errors);
    let chance = 0;
    for (let more = second.errors; more <= Math.min(errors, second.samples); more += 1) {
        if (errors - more > first.samples)
            continue;
        chance += Math.exp(logChoices(second.samples, more) + logChoices(first.samples, errors - more) - all);
    }
    return Math.min(1, chance);
}
/** The logarithm of the number of ways to choose so many of n. */
function logChoices(n, chosen) {
    return logFactorial(n) - logFactorial(chosen) - logFactorial(n - chosen);
}

;// CONCATENATED MODULE: ./packages/judge/lib/comparison.js


/** A difference that chance makes less often than this is one. */
const SIGNIFICANT = 0.01;
/** By how much response times have to be above those before; with many samples the smallest difference is a sure one. */
const SLOWER_BY = 1.1;
/**
 * Errors are compared by Fisher's exact test, which holds for few samples as well; response times by the intervals of their percentiles,
 * series by series: they are higher when the whole interval is.
 */
function compareWithBaseline(before, after) {
    const chance = chanceOfSoManyMore(before, after);
    const hasMoreErrors = chance < SIGNIFICANT;
    const slower = after.latency.flatMap((now) => shiftsOf(before.latency, now));
    const isWorse = hasMoreErrors || slower.length > 0;
    const code = before.verdict === 'fail' && !isWorse ? 'unhealthy-before' : '';
    const words = [
        ...(before.verdict === 'fail' ? [`it failed before the deployment already (${before.reason})`] : []),
        ...(hasMoreErrors ? [`more errors than before (${rateOf(before)}, now ${rateOf(after)})`] : []),
        ...slower.map(shiftWords),
    ];
    return {
        code,
        isWorse,
        chance,
        hasMoreErrors,
        slower,
        says: words.join('; ') || 'no worse than before, as far as seen',
    };
}
function shiftsOf(before, now) {
    const then = before.find(({ series }) => series === now.series);
    if (then === undefined)
        return [];
    const shifts = ['p50', 'p95', 'p99'].map((percentile) => ({ series: now.series, percentile, before: then[percentile], after: now[percentile] }));
    return shifts.filter(isSlower);
}
/** Only percentiles that are bounded at both ends at both times are compared: one slow answer is no p95. */
function isSlower({ before, after }) {
    return before.high !== undefined && after.high !== undefined && after.low > before.high * SLOWER_BY;
}
function shiftWords({ percentile, before, after }) {
    return `slower than before (${percentile} ${before.value.toFixed(1)} ms, now ${after.value.toFixed(1)} ms)`;
}
function rateOf({ errors, samples }) {
    return `${errors} of ${samples}, ${percent(samples === 0 ? 0 : errors / samples)}`;
}

;// CONCATENATED MODULE: ./packages/judge/lib/rules.js
/** Attempts that tell nothing may hide a pattern (such as each kept connection being closed), so only a fifth of them may be such. */
const MAX_UNKNOWN_SHARE = 0.2;
/** The sequential rule with its defaults: alpha and beta 1 %, and a cap of three times what a clean service needs, 900 for 1 %. */
function sequentialRule(maxErrorRate) {
    const cap = maxErrorRate > 0 ? Math.ceil(9 / maxErrorRate - 1e-9) : 900;
    return { kind: 'sequential', maxErrorRate, alpha: 0.01, beta: 0.01, cap };
}

;// CONCATENATED MODULE: ./packages/judge/lib/sequential.js
/**
 * Wald's sequential probability ratio test of half the limit against twice the limit. Looking at every sample does not inflate its
 * error probabilities: they are at most alpha / (1 - beta) and beta / (1 - alpha), and smaller in fact, since the ratio overshoots.
 *
 * Source: A. Wald, Sequential Tests of Statistical Hypotheses, Annals of Mathematical Statistics 16 (1945), 117-186, (3.26)-(3.30).
 */
function testOf({ maxErrorRate, alpha, beta }) {
    const good = maxErrorRate / 2;
    // Twice a large limit is no rate any more; halfway between the limit and 1 is.
    const bad = Math.min(maxErrorRate * 2, (1 + maxErrorRate) / 2);
    return {
        wrong: Math.log(bad / good),
        ok: Math.log((1 - bad) / (1 - good)),
        failAt: Math.log((1 - beta) / alpha),
        passAt: Math.log(beta / (1 - alpha)),
    };
}
/** How many samples without any error end the test: 303 for 1 % with alpha and beta 1 %; the cap itself for a limit of 0. */
function cleanSamplesToPass(rule) {
    if (rule.maxErrorRate === 0)
        return rule.cap;
    const { ok, passAt } = testOf(rule);
    return Math.ceil(passAt / ok);
}

;// CONCATENATED MODULE: ./packages/judge/lib/contradictions.js



/** @throws Failure `input` with everything that `contradictionsIn` finds */
function refuseContradictions(rules) {
    const found = contradictionsIn(rules);
    if (found.length > 0)
        throw new lib/* Failure */.HR('input', `These rules cannot be judged by: ${found.join('; ')}`);
}
/** What makes rules impossible to judge by: values out of range, gates that cannot fail, and gates that cannot pass. */
function contradictionsIn(rules) {
    const { latency, healthyForMs = 0, maxUnknownShare = MAX_UNKNOWN_SHARE } = rules;
    return [
        ...contradictionsInErrors(rules.errors),
        ...(latency === undefined ? [] : contradictionsInLatency(latency)),
        ...unless(healthyForMs >= 0 && Number.isFinite(healthyForMs), `a time to stay healthy of ${healthyForMs} ms`),
        ...unless(isShare(maxUnknownShare), `a share of unknown samples of ${maxUnknownShare}; it has to be from 0 to below 1`),
    ];
}
function contradictionsInErrors(rule) {
    switch (rule.kind) {
        case 'fixed':
            return [...contradictionsInRate(rule.maxErrorRate), ...contradictionsInCount('samples', rule.samples)];
        case 'sequential':
            return contradictionsInSequential(rule);
        case 'of':
            return [
                ...contradictionsInCount('samples that have to pass', rule.pass),
                ...contradictionsInCount('samples looked at', rule.of),
                ...unless(!(rule.pass > rule.of), `${rule.pass} of ${rule.of} samples can never pass`),
                ...contradictionsInCount('samples in all', rule.samples ?? 1),
            ];
        case 'consecutive':
            return [
                ...contradictionsInCount('successes in a row', rule.successes),
                ...contradictionsInCount('failures in a row', rule.failures),
                ...contradictionsInCount('samples in all', rule.samples ?? 1),
            ];
    }
}
function contradictionsInSequential(rule) {
    const ranges = [
        ...contradictionsInRate(rule.maxErrorRate),
        ...unless(isChance(rule.alpha), `an alpha of ${rule.alpha}; it has to be above 0 and below 0.5`),
        ...unless(isChance(rule.beta), `a beta of ${rule.beta}; it has to be above 0 and below 0.5`),
        ...contradictionsInCount('samples at most', rule.cap),
    ];
    if (ranges.length > 0)
        return ranges;
    const least = cleanSamplesToPass(rule);
    return unless(rule.cap >= least, `${rule.cap} samples at most can never pass: a clean service takes ${least}`);
}
function contradictionsInLatency({ maxResponseTimeMs, percentile }) {
    return [
        ...unless(maxResponseTimeMs > 0 && Number.isFinite(maxResponseTimeMs), `a response time of ${maxResponseTimeMs} ms`),
        ...unless(percentile > 0 && percentile <= 1, `a percentile of ${percentile}; it has to be above 0 and at most 1`),
    ];
}
function contradictionsInRate(rate) {
    return unless(isShare(rate), `an error rate of ${rate}; it has to be from 0 to below 1, as 1 could never fail`);
}
function contradictionsInCount(what, count) {
    return unless(Number.isSafeInteger(count) && count >= 1, `${count} ${what}; it has to be a whole number from 1`);
}
function isShare(value) {
    return value >= 0 && value < 1;
}
function isChance(value) {
    return value > 0 && value < 0.5;
}
function unless(holds, contradiction) {
    return holds ? [] : [contradiction];
}

;// CONCATENATED MODULE: ./packages/judge/lib/counters.js
/**
 * Takes the next reading of counters into account. Asked with each reading in turn, from the one at the deployment on: a restart stays
 * known however far the counters grow after it.
 * @param previous the answer to the reading before; undefined for the first
 * @param next counters by name, as they came
 */
function watchCounters(previous, next) {
    const latest = previous?.latest;
    const grown = previous?.grown ?? {};
    const restart = previous?.restart ?? '';
    const trouble = troubleIn(next, latest);
    if (trouble !== '' || !isCounters(next)) {
        const detail = restart || trouble;
        return restart === ''
            ? { kind: 'unreadable', code: 'inconclusive', detail, grown, latest, restart }
            : { kind: 'restarted', code: 'process', detail, grown, latest, restart };
    }
    const seen = restart || restartIn(latest ?? next, next);
    const sums = grownBy({ grown, latest: latest ?? next, next });
    if (seen !== '')
        return { kind: 'restarted', code: 'process', detail: seen, grown: sums, latest: next, restart: seen };
    return { kind: 'counting', code: '', detail: '', grown: sums, latest: next, restart };
}
/** Why a reading tells nothing; empty if it does. */
function troubleIn(next, latest) {
    if (!isCounters(next))
        return 'the counters are not numbers from 0 by name';
    const missing = Object.keys(latest ?? {}).filter((name) => !Object.hasOwn(next, name));
    return missing.length === 0 ? '' : `a counter is missing that was there before: ${missing.join(', ')}`;
}
function restartIn(latest, next) {
    const back = Object.entries(latest).filter(([name, value]) => (next[name] ?? 0) < value);
    const words = back.map(([name, value]) => `${name} went back from ${value} to ${next[name]}`);
    return words.length === 0 ? '' : `the process was restarted: ${words.join(', ')}`;
}
/** After a restart all counters begin at 0, also those that happen to be above where they were. */
function grownBy({ grown, latest, next }) {
    const isRestart = restartIn(latest, next) !== '';
    const sums = Object.entries(next).map(([name, value]) => {
        const from = isRestart ? 0 : (latest[name] ?? value);
        return [name, (grown[name] ?? 0) + value - from];
    });
    return Object.fromEntries(sums);
}
function isCounters(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const values = Object.values(value);
    return values.length > 0 && values.every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0);
}

;// CONCATENATED MODULE: ./packages/judge/lib/intervals.js

/** How sure each end of every interval is, on its own; both ends together hold with at least 90 %. */
const CONFIDENCE = 0.95;
const DOUBT = 1 - CONFIDENCE;
/**
 * Samples that end where they have decided are not any samples: an end of an exact interval that is meant to miss once in 20 then misses up
 * to once in 9. Meant to miss once in 50, it misses at most once in 20, whatever the limit and the true rate are (test/intervals.test.ts).
 */
const DOUBT_WHERE_DECIDED = 0.02;
/**
 * The exact interval of the true error rate, after so many errors in so many samples. Each end is exact at 95 % on its own, as one asks
 * "up to what?": 0 of 10 leaves room for 26 %, 0 of 299 for 1 %. Without samples it is 0 to 1. Where the samples ended as they had decided,
 * and not without an error, it is as much wider as it takes to hold with 95 % all the same.
 *
 * Source: C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial,
 * Biometrika 26 (1934), 404-413.
 */
function rateInterval(errors, samples, ending = 'planned') {
    const doubt = ending === 'decided' && errors > 0 ? DOUBT_WHERE_DECIDED : DOUBT;
    return {
        low: errors === 0 ? 0 : solve((chance) => chanceOfAtLeast(errors, { draws: samples, chance }) < doubt),
        high: errors === samples ? 1 : solve((chance) => chanceOfAtMost(errors, { draws: samples, chance }) > doubt),
    };
}
/** How many samples without an error show that the true rate is below `rate` (above 0, below 1): 299 for 1 %. */
function cleanSamplesToShow(rate) {
    return Math.ceil(Math.log(DOUBT) / Math.log1p(-rate));
}
/** The chance at which a condition that holds for small ones stops to hold. */
function solve(holds) {
    let low = 0;
    let high = 1;
    for (let step = 0; step < 40; step += 1) {
        const middle = (low + high) / 2;
        if (holds(middle))
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./packages/judge/lib/error-test.js

/** What an error rule says of the samples so far, after each of them. */
function createErrorTest(rule) {
    const next = stepOf(rule);
    let state = 'undecided';
    return {
        add(kind) {
            // The step runs on after a failure or the cap, but neither is ever taken back.
            const seen = next(kind);
            if (state === 'failing' || (state === 'exhausted' && seen !== 'failing'))
                return;
            state = seen;
        },
        state: () => state,
    };
}
function stepOf(rule) {
    switch (rule.kind) {
        case 'fixed':
            return fixedStep(rule);
        case 'sequential':
            return rule.maxErrorRate === 0 ? fixedStep({ samples: rule.cap, maxErrorRate: 0 }) : sequentialStep(rule);
        case 'of':
            return notBefore(rule.samples, ofStep(rule));
        case 'consecutive':
            return notBefore(rule.samples, consecutiveStep(rule));
    }
}
function fixedStep({ samples, maxErrorRate }) {
    // 0.29 * 100 is a little less than 29.
    const allowed = Math.floor(samples * maxErrorRate + 1e-9);
    const look = createWindow(samples);
    return (kind) => {
        const { seen, wrong } = look(kind);
        if (wrong > allowed)
            return 'failing';
        return seen === samples ? 'passing' : 'undecided';
    };
}
function ofStep(rule) {
    const look = createWindow(rule.of);
    return (kind) => {
        const { seen, wrong } = look(kind);
        if (wrong > rule.of - rule.pass)
            return 'failing';
        return seen - wrong >= rule.pass ? 'passing' : 'undecided';
    };
}
/** A window is not over because its beginning was well. */
function notBefore(samples, step) {
    let seen = 0;
    return (kind) => {
        seen += 1;
        const state = step(kind);
        return state === 'passing' && seen < (samples ?? 0) ? 'undecided' : state;
    };
}
/** The errors among the last so many samples. Only where they were is kept, so that a large window costs no memory. */
function createWindow(size) {
    const wrongs = [];
    let seen = 0;
    return (kind) => {
        seen += 1;
        if (kind === 'wrong')
            wrongs.push(seen);
        while (wrongs[0] !== undefined && wrongs[0] <= seen - size)
            wrongs.shift();
        return { seen: Math.min(seen, size), wrong: wrongs.length };
    };
}
/**
 * The test goes on after it passed, for as long as the service has to stay healthy: it then gets no credit beyond the line it has
 * crossed, so that ten thousand good samples do not hide the outage after them (E. S. Page, Continuous Inspection Schemes,
 * Biometrika 41, 1954). The cap counts the samples since the line was last reached.
 */
function sequentialStep(rule) {
    const test = testOf(rule);
    let ratio = 0;
    let open = 0;
    return (kind) => {
        ratio = Math.max(test.passAt, ratio + test[kind]);
        if (ratio >= test.failAt)
            return 'failing';
        open = ratio === test.passAt ? 0 : open + 1;
        if (open === 0)
            return 'passing';
        return open >= rule.cap ? 'exhausted' : 'undecided';
    };
}
function consecutiveStep({ successes, failures }) {
    const inARow = { ok: 0, wrong: 0 };
    return (kind) => {
        inARow[kind === 'ok' ? 'wrong' : 'ok'] = 0;
        inARow[kind] += 1;
        if (inARow.wrong >= failures)
            return 'failing';
        return inARow.ok >= successes ? 'passing' : 'undecided';
    };
}

;// CONCATENATED MODULE: ./packages/judge/lib/finding.js
/** What fails for good, whatever was found before. */
function failureIn({ errors, hopeless }) {
    if (errors === 'failing')
        return { kind: 'too-many-errors' };
    return hopeless === undefined ? undefined : { kind: 'too-slow', breach: hopeless, isOpen: false };
}
/** What the samples amount to, taken as all there are. A pass is what is left when nothing speaks against it. */
function finding_findingOf(standing) {
    const { counts, errors } = standing;
    const known = counts.ok + counts.wrong;
    const failure = failureIn(standing);
    if (failure !== undefined)
        return failure;
    if (known + counts.unknown === 0)
        return { kind: 'nothing' };
    // There will be no better answer on the errors, so the one on latency counts.
    if (errors === 'exhausted')
        return slowness(standing) ?? { kind: 'exhausted' };
    if (counts.unknown > standing.maxUnknownShare * (known + counts.unknown))
        return { kind: 'too-many-unknown' };
    if (errors !== 'passing' || standing.latency()?.kind === 'none')
        return { kind: 'too-few' };
    if (!standing.isHealthyLongEnough)
        return { kind: 'too-short' };
    return slowness(standing) ?? { kind: 'passed' };
}
function slowness({ latency, hasSamplesLeft }) {
    const state = latency();
    return state?.kind === 'slow' ? { kind: 'too-slow', breach: state.breach, isOpen: hasSamplesLeft } : undefined;
}
/** Whether more samples would be of no use. */
function isFinal(finding) {
    if (finding.kind === 'too-slow')
        return !finding.isOpen;
    return finding.kind === 'passed' || finding.kind === 'too-many-errors' || finding.kind === 'exhausted';
}

;// CONCATENATED MODULE: ./packages/judge/lib/healthy-time.js
/**
 * Counts the time between samples that are evidence. One silence makes up at most half of the goal, so that a runner that slept, or only
 * saw errors of its own, does not get to the goal by the clock. A time before the latest, or none at all, counts nothing.
 */
function createHealthyTime(goalMs) {
    let latest = Number.NaN;
    let total = 0;
    return {
        seen(at) {
            const gap = at - latest;
            if (gap > 0)
                total += Math.min(gap, goalMs / 2);
            if (gap > 0 || Number.isNaN(latest))
                latest = at;
        },
        restart() {
            latest = Number.NaN;
            total = 0;
        },
        soFar: () => total,
        isReached: () => total >= goalMs,
    };
}

;// CONCATENATED MODULE: ./packages/judge/lib/percentiles.js


/**
 * Which of n sorted samples, counted from 1, is the percentile (above 0, at most 1): the nearest rank, that is the smallest sample with at
 * least that share of samples at or below it. The p95 of 10 samples is the slowest of them.
 */
function rankOf(percentile, samples) {
    // 0.7 * 10 is a little more than 7.
    return Math.max(1, Math.ceil(percentile * samples - 1e-9));
}
/**
 * The percentile of at least one sample, sorted upwards. The interval lies between two of the samples and assumes nothing about their
 * distribution: the number of samples at or below the true percentile is binomial.
 *
 * Source: order statistics; W. R. Thompson, On Confidence Ranges for the Median and Other Expectation Distributions for Populations of
 * Unknown Distribution Form, Annals of Mathematical Statistics 7 (1936), 122-128; H. A. David and H. N. Nagaraja, Order Statistics, 7.1.
 */
function percentileOf(sorted, percentile) {
    const draws = { draws: sorted.length, chance: percentile };
    // The highest rank that at least so many samples reach, and the lowest one that at most so many do.
    const above = firstRank(sorted.length, (rank) => chanceOfAtLeast(rank, draws) < CONFIDENCE);
    const high = firstRank(sorted.length, (rank) => chanceOfAtMost(rank - 1, draws) >= CONFIDENCE);
    return {
        value: sorted[rankOf(percentile, sorted.length) - 1] ?? 0,
        low: sorted[above - 2] ?? 0,
        high: sorted[high - 1],
    };
}
/** How many samples it takes for an upper end of the percentile: 59 for p95. Infinite for the percentile 1. */
function samplesToBound(percentile) {
    return percentile === 1 ? Number.POSITIVE_INFINITY : Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(percentile));
}
/** The first rank of 1 to n at which a condition holds that holds for all ranks above as well; n + 1 if for none. */
function firstRank(samples, holds) {
    let low = 1;
    let high = samples + 1;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

;// CONCATENATED MODULE: ./packages/judge/lib/latency.js

/** The chance to give up on a service whose share of slow answers is just what the percentile allows. */
const EARLY_ALPHA = 0.001;
/** Whether a sample says how fast the service is: a quick error does not, one that took longer than the limit does. */
function tellsLatency(sample, limitMs) {
    return sample.kind === 'ok' || sample.durationMs > limitMs;
}
/**
 * The percentile gate, taken as written: the percentile is within the limit as long as no more samples are above the limit than are left
 * beyond its rank. All samples together are held to it, and each series that is large enough to have a sample beyond the rank.
 * @param horizon how many samples there will be at most; Infinity if nobody knows
 */
function createLatencyGate(rule, horizon) {
    const counts = { all: { samples: 0, slow: 0 }, first: { samples: 0, slow: 0 }, kept: { samples: 0, slow: 0 } };
    const breachOf = (group) => ({
        series: group === 'all' ? undefined : group,
        allowed: allowedSlow(rule.percentile, counts[group].samples),
        ...counts[group],
    });
    let isHopeless = false;
    const isBeyondHope = () => counts.all.slow > allowedSlow(rule.percentile, horizon) || isClearlySlow(rule.percentile, counts.all);
    return {
        add(sample) {
            if (!tellsLatency(sample, rule.maxResponseTimeMs))
                return;
            const slow = sample.durationMs > rule.maxResponseTimeMs ? 1 : 0;
            for (const count of [counts.all, counts[sample.series]]) {
                count.samples += 1;
                count.slow += slow;
            }
            // Only a slow sample can take hope away, and nothing brings it back.
            if (slow === 1)
                isHopeless ||= isBeyondHope();
        },
        hopeless: () => (isHopeless ? breachOf('all') : undefined),
        state() {
            if (counts.all.samples === 0)
                return { kind: 'none' };
            const series = ['first', 'kept'].filter((one) => isLargeEnough(rule.percentile, counts[one].samples));
            const breach = ['all', ...series].map(breachOf).find(({ slow, allowed }) => slow > allowed);
            return breach === undefined ? { kind: 'within' } : { kind: 'slow', breach };
        },
    };
}
/** How many of n samples may be above a limit that their percentile is not above. */
function allowedSlow(percentile, samples) {
    if (percentile === 1)
        return 0;
    return samples === Number.POSITIVE_INFINITY ? samples : samples - rankOf(percentile, samples);
}
/** The percentile of fewer samples is the slowest of them, which says more about the one than about the series. */
function isLargeEnough(percentile, samples) {
    return samples > 0 && (percentile === 1 || allowedSlow(percentile, samples) > 0);
}
/**
 * Whether the share of slow samples is above what is allowed beyond doubt: the likelihood ratio of twice that share against the share
 * itself has passed 1 / alpha, which happens at any time at all with a chance of at most alpha if the share is kept to.
 *
 * Source: J. Ville, Étude critique de la notion de collectif (1939); the ratio itself as in A. Wald (1945).
 */
function isClearlySlow(percentile, { samples, slow }) {
    const share = 1 - percentile;
    if (share === 0)
        return slow > 0;
    const twice = Math.min(2 * share, (1 + share) / 2);
    const ratio = slow * Math.log(twice / share) + (samples - slow) * Math.log((1 - twice) / (1 - share));
    return ratio >= -Math.log(EARLY_ALPHA);
}

;// CONCATENATED MODULE: ./packages/judge/lib/sample.js
/**
 * The sample with times that can be counted with. A success with impossible times (NaN, negative, endless) shows nothing; a failure
 * stays one, and counts as slower than any limit.
 */
function readable(sample) {
    const timed = Number.isFinite(sample.durationMs) && sample.durationMs >= 0;
    switch (sample.kind) {
        case 'ok': {
            if (timed && Number.isFinite(sample.at))
                return sample;
            const detail = `a sample with impossible times: at ${sample.at} ms, took ${sample.durationMs} ms`;
            return { kind: 'unknown', at: sample.at, durationMs: sample.durationMs, series: sample.series, detail };
        }
        case 'wrong':
            return timed ? sample : { ...sample, durationMs: Number.POSITIVE_INFINITY };
        case 'unknown':
            return sample;
    }
}

;// CONCATENATED MODULE: ./packages/judge/lib/tally.js



/** A service that says something else each time must not fill the memory; failures beyond so many groups go by their code. */
const MOST_GROUPS = 100;
/** Collects what was seen. */
function createTally({ errors, latency: rule }) {
    const ending = errors.kind === 'sequential' || errors.kind === 'consecutive' ? 'decided' : 'planned';
    const limitMs = rule?.maxResponseTimeMs ?? 0;
    const counts = { ok: 0, wrong: 0, unknown: 0 };
    const durations = { first: [], kept: [] };
    let wrongInARow = 0;
    const failures = createGroups();
    const unknowns = createGroups();
    return {
        add(sample) {
            counts[sample.kind] += 1;
            if (sample.kind === 'unknown')
                unknowns.add('', sample.detail);
            else if (tellsLatency(sample, limitMs) && Number.isFinite(sample.durationMs))
                durations[sample.series].push(sample.durationMs);
            if (sample.kind === 'wrong')
                failures.add(sample.code, sample.detail);
            if (sample.kind !== 'unknown')
                wrongInARow = sample.kind === 'wrong' ? wrongInARow + 1 : 0;
        },
        counts: () => counts,
        known: () => counts.ok + counts.wrong,
        evidence: (healthyMs) => ({
            ...rates(counts, ending),
            wrongInARow,
            latency: [...latencyOf('first', durations.first, rule), ...latencyOf('kept', durations.kept, rule)],
            failures: failures.list(),
            unknowns: unknowns.list(),
            healthyMs,
        }),
    };
}
function rates({ ok, wrong, unknown }, ending) {
    const counted = ok + wrong;
    return {
        taken: counted + unknown,
        ok,
        wrong,
        unknown,
        errorRate: counted === 0 ? undefined : wrong / counted,
        errorInterval: counted === 0 ? { low: 0, high: 1 } : rateInterval(wrong, counted, ending),
    };
}
function latencyOf(series, durations, rule) {
    if (durations.length === 0)
        return [];
    const sorted = Float64Array.from(durations).sort();
    const at = (percentile) => percentileOf(sorted, percentile);
    const gated = rule === undefined ? {} : { gated: at(rule.percentile) };
    return [{ series, samples: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), ...gated }];
}
function createGroups() {
    const groups = new Map();
    const groupOf = (code, detail) => {
        const shown = groups.has(`${code} ${detail}`) || groups.size < MOST_GROUPS ? detail : 'other details';
        const key = `${code} ${shown}`;
        const group = groups.get(key) ?? { code, detail: shown, count: 0 };
        groups.set(key, group);
        return group;
    };
    return {
        add(code, detail) {
            groupOf(code, detail).count += 1;
        },
        list: () => [...groups.values()].map((group) => ({ ...group })).sort((a, b) => b.count - a.count),
    };
}

;// CONCATENATED MODULE: ./packages/judge/lib/judgement.js
/** What to keep of a judgement to compare a later one with. */
function baselineOf({ verdict, code, reason, evidence }) {
    const { ok, wrong, latency } = evidence;
    return { schema: 'plimsoll/baseline@1', verdict, code, reason, samples: ok + wrong, errors: wrong, latency };
}

;// CONCATENATED MODULE: ./packages/judge/lib/shows.js




/** One line on what so many samples can and cannot show, whatever the verdict is. */
function showsOf(evidence, rules) {
    if (evidence.ok + evidence.wrong === 0)
        return 'no sample tells anything about the service';
    const risks = rules.errors.kind === 'sequential' ? risksOf(rules.errors) : [];
    const latency = rules.latency === undefined ? [] : latencyShown(evidence, rules.latency);
    return [...errorsShown(evidence, rules), ...risks, ...latency].join('; ');
}
function errorsShown({ ok, wrong, errorInterval: { low, high } }, { errors }) {
    const samples = counted_counted(ok + wrong, 'sample');
    if (wrong > 0) {
        const range = `from ${percent(low)} to ${percent(high)} (95 % at each end)`;
        return [`${counted_counted(wrong, 'error')} in ${samples} can come from a true error rate ${range}`];
    }
    const room = `${samples} without an error ${ok === 1 ? 'leaves' : 'leave'} room for a true error rate of up to`;
    const shown = `${room} ${percent(high)} (95 %)`;
    const wanted = 'maxErrorRate' in errors ? errors.maxErrorRate : 0;
    if (wanted === 0 || high <= wanted)
        return [shown];
    return [shown, `to show less than ${limit(wanted)} takes ${cleanSamplesToShow(wanted)} without one`];
}
function risksOf({ maxErrorRate, alpha, beta }) {
    if (maxErrorRate === 0)
        return [];
    const good = `fails one in ${Math.round(1 / alpha)} services that err at ${limit(maxErrorRate / 2)}`;
    return [
        `the test ${good} and passes one in ${Math.round(1 / beta)} that err at ${limit(maxErrorRate * 2)}, or fewer`,
    ];
}
function latencyShown({ latency }, rule) {
    const name = percentileName(rule.percentile);
    const [largest] = latency.toSorted((a, b) => b.samples - a.samples);
    if (largest?.gated === undefined)
        return [`no sample tells anything about the ${name}`];
    if (rule.percentile === 1)
        return ['no number of samples bounds the slowest answer to come'];
    const { low, high } = largest.gated;
    const samples = counted_counted(largest.samples, 'sample');
    if (high === undefined)
        return [`${samples} cannot bound the true ${name} from above, which takes ${samplesToBound(rule.percentile)}`];
    return [`by ${samples} the true ${name} is from ${milliseconds(low)} to ${milliseconds(high)} (95 % at each end)`];
}

;// CONCATENATED MODULE: ./packages/judge/lib/verdict.js





/** A finding in the words of a report; a failure of a service that was no better before the deployment is told as such. */
function judgementOf(request) {
    const { evidence, rules } = request;
    const judgement = { ...verdictOf(request), shows: showsOf(evidence, rules), evidence };
    if (rules.baseline === undefined || evidence.ok + evidence.wrong === 0)
        return judgement;
    const comparison = compareWithBaseline(rules.baseline, baselineOf(judgement));
    const compared = { ...judgement, evidence: { ...evidence, comparison } };
    const said = `${judgement.reason}; ${comparison.says}`;
    if (compared.verdict === 'fail' && comparison.code !== '')
        return { ...compared, code: comparison.code, reason: said };
    return comparison.isWorse ? { ...compared, reason: said } : compared;
}
function verdictOf({ finding, evidence, rules }) {
    switch (finding.kind) {
        case 'passed':
            return { verdict: 'pass', code: '', reason: `${failedOf(evidence, rules)}${latencyWords(evidence, rules)}` };
        case 'too-many-errors':
            return {
                verdict: 'fail',
                code: verdict_codeOf(evidence, rules),
                reason: `${failedOf(evidence, rules)}${mostFrequent(evidence, rules)}`,
            };
        case 'too-slow':
            return { verdict: 'fail', code: 'latency', reason: slowWords(finding.breach, rules) };
        case 'too-many-unknown':
            return { verdict: 'inconclusive', code: 'probe-environment', reason: unknownWords(evidence) };
        case 'nothing':
        case 'exhausted':
        case 'too-few':
        case 'too-short':
            return { verdict: 'inconclusive', code: 'inconclusive', reason: undecidedWords(finding.kind, evidence, rules) };
    }
}
/** From this share on, or after so many in a row, a service does not fail now and then, it is down. By rates of 1 % and less, four decide. */
const DOWN = { share: 0.9, inARow: 4 };
/**
 * The code of the samples where more than half of the failures share it, with one exception: by a rule on rates, a service whose health
 * check fails now and then has an error rate; only one whose check fails each time, or nearly, is not healthy.
 */
function verdict_codeOf({ failures, wrong, ok, wrongInARow }, { errors }) {
    const byCode = new Map();
    for (const { code, count } of failures)
        if (code !== '')
            byCode.set(code, (byCode.get(code) ?? 0) + count);
    const shared = [...byCode].find(([, count]) => count * 2 > wrong)?.[0];
    if (shared === undefined)
        return 'error-rate';
    const isDown = wrong >= DOWN.share * (wrong + ok) || wrongInARow >= DOWN.inARow;
    return shared === 'health' && 'maxErrorRate' in errors && !isDown ? 'error-rate' : shared;
}
function failedOf({ ok, wrong, errorRate = 0 }, { errors }) {
    // What is tried once has no rate.
    if (ok + wrong === 1 && isTriedOnce(errors))
        return wrong === 0 ? 'It was well' : 'It failed';
    const failed = wrong === 0 ? 'None' : String(wrong);
    const rate = wrong === 0 ? '' : `${percent(errorRate)}; `;
    return `${failed} of ${counted_counted(ok + wrong, 'sample')} failed (${rate}${allowance(errors)})`;
}
function isTriedOnce(errors) {
    return errors.kind === 'fixed' && errors.samples === 1;
}
function allowance(rule) {
    switch (rule.kind) {
        case 'fixed':
            return `at most ${limit(rule.maxErrorRate)} of ${rule.samples} may`;
        case 'sequential':
            return `at most ${limit(rule.maxErrorRate)} may`;
        case 'of':
            return `${rule.pass} of the last ${rule.of} have to pass`;
        case 'consecutive':
            return `${rule.successes} in a row pass, ${rule.failures} in a row fail`;
    }
}
function mostFrequent({ failures }, { errors }) {
    const [first] = failures;
    if (first === undefined)
        return '';
    if (isTriedOnce(errors))
        return ` with ${first.code}: ${first.detail}`;
    return `, ${first.count === 1 ? 'once' : `${first.count} times`} with ${first.code}: ${first.detail}`;
}
function latencyWords({ latency }, { latency: rule }) {
    if (rule === undefined)
        return '';
    const name = percentileName(rule.percentile);
    const seen = latency.flatMap(({ series, gated }) => gated ? [`${milliseconds(gated.value)} (${verdict_WORDS[series]})`] : []);
    return `; ${name} was ${seen.join(' and ')}, at most ${milliseconds(rule.maxResponseTimeMs)}`;
}
const verdict_WORDS = { first: 'new connections', kept: 'kept alive' };
function slowWords({ series, samples, slow, allowed }, { latency: rule }) {
    const where = series === undefined ? '' : ` (${verdict_WORDS[series]})`;
    const room = rule === undefined ? '' : `; ${percentileName(rule.percentile)} leaves room for ${allowed}`;
    const limitMs = milliseconds(rule?.maxResponseTimeMs ?? 0);
    return `${slow} of ${counted_counted(samples, 'sample')}${where} took longer than ${limitMs}${room}`;
}
function unknownWords({ taken, unknown, unknowns }) {
    const [first] = unknowns;
    const detail = first === undefined ? '' : `: ${first.detail}`;
    return `${unknown} of ${counted_counted(taken, 'attempt')} failed on our own side and tell nothing about the service${detail}`;
}
function undecidedWords(kind, evidence, rules) {
    const seen = failedOf(evidence, rules);
    switch (kind) {
        case 'nothing':
            return 'No sample was taken';
        case 'exhausted':
            return `${seen}, which is too close to the limit to tell after as many samples as the rule takes at most`;
        case 'too-few':
            return `${seen}, which is too little to tell`;
        case 'too-short': {
            const { healthyForMs = 0 } = rules;
            return `${seen}, seen healthy for ${milliseconds(evidence.healthyMs)} of ${milliseconds(healthyForMs)}`;
        }
    }
}

;// CONCATENATED MODULE: ./packages/judge/lib/judge.js









/**
 * Looks at samples as they come, in the order in which they come. There is no limit on attempts that tell nothing, nor on the wait for
 * a streak: how long to go on asking is up to the caller.
 * @throws Failure `input` when the rules contradict themselves; see `contradictionsIn`
 */
function createJudge(rules) {
    refuseContradictions(rules);
    const watch = createWatch(rules);
    let settled;
    let isDoubted = false;
    const finding = () => {
        const standing = watch.standing();
        const found = failureIn(standing) ?? settled ?? finding_findingOf(standing);
        // Looked at again after each sample, a slow service would look fast enough some time: once in doubt, only all samples tell.
        return found.kind === 'passed' && isDoubted && standing.hasSamplesLeft ? { kind: 'too-few' } : found;
    };
    return {
        observe(sample) {
            watch.add(readable(sample));
            const found = finding();
            isDoubted ||= found.kind === 'too-slow' && found.isOpen;
            if (!isFinal(found))
                return 'more';
            settled = found;
            return 'decided';
        },
        conclude: () => judgementOf({ finding: finding(), evidence: watch.evidence(), rules }),
    };
}
/**
 * The verdict on all of the samples, in the order of their times, whatever their order in the array.
 * @throws Failure `input` when the rules contradict themselves; see `contradictionsIn`
 */
function judge(samples, rules) {
    const one = createJudge(rules);
    const timeOf = ({ at }) => (Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at);
    // Not the difference: that of two infinities is no number.
    const inOrder = samples.toSorted((a, b) => Number(timeOf(a) > timeOf(b)) - Number(timeOf(a) < timeOf(b)));
    for (const sample of inOrder)
        one.observe(sample);
    return one.conclude();
}
/** Everything that is counted of the samples, side by side. */
function createWatch(rules) {
    const errors = createErrorTest(rules.errors);
    const latency = rules.latency && createLatencyGate(rules.latency, horizonOf(rules));
    const healthy = createHealthyTime(rules.healthyForMs ?? 0);
    const tally = createTally(rules);
    const count = (sample) => {
        errors.add(sample.kind);
        latency?.add(sample);
        // Where health is a streak, a failure ends it; the other rules say themselves how many they bear.
        if (sample.kind === 'wrong' && rules.errors.kind === 'consecutive')
            healthy.restart();
        else
            healthy.seen(sample.at);
    };
    return {
        add(sample) {
            tally.add(sample);
            if (sample.kind !== 'unknown')
                count(sample);
        },
        evidence: () => tally.evidence(healthy.soFar()),
        standing: () => ({
            counts: tally.counts(),
            errors: errors.state(),
            latency: () => latency?.state(),
            hopeless: latency?.hopeless(),
            isHealthyLongEnough: healthy.isReached(),
            maxUnknownShare: rules.maxUnknownShare ?? MAX_UNKNOWN_SHARE,
            hasSamplesLeft: rules.errors.kind === 'sequential' && tally.known() < rules.errors.cap,
        }),
    };
}
/** How many samples there will be at most, as far as the rules say. */
function horizonOf({ errors, healthyForMs = 0 }) {
    const samples = errors.kind === 'sequential' ? undefined : errors.samples;
    return healthyForMs === 0 ? (samples ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./packages/judge/lib/worst.js
const NONE = { verdict: 'inconclusive', code: 'inconclusive', reason: 'Nothing was checked', of: undefined };
/**
 * Several checks in one verdict: fail before inconclusive before pass, and of the same verdict the first. No checks are inconclusive. What
 * contradicts itself, a pass with a code, is a failure.
 */
function worstOf(judgements) {
    const [of] = judgements.toSorted((a, b) => weightOf(b) - weightOf(a));
    if (of === undefined)
        return NONE;
    const { reason } = of;
    const verdict = of.verdict === 'pass' && of.code !== '' ? 'fail' : of.verdict;
    if (verdict === 'pass')
        return { verdict, code: '', reason, of };
    return { verdict, code: of.code || (verdict === 'fail' ? 'internal' : 'inconclusive'), reason, of };
}
function weightOf({ verdict, code }) {
    if (verdict === 'inconclusive')
        return 1;
    return verdict === 'pass' && code === '' ? 0 : 2;
}

;// CONCATENATED MODULE: ./packages/judge/lib/index.js
/** Samples of a service to a verdict on it, with stated error probabilities. */












;// CONCATENATED MODULE: ./packages/verification/lib/baselines.js


const SCHEMA = 'plimsoll/baselines@1';
/** The text of a baseline file. */
function writeBaselines({ at, checks }) {
    return `${JSON.stringify({ schema: SCHEMA, at: new Date(at).toISOString(), checks: Object.fromEntries(checks) })}\n`;
}
/** @throws Failure('input') when the text is not what `writeBaselines` wrote: it must not be taken for a service that was well. */
function readBaselines(text) {
    const value = parsed(text);
    const { at, checks } = baselines_isRecord(value) && value['schema'] === SCHEMA ? value : {};
    const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
    if (!baselines_isRecord(checks) || Number.isNaN(time)) {
        throw new lib/* Failure */.HR('input', `baseline: the file holds no baseline (schema ${SCHEMA}). Give the file that mode 'pre' wrote.`);
    }
    return {
        at: time,
        checks: new Map(Object.entries(checks).map(([name, baseline]) => [name, readBaseline(baseline)])),
    };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function baselines_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./packages/verification/lib/check-file/problems.js

/** More than anybody corrects in one go; a file of another kind altogether has thousands. */
const MOST_SHOWN = 50;
const LONGEST_SHOWN = 80;
/** Everything that is wrong with a file, each problem once. */
class Problems {
    #lines;
    #found = new Map();
    constructor(lines) {
        this.#lines = lines;
    }
    /** @param message without its line, and with a full stop */
    add(offset, message) {
        this.#found.set(`${offset} ${message}`, { offset, message });
    }
    /** From 1. */
    lineOf(offset) {
        return Math.max(1, this.#lines.linePos(offset).line);
    }
    /** @throws Failure('input') with all problems in the order of their lines, if there are any */
    throwIfAny() {
        if (this.#found.size === 0)
            return;
        const inOrder = [...this.#found.values()].sort((one, other) => one.offset - other.offset);
        const lines = inOrder
            .slice(0, MOST_SHOWN)
            .map(({ offset, message }) => `checks: line ${this.lineOf(offset)}: ${message}`);
        const rest = inOrder.length - lines.length;
        throw new lib/* Failure */.HR('input', [...lines, ...(rest > 0 ? [`checks: ${rest} more problems are not shown.`] : [])].join('\n'));
    }
}
/** A text of the file as errors show it: on one line, not too long, and without characters that cannot be seen. */
function problems_shown(text) {
    const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
    if (!/['\p{C}\p{Zl}\p{Zp}]/u.test(short))
        return `'${short}'`;
    return JSON.stringify(short).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}
/** A character that turns text around or hides it must not reach a log. */
function escaped(character) {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
/** Completes an error about an unknown word; empty when no word of the list is near. */
function suggestion(word, known) {
    const near = known
        .map((candidate) => ({ candidate, distance: editDistance(word.slice(0, LONGEST_SHOWN), candidate) }))
        .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
        .sort((one, other) => one.distance - other.distance);
    const [best] = near;
    return best === undefined ? '' : ` Did you mean '${best.candidate}'?`;
}
/** How many characters have to be put in, left out or changed (Levenshtein); capitals and `_` for `-` count as nothing. */
function editDistance(one, other) {
    const to = lettersOf(other);
    let row = [...to.keys(), to.length];
    for (const [index, character] of lettersOf(one).entries()) {
        const next = [index + 1];
        for (const [at, wanted] of to.entries()) {
            const changed = (row[at] ?? 0) + (wanted === character ? 0 : 1);
            next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, changed));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}
function lettersOf(word) {
    return Array.from(word.toLowerCase().replaceAll('_', '-'));
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/yaml-document.js




const LARGEST_BYTES = 2 ** 20;
/** Aliases save typing; a file that needs more of them is no list of checks. */
const MOST_ALIASES = 100;
/** @throws Failure('input') when the text is not one document of YAML 1.2 */
function parseYaml(text) {
    if (external_node_buffer_namespaceObject.Buffer.byteLength(text) > LARGEST_BYTES) {
        throw new lib/* Failure */.HR('input', `checks: the file has ${external_node_buffer_namespaceObject.Buffer.byteLength(text)} bytes; ${LARGEST_BYTES} are the most.`);
    }
    const lineCounter = new dist/* LineCounter */.HN();
    // Keys that come twice are looked for where they are read: the parser's own search takes quadratic time.
    const options = {
        lineCounter,
        uniqueKeys: false,
        merge: false,
        prettyErrors: false,
        version: '1.2',
        schema: 'core',
    };
    const document = (0,dist/* parseDocument */.Tp)(text, options);
    const problems = new Problems(lineCounter);
    for (const error of [...document.errors, ...document.warnings]) {
        problems.add(error.pos[0], syntaxProblem(error, text));
    }
    problems.throwIfAny();
    return { problems, root: document.contents ?? undefined, resolve: aliasResolver(document, problems) };
}
function aliasResolver(document, problems) {
    const seen = new Set();
    return (node) => {
        if (!(0,dist/* isAlias */.Vj)(node))
            return node;
        seen.add(node);
        if (seen.size > MOST_ALIASES) {
            problems.add(offsetOf(node), `this is one alias too many; ${MOST_ALIASES} are the most.`);
            return undefined;
        }
        const target = node.resolve(document);
        if (target === undefined)
            problems.add(offsetOf(node), `there is no anchor for the alias '*${node.source}'.`);
        return target;
    };
}
function syntaxProblem({ code, message, pos: [offset] }, text) {
    if (code === 'RESOURCE_EXHAUSTION')
        return 'the YAML is nested too deeply.';
    if (code === 'MULTIPLE_DOCS')
        return 'a second document begins here; a file of checks is one.';
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    const hint = /:[ \t]+[>|][ \t]*$/u.test(before) ? " Quote a text that begins with > or |, as in '> 0.99'." : '';
    return `this is no valid YAML: ${message.trim().replace(/\.?$/u, '.')}${hint}`;
}
/** Where a node begins in the text. */
function offsetOf(node) {
    return node.range?.[0] ?? 0;
}
/** What a scalar holds; undefined for anything else, and for values that only tags can make. */
function scalarOf(node) {
    if (!(0,dist/* isScalar */.jn)(node))
        return undefined;
    const { value, source } = node;
    const isPlain = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isPlain ? { value, written: source ?? String(value) } : undefined;
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/collections.js



/** The entries of a mapping, each key once; undefined when it is none. What is wrong is noted. */
function entriesOf({ node, what }, reading) {
    const { problems } = reading;
    if (!(0,dist/* isMap */.jh)(node)) {
        problems.add(offsetOf(node), `${what} has to be a mapping, with a line 'key: value' for each entry.`);
        return undefined;
    }
    const entries = node.items.flatMap((pair) => entryOf(pair, what, reading));
    const lines = new Map();
    return entries.filter(({ name, offset }) => {
        const first = lines.get(name);
        if (first === undefined) {
            lines.set(name, problems.lineOf(offset));
            return true;
        }
        problems.add(offset, `the key ${problems_shown(name)} of ${what} is there twice; the first is in line ${first}.`);
        return false;
    });
}
function entryOf(pair, what, reading) {
    const key = reading.resolve(pair.key);
    const scalar = key === undefined ? undefined : scalarOf(key);
    const offset = offsetOf(pair.key);
    if (scalar === undefined || scalar.value === null) {
        reading.problems.add(offset, `a key of ${what} is no word.`);
        return [];
    }
    return [{ name: scalar.written, offset, node: reading.resolve(pair.value ?? nothingAt(offset)) }];
}
/** What stands where a key has no value at all. */
function nothingAt(offset) {
    const nothing = new dist/* Scalar */.X5(null);
    nothing.range = [offset, offset, offset];
    return nothing;
}
/** One value, or a list of one or more. */
function oneOrMore(shape) {
    const { schema } = shape;
    return {
        schema: { anyOf: [schema, { type: 'array', minItems: 1, items: schema }] },
        read: (spot, reading) => {
            if ((0,dist/* isSeq */.oP)(spot.node))
                return itemsOf(spot, reading)?.flatMap((item) => listed(shape.read(item, reading)));
            const value = shape.read(spot, reading);
            return value === undefined ? undefined : [value];
        },
    };
}
function listed(value) {
    return value === undefined ? [] : [value];
}
/** The items of a list that has some; undefined when it has none or is none. What is wrong is noted. */
function itemsOf({ node, what }, reading) {
    if (!(0,dist/* isSeq */.oP)(node)) {
        reading.problems.add(offsetOf(node), `${what} has to be a list, with a line '- …' for each item.`);
        return undefined;
    }
    if (node.items.length === 0) {
        reading.problems.add(offsetOf(node), `${what} is an empty list.`);
        return undefined;
    }
    return node.items.flatMap((item) => {
        const target = reading.resolve(item);
        return target === undefined ? [] : [{ node: target, what: `an item of ${what}` }];
    });
}
/** A mapping of free names, as they count, to values of one shape. */
function namedTexts(request, shape) {
    const { pattern } = request;
    return {
        schema: {
            type: 'object',
            minProperties: 1,
            propertyNames: { pattern: pattern.source },
            additionalProperties: shape.schema,
        },
        read: (spot, reading) => {
            const entries = entriesOf(spot, reading);
            if (entries === undefined)
                return undefined;
            if (entries.length === 0)
                reading.problems.add(offsetOf(spot.node), `${spot.what} has no entry.`);
            const pairs = entries.flatMap((entry) => namedText({ request, shape, entry, what: spot.what }, reading));
            noteFoldedTwice(pairs, spot, reading);
            return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
        },
    };
}
function namedText({ request, shape, entry, what }, reading) {
    const { pattern, expected, fold, check } = request;
    const { name, offset, node } = entry;
    const here = `${problems_shown(name)} in ${what}`;
    if (!pattern.test(name)) {
        reading.problems.add(offset, `${here} is not ${expected}.`);
        return [];
    }
    const value = node === undefined ? undefined : shape.read({ node, what: here }, reading);
    if (value === undefined)
        return [];
    const problem = check?.(name, value) ?? '';
    if (problem !== '')
        reading.problems.add(offset, `${here}: ${problem}`);
    return [{ name: fold?.(name) ?? name, value, offset }];
}
function noteFoldedTwice(pairs, { what }, { problems }) {
    const seen = new Set();
    for (const { name, offset } of pairs) {
        if (seen.has(name))
            problems.add(offset, `${problems_shown(name)} is there twice in ${what}; capitals make no difference.`);
        seen.add(name);
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/database-connection.js

/**
 * What a connection, as a file of checks has it, says to the client of a database. Passwords are taken out of it, because a command line
 * is for everybody to read.
 *
 * @param connection a URL, the name of a database, or the path of a file; empty leaves everything to the client's own defaults
 * @throws Failure('input') for a connection that is none for this kind; its message does not quote it
 */
function databaseSettings(kind, connection) {
    if (connection.includes('\0'))
        throw new lib/* Failure */.HR('input', 'the connection holds a NUL character.');
    const settings = SETTINGS_OF[kind](connection);
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '' && value !== undefined));
}
const SETTINGS_OF = {
    postgresql: postgresqlSettings,
    mysql: mysqlSettings,
    redis: redisSettings,
    sqlite: sqliteSettings,
};
/** Everything but the password stays as it is: the client knows more of URLs and of its words than is known here. */
function postgresqlSettings(connection) {
    if (!connection.includes('://'))
        return postgresqlWords(connection);
    const { url, settings } = readUrl(connection, ['postgresql:', 'postgres:']);
    url.password = '';
    return { database: url.href, ...passwordOf(settings) };
}
/** As `host=db dbname=shop password='it''s'`, or the name of a database alone. */
function postgresqlWords(connection) {
    const [word = '', value = ''] = /(?<![^\s])password\s*=\s*('(?:[^'\\]|\\.)*'|\S+)/su.exec(connection) ?? [];
    const secret = value.replace(/^'(.*)'$/su, '$1').replaceAll(/\\(.)/gsu, '$1');
    return { database: connection.replace(word, '').trim(), ...(secret === '' ? {} : { password: { secret } }) };
}
function mysqlSettings(connection) {
    return connection.includes('://') ? readUrl(connection, ['mysql:']).settings : { database: connection };
}
function redisSettings(connection) {
    if (connection === '')
        return {};
    const { settings } = readUrl(connection, ['redis:']);
    if (!/^[0-9]*$/u.test(settings.database ?? '')) {
        throw new lib/* Failure */.HR('input', 'databases of Redis have numbers, as in redis://localhost/0.');
    }
    return settings;
}
function sqliteSettings(connection) {
    if (connection === '')
        throw new lib/* Failure */.HR('input', "sqlite needs a 'connection' with the path of its file.");
    if (connection.includes('://'))
        throw new lib/* Failure */.HR('input', 'sqlite takes the path of its file, and no URL.');
    return { database: connection };
}
function passwordOf({ password }) {
    return password === undefined ? {} : { password };
}
function readUrl(text, protocols) {
    const url = URL.parse(text);
    if (url === null || !protocols.includes(url.protocol)) {
        const beginnings = protocols.map((protocol) => `${protocol}//`).join(' or ');
        throw new lib/* Failure */.HR('input', `the connection is no URL that begins with ${beginnings}.`);
    }
    const password = decoded(url.password);
    const settings = {
        host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
        ...(url.port === '' ? {} : { port: Number(url.port) }),
        user: decoded(url.username),
        ...(password === '' ? {} : { password: { secret: password } }),
        database: decoded(url.pathname.slice(1)),
    };
    return { url, settings };
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch (cause) {
        throw new lib/* Failure */.HR('input', 'the connection holds a % that begins no character. Write it as %25.', { cause });
    }
}

// EXTERNAL MODULE: ./packages/action-kit/lib/index.js + 35 modules
var action_kit_lib = __nccwpck_require__(6622);
;// CONCATENATED MODULE: ./packages/verification/lib/check-file/fill-in.js

/** `$${` stands for `${` itself. What follows `${` is looked at even where it is no name, for it was meant as one. */
const PLACE = /\$\$\{|\$\{([^}]*)\}?/gu;
const fill_in_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/u;
/**
 * Fills in `${NAME}` from the environment. One that is missing is a problem, and so is an empty one: that is what a secret that nobody
 * has set looks like.
 */
function fillIn(text, env, write) {
    const secrets = [];
    const problems = [];
    const filled = text.replaceAll(PLACE, (place, name) => {
        if (name === undefined)
            return '${';
        const value = fill_in_NAME.test(name) && Object.hasOwn(env, name) ? env[name] : undefined;
        if (value === undefined || value === '') {
            problems.push(fill_in_problemOf(place, name, value));
            return '';
        }
        secrets.push(value);
        return write(value);
    });
    return { filled, secrets, problems };
}
function fill_in_problemOf(place, name, value) {
    if (!place.endsWith('}') || !fill_in_NAME.test(name)) {
        return `${problems_shown(place)} names no variable. Write '\${NAME}', or '$\${' for the characters themselves.`;
    }
    if (value === '')
        return `the variable ${name} is empty.`;
    return `there is no variable ${name}. Give it to the step under 'env:'.`;
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/scalars.js





/** A scalar with something in it; anything else is noted as a problem. */
function givenScalar({ node, what }, { problems }) {
    const scalar = scalarOf(node);
    if (scalar === undefined)
        problems.add(offsetOf(node), `${what} has to be a single value.`);
    else if (scalar.value === null)
        problems.add(offsetOf(node), `${what} has no value.`);
    else if (scalar.value === '')
        problems.add(offsetOf(node), `${what} is empty.`);
    else
        return scalar;
    return undefined;
}
/** Any text. Numbers and booleans are taken as they are written: the version 1.10 stays 1.10. */
const TEXT = {
    schema: { type: ['string', 'number', 'boolean'], minLength: 1 },
    read: (spot, reading) => givenScalar(spot, reading)?.written,
};
/** A text in which `${NAME}` stands for a variable of the environment, whose value is a secret. */
const FILLED_TEXT = filledText(() => (value) => value);
/** The same, where values have to be written in some way to stand in a text like this one. */
function filledText(writerFor) {
    return {
        schema: TEXT.schema,
        read: (spot, reading) => {
            const text = TEXT.read(spot, reading);
            if (text === undefined)
                return undefined;
            const write = writerFor(text);
            const { filled, secrets, problems } = fillIn(text, reading.env, write);
            for (const secret of secrets)
                reading.secrets.add(secret).add(write(secret));
            for (const problem of problems)
                reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problem}`);
            return problems.length === 0 ? filled : undefined;
        },
    };
}
/** A text of a certain form. */
function patternText({ pattern, expected, parse }) {
    return {
        schema: { type: 'string', pattern: pattern.source },
        read: (spot, reading) => {
            const scalar = givenScalar(spot, reading);
            if (scalar === undefined)
                return undefined;
            if (typeof scalar.value !== 'string' || !pattern.test(scalar.value)) {
                reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problems_shown(scalar.written)} is not ${expected}.`);
                return undefined;
            }
            return scalars_parsed(parse, { ...spot, text: scalar.value }, reading);
        },
    };
}
/** A text that `parse` has to accept, kept as it is. */
function checkedText(check) {
    return {
        schema: TEXT.schema,
        read: (spot, reading) => {
            const text = TEXT.read(spot, reading);
            if (text === undefined)
                return undefined;
            const keep = () => {
                check(text);
                return text;
            };
            return scalars_parsed(keep, { ...spot, text }, reading);
        },
    };
}
/** Turns a Failure of a parser into a problem with its line. */
function scalars_parsed(parse, spot, reading) {
    try {
        return parse(spot.text);
    }
    catch (thrown) {
        if (!(thrown instanceof lib/* Failure */.HR))
            throw thrown;
        reading.problems.add(offsetOf(spot.node), `${spot.what}: ${thrown.message}`);
        return undefined;
    }
}
/** A number or a text of one of the forms that inputs of actions have. */
function formShape(form, schema, fits = isNumberOrText) {
    return {
        schema,
        read: (spot, reading) => {
            const scalar = givenScalar(spot, reading);
            if (scalar === undefined)
                return undefined;
            // A number is taken by what it is worth, so that 1e1 and 10 are the same to the reader and to editors.
            const value = fits(scalar.value) ? form.parse(String(scalar.value)) : undefined;
            if (value === undefined) {
                reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problems_shown(scalar.written)} is not ${form.expected}.`);
            }
            return value;
        },
    };
}
function isNumberOrText(value) {
    return typeof value === 'number' || typeof value === 'string';
}
/** A whole number, both bounds inclusive; a text of digits is none. */
function integer(range) {
    const schema = { type: 'integer', minimum: range.min, maximum: range.max };
    return formShape((0,action_kit_lib/* integerForm */.Jl)(range), schema, (value) => typeof value === 'number');
}
/** Milliseconds. */
function duration(range) {
    const digits = range.min > 0 ? '0*[1-9]\\d*' : '\\d+';
    return formShape((0,action_kit_lib/* durationForm */.rk)(range), { type: 'string', pattern: `^${digits} ?(ms|s|m|h)$` });
}
/** Bytes. */
function size(range) {
    return formShape((0,action_kit_lib/* sizeForm */._$)(range), { type: 'string', pattern: '^0*[1-9]\\d* ?(B|[kKMGT]i?B)$' });
}
/** A rate from 0 to 1, written as a percentage; bounds are percentages, the upper one exclusive where told. */
function percentage(range) {
    const { min, max, below } = range;
    const isInside = (value) => value >= min && (below === true ? value < max : value <= max);
    const form = {
        expected: `a percentage from ${min} to ${below === true ? 'below ' : ''}${max}, such as 95 or 0.5%`,
        parse: (text) => {
            const value = action_kit_lib/* PERCENTAGE */.LN.parse(text);
            return value !== undefined && isInside(value) ? value / 100 : undefined;
        },
    };
    const asNumber = { type: 'number', minimum: min, ...(below === true ? { exclusiveMaximum: max } : { maximum: max }) };
    return formShape(form, { anyOf: [asNumber, { type: 'string', pattern: '^\\d{1,3}(\\.\\d+)? ?%?$' }] });
}
/** `4 of 5`, of at most `max`. */
function outOf({ max }) {
    const form = {
        expected: `so many of at most ${max}, such as 4 of 5`,
        parse: (text) => {
            const [pass = 0, of = 0] = text.split(' of ').map(Number);
            return OUT_OF.test(text) && pass <= of && of <= max ? { pass, of } : undefined;
        },
    };
    return formShape(form, { type: 'string', pattern: OUT_OF.source });
}
const OUT_OF = /^[1-9]\d{0,3} of [1-9]\d{0,3}$/u;
/** One word of a table. */
function choice(values) {
    const form = (0,action_kit_lib/* choiceForm */.Iv)(values);
    return {
        schema: { enum: values },
        read: (spot, reading) => {
            const scalar = givenScalar(spot, reading);
            if (scalar === undefined)
                return undefined;
            const value = typeof scalar.value === 'string' ? form.parse(scalar.value) : undefined;
            if (value === undefined) {
                const problem = `${problems_shown(scalar.written)} is not ${form.expected}.${suggestion(scalar.written, values)}`;
                reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problem}`);
            }
            return value;
        },
    };
}
/** A key that is there or not, written as `true`. */
const PRESENT = {
    schema: { const: true },
    read: (spot, reading) => {
        const scalar = givenScalar(spot, reading);
        if (scalar === undefined)
            return undefined;
        if (scalar.value === true)
            return true;
        reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problems_shown(scalar.written)} is not true, which is all it can be.`);
        return undefined;
    },
};

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/addresses.js




const LAST_PORT = 65_535;
/** An absolute URL of HTTP. What it says of itself in an error never includes a password. */
const HTTP_URL = patternText({
    pattern: /^https?:\/\/[^\s/?#]/u,
    expected: 'a URL of HTTP. Write it in full, with its scheme, as https://example.org/health',
    parse: (text) => {
        parseHttpUrl(text);
        return text;
    },
});
/** One of several processes or machines that serve a URL: an origin, or an IP address to connect to in its place. */
const BACKEND = patternText({
    pattern: /^(?:https?:\/\/[^\s/?#]+\/?|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|\[?[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+\]?)$/u,
    expected: 'a backend. Write an origin such as http://10.0.0.1:8000, or an IP address',
    parse: (text) => {
        if (text.includes('://'))
            return parseHttpUrl(text).origin;
        if ((0,external_node_net_namespaceObject.isIP)(text.replace(/^\[(.*)\]$/u, '$1')) === 0)
            throw new lib/* Failure */.HR('input', `${problems_shown(text)} is no IP address.`);
        return text;
    },
});
const HOST_WITH_PORT = patternText({
    pattern: /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]+$/u,
    expected: 'a host and a port. Write it as db.example.org:5432, and an IPv6 address as "[::1]:5432"',
    parse: (text) => hostAndPort(text, 0),
});
/** The port is 443 where there is none. */
const TLS_HOST = patternText({
    pattern: /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?$/u,
    expected: 'a host, perhaps with a port. Write it as example.org or example.org:8443, without a scheme',
    parse: (text) => hostAndPort(text, 443),
});
function parseHttpUrl(text) {
    if (text.includes('${')) {
        throw new lib/* Failure */.HR('input', 'variables are not filled in here; only values of headers, a body and a connection have them.');
    }
    if (/\s\S*:\/\//u.test(text))
        throw new lib/* Failure */.HR('input', 'these are several URLs: write a check for each.');
    const url = URL.parse(text);
    if (url === null)
        throw new lib/* Failure */.HR('input', 'this is no valid URL.');
    if (url.username !== '' || url.password !== '') {
        throw new lib/* Failure */.HR('input', `the URL for ${url.host} holds credentials. Give them as an Authorization header.`);
    }
    return url;
}
function hostAndPort(text, usual) {
    const [, host = '', digits = ''] = /^(.*?\]|[^:]*)(?::([0-9]+))?$/u.exec(text) ?? [];
    const bare = host.replace(/^\[(.*)\]$/u, '$1');
    if (host !== bare && (0,external_node_net_namespaceObject.isIP)(bare) !== 6)
        throw new lib/* Failure */.HR('input', `${problems_shown(bare)} is no IPv6 address.`);
    const port = digits === '' ? usual : Number(digits);
    if (port < 1 || port > LAST_PORT)
        throw new lib/* Failure */.HR('input', `${problems_shown(digits)} is not a port from 1 to ${LAST_PORT}.`);
    return { host: bare, port };
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/shape.js
/** A mapping of fixed keys, for editors. */
function shape_tableSchema(keys, rules = {}) {
    const properties = Object.values(keys).map(({ name, shape, meaning, preset }) => [
        name,
        {
            description: preset === undefined ? meaning : `${meaning} Default: ${preset.text}.`,
            ...shape.schema,
        },
    ]);
    return { type: 'object', additionalProperties: false, ...rules, properties: Object.fromEntries(properties) };
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/mapping.js




/** Undefined when it is no mapping, which then is noted. */
function openMapping(spot, reading) {
    const entries = entriesOf(spot, reading);
    return entries === undefined ? undefined : mappingOf(entries, spot, reading);
}
function mappingOf(entries, { node, what }, reading) {
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    const complainAt = (offset, problem) => reading.problems.add(offset, problem);
    const get = ({ name, shape }) => {
        const value = byName.get(name)?.node;
        return value === undefined ? undefined : shape.read({ node: value, what: `'${name}' of ${what}` }, reading);
    };
    return {
        what,
        offset: offsetOf(node),
        names: [...byName.keys()],
        has: ({ name }) => byName.has(name),
        get,
        value: (key) => get(key) ?? key.preset.value,
        isSound: (...keys) => keys.every((key) => !byName.has(key.name) || get(key) !== undefined),
        complain: (key, problem) => complainAt(byName.get(key?.name ?? '')?.offset ?? offsetOf(node), `${what}: ${problem}`),
        refuseOthers: (keys, why = () => undefined) => {
            const known = Object.values(keys).map(({ name }) => name);
            for (const { name, offset } of entries.filter((entry) => !known.includes(entry.name))) {
                complainAt(offset, why(name) ?? `unknown key ${problems_shown(name)} in ${what}.${suggestion(name, known)}`);
            }
        },
    };
}
/** A mapping inside another one. */
function section(keys, rules) {
    return {
        schema: shape_tableSchema(keys, rules),
        read: (spot, reading) => {
            const mapping = openMapping(spot, reading);
            mapping?.refuseOthers(keys);
            return mapping;
        },
    };
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/shared-keys.js
/** Keys that several kinds of checks have. */




const LONGEST_ATTEMPT = 10 * 60_000;
/** How long a part of an attempt may take. */
const ATTEMPT_TIME = duration({ min: 1, max: LONGEST_ATTEMPT });
/** Longer than any certificate of a public authority may last. */
const DAYS = integer({ min: 0, max: 825 });
/** A regular expression. */
const PATTERN = checkedText(parsePattern);
/** A path into JSON, or what begins with one. */
function pathText(expected, check) {
    return patternText({
        pattern: /^\./u,
        expected,
        parse: (text) => {
            check(text);
            return text;
        },
    });
}
const shared_keys_NAME = {
    name: 'name',
    shape: patternText({
        pattern: /^\P{Cc}{0,99}[^\p{Cc}\s]$/u,
        expected: 'a name of at most 100 characters in one line',
        parse: (text) => text.trim(),
    }),
    meaning: 'What reports call the check. Without one, its kind and what it looks at.',
};
const ROLE = {
    name: 'role',
    shape: choice(['health', 'smoke']),
    meaning: '`health` is waited for and then sampled; `smoke` is tried once when the service is ready.',
    preset: { text: 'health', value: 'health' },
};
const TIMEOUT = {
    name: 'timeout',
    shape: ATTEMPT_TIME,
    meaning: 'For one whole attempt.',
    preset: { text: '10s', value: 10_000 },
};
const CA = {
    name: 'ca',
    shape: patternText({
        pattern: /-----BEGIN CERTIFICATE-----/u,
        expected: 'a certificate as PEM, from -----BEGIN CERTIFICATE----- on',
        parse: certificateText,
    }),
    meaning: 'Certificates of further authorities, as PEM text. Those of the system stay trusted.',
};
function certificateText(text) {
    try {
        return new external_node_crypto_namespaceObject.X509Certificate(text).raw.length > 0 ? text : '';
    }
    catch (cause) {
        throw new lib/* Failure */.HR('input', 'the certificate cannot be read. Give it whole, as PEM.', { cause });
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/http-keys.js
/** Keys of checks that ask a URL. */







const MEBIBYTE = 2 ** 20;
/** What the name of a header is made of (RFC 9110, 5.6.2). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
const HEADERS = { pattern: HEADER_NAME, expected: 'the name of a header' };
const STATUS = {
    expected: 'a status such as 200, or a class such as 2xx',
    parse: (text) => (/^[1-5](?:[0-9]{2}|xx)$/u.test(text) ? text : undefined),
};
const STATUS_SCHEMA = {
    anyOf: [
        { type: 'integer', minimum: 100, maximum: 599 },
        { type: 'string', pattern: '^[1-5](?:[0-9]{2}|xx)$' },
    ],
};
function parseVersionPlace(text) {
    if (text.startsWith('.'))
        parsePath(text);
    return text;
}
const http_keys_HTTP_EXPECT = {
    status: {
        name: 'status',
        shape: oneOrMore(formShape(STATUS, STATUS_SCHEMA)),
        meaning: 'A status, a class such as `2xx`, or a list of them, of which one has to come.',
        preset: { text: '2xx', value: ['2xx'] },
    },
    headers: {
        name: 'headers',
        shape: namedTexts({ ...HEADERS, fold: (name) => name.toLowerCase() }, TEXT),
        meaning: 'Names of headers, and what their values have to contain.',
    },
    contains: { name: 'contains', shape: oneOrMore(TEXT), meaning: 'What the body has to contain: a text or a list.' },
    matches: {
        name: 'matches',
        shape: oneOrMore(PATTERN),
        meaning: 'Regular expressions that the body has to match, in the syntax of JavaScript with the flag `u`.',
    },
    json: {
        name: 'json',
        shape: oneOrMore(pathText('an assertion. Write it as .status == "ok"', parseAssertion)),
        meaning: 'What has to hold of the body as JSON, such as `.status == "ok"`, `.id != null`, `.queue < 100` or `.name ~ "^shop"`.',
    },
};
const HTTP = {
    http: { name: 'http', shape: HTTP_URL, meaning: 'The URL that is asked.' },
    name: shared_keys_NAME,
    role: ROLE,
    method: {
        name: 'method',
        shape: choice(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
        meaning: 'The method.',
        preset: { text: 'GET', value: 'GET' },
    },
    headers: {
        name: 'headers',
        shape: namedTexts({ ...HEADERS, check: headerProblem }, FILLED_TEXT),
        meaning: 'Headers to send. `${NAME}` in a value reads a variable of the step. Values are not shown in any report.',
    },
    body: {
        name: 'body',
        shape: FILLED_TEXT,
        meaning: 'What to send. Needs `method`. `${NAME}` reads a variable of the step.',
    },
    expect: { name: 'expect', shape: section(http_keys_HTTP_EXPECT), meaning: 'What the answer has to be. All of it has to hold.' },
    version: {
        name: 'version',
        shape: patternText({
            pattern: /^(?:\.|header:[!#$%&'*+.^_`|~0-9A-Za-z-]+$|body$)/u,
            expected: "the place of a version. Write a path such as .version, 'header:x-version', or 'body'",
            parse: parseVersionPlace,
        }),
        meaning: 'Where the answer says its version: a path such as `.version`, `header:x-version`, or `body` for all of it.',
    },
    counters: {
        name: 'counters',
        shape: namedTexts({ pattern: /^[A-Za-z_][A-Za-z0-9_-]*$/u, expected: 'a name of letters, digits, - and _' }, pathText('a path such as .stats.errors', parsePath)),
        meaning: 'Counters of the service that the answer holds, by name, such as `errors: .stats.errors`. One that goes back shows a restart.',
    },
    redirects: {
        name: 'redirects',
        shape: integer({ min: 0, max: 3 }),
        meaning: 'How many redirects to follow, only within the origin of the URL.',
        preset: { text: '0', value: 0 },
    },
    connections: {
        name: 'connections',
        shape: choice(['kept', 'new']),
        meaning: '`kept` asks again over a connection that is there; `new` makes one for each attempt, for a balancer that shares out connections.',
        preset: { text: 'kept', value: 'kept' },
    },
    maxBody: {
        name: 'max-body',
        shape: size({ min: 1, max: 16 * MEBIBYTE }),
        meaning: 'A larger body is a failure.',
        preset: { text: '1MiB', value: MEBIBYTE },
    },
    ca: CA,
    certificateDays: {
        name: 'certificate-days',
        shape: DAYS,
        meaning: 'A certificate that ends in fewer days is a failure; with 0, one that has ended.',
        preset: { text: '0', value: 0 },
    },
    backends: {
        name: 'backends',
        shape: oneOrMore(BACKEND),
        meaning: 'Where the processes or machines behind the URL are, as origins such as `http://10.0.0.1:8000` or as IP addresses. Each is asked for its version. Needs `version`.',
    },
    connectTimeout: {
        name: 'connect-timeout',
        shape: ATTEMPT_TIME,
        meaning: 'For connecting, and again for the TLS handshake. Never more than `timeout`.',
        preset: { text: '5s', value: 5000 },
    },
    firstByteTimeout: {
        name: 'first-byte-timeout',
        shape: ATTEMPT_TIME,
        meaning: 'From the request to the headers of the answer. Never more than `timeout`.',
        preset: { text: '10s', value: 10_000 },
    },
    timeout: TIMEOUT,
};
function headerProblem(name, value) {
    try {
        (0,external_node_http_namespaceObject.validateHeaderValue)(name, value);
        return '';
    }
    catch {
        return 'the value holds a character that no header can, such as a line break.';
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/http-check.js

/** Reads a check of kind `http`, and notes what contradicts itself in it. */
function readHttp(mapping) {
    const url = mapping.get(HTTP.http);
    const target = {
        kind: 'http',
        method: mapping.value(HTTP.method),
        headers: mapping.get(HTTP.headers) ?? {},
        body: mapping.get(HTTP.body) ?? '',
        ...readExpected(mapping.get(HTTP.expect)),
        version: mapping.get(HTTP.version) ?? '',
        counters: mapping.get(HTTP.counters) ?? {},
        redirects: mapping.value(HTTP.redirects),
        connections: mapping.value(HTTP.connections),
        maxBodyBytes: mapping.value(HTTP.maxBody),
        ca: mapping.get(HTTP.ca) ?? '',
        minDaysLeft: mapping.value(HTTP.certificateDays),
        backends: mapping.get(HTTP.backends) ?? [],
        ...readTimeouts(mapping),
    };
    noteContradictions(mapping, target);
    if (url === undefined)
        return undefined;
    noteUselessTls(mapping, url);
    const { host, pathname } = new URL(url);
    // Without its query, which may hold a token.
    return { target: { ...target, url }, title: `http ${host}${pathname}` };
}
function readExpected(expect) {
    return {
        status: expect?.value(http_keys_HTTP_EXPECT.status) ?? http_keys_HTTP_EXPECT.status.preset.value,
        expectHeaders: expect?.get(http_keys_HTTP_EXPECT.headers) ?? {},
        contains: expect?.get(http_keys_HTTP_EXPECT.contains) ?? [],
        matches: expect?.get(http_keys_HTTP_EXPECT.matches) ?? [],
        json: expect?.get(http_keys_HTTP_EXPECT.json) ?? [],
    };
}
function readTimeouts(mapping) {
    const timeoutMs = mapping.value(HTTP.timeout);
    const within = (key) => {
        const value = mapping.value(key);
        if (mapping.has(key) && value > timeoutMs && mapping.isSound(key, HTTP.timeout)) {
            mapping.complain(key, `'${key.name}' is longer than 'timeout' (${timeoutMs} ms), which ends the attempt first.`);
        }
        return Math.min(value, timeoutMs);
    };
    return {
        timeoutMs,
        connectTimeoutMs: within(HTTP.connectTimeout),
        firstByteTimeoutMs: within(HTTP.firstByteTimeout),
    };
}
function noteContradictions(mapping, target) {
    if (mapping.has(HTTP.body) && !mapping.has(HTTP.method)) {
        mapping.complain(HTTP.body, "a body would be sent with GET. Say which 'method' sends it.");
    }
    if (mapping.has(HTTP.backends) && !mapping.has(HTTP.version)) {
        mapping.complain(HTTP.backends, "'backends' are asked for their version, and no 'version' says where it is.");
    }
    const looksAtBody = target.contains.length + target.matches.length + target.json.length + Object.keys(target.counters).length > 0 ||
        /^(?:\.|body$)/u.test(target.version);
    if (target.method === 'HEAD' && looksAtBody) {
        mapping.complain(HTTP.method, 'an answer to HEAD has no body, and something in the body is asked for.');
    }
}
function noteUselessTls(mapping, url) {
    if (url.startsWith('https:'))
        return;
    for (const key of [HTTP.ca, HTTP.certificateDays].filter((one) => mapping.has(one))) {
        mapping.complain(key, `'${key.name}' says something of a certificate, and a URL with http:// has none.`);
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/connection-keys.js



const TCP = {
    tcp: { name: 'tcp', shape: HOST_WITH_PORT, meaning: 'Host and port that have to accept a connection.' },
    name: shared_keys_NAME,
    role: ROLE,
    timeout: TIMEOUT,
};
const TLS = {
    tls: {
        name: 'tls',
        shape: TLS_HOST,
        meaning: 'Host, and port unless it is 443, with which a TLS handshake is made.',
    },
    name: shared_keys_NAME,
    serverName: {
        name: 'server-name',
        shape: patternText({
            pattern: /^[A-Za-z0-9_.-]+$/u,
            expected: 'the name of a host',
            parse: (text) => text,
        }),
        meaning: 'The name that the certificate has to be for. Without one, the host.',
    },
    ca: CA,
    certificateDays: {
        name: 'certificate-days',
        shape: DAYS,
        meaning: 'A certificate of the chain that ends in fewer days is a failure.',
        preset: { text: '14', value: 14 },
    },
    timeout: TIMEOUT,
};

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/prometheus-keys.js
/** Keys of checks that ask Prometheus. */





/** Both kinds have it. */
const PROMETHEUS_URL = {
    name: 'url',
    shape: HTTP_URL,
    meaning: 'Where Prometheus is. Without one, the input `prometheus-url`.',
};
const PROMETHEUS = {
    prometheus: { name: 'prometheus', shape: TEXT, meaning: 'A query of PromQL.' },
    name: shared_keys_NAME,
    url: PROMETHEUS_URL,
    threshold: {
        name: 'threshold',
        shape: patternText({
            pattern: /^\s*(?:[<>]=?|[=!]=)\s*[+-]?[0-9]/u,
            expected: "a threshold. Write it as '> 0.99' or '<= 500', in quotes",
            parse: (text) => parseThreshold(text).text,
        }),
        meaning: "What has to hold of every value, in quotes: `'> 0.99'`. Operators are `>`, `>=`, `<`, `<=`, `==` and `!=`.",
    },
    timeout: TIMEOUT,
};
const ALERTS = {
    alerts: { name: 'alerts', shape: PRESENT, meaning: '`true`: no alert of Prometheus may be firing or pending.' },
    name: shared_keys_NAME,
    url: PROMETHEUS_URL,
    alertmanager: {
        name: 'alertmanager',
        shape: HTTP_URL,
        meaning: 'Where Alertmanager is, which knows the alerts that are silenced.',
    },
    labels: {
        name: 'labels',
        shape: namedTexts({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/u, expected: 'the name of a label' }, TEXT),
        meaning: 'Only alerts that have all of these labels count.',
    },
    timeout: TIMEOUT,
};

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/server-keys.js
/** Keys of checks that run on the server. */





const PROCESS = {
    process: {
        name: 'process',
        shape: patternText({
            pattern: /^(?:user:)?[A-Za-z0-9_][A-Za-z0-9:_.\\@-]{0,254}$/u,
            expected: 'the name of a systemd unit, such as shop.service or user:shop.service',
            parse: (text) => text,
        }),
        meaning: 'The systemd unit that has to be active on the server; with `user:` before it, one of the user.',
    },
    name: shared_keys_NAME,
    timeout: TIMEOUT,
};
const PID_FILE = {
    pidFile: {
        name: 'pid-file',
        shape: patternText({
            pattern: /^\/\P{Cc}*$/u,
            expected: 'an absolute path',
            parse: (text) => text,
        }),
        meaning: 'The file on the server that holds the id of a process that has to run.',
    },
    name: shared_keys_NAME,
    timeout: TIMEOUT,
};
const server_keys_COMMAND_EXPECT = {
    status: {
        name: 'status',
        shape: integer({ min: 0, max: 255 }),
        meaning: 'The exit status that it has to end with.',
        preset: { text: '0', value: 0 },
    },
    contains: { name: 'contains', shape: oneOrMore(TEXT), meaning: 'What the output has to contain: a text or a list.' },
    matches: {
        name: 'matches',
        shape: oneOrMore(PATTERN),
        meaning: 'Regular expressions that the output has to match, without the blanks around it.',
    },
};
const COMMAND = {
    command: {
        name: 'command',
        shape: checkedText((text) => {
            if (text.trim() === '' || text.includes('\0'))
                throw new lib/* Failure */.HR('input', 'this is no command.');
        }),
        meaning: 'A command line of POSIX sh that is run on the server. It can hold several lines.',
    },
    name: shared_keys_NAME,
    expect: { name: 'expect', shape: section(server_keys_COMMAND_EXPECT), meaning: 'What it has to say. All of it has to hold.' },
    code: {
        name: 'code',
        shape: choice(['database', 'health']),
        meaning: 'What a failure is called.',
        preset: { text: 'health', value: 'health' },
    },
    timeout: TIMEOUT,
};
const DATABASE = {
    database: {
        name: 'database',
        shape: choice(['postgresql', 'mysql', 'redis', 'sqlite']),
        meaning: 'The kind of database that is asked on the server, with its own client, whether it answers.',
    },
    name: shared_keys_NAME,
    connection: {
        name: 'connection',
        // In a URL, what comes from a variable must not be taken for a part of the URL's own punctuation.
        shape: filledText((text) => text.includes('://') ? (value) => encodeURIComponent(value.toWellFormed()) : (value) => value),
        meaning: 'Where it is: a URL such as `postgresql://shop:${DB_PASSWORD}@localhost/shop`, the name of a database (PostgreSQL, MySQL), or the path of a file (SQLite). `${NAME}` reads a variable of the step.',
    },
    timeout: TIMEOUT,
};

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/kinds.js







const kinds_KINDS = [
    {
        key: HTTP.http,
        keys: HTTP,
        rules: { required: ['http'], dependentRequired: { body: ['method'], backends: ['version'] } },
        read: readHttp,
    },
    { key: TCP.tcp, keys: TCP, rules: { required: ['tcp'] }, read: readTcp },
    { key: TLS.tls, keys: TLS, rules: { required: ['tls'] }, read: readTls },
    { key: PROCESS.process, keys: PROCESS, rules: { required: ['process'] }, read: readProcess },
    { key: PID_FILE.pidFile, keys: PID_FILE, rules: { required: ['pid-file'] }, read: readPidFile },
    { key: COMMAND.command, keys: COMMAND, rules: { required: ['command'] }, read: readCommand },
    {
        key: DATABASE.database,
        keys: DATABASE,
        rules: {
            required: ['database'],
            anyOf: [{ required: ['connection'] }, { properties: { database: { enum: ['postgresql', 'mysql', 'redis'] } } }],
        },
        read: readDatabase,
    },
    {
        key: PROMETHEUS.prometheus,
        keys: PROMETHEUS,
        rules: { required: ['prometheus', 'threshold'] },
        read: readPrometheus,
    },
    { key: ALERTS.alerts, keys: ALERTS, rules: { required: ['alerts'] }, read: readAlerts },
];
function readTcp(mapping) {
    const place = mapping.get(TCP.tcp);
    if (place === undefined)
        return undefined;
    const { host, port } = place;
    return { target: { kind: 'tcp', host, port, timeoutMs: mapping.value(TCP.timeout) }, title: `tcp ${host}:${port}` };
}
function readTls(mapping) {
    const place = mapping.get(TLS.tls);
    const target = {
        kind: 'tls',
        serverName: mapping.get(TLS.serverName) ?? place?.host ?? '',
        ca: mapping.get(TLS.ca) ?? '',
        minDaysLeft: mapping.value(TLS.certificateDays),
        timeoutMs: mapping.value(TLS.timeout),
    };
    return place === undefined
        ? undefined
        : { target: { ...target, ...place }, title: `tls ${place.host}:${place.port}` };
}
function readProcess(mapping) {
    const unit = mapping.get(PROCESS.process);
    const timeoutMs = mapping.value(PROCESS.timeout);
    return unit === undefined ? undefined : { target: { kind: 'process', unit, timeoutMs }, title: `process ${unit}` };
}
function readPidFile(mapping) {
    const pidFile = mapping.get(PID_FILE.pidFile);
    const timeoutMs = mapping.value(PID_FILE.timeout);
    if (pidFile === undefined)
        return undefined;
    return { target: { kind: 'process-id', pidFile, timeoutMs }, title: `process of ${pidFile}` };
}
function readCommand(mapping) {
    const command = mapping.get(COMMAND.command);
    const expect = mapping.get(COMMAND.expect);
    const target = {
        kind: 'command',
        code: mapping.value(COMMAND.code),
        status: expect?.value(server_keys_COMMAND_EXPECT.status) ?? server_keys_COMMAND_EXPECT.status.preset.value,
        contains: expect?.get(server_keys_COMMAND_EXPECT.contains) ?? [],
        matches: expect?.get(server_keys_COMMAND_EXPECT.matches) ?? [],
        timeoutMs: mapping.value(COMMAND.timeout),
    };
    return command === undefined ? undefined : { target: { ...target, command }, title: `command ${programOf(command)}` };
}
/** The first word that is no assignment. The whole line may hold what is not for every reader of a report. */
function programOf(command) {
    let rest = command.trim();
    for (let length = assignmentIn(rest); length > 0; length = assignmentIn(rest))
        rest = rest.slice(length).trimStart();
    return /^[\w./-]+(?=\s|$)/u.exec(rest)?.[0] ?? 'line';
}
/** How long an assignment at the start is, when more follows it; 0 without one. */
function assignmentIn(text) {
    return /^[A-Za-z_]\w*=(?:'[^']*'|"[^"]*"|[^\s'"])*(?=\s)/u.exec(text)?.[0].length ?? 0;
}
function readDatabase(mapping, context) {
    const database = mapping.get(DATABASE.database);
    const connection = mapping.has(DATABASE.connection) ? mapping.get(DATABASE.connection) : '';
    const timeoutMs = mapping.value(DATABASE.timeout);
    if (database === undefined || connection === undefined)
        return undefined;
    try {
        const { password } = databaseSettings(database, connection);
        if (password !== undefined)
            context.secrets.add(password.secret);
        return { target: { kind: 'database', database, connection, timeoutMs }, title: `database ${database}` };
    }
    catch (thrown) {
        if (!(thrown instanceof lib/* Failure */.HR))
            throw thrown;
        mapping.complain(DATABASE.connection, thrown.message);
        return undefined;
    }
}
function readPrometheus(mapping, context) {
    const query = mapping.get(PROMETHEUS.prometheus);
    const threshold = mapping.get(PROMETHEUS.threshold);
    const url = prometheusUrl(mapping, context);
    const timeoutMs = mapping.value(PROMETHEUS.timeout);
    if (!mapping.has(PROMETHEUS.threshold)) {
        mapping.complain(undefined, "a query needs a 'threshold', such as threshold: '> 0.99'.");
    }
    if (query === undefined || threshold === undefined || url === undefined)
        return undefined;
    return { target: { kind: 'prometheus', url, query, threshold, timeoutMs }, title: `prometheus ${query}` };
}
function readAlerts(mapping, context) {
    const isPresent = mapping.get(ALERTS.alerts);
    const url = prometheusUrl(mapping, context);
    const target = {
        kind: 'alerts',
        alertmanagerUrl: mapping.get(ALERTS.alertmanager) ?? '',
        labels: mapping.get(ALERTS.labels) ?? {},
        timeoutMs: mapping.value(ALERTS.timeout),
    };
    if (isPresent === undefined || url === undefined)
        return undefined;
    return { target: { ...target, url }, title: `alerts of ${new URL(url).host}` };
}
function prometheusUrl(mapping, { prometheusUrl: usual }) {
    if (mapping.has(PROMETHEUS_URL))
        return mapping.get(PROMETHEUS_URL);
    if (usual !== '')
        return usual;
    mapping.complain(undefined, "nothing says where Prometheus is. Give the check a 'url', or the action a 'prometheus-url'.");
    return undefined;
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/setting-keys.js
/** Keys of a file of checks beside the checks themselves. */

const MOST_COUNTED = 1000;
const setting_keys_SETTINGS = {
    samples: {
        name: 'samples',
        shape: integer({ min: 1, max: 100_000 }),
        meaning: 'How many samples to take. Without a number, as many as the error rate needs.',
    },
    maxResponseTime: {
        name: 'max-response-time',
        shape: duration({ min: 1 }),
        meaning: 'What an answer may take.',
    },
    percentile: {
        name: 'percentile',
        // A percentile below 1 % is a rate that somebody wrote: 0.95 for 95 %.
        shape: percentage({ min: 1, max: 100 }),
        meaning: 'Which share of the answers has to keep `max-response-time`.',
    },
    maxErrorRate: {
        name: 'max-error-rate',
        shape: percentage({ min: 0, max: 100, below: true }),
        meaning: 'Which share of the answers may be wrong.',
    },
    mustPass: {
        name: 'must-pass',
        shape: outOf({ max: MOST_COUNTED }),
        meaning: 'In place of `max-error-rate`: how many of the last so many samples have to be well, as `4 of 5`.',
    },
    passesAfter: {
        name: 'passes-after',
        shape: integer({ min: 1, max: MOST_COUNTED }),
        meaning: 'In place of `max-error-rate`: passes after so many good samples in a row. Needs `fails-after`.',
    },
    failsAfter: {
        name: 'fails-after',
        shape: integer({ min: 1, max: MOST_COUNTED }),
        meaning: 'Fails after so many bad samples in a row. Needs `passes-after`.',
    },
    duration: { name: 'duration', shape: duration({ min: 1 }), meaning: 'The window of mode `monitor`.' },
    interval: { name: 'interval', shape: duration({ min: 10 }), meaning: 'From one sample to the next.' },
    readyWithin: {
        name: 'ready-within',
        shape: duration({ min: 1 }),
        meaning: 'How long the service may take until all checks pass.',
    },
    healthyFor: {
        name: 'healthy-for',
        shape: duration({ min: 0 }),
        meaning: 'How long everything has to stay well from then on.',
    },
    expectedVersion: {
        name: 'expected-version',
        shape: TEXT,
        meaning: 'The version that has to answer. A check has to say where it is: `version`.',
    },
};

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/keys/file-keys.js




/** Only opened here: what a check is depends on its kind. */
const CHECKS = {
    name: 'checks',
    shape: {
        schema: {
            type: 'array',
            minItems: 1,
            items: { anyOf: kinds_KINDS.map(({ key, keys, rules }) => ({ title: key.name, ...shape_tableSchema(keys, rules) })) },
        },
        read: (spot, reading) => itemsOf(spot, reading)?.map(({ node }) => node),
    },
    meaning: 'The checks, one or more.',
};
const file_keys_FILE = { checks: CHECKS, ...setting_keys_SETTINGS };

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/checks-schema.js


/**
 * The JSON Schema of a file of checks, for editors. It knows all keys, forms and words, and not what takes more than a schema: ranges of
 * durations and sizes, regular expressions, assertions, certificates, names that come twice, and most contradictions.
 */
function checksSchema() {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Checks of a deployment',
        description: 'What the action verify-deployment checks.',
        ...tableSchema(FILE, { required: ['checks'] }),
    };
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/key-tables.js




/** The tables of docs/checks.md in Markdown, by the names of their markers. */
function keyTables() {
    const ofKinds = KINDS.map(({ key, keys }) => [key.name, keyTable(keys)]);
    return new Map([
        ['settings', keyTable(SETTINGS)],
        ...ofKinds,
        ['http-expect', keyTable(HTTP_EXPECT)],
        ['command-expect', keyTable(COMMAND_EXPECT)],
    ]);
}
function keyTable(keys) {
    const rows = Object.values(keys).map(({ name, meaning, preset }) => {
        const cells = [`\`${name}\``, meaning.replaceAll('|', '\\|'), preset === undefined ? '' : `\`${preset.text}\``];
        return `| ${cells.join(' | ')} |`;
    });
    return ['| key | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/names.js

const LONGEST_TITLE = 80;
/** Gives every check a name of its own. The same name given twice is noted as a problem. */
function nameChecks(drafts, problems) {
    const lines = new Map();
    for (const { name, offset, line } of drafts) {
        const first = name === undefined ? undefined : lines.get(name);
        if (first !== undefined)
            problems.add(offset, `another check is called ${problems_shown(name ?? '')}; it is in line ${first}.`);
        else if (name !== undefined)
            lines.set(name, line);
    }
    const taken = new Set(lines.keys());
    return drafts.map(({ name, title, role, line, target }) => ({
        ...target,
        name: name ?? freeName(title, taken),
        role,
        line,
    }));
}
function freeName(title, taken) {
    const characters = Array.from(title.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' '));
    const short = characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : characters.join('');
    let name = short;
    for (let number = 2; taken.has(name); number += 1)
        name = `${short} (${number})`;
    taken.add(name);
    return name;
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/read-check.js






const KIND_NAMES = kinds_KINDS.map(({ key }) => key.name);
/** What any check may have: for one that says not of which kind it is. */
const ALL_KEYS = Object.fromEntries(kinds_KINDS.flatMap(({ keys }) => Object.values(keys)).map((key) => [key.name, key]));
/** Reads one item of the list of checks. @param position from 1, for one without a name */
function readCheck(node, position, reading) {
    const spot = { node, what: labelOf(node, position, reading) };
    const mapping = openMapping(spot, reading);
    if (mapping === undefined)
        return undefined;
    const kind = kindOf(mapping);
    if (kind === undefined)
        return undefined;
    mapping.refuseOthers(kind.keys, (name) => meaninglessFor(kind, name, mapping.what));
    const hasRole = Object.values(kind.keys).includes(ROLE);
    const role = hasRole ? mapping.value(ROLE) : 'state';
    const name = mapping.get(shared_keys_NAME);
    const described = kind.read(mapping, reading);
    if (described === undefined)
        return undefined;
    return { ...described, role, name, offset: mapping.offset, line: reading.problems.lineOf(mapping.offset) };
}
/** How errors call a check, before anything is known of it. */
function labelOf(node, position, reading) {
    const pair = (0,dist/* isMap */.jh)(node)
        ? node.items.find(({ key }) => scalarOf(key)?.value === 'name')
        : undefined;
    const name = pair?.value == null ? undefined : reading.resolve(pair.value);
    const written = name === undefined ? undefined : scalarOf(name)?.written;
    return written === undefined || written === '' ? `check ${position}` : `check ${problems_shown(written)}`;
}
function kindOf(mapping) {
    const kinds = kinds_KINDS.filter(({ key }) => mapping.has(key));
    const [kind, other] = kinds;
    if (kind === undefined) {
        mapping.refuseOthers(ALL_KEYS);
        mapping.complain(undefined, `nothing says what is checked. Give one of: ${KIND_NAMES.join(', ')}.`);
        return undefined;
    }
    if (other === undefined)
        return kind;
    mapping.complain(other.key, `it has '${kind.key.name}' and '${other.key.name}'. A check is of one kind; make it two checks.`);
    return undefined;
}
/** What is said of a key that other kinds have; undefined of one that none has. */
function meaninglessFor(kind, name, what) {
    const others = kinds_KINDS.filter(({ keys }) => Object.values(keys).some((key) => key.name === name));
    if (others.length === 0)
        return undefined;
    const owners = others.map(({ key }) => key.name).join(', ');
    const problem = `'${name}' in ${what} means nothing to a check of kind '${kind.key.name}'; it belongs to: ${owners}.`;
    return name === ROLE.name
        ? `${problem} All others are looked at when the service is ready, and at the end.`
        : problem;
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/read-settings.js

/** Reads what the file says beside its checks, and notes what contradicts itself. */
function readSettings(mapping, inputs) {
    const settings = {
        ...given('samples', mapping.get(setting_keys_SETTINGS.samples)),
        ...given('maxResponseTimeMs', mapping.get(setting_keys_SETTINGS.maxResponseTime)),
        ...given('percentile', mapping.get(setting_keys_SETTINGS.percentile)),
        ...given('maxErrorRate', mapping.get(setting_keys_SETTINGS.maxErrorRate)),
        ...given('countRule', readCountRule(mapping, inputs)),
        ...given('durationMs', mapping.get(setting_keys_SETTINGS.duration)),
        ...given('intervalMs', mapping.get(setting_keys_SETTINGS.interval)),
        ...given('readyWithinMs', mapping.get(setting_keys_SETTINGS.readyWithin)),
        ...given('healthyForMs', mapping.get(setting_keys_SETTINGS.healthyFor)),
        ...given('expectedVersion', mapping.get(setting_keys_SETTINGS.expectedVersion)),
    };
    read_settings_noteContradictions(mapping, settings, inputs);
    return settings;
}
/** Undefined where none is asked for, and where it contradicts itself, which then is noted. */
function readCountRule(mapping, inputs) {
    const { mustPass, passesAfter, failsAfter, maxErrorRate } = setting_keys_SETTINGS;
    const [first, ...others] = [mustPass, passesAfter, failsAfter].filter((key) => mapping.has(key));
    if (first === undefined)
        return undefined;
    if (mapping.has(maxErrorRate) || inputs.maxErrorRate !== undefined)
        mapping.complain(first, `'${first.name}' takes the place of 'max-error-rate': leave one of them out.`);
    const isOf = first === mustPass;
    if (isOf && others.length > 0)
        mapping.complain(first, `'must-pass' and '${others[0]?.name}' are two rules: leave one of them out.`);
    if (!isOf && others.length === 0)
        mapping.complain(first, "'passes-after' and 'fails-after' need each other: give both.");
    if (isOf) {
        const counts = mapping.get(mustPass);
        return counts === undefined ? undefined : { kind: 'of', ...counts };
    }
    const [successes, failures] = [mapping.get(passesAfter), mapping.get(failsAfter)];
    return successes === undefined || failures === undefined ? undefined : { kind: 'consecutive', successes, failures };
}
/** A key that is not there must not come to be there as undefined. */
function given(key, value) {
    const none = {};
    return value === undefined ? none : { ...none, [key]: value };
}
function read_settings_noteContradictions(mapping, settings, inputs) {
    const decides = (key, input) => mapping.has(key) && inputs[input] === undefined;
    const hasLimit = mapping.has(setting_keys_SETTINGS.maxResponseTime) || inputs.maxResponseTimeMs !== undefined;
    if (decides(setting_keys_SETTINGS.percentile, 'percentile') && !hasLimit) {
        mapping.complain(setting_keys_SETTINGS.percentile, "'percentile' is a share of the answers that keep 'max-response-time', and there is none.");
    }
    const interval = inputs.intervalMs ?? settings.intervalMs ?? 0;
    const duration = inputs.durationMs ?? settings.durationMs ?? Number.POSITIVE_INFINITY;
    if (decides(setting_keys_SETTINGS.interval, 'intervalMs') && interval > duration) {
        mapping.complain(setting_keys_SETTINGS.interval, `'interval' (${interval} ms) is longer than 'duration' (${duration} ms): the window ends before a second sample.`);
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/check-file/read-check-file.js







/**
 * Reads a file of checks, as docs/checks.md describes it, and fills in every default.
 *
 * @throws Failure('input') that names all problems in the order of their lines, and nothing else, whatever the text is
 */
function readCheckFile(text, options = {}) {
    const document = parseYaml(text);
    const { problems, root } = document;
    const { env = {}, prometheusUrl = '', inputs = {} } = options;
    const reading = { ...document, env, secrets: new Set(), prometheusUrl };
    if (root === undefined)
        throw new lib/* Failure */.HR('input', "checks: the file is empty. Give it a list under 'checks:'.");
    const target = document.resolve(root);
    const mapping = target === undefined ? undefined : openMapping({ node: target, what: 'the file' }, reading);
    const file = mapping === undefined ? undefined : readFile(mapping, reading, inputs);
    problems.throwIfAny();
    if (file === undefined)
        throw new Error('a file of checks could not be read, and nobody said why');
    return file;
}
function readFile(mapping, reading, inputs) {
    mapping.refuseOthers(file_keys_FILE);
    const settings = readSettings(mapping, inputs);
    if (!mapping.has(CHECKS))
        mapping.complain(undefined, "there is no list 'checks', and so nothing to check.");
    const drafts = (mapping.get(CHECKS) ?? []).map((node, index) => readCheck(node, index + 1, reading));
    const sound = drafts.filter((draft) => draft !== undefined);
    return { checks: nameChecks(sound, reading.problems), secrets: [...reading.secrets], settings };
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/detail.js


const EVERYTHING = {
    checks: 500,
    examples: 5,
    groups: 20,
    backends: 500,
    notes: 100,
    excerpt: 2_000,
    text: 1_000,
    hasHistograms: true,
};
/** From everything to the least; what one seldom reads goes first. */
const DETAILS = [
    EVERYTHING,
    { ...EVERYTHING, excerpt: 500, examples: 3 },
    { ...EVERYTHING, excerpt: 200, examples: 2, groups: 5, text: 300, checks: 100, backends: 200, notes: 50 },
    { checks: 40, examples: 1, groups: 3, backends: 50, notes: 20, excerpt: 200, text: 200, hasHistograms: false },
    { checks: 10, examples: 1, groups: 2, backends: 20, notes: 10, excerpt: 100, text: 100, hasHistograms: false },
    { checks: 5, examples: 0, groups: 1, backends: 5, notes: 2, excerpt: 100, text: 100, hasHistograms: false },
    { checks: 1, examples: 0, groups: 1, backends: 1, notes: 1, excerpt: 0, text: 60, hasHistograms: false },
];
const LEAST = DETAILS.length - 1;
/** The document in the most detail that has room in so many bytes. */
function inMostDetail({ report, render, mostBytes }) {
    let document = '';
    // To write what cannot fit only to throw it away would take seconds for a report of long texts.
    for (const detail of DETAILS.filter((detail, index) => index === LEAST || textSize(report, detail) <= mostBytes)) {
        document = render(report, detail);
        if (external_node_buffer_namespaceObject.Buffer.byteLength(document) <= mostBytes)
            return document;
    }
    return document;
}
/** Characters of the longest texts that a document in this detail holds, whatever it is written in. */
function textSize({ checks }, detail) {
    const sizes = inOrder(checks)
        .slice(0, detail.checks)
        .flatMap(({ last, failures }) => {
        const examples = failures.slice(0, detail.examples).map(({ example }) => example);
        return examples.length > 0 || last === undefined ? examples : [last];
    })
        .map(({ evidence: { asked, came, excerpt } }) => {
        const texts = Math.min(asked.length, detail.text) + Math.min(came.length, detail.text);
        return texts + Math.min(excerpt.length, detail.excerpt);
    });
    return sizes.reduce((sum, size) => sum + size, 0);
}
const ORDER = { fail: 0, inconclusive: 1, pass: 2 };
/** Checks as they are read: the ones that failed first, the ones that passed last. */
function inOrder(checks) {
    return checks.toSorted((a, b) => ORDER[a.judgement.verdict] - ORDER[b.judgement.verdict]);
}
/** What as many backends said as there is room for; those with another version than the expected one first. */
function seenOf(identity, detail) {
    const kept = backendsIn(identity).slice(0, detail.backends);
    return kept.flatMap((name) => identity.seen.filter(({ backend }) => backend === name));
}
function backendsIn({ expected, seen }) {
    const isWrong = ({ version }) => expected !== '' && version !== expected;
    const ordered = seen.toSorted((a, b) => Number(isWrong(b)) - Number(isWrong(a)));
    return [...new Set(ordered.map(({ backend }) => backend))];
}
/** The start of a text that is longer than so many characters, with a mark that there was more. */
function cut(text, most) {
    // Half of a character outside the basic plane is none.
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
/** What a document in this detail does not tell, in words; nothing when it tells all. */
function leftOut(report, detail) {
    const { checks, notes, identity } = report;
    const missing = [
        [checks.length - detail.checks, 'check'],
        [notes.length - detail.notes, 'note'],
        [backendsIn(identity).length - detail.backends, 'backend'],
        [sum(checks, ({ failures }) => failures.length - detail.examples), 'example'],
    ];
    const counts = missing.filter(([count]) => count > 0).map(([count, what]) => counted_counted(count, what));
    const texts = detail === EVERYTHING ? [] : [`texts beyond ${detail.text} characters, answers beyond ${detail.excerpt}`];
    return [...counts, ...texts, ...(detail.hasHistograms ? [] : ['histograms'])];
}
function sum(checks, countOf) {
    return checks.reduce((total, check) => total + Math.max(0, countOf(check)), 0);
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/figures.js

/** The phases of an attempt in their order, as people call them. */
const PHASES = [
    ['resolve', 'resolve'],
    ['connect', 'connect'],
    ['tls', 'TLS'],
    ['firstByte', 'first byte'],
    ['transfer', 'transfer'],
];
/** Of a share; an interval that is told beside it makes more of them meaningless. */
const DIGITS = 2;
/** Milliseconds with the digits that count: `0.42 ms`, `8.4 ms`, `84 ms`, `1.4 s`. */
function latencyText(ms) {
    if (!Number.isFinite(ms))
        return 'no end';
    return ms < 10 ? `${Number(ms.toPrecision(2))} ms` : formatDuration(ms);
}
/** The error rate with what the true one may be: `10 % (5.8–16 %)`. */
function errorRateText({ errorRate, errorInterval: { low, high } }) {
    if (errorRate === undefined)
        return '–';
    return `${formatShare(errorRate, DIGITS)} (${rangeText(formatShare(low, DIGITS), formatShare(high, DIGITS))})`;
}
/** A percentile with what the true one may be: `84 ms (80–91 ms)`, or why there is no interval. */
function percentileText({ value, low, high }) {
    const seen = latencyText(value);
    if (high !== undefined)
        return `${seen} (${rangeText(latencyText(low), latencyText(high))})`;
    return `${seen} (${low === 0 ? 'too few samples' : `${latencyText(low)} or more`})`;
}
/** `80–91 ms` for `80 ms` and `91 ms`: a unit that both have is said once. */
function rangeText(low, high) {
    const unit = high.slice(high.indexOf(' '));
    return `${low.endsWith(unit) ? low.slice(0, -unit.length) : low}–${high}`;
}
/** How long an attempt took, and where the time went: `84 ms: first byte 83 ms, transfer 0.4 ms`. */
function phasesText(durationMs, phases) {
    const parts = PHASES.filter(([phase]) => phases[phase] > 0).map(([phase, name]) => `${name} ${latencyText(phases[phase])}`);
    return [latencyText(durationMs), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(': ');
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/histogram.js

/** More lines than this are no picture any more. */
const MOST_LINES = 16;
/** What is quicker than this is all the same to a service. */
const histogram_LEAST_MS = 0.1;
/** What is slower is not told apart any more. */
const MOST_MS = 1e7;
/** Preferred numbers within a decade (IEC 60063 and 1-2-5), the finest first: spaced as evenly on a log scale as round numbers can be. */
const SCALES = [
    [1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2, 9.1],
    [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
    [1, 1.5, 2.2, 3.3, 4.7, 6.8],
    [1, 2, 5],
    [1],
];
/** Counts in log-spaced buckets from the quickest to the slowest value; the finest of the scales that makes a picture of it. */
function histogram(values, marks) {
    const times = values.filter((value) => !Number.isNaN(value)).map(within);
    if (times.length === 0)
        return [];
    const range = { lowest: least(times), highest: most(times) };
    const pictures = SCALES.map((scale) => bucketsBetween(edgesOf(scale, range), times, marks));
    return pictures.find((buckets) => linesOf(buckets).length <= MOST_LINES) ?? pictures.at(-1) ?? [];
}
function bucketsBetween(edges, times, marks) {
    const bucketOf = (value) => edges.findLastIndex((edge) => edge <= value);
    const counts = edges.slice(1).map(() => 0);
    for (const bucket of times.map(bucketOf))
        counts[bucket] = (counts[bucket] ?? 0) + 1;
    return counts.map((count, index) => ({
        from: edges[index] ?? 0,
        to: edges[index + 1] ?? 0,
        count,
        marks: marks.filter(({ value }) => bucketOf(value) === index).map(({ name }) => name),
    }));
}
const BAR_LENGTH = 32;
/** Eighths of a block: a bar can be as fine as that. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/** One line a bucket: its limits, a bar, its count, and the percentiles that lie in it. A gap is one line, however wide it is. */
function histogramText(buckets) {
    const highest = most(buckets.map(({ count }) => count));
    const lines = linesOf(buckets);
    const limits = lines.flatMap((line) => line === GAP ? [] : [[latencyText(line.from), latencyText(line.to)]]);
    const [fromWidth, toWidth] = [most(limits.map(([from]) => from.length)), most(limits.map(([, to]) => to.length))];
    const text = ({ from, to, count, marks }) => {
        const range = `${latencyText(from).padStart(fromWidth)} – ${latencyText(to).padStart(toWidth)}`;
        const bar = barOf(count / Math.max(1, highest), count > 0).padEnd(BAR_LENGTH);
        const number = String(count).padStart(String(highest).length);
        return [range, bar, number, ...(marks.length === 0 ? [] : ['◄', ...marks])].join(' ');
    };
    return lines.map((line) => (line === GAP ? '⋮'.padStart(fromWidth) : text(line))).join('\n');
}
const GAP = 'gap';
/** A gap that takes no more lines than this is drawn as it is. */
const DRAWN_GAP = 2;
function linesOf(buckets) {
    const isInGap = (index) => buckets[index]?.count === 0 && buckets[index]?.marks.length === 0;
    return buckets.flatMap((bucket, index) => {
        if (!isInGap(index))
            return [bucket];
        const begin = buckets.findLastIndex((_, at) => at < index && !isInGap(at)) + 1;
        const end = buckets.findIndex((_, at) => at > index && !isInGap(at));
        if (end - begin <= DRAWN_GAP)
            return [bucket];
        return index === begin ? [GAP] : [];
    });
}
/** Even one of ten thousand is seen. */
function barOf(share, isSeen) {
    const eighths = Math.max(isSeen ? 1 : 0, Math.round(share * BAR_LENGTH * EIGHTHS.length));
    return '█'.repeat(Math.floor(eighths / EIGHTHS.length)) + (EIGHTHS[eighths % EIGHTHS.length] ?? '');
}
/** From the last edge at or below the lowest value to the first one above the highest. */
function edgesOf(scale, { lowest, highest }) {
    const first = lowest < histogram_LEAST_MS ? [0] : [];
    const decades = Array.from({ length: 10 }, (_, index) => index - 1);
    const all = [
        ...first,
        ...decades.flatMap((decade) => scale.map((step) => Number((step * 10 ** decade).toPrecision(3)))),
    ];
    const from = all.findLastIndex((edge) => edge <= lowest);
    const to = all.findIndex((edge) => edge > highest);
    return all.slice(from, to + 1);
}
function within(value) {
    return Math.min(MOST_MS, Math.max(0, value));
}
/** Not by spreading into `Math.min`: there may be more values than a call has room for. */
function least(values) {
    return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
function most(values) {
    return values.reduce((a, b) => Math.max(a, b), 0);
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/json.js


/**
 * `toJSON(steps)` hands the outputs of all steps to a later one in a single environment variable, each quote of them escaped, and Linux starts
 * no program with a variable above 128 KiB (MAX_ARG_STRLEN, execve(2)): three reports and all else have to fit.
 */
const MOST_BYTES = 20_000;
/**
 * The report as one JSON document on one line, schema `plimsoll/verification@1`, at most 20 kB: what is left out of it is named in
 * `leftOut`. Times in milliseconds, rates from 0 to 1; null where nothing is known.
 */
function renderJson(report) {
    return inMostDetail({ report, render: (...args) => JSON.stringify(documentOf(...args)), mostBytes: MOST_BYTES });
}
function documentOf(report, detail) {
    const { mode, verdict, code, summary, startedAt, durationMs, environment, identity, notes } = report;
    return {
        schema: 'plimsoll/verification@1',
        mode,
        verdict,
        code,
        summary: cut(summary, detail.text),
        startedAt,
        durationMs,
        environment: cut(environment, detail.text),
        identity: json_identityOf(identity, detail),
        notes: notes.slice(0, detail.notes).map((note) => cut(note, detail.text)),
        checks: inOrder(report.checks)
            .slice(0, detail.checks)
            .map((check) => checkOf(check, detail)),
        leftOut: leftOut(report, detail),
    };
}
function json_identityOf(identity, detail) {
    return {
        expected: cut(identity.expected, detail.text),
        seen: seenOf(identity, detail).map(({ backend, version, when }) => ({
            backend: cut(backend, detail.text),
            version: cut(version, detail.text),
            when,
        })),
    };
}
function checkOf(report, detail) {
    const { judgement, last, failures, latencies } = report;
    const { evidence } = judgement;
    const attempts = failures.slice(0, detail.examples);
    return {
        ...json_judgementOf(report, detail),
        ...countsOf(evidence),
        latency: evidence.latency.map((latency) => json_latencyOf(latency, latencies[latency.series], detail)),
        failures: groupsOf(evidence.failures, detail),
        unknowns: groupsOf(evidence.unknowns, detail),
        examples: attempts.map(({ example, times }) => ({ times, ...attemptOf(example, detail) })),
        last: last === undefined ? null : attemptOf(last, detail),
    };
}
/** Of the check only what says which it is: what it sends may be secret. */
function json_judgementOf({ check, judgement }, detail) {
    const { verdict, code, reason, shows, evidence } = judgement;
    const { comparison } = evidence;
    const compared = comparison && { isWorse: comparison.isWorse, says: cut(comparison.says, detail.text) };
    return {
        name: cut(check.name, detail.text),
        role: check.role,
        kind: check.kind,
        verdict,
        code,
        reason: cut(reason, detail.text),
        shows: cut(shows, detail.text),
        comparison: compared ?? null,
    };
}
function countsOf(evidence) {
    const { taken, ok, wrong, unknown, errorRate, errorInterval, healthyMs } = evidence;
    return {
        samples: { taken, ok, wrong, unknown },
        errorRate: errorRate === undefined ? null : json_numberOf(errorRate),
        errorInterval: { low: json_numberOf(errorInterval.low), high: json_numberOf(errorInterval.high) },
        healthyMs: json_numberOf(healthyMs),
    };
}
function json_latencyOf({ series, samples, p50, p95, p99, gated }, times, detail) {
    const buckets = detail.hasHistograms ? histogram(times, []).filter(({ count }) => count > 0) : [];
    return {
        series,
        samples,
        p50: json_percentileOf(p50),
        p95: json_percentileOf(p95),
        p99: json_percentileOf(p99),
        gated: gated === undefined ? null : json_percentileOf(gated),
        histogram: buckets.map(({ from, to, count }) => ({ from, to, count })),
    };
}
function json_percentileOf({ value, low, high }) {
    return { value: json_numberOf(value), low: json_numberOf(low), high: high === undefined ? null : json_numberOf(high) };
}
function groupsOf(groups, detail) {
    return groups
        .slice(0, detail.groups)
        .map(({ code, detail: text, count }) => ({ code, detail: cut(text, detail.text), count }));
}
function attemptOf(result, detail) {
    const { asked, came, phases, excerpt, address, version, counters, deadAddresses, notes } = result.evidence;
    const texts = (list = []) => list.slice(0, detail.notes).map((text) => cut(text, detail.text));
    return {
        kind: result.kind,
        code: result.kind === 'wrong' ? result.code : '',
        detail: result.kind === 'ok' ? '' : cut(result.detail, detail.text),
        durationMs: json_numberOf(result.durationMs),
        series: result.series,
        asked: cut(asked, detail.text),
        came: cut(came, detail.text),
        phases: numbersOf(Object.entries(phases)),
        excerpt: cut(excerpt, detail.excerpt),
        address: cut(address, detail.text),
        version: version === undefined ? null : cut(version, detail.text),
        counters: counters === undefined ? null : json_countersOf(counters, detail),
        deadAddresses: texts(deadAddresses),
        notes: texts(notes),
    };
}
function json_countersOf(counters, detail) {
    const shown = Object.entries(counters).slice(0, detail.groups);
    return numbersOf(shown.map(([name, value]) => [cut(name, detail.text), value]));
}
function numbersOf(entries) {
    return Object.fromEntries(entries.map(([name, value]) => [name, json_numberOf(value)]));
}
/** JSON has only finite numbers; nine digits leave off the dust of binary fractions. */
function json_numberOf(value) {
    return Number.isFinite(value) ? Number(value.toPrecision(9)) : null;
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/markup.js


/** Text from outside in the middle of Markdown, as long as there is room for. */
function markup_shown(text, detail) {
    return (0,action_kit_lib/* escapeMarkdown */.FV)(cut(text, detail.text));
}
/** Parts of a report under each other, without those that are empty. */
function paragraphs(parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
/** Points under a title; empty without any. @param points Markdown of one line each */
function markup_listOf(title, points) {
    return points.length === 0 ? '' : `${title}\n\n${points.map((point) => `- ${point}`).join('\n')}`;
}
/** A part of a report that opens on a click. @param title text; it is escaped */
function folded(title, markdown, state = 'closed') {
    // Without the empty line, what follows would be taken for HTML.
    return `<details${state === 'open' ? ' open' : ''}><summary>${(0,action_kit_lib/* escapeMarkdown */.FV)(title)}</summary>\n\n${markdown}\n\n</details>`;
}
/** An answer of empty lines must not push everything else off the screen. */
const markup_MOST_LINES = 30;
/** The start of an answer. Where the end of a line was made visible, one begins there; the mark stays. */
function excerptBlock(excerpt) {
    if (excerpt === '')
        return '';
    const lines = excerpt.split('\\n');
    const [first, rest] = [lines.slice(0, markup_MOST_LINES), lines.slice(markup_MOST_LINES)];
    return (0,action_kit_lib/* codeBlock */.DV)([...first, ...(rest.length === 0 ? [] : [rest.join('\\n')])].join('\\n\n'));
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/check-section.js





/** A check that did not pass: why, and what was seen. */
function findingText(report, detail) {
    const { check, judgement } = report;
    const { verdict, code, reason } = judgement;
    const end = verdict === 'fail' ? 'failed' : 'is inconclusive';
    const heading = `#### ${markup_shown(check.name, detail)} ${end}${code === verdict ? '' : ` (${code})`}`;
    return paragraphs([heading, markup_shown(reason, detail), examplesText(report, detail)]);
}
/** A check that passed: what was seen of it. */
function evidenceText(report, detail) {
    const { check, judgement, last, failures } = report;
    const tolerated = failures.slice(0, detail.examples).map((example) => exampleText(example, report, detail));
    return paragraphs([
        `**${markup_shown(check.name, detail)}**: ${markup_shown(judgement.reason, detail)}`,
        last === undefined ? '' : attemptText(last, detail),
        tolerated.length === 0 ? '' : 'Seen as well, and within the limits:',
        ...tolerated,
    ]);
}
/** The most frequent failure in full, the others folded; where no attempt failed, what there is to see instead. */
function examplesText(report, detail) {
    const { failures, judgement } = report;
    const [first, ...others] = failures.slice(0, detail.examples);
    if (first === undefined)
        return insteadText(report, detail);
    const isSaid = first.example.kind !== 'ok' && judgement.reason.includes(first.example.detail);
    const rest = paragraphs(others.map((example) => exampleText(example, report, detail)));
    return paragraphs([
        isSaid ? attemptText(first.example, detail) : exampleText(first, report, detail),
        rest === '' ? '' : folded(`${counted_counted(others.length, 'more kind')} of failure`, rest),
    ]);
}
/** Of what was too slow the slowest shows most, as where the time went; else the last. */
function insteadText({ last, slowest, judgement }, detail) {
    if (judgement.code === 'latency' && slowest !== undefined) {
        return paragraphs(['The slowest attempt:', attemptText(slowest, detail)]);
    }
    return last === undefined ? 'It was never tried.' : paragraphs(['The last attempt:', attemptText(last, detail)]);
}
function exampleText({ example, times }, { judgement }, detail) {
    const { taken } = judgement.evidence;
    const often = taken <= 1 ? '' : `${times} of ${counted_counted(taken, 'attempt')}: `;
    return paragraphs([`**${often}${markup_shown(wordsFor(example), detail)}**`, attemptText(example, detail)]);
}
function wordsFor(result) {
    if (result.kind === 'ok')
        return 'as expected';
    return result.kind === 'wrong' ? `${result.code}: ${result.detail}` : `no evidence: ${result.detail}`;
}
/** One attempt: what was asked, what came, from where, how long it took, and the start of the answer. */
function attemptText(result, detail) {
    const { asked, came, phases, address, excerpt, deadAddresses = [], version = '' } = result.evidence;
    const rows = [
        ['Came', came],
        ['Version', version],
        ['From', address === '' ? '' : `${address}, ${result.series === 'first' ? 'new' : 'kept'} connection`],
        ['Took', phasesText(result.durationMs, phases)],
        ['No connection to', deadAddresses.slice(0, detail.groups).join('\n')],
    ];
    const cells = rows
        .filter(([, text]) => text !== '')
        .map(([name, text]) => [name, cut(text, detail.text)]);
    return paragraphs([
        (0,action_kit_lib/* markdownTable */.Qj)(['Asked', cut(asked, detail.text)], cells),
        excerptBlock(cut(excerpt, detail.excerpt)),
    ]);
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/identity-section.js




/** Which version answered where: a sentence when all is as expected, a table otherwise. */
function versionsText(identity, detail) {
    const { expected, seen } = identity;
    const backends = backendsOf(seen);
    if (backends.length === 0)
        return '';
    const version = (0,action_kit_lib/* code */.aY)(cut(expected, detail.text));
    if (expected !== '' && backends.every(({ start, end }) => start === expected && end === expected)) {
        const [first] = backends;
        const where = backends.length === 1 ? markup_shown(first?.name ?? '', detail) : counted_counted(backends.length, 'backend');
        return `Version ${version} answered on ${where}, at the start and at the end.`;
    }
    const claim = expected === '' ? '' : `Version ${version} has to answer everywhere.`;
    return paragraphs([claim, versionTable(backendsOf(seenOf(identity, detail)), detail)]);
}
function versionTable(backends, detail) {
    const cell = (version) => {
        if (version === undefined)
            return 'not asked';
        return version === '' ? 'none was read' : cut(version, detail.text);
    };
    const rows = backends.map(({ name, start, end }) => [cut(name, detail.text), cell(start), cell(end)]);
    return (0,action_kit_lib/* markdownTable */.Qj)(['Backend', 'At the start', 'At the end'], rows);
}
function backendsOf(seen) {
    const backends = new Map();
    for (const { backend, version, when } of seen) {
        const known = backends.get(backend) ?? { name: backend, start: undefined, end: undefined };
        backends.set(backend, { ...known, [when]: version });
    }
    return [...backends.values()];
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/numbers-section.js





/** With fewer there is no distribution to look at. */
const LEAST_FOR_LATENCY = 5;
const CONNECTIONS = { first: 'new', kept: 'kept' };
/** The counts of all checks, and how long they took, each figure with what the true one may be. */
function numbersText(checks, detail) {
    const timed = timedOf(checks, detail);
    const isSlow = checks.some(({ judgement }) => judgement.code === 'latency');
    const pictures = detail.hasHistograms ? paragraphs(timed.map(pictureOf)) : '';
    return paragraphs([
        countTable(checks, detail),
        latencyTable(timed),
        comparisonsText(checks, detail),
        pictures === '' ? '' : folded('Distribution of the response times', pictures, isSlow ? 'open' : 'closed'),
    ]);
}
/** How checks do against the time before the deployment, where their reason does not say it. */
function comparisonsText(checks, detail) {
    const points = checks.flatMap(({ check, judgement: { reason, evidence } }) => {
        const says = evidence.comparison?.says ?? '';
        return says === '' || reason.includes(says) ? [] : [`${markup_shown(check.name, detail)}: ${markup_shown(says, detail)}`];
    });
    return markup_listOf('Against the time before the deployment:', points);
}
/** What the samples can and cannot show; checks that show the same share a line. */
function showsText(checks, detail) {
    const namesOf = new Map();
    for (const { check, judgement } of checks) {
        const names = namesOf.get(judgement.shows) ?? [];
        namesOf.set(judgement.shows, [...names, cut(check.name, detail.text)]);
    }
    const points = [...namesOf]
        .filter(([shows]) => shows !== '')
        .map(([shows, names]) => `${(0,action_kit_lib/* escapeMarkdown */.FV)([...new Set(names)].join(', '))}: ${markup_shown(shows, detail)}`);
    return markup_listOf('What these samples can show:', points);
}
function countTable(checks, detail) {
    if (checks.length === 0)
        return '';
    const hasUnknown = checks.some(({ judgement }) => judgement.evidence.unknown > 0);
    const rows = checks.map(({ check, judgement: { verdict, code, evidence } }) => [
        cut(check.name, detail.text),
        verdict === 'pass' ? 'passed' : code,
        String(evidence.ok + evidence.wrong),
        String(evidence.wrong),
        errorRateText(evidence),
        ...(hasUnknown ? [String(evidence.unknown)] : []),
    ]);
    return (0,action_kit_lib/* markdownTable */.Qj)(['Check', 'Verdict', 'Samples', 'Errors', 'Error rate (95 %)', ...(hasUnknown ? ['No evidence'] : [])], rows);
}
function timedOf(checks, detail) {
    return checks.flatMap(({ check, judgement, latencies }) => judgement.evidence.latency
        .filter(({ samples }) => samples >= LEAST_FOR_LATENCY || judgement.code === 'latency')
        .map((latency) => ({ name: cut(check.name, detail.text), latency, times: latencies[latency.series] })));
}
function latencyTable(timed) {
    if (timed.length === 0)
        return '';
    const hasGated = timed.some(({ latency }) => gatedApart(latency) !== undefined);
    const rows = timed.map(({ name, latency }) => {
        const gated = gatedApart(latency);
        const percentiles = [latency.p50, latency.p95, latency.p99].map(percentileText);
        const judged = hasGated ? [gated === undefined ? '' : percentileText(gated)] : [];
        return [name, CONNECTIONS[latency.series], String(latency.samples), ...percentiles, ...judged];
    });
    return (0,action_kit_lib/* markdownTable */.Qj)(['Response times (95 %)', 'Connections', 'Samples', 'p50', 'p95', 'p99', ...(hasGated ? ['Judged by'] : [])], rows);
}
/** The percentile that the limit is for, where it is none of those shown anyway. */
function gatedApart({ p50, p95, p99, gated }) {
    if (gated === undefined)
        return undefined;
    const isShown = [p50, p95, p99].some(({ value, low, high }) => value === gated.value && low === gated.low && high === gated.high);
    return isShown ? undefined : gated;
}
function pictureOf({ name, latency, times }) {
    if (times.length < LEAST_FOR_LATENCY)
        return '';
    const marks = ['p50', 'p95', 'p99'].map((percentile) => ({
        name: percentile,
        value: latency[percentile].value,
    }));
    return `${(0,action_kit_lib/* escapeMarkdown */.FV)(name)}, ${CONNECTIONS[latency.series]} connections:\n\n${(0,action_kit_lib/* codeBlock */.DV)(histogramText(histogram(times, marks)))}`;
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/markdown.js







/** Beside it, other steps of the job write into the same summary. */
const markdown_MOST_BYTES = 200_000;
const TITLES = {
    pre: 'Verification before the deployment',
    post: 'Verification',
    monitor: 'Monitoring',
};
const ENDS = { pass: 'passed', fail: 'failed', inconclusive: 'inconclusive' };
/**
 * The report for a job summary, at most 200 kB: the verdict, what failed with its evidence, the numbers, what they show, and at the end,
 * folded, what passed. Text from outside is shown as it is and cannot become Markdown.
 */
function renderMarkdown(report) {
    return inMostDetail({ report, render: (...args) => paragraphs(sectionsOf(...args)), mostBytes: markdown_MOST_BYTES });
}
function sectionsOf(report, detail) {
    const checks = inOrder(report.checks).slice(0, detail.checks);
    const bad = checks.filter(({ judgement }) => judgement.verdict !== 'pass');
    const isSaid = bad.some(({ check, judgement }) => report.summary === `${check.name}: ${judgement.reason}`);
    return [
        headingOf(report, detail),
        isSaid ? '' : markup_shown(report.summary, detail),
        markdown_factsOf(report),
        ...bad.map((check) => findingText(check, detail)),
        versionsText(report.identity, detail),
        numbersText(checks, detail),
        showsText(checks, detail),
        notesText(report, checks, detail),
        passedText(checks, detail),
        leftOutText(report, detail),
    ];
}
function headingOf({ mode, environment, verdict, code: failure }, detail) {
    const of = environment === '' ? '' : ` of ${(0,action_kit_lib/* code */.aY)(cut(environment, detail.text))}`;
    return `### ${TITLES[mode]}${of}: ${ENDS[verdict]}${failure === '' || failure === verdict ? '' : `, ${failure}`}`;
}
/** `1 check failed, 2 passed, in 14 s, begun 2026-11-21 12:44:11 UTC.` */
function markdown_factsOf({ checks, startedAt, durationMs }) {
    const ends = ['fail', 'inconclusive', 'pass']
        .map((verdict) => [checks.filter(({ judgement }) => judgement.verdict === verdict).length, ENDS[verdict]])
        .filter(([count]) => count > 0)
        .map(([count, end], index) => `${index === 0 ? counted_counted(count, 'check') : count} ${end}`);
    const begun = (0,action_kit_lib/* escapeMarkdown */.FV)(startedAt.replace(/^(\S{10})T([\d:]{8})\.\d+Z$/u, '$1 $2 UTC'));
    return `${ends.length === 0 ? 'No checks' : ends.join(', ')}, in ${formatDuration(durationMs)}, begun ${begun}.`;
}
/** What was said beside the verdicts, also of checks that passed, as a silenced alert. */
function notesText({ notes }, checks, detail) {
    const ofChecks = checks.flatMap(({ check, last }) => (last?.evidence.notes ?? []).map((note) => `${check.name}: ${note}`));
    const all = [...new Set([...notes, ...ofChecks])].slice(0, detail.notes);
    return markup_listOf('Notes:', all.map((note) => markup_shown(note, detail)));
}
/** What fits into one line of a title. */
const MOST_NAMES = 6;
const LONGEST_NAME = 40;
function passedText(checks, detail) {
    const passed = checks.filter(({ judgement }) => judgement.verdict === 'pass');
    if (passed.length === 0)
        return '';
    const names = passed.slice(0, MOST_NAMES).map(({ check }) => cut(check.name, LONGEST_NAME));
    const others = passed.length > MOST_NAMES ? ', …' : '';
    const title = `${counted_counted(passed.length, 'check')} passed: ${names.join(', ')}${others}`;
    return folded(title, paragraphs(passed.map((check) => evidenceText(check, detail))));
}
function leftOutText(report, detail) {
    const missing = leftOut(report, detail);
    return missing.length === 0 ? '' : `*Left out to keep this report readable: ${missing.join('; ')}.*`;
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/metrics.js


const metrics_PREFIX = 'plimsoll_verification_';
const VERDICTS = ['pass', 'fail', 'inconclusive'];
const RESULTS = ['ok', 'wrong', 'unknown'];
const PERCENTILES = ['p50', 'p95', 'p99'];
/** Labels are kept for each value they ever had. */
const LONGEST_LABEL = 200;
/** Leaves room for a number. */
const metrics_LONGEST_NAME = LONGEST_LABEL - 10;
/** What a collector can be asked to keep of one verification. */
const MOST_CHECKS = 500;
/**
 * The report in Prometheus' text format, for the textfile collector or a push gateway. All metrics are gauges: each describes the last
 * verification of this environment and mode. Times in seconds, rates from 0 to 1; what is not known is left out.
 */
function renderMetrics(report) {
    const { environment, mode } = report;
    const checks = distinct(inOrder(report.checks).slice(0, MOST_CHECKS));
    const metrics = [...wholeMetrics(report), ...countMetrics(checks), ...rateMetrics(checks), ...latencyMetrics(checks)];
    return metrics.map((metric) => metricText(metric, { environment, mode })).join('');
}
function wholeMetrics(report) {
    const { verdict, code, startedAt, durationMs, checks } = report;
    const one = (name, help, value) => ({ name, help, points: [{ labels: {}, value }] });
    const info = 'The version that answered on a backend, at the start or at the end.';
    return [
        { name: 'verdict', help: 'The verdict: 1 for the one that it was.', points: verdictPoints(verdict) },
        one('exit_code', 'The number of the failure code, 0 after a pass.', (0,lib/* exitCodeOf */.FO)(code)),
        one('start_timestamp_seconds', 'When it began, in seconds since 1970.', Date.parse(startedAt) / 1000),
        one('duration_seconds', 'How long it took.', durationMs / 1000),
        one('checks', 'How many checks there were.', checks.length),
        { name: 'backend_info', help: info, points: backendPoints(report) },
    ];
}
function backendPoints({ identity: { expected, seen } }) {
    return seen
        .slice(0, MOST_CHECKS)
        .map(({ backend, version, when }) => ({ labels: { backend, version, expected, when }, value: 1 }));
}
function verdictPoints(seen) {
    return VERDICTS.map((verdict) => ({ labels: { verdict }, value: verdict === seen ? 1 : 0 }));
}
function countMetrics(checks) {
    const metric = (name, help, pointsOf) => perCheck({ name, help }, checks, pointsOf);
    return [
        metric('check_verdict', 'The verdict of a check: 1 for the one that it was.', ({ verdict }) => verdictPoints(verdict)),
        metric('check_exit_code', 'The number of the failure code of a check, 0 after a pass.', ({ code }) => [
            { labels: {}, value: (0,lib/* exitCodeOf */.FO)(code) },
        ]),
        metric('check_samples', 'Attempts by their result; unknown ones failed on the side of the runner.', ({ evidence }) => RESULTS.map((result) => ({ labels: { result }, value: evidence[result] }))),
        metric('check_healthy_seconds', 'For how long a check was seen healthy.', ({ evidence }) => [
            { labels: {}, value: evidence.healthyMs / 1000 },
        ]),
    ];
}
function rateMetrics(checks) {
    const metric = (name, help, read) => perCheck({ name, help }, checks, ({ evidence }) => evidence.errorRate === undefined ? [] : [{ labels: {}, value: read(evidence) }]);
    return [
        metric('check_error_ratio', 'The share of samples that failed.', ({ errorRate = 0 }) => errorRate),
        metric('check_error_ratio_lower', 'The true share is at least this, with 95 %.', (seen) => seen.errorInterval.low),
        metric('check_error_ratio_upper', 'The true share is at most this, with 95 %.', (seen) => seen.errorInterval.high),
    ];
}
function latencyMetrics(checks) {
    const metric = (name, help, read) => perCheck({ name, help }, checks, ({ evidence }) => evidence.latency.flatMap((latency) => PERCENTILES.flatMap((percentile) => {
        const ms = read(latency[percentile]);
        // Prometheus keeps the label `quantile` for summaries.
        return ms === undefined ? [] : [{ labels: { series: latency.series, percentile }, value: ms / 1000 }];
    })));
    return [
        metric('check_response_seconds', 'A percentile of the response times, on new (first) or kept connections.', ({ value }) => value),
        metric('check_response_lower_seconds', 'The true percentile is at least this, with 95 %.', ({ low }) => low),
        metric('check_response_upper_seconds', 'The true percentile is at most this, with 95 %; none with too few samples.', ({ high }) => high),
    ];
}
function perCheck(metric, checks, pointsOf) {
    const points = checks.flatMap(({ name, report }) => pointsOf(report.judgement).map(({ labels, value }) => ({ labels: { check: name, ...labels }, value })));
    return { ...metric, points };
}
function distinct(reports) {
    const names = new Set();
    return reports.map((report) => {
        const first = cut(report.check.name, metrics_LONGEST_NAME).toWellFormed();
        let name = first;
        for (let number = 2; names.has(name); number += 1)
            name = `${first} (${number})`;
        names.add(name);
        return { name, report };
    });
}
/** Text of one metric; empty without points. */
function metricText({ name, help, points }, shared) {
    const full = `${metrics_PREFIX}${name}`;
    // The same labels twice would make the whole file unreadable; the last word counts.
    const lines = new Map(points.map(({ labels, value }) => [labelsText({ ...shared, ...labels }), valueText(value)]));
    if (lines.size === 0)
        return '';
    return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${[...lines].map(([labels, value]) => `${full}${labels} ${value}\n`).join('')}`;
}
function labelsText(labels) {
    return `{${Object.entries(labels)
        .map(([name, value]) => `${name}="${escapeLabel(cut(value, LONGEST_LABEL))}"`)
        .join(',')}}`;
}
/** The three escapes that the format knows; half characters are no UTF-8. */
function escapeLabel(text) {
    return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
function valueText(value) {
    if (Number.isFinite(value))
        return String(value);
    return Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : '-'}Inf`;
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/progress.js



/** A log is read on one screen. */
const LONGEST_LINE = 240;
const LONGEST_DETAIL = 120;
const NAMED = 3;
/** One line, as `health: 120 samples, 0 errors, p95 84 ms, at most 900, 2.5 s left`. */
function progressLine(progress) {
    const left = `${formatDuration(Math.max(0, progress.leftMs))} left`;
    // The time left is what a reader looks for: a long text must not push it out.
    return `${cut(oneLine(progress_wordsFor(progress)), LONGEST_LINE - left.length - 2)}, ${left}`;
}
function progress_wordsFor(progress) {
    if (progress.kind === 'readiness')
        return `not ready yet: ${waitingWords(progress.waiting)}`;
    const { name, samples, errors, unknown, p95Ms } = progress;
    return [
        `${name}: ${counted_counted(samples, 'sample')}`,
        counted_counted(errors, 'error'),
        ...(unknown === 0 ? [] : [`${unknown} unknown`]),
        ...(p95Ms === undefined ? [] : [`p95 ${latencyText(p95Ms)}`]),
        ...(progress.kind === 'sampling' ? [`at most ${progress.most}`] : []),
    ].join(', ');
}
function waitingWords(waiting) {
    const named = waiting
        .slice(0, NAMED)
        .map(({ name, detail }) => `${name} (${cut(detail, LONGEST_DETAIL / Math.min(NAMED, waiting.length))})`);
    const others = waiting.length - named.length;
    return [...named, ...(others > 0 ? [`${others} more`] : [])].join(', ');
}
/** What could end the line, move the cursor or hide text becomes a space. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

;// CONCATENATED MODULE: ./packages/verification/lib/report/index.js





;// CONCATENATED MODULE: ./packages/verification/lib/outcome.js


/** The outcome of a verification. A confirmation that the servers did not take is a failure, however well the service is. */
function reportVerification({ report }, confirmation) {
    const common = {
        facts: { ...outcome_factsOf(report), confirmed: confirmation === undefined ? '' : confirmation.release },
        outputs: outputsOf(report),
    };
    const markdown = renderMarkdown(report);
    if (confirmation === undefined) {
        return { ...common, verdict: report.verdict, code: report.code, summary: report.summary, report: markdown };
    }
    const { code, release, hosts } = confirmation;
    const details = hosts.flatMap(({ label, detail }) => (detail === '' ? [] : [`${label}: ${detail}`]));
    if (code !== '') {
        const summary = `The service is well, and the confirmation failed. ${details.join(' ')}`;
        return { ...common, verdict: 'fail', code, summary, report: `${markdown}\n\n${(0,action_kit_lib/* escapeMarkdown */.FV)(summary)}` };
    }
    const summary = `${report.summary} Release ${release} is confirmed.`;
    return {
        ...common,
        verdict: report.verdict,
        code: report.code,
        summary,
        report: `${markdown}\n\nRelease ${release} is confirmed.`,
    };
}
function outcome_factsOf(report) {
    return {
        mode: report.mode,
        environment: report.environment,
        version: report.identity.expected,
        checks: report.checks.map(({ check, judgement }) => ({ name: check.name, verdict: judgement.verdict, code: judgement.code })),
        samples: samplesOf(report),
        errorRate: errorRateOf(report) ?? null,
        latency: latencyFacts(report),
    };
}
/** Milliseconds; empty when nothing was sampled. */
function latencyFacts(report) {
    const latency = outcome_latencyOf(report);
    if (latency === undefined)
        return {};
    return { p50: latency.p50.value, p95: latency.p95.value, p99: latency.p99.value };
}
function outputsOf(report) {
    const latency = outcome_latencyOf(report);
    return {
        'error-rate': outcome_textOf(errorRateOf(report), 4),
        p50: outcome_textOf(latency?.p50.value, 1),
        p95: outcome_textOf(latency?.p95.value, 1),
        p99: outcome_textOf(latency?.p99.value, 1),
        'samples-taken': String(samplesOf(report)),
        report: renderJson(report),
    };
}
/** Samples of health checks: what was tried once says nothing about a rate. */
function sampled({ checks }) {
    return checks.filter(({ check }) => check.role === 'health');
}
function samplesOf(report) {
    return sampled(report).reduce((sum, { judgement }) => sum + judgement.evidence.taken, 0);
}
/** Undefined without evidence: no sample is no rate. */
function errorRateOf(report) {
    const evidence = sampled(report).map(({ judgement }) => judgement.evidence);
    const counted = evidence.reduce((sum, { ok, wrong }) => sum + ok + wrong, 0);
    return counted === 0 ? undefined : evidence.reduce((sum, { wrong }) => sum + wrong, 0) / counted;
}
/** Of the first health check: over kept connections, or over new ones where none was kept. */
function outcome_latencyOf(report) {
    const latency = sampled(report)[0]?.judgement.evidence.latency ?? [];
    return latency.find(({ series }) => series === 'kept') ?? latency[0];
}
function outcome_textOf(value, digits) {
    return value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toFixed(digits)));
}

;// CONCATENATED MODULE: ./packages/verification/lib/plan.js


/** Where nobody says anything. */
const plan_DEFAULTS = {
    /** Enough for 303 clean samples in 16 s, the least that can show an error rate below 1 %; far below what limits of servers notice. */
    sampleIntervalMs: 50,
    /** As the users' monitors do it. */
    monitorIntervalMs: 60_000,
    monitorMs: 900_000,
    readyWithinMs: 120_000,
    maxErrorRate: 0.01,
    percentile: 0.95,
};
/** Puts inputs, file and defaults together. @throws Failure('input') for settings that contradict each other. */
function makePlan({ mode, environment, file, inputs }) {
    const pick = (key) => inputs[key] ?? file.settings[key];
    const isMonitor = mode === 'monitor';
    const durationMs = pick('durationMs') ?? plan_DEFAULTS.monitorMs;
    // A short window is looked at at both its ends.
    const defaultIntervalMs = isMonitor ? Math.min(plan_DEFAULTS.monitorIntervalMs, durationMs) : plan_DEFAULTS.sampleIntervalMs;
    const plan = {
        mode,
        environment,
        checks: file.checks,
        secrets: file.secrets,
        expectedVersion: pick('expectedVersion') ?? '',
        readyWithinMs: pick('readyWithinMs') ?? (isMonitor ? undefined : pick('durationMs')) ?? plan_DEFAULTS.readyWithinMs,
        healthyForMs: pick('healthyForMs') ?? 0,
        durationMs,
        intervalMs: pick('intervalMs') ?? defaultIntervalMs,
        samples: pick('samples'),
        maxErrorRate: pick('maxErrorRate') ?? plan_DEFAULTS.maxErrorRate,
        countRule: pick('countRule'),
        maxResponseTimeMs: pick('maxResponseTimeMs'),
        percentile: pick('percentile') ?? plan_DEFAULTS.percentile,
    };
    checkPlan(plan, inputs);
    return plan;
}
/** Whether something of it runs on servers. */
function needsServers({ checks }) {
    return checks.some(({ kind }) => kind === 'process' || kind === 'process-id' || kind === 'command' || kind === 'database');
}
/** What can never come to a verdict, or would come to one about nothing. */
function checkPlan(plan, inputs) {
    const problems = [
        plan.checks.length === 0 && 'checks: there is nothing to check. Give checks, or health-url.',
        plan.mode === 'monitor' &&
            plan.durationMs < plan.intervalMs &&
            `duration: a window of ${formatDuration(plan.durationMs)} ends before the second look, which interval puts at ${formatDuration(plan.intervalMs)}. Give a longer duration or a shorter interval.`,
        plan.expectedVersion !== '' &&
            !plan.checks.some((check) => check.kind === 'http' && check.version !== '') &&
            `expected-version: no check says where the version is, so nothing can show that ${plan.expectedVersion} answers. Give a check a 'version', such as '.version'.`,
        tooFewSamples(plan),
        inputs.percentile !== undefined &&
            plan.maxResponseTimeMs === undefined &&
            'percentile: it is the share of the answers that have to keep max-response-time, and there is none. Give max-response-time, or leave percentile out.',
    ].filter((problem) => problem !== false);
    if (problems.length > 0)
        throw new lib/* Failure */.HR('input', problems.join('\n'));
}
/** A rule that counts more samples than there will be. */
function tooFewSamples(plan) {
    const { countRule, mode, durationMs, intervalMs } = plan;
    const there = mode === 'monitor' ? samplesIn(plan) : plan.samples;
    const needed = countRule?.kind === 'consecutive' ? countRule.successes : (countRule?.pass ?? 0);
    if (there === undefined || there >= needed)
        return false;
    const where = mode === 'monitor' ? `a window of ${formatDuration(durationMs)} at ${formatDuration(intervalMs)}` : 'samples';
    return `checks: ${needed} good samples are needed to pass, and there will be ${there} (${where}). Give more, or ask for fewer.`;
}
/** How many samples the window has. */
function samplesIn({ durationMs, intervalMs }) {
    return Math.floor(durationMs / intervalMs) + 1;
}

;// CONCATENATED MODULE: ./packages/verification/lib/simple-checks.js
/** The text of the checks that stand behind the simple inputs: one health check, whose version is read where one is expected. */
function simpleChecks({ healthUrl, expectsVersion, }) {
    const check = { name: 'health', http: healthUrl, ...(expectsVersion ? { version: '.version' } : {}) };
    return JSON.stringify({ checks: [check] });
}

;// CONCATENATED MODULE: ./packages/verification/lib/rounds.js
/** Tries every target once, side by side. */
async function tryAll(targets, ports) {
    return sideBySide(targets, (target) => tryOnce(target, ports));
}
function sideBySide(targets, attempt) {
    return Promise.all(targets.map(async (target) => ({ target, result: await attempt(target) })));
}
/**
 * One attempt, and another one where that told nothing, such as on a machine that stood still: there are no others that could tell. What may
 * change something is not asked for again.
 */
async function tryOnce({ check, probe }, { signal }) {
    const result = await probe.attempt(signal);
    const changesNothing = check.kind === 'http' ? ['GET', 'HEAD'].includes(check.method) : check.kind !== 'command';
    return result.kind === 'unknown' && changesNothing && !signal.aborted ? probe.attempt(signal) : result;
}
/** From one round of readiness to the next. */
const ROUND_MS = 500;
/**
 * Tries all targets again and again until one round finds all of them well, or the time is over. What is not well before that is no
 * evidence against the service: it is starting.
 */
async function waitUntilReady(request) {
    const { targets, withinMs, ports } = request;
    const startedAt = ports.now();
    for (;;) {
        const roundAt = ports.now();
        const attempts = await sideBySide(targets, ({ probe }) => probe.attempt(ports.signal));
        const waiting = attempts.filter(({ result }) => result.kind !== 'ok');
        const afterMs = ports.now() - startedAt;
        if (waiting.length === 0)
            return { isReady: true, afterMs, attempts };
        if (ports.signal.aborted || afterMs + ROUND_MS > withinMs)
            return { isReady: false, afterMs, attempts };
        request.onRound(waiting, afterMs);
        await ports.sleep(Math.max(0, roundAt + ROUND_MS - ports.now()), ports.signal);
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/identity.js

/** Asks every backend which version it is. A version is never taken from one that answered for another. */
async function lookAtIdentity(backends, when, ports) {
    const looks = await Promise.all(backends.map(async (backend) => ({ backend, result: await tryOnce(backend, ports) })));
    return {
        seen: looks.map(({ backend, result }) => ({
            backend: backend.label,
            version: result.evidence.version ?? '',
            when,
        })),
        wrong: looks.filter(({ result }) => result.kind !== 'ok'),
    };
}

;// CONCATENATED MODULE: ./packages/verification/lib/rules.js

/** For what is tried once: it has to be well. */
const ONCE = { errors: { kind: 'fixed', samples: 1, maxErrorRate: 0 } };
/** For what is looked at before and after the samples. */
const TWICE = { errors: { kind: 'fixed', samples: 2, maxErrorRate: 0 } };
/** How many samples show how the service is before a deployment where nobody says how many: enough for a median, over in a second. */
const BASELINE_SAMPLES = 20;
/** How many samples it may take until the verdict is clear. Good and bad ones in turn would never make it so. */
function mostSamples(plan) {
    const { countRule, maxErrorRate } = plan;
    const fixed = fixedSamples(plan);
    if (fixed !== undefined)
        return fixed;
    switch (countRule?.kind) {
        case undefined:
            return sequentialRule(maxErrorRate).cap;
        case 'of':
            return countRule.of;
        case 'consecutive':
            return 10 * (countRule.successes + countRule.failures);
    }
}
/** By what the samples of a health check are judged. */
function samplingRules(plan, baseline) {
    return {
        errors: errorRule(plan),
        ...latencyRule(plan),
        ...(plan.healthyForMs > 0 ? { healthyForMs: plan.healthyForMs } : {}),
        ...(baseline === undefined ? {} : { baseline }),
    };
}
/** The number of samples where it is known beforehand; undefined: as many as the limit needs. */
function fixedSamples({ mode, samples }) {
    return samples ?? (mode === 'pre' ? BASELINE_SAMPLES : undefined);
}
function errorRule(plan) {
    const { maxErrorRate, countRule } = plan;
    const samples = fixedSamples(plan);
    if (countRule !== undefined)
        return samples === undefined ? countRule : { ...countRule, samples };
    return samples === undefined ? sequentialRule(maxErrorRate) : { kind: 'fixed', samples, maxErrorRate };
}
/** A window has as many samples as its interval makes; a state may not be bad in any of them. */
function windowRules(plan, count, baseline) {
    const { maxErrorRate, countRule } = plan;
    const health = {
        errors: countRule === undefined ? { kind: 'fixed', samples: count, maxErrorRate } : { ...countRule, samples: count },
        ...latencyRule(plan),
        ...(baseline === undefined ? {} : { baseline }),
    };
    return { health, state: { errors: { kind: 'fixed', samples: count, maxErrorRate: 0 } } };
}
function latencyRule({ maxResponseTimeMs, percentile }) {
    return maxResponseTimeMs === undefined ? {} : { latency: { maxResponseTimeMs, percentile } };
}

;// CONCATENATED MODULE: ./packages/verification/lib/counter-watch.js

/**
 * Notices counters that went back. Questions that are under way together may be counted in any order; so what one answer says is held against
 * the answers that were there before it was asked for.
 */
class CounterWatch {
    #names;
    #counted = [];
    #restart = '';
    #gap = '';
    /** @param names of the counters that every good answer has to hold */
    constructor(names) {
        this.#names = names;
    }
    /** The first restart that was seen, in words; empty without one. */
    get restart() {
        return this.#restart;
    }
    /** Which counter a good answer did not hold, in words: a restart would not have been seen in it. Empty when all of them did. */
    get gap() {
        return this.#gap;
    }
    /** Takes the results in the order in which their attempts began. */
    see({ kind, at, durationMs, evidence: { counters } }) {
        const missing = this.#names.find((name) => counters === undefined || !Object.hasOwn(counters, name));
        if (kind === 'ok' && missing !== undefined)
            this.#gap ||= `The counter ${missing} is no number in the answer`;
        if (counters === undefined || this.#restart !== '')
            return;
        const isOver = ({ endedAt }) => endedAt <= at;
        const before = this.#counted.findLast(isOver);
        const base = before === undefined ? undefined : watchCounters(undefined, before.counters);
        this.#restart = watchCounters(base, counters).restart;
        // Later attempts began no earlier than this one: for them, one answer that was there by now is as good as all of them.
        const kept = this.#counted.filter((one) => one === before || !isOver(one));
        this.#counted = [...kept, { counters, endedAt: at + durationMs }];
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/sightings.js
/** So many kinds of failure are shown with an example. */
const MOST_EXAMPLES = 5;
/** What was seen of one check, as much as a report needs: all latencies, but only few answers. */
class Sightings {
    #check;
    #latencies = { first: [], kept: [] };
    #failures = new Map();
    #last;
    #slowest;
    constructor(check) {
        this.#check = check;
    }
    add(result) {
        this.#last = result;
        if (result.kind !== 'unknown') {
            this.#latencies[result.series].push(result.durationMs);
            if (result.durationMs > (this.#slowest?.durationMs ?? -1))
                this.#slowest = result;
        }
        if (result.kind !== 'ok')
            this.#addFailure(result);
    }
    report(judgement) {
        return {
            check: this.#check,
            judgement,
            last: this.#last,
            slowest: this.#slowest,
            failures: [...this.#failures.values()].sort((a, b) => b.times - a.times).slice(0, MOST_EXAMPLES),
            latencies: this.#latencies,
        };
    }
    /** Numbers in a text, as times and sizes, do not make it another kind of failure. */
    #addFailure(result) {
        const kind = `${result.kind} ${result.detail.replace(/\d+/g, '#')}`;
        const known = this.#failures.get(kind);
        if (known !== undefined)
            known.times += 1;
        else if (this.#failures.size < 10 * MOST_EXAMPLES)
            this.#failures.set(kind, { example: result, times: 1 });
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/watcher.js



/** One target under judgement: what was seen of it, and what that means so far. */
class Watcher {
    target;
    #rules;
    #judge;
    #sightings;
    #samples = [];
    #counters;
    /** The first answer of another version than the expected one. */
    #stranger;
    /** @throws Failure('input') for rules that contradict each other */
    constructor(target, rules) {
        this.target = target;
        this.#rules = rules;
        this.#judge = createJudge(rules);
        this.#counters = new CounterWatch(target.check.kind === 'http' ? Object.keys(target.check.counters) : []);
        this.#sightings = new Sightings({ ...target.check, name: target.label });
    }
    /** @returns whether more samples would be of use */
    see(result) {
        this.#sightings.add(result);
        this.#samples.push(result);
        this.#counters.see(result);
        if (isStranger(result))
            this.#stranger ??= result;
        const told = this.#judge.observe(result);
        return this.#counters.restart !== '' || this.#stranger !== undefined ? 'decided' : told;
    }
    /** What to tell of it on the way. */
    counts() {
        const { taken, wrong, unknown, latency } = this.#judge.conclude().evidence;
        const p95Ms = (latency.find(({ series }) => series === 'kept') ?? latency[0])?.p95.value;
        return { name: this.target.label, samples: taken, errors: wrong, unknown, p95Ms };
    }
    judgement() {
        return this.#meant(this.#judge.conclude());
    }
    /**
     * The judgement when no more samples come: attempts that told nothing leave fewer than were planned, and those are judged by
     * their own number. How many may be missing is the judge's rule.
     */
    finalJudgement() {
        const { errors } = this.#rules;
        const counted = this.#samples.filter(({ kind }) => kind !== 'unknown').length;
        const planned = errors.kind === 'sequential' ? undefined : errors.samples;
        if (errors.kind === 'sequential' || planned === undefined || counted === 0 || counted >= planned)
            return this.judgement();
        const again = createJudge({ ...this.#rules, errors: { ...errors, samples: counted } });
        // What told nothing comes first: once a judge has its answer, it asks no more whether too many were missing.
        const inTurn = this.#samples.toSorted((a, b) => Number(b.kind === 'unknown') - Number(a.kind === 'unknown'));
        for (const sample of inTurn)
            again.observe(sample);
        return this.#meant(again.conclude());
    }
    /**
     * A restart outweighs everything, and so does another version: that it answers at all is the failure, not how often. A pass that was to
     * watch for restarts, and could not, is none. And a state that may never be bad has no error rate, but a failure.
     */
    #meant(found) {
        if (this.#counters.restart !== '')
            return restarted(found, this.#counters.restart);
        if (this.#stranger !== undefined)
            return strange(found, this.#stranger.detail);
        if (found.verdict === 'pass' && this.#counters.gap !== '')
            return unwatched(found, this.#counters.gap);
        const [first] = found.evidence.failures;
        if (this.target.check.role !== 'state' || found.code !== 'error-rate' || !first?.code)
            return found;
        return { ...found, code: first.code };
    }
    report(judgement = this.judgement()) {
        return this.#sightings.report(judgement);
    }
}
/** One whose version cannot be read may be any: it is a failure like others. */
function isStranger(result) {
    return result.kind === 'wrong' && result.code === 'version' && result.evidence.version !== undefined;
}
function strange(found, detail) {
    if (found.code === 'version')
        return found;
    return { ...found, verdict: 'fail', code: 'version', reason: `${found.reason}. ${detail}` };
}
function unwatched(found, gap) {
    const reason = `${found.reason}. ${gap}, so that nobody can tell whether it went back`;
    return { ...found, verdict: 'inconclusive', code: 'inconclusive', reason };
}
function restarted(found, restart) {
    return {
        ...found,
        verdict: 'fail',
        code: 'process',
        reason: `${restart[0]?.toUpperCase() ?? ''}${restart.slice(1)}`,
    };
}

;// CONCATENATED MODULE: ./packages/verification/lib/looks.js



/** One attempt of each. */
async function seeAll(watchers, ports) {
    await Promise.all(watchers.map(async (watcher) => watcher.see(await tryOnce(watcher.target, ports))));
}
/** What is tried once, and has to be well. */
function lookOnce(attempts, before) {
    return attempts.map(({ target, result }) => {
        const baseline = before?.checks.get(target.check.name);
        const watcher = new Watcher(target, baseline === undefined ? ONCE : { ...ONCE, baseline });
        watcher.see(result);
        return watcher.report();
    });
}
/** Only what is wrong: that the others are right stands in the table of versions. */
function identityReports({ wrong }) {
    return lookOnce(wrong.map(({ backend, result }) => ({
        target: { check: backend.check, label: backend.probe.name, probe: backend.probe },
        result,
    })));
}
function ofRole(targets, ...roles) {
    return targets.all.filter(({ check }) => roles.includes(check.role));
}

;// CONCATENATED MODULE: ./packages/verification/lib/sampling.js
/** A service that hangs must not be asked without end. */
const MOST_AT_ONCE = 10;
/**
 * Attempts at planned times, whether the ones before have ended or not: when a service stands still, those who would have come meanwhile
 * count too. (Waiting for each answer before the next question hides that; Tene's "coordinated omission".) For the same reason an answer
 * counts no earlier than those that were asked for before it: else the quick ones would decide, and the slow ones be cut off.
 */
async function sampleUntilEnough(request) {
    const { ports } = request;
    const over = new AbortController();
    const signal = AbortSignal.any([ports.signal, over.signal]);
    const running = new Set();
    const results = new ResultsInOrder((result) => {
        // What was under way when the verdict was clear, or when the run was cancelled, was cut off by us.
        if (!signal.aborted && request.onResult(result) === 'enough')
            over.abort();
    });
    const begin = (turn) => {
        const attempt = request.target.probe
            .attempt(signal)
            .then((result) => results.put(turn, result))
            .finally(() => running.delete(attempt));
        running.add(attempt);
    };
    let due = ports.now();
    for (let begun = 0; !signal.aborted; begun += 1) {
        // What is under way may tell nothing, and then is made up for.
        while (begun >= request.most(results.unknown) && running.size > 0)
            await Promise.race(running);
        if (begun >= request.most(results.unknown) || signal.aborted)
            break;
        begin(begun);
        due += request.gapAfter(begun);
        if (running.size >= MOST_AT_ONCE)
            await Promise.race(running);
        // What could not be begun in time is not made up for: that would be a burst.
        due = Math.max(due, ports.now());
        await ports.sleep(Math.max(0, due - ports.now()), signal);
    }
    await Promise.all(running);
}
/** Holds what comes early until its turn. */
class ResultsInOrder {
    #early = new Map();
    #tell;
    #turn = 0;
    #unknown = 0;
    constructor(tell) {
        this.#tell = tell;
    }
    /** How many have told nothing so far. */
    get unknown() {
        return this.#unknown;
    }
    put(turn, result) {
        if (result.kind === 'unknown')
            this.#unknown += 1;
        this.#early.set(turn, result);
        for (let next = this.#take(); next !== undefined; next = this.#take())
            this.#tell(next);
    }
    #take() {
        const next = this.#early.get(this.#turn);
        if (next === undefined)
            return undefined;
        this.#early.delete(this.#turn);
        this.#turn += 1;
        return next;
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/teller.js
/** A log of a quarter of an hour should still be read. */
const TOLD_EVERY_MS = 5_000;
/** Tells how far something is, but only every five seconds; the line is made only when it is told. */
function createTeller(ports) {
    let toldAt = ports.now();
    return (line) => {
        if (ports.now() - toldAt < TOLD_EVERY_MS)
            return;
        toldAt = ports.now();
        ports.progress(line());
    };
}

;// CONCATENATED MODULE: ./packages/verification/lib/sample-health.js






/** Samples every health check until its verdict is clear; several share the pace. */
async function sampleHealth({ plan, before, ports }, targets) {
    const health = ofRole(targets, 'health');
    const intervalMs = plan.intervalMs * Math.max(1, health.length);
    const watchers = health.map((target) => new Watcher(target, samplingRules(plan, before?.checks.get(target.check.name))));
    const wanted = wantedBy(plan);
    const gapAfter = () => intervalMs;
    const pace = { kind: 'sampling', intervalMs, gapAfter, wanted, most: mostOf(plan, wanted), ports };
    await Promise.all(watchers.map((watcher) => sampleWatcher(watcher, pace)));
    return watchers.map((watcher) => watcher.report());
}
/** How many samples it may take until the verdict is clear. */
function wantedBy(plan) {
    const { healthyForMs, intervalMs } = plan;
    return Math.max(mostSamples(plan), Math.ceil(healthyForMs / intervalMs) + 1);
}
/** Attempts that tell nothing are made up for, up to as many again: more would wait for ever on a runner without a network. */
function mostOf(plan, wanted) {
    const isCounted = fixedSamples(plan) !== undefined && plan.healthyForMs === 0;
    // Of a number that the user wrote, none is begun in vain, however long one of them takes.
    return isCounted ? (unknown) => wanted + Math.min(unknown, wanted) : () => 2 * wanted;
}
/** Samples one target until its verdict is clear. */
async function sampleWatcher(watcher, pace, onDecided = () => { }) {
    const { kind, wanted, intervalMs, ports } = pace;
    const tell = createTeller(ports);
    await sampleUntilEnough({
        ...pace,
        target: watcher.target,
        onResult: (result) => {
            const told = watcher.see(result);
            if (told === 'decided')
                onDecided();
            tell(() => {
                const counts = watcher.counts();
                return progressLine({ kind, most: wanted, leftMs: (wanted - counts.samples) * intervalMs, ...counts });
            });
            return told === 'decided' ? 'enough' : 'more';
        },
    });
}

;// CONCATENATED MODULE: ./packages/verification/lib/make-probe.js


/** @throws Failure('input') for what cannot be asked or understood. */
function httpProbe({ check, name, plan, place }, ports) {
    const url = place.kind === 'origin' ? originReplaced(check.url, place.origin) : check.url;
    const headers = {};
    // A backend asked by its own origin still has to believe that it is asked for the service.
    if (place.kind === 'origin')
        headers['host'] = new URL(check.url).host;
    for (const [header, value] of Object.entries(check.headers))
        headers[header] = value;
    const request = {
        name,
        url,
        method: check.method,
        headers,
        secrets: plan.secrets,
        ...(check.body === '' ? {} : { body: check.body }),
        expect: {
            status: check.status.map(statusOf),
            headers: Object.entries(check.expectHeaders).map(([header, contains]) => ({ name: header, contains })),
            contains: check.contains,
            matches: check.matches,
            json: check.json,
        },
        ...make_probe_identityOf(check, plan.expectedVersion),
        counters: check.counters,
        redirects: check.redirects,
        connection: check.connections,
        ...(place.kind === 'address' ? { address: place.address } : {}),
        // A backend has the certificate of the service, not one of its own address.
        tls: {
            ...(check.ca === '' ? {} : { ca: check.ca }),
            minDaysLeft: check.minDaysLeft,
            ...(place.kind === 'origin' ? { serverName: new URL(check.url).hostname } : {}),
        },
        limits: {
            connectMs: check.connectTimeoutMs,
            firstByteMs: check.firstByteTimeoutMs,
            totalMs: check.timeoutMs,
            bodyBytes: check.maxBodyBytes,
        },
        code: make_probe_codeOf(check),
    };
    return createHttpProbe(request, ports);
}
/** A smoke test fails by its own name. */
function make_probe_codeOf({ role }) {
    return role === 'smoke' ? 'smoke' : 'health';
}
function originReplaced(url, origin) {
    const { pathname, search } = new URL(url);
    return `${origin}${pathname}${search}`;
}
function statusOf(text) {
    switch (text) {
        case '1xx':
        case '2xx':
        case '3xx':
        case '4xx':
        case '5xx':
            return text;
        default:
            return Number(text);
    }
}
function make_probe_identityOf(check, equals) {
    if (check.version === '' || equals === '')
        return {};
    if (check.version.startsWith('header:')) {
        return { identity: { from: { header: check.version.slice('header:'.length) }, equals } };
    }
    if (check.version === 'body')
        return { identity: { from: { body: '^\\s*(\\S+)\\s*$' }, equals } };
    return { identity: { from: { json: check.version }, equals } };
}
/** A check that runs on a server. @throws Failure('input') */
function remoteProbe(check, { name, secrets, shell }, ports) {
    const common = { name, shell, timeoutMs: check.timeoutMs };
    switch (check.kind) {
        case 'process':
            return createProcessProbe({ ...common, process: { unit: check.unit } }, ports);
        case 'process-id':
            return createProcessProbe({ ...common, process: { pidFile: check.pidFile } }, ports);
        case 'database': {
            const settings = databaseSettings(check.database, check.connection);
            return createCommandProbe({ ...common, secrets, run: { database: check.database, settings } }, ports);
        }
        case 'command': {
            const { status, contains, matches, code } = check;
            const run = { command: check.command };
            return createCommandProbe({ ...common, secrets, run, expect: { status, contains, matches }, code }, ports);
        }
    }
}
/** A check that needs neither a URL of the service nor a server. @throws Failure('input') */
function plainProbe(check, times, ports) {
    const { name, kind } = check;
    const limits = { totalMs: check.timeoutMs };
    switch (kind) {
        case 'tcp':
            return createTcpProbe({ name, host: check.host, port: check.port, limits, code: make_probe_codeOf(check) }, ports);
        case 'tls': {
            const ca = check.ca === '' ? {} : { ca: check.ca };
            const tls = { ...ca, minDaysLeft: check.minDaysLeft, serverName: check.serverName || check.host };
            return createTlsProbe({ name, host: check.host, port: check.port, tls, limits }, ports);
        }
        case 'prometheus': {
            const { url, query, threshold } = check;
            return createPrometheusProbe({ name, prometheus: { url, limits }, query, threshold }, ports);
        }
        case 'alerts': {
            const { url, alertmanagerUrl, labels } = check;
            const alertmanager = alertmanagerUrl === '' ? {} : { alertmanager: { url: alertmanagerUrl, limits } };
            return createAlertsProbe({ name, prometheus: { url, limits }, ...alertmanager, labels, ...times }, ports);
        }
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/targets.js


/**
 * Makes the probes of a plan; nothing is asked yet.
 * @throws Failure('input') for checks that cannot be tried as they are written.
 */
function createTargets(request) {
    const { plan, ports } = request;
    const all = plan.checks.flatMap((check) => targetsOf(check, request));
    const backends = plan.expectedVersion === '' ? [] : plan.checks.flatMap((check) => targets_backendsOf(check, plan, ports));
    return {
        all,
        backends,
        [Symbol.asyncDispose]: async () => {
            await Promise.all([...all, ...backends].map(({ probe }) => probe.close()));
        },
    };
}
function targetsOf(check, { plan, before, ports }) {
    switch (check.kind) {
        case 'http':
            return [
                {
                    check,
                    label: check.name,
                    probe: httpProbe({ check, name: check.name, plan, place: { kind: 'own' } }, ports),
                },
            ];
        case 'process':
        case 'process-id':
        case 'command':
        case 'database':
            return shellsFor(check, ports).map((shell) => {
                const name = ports.shells.length > 1 ? `${check.name} (${shell.label})` : check.name;
                return { check, label: name, probe: remoteProbe(check, { name, secrets: plan.secrets, shell }, ports) };
            });
        default:
            return [{ check, label: check.name, probe: plainProbe(check, timesOf(plan, before), ports) }];
    }
}
/** Which alerts count, and how long they are watched for. */
function timesOf({ mode, durationMs }, before) {
    return {
        ...(before === undefined ? {} : { since: before.at }),
        ...(mode === 'monitor' ? { windowMs: durationMs } : {}),
    };
}
function shellsFor(check, { shells }) {
    if (shells.length > 0)
        return shells;
    throw new lib/* Failure */.HR('input', `checks: line ${check.line}: '${check.name}' runs on the server, and no 'hosts' are given. Give hosts, private-key and known-hosts.`);
}
function targets_backendsOf(check, plan, ports) {
    if (check.kind !== 'http' || check.version === '')
        return [];
    const own = { label: new URL(check.url).origin, place: { kind: 'own' } };
    const others = check.backends.map((text) => ({ label: text, place: placeOf(text, check) }));
    // Where backends are named, the address in front of them shows one of them at a time and proves nothing more.
    return (others.length > 0 ? others : [own]).map(({ label, place }) => ({
        check,
        label,
        probe: httpProbe({ check, name: `${check.name} on ${label}`, plan, place }, ports),
    }));
}
function placeOf(text, check) {
    if (!text.includes('://'))
        return { kind: 'address', address: text.replace(/^\[(.*)\]$/, '$1') };
    const url = URL.parse(text);
    if (url === null)
        throw new lib/* Failure */.HR('input', `checks: '${text}' is no backend for ${check.url}. Give an origin or an address.`);
    return { kind: 'origin', origin: url.origin };
}

;// CONCATENATED MODULE: ./packages/verification/lib/after-deployment.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










/** Waits until the service is ready, tries what is tried once, then samples; the version is asked for at both ends. */
async function afterDeployment(request) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { ports } = request;
        const waiting = await becomeReady(request);
        if ('checks' in waiting)
            return waiting;
        // New probes: what was restarted or reconnected while the service came up is no finding.
        const targets = __addDisposableResource(env_1, createTargets(request), true);
        const start = await lookAtIdentity(targets.backends, 'start', ports);
        const smoke = lookOnce(await tryAll(ofRole(targets, 'smoke'), ports));
        const early = [...identityReports(start), ...smoke];
        const notes = [`Ready after ${formatDuration(waiting.afterMs)}.`];
        // What is clear already need not be sampled.
        if (early.some(({ judgement }) => judgement.verdict === 'fail'))
            return { checks: early, seen: start.seen, notes };
        const states = ofRole(targets, 'state').map((target) => new Watcher(target, TWICE));
        await seeAll(states, ports);
        const sampled = await sampleHealth(request, targets);
        await seeAll(states, ports);
        const end = await lookAtIdentity(targets.backends, 'end', ports);
        return {
            checks: [
                ...sampled,
                ...states.map((watcher) => watcher.report(watcher.finalJudgement())),
                ...smoke,
                ...identityReports(end),
            ],
            seen: [...start.seen, ...end.seen],
            notes,
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** What is not ready is held against how it was before the deployment. */
async function becomeReady(request) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, before, ports } = request;
        const targets = __addDisposableResource(env_2, createTargets(request), true);
        const tell = createTeller(ports);
        const { isReady, afterMs, attempts } = await waitUntilReady({
            targets: ofRole(targets, 'health', 'state'),
            withinMs: plan.readyWithinMs,
            ports,
            onRound: (waiting, passedMs) => tell(() => progressLine({ kind: 'readiness', waiting: waiting.map(inWords), leftMs: plan.readyWithinMs - passedMs })),
        });
        if (isReady)
            return { afterMs };
        const notes = [`Not ready within ${formatDuration(plan.readyWithinMs)}: the last attempts are shown.`];
        return { checks: lookOnce(attempts, before).map((report) => notReady(report, plan)), seen: [], notes };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** One failed attempt would be no reason to call a service down: that it went on failing until the time was over is. */
function notReady(report, { readyWithinMs }) {
    const { judgement } = report;
    if (judgement.verdict === 'pass')
        return report;
    const reason = `Not ready within ${formatDuration(readyWithinMs)}. The last attempt: ${judgement.reason}`;
    return { ...report, judgement: { ...judgement, reason } };
}
function inWords({ target, result }) {
    return { name: target.label, detail: result.kind === 'ok' ? 'well' : result.detail };
}

;// CONCATENATED MODULE: ./packages/verification/lib/before-deployment.js
var before_deployment_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var before_deployment_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/** How the service is now, without waiting for anything: it is what users have. */
async function beforeDeployment(request) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, ports } = request;
        const targets = before_deployment_addDisposableResource(env_1, createTargets({ ...request, plan: ofNow(plan) }), true);
        const once = lookOnce(await tryAll(ofRole(targets, 'smoke', 'state'), ports));
        const sampled = await sampleHealth(request, targets);
        return { checks: [...sampled, ...once], seen: [], notes: [] };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = before_deployment_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Which version users have now is not asked: it is the one to be replaced. And it may not know the counters of the next one. */
function ofNow(plan) {
    const checks = plan.checks.map((check) => (check.kind === 'http' ? { ...check, counters: {} } : check));
    return { ...plan, checks, expectedVersion: '' };
}
/** What later runs are compared with: the sampled checks. @param at milliseconds since 1970 */
function baselinesOf(checks, at) {
    const sampled = checks.filter(({ check }) => check.role === 'health');
    return { at, checks: new Map(sampled.map(({ check, judgement }) => [check.name, baselineOf(judgement)])) };
}

;// CONCATENATED MODULE: ./packages/verification/lib/spread-gaps.js
/** The fraction of the golden ratio: of its multiples, the fractions lie apart as evenly as those of any number. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/**
 * When to look again in a window: as often as the interval says, but not in step with it. A service that stumbles each minute, as jobs
 * that are started by the minute make it, would else show each look the same second of its minute. Every look but the first and the last
 * comes up to an interval early, each by another part of it; so all phases of whatever repeats are seen, and the window is as long as ever.
 *
 * Source: H. Weyl, Über die Gleichverteilung von Zahlen mod. Eins, Mathematische Annalen 77 (1916), 313-352.
 *
 * @param looks how many there are, at least 1
 * @returns milliseconds from a look, counted from 0, to the next
 */
function spreadGaps(looks, intervalMs) {
    const early = (look) => (look >= looks - 1 ? 0 : (look * GOLDEN) % 1);
    return (look) => (1 + early(look) - early(look + 1)) * intervalMs;
}

;// CONCATENATED MODULE: ./packages/verification/lib/over-window.js
var over_window_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var over_window_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/** Watches until the window is over, or something is clear before that. */
async function overWindow(request) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, before, ports } = request;
        const targets = over_window_addDisposableResource(env_1, createTargets(request), true);
        const start = await lookAtIdentity(targets.backends, 'start', ports);
        // Nothing gets better by watching it.
        if (start.wrong.some(({ result }) => result.kind === 'wrong'))
            return { checks: identityReports(start), seen: start.seen, notes: [] };
        const count = samplesIn(plan);
        const { intervalMs } = plan;
        const gapAfter = spreadGaps(count, intervalMs);
        const pace = { kind: 'monitoring', intervalMs, gapAfter, wanted: count, most: () => count };
        const watchers = ofRole(targets, 'health', 'state').map((target) => {
            const rules = windowRules(plan, count, before?.checks.get(target.check.name));
            return new Watcher(target, target.check.role === 'state' ? rules.state : rules.health);
        });
        const bad = new AbortController();
        const signal = AbortSignal.any([ports.signal, bad.signal]);
        await Promise.all(watchers.map((watcher) => sampleWatcher(watcher, { ...pace, ports: { ...ports, signal } }, () => {
            if (watcher.judgement().verdict === 'fail')
                bad.abort();
        })));
        const end = await lookAtIdentity(targets.backends, 'end', ports);
        const checks = watchers.map((watcher) => watcher.report(bad.signal.aborted ? watcher.judgement() : watcher.finalJudgement()));
        return {
            checks: [...checks, ...identityReports(start), ...identityReports(end)],
            seen: [...start.seen, ...end.seen],
            notes: [],
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = over_window_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./packages/verification/lib/verify.js





/**
 * Carries a plan out.
 * @throws Failure('input') for checks that cannot be tried, Failure('cancelled') when the run was cancelled
 */
async function verify(request) {
    const { plan, ports } = request;
    const startedAt = new Date(ports.wallClock()).toISOString();
    const beganAt = ports.now();
    const found = await inMode(request);
    if (ports.signal.aborted)
        throw verify_cancelled(ports.signal);
    const report = concluded(plan, found, { startedAt, durationMs: Math.round(ports.now() - beganAt) });
    return { report, baselines: plan.mode === 'pre' ? baselinesOf(found.checks, Date.parse(startedAt)) : undefined };
}
async function inMode(request) {
    switch (request.plan.mode) {
        case 'pre':
            return beforeDeployment(request);
        case 'post':
            return afterDeployment(request);
        case 'monitor':
            return overWindow(request);
    }
}
function concluded(plan, found, times) {
    const worst = worstOf(found.checks.map(({ check, judgement }) => ({ ...judgement, reason: `${check.name}: ${judgement.reason}` })));
    const { verdict, reason } = worst;
    const common = { mode: plan.mode, ...times, environment: plan.environment, checks: found.checks, notes: found.notes };
    const identity = { expected: plan.expectedVersion, seen: found.seen };
    if (verdict === 'pass') {
        const count = found.checks.length;
        return {
            ...common,
            identity,
            verdict,
            code: '',
            summary: count === 1 ? reason : `${count} checks passed. ${reason}`,
        };
    }
    // Found before the deployment, whatever it is, it is not the deployment's doing.
    const code = plan.mode === 'pre' && verdict === 'fail' ? 'unhealthy-before' : worst.code;
    return { ...common, identity, verdict, code, summary: reason };
}
function verify_cancelled({ reason }) {
    return reason instanceof lib/* Failure */.HR
        ? reason
        : new lib/* Failure */.HR('cancelled', 'The verification was cancelled. Nothing was decided.');
}

;// CONCATENATED MODULE: ./packages/verification/lib/index.js










;// CONCATENATED MODULE: ./actions/verify-deployment/lib/files.js




/** Files of checks and baselines are small. */
const LARGEST_FILE = 1 << 20;
/** The checks of a run: of the input itself, of the file it names, or the one behind `health-url`. @throws Failure('input') */
function readChecks(inputs, env) {
    const { checks, healthUrl, settings, prometheusUrl } = inputs;
    const expectsVersion = settings.expectedVersion !== undefined;
    const text = checks === '' ? simpleChecks({ healthUrl, expectsVersion }) : isPath(checks) ? files_readFile('checks', checks) : checks;
    return readCheckFile(text, { env, prometheusUrl, inputs: settings });
}
/** One line that ends as a file does, or that no mapping is without: YAML of checks has a colon. */
function isPath(text) {
    return /^[^\n]+\.(?:ya?ml|json)$|^[^\n:]+$/.test(text);
}
/** Before anything is asked: what a long window has shown would be lost when there is no place for it. @throws Failure('input') */
function prepareFiles({ mode, baseline, metricsFile }) {
    if (mode === 'pre')
        preparePlace('baseline', baseline);
    if (metricsFile !== '')
        preparePlace('metrics-file', metricsFile);
}
/** What mode `pre` wrote. @throws Failure('input') when the file is missing or is none. */
function readKeptBaselines({ mode, baseline }) {
    if (mode === 'pre' || baseline === '')
        return undefined;
    return readBaselines(files_readFile('baseline', baseline));
}
/** Mode `pre` keeps what it saw, also when it was bad: that is what it is for. */
function keepBaselines({ baseline }, { baselines }) {
    if (baselines !== undefined)
        writeFile('baseline', { path: baseline, text: writeBaselines(baselines) });
}
function keepMetrics({ metricsFile }, { report }) {
    if (metricsFile !== '')
        writeFile('metrics-file', { path: metricsFile, text: renderMetrics(report) });
}
const HOW_TO_READ = {
    checks: 'Give its path from the working directory of the job, after the step that checks the repository out.',
    baseline: "Give the file that mode 'pre' wrote; from another job it has to be brought here.",
};
const HOW_TO_WRITE = 'Give the path of a file in a folder that the job may write to.';
function files_readFile(input, path) {
    try {
        const { size } = regularFile(path);
        if (size > LARGEST_FILE)
            throw new lib/* Failure */.HR('input', `${input}: the file '${path}' has ${size} bytes; at most 1 MiB is read.`);
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        if (cause instanceof lib/* Failure */.HR)
            throw cause;
        const message = `${input}: the file '${path}' cannot be read: ${whyOf(cause)}. ${HOW_TO_READ[input]}`;
        throw new lib/* Failure */.HR('input', message, { cause });
    }
}
/** Reading a device might never end. */
function regularFile(path) {
    const found = (0,external_node_fs_.statSync)(path);
    if (!found.isFile())
        throw new Error(found.isDirectory() ? 'it is a folder' : 'it is no regular file');
    return found;
}
function preparePlace(input, path) {
    inPlace(input, path, () => {
        const folder = (0,external_node_path_.dirname)(path);
        files_makeFolder(folder);
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK);
        if ((0,external_node_fs_.existsSync)(path))
            regularFile(path);
    });
}
/** Renamed when it is whole: whoever reads such files at any time must not see half of one. */
function writeFile(input, { path, text }) {
    inPlace(input, path, () => {
        (0,external_node_fs_.writeFileSync)(`${path}.new`, text);
        (0,external_node_fs_.renameSync)(`${path}.new`, path);
    });
}
function inPlace(input, path, act) {
    try {
        act();
    }
    catch (cause) {
        const message = `${input}: the file '${path}' cannot be written: ${whyOf(cause)}. ${HOW_TO_WRITE}`;
        throw new lib/* Failure */.HR('input', message, { cause });
    }
}
/** Node's own recursive mkdir never comes back from a place such as /proc, where nothing can be made. */
function files_makeFolder(path) {
    if ((0,external_node_fs_.existsSync)(path))
        return;
    files_makeFolder((0,external_node_path_.dirname)(path));
    (0,external_node_fs_.mkdirSync)(path);
}
const files_REASONS = {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'a part of the path is no folder',
    EEXIST: 'a part of the path is no folder',
    EACCES: 'that is not permitted',
    EPERM: 'that is not permitted',
    EROFS: 'that place is only for reading',
    ENOSPC: 'the disk is full',
};
function whyOf(cause) {
    if (!(cause instanceof Error))
        return String(cause);
    return ('code' in cause ? files_REASONS[String(cause.code)] : undefined) ?? cause.message;
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
    const certificate = read.optionalParsed('certificate', (text) => checked(text, parseCertificate)) ?? '';
    const knownHosts = needed.parsed('known-hosts', (text) => checked(text, parseKnownHosts));
    const proxyJump = read.lines('proxy-jump');
    return {
        hosts: attempt(read, 'hosts', hostsOf(read, hosts, { user, port })) ?? [],
        privateKey: server_inputs_readKey(read, privateKey, passphrase),
        passphrase,
        certificate,
        knownHosts,
        proxyJump: attempt(read, 'proxy-jump', hostsOf(read, proxyJump, { user, port: 22 })) ?? [],
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
function checked(text, parse) {
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
        attempt(read, 'private-key', () => parsePrivateKey(key, passphrase));
    return key;
}
function attempt(read, input, parse) {
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

;// CONCATENATED MODULE: ./actions/verify-deployment/lib/inputs.js


const MODES = ['pre', 'post', 'monitor'];
/** Reads and checks every input, in the order of `action.yml`. */
function readInputs(read) {
    const checks = read.optionalText('checks') ?? '';
    const healthUrl = read.optionalParsed('health-url', inputs_parseUrl) ?? '';
    const expectedVersion = read.optionalText('expected-version');
    const mode = read.choice('mode', MODES, { default: 'post' });
    const settings = { ...readRates(read), ...(expectedVersion === undefined ? {} : { expectedVersion }) };
    const baseline = read.optionalText('baseline') ?? '';
    const prometheusUrl = read.optionalParsed('prometheus-url', inputs_parseUrl) ?? '';
    const metricsFile = read.optionalText('metrics-file') ?? '';
    const confirm = read.boolean('confirm', { default: 'false' });
    const { servers, environment } = readOptionalServerInputs(read);
    const inputs = {
        checks,
        healthUrl,
        mode,
        settings,
        baseline,
        prometheusUrl,
        metricsFile,
        confirm,
        environment,
        servers,
    };
    checkRules(read, inputs);
    return inputs;
}
function readRates(read) {
    return {
        samples: read.optionalInteger('samples', { min: 1, max: 100_000 }),
        maxResponseTimeMs: read.optionalDuration('max-response-time', { min: 1 }),
        percentile: shareOf(read.optionalPercentage('percentile')),
        maxErrorRate: shareOf(read.optionalPercentage('max-error-rate')),
        durationMs: read.optionalDuration('duration', { min: 1 }),
        intervalMs: read.optionalDuration('interval', { min: 10 }),
    };
}
function checkRules(read, inputs) {
    const { checks, healthUrl, mode, baseline, confirm, servers } = inputs;
    if (checks === '' && healthUrl === '' && read.sound('health-url'))
        read.problem('checks', "is missing: give 'checks', or 'health-url' for one check");
    if (checks !== '' && healthUrl !== '')
        read.problem('health-url', "is for use without 'checks': put it among them");
    checkShares(read, inputs.settings);
    // A mode that is not known reads as the first of the table.
    const isBefore = mode === 'pre' && read.sound('mode');
    if (isBefore && baseline === '')
        read.problem('baseline', "is missing: mode 'pre' writes it. Give the path of a file");
    if (confirm && isBefore)
        read.problem('confirm', "means nothing in mode 'pre': leave it out, nothing is deployed yet");
    if (confirm && servers === undefined && read.sound('hosts')) {
        read.problem('hosts', "is missing: 'confirm' tells the servers that the release is good");
    }
}
/** As in a file of checks: 0.95 is what somebody wrote who meant 95 %, and would let nearly everything pass. */
function checkShares(read, { percentile, maxErrorRate }) {
    if (percentile !== undefined && percentile < 0.01)
        read.problem('percentile', `of ${percentOf(percentile)} % would let nearly everything pass: write 95 for 95 %`);
    if (maxErrorRate !== undefined && maxErrorRate >= 1)
        read.problem('max-error-rate', `of ${percentOf(maxErrorRate)} % lets everything pass: give one below 100 %`);
}
function percentOf(share) {
    return Number((share * 100).toPrecision(12));
}
function shareOf(percentage) {
    return percentage === undefined ? undefined : percentage / 100;
}
function inputs_parseUrl(text) {
    if (/\s\S*:\/\//u.test(text))
        throw new lib/* Failure */.HR('input', "holds several URLs, and takes one: list the others in 'checks'");
    const url = URL.parse(text);
    if (url?.protocol === 'http:' || url?.protocol === 'https:')
        return text;
    // What is no URL may be a secret at the wrong place: only its start is shown.
    throw new lib/* Failure */.HR('input', `'${text.slice(0, 20)}' is not a URL that begins with http:// or https://`);
}

;// CONCATENATED MODULE: ./actions/verify-deployment/lib/main.js







/** Checks a deployed service, and confirms the release that waits when all is well. */
const verifyDeployment = {
    name: 'verify-deployment',
    outputs: ['error-rate', 'p50', 'p95', 'p99', 'samples-taken', 'report'],
    inputs: readInputs,
    main: run,
    post: async ({ servers }, context) => {
        if (servers !== undefined)
            await releaseHold(servers, context);
    },
};
async function run(inputs, context) {
    prepareFiles(inputs);
    const file = readChecks(inputs, context.env);
    // Values that the file takes from the environment are secrets, wherever an answer repeats them.
    for (const secret of file.secrets)
        context.log.secret(secret);
    const plan = makePlan({ ...inputs, file, inputs: inputs.settings });
    const { verification, release } = await check({ plan, before: readKeptBaselines(inputs), inputs, context });
    keepFiles(inputs, verification, context);
    const passed = verification.report.verdict === 'pass';
    return reportVerification(verification, passed ? await main_confirm(release, inputs, context) : undefined);
}
async function check({ plan, before, inputs, context }) {
    const fleet = inputs.confirm || needsServers(plan) ? await main_connect(inputs, context) : undefined;
    try {
        const release = inputs.confirm && fleet !== undefined ? await releaseToConfirm(fleet, context) : '';
        const ports = {
            ...systemPorts,
            sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal }).catch(() => undefined),
            shells: fleet?.shells ?? [],
            progress: (line) => context.log.info(line),
            signal: context.signal,
        };
        return { verification: await verify({ plan, before, ports }), release };
    }
    finally {
        await fleet?.close();
    }
}
/** A file that cannot be written is a failure, but weighs less than one of the service. */
function keepFiles(inputs, verification, { log }) {
    try {
        keepBaselines(inputs, verification);
        keepMetrics(inputs, verification);
    }
    catch (thrown) {
        if (verification.report.verdict === 'pass')
            throw thrown;
        log.warning((0,lib/* asFailure */.h_)(thrown).message);
    }
}
async function main_connect({ servers }, context) {
    if (servers === undefined)
        return undefined;
    const { owner, who } = identifyRun('verify-deployment', context.env);
    return openFleet({ inputs: servers, owner, who, context, onFolder: rememberHold(context, owner).onFolder });
}
async function main_confirm(release, { servers }, context) {
    if (release === '' || servers === undefined)
        return undefined;
    const identity = identifyRun('verify-deployment', context.env);
    const { onFolder } = rememberHold(context, identity.owner);
    return confirmRelease({ inputs: servers, expectedCurrent: release, identity, context, onFolder });
}


/***/ }),

/***/ 9529:
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
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
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

/***/ 6622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  LN: () => (/* reexport */ PERCENTAGE),
  Iv: () => (/* reexport */ choiceForm),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  rk: () => (/* reexport */ durationForm),
  FV: () => (/* reexport */ escapeMarkdown),
  Jl: () => (/* reexport */ integerForm),
  Qj: () => (/* reexport */ markdownTable),
  Cs: () => (/* reexport */ runAction),
  _$: () => (/* reexport */ sizeForm)
});

// UNUSED EXPORTS: checkWildcards, describeInputs, readInputs

// EXTERNAL MODULE: ./packages/outcome/lib/index.js + 2 modules
var lib = __nccwpck_require__(4558);
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
    throw new Failure('input', `'${pattern.slice(0, 80)}' has ${count} wildcards (*), and searching takes too long with more than ${MOST_WILDCARDS}: write several patterns, one per line`);
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
function neutralLines(text) {
    return text.split(LINE_END).map(neutralLine);
}
/** The text as one safe line, for titles and other places that hold only one. */
function neutralText(text) {
    return neutralLines(text)
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
    const info = (text) => print(neutralLines(text));
    return {
        info,
        notice: (text) => runner.notice(annotation(text)),
        warning: (text) => runner.warning(annotation(text)),
        error: (text) => runner.error(annotation(text)),
        debug: (text) => runner.debug(neutralLines(text).join('\n')),
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
    const safe = neutralLines(text).join('\n');
    return safe.length <= LONGEST_ANNOTATION ? safe : safe.slice(0, LONGEST_ANNOTATION - CUT_MARK.length) + CUT_MARK;
}
/** Lines of foreign output with their source in front; the line end of the last one does not make another line. */
function remoteLines(source, text) {
    const prefix = neutralText(source) || 'remote';
    return neutralLines(text.replace(/\r?\n$/, '')).map((line) => `${prefix} | ${line}`);
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
var external_node_fs_ = __nccwpck_require__(3024);
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
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
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
var external_fs_ = __nccwpck_require__(9896);
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
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
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
var no_undici = __nccwpck_require__(3533);
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
var lib_exec = __nccwpck_require__(9529);
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

/***/ 4558:
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
/******/ var __webpack_exports__ = __nccwpck_require__(4935);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
