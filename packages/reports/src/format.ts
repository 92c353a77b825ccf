/** Every format that is read, by the name that users write in `format:pattern`, and the kind of facts it gives. */
export const REPORT_FORMATS = {
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
} as const;

/** The name of one format. */
export type ReportFormat = keyof typeof REPORT_FORMATS;

/** What a report is about. */
export type ReportKind = (typeof REPORT_FORMATS)[ReportFormat];

/** The formats of one kind. */
export type FormatOf<Kind extends ReportKind> = {
  [Format in ReportFormat]: (typeof REPORT_FORMATS)[Format] extends Kind ? Format : never;
}[ReportFormat];

/** Names to choose from, in words. */
export function listOfFormats(formats: readonly { readonly format: ReportFormat }[]): string {
  return formats
    .map(({ format }) => format)
    .sort()
    .join(', ');
}

/** Whether a text of a user is the name of a format. */
export function isReportFormat(text: string): text is ReportFormat {
  return Object.hasOwn(REPORT_FORMATS, text);
}
