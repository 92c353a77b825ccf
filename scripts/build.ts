/** `npm run build`: writes dist/<action>/ for every action. */
import { bundleActions, compileActions, orphanBundles } from './house/bundle.ts';
import { inRepository } from './house/repository.ts';

compileActions();
bundleActions(inRepository('dist'));

const orphans = orphanBundles();
if (orphans.length > 0) {
  console.error(`dist/ holds bundles without an action: ${orphans.join(', ')}. Delete them, or add actions/<name>/.`);
  process.exitCode = 1;
}
