import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 659:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {


/* eslint-disable @typescript-eslint/no-explicit-any */
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HttpClient = exports.HttpClientResponse = exports.HttpClientError = exports.MediaTypes = exports.Headers = exports.HttpCodes = void 0;
exports.getProxyUrl = getProxyUrl;
exports.isHttps = isHttps;
const http = __importStar(__nccwpck_require__(611));
const https = __importStar(__nccwpck_require__(692));
const pm = __importStar(__nccwpck_require__(335));
const tunnel = __importStar(__nccwpck_require__(770));
const undici_1 = __nccwpck_require__(533);
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
})(HttpCodes || (exports.HttpCodes = HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (exports.Headers = Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (exports.MediaTypes = MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function getProxyUrl(serverUrl) {
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
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
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
exports.HttpClientError = HttpClientError;
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
exports.HttpClientResponse = HttpClientResponse;
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
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
        proxyAgent = new undici_1.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
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
exports.HttpClient = HttpClient;
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 335:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.getProxyUrl = getProxyUrl;
exports.checkBypass = checkBypass;
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

/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


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
exports.debug = debug; // for test


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

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

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

/**
 * Stands where `@actions/http-client` and `@actions/github` import undici (`overrides` in package.json). They name it at their start,
 * for OpenID tokens and for questions to GitHub; no action asks for the first, and the second go through packages/github/src/transport.
 * The real one would be two thirds of every bundle, never used, and cost each step of each action about 30 ms and 8 MB.
 */

/** Made, never used, where `HTTPS_PROXY` is set; the toolkit reads its options. */
exports.ProxyAgent = class ProxyAgent {
  options = {};
};

/** @throws Error always: something asks the network in a way that was not provided for. */
exports.fetch = (url) => {
  throw new Error(
    `${url} was asked through undici, which is not part of Plimsoll. Give the toolkit a fetch of its own.`,
  );
};


/***/ }),

/***/ 302:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(544);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(346);


await (0,_plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_main_js__WEBPACK_IMPORTED_MODULE_1__/* .prComment */ .c);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ prComment)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./packages/github/lib/comments.js
/** Above this many characters GitHub refuses a comment. It does not say in which unit; counted here in UTF-16, of which there are never fewer. */
const LONGEST_COMMENT = 65_536;

// EXTERNAL MODULE: ./packages/outcome/lib/index.js + 2 modules
var lib = __nccwpck_require__(558);
;// CONCATENATED MODULE: ./packages/github/lib/failure.js

/** A failure of GitHub, code `github` or `github-permission`. The message never holds a token, and says which permission to set. */
class GitHubFailure extends lib/* Failure */.HR {
    reason;
    status;
    mayHaveHappened;
    constructor(reason, message, circumstances = {}) {
        const { status, mayHaveHappened = false, cause } = circumstances;
        super(reason === 'permission' || reason === 'token' ? 'github-permission' : 'github', message, cause === undefined ? {} : { cause });
        this.name = 'GitHubFailure';
        this.reason = reason;
        this.status = status;
        this.mayHaveHappened = mayHaveHappened;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/pages.js
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
function readPage(connection) {
    const info = connection.at('pageInfo');
    const next = info.at('hasNextPage').flag() ? info.at('endCursor').text() : undefined;
    return { nodes: connection.nodes(), next };
}
/** All nodes of a connection, page after page; incomplete when there are more pages than allowed. */
async function allNodes(request) {
    const nodes = [...request.first.nodes];
    let { next } = request.first;
    for (let pages = 1; next !== undefined && pages < request.maxPages; pages += 1) {
        const page = await request.load(next);
        nodes.push(...page.nodes);
        next = page.next;
    }
    return { nodes, complete: next === undefined };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/accounts.js

const USER_FIELDS = '{ login databaseId }';
const MEMBERS = `{ ${PAGE_INFO} nodes ${USER_FIELDS} }`;
function accountsQuestion(asking) {
    return async ({ teams: names, logins }) => {
        const teams = names.map((name) => splitTeam(name, asking.repository.owner));
        if (teams.length === 0 && logins.length === 0)
            return { teams: new Map(), people: new Map() };
        const data = await asking.client.graphql(accountsRequest(teams, logins));
        const found = await Promise.all(teams.map((team, index) => readTeam(asking, team, data.at(`t${index}`))));
        const people = logins.map((login, index) => [login, data.at(`u${index}`).maybe(readUser)]);
        return { teams: new Map(found.filter(isKnown)), people: new Map(people.filter(isKnown)) };
    };
}
function isKnown(entry) {
    return entry[1] !== undefined;
}
function splitTeam(name, owner) {
    const slash = name.indexOf('/');
    return slash === -1
        ? { name, organization: owner, slug: name }
        : { name, organization: name.slice(0, slash), slug: name.slice(slash + 1) };
}
/** One query for all of them: each name is a variable, never part of the query's text. */
function accountsRequest(teams, logins) {
    const variables = {};
    const fields = [];
    for (const [index, login] of logins.entries()) {
        variables[`u${index}`] = login;
        fields.push(`u${index}: user(login: $u${index}) ${USER_FIELDS}`);
    }
    for (const [index, { organization, slug }] of teams.entries()) {
        variables[`o${index}`] = organization;
        variables[`s${index}`] = slug;
        fields.push(`t${index}: organization(login: $o${index}) { team(slug: $s${index}) { members(first: 100) ${MEMBERS} } }`);
    }
    const declared = Object.keys(variables).map((name) => `$${name}: String!`);
    return {
        query: `query Accounts(${declared.join(', ')}) { ${fields.join(' ')} }`,
        variables,
        purpose: { what: 'read the accounts of the approvers', needs: ['members: read'], advice: ADVICE },
    };
}
const ADVICE = 'The token of a job cannot read teams, whatever its `permissions:` are. Name people in place of teams, or set `github-token` to the token of an app ' +
    'or a person that has `members: read` in the organisation.';
async function readTeam(asking, named, organization) {
    const team = organization.maybe((one) => one.at('team').maybe((found) => found));
    if (team === undefined)
        return [named.name, undefined];
    const load = (after) => loadMembers(asking, named, after);
    const first = readPage(team.at('members'));
    const { nodes } = await allNodes({ first, load, maxPages: Number.POSITIVE_INFINITY });
    return [named.name, nodes.flatMap((member) => readUser(member) ?? [])];
}
const MORE_MEMBERS = `query Members($organization: String!, $slug: String!, $after: String!) { organization(login: $organization) { team(slug: $slug) { members(first: 100, after: $after) ${MEMBERS} } } }`;
async function loadMembers({ client }, { name, organization, slug }, after) {
    const data = await client.graphql({
        query: MORE_MEMBERS,
        variables: { organization, slug, after },
        purpose: { what: `read all members of team ${name}`, needs: ['members: read'], advice: ADVICE },
    });
    return readPage(data.at('organization').at('team').at('members'));
}
/** Undefined for an account without an id, who cannot be told from others. */
function readUser(user) {
    const login = user.at('login').text();
    return user.at('databaseId').maybe((id) => ({ id: id.whole(), login, isBot: false }));
}

;// CONCATENATED MODULE: ./packages/github/lib/read-person.js
const BOT_ENDING = '[bot]';
/** A user of REST. */
function readPerson(user) {
    const login = user.at('login').text();
    const isBot = user.at('type').maybe((type) => type.text()) === 'Bot' || login.endsWith(BOT_ENDING);
    return { id: user.at('id').whole(), login: withoutEnding(login), isBot };
}
/** Asks for what `readActor` reads, wherever an `Actor` stands. */
const ACTOR_FIELDS = '{ __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } ... on Organization { databaseId } ... on EnterpriseUserAccount { user { databaseId } } }';
/** An `Actor` of GraphQL; undefined for one without an id, who cannot be told from others. */
function readActor(actor) {
    const own = actor.at('databaseId').maybe((id) => id.whole());
    const id = own ?? actor.at('user').maybe((user) => user.at('databaseId').whole());
    const login = actor.at('login').text();
    const isBot = actor.at('__typename').text() === 'Bot' || login.endsWith(BOT_ENDING);
    return id === undefined ? undefined : { id, login: withoutEnding(login), isBot };
}
function withoutEnding(login) {
    return login.endsWith(BOT_ENDING) ? login.slice(0, -BOT_ENDING.length) : login;
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/changed-lines.js
const HUNK = /^@@ -\d+(?:,(?<before>\d+))? \+(?<start>\d+)(?:,(?<after>\d+))? @@/u;
/**
 * Numbers of the lines that a patch adds, in the file as it is afterwards. Undefined when the patch is missing or cut short, or does not add as
 * many lines as GitHub says were added: then nobody knows which lines changed.
 */
function changedLines(patch, additions) {
    if (patch === undefined)
        return additions === 0 ? [] : undefined;
    const hunks = patch.split(/\n(?=@@ )/u).map(addedIn);
    const lines = hunks.flatMap((added) => added ?? []);
    return hunks.includes(undefined) || lines.length !== additions ? undefined : lines;
}
/** The lines a hunk adds; undefined when it is not as long as its head says. */
function addedIn(hunk) {
    const [head = '', ...lines] = hunk.split('\n');
    const { start, before = '1', after = '1' } = HUNK.exec(head)?.groups ?? {};
    const left = lines.filter((line) => line.startsWith('-'));
    const kept = lines.filter((line) => line.startsWith('+') || line.startsWith(' '));
    const added = kept.flatMap((line, index) => (line.startsWith('+') ? [Number(start) + index] : []));
    const isWhole = kept.length === Number(after) && left.length + kept.length - added.length === Number(before);
    return start !== undefined && isWhole ? added : undefined;
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/commit-makers.js
/** GitHub as the committer of what people do on its pages. */
const GITHUB_LOGIN = 'web-flow';
const GITHUB_ADDRESS = 'noreply@github.com';
/** More co-authors than this are not read from one commit, and it is said. */
const MAX_AUTHORS = 20;
const GIT_ACTOR_FIELDS = '{ name email user { login databaseId } }';
/** Asks for what `readMakers` reads, of a commit. */
const MAKERS_FIELDS = `oid committer ${GIT_ACTOR_FIELDS} authors(first: ${MAX_AUTHORS}) { totalCount nodes ${GIT_ACTOR_FIELDS} }`;
/** Author, co-authors and committer of a commit. */
function readMakers(commit) {
    const sha = commit.at('oid').text();
    const authors = commit.at('authors');
    const contributors = authors
        .nodes()
        .map((actor, index) => ({ ...readGitActor(actor), role: index === 0 ? 'author' : 'co-author', sha }));
    const committer = commit.at('committer').maybe((actor) => committerOf(actor, sha));
    return {
        contributors: committer === undefined ? contributors : [...contributors, committer],
        complete: authors.at('totalCount').whole() <= contributors.length,
    };
}
function committerOf(actor, sha) {
    const committer = readGitActor(actor);
    return isGitHub(committer) ? undefined : { ...committer, role: 'committer', sha };
}
/** By its account or its address: anybody may take its name. */
function isGitHub({ person, address }) {
    return person === undefined ? address === GITHUB_ADDRESS : person.login === GITHUB_LOGIN;
}
function readGitActor(actor) {
    const address = asCompared(actor.at('email').maybe((email) => email.text()) ?? '');
    const user = actor.at('user').maybe(readGitUser);
    const name = actor.at('name').maybe((text) => text.text()) ?? '';
    return { person: user ?? personOfAddress(address), name, address };
}
/** One address may be written in several ways. */
function asCompared(address) {
    return address.trim().toLowerCase();
}
function readGitUser(user) {
    const login = user.at('login').text();
    return user.at('databaseId').maybe((id) => ({ id: id.whole(), login, isBot: false }));
}
const NOREPLY = /^(?<id>\d{1,15})\+(?<login>[\w.-]+)(?<bot>\[bot\])?@users\.noreply\.[\w.-]+$/iu;
/** The account behind an address that GitHub gives out: `1234+name@users.noreply.github.com`. Apps are known by nothing else in a commit. */
function personOfAddress(address) {
    const { id, login, bot } = NOREPLY.exec(address)?.groups ?? {};
    if (id === undefined || login === undefined)
        return undefined;
    return { id: Number(id), login, isBot: bot !== undefined };
}
/** Everybody once for every role. */
function distinctContributors(contributors) {
    const byKey = new Map();
    for (const one of contributors) {
        const key = `${one.role} ${one.person?.id ?? `(no account) ${one.address} ${one.name}`}`;
        if (!byKey.has(key))
            byKey.set(key, one);
    }
    return [...byKey.values()];
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/or-undefined.js

/** Undefined in place of the failure that says there is no such thing. */
async function orUndefined(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof GitHubFailure && error.reason === 'not-found')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/compare.js





const PAGE = 100;
const MAX_COMMITS = 1000;
/** GitHub lists no more files than this. */
const MAX_FILES = 300;
function compareQuestion(asking) {
    return async (range) => {
        const first = await orUndefined(loadPage(asking, range, 1));
        if (first === undefined)
            return undefined;
        const total = first.at('total_commits').whole();
        const pages = Math.ceil(Math.min(total, MAX_COMMITS) / PAGE);
        const rest = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => loadPage(asking, range, index + 2));
        const commits = [first, ...(await Promise.all(rest))].flatMap((page) => page.at('commits').list().map(readCommit));
        return { ...readComparison(first, range), commits, commitsComplete: commits.length >= total };
    };
}
function loadPage({ client, repository }, { base, head }, page) {
    return client.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        parameters: { ...repository, basehead: `${base}...${head}`, per_page: PAGE, page },
        purpose: { what: `compare ${base.slice(0, 40)} with ${head.slice(0, 40)}`, needs: ['contents: read'] },
    });
}
function readComparison(page, { base, head }) {
    const files = page.at('files').maybe((all) => all.list()) ?? [];
    return {
        base,
        head,
        status: oneOf(STATUSES, page.at('status').text()),
        aheadBy: page.at('ahead_by').whole(),
        behindBy: page.at('behind_by').whole(),
        mergeBase: page.at('merge_base_commit').at('sha').text(),
        files: files.map(readFile),
        filesComplete: files.length < MAX_FILES && !page.at('files').isMissing,
        url: page.at('html_url').text(),
    };
}
const STATUSES = ['ahead', 'identical', 'behind', 'diverged'];
const FILE_STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'];
function oneOf(known, seen) {
    const found = known.find((one) => one === seen);
    if (found === undefined) {
        throw new GitHubFailure('unreadable', `GitHub compares with the status "${seen}", which is none of ${known.join(', ')}.`);
    }
    return found;
}
function readCommit(commit) {
    const git = commit.at('commit');
    const message = git.at('message').text();
    return {
        sha: commit.at('sha').text(),
        subject: message.split('\n', 1)[0] ?? '',
        author: readMaker(commit.at('author'), git.at('author')),
        committer: readMaker(commit.at('committer'), git.at('committer')),
        authorName: textIn(git.at('author'), 'name'),
        authorAddress: textIn(git.at('author'), 'email'),
        committerName: textIn(git.at('committer'), 'name'),
        committerAddress: textIn(git.at('committer'), 'email'),
        coAuthors: [...message.matchAll(CO_AUTHOR)].map(([, text = '']) => text.trim()),
    };
}
/** GitHub does not say how exactly it reads them: what may be one is one. */
const CO_AUTHOR = /^[ \t]*co-authored-by[ \t]*:(.*)$/gimu;
/** Without an account behind the address, GitHub answers with null, or with an empty object. */
function readMaker(account, git) {
    const isKnown = !account.isMissing && !account.at('id').isMissing;
    if (isKnown)
        return readPerson(account);
    return git.maybe((one) => one.at('email').maybe((email) => personOfAddress(email.text())));
}
function textIn(git, name) {
    return git.maybe((one) => one.at(name).maybe((text) => text.text())) ?? '';
}
function readFile(file) {
    const additions = file.at('additions').whole();
    return {
        path: file.at('filename').text(),
        previousPath: file.at('previous_filename').maybe((name) => name.text()),
        status: oneOf(FILE_STATUSES, file.at('status').text()),
        additions,
        deletions: file.at('deletions').whole(),
        changedLines: changedLines(file.at('patch').maybe((patch) => patch.text()), additions),
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/repository-in.js

/** The repository of a GraphQL answer. Null means that nothing can be said about what is in it, not that it is empty. */
function repositoryIn(data) {
    const repository = data.at('repository');
    if (!repository.isMissing)
        return repository;
    const message = 'The token does not see the repository of this run: that takes `contents: read`.';
    throw new GitHubFailure('not-found', message);
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/tag.js

/** A tag may point at a tag, which may point at a tag; nobody goes further. */
const TARGET = '__typename oid ... on Tag { target { __typename oid ... on Tag { target { __typename oid } } } }';
const QUERY = `query Reference($owner: String!, $repo: String!, $name: String!) { repository(owner: $owner, name: $repo) { ref(qualifiedName: $name) { target { ${TARGET} } } } }`;
function tagQuestion(asking) {
    return async (name) => {
        const commit = await commitOfRef(asking, `refs/tags/${name}`);
        return commit === undefined ? undefined : { commit };
    };
}
/** The commit that a full name of a branch or tag stands for. Undefined when there is none of that name, or it stands for no commit. */
async function commitOfRef({ client, repository }, name) {
    const data = await client.graphql({
        query: QUERY,
        variables: { ...repository, name },
        purpose: { what: `look up ${name}`, needs: ['contents: read'] },
    });
    const ref = repositoryIn(data).at('ref');
    return ref.maybe((found) => found.at('target').maybe(peel));
}
function peel(object) {
    const type = object.at('__typename').text();
    if (type === 'Commit')
        return object.at('oid').text();
    return type === 'Tag' ? object.at('target').maybe(peel) : undefined;
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/branch.js


function branchQuestion(asking) {
    const compare = compareQuestion(asking);
    return async ({ branch, commit }) => {
        // By its commit and not by its name: a tag of the same name would come first.
        const tip = await commitOfRef(asking, `refs/heads/${branch}`);
        if (tip === undefined)
            return undefined;
        const comparison = await compare({ base: tip, head: commit });
        return comparison === undefined ? undefined : comparison.status === 'identical' || comparison.status === 'behind';
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/comment-edits.js
const comment_edits_QUERY = 'query CommentEdits($id: ID!) { node(id: $id) { ... on IssueComment { body userContentEdits(first: 100) { nodes { diff editedAt } } } } }';
function commentEditsQuestion({ client }) {
    return async ({ nodeId }) => {
        const data = await client.graphql({
            query: comment_edits_QUERY,
            variables: { id: nodeId },
            purpose: { what: 'read the edits of a comment', needs: ['pull-requests: read'] },
        });
        return data.at('node').maybe(readTexts);
    };
}
/** `diff` is called so, and holds the whole text. An edit that GitHub does not list yet is still what the comment says. */
function readTexts(comment) {
    const body = comment.at('body').text();
    const edits = comment.at('userContentEdits').maybe((all) => all.nodes()) ?? [];
    // GitHub lists the newest first, and tells times to the second: of two edits in one second, the list knows which was first.
    const oldestFirst = edits.toReversed().toSorted((a, b) => editedAt(a) - editedAt(b));
    const texts = oldestFirst.flatMap((edit) => edit.at('diff').maybe((diff) => diff.text()) ?? []);
    return texts.at(-1) === body ? texts : [...texts, body];
}
function editedAt(edit) {
    return Date.parse(edit.at('editedAt').text());
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/own-comments.js



/** `databaseId` of a comment is null from 2^31 on, where the comments of github.com are. */
const COMMENT_FIELDS = `id fullDatabaseId viewerDidAuthor isMinimized body url createdAt updatedAt author ${ACTOR_FIELDS}`;
const EDGES = [
    `oldest: comments(first: 100) { totalCount ${PAGE_INFO} nodes { ...comment } }`,
    'newest: comments(last: 100) { nodes { ...comment } }',
    'recent: comments(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...comment } }',
].join(' ');
const VARIABLES = '$owner: String!, $repo: String!, $number: Int!';
/** Comments of pull requests and issues alike. */
function commentsQuery(variables, fields) {
    const subject = `issueOrPullRequest(number: $number) { ... on PullRequest { ${fields} } ... on Issue { ${fields} } }`;
    return `query Comments(${variables}) { viewer { login databaseId } repository(owner: $owner, name: $repo) { ${subject} } } fragment comment on IssueComment { ${COMMENT_FIELDS} }`;
}
const EDGES_QUERY = commentsQuery(VARIABLES, EDGES);
const MORE_QUERY = commentsQuery(`${VARIABLES}, $after: String!`, `comments(first: 100, after: $after) { ${PAGE_INFO} nodes { ...comment } }`);
function ownCommentsQuestion(asking) {
    return async (question) => {
        const data = await load(asking, question, { query: EDGES_QUERY, after: undefined });
        const subject = subjectIn(data);
        if (subject === undefined)
            return undefined;
        const parts = ['oldest', 'newest', 'recent'].map((name) => subject.at(name).nodes());
        const seen = new Map(parts.flat().map((node) => [node.at('id').text(), node]));
        const total = subject.at('oldest').at('totalCount').whole();
        const isAll = seen.size >= total;
        if (!isAll && question.reach === 'all')
            await addRest(asking, question, { seen, oldest: subject.at('oldest') });
        const viewer = readViewer(data.at('viewer'));
        const complete = isAll || question.reach === 'all';
        return { viewer: viewer.login, comments: ownAmong(seen, viewer), complete, total };
    };
}
function subjectIn(data) {
    return repositoryIn(data)
        .at('issueOrPullRequest')
        .maybe((found) => found);
}
function load({ client, repository }, { number }, { query, after }) {
    return client.graphql({
        query,
        variables: { ...repository, number, ...(after === undefined ? {} : { after }) },
        purpose: { what: `read the comments of pull request #${number}`, needs: ['pull-requests: read'] },
    });
}
/** From the end of the first hundred to the end of all: where the last hundred begin may have moved meanwhile. */
async function addRest(asking, question, { seen, oldest }) {
    let { next } = readPage(oldest);
    while (next !== undefined) {
        const data = await load(asking, question, { query: MORE_QUERY, after: next });
        const page = readPage(repositoryIn(data).at('issueOrPullRequest').at('comments'));
        for (const node of page.nodes)
            seen.set(node.at('id').text(), node);
        next = page.next;
    }
}
function readViewer(viewer) {
    return {
        login: viewer
            .at('login')
            .text()
            .replace(/\[bot\]$/u, ''),
        id: viewer.at('databaseId').maybe((id) => id.whole()),
    };
}
function ownAmong(seen, viewer) {
    const own = [...seen.values()].filter((node) => isOwn(node, viewer)).map(readOwnComment);
    return own.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.id - b.id);
}
/** Asked of GitHub, not guessed from a name: `github-actions[bot]` is only one of the accounts a token can have. */
function isOwn(node, viewer) {
    if (node.at('viewerDidAuthor').flag())
        return true;
    const author = node.at('author').maybe(readActor);
    return author !== undefined && author.id === viewer.id;
}
function readOwnComment(node) {
    return {
        id: node.at('fullDatabaseId').whole(),
        nodeId: node.at('id').text(),
        body: node.at('body').text(),
        url: node.at('url').text(),
        createdAt: node.at('createdAt').text(),
        updatedAt: node.at('updatedAt').text(),
        isMinimized: node.at('isMinimized').flag(),
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/comments.js




const WRITE = ['pull-requests: write'];
const ONE_COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
function commentQuestions(asking) {
    return {
        ownComments: ownCommentsQuestion(asking),
        createComment: (comment) => createComment(asking, comment),
        updateComment: (comment) => updateComment(asking, comment),
        deleteComment: (id) => deleteComment(asking, id),
        comment: (id) => readOneComment(asking, id),
        commentEdits: commentEditsQuestion(asking),
        minimizeComment: ({ nodeId }, reason) => fold(asking, MINIMIZE, { id: nodeId, reason }),
        unminimizeComment: ({ nodeId }) => fold(asking, UNMINIMIZE, { id: nodeId }),
    };
}
async function createComment({ client, repository }, { number, body }) {
    try {
        const answer = await client.rest({
            route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
            parameters: { ...repository, issue_number: number, body },
            purpose: { what: `comment on pull request #${number}`, needs: WRITE },
            repeatable: 'once',
        });
        return { kind: 'created', comment: readComment(answer) };
    }
    catch (error) {
        if (error instanceof GitHubFailure && isUnsure(error))
            return { kind: 'unsure', failure: error };
        throw error;
    }
}
/** An answer that cannot be read may well be the one to a comment that is there. */
function isUnsure({ mayHaveHappened, reason }) {
    return mayHaveHappened || reason === 'unreadable';
}
async function updateComment({ client, repository }, { id, body }) {
    const answer = await orUndefined(client.rest({
        route: `PATCH ${ONE_COMMENT}`,
        parameters: { ...repository, comment_id: id, body },
        purpose: { what: `update comment ${id}`, needs: WRITE },
    }));
    return answer === undefined ? { kind: 'gone' } : { kind: 'updated', comment: readComment(answer) };
}
async function deleteComment({ client, repository }, id) {
    await orUndefined(client.rest({
        route: `DELETE ${ONE_COMMENT}`,
        parameters: { ...repository, comment_id: id },
        purpose: { what: `delete comment ${id}`, needs: WRITE },
    }));
}
async function readOneComment({ client, repository }, id) {
    const answer = await orUndefined(client.rest({
        route: `GET ${ONE_COMMENT}`,
        parameters: { ...repository, comment_id: id },
        purpose: { what: `read comment ${id}`, needs: ['pull-requests: read'] },
    }));
    return answer === undefined ? undefined : readComment(answer);
}
const MINIMIZE = 'mutation Minimize($id: ID!, $reason: ReportedContentClassifiers!) { minimizeComment(input: { subjectId: $id, classifier: $reason }) { minimizedComment { isMinimized } } }';
const UNMINIMIZE = 'mutation Unminimize($id: ID!) { unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }';
/** Folding what is folded does nothing, so it may be sent again. */
async function fold({ client }, query, variables) {
    await client.graphql({ query, variables, purpose: { what: 'fold a comment', needs: WRITE } });
}
function readComment(comment) {
    return {
        id: comment.at('id').whole(),
        nodeId: comment.at('node_id').text(),
        body: comment.at('body').maybe((body) => body.text()) ?? '',
        url: comment.at('html_url').text(),
        createdAt: comment.at('created_at').text(),
        updatedAt: comment.at('updated_at').text(),
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/contributors.js


/** Commits asked about in one call. */
const BATCH = 100;
function contributorsQuestion(asking) {
    return async ({ commits, commitsComplete }) => {
        const unresolved = commits.filter(hasUnknownCoAuthor).map(({ sha }) => sha);
        const looked = (await Promise.all(batches(unresolved).map((shas) => lookUp(asking, shas)))).flat();
        const known = new Set(looked.map(({ sha }) => sha));
        const plain = commits.filter(({ sha }) => !known.has(sha)).flatMap(makersOf);
        return {
            contributors: distinctContributors([...plain, ...looked.flatMap(({ contributors }) => contributors)]),
            complete: commitsComplete && looked.every(({ complete }) => complete),
        };
    };
}
function makersOf(commit) {
    const { sha, coAuthors } = commit;
    const committed = {
        role: 'committer',
        person: commit.committer,
        name: commit.committerName,
        address: asCompared(commit.committerAddress),
        sha,
    };
    return [
        {
            role: 'author',
            person: commit.author,
            name: commit.authorName,
            address: asCompared(commit.authorAddress),
            sha,
        },
        ...(isGitHub(committed) ? [] : [committed]),
        ...coAuthors.map((text) => ({ role: 'co-author', ...readCoAuthor(text), sha })),
    ];
}
function hasUnknownCoAuthor({ coAuthors }) {
    return coAuthors.some((text) => readCoAuthor(text).person === undefined);
}
/** `Name <address>`. */
function readCoAuthor(text) {
    const { name = text, address = '' } = /^(?<name>[^<]*)<(?<address>[^>]*)>/u.exec(text)?.groups ?? {};
    return { name: name.trim(), person: personOfAddress(address.trim()), address: asCompared(address) };
}
function batches(shas) {
    return Array.from({ length: Math.ceil(shas.length / BATCH) }, (_, index) => shas.slice(index * BATCH, (index + 1) * BATCH));
}
/** GitHub knows whose account an address belongs to; a commit it does not tell about stays as it was. */
async function lookUp({ client, repository }, shas) {
    const variables = Object.fromEntries(shas.map((sha, index) => [`c${index}`, sha]));
    const declared = shas.map((_, index) => `$c${index}: GitObjectID!`).join(', ');
    const fields = shas.map((_, index) => `c${index}: object(oid: $c${index}) { ... on Commit { ${MAKERS_FIELDS} } }`);
    const data = await client.graphql({
        query: `query Makers($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${fields.join(' ')} } }`,
        variables: { ...repository, ...variables },
        purpose: { what: 'read the authors of the commits', needs: ['contents: read'] },
    });
    const commits = repositoryIn(data);
    const answered = shas.map((_, index) => commits.at(`c${index}`));
    return answered.filter((commit) => !commit.isMissing).map(readCommitMakers);
}
function readCommitMakers(commit) {
    return { sha: commit.at('oid').text(), ...readMakers(commit) };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/deployments.js



const FIELDS = 'id commitOid state createdAt updatedAt payload ref { name } creator { login } latestStatus { createdAt environmentUrl }';
const deployments_QUERY = `query Deployments($owner: String!, $repo: String!, $environment: String!, $after: String) { repository(owner: $owner, name: $repo) { deployments(environments: [$environment], first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { ${PAGE_INFO} nodes { ${FIELDS} } } } }`;
/** Failed ones alone fill no more than this. */
const MAX_PAGES = 10;
function deploymentsQuestion(asking) {
    return async (environment) => {
        const all = await readToLive(asking, environment);
        return { live: newest(all.filter(isActive), 'stateSince'), latest: newest(all, 'createdAt') };
    };
}
/** Page after page, the newest first, until there is one that is live: any number may have failed since. */
async function readToLive({ client, repository }, environment) {
    const all = [];
    let after;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
        const data = await client.graphql({
            query: deployments_QUERY,
            variables: { ...repository, environment, ...(after === undefined ? {} : { after }) },
            purpose: { what: `read the deployments to ${environment}`, needs: ['deployments: read'] },
        });
        const { nodes, next } = readPage(repositoryIn(data).at('deployments'));
        all.push(...nodes.map(readDeployment));
        if (next === undefined || all.some(isActive))
            return all;
        after = next;
    }
    const message = `None of the last ${all.length} deployments to ${environment} is live, and older ones are not looked at.`;
    throw new GitHubFailure('unreadable', `${message} Deploy to it once, or set the state of the one that is live.`);
}
function isActive({ state }) {
    return state === 'active';
}
function newest(deployments, by) {
    return deployments.toSorted((a, b) => Date.parse(b[by]) - Date.parse(a[by]))[0];
}
function readDeployment(node) {
    const status = node.at('latestStatus').maybe((one) => one);
    return {
        id: node.at('id').text(),
        sha: node.at('commitOid').text(),
        ref: node.at('ref').maybe((ref) => ref.at('name').text()),
        state: STATES.get(node.at('state').maybe((state) => state.text()) ?? 'PENDING') ?? 'unknown',
        createdAt: node.at('createdAt').text(),
        stateSince: status?.at('createdAt').text() ?? node.at('updatedAt').text(),
        payload: readPayload(node.at('payload').maybe((payload) => payload.text())),
        url: status?.at('environmentUrl').maybe((url) => url.text()),
        creator: node.at('creator').maybe((creator) => creator.at('login').text()),
    };
}
/** `DeploymentState` of GraphQL. `ACTIVE` is what the last successful one is called until a newer one takes its place. */
const STATES = new Map([
    ['ACTIVE', 'active'],
    ['SUCCESS', 'active'],
    ['INACTIVE', 'inactive'],
    ['DESTROYED', 'inactive'],
    ['ABANDONED', 'inactive'],
    ['ERROR', 'failed'],
    ['FAILURE', 'failed'],
    ['IN_PROGRESS', 'in-progress'],
    ['PENDING', 'in-progress'],
    ['QUEUED', 'in-progress'],
    ['WAITING', 'in-progress'],
]);
/** GitHub hands out JSON as text, and text that was given as JSON a second time encoded. */
function readPayload(text) {
    if (text === undefined || text === '')
        return null;
    const once = deployments_parsed(text);
    return typeof once === 'string' ? deployments_parsed(once) : once;
}
function deployments_parsed(text) {
    try {
        const value = JSON.parse(text);
        return isJson(value) ? value : text;
    }
    catch {
        return text;
    }
}
/** JSON.parse makes nothing else. */
function isJson(value) {
    return value !== undefined;
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/environment.js

const environment_PAGE = 100;
function environmentQuestion(asking) {
    return async (name) => {
        const environment = await orUndefined(asking.client.rest({
            route: 'GET /repos/{owner}/{repo}/environments/{environment_name}',
            parameters: { ...asking.repository, environment_name: name },
            purpose: { what: `read the protection of environment ${name}`, needs: ['actions: read'] },
        }));
        if (environment === undefined)
            return undefined;
        return readEnvironment(environment, await readBranchPolicy(asking, environment, name));
    };
}
function readEnvironment(environment, branchPolicy) {
    const rules = environment.at('protection_rules').maybe((all) => all.list()) ?? [];
    const ofType = (type) => rules.filter((rule) => rule.at('type').text() === type);
    const review = ofType('required_reviewers');
    const waits = ofType('wait_timer').map((rule) => rule.at('wait_timer').maybe((timer) => timer.whole()) ?? 0);
    return {
        name: environment.at('name').text(),
        reviewers: review.flatMap((rule) => rule.at('reviewers').maybe((all) => all.list()) ?? []).flatMap(readReviewer),
        preventsSelfReview: review.some((rule) => rule.at('prevent_self_review').maybe((flag) => flag.flag()) === true),
        waitMinutes: Math.max(0, ...waits),
        branchPolicy,
        canAdminsBypass: environment.at('can_admins_bypass').maybe((flag) => flag.flag()),
    };
}
/** Reviewers of a kind that GitHub adds later are left out: they protect as far as we know nothing. */
function readReviewer(entry) {
    const kind = entry.at('type').text();
    const reviewer = entry.at('reviewer');
    if (reviewer.isMissing)
        return [];
    const id = reviewer.at('id').whole();
    if (kind === 'User')
        return [{ kind: 'user', id, login: reviewer.at('login').text() }];
    return kind === 'Team' ? [{ kind: 'team', id, slug: reviewer.at('slug').text() }] : [];
}
async function readBranchPolicy(asking, environment, name) {
    const policy = environment.at('deployment_branch_policy');
    if (policy.isMissing)
        return { kind: 'any' };
    if (policy.at('protected_branches').flag())
        return readProtected(asking);
    return { kind: 'selected', patterns: await readPatterns(asking, name) };
}
/** GitHub docs, "Deployments and environments": without any branch protection rule in the repository, all branches can deploy. */
async function readProtected({ client, repository }) {
    const branches = await client.rest({
        route: 'GET /repos/{owner}/{repo}/branches',
        parameters: { ...repository, protected: 'true', per_page: 1 },
        purpose: { what: 'look for a protected branch', needs: ['contents: read'] },
    });
    return { kind: branches.list().length > 0 ? 'protected-branches' : 'nothing-protected' };
}
async function readPatterns({ client, repository }, name) {
    const patterns = [];
    for (let page = 1;; page += 1) {
        const answer = await client.rest({
            route: 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
            parameters: { ...repository, environment_name: name, per_page: environment_PAGE, page },
            purpose: { what: `read the branches that may deploy to ${name}`, needs: ['actions: read'] },
        });
        const policies = answer.at('branch_policies').list();
        patterns.push(...policies.map(readPattern));
        if (policies.length < environment_PAGE)
            return patterns;
    }
}
function readPattern(policy) {
    const kind = policy.at('type').maybe((type) => type.text()) === 'tag' ? 'tag' : 'branch';
    return { kind, name: policy.at('name').text() };
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/environment-approvals.js

function environmentApprovalsQuestion({ run, client, repository }) {
    return async () => {
        const answer = await client.rest({
            route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
            parameters: { ...repository, run_id: run.runId },
            purpose: { what: 'read the approvals of this run', needs: ['actions: read'] },
        });
        return answer.list().map((approval) => readApproval(approval, run));
    };
}
function readApproval(approval, run) {
    const comment = approval.at('comment').maybe((text) => text.text()) ?? '';
    const state = approval.at('state').text();
    return {
        environments: approval
            .at('environments')
            .list()
            .map((environment) => environment.at('name').text()),
        state: state === 'approved' || state === 'rejected' ? state : 'pending',
        user: approval.at('user').maybe(readPerson),
        comment,
        binding: bindingOf(comment, run),
    };
}
/** Seven digits of a commit, as GitHub shows them, or more. */
const COMMIT_DIGITS = /(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/giu;
function bindingOf(comment, run) {
    if (run.runAttempt === 1)
        return 'first-attempt';
    const named = [...comment.matchAll(COMMIT_DIGITS)].map(([digits]) => digits.toLowerCase());
    const names = named.some((digits) => run.sha.startsWith(digits) || run.commit.startsWith(digits));
    return names ? 'names-commit' : 'unbound';
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/find-pull-request.js


/** Asks for what `readPullRequest` reads. */
const PULL_REQUEST_FIELDS = `number title url state isDraft isCrossRepository author ${ACTOR_FIELDS} headRefOid headRefName baseRefName mergeCommit { oid }`;
/** Of the pull requests around one commit, this many are looked at. GitHub charges for all, with their reviews, whether there are so many or not. */
const AROUND_COMMIT = 10;
/** Branches of forks often have the same name. */
const AROUND_BRANCH = 25;
const BY_KIND = {
    number: {
        head: 'query PullRequestByNumber($owner: String!, $repo: String!, $number: Int!)',
        field: (fields) => `pullRequest(number: $number) { ${fields} }`,
    },
    commit: {
        head: 'query PullRequestByCommit($owner: String!, $repo: String!, $sha: GitObjectID!)',
        field: (fields) => `object(oid: $sha) { ... on Commit { associatedPullRequests(first: ${AROUND_COMMIT}) { nodes { ${fields} } } } }`,
    },
    head: {
        head: 'query PullRequestByHead($owner: String!, $repo: String!, $branch: String!)',
        field: (fields) => `pullRequests(headRefName: $branch, first: ${AROUND_BRANCH}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${fields} } }`,
    },
};
/** Finds the pull request that is meant, with further fields of it, in one call. */
async function findPullRequest({ client, repository }, question, fields = '') {
    const { head, field } = BY_KIND[question.kind];
    const body = field(`${PULL_REQUEST_FIELDS} ${fields}`);
    const data = await client.graphql({
        query: `${head} { repository(owner: $owner, name: $repo) { ${body} } }`,
        variables: { ...repository, ...variablesOf(question) },
        purpose: { what: `find the pull request ${describe(question)}`, needs: NEEDS[question.kind] },
    });
    return choose(candidates(repositoryIn(data), question), question);
}
const NEEDS = {
    number: ['pull-requests: read'],
    commit: ['pull-requests: read', 'contents: read'],
    head: ['pull-requests: read'],
};
function variablesOf(question) {
    switch (question.kind) {
        case 'number':
            return { number: question.number };
        case 'commit':
            return { sha: question.sha };
        case 'head':
            return { branch: question.branch };
    }
}
function describe(question) {
    switch (question.kind) {
        case 'number':
            return `#${question.number}`;
        case 'commit':
            return `of commit ${question.sha.slice(0, 7)}`;
        case 'head':
            return `of branch ${question.branch} at ${question.sha.slice(0, 7)}`;
    }
}
function candidates(repository, { kind }) {
    return nodesOf(repository, kind).map((node) => ({ pullRequest: readPullRequest(node), node }));
}
function nodesOf(repository, kind) {
    switch (kind) {
        case 'number':
            return repository.at('pullRequest').maybe((node) => [node]) ?? [];
        case 'commit':
            // A tag or a tree has no pull requests, and a commit that is not there is null.
            return (repository.at('object').maybe((object) => object.at('associatedPullRequests').maybe((all) => all.nodes())) ?? []);
        case 'head':
            return repository.at('pullRequests').nodes();
    }
}
function choose(found, question) {
    switch (question.kind) {
        case 'number':
            return found[0];
        case 'head':
            return found.find(({ pullRequest }) => pullRequest.head.sha === question.sha);
        case 'commit':
            return chooseForCommit(found, question);
    }
}
/** The first rule that fits anything decides; the newest of those it fits. */
function chooseForCommit(found, { sha, base }) {
    const ontoBase = (one) => base === undefined || one.base.branch === base;
    const rules = [
        (one) => one.mergeCommit === sha && one.state === 'merged' && ontoBase(one),
        (one) => one.mergeCommit === sha && one.state === 'merged',
        (one) => one.state === 'merged' && ontoBase(one),
        (one) => one.state === 'open' && one.head.sha === sha && ontoBase(one),
    ];
    const newestFirst = found.toSorted((a, b) => b.pullRequest.number - a.pullRequest.number);
    for (const rule of rules) {
        const fitting = newestFirst.find(({ pullRequest }) => rule(pullRequest));
        if (fitting !== undefined)
            return fitting;
    }
    return undefined;
}
function readPullRequest(node) {
    return {
        number: node.at('number').whole(),
        title: node.at('title').text(),
        url: node.at('url').text(),
        state: readState(node.at('state').text()),
        isDraft: node.at('isDraft').flag(),
        isFork: node.at('isCrossRepository').flag(),
        author: node.at('author').maybe(readActor),
        head: { sha: node.at('headRefOid').text(), branch: node.at('headRefName').text() },
        base: { branch: node.at('baseRefName').text() },
        mergeCommit: node.at('mergeCommit').maybe((commit) => commit.at('oid').text()),
    };
}
/** Whatever is neither open nor merged is of no use to anybody. */
function readState(state) {
    if (state === 'OPEN')
        return 'open';
    return state === 'MERGED' ? 'merged' : 'closed';
}

;// CONCATENATED MODULE: ./packages/github/lib/questions/standing-reviews.js

/** Asks for what `standingReviews` reads, of a review. */
const REVIEW_FIELDS = `author ${ACTOR_FIELDS} state submittedAt authorCanPushToRepository commit { oid }`;
/**
 * The last word of everybody, told apart by id, in the order they spoke. Comments and drafts say nothing; a dismissed review takes back what its
 * author said before, and so does any state that GitHub adds later.
 */
function standingReviews(reviews, headSha) {
    const byPerson = new Map();
    const words = reviews.flatMap((review) => readReview(review, headSha) ?? []);
    for (const word of words.toSorted((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt))) {
        byPerson.delete(word.user.id);
        byPerson.set(word.user.id, word);
    }
    return [...byPerson.values()];
}
function readReview(review, headSha) {
    const state = review.at('state').text();
    const user = review.at('author').maybe(readActor);
    if (user === undefined || state === 'COMMENTED' || state === 'PENDING')
        return undefined;
    const commit = review.at('commit').maybe((one) => one.at('oid').text());
    return {
        user,
        state: standing_reviews_STATES.get(state) ?? 'dismissed',
        commit,
        onHead: commit === headSha,
        canPush: review.at('authorCanPushToRepository').flag(),
        submittedAt: review.at('submittedAt').text(),
    };
}
const standing_reviews_STATES = new Map([
    ['APPROVED', 'approved'],
    ['CHANGES_REQUESTED', 'changes-requested'],
]);

;// CONCATENATED MODULE: ./packages/github/lib/questions/pull-requests.js





/** Of commits: ten pages of 100. */
const MAX_COMMIT_PAGES = 10;
/** Reviews are read to the last one: what is left out could be the word that takes an approval back. */
const MAX_REVIEW_PAGES = Number.POSITIVE_INFINITY;
const NODES = {
    reviews: REVIEW_FIELDS,
    commits: `commit { ${MAKERS_FIELDS} }`,
};
function pullRequestQuestions(asking) {
    return {
        pullRequest: async (question) => (await findPullRequest(asking, question))?.pullRequest,
        reviewedPullRequest: (question) => readReviewed(asking, question),
    };
}
async function readReviewed(asking, question) {
    const found = await findPullRequest(asking, question, `${connection('reviews', '')} ${connection('commits', '')}`);
    if (found === undefined)
        return undefined;
    const reviews = await readConnection(asking, found, { name: 'reviews', maxPages: MAX_REVIEW_PAGES });
    const commits = await readConnection(asking, found, { name: 'commits', maxPages: MAX_COMMIT_PAGES });
    return {
        pullRequest: found.pullRequest,
        reviews: standingReviews(reviews.nodes, found.pullRequest.head.sha),
        changes: pull_requests_makersOf(commits.nodes, commits.complete),
    };
}
function connection(name, more) {
    return `${name}(first: 100${more}) { ${PAGE_INFO} nodes { ${NODES[name]} } }`;
}
async function readConnection({ client, repository }, { pullRequest: { number }, node }, { name, maxPages }) {
    const field = `pullRequest(number: $number) { ${connection(name, ', after: $after')} }`;
    const query = `query More($owner: String!, $repo: String!, $number: Int!, $after: String!) { repository(owner: $owner, name: $repo) { ${field} } }`;
    const purpose = { what: `read all ${name} of pull request #${number}`, needs: ['pull-requests: read'] };
    const load = async (after) => {
        const data = await client.graphql({ query, variables: { ...repository, number, after }, purpose });
        return readPage(repositoryIn(data).at('pullRequest').at(name));
    };
    return allNodes({ first: readPage(node.at(name)), load, maxPages });
}
function pull_requests_makersOf(commits, complete) {
    const makers = commits.map((commit) => readMakers(commit.at('commit')));
    return {
        contributors: distinctContributors(makers.flatMap(({ contributors }) => contributors)),
        complete: complete && makers.every((one) => one.complete),
    };
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./packages/github/lib/answer.js

/**
 * A part of what GitHub answered, and where it stands there. Nothing of an answer is believed before it was read through one of these; what does
 * not fit is a `GitHubFailure` with the reason `unreadable`.
 */
class Answer {
    #value;
    #place;
    constructor(value, place) {
        this.#value = value;
        this.#place = place;
    }
    /** The member of an object; of a missing or null one in an object too. */
    at(name) {
        const value = this.#value;
        if (typeof value !== 'object' || value === null)
            throw this.#odd('an object');
        return new Answer(new Map(Object.entries(value)).get(name), `${this.#place}.${name}`);
    }
    /** Null counts as missing. */
    get isMissing() {
        return this.#value === undefined || this.#value === null;
    }
    maybe(read) {
        return this.isMissing ? undefined : read(this);
    }
    text() {
        if (typeof this.#value !== 'string')
            throw this.#odd('text');
        return this.#value;
    }
    /** A whole number; big ones come as text from GraphQL. */
    whole() {
        const value = typeof this.#value === 'string' && /^\d+$/u.test(this.#value) ? Number(this.#value) : this.#value;
        if (typeof value !== 'number' || !Number.isSafeInteger(value))
            throw this.#odd('a whole number');
        return value;
    }
    flag() {
        if (typeof this.#value !== 'boolean')
            throw this.#odd('true or false');
        return this.#value;
    }
    list() {
        if (!Array.isArray(this.#value))
            throw this.#odd('a list');
        return this.#value.map((item, index) => new Answer(item, `${this.#place}[${index}]`));
    }
    /** Nodes of a GraphQL connection, without those that GitHub could not load. */
    nodes() {
        return this.at('nodes')
            .list()
            .filter((node) => !node.isMissing);
    }
    raw() {
        return this.#value;
    }
    #odd(expected) {
        const seen = this.isMissing ? 'nothing' : typeof this.#value;
        return new GitHubFailure('unreadable', `The answer of GitHub has ${seen} at ${this.#place}, where ${expected} belongs.`);
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/read-run-event.js


/** The parts of an event's payload that matter here. @throws GitHubFailure when they are not what GitHub documents */
function readRunEvent(payload, ref) {
    const event = new Answer(payload, 'event');
    const pullRequest = event.at('pull_request').maybe(read_run_event_readPullRequest);
    return {
        action: event.at('action').maybe((action) => action.text()),
        sender: event.at('sender').maybe(readPerson),
        pullRequest,
        before: event.at('before').maybe(readBefore) ?? event.at('merge_group').maybe(readMergeBase),
        about: pullRequest === undefined ? aboutOf(event, ref) : { kind: 'number', number: pullRequest.number },
        inputs: readInputs(event.at('inputs')),
    };
}
function read_run_event_readPullRequest(pull) {
    const head = pull.at('head');
    const base = pull.at('base');
    // The repository of the head is null once the fork is deleted.
    const headRepository = head.at('repo').maybe((repo) => repo.at('id').whole());
    return {
        number: pull.at('number').whole(),
        headSha: head.at('sha').text(),
        baseSha: base.at('sha').text(),
        baseBranch: base.at('ref').text(),
        isFork: headRepository !== base.at('repo').at('id').whole(),
        isDraft: pull.at('draft').maybe((draft) => draft.flag()) ?? false,
        isMerged: pull.at('merged').maybe((merged) => merged.flag()) ?? false,
        author: pull.at('user').maybe(readPerson),
    };
}
/** A new branch has only zeros before it. */
function readBefore(before) {
    const sha = before.text();
    return /^0+$/u.test(sha) ? undefined : sha;
}
function readMergeBase(group) {
    return group.at('base_sha').maybe((sha) => sha.text());
}
/** Which pull request an event that carries none is about. */
function aboutOf(event, ref) {
    if (ref.kind === 'merge-queue' || ref.kind === 'pull-request')
        return { kind: 'number', number: ref.number };
    const issue = event.at('issue').maybe(readIssue);
    return issue ?? event.at('workflow_run').maybe(readWorkflowRun);
}
function readIssue(issue) {
    // Only issues that are pull requests have this member.
    return issue.at('pull_request').maybe(() => ({ kind: 'number', number: issue.at('number').whole() }));
}
/** Its list of pull requests is empty for those from forks, so that branch and commit have to do. */
function readWorkflowRun(run) {
    const sha = run.at('head_sha').text();
    const branch = run.at('head_branch').maybe((name) => name.text());
    const isOfPullRequest = run.at('event').text().startsWith('pull_request');
    return isOfPullRequest && branch !== undefined
        ? { kind: 'head', branch, sha }
        : { kind: 'commit', sha, base: branch };
}
function readInputs(inputs) {
    const given = inputs.raw();
    if (typeof given !== 'object' || given === null)
        return {};
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, textOf(value)]));
}
function textOf(value) {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

;// CONCATENATED MODULE: ./packages/github/lib/read-run-context.js



/** GitHub cuts payloads at 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;
/** What the runner says about this run. No call. @throws GitHubFailure for what is missing, odd, or too large */
async function readRunContext(env) {
    const repository = readRepository(env);
    const ref = readRef(read_run_context_text(env, 'GITHUB_REF'));
    const event = readRunEvent(await read_run_context_readPayload(env['GITHUB_EVENT_PATH']), ref);
    const sha = read_run_context_readCommit(env);
    const urls = readUrls(env);
    const runId = whole(env, 'GITHUB_RUN_ID');
    return {
        repository,
        sha,
        commit: event.pullRequest?.headSha ?? sha,
        ref,
        eventName: read_run_context_text(env, 'GITHUB_EVENT_NAME'),
        event,
        actor: { login: read_run_context_text(env, 'GITHUB_ACTOR'), id: optionalWhole(env, 'GITHUB_ACTOR_ID') },
        triggeringActor: { login: env['GITHUB_TRIGGERING_ACTOR'] || read_run_context_text(env, 'GITHUB_ACTOR'), id: undefined },
        runId,
        runAttempt: whole(env, 'GITHUB_RUN_ATTEMPT'),
        runNumber: whole(env, 'GITHUB_RUN_NUMBER'),
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        job: env['GITHUB_JOB'] ?? '',
        urls: { ...urls, run: `${urls.server}/${repository.fullName}/actions/runs/${runId}` },
    };
}
function readRepository(env) {
    const fullName = read_run_context_text(env, 'GITHUB_REPOSITORY');
    const { owner, name } = /^(?<owner>[\w.-]+)\/(?<name>[\w.-]+)$/u.exec(fullName)?.groups ?? {};
    if (owner === undefined || name === undefined)
        throw odd('GITHUB_REPOSITORY', fullName, 'owner/name');
    return { owner, name, fullName };
}
function read_run_context_readCommit(env) {
    const sha = read_run_context_text(env, 'GITHUB_SHA');
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(sha))
        throw odd('GITHUB_SHA', sha, 'a commit');
    return sha;
}
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(?<base>.+)\/pr-(?<number>\d+)-[0-9a-f]{40,64}$/u;
function readRef(full) {
    const queue = QUEUE.exec(full)?.groups;
    if (queue !== undefined) {
        return { kind: 'merge-queue', full, base: queue['base'] ?? '', number: Number(queue['number']) };
    }
    if (full.startsWith('refs/heads/'))
        return { kind: 'branch', full, name: full.slice('refs/heads/'.length) };
    if (full.startsWith('refs/tags/'))
        return { kind: 'tag', full, name: full.slice('refs/tags/'.length) };
    const pull = /^refs\/pull\/(?<number>\d+)\//u.exec(full)?.groups;
    return pull === undefined ? { kind: 'other', full } : { kind: 'pull-request', full, number: Number(pull['number']) };
}
function readUrls(env) {
    const api = readUrl(env, 'GITHUB_API_URL', 'https://api.github.com');
    return {
        api,
        graphql: readUrl(env, 'GITHUB_GRAPHQL_URL', `${api}/graphql`),
        server: readUrl(env, 'GITHUB_SERVER_URL', 'https://github.com'),
    };
}
/** The token travels there, so unencrypted only within this machine. */
function readUrl(env, name, otherwise) {
    const value = env[name] || otherwise;
    const url = URL.parse(value);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    if (!isSafe)
        throw odd(name, value, 'an https address');
    return value.replace(/\/+$/u, '');
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/u.test(host);
}
/** Runners name no file only outside GitHub. One that is named and cannot be read is a failure. */
async function read_run_context_readPayload(path) {
    if (path === undefined || path === '')
        return {};
    try {
        const { size } = await (0,promises_namespaceObject.stat)(path);
        if (size > MAX_EVENT_BYTES)
            throw new Error(`it has ${size} bytes, more than GitHub ever sends`);
        const payload = JSON.parse(await (0,promises_namespaceObject.readFile)(path, 'utf8'));
        return payload;
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const message = `The event of this run (GITHUB_EVENT_PATH, ${path}) cannot be read: ${why}`;
        throw new GitHubFailure('unreadable', message, { cause: error });
    }
}
function read_run_context_text(env, name) {
    const value = env[name];
    if (value === undefined || value === '') {
        throw new GitHubFailure('unreadable', `The runner did not set ${name}, which every GitHub runner does.`);
    }
    return value;
}
function whole(env, name) {
    const value = optionalWhole(env, name);
    return value ?? Number(read_run_context_text(env, name));
}
function optionalWhole(env, name) {
    const value = env[name];
    if (value === undefined || value === '')
        return undefined;
    const number = Number(value);
    if (!/^\d+$/u.test(value) || !Number.isSafeInteger(number))
        throw odd(name, value, 'a whole number');
    return number;
}
function odd(name, seen, expected) {
    return new GitHubFailure('unreadable', `The runner set ${name} to "${seen.slice(0, 200)}", where ${expected} belongs.`);
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./packages/github/lib/transport/graphql-errors.js
/**
 * GraphQL refuses with 200 and a list of errors. The status that REST has for the same, so that both are treated alike; undefined when nothing
 * is wrong, or only parts of the question do not exist: those are null in the data.
 */
function statusOfErrors(data) {
    const types = errorsIn(data).map(typeOf);
    const [first] = types.filter((type) => type !== 'NOT_FOUND').map((type) => graphql_errors_STATUSES.get(type) ?? UNKNOWN);
    return first;
}
const graphql_errors_STATUSES = new Map([
    ['RATE_LIMITED', 429],
    ['RATE_LIMIT', 429],
    ['FORBIDDEN', 403],
    ['INSUFFICIENT_SCOPES', 403],
    ['UNPROCESSABLE', 422],
    ['SERVICE_UNAVAILABLE', 503],
    // Errors without a type are timeouts and faults of GitHub ("Something went wrong while executing your query").
    ['', 502],
]);
/** A query that is refused for what it is: to ask again does not help. */
const UNKNOWN = 400;
function errorsIn(data) {
    if (typeof data !== 'object' || data === null || !('errors' in data))
        return [];
    return Array.isArray(data.errors) ? data.errors : [];
}
function typeOf(error) {
    if (typeof error !== 'object' || error === null)
        return '';
    const members = new Map(Object.entries(error));
    const type = members.get('type');
    if (typeof type === 'string')
        return type;
    // A query that does not fit the schema has no type, but a code.
    return isCoded(members.get('extensions')) ? 'INVALID' : '';
}
function isCoded(extensions) {
    return typeof extensions === 'object' && extensions !== null && 'code' in extensions;
}

;// CONCATENATED MODULE: ./packages/github/lib/transport/transport-fault.js
class TransportFault extends Error {
    kind;
    constructor(kind, message, options) {
        super(message, options);
        this.name = 'TransportFault';
        this.kind = kind;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/transport/reply.js

/** Octokit throws for refusals and for faults alike; told apart again here. */
function replyOfThrown(thrown) {
    const fault = faultIn(thrown);
    if (fault !== undefined)
        return { kind: 'fault', fault };
    if (thrown instanceof Error && 'response' in thrown && isResponse(thrown.response)) {
        return { kind: 'answer', ...thrown.response };
    }
    return { kind: 'fault', fault: new TransportFault('unreadable', 'The answer cannot be read.', { cause: thrown }) };
}
function faultIn(thrown) {
    if (thrown instanceof TransportFault)
        return thrown;
    return thrown instanceof Error && thrown.cause !== undefined ? faultIn(thrown.cause) : undefined;
}
function isResponse(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const hasParts = 'status' in value && 'headers' in value && 'data' in value;
    return hasParts && typeof value.status === 'number' && typeof value.headers === 'object' && value.headers !== null;
}
/** The `message` of an answer that says what is wrong, with its `errors`; one line, and not a long one. */
function messageIn(data) {
    if (typeof data !== 'object' || data === null)
        return '';
    const members = new Map(Object.entries(data));
    const message = members.get('message');
    const errors = members.get('errors');
    const details = Array.isArray(errors) ? errors.map(describeError).filter((text) => text !== '') : [];
    const whole = [typeof message === 'string' ? message : '', ...details].join(': ');
    return whole.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_MESSAGE);
}
const LONGEST_MESSAGE = 300;
/** `{resource, field, code}`, `{message}` or plain text: GitHub uses all three. */
function describeError(error) {
    if (typeof error === 'string')
        return error;
    if (typeof error !== 'object' || error === null)
        return '';
    const members = new Map(Object.entries(error));
    const parts = ['message', 'field', 'code'].map((name) => members.get(name));
    return parts.filter((part) => typeof part === 'string').join(' ');
}

;// CONCATENATED MODULE: ./packages/github/lib/transport/retries.js

const MAX_TRIES = 6;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8000;
/** GitHub advises to wait at least a minute where a secondary limit names no time. */
const SECONDARY_LIMIT_MS = 60_000;
const BUSY = new Set([502, 503, 504]);
/** Whether to try again, and when. */
function nextStep({ reply, repeatable, number }, pace) {
    if (reply.kind === 'answer' && reply.status < 400)
        return { kind: 'done' };
    if (number >= MAX_TRIES)
        return { kind: 'give-up' };
    const limited = limitMs(reply, pace);
    // A request that was refused for its rate did nothing, so it may be sent again whatever it asks for.
    if (limited !== undefined)
        return { kind: 'again', afterMs: limited };
    if (!isPassing(reply, repeatable))
        return { kind: 'give-up' };
    const told = reply.kind === 'answer' ? retryAfterMs(reply.headers) : undefined;
    return { kind: 'again', afterMs: told ?? backOff(number, pace) };
}
/** Whether the fault may be gone the next time, and asking again does no harm. */
function isPassing(reply, repeatable) {
    if (reply.kind === 'answer')
        return repeatable === 'repeatable' && BUSY.has(reply.status);
    const { kind } = reply.fault;
    return kind === 'not-sent' || (repeatable === 'repeatable' && (kind === 'lost' || kind === 'timeout'));
}
/** Whether a failed write may have happened all the same. */
function mayHaveHappened(reply) {
    if (reply.kind === 'answer')
        return reply.status >= 500 && !isRateLimit(reply);
    return reply.fault.kind !== 'not-sent';
}
/** How long a rate limit still lasts; undefined when it is none. */
function limitMs(reply, pace) {
    if (reply.kind !== 'answer' || !isRateLimit(reply))
        return undefined;
    const told = retryAfterMs(reply.headers);
    if (told !== undefined)
        return told;
    const reset = Number(reply.headers['x-ratelimit-reset']);
    const isUsedUp = reply.headers['x-ratelimit-remaining'] === '0';
    return isUsedUp && reset > 0 ? Math.max(0, reset - pace.unixSeconds()) * 1000 + 1000 : SECONDARY_LIMIT_MS;
}
/** Limits come as 429, or as 403 that says so. */
function isRateLimit(reply) {
    if (reply.kind !== 'answer')
        return false;
    if (reply.status === 429)
        return true;
    if (reply.status !== 403)
        return false;
    const isUsedUp = reply.headers['x-ratelimit-remaining'] === '0' || reply.headers['retry-after'] !== undefined;
    return isUsedUp || /rate limit|abuse detection/iu.test(messageIn(reply.data));
}
/** GitHub tells it in seconds. */
function retryAfterMs(headers) {
    const value = headers['retry-after'];
    if (value === undefined)
        return undefined;
    return /^\d{1,6}$/u.test(value.trim()) ? Number(value) * 1000 : undefined;
}
function backOff(number, pace) {
    const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (number - 1));
    // Half is chance, so that jobs that failed together do not come back together.
    return Math.round(ceiling / 2 + (ceiling / 2) * pace.random());
}

;// CONCATENATED MODULE: ./packages/github/lib/transport/refusal.js



/** The failure that a last reply amounts to. */
function failureOf(reply, purpose) {
    if (reply.kind === 'fault')
        return faultFailure(reply, purpose);
    const reason = reasonOf(reply);
    const detail = purpose.redact(messageIn(reply.data));
    const said = `HTTP ${reply.status}${detail === '' ? '' : `, ${detail}`}`;
    const message = `GitHub did not ${purpose.what} (${said}). ${adviceFor(reason, reply, purpose)}`;
    return new GitHubFailure(reason, message.trim(), { status: reply.status, mayHaveHappened: mayHaveHappened(reply) });
}
function faultFailure(reply, purpose) {
    const { fault } = reply;
    const reason = fault.kind === 'unreadable' || fault.kind === 'redirect' ? 'unreadable' : 'unavailable';
    const said = purpose.redact(fault.message).replace(/\.?$/u, '.');
    return new GitHubFailure(reason, `GitHub did not ${purpose.what}: ${said} ${adviceOn(fault)}`.trim(), {
        mayHaveHappened: mayHaveHappened(reply),
        cause: fault,
    });
}
/** What to look at when there was no answer. */
function adviceOn({ kind, cause }) {
    if (isUnknownAuthority(cause)) {
        return 'Where a proxy or a GitHub Enterprise Server has a certificate of its own authority, set NODE_EXTRA_CA_CERTS to the file of that authority.';
    }
    switch (kind) {
        case 'not-sent':
            return "The runner cannot reach GitHub's API: check its network, name server and proxy (HTTPS_PROXY, NO_PROXY), and GITHUB_API_URL.";
        case 'lost':
        case 'timeout':
            return "See https://www.githubstatus.com and check the runner's network and proxy, then run again.";
        case 'unreadable':
        case 'redirect':
        case 'aborted':
            return '';
    }
}
/** Codes of OpenSSL's verification, as Node passes them on. */
function isUnknownAuthority(cause) {
    const code = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
    return typeof code === 'string' && /SELF_SIGNED|^UNABLE_TO_/u.test(code);
}
function reasonOf(reply) {
    if (isRateLimit(reply))
        return 'rate-limit';
    if (reply.status === 401)
        return 'token';
    if (reply.status === 403)
        return 'permission';
    if (reply.status === 404 || reply.status === 410)
        return 'not-found';
    if (reply.status === 409)
        return 'conflict';
    return reply.status >= 500 || reply.status < 400 ? 'unavailable' : 'refused';
}
function adviceFor(reason, reply, purpose) {
    switch (reason) {
        case 'permission':
            if (isClosedToAll(reply))
                return 'No permission changes that.';
            return purpose.advice ?? permissionAdvice(acceptedPermissions(reply, purpose.needs) ?? purpose.needs);
        case 'token':
            return 'The token is wrong, expired or revoked: set `github-token` to one that is valid.';
        case 'not-found':
            return `It may not exist, or the token cannot see it: that takes ${listOf(purpose.needs)}.`;
        case 'rate-limit':
            return 'Too many requests; run again later.';
        case 'unavailable':
            return reply.status >= 500 ? 'See https://www.githubstatus.com, and run again when it is well.' : '';
        case 'conflict':
        case 'refused':
        case 'unreadable':
            return '';
    }
}
/** A locked conversation and an archived repository are refused as what a token may not do. */
function isClosedToAll({ data }) {
    return /\bis locked\b|\barchived\b/iu.test(messageIn(data));
}
/** What to write into the workflow. */
function permissionAdvice(needs) {
    return (`The token may not do this: it takes ${listOf(needs)} under \`permissions:\` of the job. ` +
        'On pull requests from forks the token of a job can only read, whatever is set there.');
}
function listOf(needs) {
    return needs.map((need) => `\`${need}\``).join(' and ');
}
/**
 * What GitHub says would do: `issues=write; pull_requests=write` are two ways, a comma joins what is needed together. The way that the documents
 * speak of is named where it is among them, else the first.
 */
function acceptedPermissions({ headers }, documented) {
    const ways = (headers['x-accepted-github-permissions'] ?? '').split(';').map(permissionsIn);
    return ways.find((way) => way.join() === documented.join()) ?? ways.find((way) => way.length > 0);
}
function permissionsIn(way) {
    const pairs = [...way.matchAll(/(?<name>[a-z_]+)=(?<level>[a-z]+)/gu)];
    return pairs.map(({ groups }) => `${(groups?.['name'] ?? '').replaceAll('_', '-')}: ${groups?.['level'] ?? ''}`);
}

;// CONCATENATED MODULE: ./packages/github/lib/transport/client.js






/** The clock and the chance of this machine. */
const REAL_PACE = {
    now: () => performance.now(),
    unixSeconds: () => Math.floor(Date.now() / 1000),
    pause: async (ms, signal) => {
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
    },
    random: () => Math.random(),
};
function createClient(parts) {
    return {
        rest: async ({ route, parameters, purpose, repeatable = 'repeatable' }) => new Answer(await ask(parts, { route, parameters, purpose, repeatable }), 'answer'),
        graphql: async ({ query, variables, purpose }) => {
            const parameters = { query, variables };
            const route = `POST ${parts.graphqlUrl}`;
            const data = await ask(parts, { route, parameters, purpose, repeatable: 'repeatable' });
            return new Answer(data, 'answer').at('data');
        },
    };
}
async function ask(parts, question) {
    const { pace, signal, totalMs } = parts;
    const deadline = pace.now() + totalMs;
    for (let number = 1;; number += 1) {
        signal.throwIfAborted();
        const reply = await tryOnce(parts, question);
        signal.throwIfAborted();
        const step = nextStep({ reply, repeatable: question.repeatable, number }, pace);
        if (step.kind === 'done' && reply.kind === 'answer')
            return reply.data;
        const isOver = step.kind !== 'again' || pace.now() + step.afterMs > deadline;
        if (isOver)
            throw failureOf(reply, { ...question.purpose, redact: parts.redact });
        parts.debug(`GitHub: again in ${step.afterMs} ms, because of ${client_describe(reply, parts)}`);
        await pace.pause(step.afterMs, signal);
    }
}
async function tryOnce(parts, { route, parameters }) {
    const started = parts.pace.now();
    const reply = await parts
        .send(route, parameters)
        .then(({ status, headers, data }) => {
        const withErrors = statusOfErrors(data);
        return { kind: 'answer', status: withErrors ?? status, headers: textHeaders(headers), data };
    })
        .catch(replyOfThrown);
    const tookMs = Math.round(parts.pace.now() - started);
    parts.debug(`GitHub: ${route}, ${client_describe(reply, parts)}, ${tookMs} ms`);
    return reply;
}
function textHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
function client_describe(reply, { redact }) {
    if (reply.kind === 'fault')
        return redact(reply.fault.message);
    return reply.status < 400 ? `${reply.status}` : redact(`${reply.status} ${messageIn(reply.data)}`.trim());
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./packages/github/lib/transport/fetch.js





const MAX_REDIRECTS = 3;
/**
 * A fetch over `node:https` that keeps its connection. The first call of Node's own fetch costs about 100 ms and 25 MB, more than a whole
 * question to GitHub; and it knows no limits.
 */
function createFetch(limits) {
    const options = { keepAlive: true, proxyEnv: limits.env };
    const agents = { 'http:': new external_node_http_namespaceObject.Agent(options), 'https:': new external_node_https_namespaceObject.Agent(options) };
    return async (url, init) => {
        if (init.signal?.aborted === true)
            throw cancelled();
        let at = new URL(url);
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
            const answer = await exchange({ url: at, init, limits, agents });
            const next = redirectOf(answer, at, init.method);
            if (next === undefined)
                return responseOf(answer, at);
            at = next;
        }
        throw new TransportFault('redirect', `GitHub redirected more than ${MAX_REDIRECTS} times.`);
    };
}
async function exchange(one) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const request = startRequest(one);
    const endTry = () => void request.destroy(new TransportFault('timeout', `No answer within ${one.limits.tryMs} ms.`));
    const abort = () => void request.destroy(cancelled());
    const timer = setTimeout(endTry, one.limits.tryMs);
    one.init.signal?.addEventListener('abort', abort, { once: true });
    request.once('error', (error) => reject(faultOf(error, request)));
    request.once('response', (response) => {
        readAnswer(response, one.limits.maxBytes).then(resolve, (error) => {
            request.destroy();
            reject(faultOf(error, request));
        });
    });
    request.end(one.init.body);
    try {
        return await promise;
    }
    finally {
        clearTimeout(timer);
        one.init.signal?.removeEventListener('abort', abort);
    }
}
function startRequest({ url, init, limits, agents }) {
    const length = init.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(init.body)) };
    const headers = { ...init.headers, ...length, 'accept-encoding': 'gzip' };
    const { method } = init;
    return url.protocol === 'https:'
        ? // The agent's own limit: it alone can let go of a proxy that never opens the way.
            (0,external_node_https_namespaceObject.request)(url, { method, headers, agent: agents['https:'], timeout: limits.tryMs })
        : (0,external_node_http_namespaceObject.request)(url, { method, headers, agent: agents['http:'] });
}
async function readAnswer(response, maxBytes) {
    const pieces = [];
    let size = 0;
    for await (const piece of response) {
        if (!Buffer.isBuffer(piece))
            continue;
        size += piece.length;
        if (size > maxBytes)
            throw tooLarge(maxBytes);
        pieces.push(piece);
    }
    const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
    const body = await unpack(Buffer.concat(pieces), headers.get('content-encoding'), maxBytes);
    return { status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', headers, body };
}
async function unpack(bytes, encoding, maxBytes) {
    if (encoding !== 'gzip' || bytes.length === 0)
        return bytes;
    try {
        return await (0,external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.gunzip)(bytes, { maxOutputLength: maxBytes });
    }
    catch (error) {
        if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge(maxBytes);
        throw new TransportFault('unreadable', 'The answer is said to be gzip, and is not.', { cause: error });
    }
}
function cancelled() {
    return new TransportFault('aborted', 'The step was cancelled.');
}
function tooLarge(maxBytes) {
    return new TransportFault('unreadable', `The answer is longer than ${maxBytes} bytes.`);
}
/** Moved repositories redirect. The token goes along, so it goes nowhere but to the same server. */
function redirectOf({ status, headers }, from, method) {
    if (![301, 302, 307, 308].includes(status))
        return undefined;
    const to = URL.parse(headers.get('location') ?? '', from.href);
    if (to === null || to.origin !== from.origin) {
        throw new TransportFault('redirect', `GitHub redirects to another server (${to?.host ?? 'an unreadable address'}).`);
    }
    if (status < 307 && method !== 'GET') {
        throw new TransportFault('redirect', 'GitHub redirects a write, as for a repository that was renamed.');
    }
    return to;
}
function responseOf({ status, statusText, headers, body }, url) {
    return {
        status,
        statusText,
        headers,
        url: url.href,
        text: async () => body.toString('utf8'),
        arrayBuffer: async () => new Uint8Array(body).buffer,
    };
}
const NEVER_SENT = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ERR_PROXY_TUNNEL',
]);
/** What went wrong, and whether GitHub can have seen the request. */
function faultOf(error, request) {
    if (error instanceof TransportFault)
        return error;
    const code = codeOf(error);
    const isUnsent = NEVER_SENT.has(code) || code.startsWith('ERR_TLS') || request.socket?.connecting === true;
    const message = fetch_textIn(error, 'message') || code || 'The connection failed.';
    return new TransportFault(isUnsent ? 'not-sent' : 'lost', message, { cause: error });
}
function codeOf(error) {
    return fetch_textIn(error, 'code');
}
/** Errors of Node are told by their members: what several attempts at a name failed with has a code and no message. */
function fetch_textIn(error, name) {
    if (typeof error !== 'object' || error === null)
        return '';
    const value = Reflect.get(error, name);
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./packages/github/lib/open-github.js














const TRY_MS = 10_000;
const TOTAL_MS = 90_000;
/** Three hundred comments of the greatest length, as JSON, in GraphQL. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** Opens GitHub for the repository of this run. Makes no call yet. @throws GitHubFailure for a missing token or odd variables of the runner */
async function openGitHub(request) {
    if (request.token.trim() === '') {
        throw new GitHubFailure('token', 'The input `github-token` is empty. Leave it out to use the token of the job.');
    }
    const run = await readRunContext(request.env);
    const client = await openClient(request, run);
    const asking = { run, client, repository: { owner: run.repository.owner, repo: run.repository.name } };
    return {
        run,
        ...pullRequestQuestions(asking),
        ...commentQuestions(asking),
        environmentApprovals: environmentApprovalsQuestion(asking),
        accounts: accountsQuestion(asking),
        environment: environmentQuestion(asking),
        deployments: deploymentsQuestion(asking),
        compare: compareQuestion(asking),
        contributors: contributorsQuestion(asking),
        branchContains: branchQuestion(asking),
        tag: tagQuestion(asking),
    };
}
async function openClient(request, run) {
    const { token, env, signal, tryMs = TRY_MS, totalMs = TOTAL_MS, pace = REAL_PACE } = request;
    const debug = (line) => request.log?.debug(line);
    const redact = (text) => text.replaceAll(token, '***');
    const fetch = createFetch({ tryMs, maxBytes: MAX_ANSWER_BYTES, env });
    // Loaded here and not above: it reads variables and files of the process when it is imported, and stops it when it cannot.
    const { getOctokit } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 413));
    const octokit = getOctokit(token, {
        baseUrl: run.urls.api,
        userAgent: 'plimsoll',
        request: { fetch, signal },
        log: { debug, info: debug, warn: debug, error: debug },
    });
    const headers = { 'x-github-api-version': '2022-11-28' };
    const send = (route, parameters) => octokit.request(route, { ...parameters, headers });
    return createClient({ send, graphqlUrl: run.urls.graphql, signal, totalMs, pace, debug, redact });
}

;// CONCATENATED MODULE: ./packages/github/lib/pull-request-of.js
/** Which pull request a run is about: the one its event names, else the one that brought its commit to its branch. */
function pullRequestOf({ event, ref, commit }) {
    return event.about ?? { kind: 'commit', sha: commit, base: ref.kind === 'branch' ? ref.name : undefined };
}

;// CONCATENATED MODULE: ./packages/github/lib/index.js






;// CONCATENATED MODULE: ./packages/comments/lib/find-pull-request.js

/**
 * The number of the pull request that is meant: the one that was named, else the one that brought the named commit, else the one this run is about.
 * No call where the event names it, otherwise one. Undefined when there is none, as after a push without one.
 */
async function find_pull_request_findPullRequest(port, wish) {
    const question = questionOf(port, wish);
    if (question.kind === 'number')
        return question.number;
    return (await port.pullRequest(question))?.number;
}
function questionOf({ run }, { number, sha }) {
    if (number !== undefined)
        return { kind: 'number', number };
    const about = pullRequestOf(run);
    if (sha === '' || about.kind === 'number')
        return about;
    return { kind: 'commit', sha, base: run.ref.kind === 'branch' ? run.ref.name : undefined };
}

;// CONCATENATED MODULE: ./packages/comments/lib/generation.js
/** Below zero when `a` is of an older run than `b`, above when of a newer one, zero within one attempt of one run. */
function compareGenerations(a, b) {
    return a.run - b.run || a.attempt - b.attempt;
}

;// CONCATENATED MODULE: ./packages/comments/lib/marker.js

const OPEN = '<!-- plimsoll:comment@1 ';
const CLOSE = ' -->';
/** More than nine entries with the longest titles, every sign of which is escaped. */
const LONGEST = 10_000;
/** How many earlier runs are remembered. */
const MOST_EARLIER = 8;
const LONGEST_TITLE = 100;
/** A time, a tone, a commit: longer ones are not of ours, and would leave no room. */
const LONGEST_WORD = 40;
/** The first line of a comment, without its line end. Whatever the texts hold, it is one line and ends where it should. */
function markerLine({ id, part, pages, nonce, entry, earlier }) {
    return `${OPEN}${marker_hidden({ id, part, pages, nonce, entry: shortened(entry), earlier: earlier.map(shortened) })}${CLOSE}`;
}
/** What is kept of a comment that is about to be replaced: its own entry, unless it is of the same run, and those before. Newest first. */
function earlierAfter(replaced, entry) {
    if (replaced === undefined)
        return [];
    const all = [replaced.entry, ...replaced.earlier];
    return all.filter((one) => compareGenerations(one, entry) !== 0).slice(0, MOST_EARLIER);
}
/** Whose comment this is; undefined for one without a marker in its first line, or with one that is damaged. */
function readMarker(body) {
    const line = body.slice(0, LONGEST).split(/\r?\n/u, 1)[0] ?? '';
    if (!line.startsWith(OPEN) || !line.endsWith(CLOSE))
        return undefined;
    return markerFrom(marker_parsed(line.slice(OPEN.length, -CLOSE.length)));
}
/** A text of the user in which nothing can be taken for a marker, wherever in the comment it comes to stand. */
function withoutMarkers(text) {
    return text.replaceAll(/<!--(\s*)plimsoll:/giu, '<!--$1not plimsoll:');
}
function shortened({ run, attempt, at, tone, title, commit }) {
    const word = (text) => text.slice(0, LONGEST_WORD).toWellFormed();
    const short = title.slice(0, LONGEST_TITLE).toWellFormed();
    return { run, attempt, at: word(at), tone: word(tone), title: short, commit: word(commit) };
}
/** JSON that neither ends the HTML comment it is in nor makes another one. */
function marker_hidden(value) {
    return JSON.stringify(value).replaceAll(/[<>\u2028\u2029-]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function marker_parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function marker_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function markerFrom(value) {
    if (!marker_isRecord(value))
        return undefined;
    const { id, part, pages, nonce, earlier } = value;
    const entry = entryFrom(value['entry']);
    if (typeof id !== 'string' || typeof nonce !== 'string' || !isCount(part) || entry === undefined)
        return undefined;
    const entries = Array.isArray(earlier) ? earlier.map(entryFrom).filter((one) => one !== undefined) : [];
    return { id, part, pages: isCount(pages) ? pages : 1, nonce, entry, earlier: entries.slice(0, MOST_EARLIER) };
}
function entryFrom(value) {
    if (!marker_isRecord(value))
        return undefined;
    const { run, attempt } = value;
    if (!isCount(run) || !isCount(attempt))
        return undefined;
    const text = (name) => (typeof value[name] === 'string' ? value[name] : '');
    return shortened({ run, attempt, at: text('at'), tone: text('tone'), title: text('title'), commit: text('commit') });
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

;// CONCATENATED MODULE: ./packages/comments/lib/own-comments.js



/** Our comments with this id, oldest first. When the edges of a long conversation hold none, or not all pages of it, all of it is read. */
async function markedComments({ port, number, id }) {
    const edges = await read(port, { number, reach: 'edges' });
    const found = marked(edges.comments, id);
    if (edges.complete || isWhole(found))
        return found;
    return marked((await read(port, { number, reach: 'all' })).comments, id);
}
/** Every one of them, to the last. */
async function allMarkedComments({ port, number, id }) {
    return marked((await read(port, { number, reach: 'all' })).comments, id);
}
/** Whether the oldest text is there with every page it goes on in. */
function isWhole(found) {
    const first = found.find(isFirstPart);
    const pages = found.filter(({ marker }) => marker.nonce === first?.marker.nonce);
    return first !== undefined && pages.length >= first.marker.pages;
}
function isFirstPart({ marker }) {
    return marker.part === 1;
}
/** Whether a newer run than this wrote it. */
function isNewer({ marker }, mine) {
    return compareGenerations(marker.entry, mine) > 0;
}
async function read(port, question) {
    const own = await port.ownComments(question);
    if (own !== undefined)
        return own;
    throw new GitHubFailure('not-found', `There is no pull request #${question.number} in this repository that the token can see. Check \`number\`.`);
}
function marked(comments, id) {
    return comments.flatMap((comment) => {
        const marker = readMarker(comment.body);
        return marker?.id === id ? [{ ...comment, marker }] : [];
    });
}

;// CONCATENATED MODULE: ./packages/message/lib/escape/inert-markdown.js
/**
 * Invisible, and enough to part what GitHub would take for a mention, a reference, an address or an emoji: it looks for those
 * in the finished text, after entities were decoded, so an entity alone does not stop it.
 */
const GAP = '&#8203;';
/** Parts a text as well, and is not copied with it. */
const CODE_GAP = '<wbr>';
/** What can begin structure, HTML, a link, a formula or a cell. Letters and digits never can. */
const SPECIAL = /[\\`*_[\]<>#|~&$@!]|^[-+=]|^\d+(?=[.)](?:\s|$))|:(?=\/\/|[\w+-]+:)|(?<=\bwww)\./giu;
const MENTION = /(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/gu;
const REFERENCE = /#(?=\d)/gu;
const SHORT_REFERENCE = /\bGH-(?=\d)/giu;
const SCHEME = /:(?=\/\/)/gu;
const DOMAIN = /\bwww(?=\.)/giu;
/** cmark-gfm (extensions/autolink.c, postprocess_text) makes a link of it, in code too. */
const MAIL_ADDRESS = /@(?=[\w-]*\.[A-Za-z0-9])/gu;
/** Not the minutes of a time: no emoji has a name of two digits. */
const EMOJI = /:(?=(?!\d\d?:)[\w+-]+:)/gu;
const COMMIT = /(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/giu;
/** Seven digits are a commit already, so no piece of one may have as many. */
const DIGITS_OF_NO_COMMIT = /.{6}(?=.)/gu;
/** Placed where a gap belongs while the rest is escaped; clean text holds no such character. */
const HOLD = '\u200B';
/**
 * One line of foreign text as GitHub Markdown that shows exactly that text and sets nothing off: no mention, reference, link, HTML or markup.
 * For comments, which notify people. (`escapeMarkdown` of action-kit is for job summaries, which do not: there a text stays as one copies it.)
 */
function inertMarkdownLine(text) {
    return withEntities(parted(text)).replaceAll(HOLD, GAP);
}
/** Foreign text of several lines; empty lines part paragraphs, others break the line. */
function inertMarkdownText(text) {
    const paragraphs = text
        .split(/\n(?:[ ]*\n)+/u)
        .map((paragraph) => paragraph.split('\n').map((line) => inertMarkdownLine(line.trim())));
    return paragraphs.map((lines) => lines.join('<br>\n')).join('\n\n');
}
/** Foreign text as code in the middle of a line or cell. GitHub looks for no mentions and references in code, only for mail addresses. */
function inertMarkdownCode(text) {
    const inert = withEntities(text.replace(MAIL_ADDRESS, `@${HOLD}`)).replaceAll(HOLD, CODE_GAP);
    return text === '' ? '' : `<code>${inert}</code>`;
}
/** Entities are decoded after the structure is parsed, so an escaped character cannot take part in any. */
function withEntities(text) {
    return text.replace(SPECIAL, (special) => Array.from(special, (one) => `&#${one.codePointAt(0)};`).join(''));
}
function parted(text) {
    return text
        .replace(MENTION, `@${HOLD}`)
        .replace(MAIL_ADDRESS, `@${HOLD}`)
        .replace(EMOJI, `:${HOLD}`)
        .replace(REFERENCE, `#${HOLD}`)
        .replace(SHORT_REFERENCE, (match) => `${match}${HOLD}`)
        .replace(SCHEME, `:${HOLD}`)
        .replace(DOMAIN, (match) => `${match}${HOLD}`)
        .replace(COMMIT, (match) => match.replace(DIGITS_OF_NO_COMMIT, `$&${HOLD}`));
}

;// CONCATENATED MODULE: ./packages/message/lib/looks.js
const looks_LOOKS = {
    started: { symbol: '🚀', colour: 0x2f81f7, cardColour: 'accent' },
    succeeded: { symbol: '✅', colour: 0x2da44e, cardColour: 'good' },
    failed: { symbol: '❌', colour: 0xcf222e, cardColour: 'attention' },
    'rolled-back': { symbol: '↩️', colour: 0xbf8700, cardColour: 'warning' },
    neutral: { symbol: 'ℹ️', colour: 0x6e7781, cardColour: 'default' },
};
const looks_MARKS = { good: '✅', bad: '❌', unclear: '❔', plain: '•' };
/** The sentence with which a message says what had no room in it; empty when all had. */
function looks_leftOutText(leftOut) {
    return leftOut.length === 0 ? '' : `Left out to stay within the receiver's limits: ${leftOut.join(', ')}.`;
}

;// CONCATENATED MODULE: ./packages/message/lib/mentions.js
const NOBODY = { slack: [], discord: [], teams: [] };
const SLACK = /^(?:<@[UW][A-Z0-9]{2,30}>|<!subteam\^[A-Z0-9]{2,30}>|<!(?:here|channel|everyone)>)$/u;
const DISCORD = /^(?:<@!?\d{5,25}>|<@&\d{5,25}>|@everyone|@here)$/u;
const TEAMS = /^<at>([A-Za-z0-9._%+-]{1,100}@[A-Za-z0-9.-]{1,150}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/at>$/iu;
/** A line such as `failed: <@U123> <@&456>`; undefined when it is not of this form. */
function readMentionRule(line) {
    const colon = line.indexOf(':');
    const event = line.slice(0, Math.max(0, colon)).trim();
    const words = line
        .slice(colon + 1)
        .split(/\s+/u)
        .filter((word) => word !== '');
    if (event === '' ||
        words.length === 0 ||
        !words.every((word) => SLACK.test(word) || DISCORD.test(word) || TEAMS.test(word))) {
        return undefined;
    }
    return { event, who: byReceiver(words) };
}
/** Everybody who is to be called at this event, once each. */
function mentionsFor(event, rules) {
    const called = rules.filter((rule) => rule.event === event).map(({ who }) => who);
    return {
        slack: once(called.flatMap(({ slack }) => slack)),
        discord: once(called.flatMap(({ discord }) => discord)),
        teams: once(called.flatMap(({ teams }) => teams)),
    };
}
/** More than this calls nobody any better, and has to leave room for the message. */
const MOST_CALLED = 20;
function once(words) {
    return [...new Set(words)].slice(0, MOST_CALLED);
}
function byReceiver(words) {
    return {
        slack: words.filter((word) => SLACK.test(word)),
        discord: words.filter((word) => DISCORD.test(word)),
        teams: words.flatMap((word) => TEAMS.exec(word)?.[1] ?? []),
    };
}

;// CONCATENATED MODULE: ./packages/message/lib/text/clean.js
const ESCAPE = String.fromCharCode(0x1b);
/** `ESC [ 31 m` and other sequences that terminals obey. */
const TERMINAL_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]`, 'gu');
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
/**
 * Characters that nobody sees and that change what is seen: controls, marks that turn the direction of writing, tags, and
 * halves of characters. What joins letters and emoji and chooses their shape stays.
 */
const INVISIBLE = /(?!\n|\t|\u200C|\u200D|[\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** A text without anything that a receiver could stumble over: well-formed Unicode, ends of lines as LF, nothing invisible. */
function cleanText(text) {
    return text
        .toWellFormed()
        .replace(TERMINAL_SEQUENCE, '')
        .replace(LINE_END, '\n')
        .replace(INVISIBLE, '')
        .replaceAll('\t', ' ');
}
/** The same on one line. */
function cleanLine(text) {
    return cleanText(text).replace(/\s+/gu, ' ').trim();
}

;// CONCATENATED MODULE: ./packages/message/lib/place.js

const LONGEST_NAME = 255;
/**
 * Where this run happens, from the variables that the runner sets (GITHUB_REPOSITORY, GITHUB_RUN_ID …). Addresses are only
 * made from what has the shape of a server, a repository, a number and a commit; else they stay empty.
 *
 * @param commit the commit the story is about, where it is not that of the run
 */
function placeOf(env, commit = '') {
    const name = (variable) => cleanLine((env[variable] ?? '').slice(0, LONGEST_NAME));
    const repository = matching(env['GITHUB_REPOSITORY'], /^[\w.-]{1,100}\/[\w.-]{1,100}$/u);
    const sha = matching(commit || env['GITHUB_SHA'], /^[0-9a-f]{7,64}$/u);
    const id = matching(env['GITHUB_RUN_ID'], /^\d{1,20}$/u);
    const base = baseOf(env['GITHUB_SERVER_URL'], repository);
    return {
        repository,
        workflow: name('GITHUB_WORKFLOW'),
        ref: name('GITHUB_REF_NAME'),
        actor: name('GITHUB_TRIGGERING_ACTOR') || name('GITHUB_ACTOR'),
        commit: sha,
        commitUrl: base === '' || sha === '' ? '' : `${base}/commit/${sha}`,
        run: runName(env),
        runUrl: base === '' || id === '' ? '' : `${base}/actions/runs/${id}${attemptPath(env)}`,
    };
}
function matching(text, pattern) {
    return text !== undefined && pattern.test(text) ? text : '';
}
function baseOf(server, repository) {
    const origin = matching(server, /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/u);
    return origin === '' || repository === '' ? '' : `${origin}/${repository}`;
}
function attemptOf(env) {
    const attempt = matching(env['GITHUB_RUN_ATTEMPT'], /^\d{1,9}$/u);
    return attempt === '1' ? '' : attempt;
}
function attemptPath(env) {
    const attempt = attemptOf(env);
    return attempt === '' ? '' : `/attempts/${attempt}`;
}
function runName(env) {
    const number = matching(env['GITHUB_RUN_NUMBER'], /^\d{1,9}$/u);
    const attempt = attemptOf(env);
    if (number === '')
        return '';
    return attempt === '' ? `#${number}` : `#${number}, attempt ${attempt}`;
}

;// CONCATENATED MODULE: ./packages/message/lib/text/cut.js
/** What stands at the end of a text that goes on. */
const CUT_MARK = '…';
/** How far back a cut may go to fall between words, as a share of what is kept. */
const SEARCHED = 0.15;
/**
 * The longest beginning of a text that measures at most so much, with a mark that it goes on. It ends between words where
 * one is near, and never within a character. The text is cut before it is escaped, so no escape is ever cut.
 */
function cut_cutTo(text, most, measure = lengthOf) {
    // Escaping never makes a text shorter, so what is beyond the limit already need not be measured at all.
    const near = text.slice(0, Math.max(0, most) + 1);
    if (near.length === text.length && measure(text) <= most)
        return text;
    if (measure(CUT_MARK) > most)
        return '';
    let [fits, fails] = [0, near.length + 1];
    while (fails - fits > 1) {
        const middle = Math.floor((fits + fails) / 2);
        if (measure(near.slice(0, middle).toWellFormed() + CUT_MARK) <= most)
            fits = middle;
        else
            fails = middle;
    }
    return between(near, fits) + CUT_MARK;
}
function lengthOf(text) {
    return text.length;
}
/** The beginning up to a good place at or before `end`. */
function between(text, end) {
    const whole = wholeCharacters(text, end);
    const earliest = Math.max(1, whole.length * (1 - SEARCHED));
    const word = back(whole, { from: whole.length, to: earliest, over: (character) => !SPACE.test(character) });
    const space = back(whole, { from: word, to: earliest, over: (character) => SPACE.test(character) });
    const isBetween = space < word && !SPACE.test(whole.charAt(space - 1));
    return isBetween ? whole.slice(0, space) : whole;
}
const SPACE = /\s/u;
/** A step at a time, since a pattern looks at a long run of spaces once for each of them. */
function back(text, { from, to, over }) {
    let at = from;
    while (at - 1 >= to && over(text.charAt(at - 1)))
        at -= 1;
    return at;
}
/** Characters that belong to the one before them: joiners, marks, variations, skin tones. */
const BELONGS = /^(?:\p{M}|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}])/u;
/** How many joined characters are looked at: a pile of marks without end must not cost the whole text. */
const MOST_JOINED = 32;
function wholeCharacters(text, end) {
    let at = isInsidePair(text, end) ? end - 1 : end;
    for (let step = 0; step < MOST_JOINED && at > 0 && isJoined(text, at); step += 1) {
        at -= isInsidePair(text, at - 1) ? 2 : 1;
    }
    return text.slice(0, at);
}
/** Whether what is before a place and what is after it are seen as one. */
function isJoined(text, at) {
    return text[at - 1] === '\u200D' || BELONGS.test(text.slice(at, at + 2));
}
function isInsidePair(text, at) {
    const [high, low] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

;// CONCATENATED MODULE: ./packages/message/lib/render/split-markdown.js

/** Room for the fence that closes a page and opens the next one. */
const FENCE_ROOM = 200;
/**
 * Parts a Markdown text into pages, none longer than `mostCharacters` (UTF-16; at least 1,000): between paragraphs, else
 * between lines, and only inside a line that is longer than a page. A block of code that goes on is closed at the end of a
 * page and opened again on the next one. Joined, the pages hold every character of the text.
 */
function splitMarkdown(markdown, mostCharacters) {
    const pages = [];
    let [rest, opening] = [markdown, ''];
    while (opening.length + rest.length > mostCharacters) {
        const room = mostCharacters - opening.length - FENCE_ROOM;
        const end = endOfPage(rest, room);
        const page = opening + rest.slice(0, end);
        const fence = openFence(page);
        pages.push(fence === undefined ? page : `${page.replace(/\n?$/u, '\n')}${fence.marks}`);
        rest = rest.slice(end);
        opening = fence === undefined ? '' : `${fence.line}\n`;
    }
    return rest === '' && pages.length > 0 ? pages : [...pages, opening + rest];
}
/** Where a page of at most so many characters ends best. */
function endOfPage(text, room) {
    const page = text.slice(0, room);
    const paragraph = page.lastIndexOf('\n\n');
    if (paragraph > room / 2)
        return paragraph + 2;
    const line = page.lastIndexOf('\n');
    if (line > 0)
        return line + 1;
    return Math.max(1, cut_cutTo(text, room).length - 1);
}
const LONGEST_FENCE = 80;
/** The block of code that a page leaves open, as CommonMark defines it (spec.commonmark.org, "Fenced code blocks"). */
function openFence(page) {
    let open;
    for (const line of page.split('\n')) {
        const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/u.exec(line) ?? [];
        if (marks === '')
            continue;
        if (open === undefined)
            open = opened(line.trim(), marks, info);
        else if (marks.startsWith(open.marks) && info.trim() === '')
            open = undefined;
    }
    return open;
}
function opened(line, marks, info) {
    if (marks.startsWith('`') && info.includes('`'))
        return undefined;
    return {
        line: line.length <= LONGEST_FENCE ? line : marks.slice(0, LONGEST_FENCE),
        marks: marks.slice(0, LONGEST_FENCE),
    };
}

;// CONCATENATED MODULE: ./packages/message/lib/render/closed-markdown.js

/**
 * A Markdown text of the user, with an end for what it leaves open: a block of code that was cut off, a comment, a folded part. What follows it
 * would else be hidden in there. A text that closes what it opens stays as it is.
 */
function closedMarkdown(markdown) {
    const fence = openFence(markdown);
    if (fence !== undefined)
        return `${markdown.replace(/\n?$/u, '\n')}${fence.marks}`;
    const prose = withoutCode(markdown);
    const ends = [...openBlocks(prose), ...Array.from({ length: openDetails(prose) }, () => '</details>')];
    return ends.length === 0 ? markdown : `${markdown}\n${ends.join('\n\n')}`;
}
/** HTML that goes on over empty lines until its own end (spec.commonmark.org, "HTML blocks", conditions 1 to 5). */
const BLOCKS = [
    ...['pre', 'script', 'style', 'textarea'].map((name) => [new RegExp(`^ {0,3}<${name}(?=[\\s>]|$)`, 'gimu'), `</${name}>`]),
    [/^ {0,3}<!--/gmu, '-->'],
    [/^ {0,3}<\?/gmu, '?>'],
    [/^ {0,3}<!\[CDATA\[/gmu, ']]>'],
    [/^ {0,3}<![A-Za-z]/gmu, '>'],
];
function openBlocks(prose) {
    const lower = prose.toLowerCase();
    return BLOCKS.flatMap(([begin, end]) => {
        const last = [...prose.matchAll(begin)].at(-1);
        return last === undefined || lower.indexOf(end.toLowerCase(), last.index) >= 0 ? [] : [end];
    });
}
/** In code nothing of this has a meaning. */
function withoutCode(markdown) {
    let fence = '';
    const prose = markdown.split('\n').filter((line) => {
        const before = fence;
        fence = fenceAfter(fence, line);
        return before === '' && fence === '';
    });
    return prose.join('\n').replaceAll(/(?<!`)(`+)(?!`)[^`]+\1(?!`)/gu, '');
}
/** What opens the block of code that goes on after a line; empty outside of one. */
function fenceAfter(open, line) {
    const [, marks = '', info = ''] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/u.exec(line) ?? [];
    if (open === '')
        return marks;
    return marks.startsWith(open) && info.trim() === '' ? '' : open;
}
function openDetails(prose) {
    const opened = prose.match(/<details\b/giu)?.length ?? 0;
    const closed = prose.match(/<\/details\b/giu)?.length ?? 0;
    return Math.min(MOST_OPEN, Math.max(0, opened - closed));
}
/** Nobody folds deeper. */
const MOST_OPEN = 20;

;// CONCATENATED MODULE: ./packages/message/lib/detail.js
const EVERYTHING = {
    title: 1_000,
    text: 60_000,
    fields: 200,
    fieldText: 8_000,
    stages: 200,
    summary: 2_000,
    lines: 500,
    word: 500,
    broken: 50,
    notes: 20,
};
const MUCH = {
    ...EVERYTHING,
    title: 250,
    text: 20_000,
    fields: 50,
    fieldText: 2_000,
    stages: 50,
    lines: 100,
    word: 200,
};
const SOME = {
    ...MUCH,
    text: 6_000,
    fields: 25,
    fieldText: 1_000,
    stages: 20,
    summary: 600,
    lines: 30,
    word: 100,
    broken: 10,
};
const LITTLE = {
    title: 150,
    text: 1_500,
    fields: 10,
    fieldText: 150,
    stages: 10,
    summary: 250,
    lines: 6,
    word: 60,
    broken: 5,
    notes: 3,
};
const LEAST = {
    title: 60,
    text: 60,
    fields: 1,
    fieldText: 20,
    stages: 2,
    summary: 40,
    lines: 0,
    word: 16,
    broken: 1,
    notes: 1,
};
/** From everything to the least; what one seldom reads goes first. The least fits into every receiver. */
const DETAILS = [
    EVERYTHING,
    { ...EVERYTHING, text: 40_000, lines: 200 },
    MUCH,
    { ...MUCH, text: 10_000, lines: 50 },
    SOME,
    { ...SOME, text: 4_000, lines: 20 },
    { ...SOME, text: 2_500, fields: 15, fieldText: 250, stages: 12, summary: 300, lines: 10 },
    LITTLE,
    { ...LITTLE, text: 800, fieldText: 100, stages: 8, lines: 4, word: 40, broken: 3 },
    {
        ...LITTLE,
        title: 120,
        text: 400,
        fields: 5,
        fieldText: 60,
        stages: 6,
        summary: 120,
        lines: 2,
        word: 30,
        broken: 2,
        notes: 2,
    },
    { ...LEAST, title: 80, text: 150, fields: 3, fieldText: 40, stages: 4, summary: 80 },
    LEAST,
];

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

;// CONCATENATED MODULE: ./packages/figures/lib/counted.js
/** `1 sample`, `2 samples`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./packages/figures/lib/duration.js
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Milliseconds for people: `850 ms`, `1.4 s`, `2 min 3 s`, `1 h 5 min`. */
function duration_formatDuration(ms) {
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





;// CONCATENATED MODULE: ./packages/message/lib/stages/verified-text.js
/** How a backup was verified, in words; a word that is not known stays as it is. */
function verifiedText(verified) {
    return WORDS.get(verified) ?? verified;
}
/** A map: a word from outside may be one that every object knows, such as `constructor`. */
const WORDS = new Map([
    ['restore', 'by restoring it'],
    ['checksum', 'by checksum'],
    ['no', 'not verified'],
    ['damaged', 'damaged'],
]);

;// CONCATENATED MODULE: ./packages/message/lib/stages/stage-facts.js


/** So many digits of a share count: `92.3 %` of coverage. */
const DIGITS = 3;
/** The figures of a stage; what its result does not say is not there. */
function factsOf(details) {
    return allFacts(details).filter(({ text }) => text !== '');
}
function allFacts(details) {
    switch (details.kind) {
        case 'gate':
            return gateFacts(details);
        case 'backup':
            return backupFacts(details);
        case 'deployment':
            return deploymentFacts(details);
        case 'verification':
            return verificationFacts(details);
        case 'rollback':
            return rollbackFacts(details);
        case 'other':
            return [];
    }
}
function gateFacts({ tests, failures, coverage, approvers }) {
    return [
        {
            label: 'Tests',
            text: tests === undefined ? '' : `${tests}${failures === undefined ? '' : `, ${failures} failed`}`,
        },
        { label: 'Coverage', text: coverage === undefined ? '' : formatShare(coverage / 100, DIGITS) },
        { label: 'Approved by', text: approvers.join(', ') },
    ];
}
/** Of one host; those of several are a table. */
function backupFacts({ backups: [only, ...others] }) {
    if (only === undefined || others.length > 0)
        return [];
    return [
        { label: 'Backup', text: only.backup },
        { label: 'Size', text: only.bytes === undefined ? '' : formatBytes(only.bytes) },
        { label: 'Verified', text: verifiedText(only.verified) },
    ];
}
function deploymentFacts({ release, previous, changedFiles }) {
    return [
        { label: 'Release', text: release },
        { label: 'Before', text: previous },
        { label: 'Changed files', text: changedFiles === undefined ? '' : String(changedFiles) },
    ];
}
function verificationFacts({ samples, errorRate, latency, confirmed }) {
    const percentiles = Object.entries(latency).flatMap(([name, ms]) => ms === undefined ? [] : [`${name} ${duration_formatDuration(ms)}`]);
    return [
        { label: 'Samples', text: samples === undefined ? '' : String(samples) },
        { label: 'Error rate', text: errorRate === undefined ? '' : formatShare(errorRate, DIGITS) },
        { label: 'Response time', text: percentiles.join(', ') },
        { label: 'Confirmed', text: confirmed },
    ];
}
function rollbackFacts({ release, previous }) {
    return [
        { label: 'Release', text: release },
        { label: 'Before', text: previous },
    ];
}

;// CONCATENATED MODULE: ./packages/message/lib/stages/stage-table.js


/** Hosts of a deployment, rollback or backup, checks of a verification, rules of a gate. */
function tableOf(details) {
    switch (details.kind) {
        case 'gate':
            return ruleTable(details.rules);
        case 'deployment':
            return hostTable(details.hosts);
        case 'verification':
            return checkTable(details.checks);
        case 'rollback':
            return hostTable(details.hosts);
        case 'backup':
            return backupTable(details.backups);
        case 'other':
            return undefined;
    }
}
/** What is not well comes first, since the end of a long table may have no room. */
function badFirst(lines, isGood) {
    return lines.toSorted((a, b) => Number(isGood(a)) - Number(isGood(b)));
}
function ruleTable(rules) {
    const rows = badFirst(rules, ({ verdict }) => verdict === 'pass');
    return {
        what: 'rule',
        heads: ['Rule', 'Verdict', 'Seen', 'Wanted'],
        rows: rows.map(({ rule, verdict, seen, wanted }) => [rule, verdict, seen, wanted]),
    };
}
function checkTable(checks) {
    const rows = badFirst(checks, ({ verdict }) => verdict === 'pass');
    return {
        what: 'check',
        heads: ['Check', 'Verdict', 'Code'],
        rows: rows.map(({ name, verdict, code }) => [name, verdict, code]),
    };
}
function backupTable(backups) {
    if (backups.length < 2)
        return undefined;
    const rows = badFirst(backups, ({ code }) => code === '');
    return {
        what: 'host',
        heads: ['Host', 'Code', 'Backup', 'Size', 'Verified'],
        rows: rows.map(({ host, code, backup, bytes, verified }) => [
            host,
            code,
            backup,
            bytes === undefined ? '' : formatBytes(bytes),
            verifiedText(verified),
        ]),
    };
}
/** States of hosts that nobody has to look at. */
const QUIET = new Set(['healthy', 'planned']);
function hostTable(hosts) {
    const sorted = badFirst(hosts, ({ state }) => QUIET.has(state));
    return {
        what: 'host',
        heads: ['Host', 'State', 'Code', 'Time', 'Sent'],
        rows: sorted.map(({ host, state, code, durationMs, bytes }) => [
            host,
            state,
            code,
            durationMs === undefined ? '' : duration_formatDuration(durationMs),
            bytes === undefined ? '' : formatBytes(bytes),
        ]),
    };
}

;// CONCATENATED MODULE: ./packages/message/lib/stages/stage-title.js

/** `Verification failed (latency) after 14 s`: of our own words alone, so that it needs no escaping. */
function stageTitle(stage) {
    const end = ENDS[stage.verdict];
    const code = stage.code === '' || stage.code === stage.verdict ? '' : ` (${stage.code})`;
    return `${stage_title_subjectOf(stage)} ${end}${code} after ${duration_formatDuration(stage.durationMs)}`;
}
const ENDS = { pass: 'passed', fail: 'failed', inconclusive: 'is inconclusive' };
/** Modes of a verification, in words. */
const MODES = new Map([
    ['pre', 'Verification before the deployment'],
    ['monitor', 'Monitoring'],
]);
/** What the stage did, in words of ours. */
function stage_title_subjectOf({ action, verdict, details }) {
    switch (details.kind) {
        case 'gate':
            return 'Quality gate';
        case 'backup':
            return BACKUPS.get(details.operation) ?? 'Backup';
        case 'deployment':
            return details.isDryRun ? 'Dry run' : 'Deployment';
        case 'verification':
            return MODES.get(details.mode) ?? 'Verification';
        case 'rollback':
            // One that failed before it knew a release reports as little as a list.
            return verdict !== 'pass' && details.did === 'looked' ? 'Rollback' : ROLLBACKS[details.did];
        case 'other':
            // The name of an action has the shape of one: lower-case words with hyphens.
            return action;
    }
}
/** Operations on backups, in words. */
const BACKUPS = new Map([
    ['list', 'List of backups'],
    ['verify', 'Verification of a backup'],
    ['restore', 'Restoring a backup'],
]);
const ROLLBACKS = {
    'went-back': 'Rollback',
    'was-there': 'Rollback',
    confirmed: 'Confirmation',
    looked: 'List of releases',
};

;// CONCATENATED MODULE: ./packages/message/lib/stages/targets.js

const TARGETS = [
    { what: 'gate', atMostMs: 8 * 60_000, isOf: ({ kind }) => kind === 'gate' },
    {
        what: 'backup',
        atMostMs: 30_000,
        isOf: ({ details }) => details.kind === 'backup' && details.operation === 'create',
    },
    {
        what: 'deployment',
        atMostMs: 2 * 60_000,
        isOf: ({ details }) => details.kind === 'deployment' && !details.isDryRun,
    },
    {
        what: 'verification',
        atMostMs: 20_000,
        // Looking before deploys nothing, and a window takes as long as somebody asked for.
        isOf: ({ details }) => details.kind === 'verification' && details.mode === 'post',
    },
    {
        what: 'rollback',
        atMostMs: 2 * 60_000,
        isOf: ({ details }) => details.kind === 'rollback' && details.did === 'went-back',
    },
];
/** What a stage is measured against; undefined for those that take as long as somebody asked for. */
function targets_targetOf(stage) {
    return TARGETS.find(({ isOf }) => isOf(stage));
}
/** The target that a stage missed. Of one that failed there is more to say than how long it took. */
function targets_missedTarget(stage) {
    const target = targets_targetOf(stage);
    if (stage.verdict !== 'pass' || target === undefined)
        return undefined;
    return stage.durationMs > target.atMostMs ? target : undefined;
}
/** One sentence for each stage that took longer than its target; none when all were in time. */
function missedTargets(stages) {
    return stages.flatMap((stage) => {
        const target = targets_missedTarget(stage);
        if (target === undefined)
            return [];
        return [
            `The ${target.what} took ${duration_formatDuration(stage.durationMs)}; its target is ${duration_formatDuration(target.atMostMs)}.`,
        ];
    });
}

;// CONCATENATED MODULE: ./packages/message/lib/document.js






const ANY_ROOM = { most: Number.POSITIVE_INFINITY, measure: ({ length }) => length };
/** The story in so much detail. */
function documentOf(story, detail, titleRoom = ANY_ROOM) {
    const cuts = new Cuts();
    const stages = chosen(story.stages, detail.stages);
    return {
        tone: story.tone,
        title: cuts.text('the title', cuts.within('the title', story.title, titleRoom), detail.title),
        text: cuts.text('the text', story.text, detail.text),
        facts: headFacts(story).map(({ label, text }) => ({
            label,
            text: cuts.text('names', text, label === 'Reason' ? detail.summary : detail.word),
        })),
        fields: cuts.list('field', story.fields, detail.fields).map(({ name, value }) => ({
            name: cuts.text('fields', name, detail.word),
            value: cuts.text('fields', value, detail.fieldText),
        })),
        sections: [
            ...stages.map((stage) => sectionOf(stage, detail, cuts)),
            ...cuts.list('further failure', story.broken, detail.broken).map(brokenSection),
        ],
        notes: cuts.list('note', story.notes, detail.notes),
        links: linksOf(story),
        at: story.endedAt,
        leftOut: [
            ...(stages.length === story.stages.length ? [] : [counted(story.stages.length - stages.length, 'stage')]),
            ...cuts.named(),
        ],
    };
}
/** Keeps account of what is cut, so that it can be said. */
class Cuts {
    #lists = new Map();
    #texts = new Set();
    text(what, text, most) {
        return this.within(what, text, { ...ANY_ROOM, most });
    }
    within(what, text, { most, measure }) {
        const cut = cut_cutTo(text, most, measure);
        if (cut !== text)
            this.#texts.add(what);
        return cut;
    }
    list(what, list, most) {
        if (list.length > most)
            this.#lists.set(what, (this.#lists.get(what) ?? 0) + list.length - most);
        return list.slice(0, most);
    }
    named() {
        const lists = [...this.#lists].map(([what, count]) => counted(count, what));
        return [...lists, ...[...this.#texts].map((what) => `the end of ${what}`)];
    }
}
/** What went wrong is told before what went well, and the last stages before the first; shown in their order. */
function chosen(stages, most) {
    if (stages.length <= most)
        return stages;
    const ranked = stages.toReversed().toSorted((a, b) => Number(a.verdict === 'pass') - Number(b.verdict === 'pass'));
    const kept = new Set(ranked.slice(0, most));
    return stages.filter((stage) => kept.has(stage));
}
function headFacts({ environment, version, release, reason, durationMs, place }) {
    const why = reason === undefined ? '' : reason.code === '' ? reason.text : `${reason.code}: ${reason.text}`;
    const facts = [
        { label: 'Environment', text: environment },
        { label: 'Version', text: version },
        { label: 'Live release', text: release },
        { label: 'Reason', text: why },
        { label: 'Duration', text: durationMs === undefined ? '' : duration_formatDuration(durationMs) },
        { label: 'Repository', text: place.repository },
        { label: 'Branch or tag', text: place.ref },
        { label: 'By', text: place.actor },
    ];
    return facts.filter(({ text }) => text !== '');
}
function sectionOf(stage, detail, cuts) {
    const table = tableOf(stage.details);
    const rows = cuts.list(table?.what ?? '', table?.rows ?? [], detail.lines);
    const word = (text) => cuts.text('names', text, detail.word);
    return {
        stage,
        mark: stage.verdict === 'pass' ? 'good' : stage.verdict === 'fail' ? 'bad' : 'unclear',
        title: stageTitle(stage),
        summary: cuts.text('summaries', stage.summary, detail.summary),
        facts: [...factsOf(stage.details), ...targetFact(stage)].map(({ label, text }) => ({ label, text: word(text) })),
        table: table === undefined || rows.length === 0
            ? undefined
            : { heads: table.heads, rows: rows.map((row) => row.map(word)) },
    };
}
/** Only where it was missed: what is in time needs no words. */
function targetFact(stage) {
    const target = targets_missedTarget(stage);
    return target === undefined ? [] : [{ label: 'Target', text: `${duration_formatDuration(target.atMostMs)}, missed` }];
}
function brokenSection({ kind, name, end }) {
    const what = kind === 'job' ? 'Job' : 'Step';
    const title = `${what} ${end === 'failure' ? 'failed' : 'was cancelled'}`;
    return { stage: undefined, mark: 'bad', title, summary: name, facts: [], table: undefined };
}
function linksOf({ place }) {
    const links = [
        { label: place.run === '' ? 'Run' : `Run ${place.run}`, url: place.runUrl },
        { label: `Commit ${place.commit.slice(0, 7)}`, url: place.commitUrl },
    ];
    return links.filter(({ url }) => url !== '');
}

;// CONCATENATED MODULE: ./packages/message/lib/fit.js


/** The message in the most detail that has room. The least detail is made to fit into every receiver. */
function fit_inMostDetail({ story, render, fits, titleRoom }) {
    const attempt = (detail) => {
        const document = documentOf(story, detail, titleRoom);
        return { payload: render(document), leftOut: document.leftOut };
    };
    let rendered = attempt(DETAILS[0]);
    for (const detail of DETAILS.slice(1)) {
        if (fits(rendered.payload))
            return rendered;
        rendered = attempt(detail);
    }
    return rendered;
}

;// CONCATENATED MODULE: ./packages/message/lib/render/discord.js




/** Limits of a Discord message (docs.discord.com/developers/resources/message, "Embed Limits", and webhook, "Execute Webhook"). */
const DISCORD_LIMITS = {
    content: 2_000,
    embeds: 10,
    title: 256,
    description: 4_096,
    fields: 25,
    fieldName: 256,
    fieldValue: 1_024,
    footer: 2_048,
    author: 256,
    /** Title, description, names and values of fields, footer and author of all embeds together. */
    total: 6_000,
};
/** The story as the body of a Discord webhook: one embed, and the mentions that were asked for, which alone may call anybody. */
function renderDiscord(story, mentions) {
    const { payload, leftOut } = inMostDetail({
        story,
        render: embedOf,
        fits,
        titleRoom: { most: DISCORD_LIMITS.title, measure: (title) => titleOf(story.tone, title).length },
    });
    const { title, description, fields, footer, looks } = payload;
    const embed = {
        title,
        ...(description === '' ? {} : { description }),
        fields: fields.map(({ name, value, inline }) => ({ name, value, inline })),
        ...(footer === '' ? {} : { footer: { text: footer } }),
        ...looks,
    };
    return {
        payload: { content: mentions.discord.join(' '), allowed_mentions: allowed(mentions), embeds: [embed] },
        leftOut,
    };
}
function titleOf(tone, title) {
    return `${LOOKS[tone].symbol} ${escapeDiscord(title)}`;
}
function fits({ title, description, fields, footer }) {
    const texts = [title, description, footer, ...fields.flatMap(({ name, value }) => [name, value])];
    return (description.length <= DISCORD_LIMITS.description &&
        footer.length <= DISCORD_LIMITS.footer &&
        fields.length <= DISCORD_LIMITS.fields &&
        fields.every(({ name }) => name.length <= DISCORD_LIMITS.fieldName) &&
        texts.reduce((sum, text) => sum + text.length, 0) <= DISCORD_LIMITS.total);
}
function embedOf(document) {
    const { tone, title, at, links, notes, leftOut } = document;
    return {
        title: titleOf(tone, title),
        description: descriptionOf(document),
        fields: fieldsOf(document),
        // Markup means nothing in a footer, so what stands there is as it is.
        footer: [...notes, leftOutText(leftOut)].filter((note) => note !== '').join(' '),
        looks: {
            color: LOOKS[tone].colour,
            ...(links[0] === undefined ? {} : { url: links[0].url }),
            ...(at === '' ? {} : { timestamp: at }),
        },
    };
}
function descriptionOf({ text, links }) {
    // Labels and addresses are made of parts of known shape.
    const row = links.map(({ label, url }) => `[${label}](${url})`).join(' · ');
    return [escapeDiscord(text), row].filter((part) => part !== '').join('\n\n');
}
function fieldsOf({ facts, fields, sections }) {
    return [
        ...facts.flatMap(({ label, text }) => fieldsFor(label, text)),
        ...fields.flatMap(({ name, value }) => fieldsFor(name, value)),
        ...sections.flatMap((section) => fieldsFor(`${MARKS[section.mark]} ${section.title}`, sectionText(section))),
    ];
}
/** A field without a name or a value is refused; a zero-width space stands for nothing. */
const NOTHING = '\u200B';
/** Values up to this length stand beside each other. */
const SHORT = 40;
/** One field, or as many as a long text takes. */
function fieldsFor(name, text) {
    const pieces = piecesOf(text, DISCORD_LIMITS.fieldValue, (piece) => escapeDiscord(piece).length);
    return (pieces.length === 0 ? [''] : pieces).map((piece, index) => ({
        name: (index === 0 ? escapeDiscord(name) : '') || NOTHING,
        value: escapeDiscord(piece) || NOTHING,
        inline: text.length <= SHORT && !text.includes('\n'),
    }));
}
function sectionText({ summary, facts, table }) {
    const lines = [
        summary,
        facts.map(({ label, text }) => `${label}: ${text}`).join(' · '),
        ...(table?.rows ?? []).map((row) => `• ${row.filter((cell) => cell !== '').join(' · ')}`),
    ];
    return lines.filter((line) => line !== '').join('\n');
}
/** Only who was asked for; `parse` without entries keeps everybody else from being called. */
function allowed({ discord }) {
    const ids = (pattern) => discord.flatMap((word) => pattern.exec(word)?.[1] ?? []);
    const everyone = discord.some((word) => word === '@everyone' || word === '@here');
    return { parse: everyone ? ['everyone'] : [], users: ids(/^<@!?(\d+)>$/u), roles: ids(/^<@&(\d+)>$/u) };
}

;// CONCATENATED MODULE: ./packages/message/lib/render/generic.js


/** The largest payload that Standard Webhooks advises (standard-webhooks/spec/standard-webhooks.md, "Payload size"). */
const generic_GENERIC_BYTES = 20_000;
/** The story as one JSON document, schema `plimsoll/message@1`. Its texts are clean, and escaped for nobody. */
function generic_renderGeneric(story) {
    return inMostDetail({
        story,
        render: (document) => messageOf(story, document),
        fits: (json) => byteLength(JSON.stringify(json)) <= generic_GENERIC_BYTES,
    });
}
function messageOf({ event, tone, place, reason, endedAt, durationMs }, document) {
    const { title, text, facts, fields, sections, notes, leftOut } = document;
    const named = (label) => facts.find((fact) => fact.label === label)?.text ?? '';
    return {
        schema: 'plimsoll/message@1',
        event,
        tone,
        title,
        text,
        environment: named('Environment'),
        version: named('Version'),
        release: named('Live release'),
        code: reason?.code ?? '',
        reason: named('Reason'),
        repository: place.repository,
        ref: named('Branch or tag'),
        actor: named('By'),
        commit: place.commit,
        commitUrl: place.commitUrl,
        runUrl: place.runUrl,
        endedAt,
        durationMs: durationMs ?? null,
        fields: fields.map(({ name, value }) => ({ name, value })),
        stages: sections.map(stageOf),
        notes,
        leftOut,
    };
}
function stageOf({ stage, title, summary, facts, table }) {
    return {
        title,
        action: stage?.action ?? '',
        verdict: stage?.verdict ?? 'fail',
        code: stage?.code ?? '',
        startedAt: stage?.startedAt ?? '',
        durationMs: stage?.durationMs ?? null,
        summary,
        facts: facts.map(({ label, text }) => ({ name: label, value: text })),
        rows: table === undefined ? [] : rowsOf(table),
    };
}
function rowsOf({ heads, rows }) {
    return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head.toLowerCase(), row[at] ?? ''])));
}

;// CONCATENATED MODULE: ./packages/message/lib/escape/html.js
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Foreign text in HTML, between tags and in quoted attributes. */
function html_escapeHtml(text) {
    return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

;// CONCATENATED MODULE: ./packages/message/lib/render/plain.js


/** The story as plain text, for logs, mail, and whoever takes no more. @param mostCharacters in UTF-16; at least 2,000 */
function plain_renderPlain(story, mostCharacters) {
    return inMostDetail({ story, render: plainOf, fits: (text) => text.length <= mostCharacters });
}
function plainOf(document) {
    const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
    const parts = [
        `${LOOKS[tone].symbol} ${title}`,
        text,
        [
            ...facts.map(({ label, text: says }) => `${label}: ${says}`),
            ...fields.map(({ name, value }) => `${name}: ${value}`),
        ].join('\n'),
        ...sections.map(plain_sectionText),
        notes.join('\n'),
        links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
        leftOutText(leftOut),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function plain_sectionText({ mark, title, summary, facts, table }) {
    const lines = [
        summary,
        facts.map(({ label, text }) => `${label}: ${text}`).join(', '),
        ...(table?.rows ?? []).map((row) => `- ${row.filter((cell) => cell !== '').join(', ')}`),
    ];
    return [`${MARKS[mark]} ${title}`, ...lines.filter((line) => line !== '').map((line) => `  ${line}`)].join('\n');
}

;// CONCATENATED MODULE: ./packages/message/lib/render/mail.js





/** RFC 5322, section 2.1.1: a line has at most 998 characters; shown are far fewer. */
const SUBJECT_CHARACTERS = 200;
/** Gmail clips a message beyond 102 kB; the text stays below it as well. */
const MAIL_CHARACTERS = 60_000;
/**
 * The story as a mail: a summary for those who only want to know that it went well, and an incident report, with what
 * happened when, for those who have to act.
 */
function renderMail(story) {
    const told = isIncident(story) ? story : { ...story, stages: story.stages.map(withoutLines) };
    const text = renderPlain(told, MAIL_CHARACTERS);
    const html = inMostDetail({ story: told, render: htmlOf, fits: (one) => one.length <= MAIL_CHARACTERS });
    const prefix = story.place.repository === '' ? '' : `[${story.place.repository}] `;
    const subject = cutTo(`${prefix}${isIncident(story) ? 'Incident: ' : ''}${story.title}`, SUBJECT_CHARACTERS);
    return {
        payload: { subject, text: text.payload, html: html.payload },
        leftOut: [...new Set([...text.leftOut, ...html.leftOut])],
    };
}
function isIncident({ tone }) {
    return tone === 'failed' || tone === 'rolled-back';
}
/** A summary counts hosts and checks instead of naming them: nobody has to look at any of them. */
function withoutLines(stage) {
    const { details } = stage;
    switch (details.kind) {
        case 'deployment':
        case 'rollback':
            return { ...stage, details: { ...details, hosts: [] } };
        case 'verification':
            return { ...stage, details: { ...details, checks: [] } };
        case 'gate':
            return { ...stage, details: { ...details, rules: [] } };
        case 'backup':
            return { ...stage, details: { ...details, backups: details.backups.length > 1 ? [] : details.backups } };
        case 'other':
            return stage;
    }
}
function htmlOf(document) {
    const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
    const colour = `#${LOOKS[tone].colour.toString(16).padStart(6, '0')}`;
    const all = [...facts, ...fields.map(({ name, value }) => ({ label: name, text: value }))];
    return [
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="font-family:sans-serif">',
        `<h2 style="border-left:6px solid ${colour};padding-left:10px">${LOOKS[tone].symbol} ${escapeHtml(title)}</h2>`,
        text === '' ? '' : `<p>${lines(text)}</p>`,
        factTable(all),
        ...sections.map(sectionHtml),
        ...[...notes, leftOutText(leftOut)]
            .filter((note) => note !== '')
            .map((note) => `<p><em>${escapeHtml(note)}</em></p>`),
        links.length === 0
            ? ''
            : `<p>${links.map(({ label, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`).join(' · ')}</p>`,
        '</body></html>',
    ]
        .filter((part) => part !== '')
        .join('\n');
}
function factTable(facts) {
    const rows = facts.map(({ label, text }) => `<tr><th align="left">${escapeHtml(label)}</th><td>${lines(text)}</td></tr>`);
    return rows.length === 0 ? '' : `<table cellpadding="4">${rows.join('')}</table>`;
}
function sectionHtml({ stage, mark, title, summary, facts, table }) {
    const at = stage === undefined ? '' : ` <small>${stage.startedAt.slice(11, 19)} UTC</small>`;
    return [
        `<h3>${MARKS[mark]} ${escapeHtml(title)}${at}</h3>`,
        summary === '' ? '' : `<p>${escapeHtml(summary)}</p>`,
        factTable(facts),
        table === undefined ? '' : tableHtml(table),
    ].join('');
}
function tableHtml({ heads, rows }) {
    const head = heads.map((one) => `<th align="left">${escapeHtml(one)}</th>`).join('');
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
    return `<table border="1" cellpadding="4" style="border-collapse:collapse"><tr>${head}</tr>${body}</table>`;
}
function lines(text) {
    return text.split('\n').map(escapeHtml).join('<br>');
}

;// CONCATENATED MODULE: ./packages/message/lib/render/markdown.js



/**
 * The story as GitHub Markdown for a comment or a job summary. Texts from outside cannot become markup, mentions or links.
 * @param mostCharacters in UTF-16; at least 4,000
 */
function renderMarkdown(story, mostCharacters) {
    return fit_inMostDetail({ story, render: markdownOf, fits: (markdown) => markdown.length <= mostCharacters });
}
function markdownOf(document) {
    const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
    const parts = [
        `### ${looks_LOOKS[tone].symbol} ${inertMarkdownLine(title)}`,
        inertMarkdownText(text),
        markdown_factTable([
            ...facts.map(toRow),
            ...fields.map(({ name, value }) => [inertMarkdownLine(name), cellText(value)]),
        ]),
        ...sections.map(markdown_sectionText),
        ...notes.map((note) => `> ${inertMarkdownLine(note)}`),
        // Labels and addresses are made of parts of known shape.
        links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
        leftOut.length === 0 ? '' : `*${looks_leftOutText(leftOut)}*`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
/** Names of this kind are copied rather than read. */
const CODE_LABELS = new Set(['Version', 'Live release', 'Release', 'Before', 'Backup', 'Confirmed', 'Branch or tag']);
function toRow({ label, text }) {
    return [label, CODE_LABELS.has(label) ? inertMarkdownCode(text) : inertMarkdownLine(text)];
}
function markdown_factTable(rows) {
    return rows.length === 0
        ? ''
        : ['| | |', '|---|---|', ...rows.map(([label, value]) => `| **${label}** | ${value} |`)].join('\n');
}
function cellText(text) {
    return text.split('\n').map(inertMarkdownLine).join('<br>');
}
function markdown_sectionText({ mark, title, summary, facts, table }) {
    const heading = [`${looks_MARKS[mark]} **${inertMarkdownLine(title)}**`, inertMarkdownLine(summary)]
        .filter((part) => part !== '')
        .join('<br>\n');
    const rows = facts
        .map(toRow)
        .map(([label, value]) => `${label}: ${value}`)
        .join(' · ');
    const lines = [heading, rows].filter((part) => part !== '').join('<br>\n');
    return table === undefined ? lines : `${lines}\n\n${tableText(table, mark)}`;
}
/** What went well is folded away. */
function tableText({ heads, rows }, mark) {
    const lines = [heads, heads.map(() => '---'), ...rows.map((row) => row.map(inertMarkdownLine))].map((cells) => `| ${cells.join(' | ')} |`);
    const table = lines.join('\n');
    return mark === 'good' ? `<details><summary>Details (${rows.length})</summary>\n\n${table}\n\n</details>` : table;
}

;// CONCATENATED MODULE: ./packages/message/lib/render/slack.js





/** Limits of a Slack message. */
const SLACK_LIMITS = {
    /** docs.slack.dev/reference/block-kit/blocks: up to 50 blocks in each message. */
    blocks: 50,
    /** docs.slack.dev/reference/block-kit/blocks/header-block: 150 characters of text. */
    header: 150,
    /** docs.slack.dev/reference/block-kit/blocks/section-block and composition-objects/text-object: 3000 characters of text. */
    text: 3_000,
    /** docs.slack.dev/reference/block-kit/blocks/section-block: 10 fields of 2000 characters. */
    fields: 10,
    field: 2_000,
    /** docs.slack.dev/reference/block-kit/blocks/context-block: 10 elements. */
    elements: 10,
    /**
     * Characters of all blocks together. Not documented; Slack answers `msg_blocks_too_long` beyond about 13,200
     * (slackapi/bolt-js#2509). The blocks are measured as JSON, which is never less than what Slack counts.
     */
    total: 13_200,
};
/** Of the text that stands in notifications: its beginning says enough, and the header says all. */
const LONGEST_PREVIEW = 500;
/**
 * The story as the body of a Slack incoming webhook. Foreign text stands in `plain_text` objects alone, in which Slack knows
 * no markup; `mrkdwn` holds our own words, our own links, and the mentions that were asked for.
 */
function renderSlack(story, mentions) {
    const { payload: blocks, leftOut } = inMostDetail({
        story,
        render: (document) => blocksOf(document, mentions),
        fits: slack_fits,
        titleRoom: { most: SLACK_LIMITS.header, measure: (title) => headerOf(story.tone, title).length },
    });
    const text = cutTo(story.title, LONGEST_PREVIEW, (title) => headerOf(story.tone, title).length);
    // Shown in notifications and by clients without blocks; `parse` and `link_names` keep names in it from calling anybody.
    const preview = { text: headerOf(story.tone, text), parse: 'none', link_names: false };
    return { payload: { ...preview, unfurl_links: false, unfurl_media: false, blocks }, leftOut };
}
function headerOf(tone, title) {
    return escapeSlack(`${LOOKS[tone].symbol} ${title}`);
}
function slack_fits(blocks) {
    const isWithin = (block) => fieldsIn(block).every(({ length }) => length <= SLACK_LIMITS.field);
    return (blocks.length <= SLACK_LIMITS.blocks &&
        blocks.every(isWithin) &&
        JSON.stringify(blocks).length <= SLACK_LIMITS.total);
}
/** Texts of the fields of a section and of the elements of a context: all others are parted by the way they are made. */
function fieldsIn(block) {
    const list = 'fields' in block ? block.fields : 'elements' in block ? block.elements : [];
    return list.map(({ text }) => text);
}
function blocksOf(document, mentions) {
    const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
    const own = [...notes, leftOutText(leftOut)].filter((note) => note !== '');
    return [
        { type: 'header', text: plain(headerOf(tone, title)) },
        ...(mentions.slack.length === 0 ? [] : [section(markup(mentions.slack.join(' ')))]),
        ...textBlocks(text),
        ...fieldBlocks([...facts, ...fields.map(({ name, value }) => ({ label: name, text: value }))]),
        ...sections.flatMap((one) => textBlocks(slack_sectionText(one))),
        ...inGroups(own, SLACK_LIMITS.elements).map((group) => context(group.map((note) => plain(escapeSlack(note))))),
        ...(links.length === 0
            ? []
            : [context([markup(links.map(({ label, url }) => `<${url}|${escapeSlack(label)}>`).join(' · '))])]),
    ];
}
function section(text) {
    return { type: 'section', text };
}
function context(elements) {
    return { type: 'context', elements };
}
/** `emoji: false`, so that `:words:` stay what they are. A text without a character is refused. @param escaped for Slack */
function plain(escaped) {
    return { type: 'plain_text', text: escaped === '' ? ' ' : escaped, emoji: false };
}
/** Of our own words only. `verbatim` keeps Slack from finding links and names in it. */
function markup(text) {
    return { type: 'mrkdwn', text, verbatim: true };
}
/** A text over as many sections as it takes. */
function textBlocks(text) {
    const pieces = piecesOf(text, SLACK_LIMITS.text, (piece) => escapeSlack(piece).length);
    return pieces.map((piece) => section(plain(escapeSlack(piece))));
}
/** Two columns: what it is, and what it says. */
function fieldBlocks(facts) {
    const cells = facts.flatMap(({ label, text }) => [plain(escapeSlack(label)), plain(escapeSlack(text))]);
    return inGroups(cells, SLACK_LIMITS.fields).map((group) => ({ type: 'section', fields: group }));
}
function inGroups(list, size) {
    const starts = Array.from({ length: Math.ceil(list.length / size) }, (_none, index) => index * size);
    return starts.map((start) => list.slice(start, start + size));
}
function slack_sectionText({ mark, title, summary, facts, table }) {
    const lines = [
        `${MARKS[mark]} ${title}`,
        summary,
        ...facts.map(({ label, text }) => `${label}: ${text}`),
        ...(table?.rows ?? []).map((row) => `• ${row.filter((cell) => cell !== '').join(' · ')}`),
    ];
    return lines.filter((line) => line !== '').join('\n');
}

;// CONCATENATED MODULE: ./packages/message/lib/render/teams.js




/**
 * Bytes of a whole message. Microsoft says "about 28 KB" with all markup
 * (learn.microsoft.com/connectors/teams, "Message size limit"), and others saw messages refused beyond 21 kB.
 */
const TEAMS_BYTES = 20_000;
/** For clients without this version of cards; Markdown, so none of anybody else's words. */
const FALLBACK = 'A message about a deployment. This client cannot show it.';
/**
 * The story as an Adaptive Card 1.5 in the envelope that a Teams workflow ("When a Teams webhook request is received")
 * takes. Foreign text stands in text runs alone, which know no Markdown
 * (learn.microsoft.com/adaptive-cards/schema-explorer/text-run); text blocks hold our own words and the mentions that were asked for.
 */
function renderTeams(story, mentions) {
    return inMostDetail({
        story,
        render: (document) => envelopeOf(document, mentions),
        fits: (json) => byteLength(JSON.stringify(json)) <= TEAMS_BYTES,
    });
}
function envelopeOf(document, mentions) {
    const card = {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.5',
        fallbackText: FALLBACK,
        msteams: { width: 'Full', entities: mentions.teams.map(entityOf) },
        body: bodyOf(document, mentions),
        actions: document.links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
    };
    return {
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }],
    };
}
function bodyOf(document, mentions) {
    const { tone, title, text, facts, fields, sections, notes, leftOut } = document;
    const { symbol, cardColour } = LOOKS[tone];
    return [
        {
            type: 'Container',
            style: cardColour,
            bleed: true,
            items: [runs([run(`${symbol} ${title}`, { weight: 'bolder', size: 'large' })])],
        },
        ...(mentions.teams.length === 0
            ? []
            : [{ type: 'TextBlock', text: mentions.teams.map(tagOf).join(' '), wrap: true }]),
        ...text
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => runs([run(line)])),
        ...[...facts, ...fields.map(({ name, value }) => ({ label: name, text: value }))].map(factOf),
        ...sections.map(teams_sectionOf),
        ...[...notes, leftOutText(leftOut)]
            .filter((note) => note !== '')
            .map((note) => runs([run(note, { isSubtle: true })])),
    ];
}
function runs(inlines) {
    return { type: 'RichTextBlock', inlines };
}
function run(text, look = {}) {
    return { type: 'TextRun', text: escapeTeams(text), ...look };
}
function factOf({ label, text }) {
    return runs([run(`${label}: `, { weight: 'bolder' }), run(text)]);
}
function teams_sectionOf({ mark, title, summary, facts, table }) {
    const lines = [
        summary,
        facts.map(({ label, text }) => `${label}: ${text}`).join(' · '),
        ...(table?.rows ?? []).map((row) => `• ${row.filter((cell) => cell !== '').join(' · ')}`),
    ].filter((line) => line !== '');
    const heading = runs([run(`${MARKS[mark]} ${title}`, { weight: 'bolder' })]);
    return { type: 'Container', separator: true, items: [heading, ...lines.map((line) => runs([run(line)]))] };
}
function tagOf(id) {
    return `<at>${id}</at>`;
}
/** learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "User mention in Incoming Webhook with Adaptive Cards". */
function entityOf(id) {
    return { type: 'mention', text: tagOf(id), mentioned: { id, name: id } };
}

;// CONCATENATED MODULE: ./packages/message/lib/results/result-document.js


/** A result travels through environment variables, which Linux limits to 128 KiB each (execve(2), MAX_ARG_STRLEN). */
const LONGEST_RESULT = 131_072;
/** More than any message shows, so that what is cut here is cut again, and said, there. */
const LONGEST_SUMMARY = 4_000;
/** A year, in milliseconds: no step takes longer. */
const LONGEST_STEP = 366 * 86_400_000;
const SCHEMA = 'plimsoll/result@1';
const LOOKS_LIKE_A_RESULT = /^\s*\{\s*"schema"\s*:\s*"plimsoll\/result@/u;
/** Reads an output of a step or job. Only what has exactly the known schema is a result. */
function readResult(output) {
    if (typeof output !== 'string' || !LOOKS_LIKE_A_RESULT.test(output.slice(0, 100)))
        return { kind: 'foreign' };
    const result = output.length > LONGEST_RESULT ? undefined : resultFrom(result_document_parsed(output));
    return result === undefined ? { kind: 'unreadable' } : { kind: 'result', result };
}
/** A JSON text as a value; undefined when it is none. */
function result_document_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function result_document_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function resultFrom(value) {
    if (!result_document_isRecord(value) || value['schema'] !== SCHEMA)
        return undefined;
    const { action, verdict, code, summary, startedAt, durationMs, facts } = value;
    if (typeof action !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/u.test(action))
        return undefined;
    if (!isVerdict(verdict) || typeof code !== 'string' || typeof summary !== 'string')
        return undefined;
    // A pass with a code, or a failure without one, contradicts itself.
    if ((verdict === 'pass') !== (code === ''))
        return undefined;
    if (code !== '' && !(0,lib/* isFailureCode */.sH)(code))
        return undefined;
    if (!isTime(startedAt) || !isDuration(durationMs) || !isFacts(facts))
        return undefined;
    return { schema: SCHEMA, action, verdict, code, summary: summaryOf(summary), startedAt, durationMs, facts };
}
function summaryOf(text) {
    return cleanLine(text).slice(0, LONGEST_SUMMARY).toWellFormed();
}
function isVerdict(value) {
    return value === 'pass' || value === 'fail' || value === 'inconclusive';
}
function isTime(value) {
    return (typeof value === 'string' &&
        /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(value) &&
        !Number.isNaN(Date.parse(value)));
}
function isDuration(value) {
    return typeof value === 'number' && value >= 0 && value <= LONGEST_STEP;
}
/** Whatever was parsed from JSON is JSON. */
function isFacts(value) {
    return result_document_isRecord(value);
}

;// CONCATENATED MODULE: ./packages/message/lib/render/template.js





/** What a template may name. `summary` is the whole story as plain text. */
const TEMPLATE_NAMES = (/* unused pure expression or super */ null && ([
    'event',
    'title',
    'text',
    'summary',
    'environment',
    'version',
    'release',
    'code',
    'reason',
    'repository',
    'ref',
    'actor',
    'commit',
    'commitUrl',
    'runUrl',
    'endedAt',
]));
const PLACEHOLDER = /\{\{\s*([A-Za-z]*)\s*\}\}/gu;
/** Reads a template. @returns what is wrong with it, in words, when it is none */
function readTemplate(text) {
    const value = parsed(text);
    if (!isRecord(value))
        return { wrong: 'is not a JSON object' };
    const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    const unknown = names.find((name) => !TEMPLATE_NAMES.some((known) => known === name));
    if (unknown !== undefined)
        return { wrong: `names {{${unknown}}}; known are: ${TEMPLATE_NAMES.join(', ')}` };
    if (byteLength(text) > GENERIC_BYTES / 2)
        return { wrong: `is larger than ${GENERIC_BYTES / 2} bytes` };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was parsed from JSON is JSON
    return { template: value };
}
/** Characters of what is put in for one name; the longest first, until the whole is within the limit. */
const LENGTHS = (/* unused pure expression or super */ null && ([8_000, 4_000, 2_000, 1_000, 500, 250, 100, 30, 0]));
/**
 * Fills a template in. Values become parts of texts after the template was parsed, so nothing in them can become JSON.
 *
 * @returns the document, and what was cut in words
 */
function fillTemplate(template, story) {
    const values = valuesOf(story);
    for (const most of LENGTHS) {
        const cut = new Set();
        const payload = filled(template, (name) => {
            const value = values[name] ?? '';
            const kept = cutTo(value, most);
            if (kept !== value)
                cut.add(`the end of ${name}`);
            return kept;
        });
        if (byteLength(JSON.stringify(payload)) <= GENERIC_BYTES)
            return { payload, leftOut: [...cut] };
    }
    return { payload: filled(template, () => ''), leftOut: ['everything but the template'] };
}
function valuesOf(story) {
    const { payload } = renderGeneric(story);
    const texts = Object.entries(payload).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []);
    return { ...Object.fromEntries(texts), summary: renderPlain(story, 8_000).payload };
}
function filled(template, textOf) {
    if (typeof template === 'string')
        return template.replace(PLACEHOLDER, (_whole, name) => textOf(name));
    if (template === null || typeof template !== 'object')
        return template;
    if (isList(template))
        return template.map((entry) => filled(entry, textOf));
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, filled(value, textOf)]));
}
function isList(value) {
    return Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/message/lib/render/times.js



/** How long each stage took and what it is measured against, as a Markdown table; empty without a stage. All words are ours. */
function renderTimes({ stages, durationMs }) {
    if (stages.length === 0)
        return '';
    const rows = stages.map((stage) => {
        const target = targetOf(stage);
        const aim = target === undefined ? '' : formatDuration(target.atMostMs);
        const took = formatDuration(stage.durationMs);
        return `| ${subjectOf(stage)} | ${took} | ${aim}${missedTarget(stage) === undefined ? '' : ', missed'} |`;
    });
    const all = durationMs === undefined ? [] : [`| **All, with waiting** | ${formatDuration(durationMs)} | |`];
    return ['| Stage | Took | Target |', '|---|---|---|', ...rows, ...all].join('\n');
}

;// CONCATENATED MODULE: ./packages/message/lib/results/read-outputs.js


/** Larger than any runner can hand over; what is larger is not looked at. */
const LARGEST_INPUT = 4 * 1024 * 1024;
/** A story of more steps than this is none that anybody reads. */
const MOST_RESULTS = 200;
const read_outputs_NOTHING = { results: [], ends: [], notes: [], isWhole: true };
/** Reads `${{ toJSON(steps) }}`. An empty text holds nothing. */
function readSteps(json) {
    return readAll('steps', json);
}
/** Reads `${{ toJSON(needs) }}`. A job may hand on results of its steps under any name. */
function readNeeds(json) {
    return readAll('needs', json);
}
function readAll(input, json) {
    if (json.trim() === '')
        return read_outputs_NOTHING;
    if (json.length > LARGEST_INPUT)
        return unread(`'${input}' is larger than 4 MiB and was not read.`);
    const value = result_document_parsed(json);
    if (!result_document_isRecord(value))
        return unread(`'${input}' is not the JSON of toJSON(${input}) and was not read.`);
    return join(input, Object.entries(value).map(([name, entry]) => readEntry(input, name, entry)));
}
function unread(note) {
    return { ...read_outputs_NOTHING, notes: [note], isWhole: false };
}
function readEntry(input, name, entry) {
    if (!result_document_isRecord(entry))
        return { results: [], unreadable: 0, end: undefined };
    const outputs = result_document_isRecord(entry['outputs']) ? entry['outputs'] : {};
    // A step has its result under one name; a job may have results of several steps, under names of its own.
    const values = input === 'steps' ? [outputs['result']] : [...new Set(Object.values(outputs))];
    const readings = values.map(readResult);
    const from = idOf(name);
    const results = readings.flatMap((reading) => reading.kind === 'result' ? [{ result: reading.result, from, outputs: input === 'steps' ? outputs : {} }] : []);
    const end = entry[input === 'steps' ? 'conclusion' : 'result'];
    return {
        results,
        unreadable: readings.filter(({ kind }) => kind === 'unreadable').length,
        end: end === 'failure' || end === 'cancelled' ? endOf({ input, name, end, results }) : undefined,
    };
}
function endOf({ input, name, end, results, }) {
    const isExplained = results.some(({ result }) => result.verdict !== 'pass');
    return { kind: input === 'steps' ? 'step' : 'job', name: nameOf(name), end, isExplained };
}
/** Ids of steps and jobs are words of the workflow's author; a step without one has a number or a made-up name. */
function idOf(name) {
    return /^[A-Za-z_][\w-]{0,99}$/u.test(name) && !name.startsWith('__') ? name : '';
}
function nameOf(name) {
    return idOf(name) || (/^\d+$/u.test(name) ? `number ${name.slice(0, 9)}` : cleanLine(name.slice(0, 60)));
}
function join(input, entries) {
    const results = entries.flatMap((entry) => entry.results);
    const ends = entries.flatMap(({ end }) => (end === undefined ? [] : [end]));
    const unreadable = entries.reduce((sum, entry) => sum + entry.unreadable, 0);
    const tooMany = Math.max(0, results.length - MOST_RESULTS);
    return {
        results: results.slice(0, MOST_RESULTS),
        ends,
        notes: [
            ...(unreadable === 0
                ? []
                : [`${unreadable === 1 ? 'A result' : `${unreadable} results`} in '${input}' could not be read.`]),
            ...(tooMany === 0 ? [] : [`${tooMany} results in '${input}' were not read.`]),
        ],
        isWhole: unreadable === 0 && tooMany === 0,
    };
}

;// CONCATENATED MODULE: ./packages/message/lib/derive-event.js
/**
 * What the results amount to. A success needs a deployment that passed, nothing that failed, and nothing that could not be
 * read; a way back needs a rollback that passed, or a deployment that says it went back on every host that it had switched.
 *
 * @returns undefined when the evidence is for neither success nor failure
 */
function deriveEvent({ stages, broken, isWhole }) {
    const mover = stages.findLast(isMove);
    const after = mover === undefined ? [] : stages.slice(stages.indexOf(mover) + 1);
    if (mover !== undefined && wentBack(mover) && after.every(({ verdict }) => verdict === 'pass'))
        return 'rolled-back';
    if (broken.length > 0 || stages.some(({ verdict }) => verdict !== 'pass'))
        return 'failed';
    const isDeployed = mover?.kind === 'deployment' && !waits(stages);
    return isWhole && isDeployed ? 'succeeded' : undefined;
}
/** Whether a stage changed, or was to change, what users are on. */
function isMove({ details }) {
    if (details.kind === 'deployment')
        return !details.isDryRun;
    return details.kind === 'rollback' && (details.did === 'went-back' || details.did === 'was-there');
}
/** Whether users are on an earlier release again. */
function wentBack({ verdict, details }) {
    if (details.kind === 'rollback')
        return verdict === 'pass' && isWayBack(details.did);
    return details.kind === 'deployment' && verdict !== 'pass' && isReverted(details);
}
function isWayBack(did) {
    return did === 'went-back' || did === 'was-there';
}
/** Hosts that were never switched need no way back; any other state is none that anybody may call safe. */
function isReverted({ hosts }) {
    const isSafe = ({ state }) => state === 'reverted' || state === 'untouched';
    return hosts.every(isSafe) && hosts.some(({ state }) => state === 'reverted');
}
/** Whether a release is live that nobody confirmed: unless somebody does, the server goes back by itself. */
function waits(stages) {
    const pending = stages.findLastIndex(({ details }) => details.kind === 'deployment' && details.hosts.some(({ state }) => state === 'pending'));
    return pending >= 0 && !stages.slice(pending + 1).some(isSettlement);
}
/** A confirmation or a way back: after either, nothing waits any more. */
function isSettlement({ verdict, details }) {
    if (verdict !== 'pass')
        return false;
    if (details.kind === 'verification')
        return details.confirmed !== '';
    return details.kind === 'rollback' && details.did !== 'looked';
}

;// CONCATENATED MODULE: ./packages/message/lib/stages/facts.js


/** More than any message shows, so that what is cut here is cut again, and said, there. */
const LONGEST_TEXT = 1_000;
/** A text on one line; empty when there is none. */
function facts_textIn(facts, name) {
    const value = facts[name];
    return typeof value === 'string' ? facts_shortened(value) : '';
}
/** A finite number that is not negative; in outputs numbers are written out. */
function numberIn(facts, name) {
    const value = facts[name];
    const number = typeof value === 'string' && /^\d{1,15}(?:\.\d{1,15})?$/u.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}
/** An object; empty when there is none. */
function recordIn(facts, name) {
    const value = facts[name];
    return result_document_isRecord(value) ? value : {};
}
/** The objects of a list: all of them, for each may be the one that failed. A result has a greatest length, and so has its longest list. */
function recordsIn(facts, name) {
    const value = facts[name];
    return Array.isArray(value) ? value.filter(result_document_isRecord) : [];
}
/** The texts of a list. */
function textsIn(facts, name) {
    const value = facts[name];
    const texts = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
    return texts.map(facts_shortened).filter((text) => text !== '');
}
/** Cleaned before it is cut: what nobody sees takes no room from what is to be seen. */
function facts_shortened(text) {
    return cleanLine(text).slice(0, LONGEST_TEXT).toWellFormed();
}

;// CONCATENATED MODULE: ./packages/message/lib/stages/read-stage.js

/** A result as a stage of the story. */
function readStage({ result, from, outputs }) {
    const details = detailsOf(result.action, { facts: result.facts, outputs });
    const { action, verdict, code, summary, startedAt, durationMs } = result;
    return { kind: details.kind, action, from, verdict, code, summary, startedAt, durationMs, details };
}
function detailsOf(action, sources) {
    switch (action) {
        case 'quality-gate':
            return gateOf(sources);
        case 'backup':
            return backupOf(sources);
        case 'deploy-ssh':
            return deploymentOf(sources);
        case 'verify-deployment':
            return verificationOf(sources);
        case 'rollback':
            return rollbackOf(sources);
        default:
            return { kind: 'other' };
    }
}
function gateOf({ facts }) {
    const tests = recordIn(facts, 'tests');
    const lines = recordIn(recordIn(facts, 'coverage'), 'lines');
    const [covered, total] = [numberIn(lines, 'covered'), numberIn(lines, 'total')];
    return {
        kind: 'gate',
        tests: numberIn(tests, 'total'),
        failures: sumOf(['failed', 'errored', 'suiteErrors'].map((name) => numberIn(tests, name))),
        coverage: covered === undefined || total === undefined || total === 0 ? undefined : (covered / total) * 100,
        approvers: textsIn(facts, 'approvers'),
        rules: recordsIn(facts, 'rules').map(ruleOf),
    };
}
/** Undefined when none is known. */
function sumOf(counts) {
    const known = counts.filter((count) => count !== undefined);
    return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}
function ruleOf(facts) {
    const [rule, verdict] = [facts_textIn(facts, 'rule'), facts_textIn(facts, 'verdict')];
    return { rule, verdict, seen: facts_textIn(facts, 'seen'), wanted: facts_textIn(facts, 'wanted') };
}
function backupOf({ facts }) {
    return { kind: 'backup', operation: facts_textIn(facts, 'operation'), backups: recordsIn(facts, 'hosts').map(backupLine) };
}
function backupLine(facts) {
    return {
        host: facts_textIn(facts, 'host'),
        code: facts_textIn(facts, 'code'),
        backup: facts_textIn(facts, 'backup'),
        bytes: numberIn(facts, 'size'),
        verified: facts_textIn(facts, 'verified'),
    };
}
function deploymentOf({ facts }) {
    return {
        kind: 'deployment',
        release: facts_textIn(facts, 'release'),
        version: facts_textIn(facts, 'version'),
        previous: facts_textIn(facts, 'previous'),
        hosts: recordsIn(facts, 'hosts').map(hostOf),
        changedFiles: numberIn(facts, 'changedFiles'),
        isDryRun: facts['dryRun'] === true,
    };
}
function verificationOf({ facts, outputs }) {
    // Percentiles are outputs of the step; a result that brings them along is read first.
    const latency = 'latency' in facts ? recordIn(facts, 'latency') : outputs;
    return {
        kind: 'verification',
        mode: facts_textIn(facts, 'mode'),
        version: facts_textIn(facts, 'version'),
        checks: recordsIn(facts, 'checks').map(checkOf),
        samples: numberIn(facts, 'samples'),
        errorRate: numberIn(facts, 'errorRate'),
        latency: { p50: numberIn(latency, 'p50'), p95: numberIn(latency, 'p95'), p99: numberIn(latency, 'p99') },
        confirmed: facts_textIn(facts, 'confirmed'),
    };
}
function rollbackOf({ facts }) {
    return {
        kind: 'rollback',
        did: deedOf(facts),
        release: facts_textIn(facts, 'release'),
        previous: facts_textIn(facts, 'previous'),
        hosts: recordsIn(facts, 'hosts').map(hostOf),
    };
}
/**
 * Modes are told apart by what only they report: a list has no release, a confirmation does not say whether it switched.
 * Recovery may have taken back an unconfirmed release before the rollback itself had to switch anything.
 */
function deedOf(facts) {
    const [release, previous] = [facts_textIn(facts, 'release'), facts_textIn(facts, 'previous')];
    if (facts['switched'] === true)
        return 'went-back';
    if (facts['switched'] === false)
        return previous === release || previous === '' ? 'was-there' : 'went-back';
    return release === '' ? 'looked' : 'confirmed';
}
function checkOf(facts) {
    return { name: facts_textIn(facts, 'name'), verdict: facts_textIn(facts, 'verdict'), code: facts_textIn(facts, 'code') };
}
function hostOf(facts) {
    return {
        host: facts_textIn(facts, 'host'),
        state: facts_textIn(facts, 'state'),
        code: facts_textIn(facts, 'code'),
        durationMs: numberIn(facts, 'durationMs'),
        bytes: numberIn(facts, 'bytes'),
    };
}

;// CONCATENATED MODULE: ./packages/message/lib/story.js
/** What the known events are. Any other word is an announcement without a judgement. */
const EVENTS = ['started', 'succeeded', 'failed', 'rolled-back'];

;// CONCATENATED MODULE: ./packages/message/lib/title.js

const ENDINGS = {
    started: 'started',
    succeeded: 'succeeded',
    failed: 'failed',
    'rolled-back': 'was rolled back',
};
/** `Deployment of v1.2.3 to production was rolled back`; an event in the user's own words is its own title. */
function title_titleOf(subject) {
    const known = EVENTS.find((event) => event === subject.event);
    if (known === undefined && subject.event !== 'finished')
        return subject.event;
    if (isOnlyRollback(subject.stages))
        return rollbackTitle(subject, known);
    return gateTitle(subject, known) ?? deploymentTitle(subject, known);
}
/** Of a pull request there is often nothing but a gate. What else went wrong, or could not be read, is no word about the gate. */
function gateTitle({ stages, isWhole }, event) {
    if (stages.length === 0 || stages.some(({ kind }) => kind !== 'gate'))
        return undefined;
    const passed = stages.every(({ verdict }) => verdict === 'pass');
    if (event === 'failed' && !passed)
        return 'Quality gate failed';
    return event === undefined && passed && isWhole ? 'Quality gate passed' : undefined;
}
function isOnlyRollback(stages) {
    return stages.some(({ kind }) => kind === 'rollback') && !stages.some(({ kind }) => kind === 'deployment');
}
function rollbackTitle({ release, environment }, event) {
    const ending = event === 'failed' || event === 'started' ? ENDINGS[event] : event === undefined ? 'ended' : 'succeeded';
    return words(['Rollback', after('to', release), after('on', environment), ending]);
}
function deploymentTitle({ version, environment }, event) {
    const ending = event === undefined ? 'ended' : ENDINGS[event];
    return words(['Deployment', after('of', version), after('to', environment), ending]);
}
function after(preposition, name) {
    return name === '' ? '' : `${preposition} ${name}`;
}
function words(parts) {
    return parts.filter((part) => part !== '').join(' ');
}

;// CONCATENATED MODULE: ./packages/message/lib/tell-story.js








/** More than any receiver takes, so whatever is cut here is cut again, and said, where it is rendered. */
const tell_story_LONGEST_TEXT = 70_000;
const LONGEST_LINE = 2_000;
const LONGEST_EVENT = 100;
const NOTHING_FOUND = 'No result of a Plimsoll step was found, so it is not known how it ended.';
/** The story of a deployment, from what its steps left behind and what the user wants to be said. */
function tellStory(request) {
    const { steps, needs, place } = request;
    const stages = stagesOf([...steps.results, ...needs.results]);
    const broken = brokenOf([...steps.ends, ...needs.ends]);
    const evidence = { stages, broken, isWhole: steps.isWhole && needs.isWhole };
    const derived = deriveEvent(evidence);
    const event = cut_cutTo(lineOf(request.event), LONGEST_EVENT) || derived || 'finished';
    const isContradicted = event === 'succeeded' && (derived === 'failed' || derived === 'rolled-back');
    const subject = { version: versionOf(stages), environment: environmentOf(steps, needs), release: releaseOf(stages) };
    return {
        event,
        tone: isContradicted ? 'neutral' : toneOf(event),
        title: lineOf(request.title) || title_titleOf({ ...subject, event, stages, isWhole: evidence.isWhole }),
        text: tell_story_textOf(request.text),
        fields: request.fields.map(({ name, value }) => ({ name: lineOf(name), value: tell_story_textOf(value) })),
        place,
        ...subject,
        stages,
        broken,
        reason: tell_story_reasonOf(evidence),
        ...timesOf(stages),
        notes: [
            ...steps.notes,
            ...needs.notes,
            ...contradictionOf(isContradicted, derived),
            ...(event === 'finished' && stages.length === 0 ? [NOTHING_FOUND] : []),
            ...waitingOf(stages),
            ...missedTargets(stages),
        ],
    };
}
function toneOf(event) {
    return EVENTS.find((known) => known === event) ?? 'neutral';
}
/** Cleaned before it is cut: what nobody sees takes no room from what is to be seen. */
function lineOf(text) {
    return cut_cutTo(cleanLine(text), LONGEST_LINE);
}
function tell_story_textOf(text) {
    return cut_cutTo(cleanText(text).trim(), tell_story_LONGEST_TEXT);
}
/** The same result may come by two ways: as a step's own and as an output of its job. */
function stagesOf(results) {
    const seen = new Map();
    for (const found of results) {
        const key = JSON.stringify(found.result);
        if (!seen.has(key))
            seen.set(key, found);
    }
    const stages = [...seen.values()].map(readStage);
    return stages.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}
function brokenOf(ends) {
    return ends.filter(({ isExplained }) => !isExplained).map(({ kind, name, end }) => ({ kind, name, end }));
}
function environmentOf(steps, needs) {
    const named = [...steps.results, ...needs.results].map(({ result }) => facts_textIn(result.facts, 'environment'));
    return named.find((name) => name !== '') ?? '';
}
function versionOf(stages) {
    const named = stages.map(({ details }) => details.kind === 'deployment' || details.kind === 'verification' ? details.version : '');
    return named.find((version) => version !== '') ?? '';
}
/** Nothing is said where it is not known, such as after a deployment that could not go back. */
function releaseOf(stages) {
    const mover = stages.findLast(isMove);
    if (mover === undefined)
        return '';
    const { verdict, details } = mover;
    if (details.kind === 'deployment') {
        if (verdict === 'pass')
            return details.release;
        return wentBack(mover) ? details.previous : '';
    }
    return details.kind === 'rollback' && verdict === 'pass' ? details.release : '';
}
function tell_story_reasonOf({ stages, broken }) {
    const bad = stages.find(({ verdict }) => verdict !== 'pass');
    if (bad !== undefined)
        return { code: bad.code, source: bad.action, text: bad.summary };
    const [first] = broken;
    if (first === undefined)
        return undefined;
    return { code: '', source: first.name, text: `The ${first.kind} '${first.name}' ${tell_story_ENDS[first.end]}.` };
}
const tell_story_ENDS = { failure: 'failed', cancelled: 'was cancelled' };
function timesOf(stages) {
    const [first] = stages;
    if (first === undefined)
        return { durationMs: undefined, endedAt: '' };
    const end = Math.max(...stages.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs));
    return { durationMs: end - Date.parse(first.startedAt), endedAt: new Date(end).toISOString() };
}
function contradictionOf(isContradicted, derived) {
    return isContradicted
        ? [
            `This was announced as succeeded, but its steps say that it ${derived === 'failed' ? 'failed' : 'was rolled back'}.`,
        ]
        : [];
}
function waitingOf(stages) {
    return waits(stages)
        ? ['The release waits for its confirmation. When none comes in time, the servers go back by themselves.']
        : [];
}

;// CONCATENATED MODULE: ./packages/message/lib/index.js
/** One story of a deployment, told from the results of its steps and rendered for each receiver within its limits. */




















;// CONCATENATED MODULE: ./packages/comments/lib/text.js



/** Room that a page leaves for its marker with all its entries, the folded table of these, and the sentence about what follows. */
const ROOM = 16_000;
/** Pages of the text as whole comments: the first one with the history, the others as continuations. */
function pagesOf(text, earlier) {
    const [first = '', ...rest] = splitMarkdown(withoutMarkers(text.markdown.toWellFormed()), LONGEST_COMMENT - ROOM);
    const marker = (part) => ({
        ...text,
        part,
        pages: rest.length + 1,
        earlier: part === 1 ? earlier : [],
    });
    const about = rest.length === 0
        ? []
        : [`*Continued in ${rest.length === 1 ? 'the next comment' : `${rest.length} more comments`}.*`];
    return [
        [markerLine(marker(1)), [first.trimEnd(), ...about, ...historyOf(earlier)].join('\n\n')].join('\n'),
        ...rest.map((page, index) => [markerLine(marker(index + 2)), page.trimEnd()].join('\n')),
    ];
}
/** Earlier runs, folded away. */
function historyOf(earlier) {
    if (earlier.length === 0)
        return [];
    const rows = earlier.map(({ at, tone, title, commit }) => {
        const look = Object.entries(looks_LOOKS).find(([name]) => name === tone)?.[1].symbol ?? '';
        return `| ${inertMarkdownLine(at)} | ${look} ${inertMarkdownLine(title)} | ${commit === '' ? '' : inertMarkdownCode(commit)} |`;
    });
    const table = ['| when | what | commit |', '|---|---|---|', ...rows].join('\n');
    return [`<details><summary>Earlier runs (${earlier.length})</summary>\n\n${table}\n\n</details>`];
}

;// CONCATENATED MODULE: ./packages/comments/lib/settle.js



/** Each turn means that another run wrote between our two calls; so many of them in a row do not happen. */
const MOST_TURNS = 50;
/**
 * Makes sure, after a write, that the newest run's text stands in the comment. GitHub has no update with a condition, so an older run whose update
 * arrives late overwrites a newer one. But it keeps every text a comment has had: whoever wrote last reads them, and puts the newest run's text
 * back when it is not the last one. The last write of all is followed by such a look, and so is that of the newest run.
 *
 * @throws GitHubFailure, `conflict` when older runs do not stop writing
 */
async function settle({ port, comment, id }) {
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const texts = await port.commentEdits(comment);
        if (texts === undefined)
            return { kind: 'gone' };
        const versions = texts.flatMap((body) => {
            const marker = readMarker(body);
            return marker?.id === id ? [{ body, marker }] : [];
        });
        const last = versions.at(-1);
        const newest = firstOfEach(versions).reduce(laterOf, undefined);
        if (last === undefined || newest === undefined)
            return { kind: 'gone' };
        if (last.marker.nonce === newest.marker.nonce)
            return { kind: 'settled', marker: last.marker, history: versions.map(({ marker }) => marker) };
        const updated = await port.updateComment({ id: comment.id, body: newest.body });
        if (updated.kind === 'gone')
            return updated;
    }
    throw new GitHubFailure('conflict', `Comment ${comment.id} was overwritten by older runs ${MOST_TURNS} times in a row. Run this step again when they are done.`);
}
/** Each text where it was first written: putting one back makes it no later, so that everybody who looks comes to the same end. */
function firstOfEach(versions) {
    const seen = new Set();
    return versions.filter(({ marker: { nonce } }) => !seen.has(nonce) && seen.add(nonce));
}
/** The later one of two within one attempt of a run is the one that was written later. */
function laterOf(best, version) {
    return best === undefined || compareGenerations(version.marker.entry, best.marker.entry) >= 0 ? version : best;
}

;// CONCATENATED MODULE: ./packages/comments/lib/upsert.js






/** Somebody who deletes the comment each time it is written. */
const MOST_TRIES = 5;
/**
 * Leaves exactly one comment with this id, that of the newest run, in three calls where it is there already: read, update, look again.
 * The oldest comment stays, so that it keeps its place in the conversation; twins of a race go.
 */
async function upsert(request) {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const written = await attempt(request);
        if (written !== 'again')
            return written;
    }
    throw new GitHubFailure('conflict', `Somebody deletes the comment '${request.text.id}' as soon as it is written.`);
}
async function attempt(request) {
    const found = await markedComments(threadOf(request));
    const kept = found.find(isFirstPart);
    if (kept === undefined)
        return createFirst(request, found);
    if (isNewer(kept, request.text.entry))
        return supersededBy(request, kept, found);
    return replace(request, kept, found);
}
function threadOf({ port, number, text }) {
    return { port, number, id: text.id };
}
/** Nothing is there: creates a comment, and looks whether others did the same at that moment. */
async function createFirst(request, found) {
    const pages = pagesOf(request.text, []);
    await continueWith(request, pages, found);
    const mine = await create(request, pages[0]);
    const now = await markedComments(threadOf(request));
    const kept = now.find(isFirstPart);
    if (kept === undefined)
        return 'again';
    if (isBy(kept, request.text)) {
        await clear(request, { found: [...found, ...now], kept, live: kept.marker, passed: [] });
        return { kind: 'created', comment: mine, pages: pages.length };
    }
    if (isNewer(kept, request.text.entry))
        return supersededBy(request, kept, now);
    // Mine already holds the words of another job of this run, which spoke later.
    if (kept.id === mine.id && isSibling(kept, request.text))
        return supersededBy(request, kept, now);
    // A twin was there a moment earlier. It stays, with the text of whoever is the newer one.
    return replace(request, kept, now);
}
async function replace(request, kept, found) {
    const { port, text } = request;
    const pages = pagesOf(text, earlierAfter(kept.marker, text.entry));
    if (kept.isMinimized)
        await port.unminimizeComment(kept);
    if (pages.length === 1 && isSame(kept, pages[0], text)) {
        await clear(request, { found, kept, live: kept.marker, passed: [] });
        return { kind: 'unchanged', comment: kept, pages: 1 };
    }
    await continueWith(request, pages, found);
    if ((await port.updateComment({ id: kept.id, body: pages[0] })).kind === 'gone')
        return 'again';
    const settled = await settle({ port, comment: kept, id: text.id });
    if (settled.kind === 'gone')
        return 'again';
    if (isNewer(settled, text.entry))
        return supersededBy(request, kept, await markedComments(threadOf(request)));
    return tidied(request, { found, kept, pages: pages.length, settled });
}
/** After the last word of this run was spoken, by this job or by another one that was later still. */
async function tidied(request, { found, kept, pages, settled }) {
    const live = settled.marker;
    const passed = passedSince(kept.marker, settled.history).filter(({ nonce }) => nonce !== live.nonce);
    const isUnseen = passed.some((one) => one.pages > 1 && !found.some(({ marker }) => marker.nonce === one.nonce));
    const seen = isUnseen ? await markedComments(threadOf(request)) : found;
    await clear(request, { found: seen, kept, live, passed });
    const isMine = pages === 1 || live.nonce === request.text.nonce;
    return isMine ? { kind: 'updated', comment: kept, pages } : { kind: 'superseded', comment: kept };
}
/** What others wrote between our look and our update, and what stood there at that look: nobody needs their pages any more. */
function passedSince(seen, history) {
    const from = history.findLastIndex(({ nonce }) => nonce === seen.nonce);
    return [seen, ...history.slice(from + 1)];
}
function isBy({ marker }, { nonce }) {
    return marker.nonce === nonce;
}
/** Whether another job of the same attempt of the same run wrote it. */
function isSibling({ marker }, { nonce, entry }) {
    return marker.nonce !== nonce && compareGenerations(marker.entry, entry) === 0;
}
/** Two attempts to write the same differ in what they are told apart by, and in their time. */
function isSame(kept, fresh, { nonce, entry }) {
    const alike = { ...kept.marker, nonce, entry: { ...kept.marker.entry, at: entry.at } };
    const [, ...said] = kept.body.replaceAll('\r\n', '\n').split('\n');
    return [markerLine(alike), ...said].join('\n').trimEnd() === fresh.trimEnd();
}
/** A newer run has spoken: whatever this run created goes again. */
async function supersededBy(request, kept, found) {
    const { port, text } = request;
    const own = found.filter(({ id, marker }) => id !== kept.id && marker.nonce === text.nonce);
    for (const { id } of own)
        await port.deleteComment(id);
    return { kind: 'superseded', comment: kept };
}
/**
 * Removes twins and continuations of older texts. Those of newer runs are looked after by these, and another job of the same run may be about to
 * write the text that its pages continue.
 */
async function clear({ port, text }, { found, kept, live, passed }) {
    const isNeeded = (one) => isSibling(one, text) && !isFirstPart(one) && !passed.some(({ nonce }) => nonce === one.marker.nonce);
    const old = found.filter((one) => one.id !== kept.id && !isNewer(one, text.entry));
    const stale = old.filter((one) => !isPageOf(one, live) && !isNeeded(one)).map((one) => one.id);
    for (const id of new Set(stale))
        await port.deleteComment(id);
}
/** The comments that continue the first one are there before it speaks of them, once for all tries. */
async function continueWith(request, pages, found) {
    if (found.some((one) => isPageOf(one, request.text)))
        return;
    for (const page of pages.slice(1))
        await create(request, page);
}
function isPageOf({ marker }, { nonce }) {
    return marker.nonce === nonce && marker.part > 1;
}
/** Creates a comment once, also when answers to it are lost: after each of these it is looked for. */
async function create(request, body) {
    const { port, number } = request;
    for (let tries = 1;; tries += 1) {
        const created = await port.createComment({ number, body });
        if (created.kind === 'created')
            return created.comment;
        const found = await markedComments(threadOf(request));
        const there = found.find((one) => one.body.startsWith(body.split('\n', 1)[0] ?? body));
        if (there !== undefined)
            return there;
        if (tries === MOST_CREATIONS)
            throw created.failure;
    }
}
const MOST_CREATIONS = 2;

;// CONCATENATED MODULE: ./packages/comments/lib/modes.js




/** A new comment each time; earlier ones stay. */
async function append(request) {
    const [comment, ...rest] = await createAll(request);
    return { kind: 'created', comment, pages: rest.length + 1 };
}
async function createAll(request) {
    const [first, ...rest] = pagesOf(request.text, []);
    const comments = [await create(request, first)];
    for (const page of rest)
        comments.push(await create(request, page));
    return comments;
}
/**
 * A new comment at the end of the conversation; earlier ones go once it is there. Of runs that do so at once the newest stays: each looks again
 * after it has spoken, and takes its own words back when it sees those of a later one. An older run says nothing.
 */
async function recreate(request) {
    const { port, number, text } = request;
    const thread = { port, number, id: text.id };
    const before = await allMarkedComments(thread);
    const newer = before.find((one) => isFirstPart(one) && isNewer(one, text.entry));
    if (newer !== undefined)
        return { kind: 'superseded', comment: newer };
    const mine = await createAll(request);
    const [comment] = mine;
    const others = [...before, ...(await markedComments(thread))].filter(({ marker }) => marker.nonce !== text.nonce);
    const later = others.find((one) => isFirstPart(one) && isLater(one, { id: comment.id, entry: text.entry }));
    const stale = later === undefined ? others.filter((one) => !isNewer(one, text.entry)) : mine;
    for (const id of new Set(stale.map((one) => one.id)))
        await port.deleteComment(id);
    return later === undefined
        ? { kind: 'created', comment, pages: mine.length }
        : { kind: 'superseded', comment: later };
}
/** Of a newer run, or of the same one and written later. */
function isLater({ id, marker }, mine) {
    return (compareGenerations(marker.entry, mine.entry) || id - mine.id) > 0;
}
/** Deletes all comments with this id. */
async function removeAll({ port, number, id }) {
    const found = await allMarkedComments({ port, number, id });
    for (const comment of found)
        await port.deleteComment(comment.id);
    return { count: found.length, comment: undefined };
}
/** Folds all comments with this id away, as outdated. */
async function hideAll({ port, number, id }) {
    const found = await allMarkedComments({ port, number, id });
    const shown = found.filter(({ isMinimized }) => !isMinimized);
    for (const comment of shown)
        await port.minimizeComment(comment, 'OUTDATED');
    return { count: shown.length, comment: found.find(isFirstPart) };
}

;// CONCATENATED MODULE: ./packages/comments/lib/speak.js




const speak_MODES = ['upsert', 'append', 'recreate', 'hide', 'delete'];
/** Finds the pull request and says, hides or deletes what is wanted. @throws GitHubFailure for everything but a missing permission */
async function speak({ port, wish, mode, text }) {
    let number;
    try {
        number = await find_pull_request_findPullRequest(port, wish);
        if (number === undefined)
            return { kind: 'nowhere' };
        return await act({ port, number, text }, mode);
    }
    catch (failure) {
        if (failure instanceof GitHubFailure && failure.reason === 'permission')
            return { kind: 'forbidden', number, failure };
        throw failure;
    }
}
async function act(request, mode) {
    const { port, number, text } = request;
    switch (mode) {
        case 'upsert':
            return { kind: 'written', number, written: await upsert(request) };
        case 'append':
            return { kind: 'written', number, written: await append(request) };
        case 'recreate':
            return { kind: 'written', number, written: await recreate(request) };
        case 'hide':
            return { kind: 'hidden', number, ...(await hideAll({ port, number, id: text.id })) };
        case 'delete':
            return { kind: 'deleted', number, ...(await removeAll({ port, number, id: text.id })) };
    }
}

;// CONCATENATED MODULE: ./packages/comments/lib/index.js



// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./actions/pr-comment/lib/body-file.js


const LARGEST_BODY = 5 * 1024 * 1024;
/** The user's Markdown, from the input or its file. @throws Failure('input') when the file cannot be read */
function readBody({ body, bodyFile }) {
    if (bodyFile === '')
        return body;
    try {
        const found = (0,external_node_fs_.statSync)(bodyFile);
        if (!found.isFile())
            throw new Error('it is no regular file');
        if (found.size > LARGEST_BODY)
            throw new Error(`it has ${found.size} bytes, and at most 5 MiB are read`);
        return (0,external_node_fs_.readFileSync)(bodyFile, 'utf8').trim();
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new lib/* Failure */.HR('input', `body-file: '${bodyFile}' cannot be read: ${why}. Give its path from the working directory of the job.`, { cause });
    }
}

;// CONCATENATED MODULE: ./actions/pr-comment/lib/inputs.js


/** GitHub counts pull requests and issues together; an id beyond this is none of a repository. */
const LARGEST_NUMBER = 2_147_483_647;
/** Reads and checks every input, in the order of `action.yml`. */
function inputs_readInputs(read) {
    const inputs = {
        number: read.optionalInteger('number', { min: 1, max: LARGEST_NUMBER }),
        sha: read.optionalParsed('sha', parseCommit) ?? '',
        id: read.parsed('id', parseId, { default: 'plimsoll' }),
        body: read.optionalText('body') ?? '',
        bodyFile: read.optionalText('body-file') ?? '',
        mode: read.choice('mode', speak_MODES, { default: 'upsert' }),
        steps: read.optionalText('steps') ?? '',
        needs: read.optionalText('needs') ?? '',
        required: read.boolean('required', { default: 'false' }),
        token: read.jobToken('github-token'),
    };
    if (read.sound('mode', 'body'))
        checkText(read, inputs);
    return inputs;
}
function checkText(read, { mode, body, bodyFile, steps, needs }) {
    if (body !== '' && bodyFile !== '')
        read.problem('body-file', 'and body are both given; give one of them');
    const says = [body, bodyFile, steps, needs].some((text) => text !== '');
    if (!says && mode !== 'hide' && mode !== 'delete')
        read.problem('body', `is empty, and so are body-file, steps and needs: mode '${mode}' has nothing to say`);
}
function parseCommit(text) {
    if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text))
        return text;
    throw new lib/* Failure */.HR('input', `'${text.slice(0, 80)}' is not a whole commit id of 40 hexadecimal digits`);
}
function parseId(text) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text))
        return text;
    throw new lib/* Failure */.HR('input', `'${text.slice(0, 80)}' is not a name of letters, digits, '.', '_' and '-'`);
}

;// CONCATENATED MODULE: ./actions/pr-comment/lib/report.js
/** The outcome of the step: what was done, where, and what could not be done. */
function report({ spoken, markdown, isRequired, log }) {
    switch (spoken.kind) {
        case 'written':
            return passed({
                number: spoken.number,
                comment: spoken.written.comment,
                done: spoken.written.kind,
                summary: writtenSentence(spoken.number, spoken.written),
            });
        case 'hidden':
        case 'deleted':
            return passed({
                number: spoken.number,
                comment: spoken.comment,
                done: spoken.kind,
                summary: `${countOf(spoken.count)} of pull request #${spoken.number} ${spoken.kind}.`,
            });
        case 'nowhere':
            log.notice('No pull request belongs to this run or commit, so there is nowhere to comment. The text is in the job summary.');
            return {
                ...passed({
                    number: undefined,
                    comment: undefined,
                    done: 'nowhere',
                    summary: 'No pull request belongs to this run or commit.',
                }),
                report: markdown,
            };
        case 'forbidden':
            return forbidden({ spoken, markdown, isRequired, log });
    }
}
/** The run of a pull request from a fork has a token that may only read: normal, and no reason to fail unless somebody says so. */
function forbidden({ spoken: { number, failure }, markdown, isRequired, log }) {
    const summary = `The comment could not be written: ${failure.message}`;
    if (!isRequired)
        log.warning(`${summary} The text is in the job summary.`);
    const outcome = passed({ number, comment: undefined, done: 'forbidden', summary });
    const ended = isRequired
        ? { verdict: 'fail', code: 'github-permission' }
        : { verdict: 'pass', code: '' };
    return { ...outcome, ...ended, report: markdown };
}
function passed({ number, comment, done, summary }) {
    return {
        verdict: 'pass',
        code: '',
        summary,
        facts: { number: number ?? null, commentId: comment?.id ?? null, done },
        outputs: {
            number: number === undefined ? '' : `${number}`,
            'comment-id': comment === undefined ? '' : `${comment.id}`,
            'comment-url': comment?.url ?? '',
            found: String(number !== undefined),
        },
        report: comment === undefined ? '' : `${summary.replace(/\.$/, '')}: [comment ${comment.id}](${comment.url}).`,
    };
}
const SENTENCES = {
    created: 'Commented on pull request',
    updated: 'Updated the comment on pull request',
    unchanged: 'The comment says so already, on pull request',
    superseded: 'A newer run has commented already on pull request',
};
function writtenSentence(number, { kind }) {
    return `${SENTENCES[kind]} #${number}.`;
}
function countOf(count) {
    return count === 1 ? 'One comment' : `${count === 0 ? 'No' : count} comments`;
}

;// CONCATENATED MODULE: ./actions/pr-comment/lib/main.js







/** Tells the story of a run in one comment on its pull request. */
const prComment = {
    name: 'pr-comment',
    outputs: ['number', 'comment-id', 'comment-url', 'found'],
    inputs: inputs_readInputs,
    main: main_run,
};
/** A story of more characters than this is nobody's to read; the job summaries of its steps have the rest. */
const LONGEST_STORY = 60_000;
async function main_run(inputs, context) {
    const body = readBody(inputs);
    const { env, signal, log } = context;
    const github = await openGitHub({ token: inputs.token, env, signal, log });
    const story = tell(inputs, placeOf(env, inputs.sha || github.run.commit));
    if (hasStory(inputs))
        for (const note of story.notes)
            log.warning(note);
    const text = main_textOf({ inputs, github, story, body, at: context.now().toISOString() });
    const { number, sha, mode } = inputs;
    const spoken = await speak({ port: github, wish: { number, sha }, mode, text });
    return report({ spoken, markdown: text.markdown, isRequired: inputs.required, log });
}
function tell({ steps, needs }, place) {
    return tellStory({
        event: '',
        title: '',
        text: '',
        fields: [],
        steps: readSteps(steps),
        needs: readNeeds(needs),
        place,
    });
}
function hasStory({ steps, needs }) {
    return steps !== '' || needs !== '';
}
function main_textOf({ inputs, github, story, body, at }) {
    const { runId, runAttempt } = github.run;
    const told = hasStory(inputs) ? renderMarkdown(story, LONGEST_STORY).payload : '';
    return {
        id: inputs.id,
        nonce: (0,external_node_crypto_namespaceObject.randomUUID)(),
        entry: {
            run: runId,
            attempt: runAttempt,
            at,
            tone: story.tone,
            title: hasStory(inputs) ? story.title : `Run ${story.place.run}`,
            commit: story.place.commit.slice(0, 7),
        },
        markdown: told === '' ? body : [closedMarkdown(body), told].filter((part) => part !== '').join('\n\n'),
    };
}


/***/ }),

/***/ 413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  getOctokit: () => (/* binding */ getOctokit)
});

// UNUSED EXPORTS: context

// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/context.js


class Context {
    /**
     * Hydrate the context from the environment
     */
    constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) {
            if ((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH)) {
                this.payload = JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: 'utf8' }));
            }
            else {
                const path = process.env.GITHUB_EVENT_PATH;
                process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${external_os_.EOL}`);
            }
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl =
            (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
    }
    get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
    }
    get repo() {
        if (process.env.GITHUB_REPOSITORY) {
            const [owner, repo] = process.env.GITHUB_REPOSITORY.split('/');
            return { owner, repo };
        }
        if (this.payload.repository) {
            return {
                owner: this.payload.repository.owner.login,
                repo: this.payload.repository.name
            };
        }
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
    }
}
//# sourceMappingURL=context.js.map
// EXTERNAL MODULE: ./node_modules/@actions/github/node_modules/@actions/http-client/lib/index.js
var lib = __nccwpck_require__(659);
// EXTERNAL MODULE: ./scripts/no-undici/index.cjs
var no_undici = __nccwpck_require__(533);
;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/internal/utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


function getAuthString(token, options) {
    if (!token && !options.auth) {
        throw new Error('Parameter token or opts.auth is required');
    }
    else if (token && options.auth) {
        throw new Error('Parameters token and opts.auth may not both be specified');
    }
    return typeof options.auth === 'string' ? options.auth : `token ${token}`;
}
function getProxyAgent(destinationUrl) {
    const hc = new lib.HttpClient();
    return hc.getAgent(destinationUrl);
}
function getProxyAgentDispatcher(destinationUrl) {
    const hc = new lib.HttpClient();
    return hc.getAgentDispatcher(destinationUrl);
}
function getProxyFetch(destinationUrl) {
    const httpDispatcher = getProxyAgentDispatcher(destinationUrl);
    const proxyFetch = (url, opts) => __awaiter(this, void 0, void 0, function* () {
        return (0,no_undici.fetch)(url, Object.assign(Object.assign({}, opts), { dispatcher: httpDispatcher }));
    });
    return proxyFetch;
}
function getApiBaseUrl() {
    return process.env['GITHUB_API_URL'] || 'https://api.github.com';
}
function getUserAgentWithOrchestrationId(baseUserAgent) {
    var _a;
    const orchId = (_a = process.env['ACTIONS_ORCHESTRATION_ID']) === null || _a === void 0 ? void 0 : _a.trim();
    if (orchId) {
        const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
        const tag = `actions_orchestration_id/${sanitizedId}`;
        if (baseUserAgent === null || baseUserAgent === void 0 ? void 0 : baseUserAgent.includes(tag))
            return baseUserAgent;
        const ua = baseUserAgent ? `${baseUserAgent} ` : '';
        return `${ua}${tag}`;
    }
    return baseUserAgent;
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }

  if (typeof process === "object" && process.version !== undefined) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${
      process.arch
    })`;
  }

  return "<environment undetectable>";
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/register.js
// @ts-check

function register(state, name, method, options) {
  if (typeof method !== "function") {
    throw new Error("method for before hook must be a function");
  }

  if (!options) {
    options = {};
  }

  if (Array.isArray(name)) {
    return name.reverse().reduce((callback, name) => {
      return register.bind(null, state, name, callback, options);
    }, method)();
  }

  return Promise.resolve().then(() => {
    if (!state.registry[name]) {
      return method(options);
    }

    return state.registry[name].reduce((method, registered) => {
      return registered.hook.bind(null, method, options);
    }, method)();
  });
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/add.js
// @ts-check

function addHook(state, kind, name, hook) {
  const orig = hook;
  if (!state.registry[name]) {
    state.registry[name] = [];
  }

  if (kind === "before") {
    hook = (method, options) => {
      return Promise.resolve()
        .then(orig.bind(null, options))
        .then(method.bind(null, options));
    };
  }

  if (kind === "after") {
    hook = (method, options) => {
      let result;
      return Promise.resolve()
        .then(method.bind(null, options))
        .then((result_) => {
          result = result_;
          return orig(result, options);
        })
        .then(() => {
          return result;
        });
    };
  }

  if (kind === "error") {
    hook = (method, options) => {
      return Promise.resolve()
        .then(method.bind(null, options))
        .catch((error) => {
          return orig(error, options);
        });
    };
  }

  state.registry[name].push({
    hook: hook,
    orig: orig,
  });
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/remove.js
// @ts-check

function removeHook(state, name, method) {
  if (!state.registry[name]) {
    return;
  }

  const index = state.registry[name]
    .map((registered) => {
      return registered.orig;
    })
    .indexOf(method);

  if (index === -1) {
    return;
  }

  state.registry[name].splice(index, 1);
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/index.js
// @ts-check





// bind with array of arguments: https://stackoverflow.com/a/21792913
const bind = Function.bind;
const bindable = bind.bind(bind);

function bindApi(hook, state, name) {
  const removeHookRef = bindable(removeHook, null).apply(
    null,
    name ? [state, name] : [state]
  );
  hook.api = { remove: removeHookRef };
  hook.remove = removeHookRef;
  ["before", "error", "after", "wrap"].forEach((kind) => {
    const args = name ? [state, kind, name] : [state, kind];
    hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
  });
}

function Singular() {
  const singularHookName = Symbol("Singular");
  const singularHookState = {
    registry: {},
  };
  const singularHook = register.bind(null, singularHookState, singularHookName);
  bindApi(singularHook, singularHookState, singularHookName);
  return singularHook;
}

function Collection() {
  const state = {
    registry: {},
  };

  const hook = register.bind(null, state);
  bindApi(hook, state);

  return hook;
}

/* harmony default export */ const before_after_hook = ({ Singular, Collection });

;// CONCATENATED MODULE: ./node_modules/@octokit/endpoint/dist-bundle/index.js
// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/defaults.js
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};

// pkg/dist-src/util/lowercase-keys.js
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}

// pkg/dist-src/util/is-plain-object.js
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/util/merge-deep.js
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}

// pkg/dist-src/util/remove-undefined-properties.js
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}

// pkg/dist-src/merge.js
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}

// pkg/dist-src/util/add-query-parameters.js
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}

// pkg/dist-src/util/extract-url-variable-names.js
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}

