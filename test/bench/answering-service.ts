/** A service that is always well, as a process of its own, so that its work is not counted as that of who asks. Its first line is its port. */
import { createServer } from 'node:http';

const BODY = JSON.stringify({ status: 'ok', version: 'v2' });

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': BODY.length });
  response.end(BODY);
});
// As servers in front of users have it: a connection is kept between two questions.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
// Ends with the process that started it, however that ends.
process.stdin.on('end', () => process.exit(0)).resume();
