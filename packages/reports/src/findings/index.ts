import type { JsonFormat } from '../json/json-format.ts';
import { GRYPE } from './grype.ts';
import { NPM_AUDIT } from './npm-audit.ts';
import { OSV_SCANNER } from './osv-scanner.ts';
import { PIP_AUDIT } from './pip-audit.ts';
import { SARIF } from './sarif/sarif.ts';
import { TRIVY } from './trivy.ts';

/** Every format of findings, in no particular order: at most one of them recognises a document. */
export const FINDING_FORMATS: readonly JsonFormat[] = [SARIF, NPM_AUDIT, PIP_AUDIT, OSV_SCANNER, TRIVY, GRYPE];
