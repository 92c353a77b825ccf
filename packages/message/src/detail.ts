/** How much of everything a message tells. Texts are counted in characters before they are escaped. */
export interface Detail {
  readonly title: number;
  /** What the user wants to be said. */
  readonly text: number;
  readonly fields: number;
  readonly fieldText: number;
  readonly stages: number;
  /** The sentence of a stage. */
  readonly summary: number;
  /** Hosts, checks and rules of each stage. */
  readonly lines: number;
  /** Any short text: a name, a version, a host. */
  readonly word: number;
  readonly broken: number;
  readonly notes: number;
}

const EVERYTHING: Detail = {
  title: 1_000,
  text: 60_000,
  fields: 200,
  fieldText: 8_000,
  stages: 200,
  summary: 2_000,
  lines: 500,
  word: 500,
  broken: 50,
  notes: 20,
};
const MUCH: Detail = {
  ...EVERYTHING,
  title: 250,
  text: 20_000,
  fields: 50,
  fieldText: 2_000,
  stages: 50,
  lines: 100,
  word: 200,
};
const SOME: Detail = {
  ...MUCH,
  text: 6_000,
  fields: 25,
  fieldText: 1_000,
  stages: 20,
  summary: 600,
  lines: 30,
  word: 100,
  broken: 10,
};
const LITTLE: Detail = {
  title: 150,
  text: 1_500,
  fields: 10,
  fieldText: 150,
  stages: 10,
  summary: 250,
  lines: 6,
  word: 60,
  broken: 5,
  notes: 3,
};
const LEAST: Detail = {
  title: 60,
  text: 60,
  fields: 1,
  fieldText: 20,
  stages: 2,
  summary: 40,
  lines: 0,
  word: 16,
  broken: 1,
  notes: 1,
};

/** From everything to the least; what one seldom reads goes first. The least fits into every receiver. */
export const DETAILS: readonly [Detail, ...Detail[]] = [
  EVERYTHING,
  { ...EVERYTHING, text: 40_000, lines: 200 },
  MUCH,
  { ...MUCH, text: 10_000, lines: 50 },
  SOME,
  { ...SOME, text: 4_000, lines: 20 },
  { ...SOME, text: 2_500, fields: 15, fieldText: 250, stages: 12, summary: 300, lines: 10 },
  LITTLE,
  { ...LITTLE, text: 800, fieldText: 100, stages: 8, lines: 4, word: 40, broken: 3 },
  {
    ...LITTLE,
    title: 120,
    text: 400,
    fields: 5,
    fieldText: 60,
    stages: 6,
    summary: 120,
    lines: 2,
    word: 30,
    broken: 2,
    notes: 2,
  },
  { ...LEAST, title: 80, text: 150, fields: 3, fieldText: 40, stages: 4, summary: 80 },
  LEAST,
];