// pkg/dist-src/util/omit.js
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}

// pkg/dist-src/util/url-template.js
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}

// pkg/dist-src/parse.js
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}

// pkg/dist-src/endpoint-with-defaults.js
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}

// pkg/dist-src/with-defaults.js
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}

// pkg/dist-src/index.js
var endpoint = withDefaults(null, DEFAULTS);


;// CONCATENATED MODULE: ./node_modules/content-type/dist/index.js
/*!
 * content-type
 * Copyright(c) 2015 Douglas Christopher Wilson
 * MIT Licensed
 */
const SP = 32; // " "
const HTAB = 9; // "\t"
const SEMI = 59; // ";"
const EQ = 61; // "="
const DQUOTE = 34; // '"'
const BSLASH = 92; // "\\"
const COMMA = 44; // ","
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 0xff00;
const CASE_FLAGS = LOWER_CASE | NON_ASCII;
/**
 * Character flags used to normalize HTTP field values while scanning.
 * Out-of-range reads intentionally coerce to zero in bitwise expressions.
 */
const CHAR_MAP = new Uint8Array(0x100);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 0x80 /* non-ASCII */; code <= 0xff; code++) {
    CHAR_MAP[code] |= LOWER_CASE;
}
for (const char of "!#$%&'*+-.^_`|~") {
    CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
}
for (let code = 0x30 /* 0 */; code <= 0x39 /* 9 */; code++) {
    CHAR_MAP[code] |= TOKEN_FLAG;
}
for (let code = 0x41 /* A */; code <= 0x5a /* Z */; code++) {
    CHAR_MAP[code] |= LOWER_CASE | TOKEN_FLAG;
}
for (let code = 0x61 /* a */; code <= 0x7a /* z */; code++) {
    CHAR_MAP[code] |= TOKEN_FLAG;
}
/**
 * Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
 */
