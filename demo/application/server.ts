/** The application that is deployed: one page and a health check. It never looks outside the release that it was started from. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { render } from './page.ts';

const version = readFileSync(new URL('./VERSION', import.meta.url), 'utf8').trim();

function answer(path: string): string {
  const page = render(version);
  return path === '/health' ? JSON.stringify({ status: 'ok', version }) : page;
}

const server = createServer((request, response) => {
  response.setHeader('x-version', version);
  try {
    response.end(answer(request.url ?? ''));
  } catch (error) {
    response.statusCode = 500;
    response.end(`${String(error)}\n`);
  }
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
