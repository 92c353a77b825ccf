import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mustRun } from '@plimsoll/testkit';

/** A team's repository: a small site, its reports, and workflows that call ours. */
export interface UserRepository {
  readonly path: string;
  /** Writes files and commits them. Answers with the commit. */
  commit(files: Readonly<Record<string, string>>, subject?: string): Promise<string>;
  tag(name: string): Promise<void>;
}

/** @param path of the new checkout */
export async function createUserRepository(path: string): Promise<UserRepository> {
  const git = async (...args: string[]): Promise<string> => {
    const settings = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'commit.gpgsign=false'];
    return (await mustRun({ program: 'git', args: ['-C', path, ...settings, ...args] })).trim();
  };
  await mkdir(path, { recursive: true });
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', 'https://github.com/acme/site.git');
  return {
    path,
    commit: async (files, subject = 'Change the site') => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await writeFile(join(path, name), text);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message', subject);
      return git('rev-parse', 'HEAD');
    },
    tag: async (name) => void (await git('tag', name)),
  };
}

export type Status = 'ok' | 'broken';

/** What the health endpoint of a site says. */
export function healthOf(version: string, status: Status): string {
  return JSON.stringify({ status, version });
}

/** Files of a site whose health endpoint says this. */
export function siteFiles(version: string, status: Status = 'ok'): Readonly<Record<string, string>> {
  return {
    'site/health.json': healthOf(version, status),
    'site/index.html': `<h1>${version}</h1>\n`,
    'reports/junit.xml': `<testsuites><testsuite name="site" tests="2"><testcase classname="site" name="starts" time="0.1"/><testcase classname="site" name="answers" time="0.2"/></testsuite></testsuites>\n`,
    'reports/lcov.info': 'TN:\nSF:src/site.js\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,0\nLF:4\nLH:3\nend_of_record\n',
  };
}