const NullObject = /* @__PURE__ */ (() => {
    const C = function () { };
    C.prototype = Object.create(null);
    return C;
})();
/**
 * Validate a type string against RFC 9110.
 */
function isTypeValid(type, start = 0, end = type.length) {
    let hasSlash = false;
    for (let index = start; index < end; index++) {
        const code = type.charCodeAt(index);
        if (code === 47 /* / */) {
            if (hasSlash || index === start || index >= end - 1)
                return false;
            hasSlash = true;
        }
        else if (!isTokenCode(code)) {
            return false;
        }
    }
    return hasSlash;
}
/**
 * Validate a token against RFC 9110.
 */
function isTokenValid(token, start = 0, end = token.length) {
    if (start >= end)
        return false;
    for (let index = start; index < end; index++) {
        if (!isTokenCode(token.charCodeAt(index)))
            return false;
    }
    return true;
}
/**
 * Check whether a character code belongs to the token production in RFC 9110.
 */
function isTokenCode(code) {
    return (CHAR_MAP[code] & TOKEN_FLAG) !== 0;
}
/**
 * Serialize a parameter value.
 */
function parameterValue(str) {
    const len = str.length;
    if (len === 0)
        return '""';
    let index = 0;
    while (index < len && isTokenCode(str.charCodeAt(index)))
        index++;
    if (index === len)
        return str;
    let result = '"';
    let start = 0;
    while (index < len) {
        const code = str.charCodeAt(index);
        if (code !== HTAB && (code < SP || code === 127 || code > 255)) {
            throw new TypeError(`Invalid parameter value: ${str}`);
        }
        if (code === 34 /* " */ || code === 92 /* \\ */) {
            result += `${str.slice(start, index)}\\`;
            start = index;
        }
        index++;
    }
    return `${result}${str.slice(start)}"`;
}
/**
 * Format an object into a `Content-Type` header.
 */
