import { describe, expect, test } from '@jest/globals';
import { readHeaders, readReceivers, secretsInHeader, secretsInKey, secretsInUrl } from '@plimsoll/delivery';
import * as fc from 'fast-check';

const SLACK = 'https://hooks.slack.com/services/T00000000/B00000000/aBcDeFgHiJkLmNoPqRsTuVwX';

describe('a line of urls', () => {
  test.each([
    [SLACK, 'slack'],
    ['https://hooks.slack-gov.com/services/T0/B0/x', 'slack'],
    ['https://discord.com/api/webhooks/123/abc', 'discord'],
    ['https://canary.discord.com/api/webhooks/123/abc', 'discord'],
    ['https://discordapp.com/api/webhooks/123/abc', 'discord'],
    ['https://prod-01.westeurope.logic.azure.com:443/workflows/x/triggers/manual/paths/invoke?sig=y', 'teams'],
    ['https://default1.a.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/x', 'teams'],
    ['https://contoso.webhook.office.com/webhookb2/x', 'teams'],
    ['https://example.com/hook', 'generic'],
    ['https://evilhooks.slack.com.example.com/x', 'generic'],
    ['https://notdiscord.com/x', 'generic'],
    ['slack=https://example.com/x', 'slack'],
    ['discord=https://example.com/x', 'discord'],
    ['teams=https://example.com/x', 'teams'],
    [`generic=${SLACK}`, 'generic'],
    ['https://example.com/x?a=b=c', 'generic'],
    ['https://example.com/a,b?to=c,d', 'generic'],
    ['smtp://mail.example.com?from=a@b.example&to=c@d.example,e@d.example', 'smtp'],
    ['generic=http://127.0.0.1:8080/x', 'generic'],
    ['http://localhost/x', 'generic'],
    ['http://[::1]:80/x', 'generic'],
    ['smtp=smtps://u:p@mail.example.com?from=a@b.example&to=c@d.example', 'smtp'],
    ['smtp://mail.example.com?from=a@b.example&to=c@d.example', 'smtp'],
  ])('%s is for %s', (line, kind) => {
    expect(readReceivers([line])).toMatchObject([{ kind, label: kind }]);
  });

  test.each([
    ['sekret', 'is not a URL'],
    ['https://example.com/sekret, https://example.com/y', 'holds several URLs: write one per line'],
    ['slack=https://example.com/sekret,teams=https://example.com/y', 'holds several URLs'],
    ['smtp://mail.example.com?from=a@b.example&to=c@d.example https://example.com/sekret', 'holds several URLs'],
    ['https://', 'is not a URL'],
    ['slak=https://example.com/sekret', 'prefix that is not known'],
    ['Slack=https://example.com/sekret', 'prefix that is not known'],
    ['http://example.com/sekret', 'http://, which is only for this machine'],
    ['http://127.0.0.1.evil.example/sekret', 'only for this machine'],
    ['ftp://example.com/sekret', 'does not begin with https://'],
    ['file:///etc/sekret', 'is not a URL'],
    ['javascript:sekret', 'is not a URL'],
    ['smtp=https://example.com/sekret', 'smtp:// or smtps://'],
    ['slack=smtp://sekret@example.com?from=a@b.example&to=c@d.example', 'is a mail server'],
    ['smtp://mail.example.com?to=sekret@d.example', 'needs exactly one address in ?from='],
    ['smtp://mail.example.com?from=sekret@b.example', 'needs 1 to 50 addresses'],
    ['smtp://mail.example.com?from=a@b.example&to=sekret', 'not of the form name@host'],
    ['smtp://mail.example.com?from=a@b.example&to=c%0d%0aBcc:sekret@d.example', 'not of the form name@host'],
    ['smtp://u:%E0%A4%A@mail.example.com?from=a@b.example&to=c@d.example', 'percent-encoded'],
  ])('%s cannot be used, which is said without showing it', (line, why) => {
    const [receiver] = readReceivers([line]);
    expect(receiver).toMatchObject({ kind: 'unusable', label: 'line 1', why: expect.stringContaining(why) });
    expect(JSON.stringify(receiver)).not.toContain('sekret');
  });

  test('is never shown, whatever it holds', () => {
    const lines = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ minLength: 12 }));
    fc.assert(
      fc.property(lines, (line) => {
        const shown = readReceivers([line]).map((one) => [one.label, one.kind === 'unusable' ? one.why : '']);
        expect(JSON.stringify(shown)).not.toContain(JSON.stringify(line).slice(1, -1));
      }),
      { numRuns: 50 },
    );
  });

  test('gets a number where there are several of a kind', () => {
    const labels = readReceivers([SLACK, 'https://a.example/x', 'x', `slack=${SLACK}`]).map(({ label }) => label);
    expect(labels).toEqual(['slack-1', 'generic', 'line 3', 'slack-2']);
  });
});

