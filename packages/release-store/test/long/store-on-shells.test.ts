import { describeOnShells } from '../../../../test/setup/needs.ts';
import { testStore } from '../support/store-tests.ts';

await describeOnShells('a store on a server with', testStore);