function format(obj) {
    const { type, parameters } = obj;
    if (!type || !isTypeValid(type)) {
        throw new TypeError(`Invalid type: ${type}`);
    }
    let result = type;
    if (parameters) {
        for (const param of Object.keys(parameters)) {
            if (!isTokenValid(param)) {
                throw new TypeError(`Invalid parameter name: ${param}`);
            }
            result += `; ${param}=${parameterValue(parameters[param])}`;
        }
    }
    return result;
}
/**
 * Parse a `Content-Type` header.
 */
function dist_parse(header, options) {
    const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
    const len = header.length;
    let valueStart = options?.start ?? 0;
    while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) {
        valueStart++;
    }
    let index = valueStart;
    let typeFlags = 0;
    let whitespace = -1;
    let stop = options?.parameters === false ? COMMA_FLAG : 0;
    while (index < len) {
        const code = header.charCodeAt(index);
        const flags = CHAR_MAP[code];
        if ((flags & stopFlags) !== 0) {
            stop |= flags & COMMA_FLAG;
            break;
        }
        if ((flags & OWS) !== 0) {
            if (whitespace === -1)
                whitespace = index;
        }
        else {
            whitespace = -1;
        }
        typeFlags |= (code & NON_ASCII) | flags;
        index++;
    }
    const valueEnd = whitespace === -1 ? index : whitespace;
    const value = header.slice(valueStart, valueEnd);
    const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
    if (index === len || stop !== 0) {
        return { type, index, parameters: new NullObject() };
    }
    return parseParameters(header, type, index, len, stopFlags);
}
/**
 * Parses the parameters of a `Content-Type` header starting at the given index.
 */
