import { describe, expect, test } from '@jest/globals';
import { answers, makeServiceCertificates, type ServerCertificate, startFaultyService } from '@plimsoll/testkit';
import type { SMTPServerOptions } from 'smtp-server';
import { startMailServer } from '../../../test/integration/mail-server.ts';
import type { AttemptEnd } from '../src/attempts/attempt.ts';
import { sendMail } from '../src/attempts/send-mail.ts';
import type { MailServer as Target } from '../src/receivers/receiver.ts';

const MAIL = { subject: 'Incident: ✅ x', text: 'A line.\n.\nÄnother.', html: '<p>A line.</p>' };

interface Sending {
  readonly server?: Partial<Target>;
  readonly timeoutMs?: number;
  readonly to?: readonly string[];
}

function send(
  port: number,
  { server = {}, timeoutMs = 15_000, to = ['c@d.example'] }: Sending = {},
): Promise<AttemptEnd> {
  return sendMail({
    receiver: {
      kind: 'smtp',
      label: 'smtp',
      server: { host: '127.0.0.1', port, security: 'any', user: '', password: '', ...server },
      from: 'a@b.example',
      to,
    },
    mail: MAIL,
    id: 'msg_1',
    timeoutMs,
    signal: new AbortController().signal,
  });
}

/** What comes of one attempt at a server with these options. */
async function sentTo(options: SMTPServerOptions, sending: Sending = {}): Promise<AttemptEnd> {
  await using mails = await startMailServer(options);
  return await send(mails.port, sending);
}

const refuse = (code: number): Error => Object.assign(new Error('No, hunter2, no'), { responseCode: code });
const PLAIN: SMTPServerOptions = { disabledCommands: ['STARTTLS'] };

describe('a mail', () => {
  test('arrives with its parts, its addresses, and an id that stays', async () => {
    await using mails = await startMailServer(PLAIN);
    expect(await send(mails.port)).toEqual({ kind: 'delivered', status: 250 });
    expect(mails.mails).toMatchObject([{ from: 'a@b.example', to: ['c@d.example'] }]);
    const source = mails.mails[0]?.source ?? '';
    expect(source).toMatch(/^Message-ID: <msg_1@b\.example>$/imu);
    expect(source).toMatch(/^Auto-Submitted: auto-generated$/imu);
    expect(source).toContain('multipart/alternative');
  });

  test.each<readonly [string, SMTPServerOptions, object]>([
    [
      'a wrong password',
      { ...PLAIN, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refuse(535)) },
      { kind: 'lost', status: 535, reason: 'authentication' },
    ],
    [
      'a login that has trouble',
      { ...PLAIN, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refuse(454)) },
      { kind: 'again', status: 454, reason: 'server-error' },
    ],
    [
      'a sender that is not welcome',
      { ...PLAIN, allowInsecureAuth: true, onMailFrom: (_from, _session, done) => done(refuse(550)) },
      { kind: 'lost', status: 550, reason: 'rejected' },
    ],
    [
      'a server that is full',
      { ...PLAIN, allowInsecureAuth: true, onRcptTo: (_to, _session, done) => done(refuse(452)) },
      { kind: 'again', status: 452, reason: 'server-error' },
    ],
    [
      'a server that hangs up',
      { ...PLAIN, allowInsecureAuth: true, onConnect: (_session, done) => done(refuse(421)) },
      { kind: 'again', reason: 'server-error' },
    ],
  ])('to %s: what comes of it, without a word of the server', async (_what, options, end) => {
    const seen = await sentTo(options, { server: { user: 'shop', password: 'hunter2' } });
    expect(seen).toMatchObject(end);
    expect(JSON.stringify(seen)).not.toContain('hunter2');
  });

  test('that only some may have is lost, and not sent to the others again', async () => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = ({ address }, _session, done) =>
      done(address.startsWith('no') ? refuse(550) : null);
    expect(await sentTo({ ...PLAIN, onRcptTo }, { to: ['c@d.example', 'no@d.example'] })).toMatchObject({
      kind: 'lost',
      reason: 'rejected',
    });
  });

  test('is not sent without TLS to a server elsewhere', async () => {
    await using mails = await startMailServer(PLAIN);
    expect(await send(mails.port, { server: { security: 'starttls' } })).toMatchObject({ kind: 'lost', reason: 'tls' });
    expect(mails.mails).toEqual([]);
  });

  test('has its time limit, however little the server says', async () => {
    for (const answer of [answers.hang, answers.drip('220-', 20)]) {
      await using silent = await startFaultyService({
        answers: {},
        onConnection: (socket) => answer(socket, { method: '', target: '', headers: {}, body: '' }),
      });
      expect(await send(silent.port, { timeoutMs: 200 })).toMatchObject({ kind: 'again', reason: 'timeout' });
    }
  });

  test('to nobody may be sent again', async () => {
    const gone = await startFaultyService({ answers: {} });
    await gone.close();
    expect(await send(gone.port)).toMatchObject({ kind: 'again', reason: 'connection' });
  });
});

describe('over TLS, a certificate that nobody vouches for', () => {
  const untrusted = async (certificate: ServerCertificate, security: 'tls' | 'starttls'): Promise<AttemptEnd> =>
    sentTo({ secure: security === 'tls', ...certificate }, { server: { security } });

  test.each(['tls', 'starttls'] as const)('ends it for good (%s)', async (security) => {
    const { good, expired } = await makeServiceCertificates();
    expect(await untrusted(good, security)).toMatchObject({ kind: 'lost', reason: 'tls' });
    expect(await untrusted(expired, security)).toMatchObject({ kind: 'lost', reason: 'tls' });
  });
});
