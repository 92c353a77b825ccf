import Sequencer from '@jest/test-sequencer';

/** Where the files lie that take longest: begun last, one of them would leave the other processors idle at the end. */
const LONG = [
  '/test/faults/',
  '/test/integration/',
  '/test/acceptance/',
  '/packages/action-kit/test/process',
  '/packages/release-store/test/',
];

/** Long files first; jest knows how long they take only where it ran before. */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONG.findIndex((part) => path.includes(part));
      return place === -1 ? LONG.length : place;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