function parseParameters(header, type, index, len, stopFlags) {
    const parameters = new NullObject();
    parameter: while (index < len) {
        index++; // Skip over ;
        while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
            index++;
        }
        const keyStart = index;
        let keyFlags = 0;
        let keyWhitespace = -1;
        while (index < len) {
            const code = header.charCodeAt(index);
            const flags = CHAR_MAP[code];
            if ((flags & stopFlags) !== 0) {
                if ((flags & COMMA_FLAG) !== 0)
                    break parameter;
                continue parameter;
            }
            if (code === EQ) {
                const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
                const value = header.slice(keyStart, keyEnd);
                const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
                index++;
                while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
                    index++;
                }
                if (index < len && header.charCodeAt(index) === DQUOTE) {
                    const quotedStart = ++index;
                    let escaped = false;
                    while (index < len) {
                        const code = header.charCodeAt(index);
                        if (code === DQUOTE) {
                            if (parameters[key] === undefined) {
                                parameters[key] = escaped
                                    ? unescapeQuotedPairs(header, quotedStart, index)
                                    : header.slice(quotedStart, index);
                            }
                            index++;
                            let stop = 0;
                            // Discard characters between quote and delimiter.
                            while (index < len) {
                                const code = header.charCodeAt(index);
                                const flags = CHAR_MAP[code];
                                if ((flags & stopFlags) !== 0) {
                                    stop = flags & COMMA_FLAG;
                                    break;
                                }
                                index++;
                            }
                            if (stop !== 0)
                                break parameter;
                            continue parameter;
                        }
                        if (code === BSLASH && index + 1 < len) {
                            escaped = true;
                            index += 2;
                            continue;
                        }
                        index++;
                    }
                    continue parameter;
                }
                const valueStart = index;
                let stop = 0;
                let valueWhitespace = -1;
                while (index < len) {
                    const code = header.charCodeAt(index);
                    const flags = CHAR_MAP[code];
                    if ((flags & stopFlags) !== 0) {
                        stop = flags & COMMA_FLAG;
                        break;
                    }
                    if ((flags & OWS) !== 0) {
                        if (valueWhitespace === -1)
                            valueWhitespace = index;
                    }
                    else {
                        valueWhitespace = -1;
                    }
                    index++;
                }
                if (parameters[key] === undefined) {
                    const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
                    parameters[key] = header.slice(valueStart, valueEnd);
                }
                if (stop !== 0)
                    break parameter;
                continue parameter;
            }
            if ((flags & OWS) !== 0) {
                if (keyWhitespace === -1)
                    keyWhitespace = index;
            }
            else {
                keyWhitespace = -1;
            }
            keyFlags |= (code & NON_ASCII) | flags;
            index++;
        }
    }
    return { type, index, parameters };
}
/**
 * Remove backslashes from quoted pairs in a known-terminated quoted string body.
 */
