import { needs } from '../../../test/setup/needs.ts';
import { testStore } from './support/store-tests.ts';

// The other shells are in long/store-on-shells.test.ts.
const describeHere = await needs('dash');
describeHere('a store on a server with dash', () => testStore('dash'));
