import { type Evidence, judgeKnown } from './evidence.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** What is asked of the version. */
export interface VersionRules {
  /** As given, whatever its form. */
  readonly version: string;
  /** Path of the file that has to hold it; undefined: none was named. */
  readonly file: string | undefined;
}

const FORM = /^v(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/u;

/** @param file the text of the version file */
export function judgeVersion({ version, file: path }: VersionRules, file: Evidence<string>): readonly Ruling[] {
  return [judgeForm(version), ...(path === undefined ? [] : [judgeFile({ version, path, file })])];
}

/** Whether a text is `vX.Y.Z`, numbers without leading zeros. */
export function isVersion(text: string): boolean {
  return FORM.test(text);
}

function judgeForm(version: string): Ruling {
  const name: RuleName = { area: 'version', rule: 'version', wanted: 'vX.Y.Z' };
  return isVersion(version)
    ? met(name, { seen: version })
    : broken(name, { code: 'policy', reason: 'wrong-form', seen: version });
}

interface FileRequest {
  readonly version: string;
  readonly path: string;
  readonly file: Evidence<string>;
}

/** A file may hold `1.4.2` where the tag is `v1.4.2`; nothing else may differ. */
function judgeFile({ version, path, file }: FileRequest): Ruling {
  const name: RuleName = { area: 'version', rule: 'version-file', wanted: `${version} in ${path}` };
  return judgeKnown(name, file, (text) => {
    const written = text.trim();
    if (written === '') return broken(name, { code: 'policy', reason: 'no-evidence', seen: 'an empty file' });
    const same = withoutV(written) === withoutV(version);
    const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
    // Such as package.json, which tools of a language read and this does not.
    const seen = /[\s{}<>=:"]/u.test(written) ? `more than a version: ${shown}` : shown;
    return same ? met(name, { seen }) : broken(name, { code: 'policy', reason: 'differs', seen });
  });
}

function withoutV(version: string): string {
  return version.startsWith('v') ? version.slice(1) : version;
}