function unescapeQuotedPairs(str, start, end) {
    let result = "";
    for (let index = start; index < end; index++) {
        if (str.charCodeAt(index) === BSLASH) {
            result += str.slice(start, index);
            start = ++index;
        }
    }
    return result + str.slice(start, end);
}
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/; // Noise - strings that match the custom format before being converted to it
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;

const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;

/**
 * @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
 * @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
 */

/**
 * Checks if a value is unstringifiable according to native JSON.stringify rules.
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is undefined, a function, or a symbol.
 */
const isUnstringifiable = (val) =>
  val === undefined || typeof val === "function" || typeof val === "symbol";

/**
 * Checks if a value is a native JSON.rawJSON object (Node.js 22+).
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is a RawJSON instance.
 */
const isRawJSON = (val) =>
  val !== null &&
  typeof val === "object" &&
  val.constructor &&
  val.constructor.name === "RawJSON";

/**
 * Iteratively converts a JS value to a JSON string.
 * Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
 * Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
 *
 * @param {any} rootValue The value to stringify.
 * @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
 * @param {string | number} [spaceParam] Indentation for pretty-printing.
 * @returns {string | undefined} The generated JSON string.
 */
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";

  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }

  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer)
    ? new Set(replacer.map(String))
    : null;

  /**
   * Prepares a value for stringification by resolving toJSON, handling BigInts,
   * applying custom replacers, and unwrapping primitive objects.
   *
   * @param {object|Array} parent The parent object or array holding the value.
   * @param {string} key The key associated with the value.
   * @param {any} val The raw value to process.
   * @returns {any} The processed value ready for stringification.
   */
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";

    if (hasToJSON) {
      val = val.toJSON(key);
    }

    const isNoise = typeof val === "string" && noiseValue.test(val);

    if (isNoise) return val + "n";

    const isBigInt = typeof val === "bigint";

    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return JSON.rawJSON(val.toString());

      return val.toString() + "n";
    }

    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }

    const isPostReplacerObject = val !== null && typeof val === "object";

    if (isPostReplacerObject) {
      const isPrimitiveWrapper =
        val instanceof Number ||
        val instanceof String ||
        val instanceof Boolean;

      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }

    return val;
  };

  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);

  if (isUnstringifiable(rootProcessed)) {
    return undefined;
  }

  const isRootPrimitive =
    rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);

  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }

  const chunks = [];
  let level = 0;

  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true,
    },
  ];

  const visited = new WeakSet([rootProcessed]);

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }

    let isDone = false;

    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");

        if (space) chunks.push("\n" + space.repeat(level));

        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);

        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject =
            childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);

          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }

            visited.add(childVal);

            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true,
            });

            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];

        const isFilteredOutByArray = propertyList && !propertyList.has(k);

        if (isFilteredOutByArray) continue;

        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);

        if (isUnstringifiable(childVal)) continue;

        if (!node.first) chunks.push(",");

        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }

        const isComplexObject =
          childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);

        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }

          visited.add(childVal);

          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true,
          });

          node.first = false;

          break; // Stop current loop level to process the newly pushed stack node
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }

      const isNodeFullyProcessed =
        node.index >= node.keys.length && stack[stack.length - 1] === node;

      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }

    if (isDone) {
      level--;

      if (!node.first && space) chunks.push("\n" + space.repeat(level));

      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }

  return chunks.join("");
};

/**
 * Converts a JavaScript value to a JSON string.
 *
 * Supports serialization of BigInt values using two strategies:
 * 1. Custom format "123n" → "123" (universal fallback)
 * 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
 *
 * All other values are serialized exactly like native JSON.stringify().
 *
 * @param {*} value The value to convert to a JSON string.
 * @param {Replacer | Array<string | number> | null} [replacer]
 * A function that alters the behavior of the stringification process,
 * or an array of strings/numbers to indicate properties to exclude.
 * @param {string | number} [space]
 * A string or number to specify indentation or pretty-printing.
 * @returns {string} The JSON string representation.
 */
const JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;

    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());

          const hasFunctionReplacer = typeof replacer === "function";

          if (hasFunctionReplacer) return replacer(key, val);

          const isKeyInArrayReplacer =
            Array.isArray(replacer) && replacer.includes(key);

          if (isKeyInArrayReplacer) return val;

          return val;
        },
        space,
      );
    }

    if (!value) return originalStringify(value, replacer, space);

    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);

        if (isNoise) return val.toString() + "n"; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

        if (typeof val === "bigint") return val.toString() + "n";

        const hasFunctionReplacer = typeof replacer === "function";

        if (hasFunctionReplacer) return replacer(key, val);

        const isKeyInArrayReplacer =
          Array.isArray(replacer) && replacer.includes(key);

        if (isKeyInArrayReplacer) return val;

        return val;
      },
      space,
    );

    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3",
    ); // Delete one "n" off the end of every BigInt value

    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3"); // Remove one "n" off the end of every noisy string

    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);

      if (convertedJSON === undefined) return undefined;

      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return convertedJSON;

      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");

      return processedJSON.replace(noiseStringify, "$1$2$3");
    }

    throw error;
  }
};

const featureCache = new Map();

/**
 * Detects if the current JSON.parse implementation supports the context.source feature.
 *
 * Uses toString() fingerprinting to cache results and automatically detect runtime
 * replacements of JSON.parse (polyfills, mocks, etc.).
 *
 * @returns {boolean} true if context.source is supported, false otherwise.
 */
const isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();

  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }

  try {
    const result = JSON.parse(
      "1",
      (_, __, context) => !!context?.source && context.source === "1",
    );
    featureCache.set(parseFingerprint, result);

    return result;
  } catch {
    featureCache.set(parseFingerprint, false);

    return false;
  }
};

/**
 * Reviver function that converts custom-format BigInt strings back to BigInt values.
 * Also handles "noise" strings that accidentally match the BigInt format.
 *
 * @param {string | number | undefined} key The object key.
 * @param {*} value The value being parsed.
 * @param {object} [context] Parse context (if supported by JSON.parse).
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The transformed value.
 */
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
  const isCustomFormatBigInt =
    typeof value === "string" && customFormat.test(value);

  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));

  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);

  const hasUserReviver = typeof userReviver === "function";

  if (!hasUserReviver) return value;

  return userReviver(key, value, context);
};

/**
 * Fast JSON.parse implementation (~2x faster than classic fallback).
 * Uses JSON.parse's context.source feature to detect integers and convert
 * large numbers directly to BigInt without string manipulation.
 *
 * Does not support legacy custom format from v1 of this library.
 *
 * @param {string} text JSON string to parse.
 * @param {Reviver} [reviver] Transform function to apply to each value.
 * @returns {any} Parsed JavaScript value.
 */
const JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds =
      value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context && intRegex.test(context.source);
    const isBigInt = isBigNumber && isInt;

    if (isBigInt) return BigInt(context.source);

    const hasCustomReviver = typeof reviver === "function";

    if (!hasCustomReviver) return value;

    return reviver(key, value, context);
  });
};

const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers =
  /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/; // Noise - strings that match the custom format before being converted to it

/**
 * Iteratively traverses the parsed object bottom-up (post-order),
 * emulating the native JSON.parse reviver behavior.
 * This avoids Call Stack overflows (RangeError) on deeply nested structures.
 *
 * @param {any} parsed The natively parsed JSON object.
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The fully processed object.
 */
const applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (!node.visited) {
      node.visited = true;

      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";

      if (isComplexObject) {
        const keys = Object.keys(value);

        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];

      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);

        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);

          if (isNoise) value = value.slice(0, -1);
        }
      }

      const hasUserReviver = typeof userReviver === "function";

      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }

      const isDeleted = value === undefined;

      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }

      stack.pop();
    }
  }

  return rootHolder[""];
};

/**
 * Pre-processes the JSON string to mark large numbers with an 'n' suffix.
 *
 * @param {string} text The raw JSON string.
 * @returns {string} The serialized string with marked BigInts.
 */
const serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);

      if (isNoise) return match.substring(0, match.length - 1) + 'n"'; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

      const hasFractionalOrExponential = fractional || exponential;

      // With a fixed number of digits, we can correctly use lexicographical comparison to do a numeric comparison
      const isLessThanMaxSafeInt =
        digits &&
        (digits.length < MAX_DIGITS ||
          (digits.length === MAX_DIGITS && digits <= MAX_INT));

      const isStandardValue =
        isString || hasFractionalOrExponential || isLessThanMaxSafeInt;

      if (isStandardValue) return match;

      return '"' + match + 'n"';
    },
  );
};

/**
 * Converts a JSON string into a JavaScript value.
 *
 * Supports parsing of large integers using two strategies:
 * 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
 * 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
 *
 * All other JSON values are parsed exactly like native JSON.parse().
 *
 * @param {string} text A valid JSON string.
 * @param {Reviver} [reviver]
 * A function that transforms the results. This function is called for each member
 * of the object. If a member contains nested objects, the nested objects are
 * transformed before the parent object is.
 * @returns {any} The parsed JavaScript value.
 * @throws {SyntaxError} If text is not valid JSON.
 */
const JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);

  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver); // Shortcut to a faster (2x) and simpler version

    // Find and mark big numbers with "n"
    const serializedData = serializeBigInts(text);

    return originalParse(serializedData, (key, value, context) =>
      convertMarkedBigIntsReviver(key, value, context, reviver),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);

      return applyReviverIteratively(parsed, reviver);
    }

    throw error;
  }
};



;// CONCATENATED MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}


;// CONCATENATED MODULE: ./node_modules/@octokit/request/dist-bundle/index.js
// pkg/dist-src/index.js


// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var dist_bundle_VERSION = "10.0.16";

// pkg/dist-src/defaults.js
var defaults_default = {
  headers: {
    "user-agent": `octokit-request.js/${dist_bundle_VERSION} ${getUserAgent()}`
  }
};

// pkg/dist-src/fetch-wrapper.js



// pkg/dist-src/is-plain-object.js
function dist_bundle_isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/fetch-wrapper.js

var noop = () => "";
async function fetchWrapper(requestOptions) {
  const fetch = requestOptions.request?.fetch || globalThis.fetch;
  if (!fetch) {
    throw new Error(
      "fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing"
    );
  }
  const log = requestOptions.request?.log || console;
  const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
  const body = dist_bundle_isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
  const requestHeaders = Object.fromEntries(
    Object.entries(requestOptions.headers).map(([name, value]) => [
      name,
      String(value)
    ])
  );
  let fetchResponse;
  try {
    fetchResponse = await fetch(requestOptions.url, {
      method: requestOptions.method,
      body,
      redirect: requestOptions.request?.redirect,
      headers: requestHeaders,
      signal: requestOptions.request?.signal,
      // duplex must be set if request.body is ReadableStream or Async Iterables.
      // See https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
      ...requestOptions.body && { duplex: "half" }
    });
  } catch (error) {
    let message = "Unknown Error";
    if (error instanceof Error) {
      if (error.name === "AbortError") {
        error.status = 500;
        throw error;
      }
      message = error.message;
      if (error.name === "TypeError" && "cause" in error) {
        if (error.cause instanceof Error) {
          message = error.cause.message;
        } else if (typeof error.cause === "string") {
          message = error.cause;
        }
      }
    }
    const requestError = new RequestError(message, 500, {
      request: requestOptions
    });
    requestError.cause = error;
    throw requestError;
  }
  const status = fetchResponse.status;
  const url = fetchResponse.url;
  const responseHeaders = {};
  for (const [key, value] of fetchResponse.headers) {
    responseHeaders[key] = value;
  }
  const octokitResponse = {
    url,
    status,
    headers: responseHeaders,
    data: ""
  };
  if ("deprecation" in responseHeaders) {
    const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
    const deprecationLink = matches && matches.pop();
    log.warn(
      `[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`
    );
  }
  if (status === 204 || status === 205) {
    return octokitResponse;
  }
  if (requestOptions.method === "HEAD") {
    if (status < 400) {
      return octokitResponse;
    }
    throw new RequestError(fetchResponse.statusText, status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status === 304) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError("Not modified", status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status >= 400) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError(toErrorMessage(octokitResponse.data), status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
  return octokitResponse;
}
async function getResponseData(response) {
  const contentType = response.headers.get("content-type");
  if (!contentType) {
    return response.text().catch(noop);
  }
  const mimetype = dist_parse(contentType);
  if (isJSONResponse(mimetype)) {
    let text = "";
    try {
      text = await response.text();
      return JSONParse(text);
    } catch (err) {
      return text;
    }
  } else if (mimetype.type.startsWith("text/") || // `application/octet-stream` is the canonical "arbitrary binary" type
  // (RFC 2046) and must never be decoded as text, even when the response
  // carries a (misleading) `charset=utf-8` parameter — see #751.
  mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") {
    return response.text().catch(noop);
  } else {
    return response.arrayBuffer().catch(
      /* v8 ignore next -- @preserve */
      () => new ArrayBuffer(0)
    );
  }
}
function isJSONResponse(mimetype) {
  return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
  if (typeof data === "string") {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return "Unknown error";
  }
  if (typeof data === "object" && data !== null && "message" in data) {
    const objectData = data;
    const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
    return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
  }
  return `Unknown error: ${JSON.stringify(data)}`;
}

// pkg/dist-src/with-defaults.js
function dist_bundle_withDefaults(oldEndpoint, newDefaults) {
  const endpoint2 = oldEndpoint.defaults(newDefaults);
  const newApi = function(route, parameters) {
    const endpointOptions = endpoint2.merge(route, parameters);
    if (!endpointOptions.request || !endpointOptions.request.hook) {
      return fetchWrapper(endpoint2.parse(endpointOptions));
    }
    const request2 = (route2, parameters2) => {
      return fetchWrapper(
        endpoint2.parse(endpoint2.merge(route2, parameters2))
      );
    };
    Object.assign(request2, {
      endpoint: endpoint2,
      defaults: dist_bundle_withDefaults.bind(null, endpoint2)
    });
    return endpointOptions.request.hook(request2, endpointOptions);
  };
  return Object.assign(newApi, {
    endpoint: endpoint2,
    defaults: dist_bundle_withDefaults.bind(null, endpoint2)
  });
}

// pkg/dist-src/index.js
var request = dist_bundle_withDefaults(endpoint, defaults_default);

/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

;// CONCATENATED MODULE: ./node_modules/@octokit/graphql/dist-bundle/index.js
// pkg/dist-src/index.js



// pkg/dist-src/version.js
var graphql_dist_bundle_VERSION = "0.0.0-development";

// pkg/dist-src/with-defaults.js


// pkg/dist-src/graphql.js


// pkg/dist-src/error.js
function _buildMessageForResponseErrors(data) {
  return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
  constructor(request2, headers, response) {
    super(_buildMessageForResponseErrors(response));
    this.request = request2;
    this.headers = headers;
    this.response = response;
    this.errors = response.errors;
    this.data = response.data;
    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, this.constructor);
    }
  }
  request;
  headers;
  response;
  name = "GraphqlResponseError";
  errors;
  data;
};

// pkg/dist-src/graphql.js
var NON_VARIABLE_OPTIONS = [
  "method",
  "baseUrl",
  "url",
  "headers",
  "request",
  "query",
  "mediaType",
  "operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = ["query", "method", "url"];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
  if (options) {
    if (typeof query === "string" && "query" in options) {
      return Promise.reject(
        new Error(`[@octokit/graphql] "query" cannot be used as variable name`)
      );
    }
    for (const key in options) {
      if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
      return Promise.reject(
        new Error(
          `[@octokit/graphql] "${key}" cannot be used as variable name`
        )
      );
    }
  }
  const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
  const requestOptions = Object.keys(
    parsedOptions
  ).reduce((result, key) => {
    if (NON_VARIABLE_OPTIONS.includes(key)) {
      result[key] = parsedOptions[key];
      return result;
    }
    if (!result.variables) {
      result.variables = {};
    }
    result.variables[key] = parsedOptions[key];
    return result;
  }, {});
  const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
  if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) {
    requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
  }
  return request2(requestOptions).then((response) => {
    if (response.data.errors) {
      const headers = {};
      for (const key of Object.keys(response.headers)) {
        headers[key] = response.headers[key];
      }
      throw new GraphqlResponseError(
        requestOptions,
        headers,
        response.data
      );
    }
    return response.data.data;
  });
}

// pkg/dist-src/with-defaults.js
function graphql_dist_bundle_withDefaults(request2, newDefaults) {
  const newRequest = request2.defaults(newDefaults);
  const newApi = (query, options) => {
    return graphql(newRequest, query, options);
  };
  return Object.assign(newApi, {
    defaults: graphql_dist_bundle_withDefaults.bind(null, newRequest),
    endpoint: newRequest.endpoint
  });
}

// pkg/dist-src/index.js
var graphql2 = graphql_dist_bundle_withDefaults(request, {
  headers: {
    "user-agent": `octokit-graphql.js/${graphql_dist_bundle_VERSION} ${getUserAgent()}`
  },
  method: "POST",
  url: "/graphql"
});
function withCustomRequest(customRequest) {
  return graphql_dist_bundle_withDefaults(customRequest, {
    method: "POST",
    url: "/graphql"
  });
}

/* v8 ignore if -- @preserve */

;// CONCATENATED MODULE: ./node_modules/@octokit/auth-token/dist-bundle/index.js
// pkg/dist-src/is-jwt.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);

// pkg/dist-src/auth.js
async function auth(token) {
  const isApp = isJWT(token);
  const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
  const isUserToServer = token.startsWith("ghu_");
  const tokenType = isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth";
  return {
    type: "token",
    token,
    tokenType
  };
}

// pkg/dist-src/with-authorization-prefix.js
function withAuthorizationPrefix(token) {
  if (token.split(/\./).length === 3) {
    return `bearer ${token}`;
  }
  return `token ${token}`;
}

// pkg/dist-src/hook.js
async function hook(token, request, route, parameters) {
  const endpoint = request.endpoint.merge(
    route,
    parameters
  );
  endpoint.headers.authorization = withAuthorizationPrefix(token);
  return request(endpoint);
}

// pkg/dist-src/index.js
var createTokenAuth = function createTokenAuth2(token) {
  if (!token) {
    throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
  }
  if (typeof token !== "string") {
    throw new Error(
      "[@octokit/auth-token] Token passed to createTokenAuth is not a string"
    );
  }
  token = token.replace(/^(token|bearer) +/i, "");
  return Object.assign(auth.bind(null, token), {
    hook: hook.bind(null, token)
  });
};


;// CONCATENATED MODULE: ./node_modules/@octokit/core/dist-src/version.js
const version_VERSION = "7.0.8";


;// CONCATENATED MODULE: ./node_modules/@octokit/core/dist-src/index.js






const dist_src_noop = () => {
};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
  if (typeof logger.debug !== "function") {
    logger.debug = dist_src_noop;
  }
  if (typeof logger.info !== "function") {
    logger.info = dist_src_noop;
  }
  if (typeof logger.warn !== "function") {
    logger.warn = consoleWarn;
  }
  if (typeof logger.error !== "function") {
    logger.error = consoleError;
  }
  return logger;
}
const userAgentTrail = `octokit-core.js/${version_VERSION} ${getUserAgent()}`;
class Octokit {
  static VERSION = version_VERSION;
  static defaults(defaults) {
    const OctokitWithDefaults = class extends this {
      constructor(...args) {
        const options = args[0] || {};
        if (typeof defaults === "function") {
          super(defaults(options));
          return;
        }
        super(
          Object.assign(
            {},
            defaults,
            options,
            options.userAgent && defaults.userAgent ? {
              userAgent: `${options.userAgent} ${defaults.userAgent}`
            } : null
          )
        );
      }
    };
    return OctokitWithDefaults;
  }
  static plugins = [];
  /**
   * Attach a plugin (or many) to your Octokit instance.
   *
   * @example
   * const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
   */
  static plugin(...newPlugins) {
    const currentPlugins = this.plugins;
    const NewOctokit = class extends this {
      static plugins = currentPlugins.concat(
        newPlugins.filter((plugin) => !currentPlugins.includes(plugin))
      );
    };
    return NewOctokit;
  }
  constructor(options = {}) {
    const hook = new before_after_hook.Collection();
    const requestDefaults = {
      baseUrl: request.endpoint.DEFAULTS.baseUrl,
      headers: {},
      request: Object.assign({}, options.request, {
        // @ts-ignore internal usage only, no need to type
        hook: hook.bind(null, "request")
      }),
      mediaType: {
        previews: [],
        format: ""
      }
    };
    requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
    if (options.baseUrl) {
      requestDefaults.baseUrl = options.baseUrl;
    }
    if (options.previews) {
      requestDefaults.mediaType.previews = options.previews;
    }
    if (options.timeZone) {
      requestDefaults.headers["time-zone"] = options.timeZone;
    }
    this.request = request.defaults(requestDefaults);
    this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
    this.log = createLogger(options.log);
    this.hook = hook;
    if (!options.authStrategy) {
      if (!options.auth) {
        this.auth = async () => ({
          type: "unauthenticated"
        });
      } else {
        const auth = createTokenAuth(options.auth);
        hook.wrap("request", auth.hook);
        this.auth = auth;
      }
    } else {
      const { authStrategy, ...otherOptions } = options;
      const auth = authStrategy(
        Object.assign(
          {
            request: this.request,
            log: this.log,
            // we pass the current octokit instance as well as its constructor options
            // to allow for authentication strategies that return a new octokit instance
            // that shares the same internal state as the current one. The original
            // requirement for this was the "event-octokit" authentication strategy
            // of https://github.com/probot/octokit-auth-probot.
            octokit: this,
            octokitOptions: otherOptions
          },
          options.auth
        )
      );
      hook.wrap("request", auth.hook);
      this.auth = auth;
    }
    const classConstructor = this.constructor;
    for (let i = 0; i < classConstructor.plugins.length; ++i) {
      Object.assign(this, classConstructor.plugins[i](this, options));
    }
  }
  // assigned during constructor
  request;
  graphql;
  log;
  hook;
  // TODO: type `octokit.auth` based on passed options.authStrategy
  auth;
}


;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const dist_src_version_VERSION = "17.0.0";

