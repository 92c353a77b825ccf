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

/***/ 6:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const pico = __nccwpck_require__(16);
const utils = __nccwpck_require__(59);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 595:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 265:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(595);
const utils = __nccwpck_require__(59);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 16:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const scan = __nccwpck_require__(781);
const parse = __nccwpck_require__(265);
const utils = __nccwpck_require__(59);
const constants = __nccwpck_require__(595);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 781:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(59);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(595);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 59:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(595);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


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

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

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

/***/ 443:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(880);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(86);


await (0,_plimsoll_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_main_js__WEBPACK_IMPORTED_MODULE_1__/* .qualityGate */ .N);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ qualityGate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: ./packages/outcome/lib/index.js + 2 modules
var lib = __nccwpck_require__(558);
;// CONCATENATED MODULE: ./packages/gate/lib/commands/command-line.js

const FORM = /^(?<name>[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?):\s+(?<command>\S.*)$/su;
/** Reads `name: command`. @throws Failure('input') */
function parseCommand(line) {
    const { name, command } = FORM.exec(line)?.groups ?? {};
    if (name !== undefined && command !== undefined) {
        checkAlone(name, command);
        return { name, command };
    }
    // A command may hold what should be a secret: only its start is shown.
    throw new lib/* Failure */.HR('input', `'${line.slice(0, 30)}' is not of the form 'name: command', such as 'lint: npm run lint'`);
}
const QUOTED = /\\.|'[^']*'|"(?:\\.|[^"\\])*"/gsu;
/** A word with a colon behind it, and a word behind that. Shells have no use for one. */
const SECOND = /\s(?<name>[\p{L}\p{N}][\p{L}\p{N}._-]*):\s+[\p{L}\p{N}]/u;
/** With `commands: >`, YAML makes one line of all. The first command would run with the others as its arguments, and may well end with 0. */
function checkAlone(name, command) {
    const second = SECOND.exec(command.replace(QUOTED, "''"))?.groups?.['name'];
    if (second === undefined)
        return;
    const hint = "Write one command per line ('commands: |', not '>'), and put such a text into quotes";
    throw new lib/* Failure */.HR('input', `'${second.slice(0, 30)}:' in the command '${name}' looks like another command. ${hint}`);
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(500);
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
const duration_SECOND = 1_000;
const MINUTE = 60 * duration_SECOND;
const HOUR = 60 * MINUTE;
/** Milliseconds for people: `850 ms`, `1.4 s`, `2 min 3 s`, `1 h 5 min`. */
function formatDuration(ms) {
    // Each is rounded before it is compared, so that nothing reads `1000 ms` or `60 s`.
    if (Math.round(ms) < duration_SECOND)
        return `${Math.round(ms)} ms`;
    const tenths = Math.round(ms / 100);
    if (tenths < 600)
        return `${tenths / 10} s`;
    const seconds = Math.round(ms / duration_SECOND);
    if (seconds < HOUR / duration_SECOND)
        return twoUnits([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
    const minutes = Math.round(ms / MINUTE);
    return twoUnits([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}
function twoUnits(large, small) {
    return small[0] === 0 ? large.join(' ') : `${large.join(' ')} ${small.join(' ')}`;
}

;// CONCATENATED MODULE: ./packages/figures/lib/index.js
/** Durations, sizes, shares and counts as people read them, the same in every log, report and message. */





;// CONCATENATED MODULE: ./packages/gate/lib/commands/output-keeper.js

/** How much of the output of one command is kept: the start tells what was run, the end what went wrong. */
const HEAD = 256 * 1024;
const TAIL = 2 * 1024 * 1024;
/** Keeps the start and the end of an output of any length. */
class OutputKeeper {
    #head = [];
    #headBytes = 0;
    #tail = [];
    #tailBytes = 0;
    #dropped = 0;
    write(chunk) {
        const room = HEAD - this.#headBytes;
        const [first, rest] = [chunk.subarray(0, room), chunk.subarray(room)];
        if (first.length > 0) {
            this.#head.push(first);
            this.#headBytes += first.length;
        }
        if (rest.length > 0)
            this.#keepLast(rest);
    }
    #keepLast(chunk) {
        this.#tail.push(chunk);
        this.#tailBytes += chunk.length;
        for (let [oldest] = this.#tail; oldest !== undefined && this.#tailBytes - oldest.length >= TAIL; [oldest] = this.#tail) {
            this.#tail.shift();
            this.#tailBytes -= oldest.length;
            this.#dropped += oldest.length;
        }
    }
    text() {
        const [head, tail] = [Buffer.concat(this.#head), Buffer.concat(this.#tail)];
        if (this.#dropped === 0)
            return Buffer.concat([head, tail]).toString();
        return `${head.toString()}\n… ${formatBytes(this.#dropped)} of output are left out here …\n${tail.toString()}`;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: ./packages/gate/lib/commands/process-group.js

/** @returns whether anybody of the group is left */
function signalGroup(group, signal) {
    try {
        process.kill(-group, signal);
        return true;
    }
    catch {
        // Nobody is there any more. Whoever changed his user cannot be ended by us, nor waited for.
        return false;
    }
}
/**
 * Whether somebody of the group still runs. What has ended and is collected by nobody does not: jobs in containers have no init that would,
 * and such remains can be signalled for ever.
 */
async function isGroupAlive(group) {
    if (!signalGroup(group, 0))
        return false;
    const entries = await (0,external_node_fs_promises_.readdir)('/proc').catch(() => undefined);
    if (entries === undefined)
        return true;
    const states = await Promise.all(entries.filter((name) => /^\d+$/u.test(name)).map((pid) => stateIn(group, pid)));
    return states.some((state) => state !== '' && state !== 'Z' && state !== 'X');
}
/** The state of a process of the group; empty for one of another. */
async function stateIn(group, pid) {
    const text = await (0,external_node_fs_promises_.readFile)(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    // The name in brackets may hold anything. Behind it: state, parent, group. Source: proc_pid_stat(5).
    const [state = '', , of] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return Number(of) === group ? state : '';
}

;// CONCATENATED MODULE: ./packages/gate/lib/commands/system-commands.js




const GRACE_MS = 3000;
/** How long output is waited for after a command has ended: whoever it left behind may hold the pipe open. */
const LAST_WORDS_MS = 1000;
/** How long the end of a command is waited for after its group was ended. */
const LAST_BREATH_MS = 1000;
/**
 * What belongs to this step and to nothing that it runs: its inputs and state, the files through which it speaks to the runner (a test must
 * not write our verdict), and the token of the runner's own services, which commands of a workflow do not get either.
 */
const WITHHELD = /^(?:INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/u;
const COMMAND_FILES = new Set(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY']);
/** The environment of commands. */
function commandEnvironment(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || WITHHELD.test(name.toUpperCase()) || COMMAND_FILES.has(name) ? [] : [[name, value]]));
}
/**
 * Runs commands on this machine, in bash as a step of a workflow does, each in a process group of its own that ends with it.
 *
 * @param graceMs from the polite signal to the one that cannot be ignored
 */
function systemCommands(env, folder, graceMs = GRACE_MS) {
    const commandEnv = commandEnvironment(env);
    return async (order, signal) => {
        const startedAt = performance.now();
        const child = (0,external_node_child_process_namespaceObject.spawn)('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', order.command], {
            cwd: folder,
            env: commandEnv,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true,
        });
        const output = listenTo(child);
        const stop = () => endGroup(child, graceMs);
        const end = await endOf({ child, order, stop, signal });
        await stop();
        await output.closed();
        return { name: order.name, end, durationMs: performance.now() - startedAt, output: output.text() };
    };
}
/** Resolves when the command has ended, by itself or because its time was over. */
async function endOf({ child, order, stop, signal }) {
    const { limitMs } = order;
    const ended = exitOf(child);
    const time = new AbortController();
    const over = AbortSignal.any([signal, time.signal]);
    const limit = (0,promises_.setTimeout)(limitMs, 'limit', { signal: over }).catch(() => 'limit');
    const first = await Promise.race([ended, limit]);
    if (first !== 'limit') {
        time.abort();
        return first;
    }
    await stop();
    await atMost(LAST_BREATH_MS, ended);
    // What runs as another user (sudo) we may not end. It is left to itself: a time limit is one.
    child.unref();
    return signal.aborted ? { kind: 'killed', signal: 'the cancellation' } : { kind: 'timed-out', limitMs };
}
/** Resolves with the promise, or when the time is over. */
async function atMost(ms, promise) {
    const enough = new AbortController();
    await Promise.race([promise, (0,promises_.setTimeout)(ms, undefined, { signal: enough.signal }).catch(() => undefined)]);
    enough.abort();
}
async function exitOf(child) {
    const { promise, resolve } = Promise.withResolvers();
    child.once('error', ({ message }) => resolve({ kind: 'not-started', why: message }));
    child.once('exit', (status, signal) => resolve(status === null ? { kind: 'killed', signal: signal ?? 'a signal' } : { kind: 'exited', status }));
    return promise;
}
/** Ends everything that the command started and that is still there. */
async function endGroup({ pid }, graceMs) {
    if (pid === undefined || !signalGroup(pid, 'SIGTERM'))
        return;
    const deadline = performance.now() + graceMs;
    while (performance.now() < deadline && (await isGroupAlive(pid)))
        await (0,promises_.setTimeout)(20);
    signalGroup(pid, 'SIGKILL');
}
function listenTo(child) {
    const kept = new OutputKeeper();
    for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => kept.write(chunk));
    const closed = new Promise((resolve) => child.once('close', () => resolve()));
    return {
        text: () => kept.text(),
        closed: async () => {
            await atMost(LAST_WORDS_MS, closed);
            child.stdout.destroy();
            child.stderr.destroy();
        },
    };
}

// EXTERNAL MODULE: ./packages/action-kit/lib/index.js + 43 modules
var action_kit_lib = __nccwpck_require__(880);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __nccwpck_require__(6);
;// CONCATENATED MODULE: ./packages/gate/lib/files/name-pattern.js



/** Reads a glob for names: `*` stays within one part of a name, `**` does not. @throws Failure('input') */
function parseNamePattern(text) {
    if (text.startsWith('!'))
        throw new lib/* Failure */.HR('input', `'${text.slice(0, 80)}' begins with !: a pattern says what fits`);
    const matches = picomatch((0,action_kit_lib/* checkWildcards */.ou)(text), { dot: true, nonegate: true });
    return { text, matches: (name) => matches(name) };
}
/** Whether a text is a plain name that matches itself alone. */
function isPlainName(text) {
    return !picomatch.scan(text).isGlob;
}

;// CONCATENATED MODULE: ./packages/reports/lib/unreadable.js
/** Why a report cannot be used, as parsers say it; who knows the file adds its name. */
class Unreadable extends Error {
    /** Where, in bytes from 0; undefined where a place would not help. */
    offset;
    /** @param message one clause in small letters, such as `the document ends inside of <testcase>` */
    constructor(message, offset, options) {
        super(message, options);
        this.name = 'Unreadable';
        this.offset = offset;
    }
}
/** A text of a report as a message may show it: on one line, in quotes, cut where it gets long. */
function shown(text) {
    return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

;// CONCATENATED MODULE: ./packages/reports/lib/limits.js
/**
 * What a report may be at most. Reports are made by code of a branch that may not be trusted, and are read on a runner with
 * some gigabytes for everything. What goes beyond is refused by name, never cut off quietly.
 */
const MEGABYTE = 1024 * 1024;
/** Files of one kind: more are a pattern gone wrong. Monorepos with a report for each package stay far below. */
const MAX_FILES = 10_000;
/** A report that is read as a stream. One of 100 MB holds a million tests; what is read takes no memory by itself. */
const MAX_STREAMED_BYTES = 1024 * MEGABYTE;
/** A report in JSON is held in memory as a whole, and takes about seven times its size while it is read. */
const MAX_JSON_BYTES = 128 * MEGABYTE;
/** Objects and lists of one JSON document. Empty ones take 3 bytes in the report and up to 80 in memory; a large real report has two million. */
const MAX_JSON_CONTAINERS = 10_000_000;
/** Elements of XML inside of each other. Real ones have suites in suites for each folder: some tens. */
const MAX_DEPTH = 256;
/** One name, attribute or line, in bytes. Messages of failures are the longest: some carry a whole page of HTML. */
const MAX_TOKEN_BYTES = 8 * MEGABYTE;
/** Attributes of one element. The most of any known writer is below 20. */
const MAX_ATTRIBUTES = 256;
/** 32-bit numbers that one report of coverage may keep: 1 a line, 4 a branch, 6 a block. All of Chromium has some ten million lines. */
const MAX_KEPT_NUMBERS = 50_000_000;
/** Different names of elements and attributes in one document; a format has some tens. */
const MAX_NAMES = 1000;
/** A document type declaration, in bytes: a name and two addresses. */
const MAX_DOCTYPE_BYTES = 4096;
/** Source files in one report of coverage. */
const MAX_SOURCE_FILES = 1_000_000;
/** The highest number of a line, so that it fits an array of 32-bit integers beside a flag. */
const MAX_LINE = 1_000_000_000;
/** Failures that are kept with their texts; more are only counted. A page of a hundred is more than anybody reads. */
const MAX_KEPT_FAILURES = 1000;
/** Characters of one kept message. */
const MAX_MESSAGE = 2000;
/** Characters of one kept name or path of a failure. */
const MAX_NAME = 500;

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/int32-list.js
const FIRST_CAPACITY = 256;
/** Memory that is kept for what comes next, in numbers. */
const KEPT_CAPACITY = 65_536;
/** Shared, because most source files have no branches, and none but those of Go have blocks. */
const NONE = new Int32Array(0);
/** Whole numbers of 32 bits in the order in which they were added. */
class Int32List {
    #numbers = NONE;
    #length = 0;
    get length() {
        return this.#length;
    }
    add(value) {
        if (this.#length === this.#numbers.length)
            this.#resize(Math.max(FIRST_CAPACITY, this.#length * 2));
        this.#numbers[this.#length] = value;
        this.#length += 1;
    }
    /** All of them, without a copy: to be read before the next one is added. */
    numbers() {
        return this.#numbers.subarray(0, this.#length);
    }
    /** Puts others in place of all that there are. */
    replace(numbers) {
        this.#numbers = numbers;
        this.#length = numbers.length;
    }
    /** Begins anew, in the same memory unless that is a lot. */
    clear() {
        this.#length = 0;
        if (this.#numbers.length > KEPT_CAPACITY)
            this.#resize(0);
    }
    /** The old memory is given back at once, not when it pleases the garbage collector. */
    #resize(capacity) {
        const old = this.#numbers;
        this.#numbers = old === NONE ? new Int32Array(capacity) : new Int32Array(old.buffer.transfer(capacity * 4));
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/rows.js
/**
 * Rows of whole numbers in one array, `width` numbers each: what a row is about, and at its end 1 if it was covered, else 0. Rows about the
 * same are one row, covered if any of them is.
 */
/** Line, block, branch, taken. */
const BRANCH_WIDTH = 4;
/** First line and column, last line and column, statements, covered. */
const BLOCK_WIDTH = 6;
/** A line and whether it is covered, in one number, so that five million of them take 20 MB. */
const LINE_WIDTH = 1;
/** Packs a line. */
function lineRow(line, isCovered) {
    return line * 2 + (isCovered ? 1 : 0);
}
/** Sorted, each row once. Gives back the same array when nothing was to be done. */
function united(rows, width) {
    if (isUnited(rows, width))
        return rows;
    return width === LINE_WIDTH ? unitedLines(rows) : unitedRows(rows, width);
}
/** How many rows are covered, each counted as `weight` says. */
function sumCovered(rows, width, weight) {
    let sum = 0;
    for (let row = 0; row < rows.length; row += width)
        sum += (rows[row + width - 1] ?? 0) === 0 ? 0 : weight(row);
    return sum;
}
function isUnited(rows, width) {
    return width === LINE_WIDTH ? areLinesUnited(rows) : areRowsUnited(rows, width);
}
function areLinesUnited(rows) {
    for (let index = 1; index < rows.length; index += 1) {
        if ((rows[index - 1] ?? 0) >> 1 >= (rows[index] ?? 0) >> 1)
            return false;
    }
    return true;
}
function areRowsUnited(rows, width) {
    for (let row = width; row < rows.length; row += width) {
        if (compare(rows, { width, one: row - width, other: row }) >= 0)
            return false;
    }
    return true;
}
/** By what two rows are about, not by whether they are covered; 0 when it is the same. */
function compare(rows, { width, one, other }) {
    for (let column = 0; column < width - 1; column += 1) {
        const difference = (rows[one + column] ?? 0) - (rows[other + column] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function unitedLines(rows) {
    // A covered row of a line is one more than one that is not, so that it comes last.
    const sorted = rows.slice().sort();
    let length = 0;
    for (let index = 0; index < sorted.length; index += 1) {
        const row = sorted[index] ?? 0;
        if (row >> 1 === (sorted[index + 1] ?? -1) >> 1)
            continue;
        sorted[length] = row;
        length += 1;
    }
    return sorted.slice(0, length);
}
function unitedRows(rows, width) {
    const order = Uint32Array.from({ length: rows.length / width }, (_, index) => index * width);
    order.sort((one, other) => compare(rows, { width, one, other }));
    const result = new Int32Array(rows.length);
    let length = 0;
    for (const [index, row] of order.entries()) {
        const before = order[index - 1];
        if (before !== undefined && compare(rows, { width, one: before, other: row }) === 0) {
            result[length - 1] = (result[length - 1] ?? 0) | (rows[row + width - 1] ?? 0);
            continue;
        }
        result.set(rows.subarray(row, row + width), length);
        length += width;
    }
    return result.slice(0, length);
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/file-builder.js




/** Rows are united when there are this many times more of them than after the last time. */
const GROWTH = 2;
/** Rows up to which there is no hurry to unite them. */
const FEW = 4096;
/** Collects what reports say of one source file. The same row may come any number of times. */
class FileBuilder {
    #lines = new Rows(LINE_WIDTH);
    #branches = new Rows(BRANCH_WIDTH);
    #blocks = new Rows(BLOCK_WIDTH);
    #totals;
    /** @throws Unreadable for a number that no line has. */
    addLine(line, isCovered) {
        checkLine(line);
        this.#lines.list.add(lineRow(line, isCovered));
        this.#lines.settle();
    }
    addBranch({ line, block, branch, isTaken }) {
        checkLine(line);
        const { list } = this.#branches;
        list.add(line);
        list.add(block);
        list.add(branch);
        list.add(isTaken ? 1 : 0);
        this.#branches.settle();
    }
    addBlock(block) {
        checkLine(block.lastLine);
        const { list } = this.#blocks;
        list.add(block.firstLine);
        list.add(block.firstColumn);
        list.add(block.lastLine);
        list.add(block.lastColumn);
        list.add(block.statements);
        list.add(block.isCovered ? 1 : 0);
        this.#blocks.settle();
    }
    /** What is known where there are no rows. */
    setTotals(lines, branches) {
        this.#totals = { lines, branches };
    }
    /** Adds what another report says of the same file. */
    addFile({ rows, branchRows, blocks }) {
        for (const line of rows?.covered ?? [])
            this.addLine(line, true);
        for (const line of rows?.uncovered ?? [])
            this.addLine(line, false);
        this.#branches.addAll(branchRows);
        this.#blocks.addAll(blocks);
    }
    /** Numbers of 32 bits that are kept. */
    get size() {
        return this.#lines.list.length + this.#branches.list.length + this.#blocks.list.length;
    }
    /**
     * What is known of the file. The builder is empty afterwards, for the next one.
     * @throws Unreadable when one place in the code is said to be two blocks
     */
    finish(path) {
        const [blocks, branchRows] = [this.#blocks.finish(), this.#branches.finish()];
        const rows = splitRows(this.#lines.united());
        const totals = rows.covered.length + rows.uncovered.length === 0 ? this.#totals : undefined;
        const file = {
            path,
            lines: this.#linesTally(rows, blocks),
            branches: totals !== undefined && branchRows === undefined ? totals.branches : branchTally(branchRows),
            rows: totals === undefined ? rows : undefined,
            branchRows,
            blocks,
        };
        this.#lines.clear();
        this.#totals = undefined;
        return file;
    }
    #linesTally({ covered, uncovered }, blocks) {
        if (blocks !== undefined)
            return blockTally(blocks);
        const total = covered.length + uncovered.length;
        return total === 0 && this.#totals !== undefined ? this.#totals.lines : { covered: covered.length, total };
    }
}
/** Rows of one kind, united again and again while they come, so that repeated ones take no memory. */
class Rows {
    list = new Int32List();
    #width;
    #limit = FEW;
    constructor(width) {
        this.#width = width;
    }
    settle() {
        if (this.list.length < this.#limit)
            return;
        this.list.replace(united(this.list.numbers(), this.#width));
        if (this.list.length > MAX_KEPT_NUMBERS)
            throw new Unreadable(`a file has more rows than the ${MAX_KEPT_NUMBERS} that are kept`);
        this.#limit = Math.max(FEW, this.list.length * GROWTH);
    }
    addAll(rows) {
        for (const number of rows ?? [])
            this.list.add(number);
        this.settle();
    }
    /** All rows, to be read before the next one is added. */
    united() {
        return united(this.list.numbers(), this.#width);
    }
    /** All rows in memory of their own; undefined for none. There are none afterwards. */
    finish() {
        const rows = this.list.length === 0 ? undefined : this.united().slice();
        this.clear();
        return rows;
    }
    clear() {
        this.list.clear();
        this.#limit = FEW;
    }
}
const file_builder_NONE = { covered: 0, total: 0 };
function checkLine(line) {
    if (!Number.isInteger(line) || line < 0 || line > MAX_LINE)
        throw new Unreadable(`${line} is not the number of a line`);
}
function branchTally(rows) {
    if (rows === undefined)
        return file_builder_NONE;
    return { covered: sumCovered(rows, BRANCH_WIDTH, () => 1), total: rows.length / BRANCH_WIDTH };
}
const STATEMENTS = 4;
function blockTally(rows) {
    let total = 0;
    for (let row = 0; row < rows.length; row += BLOCK_WIDTH) {
        if (isSamePlace(rows, row - BLOCK_WIDTH, row)) {
            const said = [row - BLOCK_WIDTH, row].map((one) => rows[one + STATEMENTS]).join(' and ');
            throw new Unreadable(`the block of Go that begins on line ${rows[row]} has ${said} statements`);
        }
        total += rows[row + STATEMENTS] ?? 0;
    }
    return { covered: sumCovered(rows, BLOCK_WIDTH, (row) => rows[row + STATEMENTS] ?? 0), total };
}
/** As `go tool cover` refuses it: another compiler, or another version of the file. */
function isSamePlace(rows, one, other) {
    for (let column = 0; column < STATEMENTS; column += 1) {
        if (rows[one + column] !== rows[other + column])
            return false;
    }
    return true;
}
function splitRows(rows) {
    let covered = 0;
    for (let index = 0; index < rows.length; index += 1)
        covered += (rows[index] ?? 0) & 1;
    const isSmall = (rows.at(-1) ?? 0) >> 1 <= 0xffff;
    // One piece of memory for both, since there are so many of them.
    const memory = new ArrayBuffer(rows.length * (isSmall ? 2 : 4));
    const split = isSmall
        ? { covered: new Uint16Array(memory, 0, covered), uncovered: new Uint16Array(memory, covered * 2) }
        : { covered: new Int32Array(memory, 0, covered), uncovered: new Int32Array(memory, covered * 4) };
    let nextCovered = 0;
    let nextUncovered = 0;
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] ?? 0;
        if ((row & 1) === 1)
            split.covered[nextCovered++] = row >> 1;
        else
            split.uncovered[nextUncovered++] = row >> 1;
    }
    return split;
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/builder.js



/** Collects what one report says, source file by source file. */
class CoverageBuilder {
    /** A file that came once is kept in as little memory as it needs; one that comes again stays open, since it will come more often. */
    #files = new Map();
    #newFile = new FileBuilder();
    #current;
    #kept = 0;
    /**
     * What is said of a file so far. Nothing may be added to one any more when the next one was asked for.
     *
     * @throws Unreadable for an empty path, or when there are too many files or rows
     */
    file(path) {
        if (this.#current?.path === path)
            return this.#current.file;
        this.#leave();
        const name = normalised(path);
        if (name === '')
            throw new Unreadable('a source file has no name');
        const file = this.#opened(name);
        this.#current = { path, name, file };
        return file;
    }
    #opened(name) {
        const known = this.#files.get(name);
        if (known === undefined) {
            if (this.#files.size < MAX_SOURCE_FILES)
                return this.#newFile;
            throw new Unreadable(`it has more than ${MAX_SOURCE_FILES} source files`);
        }
        const file = known instanceof FileBuilder ? known : reopened(known);
        this.#files.set(name, file);
        this.#kept -= file.size;
        return file;
    }
    #leave() {
        if (this.#current === undefined)
            return;
        const { name, file } = this.#current;
        this.#current = undefined;
        this.#kept += file.size;
        if (this.#kept > MAX_KEPT_NUMBERS)
            throw new Unreadable(`it has more rows than the ${MAX_KEPT_NUMBERS} that are kept`);
        if (file === this.#newFile)
            this.#files.set(name, file.finish(name));
    }
    /** @throws Unreadable when nothing was said of any file. */
    finish(format, { file, bytes }) {
        this.#leave();
        if (this.#files.size === 0)
            throw new Unreadable('it names no source file');
        const files = Array.from(this.#files, ([path, known]) => known instanceof FileBuilder ? known.finish(path) : known);
        return { kind: 'coverage', format, file, bytes, ...totalsOf(files), files };
    }
}
function reopened(known) {
    const file = new FileBuilder();
    file.addFile(known);
    return file;
}
/** The sums over files. */
function totalsOf(files) {
    return { lines: sum(files.map(({ lines }) => lines)), branches: sum(files.map(({ branches }) => branches)) };
}
function sum(tallies) {
    return tallies.reduce((one, other) => ({ covered: one.covered + other.covered, total: one.total + other.total }), {
        covered: 0,
        total: 0,
    });
}
/** A path with `/` between folders and nothing in front that does not matter. */
function normalised(path) {
    const slashed = path.trim().replaceAll('\\', '/');
    return slashed.startsWith('./') ? slashed.slice(2) : slashed;
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/merge-coverage.js




/**
 * Unites reports by path, line by line: a line, branch or block is covered when any report has it covered. Where one of two reports of a path
 * has totals only, the one with rows counts; where both have, the one that covers more. They have to agree on the total.
 *
 * Where reports know other lines of a path, that path may be one file or several (in a monorepo each package has its own `src/index.ts`, and
 * what covers one of them says nothing of the other). If nothing tells, it is counted as one and as several, and the smaller share stands: a merge never
 * makes a share larger than both readings allow.
 *
 * @param isOneFile whether a path is that of one file, whichever report names it; packages of Go always are
 * @throws Failure `report` when reports contradict each other about the number of lines of a file, and one of them does not say which.
 */
function mergeCoverage(reports, isOneFile) {
    const byPath = new Map();
    for (const { file: report, files } of reports) {
        for (const file of files) {
            const parts = byPath.get(file.path);
            if (parts === undefined)
                byPath.set(file.path, [{ report, file }]);
            else
                parts.push({ report, file });
        }
    }
    const files = Array.from(byPath, ([path, parts]) => mergeParts(parts, isOneFile(path)));
    return { ...totalsOf(files), files };
}
function mergeParts(parts, isOne) {
    const reports = parts.map(({ report }) => report);
    const [first, ...others] = parts.map(({ file }) => file);
    if (first === undefined)
        throw new Error('There are no parts.');
    if (others.length === 0)
        return { ...first, reports, isDisputed: false };
    const all = [first, ...others];
    const withRows = all.filter(({ rows }) => rows !== undefined);
    if (withRows.length === 0)
        return { ...largest(parts, first), reports, isDisputed: false };
    const versions = versionsOf(withRows).map(merge_coverage_united);
    const whole = merge_coverage_united(withRows);
    checkTotals(parts, whole);
    const isDisputed = versions.length > 1;
    const isKnown = !isDisputed || isOne || first.blocks !== undefined;
    return { ...(isKnown ? whole : smallerShare(whole, versions)), reports, isDisputed };
}
/** In groups that know the same lines. */
function versionsOf(files) {
    const groups = [];
    for (const file of files) {
        const group = groups.find(([first]) => first?.rows !== undefined && knowsSame(first.rows, file.rows));
        if (group === undefined)
            groups.push([file]);
        else
            group.push(file);
    }
    return groups;
}
function knowsSame(one, other) {
    if (other === undefined || lineCount(one) !== lineCount(other))
        return false;
    const known = new Set(one.covered);
    for (const line of one.uncovered)
        known.add(line);
    return other.covered.every((line) => known.has(line)) && other.uncovered.every((line) => known.has(line));
}
function lineCount({ covered, uncovered }) {
    return covered.length + uncovered.length;
}
function merge_coverage_united(files) {
    const [first, ...others] = files;
    if (first === undefined)
        throw new Error('There are no files.');
    if (others.length === 0)
        return first;
    const builder = new FileBuilder();
    for (const file of files)
        builder.addFile(file);
    try {
        return builder.finish(first.path);
    }
    catch (cause) {
        if (!(cause instanceof Unreadable))
            throw cause;
        const why = `The reports of ${first.path} contradict each other: ${cause.message}`;
        throw new lib/* Failure */.HR('report', `${why}. Give reports of one version of the code.`, { cause });
    }
}
/** As one file or as several, whichever covers less of it. Which lines those are, nobody knows. */
function smallerShare(whole, versions) {
    const apart = totalsOf(versions);
    return {
        path: whole.path,
        lines: smaller(whole.lines, apart.lines),
        branches: smaller(whole.branches, apart.branches),
        rows: undefined,
        branchRows: undefined,
        blocks: undefined,
    };
}
function smaller(one, other) {
    return one.covered * other.total <= other.covered * one.total ? one : other;
}
/** Of totals alone, only this is sure: together they cover no less than the one that covers most. */
function largest(parts, first) {
    const files = parts.map(({ file }) => file);
    if (files.some((file) => isAnother(file, first)))
        throw contradiction(parts);
    const most = (tallies, total) => ({
        covered: Math.max(...tallies.map(({ covered }) => covered)),
        total,
    });
    return {
        ...first,
        lines: most(files.map(({ lines }) => lines), first.lines.total),
        branches: most(files.map(({ branches }) => branches), first.branches.total),
    };
}
function isAnother({ lines, branches }, than) {
    return lines.total !== than.lines.total || branches.total !== than.branches.total;
}
/** Whoever says only how many lines there are has to mean those that others show: rows of a few would stand for all of them. */
function checkTotals(parts, { lines }) {
    const isOff = parts.some(({ file }) => file.rows === undefined && file.lines.total !== lines.total);
    if (isOff)
        throw contradiction(parts);
}
function contradiction(parts) {
    const said = parts.map(({ report, file }) => `${report} says ${file.lines.total} lines`).join(', ');
    const path = parts[0]?.file.path ?? '';
    return new lib/* Failure */.HR('report', `The reports of ${path} contradict each other: ${said}. Give reports with lines, or of one run only.`);
}

;// CONCATENATED MODULE: ./packages/reports/lib/format.js
/** Every format that is read, by the name that users write in `format:pattern`, and the kind of facts it gives. */
const REPORT_FORMATS = {
    junit: 'tests',
    cobertura: 'coverage',
    jacoco: 'coverage',
    lcov: 'coverage',
    istanbul: 'coverage',
    'istanbul-summary': 'coverage',
    'coverage.py': 'coverage',
    go: 'coverage',
    sarif: 'findings',
    'npm-audit': 'findings',
    'pip-audit': 'findings',
    'osv-scanner': 'findings',
    trivy: 'findings',
    grype: 'findings',
};
/** Names to choose from, in words. */
function listOfFormats(formats) {
    return formats
        .map(({ format }) => format)
        .sort()
        .join(', ');
}
/** Whether a text of a user is the name of a format. */
function isReportFormat(text) {
    return Object.hasOwn(REPORT_FORMATS, text);
}

;// CONCATENATED MODULE: external "node:util/types"
const types_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");
;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/counted-branches.js

/** Branches of one line. Generated code has some hundreds. */
const MAX_BRANCHES_OF_LINE = 100_000;
/**
 * Adds branches as if the first of them were those that were taken: then two reports of one line together have the larger number, which is
 * the least that is sure.
 */
function addCountedBranches(file, { line, covered, total }) {
    if (total > MAX_BRANCHES_OF_LINE)
        throw new Unreadable(`line ${line} has ${total} branches`);
    for (let branch = 0; branch < total; branch += 1) {
        file.addBranch({ line, block: 0, branch, isTaken: branch < covered });
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/source-path.js
const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:[/\\])/u;
/**
 * Where a source file is: below the one folder that the report names, so that files of one name in two packages are not taken for one. Where it
 * names none or several, nothing tells which it is, and the path stays as it is.
 */
function resolveSource(path, sources) {
    const [source] = new Set(sources.filter((one) => one !== '.'));
    if (source === undefined || new Set(sources).size > 1 || ABSOLUTE.test(path))
        return path;
    const folder = source.replace(/[/\\]+$/u, '');
    return path.startsWith(`${folder}/`) ? path : `${folder}/${path}`;
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/cobertura.js





/**
 * Cobertura XML, as coverage.py, Istanbul, coverlet, gcovr, PHPUnit and others write it. Its rates are rounded and are not looked at. Lines are
 * listed for methods and again for their class: those of the class count, and those of its methods where it has none, since Istanbul lists the
 * first line of every function there, whether it counts as a line or not.
 */
const COBERTURA = {
    format: 'cobertura',
    // Clover begins with the same name, and says when it was generated and by whom.
    recognises: (root, attributes) => root === 'coverage' && !attributes.has('generated') && !attributes.has('clover'),
    start: () => new CoberturaReader(),
};
class CoberturaReader {
    #builder = new CoverageBuilder();
    #sources = [];
    #source;
    #class;
    #isInMethod = false;
    #rows = 0;
    #declared = 0;
    get wantsText() {
        return this.#source !== undefined;
    }
    open(name, attributes) {
        if (name === 'line')
            this.#addLine(lineOf(attributes));
        else if (name === 'method')
            this.#isInMethod = true;
        else if (name === 'class')
            this.#openClass(attributes);
        else if (name === 'source')
            this.#source = '';
        else if (name === 'coverage')
            this.#declared = attributes.decimal('lines-valid') ?? 0;
    }
    close(name) {
        if (name === 'method')
            this.#isInMethod = false;
        else if (name === 'class')
            this.#closeClass();
        else if (name === 'source')
            this.#closeSource();
    }
    text(piece) {
        this.#source += piece;
    }
    finish(source) {
        if (this.#rows === 0 && this.#declared > 0) {
            throw new Unreadable(`it counts ${this.#declared} lines and has none`);
        }
        return this.#builder.finish('cobertura', source);
    }
    #closeSource() {
        const source = this.#source?.trim() ?? '';
        this.#source = undefined;
        if (source !== '')
            this.#sources.push(source);
    }
    #openClass(attributes) {
        const name = attributes.text('filename');
        if (name === undefined)
            throw new Unreadable('a class has no filename');
        const file = this.#builder.file(resolveSource(name, this.#sources));
        this.#class = { file, methodLines: [], hasLines: false };
    }
    #closeClass() {
        const closed = this.#class;
        this.#class = undefined;
        if (closed === undefined || closed.hasLines)
            return;
        for (const line of closed.methodLines)
            this.#addTo(closed.file, line);
    }
    #addLine(seen) {
        if (this.#class === undefined)
            throw new Unreadable('a line is outside of any class');
        if (this.#isInMethod) {
            this.#class.methodLines.push(seen);
            return;
        }
        this.#class.hasLines = true;
        this.#addTo(this.#class.file, seen);
    }
    #addTo(file, seen) {
        file.addLine(seen.line, seen.isCovered);
        addCountedBranches(file, seen);
        this.#rows += 1;
    }
}
function lineOf(attributes) {
    const [line, isCovered] = [attributes.decimal('number'), isHit(attributes)];
    if (line === undefined || line > MAX_LINE) {
        throw new Unreadable(`${shown(attributes.text('number') ?? '')} is not the number of a line`);
    }
    const conditions = attributes.text('branch')?.toLowerCase() === 'true' ? attributes.text('condition-coverage') : undefined;
    return { line, isCovered, ...(conditions === undefined ? NO_BRANCHES : branchesIn(conditions, line)) };
}
const NO_BRANCHES = { covered: 0, total: 0 };
/** `50% (1/2)`: only the two numbers in brackets are exact. */
function branchesIn(conditions, line) {
    const [, covered, total] = /\((\d{1,9})\/(\d{1,9})\)\s*$/u.exec(conditions) ?? [];
    if (total === undefined || Number(covered) > Number(total)) {
        throw new Unreadable(`the condition-coverage of line ${line} is ${shown(conditions)}`);
    }
    return { covered: Number(covered), total: Number(total) };
}
/** Whether a line was run. */
function isHit(attributes) {
    const text = attributes.text('hits')?.trim() ?? '';
    if (!/^-?\d+$/u.test(text))
        throw new Unreadable(`the hits of a line are ${shown(text)}, which is no count`);
    return Number(text) > 0;
}

;// CONCATENATED MODULE: ./packages/reports/lib/json/place.js


const MAX_SEEN = 60;
/**
 * A value in a report, and where it is: whatever is not as its format demands is refused by the name of its place. A member that is
 * `null` counts as missing: the writers of these reports use both for "nothing".
 */
class JsonPlace {
    #value;
    #path;
    constructor(value, path) {
        this.#value = value;
        this.#path = path;
    }
    /** The whole document of the report at the path `file`. */
    static of(document, file) {
        return new JsonPlace(document, { file });
    }
    /** A member of this object, if it is there. */
    optional(name) {
        const members = this.#members();
        const value = Object.hasOwn(members, name) ? members[name] : undefined;
        return value === undefined || value === null ? undefined : new JsonPlace(value, { parent: this, step: name });
    }
    required(name) {
        return this.optional(name) ?? this.refuse(`has no ${JSON.stringify(name)}`);
    }
    /** The members of this object, in the order of the report. */
    members() {
        return Object.entries(this.#members()).map(([name, value]) => [
            name,
            new JsonPlace(value, { parent: this, step: name }),
        ]);
    }
    items() {
        const value = this.#value;
        if (!isArray(value))
            return this.#wrong('a list');
        return value.map((item, index) => new JsonPlace(item, { parent: this, step: index }));
    }
    /** The items of a member that may be missing. */
    itemsOf(name) {
        return this.optional(name)?.items() ?? [];
    }
    /** What it is, for places where a format allows several things. */
    sort() {
        const value = this.#value;
        if (value === null)
            return 'nothing';
        if (isArray(value))
            return 'list';
        if (typeof value === 'string')
            return 'text';
        if (typeof value === 'boolean')
            return 'truth';
        return typeof value === 'number' ? 'number' : 'object';
    }
    text() {
        return typeof this.#value === 'string' ? this.#value : this.#wrong('a text');
    }
    /** The text of a member; empty when it is missing. */
    textOf(name) {
        return this.optional(name)?.text() ?? '';
    }
    isTrue() {
        return typeof this.#value === 'boolean' ? this.#value : this.#wrong('true or false');
    }
    /** A whole number that is not negative. */
    count() {
        const value = this.#value;
        return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.#wrong('a count');
    }
    /** A text or number as text: some writers quote their numbers. */
    figure() {
        return typeof this.#value === 'number' ? String(this.#value) : this.text();
    }
    /** One of the words that the format knows, as `words` has it for this text. */
    oneOf(words) {
        const text = this.text();
        return isKeyOf(words, text) ? words[text] : this.#wrong(`one of ${Object.keys(words).join(', ')}`);
    }
    /** @throws Failure `report`, with the file, this place, and what is wrong with it. */
    refuse(what) {
        throw new lib/* Failure */.HR('report', `${this.#file()}: ${this.#where()} ${what}.`);
    }
    #wrong(expected) {
        const seen = JSON.stringify(this.#value);
        return this.refuse(`is ${seen.length > MAX_SEEN ? `${seen.slice(0, MAX_SEEN)}…` : seen}, not ${expected}`);
    }
    #members() {
        const value = this.#value;
        return typeof value === 'object' && value !== null && !isArray(value) ? value : this.#wrong('an object');
    }
    #file() {
        return 'file' in this.#path ? this.#path.file : this.#path.parent.#file();
    }
    #where() {
        if ('file' in this.#path)
            return '$';
        const { parent, step } = this.#path;
        return `${parent.#where()}${pathStep(step)}`;
    }
}
/** One step on the way to a value, as JavaScript writes it: `[2]`, `.runs` or `["security-severity"]`. */
function pathStep(step) {
    if (typeof step === 'number')
        return `[${step}]`;
    return /^[A-Za-z_]\w{0,60}$/u.test(step) ? `.${step}` : `[${shown(step)}]`;
}
function isArray(value) {
    return Array.isArray(value);
}
function isKeyOf(words, text) {
    return Object.hasOwn(words, text);
}
/** Whether a document is an object with all of these members; for telling formats apart. */
function hasMembers(document, ...names) {
    if (typeof document !== 'object' || document === null || isArray(document))
        return false;
    return names.every((name) => Object.hasOwn(document, name));
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/coverage-py.js


/** `coverage json` of coverage.py. */
const COVERAGE_PY = {
    format: 'coverage.py',
    recognises: (document) => hasMembers(document, 'meta', 'files', 'totals'),
    read: readCoveragePy,
};
/** @throws Failure `report` when the totals are not the sum over the files, since one tool writes both. */
function readCoveragePy({ document, file, bytes }) {
    const builder = new CoverageBuilder();
    const report = JsonPlace.of(document, file);
    for (const [path, place] of report.required('files').members()) {
        const built = builder.file(path);
        checkLines(place);
        addLines(built, place, 'executed');
        addLines(built, place, 'missing');
    }
    const facts = builder.finish('coverage.py', { file, bytes });
    coverage_py_checkTotals(report.required('totals'), facts);
    return facts;
}
/** No line is both. */
function checkLines(place) {
    const executed = new Set(place
        .required('executed_lines')
        .items()
        .map((line) => line.count()));
    for (const line of place.required('missing_lines').items()) {
        if (executed.has(line.count()))
            line.refuse(`says that line ${line.count()} is missing, and it was executed as well`);
    }
}
function addLines(built, place, what) {
    const isCovered = what === 'executed';
    for (const line of place.required(`${what}_lines`).items())
        built.addLine(line.count(), isCovered);
    for (const arc of place.itemsOf(`${what}_branches`)) {
        const [from, to] = arc.items();
        if (from === undefined || to === undefined)
            arc.refuse('is not a pair of lines');
        else
            built.addBranch({ line: from.count(), block: targetOf(to), branch: 0, isTaken: isCovered });
    }
}
/** Where an arc goes; a negative number stands for the end of what begins on that line. */
function targetOf(to) {
    const target = Number(to.figure());
    return Number.isInteger(target) && Math.abs(target) < 2 ** 31 ? target : to.refuse('is not the number of a line');
}
function coverage_py_checkTotals(totals, { lines, branches }) {
    const pairs = [
        ['covered_lines', lines.covered],
        ['num_statements', lines.total],
        ['covered_branches', branches.covered],
        ['num_branches', branches.total],
    ];
    for (const [name, counted] of pairs) {
        const said = totals.optional(name)?.count() ?? counted;
        if (said !== counted)
            totals.refuse(`says ${name} ${said}, and its files ${counted}`);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/text/lines.js


const LINE_FEED = 0x0a;
/** Cuts what comes in chunks of UTF-8 into lines. */
class Lines {
    #left = new Uint8Array(0);
    #offset = 0;
    /** The lines that are complete now, without their ends, with the offset where each begins. */
    *cut(chunk) {
        const bytes = this.#left.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#left, chunk]);
        let start = 0;
        for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
            const line = bytes.toString('utf8', start, end);
            yield { line: line.endsWith('\r') ? line.slice(0, -1) : line, offset: this.#offset + start };
            start = end + 1;
        }
        this.#offset += start;
        this.#left = bytes.subarray(start);
        if (this.#left.length > MAX_TOKEN_BYTES)
            throw new Unreadable(`a line is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
    }
    /** @throws Unreadable when the last line has no end: all of these writers end it, so that more was to come. */
    end() {
        if (this.#left.length > 0) {
            throw new Unreadable('it is truncated: its last line has no end', this.#offset + this.#left.length);
        }
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/go.js




const MODE = /^mode: (set|count|atomic)$/u;
const BLOCK = /^(.+):(\d{1,10})\.(\d{1,9}),(\d{1,10})\.(\d{1,9}) (\d{1,9}) (\d{1,20})$/u;
/** More lines than any block of code has; one that says so would be unfolded line by line. */
const MAX_BLOCK_LINES = 100_000;
/**
 * A profile of `go test -coverprofile`. Totals count statements, as `go tool cover` does. A line is covered when any block on it
 * was run; blocks are told by their places, so that a profile may hold the same block several times.
 */
class GoProfile {
    #lines = new Lines();
    #builder = new CoverageBuilder();
    #mode;
    write(bytes) {
        for (const { line, offset } of this.#lines.cut(bytes))
            this.#read(line, offset);
    }
    /** @throws Unreadable when the profile is cut within a line, or holds no block. */
    end(source) {
        this.#lines.end();
        return this.#builder.finish('go', source);
    }
    #read(line, offset) {
        const mode = MODE.exec(line)?.[1];
        if (mode !== undefined)
            this.#setMode(mode, offset);
        else if (this.#mode === undefined)
            throw new Unreadable(`it begins with ${shown(line)} and not with its mode`, offset);
        else if (line !== '')
            this.#readBlock(line, offset);
    }
    /** Profiles are often joined by appending one to the other. */
    #setMode(mode, offset) {
        if (this.#mode !== undefined && this.#mode !== mode) {
            throw new Unreadable(`it is of mode ${this.#mode} and then of mode ${mode}`, offset);
        }
        this.#mode = mode;
    }
    #readBlock(line, offset) {
        const [, path = '', ...figures] = BLOCK.exec(line) ?? [];
        const [firstLine = 0, firstColumn = 0, lastLine = 0, lastColumn = 0, statements = 0, count = 0] = figures.map(Number);
        if (path === '' || lastLine < firstLine || lastLine > MAX_LINE || lastLine - firstLine > MAX_BLOCK_LINES) {
            throw new Unreadable(`${shown(line)} is not a block of Go code`, offset);
        }
        const isCovered = count > 0;
        const file = this.#builder.file(path);
        file.addBlock({ firstLine, firstColumn, lastLine, lastColumn, statements, isCovered });
        if (statements > 0) {
            for (let number = firstLine; number <= lastLine; number += 1)
                file.addLine(number, isCovered);
        }
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/istanbul.js


/** `coverage-final.json` of Istanbul, nyc, Jest and Vitest: every statement and branch with how often it was run. */
const ISTANBUL = {
    format: 'istanbul',
    recognises: (document) => someFile(document, 'statementMap', 's'),
    read: readIstanbul,
};
/** Whether the first file of a document has these members. */
function someFile(document, ...members) {
    if (typeof document !== 'object' || document === null || Array.isArray(document))
        return false;
    const [first] = Object.values(document);
    return first !== undefined && (hasMembers(first, ...members) || hasMembers(first, 'data'));
}
/**
 * A line is covered when a statement that begins on it was run, as Istanbul itself counts lines.
 *
 * @throws Failure `report` naming a statement or branch without a count, or a count that is none
 */
function readIstanbul({ document, file, bytes }) {
    const builder = new CoverageBuilder();
    for (const [path, place] of JsonPlace.of(document, file).members()) {
        // Old versions wrap each file.
        const source = place.optional('data') ?? place;
        const built = builder.file(source.textOf('path') || path);
        addStatements(built, source);
        addBranches(built, source);
    }
    return builder.finish('istanbul', { file, bytes });
}
function addStatements(built, source) {
    const counts = source.required('s');
    const statements = source.required('statementMap').members();
    for (const [id, statement] of statements) {
        built.addLine(istanbul_lineOf(statement), counts.required(id).count() > 0);
    }
    const counted = counts.members().length;
    if (counted !== statements.length)
        counts.refuse(`counts ${counted} statements, and there are ${statements.length}`);
}
function addBranches(built, source) {
    const counts = source.optional('b')?.members() ?? [];
    const branches = source.optional('branchMap');
    for (const [id, taken] of counts) {
        const line = branchLine((branches ?? source).required(id));
        for (const [branch, count] of taken.items().entries()) {
            built.addBranch({ line, block: numberOf(id), branch, isTaken: count.count() > 0 });
        }
    }
    const known = branches?.members().length ?? 0;
    if (known !== counts.length)
        source.refuse(`counts ${counts.length} branches, and has ${known}`);
}
function istanbul_lineOf(range) {
    return range.required('start').required('line').count();
}
function branchLine(branch) {
    const location = branch.optional('loc') ?? branch.itemsOf('locations')[0];
    return location?.optional('start')?.optional('line')?.count() ?? branch.required('line').count();
}
function numberOf(id) {
    return Number.isInteger(Number(id)) ? Number(id) | 0 : 0;
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/istanbul-summary.js



/** `coverage-summary.json` of Istanbul, nyc, Jest and Vitest: totals of each file, no lines. */
const ISTANBUL_SUMMARY = {
    format: 'istanbul-summary',
    recognises: (document) => someFile(document, 'lines', 'statements'),
    read: readSummary,
};
/** The member beside the files with the sum over them. */
const TOTAL = 'total';
/**
 * `pct` is never looked at: it is rounded, and `"Unknown"` where there is nothing to count.
 *
 * @throws Failure `report` when the total is not the sum over the files, or there are no files
 */
function readSummary({ document, file, bytes }) {
    const builder = new CoverageBuilder();
    const report = JsonPlace.of(document, file);
    for (const [path, place] of report.members()) {
        if (path === TOTAL)
            continue;
        const built = builder.file(path);
        built.setTotals(tallyOf(place, 'lines'), tallyOf(place, 'branches'));
    }
    const facts = builder.finish('istanbul-summary', { file, bytes });
    const total = report.optional(TOTAL);
    if (total !== undefined) {
        for (const what of ['lines', 'branches'])
            checkTotal(total, what, facts[what]);
    }
    return facts;
}
function tallyOf(place, name) {
    const counts = place.required(name);
    const tally = { covered: counts.required('covered').count(), total: counts.required('total').count() };
    return tally.covered <= tally.total ? tally : counts.refuse(`has ${tally.covered} covered of ${tally.total}`);
}
function checkTotal(total, name, sum) {
    const said = tallyOf(total, name);
    if (said.covered === sum.covered && said.total === sum.total)
        return;
    total.refuse(`says ${said.covered} of ${said.total} ${name}, and its files ${sum.covered} of ${sum.total}`);
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/jacoco.js




/**
 * JaCoCo XML, and what Kover and gcovr write like it. A line is covered when any of its instructions was run, as JaCoCo counts lines. gcovr knows no
 * instructions: then the counter of a source file says how many of its lines are covered, and nothing says which.
 */
const JACOCO = {
    format: 'jacoco',
    recognises: (root, attributes) => root === 'report' && attributes.has('name'),
    start: () => new JacocoReader(),
};
class JacocoReader {
    wantsText = false;
    #builder = new CoverageBuilder();
    #package = '';
    #source;
    #rows = 0;
    open(name, attributes) {
        if (name === 'line')
            this.#line(attributes);
        else if (name === 'counter')
            this.#counter(attributes);
        else if (name === 'sourcefile')
            this.#openSource(attributes);
        else if (name === 'package')
            this.#package = attributes.text('name') ?? '';
    }
    close(name) {
        if (name === 'sourcefile')
            this.#closeSource();
        else if (name === 'package')
            this.#package = '';
    }
    text() { }
    finish(source) {
        if (this.#rows === 0)
            throw new Unreadable('it has no lines: classes have to be compiled with debug information');
        return this.#builder.finish('jacoco', source);
    }
    #openSource(attributes) {
        const name = attributes.text('name') ?? '';
        if (name === '')
            throw new Unreadable('a source file has no name');
        const file = this.#builder.file(this.#package === '' ? name : `${this.#package}/${name}`);
        this.#source = { file, missed: 0, known: 0, unknown: 0, counter: undefined };
    }
    #line(attributes) {
        const source = this.#source;
        if (source === undefined)
            throw new Unreadable('a line is outside of any source file');
        const line = figureOf(attributes, 'nr');
        const isKnown = attributes.has('mi') || attributes.has('ci');
        if (isKnown)
            addKnownLine(source, line, attributes);
        else
            source.unknown += 1;
        this.#rows += 1;
        const branchesOf = (name) => (isKnown || attributes.has(name) ? figureOf(attributes, name) : 0);
        const [missed, covered] = [branchesOf('mb'), branchesOf('cb')];
        addCountedBranches(source.file, { line, covered, total: missed + covered });
    }
    #counter(attributes) {
        if (this.#source === undefined || attributes.text('type') !== 'LINE')
            return;
        const [missed, covered] = [figureOf(attributes, 'missed'), figureOf(attributes, 'covered')];
        this.#source.counter = { covered, total: missed + covered };
    }
    #closeSource() {
        const source = this.#source;
        this.#source = undefined;
        if (source !== undefined)
            settle(source);
    }
}
function addKnownLine(source, line, attributes) {
    const [missed, covered] = [figureOf(attributes, 'mi'), figureOf(attributes, 'ci')];
    if (missed + covered === 0)
        return;
    source.known += 1;
    source.missed += covered === 0 ? 1 : 0;
    source.file.addLine(line, covered > 0);
}
/** One tool writes lines and counters, so that lines are missing where the counter has more of them. */
function settle({ file, missed, known, unknown, counter }) {
    if (unknown > 0) {
        if (known > 0 || counter?.total !== unknown) {
            throw new Unreadable(`${unknown} lines of a source file do not say whether they are covered, nor does its counter`);
        }
        file.setTotals(counter, { covered: 0, total: 0 });
        return;
    }
    const counted = counter === undefined ? 0 : counter.total - counter.covered;
    if (counted > missed)
        throw new Unreadable(`a source file counts ${counted} missed lines and shows ${missed}`);
}
/** @throws Unreadable for what is no count. */
function figureOf(attributes, name) {
    const figure = attributes.decimal(name);
    if (figure !== undefined && Number.isInteger(figure) && figure <= MAX_LINE)
        return figure;
    throw new Unreadable(`the attribute ${name} is ${shown(attributes.text(name) ?? '')}, which is no count`);
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/lcov-branch.js
const BRANCH = /^BRDA:(\d{1,10}),(e?)(\d{1,10}),(.+),(-|\d+)$/u;
/** Exceptional branches are numbered apart from the others. */
const EXCEPTIONAL = 1 << 30;
/** Where the hashes of branches that are named by an expression begin. */
const NAMED = 1 << 30;
/**
 * `BRDA:<line>,[e]<block>,<branch>,<taken>`: a branch has a number, or since lcov 2 an expression, which may have commas in it; `-` says that
 * its block was never reached. Undefined for anything else.
 */
function readBranch(text) {
    const [, line, exceptional, block, branch, taken] = BRANCH.exec(text) ?? [];
    if (line === undefined || branch === undefined || taken === undefined)
        return undefined;
    return {
        line: Number(line),
        block: (Number(block) % EXCEPTIONAL) + (exceptional === 'e' ? EXCEPTIONAL : 0),
        branch: /^\d{1,9}$/u.test(branch) ? Number(branch) : NAMED + hash(branch),
        isTaken: /[1-9]/u.test(taken),
    };
}
/** 30 bits of an expression, to tell it from the few others of its line. */
function hash(text) {
    let value = 0x811c9dc5;
    for (const byte of Buffer.from(text))
        value = Math.imul(value ^ byte, 0x01000193);
    return (value ^ (value >>> 15)) & (NAMED - 1);
}

;// CONCATENATED MODULE: ./packages/reports/lib/code-coverage/lcov.js




const lcov_LINE_FEED = 0x0a;
const RETURN = 0x0d;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const [LETTER_A, LETTER_D] = [0x41, 0x44];
/** Records that say nothing about lines and branches (`man geninfo`). One that is not known may have been a `DA` once. */
const IGNORED = /^(?:TN|VER|FN|FNDA|FNF|FNH|FNL|FNA|LH|BRF|BRH|MCDC|MCF|MCH):|^#|^$/u;
/** More digits than any number of a line has. */
const MAX_LINE_DIGITS = 10;
/**
 * A tracefile of lcov. The lines `DA` are read from the bytes, since there are millions of them. They count, not the sums `LF` and `LH`.
 * Sections of the same file are united.
 */
class LcovReport {
    #builder = new CoverageBuilder();
    #file;
    #path = '';
    #rows = 0;
    #declared = 0;
    /** What is not done yet, from 0 to `#end`. */
    #window = Buffer.alloc(0);
    #end = 0;
    #offset = 0;
    write(chunk) {
        this.#append(chunk);
        let at = 0;
        for (;;) {
            const next = this.#record(at);
            if (next < 0)
                break;
            at = next;
        }
        this.#window.copyWithin(0, at, this.#end);
        this.#offset += at;
        this.#end -= at;
        if (this.#end > MAX_TOKEN_BYTES)
            throw new Unreadable(`a line is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
    }
    /** @throws Unreadable when the last section has no end, or there is none. */
    end(source) {
        const offset = this.#offset + this.#end;
        if (this.#end > 0)
            this.write(Buffer.from('\n'));
        if (this.#file !== undefined) {
            throw new Unreadable(`it is truncated: the section of ${shown(this.#path)} has no end_of_record`, offset);
        }
        return this.#builder.finish('lcov', source);
    }
    #append(chunk) {
        const needed = this.#end + chunk.length;
        if (needed > this.#window.length) {
            const larger = Buffer.allocUnsafeSlow(needed + (this.#end > 0 ? needed : 0));
            this.#window.copy(larger, 0, 0, this.#end);
            this.#window = larger;
        }
        this.#window.set(chunk, this.#end);
        this.#end = needed;
    }
    /** @returns where the record that begins here has ended; negative when more is needed */
    #record(at) {
        const window = this.#window;
        if (window[at] === LETTER_D && window[at + 1] === LETTER_A && window[at + 2] === COLON && at + 3 < this.#end) {
            return this.#line(at);
        }
        const end = this.#lineEnd(at);
        if (end < 0)
            return -1;
        const text = window.toString('utf8', at, end - 1);
        this.#other(text.endsWith('\r') ? text.slice(0, -1) : text, at);
        return end;
    }
    /** `DA:<line>,<count>[,<checksum>]` */
    #line(at) {
        const window = this.#window;
        let line = 0;
        let place = at + 3;
        for (; isDigit(window[place]) && place < this.#end; place += 1)
            line = line * 10 + (window[place] ?? 0) - ZERO;
        if (window[place] !== COMMA || place === at + 3 || place - at - 3 > MAX_LINE_DIGITS)
            return this.#refuse(at);
        return this.#count(at, place + 1, line);
    }
    /** A negative count, which gcov can write, is not taken for covered. */
    #count(at, start, line) {
        const window = this.#window;
        const first = window[start] === HYPHEN ? start + 1 : start;
        let isRun = false;
        let place = first;
        for (; isDigit(window[place]) && place < this.#end; place += 1)
            isRun ||= window[place] !== ZERO;
        const end = this.#lineEnd(place);
        if (end < 0)
            return -1;
        if (place === first || !isEnd(window[place]))
            return this.#refuse(at);
        if (this.#file === undefined)
            throw new Unreadable('a line of coverage is outside of any section', this.#offset + at);
        this.#file.addLine(line, isRun && first === start);
        this.#rows += 1;
        return end;
    }
    /** After the line feed at or after this place. Lines are short: to look at each byte is less than to ask for a search. */
    #lineEnd(at) {
        const window = this.#window;
        let place = at;
        while (place < this.#end && window[place] !== lcov_LINE_FEED)
            place += 1;
        return place < this.#end ? place + 1 : -1;
    }
    #refuse(at) {
        const end = this.#lineEnd(at);
        if (end < 0)
            return -1;
        const text = this.#window.toString('utf8', at, end).trimEnd();
        throw new Unreadable(`${shown(text)} is no record of lcov`, this.#offset + at);
    }
    #other(text, at) {
        const offset = this.#offset + at;
        if (text.startsWith('SF:'))
            this.#begin(text.slice(3), offset);
        else if (text === 'end_of_record')
            this.#finish(offset);
        else if (text.startsWith('BRDA:'))
            this.#branch(text, offset);
        else if (/^LF:\d+$/u.test(text))
            this.#declared = Number(text.slice(3));
        else if (!IGNORED.test(text))
            throw new Unreadable(`${shown(text)} is no record of lcov`, offset);
    }
    #begin(path, offset) {
        if (this.#file !== undefined) {
            throw new Unreadable(`the section of ${shown(this.#path)} has no end_of_record before the next one`, offset);
        }
        this.#path = path;
        this.#file = this.#builder.file(path);
        this.#rows = 0;
        this.#declared = 0;
    }
    #finish(offset) {
        if (this.#file === undefined)
            throw new Unreadable('an end_of_record ends nothing', offset);
        if (this.#rows === 0 && this.#declared > 0) {
            throw new Unreadable(`the section of ${shown(this.#path)} counts ${this.#declared} lines and has none`, offset);
        }
        this.#file = undefined;
    }
    #branch(text, offset) {
        const branch = readBranch(text);
        if (branch === undefined)
            throw new Unreadable(`${shown(text)} is no record of lcov`, offset);
        if (this.#file === undefined)
            throw new Unreadable('a branch is outside of any section', offset);
        this.#file.addBranch(branch);
    }
}
function isDigit(byte) {
    return byte !== undefined && byte >= ZERO && byte <= NINE;
}
/** What may follow the count of a line. */
function isEnd(byte) {
    return byte === lcov_LINE_FEED || byte === RETURN || byte === COMMA;
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/severity.js
const RANKS = { none: 0, low: 1, medium: 2, high: 3, critical: 4 };
/**
 * GitHub Advisory Database, and so npm, which adds `info` (npm docs, "Auditing package dependencies"; its `moderate` is everybody else's
 * `medium`). `info` asks for nothing to be done.
 */
const NPM_SEVERITIES = {
    critical: 'critical',
    high: 'high',
    moderate: 'medium',
    low: 'low',
    info: 'none',
};
/** The same words in capitals, as advisories of GitHub carry them in OSV (`database_specific.severity`). */
const GITHUB_SEVERITIES = {
    CRITICAL: 'critical',
    HIGH: 'high',
    MODERATE: 'medium',
    MEDIUM: 'medium',
    LOW: 'low',
};
/** Trivy docs, "Severity selection": these five, of vulnerabilities, misconfigurations, secrets and licences alike. */
const TRIVY_SEVERITIES = {
    CRITICAL: 'critical',
    HIGH: 'high',
    MEDIUM: 'medium',
    LOW: 'low',
    UNKNOWN: 'unknown',
};
/**
 * Grype docs, "Understanding Grype results". `Negligible`, the word of Debian and Ubuntu for what hardly matters, is still an open
 * vulnerability, so it is `low` and not `none`.
 */
const GRYPE_SEVERITIES = {
    Critical: 'critical',
    High: 'high',
    Medium: 'medium',
    Low: 'low',
    Negligible: 'low',
    Unknown: 'unknown',
};
/** SARIF 2.1.0, 3.27.10: `error` is a serious problem, `warning` a problem, `note` a minor one, `none` no question of severity. */
const SARIF_LEVELS = {
    error: 'high',
    warning: 'medium',
    note: 'low',
    none: 'none',
};
/**
 * CVSS v3.1, section 5 (v4.0, section 6): 0 none, up to 3.9 low, up to 6.9 medium, up to 8.9 high, from 9.0 critical. GitHub reads
 * `security-severity` by the same bands.
 *
 * @param score 0 to 10
 */
function severityOfScore(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    if (score >= 4)
        return 'medium';
    return score > 0 ? 'low' : 'none';
}
/** A score as a number from 0 to 10; undefined for anything else. */
function scoreIn(place) {
    const text = place.figure();
    const score = /^\d{1,2}(?:\.\d{1,20})?$/u.test(text) ? Number(text) : Number.NaN;
    return score >= 0 && score <= 10 ? score : undefined;
}
/** Whether `one` asks for more than `other`. */
function isWorse(one, other) {
    return RANKS[one] > RANKS[other];
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/texts.js

/** A text of a report, short enough to be kept: one line, without the rest. */
function kept(text) {
    const line = text.trim().split(/\r?\n/u, 1)[0] ?? '';
    return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME - 1)}…` : line;
}
/** Other names of a finding: each once, without its own. */
function otherNames(id, names) {
    return [...new Set(names)].filter((name) => name !== id && name !== '');
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/grype.js




/** `grype -o json` (docs, "Understanding Grype results"; `grype/presenter/models/document.go`). */
const GRYPE = {
    format: 'grype',
    recognises: (document) => hasMembers(document, 'matches'),
    read: readGrype,
};
/**
 * `ignoredMatches`, ignored by rules or VEX documents of the user, are suppressed findings. That a distribution is past its end of life,
 * so that nobody looks for its vulnerabilities any more (`alertsByPackage`), is a finding too.
 *
 * @throws Failure `report` also when the report does not say that Grype made it, what was looked at, or that its database was valid.
 */
function readGrype({ document, file, bytes }) {
    const report = JsonPlace.of(document, file);
    checkScan(report);
    const findings = [
        ...report
            .required('matches')
            .items()
            .map((match) => findingOf(match, false)),
        ...report.itemsOf('ignoredMatches').map(ignoredOf),
        ...report.itemsOf('alertsByPackage').flatMap(alertsOf),
    ];
    return { kind: 'findings', format: 'grype', file, bytes, tool: 'grype', findings };
}
/** Without these three an empty list of matches would say nothing. */
function checkScan(report) {
    const descriptor = report.required('descriptor');
    const name = descriptor.required('name');
    if (name.text() !== 'grype')
        name.refuse(`is ${shown(name.text())}, not "grype"`);
    const source = report.optional('source') ?? report.refuse('has no "source": it does not say what Grype looked at');
    source.required('type').text();
    const database = descriptor.optional('db') ?? descriptor.refuse('has no "db": it does not say what Grype knew');
    checkDatabase(database);
    // Version 6 of the schema has its state one level down.
    const status = database.optional('status');
    if (status !== undefined)
        checkDatabase(status);
}
function checkDatabase(database) {
    const error = database.optional('error')?.figure() ?? '';
    if (error !== '')
        database.refuse(`tells of an error: ${kept(error)}. Nothing was compared with a valid database`);
    if (database.optional('valid')?.isTrue() === false)
        database.refuse('says that the database is not valid');
}
function findingOf(match, suppressed) {
    const vulnerability = match.required('vulnerability');
    const id = vulnerability.required('id').text();
    const artifact = match.required('artifact');
    return {
        id,
        aliases: otherNames(id, match.itemsOf('relatedVulnerabilities').map((one) => one.required('id').text())),
        // Grype leaves it out where it has no metadata.
        severity: vulnerability.optional('severity')?.oneOf(GRYPE_SEVERITIES) ?? 'unknown',
        score: highestScore(vulnerability),
        title: kept(vulnerability.textOf('description')),
        package: packageIn(artifact),
        file: kept(artifact.itemsOf('locations')[0]?.textOf('path') ?? ''),
        line: undefined,
        suppressed,
        fixable: fixableBy(vulnerability.optional('fix')),
    };
}
function highestScore(vulnerability) {
    const scores = vulnerability.itemsOf('cvss').flatMap((cvss) => {
        const base = cvss.optional('metrics')?.optional('baseScore');
        return base === undefined ? [] : (scoreIn(base) ?? []);
    });
    return scores.length === 0 ? undefined : Math.max(...scores);
}
/** `fix.state` is `fixed`, `not-fixed`, `wont-fix` or `unknown`. */
function fixableBy(fix) {
    const state = fix?.textOf('state') ?? '';
    return state === '' || state === 'unknown' ? undefined : state === 'fixed';
}
/** Suppressed only when it says by which rule. */
function ignoredOf(match) {
    const rules = match.required('appliedIgnoreRules');
    if (rules.items().length === 0)
        rules.refuse('is empty: nothing says why this match is ignored');
    return findingOf(match, true);
}
function alertsOf(entry) {
    const found = packageIn(entry.required('package'));
    return entry
        .required('alerts')
        .items()
        .map((alert) => ({
        id: kept(alert.required('type').text()),
        aliases: [],
        severity: 'unknown',
        score: undefined,
        title: kept(alert.textOf('message')),
        package: found,
        file: '',
        line: undefined,
        suppressed: false,
        fixable: undefined,
    }));
}
function packageIn(artifact) {
    return { name: kept(artifact.required('name').text()), version: kept(artifact.textOf('version')) };
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/npm-audit.js




/**
 * `npm audit --json` of npm 7 and newer (`auditReportVersion` 2). Each vulnerable package has `via`: advisories, or the names of other
 * packages of the list that make it vulnerable. A finding is one advisory against one package; what only depends on such a package
 * is fixed with it, and adds none.
 */
const NPM_AUDIT = {
    format: 'npm-audit',
    recognises: (document) => hasMembers(document, 'auditReportVersion') || isError(document) || isOldReport(document),
    read: readNpmAudit,
};
/** What npm prints instead of a report when it could not make one: without a lock file, or without the registry. */
function isError(document) {
    return hasMembers(document, 'error') && !hasMembers(document, 'runs');
}
/** The shape of npm 6, which pnpm and yarn write to this day. */
function isOldReport(document) {
    return hasMembers(document, 'advisories', 'metadata');
}
/** @throws Failure `report` also for an error of npm, for the shapes of npm 6, pnpm and yarn, and when the report contradicts itself. */
function readNpmAudit({ document, file, bytes }) {
    const report = JsonPlace.of(document, file);
    refuseOthers(report, document);
    const vulnerable = new Map(report
        .required('vulnerabilities')
        .members()
        .map(([name, place]) => [name, vulnerableAt(place)]));
    const all = [...vulnerable.values()];
    checkCounts(report.required('metadata'), all);
    for (const one of all)
        checkExplained(one, vulnerable);
    const findings = all.flatMap(({ advisories }) => advisories.map(({ finding }) => finding));
    return { kind: 'findings', format: 'npm-audit', file, bytes, tool: 'npm audit', findings };
}
function refuseOthers(report, document) {
    if (isError(document)) {
        const said = kept(reasonIn(report));
        report.refuse(`is an error of npm, not a report${said === '' ? '' : `: ${said.replace(/\.$/u, '')}`}. Nothing was audited`);
    }
    if (isOldReport(document)) {
        report.refuse('has the "advisories" of npm 6, which pnpm and yarn still write, and is not read. Use npm 7 or newer, or osv-scanner for their lock files');
    }
    const version = report.required('auditReportVersion');
    if (version.count() !== 2)
        version.refuse(`is ${version.count()}; known is 2`);
}
/** npm says what happened in `message`, `error.summary`, `error.detail` or only `error.code`. */
function reasonIn(report) {
    const error = report.required('error');
    const message = report.textOf('message');
    return message || error.textOf('summary') || error.textOf('detail') || error.textOf('code');
}
function vulnerableAt(place) {
    const name = kept(place.required('name').text());
    const via = place.required('via');
    const reasons = via.items();
    if (reasons.length === 0)
        via.refuse('is empty, so nothing says why this package is vulnerable');
    const against = { name, fixable: isFixable(place.required('fixAvailable')) };
    const advisories = reasons.filter((reason) => reason.sort() !== 'text');
    return {
        severity: place.required('severity').oneOf(NPM_SEVERITIES),
        place,
        advisories: advisories.map((advisory) => advisoryAt(advisory, against)),
        through: reasons.filter((reason) => reason.sort() === 'text'),
    };
}
/** `false`, or `true`, or the package that has to be changed for it. */
function isFixable(place) {
    return place.sort() === 'object' ? place.members().length > 0 : place.isTrue();
}
function advisoryAt(place, against) {
    const severity = place.required('severity').oneOf(NPM_SEVERITIES);
    const url = place.textOf('url');
    const number = place.required('source').figure();
    const score = place.optional('cvss')?.optional('score');
    const finding = {
        id: kept(/\/(GHSA-[\w-]+)$/u.exec(url)?.[1] ?? number),
        aliases: url === '' ? [] : [number],
        severity,
        // npm writes 0 where the advisory has no score.
        score: score === undefined ? undefined : scoreIn(score) || undefined,
        title: kept(place.required('title').text()),
        package: { name: against.name, version: '' },
        file: '',
        line: undefined,
        suppressed: false,
        fixable: against.fixable,
    };
    return { severity, finding };
}
/** npm counts the packages of its own list, so a list that lost one does not add up. */
function checkCounts(metadata, vulnerable) {
    const counts = metadata.required('vulnerabilities');
    for (const [word, severity] of Object.entries(NPM_SEVERITIES)) {
        const listed = vulnerable.filter((one) => one.severity === severity).length;
        checkCount(counts.required(word), listed);
    }
    checkCount(counts.required('total'), vulnerable.length);
    const dependencies = metadata.required('dependencies').required('total').count();
    if (dependencies === 0 && vulnerable.length > 0)
        counts.refuse('counts packages of a project without dependencies');
}
function checkCount(place, listed) {
    const counted = place.count();
    if (counted !== listed)
        place.refuse(`is ${counted}, but "vulnerabilities" has ${listed} of these`);
}
/** A package is as bad as the worst advisory it is reached by, at most. Where it is worse, an advisory is missing. */
function checkExplained(one, all) {
    const reached = reachedFrom(one, all);
    const explained = [...reached].some(({ advisories }) => advisories.some((by) => !isWorse(one.severity, by.severity)));
    if (!explained)
        one.place.required('severity').refuse('is worse than every advisory in its "via"');
}
/** The package itself and all that make it vulnerable. */
function reachedFrom(one, all) {
    const reached = new Set([one]);
    for (const { through } of reached) {
        for (const name of through) {
            const next = all.get(name.text()) ?? name.refuse(`names ${shown(name.text())}, which is not in "vulnerabilities"`);
            reached.add(next);
        }
    }
    return reached;
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/osv-scanner.js




/**
 * `osv-scanner --format json` (docs, "Output"; `pkg/models/results.go` of versions 1 and 2). A finding is one group: advisories of several
 * databases about the same vulnerability, with the highest CVSS score of them. Vulnerabilities that call analysis takes for not called
 * count like the others.
 */
const OSV_SCANNER = {
    format: 'osv-scanner',
    recognises: isOsvScanner,
    read: readOsvScanner,
};
/** In every report since 1.5, and in none of the lists of packages that osv-scanner takes in the same form (`osv-scanner.json`). */
const MARK = 'experimental_config';
/** Its own members. Many tools have `results`, and an empty list of another would read as clean. */
const MEMBERS = new Set(['results', MARK, 'experimental_generic_findings', 'image_metadata', 'license_summary']);
function isOsvScanner(document) {
    return hasMembers(document, 'results') && Object.keys(document ?? {}).every((name) => MEMBERS.has(name));
}
/**
 * @throws Failure `report` also when `results` is null, which is what is written when no package was found; an empty list is what is
 * written when packages were found and are well. Without findings, it has to be shown that somebody looked for them.
 */
function readOsvScanner({ document, file, bytes }) {
    const report = JsonPlace.of(document, file);
    const results = report.optional('results');
    if (results === undefined)
        return report.refuse('has null as "results": osv-scanner found no package to look at');
    const findings = results.items().flatMap((result) => {
        const source = kept(result.required('source').required('path').text());
        return result
            .required('packages')
            .items()
            .flatMap((found) => findingsIn(found, source));
    });
    const others = report.itemsOf('experimental_generic_findings').map(otherFinding);
    if (findings.length + others.length === 0)
        report.required(MARK);
    return {
        kind: 'findings',
        format: 'osv-scanner',
        file,
        bytes,
        tool: 'osv-scanner',
        findings: [...findings, ...others],
    };
}
function findingsIn(place, source) {
    const named = place.required('package');
    const found = { name: kept(named.required('name').text()), version: kept(named.textOf('version')) };
    const vulnerabilities = new Map(place.itemsOf('vulnerabilities').map((one) => [one.required('id').text(), one]));
    const groups = place.itemsOf('groups');
    checkGrouped(vulnerabilities, groups);
    const known = groups.map((group) => osv_scanner_findingOf(group, { found, source, vulnerabilities }));
    return [...known, ...licenceFindings(place, { found, source })];
}
/** Severities are those of the groups, so a vulnerability outside of them would go unseen. */
function checkGrouped(vulnerabilities, groups) {
    const grouped = new Set(groups.flatMap((group) => group
        .required('ids')
        .items()
        .map((id) => id.text())));
    for (const [id, place] of vulnerabilities) {
        if (!grouped.has(id))
            place.refuse(`(${shown(id)}) is in none of the "groups" of its package`);
    }
}
function osv_scanner_findingOf(group, { found, source, vulnerabilities }) {
    const ids = group.required('ids');
    const names = ids.items().map((id) => id.text());
    const id = names[0] ?? ids.refuse('is empty');
    const members = names.flatMap((name) => vulnerabilities.get(name) ?? []);
    if (members.length === 0)
        ids.refuse('names none of the "vulnerabilities" of its package');
    return {
        id,
        aliases: otherNames(id, [...names, ...group.itemsOf('aliases').map((alias) => alias.text())]),
        ...ratingOf(group, members),
        title: kept(members.map((one) => one.textOf('summary')).find((text) => text !== '') ?? ''),
        package: found,
        file: source,
        line: undefined,
        suppressed: false,
        fixable: members.some(hasFix),
    };
}
/** Bitnami writes those of GitHub in small letters; others have words of their own. */
const WORDS = new Map(Object.entries(GITHUB_SEVERITIES));
/** By the score of the group; where no advisory has one, by the words that GitHub and others add to their own. */
function ratingOf(group, members) {
    const given = group.optional('max_severity');
    if (given === undefined || given.figure() === '')
        return { severity: worstWord(members), score: undefined };
    const score = scoreIn(given) ?? given.refuse(`is ${shown(given.figure())}, not a score from 0 to 10`);
    return { severity: severityOfScore(score), score };
}
function worstWord(members) {
    const words = members.flatMap((one) => one.optional('database_specific')?.optional('severity') ?? []);
    const texts = words.flatMap((word) => (word.sort() === 'text' ? [word.text().toUpperCase()] : []));
    const known = texts.map((text) => WORDS.get(text)).filter((one) => one !== undefined);
    const [first, ...others] = known;
    if (first === undefined || known.length < texts.length)
        return 'unknown';
    return others.reduce((worst, one) => (isWorse(one, worst) ? one : worst), first);
}
/** Whether some range of what is affected ends with a fix. */
function hasFix(vulnerability) {
    const ranges = vulnerability.itemsOf('affected').flatMap((affected) => affected.itemsOf('ranges'));
    return ranges.flatMap((range) => range.itemsOf('events')).some((event) => event.optional('fixed') !== undefined);
}
/** Only there when a list of allowed licences was given. */
function licenceFindings(place, { found, source }) {
    return place.itemsOf('license_violations').map((licence) => ({
        id: kept(`licence/${licence.text()}`),
        aliases: [],
        severity: 'unknown',
        score: undefined,
        title: kept(`The licence ${licence.text()} is not allowed`),
        package: found,
        file: source,
        line: undefined,
        suppressed: false,
        fixable: undefined,
    }));
}
/** What plugins for anything but packages found, such as weak credentials. Experimental, so it is not looked at closely. */
function otherFinding(place) {
    const advisory = place.optional('Adv');
    return {
        id: kept(advisory?.optional('ID')?.textOf('Reference') ?? ''),
        aliases: [],
        severity: 'unknown',
        score: undefined,
        title: kept(advisory?.textOf('Title') ?? ''),
        package: undefined,
        file: '',
        line: undefined,
        suppressed: false,
        fixable: undefined,
    };
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/pip-audit.js


/**
 * `pip-audit -f json` (README of pypa/pip-audit, and what 2.10 writes): `dependencies`, each with `version` and `vulns`, or with
 * `skip_reason`. It knows no severities, so all are `unknown`.
 */
const PIP_AUDIT = {
    format: 'pip-audit',
    recognises: (document) => hasMembers(document, 'dependencies', 'fixes'),
    read: readPipAudit,
};
/** @throws Failure `report` also when it looked at no dependency at all: an audit of nothing is not a clean one. */
function readPipAudit({ document, file, bytes }) {
    const report = JsonPlace.of(document, file);
    report.required('fixes').items();
    const dependencies = report.required('dependencies');
    const findings = dependencies.items().flatMap(findingsOf);
    if (dependencies.items().length === 0) {
        dependencies.refuse('is empty: pip-audit looked at no dependency. Point it to the requirements or the environment');
    }
    return { kind: 'findings', format: 'pip-audit', file, bytes, tool: 'pip-audit', findings };
}
function findingsOf(dependency) {
    const name = dependency.required('name').text();
    const skipped = dependency.optional('skip_reason')?.text();
    if (skipped !== undefined)
        return [notAudited(name, skipped)];
    const found = { name, version: dependency.required('version').text() };
    return dependency
        .required('vulns')
        .items()
        .map((vulnerability) => pip_audit_findingOf(vulnerability, found));
}
/** Nothing is known about it, good or bad; as a finding it can be allowed by its id. */
function notAudited(name, reason) {
    return {
        id: kept(`not-audited/${name}`),
        aliases: [],
        severity: 'unknown',
        score: undefined,
        title: kept(`pip-audit skipped ${name}: ${reason}`),
        package: { name: kept(name), version: '' },
        file: '',
        line: undefined,
        suppressed: false,
        fixable: undefined,
    };
}
function pip_audit_findingOf(vulnerability, found) {
    const id = vulnerability.required('id').text();
    return {
        id,
        aliases: otherNames(id, vulnerability.itemsOf('aliases').map((alias) => alias.text())),
        severity: 'unknown',
        score: undefined,
        title: kept(vulnerability.textOf('description')),
        package: found,
        file: '',
        line: undefined,
        suppressed: false,
        fixable: vulnerability.required('fix_versions').items().length > 0,
    };
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/sarif/invocations.js


/** What the tool tells of its own work, apart from what it found. */
const NOTIFICATIONS = ['toolExecutionNotifications', 'toolConfigurationNotifications'];
/** How a process ended that did not end by itself (3.20.9), or why it never began (3.20.11). Whatever is said of success beside it is not true. */
const BROKEN_OFF = ['exitSignalName', 'processStartFailureMessage'];
/**
 * Results of a scan that broke off are the results of a part.
 *
 * @throws Failure `report` when an invocation says that it failed (3.20.14), or that it met an error, such as a file that it could not
 * read (3.20.21, 3.20.22).
 */
function checkInvocations(run) {
    for (const invocation of run.itemsOf('invocations')) {
        const successful = invocation.required('executionSuccessful');
        if (!successful.isTrue())
            successful.refuse(`is false: the scan did not finish${invocations_reasonIn(invocation)}`);
        const signs = BROKEN_OFF.flatMap((name) => invocation.optional(name) ?? []);
        for (const sign of signs)
            sign.refuse(`says that the scan broke off: ${kept(sign.text())}`);
        for (const notification of NOTIFICATIONS.flatMap((name) => invocation.itemsOf(name)))
            checkNotification(notification);
    }
}
function checkNotification(notification) {
    const isError = notification.optional('level')?.oneOf(SARIF_LEVELS) === SARIF_LEVELS.error;
    if (isError)
        notification.refuse(`is an error that the tool met, so the scan is not whole${told(notification)}`);
}
function invocations_reasonIn(invocation) {
    const [first] = NOTIFICATIONS.flatMap((name) => invocation.itemsOf(name));
    return first === undefined ? '' : told(first);
}
function told(notification) {
    const text = kept(notification.optional('message')?.textOf('text') ?? '');
    return text === '' ? '' : `: ${text}`;
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/sarif/result.js


/**
 * What a result with this kind is when it has no level (3.27.9): a finding, none, or, when the tool could not decide, one that nobody
 * knows the severity of.
 */
const KINDS = {
    fail: 'finding',
    pass: 'none',
    notApplicable: 'none',
    informational: 'none',
    open: 'undecided',
    review: 'undecided',
};
/** Against the baseline that the tool was given (3.27.24): what was there before is accepted, and `absent` is what is gone. */
const BASELINE_STATES = { new: 'here', updated: 'here', unchanged: 'accepted', absent: 'gone' };
/** Only what was accepted is suppressed (3.35.3). Without a status a suppression is accepted. */
const SUPPRESSION_STATES = { accepted: true, underReview: false, rejected: false };
/** The finding that a result is; none for what passed, did not apply, only informs, or is gone. */
function result_findingsOf(result, { run, rules }) {
    const reference = rules.ruleOf(result);
    const { id, rule } = reference;
    const baseline = result.optional('baselineState')?.oneOf(BASELINE_STATES) ?? 'here';
    const rating = result_ratingOf(result, reference);
    if (rating === undefined || baseline === 'gone')
        return [];
    const suppressed = baseline === 'accepted' || isSuppressed(result);
    const title = titleOf(result, rule);
    const fixable = result.itemsOf('fixes').length > 0 ? true : undefined;
    return [{ id, aliases: [], ...rating, title, package: undefined, ...locationOf(result, run), suppressed, fixable }];
}
/**
 * By `security-severity` where there is one, else by the level; undefined for what is no finding. The default of a rule that is not described
 * among those that are is not known.
 */
function result_ratingOf(result, { rule, isMissing }) {
    const kind = result.optional('kind')?.oneOf(KINDS) ?? 'finding';
    const level = result.optional('level')?.oneOf(SARIF_LEVELS);
    const hasLevel = level !== undefined && level !== 'none';
    if (kind === 'none' && !hasLevel)
        return undefined;
    const byScore = worseOf(securityRating(rule), securityRating(result));
    if (byScore !== undefined)
        return byScore;
    const isOpen = (kind === 'undecided' && !hasLevel) || (isMissing && level === undefined);
    if (isOpen)
        return { severity: 'unknown', score: undefined };
    return { severity: level ?? defaultLevel(rule), score: undefined };
}
/**
 * GitHub's extension (docs, "SARIF support for code scanning"): a text with a number above 0 and up to 10 in the properties of a rule.
 * Some tools put it on the result. 0 stands for none. Anything else is a severity that was meant and cannot be read.
 */
function securityRating(place) {
    const given = place?.optional('properties')?.optional('security-severity');
    if (given === undefined)
        return undefined;
    const score = scoreIn(given);
    if (score === undefined)
        return { severity: 'unknown', score: undefined };
    return score === 0 ? undefined : { severity: severityOfScore(score), score };
}
function worseOf(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    if (one.severity === 'unknown')
        return other.severity === 'critical' ? other : one;
    if (other.severity === 'unknown')
        return one.severity === 'critical' ? one : other;
    return isWorse(other.severity, one.severity) ? other : one;
}
function defaultLevel(rule) {
    const configured = rule?.optional('defaultConfiguration')?.optional('level');
    return configured?.oneOf(SARIF_LEVELS) ?? SARIF_LEVELS.warning;
}
function isSuppressed(result) {
    const states = result.itemsOf('suppressions').map((one) => one.optional('status')?.oneOf(SUPPRESSION_STATES) ?? true);
    return states.length > 0 && states.every(Boolean);
}
function titleOf(result, rule) {
    const texts = [
        result.required('message').textOf('text'),
        rule?.optional('shortDescription')?.textOf('text') ?? '',
        rule?.textOf('name') ?? '',
    ];
    return kept(texts.find((text) => text !== '') ?? '');
}
function locationOf(result, run) {
    const physical = result.itemsOf('locations')[0]?.optional('physicalLocation');
    const artifact = physical?.optional('artifactLocation');
    const line = physical?.optional('region')?.optional('startLine')?.count();
    return { file: kept(artifact?.textOf('uri') || uriAt(run, artifact?.optional('index'))), line };
}
/** An artifact may be named once for the whole run, and referred to by its number. */
function uriAt(run, index) {
    if (index === undefined || index.figure() === '-1')
        return '';
    const artifact = run.itemsOf('artifacts')[index.count()];
    return artifact?.optional('location')?.textOf('uri') ?? '';
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/sarif/rules.js


/** The rules of one run, of the tool and its extensions, as results refer to them (3.27.5 to 3.27.7, 3.52). */
class RuleTable {
    #driver;
    #extensions;
    constructor(tool) {
        this.#driver = componentAt(tool.required('driver'));
        this.#extensions = tool.itemsOf('extensions').map(componentAt);
    }
    /**
     * By index where the result has one, else by id.
     *
     * @throws Failure `report` when an index points to nothing, or to a rule of another id: then severities cannot be known.
     */
    ruleOf(result) {
        const reference = result.optional('rule');
        const id = result.textOf('ruleId') || (reference?.textOf('id') ?? '');
        const component = reference?.optional('toolComponent');
        const index = indexIn(reference?.optional('index')) ?? indexIn(result.optional('ruleIndex'));
        const home = component === undefined ? this.#driver : this.#componentOf(component);
        const searched = component === undefined && index === undefined ? this.#all : [home];
        const rule = index === undefined ? byId(searched, { id, result }) : byIndex(home, { index, id, result });
        const isMissing = rule === undefined && searched.some(({ rules }) => rules.length > 0);
        return { id: kept(id || (rule?.textOf('id') ?? '')), rule, isMissing };
    }
    #componentOf(reference) {
        const index = indexIn(reference.optional('index'));
        const name = reference.textOf('guid') || reference.textOf('name');
        const found = index === undefined
            ? this.#all.find(({ place }) => [place.textOf('guid'), place.textOf('name')].includes(name))
            : this.#extensions[index];
        return found ?? reference.refuse('points to a part of the tool that is not in "extensions"');
    }
    get #all() {
        return [this.#driver, ...this.#extensions];
    }
}
/** The rule of this id, or of the longest beginning of it. */
function byId(components, { id, result }) {
    for (const one of withParents(id)) {
        const [found, ...others] = components.flatMap(({ byId }) => byId.get(one) ?? []);
        if (others.length > 0)
            result.refuse(`is of the rule ${shown(one)}, of which there are ${others.length + 1}`);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function componentAt(place) {
    const rules = place.itemsOf('rules');
    return { place, rules, byId: Map.groupBy(rules, (rule) => rule.required('id').text()) };
}
/** An index; undefined for -1, which stands for none (3.7.4). */
function indexIn(place) {
    return place === undefined || place.figure() === '-1' ? undefined : place.count();
}
function byIndex(home, { index, id, result }) {
    const rule = home.rules[index] ?? result.refuse(`points to rule ${index}, but the tool has ${home.rules.length}`);
    const found = rule.textOf('id');
    if (id !== '' && !withParents(id).includes(found)) {
        result.refuse(`is of the rule ${shown(id)}, but points to rule ${index}, which is ${shown(found)}`);
    }
    return rule;
}
/** An id may go on after the id of its rule, with `/` (3.5.4): `CA1000/1` is a result of `CA1000`. The longest first. */
function withParents(id) {
    const parts = id.split('/');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/sarif/sarif.js






/** SARIF 2.1.0 (OASIS standard, errata 01). */
const SARIF = { format: 'sarif', recognises: isSarif, read: readSarif };
function isSarif(document) {
    return hasMembers(document, 'version', 'runs');
}
/**
 * @throws Failure `report` also for another version, without any run, and when a run says that it did not finish, or has no results:
 * an empty list is a scan that found nothing, a missing one is no scan (3.14.23).
 */
function readSarif({ document, file, bytes }) {
    const report = JsonPlace.of(document, file);
    const version = report.required('version');
    if (version.text() !== '2.1.0')
        version.refuse(`is ${shown(version.text())}; known is SARIF 2.1.0`);
    const runs = report.required('runs');
    for (const properties of report.itemsOf('inlineExternalProperties'))
        checkElsewhere(properties);
    if (runs.items().length === 0)
        runs.refuse('is empty: no tool was run');
    const findings = runs.items().flatMap(sarif_findingsIn);
    const tools = new Set(runs.items().map((run) => kept(driverOf(run).required('name').text())));
    return { kind: 'findings', format: 'sarif', file, bytes, tool: [...tools].join(', '), findings };
}
function sarif_findingsIn(run) {
    checkElsewhere(run.optional('externalPropertyFileReferences'));
    checkInvocations(run);
    const rules = new RuleTable(run.required('tool'));
    const results = run.optional('results') ?? run.refuse('has no "results": the tool did not look, or did not finish');
    return results.items().flatMap((result) => result_findingsOf(result, { run, rules }));
}
/** What decides about findings: they themselves, how bad they are by default, and whether the scan came to its end. */
const DECISIVE = ['results', 'driver', 'extensions', 'policies', 'invocations'];
/** Parts of a run may be kept apart from it (3.14.2, 3.15.3), in other files or behind the runs. The rest of it looks whole without them. */
function checkElsewhere(properties) {
    const name = DECISIVE.find((one) => properties?.optional(one) !== undefined);
    if (name !== undefined)
        properties?.refuse(`keeps the ${name} of a run apart from it, where they are not read. Write them into the run`);
}
function driverOf(run) {
    return run.required('tool').required('driver');
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/trivy.js



/**
 * `trivy --format json` (docs, "Reporting"; `pkg/types/report.go`), schema 2. What `.trivyignore`, a VEX document or a policy took away
 * is in it only with `--show-suppressed`, and then a suppressed finding.
 */
const TRIVY = {
    format: 'trivy',
    recognises: (document) => hasMembers(document, 'SchemaVersion'),
    read: readTrivy,
};
/**
 * @throws Failure `report` also without `Results`: every package list, lock file or configuration that Trivy has looked at is one of
 * them, found guilty or not, so without any it has looked at nothing. (A search for secrets alone leaves none when it finds none.)
 */
function readTrivy({ document, file, bytes }) {
    const report = JsonPlace.of(document, file);
    const version = report.required('SchemaVersion');
    if (version.count() !== 2)
        version.refuse(`is ${version.count()}; known is 2`);
    report.required('ArtifactType').text();
    const results = report.optional('Results')?.items() ?? [];
    if (results.length === 0) {
        report.refuse('has no "Results": Trivy found nothing that it knows how to scan. Check the path, and that a scanner for it is on');
    }
    return { kind: 'findings', format: 'trivy', file, bytes, tool: 'trivy', findings: results.flatMap(trivy_findingsIn) };
}
function trivy_findingsIn(result) {
    const target = kept(result.required('Target').text());
    result.required('Class').text();
    checkMisconfigurations(result);
    return [
        ...result.itemsOf('Vulnerabilities').map((place) => vulnerability(place, target)),
        ...result.itemsOf('Misconfigurations').flatMap((place) => misconfiguration(place, target)),
        ...result.itemsOf('Secrets').map((place) => secret(place, target)),
        ...result.itemsOf('Licenses').map((place) => licence(place, target)),
        ...result.itemsOf('ExperimentalModifiedFindings').flatMap((place) => modified(place, target)),
    ];
}
/** Trivy counts what it lists, so a list that lost one does not add up. */
function checkMisconfigurations(result) {
    const counted = result.optional('MisconfSummary')?.optional('Failures');
    const listed = result.itemsOf('Misconfigurations').filter((place) => statusOf(place) === 'failed').length;
    if (counted !== undefined && counted.count() !== listed) {
        counted.refuse(`is ${counted.count()}, but "Misconfigurations" has ${listed} of these`);
    }
}
const MISCONFIGURATION_STATES = { FAIL: 'failed', PASS: 'passed', EXCEPTION: 'excepted' };
function statusOf(place) {
    return place.optional('Status')?.oneOf(MISCONFIGURATION_STATES) ?? 'failed';
}
/** What all kinds of findings have alike. */
function base(place, target) {
    return {
        aliases: [],
        severity: place.required('Severity').oneOf(TRIVY_SEVERITIES),
        score: undefined,
        title: kept(place.textOf('Title')),
        package: undefined,
        file: target,
        line: undefined,
        suppressed: false,
        fixable: undefined,
    };
}
function vulnerability(place, target) {
    const name = place.required('PkgName').text();
    return {
        ...base(place, target),
        id: kept(place.required('VulnerabilityID').text()),
        score: trivy_highestScore(place),
        package: { name: kept(name), version: kept(place.textOf('InstalledVersion')) },
        fixable: place.textOf('FixedVersion') !== '',
    };
}
/** Of the scores of all vendors, by the newest version of CVSS that each gives. */
function trivy_highestScore(place) {
    const vendors = place.optional('CVSS')?.members() ?? [];
    const scores = vendors.flatMap(([, vendor]) => {
        const score = vendor.optional('V40Score') ?? vendor.optional('V3Score') ?? vendor.optional('V2Score');
        return score === undefined ? [] : (scoreIn(score) ?? []);
    });
    return scores.length === 0 ? undefined : Math.max(...scores);
}
function misconfiguration(place, target) {
    const status = statusOf(place);
    if (status === 'passed')
        return [];
    const line = place.optional('CauseMetadata')?.optional('StartLine')?.count();
    const id = place.optional('ID') ?? place.required('AVDID');
    return [{ ...base(place, target), id: kept(id.text()), line, suppressed: status === 'excepted', fixable: true }];
}
function secret(place, target) {
    const line = place.optional('StartLine')?.count();
    return { ...base(place, target), id: kept(place.required('RuleID').text()), line };
}
function licence(place, target) {
    const name = kept(place.required('Name').text());
    const found = kept(place.textOf('PkgName'));
    return {
        ...base(place, target),
        id: kept(`licence/${name}`),
        title: `Licence ${name}`,
        package: found === '' ? undefined : { name: found, version: '' },
        file: kept(place.textOf('FilePath')) || target,
    };
}
/** By the `Type` of a finding that was modified. */
const trivy_KINDS = {
    vulnerability: (place, target) => [vulnerability(place, target)],
    misconfiguration,
    secret: (place, target) => [secret(place, target)],
    license: (place, target) => [licence(place, target)],
};
/** Whether a finding in this state is settled (`pkg/types/finding.go`). */
const MODIFIED_STATES = {
    ignored: true,
    not_affected: true,
    fixed: true,
    affected: false,
    under_investigation: false,
    unknown: false,
};
function modified(place, target) {
    const read = place.required('Type').oneOf(trivy_KINDS);
    const settled = place.required('Status').oneOf(MODIFIED_STATES);
    return read(place.required('Finding'), target).map((finding) => ({ ...finding, suppressed: settled }));
}

;// CONCATENATED MODULE: ./packages/reports/lib/findings/index.js






/** Every format of findings, in no particular order: at most one of them recognises a document. */
const FINDING_FORMATS = [SARIF, NPM_AUDIT, PIP_AUDIT, OSV_SCANNER, TRIVY, GRYPE];

;// CONCATENATED MODULE: ./packages/reports/lib/json/repeated-members.js


/** From here on a set is faster than a list. */
const MANY = 16;
/**
 * Of two members of one name JSON.parse keeps the last, other readers the first. A report that says two things at once says nothing.
 *
 * @param text a valid JSON document: what is not JSON has to be refused before
 * @throws Unreadable with the place of the second one
 */
function refuseRepeatedMembers(text) {
    const open = [];
    for (let at = 0; at < text.length; at += 1) {
        if (text[at] === '"') {
            const end = endOfText(text, at);
            if (open.at(-1)?.expectsName === true)
                addName(open, { name: nameIn(text, at, end), text, at });
            at = end;
        }
        else {
            goOn(open, text[at]);
        }
    }
}
function goOn(open, character) {
    switch (character) {
        case '{':
            open.push({ isObject: true, names: [], step: 0, expectsName: true });
            break;
        case '[':
            open.push({ isObject: false, names: undefined, step: 0, expectsName: false });
            break;
        case '}':
        case ']':
            open.pop();
            break;
        case ',':
            nextOf(open.at(-1));
            break;
        default:
    }
}
/** Where the quote is that ends the text that begins here. */
function endOfText(text, start) {
    for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
        let backslashes = 0;
        while (text[end - 1 - backslashes] === '\\')
            backslashes += 1;
        if (backslashes % 2 === 0)
            return end;
    }
    return text.length;
}
/** What a name means: the same may be written with and without escapes. */
function nameIn(text, start, end) {
    const name = text.slice(start + 1, end);
    if (!name.includes('\\'))
        return name;
    const meant = JSON.parse(text.slice(start, end + 1));
    return typeof meant === 'string' ? meant : name;
}
function addName(open, { name, text, at }) {
    const top = open.at(-1);
    if (top?.names === undefined)
        return;
    if (has(top.names, name)) {
        throw new Unreadable(`${pathOf(open)} has the member ${shown(name)} twice`, Buffer.byteLength(text.slice(0, at)));
    }
    top.names = withName(top.names, name);
    top.step = name;
    top.expectsName = false;
}
function has(names, name) {
    return Array.isArray(names) ? names.includes(name) : names.has(name);
}
function withName(names, name) {
    if (!Array.isArray(names))
        return names.add(name);
    names.push(name);
    return names.length < MANY ? names : new Set(names);
}
function nextOf(top) {
    if (top === undefined)
        return;
    top.expectsName = top.isObject;
    if (typeof top.step === 'number')
        top.step += 1;
}
/** The object that is open, as `$.runs[0].results[2]`. */
function pathOf(open) {
    const steps = open.slice(0, -1).map(({ step }) => pathStep(step));
    return `$${steps.join('')}`;
}

;// CONCATENATED MODULE: ./packages/reports/lib/json/json-document.js





/**
 * Reads a JSON document in whichever format its members show. It is parsed as a whole by the engine, whose parser is native and does not
 * recurse: to read it as a stream would need no less memory for what is kept, and several times as long.
 */
class JsonDocument {
    #choice;
    #chunks = [];
    #length = 0;
    #containers = 0;
    constructor(choice) {
        this.#choice = choice;
    }
    /** @throws Unreadable when there is more than is ever held in memory. */
    write(bytes) {
        this.#length += bytes.length;
        if (this.#length > MAX_JSON_BYTES) {
            throw new Unreadable(`it is JSON of more than ${MAX_JSON_BYTES} bytes`, MAX_JSON_BYTES);
        }
        this.#containers += containersIn(bytes);
        if (this.#containers > MAX_JSON_CONTAINERS) {
            throw new Unreadable(`it is JSON of more than ${MAX_JSON_CONTAINERS} objects and lists`);
        }
        this.#chunks.push(Uint8Array.from(bytes));
    }
    end(source) {
        const text = this.#takeText();
        const document = parse(text);
        refuseRepeatedMembers(text);
        const { formats, forced } = this.#choice;
        const found = formats.find(({ recognises }) => recognises(document));
        if (forced !== undefined && found?.format !== forced) {
            throw new Unreadable(`it is given as ${forced}, and it is ${found?.format ?? `not: ${described(document)}`}`);
        }
        if (found === undefined) {
            const known = listOfFormats(formats);
            throw new Unreadable(`it is JSON of no format that is read here: ${described(document)}. Those in JSON are ${known}`);
        }
        return found.read({ ...source, document });
    }
    /** The bytes go before the text is parsed, so that they are not in memory together with what comes of them. */
    #takeText() {
        const bytes = Buffer.concat(this.#chunks);
        this.#chunks = [];
        return bytes.toString('utf8');
    }
}
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;
/** Those within texts as well: it is a limit, not a count. */
function containersIn(bytes) {
    let count = 0;
    for (let index = 0; index < bytes.length; index += 1) {
        if (bytes[index] === OPEN_BRACE || bytes[index] === OPEN_BRACKET)
            count += 1;
    }
    return count;
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        if (isJson(value))
            return value;
        throw new Error('JSON.parse made nothing.');
    }
    catch (error) {
        const found = (0,types_namespaceObject.isNativeError)(error) ? /at position (\d+)/u.exec(error.message)?.[1] : undefined;
        const position = found === undefined ? text.length : Number(found);
        const offset = Buffer.byteLength(text.slice(0, position));
        const what = position < text.length ? 'it is not valid JSON' : 'it is truncated: the JSON ends too early';
        throw new Unreadable(what, offset, { cause: error });
    }
}
/** JSON.parse makes nothing else. */
function isJson(value) {
    return value !== undefined;
}
const SHOWN_MEMBERS = 5;
const SHOWN_LENGTH = 30;
function described(document) {
    if (Array.isArray(document))
        return `it is a list of ${document.length}`;
    if (typeof document !== 'object' || document === null)
        return 'it is a single value';
    const names = Object.keys(document);
    if (names.length === 0)
        return 'it is an empty object';
    const shown = names.slice(0, SHOWN_MEMBERS).map((name) => JSON.stringify(name.slice(0, SHOWN_LENGTH)));
    return `its members are ${shown.join(', ')}${names.length > SHOWN_MEMBERS ? ', …' : ''}`;
}

;// CONCATENATED MODULE: ./packages/reports/lib/recogniser.js

/** Enough to tell by. */
const HEAD_BYTES = 16;
/** White space in front of a report; more is no report. */
const MAX_BLANK_BYTES = 65_536;
const STARTS = [
    [/^</u, 'xml'],
    [/^[{[]/u, 'json'],
    [/^mode: /u, 'go'],
    [/^(?:TN|SF|VER):|^#/u, 'lcov'],
];
/** Waits for the first signs of a report, and hands all of it to the parser for them. */
class Recogniser {
    #choose;
    #head = new Uint8Array(0);
    #parser;
    constructor(choose) {
        this.#choose = choose;
    }
    write(bytes) {
        if (this.#parser !== undefined) {
            this.#parser.write(bytes);
            return;
        }
        this.#head = Buffer.concat([this.#head, bytes]);
        const start = textOf(this.#head).trimStart();
        if (start.length >= HEAD_BYTES || this.#head.length > MAX_BLANK_BYTES)
            this.#begin(start);
    }
    end(source) {
        const parser = this.#parser ?? this.#begin(textOf(this.#head).trimStart());
        return parser.end(source);
    }
    #begin(start) {
        if (start === '')
            throw new Unreadable(this.#head.length === 0 ? 'it is empty' : 'it holds nothing but white space', 0);
        const syntax = STARTS.find(([pattern]) => pattern.test(start))?.[1];
        if (syntax === undefined)
            throw new Unreadable(`it begins with ${shown(start.slice(0, 40))}, as no known format does`, 0);
        this.#parser = this.#choose(syntax);
        this.#parser.write(this.#head);
        this.#head = new Uint8Array(0);
        return this.#parser;
    }
}
function textOf(head) {
    return Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, MAX_BLANK_BYTES + HEAD_BYTES)).toString('utf8');
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/flaky.js
/** Most of the many that passed are told from the few that failed by one mark. */
const MARKS = 65_536;
/** How many tests were seen both to fail and to pass, in all reports together. */
function flakyCount(reports) {
    const flaky = new Set(reports.flatMap(({ recovered }) => [...recovered]));
    const failed = new Failed();
    for (const report of reports) {
        for (const identity of report.failed)
            failed.add(identity);
    }
    if (failed.size === 0)
        return flaky.size;
    for (const { passed } of reports) {
        for (const identity of passed) {
            if (failed.has(identity))
                flaky.add(identity);
        }
    }
    return flaky.size;
}
class Failed {
    #identities = new Set();
    #marks = new Uint8Array(MARKS);
    get size() {
        return this.#identities.size;
    }
    add(identity) {
        this.#identities.add(identity);
        this.#marks[identity % MARKS] = 1;
    }
    has(identity) {
        return this.#marks[identity % MARKS] === 1 && this.#identities.has(identity);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/numbers.js

/** A thousand years. */
const LONGEST_SECONDS = 32e9;
/**
 * The time of an attribute in milliseconds; undefined for what is no time, such as `NaN`. Writers follow the language of the
 * machine: `1,234.5` and `1,234` are more than a thousand seconds, `0,5` is half a second.
 */
function millisecondsOf(attributes, name) {
    const seconds = attributes.decimal(name) ?? numbers_numberOf(attributes, name);
    return seconds === undefined || seconds < 0 || seconds > LONGEST_SECONDS ? undefined : seconds * 1000;
}
/**
 * The counter in an attribute; 0 where there is none.
 *
 * @throws Unreadable for what is no count: it may have been a number of failures
 */
function countOf(attributes, name) {
    const text = attributes.text(name)?.trim() ?? '';
    if (text === '')
        return 0;
    const count = numberIn(text);
    if (count === undefined || !Number.isSafeInteger(count) || count < 0) {
        throw new Unreadable(`the counter ${name} of a suite is ${shown(text)}, which is no count`);
    }
    return count;
}
/** The number of an attribute; undefined for what is none. */
function numbers_numberOf(attributes, name) {
    return numberIn(attributes.text(name) ?? '');
}
function numberIn(text) {
    const trimmed = text.trim();
    if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/u.test(trimmed))
        return Number(trimmed.replaceAll(',', ''));
    if (/^\d+,\d+$/u.test(trimmed))
        return Number(trimmed.replace(',', '.'));
    return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/u.test(trimmed) ? Number(trimmed) : undefined;
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/outcome.js
/** How a case ended, the worse the higher. */
const PASSED = 0;
const SKIPPED = 1;
const FAILED = 2;
const ERRORED = 3;
/**
 * The elements that tell how a case ended. Surefire writes `rerunFailure` beside a `failure` when the case failed again, and
 * `flakyFailure` alone when it passed in the end.
 */
const OUTCOME_ELEMENTS = new Map([
    ['failure', { kind: 'outcome', outcome: FAILED }],
    ['error', { kind: 'outcome', outcome: ERRORED }],
    ['skipped', { kind: 'outcome', outcome: SKIPPED }],
    // TestNG.
    ['ignored', { kind: 'outcome', outcome: SKIPPED }],
    ['rerunFailure', { kind: 'outcome', outcome: FAILED }],
    ['rerunError', { kind: 'outcome', outcome: ERRORED }],
    ['flakyFailure', { kind: 'recovered' }],
    ['flakyError', { kind: 'recovered' }],
]);
function words(outcome, all) {
    return all.split(' ').map((word) => [word, outcome]);
}
const BY_STATUS = new Map([
    ...words(PASSED, 'run passed pass success successful ok completed'),
    ...words(FAILED, 'fail failed failure failing broken timeout timedout unexpected undefined ambiguous unstable nok ko notok'),
    ...words(ERRORED, 'error errored abort aborted crash crashed killed interrupted cancelled canceled terminated invalid unknown'),
    ...words(SKIPPED, 'skip skipped suppressed notrun notexecuted disabled ignored pending todo untested inconclusive incomplete blocked deselected'),
]);
/** What the attributes `status` and `result` of a case say, as GoogleTest, CTest and others write them; words that are not known say nothing. */
function outcomeOfStatus(status) {
    // Most of a million cases say it as it stands here. `not run`, `not_run` and `NotRun` are one word.
    return BY_STATUS.get(status) ?? BY_STATUS.get(status.toLowerCase().replace(/[\s_-]+/gu, '')) ?? PASSED;
}
/** The worse of two. */
function worse(one, other) {
    return one >= other ? one : other;
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/case.js


/** A case while it is read. */
class Case {
    durationMs;
    texts;
    #worst;
    troubles = 0;
    hasRecovered = false;
    /** Whether it is known not to work yet, so that nothing it does says anything: the `todo` of Node's runner, which ends well with it. */
    isTodo = false;
    message = '';
    constructor(attributes) {
        this.durationMs = millisecondsOf(attributes, 'time') ?? 0;
        this.#worst = case_statusOf(attributes);
        this.texts = textsOf(attributes);
    }
    get outcome() {
        return this.isTodo ? SKIPPED : this.#worst;
    }
    /** @returns whether this is the worst so far, so that its message is that of the case */
    add(outcome) {
        if (outcome >= FAILED)
            this.troubles += 1;
        const isWorst = outcome > this.#worst;
        this.#worst = worse(this.#worst, outcome);
        return isWorst;
    }
}
/** Whether a case without anything in it has passed; most are like this, and nothing has to be kept of them. */
function hasPlainlyPassed(attributes) {
    return !attributes.has('status') && !attributes.has('result');
}
function case_statusOf(attributes) {
    const [status, result] = [attributes.text('status'), attributes.text('result')];
    if (status === undefined && result === undefined)
        return PASSED;
    return worse(outcomeOfStatus(status ?? ''), outcomeOfStatus(result ?? ''));
}
function textsOf(attributes) {
    const line = Number(attributes.text('line') ?? '');
    return {
        name: attributes.text('name') ?? '',
        className: attributes.text('classname') ?? '',
        file: attributes.text('file') ?? '',
        line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
    };
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/failures.js

/** Failures in the order of the report: the first of them with their texts, the others as a number. */
class Failures {
    kept = [];
    notKept = 0;
    /** Whether the next one will be kept, so that it is worth reading its text. */
    get hasRoom() {
        return this.kept.length < MAX_KEPT_FAILURES;
    }
    add(failure) {
        if (!this.hasRoom) {
            this.notKept += 1;
            return;
        }
        this.kept.push({
            ...failure,
            name: failure.name.slice(0, MAX_NAME),
            suite: failure.suite.slice(0, MAX_NAME),
            file: failure.file.slice(0, MAX_NAME),
            message: failure.message.trim().slice(0, MAX_MESSAGE),
            line: failure.line ?? lineIn(failure),
        });
    }
}
/** Where the text of a failure names a line of the file of its test, as the stack of an exception does. */
function lineIn({ file, message }) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (name === '')
        return undefined;
    const at = message.indexOf(`${name}:`);
    const digits = at < 0 ? undefined : /^\d{1,9}/u.exec(message.slice(at + name.length + 1))?.[0];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/fingerprint.js
const PRIME_A = 0x01000193;
const PRIME_B = 0x85ebca6b;
const START_A = 0x811c9dc5;
const START_B = 0x9747b28c;
const BETWEEN = 0xff;
/**
 * A number of 53 bits for a sequence of texts, so that a million tests can be compared without keeping their names. With a million
 * tests, the chance that any failed one shares it with another is below one in a million for each thousand failures.
 */
class Fingerprint {
    #a = START_A;
    #b = START_B;
    /** Begins anew. */
    reset() {
        this.#a = START_A;
        this.#b = START_B;
    }
    /** Adds what is in UTF-8 from `start` to `end`. */
    addBytes(bytes, start, end) {
        let a = this.#a;
        let b = this.#b;
        for (let index = start; index < end; index += 1) {
            const byte = bytes[index] ?? 0;
            a = Math.imul(a ^ byte, PRIME_A);
            b = Math.imul(b ^ byte ^ (b >>> 15), PRIME_B);
        }
        this.#a = a;
        this.#b = b;
    }
    /** Adds a text as if it were given in bytes. */
    addText(text) {
        const bytes = Buffer.from(text, 'utf8');
        this.addBytes(bytes, 0, bytes.length);
    }
    /** Ends one text and begins the next, so that `ab, c` is not `a, bc`. */
    next() {
        // No text in UTF-8 has this byte.
        this.#a = Math.imul(this.#a ^ BETWEEN, PRIME_A);
        this.#b = Math.imul(this.#b ^ BETWEEN, PRIME_B);
    }
    /** A whole number from 0 below 2^53. */
    value() {
        const high = (this.#b ^ (this.#b >>> 13)) >>> 11;
        return high * 0x1_0000_0000 + ((this.#a ^ (this.#a >>> 16)) >>> 0);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/growing-numbers.js
const growing_numbers_FIRST_CAPACITY = 64;
/** Numbers in the order in which they were added, 8 bytes each. */
class GrowingNumbers {
    #numbers = new Float64Array(growing_numbers_FIRST_CAPACITY);
    #length = 0;
    add(value) {
        if (this.#length === this.#numbers.length) {
            // The old memory is given back at once, not when it pleases the garbage collector.
            this.#numbers = new Float64Array(this.#numbers.buffer.transfer(this.#numbers.byteLength * 2));
        }
        this.#numbers[this.#length] = value;
        this.#length += 1;
    }
    /** All of them, in memory that is no larger. Nothing may be added afterwards. */
    finish() {
        this.#numbers = new Float64Array(this.#numbers.buffer.transfer(this.#length * 8));
        return this.#numbers;
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/identities.js



/** Keeps who passed and who failed: name, class (or suite), and file. */
class Identities {
    #fingerprint = new Fingerprint();
    #passed = new GrowingNumbers();
    #failed = new GrowingNumbers();
    #recovered = new GrowingNumbers();
    /** The identity of the case that begins here; undefined for one without a name, which could be any. */
    of(attributes, suite) {
        if (!attributes.has('name'))
            return undefined;
        this.#fingerprint.reset();
        attributes.addTo(this.#fingerprint, 'name');
        this.#fingerprint.next();
        if (attributes.has('classname'))
            attributes.addTo(this.#fingerprint, 'classname');
        else
            this.#fingerprint.addText(suite);
        this.#fingerprint.next();
        attributes.addTo(this.#fingerprint, 'file');
        return this.#fingerprint.value();
    }
    add(identity, { outcome, hasRecovered }) {
        if (outcome >= FAILED)
            this.#failed.add(identity);
        else if (outcome === PASSED) {
            this.addPassed(identity);
            if (hasRecovered)
                this.#recovered.add(identity);
        }
    }
    addPassed(identity) {
        this.#passed.add(identity);
    }
    finish() {
        return { passed: this.#passed.finish(), failed: this.#failed.finish(), recovered: this.#recovered.finish() };
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/counted-cases.js

/** Roots, or suites, by the names that their writers give them. */
const OTHERWISE = new Set(['pytest', 'pytest tests', 'Mocha Tests']);
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
/**
 * Whether the attribute `tests` of a suite counts cases. Known not to: Catch2 (assertions; the host of its suites is "tbd"), doctest (assertions;
 * names its version), pytest (outcomes: each subtest and each failed teardown is one more, and no case), mocha-junit-reporter (what a suite defines, whatever
 * `--grep` or a failed hook leaves of it), newman (requests in its root, checks as cases; its suites have a UUID).
 */
function countsCases(attributes) {
    return !(OTHERWISE.has(attributes.text('name') ?? '') ||
        attributes.text('hostname') === 'tbd' ||
        attributes.has('doctest_version') ||
        UUID.test(attributes.text('id') ?? ''));
}
/** Counters, besides `skipped`, of cases that were not run and that some writers do not list: GoogleTest and CTest, TestNG. */
const NOT_RUN = ['disabled', 'ignored'];
/** Cases that were not run by counters of other names than `skipped`. */
function notRunIn(attributes) {
    return NOT_RUN.reduce((sum, name) => sum + Math.max(0, numbers_numberOf(attributes, name) ?? 0), 0);
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/suite.js



/** A suite while it is read: what was seen in it and in the suites within. */
class Suite {
    name;
    file;
    seen = { passed: 0, skipped: 0, failed: 0, errored: 0, suiteErrors: 0, unlisted: 0 };
    #declared;
    /** Elements that tell of a failure or error, of which one case can have several. */
    #troubles = 0;
    /** Attempts of cases beyond the first. */
    #again = 0;
    #countsCases;
    /** Whether all suites within count cases, so that a sum over them may be held against what is listed. */
    #sumsCases = true;
    /** Of this suite or one within: cases that are counted and that nothing accounts for. Known once the suite is settled. */
    shortfall;
    #durationMs = 0;
    constructor(attributes) {
        this.name = attributes.text('name') ?? '';
        this.file = attributes.text('file') ?? attributes.text('filepath') ?? '';
        this.#declared = {
            tests: countOf(attributes, 'tests'),
            troubles: countOf(attributes, 'failures') + countOf(attributes, 'errors'),
            skipped: countOf(attributes, 'skipped'),
            notRun: notRunIn(attributes),
            durationMs: millisecondsOf(attributes, 'time'),
        };
        this.#countsCases = countsCases(attributes);
    }
    /** Adds a case. @param troubles how many elements in it tell of a failure or error */
    addCase(outcome, durationMs, troubles) {
        if (outcome === PASSED)
            this.seen.passed += 1;
        else if (outcome === SKIPPED)
            this.seen.skipped += 1;
        else if (outcome === FAILED)
            this.seen.failed += 1;
        else if (outcome === ERRORED)
            this.seen.errored += 1;
        this.#troubles += Math.max(troubles, outcome >= FAILED ? 1 : 0);
        if (outcome !== SKIPPED)
            this.#again += Math.max(0, troubles - (outcome >= FAILED ? 1 : 0));
        this.#durationMs += durationMs;
    }
    addSuiteErrors(count) {
        this.seen.suiteErrors += count;
        this.#troubles += count;
    }
    /** Adds what a suite within this one has, when it was closed. */
    addSuite(inner) {
        this.seen.passed += inner.seen.passed;
        this.seen.skipped += inner.seen.skipped;
        this.seen.failed += inner.seen.failed;
        this.seen.errored += inner.seen.errored;
        this.seen.suiteErrors += inner.seen.suiteErrors;
        this.seen.unlisted += inner.seen.unlisted;
        this.#troubles += inner.#troubles;
        this.#again += inner.#again;
        this.#sumsCases &&= inner.#countsCases && inner.#sumsCases;
        this.shortfall ??= inner.shortfall;
        this.#durationMs += inner.durationMs;
    }
    /** By its own clock, else the sum of what is in it. */
    get durationMs() {
        return this.#declared.durationMs ?? this.#durationMs;
    }
    /** Failures and errors that the attributes count and nothing in the suite shows. */
    get unseenTroubles() {
        return Math.max(0, this.#declared.troubles - this.#troubles);
    }
    /** What the attributes count, for a message. */
    get declaredTroubles() {
        return this.#declared.troubles;
    }
    /**
     * Cases that the attributes count as skipped and that are not shown as such: as many as are not listed at all are kept apart, the others
     * are no longer taken for passed, since any of them may be the skipped one.
     */
    settleSkipped() {
        const { seen } = this;
        const missing = Math.max(0, this.#declared.skipped - seen.skipped - seen.unlisted);
        const unlisted = Math.min(missing, this.#unlistedCases);
        const mistaken = Math.min(missing - unlisted, seen.passed);
        seen.unlisted += unlisted;
        seen.skipped += mistaken;
        seen.passed -= mistaken;
        const otherwise = this.#declared.notRun + this.#declared.skipped - seen.skipped - seen.unlisted;
        seen.unlisted += Math.min(Math.max(0, otherwise), this.#unlistedCases);
    }
    /**
     * Finds out whether cases are missing, once skipped ones are settled. The count of a suite that agrees with what is listed in it stands above
     * those within: Mocha counts what each suite defines, and for the whole report what was run.
     */
    settleCounted() {
        const { tests } = this.#declared;
        const listed = this.#listed;
        // Suites within one of such a writer are its own.
        if (!this.#countsCases)
            this.shortfall = undefined;
        else if (!this.#sumsCases)
            return;
        else if (this.#unlistedCases > this.seen.suiteErrors + this.#again) {
            this.shortfall ??= { suite: this.name, counted: tests, listed };
        }
        else if (tests > 0 && tests >= listed)
            this.shortfall = undefined;
    }
    /** How many cases the attributes count beyond what is listed, and known to have been skipped. */
    get #unlistedCases() {
        return Math.max(0, this.#declared.tests - this.#listed - this.seen.unlisted);
    }
    get #listed() {
        const { passed, skipped, failed, errored } = this.seen;
        return passed + skipped + failed + errored;
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/junit/junit.js









/**
 * JUnit XML. There is no standard; what is read is what Ant, Surefire, Gradle, pytest, PHPUnit, GoogleTest, CTest, jest-junit, Mocha,
 * Playwright, nextest, Catch2 and others write: suites in suites to any depth, one case with several outcomes (the worst counts),
 * repeated attempts, errors of suites, counters.
 *
 * Where the counters of a suite show more failures than its cases do, the difference is errors of the suite. Where they show fewer,
 * the cases count. A counter `tests` beyond what is listed, skipped, broken or tried again contradicts the report, which is then refused.
 */
const JUNIT = {
    format: 'junit',
    recognises: (root) => root === 'testsuites' || root === 'testsuite',
    start: () => new JUnitReader(),
};
class JUnitReader {
    #failures = new Failures();
    #identities = new Identities();
    #suites = [];
    #root;
    #case;
    #identity;
    #collecting;
    get wantsText() {
        return this.#collecting !== undefined;
    }
    open(name, attributes, isEmpty) {
        if (name === 'testcase')
            this.#openCase(attributes, isEmpty);
        else if (name === 'testsuite' || name === 'testsuites')
            this.#openSuite(attributes);
        else {
            const element = OUTCOME_ELEMENTS.get(name);
            if (element !== undefined)
                this.#openOutcome(name, element, attributes);
        }
    }
    close(name) {
        if (name === 'testcase')
            this.#closeCase();
        else if (name === 'testsuite' || name === 'testsuites')
            this.#closeSuite();
        else if (name === this.#collecting?.element)
            this.#closeText();
    }
    text(piece) {
        const collecting = this.#collecting;
        if (collecting !== undefined && collecting.text.length < MAX_MESSAGE) {
            collecting.text += collecting.text === '' ? piece.trimStart() : piece;
        }
    }
    finish({ file, bytes }) {
        if (this.#root === undefined)
            throw new Unreadable('it holds no suite');
        refuseShortfall(this.#root);
        const { passed, failed, errored, suiteErrors, ...seen } = this.#root.seen;
        const identities = this.#identities.finish();
        const total = passed + failed + errored + seen.skipped;
        const skipped = seen.skipped + seen.unlisted;
        return {
            kind: 'tests',
            format: 'junit',
            file,
            bytes,
            counts: { total, passed, failed, errored, skipped, suiteErrors, flaky: flakyCount([identities]) },
            durationMs: this.#root.durationMs,
            failures: this.#failures.kept,
            failuresNotKept: this.#failures.notKept,
            identities,
        };
    }
    #openSuite(attributes) {
        if (this.#case !== undefined)
            throw new Unreadable('a case has a suite in it');
        const suite = new Suite(attributes);
        this.#root ??= suite;
        this.#suites.push(suite);
    }
    #openCase(attributes, isEmpty) {
        if (this.#case !== undefined)
            throw new Unreadable('a case has a case in it');
        const suite = this.#suites.at(-1);
        const identity = this.#identities.of(attributes, suite?.name ?? '');
        if (isEmpty && hasPlainlyPassed(attributes)) {
            suite?.addCase(PASSED, millisecondsOf(attributes, 'time') ?? 0, 0);
            if (identity !== undefined)
                this.#identities.addPassed(identity);
            return;
        }
        this.#case = new Case(attributes);
        this.#identity = identity;
    }
    #openOutcome(name, element, attributes) {
        const open = this.#case;
        if (open === undefined)
            this.#openSuiteOutcome(name, element, attributes);
        else if (element.kind === 'recovered') {
            open.hasRecovered = true;
            open.troubles += 1;
        }
        else {
            if (element.outcome === SKIPPED && attributes.text('type') === 'todo')
                open.isTodo = true;
            if (!open.add(element.outcome))
                return;
            open.message = '';
            if (element.outcome >= FAILED)
                this.#collect(name, attributes, (text) => (open.message = text));
        }
    }
    #openSuiteOutcome(name, element, attributes) {
        if (element.kind !== 'outcome' || element.outcome < FAILED)
            return;
        const suite = this.#suites.at(-1);
        suite?.addSuiteErrors(1);
        this.#collect(name, attributes, (message) => this.#addSuiteError(suite, message));
    }
    /** The message of an outcome is its attribute, and its text where there is none. */
    #collect(element, attributes, take) {
        const message = this.#failures.hasRoom ? (attributes.text('message') ?? '').trim() : '';
        if (message === '' && this.#failures.hasRoom)
            this.#collecting = { element, take, text: '' };
        else
            take(message);
    }
    #closeText() {
        const collecting = this.#collecting;
        this.#collecting = undefined;
        collecting?.take(collecting.text);
    }
    #closeCase() {
        const closed = this.#case;
        if (closed === undefined)
            return;
        this.#suites.at(-1)?.addCase(closed.outcome, closed.durationMs, closed.troubles);
        if (closed.outcome >= FAILED)
            this.#failures.add(this.#failureOf(closed));
        if (this.#identity !== undefined)
            this.#identities.add(this.#identity, closed);
        this.#case = undefined;
    }
    #failureOf({ outcome, texts, message }) {
        const suite = this.#suites.at(-1);
        return {
            outcome: outcome === ERRORED ? 'errored' : 'failed',
            name: texts.name,
            suite: texts.className || (suite?.name ?? ''),
            file: texts.file || (suite?.file ?? ''),
            line: texts.line,
            message,
        };
    }
    #addSuiteError(suite, message) {
        this.#failures.add({
            outcome: 'suite-error',
            name: '',
            suite: suite?.name ?? '',
            file: suite?.file ?? '',
            line: undefined,
            message,
        });
    }
    #closeSuite() {
        const closed = this.#suites.pop();
        if (closed === undefined)
            return;
        this.#tellUnseen(closed);
        closed.settleSkipped();
        closed.settleCounted();
        this.#suites.at(-1)?.addSuite(closed);
    }
    #tellUnseen(suite) {
        const unseen = suite.unseenTroubles;
        if (unseen === 0)
            return;
        this.#addSuiteError(suite, `The suite counts ${suite.declaredTroubles} failures and errors; ${unseen} of them are in no case.`);
        suite.addSuiteErrors(unseen);
    }
}
/** Cases were lost, whoever lost them. */
function refuseShortfall({ shortfall }) {
    if (shortfall === undefined)
        return;
    const { suite, counted, listed } = shortfall;
    const which = suite === '' ? 'a suite without a name' : `the suite ${shown(suite)}`;
    throw new Unreadable(`${which} counts ${counted} tests and lists ${listed}, so that some are missing`);
}

;// CONCATENATED MODULE: ./packages/reports/lib/text/encoding.js

/** Enough for every byte-order mark and every XML declaration in use. */
const ENCODING_HEAD_BYTES = 1024;
const BY_NAME = new Map([
    ['utf-8', 'utf-8'],
    ['utf8', 'utf-8'],
    ['us-ascii', 'us-ascii'],
    ['ascii', 'us-ascii'],
    ['iso-8859-1', 'latin-1'],
    ['iso8859-1', 'latin-1'],
    ['iso_8859-1', 'latin-1'],
    ['latin1', 'latin-1'],
    ['latin-1', 'latin-1'],
    ['windows-1252', 'windows-1252'],
    ['cp1252', 'windows-1252'],
]);
/**
 * The encoding by byte-order mark, else by the way in which an XML declaration must begin and by what it says, else UTF-8
 * (XML 1.0, appendix F).
 *
 * @param head the first `ENCODING_HEAD_BYTES` of the report, or all of a shorter one
 * @throws Unreadable when it is an encoding that is not read here, or mark and declaration contradict each other
 */
function detectEncoding(head) {
    const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    const detected = byMark(bytes) ?? byPattern(bytes);
    const declared = declaredName(bytes, detected);
    if (declared === undefined)
        return detected?.mark ? detected : { encoding: 'utf-8', mark: 0 };
    return agreed(detected, declared);
}
function byMark(bytes) {
    if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff))
        throw new Unreadable('UTF-32 is not read', 0);
    if (starts(bytes, 0xef, 0xbb, 0xbf))
        return { encoding: 'utf-8', mark: 3 };
    if (starts(bytes, 0xff, 0xfe))
        return { encoding: 'utf-16le', mark: 2 };
    if (starts(bytes, 0xfe, 0xff))
        return { encoding: 'utf-16be', mark: 2 };
    return undefined;
}
/** Without a mark, UTF-16 shows by the zeros in `<?`; nothing but a declaration may tell of it (XML 1.0, 4.3.3). */
function byPattern(bytes) {
    if (starts(bytes, 0x3c, 0, 0x3f, 0))
        return { encoding: 'utf-16le', mark: 0 };
    if (starts(bytes, 0, 0x3c, 0, 0x3f))
        return { encoding: 'utf-16be', mark: 0 };
    return undefined;
}
function starts(bytes, ...wanted) {
    return wanted.every((byte, index) => bytes[index] === byte);
}
/** What the XML declaration says, in small letters; undefined where there is none. */
function declaredName(bytes, detected) {
    const body = bytes.subarray(detected?.mark ?? 0);
    const wide = detected?.encoding === 'utf-16le' || detected?.encoding === 'utf-16be';
    // Only ASCII is of interest here, and that is every byte but the zeros.
    const text = wide ? Buffer.from(body.filter((byte) => byte !== 0)).toString('latin1') : body.toString('latin1');
    return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']/u.exec(text)?.[1]?.toLowerCase();
}
function agreed(detected, declared) {
    const isWide = detected?.encoding.startsWith('utf-16') === true;
    if (/^utf-?16(?:le|be)?$/u.test(declared)) {
        if (isWide && declared.replace('-', '').endsWith(declared.length > 6 ? detected.encoding.slice(-2) : ''))
            return detected;
        throw new Unreadable(`it declares the encoding ${shown(declared)}, which its bytes are not in`, 0);
    }
    const encoding = BY_NAME.get(declared);
    if (encoding === undefined) {
        throw new Unreadable(`the encoding ${shown(declared)} is not read; write the report in UTF-8`, 0);
    }
    if (detected !== undefined && detected.encoding !== encoding) {
        throw new Unreadable(`it declares the encoding ${shown(declared)}, and its first bytes say ${detected.encoding}`, 0);
    }
    return detected ?? { encoding, mark: 0 };
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./packages/reports/lib/text/to-utf8.js


/** @param start bytes of the report before the first chunk: its byte-order mark */
function createConverter(encoding, start) {
    switch (encoding) {
        case 'utf-8':
            return new Utf8Check(start);
        case 'us-ascii':
            return new AsciiCheck(start);
        case 'latin-1':
        case 'windows-1252':
            return new SingleBytes(encoding, start);
        case 'utf-16le':
        case 'utf-16be':
            return new DoubleBytes(encoding, start);
    }
}
/** Joins what was left of the chunk before with this one. */
function joined(left, chunk) {
    return left.length === 0 ? chunk : Buffer.concat([left, chunk]);
}
const NOTHING = new Uint8Array(0);
class Utf8Check {
    #start;
    #left = NOTHING;
    /** Offset of the first byte that was not given out yet. */
    #offset;
    constructor(start) {
        this.#start = start;
        this.#offset = start;
    }
    convert(chunk) {
        const bytes = joined(this.#left, chunk);
        const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
        if (!(0,external_node_buffer_namespaceObject.isUtf8)(whole))
            throw new Unreadable('it is not valid UTF-8', this.#offset + firstInvalid(whole));
        this.#left = Uint8Array.from(bytes.subarray(whole.length));
        this.#offset += whole.length;
        return whole;
    }
    end() {
        if (this.#left.length > 0)
            throw new Unreadable('it ends within a character of UTF-8', this.#offset);
    }
    sourceOffset(offset) {
        return offset + this.#start;
    }
}
/** Bytes at the end that begin a character and do not end it. */
function unfinished(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
        const byte = bytes[bytes.length - back] ?? 0;
        if (byte < 0x80)
            return 0;
        if (byte >= 0xc0)
            return lengthOf(byte) > back ? back : 0;
    }
    return 0;
}
/** Bytes of the character that begins with this one; 0 where none does. */
function lengthOf(lead) {
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    if (lead >= 0xf0)
        return 4;
    return lead >= 0xe0 ? 3 : 2;
}
/** Only called when there is one; halves the place where it can be. */
function firstInvalid(bytes) {
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
        const middle = (good + bad) >> 1;
        const part = bytes.subarray(0, middle);
        if ((0,external_node_buffer_namespaceObject.isUtf8)(part.subarray(0, middle - unfinished(part))))
            good = middle;
        else
            bad = middle;
    }
    return good;
}
class AsciiCheck {
    #start;
    #offset;
    constructor(start) {
        this.#start = start;
        this.#offset = start;
    }
    convert(chunk) {
        const wrong = chunk.findIndex((byte) => byte > 0x7f);
        if (wrong >= 0)
            throw new Unreadable('it declares US-ASCII and has a byte beyond it', this.#offset + wrong);
        this.#offset += chunk.length;
        return chunk;
    }
    end() { }
    sourceOffset(offset) {
        return offset + this.#start;
    }
}
/** Finds the place in the report by the text of the newest chunk. */
class Places {
    #width;
    #source;
    #converted = 0;
    #newest = Buffer.alloc(0);
    constructor(start, width) {
        this.#source = start;
        this.#width = width;
    }
    advance(text) {
        this.#source += this.#newest.toString('utf8').length * this.#width;
        this.#converted += this.#newest.length;
        this.#newest = Buffer.from(text, 'utf8');
        return this.#newest;
    }
    get end() {
        return this.sourceOffset(this.#converted + this.#newest.length);
    }
    sourceOffset(offset) {
        const within = Math.max(0, offset - this.#converted);
        return this.#source + this.#newest.subarray(0, within).toString('utf8').length * this.#width;
    }
}
class SingleBytes {
    #places;
    #decode;
    constructor(encoding, start) {
        this.#places = new Places(start, 1);
        const windows = new TextDecoder('windows-1252');
        this.#decode =
            encoding === 'windows-1252'
                ? (chunk) => windows.decode(chunk)
                : (chunk) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    }
    convert(chunk) {
        return this.#places.advance(this.#decode(chunk));
    }
    end() { }
    sourceOffset(offset) {
        return this.#places.sourceOffset(offset);
    }
}
class DoubleBytes {
    #places;
    #swapped;
    #left = NOTHING;
    constructor(encoding, start) {
        this.#places = new Places(start, 2);
        this.#swapped = encoding === 'utf-16be';
    }
    convert(chunk) {
        const bytes = Buffer.from(joined(this.#left, chunk));
        const even = bytes.length & ~1;
        const units = bytes.subarray(0, even);
        const text = (this.#swapped ? Buffer.from(units).swap16() : units).toString('utf16le');
        const whole = isLead(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text;
        if (!whole.isWellFormed()) {
            throw new Unreadable('it is not valid UTF-16', this.#places.end + 2 * loneSurrogate(whole));
        }
        this.#left = Uint8Array.from(bytes.subarray(whole.length * 2));
        return this.#places.advance(whole);
    }
    end() {
        if (this.#left.length > 0)
            throw new Unreadable('it ends within a character of UTF-16', this.#places.end);
    }
    sourceOffset(offset) {
        return this.#places.sourceOffset(offset);
    }
}
function isLead(unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}
function loneSurrogate(text) {
    return /\p{Surrogate}/u.exec(text)?.index ?? 0;
}

;// CONCATENATED MODULE: ./packages/reports/lib/text/decoded-stream.js



/** Finds out the encoding of a report, and hands it on in UTF-8. Places in what is refused become places in the report as it is. */
class DecodedStream {
    #parser;
    #head = new Uint8Array(0);
    #converter;
    constructor(parser) {
        this.#parser = parser;
    }
    write(chunk) {
        if (this.#converter !== undefined) {
            this.#convert(this.#converter, chunk);
            return;
        }
        this.#head = Buffer.concat([this.#head, chunk]);
        if (this.#head.length >= ENCODING_HEAD_BYTES)
            this.#begin();
    }
    end(source) {
        const converter = this.#converter ?? this.#begin();
        converter.end();
        return placed(converter, () => this.#parser.end(source));
    }
    #begin() {
        const { encoding, mark } = detectEncoding(this.#head);
        this.#converter = createConverter(encoding, mark);
        this.#convert(this.#converter, this.#head.subarray(mark));
        this.#head = new Uint8Array(0);
        return this.#converter;
    }
    #convert(converter, chunk) {
        const converted = converter.convert(chunk);
        placed(converter, () => this.#parser.write(converted));
    }
}
function placed(converter, parse) {
    try {
        return parse();
    }
    catch (error) {
        if (!(error instanceof Unreadable) || error.offset === undefined)
            throw error;
        throw new Unreadable(error.message, converter.sourceOffset(error.offset), { cause: error });
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/bytes.js
/** The bytes that XML is made of. */
const TAB = 0x09;
const bytes_LINE_FEED = 0x0a;
const bytes_RETURN = 0x0d;
const SPACE = 0x20;
const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const bytes_HYPHEN = 0x2d;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const bytes_OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** What stops a scan, one bit for each kind of scan. A control character that XML does not know stops all of them. */
const STOPS_TEXT = 1;
const STOPS_DOUBLE_QUOTED = 2;
const STOPS_SINGLE_QUOTED = 4;
const STOPS_CDATA = 8;
const STOPS_COMMENT = 16;
const STOPS_INSTRUCTION = 32;
const STOPS_ALL = 63;
/** By byte: the scans that it stops. */
const STOPS = stops();
function stops() {
    const table = new Uint8Array(256);
    table.fill(STOPS_ALL, 0, SPACE);
    for (const space of [TAB, bytes_LINE_FEED, bytes_RETURN])
        table[space] = STOPS_DOUBLE_QUOTED | STOPS_SINGLE_QUOTED;
    table[LESS] = STOPS_TEXT | STOPS_DOUBLE_QUOTED | STOPS_SINGLE_QUOTED;
    table[AMPERSAND] = STOPS_TEXT | STOPS_DOUBLE_QUOTED | STOPS_SINGLE_QUOTED;
    table[DOUBLE_QUOTE] = STOPS_DOUBLE_QUOTED;
    table[SINGLE_QUOTE] = STOPS_SINGLE_QUOTED;
    table[CLOSE_BRACKET] = STOPS_TEXT | STOPS_CDATA;
    table[bytes_HYPHEN] = STOPS_COMMENT;
    table[QUESTION] = STOPS_INSTRUCTION;
    return table;
}
/** By byte: 1 within a name, 2 also at its start. All that is not ASCII is taken for a letter. */
const NAME_BYTES = nameBytes();
function nameBytes() {
    const table = new Uint8Array(256);
    for (const byte of Buffer.from('-.0123456789'))
        table[byte] = 1;
    for (const byte of Buffer.from(':_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'))
        table[byte] = 2;
    return table.fill(2, 0x80);
}
/** Whether a byte is white space in XML. */
function isSpace(byte) {
    return byte === SPACE || byte === bytes_LINE_FEED || byte === bytes_RETURN || byte === TAB;
}
/** The scan of what a quote begins; 0 for what is no quote. */
function stoppingFor(quote) {
    if (quote === DOUBLE_QUOTE)
        return STOPS_DOUBLE_QUOTED;
    return quote === SINGLE_QUOTE ? STOPS_SINGLE_QUOTED : 0;
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/names.js



/** A power of two, so that a mask finds the place, and four times as many as there may be names. */
const PLACES = 4096;
/** Reads names, and knows those of a document by their bytes, so that no text is made for a name that was seen before. */
class XmlNames {
    #window;
    #places = Array.from({ length: PLACES });
    #count = 0;
    #end = 0;
    constructor(window) {
        this.#window = window;
    }
    /** Where the name that was read last has ended. */
    get end() {
        return this.#end;
    }
    /** The name that begins here; undefined when it may go on beyond the window. @throws Unreadable when none does */
    read(at) {
        const { bytes } = this.#window;
        if (NAME_BYTES[bytes[at] ?? 0] !== 2) {
            this.#window.unexpected(at, 'where a name begins');
            return undefined;
        }
        let hash = 0;
        let end = at;
        while (NAME_BYTES[bytes[end] ?? 0] !== 0) {
            hash = (Math.imul(hash, 31) + (bytes[end] ?? 0)) | 0;
            end += 1;
        }
        if (end === this.#window.end)
            return undefined;
        this.#end = end;
        return this.#known(bytes, { start: at, end, hash });
    }
    #known(bytes, range) {
        for (let place = range.hash & (PLACES - 1);; place = (place + 1) & (PLACES - 1)) {
            const entry = this.#places[place];
            if (entry === undefined)
                return this.#add(place, bytes.subarray(range.start, range.end));
            if (isSame(entry.bytes, bytes, range))
                return entry;
        }
    }
    #add(place, bytes) {
        this.#count += 1;
        if (this.#count > MAX_NAMES) {
            throw new Unreadable(`it has more than ${MAX_NAMES} different names of elements and attributes`);
        }
        const text = bytes.toString('utf8');
        const entry = { text, local: text.slice(text.lastIndexOf(':') + 1), bytes: Uint8Array.from(bytes) };
        this.#places[place] = entry;
        return entry;
    }
}
function isSame(name, bytes, { start, end }) {
    if (name.length !== end - start)
        return false;
    for (let index = 0; index < name.length; index += 1) {
        if (name[index] !== bytes[start + index])
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/declarations.js

/** Within a set of characters: the control characters that XML does not know. */
const CONTROL = String.raw `\0-\x08\v\f\x0e-\x1f`;
const declarations_QUOTED = `(?:"[^"<&${CONTROL}]*"|'[^'<&${CONTROL}]*')`;
const XML_DECLARATION = new RegExp(String.raw `^<\?xml\s+version\s*=\s*(?:"(1\.[01])"|'(1\.[01])')` +
    String.raw `(?:\s+encoding\s*=\s*${declarations_QUOTED})?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$`, 'u');
const LITERAL = `(?:"[^"${CONTROL}]*"|'[^'${CONTROL}]*')`;
const DOCTYPE = new RegExp(String.raw `^<!DOCTYPE\s+[^\s"'<>[\]${CONTROL}]+(?:\s+(?:PUBLIC\s+${LITERAL}\s+|SYSTEM\s+)${LITERAL})?\s*>$`, 'u');
/** The version of an XML declaration. @throws Unreadable when it is none. */
function readXmlDeclaration(text, offset) {
    const found = XML_DECLARATION.exec(text);
    if (found === null)
        throw new Unreadable(`${shown(text)} is not an XML declaration`, offset);
    return (found[1] ?? found[2]) === '1.1' ? '1.1' : '1.0';
}
/**
 * Accepts a document type that only names a definition elsewhere, as Cobertura and JaCoCo write it. It is never loaded.
 *
 * @throws Unreadable when it is anything else; a definition inside of the document could make a small one huge.
 */
function checkDoctype(text, offset) {
    if (!DOCTYPE.test(text))
        throw new Unreadable(`${shown(text)} is not a document type declaration`, offset);
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/window.js



/** Not a place in the window: what begins here is not all there yet. */
const MORE = -1;
/** Bytes of a tag from which on it is long. */
const LONG_TAG = 65_536;
/** The part of a document that is not done yet, from place 0 to `end`. */
class XmlWindow {
    /** Behind the last byte is a zero. No document has one, so that every scan ends there. */
    #bytes = Buffer.alloc(0);
    #end = 0;
    #offset = 0;
    /** How much there has to be before it is worth looking at. */
    #enough = 0;
    get bytes() {
        return this.#bytes;
    }
    get end() {
        return this.#end;
    }
    /** Where in the document place 0 is. */
    get offset() {
        return this.#offset;
    }
    /** A tag is read from its beginning each time: a long one only when there is twice as much of it, not with every chunk. */
    get hasEnough() {
        return this.#end >= this.#enough;
    }
    append(chunk) {
        const needed = this.#end + chunk.length + 1;
        if (needed > this.#bytes.length) {
            const larger = Buffer.allocUnsafeSlow(needed + (this.#end > 0 ? needed : 0));
            this.#bytes.copy(larger, 0, 0, this.#end);
            this.#bytes = larger;
        }
        this.#bytes.set(chunk, this.#end);
        this.#end += chunk.length;
        this.#bytes[this.#end] = 0;
    }
    /** Lets go of what is done. @throws Unreadable when too much is left for one tag */
    discard(done) {
        this.#bytes.copyWithin(0, done, this.#end);
        this.#offset += done;
        this.#end -= done;
        if (this.#end > MAX_TOKEN_BYTES)
            throw new Unreadable(`one tag is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
        this.#bytes[this.#end] = 0;
        this.#enough = this.#end > LONG_TAG ? Math.min(this.#end * 2, MAX_TOKEN_BYTES + 1) : 0;
    }
    /** The first place from `at` that stops this kind of scan (`STOPS_…`). */
    scan(at, stopping) {
        const bytes = this.#bytes;
        let place = at;
        while (((STOPS[bytes[place] ?? 0] ?? 0) & stopping) === 0)
            place += 1;
        return place;
    }
    skipSpace(at) {
        const bytes = this.#bytes;
        let place = at;
        while (isSpace(bytes[place]))
            place += 1;
        return place;
    }
    /** The first place from `at` with these bytes; `MORE` where there is none yet. */
    find(wanted, at) {
        const place = this.#bytes.subarray(0, this.#end).indexOf(wanted, at);
        return place < 0 ? MORE : place;
    }
    /** Whether all of this is here. */
    holds(wanted, at) {
        return this.#bytes.subarray(at, Math.min(at + wanted.length, this.#end)).equals(wanted);
    }
    text(start, end) {
        return this.#bytes.toString('utf8', start, end);
    }
    /** @throws Unreadable with the offset of this place in the document */
    fail(message, at) {
        throw new Unreadable(message, this.#offset + at);
    }
    /** For a byte that nothing expects: more is needed at the end of the window, everywhere else it is a fault. */
    unexpected(at, where) {
        if (at >= this.#end)
            return MORE;
        const found = this.text(at, Math.min(at + 8, this.#end)).slice(0, 1);
        return this.fail(`${shown(found)} is not allowed ${where}`, at);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/prolog.js




/** Reads what may stand before the root element alone: the XML declaration and the document type. */
class XmlProlog {
    #window;
    #references;
    #tags;
    #hasDoctype = false;
    constructor({ window, references, tags }) {
        this.#window = window;
        this.#references = references;
        this.#tags = tags;
    }
    /** @param at the `<` of `<?xml` @returns where it has ended, or `MORE` */
    xmlDeclaration(at) {
        const window = this.#window;
        if (window.offset + at > 0)
            window.fail('an XML declaration is not allowed after the beginning', at);
        const end = window.find('?>', at);
        if (end === MORE)
            return this.#incomplete(at, 'an XML declaration');
        this.#references.version = readXmlDeclaration(window.text(at, end + 2), at);
        return end + 2;
    }
    /** @param at the `<` of `<!DOCTYPE` @returns where it has ended, or `MORE` */
    doctype(at) {
        const window = this.#window;
        if (this.#tags.hasRoot || this.#hasDoctype)
            window.fail('a document type is not allowed here', at);
        const end = this.#doctypeEnd(at);
        if (end === MORE)
            return this.#incomplete(at, 'a document type declaration');
        checkDoctype(window.text(at, end), window.offset + at);
        this.#hasDoctype = true;
        return end;
    }
    #incomplete(at, what) {
        if (this.#window.end - at <= MAX_DOCTYPE_BYTES)
            return MORE;
        return this.#window.fail(`${what} is longer than ${MAX_DOCTYPE_BYTES} bytes`, at);
    }
    #doctypeEnd(at) {
        const { bytes, end } = this.#window;
        for (let place = at; place < end; place += 1) {
            const found = bytes[place] ?? 0;
            if (found === GREATER)
                return place + 1;
            if (found === bytes_OPEN_BRACKET) {
                this.#window.fail('it defines a document type of its own (<!DOCTYPE … [), which is never read', place);
            }
            if (stoppingFor(found) === 0)
                continue;
            place = this.#window.find(found, place + 1);
            if (place === MORE)
                return MORE;
        }
        return MORE;
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/entities.js
const entities_NAMED = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
]);
/** `&#x10ffff;` without its ends; leading zeros beyond this are nobody's. */
const MAX_REFERENCE_BYTES = 16;
/** The character of a reference such as `amp` or `#x41`; undefined for one that XML itself does not define. */
function characterOf(reference, version) {
    const named = entities_NAMED.get(reference);
    if (named !== undefined)
        return named;
    const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/u.exec(reference);
    if (code === null)
        return undefined;
    const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
    return isCharacter(point, version) ? String.fromCodePoint(point) : undefined;
}
function isCharacter(point, version) {
    if (point < 0x20)
        return point === 9 || point === 10 || point === 13 || (version === '1.1' && point > 0);
    return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}
/** Text with its references resolved; they were checked before. */
function resolved(text, version) {
    if (!text.includes('&'))
        return text;
    return text.replaceAll(/&([^;]*);/gu, (whole, reference) => characterOf(reference, version) ?? whole);
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/references.js



/** Reads `&lt;` and the like where they stand. */
class XmlReferences {
    #window;
    /** That of the document, until its declaration says another. */
    version = '1.0';
    constructor(window) {
        this.#window = window;
    }
    /** Where the reference that begins here has ended. @throws Unreadable when it is none, or not defined */
    endOf(ampersand) {
        const window = this.#window;
        const limit = Math.min(window.end, ampersand + MAX_REFERENCE_BYTES);
        for (let place = ampersand + 1; place < limit; place += 1) {
            if (window.bytes[place] !== SEMICOLON)
                continue;
            this.characterAt(ampersand, place + 1);
            return place + 1;
        }
        if (limit === window.end)
            return MORE;
        return window.fail('an & begins no reference that is known', ampersand);
    }
    /** What a reference stands for. @throws Unreadable when it is not defined */
    characterAt(ampersand, end) {
        const reference = this.#window.text(ampersand + 1, end - 1);
        const character = characterOf(reference, this.version);
        return character ?? this.#window.fail(`&${reference}; is not defined`, ampersand);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/text.js


/** Reads the text between tags, and tells it piece by piece: no text is ever held as a whole. */
class XmlText {
    #window;
    #references;
    #listener;
    constructor({ window, references, listener }) {
        this.#window = window;
        this.#references = references;
        this.#listener = listener;
    }
    /** @returns where the piece that begins here has ended, or `MORE` */
    read(at) {
        const window = this.#window;
        const stop = window.scan(at, STOPS_TEXT);
        this.tell(at, stop);
        switch (window.bytes[stop]) {
            case LESS:
                return stop;
            case AMPERSAND:
                return this.#reference(at, stop);
            case CLOSE_BRACKET:
                return this.#bracket(at, stop);
            default:
                return stop === window.end ? stop : window.unexpected(stop, 'in a text');
        }
    }
    /** Tells what is from `start` to `end` as it is written. */
    tell(start, end) {
        if (end > start && this.#listener.wantsText)
            this.#listener.text(this.#window.text(start, end));
    }
    #reference(at, ampersand) {
        const end = this.#references.endOf(ampersand);
        if (end === MORE)
            return ampersand > at ? ampersand : MORE;
        if (this.#listener.wantsText)
            this.#listener.text(this.#references.characterAt(ampersand, end));
        return end;
    }
    #bracket(at, bracket) {
        if (mayEndCdata(this.#window, bracket))
            return bracket > at ? bracket : MORE;
        if (endsCdata(this.#window, bracket))
            this.#window.fail(']]> is not allowed in a text', bracket);
        this.tell(bracket, bracket + 1);
        return bracket + 1;
    }
}
/** Whether ]]> is here. */
function endsCdata({ bytes }, bracket) {
    return bytes[bracket + 1] === CLOSE_BRACKET && bytes[bracket + 2] === GREATER;
}
/** Whether the window ends before it can be told if ]]> is here. */
function mayEndCdata({ bytes, end }, bracket) {
    return bracket + 1 >= end || (bracket + 2 >= end && bytes[bracket + 1] === CLOSE_BRACKET);
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/sections.js



/** Reads what has no markup in it and ends with signs of its own: comments, CDATA, instructions. Any of them may be longer than a window. */
class XmlSections {
    #window;
    #text;
    #open = 'none';
    constructor(window, text) {
        this.#window = window;
        this.#text = text;
    }
    get isOpen() {
        return this.#open !== 'none';
    }
    /** @param at where it goes on behind the signs that begin it */
    begin(kind, at) {
        this.#open = kind;
        return at;
    }
    /** Goes on in the section that is open. @returns the next place, in it or behind it, or `MORE` */
    read(at) {
        switch (this.#open) {
            case 'comment':
                return this.#comment(at);
            case 'cdata':
                return this.#cdata(at);
            case 'instruction':
                return this.#instruction(at);
            case 'none':
                throw new Error('No section is open.');
        }
    }
    #close(end) {
        this.#open = 'none';
        return end;
    }
    #comment(at) {
        const { bytes, end } = this.#window;
        const stop = this.#window.scan(at, STOPS_COMMENT);
        if (bytes[stop] !== bytes_HYPHEN)
            return this.#endOfWindow(stop, 'in a comment');
        if (stop + 1 >= end)
            return stop > at ? stop : MORE;
        if (bytes[stop + 1] !== bytes_HYPHEN)
            return stop + 1;
        if (bytes[stop + 2] === GREATER)
            return this.#close(stop + 3);
        if (stop + 2 >= end)
            return stop > at ? stop : MORE;
        return this.#window.fail('-- is not allowed in a comment', stop);
    }
    #cdata(at) {
        const stop = this.#window.scan(at, STOPS_CDATA);
        this.#text.tell(at, stop);
        if (this.#window.bytes[stop] !== CLOSE_BRACKET)
            return this.#endOfWindow(stop, 'in CDATA');
        if (endsCdata(this.#window, stop))
            return this.#close(stop + 3);
        if (mayEndCdata(this.#window, stop))
            return stop > at ? stop : MORE;
        this.#text.tell(stop, stop + 1);
        return stop + 1;
    }
    #instruction(at) {
        const { bytes, end } = this.#window;
        const stop = this.#window.scan(at, STOPS_INSTRUCTION);
        if (bytes[stop] !== QUESTION)
            return this.#endOfWindow(stop, 'in an instruction');
        if (bytes[stop + 1] === GREATER)
            return this.#close(stop + 2);
        if (stop + 1 >= end)
            return stop > at ? stop : MORE;
        return stop + 1;
    }
    /** A scan that nothing expected has stopped has come to the end of the window, or to a control character. */
    #endOfWindow(stop, where) {
        return stop === this.#window.end ? stop : this.#window.unexpected(stop, where);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/attributes.js



/** The attributes of the element that was just opened. To be read at once: the next element takes their place. */
class XmlAttributes {
    #bytes = Buffer.alloc(0);
    #version = '1.0';
    #count = 0;
    #names = [];
    #starts = new Int32Array(MAX_ATTRIBUTES);
    #ends = new Int32Array(MAX_ATTRIBUTES);
    #plain = new Uint8Array(MAX_ATTRIBUTES);
    /** Begins a new element whose attributes are places in `bytes`. */
    begin(bytes, version) {
        this.#bytes = bytes;
        this.#version = version;
        this.#count = 0;
    }
    /** @throws Unreadable when there are two of a name, or too many. */
    add(name, start, end) {
        const count = this.#count;
        for (let index = 0; index < count; index += 1) {
            if (this.#names[index] === name)
                throw new Unreadable(`an element has the attribute ${name.text} twice`);
        }
        if (count === MAX_ATTRIBUTES)
            throw new Unreadable(`an element has more than ${MAX_ATTRIBUTES} attributes`);
        this.#names[count] = name;
        this.#starts[count] = start;
        this.#ends[count] = end;
        this.#plain[count] = 1;
        this.#count = count + 1;
    }
    /** Says of the newest attribute that it has references, or white space that reads differently from how it is written. */
    mark() {
        this.#plain[this.#count - 1] = 0;
    }
    /** The value of an attribute; undefined where the element has none of this name. */
    text(name) {
        const index = this.#indexOf(name);
        return index < 0 ? undefined : this.#textAt(index);
    }
    /** Whether the element has this attribute with anything in it. */
    has(name) {
        const index = this.#indexOf(name);
        return index >= 0 && this.#starts[index] !== this.#ends[index];
    }
    /** The value as a number where it is digits with or without a fraction, and short enough to be exact; else undefined. */
    decimal(name) {
        const index = this.#indexOf(name);
        return index < 0 ? undefined : decimalAt(this.#bytes, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
    }
    /** Gives the value to a sink; nothing where there is none. */
    addTo(sink, name) {
        const index = this.#indexOf(name);
        if (index < 0)
            return;
        if (this.#plain[index] === 1) {
            sink.addBytes(this.#bytes, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
            return;
        }
        sink.addText(this.#textAt(index));
    }
    #indexOf(name) {
        for (let index = 0; index < this.#count; index += 1) {
            if (this.#names[index]?.text === name)
                return index;
        }
        return -1;
    }
    #textAt(index) {
        const text = this.#bytes.toString('utf8', this.#starts[index], this.#ends[index]);
        return this.#plain[index] === 1 ? text : resolved(text.replaceAll(/\r\n?|[\n\t]/gu, ' '), this.#version);
    }
}
const POINT = 0x2e;
const attributes_ZERO = 0x30;
const attributes_NINE = 0x39;
/** As many digits as a number holds exactly. */
const MAX_DIGITS = 15;
function decimalAt(bytes, start, end) {
    if (end === start || end - start > MAX_DIGITS)
        return undefined;
    let value = 0;
    let scale = 1;
    let growth = 1;
    for (let index = start; index < end; index += 1) {
        const byte = bytes[index] ?? 0;
        if (byte >= attributes_ZERO && byte <= attributes_NINE) {
            value = value * 10 + byte - attributes_ZERO;
            scale *= growth;
        }
        else if (byte === POINT && growth === 1)
            growth = 10;
        else
            return undefined;
    }
    return value / scale;
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/tags.js






/** Reads tags and their attributes, and sees to it that what was opened is closed. Places are where a tag has ended, or `MORE`. */
class XmlTags {
    #window;
    #names;
    #references;
    #listener;
    #attributes = new XmlAttributes();
    #open = [];
    #hasRoot = false;
    constructor({ window, names, references, listener }) {
        this.#window = window;
        this.#names = names;
        this.#references = references;
        this.#listener = listener;
    }
    /** Whether the root element was opened. */
    get hasRoot() {
        return this.#hasRoot;
    }
    /** Whether no element is open: before the root, or behind it. */
    get isOutside() {
        return this.#open.length === 0;
    }
    /** The element that was opened last and is not closed yet. */
    get innermost() {
        return this.#open.at(-1)?.text;
    }
    /** @param at the `<` */
    openTag(at) {
        const name = this.#names.read(at + 1);
        if (name === undefined)
            return MORE;
        if (this.#hasRoot && this.#open.length === 0)
            this.#window.fail('there is a second root element', at);
        this.#attributes.begin(this.#window.bytes, this.#references.version);
        let place = this.#names.end;
        for (;;) {
            const next = this.#window.skipSpace(place);
            const found = this.#window.bytes[next];
            if (found === GREATER)
                return this.#opened(name, next + 1, false);
            if (found === SLASH)
                return this.#emptyTag(name, next);
            if (next === place)
                return this.#window.unexpected(next, `in the tag <${name.text}>`);
            place = this.#attribute(next);
            if (place === MORE)
                return MORE;
        }
    }
    #emptyTag(name, slash) {
        if (this.#window.bytes[slash + 1] !== GREATER)
            return this.#window.unexpected(slash + 1, `in the tag <${name.text}>`);
        return this.#opened(name, slash + 2, true);
    }
    #opened(name, end, isEmpty) {
        if (this.#open.length >= MAX_DEPTH)
            throw new Unreadable(`its elements are nested more than ${MAX_DEPTH} deep`);
        this.#hasRoot = true;
        this.#listener.open(name.local, this.#attributes, isEmpty);
        if (isEmpty)
            this.#listener.close(name.local);
        else
            this.#open.push(name);
        return end;
    }
    /** @param at the `<` of `</` */
    closeTag(at) {
        const name = this.#names.read(at + 2);
        if (name === undefined)
            return MORE;
        const end = this.#window.skipSpace(this.#names.end);
        if (this.#window.bytes[end] !== GREATER)
            return this.#window.unexpected(end, `in the tag </${name.text}>`);
        const opened = this.#open.pop();
        if (opened !== name)
            this.#window.fail(`</${name.text}> ends <${opened?.text ?? ''}>`, at);
        this.#listener.close(name.local);
        return end + 1;
    }
    #attribute(at) {
        const name = this.#names.read(at);
        if (name === undefined)
            return MORE;
        const window = this.#window;
        const equals = window.skipSpace(this.#names.end);
        if (window.bytes[equals] !== EQUALS)
            return window.unexpected(equals, `after the attribute ${name.text}`);
        const quote = window.skipSpace(equals + 1);
        const stopping = stoppingFor(window.bytes[quote]);
        if (stopping === 0)
            return window.unexpected(quote, 'where the quotes of an attribute begin');
        return this.#value(name, quote + 1, stopping);
    }
    #value(name, start, stopping) {
        const window = this.#window;
        const quote = window.bytes[start - 1];
        let place = window.scan(start, stopping);
        let isPlain = true;
        while (window.bytes[place] !== quote) {
            isPlain = false;
            const next = this.#withinValue(place);
            if (next === MORE)
                return MORE;
            place = window.scan(next, stopping);
        }
        this.#attributes.add(name, start, place);
        if (!isPlain)
            this.#attributes.mark();
        return place + 1;
    }
    #withinValue(at) {
        const found = this.#window.bytes[at];
        if (found === AMPERSAND)
            return this.#references.endOf(at);
        return isSpace(found) ? at + 1 : this.#window.unexpected(at, 'in an attribute');
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/scanner.js










const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');
const scanner_DOCTYPE = Buffer.from('<!DOCTYPE');
/**
 * Reads a document in UTF-8 chunk by chunk, and refuses one that is not well-formed. It works on bytes and makes a text only of
 * what it is asked for, which is what makes it some times faster than parsers that make objects of everything.
 *
 * Of XML it leaves out what no report needs: definitions inside of the document are refused, namespaces are not resolved, and any
 * character beyond ASCII may be part of a name.
 *
 * Its parts share one window. Each is asked at a place and answers with the next one, or with `MORE` when what begins there is not
 * all there yet: then it is asked again, from the same place, with more.
 */
class XmlScanner {
    #window = new XmlWindow();
    #names;
    #tags;
    #text;
    #sections;
    #prolog;
    constructor(listener) {
        const window = this.#window;
        const references = new XmlReferences(window);
        this.#names = new XmlNames(window);
        this.#tags = new XmlTags({ window, names: this.#names, references, listener });
        this.#text = new XmlText({ window, references, listener });
        this.#sections = new XmlSections(window, this.#text);
        this.#prolog = new XmlProlog({ window, references, tags: this.#tags });
    }
    /** @throws Unreadable with the offset of what is not well-formed, or beyond a limit. */
    write(chunk) {
        this.#window.append(chunk);
        if (this.#window.hasEnough)
            this.#advance();
    }
    /** @throws Unreadable when the document is not complete. */
    end() {
        this.#advance();
        const { offset, end } = this.#window;
        const { innermost, hasRoot } = this.#tags;
        if (innermost !== undefined)
            throw new Unreadable(`it is truncated: it ends inside of <${innermost}>`, offset + end);
        if (this.#sections.isOpen || end > 0)
            throw new Unreadable('it is truncated: it ends inside of markup', offset + end);
        if (!hasRoot)
            throw new Unreadable('it holds no element', offset + end);
    }
    #advance() {
        let at = 0;
        try {
            while (at < this.#window.end) {
                const next = this.#step(at);
                if (next === MORE)
                    break;
                at = next;
            }
        }
        catch (error) {
            throw error instanceof Unreadable && error.offset === undefined
                ? new Unreadable(error.message, this.#window.offset + at, { cause: error })
                : error;
        }
        this.#window.discard(at);
    }
    #step(at) {
        if (this.#sections.isOpen)
            return this.#sections.read(at);
        if (this.#window.bytes[at] === LESS)
            return this.#markup(at);
        return this.#tags.isOutside ? this.#outside(at) : this.#text.read(at);
    }
    /** Around the root there is white space alone. */
    #outside(at) {
        const next = this.#window.skipSpace(at);
        return next > at ? next : this.#window.unexpected(at, 'outside of the root element');
    }
    #markup(at) {
        switch (this.#window.bytes[at + 1]) {
            case SLASH:
                return this.#tags.closeTag(at);
            case BANG:
                return this.#declaration(at);
            case QUESTION:
                return this.#instruction(at);
            default:
                return this.#tags.openTag(at);
        }
    }
    #declaration(at) {
        const window = this.#window;
        if (window.holds(COMMENT, at))
            return this.#sections.begin('comment', at + COMMENT.length);
        if (window.holds(CDATA, at))
            return this.#cdata(at);
        if (window.holds(scanner_DOCTYPE, at))
            return this.#prolog.doctype(at);
        if (window.end - at < CDATA.length)
            return MORE;
        return window.fail('<! begins neither a comment nor anything else that is known', at);
    }
    #cdata(at) {
        if (this.#tags.isOutside)
            this.#window.fail('a CDATA section is not allowed outside of the root element', at);
        return this.#sections.begin('cdata', at + CDATA.length);
    }
    #instruction(at) {
        const name = this.#names.read(at + 2);
        if (name === undefined)
            return MORE;
        if (name.text.toLowerCase() === 'xml')
            return this.#prolog.xmlDeclaration(at);
        const { end } = this.#names;
        const next = this.#window.bytes[end];
        if (!isSpace(next) && next !== QUESTION)
            return this.#window.unexpected(end, 'in an instruction');
        return this.#sections.begin('instruction', end);
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/xml/xml-report.js



/** Reads an XML document in whichever format its first element shows. */
class XmlReport {
    #choice;
    #scanner;
    #reader;
    constructor(choice) {
        this.#choice = choice;
        const reader = () => this.#reader;
        this.#scanner = new XmlScanner({
            get wantsText() {
                return reader()?.wantsText === true;
            },
            open: (name, attributes, isEmpty) => {
                this.#reader ??= this.#choose(name, attributes);
                this.#reader.open(name, attributes, isEmpty);
            },
            close: (name) => reader()?.close(name),
            text: (piece) => reader()?.text(piece),
        });
    }
    write(bytes) {
        this.#scanner.write(bytes);
    }
    end(source) {
        this.#scanner.end();
        if (this.#reader === undefined)
            throw new Unreadable('it holds no element');
        return this.#reader.finish(source);
    }
    #choose(root, attributes) {
        const { formats, forced } = this.#choice;
        const found = formats.find(({ recognises }) => recognises(root, attributes));
        if (found === undefined) {
            const begins = `its first element is <${root}>, which begins no report that is read here`;
            throw new Unreadable(`${begins}: those in XML are ${listOfFormats(formats)}`);
        }
        if (forced !== undefined && found.format !== forced) {
            throw new Unreadable(`it is given as ${forced}, and its first element ${shown(`<${root}>`)} is that of ${found.format}`);
        }
        return found.start();
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/read-report.js

















/**
 * Reads one report as a stream. The format is recognised by the content alone.
 *
 * @throws Failure `report`, naming the file and, where there is one, the byte: empty, truncated, unreadable, unknown, of another
 * format than the forced one, in an unknown encoding, or beyond a limit of `limits.ts`.
 */
async function readReport({ path, bytes, forced }) {
    const stream = new DecodedStream(new Recogniser((syntax) => parserOf(syntax, forced)));
    let size = 0;
    try {
        for await (const chunk of bytes) {
            size += chunk.length;
            if (size > MAX_STREAMED_BYTES)
                throw new Unreadable(`it is larger than ${MAX_STREAMED_BYTES} bytes`);
            stream.write(chunk);
        }
        return stream.end({ file: path, bytes: size });
    }
    catch (error) {
        throw named(path, error);
    }
}
/** The failure for what a parser found, and for a stream that broke. */
function named(path, error) {
    if (error instanceof lib/* Failure */.HR)
        return error;
    if (error instanceof Unreadable) {
        const place = error.offset === undefined ? '' : ` (byte ${error.offset})`;
        return new lib/* Failure */.HR('report', `${path} cannot be used as a report: ${error.message}${place}.`, { cause: error });
    }
    if ((0,types_namespaceObject.isNativeError)(error) && 'code' in error) {
        return new lib/* Failure */.HR('report', `${path} cannot be read: ${error.message}.`, { cause: error });
    }
    return error;
}
function parserOf(syntax, forced) {
    switch (syntax) {
        case 'xml':
            return new XmlReport({ formats: [JUNIT, COBERTURA, JACOCO], forced });
        case 'json':
            return new JsonDocument({ formats: [ISTANBUL, ISTANBUL_SUMMARY, COVERAGE_PY, ...FINDING_FORMATS], forced });
        case 'lcov':
        case 'go':
            if (forced !== undefined && forced !== syntax)
                throw new Unreadable(`it is given as ${forced}, and it is ${syntax}`, 0);
            return syntax === 'lcov' ? new LcovReport() : new GoProfile();
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/read-report-file.js





/** Without waiting for somebody to write, where the path is a pipe. */
const OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK;
/** A chunk that stays in the cache of the processor, and is large enough that reading costs nothing beside parsing. */
const CHUNK_BYTES = 262_144;
/**
 * Reads one report from the disk, as `readReport` does.
 *
 * @throws Failure `report` also when the path is a folder, a device or missing, the file is larger than the limit, or somebody wrote into it
 * meanwhile: what is still written may end well at every place.
 */
async function readReportFile({ path, name, forced }) {
    const file = await openFile(path, name);
    try {
        const before = await checkFile(file, name);
        const facts = await readReport({ path: name, bytes: chunksOf(file, before.size), forced });
        const after = await file.stat();
        if (after.size === before.size && after.mtimeMs === before.mtimeMs)
            return facts;
        throw new lib/* Failure */.HR('report', `${name} was written into while it was read. Wait until whatever writes it has ended.`);
    }
    finally {
        await file.close();
    }
}
async function openFile(path, name) {
    try {
        return await (0,external_node_fs_promises_.open)(path, OPEN_FLAGS);
    }
    catch (error) {
        throw named(name, error);
    }
}
async function checkFile(file, name) {
    const stats = await file.stat();
    if (stats.isDirectory())
        throw new lib/* Failure */.HR('report', `${name} is a folder, not a report.`);
    if (!stats.isFile())
        throw new lib/* Failure */.HR('report', `${name} is no ordinary file.`);
    if (stats.size > MAX_STREAMED_BYTES) {
        throw new lib/* Failure */.HR('report', `${name} has ${stats.size} bytes, more than the ${MAX_STREAMED_BYTES} that are read.`);
    }
    return stats;
}
/**
 * Reads ahead into one half of its memory while the other is looked at. No more than the file has: those of the system, such as a link to the environment of
 * this process, say that they have nothing.
 */
async function* chunksOf(file, size) {
    let left = size;
    const read = async (memory) => {
        if (left === 0)
            return { bytesRead: 0 };
        const { bytesRead } = await file.read(memory, 0, Math.min(CHUNK_BYTES, left), null);
        left -= bytesRead;
        return { bytesRead };
    };
    let [current, ahead] = [Buffer.allocUnsafeSlow(CHUNK_BYTES), Buffer.allocUnsafeSlow(CHUNK_BYTES)];
    let reading = read(current);
    for (;;) {
        const { bytesRead } = await reading;
        if (bytesRead === 0)
            return;
        reading = read(ahead);
        // Whoever stops early leaves this one behind; the file is closed only when it has ended.
        reading.catch(() => undefined);
        yield current.subarray(0, bytesRead);
        [current, ahead] = [ahead, current];
    }
}

;// CONCATENATED MODULE: ./packages/reports/lib/tests/merge-tests.js

/** Sums over reports. A test is flaky when it failed and passed anywhere in them. */
function mergeTests(reports) {
    const sum = (read) => reports.reduce((total, { counts }) => total + read(counts), 0);
    return {
        counts: {
            total: sum(({ total }) => total),
            passed: sum(({ passed }) => passed),
            failed: sum(({ failed }) => failed),
            errored: sum(({ errored }) => errored),
            skipped: sum(({ skipped }) => skipped),
            suiteErrors: sum(({ suiteErrors }) => suiteErrors),
            flaky: flakyCount(reports.map(({ identities }) => identities)),
        },
        durationMs: reports.reduce((total, { durationMs }) => total + durationMs, 0),
    };
}

;// CONCATENATED MODULE: ./packages/reports/lib/index.js







;// CONCATENATED MODULE: ./packages/gate/lib/files/report-pattern.js



/**
 * Reads `pattern` or `format:pattern`.
 * @throws Failure('input') for a format that there is not, or that is of another kind
 */
function parseReportPattern(kind) {
    return (text) => {
        const [, format, rest] = /^([a-z][a-z\d._-]+):(.*)$/u.exec(text) ?? [];
        if (format === undefined || rest === undefined)
            return { text, pattern: checked(text), forced: undefined };
        if (isReportFormat(format) && REPORT_FORMATS[format] === kind) {
            return { text, pattern: checked(rest.trim()), forced: format };
        }
        throw new lib/* Failure */.HR('input', `'${format}' in '${text.slice(0, 80)}' is none of the formats ${formatsOf(kind)}`);
    };
}
function checked(pattern) {
    if (pattern === '')
        throw new lib/* Failure */.HR('input', 'a pattern is empty');
    if (pattern.startsWith('!')) {
        throw new lib/* Failure */.HR('input', `'${pattern.slice(0, 80)}' begins with !: every pattern says what is to be read`);
    }
    return (0,action_kit_lib/* checkWildcards */.ou)(pattern);
}
function formatsOf(kind) {
    return Object.entries(REPORT_FORMATS)
        .flatMap(([name, of]) => (of === kind ? [name] : []))
        .join(', ');
}

;// CONCATENATED MODULE: ./packages/policy/lib/allowance.js

const allowance_FORM = /^(?<id>\S+)\s+until\s+(?<until>\S+?)\s*:\s*(?<reason>.*)$/u;
const EXAMPLE = 'CVE-2026-1234 until 2026-12-31: not reachable, we send no mail';
/**
 * Reads `ID until YYYY-MM-DD: reason`. Both the day and the reason are needed: nobody looks at an exception twice that does not end.
 * @throws Failure('input')
 */
function parseAllowance(line) {
    const { id = '', until = '', reason = '' } = allowance_FORM.exec(line)?.groups ?? {};
    if (id === '')
        throw wrong(line, `is not of the form 'ID until YYYY-MM-DD: reason', such as '${EXAMPLE}'`);
    if (!isDay(until))
        throw wrong(line, `has no day such as 2026-12-31 after 'until', but '${until}'`);
    if (!/\p{L}/u.test(reason))
        throw wrong(line, 'has no reason after the colon');
    return { id, until, reason: reason.trim() };
}
/** Whether the allowance does not count any more on this day. Days compare as their texts do. */
function isOver({ until }, today) {
    return until < today;
}
/** Whether it is about this finding. Names of advisories are compared without case. */
function allows({ id }, finding) {
    const wanted = id.toLowerCase();
    return [finding.id, ...finding.aliases].some((name) => name.toLowerCase() === wanted);
}
function isDay(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text))
        return false;
    const time = Date.parse(`${text}T00:00:00Z`);
    // The 31st of a month that has 30 is read as the 1st of the next one.
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function wrong(line, what) {
    return new lib/* Failure */.HR('input', `'${line.slice(0, 100)}' ${what}`);
}

;// CONCATENATED MODULE: ./packages/policy/lib/approvers.js

const PERSON = /^[a-z\d](?:[a-z\d_-]{0,98}[a-z\d])?$/u;
const TEAM = /^[a-z\d](?:[a-z\d-]{0,98})\/[a-z\d_.-]{1,100}$/u;
/**
 * Reads `@a @b @organisation/team`, with or without a role in front: `devops: @a @b`.
 * @throws Failure('input')
 */
function parseApprovers(line) {
    const [, role, rest = ''] = /^(?:([^:@]+):)?(.*)$/su.exec(line) ?? [];
    const names = rest.split(/[\s,]+/u).filter((name) => name !== '');
    if (names.length === 0)
        throw new lib/* Failure */.HR('input', `'${line.slice(0, 60)}' names nobody`);
    const accounts = names.map((name) => name.replace(/^@/u, '').toLowerCase());
    const wrong = accounts.filter((name) => !PERSON.test(name) && !TEAM.test(name));
    if (wrong.length > 0) {
        throw new lib/* Failure */.HR('input', `'${wrong[0]?.slice(0, 60)}' is neither a user (@name) nor a team (@organisation/team)`);
    }
    const unique = [...new Set(accounts)];
    return {
        role: role?.trim() ?? '',
        people: unique.filter((name) => PERSON.test(name)),
        teams: unique.filter((name) => TEAM.test(name)),
    };
}
/** The roles that need somebody, each once. */
function rolesOf(groups) {
    return [...new Set(groups.flatMap(({ role }) => (role === '' ? [] : [role])))];
}
/** Why these groups can never give so many approvals; empty when they may. Teams may have any number of members. */
function impossibleApprovals(groups, required) {
    const roles = rolesOf(groups);
    if (roles.length > required)
        return `of ${required} cannot hold one of each of the ${roles.length} roles in 'approvers'`;
    const people = new Set(groups.flatMap((group) => group.people));
    if (groups.some(({ teams }) => teams.length > 0) || people.size >= required)
        return '';
    return `of ${required} cannot be reached by the ${people.size} named in 'approvers'`;
}

;// CONCATENATED MODULE: ./packages/policy/lib/ruling.js
function met(name, { seen, detail = '' }) {
    return { ...name, verdict: 'pass', code: '', reason: 'met', seen, detail };
}
function broken(name, { code, reason, seen, detail = '' }) {
    return { ...name, verdict: 'fail', code, reason, seen, detail };
}

;// CONCATENATED MODULE: ./packages/policy/lib/checkout.js

/**
 * Evidence of one commit shows nothing of another. That is no rule of its own: it is broken where the two contradict each other, and where
 * nothing rests on them, the report tells.
 */
function judgeCheckout({ evidenceFrom, isAboutRun }, seen) {
    if (!isAboutRun || evidenceFrom.length === 0)
        return [];
    if (seen.kind !== 'other' && seen.kind !== 'moved')
        return [];
    const name = { area: 'source', rule: 'checkout', wanted: 'the commit of the run in the workspace' };
    const from = evidenceFrom.join(' and ');
    const detail = `What ${from} showed is not of that commit. Check out the one of the run: actions/checkout without 'ref'`;
    return [broken(name, { code: 'policy', reason: 'differs', seen: checkoutText(seen), detail })];
}
/** What lies in the workspace, in a clause. */
function checkoutText(seen) {
    switch (seen.kind) {
        case 'none':
            return 'no checkout';
        case 'unreadable':
            return `a checkout of which nobody can tell the commit (${seen.why})`;
        case 'alone':
            return seen.commit.slice(0, 12);
        case 'same':
            return `${seen.commit.slice(0, 12)}, the commit of the run`;
        case 'upon':
            return `${seen.commit.slice(0, 12)}, made in this job upon ${seen.run.slice(0, 12)}, the commit of the run`;
        case 'other':
            return `${seen.commit.slice(0, 12)}, and the run is of ${seen.run.slice(0, 12)}`;
        case 'moved':
            return `${seen.commit.slice(0, 12)}, and ${seen.before.slice(0, 12)} when the gate began`;
    }
}

;// CONCATENATED MODULE: ./packages/policy/lib/evidence.js

function known(facts) {
    return { kind: 'known', facts };
}
function unknown(code, why) {
    return { kind: 'unknown', code, why };
}
/** Judges what is known; what is not known breaks the rule. */
function judgeKnown(name, evidence, judge) {
    return evidence.kind === 'known' ? judge(evidence.facts) : notKnown(name, evidence);
}
/** A rule that cannot be judged is broken. */
function notKnown(name, { code, why }) {
    return broken(name, { code, reason: 'no-evidence', seen: 'not known', detail: why });
}

;// CONCATENATED MODULE: ./packages/policy/lib/seats.js
/**
 * Seats people so that as many seats as possible are taken, nobody on two.
 *
 * @returns the roles of which every seat is taken
 * Source: augmenting paths, C. Berge, Two theorems in graph theory, Proceedings of the National Academy of Sciences 43 (1957), 842-844.
 */
function fillSeats({ seats, voters }) {
    const seatOf = new Map();
    const place = (seat, tried) => {
        for (const [voter, roles] of voters.entries()) {
            if (tried.has(voter) || !roles.has(seats[seat] ?? ''))
                continue;
            tried.add(voter);
            const taken = seatOf.get(voter);
            if (taken === undefined || place(taken, tried)) {
                seatOf.set(voter, seat);
                return true;
            }
        }
        return false;
    };
    const empty = seats.filter((_role, seat) => !place(seat, new Set()));
    return new Set(seats.filter((role) => !empty.includes(role)));
}

;// CONCATENATED MODULE: ./packages/policy/lib/votes.js
/** All answers of people, each with what is wrong with it. A `no` has no flaws: whoever says no is heard. */
function castVotes(seen) {
    return [...seen.environmentVotes.flatMap((vote) => environmentVote(vote, seen)), ...reviewVotes(seen)];
}
function environmentVote(vote, { environment }) {
    const { user, state, environments, binding } = vote;
    if (user === undefined || state === 'pending')
        return [];
    const isOther = !environments.some((name) => name.toLowerCase() === environment.toLowerCase());
    if (state === 'rejected')
        return isOther ? [] : [{ voter: user, says: 'no', flaw: '' }];
    const unbound = binding === 'unbound' ? 'may be of an earlier attempt of this run' : '';
    return [{ voter: user, says: 'yes', flaw: isOther ? `is for ${environments.join(', ')}` : unbound }];
}
function reviewVotes({ change, commit }) {
    if (change === undefined)
        return [];
    const isOfCommit = change.head === commit || change.mergeCommit === commit;
    return change.reviews.flatMap(({ user, state, onHead, canPush }) => {
        if (state === 'dismissed')
            return [];
        if (state === 'changes-requested')
            return [{ voter: user, says: 'no', flaw: '' }];
        const flaws = [
            ...(isOfCommit ? [] : ['is of another commit']),
            ...(onHead ? [] : ['is of an earlier commit of the pull request']),
            ...(canPush ? [] : ['is of somebody who may not push']),
        ];
        return [{ voter: user, says: 'yes', flaw: flaws[0] ?? '' }];
    });
}
/** Why somebody's approval can never count for this change; empty when it can. */
function barOf(voter, { change, makers, starters }) {
    if (voter.isBot)
        return 'is a bot';
    if (change?.author?.id === voter.id)
        return 'opened the pull request';
    const role = makers.find(({ person }) => person?.id === voter.id)?.role;
    if (role !== undefined)
        return `is ${role} of a commit`;
    const login = voter.login.toLowerCase();
    // The runner tells the id of one of the two who may have started the run, and only the name of the other.
    const started = starters.some((one) => one.id === voter.id || one.login.toLowerCase() === login);
    return started ? 'started this run' : '';
}

;// CONCATENATED MODULE: ./packages/policy/lib/approvals.js





function judgeApprovals(rules, evidence) {
    const name = nameOf(rules);
    if (evidence.kind === 'unknown') {
        return { rulings: [notKnown(name, evidence)], approvers: [] };
    }
    const count = countVotes(rules, evidence.facts);
    return {
        rulings: [judgeCount(rules, count), ...rolesOf(rules.groups).map((role) => judgeRole(role, count))],
        approvers: count.approving.map(({ login }) => login),
    };
}
function nameOf({ required }) {
    const wanted = `${required} ${required === 1 ? 'approval' : 'approvals'} of other people`;
    return { area: 'approvals', rule: 'require-approvals', wanted };
}
function countVotes({ groups }, seen) {
    const roles = rolesByVoter(groups, seen);
    const votes = castVotes(seen).filter(({ voter }) => roles.has(voter.id));
    const barred = votes.flatMap((vote) => (vote.says === 'yes' ? flawOf(vote, seen) : []));
    const approving = distinct(votes.filter((vote) => vote.says === 'yes' && flawOf(vote, seen).length === 0));
    const rejecting = distinct(votes.filter(({ says }) => says === 'no'));
    const doubtful = strangersAmong(seen.makers);
    const filled = fillSeats({
        // Whoever is taken away in doubt, one more for each of them has to be there.
        seats: rolesOf(groups).flatMap((role) => Array.from({ length: doubtful + 1 }, () => role)),
        voters: approving.map(({ id }) => roles.get(id) ?? new Set()),
    });
    const notes = [...new Set(barred), ...unknownNames(groups, seen)];
    return { approving, rejecting, doubtful, filled, makersComplete: seen.makersComplete, notes };
}
/** How many makers GitHub cannot name. Name and address tell them apart: each alone is soon the same for two, since both are free to choose. */
function strangersAmong(makers) {
    const strangers = makers.filter(({ person }) => person === undefined);
    return new Set(strangers.map(({ name, address }) => `${address} ${name}`)).size;
}
/** Everybody who may vote, by id, with their roles. */
function rolesByVoter(groups, { people, teams }) {
    const roles = new Map();
    for (const group of groups) {
        const own = group.people.flatMap((login) => people.get(login) ?? []);
        const members = group.teams.flatMap((team) => teams.get(team) ?? []);
        for (const { id } of [...own, ...members])
            roles.set(id, (roles.get(id) ?? new Set()).add(group.role));
    }
    return roles;
}
function flawOf({ voter, flaw }, seen) {
    const bar = barOf(voter, seen);
    if (bar !== '')
        return [`@${voter.login} ${bar}`];
    return flaw === '' ? [] : [`the approval of @${voter.login} ${flaw}`];
}
function distinct(votes) {
    return [...new Map(votes.map(({ voter }) => [voter.id, voter])).values()];
}
function unknownNames(groups, { people, teams }) {
    const names = [
        ...groups.flatMap((group) => group.people.filter((login) => !people.has(login))),
        ...groups.flatMap((group) => group.teams.filter((team) => !teams.has(team))),
    ];
    return [...new Set(names)].map((name) => `GitHub shows no @${name}`);
}
function judgeCount(rules, count) {
    const name = nameOf(rules);
    const { approving, rejecting, doubtful, makersComplete } = count;
    const detail = [...doubts(count), ...count.notes].join('; ');
    if (rejecting.length > 0) {
        const seen = `${logins(rejecting)} said no`;
        return broken(name, { code: 'approvals', reason: 'rejected', seen, detail });
    }
    const seen = approving.length === 0 ? 'none' : `${approving.length}: ${logins(approving)}`;
    if (!makersComplete)
        return broken(name, { code: 'approvals', reason: 'no-evidence', seen, detail });
    if (approving.length - doubtful >= rules.required)
        return met(name, { seen, detail });
    return broken(name, { code: 'approvals', reason: 'too-few', seen, detail });
}
function doubts({ doubtful, makersComplete }) {
    return [
        ...(makersComplete ? [] : ['nobody can tell who made all commits of this change']),
        ...(doubtful === 0
            ? []
            : [
                `${doubtful} of its makers have no account at GitHub and may be among the approvers: so many more are needed`,
            ]),
    ];
}
function judgeRole(role, { filled, approving }) {
    const name = { area: 'approvals', rule: `approvers ${role}`, wanted: `one of ${role}` };
    if (filled.has(role))
        return met(name, { seen: 'approved' });
    const seen = approving.length === 0 ? 'nobody' : 'nobody who is not needed for another role';
    return broken(name, { code: 'approvals', reason: 'role-unfilled', seen });
}
function logins(voters) {
    return voters.map(({ login }) => `@${login}`).join(', ');
}

;// CONCATENATED MODULE: ./packages/policy/lib/commands.js

function judgeCommand({ name: command, end }) {
    const name = { area: 'commands', rule: command, wanted: 'exit code 0' };
    switch (end.kind) {
        case 'exited':
            if (end.status === 0)
                return met(name, { seen: 'exit code 0' });
            return broken(name, { code: 'command', reason: 'exit-code', seen: `exit code ${end.status}` });
        case 'killed':
            return broken(name, { code: 'command', reason: 'exit-code', seen: `ended by ${end.signal}` });
        case 'timed-out':
            return broken(name, { code: 'command', reason: 'timed-out', seen: `not finished after ${end.limitMs / 1000} s` });
        case 'not-started':
            return broken(name, { code: 'command', reason: 'no-evidence', seen: 'not started', detail: end.why });
    }
}

;// CONCATENATED MODULE: ./packages/policy/lib/tally.js
/** Digits after the point that count of a threshold. */
const DIGITS = 10;
const SCALE = 10n ** BigInt(DIGITS);
/** Whether a share reaches a percentage, exactly: floating point would let 91.99999999999999 pass for 92, or refuse 92. */
function reaches({ covered, total }, percent) {
    return BigInt(covered) * 100n * SCALE >= scaled(percent) * BigInt(total);
}
/** Whether `now` is at most so many percentage points below `before`, exactly. */
function keepsUp(now, before, points) {
    const [nowTotal, beforeTotal] = [BigInt(now.total), BigInt(before.total)];
    const drop = BigInt(before.covered) * nowTotal - BigInt(now.covered) * beforeTotal;
    return drop * 100n * SCALE <= scaled(points) * nowTotal * beforeTotal;
}
/** `91.99 %`: rounded down, so that what is below a threshold never looks as if it reached it. */
function percentText({ covered, total }) {
    if (total === 0)
        return 'nothing';
    const hundredths = (BigInt(covered) * 10000n) / BigInt(total);
    return `${Number(hundredths) / 100} %`;
}
function sumOf(tallies) {
    let covered = 0;
    let total = 0;
    for (const one of tallies) {
        covered += one.covered;
        total += one.total;
    }
    return { covered, total };
}
function scaled(percent) {
    return BigInt(percent.toFixed(DIGITS).replace('.', ''));
}

;// CONCATENATED MODULE: ./packages/policy/lib/coverage.js



function judgeCoverage(rules, evidence) {
    const { minLines, minBranches, minPatch, maxDrop } = rules;
    return [
        ...(minLines === undefined ? [] : [judgeShare('lines', minLines, evidence.coverage)]),
        ...(minBranches === undefined ? [] : [judgeShare('branches', minBranches, evidence.coverage)]),
        ...rules.paths.map((rule) => judgePath(rule, evidence.coverage)),
        ...(minPatch === undefined ? [] : [judgePatch(minPatch, evidence.patch)]),
        ...(maxDrop === undefined ? [] : [judgeDrop(maxDrop, evidence)]),
    ];
}
const INPUTS = { lines: 'min-coverage', branches: 'min-branch-coverage' };
function judgeShare(what, percent, evidence) {
    const name = { area: 'coverage', rule: INPUTS[what], wanted: atLeast(percent) };
    return judgeKnown(name, evidence, (coverage) => compared(name, { tally: coverage[what], percent, of: what, detail: disputeText(coverage.files) }));
}
/** Nothing measured is no evidence, not a full share of nothing. */
function compared(name, { tally, percent, of, detail = '' }) {
    if (tally.total === 0)
        return broken(name, { code: 'coverage', reason: 'no-evidence', seen: `no ${of} measured` });
    const seen = `${percentText(tally)} (${tally.covered} of ${tally.total} ${of})`;
    if (reaches(tally, percent))
        return met(name, { seen, detail });
    return broken(name, { code: 'coverage', reason: 'too-low', seen, detail });
}
/** What is to be known of a sum in which reports speak of other lines of the same path. */
function disputeText(files) {
    const disputed = files.filter(({ isDisputed }) => isDisputed).map(({ path }) => path);
    return disputed.length === 0 ? '' : `Reports do not know the same lines of ${listed(disputed)}`;
}
function judgePath({ pattern, percent }, evidence) {
    const name = { area: 'coverage', rule: `min-coverage ${pattern.text}`, wanted: atLeast(percent) };
    return judgeKnown(name, evidence, ({ files }) => {
        const own = files.filter(({ path }) => pattern.matches(path));
        const tally = sumOf(own.map(({ lines }) => lines));
        if (own.length > 0)
            return compared(name, { tally, percent, of: 'lines', detail: disputeText(own) });
        const detail = `None of the ${files.length} measured files matches '${pattern.text}'`;
        return broken(name, { code: 'coverage', reason: 'no-evidence', seen: 'no file matches', detail });
    });
}
/** How many files are named before the rest is counted. */
const coverage_NAMED = 5;
function judgePatch(percent, evidence) {
    const name = { area: 'coverage', rule: 'min-patch-coverage', wanted: atLeast(percent) };
    return judgeKnown(name, evidence, ({ lines, unmeasured }) => {
        if (unmeasured.length > 0) {
            const detail = `No report says anything about the changed lines of ${listed(unmeasured)}`;
            return broken(name, { code: 'coverage', reason: 'unmeasured', seen: filesText(unmeasured.length), detail });
        }
        if (lines.total === 0)
            return met(name, { seen: 'no line with code was changed' });
        return compared(name, { tally: lines, percent, of: 'changed lines' });
    });
}
function filesText(count) {
    return count === 1 ? '1 changed file is not measured' : `${count} changed files are not measured`;
}
function listed(names) {
    const rest = names.length - coverage_NAMED;
    const shown = names.slice(0, coverage_NAMED).join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}
function judgeDrop(points, { coverage, baseline }) {
    const name = { area: 'coverage', rule: 'max-coverage-drop', wanted: `at most ${points} points lower` };
    return judgeKnown(name, coverage, ({ lines }) => judgeKnown(name, baseline, (before) => {
        if (lines.total === 0 || before.total === 0) {
            return broken(name, { code: 'coverage', reason: 'no-evidence', seen: 'no lines measured' });
        }
        const seen = `${percentText(before)} before, ${percentText(lines)} now`;
        if (keepsUp(lines, before, points))
            return met(name, { seen });
        return broken(name, { code: 'coverage', reason: 'dropped', seen });
    }));
}
function atLeast(percent) {
    return `at least ${percent} %`;
}

;// CONCATENATED MODULE: ./packages/policy/lib/environment.js


/** An environment that is only called so protects nothing: it needs reviewers, a branch policy, and nobody who may go around them. */
function judgeProtection(environment, evidence) {
    const name = {
        area: 'environment',
        rule: 'require-environment',
        wanted: `${environment} with reviewers, a branch policy and no bypass`,
    };
    return judgeKnown(name, evidence, (protection) => {
        if (protection === undefined) {
            return broken(name, { code: 'policy', reason: 'missing', seen: 'no such environment' });
        }
        const lacking = lackingOf(protection);
        const detail = protection.preventsSelfReview ? '' : 'whoever starts a run may approve it too';
        if (lacking.length === 0)
            return met(name, { seen: 'protected', detail });
        return broken(name, { code: 'policy', reason: 'unprotected', seen: lacking.join(', '), detail });
    });
}
function lackingOf({ reviewers, branchPolicy, canAdminsBypass }) {
    return [
        ...(reviewers.length === 0 ? ['no required reviewers'] : []),
        ...opennessOf(branchPolicy),
        ...(canAdminsBypass === false ? [] : ['administrators may bypass the rules']),
    ];
}
/** A pattern that every name fits, at any depth of folders. */
const FITS_ALL = /^[*/]+$/u;
/** What the policy lets through that it should hold back. */
function opennessOf(policy) {
    switch (policy.kind) {
        case 'any':
            return ['any branch may deploy'];
        case 'nothing-protected':
            return ['any branch may deploy, since none is protected'];
        case 'protected-branches':
            return [];
        case 'selected': {
            const open = policy.patterns.filter(({ name }) => FITS_ALL.test(name));
            return [...new Set(open.map(({ kind }) => `any ${kind} may deploy`))];
        }
    }
}
/** The same commit has to be live there: not an earlier one, and not one that was live once. */
function judgeDeployed({ environment, commit, live }) {
    const rule = 'require-deployed-to';
    const name = { area: 'environment', rule, wanted: `this commit live in ${environment}` };
    return judgeKnown(name, commit, (wanted) => judgeKnown(name, live, (deployment) => {
        if (deployment === undefined)
            return broken(name, { code: 'policy', reason: 'not-live', seen: 'nothing is live' });
        const seen = `${deployment.commit.slice(0, 7)} is live since ${deployment.at}`;
        if (deployment.commit === wanted)
            return met(name, { seen });
        return broken(name, { code: 'policy', reason: 'not-live', seen, detail: `this is ${wanted.slice(0, 7)}` });
    }));
}

;// CONCATENATED MODULE: ./packages/policy/lib/findings.js



function judgeFindings(rules, evidence) {
    const wanted = rules.failOn === 'any' ? 'no findings' : `none of severity ${rules.failOn} or worse`;
    const name = { area: 'findings', rule: 'fail-on-severity', wanted };
    return [
        judgeKnown(name, evidence, (findings) => {
            const sorted = sortFindings(rules, findings);
            const sight = { seen: seenOf(sorted), detail: detailOf(rules, findings) };
            if (sorted.failing.length === 0)
                return met(name, sight);
            return broken(name, { code: 'findings', reason: 'found', ...sight });
        }),
    ];
}
/** Sorts findings by what the rules make of them, in their order. */
function sortFindings(rules, findings) {
    const sorted = { failing: [], tolerated: [], allowed: [], suppressed: [] };
    for (const finding of findings)
        sorted[placeOf(rules, finding)].push(finding);
    return sorted;
}
function placeOf({ failOn, allowed, today }, finding) {
    if (finding.suppressed)
        return 'suppressed';
    if (!isBadEnough(finding.severity, failOn))
        return 'tolerated';
    return allowed.some((one) => !isOver(one, today) && allows(one, finding)) ? 'allowed' : 'failing';
}
const findings_RANKS = { critical: 4, high: 3, medium: 2, low: 1, none: 0, unknown: 5 };
const LEAST = { critical: 4, high: 3, medium: 2, low: 1, any: 0 };
/** What a report does not rate may be as bad as any: it counts as critical. */
function isBadEnough(severity, failOn) {
    return findings_RANKS[severity] >= LEAST[failOn];
}
function seenOf({ failing, tolerated, allowed, suppressed }) {
    const parts = [
        [failing.length, 'that fail'],
        [tolerated.length, 'less severe'],
        [allowed.length, 'allowed'],
        [suppressed.length, 'accepted in the report'],
    ];
    const seen = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return seen.length === 0 ? 'no findings' : seen.join(', ');
}
function detailOf({ allowed, today }, findings) {
    const matching = allowed.filter((one) => findings.some((finding) => allows(one, finding)));
    const over = matching.filter((one) => isOver(one, today)).map(({ id, until }) => `${id} (${until})`);
    const unused = allowed.filter((one) => !matching.includes(one)).map(({ id }) => id);
    return [
        ...(over.length === 0 ? [] : [`allowances that are over: ${over.join(', ')}`]),
        ...(unused.length === 0 ? [] : [`allowances of nothing that was found: ${unused.join(', ')}`]),
    ].join('; ');
}

;// CONCATENATED MODULE: ./packages/policy/lib/name-pattern.js
/** The patterns as they were written. */
function name_pattern_textsOf(patterns) {
    return patterns.map(({ text }) => text).join(', ');
}

;// CONCATENATED MODULE: ./packages/policy/lib/source.js



function judgeSource(rules, evidence) {
    return [
        ...(rules.refusesPullRequests ? [judgeOrigin(evidence)] : []),
        ...(rules.branches.length === 0 ? [] : [judgeBranch(rules.branches, evidence)]),
        ...(rules.tags.length === 0 ? [] : [judgeTag(rules.tags, evidence)]),
    ];
}
function judgeOrigin({ source }) {
    const name = { area: 'source', rule: 'no pull request', wanted: 'a run of a branch or a tag' };
    return judgeKnown(name, source, ({ pullRequest, otherCommit, ref }) => {
        if (pullRequest !== '')
            return broken(name, { code: 'policy', reason: 'pull-request', seen: pullRequest });
        if (otherCommit !== '')
            return broken(name, { code: 'policy', reason: 'differs', seen: otherCommit });
        return met(name, { seen: `${ref.kind} ${ref.name}` });
    });
}
/** A run of a tag has no branch of its own: then the commit has to be on one of the branches. */
function judgeBranch(branches, { source, holdingBranches }) {
    const name = { area: 'source', rule: 'require-branch', wanted: name_pattern_textsOf(branches) };
    return judgeKnown(name, source, ({ ref }) => {
        if (ref.kind === 'branch')
            return source_named(name, { kind: 'branch', seen: ref.name, patterns: branches });
        return judgeKnown(name, holdingBranches, (holding) => {
            const [first] = holding;
            const seen = `${ref.kind === 'tag' ? 'tag' : 'ref'} ${ref.name}`;
            if (first !== undefined)
                return met(name, { seen: `${seen}, a commit of ${first}` });
            return broken(name, { code: 'policy', reason: 'wrong-ref', seen: `${seen}, on none of these branches` });
        });
    });
}
function judgeTag(tags, { source, versionTag }) {
    const name = { area: 'source', rule: 'require-tag', wanted: name_pattern_textsOf(tags) };
    return judgeKnown(name, source, ({ commit }) => judgeKnown(name, versionTag, (tag) => {
        if (tag === undefined)
            return broken(name, { code: 'policy', reason: 'missing', seen: 'no tag of this version' });
        if (tag.commit === commit)
            return source_named(name, { kind: 'tag', seen: tag.name, patterns: tags });
        const seen = `tag ${tag.name} stands for ${tag.commit.slice(0, 7)}, this is ${commit.slice(0, 7)}`;
        return broken(name, { code: 'policy', reason: 'differs', seen });
    }));
}
function source_named(name, { kind, seen, patterns }) {
    const fits = patterns.some((pattern) => pattern.matches(seen));
    const sight = { seen: `${kind} ${seen}` };
    return fits ? met(name, sight) : broken(name, { code: 'policy', reason: 'wrong-ref', ...sight });
}

;// CONCATENATED MODULE: ./packages/policy/lib/tests.js


function judgeTests(rules, evidence) {
    const { minTests, maxSkipped } = rules;
    return [
        judgeFailures(rules.maxFailures, evidence),
        ...(minTests === undefined ? [] : [judgeNumber(minTests, evidence)]),
        ...(maxSkipped === undefined ? [] : [judgeSkipped(maxSkipped, evidence)]),
    ];
}
/** Failed and errored cases, and errors of suites: each is a failure. */
function failuresOf({ failed, errored, suiteErrors }) {
    return failed + errored + suiteErrors;
}
function judgeFailures(most, evidence) {
    const name = { area: 'tests', rule: 'max-failures', wanted: most === 0 ? 'none' : `at most ${most}` };
    return judgeKnown(name, evidence, (tests) => {
        const failures = failuresOf(tests);
        const sight = { seen: `${failures} failed of ${tests.total}`, detail: flakyDetail(tests) };
        if (failures > most)
            return broken(name, { code: 'tests', reason: 'too-many', ...sight });
        if (tests.passed > 0)
            return met(name, sight);
        // A test run that was skipped as a whole has nothing that failed, and shows nothing either. No more does one in which nothing passed.
        const seen = failures === 0 ? 'no test was run' : `no test passed, ${failures} failed`;
        return broken(name, { code: 'tests', reason: 'no-evidence', seen });
    });
}
function flakyDetail({ flaky }) {
    if (flaky === 0)
        return '';
    return `${flaky} ${flaky === 1 ? 'test is' : 'tests are'} flaky: seen to fail and to pass`;
}
/** Skipped tests count: min-tests guards against tests that vanish, max-skipped against those that are switched off. */
function judgeNumber(least, evidence) {
    const name = { area: 'tests', rule: 'min-tests', wanted: `at least ${least}` };
    return judgeKnown(name, evidence, ({ total }) => total >= least
        ? met(name, { seen: String(total) })
        : broken(name, { code: 'tests', reason: 'too-few', seen: String(total) }));
}
function judgeSkipped(most, evidence) {
    const name = { area: 'tests', rule: 'max-skipped', wanted: `at most ${most}` };
    return judgeKnown(name, evidence, ({ skipped }) => skipped <= most
        ? met(name, { seen: String(skipped) })
        : broken(name, { code: 'tests', reason: 'too-many', seen: String(skipped) }));
}

;// CONCATENATED MODULE: ./packages/policy/lib/version.js


const version_FORM = /^v(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/u;
/** @param file the text of the version file */
function judgeVersion({ version, file: path }, file) {
    return [judgeForm(version), ...(path === undefined ? [] : [judgeFile({ version, path, file })])];
}
/** Whether a text is `vX.Y.Z`, numbers without leading zeros. */
function isVersion(text) {
    return version_FORM.test(text);
}
function judgeForm(version) {
    const name = { area: 'version', rule: 'version', wanted: 'vX.Y.Z' };
    return isVersion(version)
        ? met(name, { seen: version })
        : broken(name, { code: 'policy', reason: 'wrong-form', seen: version });
}
/** A file may hold `1.4.2` where the tag is `v1.4.2`; nothing else may differ. */
function judgeFile({ version, path, file }) {
    const name = { area: 'version', rule: 'version-file', wanted: `${version} in ${path}` };
    return judgeKnown(name, file, (text) => {
        const written = text.trim();
        if (written === '')
            return broken(name, { code: 'policy', reason: 'no-evidence', seen: 'an empty file' });
        const same = withoutV(written) === withoutV(version);
        const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
        // Such as package.json, which tools of a language read and this does not.
        const seen = /[\s{}<>=:"]/u.test(written) ? `more than a version: ${shown}` : shown;
        return same ? met(name, { seen }) : broken(name, { code: 'policy', reason: 'differs', seen });
    });
}
function withoutV(version) {
    return version.startsWith('v') ? version.slice(1) : version;
}

;// CONCATENATED MODULE: ./packages/policy/lib/decide.js









/**
 * Which code stands for several broken rules: first inputs that lead nowhere, then what is proven wrong with the code, then commands, which may be why a report is missing,
 * then reports that say nothing, then circumstances, and last that GitHub could not be asked.
 */
const CODE_ORDER = [
    'input',
    'tests',
    'coverage',
    'findings',
    'command',
    'report',
    'policy',
    'approvals',
    'github-permission',
    'github',
];
/** Judges every rule. A policy that asks nothing is not met: nothing was shown. */
function decide(policy, evidence) {
    const approvals = policy.approvals === undefined ? undefined : judgeApprovals(policy.approvals, evidence.approvals);
    const rulings = [
        ...evidence.commands.map(judgeCommand),
        ...judgeReports(policy, evidence),
        ...(policy.version === undefined ? [] : judgeVersion(policy.version, evidence.versionFile)),
        ...judgeSource(policy.source, evidence),
        ...judgeCheckout(policy.checkout, evidence.checkout),
        ...judgeEnvironments(policy, evidence),
        ...(approvals?.rulings ?? []),
    ];
    const code = rulings.length === 0 ? 'policy' : codeOf(rulings);
    return { verdict: code === '' ? 'pass' : 'fail', code, rulings, approvers: approvals?.approvers ?? [] };
}
function judgeReports({ tests, coverage, findings }, evidence) {
    return [
        ...(tests === undefined ? [] : judgeTests(tests, evidence.tests)),
        ...(coverage === undefined ? [] : judgeCoverage(coverage, evidence)),
        ...(findings === undefined ? [] : judgeFindings(findings, evidence.findings)),
    ];
}
function judgeEnvironments(policy, evidence) {
    const { protectedEnvironment, deployedTo } = policy;
    const { commit, protection, liveElsewhere: live } = evidence;
    return [
        ...(protectedEnvironment === undefined ? [] : [judgeProtection(protectedEnvironment, protection)]),
        ...(deployedTo === undefined ? [] : [judgeDeployed({ environment: deployedTo, commit, live })]),
    ];
}
/** A broken rule with a code that has no place in the order is reported all the same. */
function codeOf(rulings) {
    const codes = new Set(rulings.filter(({ verdict }) => verdict === 'fail').map(({ code }) => code));
    return CODE_ORDER.find((code) => codes.has(code)) ?? [...codes][0] ?? '';
}

;// CONCATENATED MODULE: ./packages/policy/lib/index.js










// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./packages/gate/lib/checkout/git-folder.js
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



/** Files that hold a name or a commit. */
const SMALL = 4096;
/** A line for each branch and tag. */
const LARGEST = 64 * 1024 * 1024;
/** Without waiting for somebody who writes into a pipe. */
const git_folder_OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK;
/** The folder of a checkout; undefined where there is none. A work tree or submodule has a file that names it. */
async function gitFolderOf(root) {
    const path = (0,external_node_path_.join)(root, '.git');
    const seen = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
    if (seen === undefined)
        return undefined;
    const own = seen.isDirectory() ? path : (0,external_node_path_.resolve)(root, await namedIn(path));
    const common = await git_folder_textOf((0,external_node_path_.join)(own, 'commondir'));
    return { own, common: common === undefined ? own : (0,external_node_path_.resolve)(own, common.trim()) };
}
async function namedIn(path) {
    const name = /^gitdir: (?<folder>[^\n]+)\n?$/u.exec((await git_folder_textOf(path)) ?? '')?.groups?.['folder'];
    if (name === undefined)
        throw new Error('.git is neither a folder nor the name of one');
    return name;
}
const COMMIT = /^(?:[\da-f]{40}|[\da-f]{64})$/u;
/** Whether a text is the name of a commit in full. */
function isCommit(text) {
    return COMMIT.test(text);
}
/**
 * The commit that is checked out, read as git does (gitrepository-layout(5)): `HEAD` names it, or a branch, which is a file or a line of
 * `packed-refs`. Repositories that keep their refs as tables have neither.
 *
 * @throws Error where it cannot be told
 */
async function headOf(git) {
    const head = (await git_folder_textOf((0,external_node_path_.join)(git.own, 'HEAD')))?.trim() ?? '';
    if (isCommit(head))
        return head;
    const ref = /^ref: (?<ref>refs\/[^\s~^:?*[\\]+)$/u.exec(head)?.groups?.['ref'];
    if (ref === undefined || ref.split('/').includes('..'))
        throw new Error('.git/HEAD names neither a commit nor a branch');
    const commit = (await looseRef(git, ref)) ?? (await packedRef(git, ref));
    if (commit === undefined)
        throw new Error(`no commit is known of ${ref}`);
    return commit;
}
async function looseRef({ own, common }, ref) {
    for (const folder of new Set([own, common])) {
        const commit = (await git_folder_textOf((0,external_node_path_.join)(folder, ref)))?.trim();
        if (commit !== undefined && isCommit(commit))
            return commit;
    }
    return undefined;
}
async function packedRef({ common }, ref) {
    const lines = (await git_folder_textOf((0,external_node_path_.join)(common, 'packed-refs'), LARGEST))?.split('\n') ?? [];
    const line = lines.find((one) => one.endsWith(` ${ref}`));
    const commit = line?.slice(0, line.indexOf(' '));
    return commit !== undefined && isCommit(commit) ? commit : undefined;
}
/** The text of an ordinary file that is not larger; undefined where there is none. */
async function git_folder_textOf(path, most = SMALL) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,external_node_fs_promises_.open)(path, git_folder_OPEN_FLAGS), true);
            const seen = await file.stat();
            return seen.isFile() && seen.size <= most ? await file.readFile('utf8') : undefined;
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
    catch {
        // Whoever asks looks elsewhere, or says what is missing.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/gate/lib/checkout/made-here.js


/** A line for each move of `HEAD` in this checkout. */
const made_here_LARGEST = 16 * 1024 * 1024;
/** `<before> <after> <who> <when>\t<what>`, gitrepository-layout(5). */
const MOVE = /^(?<before>[\da-f]{40,64}) (?<after>[\da-f]{40,64}) [^\t]*\t(?<what>.*)$/u;
/** What git writes of commits that it made. A fast-forward, a checkout and a reset lead to what others made. */
const MADE = /^(?:commit|revert|cherry-pick)\b|^(?:merge|pull)\b.*: Merge made/u;
/**
 * Whether a commit was made in this checkout upon one of others, as jobs do that write a version or merge. Git keeps a log of that; what commits are stored in
 * says nothing, since small fetches leave the same files as commits do.
 */
async function isMadeUpon(git, commit, bases) {
    const log = (await git_folder_textOf((0,external_node_path_.join)(git.own, 'logs', 'HEAD'), made_here_LARGEST)) ?? '';
    let place = commit;
    for (const line of log.trimEnd().split('\n').toReversed()) {
        const { before = '', after, what = '' } = MOVE.exec(line)?.groups ?? {};
        if (after !== place || !MADE.test(what))
            return false;
        if (bases.has(before))
            return true;
        place = before;
    }
    return false;
}

;// CONCATENATED MODULE: ./packages/gate/lib/checkout/read-checkout.js


/** The event of which the runs are about a pull request and of the commit that it is to be merged into. */
const WITHOUT_CHANGE = 'pull_request_target';
/** Which commit lies in the workspace, without starting git: a checkout may hold settings that make it run programs. */
async function readCheckout({ root, stated, run }) {
    try {
        const git = await gitFolderOf(root);
        if (git === undefined)
            return { kind: 'none' };
        const commit = await headOf(git);
        if (!isCommit(stated.commit))
            return { kind: 'alone', commit };
        const own = stated.eventName === WITHOUT_CHANGE ? [] : [stated.commit];
        if (own.includes(commit))
            return { kind: 'same', commit };
        return await otherCheckout({ git, commit, own, run: await run(), stated });
    }
    catch (cause) {
        return { kind: 'unreadable', why: cause instanceof Error ? cause.message : String(cause) };
    }
}
/** The run of a pull request is of a merge that was made for it, and people mean its head. */
async function otherCheckout({ git, commit, stated, own, run }) {
    const meant = run.kind === 'known' ? run.facts.commit : stated.commit;
    if (commit === meant)
        return { kind: 'same', commit };
    const upon = await isMadeUpon(git, commit, new Set([...own, meant]));
    return { kind: upon ? 'upon' : 'other', commit, run: meant };
}
/** What is to be said of two looks at the same workspace, one before the commands and one after. */
function afterCommands(before, after) {
    const [from, to] = [commitIn(before), commitIn(after)];
    if (from === to || to === '' || from === '' || after.kind === 'other' || after.kind === 'upon')
        return after;
    return { kind: 'moved', commit: to, before: from };
}
/** The commit that lies in the workspace; empty where none is known. */
function commitIn(seen) {
    return 'commit' in seen ? seen.commit : '';
}

;// CONCATENATED MODULE: ./packages/gate/lib/commands/run-commands.js

/**
 * Runs all commands side by side, each to its end whatever becomes of the others: who broke two things wants to hear of both. What a command
 * printed is shown as one group when it has ended.
 *
 * @returns how they ended, in the order they were given
 * @throws the reason of the signal when it is aborted
 */
async function runCommands(request) {
    const { orders, atATime, signal } = request;
    const ends = [];
    const waiting = [...orders.entries()];
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            signal.throwIfAborted();
            const [place, order] = next;
            ends[place] = await runAndShow(order, request);
        }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, orders.length) }, work));
    return ends;
}
async function runAndShow(order, { run, log, signal }) {
    log.info(`${order.name}: started`);
    const end = await run(order, signal);
    await log.group(`${end.name}: ${endText(end)} after ${formatDuration(end.durationMs)}`, async () => {
        if (end.output !== '')
            log.info(end.output.replace(/\n$/u, ''));
    });
    // What it said until then is shown, and counts for nothing.
    signal.throwIfAborted();
    return end;
}
function endText({ end }) {
    switch (end.kind) {
        case 'exited':
            return end.status === 0 ? 'passed' : `failed with exit code ${end.status}`;
        case 'killed':
            return `failed, ended by ${end.signal}`;
        case 'timed-out':
            return 'ended at its time limit';
        case 'not-started':
            return `not started (${end.why})`;
    }
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/attempt.js


/** Failures that make evidence unknown, and the gate go on to judge the rest. Everything else ends it. */
const MAKES_UNKNOWN = new Set(['report', 'github', 'github-permission', 'input']);
/** What a question gives, or why it gave nothing. */
async function attempt(question) {
    try {
        return known(await question());
    }
    catch (thrown) {
        if (thrown instanceof lib/* Failure */.HR && MAKES_UNKNOWN.has(thrown.code))
            return unknown(thrown.code, thrown.message);
        throw thrown;
    }
}
/** What follows from evidence, if there is any. */
async function andThen(evidence, next) {
    return evidence.kind === 'known' ? attempt(() => next(evidence.facts)) : evidence;
}

;// CONCATENATED MODULE: ./packages/gate/lib/files/braces.js
/** More come of a mistake. */
const MOST_ALTERNATIVES = 1000;
/**
 * The patterns that one with braces stands for, as a shell takes it: `shard-{1,2}.xml` and `shard-{1..2}.xml` are two patterns, and a file of one
 * does not make up for one of the other. Braces without a comma or a range of whole numbers mean themselves.
 */
function* alternativesOf(pattern) {
    const braces = firstBraces(pattern);
    if (braces === undefined) {
        yield pattern;
        return;
    }
    const { before, choices, after } = braces;
    for (const choice of choices)
        yield* alternativesOf(`${before}${choice}${after}`);
}
function firstBraces(pattern) {
    for (const start of placesOf('{', pattern)) {
        const { end, commas } = matchingBrace(pattern, start);
        if (end === undefined)
            continue;
        const body = pattern.slice(start + 1, end);
        const choices = commas.length > 0 ? between(pattern, [start, ...commas, end]) : rangeIn(body);
        if (choices !== undefined)
            return { before: pattern.slice(0, start), choices, after: pattern.slice(end + 1) };
    }
    return undefined;
}
/** Where a character stands that no `\` is in front of. */
function placesOf(mark, text) {
    return [...text.matchAll(/\\.|./gsu)].flatMap(({ 0: found, index }) => (found === mark ? [index] : []));
}
/** The end of braces, and the commas that are theirs. */
function matchingBrace(pattern, start) {
    const commas = [];
    let depth = 0;
    for (const { 0: found, index } of pattern.slice(start).matchAll(/\\.|./gsu)) {
        if (found === '{')
            depth += 1;
        else if (found === '}')
            depth -= 1;
        else if (found === ',' && depth === 1)
            commas.push(start + index);
        if (depth === 0)
            return { end: start + index, commas };
    }
    return { end: undefined, commas };
}
function between(text, places) {
    return places.slice(1).map((end, index) => text.slice((places[index] ?? 0) + 1, end));
}
/** `1..3`, or `01..12` with as many digits in each. */
function rangeIn(body) {
    const { from = '', to = '' } = /^(?<from>\d{1,4})\.\.(?<to>\d{1,4})$/u.exec(body)?.groups ?? {};
    if (from === '')
        return undefined;
    const [first, last] = [Number(from), Number(to)].toSorted((one, other) => one - other);
    const digits = /^0\d|^\d+\.\.0\d/u.test(body) ? Math.max(from.length, to.length) : 0;
    return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => String((first ?? 0) + index).padStart(digits, '0'));
}

;// CONCATENATED MODULE: ./packages/gate/lib/files/find-files.js




/** Folders that hold what others made: only a pattern that names them looks into them. */
const find_files_SKIPPED = new Set(['.git', 'node_modules']);
/**
 * Finds the files of one pattern. Each alternative of its braces has to lead to one. Folders that are links are not entered. What only passes through a folder may do so: with `**` at its end
 * a pattern means the files below, everywhere else a folder that fits is a mistake.
 *
 * @param root what relative patterns begin from
 */
async function findFiles(root, pattern) {
    const paths = new Set();
    let searched = 0;
    for (const one of alternativesOf(pattern)) {
        searched += 1;
        if (searched > MOST_ALTERNATIVES) {
            return { kind: 'unreadable', path: pattern, why: `its braces stand for more than ${MOST_ALTERNATIVES} patterns` };
        }
        const found = await findAlternative(root, one);
        if (found.kind !== 'files')
            return found;
        for (const path of found.paths)
            paths.add(path);
    }
    return { kind: 'files', paths: [...paths].sort() };
}
async function findAlternative(root, pattern) {
    try {
        const { base, glob, isGlob } = picomatch.scan(pattern);
        if (!isGlob)
            return await plainFile(root, pattern);
        return await globbed({ from: (0,external_node_path_.resolve)(root, base), pattern, glob });
    }
    catch (cause) {
        return { kind: 'unreadable', path: pattern, why: cause instanceof Error ? cause.message : String(cause) };
    }
}
async function plainFile(root, pattern) {
    const path = (0,external_node_path_.resolve)(root, pattern);
    const seen = await (0,external_node_fs_promises_.stat)(path).catch(nothingThere);
    if (seen === undefined)
        return { kind: 'nothing', pattern };
    if (seen.isFile())
        return { kind: 'files', paths: [await (0,external_node_fs_promises_.realpath)(path)] };
    return { kind: 'no-file', path, what: seen.isDirectory() ? 'folder' : 'device' };
}
async function globbed({ from, pattern, glob }) {
    const matches = picomatch(glob, { dot: true, nonegate: true });
    const skips = (name) => find_files_SKIPPED.has(name) && !pattern.split('/').includes(name);
    const paths = new Set();
    for await (const { path, entry } of walk(from, skips)) {
        if (!matches((0,external_node_path_.relative)(from, path).split(external_node_path_.sep).join('/')))
            continue;
        const kind = await kindOf(path, entry);
        if (kind === 'file')
            paths.add(await (0,external_node_fs_promises_.realpath)(path));
        else if (kind !== 'folder' || !glob.endsWith('**'))
            return { kind: 'no-file', path, what: kind };
    }
    return paths.size === 0 ? { kind: 'nothing', pattern } : { kind: 'files', paths: [...paths].sort() };
}
async function* walk(folder, skips) {
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { withFileTypes: true }).catch(nothingThere);
    for (const entry of entries ?? []) {
        if (skips(entry.name))
            continue;
        const path = (0,external_node_path_.join)(folder, entry.name);
        yield { path, entry };
        if (entry.isDirectory())
            yield* walk(path, skips);
    }
}
/** A link counts as what it leads to. One that leads nowhere is no file. */
async function kindOf(path, entry) {
    const seen = entry.isSymbolicLink() ? await (0,external_node_fs_promises_.stat)(path) : entry;
    if (seen.isFile())
        return 'file';
    return seen.isDirectory() ? 'folder' : 'device';
}
function nothingThere(cause) {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
        return undefined;
    throw cause;
}
/** A path as people know it: from the root where it is below it. */
function shownPath(root, path) {
    const below = (0,external_node_path_.relative)(root, path);
    return below === '' || below.startsWith('..') || (0,external_node_path_.isAbsolute)(below) ? path : below.split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/source-paths.js


/** Folders that languages put their sources in, and reports leave out: JaCoCo names packages, coverage.py what is below its `source`. */
const SOURCE_FOLDERS = [
    '',
    'src',
    'src/main/java',
    'src/main/kotlin',
    'src/main/scala',
    'src/main/groovy',
    'lib',
    'app',
];
/** After so many names that lead nowhere, and none that does, there is no checkout to look into. */
const MISSES_ENOUGH = 50;
/** After so many, the others are looked for only where the last one was found: a report may name a million files that are nowhere. */
const MOST_MISSES = 5000;
/** No file has a longer path on Linux (`PATH_MAX`). */
const LONGEST_PATH = 4096;
/** Parts that are taken off the front of a name. Checkouts lie less deep. */
const MOST_PARTS = 32;
/**
 * Reports name sources from wherever their tool ran. The root of a monorepo and two of its packages may each have a `src/index.ts`, so what a
 * name means depends on where its report lies: it is tried from the report's own folder up to the root.
 *
 * @param exists whether there is such a file; for tests
 */
function sourcePaths(place, exists = external_node_fs_.existsSync) {
    const { root, format } = place;
    const folders = foldersOf(place);
    let misses = 0;
    let last;
    return (path) => {
        if (path.length > LONGEST_PATH)
            return withoutDot(path);
        // Files of one report lie below one folder, mostly: the way that led to the last one is tried first.
        const ways = last === undefined ? [] : [last];
        const others = misses < (last === undefined ? MISSES_ENOUGH : MOST_MISSES) ? waysTo(path, { root, folders, format }) : [];
        const way = [...ways, ...others].find((one) => exists(one(path)));
        if (way === undefined) {
            misses += 1;
            return withoutDot(path);
        }
        last = way;
        return insideOf(root, way(path)) ?? path;
    };
}
function waysTo(path, { root, folders, format }) {
    if ((0,external_node_path_.isAbsolute)(path)) {
        // Made on another machine or in a container, the checkout was somewhere else.
        return [(name) => name, ...withoutFront(path).map((parts) => (name) => (0,external_node_path_.join)(root, behind(name, parts)))];
    }
    const direct = folders.map((folder) => (name) => (0,external_node_path_.join)(folder, name));
    // Go names packages by their module, which is a host and a path that are no folders.
    if (format !== 'go')
        return direct;
    const modules = withoutFront(path).flatMap((parts) => folders.map((folder) => (name) => (0,external_node_path_.join)(folder, behind(name, parts))));
    return [...direct, ...modules];
}
/** How many parts may be taken off the front of a name. */
function withoutFront(path) {
    return Array.from({ length: Math.min(MOST_PARTS, path.split('/').length - 1) }, (_, index) => index + 1);
}
function behind(name, parts) {
    return name.split('/').slice(parts).join('/');
}
/** The folders from the report up to the root, and the root. */
function foldersOf({ root, report }) {
    const above = [];
    for (let folder = (0,external_node_path_.dirname)(report); insideOf(root, folder) !== undefined; folder = (0,external_node_path_.dirname)(folder))
        above.push(folder);
    const all = [...above, root];
    return all.flatMap((folder) => SOURCE_FOLDERS.map((below) => (0,external_node_path_.join)(folder, below)));
}
function insideOf(root, path) {
    const below = (0,external_node_path_.relative)(root, path);
    return below === '' || below.startsWith('..') || (0,external_node_path_.isAbsolute)(below) ? undefined : below.split(external_node_path_.sep).join('/');
}
function withoutDot(path) {
    return path.replace(/^(?:\.\/)+/u, '');
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/coverage.js




/** Coverage over all reports, paths from the root of the repository; unknown as soon as one of them is. */
async function mergedCoverage(read, root) {
    const { reports, gaps } = read;
    if (gaps.length > 0)
        return unknownBecause(gaps);
    const certain = new Set();
    return attempt(async () => {
        const all = reports.map(({ path, facts }) => located(facts, { root, report: path, certain }));
        return mergeCoverage(all, (path) => certain.has(path));
    });
}
/** What the gaps come to: the first in full, the others counted. */
function unknownBecause(gaps) {
    const first = gaps.find(({ code }) => code === 'input') ?? gaps[0];
    const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more, see the log)` : '';
    return unknown(first?.code ?? 'report', `${first?.why ?? 'Nothing was read.'}${more}`);
}
function located(facts, { root, report, certain }) {
    const pathOf = sourcePaths({ root, report, format: facts.format });
    const files = facts.files.map((file) => {
        const path = pathOf(file.path);
        if (path !== file.path && file.path === `${root}/${path}`)
            certain.add(path);
        return { ...file, path };
    });
    return { ...facts, files };
}

;// CONCATENATED MODULE: ./packages/gate/lib/files/below.js

/** Whether an absolute path is a folder, or lies in it. Links are not followed. */
function isBelow(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: ./packages/gate/lib/evidence/copies.js




/** Finds files that were handed in before under another name: by a link, by an artifact that was downloaded twice, or in place of one that is missing. */
class Copies {
    #bySize = new Map();
    /** The first file with this content; undefined where this is the first, or cannot be looked at. */
    async originalOf(path) {
        const size = await (0,external_node_fs_promises_.stat)(path).then((seen) => seen.size, () => undefined);
        if (size === undefined)
            return undefined;
        const same = this.#bySize.get(size);
        if (same !== undefined)
            return same.originalOf(path);
        this.#bySize.set(size, new SameSize(path));
        return undefined;
    }
}
/** Files are read only once there are two of a size: most reports are alone with theirs. */
class SameSize {
    #byContent = new Map();
    #first;
    constructor(first) {
        this.#first = first;
    }
    async originalOf(path) {
        if (this.#byContent.size === 0)
            this.#byContent.set(await contentOf(this.#first), this.#first);
        const content = await contentOf(path);
        const original = this.#byContent.get(content);
        if (original === undefined)
            this.#byContent.set(content, path);
        return original;
    }
}
/** A digest; what cannot be read is like nothing else. */
async function contentOf(path) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    try {
        await (0,external_node_stream_promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
        return hash.digest('hex');
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/read-reports.js







/** Finds and reads the reports of one input, one after the other. Every pattern has to lead to a file, each by itself: a lost shard shows. */
async function readReports(request, ports) {
    const { files, gaps, pathsOf } = await findReports(request, ports.root);
    const reports = [];
    const copies = [];
    const seen = new Copies();
    for (const [path, pattern] of files) {
        ports.signal.throwIfAborted();
        const original = request.kind === 'tests' ? await seen.originalOf(path) : undefined;
        if (original !== undefined) {
            copies.push({ path, original });
            continue;
        }
        const file = { path, name: shownPath(ports.root, path), forced: pattern.forced };
        const read = await attempt(() => readOne(request, file, ports));
        if (read.kind === 'known')
            reports.push({ path, facts: read.facts });
        else
            gaps.push({ code: read.code, why: `${request.input}: ${whyUnread(read, { path, pattern, root: ports.root })}` });
    }
    return { reports, copies, gaps: [...gaps, ...silentPatterns({ input: request.input, reports, copies, pathsOf })] };
}
/**
 * What is wrong with a file is told by what is in it. Where a link leads to it out of the workspace, and not the pattern itself, nothing of it is
 * shown: whoever committed that link may not be able to read it.
 */
function whyUnread({ why }, { path, pattern, root }) {
    const isLinkedOut = isBelow(root, (0,external_node_path_.resolve)(root, pattern.pattern)) && !isBelow(root, path);
    if (!isLinkedOut)
        return why;
    return `${path} is no report that can be used, and a link out of the workspace leads there, so that nothing of it is shown.`;
}
/** A shard that ran nothing is as lost as one without a report. Where no pattern led to anything, the rules say so themselves. */
function silentPatterns({ input, reports, copies, pathsOf }) {
    const speaking = new Set(reports.flatMap(({ path, facts }) => (saysNothing(facts) ? [] : [path])));
    const readable = new Set(reports.map(({ path }) => path));
    for (const { path, original } of copies) {
        if (speaking.has(original))
            speaking.add(path);
        if (readable.has(original))
            readable.add(path);
    }
    if (speaking.size === 0)
        return [];
    return [...pathsOf].flatMap(([{ text }, paths]) => {
        const isSilent = paths.every((path) => readable.has(path) && !speaking.has(path));
        const why = `${input}: '${text}' leads only to reports in which nothing was run, while others have something.`;
        return isSilent ? [{ code: 'report', why }] : [];
    });
}
/** No finding is an answer, no test and no line is none. */
function saysNothing(facts) {
    switch (facts.kind) {
        case 'tests':
            return facts.counts.total + facts.counts.skipped + facts.counts.suiteErrors === 0;
        case 'coverage':
            return facts.lines.total === 0;
        case 'findings':
            return false;
    }
}
async function findReports({ input, patterns }, root) {
    const files = new Map();
    const gaps = [];
    const pathsOf = new Map();
    for (const pattern of patterns) {
        const found = await findFiles(root, pattern.pattern);
        if (found.kind === 'files') {
            pathsOf.set(pattern, found.paths);
            for (const path of found.paths)
                files.set(path, files.get(path) ?? pattern);
        }
        else
            gaps.push({ code: read_reports_codeOf(found), why: `${input}: ${whyOf(found, { pattern, root })}` });
    }
    if (files.size <= MAX_FILES)
        return { files, gaps, pathsOf };
    const why = `${input}: the patterns lead to ${files.size} files, and at most ${MAX_FILES} are read. Make them narrower.`;
    return { files: new Map(), gaps: [...gaps, { code: 'report', why }], pathsOf: new Map() };
}
/** A folder where a report should be is a wrong pattern; what is missing or unreadable is missing evidence. */
function read_reports_codeOf(found) {
    return found.kind === 'no-file' && found.what === 'folder' ? 'input' : 'report';
}
function whyOf(found, { pattern, root }) {
    const shown = `'${pattern.text}'`;
    switch (found.kind) {
        case 'nothing':
            return `${shown} matches no file${found.pattern === pattern.pattern ? '' : ` for '${found.pattern}'`} below ${root}${listHint(pattern.text)}. Check that the report was written, and that its artifact is downloaded.`;
        case 'no-file':
            return `${shown} matches the ${found.what} '${shownPath(root, found.path)}'. Patterns lead to files, such as '${pattern.pattern}/**/*.xml'.`;
        case 'unreadable':
            return `${shown} could not be searched: ${found.why}`;
    }
}
/** A comma may stand in the name of a file. Where there is no such file, it was meant for a list. */
function listHint(pattern) {
    return /,/u.test(pattern.replace(/\{[^{}]*\}/gu, '')) ? ' (of several patterns, write one per line)' : '';
}
async function readOne({ kind }, file, { readReport }) {
    const facts = await readReport(file);
    if (isOfKind(facts, kind))
        return facts;
    throw new lib/* Failure */.HR('report', `${file.name}: a report of ${facts.kind} (${facts.format}) where one of ${kind} is asked for.`);
}
function isOfKind(facts, kind) {
    return facts.kind === kind;
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/baseline.js
var baseline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var baseline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





/** A result of ours is a few kilobytes. */
const LARGEST_RESULT = 256 * 1024;
/** Lines covered at the baseline: from the result of an earlier gate, else from reports of the base. */
async function readBaseline(patterns, ports) {
    const [only, ...others] = patterns;
    const result = only === undefined || others.length > 0 ? undefined : await resultAt(only.pattern, ports.root);
    if (result !== undefined)
        return linesOf(result, only?.text ?? '');
    const read = await readReports({ kind: 'coverage', input: 'coverage-baseline', patterns }, ports);
    const same = read.reports.find(({ path }) => ports.measured.includes(path));
    if (same !== undefined)
        return comparedWithItself(shownPath(ports.root, same.path));
    const totals = await mergedCoverage(read, ports.root);
    return totals.kind === 'known' ? known(totals.facts.lines) : totals;
}
function comparedWithItself(name) {
    return unknown('input', `coverage-baseline: '${name}' is also a report of 'coverage', and nothing is lower than itself.`);
}
/** The result document of a file, if it is one. */
async function resultAt(pattern, root) {
    const found = await findFiles(root, pattern);
    const [path, ...more] = found.kind === 'files' ? found.paths : [];
    if (path === undefined || more.length > 0)
        return undefined;
    const json = parseJson(await smallText(path));
    return isRecord(json) && json['schema'] === 'plimsoll/result@1' ? json : undefined;
}
async function smallText(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = baseline_addDisposableResource(env_1, await (0,external_node_fs_promises_.open)(path), true);
            const { size } = await file.stat();
            return size > LARGEST_RESULT ? '' : await file.readFile('utf8');
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = baseline_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        // Whoever reads it as a report says why it cannot be read.
        return '';
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Then it is a report, and its reader says what is wrong with it.
        return undefined;
    }
}
/** Only a gate that read all of its reports writes these facts. */
function linesOf({ action, facts }, name) {
    const coverage = isRecord(facts) ? facts['coverage'] : undefined;
    const lines = isRecord(coverage) ? coverage['lines'] : undefined;
    if (action === 'quality-gate' && isTally(lines))
        return known(lines);
    return unknown('report', `coverage-baseline: '${name}' is a result without coverage. It has to be of a quality-gate that read some.`);
}
function isTally(value) {
    if (!isRecord(value))
        return false;
    const { covered, total } = value;
    return isCount(covered) && isCount(total) && covered <= total;
}
function isCount(value) {
    return Number.isSafeInteger(value) && Number(value) >= 0;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/patch.js


/** Coverage of the changed lines; unknown without a base, and where GitHub does not list all that changed. */
function patchEvidence({ changes, coverage, exempt }) {
    if (changes === undefined) {
        return unknown('coverage', 'There is nothing to compare with: no live deployment, no pull request, no commit before. Name the environment that is deployed to, or run on a push or pull request.');
    }
    const { files, filesComplete } = changes.comparison;
    if (!filesComplete) {
        return unknown('coverage', `More than the ${files.length} files that GitHub lists were changed, and of the rest nothing is known.`);
    }
    return known(patchCoverage({ changed: files, coverage, exempt }));
}
/**
 * Endings of names whose files one tool measures together: where `.ts` is measured, a first `.tsx` that no test loads is missing from the report,
 * not of another kind.
 */
const MEASURED_TOGETHER = [
    ['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.vue', '.svelte'],
    ['.java', '.kt', '.scala', '.groovy'],
    ['.c', '.cc', '.cpp', '.cxx', '.h', '.hh', '.hpp', '.hxx'],
];
/**
 * Coverage of the changed lines. A changed file of a kind that is measured (by the ending of its name) has to be in a report with its lines:
 * most tools say nothing of files that no test loads, which are those that matter here. Only the whole path tells which file is meant: in a
 * monorepo the end of one, such as `src/index.ts`, is that of several.
 */
function patchCoverage({ changed, coverage, exempt }) {
    const measured = new Map();
    for (const file of coverage.files)
        measured.set(file.path, [...(measured.get(file.path) ?? []), file]);
    const endings = measuredEndings(coverage);
    const isExempt = (path) => exempt.some((pattern) => pattern.matches(path));
    const unmeasured = [];
    const tallies = [];
    for (const { path, changedLines } of changed.filter((file) => hasNewLines(file) && !isExempt(file.path))) {
        const rows = rowsOf(path, measured);
        if (rows !== undefined && changedLines !== undefined)
            tallies.push(patch_tallyOf(changedLines, rows));
        else if (measured.has(path) || endings.has((0,external_node_path_.extname)(path)))
            unmeasured.push(path);
    }
    return { lines: sumOf(tallies), unmeasured };
}
/** A file whose lines GitHub does not show may have any. */
function hasNewLines({ status, changedLines }) {
    return status !== 'removed' && status !== 'unchanged' && changedLines?.length !== 0;
}
function measuredEndings({ files }) {
    const own = new Set(files.map(({ path }) => (0,external_node_path_.extname)(path)));
    const related = MEASURED_TOGETHER.filter((endings) => endings.some((ending) => own.has(ending)));
    return new Set([...own, ...related.flat()]);
}
/** The lines of a file, where it is clear which of the measured ones it is. */
function rowsOf(path, measured) {
    const files = measured.get(path) ?? [];
    return files.length === 1 ? files[0]?.rows : undefined;
}
function patch_tallyOf(lines, { covered, uncovered }) {
    const wanted = new Set(lines);
    const count = (rows) => {
        let sum = 0;
        for (const line of rows)
            if (wanted.has(line))
                sum += 1;
        return sum;
    };
    const hit = count(covered);
    return { covered: hit, total: hit + count(uncovered) };
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/read-version-file.js
var read_version_file_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var read_version_file_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/** A version is some characters. */
const read_version_file_LARGEST = 1000;
/** Without waiting for somebody who writes into a pipe. */
const read_version_file_OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK;
/** The text of the version file. A folder, pipe or device is none. */
async function readVersionFile(root, path) {
    if (path === '')
        return unknown('input', 'version-file: no file was named');
    return attempt(async () => {
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                await checkPlace(root, (0,external_node_path_.resolve)(root, path));
                const file = read_version_file_addDisposableResource(env_1, await (0,external_node_fs_promises_.open)((0,external_node_path_.resolve)(root, path), read_version_file_OPEN_FLAGS), true);
                const stats = await file.stat();
                if (!stats.isFile())
                    throw new Error('it is no file');
                if (stats.size <= read_version_file_LARGEST)
                    return await file.readFile('utf8');
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = read_version_file_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
        catch (cause) {
            const why = cause instanceof Error ? cause.message : String(cause);
            throw new lib/* Failure */.HR('report', `version-file: '${path}' cannot be read (${why}). Check its path, and that actions/checkout ran before.`, {
                cause,
            });
        }
        throw new lib/* Failure */.HR('report', `version-file: '${path}' is longer than ${read_version_file_LARGEST} bytes, and no version is.`);
    });
}
/** What the file holds is shown. A link that somebody committed must not lead to what is none of theirs. */
async function checkPlace(root, path) {
    if (isBelow(root, path) && !isBelow(root, await (0,external_node_fs_promises_.realpath)(path)))
        throw new Error('it is a link out of the workspace');
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/run-evidence.js

/** Where the code of this run comes from. */
function sourceEvidence(github) {
    const { run, holdingBranches, versionTag } = github;
    return {
        source: run.kind === 'known' ? known(sourceOf(run.facts)) : run,
        commit: run.kind === 'known' ? known(run.facts.commit) : run,
        holdingBranches,
        versionTag,
    };
}
function sourceOf(run) {
    return {
        commit: run.commit,
        pullRequest: pullRequestBehind(run),
        otherCommit: otherCommitOf(run),
        ref: refOf(run),
    };
}
function refOf({ ref }) {
    return ref.kind === 'branch' || ref.kind === 'tag'
        ? { kind: ref.kind, name: ref.name }
        : { kind: 'other', name: ref.full };
}
/**
 * Why a run counts as one of a pull request. Some events of pull requests run on the main branch: the name of the ref alone says nothing,
 * and a fork may call its branch `main` too.
 */
function pullRequestBehind({ eventName, event, ref }) {
    const { about, pullRequest } = event;
    if (eventName.startsWith('pull_request') || pullRequest !== undefined) {
        return `a run of a pull request (${eventName})`;
    }
    if (ref.kind === 'pull-request' || ref.kind === 'merge-queue')
        return `a run of ${ref.full}`;
    return about === undefined || about.kind === 'commit' ? '' : `a run about a pull request (${eventName})`;
}
/**
 * A run after another workflow is of the main branch, whatever branch that one was of: its own commit and ref say nothing about what was looked at
 * before, and what such workflows check out.
 */
function otherCommitOf({ eventName, event: { about }, sha }) {
    if (about?.kind !== 'commit' || about.sha === sha)
        return '';
    const branch = about.base === undefined ? '' : ` of ${about.base}`;
    return `a run of ${sha.slice(0, 7)} about ${about.sha.slice(0, 7)}${branch} (${eventName})`;
}
/** What is live where the commit has to be, and how the environment is protected. */
function deployedEvidence({ liveElsewhere, protection, }) {
    return {
        liveElsewhere: liveElsewhere.kind === 'known' ? known(liveOf(liveElsewhere.facts)) : liveElsewhere,
        protection,
    };
}
function liveOf(deployment) {
    return deployment === undefined ? undefined : { commit: deployment.sha, at: deployment.stateSince };
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/gather.js









/** Reads everything that lies in the checkout. */
async function gatherEvidence(request, ports) {
    const tests = await readReports({ kind: 'tests', input: 'junit', patterns: request.junit }, ports);
    const coverage = await readReports({ kind: 'coverage', input: 'coverage', patterns: request.coverage }, ports);
    const findings = await readReports({ kind: 'findings', input: 'findings', patterns: request.findings }, ports);
    const totals = {
        tests: await wholeOf(tests, (facts) => mergeTests(facts)),
        coverage: await mergedCoverage(coverage, ports.root),
        findings: await wholeOf(findings, (facts) => facts.flatMap((one) => one.findings)),
    };
    const baseline = await baselineOf(request, { ...ports, measured: coverage.reports.map(({ path }) => path) });
    const versionFile = await readVersionFile(ports.root, request.versionFile);
    return {
        reports: { tests, coverage, findings },
        gaps: [...tests.gaps, ...coverage.gaps, ...findings.gaps],
        ...totals,
        evidenceWith: (github) => ({
            ...totals,
            tests: totals.tests.kind === 'known' ? known(totals.tests.facts.counts) : totals.tests,
            patch: patchOf(request, totals.coverage, github),
            baseline,
            versionFile,
            ...sourceEvidence(github),
            ...deployedEvidence(github),
            approvals: github.approvals,
        }),
    };
}
async function wholeOf({ reports, gaps }, sum) {
    if (gaps.length > 0)
        return unknownBecause(gaps);
    return attempt(async () => sum(reports.map(({ facts }) => facts)));
}
async function baselineOf({ baseline }, ports) {
    return baseline.length === 0 ? unknown('input', 'coverage-baseline: none was given') : readBaseline(baseline, ports);
}
function patchOf({ coverageExempt: exempt }, coverage, { changes }) {
    if (coverage.kind === 'unknown')
        return coverage;
    return changes.kind === 'unknown'
        ? changes
        : patchEvidence({ changes: changes.facts, coverage: coverage.facts, exempt });
}

;// CONCATENATED MODULE: ./packages/gate/lib/evidence/older-reports.js

/** Some file systems keep whole seconds, or every second one. */
const CLOCK_MS = 2000;
/** Those of the files that were last written before that time, in their order. */
async function olderThan(time, paths) {
    const older = await Promise.all(paths.map((path) => isOlder(path, time.getTime() - CLOCK_MS)));
    return paths.filter((_, index) => older[index] === true);
}
async function isOlder(path, timeMs) {
    const seen = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
    return seen !== undefined && seen.mtimeMs < timeMs;
}

;// CONCATENATED MODULE: ./packages/gate/lib/github/approvals.js

/**
 * Everything that decides about approvals, in at most four calls beside those for the plan: answers of the environment, the pull request with
 * its reviews, the named people and teams, and, where no pull request is known, what was changed.
 */
async function readApprovals(question) {
    const { run, github, door, request } = question;
    if (run.kind === 'unknown')
        return run;
    const [client, changes] = await Promise.all([github(), question.changes]);
    // Who made the range that is deployed is not known then, and nobody's approval can be told from one's own.
    if (changes.kind === 'unknown')
        return changes;
    return andThen(client, async (open) => {
        const facts = run.facts;
        const [environmentVotes, reviewed, accounts] = await Promise.all([
            open.environmentApprovals(),
            reviewedOf(open, await door.pullRequestOf(facts)),
            open.accounts(accountsOf(request.approvals?.groups ?? [])),
        ]);
        const made = await makersOf({ open, reviewed, changes: changes.facts });
        return {
            commit: facts.commit,
            environment: request.environment,
            environmentVotes,
            change: reviewed === undefined ? undefined : changeOf(reviewed),
            ...made,
            starters: startersOf(facts),
            people: accounts.people,
            teams: accounts.teams,
        };
    });
}
async function reviewedOf(github, question) {
    return question === undefined ? undefined : github.reviewedPullRequest(question);
}
function accountsOf(groups) {
    return {
        teams: [...new Set(groups.flatMap(({ teams }) => teams))],
        logins: [...new Set(groups.flatMap(({ people }) => people))],
    };
}
function changeOf({ pullRequest, reviews }) {
    const { number, author, head, mergeCommit } = pullRequest;
    return { number, author, head: head.sha, mergeCommit, reviews };
}
function startersOf({ actor, triggeringActor, event }) {
    return [actor, triggeringActor, ...(event.sender === undefined ? [] : [event.sender])];
}
/** Who made the pull request and everything else that this brings. Going back to an earlier commit shows nobody who made it. */
async function makersOf({ open, reviewed, changes, }) {
    const fromRange = changes === undefined ? undefined : await open.contributors(changes.comparison);
    const isShown = changes !== undefined && changes.comparison.aheadBy > 0;
    const parts = [reviewed?.changes, fromRange].filter((part) => part !== undefined);
    return {
        makers: parts.flatMap(({ contributors }) => contributors.map(asMaker)),
        makersComplete: (reviewed !== undefined || isShown) && parts.every(({ complete }) => complete),
    };
}
function asMaker({ role, person, name, address }) {
    return { role, person, name, address };
}

;// CONCATENATED MODULE: ./packages/gate/lib/github/asked.js
/** What the rules of a request need; with an environment, the plan needs what is live there. */
function askedBy(request) {
    const { environment, approvals, protectedEnvironment, deployedTo, branches, tags, coverageRules } = request;
    const patch = coverageRules?.minPatch !== undefined;
    const asked = {
        live: environment !== '',
        changes: patch || approvals !== undefined || environment !== '',
        liveElsewhere: deployedTo !== '',
        protection: protectedEnvironment !== '',
        branches: branches.length > 0,
        tag: tags.length > 0,
        approvals: approvals !== undefined,
    };
    return { ...asked, run: Object.values(asked).some(Boolean) };
}
/** The inputs of a request that cannot be judged without asking GitHub; a rule on branches or tags may be, by the run alone. */
function inputsThatAsk({ coverageRules, approvals, protectedEnvironment, deployedTo }) {
    return [
        ...(coverageRules?.minPatch === undefined ? [] : ['min-patch-coverage']),
        ...(approvals === undefined ? [] : ['require-approvals']),
        ...(protectedEnvironment === '' ? [] : ['require-environment']),
        ...(deployedTo === '' ? [] : ['require-deployed-to']),
    ];
}

;// CONCATENATED MODULE: ./packages/gate/lib/github/once.js
/** Makes something when it is first asked for, and gives the same thing from then on. */
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

;// CONCATENATED MODULE: ./packages/gate/lib/github/ask-github.js







const NOT_ASKED = unknown('internal', 'Nobody asked for it.');
/** Asks what the rules and the plan need, each question once, those that do not wait for each other side by side. */
async function askGitHub(request, door) {
    const asked = askedBy(request);
    const run = asked.run ? await attempt(() => door.run()) : NOT_ASKED;
    const asking = { request, run, asked, github: once(() => attempt(() => door.open())) };
    const live = only(asked.live, () => liveIn(request.environment, asking));
    const changes = only(asked.changes, async () => changesSince(await live, asking));
    const parts = await Promise.all([
        live,
        changes,
        only(asked.liveElsewhere, () => liveIn(request.deployedTo, asking)),
        only(asked.protection, () => ask(asking, (github) => github.environment(request.protectedEnvironment))),
        only(asked.branches, () => holdingBranches(asking)),
        only(asked.tag, () => versionTag(asking)),
        only(asked.approvals, () => readApprovals({ ...asking, changes, door })),
    ]);
    const [liveFacts, changesFacts, liveElsewhere, protection, branches, tag, approvals] = parts;
    return {
        run,
        live: liveFacts,
        changes: changesFacts,
        liveElsewhere,
        protection,
        holdingBranches: branches,
        versionTag: tag,
        approvals,
    };
}
async function only(isAsked, question) {
    return isAsked ? question() : NOT_ASKED;
}
/** One question. */
async function ask({ github }, question) {
    return andThen(await github(), question);
}
async function liveIn(environment, asking) {
    return ask(asking, async (github) => (await github.deployments(environment)).live);
}
/** Since what is live, else since what the event of the run names as its base. */
async function changesSince(live, asking) {
    if (asking.asked.live && live.kind === 'unknown')
        return live;
    return andThen(asking.run, async ({ sha, event }) => {
        const deployed = live.kind === 'known' ? live.facts?.sha : undefined;
        const base = deployed ?? event.pullRequest?.baseSha ?? event.before;
        if (base === undefined)
            return undefined;
        const comparison = await answered(asking, (github) => github.compare({ base, head: sha }));
        if (comparison !== undefined)
            return { since: deployed === undefined ? 'base' : 'live', comparison };
        const what = deployed === undefined ? 'where this push or pull request began' : 'which is live';
        throw new lib/* Failure */.HR('github', `The commit ${base.slice(0, 12)} (${what}), that this one is compared with, is not in the repository. A force-push may have removed it: push a branch or a tag that holds it.`);
    });
}
/** An answer where what there is instead ends the question. @throws Failure('github' or 'github-permission') */
async function answered(asking, question) {
    const evidence = await ask(asking, question);
    if (evidence.kind === 'known')
        return evidence.facts;
    throw new lib/* Failure */.HR(evidence.code, evidence.why);
}
/** For a run of a branch the name decides. For a tag, those of the named branches that hold its commit; patterns cannot be asked for. */
async function holdingBranches(asking) {
    return andThen(asking.run, async ({ ref, sha }) => {
        if (ref.kind === 'branch')
            return [];
        const names = asking.request.branches.map(({ text }) => text);
        const patterns = names.filter((name) => !isPlainName(name));
        if (patterns.length === names.length) {
            const hint = 'For a run of a tag, name at least one branch in full, without wildcards';
            throw new lib/* Failure */.HR('input', `require-branch: '${patterns.join(', ')}' cannot be asked for. ${hint}`);
        }
        const plain = names.filter(isPlainName);
        const holds = await Promise.all(plain.map((branch) => answered(asking, (github) => github.branchContains({ branch, commit: sha }))));
        return plain.filter((_, index) => holds[index] === true);
    });
}
/** The version says which tag has to stand for the commit, also for a run of this or another tag: tags are moved, and runs are started again. Without one it is the tag of the run. */
async function versionTag(asking) {
    const { run, request } = asking;
    if (run.kind === 'unknown')
        return run;
    const { ref, commit } = run.facts;
    const { version } = request;
    if (ref.kind === 'tag' && version === '')
        return known({ name: ref.name, commit });
    if (version === '') {
        return unknown('policy', 'This is not the run of a tag, and no version names one. Set version, or run on a tag.');
    }
    return ask(asking, async (github) => {
        const tag = await github.tag(version);
        return tag === undefined ? undefined : { name: version, commit: tag.commit };
    });
}

;// CONCATENATED MODULE: ./packages/gate/lib/policy-of.js
/** The rules of a request, under the circumstances. */
function policyOf(request, { now, eventName }) {
    const { findingRules, version, versionFile, branches, tags, protectedEnvironment, deployedTo } = request;
    const guarded = branches.length > 0 || tags.length > 0 || protectedEnvironment !== '' || deployedTo !== '';
    return {
        tests: request.tests,
        coverage: request.coverageRules,
        findings: findingRules === undefined ? undefined : { ...findingRules, today: now.toISOString().slice(0, 10) },
        version: version === '' ? undefined : { version, file: versionFile === '' ? undefined : versionFile },
        source: { branches, tags, refusesPullRequests: guarded },
        checkout: { evidenceFrom: evidenceFrom(request), isAboutRun: guarded || isAboutRun(request, eventName) },
        protectedEnvironment: protectedEnvironment === '' ? undefined : protectedEnvironment,
        deployedTo: deployedTo === '' ? undefined : deployedTo,
        approvals: request.approvals,
    };
}
/** Events that are about the very commit of their run. Others only happen to run on one, and may check out what they are about. */
const OF_A_COMMIT = new Set(['push', 'pull_request', 'merge_group', 'release', 'deployment']);
function isAboutRun({ approvals, environment, coverageRules }, eventName) {
    const isAsked = approvals !== undefined || environment !== '' || coverageRules?.minPatch !== undefined;
    return isAsked || OF_A_COMMIT.has(eventName);
}
/** Reports are left out: they may come from anywhere. */
function evidenceFrom({ commands, versionFile, coverageRules }) {
    return [
        ...(commands.length === 0 ? [] : ['commands']),
        ...(versionFile === '' ? [] : ['version-file']),
        ...(coverageRules?.minPatch === undefined ? [] : ['min-patch-coverage']),
    ];
}

;// CONCATENATED MODULE: ./packages/gate/lib/gate.js










/**
 * One gate: runs the commands, reads what they and others wrote, asks GitHub, and decides.
 * @throws Failure('cancelled') when the run was cancelled; nothing else that a rule could judge is thrown
 */
async function runGate(request, given) {
    const ports = { ...given, github: { ...given.github, run: once(() => given.github.run()) } };
    const startedAt = performance.now();
    const begun = ports.now();
    const before = await checkoutIn(ports);
    await readRun(request, ports);
    const commands = await runAll(request, ports);
    // Approvals are asked for after the commands: they may have come, or been taken back, meanwhile.
    const [github, gathered] = await Promise.all([askGitHub(request, ports.github), gatherEvidence(request, ports)]);
    const checkout = commands.length === 0 ? before : afterCommands(before, await checkoutIn(ports));
    ports.signal.throwIfAborted();
    const policy = policyOf(request, { now: ports.now(), eventName: ports.stated.eventName });
    const decision = decide(policy, { commands, checkout, ...gathered.evidenceWith(github) });
    return {
        request,
        decision,
        commands,
        ...shownOf(request, gathered),
        findings: sorted(policy.findings, gathered),
        olderReports: commands.length === 0 ? [] : await olderThan(begun, reportPaths(gathered)),
        checkout,
        github,
        durationMs: performance.now() - startedAt,
    };
}
/** Before the commands: what they run could write another event in its place. Who needs it then says what is wrong with it. */
async function readRun(request, { github }) {
    if (request.commands.length > 0 && askedBy(request).run)
        await attempt(() => github.run());
}
async function checkoutIn({ root, stated, github }) {
    return readCheckout({ root, stated, run: () => attempt(() => github.run()) });
}
async function runAll(request, ports) {
    const { commands, commandTimeoutMs: limitMs } = request;
    return runCommands({
        orders: commands.map((command) => ({ ...command, limitMs })),
        atATime: Math.max(2, ports.processors),
        run: ports.runCommand,
        log: ports.log,
        signal: ports.signal,
    });
}
/** Sums of nothing are left out: a gate without tests did not see none. */
function shownOf(request, { reports, tests, coverage, gaps }) {
    return {
        reports,
        tests: request.tests !== undefined && tests.kind === 'known' ? tests.facts : undefined,
        coverage: request.coverageRules !== undefined && coverage.kind === 'known' ? coverage.facts : undefined,
        gaps,
    };
}
function reportPaths({ reports: { tests, coverage, findings } }) {
    return [...tests.reports, ...coverage.reports, ...findings.reports].map(({ path }) => path);
}
function sorted(rules, { findings }) {
    return rules === undefined || findings.kind === 'unknown' ? undefined : sortFindings(rules, findings.facts);
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/wording.js

/** Text from outside, shortened; still to be escaped where it is shown. */
function cut(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
/** Parts of a report under each other, without those that are empty. */
function paragraphs(parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
/** A part that opens on a click. @param title text; it is escaped */
function folded(title, markdown) {
    if (markdown === '')
        return '';
    // Without the empty line, what follows would be taken for HTML.
    return `<details><summary>${(0,action_kit_lib/* escapeMarkdown */.FV)(title)}</summary>\n\n${markdown}\n\n</details>`;
}
/** Points of a list. @param points Markdown of one line each */
function listOf(points) {
    return points.map((point) => `- ${point}`).join('\n');
}
/** The first of many, and a last entry that counts the others. */
function firstOf(all, most, rest) {
    return all.length <= most ? all : [...all.slice(0, most), rest(all.length - most)];
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/areas.js





const TITLES = {
    commands: 'Commands',
    tests: 'Tests',
    coverage: 'Coverage',
    findings: 'Findings',
    version: 'Version',
    source: 'Branch and tag',
    environment: 'Environments',
    approvals: 'Approvals',
};
const AREAS = [
    'commands',
    'tests',
    'coverage',
    'findings',
    'version',
    'source',
    'environment',
    'approvals',
];
/** How much is listed. Counts always cover all. */
const LISTED = 20;
const LONGEST = 300;
/** One part for each area that was asked for: its rules, then what is behind them. */
function areaParts(report, root) {
    return AREAS.flatMap((area) => {
        const rulings = report.decision.rulings.filter((ruling) => ruling.area === area);
        if (rulings.length === 0)
            return [];
        return [paragraphs([`#### ${TITLES[area]}`, tableOf(area, rulings, report), areas_behind(area, report, root)])];
    });
}
function tableOf(area, rulings, { commands }) {
    if (area !== 'commands') {
        return (0,action_kit_lib/* markdownTable */.Qj)(['', 'rule', 'wanted', 'seen', 'to know'], rulings.map(ruleRow));
    }
    const rows = commands.map(({ name, durationMs }, index) => {
        const ruling = rulings[index];
        return [markOf(ruling), name, ruling?.seen ?? '', formatDuration(durationMs), ruling?.detail ?? ''];
    });
    return (0,action_kit_lib/* markdownTable */.Qj)(['', 'command', 'end', 'time', 'to know'], rows);
}
function ruleRow(ruling) {
    const { rule, wanted, seen, detail } = ruling;
    return [markOf(ruling), { code: rule }, cut(wanted, LONGEST), cut(seen, LONGEST), cut(detail, LONGEST)];
}
function markOf(ruling) {
    return ruling?.verdict === 'pass' ? '✅' : '❌';
}
function areas_behind(area, report, root) {
    switch (area) {
        case 'tests':
            return paragraphs([failedTests(report), testReports(report, root)]);
        case 'coverage':
            return coverageReports(report, root);
        case 'findings':
            return paragraphs([failingFindings(report), findingReports(report, root)]);
        case 'commands':
        case 'version':
        case 'source':
        case 'environment':
        case 'approvals':
            return '';
    }
}
/** All failures that the reports kept, of those that could be read. */
function failuresIn({ reports }) {
    return reports.tests.reports.flatMap(({ facts }) => facts.failures);
}
/** How many there are, kept or not. */
function failureCount({ reports }) {
    return reports.tests.reports.reduce((sum, { facts }) => sum + facts.failures.length + facts.failuresNotKept, 0);
}
function failedTests(report) {
    const all = failureCount(report);
    const shown = failuresIn(report).slice(0, LISTED);
    if (shown.length === 0)
        return '';
    const points = shown.map((failure) => {
        const [first = ''] = failure.message.split('\n');
        const message = first.trim() === '' ? '' : `: ${(0,action_kit_lib/* escapeMarkdown */.FV)(cut(first, LONGEST))}`;
        return `${(0,action_kit_lib/* code */.aY)(cut(areas_nameOf(failure), LONGEST))}${message}`;
    });
    const rest = all > shown.length ? [`and ${counted(all - shown.length, 'more failure')}`] : [];
    return listOf([...points, ...rest]);
}
/** How a failed test is called where the report names it only in part. */
function areas_nameOf({ suite, name, outcome }) {
    const own = name === '' ? (outcome === 'suite-error' ? 'error of the suite' : 'a test without a name') : name;
    return suite === '' || suite === name ? own : `${suite} › ${own}`;
}
function testReports({ reports }, root) {
    const rows = reports.tests.reports.map(({ path, facts: { counts, format } }) => [
        { code: shownPath(root, path) },
        format,
        String(counts.total),
        String(counts.failed + counts.errored + counts.suiteErrors),
        String(counts.skipped),
        String(counts.flaky),
    ]);
    return reportTable(['report', 'format', 'tests', 'failures', 'skipped', 'flaky'], rows);
}
function coverageReports({ reports }, root) {
    const rows = reports.coverage.reports.map(({ path, facts }) => [
        { code: shownPath(root, path) },
        facts.format,
        percentText(facts.lines),
        percentText(facts.branches),
        String(facts.files.length),
    ]);
    return reportTable(['report', 'format', 'lines', 'branches', 'files'], rows);
}
function findingReports({ reports }, root) {
    const rows = reports.findings.reports.map(({ path, facts }) => [
        { code: shownPath(root, path) },
        facts.format,
        facts.tool,
        String(facts.findings.length),
    ]);
    return reportTable(['report', 'format', 'tool', 'findings'], rows);
}
/** What each file contributed. */
function reportTable(headers, rows) {
    const listed = firstOf(rows, LISTED, (count) => [`and ${count} more`]);
    return rows.length === 0 ? '' : folded(`${counted(rows.length, 'report')} read`, (0,action_kit_lib/* markdownTable */.Qj)(headers, listed));
}
function failingFindings({ findings }) {
    if (findings === undefined)
        return '';
    const { failing, allowed } = findings;
    const headers = ['severity', 'finding', 'where', 'what'];
    const rows = firstOf(failing.map(findingRow), LISTED, (count) => [`and ${count} more`]);
    const table = failing.length === 0 ? '' : (0,action_kit_lib/* markdownTable */.Qj)(headers, rows);
    const accepted = firstOf(allowed.map(findingRow), LISTED, (count) => [`and ${count} more`]);
    const allowedTable = allowed.length === 0 ? '' : (0,action_kit_lib/* markdownTable */.Qj)(headers, accepted);
    return paragraphs([table, folded(`${allowed.length} allowed`, allowedTable)]);
}
function findingRow(finding) {
    return [finding.severity, { code: finding.id }, cut(whereOf(finding), LONGEST), cut(finding.title, LONGEST)];
}
/** The package at fault, or the place in the code. */
function whereOf({ package: found, file, line }) {
    if (found !== undefined)
        return `${found.name} ${found.version}`.trim();
    return line === undefined ? file : `${file}:${line}`;
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/facts.js


/** Facts travel to other steps through an environment variable: so many rules and commands are listed, the rest is counted. */
const MOST_RULES = 40;
const facts_LONGEST = 120;
const LONGEST_DETAIL = 200;
/** What steps after this one may know: counts, and every reason. */
function factsOf(report) {
    const { decision, request, commands, github, durationMs } = report;
    const inOrder = decision.rulings.toSorted((a, b) => weightOf(a) - weightOf(b));
    return {
        version: request.version,
        environment: request.environment,
        commit: github.run.kind === 'known' ? github.run.facts.commit : '',
        checkout: checkoutFacts(report),
        live: github.live.kind === 'known' ? (github.live.facts?.sha ?? '') : '',
        rules: inOrder.slice(0, MOST_RULES).map(ruleFact),
        rulesTotal: inOrder.length,
        rulesBroken: inOrder.filter(({ verdict }) => verdict === 'fail').length,
        tests: testFacts(report),
        coverage: coverageFacts(report),
        findings: findingFacts(report),
        commands: commands.slice(0, MOST_RULES).map(commandFact),
        approvers: [...decision.approvers].slice(0, MOST_RULES),
        changes: changeFacts(report),
        ...targetFacts(request.targetTimeMs, durationMs),
    };
}
/** Broken ones first. */
function weightOf({ verdict }) {
    return verdict === 'fail' ? 0 : 1;
}
function ruleFact({ rule, verdict, code, reason, wanted, seen, detail }) {
    return {
        rule: cut(rule, facts_LONGEST),
        verdict,
        code,
        reason,
        wanted: cut(wanted, facts_LONGEST),
        seen: cut(seen, facts_LONGEST),
        ...(detail === '' ? {} : { detail: cut(detail, LONGEST_DETAIL) }),
    };
}
function checkoutFacts({ checkout }) {
    return { state: checkout.kind, commit: commitIn(checkout) };
}
function testFacts({ tests, reports }) {
    return tests === undefined ? null : { ...tests.counts, reports: reports.tests.reports.length };
}
/** `lines` is what a later gate takes as its baseline. */
function coverageFacts({ coverage, reports }) {
    if (coverage === undefined)
        return null;
    const { lines, branches } = coverage;
    return {
        lines: { covered: lines.covered, total: lines.total },
        branches: { covered: branches.covered, total: branches.total },
        reports: reports.coverage.reports.length,
    };
}
function findingFacts({ findings, reports }) {
    if (findings === undefined)
        return null;
    const { failing, tolerated, allowed, suppressed } = findings;
    return {
        failing: failing.length,
        tolerated: tolerated.length,
        allowed: allowed.length,
        suppressed: suppressed.length,
        reports: reports.findings.reports.length,
    };
}
function commandFact({ name, end, durationMs }) {
    const status = end.kind === 'exited' ? end.status : null;
    return { name, end: end.kind, status, durationMs: Math.round(durationMs) };
}
function changeFacts({ github: { changes } }) {
    if (changes.kind === 'unknown' || changes.facts === undefined)
        return null;
    const { since, comparison } = changes.facts;
    return { since, base: comparison.base, commits: comparison.aheadBy, files: comparison.files.length };
}
function targetFacts(targetMs, durationMs) {
    return targetMs === undefined ? {} : { targetMs, targetMissed: durationMs > targetMs };
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/workspace.js

/** Which commit the workspace holds: evidence is of that one, whatever the run is of. */
function workspaceText(checkout) {
    return `In the workspace: ${checkoutText(checkout)}.`;
}
/** Whether the workspace holds another commit than that of the run, so that people have to know. */
function isElsewhere({ kind }) {
    return kind === 'other' || kind === 'moved';
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/risks.js



/** What somebody who approves should have looked at, by the paths that are changed. */
const SENSITIVE = [
    { what: 'workflows', paths: /^\.github\/(?:workflows|actions)\//u },
    { what: 'database migrations', paths: /(?:^|\/)migrations?\/|\.sql$/iu },
    {
        what: 'dependencies',
        paths: /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|requirements[^/]*\.txt|poetry\.lock|uv\.lock|go\.sum|Cargo\.lock|Gemfile\.lock|composer\.lock|pom\.xml|build\.gradle(?:\.kts)?)$/u,
    },
    { what: 'containers and infrastructure', paths: /(?:^|\/)(?:Dockerfile|docker-compose[^/]*\.ya?ml)$|\.tf$/u },
];
/** Commits and files from which on a deployment is called large. */
const LARGE = { commits: 30, files: 100 };
/** What is not wrong and yet worth a look before one approves. One sentence each. */
function risksOf(report) {
    const { changes } = report.github;
    const comparison = changes.kind === 'known' ? changes.facts?.comparison : undefined;
    return [...(comparison === undefined ? [] : changeRisks(comparison)), ...liveRisks(report), ...ruleRisks(report)];
}
function changeRisks({ status, behindBy, files, filesComplete, aheadBy }) {
    const touched = SENSITIVE.flatMap(({ what, paths }) => {
        const count = files.filter(({ path }) => paths.test(path)).length;
        return count === 0 ? [] : [`changes ${what} (${counted(count, 'file')})`];
    });
    const isLarge = aheadBy >= LARGE.commits || files.length >= LARGE.files;
    return [
        ...(status === 'behind' ? [`goes back by ${counted(behindBy, 'commit')}`] : []),
        ...(status === 'diverged' ? [`takes away ${counted(behindBy, 'commit')} that are live`] : []),
        ...(status === 'identical' ? ['changes nothing: this commit is live already'] : []),
        ...(isLarge ? [`is large: ${counted(aheadBy, 'commit')}, ${counted(files.length, 'file')}`] : []),
        ...(filesComplete ? [] : ['changes more files than GitHub lists']),
        ...touched,
    ];
}
function liveRisks({ github: { live } }) {
    return live.kind === 'known' && live.facts === undefined ? ['has no way back: nothing was live before'] : [];
}
/** What rules let through and said something about. */
function ruleRisks({ decision, tests, findings, olderReports, reports, checkout }) {
    const skipped = tests?.counts.skipped ?? 0;
    return [
        ...decision.rulings.flatMap(({ verdict, detail }) => (verdict === 'pass' && detail !== '' ? [detail] : [])),
        ...(olderReports.length === 0 ? [] : [`${counted(olderReports.length, 'report')} older than the commands`]),
        ...(reports.tests.copies.length === 0
            ? []
            : [`${counted(reports.tests.copies.length, 'report')} of tests that are only copies`]),
        ...(isElsewhere(checkout) ? [`another commit is checked out: ${checkoutText(checkout)}`] : []),
        ...(skipped === 0 ? [] : [`${counted(skipped, 'test')} skipped`]),
        ...(findings === undefined || findings.allowed.length === 0
            ? []
            : [`${counted(findings.allowed.length, 'finding')} allowed by name`]),
    ];
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/plan.js




const plan_LISTED = 30;
const plan_LONGEST = 120;
/** What is about to be deployed, for those who are asked to approve it. Empty where no environment was named. */
function planPart(report) {
    const { environment } = report.request;
    if (environment === '')
        return '';
    const risks = risksOf(report);
    return paragraphs([
        `#### Deployment plan for ${(0,action_kit_lib/* code */.aY)(environment)}`,
        (0,action_kit_lib/* markdownTable */.Qj)(['', ''], planRows(report)),
        risks.length === 0 ? '' : `Risks:\n\n${listOf(risks.map((risk) => (0,action_kit_lib/* escapeMarkdown */.FV)(cut(risk, 300))))}`,
        ...changeParts(report),
    ]);
}
function planRows({ request, github, decision }) {
    const { run, live, changes } = github;
    const broken = decision.rulings.filter(({ verdict }) => verdict === 'fail').length;
    const rules = counted(decision.rulings.length, 'rule');
    return [
        ['version', request.version === '' ? 'not given' : request.version],
        ['commit', run.kind === 'known' ? { code: run.facts.commit } : `not known: ${run.why}`],
        ['started by', run.kind === 'known' ? `@${run.facts.actor.login}` : 'not known'],
        ['gate', broken === 0 ? `${rules}, all met` : `${rules}, ${broken} broken`],
        [
            'approved by',
            decision.approvers.length === 0 ? 'nobody so far' : decision.approvers.map((who) => `@${who}`).join(', '),
        ],
        ['live now', live.kind === 'known' ? liveText(live.facts) : `not known: ${live.why}`],
        ['brings', changes.kind === 'known' ? broughtText(changes.facts?.comparison) : `not known: ${changes.why}`],
        ['way back', live.kind === 'known' ? wayBack(live.facts) : 'not known'],
    ];
}
function liveText(live) {
    if (live === undefined)
        return 'nothing';
    return `${plan_nameOf(live)}, since ${live.stateSince}`;
}
/** The version where the ref tells it, and the commit. */
function plan_nameOf({ ref, sha }) {
    return ref === undefined || sha.startsWith(ref) ? sha.slice(0, 12) : `${cut(ref, plan_LONGEST)} (${sha.slice(0, 12)})`;
}
function broughtText(comparison) {
    if (comparison === undefined)
        return 'everything: there is nothing to compare with';
    const { aheadBy, files, filesComplete } = comparison;
    const lines = files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
    const changed = filesComplete ? counted(files.length, 'file') : `${files.length} files or more`;
    return `${counted(aheadBy, 'commit')}, ${changed}, ${counted(lines, 'changed line')}`;
}
function wayBack(live) {
    return live === undefined ? 'none: nothing was live before' : `${plan_nameOf(live)}, what is live now`;
}
function changeParts({ github: { changes } }) {
    if (changes.kind === 'unknown' || changes.facts === undefined)
        return [];
    const { commits, files, aheadBy } = changes.facts.comparison;
    const newestFirst = commits.toReversed();
    const shown = newestFirst.slice(0, plan_LISTED).map(({ sha, subject, author, authorName }) => {
        const who = author === undefined ? authorName : `@${author.login}`;
        return `${(0,action_kit_lib/* code */.aY)(sha.slice(0, 7))} ${(0,action_kit_lib/* escapeMarkdown */.FV)(cut(subject, plan_LONGEST))} (${(0,action_kit_lib/* escapeMarkdown */.FV)(cut(who, plan_LONGEST))})`;
    });
    const rest = aheadBy > shown.length ? [`and ${counted(aheadBy - shown.length, 'earlier commit')}`] : [];
    const rows = files.map(({ path, status, additions, deletions }) => [
        { code: cut(path, plan_LONGEST) },
        status,
        `+${additions} −${deletions}`,
    ]);
    const listed = firstOf(rows, plan_LISTED, (count) => [`and ${count} more`]);
    return [
        commits.length === 0 ? '' : folded(counted(aheadBy, 'commit'), listOf([...shown, ...rest])),
        files.length === 0
            ? ''
            : folded(counted(files.length, 'changed file'), (0,action_kit_lib/* markdownTable */.Qj)(['file', '', 'lines'], listed)),
    ];
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/outcome.js









/** A sentence becomes an annotation, which is read at a glance. */
const NAMED_REASONS = 3;
const LONGEST_REASON = 300;
const NAMED_REPORTS = 5;
/** The outcome of a gate: verdict, outputs, facts and the summary. @param root of the checkout */
function gateOutcome(report, root) {
    const { decision } = report;
    const summary = sentenceOf(report);
    return {
        verdict: decision.verdict,
        code: decision.code,
        summary,
        facts: factsOf(report),
        outputs: outputsOf(report),
        report: paragraphs([
            `### Quality gate ${decision.verdict === 'pass' ? 'passed' : `failed: ${decision.code}`}`,
            (0,action_kit_lib/* escapeMarkdown */.FV)(summary),
            (0,action_kit_lib/* escapeMarkdown */.FV)(timeText(report)),
            (0,action_kit_lib/* escapeMarkdown */.FV)(olderText(report, root)),
            (0,action_kit_lib/* escapeMarkdown */.FV)(copiesText(report, root)),
            (0,action_kit_lib/* escapeMarkdown */.FV)(workspaceText(report.checkout)),
            planPart(report),
            ...areaParts(report, root),
        ]),
    };
}
function outputsOf({ coverage, tests, decision }) {
    return {
        coverage: coverage === undefined ? '' : outcome_numberOf(percentText(coverage.lines)),
        tests: tests === undefined ? '' : String(tests.counts.total),
        failures: tests === undefined ? '' : String(failuresOf(tests.counts)),
        approvers: decision.approvers.join(','),
    };
}
/** `92.31` of `92.31 %`; empty where nothing was measured. */
function outcome_numberOf(percent) {
    return /^[\d.]+/u.exec(percent)?.[0] ?? '';
}
function sentenceOf({ decision: { rulings } }) {
    const broken = rulings.filter(({ verdict }) => verdict === 'fail');
    if (rulings.length === 0)
        return 'Nothing was asked of this gate, so nothing was shown.';
    if (broken.length === 0)
        return `${counted(rulings.length, 'rule')} met.`;
    const reasons = broken.slice(0, NAMED_REASONS).map(reasonText);
    const more = broken.length > NAMED_REASONS ? ` And ${broken.length - NAMED_REASONS} more.` : '';
    return `${broken.length} of ${rulings.length} rules broken. ${reasons.join('. ')}.${more}`;
}
function reasonText({ rule, seen, wanted, detail }) {
    const more = detail === '' ? '' : `. ${detail}`;
    return cut(`${rule}: ${seen}, wanted ${wanted}${more}`.replace(/\s+/gu, ' '), LONGEST_REASON).replace(/\.$/u, '');
}
/** What shows nothing of these commands; empty where all reports are new. Told and no more: shards come from other jobs. @param root of the checkout */
function olderText({ olderReports }, root) {
    if (olderReports.length === 0)
        return '';
    const names = olderReports.slice(0, NAMED_REPORTS).map((path) => cut(shownPath(root, path), LONGEST_REASON));
    const more = olderReports.length > NAMED_REPORTS ? ` and ${olderReports.length - NAMED_REPORTS} more` : '';
    return `Written before the commands of this gate began, so not by them: ${names.join(', ')}${more}.`;
}
/** Reports that add nothing to others; empty where there are none. A copy may stand where another one should. @param root of the checkout */
function copiesText({ reports: { tests } }, root) {
    if (tests.copies.length === 0)
        return '';
    const shown = (path) => cut(shownPath(root, path), LONGEST_REASON);
    const names = tests.copies
        .slice(0, NAMED_REPORTS)
        .map(({ path, original }) => `${shown(path)} is ${shown(original)}`);
    const more = tests.copies.length > NAMED_REPORTS ? ` and ${tests.copies.length - NAMED_REPORTS} more` : '';
    return `The same report twice, byte for byte, and counted once: ${names.join(', ')}${more}.`;
}
/** The time it took, and the target where there is one. */
function timeText({ durationMs, request: { targetTimeMs } }) {
    const took = `It took ${formatDuration(durationMs)}`;
    if (targetTimeMs === undefined)
        return `${took}.`;
    const target = `the target of ${formatDuration(targetTimeMs)}`;
    return durationMs > targetTimeMs ? `${took} and missed ${target}.` : `${took}, within ${target}.`;
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/annotations.js




/** GitHub shows ten errors and ten warnings of a step, and the last error is the verdict. */
const MOST = 9;
/** Failed tests first, then findings that fail. */
function annotationsOf(report, root) {
    const failing = report.findings?.failing ?? [];
    const marks = [
        ...failuresIn(report)
            .slice(0, MOST)
            .map((failure) => ofTest(failure, { root, level: levelOf(report) })),
        ...failing.slice(0, MOST).map((finding) => ofFinding(finding, root)),
    ].slice(0, MOST);
    return { marks, left: failureCount(report) + failing.length - marks.length };
}
/** Failures that the rules let through are warnings. */
function levelOf({ decision }) {
    return decision.rulings.some(({ rule, verdict }) => rule === 'max-failures' && verdict === 'pass')
        ? 'warning'
        : 'error';
}
function ofTest(failure, { root, level }) {
    const { file, line, outcome } = failure;
    const title = `${outcome === 'failed' ? 'Failed' : 'Error'}: ${areas_nameOf(failure)}`;
    return annotations_placed({ level, title, message: failure.message || 'The report says no more.', file, line }, root);
}
function ofFinding(finding, root) {
    const { severity, id, title, file, line } = finding;
    const message = [title, whereOf(finding)].filter((part) => part !== '').join('\n');
    return annotations_placed({ level: 'error', title: `${severity}: ${id}`, message: message || id, file, line }, root);
}
/** A file that is not in the checkout would be shown as one that is. */
function annotations_placed(annotation, root) {
    const { file } = annotation;
    const path = (0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(root, file);
    const shown = shownPath(root, path);
    const isThere = file !== '' && !(0,external_node_path_.isAbsolute)(shown) && (0,external_node_fs_.existsSync)(path);
    return isThere ? { ...annotation, file: shown } : { ...annotation, file: '', line: undefined };
}
/** How many have no mark; empty when all have one. */
function leftText({ left, marks }) {
    if (left === 0)
        return '';
    const what = left === 1 ? '1 more failed test or finding has' : `${left} more failed tests and findings have`;
    return `${what} no mark: GitHub shows ten of a step. The first ${marks.length} have one, the summary lists more.`;
}

;// CONCATENATED MODULE: ./packages/gate/lib/report/workflow-command.js
/** The runner cuts longer ones without saying so. */
const workflow_command_LONGEST = 4000;
/**
 * The line that makes the runner show an annotation at a place. All of its text comes from reports, so everything that means something to the runner
 * is encoded; what cannot be printed is left out.
 *
 * Source: `@actions/core`, command.ts: `%`, CR and LF in messages, `:` and `,` too in properties.
 */
function annotationCommand({ level, title, message, file, line }) {
    const properties = [
        ...(file === '' ? [] : [`file=${property(file)}`]),
        ...(file === '' || line === undefined ? [] : [`line=${line}`]),
        `title=${property(title)}`,
    ];
    return `::${level} ${properties.join(',')}::${data(message)}`;
}
const UNPRINTABLE = /[\p{Cc}\p{Cf}]/gu;
function data(text) {
    const kept = text.slice(0, workflow_command_LONGEST).replace(UNPRINTABLE, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));
    return encoded(kept);
}
/** A title is one line. */
function property(text) {
    const line = text.slice(0, 255).replace(/\s+/gu, ' ').replace(UNPRINTABLE, '');
    return encoded(line).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
function encoded(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

;// CONCATENATED MODULE: ./packages/gate/lib/tell.js




/** Says in the log what was found: every rule, everything that is missing, and marks for failed tests and findings. */
function tellReport(report, ports) {
    const { log } = ports;
    tellRules(report, log);
    for (const { why } of report.gaps)
        log.info(`missing: ${why}`);
    tellWorkspace(report, log);
    const older = olderText(report, ports.root);
    if (older !== '')
        log.info(older);
    const copies = copiesText(report, ports.root);
    if (copies !== '')
        log.info(copies);
    const annotations = annotationsOf(report, ports.root);
    for (const mark of annotations.marks)
        ports.command(annotationCommand(mark));
    const left = leftText(annotations);
    if (left !== '')
        log.info(left);
    const { targetTimeMs } = report.request;
    if (targetTimeMs !== undefined && report.durationMs > targetTimeMs)
        log.warning(timeText(report));
}
/** Where a rule is broken for it, that is said already. */
function tellWorkspace({ checkout, decision }, log) {
    const isTold = !isElsewhere(checkout) || decision.rulings.some(({ rule }) => rule === 'checkout');
    if (isTold)
        log.info(workspaceText(checkout));
    else
        log.warning(`${workspaceText(checkout)} Whatever was made of it is of that commit, not of the run's.`);
}
function tellRules({ decision }, log) {
    for (const { verdict, rule, seen, wanted, detail } of decision.rulings) {
        const more = detail === '' ? '' : `; ${detail}`;
        log.info(`${verdict === 'pass' ? 'met   ' : 'BROKEN'} ${rule}: ${seen}, wanted ${wanted}${more}`);
    }
}

;// CONCATENATED MODULE: ./packages/gate/lib/index.js









;// CONCATENATED MODULE: ./actions/quality-gate/lib/deadline.js



const DURATION = (0,action_kit_lib/* durationForm */.rk)();
/** Reads `monitor: 15m`. @throws Failure('input') */
function parseStage(line) {
    const [, name = '', text = ''] = /^([^:]+):\s*(.*)$/u.exec(line) ?? [];
    const ms = DURATION.parse(text);
    if (ms === undefined)
        throw new lib/* Failure */.HR('input', `'${line.slice(0, 80)}' is not 'name: duration', with ${DURATION.expected}`);
    return { name: name.trim(), ms };
}
/** A server that goes back while a good release is still being looked at would be right, and of no use to anybody. */
function checkDeadline(read, { confirmWithinMs, beforeConfirm }) {
    if (!read.sound('confirm-within', 'before-confirm'))
        return;
    if (confirmWithinMs === undefined) {
        if (beforeConfirm.length > 0)
            read.problem('confirm-within', "is missing: 'before-confirm' has to fit into it");
        return;
    }
    const neededMs = beforeConfirm.reduce((sum, { ms }) => sum + ms, 0);
    if (confirmWithinMs > neededMs)
        return;
    const stages = beforeConfirm
        .filter(({ ms }) => ms > 0)
        .map(({ name, ms }) => `${name} (${formatDuration(ms)})`)
        .join(', ');
    read.problem('confirm-within', `of ${formatDuration(confirmWithinMs)} is over before the release can be confirmed, and its server would take it back: ${stages} may take ${formatDuration(neededMs)}. Give a longer one, or less to wait for`);
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/input-rules.js

/** Reports what no run could ever meet, and what would be asked of nothing. */
function checkRules(read, written) {
    checkNothingAsked(read, written);
    checkCommands(read, written);
    checkTests(read, written);
    checkCoverage(read, written);
    checkFindings(read, written);
    checkApprovals(read, written);
    if (written.versionFile !== '' && written.version === '')
        read.problem('version-file', "has nothing to equal without 'version'");
}
/** What makes a gate a gate. Inputs with problems count as given: what is wrong with them is told. */
const ASKING = [
    'commands',
    'junit',
    'coverage',
    'findings',
    'version',
    'require-branch',
    'require-tag',
    'require-approvals',
    'approvers',
    'require-environment',
    'require-deployed-to',
];
function checkNothingAsked(read, written) {
    const { commands, junit, coverage, findings, version, branches, tags } = written;
    const { requiredApprovals, approvers, protectedEnvironment, deployedTo } = written;
    const lists = [commands, junit, coverage, findings, branches, tags, approvers];
    const isAsked = lists.some((list) => list.length > 0) ||
        requiredApprovals !== undefined ||
        [version, protectedEnvironment, deployedTo].some((text) => text !== '');
    if (isAsked || !read.sound(...ASKING))
        return;
    read.problem('commands', `nothing is asked of this gate, so it could not pass: give at least one of ${ASKING.join(', ')}`);
}
function checkCommands(read, { commands }) {
    const names = commands.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        read.problem('commands', `two commands are called '${twice}'`);
}
function checkTests(read, { junit, minTests, maxFailures, maxSkipped }) {
    const limits = { 'min-tests': minTests, 'max-failures': maxFailures, 'max-skipped': maxSkipped };
    for (const [name, value] of Object.entries(limits)) {
        if (value !== undefined && junit.length === 0 && read.sound('junit'))
            read.problem(name, "is asked of no tests: give 'junit'");
    }
    if (minTests === undefined)
        return;
    if (maxFailures !== undefined && maxFailures >= minTests) {
        read.problem('max-failures', `of ${maxFailures} lets all of the ${minTests} tests fail that 'min-tests' asks for`);
    }
    if (maxSkipped !== undefined && maxSkipped >= minTests) {
        read.problem('max-skipped', `of ${maxSkipped} lets all of the ${minTests} tests be skipped that 'min-tests' asks for`);
    }
}
function checkCoverage(read, written) {
    const { coverage, minimums, minBranches, minPatch, maxDrop, baseline } = written;
    const rules = {
        'min-coverage': minimums.length > 0,
        'min-branch-coverage': minBranches !== undefined,
        'min-patch-coverage': minPatch !== undefined,
        'max-coverage-drop': maxDrop !== undefined,
        'coverage-baseline': baseline.length > 0,
    };
    for (const [name, isGiven] of Object.entries(rules)) {
        if (isGiven && coverage.length === 0 && read.sound('coverage'))
            read.problem(name, "is asked of no reports: give 'coverage'");
    }
    checkShares(read, written);
    const subjects = minimums.map(({ pattern }) => pattern?.text ?? '');
    const twice = subjects.find((subject, index) => subjects.indexOf(subject) !== index);
    if (twice !== undefined) {
        read.problem('min-coverage', `says two things about ${twice === '' ? 'all files together' : `'${twice}'`}`);
    }
    if (maxDrop !== undefined && baseline.length === 0 && read.sound('coverage-baseline')) {
        read.problem('coverage-baseline', "is missing: 'max-coverage-drop' compares with it");
    }
    if (baseline.length > 0 && maxDrop === undefined && read.sound('max-coverage-drop')) {
        read.problem('max-coverage-drop', "is missing: it says how far the coverage may be below 'coverage-baseline'");
    }
}
/** A share such as 0.92 would be 0.92 %, and pass what it was to refuse. */
function checkShares(read, { minimums, minBranches, minPatch }) {
    const percentages = {
        'min-coverage': minimums.map(({ percent }) => percent),
        'min-branch-coverage': [minBranches],
        'min-patch-coverage': [minPatch],
    };
    for (const [name, values] of Object.entries(percentages)) {
        const share = values.find((value) => value !== undefined && value > 0 && value < 1);
        if (share !== undefined)
            read.problem(name, `${share} is less than one percent: write 92 for 92 %, not 0.92`);
    }
}
function checkFindings(read, { findings, failOn, allowed }) {
    const rules = { 'fail-on-severity': failOn !== undefined, 'allow-findings': allowed.length > 0 };
    for (const [name, isGiven] of Object.entries(rules)) {
        if (isGiven && findings.length === 0 && read.sound('findings'))
            read.problem(name, "is asked of no reports: give 'findings'");
    }
}
function checkApprovals(read, { requiredApprovals, approvers }) {
    if (!read.sound('require-approvals', 'approvers'))
        return;
    if (requiredApprovals !== undefined && approvers.length === 0) {
        read.problem('approvers', "is missing: 'require-approvals' counts only people who are named there");
        return;
    }
    const rules = approvalRules(requiredApprovals, approvers);
    const impossible = rules === undefined ? '' : impossibleApprovals(rules.groups, rules.required);
    if (impossible !== '')
        read.problem(requiredApprovals === undefined ? 'approvers' : 'require-approvals', impossible);
}
/** Without a number, one of each role is asked for, and one where there are no roles. */
function approvalRules(required, groups) {
    if (groups.length === 0)
        return undefined;
    return { required: required ?? Math.max(1, rolesOf(groups).length), groups };
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/minimum.js



/** Reads `80` or `src/core/**: 95`. @throws Failure('input') */
function parseMinimum(line) {
    const [, pattern, text = ''] = /^(?:(.+):\s*)?(\S+(?: %)?)$/u.exec(line) ?? [];
    const percent = action_kit_lib/* PERCENTAGE */.LN.parse(text);
    if (percent === undefined) {
        throw new lib/* Failure */.HR('input', `'${line.slice(0, 80)}' is neither ${action_kit_lib/* PERCENTAGE */.LN.expected}, nor 'pattern: percentage'`);
    }
    return { pattern: pattern === undefined ? undefined : parseNamePattern(pattern.trim()), percent };
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/inputs.js






const SEVERITIES = ['critical', 'high', 'medium', 'low', 'any'];
/** Files that no coverage is expected of, unless told: tests, and what only declares. */
const EXEMPT = [
    '**/{test,tests,__tests__,spec}/**',
    '**/*.{test,spec}.*',
    '**/test_*.py',
    '**/*_test.*',
    '**/conftest.py',
    '**/*.d.ts',
    '**/*.config.*',
];
const MOST_TESTS = 1_000_000_000;
/** Reads and checks every input, in the order of `action.yml`. */
function readInputs(read) {
    const written = {
        ...readCommands(read),
        ...readTests(read),
        ...readCoverage(read),
        ...readFindings(read),
        ...readOrigin(read),
        ...readDeadline(read),
    };
    const token = read.jobToken('github-token');
    checkRules(read, written);
    checkDeadline(read, written);
    const request = requestOf(written);
    const asking = inputsThatAsk(request);
    if (token === '' && asking.length > 0)
        read.problem('github-token', `is needed for ${asking.join(', ')}`);
    return { request, token };
}
function readCommands(read) {
    return {
        commands: read.parsedLines('commands', parseCommand),
        commandTimeoutMs: read.duration('command-timeout', { min: 1000, default: '10m' }),
        targetTimeMs: read.optionalDuration('target-time', { min: 1000 }),
    };
}
function readTests(read) {
    return {
        junit: read.parsedLines('junit', parseReportPattern('tests')),
        minTests: read.optionalInteger('min-tests', { min: 1, max: MOST_TESTS }),
        maxFailures: read.optionalInteger('max-failures', { min: 0, max: MOST_TESTS }),
        maxSkipped: read.optionalInteger('max-skipped', { min: 0, max: MOST_TESTS }),
    };
}
function readCoverage(read) {
    return {
        coverage: read.parsedLines('coverage', parseReportPattern('coverage')),
        minimums: read.parsedLines('min-coverage', parseMinimum),
        minBranches: read.optionalPercentage('min-branch-coverage'),
        minPatch: read.optionalPercentage('min-patch-coverage'),
        maxDrop: read.optionalPercentage('max-coverage-drop'),
        baseline: read.parsedLines('coverage-baseline', parseReportPattern('coverage')),
        coverageExempt: read.parsedLines('coverage-exempt', parseNamePattern, { default: EXEMPT.join('\n') }),
    };
}
function readFindings(read) {
    return {
        findings: read.parsedLines('findings', parseReportPattern('findings')),
        failOn: read.optionalChoice('fail-on-severity', SEVERITIES),
        allowed: read.parsedLines('allow-findings', parseAllowance),
    };
}
function readOrigin(read) {
    return {
        version: read.optionalText('version') ?? '',
        versionFile: read.optionalText('version-file') ?? '',
        branches: read.parsedLines('require-branch', parseRefPattern),
        tags: read.parsedLines('require-tag', parseRefPattern),
        requiredApprovals: read.optionalInteger('require-approvals', { min: 1, max: 50 }),
        approvers: read.parsedLines('approvers', parseApprovers),
        environment: read.optionalText('environment') ?? '',
        protectedEnvironment: read.optionalText('require-environment') ?? '',
        deployedTo: read.optionalText('require-deployed-to') ?? '',
    };
}
/** Of no use to the gate itself: whoever approves is not to be asked for a deployment that cannot end well. */
function readDeadline(read) {
    return {
        // As far as deploy-ssh itself lets it be.
        confirmWithinMs: read.optionalDuration('confirm-within', { min: 10_000, max: 24 * 3_600_000 }),
        beforeConfirm: read.parsedLines('before-confirm', parseStage),
    };
}
/** Git takes no white space in the name of a branch or tag. */
function parseRefPattern(line) {
    if (!/\s/u.test(line))
        return parseNamePattern(line);
    throw new lib/* Failure */.HR('input', `'${line.slice(0, 80)}' has a space, which no branch and no tag can have: write one per line`);
}
function requestOf(written) {
    const { commands, commandTimeoutMs, targetTimeMs, junit, coverage, coverageExempt, baseline, findings } = written;
    const { version, versionFile, branches, tags, protectedEnvironment, deployedTo } = written;
    return {
        commands,
        commandTimeoutMs,
        targetTimeMs,
        junit,
        tests: junit.length === 0 ? undefined : testRulesOf(written),
        coverage,
        coverageRules: coverage.length === 0 ? undefined : coverageRulesOf(written),
        coverageExempt,
        baseline,
        findings,
        findingRules: findings.length === 0 ? undefined : { failOn: written.failOn ?? 'high', allowed: written.allowed },
        version,
        versionFile,
        branches,
        tags,
        approvals: approvalRules(written.requiredApprovals, written.approvers),
        environment: written.environment || protectedEnvironment,
        protectedEnvironment,
        deployedTo,
    };
}
function testRulesOf({ minTests, maxFailures = 0, maxSkipped }) {
    return { minTests, maxFailures, maxSkipped };
}
/** Coverage that is named has to be readable and say something, also where no share is asked for. */
function coverageRulesOf({ minimums, minBranches, minPatch, maxDrop, }) {
    const total = minimums.find(({ pattern }) => pattern === undefined)?.percent;
    const paths = minimums.flatMap(({ pattern, percent }) => (pattern === undefined ? [] : [{ pattern, percent }]));
    return { minLines: total ?? 0, minBranches, paths, minPatch, maxDrop };
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/main.js






/** One verdict from commands, tests, coverage, findings, approvals and where the code comes from. */
const qualityGate = {
    name: 'quality-gate',
    outputs: ['coverage', 'tests', 'failures', 'approvers'],
    inputs: readInputs,
    main: run,
};
async function run({ request, token }, context) {
    const root = workspaceOf(context);
    const ports = {
        root,
        stated: { commit: context.env['GITHUB_SHA'] ?? '', eventName: context.env['GITHUB_EVENT_NAME'] ?? '' },
        readReport: readReportFile,
        runCommand: systemCommands(context.env, root),
        processors: (0,external_node_os_.availableParallelism)(),
        github: gitHubDoor(token, context),
        log: context.log,
        signal: context.signal,
        now: context.now,
        command: (line) => void process.stdout.write(`${line}\n`),
    };
    const report = await runGate(request, ports);
    tellReport(report, ports);
    return gateOutcome(report, root);
}
function workspaceOf({ env }) {
    const folder = env['GITHUB_WORKSPACE'] || '.';
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch (cause) {
        const what = `GITHUB_WORKSPACE is '${folder}', and that folder cannot be found on this runner`;
        throw new lib/* Failure */.HR('input', `${what}. Put actions/checkout before this step.`, { cause });
    }
}
/** Loaded when a rule asks for it: a gate over reports alone is done before GitHub's client would be loaded. */
function gitHubDoor(token, { env, signal, log }) {
    return {
        run: async () => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 283))).readRunContext(env),
        open: async () => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 283))).openGitHub({ token, env, signal, log }),
        pullRequestOf: async (run) => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 283))).pullRequestOf(run),
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

/***/ 880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  LN: () => (/* reexport */ PERCENTAGE),
  ou: () => (/* reexport */ checkWildcards),
  aY: () => (/* reexport */ code),
  rk: () => (/* reexport */ durationForm),
  FV: () => (/* reexport */ escapeMarkdown),
  Qj: () => (/* reexport */ markdownTable),
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: choiceForm, codeBlock, describeInputs, integerForm, readInputs, sizeForm

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

/***/ 283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  GitHubFailure: () => (/* reexport */ GitHubFailure),
  LONGEST_COMMENT: () => (/* reexport */ LONGEST_COMMENT),
  openGitHub: () => (/* reexport */ openGitHub),
  pullRequestOf: () => (/* reexport */ pullRequestOf),
  readRunContext: () => (/* reexport */ readRunContext)
});

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
    const once = parsed(text);
    return typeof once === 'string' ? parsed(once) : once;
}
function parsed(text) {
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
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
        const { size } = await (0,promises_.stat)(path);
        if (size > MAX_EVENT_BYTES)
            throw new Error(`it has ${size} bytes, more than GitHub ever sends`);
        const payload = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(500);
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
        await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
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







/***/ }),

/***/ 558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  HR: () => (/* reexport */ Failure),
  h_: () => (/* reexport */ asFailure),
  FO: () => (/* reexport */ exitCodeOf)
});

// UNUSED EXPORTS: FAILURE_CODES, isFailureCode

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
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(443);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
