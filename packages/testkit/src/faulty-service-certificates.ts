import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from './command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A key with its certificate, PEM, as `node:tls` takes them. */
export interface ServerCertificate {
  readonly key: string;
  /** The certificate, followed by those of its intermediate authorities. */
  readonly cert: string;
}

/** Certificates of every kind a service may have, right and wrong ones. */
export interface ServiceCertificates {
  /** The authority that signed all but the self-signed one. */
  readonly ca: string;
  /** An authority that signed nothing. */
  readonly otherCa: string;
  /** For localhost, 127.0.0.1 and ::1, for a year. */
  readonly good: ServerCertificate;
  /** The same for five days more only. */
  readonly endsSoon: ServerCertificate;
  readonly expired: ServerCertificate;
  readonly notYetValid: ServerCertificate;
  readonly selfSigned: ServerCertificate;
  /** For elsewhere.example. */
  readonly otherHost: ServerCertificate;
  /** Made for clients. */
  readonly wrongPurpose: ServerCertificate;
  /** Signed by an intermediate authority. */
  readonly chained: ServerCertificate;
  /** The same, sent without the intermediate one. */
  readonly chainMissing: ServerCertificate;
}

const DAY_MS = 86_400_000;

const CONFIG = `
[ca]
default_ca = here
[here]
dir = .
database = index.txt
serial = serial.txt
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[server]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost,IP:127.0.0.1,IP:::1
[elsewhere]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:elsewhere.example
[client]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = clientAuth
subjectAltName = DNS:localhost,IP:127.0.0.1,IP:::1
[req]
distinguished_name = name
[name]
`;

interface Leaf {
  readonly name: string;
  readonly extensions?: 'server' | 'elsewhere' | 'client' | 'authority';
  readonly issuer?: string;
  readonly fromDay?: number;
  readonly toDay?: number;
}

/** Makes all of them with openssl, once; it takes about a second. */
export async function makeServiceCertificates(): Promise<ServiceCertificates> {
  await using folder = await temporaryFolder();
  const issue = await authority(folder.path);
  const ca = await readFile(join(folder.path, 'root.crt'), 'utf8');
  const intermediate = await issue({ name: 'intermediate', extensions: 'authority' });
  const chainMissing = await issue({ name: 'chained', issuer: 'intermediate' });
  return {
    ca,
    otherCa: (await selfSign(folder.path, 'other', 'authority')).cert,
    good: await issue({ name: 'good' }),
    endsSoon: await issue({ name: 'ends-soon', toDay: 5 }),
    expired: await issue({ name: 'expired', fromDay: -30, toDay: -1 }),
    notYetValid: await issue({ name: 'not-yet-valid', fromDay: 10, toDay: 20 }),
    selfSigned: await selfSign(folder.path, 'self-signed', 'server'),
    otherHost: await issue({ name: 'other-host', extensions: 'elsewhere' }),
    wrongPurpose: await issue({ name: 'wrong-purpose', extensions: 'client' }),
    chained: { key: chainMissing.key, cert: `${chainMissing.cert}${intermediate.cert}` },
    chainMissing,
  };
}

async function authority(folder: string): Promise<(leaf: Leaf) => Promise<ServerCertificate>> {
  await writeFile(join(folder, 'openssl.cnf'), CONFIG);
  await writeFile(join(folder, 'index.txt'), '');
  await writeFile(join(folder, 'serial.txt'), '1000\n');
  await selfSign(folder, 'root', 'authority');
  return async ({ name, extensions = 'server', issuer = 'root', fromDay = -1, toDay = 365 }) => {
    const request = ['req', '-new', '-config', 'openssl.cnf', '-subj', `/CN=${name}`, ...newKey(name)];
    await openssl(folder, [...request, '-out', `${name}.csr`]);
    const times = ['-startdate', timeOf(fromDay), '-enddate', timeOf(toDay)];
    const signer = ['-cert', `${issuer}.crt`, '-keyfile', `${issuer}.key`];
    const to = ['-in', `${name}.csr`, '-out', `${name}.crt`, '-extensions', extensions];
    await openssl(folder, ['ca', '-batch', '-notext', '-config', 'openssl.cnf', ...signer, ...times, ...to]);
    return read(folder, name);
  };
}

async function selfSign(folder: string, name: string, extensions: 'authority' | 'server'): Promise<ServerCertificate> {
  const shape = ['-x509', '-days', '365', '-config', 'openssl.cnf', '-extensions', extensions];
  await openssl(folder, ['req', ...shape, '-subj', `/CN=${name}`, ...newKey(name), '-out', `${name}.crt`]);
  return read(folder, name);
}

function newKey(name: string): string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
}

async function read(folder: string, name: string): Promise<ServerCertificate> {
  const [key, cert] = await Promise.all([
    readFile(join(folder, `${name}.key`), 'utf8'),
    readFile(join(folder, `${name}.crt`), 'utf8'),
  ]);
  return { key, cert };
}

/** `20270131120000Z`. */
function timeOf(daysFromNow: number): string {
  const iso = new Date(Date.now() + daysFromNow * DAY_MS).toISOString();
  return `${iso.slice(0, 19).replaceAll(/[-:T]/gu, '')}Z`;
}

async function openssl(cwd: string, args: readonly string[]): Promise<void> {
  await mustRun({ program: 'openssl', args, cwd });
}
