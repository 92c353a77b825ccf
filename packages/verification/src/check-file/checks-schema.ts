import { FILE } from './keys/file-keys.ts';
import { type JsonSchema, tableSchema } from './shape.ts';

/**
 * The JSON Schema of a file of checks, for editors. It knows all keys, forms and words, and not what takes more than a schema: ranges of
 * durations and sizes, regular expressions, assertions, certificates, names that come twice, and most contradictions.
 */
export function checksSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Checks of a deployment',
    description: 'What the action verify-deployment checks.',
    ...tableSchema(FILE, { required: ['checks'] }),
  };
}