//# sourceMappingURL=version.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
const Endpoints = {
  actions: {
    addCustomLabelsToSelfHostedRunnerForOrg: [
      "POST /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    addCustomLabelsToSelfHostedRunnerForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    addRepoAccessToSelfHostedRunnerGroupInOrg: [
      "PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgVariable: [
      "PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"
    ],
    approveWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"
    ],
    cancelWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"
    ],
    createEnvironmentVariable: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/variables"
    ],
    createHostedRunnerForOrg: ["POST /orgs/{org}/actions/hosted-runners"],
    createOrUpdateEnvironmentSecret: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    createOrUpdateOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}"],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"
    ],
    createOrgVariable: ["POST /orgs/{org}/actions/variables"],
    createRegistrationTokenForOrg: [
      "POST /orgs/{org}/actions/runners/registration-token"
    ],
    createRegistrationTokenForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/registration-token"
    ],
    createRemoveTokenForOrg: ["POST /orgs/{org}/actions/runners/remove-token"],
    createRemoveTokenForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/remove-token"
    ],
    createRepoVariable: ["POST /repos/{owner}/{repo}/actions/variables"],
    createWorkflowDispatch: [
      "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"
    ],
    deleteActionsCacheById: [
      "DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}"
    ],
    deleteActionsCacheByKey: [
      "DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"
    ],
    deleteArtifact: [
      "DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"
    ],
    deleteCustomImageFromOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"
    ],
    deleteCustomImageVersionFromOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"
    ],
    deleteEnvironmentSecret: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    deleteEnvironmentVariable: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    deleteHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}"],
    deleteOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"
    ],
    deleteRepoVariable: [
      "DELETE /repos/{owner}/{repo}/actions/variables/{name}"
    ],
    deleteSelfHostedRunnerFromOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}"
    ],
    deleteSelfHostedRunnerFromRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"
    ],
    deleteWorkflowRun: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],
    deleteWorkflowRunLogs: [
      "DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs"
    ],
    disableSelectedRepositoryGithubActionsOrganization: [
      "DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"
    ],
    disableWorkflow: [
      "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"
    ],
    downloadArtifact: [
      "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"
    ],
    downloadJobLogsForWorkflowRun: [
      "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"
    ],
    downloadWorkflowRunAttemptLogs: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"
    ],
    downloadWorkflowRunLogs: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs"
    ],
    enableSelectedRepositoryGithubActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"
    ],
    enableWorkflow: [
      "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"
    ],
    forceCancelWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel"
    ],
    generateRunnerJitconfigForOrg: [
      "POST /orgs/{org}/actions/runners/generate-jitconfig"
    ],
    generateRunnerJitconfigForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"
    ],
    getActionsCacheList: ["GET /repos/{owner}/{repo}/actions/caches"],
    getActionsCacheUsage: ["GET /repos/{owner}/{repo}/actions/cache/usage"],
    getActionsCacheUsageByRepoForOrg: [
      "GET /orgs/{org}/actions/cache/usage-by-repository"
    ],
    getActionsCacheUsageForOrg: ["GET /orgs/{org}/actions/cache/usage"],
    getAllowedActionsOrganization: [
      "GET /orgs/{org}/actions/permissions/selected-actions"
    ],
    getAllowedActionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/selected-actions"
    ],
    getArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
    getCustomImageForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"
    ],
    getCustomImageVersionForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"
    ],
    getCustomOidcSubClaimForRepo: [
      "GET /repos/{owner}/{repo}/actions/oidc/customization/sub"
    ],
    getEnvironmentPublicKey: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"
    ],
    getEnvironmentSecret: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    getEnvironmentVariable: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    getGithubActionsDefaultWorkflowPermissionsOrganization: [
      "GET /orgs/{org}/actions/permissions/workflow"
    ],
    getGithubActionsDefaultWorkflowPermissionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/workflow"
    ],
    getGithubActionsPermissionsOrganization: [
      "GET /orgs/{org}/actions/permissions"
    ],
    getGithubActionsPermissionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions"
    ],
    getHostedRunnerForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    getHostedRunnersGithubOwnedImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/github-owned"
    ],
    getHostedRunnersLimitsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/limits"
    ],
    getHostedRunnersMachineSpecsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/machine-sizes"
    ],
    getHostedRunnersPartnerImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/partner"
    ],
    getHostedRunnersPlatformsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/platforms"
    ],
    getJobForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],
    getOrgPublicKey: ["GET /orgs/{org}/actions/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}"],
    getOrgVariable: ["GET /orgs/{org}/actions/variables/{name}"],
    getPendingDeploymentsForRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"
    ],
    getRepoPermissions: [
      "GET /repos/{owner}/{repo}/actions/permissions",
      {},
      { renamed: ["actions", "getGithubActionsPermissionsRepository"] }
    ],
    getRepoPublicKey: ["GET /repos/{owner}/{repo}/actions/secrets/public-key"],
    getRepoSecret: ["GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
    getRepoVariable: ["GET /repos/{owner}/{repo}/actions/variables/{name}"],
    getReviewsForRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"
    ],
    getSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}"],
    getSelfHostedRunnerForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/{runner_id}"
    ],
    getWorkflow: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],
    getWorkflowAccessToRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/access"
    ],
    getWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
    getWorkflowRunAttempt: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"
    ],
    getWorkflowRunUsage: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing"
    ],
    getWorkflowUsage: [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"
    ],
    listArtifactsForRepo: ["GET /repos/{owner}/{repo}/actions/artifacts"],
    listCustomImageVersionsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions"
    ],
    listCustomImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom"
    ],
    listEnvironmentSecrets: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets"
    ],
    listEnvironmentVariables: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/variables"
    ],
    listGithubHostedRunnersInGroupForOrg: [
      "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"
    ],
    listHostedRunnersForOrg: ["GET /orgs/{org}/actions/hosted-runners"],
    listJobsForWorkflowRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"
    ],
    listJobsForWorkflowRunAttempt: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs"
    ],
    listLabelsForSelfHostedRunnerForOrg: [
      "GET /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    listLabelsForSelfHostedRunnerForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    listOrgSecrets: ["GET /orgs/{org}/actions/secrets"],
    listOrgVariables: ["GET /orgs/{org}/actions/variables"],
    listRepoOrganizationSecrets: [
      "GET /repos/{owner}/{repo}/actions/organization-secrets"
    ],
    listRepoOrganizationVariables: [
      "GET /repos/{owner}/{repo}/actions/organization-variables"
    ],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/actions/secrets"],
    listRepoVariables: ["GET /repos/{owner}/{repo}/actions/variables"],
    listRepoWorkflows: ["GET /repos/{owner}/{repo}/actions/workflows"],
    listRunnerApplicationsForOrg: ["GET /orgs/{org}/actions/runners/downloads"],
    listRunnerApplicationsForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/downloads"
    ],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/actions/secrets/{secret_name}/repositories"
    ],
    listSelectedReposForOrgVariable: [
      "GET /orgs/{org}/actions/variables/{name}/repositories"
    ],
    listSelectedRepositoriesEnabledGithubActionsOrganization: [
      "GET /orgs/{org}/actions/permissions/repositories"
    ],
    listSelfHostedRunnersForOrg: ["GET /orgs/{org}/actions/runners"],
    listSelfHostedRunnersForRepo: ["GET /repos/{owner}/{repo}/actions/runners"],
    listWorkflowRunArtifacts: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"
    ],
    listWorkflowRuns: [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"
    ],
    listWorkflowRunsForRepo: ["GET /repos/{owner}/{repo}/actions/runs"],
    reRunJobForWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"
    ],
    reRunWorkflow: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],
    reRunWorkflowFailedJobs: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"
    ],
    removeAllCustomLabelsFromSelfHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    removeAllCustomLabelsFromSelfHostedRunnerForRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    removeCustomLabelFromSelfHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"
    ],
    removeCustomLabelFromSelfHostedRunnerForRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"
    ],
    removeSelectedRepoFromOrgVariable: [
      "DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"
    ],
    reviewCustomGatesForRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"
    ],
    reviewPendingDeploymentsForRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"
    ],
    setAllowedActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/selected-actions"
    ],
    setAllowedActionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"
    ],
    setCustomLabelsForSelfHostedRunnerForOrg: [
      "PUT /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    setCustomLabelsForSelfHostedRunnerForRepo: [
      "PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    setCustomOidcSubClaimForRepo: [
      "PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"
    ],
    setGithubActionsDefaultWorkflowPermissionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/workflow"
    ],
    setGithubActionsDefaultWorkflowPermissionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/workflow"
    ],
    setGithubActionsPermissionsOrganization: [
      "PUT /orgs/{org}/actions/permissions"
    ],
    setGithubActionsPermissionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"
    ],
    setSelectedReposForOrgVariable: [
      "PUT /orgs/{org}/actions/variables/{name}/repositories"
    ],
    setSelectedRepositoriesEnabledGithubActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/repositories"
    ],
    setWorkflowAccessToRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/access"
    ],
    updateEnvironmentVariable: [
      "PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    updateHostedRunnerForOrg: [
      "PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    updateOrgVariable: ["PATCH /orgs/{org}/actions/variables/{name}"],
    updateRepoVariable: [
      "PATCH /repos/{owner}/{repo}/actions/variables/{name}"
    ]
  },
  activity: {
    checkRepoIsStarredByAuthenticatedUser: ["GET /user/starred/{owner}/{repo}"],
    deleteRepoSubscription: ["DELETE /repos/{owner}/{repo}/subscription"],
    deleteThreadSubscription: [
      "DELETE /notifications/threads/{thread_id}/subscription"
    ],
    getFeeds: ["GET /feeds"],
    getRepoSubscription: ["GET /repos/{owner}/{repo}/subscription"],
    getThread: ["GET /notifications/threads/{thread_id}"],
    getThreadSubscriptionForAuthenticatedUser: [
      "GET /notifications/threads/{thread_id}/subscription"
    ],
    listEventsForAuthenticatedUser: ["GET /users/{username}/events"],
    listNotificationsForAuthenticatedUser: ["GET /notifications"],
    listOrgEventsForAuthenticatedUser: [
      "GET /users/{username}/events/orgs/{org}"
    ],
    listPublicEvents: ["GET /events"],
    listPublicEventsForRepoNetwork: ["GET /networks/{owner}/{repo}/events"],
    listPublicEventsForUser: ["GET /users/{username}/events/public"],
    listPublicOrgEvents: ["GET /orgs/{org}/events"],
    listReceivedEventsForUser: ["GET /users/{username}/received_events"],
    listReceivedPublicEventsForUser: [
      "GET /users/{username}/received_events/public"
    ],
    listRepoEvents: ["GET /repos/{owner}/{repo}/events"],
    listRepoNotificationsForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/notifications"
    ],
    listReposStarredByAuthenticatedUser: ["GET /user/starred"],
    listReposStarredByUser: ["GET /users/{username}/starred"],
    listReposWatchedByUser: ["GET /users/{username}/subscriptions"],
    listStargazersForRepo: ["GET /repos/{owner}/{repo}/stargazers"],
    listWatchedReposForAuthenticatedUser: ["GET /user/subscriptions"],
    listWatchersForRepo: ["GET /repos/{owner}/{repo}/subscribers"],
    markNotificationsAsRead: ["PUT /notifications"],
    markRepoNotificationsAsRead: ["PUT /repos/{owner}/{repo}/notifications"],
    markThreadAsDone: ["DELETE /notifications/threads/{thread_id}"],
    markThreadAsRead: ["PATCH /notifications/threads/{thread_id}"],
    setRepoSubscription: ["PUT /repos/{owner}/{repo}/subscription"],
    setThreadSubscription: [
      "PUT /notifications/threads/{thread_id}/subscription"
    ],
    starRepoForAuthenticatedUser: ["PUT /user/starred/{owner}/{repo}"],
    unstarRepoForAuthenticatedUser: ["DELETE /user/starred/{owner}/{repo}"]
  },
  apps: {
    addRepoToInstallation: [
      "PUT /user/installations/{installation_id}/repositories/{repository_id}",
      {},
      { renamed: ["apps", "addRepoToInstallationForAuthenticatedUser"] }
    ],
    addRepoToInstallationForAuthenticatedUser: [
      "PUT /user/installations/{installation_id}/repositories/{repository_id}"
    ],
    checkToken: ["POST /applications/{client_id}/token"],
    createFromManifest: ["POST /app-manifests/{code}/conversions"],
    createInstallationAccessToken: [
      "POST /app/installations/{installation_id}/access_tokens"
    ],
    deleteAuthorization: ["DELETE /applications/{client_id}/grant"],
    deleteInstallation: ["DELETE /app/installations/{installation_id}"],
    deleteToken: ["DELETE /applications/{client_id}/token"],
    getAuthenticated: ["GET /app"],
    getBySlug: ["GET /apps/{app_slug}"],
    getInstallation: ["GET /app/installations/{installation_id}"],
    getOrgInstallation: ["GET /orgs/{org}/installation"],
    getRepoInstallation: ["GET /repos/{owner}/{repo}/installation"],
    getSubscriptionPlanForAccount: [
      "GET /marketplace_listing/accounts/{account_id}"
    ],
    getSubscriptionPlanForAccountStubbed: [
      "GET /marketplace_listing/stubbed/accounts/{account_id}"
    ],
    getUserInstallation: ["GET /users/{username}/installation"],
    getWebhookConfigForApp: ["GET /app/hook/config"],
    getWebhookDelivery: ["GET /app/hook/deliveries/{delivery_id}"],
    listAccountsForPlan: ["GET /marketplace_listing/plans/{plan_id}/accounts"],
    listAccountsForPlanStubbed: [
      "GET /marketplace_listing/stubbed/plans/{plan_id}/accounts"
    ],
    listInstallationReposForAuthenticatedUser: [
      "GET /user/installations/{installation_id}/repositories"
    ],
    listInstallationRequestsForAuthenticatedApp: [
      "GET /app/installation-requests"
    ],
    listInstallations: ["GET /app/installations"],
    listInstallationsForAuthenticatedUser: ["GET /user/installations"],
    listPlans: ["GET /marketplace_listing/plans"],
    listPlansStubbed: ["GET /marketplace_listing/stubbed/plans"],
    listReposAccessibleToInstallation: ["GET /installation/repositories"],
    listSubscriptionsForAuthenticatedUser: ["GET /user/marketplace_purchases"],
    listSubscriptionsForAuthenticatedUserStubbed: [
      "GET /user/marketplace_purchases/stubbed"
    ],
    listWebhookDeliveries: ["GET /app/hook/deliveries"],
    redeliverWebhookDelivery: [
      "POST /app/hook/deliveries/{delivery_id}/attempts"
    ],
    removeRepoFromInstallation: [
      "DELETE /user/installations/{installation_id}/repositories/{repository_id}",
      {},
      { renamed: ["apps", "removeRepoFromInstallationForAuthenticatedUser"] }
    ],
    removeRepoFromInstallationForAuthenticatedUser: [
      "DELETE /user/installations/{installation_id}/repositories/{repository_id}"
    ],
    resetToken: ["PATCH /applications/{client_id}/token"],
    revokeInstallationAccessToken: ["DELETE /installation/token"],
    scopeToken: ["POST /applications/{client_id}/token/scoped"],
    suspendInstallation: ["PUT /app/installations/{installation_id}/suspended"],
    unsuspendInstallation: [
      "DELETE /app/installations/{installation_id}/suspended"
    ],
    updateWebhookConfigForApp: ["PATCH /app/hook/config"]
  },
  billing: {
    getGithubActionsBillingOrg: ["GET /orgs/{org}/settings/billing/actions"],
    getGithubActionsBillingUser: [
      "GET /users/{username}/settings/billing/actions"
    ],
    getGithubBillingPremiumRequestUsageReportOrg: [
      "GET /organizations/{org}/settings/billing/premium_request/usage"
    ],
    getGithubBillingPremiumRequestUsageReportUser: [
      "GET /users/{username}/settings/billing/premium_request/usage"
    ],
    getGithubBillingUsageReportOrg: [
      "GET /organizations/{org}/settings/billing/usage"
    ],
    getGithubBillingUsageReportUser: [
      "GET /users/{username}/settings/billing/usage"
    ],
    getGithubPackagesBillingOrg: ["GET /orgs/{org}/settings/billing/packages"],
    getGithubPackagesBillingUser: [
      "GET /users/{username}/settings/billing/packages"
    ],
    getSharedStorageBillingOrg: [
      "GET /orgs/{org}/settings/billing/shared-storage"
    ],
    getSharedStorageBillingUser: [
      "GET /users/{username}/settings/billing/shared-storage"
    ]
  },
  campaigns: {
    createCampaign: ["POST /orgs/{org}/campaigns"],
    deleteCampaign: ["DELETE /orgs/{org}/campaigns/{campaign_number}"],
    getCampaignSummary: ["GET /orgs/{org}/campaigns/{campaign_number}"],
    listOrgCampaigns: ["GET /orgs/{org}/campaigns"],
    updateCampaign: ["PATCH /orgs/{org}/campaigns/{campaign_number}"]
  },
  checks: {
    create: ["POST /repos/{owner}/{repo}/check-runs"],
    createSuite: ["POST /repos/{owner}/{repo}/check-suites"],
    get: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}"],
    getSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],
    listAnnotations: [
      "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"
    ],
    listForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],
    listForSuite: [
      "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"
    ],
    listSuitesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
    rerequestRun: [
      "POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"
    ],
    rerequestSuite: [
      "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest"
    ],
    setSuitesPreferences: [
      "PATCH /repos/{owner}/{repo}/check-suites/preferences"
    ],
    update: ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"]
  },
  codeScanning: {
    commitAutofix: [
      "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"
    ],
    createAutofix: [
      "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"
    ],
    createVariantAnalysis: [
      "POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses"
    ],
    deleteAnalysis: [
      "DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"
    ],
    deleteCodeqlDatabase: [
      "DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"
    ],
    getAlert: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
      {},
      { renamedParameters: { alert_id: "alert_number" } }
    ],
    getAnalysis: [
      "GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}"
    ],
    getAutofix: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"
    ],
    getCodeqlDatabase: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"
    ],
    getDefaultSetup: ["GET /repos/{owner}/{repo}/code-scanning/default-setup"],
    getSarif: ["GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],
    getVariantAnalysis: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}"
    ],
    getVariantAnalysisRepoTask: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}"
    ],
    listAlertInstances: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances"
    ],
    listAlertsForOrg: ["GET /orgs/{org}/code-scanning/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/code-scanning/alerts"],
    listAlertsInstances: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
      {},
      { renamed: ["codeScanning", "listAlertInstances"] }
    ],
    listCodeqlDatabases: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/databases"
    ],
    listRecentAnalyses: ["GET /repos/{owner}/{repo}/code-scanning/analyses"],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"
    ],
    updateDefaultSetup: [
      "PATCH /repos/{owner}/{repo}/code-scanning/default-setup"
    ],
    uploadSarif: ["POST /repos/{owner}/{repo}/code-scanning/sarifs"]
  },
  codeSecurity: {
    attachConfiguration: [
      "POST /orgs/{org}/code-security/configurations/{configuration_id}/attach"
    ],
    attachEnterpriseConfiguration: [
      "POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach"
    ],
    createConfiguration: ["POST /orgs/{org}/code-security/configurations"],
    createConfigurationForEnterprise: [
      "POST /enterprises/{enterprise}/code-security/configurations"
    ],
    deleteConfiguration: [
      "DELETE /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    deleteConfigurationForEnterprise: [
      "DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ],
    detachConfiguration: [
      "DELETE /orgs/{org}/code-security/configurations/detach"
    ],
    getConfiguration: [
      "GET /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    getConfigurationForRepository: [
      "GET /repos/{owner}/{repo}/code-security-configuration"
    ],
    getConfigurationsForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations"
    ],
    getConfigurationsForOrg: ["GET /orgs/{org}/code-security/configurations"],
    getDefaultConfigurations: [
      "GET /orgs/{org}/code-security/configurations/defaults"
    ],
    getDefaultConfigurationsForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations/defaults"
    ],
    getRepositoriesForConfiguration: [
      "GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"
    ],
    getRepositoriesForEnterpriseConfiguration: [
      "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories"
    ],
    getSingleConfigurationForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ],
    setConfigurationAsDefault: [
      "PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults"
    ],
    setConfigurationAsDefaultForEnterprise: [
      "PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults"
    ],
    updateConfiguration: [
      "PATCH /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    updateEnterpriseConfiguration: [
      "PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ]
  },
  codesOfConduct: {
    getAllCodesOfConduct: ["GET /codes_of_conduct"],
    getConductCode: ["GET /codes_of_conduct/{key}"]
  },
  codespaces: {
    addRepositoryForSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    checkPermissionsForDevcontainer: [
      "GET /repos/{owner}/{repo}/codespaces/permissions_check"
    ],
    codespaceMachinesForAuthenticatedUser: [
      "GET /user/codespaces/{codespace_name}/machines"
    ],
    createForAuthenticatedUser: ["POST /user/codespaces"],
    createOrUpdateOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}"
    ],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    createOrUpdateSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}"
    ],
    createWithPrForAuthenticatedUser: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"
    ],
    createWithRepoForAuthenticatedUser: [
      "POST /repos/{owner}/{repo}/codespaces"
    ],
    deleteForAuthenticatedUser: ["DELETE /user/codespaces/{codespace_name}"],
    deleteFromOrganization: [
      "DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    deleteSecretForAuthenticatedUser: [
      "DELETE /user/codespaces/secrets/{secret_name}"
    ],
    exportForAuthenticatedUser: [
      "POST /user/codespaces/{codespace_name}/exports"
    ],
    getCodespacesForUserInOrg: [
      "GET /orgs/{org}/members/{username}/codespaces"
    ],
    getExportDetailsForAuthenticatedUser: [
      "GET /user/codespaces/{codespace_name}/exports/{export_id}"
    ],
    getForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}"],
    getOrgPublicKey: ["GET /orgs/{org}/codespaces/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}"],
    getPublicKeyForAuthenticatedUser: [
      "GET /user/codespaces/secrets/public-key"
    ],
    getRepoPublicKey: [
      "GET /repos/{owner}/{repo}/codespaces/secrets/public-key"
    ],
    getRepoSecret: [
      "GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    getSecretForAuthenticatedUser: [
      "GET /user/codespaces/secrets/{secret_name}"
    ],
    listDevcontainersInRepositoryForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/devcontainers"
    ],
    listForAuthenticatedUser: ["GET /user/codespaces"],
    listInOrganization: [
      "GET /orgs/{org}/codespaces",
      {},
      { renamedParameters: { org_id: "org" } }
    ],
    listInRepositoryForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces"
    ],
    listOrgSecrets: ["GET /orgs/{org}/codespaces/secrets"],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/codespaces/secrets"],
    listRepositoriesForSecretForAuthenticatedUser: [
      "GET /user/codespaces/secrets/{secret_name}/repositories"
    ],
    listSecretsForAuthenticatedUser: ["GET /user/codespaces/secrets"],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories"
    ],
    preFlightWithRepoForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/new"
    ],
    publishForAuthenticatedUser: [
      "POST /user/codespaces/{codespace_name}/publish"
    ],
    removeRepositoryForSecretForAuthenticatedUser: [
      "DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    repoMachinesForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/machines"
    ],
    setRepositoriesForSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}/repositories"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories"
    ],
    startForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/start"],
    stopForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/stop"],
    stopInOrganization: [
      "POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"
    ],
    updateForAuthenticatedUser: ["PATCH /user/codespaces/{codespace_name}"]
  },
  copilot: {
    addCopilotSeatsForTeams: [
      "POST /orgs/{org}/copilot/billing/selected_teams"
    ],
    addCopilotSeatsForUsers: [
      "POST /orgs/{org}/copilot/billing/selected_users"
    ],
    cancelCopilotSeatAssignmentForTeams: [
      "DELETE /orgs/{org}/copilot/billing/selected_teams"
    ],
    cancelCopilotSeatAssignmentForUsers: [
      "DELETE /orgs/{org}/copilot/billing/selected_users"
    ],
    copilotMetricsForOrganization: ["GET /orgs/{org}/copilot/metrics"],
    copilotMetricsForTeam: ["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],
    getCopilotOrganizationDetails: ["GET /orgs/{org}/copilot/billing"],
    getCopilotSeatDetailsForUser: [
      "GET /orgs/{org}/members/{username}/copilot"
    ],
    listCopilotSeats: ["GET /orgs/{org}/copilot/billing/seats"]
  },
  credentials: { revoke: ["POST /credentials/revoke"] },
  dependabot: {
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"
    ],
    createOrUpdateOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}"
    ],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    getAlert: ["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
    getOrgPublicKey: ["GET /orgs/{org}/dependabot/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}"],
    getRepoPublicKey: [
      "GET /repos/{owner}/{repo}/dependabot/secrets/public-key"
    ],
    getRepoSecret: [
      "GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    listAlertsForEnterprise: [
      "GET /enterprises/{enterprise}/dependabot/alerts"
    ],
    listAlertsForOrg: ["GET /orgs/{org}/dependabot/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/dependabot/alerts"],
    listOrgSecrets: ["GET /orgs/{org}/dependabot/secrets"],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/dependabot/secrets"],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"
    ],
    repositoryAccessForOrg: [
      "GET /organizations/{org}/dependabot/repository-access"
    ],
    setRepositoryAccessDefaultLevel: [
      "PUT /organizations/{org}/dependabot/repository-access/default-level"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"
    ],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"
    ],
    updateRepositoryAccessForOrg: [
      "PATCH /organizations/{org}/dependabot/repository-access"
    ]
  },
  dependencyGraph: {
    createRepositorySnapshot: [
      "POST /repos/{owner}/{repo}/dependency-graph/snapshots"
    ],
    diffRange: [
      "GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"
    ],
    exportSbom: ["GET /repos/{owner}/{repo}/dependency-graph/sbom"]
  },
  emojis: { get: ["GET /emojis"] },
  enterpriseTeamMemberships: {
    add: [
      "PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ],
    bulkAdd: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"
    ],
    bulkRemove: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"
    ],
    get: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ],
    list: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],
    remove: [
      "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ]
  },
  enterpriseTeamOrganizations: {
    add: [
      "PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    bulkAdd: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"
    ],
    bulkRemove: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove"
    ],
    delete: [
      "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    getAssignment: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    getAssignments: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations"
    ]
  },
  enterpriseTeams: {
    create: ["POST /enterprises/{enterprise}/teams"],
    delete: ["DELETE /enterprises/{enterprise}/teams/{team_slug}"],
    get: ["GET /enterprises/{enterprise}/teams/{team_slug}"],
    list: ["GET /enterprises/{enterprise}/teams"],
    update: ["PATCH /enterprises/{enterprise}/teams/{team_slug}"]
  },
  gists: {
    checkIsStarred: ["GET /gists/{gist_id}/star"],
    create: ["POST /gists"],
    createComment: ["POST /gists/{gist_id}/comments"],
    delete: ["DELETE /gists/{gist_id}"],
    deleteComment: ["DELETE /gists/{gist_id}/comments/{comment_id}"],
    fork: ["POST /gists/{gist_id}/forks"],
    get: ["GET /gists/{gist_id}"],
    getComment: ["GET /gists/{gist_id}/comments/{comment_id}"],
    getRevision: ["GET /gists/{gist_id}/{sha}"],
    list: ["GET /gists"],
    listComments: ["GET /gists/{gist_id}/comments"],
    listCommits: ["GET /gists/{gist_id}/commits"],
    listForUser: ["GET /users/{username}/gists"],
    listForks: ["GET /gists/{gist_id}/forks"],
    listPublic: ["GET /gists/public"],
    listStarred: ["GET /gists/starred"],
    star: ["PUT /gists/{gist_id}/star"],
    unstar: ["DELETE /gists/{gist_id}/star"],
    update: ["PATCH /gists/{gist_id}"],
    updateComment: ["PATCH /gists/{gist_id}/comments/{comment_id}"]
  },
  git: {
    createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
    createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
    createRef: ["POST /repos/{owner}/{repo}/git/refs"],
    createTag: ["POST /repos/{owner}/{repo}/git/tags"],
    createTree: ["POST /repos/{owner}/{repo}/git/trees"],
    deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
    getBlob: ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
    getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
    getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
    getTag: ["GET /repos/{owner}/{repo}/git/tags/{tag_sha}"],
    getTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
    listMatchingRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
    updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]
  },
  gitignore: {
    getAllTemplates: ["GET /gitignore/templates"],
    getTemplate: ["GET /gitignore/templates/{name}"]
  },
  hostedCompute: {
    createNetworkConfigurationForOrg: [
      "POST /orgs/{org}/settings/network-configurations"
    ],
    deleteNetworkConfigurationFromOrg: [
      "DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ],
    getNetworkConfigurationForOrg: [
      "GET /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ],
    getNetworkSettingsForOrg: [
      "GET /orgs/{org}/settings/network-settings/{network_settings_id}"
    ],
    listNetworkConfigurationsForOrg: [
      "GET /orgs/{org}/settings/network-configurations"
    ],
    updateNetworkConfigurationForOrg: [
      "PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ]
  },
  interactions: {
    getRestrictionsForAuthenticatedUser: ["GET /user/interaction-limits"],
    getRestrictionsForOrg: ["GET /orgs/{org}/interaction-limits"],
    getRestrictionsForRepo: ["GET /repos/{owner}/{repo}/interaction-limits"],
    getRestrictionsForYourPublicRepos: [
      "GET /user/interaction-limits",
      {},
      { renamed: ["interactions", "getRestrictionsForAuthenticatedUser"] }
    ],
    removeRestrictionsForAuthenticatedUser: ["DELETE /user/interaction-limits"],
    removeRestrictionsForOrg: ["DELETE /orgs/{org}/interaction-limits"],
    removeRestrictionsForRepo: [
      "DELETE /repos/{owner}/{repo}/interaction-limits"
    ],
    removeRestrictionsForYourPublicRepos: [
      "DELETE /user/interaction-limits",
      {},
      { renamed: ["interactions", "removeRestrictionsForAuthenticatedUser"] }
    ],
    setRestrictionsForAuthenticatedUser: ["PUT /user/interaction-limits"],
    setRestrictionsForOrg: ["PUT /orgs/{org}/interaction-limits"],
    setRestrictionsForRepo: ["PUT /repos/{owner}/{repo}/interaction-limits"],
    setRestrictionsForYourPublicRepos: [
      "PUT /user/interaction-limits",
      {},
      { renamed: ["interactions", "setRestrictionsForAuthenticatedUser"] }
    ]
  },
  issues: {
    addAssignees: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"
    ],
    addBlockedByDependency: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"
    ],
    addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
    addSubIssue: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"
    ],
    checkUserCanBeAssigned: ["GET /repos/{owner}/{repo}/assignees/{assignee}"],
    checkUserCanBeAssignedToIssue: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}"
    ],
    create: ["POST /repos/{owner}/{repo}/issues"],
    createComment: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments"
    ],
    createLabel: ["POST /repos/{owner}/{repo}/labels"],
    createMilestone: ["POST /repos/{owner}/{repo}/milestones"],
    deleteComment: [
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"
    ],
    deleteLabel: ["DELETE /repos/{owner}/{repo}/labels/{name}"],
    deleteMilestone: [
      "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}"
    ],
    get: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
    getComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}"],
    getEvent: ["GET /repos/{owner}/{repo}/issues/events/{event_id}"],
    getLabel: ["GET /repos/{owner}/{repo}/labels/{name}"],
    getMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],
    getParent: ["GET /repos/{owner}/{repo}/issues/{issue_number}/parent"],
    list: ["GET /issues"],
    listAssignees: ["GET /repos/{owner}/{repo}/assignees"],
    listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
    listCommentsForRepo: ["GET /repos/{owner}/{repo}/issues/comments"],
    listDependenciesBlockedBy: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"
    ],
    listDependenciesBlocking: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking"
    ],
    listEvents: ["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],
    listEventsForRepo: ["GET /repos/{owner}/{repo}/issues/events"],
    listEventsForTimeline: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"
    ],
    listForAuthenticatedUser: ["GET /user/issues"],
    listForOrg: ["GET /orgs/{org}/issues"],
    listForRepo: ["GET /repos/{owner}/{repo}/issues"],
    listLabelsForMilestone: [
      "GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels"
    ],
    listLabelsForRepo: ["GET /repos/{owner}/{repo}/labels"],
    listLabelsOnIssue: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/labels"
    ],
    listMilestones: ["GET /repos/{owner}/{repo}/milestones"],
    listSubIssues: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"
    ],
    lock: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],
    removeAllLabels: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels"
    ],
    removeAssignees: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"
    ],
    removeDependencyBlockedBy: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"
    ],
    removeLabel: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"
    ],
    removeSubIssue: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"
    ],
    reprioritizeSubIssue: [
      "PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority"
    ],
    setLabels: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],
    unlock: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock"],
    update: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
    updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
    updateLabel: ["PATCH /repos/{owner}/{repo}/labels/{name}"],
    updateMilestone: [
      "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}"
    ]
  },
  licenses: {
    get: ["GET /licenses/{license}"],
    getAllCommonlyUsed: ["GET /licenses"],
    getForRepo: ["GET /repos/{owner}/{repo}/license"]
  },
  markdown: {
    render: ["POST /markdown"],
    renderRaw: [
      "POST /markdown/raw",
      { headers: { "content-type": "text/plain; charset=utf-8" } }
    ]
  },
  meta: {
    get: ["GET /meta"],
    getAllVersions: ["GET /versions"],
    getOctocat: ["GET /octocat"],
    getZen: ["GET /zen"],
    root: ["GET /"]
  },
  migrations: {
    deleteArchiveForAuthenticatedUser: [
      "DELETE /user/migrations/{migration_id}/archive"
    ],
    deleteArchiveForOrg: [
      "DELETE /orgs/{org}/migrations/{migration_id}/archive"
    ],
    downloadArchiveForOrg: [
      "GET /orgs/{org}/migrations/{migration_id}/archive"
    ],
    getArchiveForAuthenticatedUser: [
      "GET /user/migrations/{migration_id}/archive"
    ],
    getStatusForAuthenticatedUser: ["GET /user/migrations/{migration_id}"],
    getStatusForOrg: ["GET /orgs/{org}/migrations/{migration_id}"],
    listForAuthenticatedUser: ["GET /user/migrations"],
    listForOrg: ["GET /orgs/{org}/migrations"],
    listReposForAuthenticatedUser: [
      "GET /user/migrations/{migration_id}/repositories"
    ],
    listReposForOrg: ["GET /orgs/{org}/migrations/{migration_id}/repositories"],
    listReposForUser: [
      "GET /user/migrations/{migration_id}/repositories",
      {},
      { renamed: ["migrations", "listReposForAuthenticatedUser"] }
    ],
    startForAuthenticatedUser: ["POST /user/migrations"],
    startForOrg: ["POST /orgs/{org}/migrations"],
    unlockRepoForAuthenticatedUser: [
      "DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock"
    ],
    unlockRepoForOrg: [
      "DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"
    ]
  },
  oidc: {
    getOidcCustomSubTemplateForOrg: [
      "GET /orgs/{org}/actions/oidc/customization/sub"
    ],
    updateOidcCustomSubTemplateForOrg: [
      "PUT /orgs/{org}/actions/oidc/customization/sub"
    ]
  },
  orgs: {
    addSecurityManagerTeam: [
      "PUT /orgs/{org}/security-managers/teams/{team_slug}",
      {},
      {
        deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team"
      }
    ],
    assignTeamToOrgRole: [
      "PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"
    ],
    assignUserToOrgRole: [
      "PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"
    ],
    blockUser: ["PUT /orgs/{org}/blocks/{username}"],
    cancelInvitation: ["DELETE /orgs/{org}/invitations/{invitation_id}"],
    checkBlockedUser: ["GET /orgs/{org}/blocks/{username}"],
    checkMembershipForUser: ["GET /orgs/{org}/members/{username}"],
    checkPublicMembershipForUser: ["GET /orgs/{org}/public_members/{username}"],
    convertMemberToOutsideCollaborator: [
      "PUT /orgs/{org}/outside_collaborators/{username}"
    ],
    createArtifactStorageRecord: [
      "POST /orgs/{org}/artifacts/metadata/storage-record"
    ],
    createInvitation: ["POST /orgs/{org}/invitations"],
    createIssueType: ["POST /orgs/{org}/issue-types"],
    createWebhook: ["POST /orgs/{org}/hooks"],
    customPropertiesForOrgsCreateOrUpdateOrganizationValues: [
      "PATCH /organizations/{org}/org-properties/values"
    ],
    customPropertiesForOrgsGetOrganizationValues: [
      "GET /organizations/{org}/org-properties/values"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationDefinition: [
      "PUT /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationDefinitions: [
      "PATCH /orgs/{org}/properties/schema"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationValues: [
      "PATCH /orgs/{org}/properties/values"
    ],
    customPropertiesForReposDeleteOrganizationDefinition: [
      "DELETE /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposGetOrganizationDefinition: [
      "GET /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposGetOrganizationDefinitions: [
      "GET /orgs/{org}/properties/schema"
    ],
    customPropertiesForReposGetOrganizationValues: [
      "GET /orgs/{org}/properties/values"
    ],
    delete: ["DELETE /orgs/{org}"],
    deleteAttestationsBulk: ["POST /orgs/{org}/attestations/delete-request"],
    deleteAttestationsById: [
      "DELETE /orgs/{org}/attestations/{attestation_id}"
    ],
    deleteAttestationsBySubjectDigest: [
      "DELETE /orgs/{org}/attestations/digest/{subject_digest}"
    ],
    deleteIssueType: ["DELETE /orgs/{org}/issue-types/{issue_type_id}"],
    deleteWebhook: ["DELETE /orgs/{org}/hooks/{hook_id}"],
    disableSelectedRepositoryImmutableReleasesOrganization: [
      "DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"
    ],
    enableSelectedRepositoryImmutableReleasesOrganization: [
      "PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"
    ],
    get: ["GET /orgs/{org}"],
    getImmutableReleasesSettings: [
      "GET /orgs/{org}/settings/immutable-releases"
    ],
    getImmutableReleasesSettingsRepositories: [
      "GET /orgs/{org}/settings/immutable-releases/repositories"
    ],
    getMembershipForAuthenticatedUser: ["GET /user/memberships/orgs/{org}"],
    getMembershipForUser: ["GET /orgs/{org}/memberships/{username}"],
    getOrgRole: ["GET /orgs/{org}/organization-roles/{role_id}"],
    getOrgRulesetHistory: ["GET /orgs/{org}/rulesets/{ruleset_id}/history"],
    getOrgRulesetVersion: [
      "GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}"
    ],
    getWebhook: ["GET /orgs/{org}/hooks/{hook_id}"],
    getWebhookConfigForOrg: ["GET /orgs/{org}/hooks/{hook_id}/config"],
    getWebhookDelivery: [
      "GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"
    ],
    list: ["GET /organizations"],
    listAppInstallations: ["GET /orgs/{org}/installations"],
    listArtifactStorageRecords: [
      "GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"
    ],
    listAttestationRepositories: ["GET /orgs/{org}/attestations/repositories"],
    listAttestations: ["GET /orgs/{org}/attestations/{subject_digest}"],
    listAttestationsBulk: [
      "POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}"
    ],
    listBlockedUsers: ["GET /orgs/{org}/blocks"],
    listFailedInvitations: ["GET /orgs/{org}/failed_invitations"],
    listForAuthenticatedUser: ["GET /user/orgs"],
    listForUser: ["GET /users/{username}/orgs"],
    listInvitationTeams: ["GET /orgs/{org}/invitations/{invitation_id}/teams"],
    listIssueTypes: ["GET /orgs/{org}/issue-types"],
    listMembers: ["GET /orgs/{org}/members"],
    listMembershipsForAuthenticatedUser: ["GET /user/memberships/orgs"],
    listOrgRoleTeams: ["GET /orgs/{org}/organization-roles/{role_id}/teams"],
    listOrgRoleUsers: ["GET /orgs/{org}/organization-roles/{role_id}/users"],
    listOrgRoles: ["GET /orgs/{org}/organization-roles"],
    listOrganizationFineGrainedPermissions: [
      "GET /orgs/{org}/organization-fine-grained-permissions"
    ],
    listOutsideCollaborators: ["GET /orgs/{org}/outside_collaborators"],
    listPatGrantRepositories: [
      "GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories"
    ],
    listPatGrantRequestRepositories: [
      "GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories"
    ],
    listPatGrantRequests: ["GET /orgs/{org}/personal-access-token-requests"],
    listPatGrants: ["GET /orgs/{org}/personal-access-tokens"],
    listPendingInvitations: ["GET /orgs/{org}/invitations"],
    listPublicMembers: ["GET /orgs/{org}/public_members"],
    listSecurityManagerTeams: [
      "GET /orgs/{org}/security-managers",
      {},
      {
        deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams"
      }
    ],
    listWebhookDeliveries: ["GET /orgs/{org}/hooks/{hook_id}/deliveries"],
    listWebhooks: ["GET /orgs/{org}/hooks"],
    pingWebhook: ["POST /orgs/{org}/hooks/{hook_id}/pings"],
    redeliverWebhookDelivery: [
      "POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"
    ],
    removeMember: ["DELETE /orgs/{org}/members/{username}"],
    removeMembershipForUser: ["DELETE /orgs/{org}/memberships/{username}"],
    removeOutsideCollaborator: [
      "DELETE /orgs/{org}/outside_collaborators/{username}"
    ],
    removePublicMembershipForAuthenticatedUser: [
      "DELETE /orgs/{org}/public_members/{username}"
    ],
    removeSecurityManagerTeam: [
      "DELETE /orgs/{org}/security-managers/teams/{team_slug}",
      {},
      {
        deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team"
      }
    ],
    reviewPatGrantRequest: [
      "POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"
    ],
    reviewPatGrantRequestsInBulk: [
      "POST /orgs/{org}/personal-access-token-requests"
    ],
    revokeAllOrgRolesTeam: [
      "DELETE /orgs/{org}/organization-roles/teams/{team_slug}"
    ],
    revokeAllOrgRolesUser: [
      "DELETE /orgs/{org}/organization-roles/users/{username}"
    ],
    revokeOrgRoleTeam: [
      "DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"
    ],
    revokeOrgRoleUser: [
      "DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"
    ],
    setImmutableReleasesSettings: [
      "PUT /orgs/{org}/settings/immutable-releases"
    ],
    setImmutableReleasesSettingsRepositories: [
      "PUT /orgs/{org}/settings/immutable-releases/repositories"
    ],
    setMembershipForUser: ["PUT /orgs/{org}/memberships/{username}"],
    setPublicMembershipForAuthenticatedUser: [
      "PUT /orgs/{org}/public_members/{username}"
    ],
    unblockUser: ["DELETE /orgs/{org}/blocks/{username}"],
    update: ["PATCH /orgs/{org}"],
    updateIssueType: ["PUT /orgs/{org}/issue-types/{issue_type_id}"],
    updateMembershipForAuthenticatedUser: [
      "PATCH /user/memberships/orgs/{org}"
    ],
    updatePatAccess: ["POST /orgs/{org}/personal-access-tokens/{pat_id}"],
    updatePatAccesses: ["POST /orgs/{org}/personal-access-tokens"],
    updateWebhook: ["PATCH /orgs/{org}/hooks/{hook_id}"],
    updateWebhookConfigForOrg: ["PATCH /orgs/{org}/hooks/{hook_id}/config"]
  },
  packages: {
    deletePackageForAuthenticatedUser: [
      "DELETE /user/packages/{package_type}/{package_name}"
    ],
    deletePackageForOrg: [
      "DELETE /orgs/{org}/packages/{package_type}/{package_name}"
    ],
    deletePackageForUser: [
      "DELETE /users/{username}/packages/{package_type}/{package_name}"
    ],
    deletePackageVersionForAuthenticatedUser: [
      "DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    deletePackageVersionForOrg: [
      "DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    deletePackageVersionForUser: [
      "DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getAllPackageVersionsForAPackageOwnedByAnOrg: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
      {},
      { renamed: ["packages", "getAllPackageVersionsForPackageOwnedByOrg"] }
    ],
    getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions",
      {},
      {
        renamed: [
          "packages",
          "getAllPackageVersionsForPackageOwnedByAuthenticatedUser"
        ]
      }
    ],
    getAllPackageVersionsForPackageOwnedByAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions"
    ],
    getAllPackageVersionsForPackageOwnedByOrg: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions"
    ],
    getAllPackageVersionsForPackageOwnedByUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}/versions"
    ],
    getPackageForAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}"
    ],
    getPackageForOrganization: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}"
    ],
    getPackageForUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}"
    ],
    getPackageVersionForAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getPackageVersionForOrganization: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getPackageVersionForUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    listDockerMigrationConflictingPackagesForAuthenticatedUser: [
      "GET /user/docker/conflicts"
    ],
    listDockerMigrationConflictingPackagesForOrganization: [
      "GET /orgs/{org}/docker/conflicts"
    ],
    listDockerMigrationConflictingPackagesForUser: [
      "GET /users/{username}/docker/conflicts"
    ],
    listPackagesForAuthenticatedUser: ["GET /user/packages"],
    listPackagesForOrganization: ["GET /orgs/{org}/packages"],
    listPackagesForUser: ["GET /users/{username}/packages"],
    restorePackageForAuthenticatedUser: [
      "POST /user/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageForOrg: [
      "POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageForUser: [
      "POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageVersionForAuthenticatedUser: [
      "POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ],
    restorePackageVersionForOrg: [
      "POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ],
    restorePackageVersionForUser: [
      "POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ]
  },
  privateRegistries: {
    createOrgPrivateRegistry: ["POST /orgs/{org}/private-registries"],
    deleteOrgPrivateRegistry: [
      "DELETE /orgs/{org}/private-registries/{secret_name}"
    ],
    getOrgPrivateRegistry: ["GET /orgs/{org}/private-registries/{secret_name}"],
    getOrgPublicKey: ["GET /orgs/{org}/private-registries/public-key"],
    listOrgPrivateRegistries: ["GET /orgs/{org}/private-registries"],
    updateOrgPrivateRegistry: [
      "PATCH /orgs/{org}/private-registries/{secret_name}"
    ]
  },
  projects: {
    addItemForOrg: ["POST /orgs/{org}/projectsV2/{project_number}/items"],
    addItemForUser: [
      "POST /users/{username}/projectsV2/{project_number}/items"
    ],
    deleteItemForOrg: [
      "DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}"
    ],
    deleteItemForUser: [
      "DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ],
    getFieldForOrg: [
      "GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}"
    ],
    getFieldForUser: [
      "GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"
    ],
    getForOrg: ["GET /orgs/{org}/projectsV2/{project_number}"],
    getForUser: ["GET /users/{username}/projectsV2/{project_number}"],
    getOrgItem: ["GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
    getUserItem: [
      "GET /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ],
    listFieldsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields"],
    listFieldsForUser: [
      "GET /users/{username}/projectsV2/{project_number}/fields"
    ],
    listForOrg: ["GET /orgs/{org}/projectsV2"],
    listForUser: ["GET /users/{username}/projectsV2"],
    listItemsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/items"],
    listItemsForUser: [
      "GET /users/{username}/projectsV2/{project_number}/items"
    ],
    updateItemForOrg: [
      "PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}"
    ],
    updateItemForUser: [
      "PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ]
  },
  pulls: {
    checkIfMerged: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
    create: ["POST /repos/{owner}/{repo}/pulls"],
    createReplyForReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"
    ],
    createReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
    createReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"
    ],
    deletePendingReview: [
      "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    deleteReviewComment: [
      "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"
    ],
    dismissReview: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"
    ],
    get: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
    getReview: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    getReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
    list: ["GET /repos/{owner}/{repo}/pulls"],
    listCommentsForReview: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"
    ],
    listCommits: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],
    listFiles: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],
    listRequestedReviewers: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    listReviewComments: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments"
    ],
    listReviewCommentsForRepo: ["GET /repos/{owner}/{repo}/pulls/comments"],
    listReviews: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
    merge: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
    removeRequestedReviewers: [
      "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    requestReviewers: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    submitReview: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"
    ],
    update: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
    updateBranch: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"
    ],
    updateReview: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    updateReviewComment: [
      "PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"
    ]
  },
  rateLimit: { get: ["GET /rate_limit"] },
  reactions: {
    createForCommitComment: [
      "POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"
    ],
    createForIssue: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"
    ],
    createForIssueComment: [
      "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"
    ],
    createForPullRequestReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"
    ],
    createForRelease: [
      "POST /repos/{owner}/{repo}/releases/{release_id}/reactions"
    ],
    createForTeamDiscussionCommentInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"
    ],
    createForTeamDiscussionInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"
    ],
    deleteForCommitComment: [
      "DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForIssue: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"
    ],
    deleteForIssueComment: [
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForPullRequestComment: [
      "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForRelease: [
      "DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}"
    ],
    deleteForTeamDiscussion: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"
    ],
    deleteForTeamDiscussionComment: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"
    ],
    listForCommitComment: [
      "GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"
    ],
    listForIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
    listForIssueComment: [
      "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"
    ],
    listForPullRequestReviewComment: [
      "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"
    ],
    listForRelease: [
      "GET /repos/{owner}/{repo}/releases/{release_id}/reactions"
    ],
    listForTeamDiscussionCommentInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"
    ],
    listForTeamDiscussionInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"
    ]
  },
  repos: {
    acceptInvitation: [
      "PATCH /user/repository_invitations/{invitation_id}",
      {},
      { renamed: ["repos", "acceptInvitationForAuthenticatedUser"] }
    ],
    acceptInvitationForAuthenticatedUser: [
      "PATCH /user/repository_invitations/{invitation_id}"
    ],
    addAppAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    addCollaborator: ["PUT /repos/{owner}/{repo}/collaborators/{username}"],
    addStatusCheckContexts: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    addTeamAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    addUserAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    cancelPagesDeployment: [
      "POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel"
    ],
    checkAutomatedSecurityFixes: [
      "GET /repos/{owner}/{repo}/automated-security-fixes"
    ],
    checkCollaborator: ["GET /repos/{owner}/{repo}/collaborators/{username}"],
    checkImmutableReleases: ["GET /repos/{owner}/{repo}/immutable-releases"],
    checkPrivateVulnerabilityReporting: [
      "GET /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    checkVulnerabilityAlerts: [
      "GET /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    codeownersErrors: ["GET /repos/{owner}/{repo}/codeowners/errors"],
    compareCommits: ["GET /repos/{owner}/{repo}/compare/{base}...{head}"],
    compareCommitsWithBasehead: [
      "GET /repos/{owner}/{repo}/compare/{basehead}"
    ],
    createAttestation: ["POST /repos/{owner}/{repo}/attestations"],
    createAutolink: ["POST /repos/{owner}/{repo}/autolinks"],
    createCommitComment: [
      "POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"
    ],
    createCommitSignatureProtection: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    createCommitStatus: ["POST /repos/{owner}/{repo}/statuses/{sha}"],
    createDeployKey: ["POST /repos/{owner}/{repo}/keys"],
    createDeployment: ["POST /repos/{owner}/{repo}/deployments"],
    createDeploymentBranchPolicy: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"
    ],
    createDeploymentProtectionRule: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"
    ],
    createDeploymentStatus: [
      "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"
    ],
    createDispatchEvent: ["POST /repos/{owner}/{repo}/dispatches"],
    createForAuthenticatedUser: ["POST /user/repos"],
    createFork: ["POST /repos/{owner}/{repo}/forks"],
    createInOrg: ["POST /orgs/{org}/repos"],
    createOrUpdateEnvironment: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    createOrUpdateFileContents: ["PUT /repos/{owner}/{repo}/contents/{path}"],
    createOrgRuleset: ["POST /orgs/{org}/rulesets"],
    createPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments"],
    createPagesSite: ["POST /repos/{owner}/{repo}/pages"],
    createRelease: ["POST /repos/{owner}/{repo}/releases"],
    createRepoRuleset: ["POST /repos/{owner}/{repo}/rulesets"],
    createUsingTemplate: [
      "POST /repos/{template_owner}/{template_repo}/generate"
    ],
    createWebhook: ["POST /repos/{owner}/{repo}/hooks"],
    customPropertiesForReposCreateOrUpdateRepositoryValues: [
      "PATCH /repos/{owner}/{repo}/properties/values"
    ],
    customPropertiesForReposGetRepositoryValues: [
      "GET /repos/{owner}/{repo}/properties/values"
    ],
    declineInvitation: [
      "DELETE /user/repository_invitations/{invitation_id}",
      {},
      { renamed: ["repos", "declineInvitationForAuthenticatedUser"] }
    ],
    declineInvitationForAuthenticatedUser: [
      "DELETE /user/repository_invitations/{invitation_id}"
    ],
    delete: ["DELETE /repos/{owner}/{repo}"],
    deleteAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"
    ],
    deleteAdminBranchProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    deleteAnEnvironment: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    deleteAutolink: ["DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}"],
    deleteBranchProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    deleteCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}"],
    deleteCommitSignatureProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    deleteDeployKey: ["DELETE /repos/{owner}/{repo}/keys/{key_id}"],
    deleteDeployment: [
      "DELETE /repos/{owner}/{repo}/deployments/{deployment_id}"
    ],
    deleteDeploymentBranchPolicy: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    deleteFile: ["DELETE /repos/{owner}/{repo}/contents/{path}"],
    deleteInvitation: [
      "DELETE /repos/{owner}/{repo}/invitations/{invitation_id}"
    ],
    deleteOrgRuleset: ["DELETE /orgs/{org}/rulesets/{ruleset_id}"],
    deletePagesSite: ["DELETE /repos/{owner}/{repo}/pages"],
    deletePullRequestReviewProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    deleteRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}"],
    deleteReleaseAsset: [
      "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"
    ],
    deleteRepoRuleset: ["DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    deleteWebhook: ["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],
    disableAutomatedSecurityFixes: [
      "DELETE /repos/{owner}/{repo}/automated-security-fixes"
    ],
    disableDeploymentProtectionRule: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"
    ],
    disableImmutableReleases: [
      "DELETE /repos/{owner}/{repo}/immutable-releases"
    ],
    disablePrivateVulnerabilityReporting: [
      "DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    disableVulnerabilityAlerts: [
      "DELETE /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    downloadArchive: [
      "GET /repos/{owner}/{repo}/zipball/{ref}",
      {},
      { renamed: ["repos", "downloadZipballArchive"] }
    ],
    downloadTarballArchive: ["GET /repos/{owner}/{repo}/tarball/{ref}"],
    downloadZipballArchive: ["GET /repos/{owner}/{repo}/zipball/{ref}"],
    enableAutomatedSecurityFixes: [
      "PUT /repos/{owner}/{repo}/automated-security-fixes"
    ],
    enableImmutableReleases: ["PUT /repos/{owner}/{repo}/immutable-releases"],
    enablePrivateVulnerabilityReporting: [
      "PUT /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    enableVulnerabilityAlerts: [
      "PUT /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    generateReleaseNotes: [
      "POST /repos/{owner}/{repo}/releases/generate-notes"
    ],
    get: ["GET /repos/{owner}/{repo}"],
    getAccessRestrictions: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"
    ],
    getAdminBranchProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    getAllDeploymentProtectionRules: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"
    ],
    getAllEnvironments: ["GET /repos/{owner}/{repo}/environments"],
    getAllStatusCheckContexts: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"
    ],
    getAllTopics: ["GET /repos/{owner}/{repo}/topics"],
    getAppsWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"
    ],
    getAutolink: ["GET /repos/{owner}/{repo}/autolinks/{autolink_id}"],
    getBranch: ["GET /repos/{owner}/{repo}/branches/{branch}"],
    getBranchProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    getBranchRules: ["GET /repos/{owner}/{repo}/rules/branches/{branch}"],
    getClones: ["GET /repos/{owner}/{repo}/traffic/clones"],
    getCodeFrequencyStats: ["GET /repos/{owner}/{repo}/stats/code_frequency"],
    getCollaboratorPermissionLevel: [
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission"
    ],
    getCombinedStatusForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/status"],
    getCommit: ["GET /repos/{owner}/{repo}/commits/{ref}"],
    getCommitActivityStats: ["GET /repos/{owner}/{repo}/stats/commit_activity"],
    getCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}"],
    getCommitSignatureProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    getCommunityProfileMetrics: ["GET /repos/{owner}/{repo}/community/profile"],
    getContent: ["GET /repos/{owner}/{repo}/contents/{path}"],
    getContributorsStats: ["GET /repos/{owner}/{repo}/stats/contributors"],
    getCustomDeploymentProtectionRule: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"
    ],
    getDeployKey: ["GET /repos/{owner}/{repo}/keys/{key_id}"],
    getDeployment: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}"],
    getDeploymentBranchPolicy: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    getDeploymentStatus: [
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}"
    ],
    getEnvironment: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    getLatestPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/latest"],
    getLatestRelease: ["GET /repos/{owner}/{repo}/releases/latest"],
    getOrgRuleSuite: ["GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}"],
    getOrgRuleSuites: ["GET /orgs/{org}/rulesets/rule-suites"],
    getOrgRuleset: ["GET /orgs/{org}/rulesets/{ruleset_id}"],
    getOrgRulesets: ["GET /orgs/{org}/rulesets"],
    getPages: ["GET /repos/{owner}/{repo}/pages"],
    getPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
    getPagesDeployment: [
      "GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"
    ],
    getPagesHealthCheck: ["GET /repos/{owner}/{repo}/pages/health"],
    getParticipationStats: ["GET /repos/{owner}/{repo}/stats/participation"],
    getPullRequestReviewProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    getPunchCardStats: ["GET /repos/{owner}/{repo}/stats/punch_card"],
    getReadme: ["GET /repos/{owner}/{repo}/readme"],
    getReadmeInDirectory: ["GET /repos/{owner}/{repo}/readme/{dir}"],
    getRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}"],
    getReleaseAsset: ["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],
    getReleaseByTag: ["GET /repos/{owner}/{repo}/releases/tags/{tag}"],
    getRepoRuleSuite: [
      "GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"
    ],
    getRepoRuleSuites: ["GET /repos/{owner}/{repo}/rulesets/rule-suites"],
    getRepoRuleset: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    getRepoRulesetHistory: [
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history"
    ],
    getRepoRulesetVersion: [
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"
    ],
    getRepoRulesets: ["GET /repos/{owner}/{repo}/rulesets"],
    getStatusChecksProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    getTeamsWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"
    ],
    getTopPaths: ["GET /repos/{owner}/{repo}/traffic/popular/paths"],
    getTopReferrers: ["GET /repos/{owner}/{repo}/traffic/popular/referrers"],
    getUsersWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"
    ],
    getViews: ["GET /repos/{owner}/{repo}/traffic/views"],
    getWebhook: ["GET /repos/{owner}/{repo}/hooks/{hook_id}"],
    getWebhookConfigForRepo: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/config"
    ],
    getWebhookDelivery: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"
    ],
    listActivities: ["GET /repos/{owner}/{repo}/activity"],
    listAttestations: [
      "GET /repos/{owner}/{repo}/attestations/{subject_digest}"
    ],
    listAutolinks: ["GET /repos/{owner}/{repo}/autolinks"],
    listBranches: ["GET /repos/{owner}/{repo}/branches"],
    listBranchesForHeadCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"
    ],
    listCollaborators: ["GET /repos/{owner}/{repo}/collaborators"],
    listCommentsForCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"
    ],
    listCommitCommentsForRepo: ["GET /repos/{owner}/{repo}/comments"],
    listCommitStatusesForRef: [
      "GET /repos/{owner}/{repo}/commits/{ref}/statuses"
    ],
    listCommits: ["GET /repos/{owner}/{repo}/commits"],
    listContributors: ["GET /repos/{owner}/{repo}/contributors"],
    listCustomDeploymentRuleIntegrations: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"
    ],
    listDeployKeys: ["GET /repos/{owner}/{repo}/keys"],
    listDeploymentBranchPolicies: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"
    ],
    listDeploymentStatuses: [
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"
    ],
    listDeployments: ["GET /repos/{owner}/{repo}/deployments"],
    listForAuthenticatedUser: ["GET /user/repos"],
    listForOrg: ["GET /orgs/{org}/repos"],
    listForUser: ["GET /users/{username}/repos"],
    listForks: ["GET /repos/{owner}/{repo}/forks"],
    listInvitations: ["GET /repos/{owner}/{repo}/invitations"],
    listInvitationsForAuthenticatedUser: ["GET /user/repository_invitations"],
    listLanguages: ["GET /repos/{owner}/{repo}/languages"],
    listPagesBuilds: ["GET /repos/{owner}/{repo}/pages/builds"],
    listPublic: ["GET /repositories"],
    listPullRequestsAssociatedWithCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"
    ],
    listReleaseAssets: [
      "GET /repos/{owner}/{repo}/releases/{release_id}/assets"
    ],
    listReleases: ["GET /repos/{owner}/{repo}/releases"],
    listTags: ["GET /repos/{owner}/{repo}/tags"],
    listTeams: ["GET /repos/{owner}/{repo}/teams"],
    listWebhookDeliveries: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"
    ],
    listWebhooks: ["GET /repos/{owner}/{repo}/hooks"],
    merge: ["POST /repos/{owner}/{repo}/merges"],
    mergeUpstream: ["POST /repos/{owner}/{repo}/merge-upstream"],
    pingWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],
    redeliverWebhookDelivery: [
      "POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"
    ],
    removeAppAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    removeCollaborator: [
      "DELETE /repos/{owner}/{repo}/collaborators/{username}"
    ],
    removeStatusCheckContexts: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    removeStatusCheckProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    removeTeamAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    removeUserAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    renameBranch: ["POST /repos/{owner}/{repo}/branches/{branch}/rename"],
    replaceAllTopics: ["PUT /repos/{owner}/{repo}/topics"],
    requestPagesBuild: ["POST /repos/{owner}/{repo}/pages/builds"],
    setAdminBranchProtection: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    setAppAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    setStatusCheckContexts: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    setTeamAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    setUserAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    testPushWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],
    transfer: ["POST /repos/{owner}/{repo}/transfer"],
    update: ["PATCH /repos/{owner}/{repo}"],
    updateBranchProtection: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    updateCommitComment: ["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],
    updateDeploymentBranchPolicy: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    updateInformationAboutPagesSite: ["PUT /repos/{owner}/{repo}/pages"],
    updateInvitation: [
      "PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"
    ],
    updateOrgRuleset: ["PUT /orgs/{org}/rulesets/{ruleset_id}"],
    updatePullRequestReviewProtection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    updateRelease: ["PATCH /repos/{owner}/{repo}/releases/{release_id}"],
    updateReleaseAsset: [
      "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"
    ],
    updateRepoRuleset: ["PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    updateStatusCheckPotection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks",
      {},
      { renamed: ["repos", "updateStatusCheckProtection"] }
    ],
    updateStatusCheckProtection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    updateWebhook: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],
    updateWebhookConfigForRepo: [
      "PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config"
    ],
    uploadReleaseAsset: [
      "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
      { baseUrl: "https://uploads.github.com" }
    ]
  },
  search: {
    code: ["GET /search/code"],
    commits: ["GET /search/commits"],
    issuesAndPullRequests: ["GET /search/issues"],
    labels: ["GET /search/labels"],
    repos: ["GET /search/repositories"],
    topics: ["GET /search/topics"],
    users: ["GET /search/users"]
  },
  secretScanning: {
    createPushProtectionBypass: [
      "POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"
    ],
    getAlert: [
      "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"
    ],
    getScanHistory: ["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],
    listAlertsForOrg: ["GET /orgs/{org}/secret-scanning/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/secret-scanning/alerts"],
    listLocationsForAlert: [
      "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations"
    ],
    listOrgPatternConfigs: [
      "GET /orgs/{org}/secret-scanning/pattern-configurations"
    ],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"
    ],
    updateOrgPatternConfigs: [
      "PATCH /orgs/{org}/secret-scanning/pattern-configurations"
    ]
  },
  securityAdvisories: {
    createFork: [
      "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"
    ],
    createPrivateVulnerabilityReport: [
      "POST /repos/{owner}/{repo}/security-advisories/reports"
    ],
    createRepositoryAdvisory: [
      "POST /repos/{owner}/{repo}/security-advisories"
    ],
    createRepositoryAdvisoryCveRequest: [
      "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"
    ],
    getGlobalAdvisory: ["GET /advisories/{ghsa_id}"],
    getRepositoryAdvisory: [
      "GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}"
    ],
    listGlobalAdvisories: ["GET /advisories"],
    listOrgRepositoryAdvisories: ["GET /orgs/{org}/security-advisories"],
    listRepositoryAdvisories: ["GET /repos/{owner}/{repo}/security-advisories"],
    updateRepositoryAdvisory: [
      "PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}"
    ]
  },
  teams: {
    addOrUpdateMembershipForUserInOrg: [
      "PUT /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    addOrUpdateRepoPermissionsInOrg: [
      "PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    checkPermissionsForRepoInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    create: ["POST /orgs/{org}/teams"],
    createDiscussionCommentInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"
    ],
    createDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions"],
    deleteDiscussionCommentInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    deleteDiscussionInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    deleteInOrg: ["DELETE /orgs/{org}/teams/{team_slug}"],
    getByName: ["GET /orgs/{org}/teams/{team_slug}"],
    getDiscussionCommentInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    getDiscussionInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    getMembershipForUserInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    list: ["GET /orgs/{org}/teams"],
    listChildInOrg: ["GET /orgs/{org}/teams/{team_slug}/teams"],
    listDiscussionCommentsInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"
    ],
    listDiscussionsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions"],
    listForAuthenticatedUser: ["GET /user/teams"],
    listMembersInOrg: ["GET /orgs/{org}/teams/{team_slug}/members"],
    listPendingInvitationsInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/invitations"
    ],
    listReposInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos"],
    removeMembershipForUserInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    removeRepoInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    updateDiscussionCommentInOrg: [
      "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    updateDiscussionInOrg: [
      "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    updateInOrg: ["PATCH /orgs/{org}/teams/{team_slug}"]
  },
  users: {
    addEmailForAuthenticated: [
      "POST /user/emails",
      {},
      { renamed: ["users", "addEmailForAuthenticatedUser"] }
    ],
    addEmailForAuthenticatedUser: ["POST /user/emails"],
    addSocialAccountForAuthenticatedUser: ["POST /user/social_accounts"],
    block: ["PUT /user/blocks/{username}"],
    checkBlocked: ["GET /user/blocks/{username}"],
    checkFollowingForUser: ["GET /users/{username}/following/{target_user}"],
    checkPersonIsFollowedByAuthenticated: ["GET /user/following/{username}"],
    createGpgKeyForAuthenticated: [
      "POST /user/gpg_keys",
      {},
      { renamed: ["users", "createGpgKeyForAuthenticatedUser"] }
    ],
    createGpgKeyForAuthenticatedUser: ["POST /user/gpg_keys"],
    createPublicSshKeyForAuthenticated: [
      "POST /user/keys",
      {},
      { renamed: ["users", "createPublicSshKeyForAuthenticatedUser"] }
    ],
    createPublicSshKeyForAuthenticatedUser: ["POST /user/keys"],
    createSshSigningKeyForAuthenticatedUser: ["POST /user/ssh_signing_keys"],
    deleteAttestationsBulk: [
      "POST /users/{username}/attestations/delete-request"
    ],
    deleteAttestationsById: [
      "DELETE /users/{username}/attestations/{attestation_id}"
    ],
    deleteAttestationsBySubjectDigest: [
      "DELETE /users/{username}/attestations/digest/{subject_digest}"
    ],
    deleteEmailForAuthenticated: [
      "DELETE /user/emails",
      {},
      { renamed: ["users", "deleteEmailForAuthenticatedUser"] }
    ],
    deleteEmailForAuthenticatedUser: ["DELETE /user/emails"],
    deleteGpgKeyForAuthenticated: [
      "DELETE /user/gpg_keys/{gpg_key_id}",
      {},
      { renamed: ["users", "deleteGpgKeyForAuthenticatedUser"] }
    ],
    deleteGpgKeyForAuthenticatedUser: ["DELETE /user/gpg_keys/{gpg_key_id}"],
    deletePublicSshKeyForAuthenticated: [
      "DELETE /user/keys/{key_id}",
      {},
      { renamed: ["users", "deletePublicSshKeyForAuthenticatedUser"] }
    ],
    deletePublicSshKeyForAuthenticatedUser: ["DELETE /user/keys/{key_id}"],
    deleteSocialAccountForAuthenticatedUser: ["DELETE /user/social_accounts"],
    deleteSshSigningKeyForAuthenticatedUser: [
      "DELETE /user/ssh_signing_keys/{ssh_signing_key_id}"
    ],
    follow: ["PUT /user/following/{username}"],
    getAuthenticated: ["GET /user"],
    getById: ["GET /user/{account_id}"],
    getByUsername: ["GET /users/{username}"],
    getContextForUser: ["GET /users/{username}/hovercard"],
    getGpgKeyForAuthenticated: [
      "GET /user/gpg_keys/{gpg_key_id}",
      {},
      { renamed: ["users", "getGpgKeyForAuthenticatedUser"] }
    ],
    getGpgKeyForAuthenticatedUser: ["GET /user/gpg_keys/{gpg_key_id}"],
    getPublicSshKeyForAuthenticated: [
      "GET /user/keys/{key_id}",
      {},
      { renamed: ["users", "getPublicSshKeyForAuthenticatedUser"] }
    ],
    getPublicSshKeyForAuthenticatedUser: ["GET /user/keys/{key_id}"],
    getSshSigningKeyForAuthenticatedUser: [
      "GET /user/ssh_signing_keys/{ssh_signing_key_id}"
    ],
    list: ["GET /users"],
    listAttestations: ["GET /users/{username}/attestations/{subject_digest}"],
    listAttestationsBulk: [
      "POST /users/{username}/attestations/bulk-list{?per_page,before,after}"
    ],
    listBlockedByAuthenticated: [
      "GET /user/blocks",
      {},
      { renamed: ["users", "listBlockedByAuthenticatedUser"] }
    ],
    listBlockedByAuthenticatedUser: ["GET /user/blocks"],
    listEmailsForAuthenticated: [
      "GET /user/emails",
      {},
      { renamed: ["users", "listEmailsForAuthenticatedUser"] }
    ],
    listEmailsForAuthenticatedUser: ["GET /user/emails"],
    listFollowedByAuthenticated: [
      "GET /user/following",
      {},
      { renamed: ["users", "listFollowedByAuthenticatedUser"] }
    ],
    listFollowedByAuthenticatedUser: ["GET /user/following"],
    listFollowersForAuthenticatedUser: ["GET /user/followers"],
    listFollowersForUser: ["GET /users/{username}/followers"],
    listFollowingForUser: ["GET /users/{username}/following"],
    listGpgKeysForAuthenticated: [
      "GET /user/gpg_keys",
      {},
      { renamed: ["users", "listGpgKeysForAuthenticatedUser"] }
    ],
    listGpgKeysForAuthenticatedUser: ["GET /user/gpg_keys"],
    listGpgKeysForUser: ["GET /users/{username}/gpg_keys"],
    listPublicEmailsForAuthenticated: [
      "GET /user/public_emails",
      {},
      { renamed: ["users", "listPublicEmailsForAuthenticatedUser"] }
    ],
    listPublicEmailsForAuthenticatedUser: ["GET /user/public_emails"],
    listPublicKeysForUser: ["GET /users/{username}/keys"],
    listPublicSshKeysForAuthenticated: [
      "GET /user/keys",
      {},
      { renamed: ["users", "listPublicSshKeysForAuthenticatedUser"] }
    ],
    listPublicSshKeysForAuthenticatedUser: ["GET /user/keys"],
    listSocialAccountsForAuthenticatedUser: ["GET /user/social_accounts"],
    listSocialAccountsForUser: ["GET /users/{username}/social_accounts"],
    listSshSigningKeysForAuthenticatedUser: ["GET /user/ssh_signing_keys"],
    listSshSigningKeysForUser: ["GET /users/{username}/ssh_signing_keys"],
    setPrimaryEmailVisibilityForAuthenticated: [
      "PATCH /user/email/visibility",
      {},
      { renamed: ["users", "setPrimaryEmailVisibilityForAuthenticatedUser"] }
    ],
    setPrimaryEmailVisibilityForAuthenticatedUser: [
      "PATCH /user/email/visibility"
    ],
    unblock: ["DELETE /user/blocks/{username}"],
    unfollow: ["DELETE /user/following/{username}"],
    updateAuthenticated: ["PATCH /user"]
  }
};
var endpoints_default = Endpoints;