describe('a mail server', () => {
  const read = (line: string): unknown => readReceivers([line])[0];
  const addresses = '?from=shop+a@b.example&to=c@d.example,e@f.example&to=g@h.example';
  test.each([
    [
      `smtps://u%40x:p%2F%3Aw@mail.example.com/${addresses}`,
      { host: 'mail.example.com', port: 465, security: 'tls', user: 'u@x', password: 'p/:w' },
    ],
    [
      `smtp://mail.example.com${addresses}`,
      { host: 'mail.example.com', port: 587, security: 'starttls', user: '', password: '' },
    ],
    [`smtp://127.0.0.1:2525${addresses}`, { host: '127.0.0.1', port: 2525, security: 'any', user: '', password: '' }],
    [`smtp://[::1]:25${addresses}`, { host: '::1', port: 25, security: 'any', user: '', password: '' }],
  ])('%s', (line, server) => {
    expect(read(line)).toEqual({
      kind: 'smtp',
      label: 'smtp',
      server,
      from: 'shop+a@b.example',
      to: ['c@d.example', 'e@f.example', 'g@h.example'],
    });
  });
});

describe('what is masked', () => {
  test('of a URL: the whole, and what could be a secret in it', () => {
    const secrets = secretsInUrl(`slack=${SLACK}?sig=Zm9vYmFyMTIz&v=1`);
    expect(secrets).toEqual(
      expect.arrayContaining([`${SLACK}?sig=Zm9vYmFyMTIz&v=1`, 'aBcDeFgHiJkLmNoPqRsTuVwX', 'Zm9vYmFyMTIz']),
    );
    expect(secrets).not.toContain('services');
    expect(secretsInUrl('https://discord.com/api/webhooks/1/x')).not.toContain('webhooks');
  });

  test('of a mail server: the password, as it is written and as it is meant', () => {
    const secrets = secretsInUrl('smtp=smtp://deploy:p%2Fw@mail.example.com?from=a@b.example&to=c@d.example');
    expect(secrets).toEqual(expect.arrayContaining(['p%2Fw', 'p/w']));
    expect(secrets).not.toContain('deploy');
  });

  test('of what is no URL: all that could be one', () => {
    expect(secretsInUrl('htps:/example.com/T00000000/aBcDeFgHiJ')).toEqual(
      expect.arrayContaining(['T00000000', 'aBcDeFgHiJ']),
    );
  });

  test('of a header and of a key', () => {
    expect(secretsInHeader('Authorization: Bearer abcdef123456')).toEqual(['Bearer abcdef123456', 'abcdef123456']);
    expect(secretsInKey('whsec_MfKQ9r8GKYqrTwjU')).toEqual(['MfKQ9r8GKYqrTwjU']);
  });
});

describe('headers', () => {
  test('are read by lower-case names', () => {
    expect(readHeaders(['Authorization: OAuth x', 'X-Empty:'])).toEqual({
      headers: { authorization: 'OAuth x', 'x-empty': '' },
    });
  });

  test.each([
    ['no colon sekret', 'is not of the form'],
    ['Bad Name: sekret', 'is not of the form'],
    ['X: sekret\u0007', 'is not of the form'],
    ['X: sekret\u00e9', 'is not of the form'],
    ['Host: sekret', 'sets itself'],
    ['Content-Length: 3', 'sets itself'],
    ['Webhook-Id: sekret', 'sets itself'],
  ])('%j is refused without showing it', (line, wrong) => {
    const read = readHeaders(['X-Fine: 1', line]);
    expect(read).toEqual({ wrong: expect.stringMatching(new RegExp(`line 2 .*${wrong}`, 'u')) });
    expect(JSON.stringify(read)).not.toContain('sekret');
  });
});
