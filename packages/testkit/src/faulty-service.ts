import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { LOOPBACK, listenOn, listenOnLoopback } from './loopback.ts';

/** One request, as it came in. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a service does with one request: it writes to the socket whatever it likes, right or wrong. */
export type ServiceAnswer = (socket: Socket, request: SeenRequest) => void;

export interface FaultyServiceRequest {
  /** Answers by path, without the query; whatever is not listed gets `*`. */
  readonly answers: Readonly<Record<string, ServiceAnswer>>;
  /** With it, the service speaks TLS. */
  readonly tls?: TlsOptions;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** A free one unless told. */
  readonly port?: number;
  /** Instead of reading requests: what to do with each connection. */
  readonly onConnection?: (socket: Socket) => void;
}

/** A service on loopback that misbehaves as it is told. */
export interface FaultyService extends AsyncDisposable {
  /** `http://127.0.0.1:port`, or `https:`. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  readonly connections: number;
  /** Answers differently from now on. */
  answer(path: string, answer: ServiceAnswer): void;
  /** Ends the service and all its connections, as a crash does. */
  close(): Promise<void>;
}

const LONGEST_HEAD = 65_536;

/** Starts a service. Requests are read from the wire without an HTTP library, so that there is no fault that it cannot have. */
export async function startFaultyService(request: FaultyServiceRequest): Promise<FaultyService> {
  const answers = new Map(Object.entries(request.answers));
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const counts = { connections: 0 };
  const onRequest = (socket: Socket, seen: SeenRequest): void => {
    requests.push(seen);
    const answer = answers.get(seen.target.split('?', 1)[0] ?? '') ?? answers.get('*');
    if (answer === undefined) socket.destroy();
    else answer(socket, seen);
  };
  const onConnection = (socket: Socket): void => {
    socket.on('error', () => {}); // Clients that go away are what this is for.
    if (request.onConnection === undefined) readRequests(socket, onRequest);
    else request.onConnection(socket);
  };
  const server = request.tls === undefined ? createServer(onConnection) : createTlsServer(request.tls, onConnection);
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => {
    counts.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  const { host = LOOPBACK } = request;
  const port = await (request.port === undefined
    ? listenOnLoopback(server, host)
    : listenOn(server, { port: request.port, host }));
  const close = (): Promise<void> => end(server, sockets);
  return {
    url: `${request.tls === undefined ? 'http' : 'https'}://${hostOf(request)}:${port}`,
    port,
    requests,
    get connections() {
      return counts.connections;
    },
    answer: (path, answer) => answers.set(path, answer),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function hostOf({ host = LOOPBACK }: FaultyServiceRequest): string {
  return host.includes(':') ? `[${host}]` : host;
}

async function end(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!server.listening) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  for (const socket of sockets) socket.destroy();
  await promise;
}

function readRequests(socket: Socket, onRequest: (socket: Socket, request: SeenRequest) => void): void {
  let unread = '';
  socket.on('data', (bytes: Buffer) => {
    unread += bytes.toString('latin1');
    for (let cut = nextRequest(unread); cut !== undefined; cut = nextRequest(unread)) {
      unread = cut.rest;
      onRequest(socket, cut.request);
    }
    if (unread.length > LONGEST_HEAD) socket.destroy();
  });
}

/** Takes the first whole request off what came in; undefined while it is not whole. */
function nextRequest(text: string): { request: SeenRequest; rest: string } | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = Object.fromEntries(lines.map(parseHeader));
  const bodyEnd = end + 4 + Number(headers['content-length'] ?? 0);
  if (text.length < bodyEnd) return undefined;
  const body = Buffer.from(text.slice(end + 4, bodyEnd), 'latin1').toString('utf8');
  return { request: { method, target, headers, body }, rest: text.slice(bodyEnd) };
}

function parseHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