//# sourceMappingURL=endpoints.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js

const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) {
  for (const [methodName, endpoint] of Object.entries(endpoints)) {
    const [route, defaults, decorations] = endpoint;
    const [method, url] = route.split(/ /);
    const endpointDefaults = Object.assign(
      {
        method,
        url
      },
      defaults
    );
    if (!endpointMethodsMap.has(scope)) {
      endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
    }
    endpointMethodsMap.get(scope).set(methodName, {
      scope,
      methodName,
      endpointDefaults,
      decorations
    });
  }
}
const handler = {
  has({ scope }, methodName) {
    return endpointMethodsMap.get(scope).has(methodName);
  },
  getOwnPropertyDescriptor(target, methodName) {
    return {
      value: this.get(target, methodName),
      // ensures method is in the cache
      configurable: true,
      writable: true,
      enumerable: true
    };
  },
  defineProperty(target, methodName, descriptor) {
    Object.defineProperty(target.cache, methodName, descriptor);
    return true;
  },
  deleteProperty(target, methodName) {
    delete target.cache[methodName];
    return true;
  },
  ownKeys({ scope }) {
    return [...endpointMethodsMap.get(scope).keys()];
  },
  set(target, methodName, value) {
    return target.cache[methodName] = value;
  },
  get({ octokit, scope, cache }, methodName) {
    if (cache[methodName]) {
      return cache[methodName];
    }
    const method = endpointMethodsMap.get(scope).get(methodName);
    if (!method) {
      return void 0;
    }
    const { endpointDefaults, decorations } = method;
    if (decorations) {
      cache[methodName] = decorate(
        octokit,
        scope,
        methodName,
        endpointDefaults,
        decorations
      );
    } else {
      cache[methodName] = octokit.request.defaults(endpointDefaults);
    }
    return cache[methodName];
  }
};
function endpointsToMethods(octokit) {
  const newMethods = {};
  for (const scope of endpointMethodsMap.keys()) {
    newMethods[scope] = new Proxy({ octokit, scope, cache: {} }, handler);
  }
  return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
  const requestWithDefaults = octokit.request.defaults(defaults);
  function withDecorations(...args) {
    let options = requestWithDefaults.endpoint.merge(...args);
    if (decorations.mapToData) {
      options = Object.assign({}, options, {
        data: options[decorations.mapToData],
        [decorations.mapToData]: void 0
      });
      return requestWithDefaults(options);
    }
    if (decorations.renamed) {
      const [newScope, newMethodName] = decorations.renamed;
      octokit.log.warn(
        `octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`
      );
    }
    if (decorations.deprecated) {
      octokit.log.warn(decorations.deprecated);
    }
    if (decorations.renamedParameters) {
      const options2 = requestWithDefaults.endpoint.merge(...args);
      for (const [name, alias] of Object.entries(
        decorations.renamedParameters
      )) {
        if (name in options2) {
          octokit.log.warn(
            `"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`
          );
          if (!(alias in options2)) {
            options2[alias] = options2[name];
          }
          delete options2[name];
        }
      }
      return requestWithDefaults(options2);
    }
    return requestWithDefaults(...args);
  }
  return Object.assign(withDecorations, requestWithDefaults);
}

//# sourceMappingURL=endpoints-to-methods.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js


function restEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    rest: api
  };
}
restEndpointMethods.VERSION = dist_src_version_VERSION;
function legacyRestEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    ...api,
    rest: api
  };
}
legacyRestEndpointMethods.VERSION = dist_src_version_VERSION;

//# sourceMappingURL=index.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
// pkg/dist-src/version.js
var plugin_paginate_rest_dist_bundle_VERSION = "0.0.0-development";

// pkg/dist-src/normalize-paginated-list-response.js
function normalizePaginatedListResponse(response) {
  if (!response.data) {
    return {
      ...response,
      data: []
    };
  }
  const responseNeedsNormalization = ("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data);
  if (!responseNeedsNormalization) return response;
  const incompleteResults = response.data.incomplete_results;
  const repositorySelection = response.data.repository_selection;
  const totalCount = response.data.total_count;
  const totalCommits = response.data.total_commits;
  delete response.data.incomplete_results;
  delete response.data.repository_selection;
  delete response.data.total_count;
  delete response.data.total_commits;
  const namespaceKey = Object.keys(response.data)[0];
  const data = response.data[namespaceKey];
  response.data = data;
  if (typeof incompleteResults !== "undefined") {
    response.data.incomplete_results = incompleteResults;
  }
  if (typeof repositorySelection !== "undefined") {
    response.data.repository_selection = repositorySelection;
  }
  response.data.total_count = totalCount;
  response.data.total_commits = totalCommits;
  return response;
}

// pkg/dist-src/iterator.js
function iterator(octokit, route, parameters) {
  const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
  const requestMethod = typeof route === "function" ? route : octokit.request;
  const method = options.method;
  const headers = options.headers;
  let url = options.url;
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (!url) return { done: true };
        try {
          const response = await requestMethod({ method, url, headers });
          const normalizedResponse = normalizePaginatedListResponse(response);
          url = ((normalizedResponse.headers.link || "").match(
            /<([^<>]+)>;\s*rel="next"/
          ) || [])[1];
          if (!url && "total_commits" in normalizedResponse.data) {
            const parsedUrl = new URL(normalizedResponse.url);
            const params = parsedUrl.searchParams;
            const page = parseInt(params.get("page") || "1", 10);
            const per_page = parseInt(params.get("per_page") || "250", 10);
            if (page * per_page < normalizedResponse.data.total_commits) {
              params.set("page", String(page + 1));
              url = parsedUrl.toString();
            }
          }
          return { value: normalizedResponse };
        } catch (error) {
          if (error.status !== 409) throw error;
          url = "";
          return {
            value: {
              status: 200,
              headers: {},
              data: []
            }
          };
        }
      }
    })
  };
}

// pkg/dist-src/paginate.js
function paginate(octokit, route, parameters, mapFn) {
  if (typeof parameters === "function") {
    mapFn = parameters;
    parameters = void 0;
  }
  return gather(
    octokit,
    [],
    iterator(octokit, route, parameters)[Symbol.asyncIterator](),
    mapFn
  );
}
function gather(octokit, results, iterator2, mapFn) {
  return iterator2.next().then((result) => {
    if (result.done) {
      return results;
    }
    let earlyExit = false;
    function done() {
      earlyExit = true;
    }
    results = results.concat(
      mapFn ? mapFn(result.value, done) : result.value.data
    );
    if (earlyExit) {
      return results;
    }
    return gather(octokit, results, iterator2, mapFn);
  });
}

// pkg/dist-src/compose-paginate.js
var composePaginateRest = Object.assign(paginate, {
  iterator
});

// pkg/dist-src/generated/paginating-endpoints.js
var paginatingEndpoints = (/* unused pure expression or super */ null && ([
  "GET /advisories",
  "GET /app/hook/deliveries",
  "GET /app/installation-requests",
  "GET /app/installations",
  "GET /assignments/{assignment_id}/accepted_assignments",
  "GET /classrooms",
  "GET /classrooms/{classroom_id}/assignments",
  "GET /enterprises/{enterprise}/code-security/configurations",
  "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories",
  "GET /enterprises/{enterprise}/dependabot/alerts",
  "GET /enterprises/{enterprise}/teams",
  "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships",
  "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations",
  "GET /events",
  "GET /gists",
  "GET /gists/public",
  "GET /gists/starred",
  "GET /gists/{gist_id}/comments",
  "GET /gists/{gist_id}/commits",
  "GET /gists/{gist_id}/forks",
  "GET /installation/repositories",
  "GET /issues",
  "GET /licenses",
  "GET /marketplace_listing/plans",
  "GET /marketplace_listing/plans/{plan_id}/accounts",
  "GET /marketplace_listing/stubbed/plans",
  "GET /marketplace_listing/stubbed/plans/{plan_id}/accounts",
  "GET /networks/{owner}/{repo}/events",
  "GET /notifications",
  "GET /organizations",
  "GET /organizations/{org}/dependabot/repository-access",
  "GET /orgs/{org}/actions/cache/usage-by-repository",
  "GET /orgs/{org}/actions/hosted-runners",
  "GET /orgs/{org}/actions/permissions/repositories",
  "GET /orgs/{org}/actions/permissions/self-hosted-runners/repositories",
  "GET /orgs/{org}/actions/runner-groups",
  "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners",
  "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories",
  "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners",
  "GET /orgs/{org}/actions/runners",
  "GET /orgs/{org}/actions/secrets",
  "GET /orgs/{org}/actions/secrets/{secret_name}/repositories",
  "GET /orgs/{org}/actions/variables",
  "GET /orgs/{org}/actions/variables/{name}/repositories",
  "GET /orgs/{org}/attestations/repositories",
  "GET /orgs/{org}/attestations/{subject_digest}",
  "GET /orgs/{org}/blocks",
  "GET /orgs/{org}/campaigns",
  "GET /orgs/{org}/code-scanning/alerts",
  "GET /orgs/{org}/code-security/configurations",
  "GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories",
  "GET /orgs/{org}/codespaces",
  "GET /orgs/{org}/codespaces/secrets",
  "GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories",
  "GET /orgs/{org}/copilot/billing/seats",
  "GET /orgs/{org}/copilot/metrics",
  "GET /orgs/{org}/dependabot/alerts",
  "GET /orgs/{org}/dependabot/secrets",
  "GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories",
  "GET /orgs/{org}/events",
  "GET /orgs/{org}/failed_invitations",
  "GET /orgs/{org}/hooks",
  "GET /orgs/{org}/hooks/{hook_id}/deliveries",
  "GET /orgs/{org}/insights/api/route-stats/{actor_type}/{actor_id}",
  "GET /orgs/{org}/insights/api/subject-stats",
  "GET /orgs/{org}/insights/api/user-stats/{user_id}",
  "GET /orgs/{org}/installations",
  "GET /orgs/{org}/invitations",
  "GET /orgs/{org}/invitations/{invitation_id}/teams",
  "GET /orgs/{org}/issues",
  "GET /orgs/{org}/members",
  "GET /orgs/{org}/members/{username}/codespaces",
  "GET /orgs/{org}/migrations",
  "GET /orgs/{org}/migrations/{migration_id}/repositories",
  "GET /orgs/{org}/organization-roles/{role_id}/teams",
  "GET /orgs/{org}/organization-roles/{role_id}/users",
  "GET /orgs/{org}/outside_collaborators",
  "GET /orgs/{org}/packages",
  "GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
  "GET /orgs/{org}/personal-access-token-requests",
  "GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories",
  "GET /orgs/{org}/personal-access-tokens",
  "GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories",
  "GET /orgs/{org}/private-registries",
  "GET /orgs/{org}/projects",
  "GET /orgs/{org}/projectsV2",
  "GET /orgs/{org}/projectsV2/{project_number}/fields",
  "GET /orgs/{org}/projectsV2/{project_number}/items",
  "GET /orgs/{org}/properties/values",
  "GET /orgs/{org}/public_members",
  "GET /orgs/{org}/repos",
  "GET /orgs/{org}/rulesets",
  "GET /orgs/{org}/rulesets/rule-suites",
  "GET /orgs/{org}/rulesets/{ruleset_id}/history",
  "GET /orgs/{org}/secret-scanning/alerts",
  "GET /orgs/{org}/security-advisories",
  "GET /orgs/{org}/settings/immutable-releases/repositories",
  "GET /orgs/{org}/settings/network-configurations",
  "GET /orgs/{org}/team/{team_slug}/copilot/metrics",
  "GET /orgs/{org}/teams",
  "GET /orgs/{org}/teams/{team_slug}/discussions",
  "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
  "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions",
  "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions",
  "GET /orgs/{org}/teams/{team_slug}/invitations",
  "GET /orgs/{org}/teams/{team_slug}/members",
  "GET /orgs/{org}/teams/{team_slug}/projects",
  "GET /orgs/{org}/teams/{team_slug}/repos",
  "GET /orgs/{org}/teams/{team_slug}/teams",
  "GET /projects/{project_id}/collaborators",
  "GET /repos/{owner}/{repo}/actions/artifacts",
  "GET /repos/{owner}/{repo}/actions/caches",
  "GET /repos/{owner}/{repo}/actions/organization-secrets",
  "GET /repos/{owner}/{repo}/actions/organization-variables",
  "GET /repos/{owner}/{repo}/actions/runners",
  "GET /repos/{owner}/{repo}/actions/runs",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
  "GET /repos/{owner}/{repo}/actions/secrets",
  "GET /repos/{owner}/{repo}/actions/variables",
  "GET /repos/{owner}/{repo}/actions/workflows",
  "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
  "GET /repos/{owner}/{repo}/activity",
  "GET /repos/{owner}/{repo}/assignees",
  "GET /repos/{owner}/{repo}/attestations/{subject_digest}",
  "GET /repos/{owner}/{repo}/branches",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations",
  "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs",
  "GET /repos/{owner}/{repo}/code-scanning/alerts",
  "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
  "GET /repos/{owner}/{repo}/code-scanning/analyses",
  "GET /repos/{owner}/{repo}/codespaces",
  "GET /repos/{owner}/{repo}/codespaces/devcontainers",
  "GET /repos/{owner}/{repo}/codespaces/secrets",
  "GET /repos/{owner}/{repo}/collaborators",
  "GET /repos/{owner}/{repo}/comments",
  "GET /repos/{owner}/{repo}/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/commits",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/comments",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-suites",
  "GET /repos/{owner}/{repo}/commits/{ref}/status",
  "GET /repos/{owner}/{repo}/commits/{ref}/statuses",
  "GET /repos/{owner}/{repo}/compare/{basehead}",
  "GET /repos/{owner}/{repo}/compare/{base}...{head}",
  "GET /repos/{owner}/{repo}/contributors",
  "GET /repos/{owner}/{repo}/dependabot/alerts",
  "GET /repos/{owner}/{repo}/dependabot/secrets",
  "GET /repos/{owner}/{repo}/deployments",
  "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  "GET /repos/{owner}/{repo}/environments",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/variables",
  "GET /repos/{owner}/{repo}/events",
  "GET /repos/{owner}/{repo}/forks",
  "GET /repos/{owner}/{repo}/hooks",
  "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries",
  "GET /repos/{owner}/{repo}/invitations",
  "GET /repos/{owner}/{repo}/issues",
  "GET /repos/{owner}/{repo}/issues/comments",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/issues/events",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/labels",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/reactions",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline",
  "GET /repos/{owner}/{repo}/keys",
  "GET /repos/{owner}/{repo}/labels",
  "GET /repos/{owner}/{repo}/milestones",
  "GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels",
  "GET /repos/{owner}/{repo}/notifications",
  "GET /repos/{owner}/{repo}/pages/builds",
  "GET /repos/{owner}/{repo}/projects",
  "GET /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/pulls/comments",
  "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments",
  "GET /repos/{owner}/{repo}/releases",
  "GET /repos/{owner}/{repo}/releases/{release_id}/assets",
  "GET /repos/{owner}/{repo}/releases/{release_id}/reactions",
  "GET /repos/{owner}/{repo}/rules/branches/{branch}",
  "GET /repos/{owner}/{repo}/rulesets",
  "GET /repos/{owner}/{repo}/rulesets/rule-suites",
  "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history",
  "GET /repos/{owner}/{repo}/secret-scanning/alerts",
  "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations",
  "GET /repos/{owner}/{repo}/security-advisories",
  "GET /repos/{owner}/{repo}/stargazers",
  "GET /repos/{owner}/{repo}/subscribers",
  "GET /repos/{owner}/{repo}/tags",
  "GET /repos/{owner}/{repo}/teams",
  "GET /repos/{owner}/{repo}/topics",
  "GET /repositories",
  "GET /search/code",
  "GET /search/commits",
  "GET /search/issues",
  "GET /search/labels",
  "GET /search/repositories",
  "GET /search/topics",
  "GET /search/users",
  "GET /teams/{team_id}/discussions",
  "GET /teams/{team_id}/discussions/{discussion_number}/comments",
  "GET /teams/{team_id}/discussions/{discussion_number}/comments/{comment_number}/reactions",
  "GET /teams/{team_id}/discussions/{discussion_number}/reactions",
  "GET /teams/{team_id}/invitations",
  "GET /teams/{team_id}/members",
  "GET /teams/{team_id}/projects",
  "GET /teams/{team_id}/repos",
  "GET /teams/{team_id}/teams",
  "GET /user/blocks",
  "GET /user/codespaces",
  "GET /user/codespaces/secrets",
  "GET /user/emails",
  "GET /user/followers",
  "GET /user/following",
  "GET /user/gpg_keys",
  "GET /user/installations",
  "GET /user/installations/{installation_id}/repositories",
  "GET /user/issues",
  "GET /user/keys",
  "GET /user/marketplace_purchases",
  "GET /user/marketplace_purchases/stubbed",
  "GET /user/memberships/orgs",
  "GET /user/migrations",
  "GET /user/migrations/{migration_id}/repositories",
  "GET /user/orgs",
  "GET /user/packages",
  "GET /user/packages/{package_type}/{package_name}/versions",
  "GET /user/public_emails",
  "GET /user/repos",
  "GET /user/repository_invitations",
  "GET /user/social_accounts",
  "GET /user/ssh_signing_keys",
  "GET /user/starred",
  "GET /user/subscriptions",
  "GET /user/teams",
  "GET /users",
  "GET /users/{username}/attestations/{subject_digest}",
  "GET /users/{username}/events",
  "GET /users/{username}/events/orgs/{org}",
  "GET /users/{username}/events/public",
  "GET /users/{username}/followers",
  "GET /users/{username}/following",
  "GET /users/{username}/gists",
  "GET /users/{username}/gpg_keys",
  "GET /users/{username}/keys",
  "GET /users/{username}/orgs",
  "GET /users/{username}/packages",
  "GET /users/{username}/projects",
  "GET /users/{username}/projectsV2",
  "GET /users/{username}/projectsV2/{project_number}/fields",
  "GET /users/{username}/projectsV2/{project_number}/items",
  "GET /users/{username}/received_events",
  "GET /users/{username}/received_events/public",
  "GET /users/{username}/repos",
  "GET /users/{username}/social_accounts",
  "GET /users/{username}/ssh_signing_keys",
  "GET /users/{username}/starred",
  "GET /users/{username}/subscriptions"
]));

// pkg/dist-src/paginating-endpoints.js
function isPaginatingEndpoint(arg) {
  if (typeof arg === "string") {
    return paginatingEndpoints.includes(arg);
  } else {
    return false;
  }
}

// pkg/dist-src/index.js
function paginateRest(octokit) {
  return {
    paginate: Object.assign(paginate.bind(null, octokit), {
      iterator: iterator.bind(null, octokit)
    })
  };
}
paginateRest.VERSION = plugin_paginate_rest_dist_bundle_VERSION;


;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/utils.js


// octokit + plugins



const context = new Context();
const baseUrl = getApiBaseUrl();
const defaults = {
    baseUrl,
    request: {
        agent: getProxyAgent(baseUrl),
        fetch: getProxyFetch(baseUrl)
    }
};
const GitHub = Octokit.plugin(restEndpointMethods, paginateRest).defaults(defaults);

/**
 * Convience function to correctly format Octokit Options to pass into the constructor.
 *
 * @param     token    the repo PAT or GITHUB_TOKEN
 * @param     options  other options to set
 */
function getOctokitOptions(token, options) {
    const opts = Object.assign({}, options || {}); // Shallow clone - don't mutate the object provided by the caller
    // Auth
    const auth = getAuthString(token, opts);
    if (auth) {
        opts.auth = auth;
    }
    // Orchestration ID
    const userAgent = getUserAgentWithOrchestrationId(opts.userAgent);
    if (userAgent) {
        opts.userAgent = userAgent;
    }
    return opts;
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/github.js


const github_context = new Context();
/**
 * Returns a hydrated octokit ready to use for GitHub Actions
 *
 * @param     token    the repo PAT or GITHUB_TOKEN
 * @param     options  other options to set
 */
function getOctokit(token, options, ...additionalPlugins) {
    const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
    return new GitHubWithPlugins(getOctokitOptions(token, options));
}
//# sourceMappingURL=github.js.map

/***/ }),

/***/ 544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: PERCENTAGE, checkWildcards, choiceForm, code, codeBlock, describeInputs, durationForm, escapeMarkdown, integerForm, markdownTable, readInputs, sizeForm

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

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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
        temporaryFolder: (0,external_node_path_namespaceObject.resolve)(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)()),
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
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
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
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
    return io_util_awaiter(this, void 0, void 0, function* () {
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
    return io_util_awaiter(this, void 0, void 0, function* () {
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
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
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
    return io_util_awaiter(this, void 0, void 0, function* () {
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
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
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
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
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
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
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
        if (tool.includes(external_path_namespaceObject.sep)) {
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
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
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
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
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
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
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
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
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
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
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
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(302);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
